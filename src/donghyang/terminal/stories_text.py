"""What `stories` says for a person: what belongs in the report and why, what was left out and why, the watch lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from donghyang.language.visible import on_one_line
from donghyang.records import Copy, Decision, Language, Message, Story, WatchList

_LISTED = 60
"""So many of the stories that were left out are listed by name."""

_FILES = 5
"""So many files of a story are named."""

_FIGURES = 5
"""So many figures of a copy are shown."""

SECTIONS = {
    "feature": Message("특집", "feature"),
    "policy": Message("정책", "policy"),
    "technology": Message("기술", "technology"),
    "brief": Message("단신", "brief"),
}
_ACTIONS = {
    "pin": Message("싣기", "pin"),
    "skip": Message("빼기", "skip"),
    "merge": Message("한 사건으로", "merge"),
    "split": Message("나누기", "split"),
}


def stories_as_text(stories: Sequence[Story], lists: Sequence[WatchList], language: Language) -> str:
    """The stories of the report with their reasons, then those left out with theirs, then a digest of each list."""
    return "\n".join(on_one_line(line.text(language)) for line in _lines(stories, lists))


def _lines(stories: Sequence[Story], lists: Sequence[WatchList]) -> Iterator[Message]:
    chosen = [story for story in stories if story.section]
    rest = [story for story in stories if not story.section]
    for number, story in enumerate(chosen, 1):
        yield from _story(number, story)
    if rest:
        yield Message("", "")
        yield Message(f"뺀 사건 {len(rest)}", f"left out: {len(rest)}")
        for story in rest[:_LISTED]:
            why = story.left_out or Message("-", "-")
            yield Message(*(f"  {story.id}  {story.title} ({text})" for text in (why.ko, why.en)))
            yield _files(story)
        if len(rest) > _LISTED:
            more = len(rest) - _LISTED
            yield Message(f"  외 {more}개: --json에 모두 있습니다.", f"  and {more} more: all of them stand in --json.")
    for one in lists:
        yield from _digest(one, stories)


def _story(number: int, story: Story) -> Iterator[Message]:
    section = SECTIONS[story.section or "brief"]
    rubric = f"/{story.category}" if story.category else ""
    day, pages = story.date or "-", len(story.pages)
    head = (f"{number:3}. [{name}{rubric}] {story.title}" for name in (section.ko, section.en))
    yield Message(*head)
    why = Message(" · ".join(w.ko for w in story.why), " · ".join(w.en for w in story.why))
    yield Message(f"     {why.ko}", f"     {why.en}")
    yield Message(
        f"     {story.id}  {day}  점수 {story.score:.2f}  페이지 {pages}: {story.pages[0]}",
        f"     {story.id}  {day}  score {story.score:.2f}  pages {pages}: {story.pages[0]}",
    )
    if story.latest:
        yield Message(f"     마지막 소식: {story.latest}", f"     last state: {story.latest}")
    yield from (_copy(copy) for copy in story.copies if copy.added)


def _files(story: Story) -> Message:
    """The file names of a story, the first few of many."""
    names, more = ", ".join(story.pages[:_FILES]), len(story.pages) - _FILES
    ko, en = (f" 외 {more}개", f" and {more} more") if more > 0 else ("", "")
    return Message(f"      {names}{ko}", f"      {names}{en}")


def _copy(copy: Copy) -> Message:
    """What a copy says that its original does not, beside what the original says in the same unit."""
    units = {figure[-1] for figure in copy.added}
    lost = ", ".join([figure for figure in copy.lost if figure[-1] in units][:_FIGURES]) or "-"
    added = ", ".join(copy.added[:_FIGURES])
    return Message(
        f"     숫자가 다른 재수록: {copy.page} {added} (원문 {copy.original}: {lost})",
        f"     reprint with other figures: {copy.page} {added} (original {copy.original}: {lost})",
    )


def _digest(one: WatchList, stories: Iterable[Story]) -> Iterator[Message]:
    found = [story for story in stories if one.name in story.watched]
    yield Message("", "")
    yield Message(f"수요 {one.name}: {len(found)}", f"watched, {one.name}: {len(found)}")
    for story in found:
        yield Message(*[f"  {story.id}  {story.date or '-'}  {story.title}"] * 2)


def decisions_as_text(decisions: Sequence[Decision], language: Language) -> str:
    """The decisions as they stand, one a line."""
    if not decisions:
        return Message("결정이 없습니다.", "nothing is decided.").text(language)
    return "\n".join(
        f"{_ACTIONS[decision.action].text(language)}  {decision.id}  {decision.title}  "
        f"({' | '.join(', '.join(part) for part in decision.parts)})"
        for decision in decisions
    )
