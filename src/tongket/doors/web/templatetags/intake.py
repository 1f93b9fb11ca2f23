"""Tags and filters of the pages of intake."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tongket.core.nouns.figure import Bound, Figure
from tongket.core.nouns.proposal import State
from tongket.core.nouns.reading import TokenClass
from tongket.doors.web import words as shared
from tongket.doors.web.intake import why, words
from tongket.doors.web.intake.marking import Piece

register = template.Library()
# A heading this short in capitals is an abbreviation ("SHTT", "ATBX").
SHORT = 6


@register.simple_tag
def state_badge(state: State) -> SafeString:
    """Print the badge of a state: sign, word and tone."""
    sign, tone, word = words.STATES[State(state)]
    return format_html(
        '<span class="badge {}"><span aria-hidden="true">{}</span> {}</span>',
        tone,
        sign,
        word,
    )


@register.filter
def doing(figure: Figure) -> str:
    return words.doing(figure.role, figure.sign)


@register.filter
def bound_word(bound: Bound) -> str:
    return str(shared.BOUNDS[Bound(bound)])


@register.filter
def no_figure(piece: Piece) -> str:
    """Say what a number is that is no figure, and why."""
    said = words.CLASSES[TokenClass(piece.other)]
    return f"{said}. {why.reason(piece.text, piece.other, piece.reason)}"


@register.filter
def under(sections: tuple[str, ...]) -> str:
    """Name the headings that a figure stands under; capitals are for the paper."""
    return " › ".join(
        each.capitalize() if each.isupper() and len(each) > SHORT else each
        for each in sections
    )


@register.filter
def of(names: Mapping[str, str], code: str) -> str:
    """Return the name of a code, the code itself when it has none."""
    return names.get(code, code)
