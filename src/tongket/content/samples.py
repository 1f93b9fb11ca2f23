"""The sample departments: targets and a report of each, and what every figure is.

The reports are Tongket's own words around the published figures of five departments
(2018 to 2020). `tongket demo` sends them through the same doors as any upload; the
list of figures stands for the answers of the clerk who confirms them. The targets are
ours, set beside those figures, and their papers say so.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tongket.content import loader
from tongket.content.layouts import fonts, plain_typesetting
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.core.rendering.plain import plain_to_pdf

_FOLDER = "demo"
# What says the figures, and the paper that they stand in.
PAPERS = (("plan.yaml", "plan.txt"), ("facts.yaml", "report.txt"))


@dataclass(frozen=True, slots=True)
class SampleFigure:
    """What one figure of a sample report is, as a clerk of the department would say.

    `text` is the number as it stands in the report, `measure` its đơn vị tính,
    `indicator` the code of the catalogue, `period` and `unit` are set
    where they are not the report's own, `sign` where the figure is a change or a gap.
    """

    text: str
    measure: str
    indicator: str
    kind: EntryKind = EntryKind.ACTUAL
    aspect: Aspect = Aspect.LEVEL
    breakdown: tuple[tuple[str, str], ...] = ()
    period: str | None = None
    sign: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A department's sample paper: the file, its period, and its figures in order.

    `name` is what the file is called; some are PDF files, set from our text, because
    departments send those too. `units` are the department's own divisions and
    centres that the paper names. `kind` is the kind of report that is composed from
    the figures ("year", "half-year"), "plan" for targets.
    """

    department: str
    period: str
    kind: str
    name: str
    paper: bytes
    units: tuple[Unit, ...]
    figures: tuple[SampleFigure, ...]


@cache
def samples() -> tuple[Sample, ...]:
    """Return the papers of the sample departments, in the order of their names.

    Of each department the targets come first, as in the year.
    """
    return tuple(
        _sample(loader.load(f"{_FOLDER}/{folder.name}/{facts}"), paper)
        for folder in sorted((loader.CONTENT / _FOLDER).iterdir())
        if folder.is_dir()
        for facts, paper in PAPERS
    )


def _sample(facts: dict[str, Any], paper: str) -> Sample:
    department, period = facts["department"], str(facts["period"])
    called = "chi-tieu" if facts["kind"] == "plan" else "bao-cao"
    text = (loader.CONTENT / _FOLDER / department / paper).read_text("utf-8")
    is_printed = facts.get("printed", False)
    return Sample(
        department=department,
        period=period,
        kind=facts["kind"],
        name=f"{called}-{department}-{period}.{'pdf' if is_printed else 'txt'}",
        paper=_printed(text) if is_printed else text.encode(),
        units=tuple(
            Unit(row["code"], row["name"], UnitKind(row["kind"]), facts["department"])
            for row in facts.get("units", ())
        ),
        figures=tuple(_figure(row) for row in facts["figures"]),
    )


def _printed(text: str) -> bytes:
    return plain_to_pdf(text, typesetting=plain_typesetting(), fonts=[str(fonts())])


def _figure(row: dict[str, Any]) -> SampleFigure:
    return SampleFigure(
        text=row["text"],
        measure=row["measure"],
        indicator=row["indicator"],
        kind=EntryKind(row.get("kind", EntryKind.ACTUAL)),
        aspect=Aspect(row.get("aspect", Aspect.LEVEL)),
        breakdown=tuple(row.get("breakdown", {}).items()),
        period=row.get("period"),
        sign=row.get("sign"),
        unit=row.get("unit"),
    )
