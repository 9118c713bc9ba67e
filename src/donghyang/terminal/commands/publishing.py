"""Publishing: `publish`."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import File, Json, one_of, read_report, words
from donghyang.terminal.commands.publications import account, only_final, sending, sources
from donghyang.terminal.console import language, put, put_json, say

if TYPE_CHECKING:
    from donghyang.press import Signature


def publish(
    file: File,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT,…", help=say("낼 형식", "formats"))] = "pdf,html",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            readable=False,
            help=say("낼 폴더; 없으면 파일 곁", "where to; beside the file if not given"),
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help=say("초안이 아니라 발간본으로", "as a finished print, not as a draft"))
    ] = False,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow",
            metavar="LINE,…",
            help=say("막힌 줄을 통과시킴(줄 번호)", "let lines pass that hold it back (their numbers)"),
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="NAME", help=say("발간하거나 통과시키는 사람", "who publishes it, or lets a line pass")
        ),
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="WHY", help=say("통과시키는 까닭", "why it is let pass"))
    ] = "",
    correct: Annotated[
        str,
        typer.Option(
            "--correct",
            metavar="NOTICE",
            help=say("정정으로 냄: 무엇이 틀렸는지", "send it as a correction: what was wrong"),
        ),
    ] = "",
    number: Annotated[
        int | None,
        typer.Option("--number", metavar="N", min=1, help=say("제N호", "the number of the issue"), show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    from donghyang import press
    from donghyang.publish import DraftView, find_images, render, render_sending
    from donghyang.report import dialect as report_dialect
    from donghyang.report import write as write_report
    from donghyang.terminal.show import paths_as_text
    from donghyang.workspace import find, look_of

    document, issue = read_report(file)
    if not issue.sections:
        raise CannotProceed(
            Message(
                f"{file}: 보고서가 아닙니다. `donghyang read {file}`로 살펴보십시오.",
                f"{file} is no report. Look at it with `donghyang read {file}`.",
            )
        )
    forms = words(to)
    targets = _targets(file, forms, out)
    numbers, signed = _passed(allow or [], by.strip(), reason.strip(), final=final)
    only_final(final, by.strip(), correct.strip(), number)
    with _alone(file) if final else nullcontext():
        if final:
            _decide(file, numbers, signed, json=json)
        dialect, shown = report_dialect(document), find_images(issue, file.parent)
        draft, look = None if final else DraftView(), look_of(find(file.absolute().parent))
        order = press.Order(dt.date.today(), by.strip() or None, account(), correct.strip() or None, number)
        sent = sending(file, issue, shown, order, json=json) if final else None
        if sent is not None:
            targets |= _targets(file, [*forms, *sent.earlier], out)

        def made_as(form: str) -> bytes:
            if form == "text":
                return write_report(issue, dialect).encode()
            if sent is not None and (kept := press.kept_print(file.parent, sent.made, f"report.{form}")) is not None:
                return kept
            if sent is not None:
                return render_sending(issue, form, sent.edition, shown, look)
            return render(issue, form, draft=draft, images=shown, look=look)

        prints = {form: made_as(form) for form in targets}
        press.find_room({path: prints[form] for form, path in targets.items()})
        if sent is not None:
            named = {f"report.{form}": data for form, data in prints.items() if form != "text"}
            press.keep(file.parent, sent.made, sources(file, document, shown), named)
        made = press.put({path: partial(prints.__getitem__, form) for form, path in targets.items()}, final=final)
    answer: dict[str, object] = {"file": str(file), "made": [str(path) for path in made]}
    if sent is not None:
        answer |= {"number": sent.made.number, "sending": sent.made.sending}
    put_json(answer) if json else put(paths_as_text(made))


def _alone(file: Path) -> AbstractContextManager[None]:
    """Nobody else publishes meanwhile from the workspace of the report: two would take one number, or one sending."""
    from donghyang.files import alone
    from donghyang.workspace import find

    home = find(file.absolute().parent)
    return alone(home.root if home is not None else file.parent)


def _targets(file: Path, forms: list[str], out: Path | None) -> dict[str, Path]:
    """Where each format goes.

    Raises CannotProceed for no format or an unknown one, and for a place that is no folder or the report's.
    """
    from donghyang import press
    from donghyang.publish import FORMATS

    if not forms:
        some = ", ".join(FORMATS)
        raise CannotProceed(
            Message(f"--to: 형식이 없습니다. 가능한 형식: {some}", f"--to: no format; choose from {some}")
        )
    for form in forms:
        one_of("--to", form, (*FORMATS, "text"))
    if out is not None:
        _fits_a_folder(out)
    targets = {form: _beside(out / file.name if out else file, form) for form in forms}
    if any(press.same_place(file, path) for path in targets.values()):
        raise CannotProceed(
            Message(
                f"{file}: 읽은 파일 위에 쓸 수 없습니다. 다른 이름으로 옮기십시오.",
                f"{file} would be written over. Copy it to another name.",
            )
        )
    return targets


def _passed(allow: list[str], by: str, reason: str, *, final: bool) -> tuple[list[int], Signature]:
    """The numbers of --allow and who signs for them; [] for none.

    Raises CannotProceed for what is no number of a line, and where the options that belong together are not all there.
    """
    from donghyang import press

    lines = [word for text in allow for word in words(text)]
    for word in lines:
        if not (word.isascii() and word.isdigit() and len(word) < _LONGEST_NUMBER):
            raise CannotProceed(
                Message(
                    f"--allow {word}: 줄 번호가 아닙니다. `donghyang publish --final`이 막힌 줄의 번호를 보입니다.",
                    f"--allow {word}: no number of a line. `donghyang publish --final` shows those that are held back.",
                )
            )
    asked = {"--final": final, "--allow LINE": bool(lines), "--by NAME": bool(by), "--reason WHY": bool(reason)}
    if any((lines, reason)) and not all(asked.values()):
        lacking = ", ".join(option for option, is_there in asked.items() if not is_there)
        raise CannotProceed(
            Message(
                f"줄을 통과시키려면 이것도 적으십시오: {lacking}. "
                "예: `--final --allow 12,31 --by 김하늘 --reason 원문확인`",
                f"to let lines pass give also: {lacking}. "
                "Like `--final --allow 12,31 --by Kim --reason 'see the source'`",
            )
        )
    return [int(word) for word in lines], press.Signature(by, reason, dt.date.today())


_LONGEST_NUMBER = 10


def _decide(file: Path, lines: list[int], signed: Signature, *, json: bool) -> None:
    """Raises CannotProceed, and tells every line, where something holds a finished print back."""
    from donghyang import press
    from donghyang.terminal.show import held_as_text

    held = press.held(file)
    if lines:
        held = press.allow(file, held, lines, signed)
        passed, kept = ", ".join(map(str, sorted(set(lines)))), file.with_name(press.DECISIONS)
        if not json:
            put(Message(f"통과시킨 줄: {passed} ({kept})", f"let pass: {passed} ({kept})").text(language()))
    if held:
        put_json({"file": str(file), "made": [], "held": held}) if json else put(held_as_text(held, language()))
        raise press.refusal(file, held)


def _fits_a_folder(out: Path) -> None:
    """Raises CannotProceed for a name that was meant for a file: prints are called as their report is."""
    if out.suffix.lower() in _FILES and not out.is_dir():
        raise CannotProceed(
            Message(
                f"--out {out}: 파일이 아니라 폴더를 적는 자리입니다. 파일의 이름은 보고서를 따릅니다.",
                f"--out {out}: names a folder, not a file. Prints are called as their report is.",
            )
        )


_FILES = (".pdf", ".html", ".docx", ".hwpx", ".epub", ".md", ".json", ".eml", ".txt")


def _beside(file: Path, form: str) -> Path:
    return file.with_suffix(".txt" if form == "text" else f".{form}")
