"""Tags and filters that turn core values into what a page prints."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.doors.web import numerals, words

register = template.Library()


@register.filter
def number(value: Decimal | int | None) -> str:
    return "" if value is None else numerals.written(value, get_language() or "vi")


@register.filter
def period_name(code: str) -> str:
    return words.period_name(code)


@register.filter
def kind_word(kind: EntryKind) -> str:
    return str(words.KINDS[EntryKind(kind)])


@register.filter
def aspect_word(aspect: Aspect) -> str:
    return str(words.ASPECTS[Aspect(aspect)])


@register.simple_tag
def verdict(value: Verdict) -> SafeString:
    """Print the badge of a verdict: sign, word and tone."""
    sign, tone, word = words.VERDICTS[Verdict(value)]
    return format_html(
        '<span class="badge {}"><span aria-hidden="true">{}</span> {}</span>',
        tone,
        sign,
        word,
    )


@register.inclusion_tag("components/figure.html")
def figure(entry: Any) -> dict[str, object]:
    """Print the value of a ledger entry as a link to the entry."""
    draft = entry.draft
    return {
        "number": entry.number,
        "displayed": draft.displayed,
        "measure": draft.measure,
    }
