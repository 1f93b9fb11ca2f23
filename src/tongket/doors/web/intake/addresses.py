"""The parts of an address that name a document, a figure, a place."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class Counted(IntConverter):
    """A number that a database can count to; anything longer names no page."""

    regex = "[0-9]{1,18}"


class FigureName(StringConverter):
    """The name of a figure of a document: f1, f2, …"""

    regex = "f[0-9]{1,9}"


register_converter(Counted, "counted")
register_converter(FigureName, "figure")
