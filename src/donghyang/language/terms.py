"""The termbase: how the newsroom writes Chinese names and terms in Korean.

A termbase is a CSV file (`chinese,korean,kind,note,source`), one term a line. The package brings one; a newsroom's own
file comes on top of it, and its word wins. Text is searched in its simplified form, so that 工業和信息化部 finds
工业和信息化部.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import fold, has_han
from donghyang.language.words import IN_NAMES, words
from donghyang.records import CannotProceed, Message, did_you_mean

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
            known = self._by_form[fold(term.chinese)]
            if all(other.kind != term.kind for other in known):
                known.append(term)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._by_form:
            lengths[form[0]].add(len(form))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
        # No look-up reads further than a term reaches, however long the text is.
        self._longest = max(map(len, self._by_form), default=0)

    @staticmethod
    def load(path: Path | None = None) -> Termbase:
        """The package's termbase, with the newsroom's own file on top where `path` names one.

        Rows that cannot be used stand in `problems`. Raises CannotProceed when the file cannot be opened, is not
        UTF-8, or lacks the columns.
        """
        return _packaged() if path is None else _newsroom(file_text(path), path.name)

    def terms(self) -> tuple[Term, ...]:
        """Every term, the ones that win first."""
        return tuple(term for known in self._by_form.values() for term in known)

    def __len__(self) -> int:
        return sum(map(len, self._by_form.values()))

    def get(self, chinese: str, *kinds: Kind) -> Term | None:
        """The term of exactly this form; of the first of `kinds` that has one, or of any kind when none is named."""
        known = self._by_form.get(fold(chinese), [])
        if not kinds:
            return known[0] if known else None
        return next((term for kind in kinds for term in known if term.kind == kind), None)

    def at(self, text: str, start: int, *kinds: Kind) -> TermHit | None:
        """The longest term that begins at `start` of `text`, or None."""
        hit = self._at(fold(text[start : start + self._longest]), 0, kinds)
        return TermHit(hit.term, start, start + hit.end) if hit else None

    def _at(self, folded: str, start: int, kinds: tuple[Kind, ...]) -> TermHit | None:
        for length in self._lengths.get(folded[start : start + 1], ()):
            term = self.get(folded[start : start + length], *kinds) if start + length <= len(folded) else None
            if term:
                return TermHit(term, start, start + length)
        return None

    def find(self, text: str, *kinds: Kind) -> tuple[TermHit, ...]:
        """Terms in `text` from left to right, longest first, not overlapping; () when there is none."""
        folded = fold(text)
        hits: list[TermHit] = []
        at = 0
        while at < len(folded):
            hit = self._at(folded, at, kinds)
            if hit:
                hits.append(hit)
            at = hit.end if hit else at + 1
        return tuple(hits)


@cache
def _packaged() -> Termbase:
    # The table's own test asks of it what `_trouble` asks of a newsroom's rows.
    return Termbase(Term(*row[:3], row.note or None, row.source or None) for row in words() if row.kind != IN_NAMES)  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def _newsroom(text: str, name: str) -> Termbase:
    """Kept by what the file says: a run asks for it several times, and may be long."""
    rows, problems = read_rows(text, name)
    return Termbase([*(term for _, term in rows), *_packaged().terms()], problems)


def file_text(path: Path) -> str:
    """What a termbase's file says, its line ends as they are, the byte-order mark dropped.

    Raises CannotProceed when it cannot be opened or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
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


def kinds() -> tuple[tuple[str, Message, str, str], ...]:
    """(kind, what it is for, a Chinese example, its Korean) of every kind of term."""
    rows = tables.read(__package__, "termbase_kinds.tsv")
    return tuple((kind, Message(ko, en), chinese, korean) for kind, ko, en, chinese, korean in rows)


def empty_file() -> str:
    """A termbase without terms: its header, and the kinds in lines that are read as remarks."""
    said = (f"# kind {kind}: {what.ko} ({chinese} = {korean})" for kind, what, chinese, korean in kinds())
    rows = (csv_row([line]) for line in said)
    return "\n".join([",".join(COLUMNS), *rows, ""])


