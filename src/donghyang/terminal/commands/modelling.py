"""The language model: `model`."""

from __future__ import annotations

from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Where, one_of, workspace_or_none
from donghyang.terminal.console import language, put, put_json, say

_ACTIONS = ("check",)


def model(
    action: Annotated[
        str, typer.Argument(metavar="check", help=say("check 엔드포인트를 시험", "check tries the endpoint"))
    ] = "check",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.model import tried
    from donghyang.terminal.model_text import tried_as_text

    one_of("model", action, _ACTIONS)
    home = workspace_or_none(workspace)
    if home is None or not home.settings.model.url:
        raise CannotProceed(
            Message(
                "모델이 정해지지 않았습니다. donghyang.toml의 [model]에 url과 name을 적으십시오.",
                "no model is set. Give url and name under [model] in donghyang.toml.",
            )
        )
    found = tried(home.settings.model)
    put_json(found) if json else put(tried_as_text(found, language()))
    raise typer.Exit(DONE if found.answers else DIFFERS)
