"""The corpus: whole texts of many sectors, read as a careful clerk would mark them.

A wrong reading enters here as a failing line first. Only the fields that a line names
are compared; `of` names the text of the other figure.
"""

from pathlib import Path

import pytest
import yaml

from tongket.content.lexicon import lexicon
from tongket.core.reading.jsonl import as_json
from tongket.core.reading.read import read

PAGES = sorted((Path(__file__).parent / "reading").glob("*.yaml"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_text_is_read_as_marked(page: Path) -> None:
    marked = yaml.safe_load(page.read_text("utf-8"))

    reading = read(marked["text"], lexicon())

    assert [one.text for one in reading.figures] == [
        one["text"] for one in marked["figures"]
    ]
    texts = {one.id: one.text for one in reading.figures}
    for figure, expected in zip(reading.figures, marked["figures"], strict=True):
        told = as_json(figure)
        told["of"] = texts.get(str(told.get("of")))
        assert {name: told.get(name) for name in expected} == expected
