"""A source tried once: what it names, and where it fails, why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.collect.health import Look, looked
from donghyang.collect.sources import bodies, is_wanted, named, wechat
from donghyang.collect.sources.local import files_of
from donghyang.guard import Guard, ReaderFault
from donghyang.records import CannotProceed, Capture, Entry, Message, Source, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.watching.fetching import Fetcher, Got


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying a source."""

    look: Look
    entries: tuple[Entry, ...]
    """Those that are wanted of it; its look counts all."""
    notes: tuple[Message, ...] = ()
    """What a person should know besides: files that could not be read, posts that were deleted."""


def try_source(source: Source, root: Path, ask: Fetcher, day: dt.date, before: Sequence[Look] = ()) -> Tried:
    """Look into a source: its files below `root`, or what `ask` brings. `before` are the looks up to then.

    A source that fails is a look with its trouble; nothing raises for it.
    """
    now = source.on(day)
    if now.is_local:
        return _local(now, root, day, before)
    got = ask(now.address)
    if got.body is None:
        return Tried(Look(source.name, day, trouble=got.trouble or "other", reason=got.reason), ())
    return _read(now, got, day, before)


def look_of(
    source: Source, captures: Sequence[Capture], entries: Sequence[Entry], day: dt.date, before: Sequence[Look] = ()
) -> Look:
    """The look at a source that a run has gone over: `captures` of its lists or of the page itself, what they named.

    Its first list tells whether it could be had: those behind it only go on.
    """
    first = next((capture for capture in captures if capture.url == source.on(day).address), None)
    if first is not None and first.state == "failed":
        return Look(source.name, day, trouble=first.trouble or "other", reason=first.reason)
    if source.kind == "page" and first is not None:
        return Look(source.name, day, 1, int(first.state != "unchanged"), mark=(first.digest or "")[:16])
    return looked(source, entries, day, before)


def _read(source: Source, got: Got, day: dt.date, before: Sequence[Look]) -> Tried:
    try:
        entries = named(source, got.body or b"", got.url, day)
    except Unreadable as problem:
        return Tried(Look(source.name, day, trouble="no article", reason=problem.why), ())
    if entries:
        return Tried(looked(source, entries, day, before), _wanted(source, entries))
    why = _notice(got)
    if why is not None:
        return Tried(Look(source.name, day, trouble="no article", reason=why), ())
    return Tried(looked(source, (), day, before), ())


def _notice(got: Got) -> Message | None:
    """Why the body is no list: a captcha, a notice, a page that a script draws; None where it is any other page."""
    try:
        with Guard() as guard:
            guard.page(got.body or b"", "index.html")
    except Unreadable as problem:
        return problem.why
    except ReaderFault:
        return None
    return None


def _local(source: Source, root: Path, day: dt.date, before: Sequence[Look]) -> Tried:
    found: dict[str, Entry] = {}
    notes: list[Message] = []
    states: Counter[wechat.PostState] = Counter()
    try:
        if source.kind == "folder":  # thousands of pages that the week reads: here only whether there are any
            names = tuple(Entry(name, "") for name, _ in files_of(source, root))
            return Tried(looked(source, names, day, before), names)
        for name, body in bodies(source, root):
            if isinstance(body, Unreadable):
                notes.append(body.message)
                continue
            if source.kind == "wechat":
                states[wechat.post(body).state] += 1
            for entry in named(source, body, name, day):
                found.setdefault(entry.url, entry)
    except CannotProceed as problem:
        return Tried(Look(source.name, day, trouble="other", reason=problem.message), ())
    notes += [_posts(state, count) for state, count in states.items() if state != "post"]
    entries = tuple(found.values())
    return Tried(looked(source, entries, day, before), _wanted(source, entries), tuple(notes))


def _wanted(source: Source, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if is_wanted(source, entry))


def _posts(state: wechat.PostState, count: int) -> Message:
    why = wechat.REASONS[state]
    return Message(f"위챗 글 {count}개: {why.ko}", f"{count} WeChat posts: {why.en}")
