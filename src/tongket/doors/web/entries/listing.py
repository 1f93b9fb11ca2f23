"""A page of the ledger: the entries asked for, and where in the list they stand."""

from dataclasses import dataclass
from urllib.parse import urlencode

from tongket.content.catalogue import catalogue
from tongket.core.nouns.entry import Entry, EntryKind
from tongket.doors.web.indicators.search import search
from tongket.rooms.ledger import queries as ledger

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of a department's ledger somebody wants to see; empty: all of it.

    `words` are looked for in the indicators' names and codes, `start` counts from 0.
    `corrected` also shows entries that a correction has replaced.
    """

    department: str
    period: str = ""
    field: str = ""
    kind: str = ""
    words: str = ""
    corrected: bool = False
    start: int = 0

    def address(self, start: int) -> str:
        """Return the query string of the same list from another start."""
        parts = {
            "period": self.period or "all",
            "field": self.field,
            "kind": self.kind,
            "q": self.words,
            "corrected": "1" if self.corrected else "",
            "start": str(start or ""),
        }
        filled = {name: value for name, value in parts.items() if value}
        return "?" + urlencode({"department": self.department, **filled})


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of entries, newest first, of `count` in all."""

    asked: Asked
    entries: tuple[Entry, ...]
    count: int

    @property
    def first(self) -> int:
        """Return the place of the first entry shown, from 1; 0 when none is."""
        return self.asked.start + 1 if self.entries else 0

    @property
    def last(self) -> int:
        """Return the place of the last entry shown."""
        return self.asked.start + len(self.entries)

    @property
    def earlier(self) -> str:
        """Return the address of the page before, empty on the first."""
        start = self.asked.start
        return self.asked.address(max(0, start - PAGE)) if start else ""

    @property
    def later(self) -> str:
        """Return the address of the page after, empty on the last."""
        return self.asked.address(self.last) if self.last < self.count else ""


def listing(asked: Asked) -> Listing:
    """Return the page asked for."""
    query = ledger.Asked(
        department=asked.department,
        period=asked.period or None,
        current_only=not asked.corrected,
        newest_first=True,
    )
    if asked.kind:
        query["kinds"] = (EntryKind(asked.kind),)
    if asked.field or asked.words:
        # Fields and names are the catalogue's business, which no table knows.
        query["indicators"] = _codes(asked)
    count = ledger.count(**query)
    query["start"], query["limit"] = asked.start, PAGE
    return Listing(asked, ledger.entries(**query), count)


def _codes(asked: Asked) -> tuple[str, ...]:
    found = [
        indicator
        for indicator in catalogue().indicators
        if asked.field in {"", indicator.field}
    ]
    if asked.words:
        found = list(search(asked.words, found))
    return tuple(indicator.code for indicator in found)
