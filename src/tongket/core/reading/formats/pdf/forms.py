"""How often a pdf has its forms drawn: one that never ends is refused unopened.

A form is a piece of a page that is drawn by its name, and may draw other forms in turn.
Ten forms that each draw the next one ten times are drawn ten billion times, and PDFium
cannot be stopped once it has begun. So the forms are counted in the bytes of the file.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.core.reading.formats.unreadable import Unreadable

OBJECT = re.compile(rb"(\d{1,8})\s+\d{1,5}\s+obj\b")
REFERENCE = re.compile(rb"(\d{1,8})\s+\d{1,5}\s+R\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d{1,8})")
DRAW = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
STREAM = re.compile(rb"stream\r?\n")
# A dictionary is no longer than this, in bytes; what is unpacked from one object, too.
LONGEST_HEAD, LONGEST_BODY = 20_000, 4_000_000
# Forms within forms, as deep as PDFium goes; and how often they may be drawn in all.
DEEPEST, MOST_DRAWN = 60, 200_000


@dataclass(slots=True)
class Forms:
    """The forms of a file: how often each draws others, and which objects it names."""

    draws: dict[int, int] = field(default_factory=dict)
    names: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _costs: dict[int, int] = field(default_factory=dict)

    def cost(self, form: int, depth: int = 0) -> int:
        """Return how often forms are drawn when this one is drawn once."""
        if depth > DEEPEST:
            return 1
        if form not in self._costs:
            # A form that comes back to itself once goes on as deep as PDFium goes, but
            # one that comes back twice is a bomb.
            self._costs[form] = MOST_DRAWN // 2
            within = [self.cost(other, depth + 1) for other in self._drawn(form)]
            drawn = self.draws[form] * max(within, default=0)
            self._costs[form] = min(1 + drawn, MOST_DRAWN + 1)
        return self._costs[form]

    def _drawn(self, form: int) -> set[int]:
        """Return the forms that a form names, itself or by way of its resources."""
        found: set[int] = set()
        seen: set[int] = {form}
        ahead = [form]
        while ahead:
            for name in self.names.get(ahead.pop(), ()):
                if name in self.draws:
                    found.add(name)
                elif name not in seen:
                    seen.add(name)
                    ahead.append(name)
        return found


def demand_few_forms(data: bytes) -> None:
    """Refuse a pdf whose forms draw one another without end.

    Raises Unreadable: file_unfolds_too_far.
    """
    if len(FORM.findall(data)) < 2:
        return
    forms = _forms(data)
    if any(forms.cost(form) > MOST_DRAWN for form in forms.draws):
        raise Unreadable("file_unfolds_too_far")


def _forms(data: bytes) -> Forms:
    forms = Forms()
    for number, head, body in _objects(data):
        forms.names[number] = _named(head)
        if FORM.search(head):
            forms.draws[number] = len(DRAW.findall(_unpacked(body)))
        elif PACKED.search(head):
            forms.names |= dict(_packed(head, _unpacked(body)))
    return forms


def _objects(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the objects of a file: number, dictionary, and what follows it."""
    starts = [*OBJECT.finditer(data)]
    ends = [*(match.start() for match in starts[1:]), len(data)]
    for match, end in zip(starts, ends, strict=True):
        whole = data[match.end() : min(end, match.end() + LONGEST_HEAD)]
        begin = STREAM.search(whole)
        head = whole[: begin.start()] if begin else whole
        body = data[match.end() + begin.end() : end] if begin else b""
        yield int(match[1]), head, body


def _packed(head: bytes, body: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield number and names of the objects that are packed within another."""
    first = FIRST.search(head)
    start = int(first[1]) if first else 0
    pairs = [int(each) for each in body[:start].split() if each.isdigit()]
    numbers, places = pairs[0::2], [*pairs[1::2], len(body)]
    for number, place, end in zip(numbers, places, places[1:], strict=False):
        yield number, _named(body[start + place : start + end])


def _named(head: bytes) -> tuple[int, ...]:
    return tuple(int(match[1]) for match in REFERENCE.finditer(head))


def _unpacked(body: bytes) -> bytes:
    """Return the content of a stream, as far as it is packed the usual way or plain."""
    try:
        return zlib.decompressobj().decompress(body, LONGEST_BODY)
    except zlib.error:
        return body[:LONGEST_BODY]
