"""The outlines fit the catalogue, the phrases fit the composer, the layouts their days."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tongket.content import layouts, outlines
from tongket.content.catalogue import catalogue
from tongket.content.loader import load
from tongket.core.composing.outline import Section
from tongket.core.nouns.period import PeriodKind

OUTLINE = outlines.outline(date(2026, 1, 1))
SOURCE = Path(outlines.__file__).parents[1] / "core" / "composing"


def sections(of: tuple[Section, ...] = OUTLINE.sections) -> Iterator[Section]:
    for section in of:
        yield section
        yield from sections(section.sections)


def test_every_field_of_the_catalogue_has_its_section() -> None:
    told = [field for section in sections() for field in section.fields]

    fields = {field.code for field in catalogue().fields} - {"ngoai_danh_muc"}
    assert sorted(told) == sorted(fields)


def test_every_wording_is_of_an_indicator_that_the_catalogue_knows() -> None:
    assert set(OUTLINE.wordings) <= set(catalogue().by_code)


def test_every_wording_is_of_the_indicator_itself_and_not_of_a_synonym() -> None:
    known = catalogue().by_code

    assert [code for code in OUTLINE.wordings if known[code].code != code] == []


def test_every_phrase_is_used_and_every_phrase_used_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCE.glob("*.py"))
    code = code.replace("'", '"')

    idle = [
        name
        for name in OUTLINE.phrases
        if f'"{name}"' not in code and not _is_built(name)
    ]

    assert idle == []


def _is_built(name: str) -> bool:
    """Tell whether the composer puts the phrase's name together from its parts."""
    return name.rpartition("_")[0] in {
        "plan_points",
        "ceiling_points",
        "before_up",
        "before_down",
    }


def test_a_day_before_the_first_outline_is_refused() -> None:
    with pytest.raises(outlines.NoOutline):
        outlines.outline(date(1975, 4, 30))


def test_every_kind_of_report_has_its_heading_and_a_period() -> None:
    kinds = load("outlines/letterhead.yaml")["kinds"]

    assert set(kinds) == set(OUTLINE.headings)
    assert all(PeriodKind(kind["period"]) for kind in kinds.values())


@pytest.mark.parametrize(
    ("on", "name"),
    [(date(2020, 3, 4), "Thông tư 01/2011"), (date(2020, 3, 5), "Nghị định 30/2020")],
)
def test_the_layout_is_that_of_the_day(on, name) -> None:
    assert name in layouts.layout(on).name


def test_a_day_before_the_first_layout_is_refused() -> None:
    with pytest.raises(layouts.NoLayout):
        layouts.layout(date(1999, 1, 1))


def test_the_typeface_brings_its_licence() -> None:
    names = {path.name for path in layouts.fonts().iterdir()}

    assert "GUST-FONT-LICENSE.txt" in names
    assert len([name for name in names if name.endswith(".otf")]) == 4
