"""The archive for other programs: `serve`, `mcp`."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import Where, needed_workspace
from donghyang.terminal.console import say, tell

if TYPE_CHECKING:
    from donghyang.serve.guards import Rules
    from donghyang.serve.reading import Reader

TOKEN = "DONGHYANG_SERVE_TOKEN"
_SHORTEST = 16


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help=say("들을 주소", "the address"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help=say("포트", "the port"))] = 8400,
    rate: Annotated[
        int,
        typer.Option("--rate", metavar="N", min=1, help=say("한 곳의 1분 요청 수", "requests a minute of one address")),
    ] = 600,
    workspace: Where = None,
) -> None:
    import uvicorn

    from donghyang.serve.api import app

    rules = _rules(host, rate)
    made = app(_reader(workspace), rules)
    where = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    told = f"{where}/openapi.json"
    tell(Message(f"{told} 에서 답합니다. Ctrl+C로 멈춥니다.", f"answering at {told}. Stop with Ctrl+C."))
    try:
        uvicorn.run(made, host=host, port=port, log_level="warning", server_header=False)
    except (OSError, SystemExit) as problem:
        raise CannotProceed(
            Message(
                f"{where}: 들을 수 없습니다. 다른 --port를 주십시오.",
                f"{where} is taken. Give another --port.",
            )
        ) from problem


def mcp(workspace: Where = None) -> None:
    from donghyang.serve.tools import server

    server(_reader(workspace)).run()


def _reader(folder: Path | None) -> Reader:
    """Raises CannotProceed outside of a workspace, and where it has no archive."""
    from donghyang.archive.opening import opened
    from donghyang.serve.reading import Reader

    home = needed_workspace(folder)
    with opened(home):
        return Reader(home, dt.date.today)


def _rules(host: str, rate: int) -> Rules:
    """Who may ask. Raises CannotProceed for an address that others reach where no token is set."""
    from donghyang.serve.guards import LOOPBACK, Rules

    token = os.environ.get(TOKEN) or None
    if host not in LOOPBACK and (token is None or len(token) < _SHORTEST):
        raise CannotProceed(
            Message(
                f"--host {host}: 다른 컴퓨터가 닿습니다. 환경 변수 {TOKEN}에 {_SHORTEST}자 이상의 토큰을 두십시오.",
                f"--host {host} is reached from other machines. Put a token of {_SHORTEST} letters or more into the"
                f" environment variable {TOKEN}.",
            )
        )
    return Rules(token, rate, LOOPBACK if host in LOOPBACK else frozenset())
