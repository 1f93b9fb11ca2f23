"""Addresses of styles and scripts that change when their content does.

A browser may so keep them for a year, and shows a new style at once after an upgrade,
with no step that collects and renames files.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

# Long enough that two versions of one file do not meet.
DIGITS = 12


class Stamped(StaticFilesStorage):
    """Puts a stamp of the content behind the address of each file."""

    def url(self, name: str | None) -> str:
        address = super().url(name)
        return f"{address}?{stamp(name)}" if name else address


@cache
def stamp(name: str) -> str:
    """Return the first digits of a file's SHA-256, "" when there is no such file."""
    found = finders.find(name)
    if found is None:
        return ""
    return hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:DIGITS]
