"""Which indicator a figure belongs to, said in the words of reports."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.content.source import parse
from tongket.content.suggesting import suggester
from tongket.core.nouns.figure import Figure, Kind, Role
from tongket.core.nouns.span import Span

title = "Suggesting the indicator of a figure"

NUMBER = re.compile(r"\[([^\]]+)\]")


def cases():
    for page in parse(Path(__file__).with_name("cases.yaml")):
        for case in page["cases"]:
            yield pytest.param(case, id=f"{page['title']}: {case['say']}")


def figure_of(case):
    """Return the figure in brackets, and its text without the brackets."""
    number = NUMBER.search(case["say"])
    text = NUMBER.sub(r"\1", case["say"])
    subject = NUMBER.sub("...", case["say"])
    figure = Figure(
        id="f1",
        span=Span(number.start(), number.end() - 2),
        text=number[1],
        kind=Kind(case.get("kind", "count")),
        value=Decimal(1),
        measure=case["measure"],
        subject=subject,
        section=tuple(case.get("under", ())),
        role=Role(case.get("role", "result")),
    )
    return figure, text


@pytest.mark.parametrize("case", list(cases()))
def test_the_words_of_a_report_lead_to_its_indicator(case):
    figure, text = figure_of(case)

    suggested = suggester().suggest(figure, text)

    if case["is"] == "none":
        assert suggested == ()
    else:
        right = case["is"] if isinstance(case["is"], list) else [case["is"]]
        assert suggested
        assert suggested[0].code in right
        values = dict(suggested[0].breakdown)
        assert {name: values.get(name) for name in case.get("with", {})} == case.get(
            "with", {}
        )
