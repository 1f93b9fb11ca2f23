"""Pages of originals as they look, drawn on demand and kept for a while."""

import json
import subprocess
import sys
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from threading import BoundedSemaphore, Lock

from tongket.content.refusal import Refusal
from tongket.core.nouns.document import Place
from tongket.core.nouns.facsimile import Facsimile, Part, Sought
from tongket.core.nouns.plain import as_plain, from_plain
from tongket.core.nouns.span import Span
from tongket.rooms.intake.drawing import NO_SUCH_PAGE

# A page takes a fraction of a second; one that takes this long is given up.
SECONDS = 10
# So many pages are drawn at a time: who asks for one more waits for a turn.
TURNS = BoundedSemaphore(2)
COMMAND = [sys.executable, "-m", "tongket.rooms.intake.drawing"]
# What is kept drawn, in bytes of pictures and in pages.
MOST_BYTES, MOST_PAGES = 24 * 1024 * 1024, 64
# The original by its SHA-256, the page, and what is sought on it.
Key = tuple[str, int, tuple[Sought, ...]]


class NoSuchPage(Refusal):
    """The original is no pdf, or has no page of that number."""

    code = "intake_no_such_page"


class PageNotDrawn(Refusal):
    """The page could not be drawn, or not in the time that a page may take."""

    code = "intake_page_not_drawn"


class Kept:
    """The pages drawn last, those that could not be drawn among them (as None).

    A page that takes too long is thus tried once, not at every visit.
    """

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, Facsimile | None] = OrderedDict()
        self._lock = Lock()

    def look_up(self, key: Key) -> tuple[Facsimile | None, ...]:
        """Return what became of a page, as one of its kind; nothing before it was."""
        with self._lock:
            if key not in self._pages:
                return ()
            self._pages.move_to_end(key)
            return (self._pages[key],)

    def put(self, key: Key, drawn: Facsimile | None) -> None:
        """Keep a page; those not asked for the longest time make room."""
        with self._lock:
            self._pages[key] = drawn
            while len(self._pages) > MOST_PAGES or self._size() > MOST_BYTES:
                self._pages.popitem(last=False)

    def _size(self) -> int:
        return sum(len(page.picture) for page in self._pages.values() if page)


_KEPT = Kept()


def facsimile(key: Key, load: Callable[[], bytes]) -> Facsimile:
    """Return the page that *key* names; *load* brings the file when it is to be drawn.

    Raises `NoSuchPage` and `PageNotDrawn`.
    """
    known = _KEPT.look_up(key) or _in_turn(key, load)
    if not known or known[0] is None:
        raise PageNotDrawn(page=key[1])
    return known[0]


def _in_turn(key: Key, load: Callable[[], bytes]) -> tuple[Facsimile | None, ...]:
    """Draw a page when it is its turn; nothing when others take too long."""
    if not TURNS.acquire(timeout=SECONDS):
        return ()
    try:
        # Drawn by another request, perhaps, while this one waited.
        if known := _KEPT.look_up(key):
            return known
        drawn = _drawn(load(), key)
        _KEPT.put(key, drawn)
        return (drawn,)
    finally:
        TURNS.release()


def _drawn(data: bytes, key: Key) -> Facsimile | None:
    """Have a page drawn by a program of its own, None when that fails."""
    _, page, sought = key
    asked = json.dumps({"page": page, "sought": as_plain(sought)})
    try:
        done = subprocess.run(
            COMMAND,
            input=asked.encode() + b"\n" + data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    line, _, picture = done.stdout.partition(b"\n")
    said = json.loads(line)
    if said.get("refused") == NO_SUCH_PAGE:
        raise NoSuchPage(page=page)
    return (
        None
        if "refused" in said
        else from_plain(Facsimile, said | {"picture": picture})
    )


def sought_on(
    page: int, places: Iterable[Place], *, figures: Mapping[str, Span], text: str
) -> tuple[Sought, ...]:
    """Return the figures that stand on a page, each with its parts.

    *places* and *figures* are in text order.
    """
    here = [place for place in places if place.box and place.box.page == page]
    ends = [place.span.end for place in here]
    found = []
    for name, span in figures.items():
        first = bisect_right(ends, span.start)
        if parts := tuple(_parts(span, islice(here, first, None), text)):
            found.append(Sought(name, parts))
    return tuple(found)


def _parts(span: Span, places: Iterable[Place], text: str) -> Iterator[Part]:
    """Yield the parts of a figure, one for each place that it runs through."""
    for place in places:
        if place.span.start >= span.end or place.box is None:
            return
        start, end = max(place.span.start, span.start), min(place.span.end, span.end)
        before = "".join(text[place.span.start : start].split())
        yield Part(place.box, "".join(text[start:end].split()), len(before))
