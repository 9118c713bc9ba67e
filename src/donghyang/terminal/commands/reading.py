"""Reading: `read`, `facts`, `name`."""

from __future__ import annotations

from typing import Annotated

import typer

from donghyang import wire
from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import Day, File, Json, Spans, limits_for, one_of, read_report, the_day
from donghyang.terminal.console import language, put, put_json, say


def read(
    file: File,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="report|page", help=say("읽는 방식; 없으면 보고 정함", "how to read it; found by looking")
        ),
    ] = None,
    dropped: Annotated[
        bool,
        typer.Option(
            "--dropped", help=say("페이지에서 본문으로 읽지 않은 줄과 까닭", "what was left out of a page, and why")
        ),
    ] = False,
    json: Json = False,
    spans: Spans = False,
) -> None:
    from donghyang import guard, report
    from donghyang import read as reader
    from donghyang.language.composed import composed
    from donghyang.read.files import called
    from donghyang.terminal.show import dropped_as_text, page_as_text, report_as_text

    if as_ is not None:
        one_of("--as", as_, ("report", "page"))
    if dropped:
        left = reader.dropped(file, limits_for(file))
        put_json(left) if json else put(dropped_as_text(left))
        return
    data, name = reader.load(file), called(file)  # once: a pipe has its bytes but one time
    with guard.Guard(limits_for(file)) as held:
        document = held.document(data, name) if as_ != "page" else None
        issue = report.parse(document) if document is not None else None
        if document is not None and issue is not None and (as_ == "report" or issue.sections):
            answer = {"kind": "report", "text": composed(document.text), **_fields(issue, spans=spans)}
            put_json(answer) if json else put(report_as_text(issue, language()))
            return
        page = held.page(data, name)
    put_json({"kind": "page", **_fields(page)}) if json else put(page_as_text(page, language()))


def facts(
    file: File,
    date: Day = None,
    lines: Annotated[
        bool, typer.Option("--lines", help=say("줄마다 따로 읽음", "every line is an input of its own"))
    ] = False,
    json: Json = False,
) -> None:
    from donghyang import guard
    from donghyang.facts import find_facts, find_facts_in
    from donghyang.report.unwritten import blanked
    from donghyang.terminal.show import facts_as_text

    day = the_day(date)
    document, issue = read_report(file)
    if lines:
        said = blanked(document.text).removesuffix("\n").split("\n")
        each = [find_facts(line.rstrip("\r"), date=day) for line in said]
        put_json(each) if json else put("\n".join(map(facts_as_text, each)))
        return
    if document.media == "html" and not issue.sections:
        found = find_facts(guard.page(file, limits_for(file)).text, date=day)
    else:
        found = find_facts_in(document, date=day, issue=issue)
    put_json(found) if json else put(facts_as_text(found))


def name(
    names: Annotated[
        list[str],
        typer.Argument(metavar="HANZI...", help=say("한자 이름", "names in Chinese characters"), show_default=False),
    ],
    json: Json = False,
) -> None:
    from donghyang.language.transliterate import transliterate
    from donghyang.terminal.show import name_as_text

    if not all(hanzi.strip() for hanzi in names):
        raise CannotProceed(Message("HANZI: 이름이 비었습니다.", "HANZI: the name is empty."))
    found = [transliterate(hanzi) for hanzi in names]
    put_json(found) if json else put("\n".join(map(name_as_text, found)))


def _fields(record: object, *, spans: bool = False) -> dict[str, wire.Json]:
    fields = wire.to_json(record, spans=spans, language=language())
    assert isinstance(fields, dict)
    return fields
