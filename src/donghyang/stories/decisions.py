"""What the editor has decided on stories: kept by their pages, so that it holds when the stories grow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from donghyang.records import CannotProceed, Decided, Decision, Message, Story

# A later word on the same pages takes the place of an earlier one of its pair.
_PAIRS: tuple[frozenset[Decided], ...] = (frozenset({"pin", "skip"}), frozenset({"merge", "split"}))


def decide(
    action: Decided, ids: Sequence[str], stories: Sequence[Story], known: Sequence[Decision]
) -> tuple[Decision, ...]:
    """The decisions as they stand once `action` on the stories of `ids` is added to `known`.

    `split ID` parts every page of the story from every other; `split ID PAGE…` parts these pages from the rest.
    Raises CannotProceed for an id that no story has, and where there is nothing to merge or to split.
    """
    if action == "split":
        story = _named(ids[:1], stories)[0]
        return _with(known, [Decision(action, story.id, story.title, _parts(story, ids[1:]))])
    named = _named(ids, stories)
    if action != "merge":
        return _with(known, [Decision(action, story.id, story.title, (story.pages,)) for story in named])
    if len(named) < 2:
        raise CannotProceed(
            Message("merge: 사건 두 개 이상의 ID를 적으십시오.", "merge: give the ids of two stories or more.")
        )
    together = tuple(page for story in named for page in story.pages)
    return _with(known, [Decision(action, named[0].id, named[0].title, (together,))])


def undo(ids: Sequence[str], known: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions without those on `ids`. Raises CannotProceed for an id that nothing was decided on."""
    for id_ in ids:
        if all(decision.id != id_ for decision in known):
            raise CannotProceed(Message(f"{id_}: 그런 결정이 없습니다.", f"{id_}: nothing was decided on it."))
    return tuple(decision for decision in known if decision.id not in ids)


def regrouped(groups: Iterable[Sequence[str]], decisions: Iterable[Decision]) -> list[list[str]]:
    """Groups of page names as the editor wants them, in the order in which things were decided."""
    now = [list(group) for group in groups]
    for decision in decisions:
        if decision.action == "merge":
            wanted = set(decision.parts[0])
            together = [group for group in now if wanted.intersection(group)]
            if len(together) > 1:
                now = [group for group in now if wanted.isdisjoint(group)]
                now.append([page for group in together for page in group])
        elif decision.action == "split":
            now = [part for group in now for part in _apart(group, decision.parts)]
    return now


def on(pages: Iterable[str], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that speak of a story with these pages."""
    mine = set(pages)
    return tuple(decision for decision in decisions if any(mine.intersection(part) for part in decision.parts))


def _apart(group: Sequence[str], parts: Sequence[Sequence[str]]) -> list[list[str]]:
    """A group in the parts that the editor sees; pages that came later stay with the first part that is there."""
    part_of = {page: n for n, part in enumerate(parts) for page in part}
    found = sorted({part_of[page] for page in group if page in part_of})
    if len(found) < 2:
        return [list(group)]
    return [[page for page in group if part_of.get(page, found[0]) == n] for n in found]


def _parts(story: Story, pages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    if strange := [page for page in pages if page not in story.pages]:
        name = strange[0]
        raise CannotProceed(
            Message(f"{name}: 사건 {story.id}의 페이지가 아닙니다.", f"{name}: no page of story {story.id}.")
        )
    rest = tuple(page for page in story.pages if page not in pages)
    if len(story.pages) < 2 or not rest:
        raise CannotProceed(Message(f"{story.id}: 나눌 페이지가 없습니다.", f"{story.id}: nothing to split."))
    return (rest, tuple(pages)) if pages else tuple((page,) for page in story.pages)


def _named(ids: Sequence[str], stories: Sequence[Story]) -> list[Story]:
    by_id = {story.id: story for story in stories}
    found = []
    for id_ in dict.fromkeys(ids):
        if id_ not in by_id:
            raise CannotProceed(Message(f"{id_}: 그런 사건이 없습니다.", f"{id_}: no such story."), "no-story")
        found.append(by_id[id_])
    return found


def _with(known: Sequence[Decision], fresh: Sequence[Decision]) -> tuple[Decision, ...]:
    kept = [decision for decision in known if not any(_replaced(decision, new) for new in fresh)]
    return (*kept, *fresh)


def _replaced(old: Decision, new: Decision) -> bool:
    pair = next(pair for pair in _PAIRS if new.action in pair)
    pages = {page for part in new.parts for page in part}
    return old.action in pair and any(pages.intersection(part) for part in old.parts)
