"""Why a number was read as it was, in plain words of the page's language."""

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.reading import Token, TokenClass
from tongket.core.nouns.span import Span
from tongket.core.reading.explain import explain, explain_token
from tongket.doors.web.intake import words


class _Sentences(dict[str, str]):
    """The sentences of the rules; a rule of long ago is told by what it saw."""

    def __missing__(self, rule: str) -> str:
        return "“{words}” → {gave}"


def reasons(figure: Figure) -> tuple[str, ...]:
    """Return one sentence for each rule that spoke about a figure."""
    return explain(figure, _Sentences(words.sentences()))


def reason(text: str, token_class: str, rule: str) -> str:
    """Say why a number of the text is no figure."""
    token = Token(Span(0, len(text)), TokenClass(token_class), rule)
    return explain_token(token, text, _Sentences(words.sentences()))
