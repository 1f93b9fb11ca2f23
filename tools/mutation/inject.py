"""Write the faults: every function of the checks with all its faults beside it.

Run by itself in the copy, because mutmut works in the folder that it is started in:
`python -m tools.mutation.inject`. Faults whose function is as it was keep their outcome.
"""

from pathlib import Path

from mutmut.__main__ import create_mutants
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

WORKERS = 2


def main() -> None:
    """Write the folder `mutants`, and beside each source a list of its faults."""
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    create_mutants(WORKERS)


if __name__ == "__main__":
    main()
