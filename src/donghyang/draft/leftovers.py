"""The stories that a draft leaves out, each with its reason: for the summary of a run, and as remarks at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line, plain_line
from donghyang.records import LeftStory, Message
from donghyang.report.grammar import remark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from donghyang.records import Story

_SHOWN = 3
"""So many files of a story are named in a remark."""
_NO_ROOM = Message(
    "지면이 모자람(정책 {}, 기술 {}, 단신 {}건까지)", "no room (up to {} policy articles, {} on technology, {} briefs)"
)


def left_out(stories: Sequence[Story], written: Collection[str], room: tuple[int, int, int]) -> tuple[LeftStory, ...]:
    """The stories whose id is not among those written, best first; `room`: policy articles, technology's, briefs."""
    crowded = Message(_NO_ROOM.ko.format(*room), _NO_ROOM.en.format(*room))
    ranked = sorted(stories, key=lambda story: (story.section is None, -story.score, story.id))
    return tuple(
        LeftStory(story.id, story.title, story.pages, crowded if story.section else story.left_out or _UNTOLD)
        for story in ranked
        if story.id not in written
    )


_UNTOLD = Message("보고서에 맞지 않음", "does not belong in the report")


def left_list(left: Sequence[LeftStory]) -> tuple[str, ...]:
    """The list as lines of remarks, () for none."""
    if not left:
        return ()
    head = f"뺀 사건 {len(left)}개: 실으려면 `donghyang stories pin ID`, 묶거나 나누려면 merge, split"
    return tuple(remark(words) for words in (head, *map(_line, left)))


def _line(one: LeftStory) -> str:
    files = ", ".join(one.pages[:_SHOWN]) + (f" 외 {len(one.pages) - _SHOWN}개" if len(one.pages) > _SHOWN else "")
    return one_line(f"{one.id}  {plain_line(one.title)} ({files}): {one.reason.ko}")
