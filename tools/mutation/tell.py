"""Tell of faults what they change, and what the source is with them: JSON to standard out.

Run by itself in the copy, because mutmut works in the folder that it is started in:
`python -m tools.mutation.tell NAME ...`.
"""

import json
import sys
from pathlib import Path

from mutmut.mutation.diff_apply import apply_mutant, find_mutant, get_diff_for_mutant


def change(name: str) -> tuple[str, str]:
    """Give the source lines that a fault changes, before and after, each on one line."""
    lines = get_diff_for_mutant(name).splitlines()
    was, became = (
        " ".join(
            line[1:].strip()
            for line in lines
            if line.startswith(mark) and not line.startswith(mark * 3)
        )
        for mark in "-+"
    )
    return was, became


def source_with(name: str) -> str:
    """Give the source file of a fault with the fault in it."""
    path = Path(find_mutant(name).path)
    whole = path.read_text("utf-8")
    apply_mutant(name)
    faulty = path.read_text("utf-8")
    path.write_text(whole, "utf-8")
    return faulty


def main() -> None:
    """Tell of the faults named on the command line."""
    told = {name: (*change(name), source_with(name)) for name in sys.argv[1:]}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
