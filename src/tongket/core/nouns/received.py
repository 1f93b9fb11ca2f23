"""A document as a department received it."""

from dataclasses import dataclass
from datetime import datetime

from tongket.core.nouns.document import Format, Note


@dataclass(frozen=True, slots=True)
class Received:
    """A document on a department's shelf: what it is, whose, and of which period.

    `sha256` names the original file, which is kept byte for byte; `size` is its
    length in bytes. `unit` is who the document speaks of, `department` whose ledger
    its figures go to.
    """

    id: int
    department: str
    unit: str
    period: str
    name: str
    format: Format
    sha256: str
    size: int
    by: str
    at: datetime
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in a list, with how many of its figures stand where.

    `waiting` counts figures nobody has decided about, `accepted` those accepted or
    changed and not yet posted.
    """

    document: Received
    figures: int
    waiting: int
    accepted: int
    posted: int
    refused: int
