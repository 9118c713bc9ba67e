"""What readers get: `site`, `mail`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang.terminal.commands.options import Json, Where, needed_workspace
from donghyang.terminal.console import language, progress, put, put_json, resumable, say


def site(
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            readable=False,
            help=say("둘 폴더; 없으면 작업 폴더의 site", "where to; the workspace's site/ if not given"),
            show_default=False,
        ),
    ] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help=say("발간하지 않은 호도 초안으로", "unpublished issues, too, as drafts"))
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.press.site import SITE, build
    from donghyang.terminal.show import built_as_text

    home = needed_workspace(workspace)
    folder = out or home.root / (f"{SITE}-drafts" if drafts else SITE)
    with resumable(), progress() as told:
        built = build(home, folder, told, drafts=drafts)
    put_json(built) if json else put(built_as_text(built, language()))
