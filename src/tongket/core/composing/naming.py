"""Naming: how a line is called in a table, a list, or as a part of its whole."""

from tongket.core.composing.holdings import UNIT, Line
from tongket.core.composing.outline import Outline

OUTSIDE = "NDM-000"
"""The indicator of figures that no other indicator of the catalogue fits."""

CONTENT = "nội dung"
"""The breakdown under which figures outside the catalogue keep what they count."""


def name_of(outline: Outline, line: Line) -> str:
    """Return how a line is called where no sentence is made: in tables and lists."""
    name = own_name(line)
    aside = [part_name(outline, line), unit_of(line)]
    told = ", ".join(each for each in aside if each)
    return capital(f"{name} ({told})" if told else name)


def own_name(line: Line) -> str:
    """Return the name of a line's indicator, or of what stands in its place."""
    content = dict(line.breakdown).get(CONTENT, "")
    if line.indicator.code == OUTSIDE and (content or line.label):
        return _in_one(content or line.label)
    if line.is_contested:
        return _in_one(line.label)
    return line.indicator.name_vi


def part_name(outline: Outline, line: Line) -> str:
    """Return how a part is called within its whole: "cấp tỉnh, xếp loại A"."""
    return ", ".join(
        _named(outline.breakdowns.get(name, "{v}"), value)
        for name, value in parts_of(line)
    )


def parts_of(line: Line) -> tuple[tuple[str, str], ...]:
    """Return the breakdown of a line that its indicator does not say by itself."""
    said = {UNIT, *(name for name, _ in line.indicator.fixed)}
    if line.indicator.code == OUTSIDE:
        said.add(CONTENT)
    return tuple(pair for pair in line.breakdown if pair[0] not in said)


def unit_of(line: Line) -> str:
    """Return the name of the unit that a line is about; empty for the department."""
    return dict(line.breakdown).get(UNIT, "")


def is_renamed(line: Line) -> bool:
    """Tell whether a line is called otherwise than its indicator."""
    return line.is_contested or line.indicator.code == OUTSIDE


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _named(template: str, value: str) -> str:
    lead = template.partition("{v}")[0]
    if lead and value.lower().startswith(lead.lower()):
        return lead + value[len(lead) :]
    return template.replace("{v}", value)


def _in_one(label: str) -> str:
    """Return a label without the marks that join its stretches of the source."""
    return label.replace(" ... ", " ").strip(" .,;:")
