"""What `collect` and `pages` say for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message

if TYPE_CHECKING:
    from donghyang.collect.evidence import Change, Versions
    from donghyang.collect.gathered import Gathered, Watched
    from donghyang.collecting import Recheck

_SHOWN = 20
"""So many changed pages are named; all of them stand in the JSON."""


def gathered_as_text(found: Gathered, language: Language) -> str:
    """A table of the sources: what is new, what is not, what failed and what to do; then the pages that changed."""
    return "\n".join(on_one_line(line.text(language)) for line in _gathered(found))


def _gathered(found: Gathered) -> Iterator[Message]:
    yield Message(
        f"목록 {found.lists}, 페이지 {found.pages}, 바뀐 페이지 {len(found.changed)}, 실패 {len(found.failures)}",
        f"lists {found.lists}, pages {found.pages}, changed {len(found.changed)}, failed {len(found.failures)}",
    )
    yield from _table(found.sources)
    if found.changed:
        yield Message("바뀐 페이지:", "changed:")
        for one in found.changed[:_SHOWN]:
            yield Message(f"  {one.url}", f"  {one.url}")
        yield Message(
            "  무엇이 바뀌었는지: `donghyang pages diff URL`", "  `donghyang pages diff URL` shows what they say now."
        )
    if found.old:
        yield Message(
            f"오래되어 받지 않은 글 {found.old}: 받으려면 [collect]의 reach(일)를 늘리십시오.",
            f"too old to be fetched: {found.old}; to have them raise reach (days) under [collect].",
        )
    if found.left:
        yield Message(
            f"다 받지 못하고 남긴 페이지 {found.left}: 다시 실행하면 이어서 받습니다.",
            f"left for the next run: {found.left} pages; run again to go on.",
        )


def _table(sources: Sequence[Watched]) -> Iterator[Message]:
    """A row for each source, and below it why it failed."""
    head = Message("새 페이지\t그대로\t바뀜\t오래됨\t실패\t출처", "new\tsame\tchanged\told\tfailed\tsource")
    yield Message(_row(head.ko.split("\t")), _row(head.en.split("\t")))
    for one in sources:
        row = _row([str(one.new), str(one.unchanged), str(one.changed), str(one.old), str(one.failed), one.source])
        yield Message(row, row)
        if one.reason is not None:
            yield Message(f"{_INDENT}{one.reason.ko}", f"{_INDENT}{one.reason.en}")


_WIDTH = 8
_INDENT = " " * (5 * (_WIDTH + 1))


def _row(cells: Sequence[str]) -> str:
    """The cells, all but the last to the right of a column; Hangul is twice as wide as digits."""
    *numbers, last = cells
    return " ".join(" " * (_WIDTH - _wide(cell)) + cell for cell in numbers) + f" {last}"


def _wide(text: str) -> int:
    return sum(2 if "가" <= char <= "힣" else 1 for char in text)


def collected_in_week(found: Gathered) -> Iterator[Message]:
    """The same in the summary of a week: the sources that failed, and the pages that changed."""
    for one in found.sources:
        if one.reason is not None:
            yield Message(f"  출처 {one.source}: {one.reason.ko}", f"  source {one.source}: {one.reason.en}")
    if found.changed:
        yield Message(
            f"  바뀐 페이지 {len(found.changed)}: `donghyang pages diff URL`이 보입니다.",
            f"  changed pages {len(found.changed)}: see `donghyang pages diff URL`.",
        )
    if found.broken is not None:
        yield Message(f"  수집이 멈추었습니다: {found.broken.ko}", f"  collecting broke off: {found.broken.en}")


def rechecked_as_text(found: Sequence[Recheck], language: Language) -> str:
    """The cited pages that say something else by now, by article, and those that could not be had again."""
    return "\n".join(on_one_line(line.text(language)) for line in _rechecked(found))


def _rechecked(found: Sequence[Recheck]) -> Iterator[Message]:
    changed = sum(bool(one.changes) for one in found)
    yield Message(
        f"인용한 페이지 {len(found)}, 인용한 뒤 바뀐 페이지 {changed}",
        f"cited pages {len(found)}, changed since they were cited {changed}",
    )
    for one in found:
        if one.changes or one.reason is not None:
            number = f"{one.number:02} " if one.number is not None else ""
            head = f"{number}{one.headline or '-'}  {one.url}"
            yield Message(head, head)
        if one.reason is not None:
            yield Message(f"  {one.reason.ko}", f"  {one.reason.en}")
        for change in one.changes:
            yield from _change(change)


def _change(change: Change) -> Iterator[Message]:
    for sign, said in (("-", change.before), ("+", change.after)):
        if said is not None:
            yield Message(f"  {sign} {said}", f"  {sign} {said}")


def versions_as_text(told: Versions, language: Language) -> str:
    """The versions of a page, each with what its article says otherwise."""
    return "\n".join(on_one_line(line.text(language)) for line in _versions(told))


def _versions(told: Versions) -> Iterator[Message]:
    yield Message(
        f"{told.url}  판 {len(told.versions)}, 마지막 확인 {told.checked:%Y-%m-%d %H:%M} UTC",
        f"{told.url}  versions {len(told.versions)}, last asked for {told.checked:%Y-%m-%d %H:%M} UTC",
    )
    for number, version in enumerate(told.versions, 1):
        text = f"{number}  {version.fetched:%Y-%m-%d %H:%M} UTC  {version.title or '-'}"
        yield Message(text, text)
        for change in version.changes:
            yield from _change(change)