def csv_row(cells: list[str], *, quoted: bool = False) -> str:
    """The cells as one line of a termbase's file; in quotation marks where they need them, or all of them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerow(cells)
    return out.getvalue()


def header_of(text: str, name: str) -> tuple[list[str], str]:
    """The columns that a termbase's text names, and the line in which it does.

    Raises CannotProceed where one that every row needs is missing.
    """
    return _header(_lines(text), name)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that are no remarks and not empty, with their numbers."""
    return [(number, line) for number, line in enumerate(LINE_END.split(text), 1) if _says_something(line)]


def _header(lines: list[tuple[int, str]], name: str) -> tuple[list[str], str]:
    first = lines[0][1] if lines else ""
    header = [cell.strip() for cell in _cells(first) or []]
    missing = [column for column in COLUMNS[:3] if column not in header]
    if missing:
        lost, wanted = ", ".join(missing), ",".join(COLUMNS)
        raise CannotProceed(
            Message(
                f"용어집 {name}: 첫 줄에 {lost} 열이 없습니다. 첫 줄을 {wanted}(으)로 하십시오.",
                f"termbase {name}: no column {lost} in its first line; begin with {wanted}.",
            )
        )
    return header, first


def read_rows(text: str, name: str) -> tuple[list[tuple[int, Term]], list[TermProblem]]:
    """The terms of a file, each with its line, and the rows that cannot be used.

    A row is one line, and one that begins with # a remark. Raises CannotProceed where the text lacks the columns.
    """
    lines = _lines(text)
    header, _ = _header(lines, name)
    terms: list[tuple[int, Term]] = []
    problems: list[TermProblem] = []
    first: dict[tuple[str, str], int] = {}
    for number, line in lines[1:]:
        cells = _cells(line)
        row = dict(zip(header, map(str.strip, cells or ()), strict=False))
        trouble = _broken(cells, len(header)) or _trouble({column: row.get(column, "") for column in COLUMNS[:3]})
        if trouble is None and (before := first.setdefault((fold(row["chinese"]), row["kind"]), number)) != number:
            trouble = Message(
                f"{before}번째 줄에 이미 있는 용어입니다. 앞줄을 씁니다.", f"stands in line {before}, which counts."
            )
        if trouble:
            problems.append(TermProblem(number, trouble))
        else:
            terms.append((number, _term(row)))
    return terms, problems


LINE_END = lazily(r"\r\n|\r|\n")
"""What ends a line of a termbase's file."""


def _says_something(line: str) -> bool:
    return bool(line.strip(', \t"')) and not line.lstrip(' \t"').startswith("#")


def _cells(line: str) -> list[str] | None:
    """The cells of a line, None where a quotation mark stays open or stands inside a cell."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return None


def _broken(cells: list[str] | None, columns: int) -> Message | None:
    if cells is None:
        return Message("따옴표가 맞지 않습니다.", "its quotation marks do not match.")
    if any(cell.strip() for cell in cells[columns:]):
        return Message(
            "칸이 너무 많습니다. 쉼표가 든 칸은 따옴표로 묶으십시오.",
            "too many cells; put quotes around one with a comma.",
        )
    return None


def _trouble(row: dict[str, str]) -> Message | None:
    """Why a row cannot be used, or None."""
    if not row["chinese"] or not row["korean"]:
        return Message("chinese 또는 korean 칸이 비어 있습니다.", "the cell chinese or korean is empty.")
    if row["kind"] not in get_args(Kind):
        names, guess = ", ".join(get_args(Kind)), did_you_mean(row["kind"], get_args(Kind))
        if not row["kind"]:
            return Message(f"kind 칸이 비어 있습니다. 쓸 수 있는 것: {names}", f"the cell kind is empty: use {names}.")
        return Message(
            f"모르는 kind '{row['kind']}'.{guess.ko} 쓸 수 있는 것: {names}",
            f"unknown kind '{row['kind']}'.{guess.en} There are: {names}",
        )
    if has_han(row["korean"]) and row["korean"] == row["chinese"]:
        return Message("korean 칸이 중국어 그대로입니다.", "the cell korean repeats the Chinese.")
    return None


def _term(row: dict[str, str]) -> Term:
    return Term(row["chinese"], row["korean"], row["kind"], row.get("note") or None, row.get("source") or None)  # type: ignore[arg-type]
