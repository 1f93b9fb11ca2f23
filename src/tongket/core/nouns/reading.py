"""A reading: everything numeric in a text, each token in exactly one class."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.span import Span


class TokenClass(StrEnum):
    """What a digit token or number word is, when it is no figure."""

    FIGURE = "figure"
    DATE = "date"
    DOCUMENT_NUMBER = "document_number"
    STANDARD = "standard"
    LIST_MARKER = "list_marker"
    PAGE_CHROME = "page_chrome"
    CONTACT = "contact"
    ORDINAL = "ordinal"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Token:
    """A digit token or number word that is no figure, with its class and the reason.

    `reason` is the name of the rule that decided (a key of content/messages).
    """

    span: Span
    token_class: TokenClass
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of a text and every other numeric token, in text order.

    The spans of `figures` and `others` do not overlap and together cover every digit
    of `text`.
    """

    text: str
    figures: tuple[Figure, ...]
    others: tuple[Token, ...]
