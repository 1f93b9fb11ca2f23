"""A sighting: a number while it is being read, before it is a figure."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from tongket.core.nouns.figure import Bound, Kind, Role
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.line import Line


class Aside(NamedTuple):
    """A numeric stretch that is no figure: where it ends, its class and the rule."""

    start: int
    end: int
    token_class: TokenClass
    reason: str


@dataclass(slots=True, eq=False)
class Sighting:
    """A number of a line and what the rules have found out about it so far.

    `first` and `last` (excluded) are the words of the number, `tail` the word after
    its measure, `opening` the first word of its bound, `thing` the first word of a
    counted noun that stands apart. `host` is the word index of the bracket that it
    stands in, or -1; `sentence` and `clause` are the words that these begin with, and
    `opens` says that it is the first number of its sentence, and
    `lead` the first word between the number before and this. `left` and `right` are
    the stretches of the subject before and after the number, `twin` the other number
    of a pair of now and before. `settled`: a table has already told all. `steps` are
    (rule, first offset, end offset, what was given).
    """

    line: Line
    first: int
    last: int
    start: int
    end: int
    value: Decimal | None
    quantum: Decimal | None = None
    value_max: Decimal | None = None
    total: Decimal | None = None
    scaled: bool = False
    factor: Decimal = Decimal(1)
    spelled: bool = False
    kind: Kind = Kind.COUNT
    measure: str = ""
    noun: str = ""
    elided: bool = False
    tail: int = 0
    opening: int = 0
    host: int = -1
    bound: Bound = Bound.EXACT
    role: Role = Role.RESULT
    of: "Sighting | None" = None
    sign: str | None = None
    period: str | None = None
    subject: str = ""
    left: str = ""
    right: str = ""
    section: tuple[str, ...] = ()
    twin: "Sighting | None" = None
    settled: bool = False
    thing: int = -1
    optional: bool = False
    certainty: Decimal = Decimal(1)
    sentence: int = 0
    clause: int = 0
    lead: int = 0
    kin: frozenset[int] = frozenset()
    opens: bool = False
    steps: list[tuple[str, int, int, str]] = field(default_factory=list)

    def note(self, rule: str, place: tuple[int, int], gave: str = "") -> None:
        """Write down that a rule spoke, and by which words of the text."""
        self.steps.append((rule, *place, gave))

    def doubt(self, share: str) -> None:
        """Lower the certainty to a share of what it was."""
        self.certainty *= Decimal(share)


# What a number of a line turns out to be.
Found = Aside | Sighting
