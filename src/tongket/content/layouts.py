"""Layouts: how an official document looks, by the day on which it is issued."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tongket.content.loader import CONTENT, load_folder
from tongket.core.rendering.layout import Body, Layout, Page

STATE = "layouts/state"


class NoLayout(Exception):
    """No layout was in force on the day asked for."""


@cache
def layout(on: date) -> Layout:
    """Return the layout of state documents that is in force on a day.

    Raises NoLayout for a day before the first one.
    """
    known = sorted(load_folder(STATE).values(), key=lambda page: page["valid_from"])
    past = [page for page in known if page["valid_from"] <= on]
    if not past:
        raise NoLayout(f"no layout of state documents was in force on {on.isoformat()}")
    return _layout(past[-1])


@cache
def typesetting() -> str:
    """Return the typst source that sets a paper, whatever its layout."""
    return (CONTENT / "layouts" / "paper.typ").read_text("utf-8")


@cache
def plain_typesetting() -> str:
    """Return the typst source that sets a plain text, line by line."""
    return (CONTENT / "layouts" / "lines.typ").read_text("utf-8")


def fonts() -> Path:
    """Return the folder of the type that PDF files are set in."""
    return CONTENT / "fonts"


def _layout(page: dict[str, Any]) -> Layout:
    body = page["body"]
    return Layout(
        name=page["name"],
        valid_from=page["valid_from"],
        page=Page(**page["page"]),
        font=page["font"],
        sizes=page["sizes"],
        body=Body(Decimal(body["indent"]), body["gap"], Decimal(body["line"])),
        words=page["words"],
    )
