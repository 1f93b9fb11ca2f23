"""Nouns written down as plain JSON values, and read back without loss.

Decimals become strings, so that no digit passes through a binary fraction; spans,
figures, claims and notes become objects keyed by field name. A field that holds its
default is left out, so that a noun may gain an optional field and what was written
before stays readable.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_plain(value: object) -> Any:
    """Return *value* as strings, whole numbers, lists and objects.

    >>> from tongket.core.nouns.span import Span
    >>> as_plain(Span(6, 12))
    {'start': 6, 'end': 12}
    >>> as_plain((Decimal("19.07"), None))
    ['19.07', None]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: as_plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [as_plain(part) for part in value]
    return value


def from_plain(noun: type[T], plain: Any) -> T:
    """Return the *noun* that :func:`as_plain` wrote down as *plain*.

    Keys that the noun does not know are passed over.

    >>> from tongket.core.nouns.span import Span
    >>> from_plain(Span, {"start": 6, "end": 12})
    Span(start=6, end=12)
    """
    read: T = _read(noun, plain)
    return read


def _default(field: Field[Any]) -> object:
    """Return what the field holds when nobody says anything, or MISSING."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _hints(noun: type) -> Mapping[str, Any]:
    return get_type_hints(noun)


def _read(shape: Any, plain: Any) -> Any:
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        return None if plain is None else _read(_first_of(shape), plain)
    if origin is tuple:
        return _read_tuple(get_args(shape), plain)
    if is_dataclass(shape):
        hints = _hints(shape)  # type: ignore[arg-type]
        known = {name: plain[name] for name in hints if name in plain}
        return shape(**{name: _read(hints[name], known[name]) for name in known})  # type: ignore[operator]
    return _read_atom(shape, plain)


def _first_of(shape: Any) -> Any:
    """Return the member of an optional shape that is not None."""
    return next(part for part in get_args(shape) if part is not type(None))


def _read_tuple(parts: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_read(parts[0], item) for item in plain)
    return tuple(_read(part, item) for part, item in zip(parts, plain, strict=True))


def _read_atom(shape: Any, plain: Any) -> Any:
    if isinstance(shape, type) and issubclass(shape, (Enum, Decimal)):
        return shape(plain)
    if shape in (datetime, date):
        return shape.fromisoformat(plain)
    return plain
