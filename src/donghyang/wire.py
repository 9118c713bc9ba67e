"""Records to JSON and back: the only place that knows how a record looks outside the program.

Dates become ISO 8601 strings, decimals JSON numbers, messages one sentence in the reader's language. Places in the
text (`span`) are left out unless they are asked for.
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

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Record = TypeVar("Record")


def to_json(value: object, *, spans: bool = False, language: Language | None = "ko") -> Json:
    """What `json.dumps` takes, for a record, a collection of records or a plain value.

    A message becomes its sentence in `language`, or with None both sentences, so that it can be read back.
    Raises TypeError for a value that has no JSON form.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
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


def dumps(value: object, *, spans: bool = False, language: Language | None = "ko", indent: int | None = None) -> str:
    """One JSON value as text, with Korean and Chinese as themselves."""
    return json.dumps(to_json(value, spans=spans, language=language), ensure_ascii=False, indent=indent)


def from_json(kind: type[Record], text: str, *, where: str) -> Record:
    """The record that JSON `text`, written with `language=None`, holds; `where` names its file in the error.

    Raises CannotProceed when the text is no JSON or does not hold such a record.
    """
    from pydantic import ValidationError

    try:
        return cast("Record", _adapter(cast("Any", kind)).validate_json(text))
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "-"
        raise CannotProceed(
            Message(
                f"{where}: {place}: 읽을 수 없는 값입니다({first['msg']}). 파일을 지우고 다시 실행하십시오.",
                f"{where}: {place}: {first['msg']}. Delete the file and run again.",
            )
        ) from problem


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
