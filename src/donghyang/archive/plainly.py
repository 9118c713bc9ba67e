"""Records read back from the JSON that the archive itself wrote; what strangers write is checked by `wire`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


def record_of(kind: Any, told: dict[str, Any]) -> Any:
    """The record of a kind that JSON tells whose numbers with a point were read as Decimal.

    Raises KeyError, TypeError, ValueError or ArithmeticError where it tells none; what is of another type passes.
    """
    return _reader(kind)(told)


@cache
def _reader(kind: Any) -> Reader:
    parts = get_args(kind)
    if kind is Decimal:
        return Decimal
    if get_origin(kind) in (Union, UnionType):
        return _optional(_reader(next(part for part in parts if part is not type(None))))
    if get_origin(kind) is tuple:
        return _list(_reader(parts[0])) if parts[-1] is ... else _row([_reader(part) for part in parts])
    if is_dataclass(kind):
        return _record(kind)
    return _same


def _same(told: Any) -> Any:
    return told


def _optional(read: Reader) -> Reader:
    return lambda told: None if told is None else read(told)


def _list(read: Reader) -> Reader:
    return lambda told: tuple(map(read, told))


def _row(reads: list[Reader]) -> Reader:
    return lambda told: tuple(read(one) for read, one in zip(reads, told, strict=True))


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    reads = {part.name: _reader(hints[part.name]) for part in fields(kind)}
    return lambda told: kind(**{name: reads[name](one) for name, one in told.items()})
