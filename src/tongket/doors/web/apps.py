"""The web door as a Django app: so that its templates, tags and styles are found."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tongket.doors.web"
    label = "web"
