"""The checking room as a Django app."""

from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "tongket.rooms.checking"
    label = "checking"
