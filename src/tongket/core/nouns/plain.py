"""Nouns written down as plain JSON values, and read back without loss.

Decimals become strings, so that no digit passes through a binary fraction; spans,
figures, claims and notes become objects keyed by field name. A field that holds its
default is left out, so that a noun may gain an optional field and what was written
before stays readable.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def as_plain(value: object) -> Any:
    """Return *value* as strings, whole numbers, lists and objects.

    >>> from tongket.core.nouns.span import Span
    >>> as_plain(Span(6, 12))
    {'start': 6, 'end': 12}
    >>> as_plain((Decimal("19.07"), None))
    ['19.07', None]
    """
    kind: Any = type(value)
    if kind is str or kind is int or value is None:
        return value
    if kind is Decimal:
        return f"{value:f}"
    if kind is tuple or kind is list:
        return [as_plain(part) for part in value]  # type: ignore[attr-defined]  # is a list
    if _is_noun(kind):
        return {
            name: as_plain(held)
            for name, default in _defaults(kind)
            if (held := getattr(value, name)) != default
        }
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def from_plain(noun: type[T], plain: Any) -> T:
    """Return the *noun* that :func:`as_plain` wrote down as *plain*.

    Keys that the noun does not know are passed over.

    >>> from tongket.core.nouns.span import Span
    >>> from_plain(Span, {"start": 6, "end": 12})
    Span(start=6, end=12)
    """
    shape: Any = noun
    read: T = _reader(shape)(plain)
    return read


@cache
def _is_noun(shape: Any) -> bool:
    """Tell whether a type holds fields by name: a dataclass, or a tuple with names."""
    return is_dataclass(shape) or hasattr(shape, "_fields")


@cache
def _defaults(noun: Any) -> tuple[tuple[str, object], ...]:
    """Return each field of a noun with what it holds when nobody says anything."""
    if not is_dataclass(noun):
        given = noun._field_defaults
        return tuple((name, given.get(name, MISSING)) for name in noun._fields)
    return tuple((field.name, _default(field)) for field in fields(noun))


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


# A document holds thousands of figures: what a shape asks for is found out once.
@cache
def _reader(shape: Any) -> Reader:
    """Return the function that reads one shape back from plain values."""
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        read = _reader(_first_of(shape))
        return lambda plain: None if plain is None else read(plain)
    if origin is tuple:
        return _tuple_reader(get_args(shape))
    if _is_noun(shape):
        return _noun_reader(shape)
    if shape in (datetime, date):
        moment: Reader = shape.fromisoformat
        return moment
    if isinstance(shape, type) and issubclass(shape, (Enum, Decimal)):
        return shape
    return lambda plain: plain


def _first_of(shape: Any) -> Any:
    """Return the member of an optional shape that is not None."""
    return next(part for part in get_args(shape) if part is not type(None))


def _tuple_reader(parts: tuple[Any, ...]) -> Reader:
    if len(parts) == 2 and parts[1] is Ellipsis:
        read = _reader(parts[0])
        return lambda plain: tuple([read(item) for item in plain])
    readers = tuple(_reader(part) for part in parts)
    return lambda plain: tuple(
        read(item) for read, item in zip(readers, plain, strict=True)
    )


def _noun_reader(noun: Any) -> Reader:
    hints = get_type_hints(noun)
    readers = tuple((name, _reader(shape)) for name, shape in hints.items())
    return lambda plain: noun(
        **{name: read(plain[name]) for name, read in readers if name in plain}
    )
