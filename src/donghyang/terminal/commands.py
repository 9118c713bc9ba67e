"""The commands: twins of the functions, without logic of their own. Each imports the rooms it needs when it runs."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from donghyang import __version__, wire
from donghyang.records import CannotProceed, Document, Issue, Message
from donghyang.terminal.console import language, piecewise, progress, put, say, tell, use_utf8, whole
from donghyang.terminal.helptext import help_of

if TYPE_CHECKING:
    from donghyang.weekly import Summary
    from donghyang.workspace import Workspace

DONE, DIFFERS, CANNOT = 0, 1, 2
"""What the commands exit with; only `check`, `verify` and `diff` say 1 by themselves, the others with --strict."""

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "동향: 중국 과학기술 정책 주간동향 편집국",
        "donghyang: a newsroom for science-and-technology policy intelligence",
    ),
)

File = Annotated[Path, typer.Argument(metavar="FILE", help=say("읽을 파일", "the file to read"), show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=say("JSON 값 하나로 출력", "print exactly one JSON value"))]
Strict = Annotated[
    bool, typer.Option("--strict", help=say("미심쩍은 곳이 있으면 1로 끝냄", "exit with 1 when there are doubts"))
]
Spans = Annotated[bool, typer.Option("--spans", help=say("읽은 자리도 출력", "print where each part was read"))]
Day = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help=say("기준일", "the reference day"))]
Where = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", metavar="DIR", help=say("작업 폴더", "the workspace"), show_default=False),
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="FOLDER", help=say("저장한 페이지의 폴더", "a folder of saved pages"), show_default=False
    ),
]


def main() -> NoReturn:
    """Run the command line; a user's mistake ends in one line and exit code 2, never in a traceback."""
    use_utf8()
    try:
        code = app(prog_name="donghyang", standalone_mode=False)
    except CannotProceed as problem:
        tell(problem.message)
        code = CANNOT
    except (KeyboardInterrupt, typer.Abort):
        tell(Message("멈추었습니다. 다시 실행하면 이어서 합니다.", "stopped. Run again to go on."))
        code = CANNOT
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("donghyang"):
            raise
        what = f'"donghyang[newsroom]" ({missing.name})'
        tell(Message(f"설치되지 않은 부분입니다. 설치: pip install {what}", f"not installed. Run: pip install {what}"))
        code = CANNOT
    except Exception as problem:
        said = getattr(problem, "format_message", None)
        if said is None:
            raise
        tell(Message(f"{said()} `donghyang --help`를 보십시오.", f"{said()} See `donghyang --help`."))
        code = CANNOT
    sys.exit(code if isinstance(code, int) else DONE)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help=say("판 번호", "print the version"))] = False,
) -> None:
    if version:
        put(__version__)
        raise typer.Exit


# ---------------------------------------------------------------- reading


@app.command(help=help_of("read"))
def read(
    file: File,
    as_: Annotated[
        Literal["report", "page"] | None,
        typer.Option("--as", help=say("읽는 방식; 없으면 보고 정함", "how to read it; found by looking")),
    ] = None,
    json: Json = False,
    spans: Spans = False,
) -> None:
    from donghyang import read as reader
    from donghyang.terminal.show import page_as_text, report_as_text

    document, issue = _read_report(file) if as_ != "page" else (None, None)
    if document is not None and issue is not None and (as_ == "report" or issue.sections):
        answer = {"kind": "report", "text": document.text, **_fields(issue, spans=spans)}
        put(wire.dumps(answer) if json else report_as_text(issue, language()))
        return
    page = reader.page(file)
    put(wire.dumps({"kind": "page", **_fields(page)}) if json else page_as_text(page))


@app.command(help=help_of("facts"))
def facts(
    file: File,
    date: Day = None,
    lines: Annotated[
        bool, typer.Option("--lines", help=say("줄마다 따로 읽음", "every line is an input of its own"))
    ] = False,
    json: Json = False,
) -> None:
    from donghyang import read as reader
    from donghyang.facts import find_facts, find_facts_in
    from donghyang.terminal.show import facts_as_text

    day = _day(date)
    document, issue = _read_report(file)
    if lines:
        each = [find_facts(line.rstrip("\r"), date=day) for line in document.text.removesuffix("\n").split("\n")]
        put(wire.dumps(each, language=language()) if json else "\n".join(map(facts_as_text, each)))
        return
    if document.media == "html" and not issue.sections:
        found = find_facts(reader.page(file).text, date=day)
    else:
        found = find_facts_in(document, date=day)
    put(wire.dumps(found, language=language()) if json else facts_as_text(found))


