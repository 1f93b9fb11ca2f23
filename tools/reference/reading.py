"""The page of reading: the specification's cases, and the measured scores."""

import json
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "spec" / "reading"
SCORES = ROOT / "benchmarks" / "scores.json"
SPEED = ROOT / "benchmarks" / "speed.json"


def page() -> str:
    """Return docs/reference/reading.md."""
    return "\n".join(
        [
            "# Reading · Đọc số liệu",
            "",
            "Written by `make docs`. The cases are those that the tests run; another",
            "implementation can run them from `tests/spec/reading`. Scores and speed are",
            "those that `make bench-reading` measured last.",
            "",
            *_scores(),
            *_speed(),
            *(line for path in sorted(SPEC.rglob("*.yaml")) for line in _chapter(path)),
        ]
    )


def _scores() -> list[str]:
    if not SCORES.is_file():
        return []
    lines = ["## Scores on the marked texts", "", "| what | texts | score |"]
    lines.append("| --- | --- | --- |")
    for name, rows in json.loads(SCORES.read_text("utf-8")).items():
        lines += [
            f"| {name} | {label} | {line.replace('|', '·')} |"
            for label, line in rows.items()
        ]
    return [*lines, ""]


def _speed() -> list[str]:
    """Return the table of speeds; a ratio of 1 or more reaches its mark."""
    if not SPEED.is_file():
        return []
    columns = ("what", "measured", "mark", "ratio")
    lines = ["## Speed of one core", "", f"| {' | '.join(columns)} |"]
    lines.append("| --- | --- | --- | --- |")
    rows = json.loads(SPEED.read_text("utf-8"))
    lines += [f"| {' | '.join(row[column] for column in columns)} |" for row in rows]
    return [*lines, ""]


def _chapter(path: Path) -> list[str]:
    chapter: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    lines = [f"## {chapter['title']}", ""]
    for case in chapter["cases"]:
        text = str(case.get("reads") or case.get("does_not_read"))
        lines += [f"**{case['rule']}**", "", "```text", text.rstrip(), "```", ""]
        lines += [f"- {_shown(figure)}" for figure in case.get("figures", ())]
        lines += [
            f"- `{token}`: {kind}" for token, kind in case.get("others", {}).items()
        ]
        if not case.get("reads") and not case.get("others"):
            lines.append("- (no figure)")
        lines.append("")
    return lines


def _shown(figure: dict[str, Any]) -> str:
    """Return what a case promises of one figure."""
    rest = (f"{name} {value}" for name, value in figure.items() if name != "text")
    return ", ".join((f"`{figure['text']}`", *rest))
