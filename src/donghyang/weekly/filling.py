"""What a model writes into a report's file: its open lines, or one article; the file keeps all else byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from donghyang.draft import Limits, ModelWriter, RuleWriter
from donghyang.draft.anew import House, places, rewritten
from donghyang.draft.carried import Desk
from donghyang.draft.filling import Filled, filled
from donghyang.files import append, write_all_names
from donghyang.language.terms import Termbase
from donghyang.model import Client, SecondReader
from donghyang.read.files import load
from donghyang.records import CannotProceed, Message, SectionKind
from donghyang.weekly.writing import REPLIES
from donghyang.workspace import ISSUES, issue_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from donghyang.draft.anew import Place
    from donghyang.records import PageText
    from donghyang.workspace import Workspace

    Progress = Callable[[int, int], None]

_MARK = "\ufeff"
_WRITTEN = "work/written.txt"
"""Beside a report: the lines that a model has written into it. Without it they count as an editor's, and stay."""


def fill(
    file: Path,
    home: Workspace,
    pages: Mapping[str, PageText],
    *,
    article: int | None = None,
    progress: Progress = lambda done, total: None,
) -> tuple[Filled, ...]:
    """Ask the model of the workspace for the open lines of a report, of one article where it is named; () for none.

    Raises CannotProceed where the file is no UTF-8 text, was saved meanwhile, or cannot be written.
    """

    def make(text: str, asked: _Asked) -> _Made:
        return filled(
            text, pages, asked.model, asked.terms, asked.day, article=article, reader=asked.reader, progress=progress
        )

    return _changed(file, home, pages, make)


def rewrite(
    file: Path, home: Workspace, pages: Mapping[str, PageText], number: int, section: SectionKind | None = None
) -> tuple[Filled, ...]:
    """Have the model of the workspace write one article of a report anew; what an editor has written in it stays.

    Raises CannotProceed as `fill` does, and where no article, or more than one, has the number (in `section`).
    """

    def make(text: str, asked: _Asked) -> _Made:
        found = [one for one in places(text, number) if section in (None, one.section)]
        if len(found) != 1:
            raise _no_one_place(file, number, found)
        rules = RuleWriter(pages, {}, asked.terms, asked.day)
        writer = ModelWriter(asked.model, rules, pages, {}, asked.terms, asked.day, asked.reader)
        desk = Desk(asked.terms, asked.day, home.rate if home.settings.rates else None)
        most = Limits()
        bullets = dict.fromkeys(get_args(SectionKind), most.bullets) | {"brief": most.brief_bullets}
        house = House(desk, home.settings.dialect, bullets)
        return rewritten(text, found[0], _own_lines(file), pages, writer, house)

    return _changed(file, home, pages, make)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is asked, and with what."""

    model: Client
    terms: Termbase
    day: dt.date
    reader: SecondReader | None


_Made = tuple[str, tuple[Filled, ...]]


def _changed(
    file: Path, home: Workspace, pages: Mapping[str, PageText], make: Callable[[str, _Asked], _Made]
) -> tuple[Filled, ...]:
    """Change a report's file, unless somebody saves it meanwhile; what was written is noted as the program's own."""
    data = load(file)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise CannotProceed(
            Message(
                f"{file}: UTF-8 텍스트가 아닙니다. report.txt를 주십시오.",
                f"{file} is no UTF-8 text: give report.txt.",
            )
        ) from None
    mark, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    terms = Termbase.load(home.termbase)
    day = issue_date(file) or max((page.date for page in pages.values() if page.date), default=None)
    if day is None:
        raise CannotProceed(Message(f"{file}: 날짜가 있는 페이지가 없습니다.", f"{file}: no page has a date."))
    with Client(home.settings.model, home.root / ISSUES / "work" / REPLIES) as client:
        reader = SecondReader(client) if home.settings.model.reread else None
        made, told = make(body, _Asked(client, terms, day, reader))
    if made != body:
        if file.read_bytes() != data:
            raise CannotProceed(
                Message(
                    f"{file}: 그사이 파일이 저장되었습니다. 다시 실행하십시오(답은 남아 있습니다).",
                    f"{file} was saved meanwhile. Run again; the replies are kept.",
                )
            )
        before = set(body.splitlines())
        for line in dict.fromkeys(made.splitlines()):
            if line.strip() and line not in before:
                append(file.parent / _WRITTEN, line.strip())
        write_all_names(file, (mark + made).encode())
    return told


def _own_lines(file: Path) -> set[str]:
    """The lines that the program has written into a report: those of its draft, and of earlier replies."""
    found: set[str] = set()
    for path in (file.with_name("draft.txt"), file.parent / _WRITTEN):
        try:
            found.update(line.strip() for line in path.read_text("utf-8-sig").splitlines())
        except (OSError, UnicodeDecodeError):
            continue
    return found - {""}


def _no_one_place(file: Path, number: int, found: Sequence[Place]) -> CannotProceed:
    if not found:
        return CannotProceed(
            Message(f"{file}: {number}번 기사가 없습니다.", f"{file}: no article has the number {number}.")
        )
    names = ", ".join(one.section for one in found)
    return CannotProceed(
        Message(
            f"{file}: {number}번 기사가 여럿입니다. --section으로 하나를 고르십시오: {names}",
            f"{file}: several articles have the number {number}. Choose one with --section: {names}",
        )
    )
