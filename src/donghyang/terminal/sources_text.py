"""What `sources` and `schedule` say for a person, and the JSON of the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message

if TYPE_CHECKING:
    from donghyang.collect.health import Standing
    from donghyang.collect.health.looks import State
    from donghyang.collect.sources.catalogue import Listed
    from donghyang.records import Source
    from donghyang.watching import Added, Tried
    from donghyang.watching.unattended import System

_SAMPLE = 3
"""Entries of a source that are shown."""

STATES: dict[State, Message] = {
    "fine": Message("새 글", "fine"),
    "unchanged": Message("그대로", "unchanged"),
    "empty": Message("목록 없음", "empty"),
    "broken": Message("받지 못함", "broken"),
    "blocked": Message("막힘", "blocked"),
    "silent": Message("잠잠함", "silent"),
    "unknown": Message("아직 모름", "unknown"),
}


def sources_as_text(sources: Sequence[Source], standings: Sequence[Standing], language: Language) -> str:
    """The sources, those first that a person has to look after."""
    if not sources:
        return Message(
            "출처가 없습니다. `donghyang sources add 주소`로 더하십시오.",
            "no sources. Add one with `donghyang sources add URL`.",
        ).text(language)
    named = {source.name: source for source in sources}
    return "\n".join(line for one in standings for line in _standing(named[one.source], one, language))


def _standing(source: Source, one: Standing, language: Language) -> Iterator[str]:
    mark = "!" if one.is_notice else "-"
    state = STATES[one.state].text(language)
    since = f" {one.since}" if one.since is not None and one.weight is not None else ""
    yield on_one_line(f"{mark} {source.name}  [{source.kind}] {state}{since}")
    yield on_one_line(f"  {source.address}")
    if one.weight is not None:
        yield on_one_line(f"  {one.message.text(language)}")


def sources_as_json(sources: Sequence[Source], standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Each source with its standing, in the order of the standings."""
    named = {source.name: source for source in sources}
    return [{"source": named[one.source], "notice": one.is_notice, **_standing_json(one)} for one in standings]


def _standing_json(one: Standing) -> dict[str, Any]:
    return {
        "state": one.state,
        "weight": one.weight,
        "since": one.since,
        "looks": one.looks,
        "message": one.message,
    }


def catalogue_as_text(rows: Sequence[Listed], language: Language) -> str:
    """The catalogue, a line for each source and its address under it."""
    lines = []
    for row in rows:
        untried = "" if row.tried else Message(" (시험하지 않음)", " (not tried)").text(language)
        lines += [f"{row.source.name}  [{row.source.kind}] {row.source.region}{untried}", f"  {row.source.address}"]
    return "\n".join(lines)


def added_as_text(added: Added, language: Language) -> str:
    """A source that was taken in, with the first of what it names."""
    source = added.source
    lines = [f"+ {source.name}  [{source.kind}]", f"  {source.address}", f"  {added.file}"]
    lines += _entries(added.entries)
    if not added.entries:
        told = Message(
            "아직 시험하지 않았습니다. `donghyang sources check`로 살펴보십시오.",
            "not tried yet; `donghyang sources check` does.",
        )
        lines.append(f"  {told.text(language)}")
    return "\n".join(map(on_one_line, lines))


def added_as_json(added: Added) -> dict[str, Any]:
    """The same as JSON."""
    return {"source": added.source, "file": str(added.file), "entries": list(added.entries)}


def tried_as_text(rows: Sequence[tuple[Source, Tried, Standing]], language: Language) -> str:
    """What came of trying sources: of each its state, what it names, and where it fails why."""
    lines: list[str] = []
    for source, tried, one in rows:
        state = STATES[one.state].text(language)
        count = Message(f"글 {tried.look.found}개", f"{tried.look.found} entries").text(language)
        newest = f", {tried.look.newest}" if tried.look.newest else ""
        lines.append(f"{'!' if one.weight else '-'} {source.name}  [{source.kind}] {state}: {count}{newest}")
        if one.weight is not None:
            lines += [f"  {source.address}", f"  {one.message.text(language)}"]
        lines += [f"  {note.text(language)}" for note in tried.notes]
        lines += _entries(tried.entries)
    return "\n".join(map(on_one_line, lines))


def _entries(entries: Sequence[Any]) -> list[str]:
    return [f"  · {entry.date or '????-??-??'} {entry.title or entry.url}" for entry in entries[:_SAMPLE]]


def tried_as_json(source: Source, tried: Tried, one: Standing) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "source": source,
        **_standing_json(one),
        "found": tried.look.found,
        "newest": tried.look.newest,
        "trouble": tried.look.trouble,
        "notes": list(tried.notes),
        "entries": list(tried.entries[:_SAMPLE]),
    }


def schedule_as_text(made: Mapping[System, str], language: Language) -> str:
    """What each system is told, under its name where there are several."""
    if len(made) == 1:
        return next(iter(made.values())).rstrip("\n")
    heads: dict[System, Message] = {
        "cron": Message("cron (crontab -e)", "cron (crontab -e)"),
        "systemd": Message("systemd", "systemd"),
        "windows": Message("Windows 작업 스케줄러 (UTF-16으로 저장)", "Windows Task Scheduler (save as UTF-16)"),
    }
    return "\n".join(f"# {heads[name].text(language)}\n{text}" for name, text in made.items()).rstrip("\n")
