"""The termbase: how the newsroom writes Chinese names and terms in Korean.

A termbase is a CSV file (`chinese,korean,kind,note,source`). The package brings one; a newsroom's own file comes on top
of it, and its word wins. Text is searched in its simplified form, so that 工業和信息化部 finds 工业和信息化部.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, get_args

from donghyang.language.script import fold_width, has_han, simplify
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal[
    "agency", "institution", "company", "place", "person", "document", "policy", "technology", "metric", "verb",
    "modifier", "noun", "unit", "rubric", "outlet",
]  # fmt: skip
COLUMNS = ("chinese", "korean", "kind", "note", "source")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the termbase."""

    chinese: str
    """Simplified characters; marks that belong to the term stay (“双碳”)."""
    korean: str
    kind: Kind
    note: str | None = None
    source: str | None = None
    """Where the Korean form comes from."""


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term at its place in a text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermProblem:
    """A row that cannot be used; the other rows are."""

    line: int
    """Line of the file, 1 is the header."""
    message: Message


class Termbase:
    """Terms by their Chinese form; earlier rows win over later ones of the same form and kind."""

    def __init__(self, terms: Iterable[Term], problems: Iterable[TermProblem] = ()) -> None:
        self.problems = tuple(problems)
        """Rows that were left out, in order."""
        self._by_form: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            known = self._by_form[_fold(term.chinese)]
            if all(other.kind != term.kind for other in known):
                known.append(term)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._by_form:
            lengths[form[0]].add(len(form))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
        # No look-up reads further than a term reaches, however long the text is.
        self._longest = max(map(len, self._by_form), default=0)

    @classmethod
    def load(cls, path: Path | None = None) -> Termbase:
        """The package's termbase, with the newsroom's own file on top where `path` names one.

        Rows that cannot be used stand in `problems`. Raises CannotProceed when the file cannot be opened, is not
        UTF-8, or lacks the columns.
        """
        if path is None:
            return _packaged()
        terms, problems = _read(_text(path), path.name)
        return cls([*terms, *_packaged().terms()], problems)

    def terms(self) -> tuple[Term, ...]:
        """Every term, the ones that win first."""
        return tuple(term for known in self._by_form.values() for term in known)

    def __len__(self) -> int:
        return sum(map(len, self._by_form.values()))

    def get(self, chinese: str, *kinds: Kind) -> Term | None:
        """The term of exactly this form; of the first of `kinds` that has one, or of any kind when none is named."""
        known = self._by_form.get(_fold(chinese), [])
        if not kinds:
            return known[0] if known else None
        return next((term for kind in kinds for term in known if term.kind == kind), None)

    def at(self, text: str, start: int, *kinds: Kind) -> TermHit | None:
        """The longest term that begins at `start` of `text`, or None."""
        hit = self._at(_fold(text[start : start + self._longest]), 0, kinds)
        return TermHit(hit.term, start, start + hit.end) if hit else None

    def _at(self, folded: str, start: int, kinds: tuple[Kind, ...]) -> TermHit | None:
        for length in self._lengths.get(folded[start : start + 1], ()):
            term = self.get(folded[start : start + length], *kinds) if start + length <= len(folded) else None
            if term:
                return TermHit(term, start, start + length)
        return None

    def find(self, text: str, *kinds: Kind) -> tuple[TermHit, ...]:
        """Terms in `text` from left to right, longest first, not overlapping; () when there is none."""
        folded = _fold(text)
        hits: list[TermHit] = []
        at = 0
        while at < len(folded):
            hit = self._at(folded, at, kinds)
            if hit:
                hits.append(hit)
            at = hit.end if hit else at + 1
        return tuple(hits)


def _fold(text: str) -> str:
    return simplify(fold_width(text))


@cache
def _packaged() -> Termbase:
    text = files("donghyang.language").joinpath("data", "terms.csv").read_text(encoding="utf-8")
    terms, problems = _read(text, "terms.csv")
    return Termbase(terms, problems)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CannotProceed(
            Message(
                f"용어집 {path.name}: UTF-8이 아닙니다. 'CSV UTF-8' 형식으로 다시 저장하십시오.",
                f"termbase {path.name} is not UTF-8: save it again as 'CSV UTF-8'.",
            )
        ) from None
    except OSError as error:
        raise CannotProceed(
            Message(
                f"용어집 {path}을(를) 열 수 없습니다({error.strerror}). 경로와 권한을 확인하십시오.",
                f"cannot open the termbase {path} ({error.strerror}): check its path and permissions.",
            )
        ) from None


def _read(text: str, name: str) -> tuple[list[Term], list[TermProblem]]:
    reader = csv.DictReader(io.StringIO(text))
    missing = [column for column in COLUMNS[:3] if column not in (reader.fieldnames or ())]
    if missing:
        lost, wanted = ", ".join(missing), ",".join(COLUMNS)
        raise CannotProceed(
            Message(
                f"용어집 {name}: 첫 줄에 {lost} 열이 없습니다. 첫 줄을 {wanted}(으)로 하십시오.",
                f"termbase {name}: no column {lost} in its first line; begin with {wanted}.",
            )
        )
    terms: list[Term] = []
    problems: list[TermProblem] = []
    for row in reader:
        values = {key: (value or "").strip() for key, value in row.items() if key and not isinstance(value, list)}
        if not any(values.values()):
            continue
        trouble = _trouble(values)
        if trouble:
            problems.append(TermProblem(reader.line_num, trouble))
        else:
            terms.append(_term(values))
    return terms, problems


def _trouble(row: dict[str, str]) -> Message | None:
    """Why a row cannot be used, or None."""
    if not row["chinese"] or not row["korean"]:
        return Message("chinese 또는 korean 칸이 비어 있습니다.", "the cell chinese or korean is empty.")
    if row["kind"] not in get_args(Kind):
        kinds = ", ".join(get_args(Kind))
        return Message(
            f"모르는 kind '{row['kind']}': {kinds} 중 하나여야 합니다.", f"unknown kind '{row['kind']}': use {kinds}."
        )
    if has_han(row["korean"]) and row["korean"] == row["chinese"]:
        return Message("korean 칸이 중국어 그대로입니다.", "the cell korean repeats the Chinese.")
    return None


def _term(row: dict[str, str]) -> Term:
    return Term(row["chinese"], row["korean"], row["kind"], row.get("note") or None, row.get("source") or None)  # type: ignore[arg-type]
