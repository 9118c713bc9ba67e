"""The archive: `import`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Strict, Where, workspace_or_none
from donghyang.terminal.console import language, progress, put, put_json, resumable, say
from donghyang.terminal.mistakes import CANNOT


@resumable()
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", readable=False, help=say("나온 보고서", "published reports"), show_default=False
        ),
    ],
    workspace: Where = None,
    json: Json = False,
    strict: Strict = False,
) -> None:
    from donghyang.archive.importing import imported
    from donghyang.terminal.archive_text import imported_as_text

    home = workspace_or_none(workspace)
    if home is None:
        raise CannotProceed(Message("작업 폴더 안이 아닙니다.", "not inside a workspace."), "no-workspace")
    with progress() as show:
        found = imported(home, files, show)
    put_json(found) if json else put(imported_as_text(found, language()))
    doubtful = found.left_out or any(one.doubts for one in found.files)
    raise typer.Exit(CANNOT if found.left_out and not found.files else DIFFERS if strict and doubtful else DONE)
