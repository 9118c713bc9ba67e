"""The folder a newsroom works in: its settings and its paths."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from donghyang.records import CannotProceed, Message, Publisher, did_you_mean

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

SETTINGS = "donghyang.toml"
ISSUES = "issues"
"""The folder of the issues, each in a folder called by its date."""
MOST = 3650
"""No newsroom's week reaches further back, in days, or holds more articles."""
VERSION = 1
"""Of the settings; a newer donghyang writes a higher one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place we watch. Folders of saved pages are all that is watched so far."""

    name: str
    folder: str
    """Relative to the workspace."""
    kind: Literal["folder"] = "folder"


@dataclass(frozen=True, slots=True)
class Size:
    """How many articles of each sort a week's report holds at the most."""

    policy: int = 6
    technology: int = 3
    brief: int = 8


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated rate of exchange."""

    currency: str
    """ISO 4217 ("CNY")."""
    date: dt.date
    won: Decimal
    """Won for one unit of the currency."""


@dataclass(frozen=True, slots=True)
class Checking:
    """What the newsroom's proofreader looks for besides, or leaves out; names as the proofreader takes them."""

    also: tuple[str, ...] = ()
    """Rules that are off by default: "style" for the style of the house, or single rules."""
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What `donghyang.toml` says."""

    version: int = VERSION
    series: str = "과학기술 정책 주간동향"
    dialect: Literal["A", "B"] = "A"
    publisher: Publisher = field(default_factory=Publisher)
    sources: tuple[Source, ...] = ()
    days: int = 14
    """Pages older than this many days before the report are left out of its week."""
    size: Size = field(default_factory=Size)
    rates: tuple[Rate, ...] = ()
    check: Checking = field(default_factory=Checking)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A newsroom's folder."""

    root: Path
    settings: Settings

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None while it has none."""
        path = self.root / "terms.csv"
        return path if path.is_file() else None

    def rate(self, currency: str, day: dt.date) -> Decimal | None:
        """Won for one unit of `currency`: the last rate of the month up to `day`, None where the settings have none."""
        known = [
            rate
            for rate in self.settings.rates
            if rate.currency == currency and dt.timedelta(0) <= day - rate.date <= dt.timedelta(days=31)
        ]
        return max(known, key=lambda rate: rate.date).won if known else None


def issue_date(file: Path) -> dt.date | None:
    """The day of the issue in whose folder (issues/2023-02-17/) a file lies, None elsewhere."""
    folder = file.absolute().parent
    try:
        return dt.date.fromisoformat(folder.name) if folder.parent.name == ISSUES else None
    except ValueError:
        return None


def find(start: Path) -> Workspace | None:
    """The workspace that `start` lies in, looking upwards as git does; None outside of any.

    Raises CannotProceed when its settings cannot be read.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / SETTINGS).is_file():
            return open_workspace(folder)
    return None


def open_workspace(root: Path) -> Workspace:
    """The workspace in `root`. Raises CannotProceed, naming file, key and what was expected, when it is none."""
    path = root / SETTINGS
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise CannotProceed(
            Message(
                f"{root}: 작업 폴더가 아닙니다({SETTINGS} 없음).",
                f"{root} is no workspace (no {SETTINGS}).",
            ),
            "no-workspace",
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise _bad(path, "", "UTF-8 텍스트", "UTF-8 text") from problem
    return Workspace(root, _settings(path, text))


def _settings(path: Path, text: str) -> Settings:
    from pydantic import ValidationError

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"line (\d+)", str(problem))
        line = place[1] if place else text.count("\n") + 1
        raise _bad(path, "", f"TOML 형식({line}번째 줄)", f"TOML ({problem})") from problem
    version = table.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        raise CannotProceed(
            Message(
                f"{path}: 더 새로운 판({version})의 설정입니다. donghyang을 새 판으로 올리십시오.",
                f"{path}: settings of a newer version ({version}). Upgrade donghyang.",
            )
        )
    known = sorted(Settings.__dataclass_fields__)
    if unknown := next((key for key in table if key not in known), None):
        raise _bad(path, unknown, *_one_of(unknown, known))
    try:
        settings = _reader().validate_python(table)
    except ValidationError as problem:
        raise _bad_value(path, problem) from problem
    if trouble := _out_of_range(table, settings):
        raise _bad(path, *trouble)
    return settings