@app.command(help=help_of("name"))
def name(
    names: Annotated[
        list[str],
        typer.Argument(metavar="HANZI...", help=say("한자 이름", "names in Chinese characters"), show_default=False),
    ],
    json: Json = False,
) -> None:
    from donghyang.language.transliterate import transliterate
    from donghyang.terminal.show import name_as_text

    found = [transliterate(hanzi) for hanzi in names]
    put(wire.dumps(found) if json else "\n".join(map(name_as_text, found)))


# ---------------------------------------------------------------- proofreading


@app.command(help=help_of("check"))
def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help=say("교정할 파일", "the files"))] = None,
    date: Day = None,
    select: Annotated[
        str,
        typer.Option(
            "--select",
            metavar="RULE,…",
            help=say("이것만: 규칙, 부류, default, style", "only these: rules, classes, default, style"),
        ),
    ] = "",
    ignore: Annotated[
        str, typer.Option("--ignore", metavar="RULE,…", help=say("이 규칙은 빼고", "all but these"))
    ] = "",
    form: Annotated[
        Literal["text", "json", "sarif"], typer.Option("--format", help=say("출력 형식", "what to print"))
    ] = "text",
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT,…", help=say("표시한 사본: html, docx", "marked copies: html, docx"))
    ] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help=say("안전한 것을 파일에서 고침", "mend what is safe to mend"))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=say("고칠 곳을 보이기만 함", "show what --fix would change"))
    ] = False,
    accept: Annotated[
        str, typer.Option("--accept", metavar="RULE=TEXT", help=say("받아들일 지적", "a finding to accept"))
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help=say("받아들이는 까닭", "why it is accepted"))] = "",
    explain: Annotated[str, typer.Option("--explain", metavar="RULE", help=say("규칙 설명", "explain a rule"))] = "",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.proofread import desk as desk
    from donghyang.terminal.printing import Order, print_findings
    from donghyang.terminal.show import rule_as_text

    if explain:
        put("\n\n".join(rule_as_text(rule, language()) for rule in desk.rules(explain)))
        return
    if not files:
        raise CannotProceed(Message("교정할 파일을 적으십시오.", "name the files to proofread."))
    home = _workspace(workspace) if workspace else _workspace_around()
    if accept:
        put(str(desk.accept(files[0], accept, reason)))
        return
    asked = desk.Asked(_day(date), tuple(_words(select)), tuple(_words(ignore)), home)
    shown = "diff" if fix or diff else "json" if json else form
    order = Order(shown, language(), () if fix or diff else tuple(_words(to)), fix)
    with whole() if shown in ("json", "sarif") else piecewise() as write:
        found = print_findings(files, asked, order, write)
    raise typer.Exit(DIFFERS if found else DONE)


@app.command(help=help_of("diff"))
def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help=say("앞선 판", "the older version"), show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="B", help=say("나중 판", "the newer version"), show_default=False)],
    json: Json = False,
) -> None:
    from donghyang.report import diff as compare
    from donghyang.terminal.show import changes_as_text

    changes = compare(_read_report(before)[1], _read_report(after)[1])
    put(wire.dumps(changes, language=language()) if json else changes_as_text(changes, language()))
    raise typer.Exit(DIFFERS if changes else DONE)


# ---------------------------------------------------------------- the week


@app.command(help=help_of("stories"))
def stories(from_: From = None, date: Day = None, workspace: Where = None, json: Json = False) -> None:
    from donghyang import collect
    from donghyang.stories import stories as tell_stories
    from donghyang.terminal.show import stories_as_text

    files = collect.page_files(from_) if from_ else _workspace_files(_workspace(workspace))
    with progress() as show:
        label, read_so_far = Message("읽기", "read"), iter(range(1, len(files) + 1))
        readings = collect.read_pages(files, {}, lambda reading: show(label, next(read_so_far), len(files)))
    for reading in readings:
        if reading.reason:
            tell(reading.reason)
    found = tell_stories([reading.page for reading in readings if reading.page], date=_day(date))
    put(wire.dumps(found) if json else stories_as_text(found))


