"""A paper: the tree of an official document, before it becomes html, docx or pdf."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain words."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the paper, bound to the ledger entries that it was computed from.

    `text` is what is printed. One entry: the number is that entry's value. Several:
    it was computed from them, and `computation` says how ("61 − 58"). `key` names
    the fact within the paper (n1, n2, …). `rule` names the computation and `operands`
    its operands, each a group of entries whose values are added, so that the number
    can be computed again by anyone who holds the entries.
    """

    key: str
    text: str
    entries: tuple[int, ...]
    computation: str = ""
    rule: str = ""
    operands: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that a person fills before the paper is signed; `hint` says with what."""

    hint: str


Inline = Words | Fact | Blank


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is "I. TÊN MỤC", 2 "1. …", 3 "a) …"."""

    level: int
    marker: str
    title: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item of a list, led by "-" (level 1) or "+" (level 2)."""

    parts: tuple[Inline, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    parts: tuple[Inline, ...]
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `widths` are shares of the text width in per mille."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


Block = Paragraph | Heading | Bullet | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the authority line ("KT. GIÁM ĐỐC"), the post and the name."""

    authority: str
    post: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """An official document in the layout of Nghị định 30/2020/NĐ-CP.

    `superior` and `issuer` are boxes 2 of the decree, `number` and `symbol` box 3
    ("Số: …/BC-SKHCN"), `place` and `on` box 4, `type_name` and `subject` box 5a,
    `addressees` box 9a, `recipients` box 9b. `on` is None while undated.
    """

    superior: str
    issuer: str
    symbol: str
    place: str
    type_name: str
    subject: str
    blocks: tuple[Block, ...]
    signature: Signature
    number: str = ""
    on: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    language: str = "vi"
    facts: tuple[Fact, ...] = field(default=())
