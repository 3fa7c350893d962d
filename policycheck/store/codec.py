"""Frozen dataclasses to plain JSON values and back, by their type hints."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> Any:
    """Return `value` as dicts, lists, strings and numbers; enums stay the strings that they are."""
    if is_dataclass(value):
        return {name: encode(getattr(value, name)) for name in _names(cast(Any, type(value)))}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return value


def decode(kind: type[T], data: Any) -> T:
    """Return the `kind` that `encode` was given.

    A field that `data` lacks gets its default, and one that `kind` no longer has is left out, so a payload
    written by an earlier version still reads.
    """
    return cast(T, _decoder(cast(Any, kind))(data))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(_decoder(next(arg for arg in get_args(hint) if arg is not type(None))))
    if origin is tuple:
        return _tuple(get_args(hint))
    if is_dataclass(hint):
        return _dataclass(cast(type, hint))
    if hint in (date, datetime):
        return cast(type[date], hint).fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    return _same


def _same(data: Any) -> Any:
    return data


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda data: None if data is None else read(data)


def _tuple(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if arguments[-1] is Ellipsis:
        read = _decoder(arguments[0])
        return tuple if read is _same else lambda data: tuple(map(read, data))
    readers = tuple(_decoder(argument) for argument in arguments)
    return lambda data: tuple(read(item) for read, item in zip(readers, data, strict=True))


def _enum(kind: type[Enum]) -> Callable[[Any], Any]:
    members = {member.value: member for member in kind}
    return lambda data: members[data] if data in members else kind(data)


def _dataclass(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {name: _decoder(hints[name]) for name in _names(kind)}
    # Quick where most fields are read as they are and a payload has just today's: there may be a hundred thousand.
    converted = [(name, read) for name, read in readers.items() if read is not _same]
    names = readers.keys()

    def read(data: Any) -> Any:
        values = dict(data) if data.keys() == names else {name: data[name] for name in names if name in data}
        for name, convert in converted:
            if name in values:
                values[name] = convert(values[name])
        return kind(**values)

    return read
