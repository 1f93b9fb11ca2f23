"""Outlines: which sections a report has, in which words, from which day on."""

from datetime import date
from functools import cache
from typing import Any

from tongket.content.loader import load, load_folder
from tongket.core.composing.outline import (
    Content,
    Heading,
    Outline,
    Section,
    Wording,
)

REPORTS = "outlines/reports"


class NoOutline(Exception):
    """No outline was in force on the day asked for."""


@cache
def outline(on: date) -> Outline:
    """Return the outline of a department's report that is in force on a day.

    Raises NoOutline for a day before the first one.
    """
    known = sorted(load_folder(REPORTS).values(), key=lambda page: page["valid_from"])
    past = [page for page in known if page["valid_from"] <= on]
    if not past:
        raise NoOutline(f"no outline of a report was in force on {on.isoformat()}")
    return _outline(past[-1])


def _outline(page: dict[str, Any]) -> Outline:
    phrases = load("outlines/phrases.yaml")
    return Outline(
        name=page["name"],
        headings={kind: Heading(**words) for kind, words in page["headings"].items()},
        sections=tuple(_section(section) for section in page["sections"]),
        phrases=phrases["phrases"],
        wordings=_wordings(),
        bounds=phrases["bounds"],
        measures=phrases["measures"],
        breakdowns=phrases["breakdowns"],
        told_within=tuple(phrases["told_within"]),
        alike=tuple(tuple(group) for group in phrases["alike"]),
        **page["settings"],
    )


def _section(page: dict[str, Any]) -> Section:
    return Section(
        title=page["title"],
        content=Content(page.get("content", Content.INDICATORS)),
        fields=tuple(page.get("fields", ())),
        codes=tuple(page.get("codes", ())),
        hint=page.get("hint", ""),
        kinds=tuple(page.get("kinds", ())),
        says_when_empty=page.get("says_when_empty", False),
        valid_from=page.get("valid_from"),
        valid_to=page.get("valid_to"),
        sections=tuple(_section(below) for below in page.get("sections", ())),
    )


def _wordings() -> dict[str, Wording]:
    return {
        code: Wording(**worded) if isinstance(worded, dict) else Wording(worded)
        for page in load_folder("outlines/wordings").values()
        for code, worded in page.items()
    }
