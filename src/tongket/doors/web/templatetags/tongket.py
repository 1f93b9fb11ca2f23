"""Tags and filters that turn core values into what a page prints."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from tongket.content.messages import messages
from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Claim, Severity, Verdict
from tongket.core.nouns.entry import Aspect, Entry, EntryKind, SourceKind
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.core.rendering.charts.bullet import bullet as drawn_bullet
from tongket.core.rendering.charts.drawing import Caption
from tongket.doors.web import numerals, words
from tongket.doors.web.home.targets import Target
from tongket.doors.web.menu import Place, menu
from tongket.doors.web.twins import told_apart

register = template.Library()


@register.simple_tag(takes_context=True)
def site_menu(context: template.Context) -> tuple[Place, ...]:
    """Give the links of the header; the page shown is marked among them."""
    match = getattr(context.get("request"), "resolver_match", None)
    return menu(match.namespace if match else "")


@register.filter
def number(value: Decimal | int | None) -> str:
    return "" if value is None else numerals.written(value, get_language() or "vi")


@register.filter
def short_names(units: Iterable[Unit]) -> list[tuple[str, str]]:
    """Give the codes of units and their short names, units of one name told apart."""
    return told_apart(units, short=True)


@register.filter
def parted(address: str) -> tuple[str, str]:
    """Part an address in a spreadsheet ("Quý 1!B7") into sheet and cell.

    What stands in the name of a sheet has no cell.
    """
    sheet, _, cell = address.rpartition("!")
    return (sheet, cell) if sheet else (address, "")


@register.filter
def period_name(code: str) -> str:
    return words.period_name(code)


@register.filter
def kind_word(kind: EntryKind) -> str:
    return str(words.KINDS[EntryKind(kind)])


@register.filter
def aspect_word(aspect: Aspect) -> str:
    return str(words.ASPECTS[Aspect(aspect)])


@register.filter
def dimension_name(name: str) -> str:
    return words.dimension_name(name)


@register.filter
def source_word(kind: SourceKind) -> str:
    return str(words.SOURCES[SourceKind(kind)])


@register.filter
def direction_word(direction: Direction) -> str:
    return str(words.DIRECTIONS[Direction(direction)])


@register.filter
def aggregation_word(aggregation: Aggregation) -> str:
    return str(words.AGGREGATIONS[Aggregation(aggregation)])


@register.filter
def unit_word(kind: UnitKind) -> str:
    return str(words.UNIT_KINDS[UnitKind(kind)])


@register.filter
def shown(entry: Entry) -> str:
    return numerals.shown(entry.draft, get_language() or "vi")


@register.simple_tag
def lead_in(entry: Entry) -> str:
    """Print the words before a value ("vượt ", "hơn ") with the space after them."""
    draft = entry.draft
    found = (words.way_of(draft), str(words.BOUNDS[draft.bound]))
    return "".join(f"{word} " for word in found if word)


@register.simple_tag
def measure_after(entry: Entry) -> str:
    """Print the measure after a value, unless its digits carry it ("19,07%")."""
    measure = entry.draft.measure
    return "" if measure in shown(entry) else f" {measure}"


@register.filter
def name_of(indicator: Indicator) -> str:
    return words.name_of(indicator)


@register.filter
def indicator_name(code: str) -> str:
    return words.indicator_name(code)


@register.filter
def field_name(code: str) -> str:
    return words.field_name(code)


@register.inclusion_tag("components/crumbs.html")
def crumbs(*parts: str) -> dict[str, object]:
    """Print the way to a page: address and words of each page above it, then its own.

    {% crumbs units _("Đơn vị") "Bến Tre" %} prints a link and the name of the page.
    """
    *above, here = parts
    return {"above": list(zip(above[::2], above[1::2], strict=True)), "here": here}


@register.simple_tag
def verdict(value: Verdict) -> SafeString:
    """Print the badge of a verdict: sign, word and tone."""
    return _badge(*words.VERDICTS[Verdict(value)])


@register.filter
def severity_word(severity: Severity) -> str:
    return str(words.SEVERITIES[Severity(severity)])


@register.simple_tag
def told(claim: Claim) -> str:
    """Say what a check saw, in one sentence of the page's language."""
    return sentence(claim, messages(get_language() or "vi"))


@register.simple_tag
def standing(target: Target) -> SafeString:
    """Print the badge of how a target stands."""
    return _badge(*words.STANDINGS[target.standing])


def _badge(sign: str, tone: str, word: object) -> SafeString:
    return format_html(
        '<span class="badge {}"><span aria-hidden="true">{}</span> {}</span>',
        tone,
        sign,
        word,
    )


@register.simple_tag
def breakdown(pairs: tuple[tuple[str, str], ...]) -> SafeString:
    """Print breakdown values on a line of their own: "cấp quản lý: tỉnh"."""
    if not pairs:
        return mark_safe("")
    named = ((words.dimension_name(name), value) for name, value in pairs)
    joined = format_html_join("; ", "{}: {}", named)
    return format_html('<span class="breakdown">{}</span>', joined)


@register.simple_tag
def bullet(target: Target) -> SafeString:
    """Draw a target's achievement, where there is a share to draw."""
    if target.share is None:
        return mark_safe("")
    said = gettext("Đạt %(share)s%% kế hoạch") % {"share": number(target.share)}
    caption = Caption(
        name=f"bullet-{id(target)}",
        title=words.name_of(target.indicator),
        description=said,
    )
    drawn = drawn_bullet(caption, actual=target.share, plan=Decimal(100))
    return mark_safe(drawn)  # noqa: S308 - drawn by ElementTree, which escapes


@register.inclusion_tag("components/figure.html")
def signed(entry: Entry, *, bare: bool = False) -> dict[str, Any]:
    """Print the value of an entry with the way it went: tăng, giảm, vượt, thấp hơn."""
    return {**figure(entry, bare=bare), "way": words.way_of(entry.draft)}


@register.inclusion_tag("components/figure.html")
def figure(entry: Entry, *, bare: bool = False) -> dict[str, Any]:
    """Print the value of a ledger entry as a link to the entry.

    With its measure, unless the heading of the column gives it (`bare`).
    """
    draft = entry.draft
    return {
        "number": entry.number,
        "displayed": shown(entry),
        "measure": "" if bare else measure_after(entry),
        "bound": words.BOUNDS[draft.bound],
    }