@cache
def _reader() -> TypeAdapter[Settings]:
    """Made once: a pile of files asks for the workspace around each of them."""
    from pydantic import TypeAdapter

    return TypeAdapter(Settings)


def _out_of_range(table: Mapping[str, object], settings: Settings) -> tuple[str, str, str] | None:
    """(key, what was expected, in English) of the first setting that no newsroom means."""
    parts: dict[str, type] = {"publisher": Publisher, "size": Size, "sources": Source, "rates": Rate, "check": Checking}
    for name, kind in parts.items():
        rows = table.get(name, [])
        for row in rows if isinstance(rows, list) else [rows]:
            unknown = set(row) - {part.name for part in fields(kind)} if isinstance(row, dict) else set()
            if unknown:
                return f"{name}.{min(unknown)}", *_one_of(min(unknown), [part.name for part in fields(kind)])
    size = settings.size
    amounts = {"days": settings.days, "size.policy": size.policy, "size.technology": size.technology}
    for key, amount in (amounts | {"size.brief": size.brief}).items():
        if isinstance(amount, bool) or not 0 <= amount <= MOST:
            return key, f"0에서 {MOST}까지의 정수", f"a whole number from 0 to {MOST}"
    if not settings.series.strip() or "\n" in settings.series:
        return "series", "한 줄의 제목", "a title of one line"
    return None


def _one_of(word: str, known: Sequence[str]) -> tuple[str, str]:
    """What was expected where none of the names `known` stands, with a guess at the one that was meant."""
    guess, names = did_you_mean(word, known), ", ".join(known)
    return f"다음 중 하나: {names}.{guess.ko}".removesuffix("."), f"one of: {names}.{guess.en}".removesuffix(".")


_EXPECTED: tuple[tuple[str, Message], ...] = (
    ("missing", Message("값(빠졌습니다)", "a value (it is missing)")),
    ("int", Message("정수", "a whole number")),
    ("decimal", Message("수", "a number")),
    ("finite", Message("수", "a number")),
    ("string", Message("따옴표 안의 글", "text in quotes")),
    ("date", Message("날짜(2023-04-14처럼)", "a date, like 2023-04-14")),
    ("tuple", Message("목록([…])", "a list, [...]")),
    ("dataclass", Message("표", "a table")),
)
"""What is expected, by how pydantic calls it (docs.pydantic.dev, "Validation Errors"): what, "_", the trouble."""


def _bad_value(path: Path, problem: ValidationError) -> CannotProceed:
    first = problem.errors()[0]
    key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"])
    if first["type"] == "literal_error":
        choices = first.get("ctx", {}).get("expected", "").replace(" or ", ", ")
        return _bad(path, key, f"다음 중 하나: {choices}", f"one of: {choices}")
    expected = (message for kind, message in _EXPECTED if first["type"].startswith(kind))
    said = next(expected, Message("다른 종류의 값", "a value of another kind"))
    return _bad(path, key, said.ko, said.en)


def _bad(path: Path, key: str, ko: str, en: str) -> CannotProceed:
    """What a key of the settings, or with "" the file, ought to have been."""
    where = f"{path}: {key}" if key else path
    return CannotProceed(
        Message(
            f"{where}: 있어야 할 것은 {_stopped(ko)} 고친 뒤 다시 실행하십시오.",
            f"{where}: expected {_stopped(en)} Mend it and run again.",
        )
    )


def _stopped(text: str) -> str:
    return text if text.endswith("?") else f"{text}."
