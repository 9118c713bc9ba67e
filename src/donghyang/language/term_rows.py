"""New rows in the text of a termbase's file: it keeps its form, and what is written reads back as it was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from donghyang.language.script import fold, has_han, has_hangul
from donghyang.language.terms import COLUMNS, LINE_END, Term, csv_row, header_of, read_rows
from donghyang.records import CannotProceed, Message


@dataclass(frozen=True, slots=True)
class Written:
    """A termbase's text with new rows at its end."""

    text: str
    rows: tuple[tuple[int, Term], ...]
    """The new terms as they were written, each with its line."""
    refused: tuple[tuple[Term, Message], ...]
    """Those that were not, each with the reason."""


def with_rows(text: str, terms: Iterable[Term], name: str) -> Written:
    """`text` with a row for each term that it does not hold yet, in its own columns, marks and line ends.

    A term is written in simplified characters, white space in it as single blanks. Refused is one whose Chinese stands
    in a row of the same kind, and one that its row would not give back. Raises CannotProceed where the text lacks the
    columns.
    """
    header, first = header_of(text, name)
    known, _ = read_rows(text, name)
    lines = {_key(term): line for line, term in known}
    end = _line_end(text)
    made = [text if not text or text.endswith(("\r", "\n")) else text + end]
    line = len(LINE_END.split(made[0]))
    rows: list[tuple[int, Term]] = []
    refused: list[tuple[Term, Message]] = []
    for term in map(_tidy, terms):
        row = csv_row([_cell(term, column) for column in header], quoted=first.startswith('"'))
        trouble = _double(lines.get(_key(term)), name) or _unfit(term, header) or _unread(term, first, row, name)
        if trouble:
            refused.append((term, trouble))
            continue
        made.append(row + end)
        rows.append((line, term))
        lines[_key(term)] = line
        line += 1
    return Written("".join(made) if rows else text, tuple(rows), tuple(refused))


def _key(term: Term) -> tuple[str, str]:
    return fold(term.chinese), term.kind


def _tidy(term: Term) -> Term:
    return replace(
        term,
        chinese=fold(_on_one_line(term.chinese)),
        korean=_on_one_line(term.korean),
        note=_on_one_line(term.note or "") or None,
        source=_on_one_line(term.source or "") or None,
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _line_end(text: str) -> str:
    """The line end that the text has most."""
    ends = Counter(found[0] for found in LINE_END.finditer(text))
    return ends.most_common(1)[0][0] if ends else "\n"


def _cell(term: Term, column: str) -> str:
    return getattr(term, column) or "" if column in COLUMNS else ""


def _double(line: int | None, name: str) -> Message | None:
    if line is None:
        return None
    return Message(f"{name} {line}번째 줄에 이미 있는 용어입니다.", f"stands in line {line} of {name} already.")


def swapped(chinese: str, korean: str) -> Message | None:
    """Why two cells cannot be a Chinese word and its Korean: in each other's place, or in one script; else None."""
    if has_hangul(chinese):
        return Message(
            f"중국어 자리에 한글이 있습니다: {chinese}. 중국어, 한국어 순서로 적으십시오.",
            f"Hangul in the place of the Chinese: {chinese}. Give the Chinese first, then the Korean.",
        )
    if has_han(korean) and not has_hangul(korean):
        return Message(f"한국어 자리에 한글이 없습니다: {korean}.", f"no Hangul in the place of the Korean: {korean}.")
    return None


def _unfit(term: Term, header: list[str]) -> Message | None:
    """Why a term has no place in these columns, or None."""
    lost = next((column for column in COLUMNS[3:] if _cell(term, column) and column not in header), None)
    if lost:
        return Message(
            f"첫 줄에 {lost} 열이 없어 적을 수 없습니다. 첫 줄에 더하십시오.",
            f"there is no column {lost} to write it into; add it to the first line.",
        )
    return swapped(term.chinese, term.korean)


def _unread(term: Term, first: str, row: str, name: str) -> Message | None:
    """Why the row would not be read as the term, or None."""
    try:
        row.encode()
    except UnicodeEncodeError:
        return Message("UTF-8로 적을 수 없는 글자가 있습니다.", "there are characters that UTF-8 cannot write.")
    rows, problems = read_rows(f"{first}\n{row}", name)
    if [read for _, read in rows] == [term]:
        return None
    if problems:
        return problems[0].message
    return Message("용어집의 한 줄로 적을 수 없는 말입니다.", "it cannot be written as a row of a termbase.")


def the_row(written: Written) -> tuple[int, Term]:
    """The one row that was to be written. Raises CannotProceed with the reason where it was refused."""
    for term, why in written.refused:
        raise CannotProceed(Message(f"{term.chinese}: {why.ko}", f"{term.chinese}: {why.en}"))
    return written.rows[0]
