"""The choices that a form offers, known only when the form is made."""

from typing import Any, cast

from django import forms


def choice_of(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """Return the field *name* of a form as the choice that its class declares."""
    return cast("forms.ChoiceField", form.fields[name])


def offered(form: forms.BaseForm, name: str) -> list[tuple[str, Any]]:
    """Return the values that a choice offers, each with its words."""
    return cast("list[tuple[str, Any]]", choice_of(form, name).choices)
