"""The open lines of a report's file that a model can write; the file keeps all else byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.filling import Filled, filled
from donghyang.files import write_all_names
from donghyang.language.terms import Termbase
from donghyang.model import Client
from donghyang.read.files import load
from donghyang.records import CannotProceed, Message
from donghyang.weekly.writing import REPLIES
from donghyang.workspace import ISSUES, issue_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from donghyang.records import PageText
    from donghyang.workspace import Workspace

_MARK = "\ufeff"


def fill(
    file: Path,
    home: Workspace,
    pages: Mapping[str, PageText],
    *,
    article: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Filled, ...]:
    """Ask the model of the workspace for the open lines of a report, of one article where it is named; () for none.

    Raises CannotProceed where the file is no UTF-8 text, was saved meanwhile, or cannot be written.
    """
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
        made, told = filled(body, pages, client, terms, day, article=article, progress=progress)
    if made != body:
        if file.read_bytes() != data:
            raise CannotProceed(
                Message(
                    f"{file}: 그사이 파일이 저장되었습니다. 다시 실행하십시오(답은 남아 있습니다).",
                    f"{file} was saved meanwhile. Run again; the replies are kept.",
                )
            )
        write_all_names(file, (mark + made).encode())
    return told
