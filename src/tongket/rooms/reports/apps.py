"""The reports room as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "tongket.rooms.reports"
    label = "reports"
