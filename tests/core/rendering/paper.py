"""A report of An Bình to print, and the files made of it."""

from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256

from tests.core.composing.cast import before, entry, plan, report
from tongket.content.layouts import fonts, layout, typesetting
from tongket.core.nouns.delivered import Delivered, Origin, Sealed
from tongket.core.nouns.paper import Paper
from tongket.core.rendering import facts
from tongket.core.rendering.docx import to_docx
from tongket.core.rendering.html import to_page
from tongket.core.rendering.pdf import to_pdf

LAYOUT = layout(date(2026, 1, 1))
PAYLOAD = '{"value":"21"}'


@cache
def paper() -> Paper:
    """Return a report with a table, sentences, parts and blanks, dated."""
    made = report(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "20"),
        before(3, "NV-017", "18"),
        entry(4, "NV-017", "7", breakdown=(("xếp loại", "Xuất sắc"),)),
        entry(5, "NV-039", "1100000000000"),
        entry(6, "CN-001", "19.07"),
        entry(7, "TR-001", "0"),
    )
    return replace(made, number="5", on=date(2020, 1, 3))


@cache
def delivered() -> Delivered:
    """Return what the files of the report carry."""
    made = paper()
    return Delivered(
        Origin("an-binh", "2019", "year", made.subject, "2020-01-03T01:00:00+00:00"),
        made.facts,
        tuple(
            Sealed(number, PAYLOAD, sha256(PAYLOAD.encode()).hexdigest())
            for number in range(1, 8)
        ),
        facts.outside(made, layout=LAYOUT),
    )


@cache
def file(form: str) -> bytes:
    """Return the report as a delivered "docx", "pdf" or "html" file."""
    if form == "docx":
        return to_docx(paper(), layout=LAYOUT, delivered=delivered())
    if form == "html":
        return to_page(paper(), layout=LAYOUT, delivered=delivered())
    return pdf(paper(), delivered())


def pdf(made: Paper, carried: Delivered | None = None) -> bytes:
    """Return any paper as a pdf."""
    return to_pdf(
        made,
        layout=LAYOUT,
        typesetting=typesetting(),
        fonts=[str(fonts())],
        delivered=carried,
    )


FORMS = ("docx", "pdf", "html")
