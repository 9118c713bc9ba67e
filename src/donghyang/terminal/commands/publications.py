"""`publications`, and what `publish` records of what it publishes: numbers, sendings, corrections, their sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang.records import CannotProceed, Document, Edition, Issue, Message
from donghyang.terminal.commands.options import Json, Where, needed_workspace
from donghyang.terminal.console import language, put, put_json, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from donghyang.press import Order, Publication
    from donghyang.publish import Image


IssueFile = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", readable=False, help=say("보고서", "a report"), show_default=False),
]


def publications(file: IssueFile = None, workspace: Where = None, json: Json = False) -> None:
    from donghyang import press
    from donghyang.terminal.show import publications_as_text

    if file is not None:
        found = [one] if (one := press.published(file.absolute().parent)) is not None else []
    else:
        found = list(press.all_published(needed_workspace(workspace)))
    if json:
        put_json([{"issue": one.folder.name, "sending": sending} for one in found for sending in one.sendings])
    else:
        put(publications_as_text(found, language()))


@dataclass(frozen=True, slots=True)
class Sent:
    """The publication that is being made, and what its prints say of it."""

    made: Publication
    edition: Edition
    earlier: tuple[str, ...]
    """Formats that what it corrects went out in: none of them shall go on saying what was wrong."""


def sending(file: Path, issue: Issue, images: Mapping[str, Image], order: Order, *, json: bool) -> Sent | None:
    """The sending that is published; None for a report that is no issue of a workspace, of which no record is kept.

    Raises CannotProceed, and tells what has changed, where it can only be sent as a correction.
    """
    from donghyang import press
    from donghyang.terminal.show import corrected_as_text
    from donghyang.workspace import find, issue_date

    home = find(file.absolute().parent)
    if home is None or issue_date(file) is None or not press.same_place(file, file.with_name(press.REPORT)):
        if order.notice or order.number is not None:
            raise CannotProceed(
                Message(
                    f"{file}: 작업 폴더의 호(issues/날짜/{press.REPORT})가 아니어서 번호와 정정을 남길 수 없습니다.",
                    f"{file}: no issue of a workspace (issues/DATE/{press.REPORT}): no number, no corrections.",
                )
            )
        return None
    found = press.compared(file, issue, images)
    if found.before is not None and found.changes and not (order.notice and order.by):
        shown = {"file": str(file), "made": [], "changes": found.changes}
        put_json(shown) if json else put(corrected_as_text(found.changes))
    made = press.decide(home, file, found, order)
    before = found.before.sendings if found.before is not None else ()
    if made in before:
        return Sent(made, press.edition_of(before), ())
    return Sent(made, press.edition_of((*before, made)), found.forms)


def sources(file: Path, document: Document, images: Mapping[str, Image]) -> dict[str, bytes]:
    """What is kept of a sending. Raises CannotProceed where the report was saved again since it was read."""
    from donghyang import press
    from donghyang.read import document_of

    kept = press.sources_of(file, images)
    if document_of(kept[press.REPORT], file.name).text != document.text:
        raise CannotProceed(
            Message(
                f"{file}: 발간하는 사이에 다시 저장되었습니다. 다시 실행하십시오.",
                f"{file}: was saved again while it was being published. Run again.",
            )
        )
    return kept


def only_final(final: bool, by: str, notice: str, number: int | None) -> None:
    """Raises CannotProceed for what only a finished print can have."""
    if not final and (by or notice or number is not None):
        given = "--by" if by else "--correct" if notice else "--number"
        raise CannotProceed(
            Message(
                f"{given}: 발간할 때만 적습니다. --final을 함께 적으십시오.",
                f"{given} belongs to a finished print. Give --final, too.",
            )
        )


def account() -> str | None:
    """The account that runs the program; None where the system does not say."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
