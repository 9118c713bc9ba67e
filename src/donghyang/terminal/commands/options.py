"""What several commands ask for in the same words, and what they make of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang.records import CannotProceed, Document, Issue, Message, did_you_mean
from donghyang.terminal.console import say

if TYPE_CHECKING:
    from donghyang.collect.evidence import Stored
    from donghyang.read.limits import Limits
    from donghyang.workspace import Workspace

DONE, DIFFERS = 0, 1
"""What the commands exit with; only `check`, `verify`, `diff` and `terms check` say 1 by themselves, `weekly` with
--strict."""

# Not `readable`, here and elsewhere: whoever opens a file says in the reader's words that it may not be read.
File = Annotated[
    Path, typer.Argument(metavar="FILE", readable=False, help=say("읽을 파일", "the file to read"), show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help=say("JSON 값 하나로 출력", "print exactly one JSON value"))]
Strict = Annotated[
    bool, typer.Option("--strict", help=say("미심쩍은 곳이 있으면 1로 끝냄", "exit with 1 when there are doubts"))
]
Spans = Annotated[bool, typer.Option("--spans", help=say("읽은 자리도 출력", "print where each part was read"))]
Day = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help=say("기준일", "the reference day"))]
Where = Annotated[
    Path | None,
    typer.Option(
        "--workspace", "-w", metavar="DIR", readable=False, help=say("작업 폴더", "the workspace"), show_default=False
    ),
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FOLDER",
        readable=False,
        help=say("저장한 페이지의 폴더", "a folder of saved pages"),
        show_default=False,
    ),
]


def the_day(text: str | None, option: str = "--date") -> dt.date | None:
    """The day that an option names, None where it was not given. Raises CannotProceed for none of a newsroom's."""
    if text is None:
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(
            Message(
                f"{option} {text}: 날짜가 아닙니다. 2023-04-21처럼 적으십시오.",
                f"{option} {text} is no date. Write it like 2023-04-21.",
            )
        ) from None
    if day.year not in _YEARS:
        raise CannotProceed(
            Message(
                f"{option} {text}: {_YEARS.start}년부터 {_YEARS[-1]}년까지의 날짜를 적으십시오.",
                f"{option} {text}: give a date of the years {_YEARS.start} to {_YEARS[-1]}.",
            )
        )
    return day


_YEARS = range(1900, 3000)
"""In which a report is dated; the house format knows no other year."""


def one_of(option: str, word: str, known: tuple[str, ...]) -> str:
    """`word` itself. Raises CannotProceed when the option takes no such word."""
    if word not in known:
        guess, names = did_you_mean(word, known), ", ".join(known)
        raise CannotProceed(
            Message(
                f"{option} {word}: 없는 값입니다.{guess.ko} 쓸 수 있는 값: {names}",
                f"{option} {word}: no such value.{guess.en} There are: {names}",
            )
        )
    return word


def words(text: str) -> list[str]:
    """The words of an option that takes several, parted by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def read_report(file: Path) -> tuple[Document, Issue]:
    """A file, and the report that stands in it; one without sections where it is none."""
    from donghyang import guard, report

    document = guard.document(file, limits_for(file))
    return document, report.parse(document)


def limits_for(file: Path) -> Limits | None:
    """What reading a file may cost, as the workspace around it says; None outside of any."""
    from donghyang.workspace import find

    home = find(file.absolute().parent)
    return home.settings.limits if home is not None else None


def workspace_or_none(folder: Path | None) -> Workspace | None:
    """The workspace that was named, else the one around the current folder, None outside of any."""
    from donghyang.workspace import find, open_workspace

    return open_workspace(folder) if folder is not None else find(Path.cwd())


def needed_workspace(folder: Path | None) -> Workspace:
    """The workspace that was named, else the one around the current folder. Raises CannotProceed outside of any."""
    home = workspace_or_none(folder)
    if home is None:
        raise CannotProceed(
            Message(
                "작업 폴더 안이 아닙니다. --workspace DIR을 주십시오.", "not inside a workspace. Give --workspace DIR."
            )
        )
    return home


def inputs(words: list[str] | None, lines: Path | None, none: Message) -> list[str]:
    """The words of a command as one input, else every line of a file as one.

    Raises CannotProceed saying `none` for neither, and for words beside a file.
    """
    if bool(words) == (lines is not None):
        raise CannotProceed(none)
    if lines is None:
        return [" ".join(words or [])]
    from donghyang.workspace.reading import text_of

    return [line.rstrip("\r") for line in text_of(lines).removesuffix("\n").split("\n")]


def with_model(home: Workspace | None) -> Workspace:
    """The workspace, whose settings name a model. Raises CannotProceed where none does."""
    if home is not None and home.settings.model.url:
        return home
    raise CannotProceed(
        Message(
            "모델이 정해지지 않았습니다. donghyang.toml의 [model]에 url과 name을 적으십시오.",
            "no model is set. Give url and name under [model] in donghyang.toml.",
        )
    )


def gathered(
    folder: Path | None, workspace: Workspace | None, day: dt.date | None = None, days: int | None = None
) -> tuple[dict[str, Path | Stored], dict[str, Message]]:
    """(the pages, what lies beside them and is not read, with the reason) by name.

    They are those of `folder`, else of all folders that the workspace watches and what it collected that may be of
    the `days` up to `day` (None: of any age), and never the issues made of them. Raises CannotProceed where there is
    neither.
    """
    from donghyang import collecting
    from donghyang.collect import look_through
    from donghyang.workspace import page_folders

    own = issues_of(workspace)
    if folder is not None:
        found, left = look_through(folder, own)
        return {**found}, left
    if workspace is None:
        raise CannotProceed(
            Message(
                "작업 폴더 안이 아닙니다. --from FOLDER나 --workspace DIR을 주거나 `donghyang new DIR`로 만드십시오.",
                "not inside a workspace. Give --from FOLDER or --workspace DIR, or make one with `donghyang new DIR`.",
            )
        )
    names = page_folders(workspace)
    pages: dict[str, Path | Stored] = {**collecting.pages(workspace, day, days)}
    if not names and not pages and not collecting.fetched_sources(workspace):
        raise no_sources(workspace)
    others: dict[str, Message] = {}
    for name in names:
        found, left = look_through(workspace.root / name, own)
        before = f"{name}/" if len(names) > 1 else ""
        pages |= {f"{before}{file}": path for file, path in found.items()}
        others |= {f"{before}{file}": why for file, why in left.items()}
    return pages, others


def issues_of(workspace: Workspace | None) -> Path:
    """Where the folders of the issues lie: in the workspace, or in the current folder outside of any."""
    from donghyang.workspace import ISSUES

    return workspace.root / ISSUES if workspace else Path(ISSUES)


def no_sources(workspace: Workspace) -> CannotProceed:
    """The error for settings that name no folder to read, an empty file among them."""
    from donghyang.workspace import SETTINGS

    path = workspace.root / SETTINGS
    return CannotProceed(
        Message(
            f"{path}: 살펴볼 곳이 없습니다. [[sources]]에 name과 folder를 적거나 `donghyang sources add 주소`로"
            " 더하거나 --from FOLDER를 주십시오.",
            f"{path}: nothing is watched. Add [[sources]] with name and folder, or `donghyang sources add URL`, or give"
            " --from FOLDER.",
        )
    )
