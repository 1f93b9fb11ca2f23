"""The marks that reading has to reach on the marked texts beside the project."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tongket.content.lexicon import lexicon
from tongket.core.reading.jsonl import as_json
from tongket.core.reading.read import read

MARKS = {
    "kind": 0.98,
    "unit": 0.93,
    "bound": 0.97,
    "role": 0.93,
    "of": 0.88,
    "subject": 0.80,
    "section": 0.93,
}


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "reading/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_the_marked_texts_are_read_to_the_standard(shared: Path) -> None:
    score = scorer(shared)
    right = wrong = missed = 0
    sums = dict.fromkeys(score.COLUMNS, 0.0)
    counts = dict.fromkeys(score.COLUMNS, 0)

    for text in sorted((shared / "reading/gold").glob("*/*.txt")):
        lines = text.with_suffix(".jsonl").read_text("utf-8").splitlines()
        gold = [json.loads(line) for line in lines if line.strip()]
        reading = read(text.read_text("utf-8"), lexicon())
        result = score.score(gold, [as_json(figure) for figure in reading.figures])
        right += result["right"]
        wrong += len(result["wrong"])
        missed += len(result["missed"])
        for name in score.COLUMNS:
            sums[name] += result["sums"][name]
            counts[name] += result["counts"][name]

    assert score.ratios(right, wrong, missed)[2] >= 0.98
    reached = {name: sums[name] / counts[name] for name in MARKS}
    assert {name: share for name, share in reached.items() if share < MARKS[name]} == {}
