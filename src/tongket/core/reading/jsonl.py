"""Figures as JSON objects, with the fields of the published guide for marking."""

from decimal import Decimal

from tongket.core.nouns.figure import Figure


def as_json(figure: Figure) -> dict[str, object]:
    """Return a figure as a JSON object.

    Amounts are decimal strings without exponent; the measure is named "unit"; fields
    that the text says nothing about are absent, but for "value", which is null where
    the amount is vague. "indicator" lists the suggested codes, best first.
    """
    fields: dict[str, object] = {
        "id": figure.id,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "kind": figure.kind.value,
        "value": _number(figure.value),
        "value_max": _number(figure.value_max),
        "total": _number(figure.total),
        "unit": figure.measure,
        "bound": figure.bound.value,
        "subject": figure.subject,
        "section": list(figure.section),
        "role": figure.role.value,
        "of": figure.of,
        "sign": figure.sign,
        "period": figure.period,
        "optional": figure.optional or None,
        "indicator": [suggestion.code for suggestion in figure.indicators],
    }
    return {
        name: value
        for name, value in fields.items()
        if value is not None or name == "value"
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
