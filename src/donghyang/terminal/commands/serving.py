"""The archive for other programs: `serve`, `mcp`."""

from __future__ import annotations

import datetime as dt
import errno
import os
import socket
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
    from donghyang.serve.connections import Patient

    rules = _rules(host, rate)
    made = app(_reader(workspace), rules)
    where = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    told = f"{where}/openapi.json"
    _can_listen(host, port)
    tell(Message(f"{told} 에서 답합니다. Ctrl+C로 멈춥니다.", f"answering at {told}. Stop with Ctrl+C."))
    try:
        uvicorn.run(made, host=host, port=port, http=Patient, ws="none", log_level="warning", server_header=False)
    except (OSError, SystemExit) as problem:
        raise _taken(host, port) from problem


def mcp(workspace: Where = None) -> None:
    from donghyang.serve.tools import server

    server(_reader(workspace)).run()


def _can_listen(host: str, port: int) -> None:
    """Raises CannotProceed for an address that is not this machine's, and a port that is taken or not allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, number, _, address in found:
            with socket.socket(family, kind, number) as door:
                if os.name == "posix":  # elsewhere it would share the port with who has it
                    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                door.bind(address)
    except (OSError, UnicodeError) as problem:
        if isinstance(problem, (socket.gaierror, UnicodeError)) or problem.errno == errno.EADDRNOTAVAIL:
            raise CannotProceed(
                Message(f"--host {host}: 이 컴퓨터의 주소가 아닙니다.", f"--host {host} is no address of this machine.")
            ) from problem
        raise _taken(host, port) from problem


def _taken(host: str, port: int) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{host} {port}번: 들을 수 없습니다. 다른 --port를 주십시오.",
            f"{host}, port {port}: taken, or not allowed. Give another --port.",
        )
    )


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
