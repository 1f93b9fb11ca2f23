"""Write every page of docs/reference; with --check, only tell which are out of date."""

import sys
from collections.abc import Callable
from pathlib import Path

from tools.reference import checks, cli, indicators, reading, settings

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli.page,
    "checks.md": checks.page,
    "settings.md": settings.page,
    "indicators.md": indicators.page,
    "reading.md": reading.page,
}


def outdated() -> list[str]:
    """Return the names of the pages that the program would write otherwise."""
    return [
        name
        for name, page in PAGES.items()
        if not (REFERENCE / name).is_file()
        or (REFERENCE / name).read_text("utf-8") != page()
    ]


def main() -> None:
    """Write the pages, or check them."""
    stale = outdated()
    if "--check" in sys.argv:
        if stale:
            sys.exit(f"docs/reference is out of date ({', '.join(stale)}): make docs")
        return
    for name in stale:
        (REFERENCE / name).write_text(PAGES[name](), "utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
