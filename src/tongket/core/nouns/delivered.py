"""What a delivered file carries inside: its facts and the entries behind them."""

from dataclasses import dataclass, field

from tongket.core.nouns.paper import Fact


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it was sealed when the file was delivered.

    `payload` is the canonical JSON of the entry (RFC 8785) and `hash` the SHA-256 of
    its UTF-8 bytes in hexadecimal digits: who holds both can prove the one by the
    other without the ledger.
    """

    number: int
    payload: str
    hash: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Which paper was delivered, and how far the ledger had come.

    `head` is the hash of the last entry of the department's chain and `position` its
    place in the chain at the moment `at` (ISO 8601) of composing; both empty while
    the chain is.
    """

    department: str
    period: str
    kind: str
    title: str
    at: str = ""
    head: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """The facts of a delivered paper, bound to sealed entries.

    `outside` lists the numbers that the paper prints outside any fact (dates, titles,
    markers), in the order of the text: a number that is neither a fact nor in this
    list was written in by hand.
    """

    origin: Origin
    facts: tuple[Fact, ...]
    entries: tuple[Sealed, ...] = field(default=())
    outside: tuple[str, ...] = field(default=())
