"""The manual of reading: every case of the pages beside this file holds.

A page is data that another implementation could run: a rule in one sentence, a text,
and what is (or is not) read in it. Only the fields that a case names are compared;
`of` names the text of the other figure.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tongket.content.lexicon import lexicon
from tongket.core.nouns.reading import Reading
from tongket.core.reading.jsonl import as_json
from tongket.core.reading.read import read

PAGES = sorted(Path(__file__).parent.glob("*.yaml"))


def cases() -> Iterator[Any]:
    for page in PAGES:
        content = yaml.safe_load(page.read_text("utf-8"))
        for case in content["cases"]:
            yield pytest.param(case, id=f"{content['title']}: {case['rule']}")


def as_told(reading: Reading, expected: dict[str, Any], place: int) -> dict[str, Any]:
    """Return the fields of a figure that a case speaks of, in its notation."""
    figure = as_json(reading.figures[place])
    told = {name: figure.get(name) for name in expected}
    texts = {one.id: one.text for one in reading.figures}
    if "of" in expected:
        told["of"] = texts.get(str(figure.get("of")))
    if "value" in expected and expected["value"] is not None:
        told["value"] = f"{reading.figures[place].value:f}"
    return told


@pytest.mark.parametrize("case", list(cases()))
def test_the_rule_holds(case: dict[str, Any]) -> None:
    text = case.get("reads", case.get("does_not_read"))
    reading = read(text, lexicon())

    expected = case.get("figures", [])

    assert [one.text for one in reading.figures] == [one["text"] for one in expected]
    told = [as_told(reading, one, place) for place, one in enumerate(expected)]
    assert told == expected
    classes = {one.span.of(text): one.token_class.value for one in reading.others}
    assert {word: classes.get(word) for word in case.get("others", {})} == case.get(
        "others", {}
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_also_says_what_is_not_read_or_not_so(page: Path) -> None:
    content = yaml.safe_load(page.read_text("utf-8"))

    rules = [case["rule"] for case in content["cases"]]

    assert len(rules) == len(set(rules))
    assert all(
        ("reads" in case) != ("does_not_read" in case) for case in content["cases"]
    )
