"""Footnotes: the rows at the foot of a page that its text does not run on through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tongket.core.reading.formats.pdf.segments import Row
from tongket.core.reading.formats.transcript import RAISED

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# The mark that leads to a footnote, anywhere but at the beginning of a row.
MARK = re.compile(r"(?<!^)[⁰¹²³⁴-⁹]{1,3}")
# How a footnote begins: with its number, which some programs do not raise there.
LABEL = re.compile(r"([⁰¹²³⁴-⁹]{1,3}|\d{1,3})(?=\s|[^\W\d])")
# Footnotes are set smaller than the text: at most this much of it, in per cent.
SMALLER = 92


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Tells the footnotes of a document, whose text is set at height `usual`."""

    usual: int

    @classmethod
    def among(cls, rows: Sequence[Row]) -> "Footnotes":
        """Return what tells the footnotes among all rows of a document."""
        return cls(int(median(map(_height, rows))) if rows else 0)

    def of(self, page: Sequence[Row]) -> list[list[Row]]:
        """Return the footnotes at the foot of a page, the rows of each.

        Each begins with a number whose mark stands somewhere on the page; it is
        returned raised, whichever way it was drawn.
        """
        marks = {mark.translate(LOWERED) for row in page for mark in _marks(row)}
        notes: list[list[Row]] = []
        rest: list[Row] = []
        for row in reversed(page):
            if not marks or _height(row) * 100 > self.usual * SMALLER:
                break
            rest.insert(0, row)
            if (label := _label(row)) in marks:
                words = row.segments[0].text[len(label) :].lstrip()
                row.segments[0].text = label.translate(RAISED) + words
                notes.insert(0, rest)
                rest = []
        return notes


def _height(row: Row) -> int:
    return max(segment.em for segment in row.segments)


def _marks(row: Row) -> list[str]:
    return [mark for segment in row.segments for mark in MARK.findall(segment.text)]


def _label(row: Row) -> str:
    """Return the number that a row begins with, in plain digits."""
    label = LABEL.match(row.segments[0].text)
    return label[1].translate(LOWERED) if label else ""
