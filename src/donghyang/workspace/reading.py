"""`donghyang.toml` read whole: what is no setting, or of another kind, is told with its file and its key."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from donghyang.records import CannotProceed, Message, did_you_mean
from donghyang.workspace.ranges import out_of_range
from donghyang.workspace.settings import VERSION, Checking, Settings

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

MOST_BYTES = 1 << 20
"""Of the file; ten years of daily rates are a tenth of it."""
MOST_OF_A_TABLE = 16 << 20
"""Of a termbase, a list of accepted findings or decisions: a hundred thousand rows are half of it."""
MOST_WEIGHT = 100
"""No weight of the ranking is larger, either way."""
_SHOWN = 80
"""Characters of a key that a message shows."""
_LONG_NUMBER = re.compile(r"(?<![\w.-])[+-]?\d[\d_]{40}")
"""No setting has so many digits."""


def read_settings(path: Path, text: str) -> Settings:
    """What the `text` of `path` says. Raises CannotProceed, naming file and key, for what no newsroom means."""
    table = table_of(path, text)
    version = table.get("version", VERSION)
    if type(version) is int and version > VERSION:
        raise CannotProceed(
            Message(
                f"{path}: 더 새로운 판({version})의 설정입니다. donghyang을 새 판으로 올리십시오.",
                f"{path}: settings of a newer version ({version}). Upgrade donghyang.",
            )
        )
    settings = taken(path, table | _sources_of(table), Settings)
    for key, expected in (
        *out_of_range(settings),
        *_unknown_rules(settings.check),
        *_odd_weights(settings.weights),
    ):
        raise bad(path, key, expected)
    return settings


_T = TypeVar("_T")


def taken(path: Path, table: Mapping[str, object], kind: type[_T]) -> _T:
    """The record of `kind` that a table of `path` tells. Raises CannotProceed, naming file and key, for another."""
    from pydantic import ValidationError

    for key, expected in _unknown(table, kind):
        raise bad(path, key, expected)
    try:
        made: _T = _reader(kind).validate_python(table)
    except ValidationError as problem:
        raise _bad_value(path, problem) from problem
    for key, expected in _bent(table, made):
        raise bad(path, key, expected)
    return made


def _sources_of(table: Mapping[str, object]) -> dict[str, object]:
    """The sources of the settings, each as `addressed` has it."""
    rows = table.get("sources")
    return {"sources": [addressed(row) for row in rows]} if isinstance(rows, list) else {}


def addressed(row: object) -> object:
    """A source whose address stands under `folder`, as it did while folders were all that was watched, under its own
    key; any other as it is."""
    if not isinstance(row, dict) or "folder" not in row or "address" in row:
        return row
    return {"address" if key == "folder" else key: value for key, value in row.items()}


def is_there(path: Path, most: int = MOST_OF_A_TABLE) -> bool:
    """Whether a file of the workspace is there.

    Raises CannotProceed where what bears its name is no file, or a link that leads to none (a newsroom whose termbase
    lies on a disk that is away has one all the same), and for one that is larger than `most` bytes.
    """
    if path.is_file() and path.stat().st_size > most:
        raise bad(path, "", Message(f"{most // 1024}KB까지", f"at most {most // 1024} KB"))
    if path.is_file() and _is_kept(path):
        return True
    if os.path.lexists(path):
        raise CannotProceed(
            Message(
                f"{path}: 파일이 아니거나 끊어진 링크입니다. 링크가 가리키는 곳을 확인하거나 다른 이름으로 옮기십시오.",
                f"{path}: no file, or a link that leads to none. See where it leads, or move it to another name.",
            )
        )
    return False


def _is_kept(path: Path) -> bool:
    """Whether a file has the bytes that its size says: one of none that tells something is made by the system while it
    is read, and who reads it may wait for ever (`/proc/kmsg` on Linux)."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    if path.stat().st_size or not at_once:
        return True
    try:
        opened = os.open(path, os.O_RDONLY | at_once)
    except OSError:
        return True  # whoever reads it says why it cannot be opened
    try:
        return not os.read(opened, 1)
    except BlockingIOError:
        return False
    finally:
        os.close(opened)


def text_of(path: Path, most: int = MOST_BYTES) -> str:
    """The text of a file of the workspace.

    Raises FileNotFoundError where there is none, CannotProceed for one that cannot be read or is larger than `most`.
    """
    try:
        is_there(path, most)
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise
    except UnicodeDecodeError as problem:
        raise bad(path, "", Message("UTF-8 텍스트", "UTF-8 text")) from problem
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{path}: 읽을 수 없습니다({problem.strerror}). 파일의 권한을 확인하십시오.",
                f"{path}: cannot be read ({problem.strerror}). Check its permissions.",
            )
        ) from problem