@app.command(help=help_of("weekly"))
def weekly(
    from_: From = None, date: Day = None, workspace: Where = None, json: Json = False, strict: Strict = False
) -> None:
    from donghyang import collect
    from donghyang import weekly as week
    from donghyang.terminal.show import summary_as_text
    from donghyang.workspace import Settings

    home = _workspace(workspace) if workspace or from_ is None else _workspace_around()
    day = _day(date) or dt.date.today()
    with progress() as show:
        summary: Summary = week.weekly(
            week.Week(
                date=day,
                files=collect.page_files(from_) if from_ else _workspace_files(_some(home)),
                folder=home.issue(day) if home else Path("issues") / day.isoformat(),
                settings=home.settings if home else Settings(),
                termbase=home.termbase if home else None,
                everything=from_ is not None,
                progress=show,
            )
        )
    put(wire.dumps(summary, language=language()) if json else summary_as_text(summary, language()))
    doubtful = summary.doubts or summary.left_out or any(summary.findings.values())
    raise typer.Exit(DIFFERS if strict and doubtful else DONE)


@app.command(help=help_of("publish"))
def publish(
    file: File,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT,…", help=say("낼 형식", "formats"))] = "pdf,html",
    json: Json = False,
) -> None:
    from donghyang.files import write
    from donghyang.publish import render
    from donghyang.report import dialect as report_dialect
    from donghyang.report import write as write_report
    from donghyang.terminal.show import paths_as_text

    document, issue = _read_report(file)
    if not issue.sections:
        raise CannotProceed(
            Message(
                f"{file}: 보고서가 아닙니다. `donghyang read {file}`로 살펴보십시오.",
                f"{file} is no report. Look at it with `donghyang read {file}`.",
            )
        )
    targets = {form: _beside(file, form) for form in _words(to)}
    if file in targets.values():
        raise CannotProceed(
            Message(
                f"{file}: 읽은 파일 위에 쓸 수 없습니다. 다른 이름으로 옮기십시오.",
                f"{file} would be written over. Copy it to another name.",
            )
        )
    dialect = report_dialect(document)
    made = [
        write(path, write_report(issue, dialect).encode() if form == "text" else render(issue, form))
        for form, path in targets.items()
    ]
    put(wire.dumps({"file": str(file), "made": [str(path) for path in made]}) if json else paths_as_text(made))


@app.command(help=help_of("new"))
def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=say("만들 폴더", "the folder to make"), show_default=False)
    ],
    sample: Annotated[bool, typer.Option("--sample", help=say("견본 한 주를 담음", "with the sample week"))] = False,
    json: Json = False,
) -> None:
    from donghyang.newsroom import create
    from donghyang.terminal.show import paths_as_text

    made = create(folder, sample=sample)
    put(wire.dumps([str(path) for path in made]) if json else paths_as_text(made))


# ---------------------------------------------------------------- shared by the commands


def _read_report(file: Path) -> tuple[Document, Issue]:
    from donghyang import read as reader
    from donghyang import report

    document = reader.document(file)
    return document, report.parse(document)


def _fields(record: object, *, spans: bool = False) -> dict[str, wire.Json]:
    fields = wire.to_json(record, spans=spans, language=language())
    assert isinstance(fields, dict)
    return fields


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(
            Message(
                f"--date {text}: 날짜가 아닙니다. 2023-04-21처럼 적으십시오.",
                f"--date {text} is no date. Write it like 2023-04-21.",
            )
        ) from None


def _workspace(folder: Path | None) -> Workspace:
    from donghyang.workspace import open_workspace

    if folder is not None:
        return open_workspace(folder)
    return _some(_workspace_around())


def _workspace_around() -> Workspace | None:
    from donghyang.workspace import find

    return find(Path.cwd())


def _some(workspace: Workspace | None) -> Workspace:
    if workspace is None:
        raise CannotProceed(
            Message(
                "작업 폴더 안이 아닙니다. --from FOLDER나 --workspace DIR을 주거나 `donghyang new DIR`로 만드십시오.",
                "not inside a workspace. Give --from FOLDER or --workspace DIR, or make one with `donghyang new DIR`.",
            )
        )
    return workspace


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _workspace_files(workspace: Workspace) -> dict[str, Path]:
    from donghyang import collect

    folders = list(dict.fromkeys(source.folder for source in workspace.settings.sources))
    found = {folder: collect.page_files(workspace.root / folder) for folder in folders}
    if len(found) == 1:
        return found[folders[0]]
    return {f"{folder}/{name}": path for folder, files in found.items() for name, path in files.items()}


def _beside(file: Path, form: str) -> Path:
    return file.with_suffix(".txt" if form == "text" else f".{form}")
