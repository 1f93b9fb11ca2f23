"""The facts in a delivered file: found again, and held against what is printed.

This needs the file alone: it tells whether each printed number still is the one that
was delivered, and whether the entries inside are what they were sealed as.
"""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from tongket.core.nouns.delivered import Delivered
from tongket.core.nouns.paper import Fact, Heading, Paper, Table
from tongket.core.rendering import letter
from tongket.core.rendering.capsule import NotOurs, from_json
from tongket.core.rendering.layout import Layout
from tongket.core.rendering.printed import Printed, numbers_in, printed_in

__all__ = ["Change", "Inspection", "NotOurs", "check_delivered", "extract", "outside"]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact whose number is not printed as it was delivered.

    `found` is what stands in its place: empty when the number is gone.
    """

    key: str
    delivered: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a delivered file shows about itself.

    `changed` are facts that were altered or taken out, `added` numbers that stand in
    the text and were not delivered, `unsealed` the numbers of entries whose payload
    does not give their hash.
    """

    delivered: Delivered
    changed: tuple[Change, ...] = ()
    added: tuple[str, ...] = ()
    unsealed: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether every delivered number stands and every seal holds.

        Numbers that a person added to the text do not break a file; they are only
        told apart from those of the ledger.
        """
        return not self.changed and not self.unsealed


def outside(paper: Paper, *, layout: Layout) -> tuple[str, ...]:
    """Return the numbers that *paper* prints outside its facts, in text order."""
    stretches = [
        letter.number_line(paper, layout),
        letter.place_line(paper, layout),
        paper.superior,
        paper.issuer,
        paper.subject,
        *letter.addressee_lines(paper, layout),
        *letter.recipient_lines(paper, layout),
        paper.signature.authority,
        paper.signature.post,
        paper.signature.name,
    ]
    for block in paper.blocks:
        if isinstance(block, Heading):
            stretches.append(letter.heading_line(block))
        elif isinstance(block, Table):
            stretches += [block.caption, *block.header]
            parts = [part for row in block.rows for cell in row for part in cell.parts]
            stretches += [letter.text_of(p) for p in parts if _is_said(p)]
        else:
            stretches += [letter.text_of(p) for p in block.parts if _is_said(p)]
    return tuple(number for text in stretches for number in numbers_in(text))


def _is_said(part: object) -> bool:
    return not isinstance(part, Fact)


def extract(data: bytes) -> Delivered:
    """Return the facts that a delivered docx, pdf or html file carries.

    Raises NotOurs when the file carries none, or carries them spoilt.
    """
    return from_json(printed_in(data).capsule)


def check_delivered(data: bytes) -> Inspection:
    """Return what a delivered file shows about itself, without any ledger.

    Raises NotOurs as `extract` does.
    """
    printed = printed_in(data)
    delivered = from_json(printed.capsule)
    changed = _by_key(delivered, printed) if printed.has_keys else ()
    found, expected = Counter(printed.outside), Counter(delivered.outside)
    if not printed.has_keys:
        expected.update(n for fact in delivered.facts for n in numbers_in(fact.text))
        changed = _by_number(delivered, expected - found)
    return Inspection(
        delivered=delivered,
        changed=changed,
        added=tuple((found - expected).elements()),
        unsealed=tuple(
            entry.number
            for entry in delivered.entries
            if sha256(entry.payload.encode()).hexdigest() != entry.hash
        ),
    )


def _by_key(delivered: Delivered, printed: Printed) -> tuple[Change, ...]:
    """Return the facts whose marked place holds something else, or is gone."""
    return tuple(
        Change(fact.key, fact.text, printed.facts.get(fact.key, ""))
        for fact in delivered.facts
        if _plain(printed.facts.get(fact.key, "")) != _plain(fact.text)
    )


def _by_number(delivered: Delivered, missing: Counter[str]) -> tuple[Change, ...]:
    """Return facts whose numbers are missing from a file without marked places."""
    left = missing.copy()
    changed = []
    for fact in delivered.facts:
        gone = [number for number in numbers_in(fact.text) if left[number] > 0]
        left.subtract(gone)
        if gone:
            changed.append(Change(fact.key, fact.text))
    return tuple(changed)


def _plain(text: str) -> str:
    return " ".join(text.split())
