"""Deciding on a sending: the first of an issue, the same once more in other formats, or a correction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from donghyang import read, report
from donghyang.press.allowed import decisions
from donghyang.press.publications import Publication, Published, all_published, digest, published
from donghyang.publish import Image
from donghyang.publish.written import finished
from donghyang.records import CannotProceed, Corrected, Issue, Message
from donghyang.report import Change
from donghyang.report.diff import AROUND
from donghyang.report.grammar import split_marker
from donghyang.workspace import Workspace, issue_date, look_of

_SIDE = 24
"""Letters of unchanged text that are told on either side of a change."""
_LONGEST = 400
"""Letters of a text that came or went that are told."""


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor says when publishing."""

    date: dt.date
    by: str | None = None
    account: str | None = None
    notice: str | None = None
    """What was wrong; only a correction has one."""
    number: int | None = None
    """제N호, where the editor sets it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A report beside what was published of it."""

    before: Published | None
    changes: tuple[Corrected, ...]
    """Since the last sending; () where nothing was published, or nothing has changed."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats that any sending before went out in, in the order of its record."""
        sendings = self.before.sendings if self.before is not None else ()
        return tuple(dict.fromkeys(name.rpartition(".")[2] for one in sendings for name in one.prints))


def compared(file: Path, issue: Issue, images: Mapping[str, Image]) -> Compared:
    """The report `file` beside the last sending of its issue. Raises CannotProceed for one that cannot be read."""
    before = published(file.parent)
    if before is None:
        return Compared(None, ())
    old = report.parse(read.document(before.report))
    changes = [*corrected(report.diff(finished(old), finished(issue)))]
    changes += [
        Corrected("그림", name, "앞서 낸 파일", "새 파일")
        for name, image in images.items()
        if before.last.source.get(name) not in (None, digest(image.data))
    ]
    return Compared(before, tuple(changes))


def decide(home: Workspace, file: Path, found: Compared, order: Order) -> Publication:
    """The sending that an order makes of a report: a new one, or the last one where nothing has changed since.

    Raises CannotProceed for a correction without a notice or a name, a notice that nothing stands behind, and a number
    that the issue or another one already has.
    """
    before = found.before
    number = _number(home, file, before, order)
    if before is None or found.changes:
        if before is not None and not (order.notice and order.by):
            raise _uncorrected(file, len(found.changes), named=bool(order.by) or not order.notice)
        if before is None and order.notice:
            raise _nothing_to_correct(file)
        sending = before.last.sending + 1 if before else 1
        allowed = decisions(file.parent).allowed
        return Publication(
            number, sending, order.date, order.by, order.account, {}, {}, order.notice, found.changes, allowed
        )
    if order.notice or number != before.last.number:
        raise _nothing_to_correct(file)
    return before.last


def corrected(changes: Sequence[Change]) -> Iterator[Corrected]:
    """The changes as readers are told of them: the words around each."""
    for change in changes:
        place, part = "" if change.place == AROUND else change.place.ko, change.part.ko
        if change.kind == "moved":
            origin = change.origin.ko if change.origin is not None else change.before
            yield Corrected(place, f"{part} 옮김", origin, place)
        elif change.words:
            yield Corrected(place, part, _around(change, "added"), _around(change, "removed"))
        else:
            yield Corrected(place, part, _short(change.before), _short(change.after))


def _uncorrected(file: Path, changes: int, *, named: bool = True) -> CannotProceed:
    """The error for a report that has changed since it was published; not `named`: only who corrects it is missing."""
    if not named:
        return CannotProceed(
            Message(f"{file}: 정정에는 이름이 있어야 합니다.", f"{file}: a correction bears a name."), "correction"
        )
    return CannotProceed(
        Message(
            f"{file}: 발간한 뒤 {changes}곳이 바뀌었습니다. 정정으로만 낼 수 있습니다.",
            f"{file}: {changes} places have changed since it was published. It can only be sent as a correction.",
        ),
        "correction",
    )


def _around(change: Change, left_out: str) -> str:
    """One of the two texts of a change, cut to what surrounds it."""
    kept = [word for word in change.words if word.mark != left_out]
    text = ""
    for at, word in enumerate(kept):
        first, last = at == 0 and word is change.words[0], at == len(kept) - 1 and word is change.words[-1]
        if word.mark == "same" and len(word.text) > 2 * _SIDE + 3:
            head, tail = "" if first else word.text[:_SIDE], "" if last else word.text[-_SIDE:]
            text += f"{head}…{tail}"
        else:
            text += word.text
    return _unmarked(text.strip())


def _short(text: str | None) -> str | None:
    """What came or went as a whole, without the marker before it."""
    if text is None:
        return None
    words = _unmarked(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _unmarked(text: str) -> str:
    return split_marker(text)[1] or text


def _number(home: Workspace, file: Path, before: Published | None, order: Order) -> int | None:
    """The number of the issue: the one it has, is given, or that the theme counts; else the one after the last."""
    had = before.last.number if before is not None else None
    if had is not None:
        if order.number not in (None, had):
            raise _taken(file, had, order.number)
        return had
    others = {one.last.number: one for one in all_published(home) if one.folder.resolve() != file.parent.resolve()}
    if order.number is not None:
        if order.number in others:
            raise _taken_by(file, order.number, others[order.number])
        return order.number
    if before is not None:
        return None  # sent without a number before the newsroom counted
    day = issue_date(file)
    counted = look_of(home).theme.number_of(day)
    if counted is not None:
        if counted in others:
            raise _taken_by(file, counted, others[counted])
        return counted
    last = max((number for number in others if number is not None), default=None)
    return last + 1 if last is not None else None


def _taken(file: Path, had: int, number: int | None) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{file}: 이미 제{had}호로 발간했습니다. 제{number}호로 바꿀 수 없습니다. 번호를 빼고 다시 실행하십시오.",
            f"{file}: was published as number {had}; it cannot become {number}. Run again without a number.",
        )
    )


def _taken_by(file: Path, number: int, other: Published) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{file}: 제{number}호는 {other.folder.name} 호의 번호입니다. 다른 번호를 주십시오.",
            f"{file}: number {number} is that of the issue of {other.folder.name}. Give another one.",
        )
    )


def _nothing_to_correct(file: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{file}: 발간한 뒤 바뀐 곳이 없어 정정할 것이 없습니다. 보고서를 고친 뒤 다시 실행하십시오.",
            f"{file}: nothing has changed since it was published: there is nothing to correct. Mend the report first.",
        )
    )


def sources_of(file: Path, images: Mapping[str, Image]) -> dict[str, bytes]:
    """The report and its pictures, as a sending keeps them. Raises OSError for a report that is gone."""
    return {"report.txt": file.read_bytes()} | {name: image.data for name, image in images.items()}
