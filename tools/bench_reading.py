"""Score reading, checking and suggesting on the marked texts: `make bench-reading`.

Needs the marked texts beside the project. Prints the scorers' own lines and keeps them
in benchmarks/scores.json, from which `make docs` writes docs/reference/reading.md.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARKED = ROOT.parent / "shared" / "reading"
SCORES = ROOT / "benchmarks" / "scores.json"
PROGRAM = str(Path(sys.executable).with_name("tongket"))
RUNS = {
    "figures": ("score.py", ["read", "--format", "jsonl"]),
    "claims": ("score_claims.py", ["check", "--format", "jsonl"]),
    "indicators": ("score_links.py", ["read", "--format", "jsonl"]),
}
FOLDERS = {"seeds": ["seeds"], "dev": ["dev"], "seeds + dev": ["seeds", "dev"]}


def total(scorer: str, folder: Path, verb: list[str]) -> str:
    """Return the last line that a scorer prints for a folder of marked texts."""
    run = subprocess.run(
        [sys.executable, str(MARKED / scorer), str(folder), "--", PROGRAM, *verb],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()[-1].removeprefix("TOTAL: ")


def main() -> None:
    """Score every pair of scorer and folder; print and keep the lines."""
    if not MARKED.is_dir():
        sys.exit("the marked texts (../shared/reading) are not on this machine")
    scores: dict[str, dict[str, str]] = {}
    for name, (scorer, verb) in RUNS.items():
        for label, parts in FOLDERS.items():
            with tempfile.TemporaryDirectory() as together:
                for part in parts:
                    for file in (MARKED / "gold" / part).iterdir():
                        (Path(together) / file.name).symlink_to(file)
                line = total(scorer, Path(together), verb)
            scores.setdefault(name, {})[label] = line
            print(f"{name:10} {label:12} {line}")
    SCORES.write_text(json.dumps(scores, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
