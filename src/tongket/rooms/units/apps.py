"""The units room as a Django app."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "tongket.rooms.units"
    label = "units"
