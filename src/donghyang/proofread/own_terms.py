"""The newsroom's own termbase: what reports could give it, and new rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from donghyang import guard, report
from donghyang.files import alone, write_all_names
from donghyang.language.script import fold
from donghyang.language.term_rows import swapped, the_row, with_rows
from donghyang.language.terms import Kind, Term, Termbase, empty_file, file_text
from donghyang.proofread.mining import TermPair, mined, terms_of
from donghyang.proofread.term_kinds import guessed_kind
from donghyang.records import CannotProceed, Message, Unreadable, did_you_mean
from donghyang.report.unwritten import blanked
from donghyang.workspace import TERMS, find, issue_date

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

_MARK = b"\xef\xbb\xbf"


# ------------------------------------------------------------------------------------------------ out of reports


@dataclass(frozen=True, slots=True)
class Mined:
    """What came of the files."""

    pairs: tuple[TermPair, ...]
    left_out: tuple[tuple[str, Message], ...]
    """The files that cannot be read, each with the reason."""
    added: tuple[tuple[int, Term], ...] = ()
    """The new rows of the termbase, each with its line."""
    refused: tuple[tuple[Term, Message], ...] = ()
    """What was to be added and was not."""


def mine(files: Sequence[Path], home: Workspace | None, *, add: bool = False) -> Mined:
    """The pairs in the files, each file once, held against the workspace's termbase or the packaged one.

    With `add` those that nobody disputes become rows of the workspace's `terms.csv`. Raises Unreadable for a single
    file that cannot be read, CannotProceed for a termbase that cannot be read or written, and with `add` outside of a
    workspace.
    """
    if add and home is None:
        raise no_workspace()
    base = Termbase.load(home.termbase if home else None)
    left: list[tuple[str, Message]] = []
    pairs = mined(_texts(files, home, left), base)
    if not add or home is None:
        return Mined(tuple(pairs), tuple(left))
    terms = [replace(term, source=_source(Path(term.source or ""))) for term in terms_of(pairs)]
    with alone(home.root):
        text, mark = _own_text(home)
        written = with_rows(text, terms, TERMS)
        if written.rows:
            write_all_names(home.root / TERMS, mark + written.text.encode())
    return Mined(tuple(pairs), tuple(left), written.rows, written.refused)


def _source(file: Path) -> str:
    """What a row says of where it comes from: the file's name, with the day of its issue where it lies in one."""
    return f"{file.absolute().parent.name}/{file.name}" if issue_date(file) else file.name


def _texts(files: Sequence[Path], home: Workspace | None, left: list[tuple[str, Message]]) -> Iterator[tuple[str, str]]:
    """(path, text) of every file; those that cannot be read are put into `left`, unless there is but one."""
    each = list({file.absolute(): file for file in files}.values())
    for file in each:
        try:
            yield str(file), _text_of(file, home)
        except Unreadable as problem:
            if len(each) == 1:
                raise
            left.append((str(file), problem.why))


def _text_of(file: Path, home: Workspace | None) -> str:
    """What a file says: a page's article, else its text without remarks and what is still to be written."""
    around = home or find(file.absolute().parent)
    limits = around.settings.limits if around else None
    document = guard.document(file, limits)
    if document.media == "html" and not report.parse(document).sections:
        return guard.page(file, limits).text
    return blanked(document.text)


# ------------------------------------------------------------------------------------------------ new rows


@dataclass(frozen=True, slots=True)
class AddedTerm:
    """A new row of the newsroom's termbase."""

    file: str
    line: int
    term: Term
    guessed: bool
    """Whether the kind was not told."""
    base: str | None
    """What the program's own termbase says of the same word and kind; None where it has none."""


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A row as it is told."""

    chinese: str
    korean: str
    kind: str | None = None
    """Guessed where None."""
    note: str | None = None
    source: str | None = None


def add_term(home: Workspace, new: NewTerm) -> AddedTerm:
    """Put a row at the end of the workspace's `terms.csv`, made where there is none.

    Raises CannotProceed for a word that the file has, an unknown kind or one that cannot be guessed, cells that no row
    holds, and a file that cannot be read or written.
    """
    plain = fold(" ".join(new.chinese.split()))
    if not plain or not new.korean.strip():
        raise CannotProceed(Message("중국어와 한국어를 적으십시오.", "give the Chinese and the Korean."))
    if trouble := swapped(plain, new.korean):
        raise CannotProceed(trouble)
    kind = _guess(plain, new.korean, home) if new.kind is None else _known(new.kind)
    with alone(home.root):
        text, mark = _own_text(home)
        written = with_rows(text, [Term(plain, new.korean, kind, new.note, new.source)], TERMS)
        line, made = the_row(written)
        write_all_names(home.root / TERMS, mark + written.text.encode())
    same = Termbase.load().get(plain, kind)
    return AddedTerm(str(home.root / TERMS), line, made, new.kind is None, same.korean if same else None)


def _known(kind: str) -> Kind:
    found: Kind | None = next((known for known in get_args(Kind) if known == kind), None)
    if found is None:
        names, guess = ", ".join(get_args(Kind)), did_you_mean(kind, get_args(Kind))
        raise CannotProceed(
            Message(
                f"{kind}: 모르는 종류입니다.{guess.ko} 쓸 수 있는 것: {names}",
                f"{kind}: no such kind.{guess.en} There are: {names}",
            )
        )
    return found


def _guess(chinese: str, korean: str, home: Workspace) -> Kind:
    kind = guessed_kind(chinese, korean, Termbase.load(home.termbase))
    if kind is None:
        names = ", ".join(get_args(Kind))
        raise CannotProceed(
            Message(
                f"{chinese}: 종류를 짐작할 수 없습니다. 다음에서 고르십시오: {names}.",
                f"{chinese}: its kind cannot be guessed. Choose one of: {names}.",
            ),
            "no-kind",
        )
    return kind


def _own_text(home: Workspace) -> tuple[str, bytes]:
    """What the workspace's termbase says, with its byte-order mark; that of an empty one where there is none."""
    if home.termbase is None:
        return empty_file(), b""
    return file_text(home.termbase), _MARK if home.termbase.read_bytes().startswith(_MARK) else b""


def no_workspace() -> CannotProceed:
    """The error for work on a termbase outside of any workspace."""
    return CannotProceed(
        Message(
            "용어집은 작업 폴더에 있습니다. 작업 폴더 안이 아닙니다.", "the termbase lies in a workspace; this is none."
        ),
        "no-workspace",
    )
