"""Records to JSON and back: the only place that knows how a record looks outside the program.

Dates become ISO 8601 strings, decimals JSON numbers with all their digits (2.50 stays 2.50), messages one sentence in
the reader's language. Places in the text (`span`) are left out unless they are asked for.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

from donghyang.records import CannotProceed, Language, Message

Json = dict[str, "Json"] | list["Json"] | str | int | float | Decimal | bool | None
Record = TypeVar("Record")


def to_json(value: object, *, spans: bool = False, language: Language | None = "ko") -> Json:
    """What `dumps` writes, for a record, a collection of records or a plain value.

    A message becomes its sentence in `language`, or with None both sentences, so that it can be read back. A number
    whose digits no float gives back (2.50) stays a Decimal, which `dumps` can write and `json.dumps` cannot.
    Raises TypeError for a value that has no JSON form.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if type(value) is dict:  # as any mapping below, sooner
        return {str(key): to_json(item, spans=spans, language=language) for key, item in value.items()}
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Message):
        return value.text(language) if language else {"ko": value.ko, "en": value.en}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            _key(name): to_json(getattr(value, name), spans=spans, language=language)
            for name in _fields(type(value))
            if spans or name != "span"
        }
    if isinstance(value, Mapping):
        return {str(key): to_json(item, spans=spans, language=language) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_json(item, spans=spans, language=language) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")


_SHORT = 300
"""Digits up to which a whole number is written out; a longer one is written with its exponent."""


def _number(value: Decimal) -> int | float | Decimal:
    """The number whose digits Python's json writes as they are; the Decimal itself where there is none."""
    if not value.is_finite():
        raise TypeError(f"no JSON form for {value}")
    digits = str(value)
    if "." in digits and "E" not in digits:
        near = float(digits)
        return near if repr(near) == digits else value
    return int(value) if value.adjusted() < _SHORT and value == value.to_integral_value() else value


_MARK = "\ue000"
_PLAINLY = json.JSONEncoder(ensure_ascii=False)
"""Made once: a fact of the archive is written in the time that making one takes."""


def dumps(value: object, *, spans: bool = False, language: Language | None = "ko", indent: int | None = None) -> str:
    """One JSON value as text, with Korean and Chinese as themselves and every digit of a number.

    Raises TypeError for a value that has no JSON form.
    """
    shaped, mark = to_json(value, spans=spans, language=language), _MARK
    if indent is None:
        try:
            return _PLAINLY.encode(shaped)
        except TypeError:
            pass  # a number that json cannot write is among them
    while True:
        long: list[str] = []

        def marked(number: object, mark: str = mark, long: list[str] = long) -> str:
            long.append(str(number))
            return f"{mark}{number}{mark}"

        # json.dumps has no way to write a number as it is told: it stands as a marked string first.
        text = json.dumps(shaped, ensure_ascii=False, indent=indent, default=marked)
        if not long:
            return text
        parts = text.split(mark)
        if len(parts) == 2 * len(long) + 1:
            for at in range(1, len(parts), 2):  # without the quotes around each number
                parts[at - 1], parts[at + 1] = parts[at - 1][:-1], parts[at + 1][1:]
            return "".join(parts)
        mark += mark


def from_json(kind: type[Record], text: str, *, where: str) -> Record:
    """The record that JSON `text`, written with `language=None`, holds; `where` names its file in the error.

    Raises CannotProceed when the text is no JSON or does not hold such a record.
    """
    from pydantic import ValidationError

    try:
        # Not validate_json: it reads numbers as floats.
        return cast("Record", _adapter(cast("Any", kind)).validate_python(json.loads(text, parse_float=Decimal)))
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "-"
        raise _unreadable(where, place, first["msg"]) from problem
    except (ValueError, ArithmeticError, RecursionError) as problem:
        raise _unreadable(where, "-", str(problem)) from problem


def _unreadable(where: str, place: str, why: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{where}: {place}: 읽을 수 없는 값입니다({why}). 파일을 지우고 다시 실행하십시오.",
            f"{where}: {place}: {why}. Delete the file and run again.",
        )
    )


def schema(kind: Any) -> dict[str, Any]:
    """The JSON schema of a record."""
    schema = json.dumps(_adapter(kind).json_schema())
    return cast("dict[str, Any]", json.loads(schema.replace('"class_"', '"class"')))


@cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _key(name: str) -> str:
    return name.rstrip("_")
