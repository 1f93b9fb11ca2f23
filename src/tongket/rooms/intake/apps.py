"""The intake room as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "tongket.rooms.intake"
    label = "intake"