def table_of(path: Path, text: str) -> dict[str, Any]:
    """The TOML that `text` of `path` holds. Raises CannotProceed, naming the line, for what is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if _LONG_NUMBER.search(line):
            raise bad(
                path, "", Message(f"40자리까지의 수({number}번째 줄)", f"a number of up to 40 digits (line {number})")
            )
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as problem:
        raise bad(path, "", Message("TOML 형식(괄호가 너무 깊음)", "TOML (brackets are nested too deep)")) from problem
    except (ValueError, ArithmeticError) as problem:  # of tomllib, and of what it makes numbers with
        place = re.search(r"line (\d+)", str(problem))
        at = int(place[1]) if place else text.count("\n") + 1
        raise bad(path, "", Message(f"TOML 형식({at}번째 줄)", f"TOML ({problem})")) from problem


_READERS: dict[type, TypeAdapter[Any]] = {}
"""Each made once: a pile of files asks for the workspace around each of them."""


def _reader(kind: type) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    if kind not in _READERS:
        _READERS[kind] = TypeAdapter(kind)
    return _READERS[kind]


def _unknown(table: Mapping[str, object], kind: type, above: str = "") -> Iterator[tuple[str, Message]]:
    """The keys of a table that the record `kind` has no field for, each with what was expected; its parts likewise."""
    known = sorted(_parts(kind))
    yield from ((f"{above}{key}", one_of(key, known)) for key in table if key not in known)
    for name, part in _parts(kind).items():
        rows = table.get(name, [])
        for row in rows if isinstance(rows, list) else [rows]:
            if isinstance(row, dict) and part is not None:
                yield from _unknown(row, part, f"{above}{name}.")


@cache
def _parts(kind: type) -> dict[str, type | None]:
    """The fields of a record, each with the record that it holds, or holds several of; None where it holds none."""
    hints = get_type_hints(kind)
    return {part.name: _record_in(hints[part.name]) for part in fields(kind)}


def _record_in(hint: Any) -> type | None:
    return next((one for one in (hint, *get_args(hint)) if isinstance(one, type) and is_dataclass(one)), None)


def _unknown_rules(check: Checking) -> Iterator[tuple[str, Message]]:
    """The names of rules that the proofreader does not know."""
    for key, names in (("also", check.also), ("ignore", check.ignore)):
        if names:
            from donghyang.check.engine import chosen  # only here: to know the rules takes a while

            try:
                chosen(names, ())
            except CannotProceed as problem:
                message = problem.message
                yield f"check.{key}", Message(f"아는 규칙의 이름. {message.ko}", f"the name of a rule; {message.en}")


def _odd_weights(weights: Mapping[str, Decimal]) -> Iterator[tuple[str, Message]]:
    """The weights of signals that the ranking does not know, and those that drown all others."""
    if weights:
        from donghyang.stories import usual_weights

        known = sorted(usual_weights())
        yield from ((f"weights.{name}", one_of(name, known)) for name in weights if name not in known)
        odd = Message(f"-{MOST_WEIGHT}에서 {MOST_WEIGHT}까지의 수", f"a number from -{MOST_WEIGHT} to {MOST_WEIGHT}")
        yield from ((f"weights.{name}", odd) for name, weight in weights.items() if not abs(weight) <= MOST_WEIGHT)


def _bent(told: object, taken: object, key: str = "") -> Iterator[tuple[str, Message]]:
    """The values that were not of their kind, though they could be made so ("2" for 2, true for 1)."""
    if isinstance(told, dict) and is_dataclass(taken):
        for name, value in told.items():
            yield from _bent(value, getattr(taken, name), f"{key}.{name}" if key else name)
    elif isinstance(told, dict) and isinstance(taken, dict):
        for name, value in told.items():
            yield from _bent(value, taken[name], f"{key}.{name}")
    elif isinstance(told, list) and isinstance(taken, tuple):
        for number, (row, made) in enumerate(zip(told, taken, strict=True), 1):
            yield from _bent(row, made, f"{key}.{number}")
    elif type(told) is not type(taken) and not (isinstance(taken, Decimal) and type(told) is int):
        name = type(taken).__name__.lower()
        yield key, next((message for kind, message in _EXPECTED if name.startswith(kind)), _ANOTHER)


def one_of(word: str, known: Sequence[str]) -> Message:
    """What was expected where none of the names `known` stands, with a guess at the one that was meant."""
    guess, names = did_you_mean(word, known), ", ".join(known)
    return Message(
        f"다음 중 하나: {names}.{guess.ko}".removesuffix("."), f"one of: {names}.{guess.en}".removesuffix(".")
    )


_ANOTHER = Message("다른 종류의 값", "a value of another kind")
_EXPECTED: tuple[tuple[str, Message], ...] = (
    ("missing", Message("값(빠졌습니다)", "a value (it is missing)")),
    ("int", Message("정수", "a whole number")),
    ("decimal", Message("수", "a number")),
    ("finite", Message("수", "a number")),
    ("str", Message("따옴표 안의 글", "text in quotes")),
    ("date", Message("날짜(2023-04-14처럼)", "a date, like 2023-04-14")),
    ("tuple", Message("목록([…])", "a list, [...]")),
    ("dataclass", Message("표", "a table")),
)
"""What is expected, by how pydantic (docs.pydantic.dev, "Validation Errors") and Python call it."""


def _bad_value(path: Path, problem: ValidationError) -> CannotProceed:
    first = problem.errors()[0]
    key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"])
    if first["type"] == "literal_error":
        choices = first.get("ctx", {}).get("expected", "").replace(" or ", ", ")
        return bad(path, key, Message(f"다음 중 하나: {choices}", f"one of: {choices}"))
    expected = (message for kind, message in _EXPECTED if first["type"].startswith(kind))
    return bad(path, key, next(expected, _ANOTHER))


def bad(path: Path, key: str, expected: Message) -> CannotProceed:
    """What a key of the settings, or with "" the file, ought to have been."""
    where = f"{path}: {key[:_SHOWN]}" if key else path
    return CannotProceed(
        Message(
            f"{where}: 있어야 할 것은 {_stopped(expected.ko)} 고친 뒤 다시 실행하십시오.",
            f"{where}: expected {_stopped(expected.en)} Mend it and run again.",
        )
    )


def _stopped(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."
