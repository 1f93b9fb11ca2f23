"""Inject faults into core/checks and count those that the tests notice: `make mutation`.

Works on a copy outside the project, takes some minutes, prints the share of faults
killed, and keeps it in docs/reference/mutation.md. Fails below the mark.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "mutation.md"
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
NEEDED = ("src", "tests", "pyproject.toml", "README.md")
WORKERS = "2"
# Of a hundred injected faults, so many must be noticed.
MARK = 90


def run(folder: Path) -> dict[str, int]:
    """Run the mutations on a copy of the project in *folder*; return the counts."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(source, folder / name)
    command = [MUTMUT, "run", "--max-children", WORKERS]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([MUTMUT, "export-cicd-stats"], cwd=folder, check=True)
    stats = (folder / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8")
    return {name: int(count) for name, count in json.loads(stats).items()}


def page(stats: dict[str, int]) -> str:
    """Return docs/reference/mutation.md."""
    total, killed = stats["total"], stats["killed"] + stats.get("timeout", 0)
    return "\n".join(
        [
            "# Mutation testing of the checks",
            "",
            "Written by `make mutation`. One fault at a time is injected into",
            "`core/checks` (a sign turned, a number moved, a word dropped), and the tests",
            "of the checks are run; a fault that no test notices survives.",
            "",
            "| faults | killed | survived | share killed |",
            "| --- | --- | --- | --- |",
            f"| {total} | {killed} | {total - killed} | {share(stats)} % |",
            "",
        ]
    )


def share(stats: dict[str, int]) -> str:
    """Return the share of faults killed, to a tenth of a per cent, rounded down."""
    killed = stats["killed"] + stats.get("timeout", 0)
    tenths = killed * 1000 // stats["total"]
    return f"{tenths // 10}.{tenths % 10}"


def main() -> None:
    """Count, print and keep the share; fail below the mark."""
    with tempfile.TemporaryDirectory() as folder:
        stats = run(Path(folder))
    PAGE.write_text(page(stats), "utf-8")
    print(f"{share(stats)} % of {stats['total']} injected faults were noticed")
    if int(share(stats).partition(".")[0]) < MARK:
        sys.exit(f"below the mark of {MARK} %")


if __name__ == "__main__":
    main()
