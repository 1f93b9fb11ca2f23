"""Documents lead to what exists, and every document can be found from the README."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.measures import ROOT

LINK = re.compile(r"\]\((?!\w+://)([^)\s#]*)(?:#([^)\s]*))?\)")
DECISIONS = ROOT / "docs" / "decisions"


def documents() -> list[Path]:
    """Return the documents that people read on the way from the README."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def targets(document: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that a document leads to, each with the heading it names."""
    for name, anchor in LINK.findall(document.read_text("utf-8")):
        yield (document.parent / name).resolve() if name else document, anchor


def anchors(document: Path) -> set[str]:
    """Return the names under which the headings of a document are reached."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize(
    "document", documents(), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_link_leads_somewhere(document: Path) -> None:
    lost = [
        f"{target.name}#{anchor}"
        for target, anchor in targets(document)
        if not target.exists() or (anchor and anchor not in anchors(target))
    ]

    assert lost == []


def test_every_document_is_reached_from_the_readme() -> None:
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        document = todo.pop()
        if document not in reached and document.suffix == ".md":
            reached.add(document)
            todo += [target for target, _ in targets(document)]

    lost = set(documents()) - reached
    assert sorted(str(path.relative_to(ROOT)) for path in lost) == []


def test_decisions_are_numbered_without_a_gap_and_titled_as_listed() -> None:
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    listed = (DECISIONS / "README.md").read_text("utf-8")

    numbers = [int(page.name[:4]) for page in pages]
    lines = [
        f"- [{page.name[:4]}]({page.name}) {title.removeprefix(f'# {page.name[:4]} · ')}"
        for page in pages
        for title in page.read_text("utf-8").splitlines()[:1]
    ]

    assert numbers == list(range(1, len(pages) + 1))
    assert [line for line in lines if line not in listed.splitlines()] == []


def test_a_heading_is_reached_by_its_name(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("# One, two\n\n[up](#one-two) [away](other.md#there)\n")

    assert anchors(document) == {"one-two"}
    assert list(targets(document)) == [
        (document, "one-two"),
        (tmp_path / "other.md", "there"),
    ]
