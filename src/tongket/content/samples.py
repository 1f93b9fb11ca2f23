"""The sample departments: a report of each, and what every figure in it is.

The reports are Tongket's own words around the published figures of five departments
(2018 to 2020). `tongket demo` sends them through the same doors as any upload; the
list of figures stands for the answers of the clerk who confirms them.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tongket.content import loader
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.unit import Unit, UnitKind

_FOLDER = "demo"


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
    """A department's sample report: the file, its period, and its figures in order.

    `units` are the department's own divisions and centres that the report names.
    `kind` is the kind of report that is composed from the figures ("year",
    "half-year").
    """

    department: str
    period: str
    kind: str
    report: bytes
    units: tuple[Unit, ...]
    figures: tuple[SampleFigure, ...]


@cache
def samples() -> tuple[Sample, ...]:
    """Return the sample departments, in the order of their names."""
    return tuple(
        _sample(loader.load(f"{_FOLDER}/{folder.name}/facts.yaml"))
        for folder in sorted((loader.CONTENT / _FOLDER).iterdir())
        if folder.is_dir()
    )


def _sample(facts: dict[str, Any]) -> Sample:
    report = loader.CONTENT / _FOLDER / facts["department"] / "report.txt"
    return Sample(
        department=facts["department"],
        period=str(facts["period"]),
        kind=facts["kind"],
        report=report.read_bytes(),
        units=tuple(
            Unit(row["code"], row["name"], UnitKind(row["kind"]), facts["department"])
            for row in facts["units"]
        ),
        figures=tuple(_figure(row) for row in facts["figures"]),
    )


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
