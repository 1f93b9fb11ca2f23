"""A number quoted with the words around it."""

from dataclasses import dataclass

from tongket.core.nouns.span import Span

# Two or three lines of text on either side tell what a number is about.
CONTEXT = 160


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words around a number, the number apart, so that a page can mark it."""

    before: str
    number: str
    after: str
    cut_before: bool
    cut_after: bool


def quotation(text: str, span: Span) -> Quotation:
    """Quote the words around *span*, cut between words.

    >>> quotation("Năm qua quản lý 78 nhiệm vụ.", Span(16, 18)).number
    '78'
    """
    start = max(0, span.start - CONTEXT)
    end = min(len(text), span.end + CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    if start and " " in before:
        before = before.split(" ", 1)[1]
    if end < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0]
    return Quotation(before, span.of(text), after, start > 0, end < len(text))
