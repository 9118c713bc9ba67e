"""The archive: `import`, `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Strict, Where, needed_workspace
from donghyang.terminal.console import language, progress, put, put_json, resumable, say, tell
from donghyang.terminal.mistakes import CANNOT


@resumable()
def import_(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            readable=False,
            help=say("나온 보고서; 없으면 작업 폴더에서 바뀐 것만", "published reports; without any, what changed"),
            show_default=False,
        ),
    ] = None,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help=say("pages, issues, terms.csv에서 새로 만듦", "make it anew from pages, issues and terms.csv"),
        ),
    ] = False,
    workspace: Where = None,
    json: Json = False,
    strict: Strict = False,
) -> None:
    from donghyang.archive.importing import imported, rebuilt
    from donghyang.terminal.archive_text import imported_as_text

    home = needed_workspace(workspace)
    if rebuild and files:
        raise CannotProceed(
            Message(
                "--rebuild는 파일을 받지 않습니다. 먼저 다시 만든 뒤 가져오십시오.",
                "--rebuild takes no files. Rebuild first, then import them.",
            )
        )
    with progress() as show:
        found = rebuilt(home, show) if rebuild else imported(home, files or (), show)
    put_json(found) if json else put(imported_as_text(found, language()))
    if files and found.left_out and not found.files:
        first, count = found.left_out[0], len(found.left_out)
        more = Message(f" (모두 {count}개)", f" ({count} files)") if count > 1 else Message("", "")
        tell(
            Message(
                f"넣은 파일이 없습니다{more.ko}. {first.file}: {first.reason.ko}",
                f"nothing was put in{more.en}. {first.file}: {first.reason.en}",
            )
        )
        raise typer.Exit(CANNOT)
    doubtful = found.left_out or any(one.doubts for one in found.files)
    raise typer.Exit(DIFFERS if strict and doubtful else DONE)


def export(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help=say("데이터셋을 둘 폴더", "the folder of the data set"), show_default=False),
    ],
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.dataset import exported
    from donghyang.terminal.archive_text import exported_as_text

    home = needed_workspace(workspace)
    with progress() as show:
        found = exported(home, folder, show)
    put_json(found) if json else put(exported_as_text(found, language()))
