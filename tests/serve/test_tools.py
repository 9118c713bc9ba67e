"""The tools of MCP asked by a real client over standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from donghyang.workspace import Workspace

TOOLS = {"search", "ask", "targets", "benefits", "rankings", "issue", "article"}


async def _asked(home: Path, calls: list[tuple[str, dict[str, Any]]]) -> tuple[set[str], list[Any]]:
    program = StdioServerParameters(
        command=sys.executable, args=["-m", "donghyang", "mcp", "-w", str(home)], env={**os.environ}
    )
    async with stdio_client(program) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        names = {tool.name for tool in (await session.list_tools()).tools}
        answers = [await session.call_tool(name, arguments) for name, arguments in calls]
        return names, [json.loads(answer.content[0].text) for answer in answers]  # type: ignore[union-attr]


def test_every_tool_answers(ledger_home: Workspace) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("search", {"words": "해양바이오", "limit": 2}),
        ("issue", {}),
        ("issue", {"date": "2024-03-08"}),
        ("article", {"date": "2024-03-08", "section": "policy", "number": 1}),
        ("targets", {"region": "쑤저우"}),
        ("benefits", {"asking": "반도체 중소기업"}),
        ("rankings", {"entity": "쑤저우"}),
        ("ask", {"question": "화성 탐사 예산은 얼마인가?"}),
        ("issue", {"date": "어제"}),
        ("targets", {"due": "언젠가"}),
    ]
    names, answers = anyio.run(_asked, ledger_home.root, calls)
    assert names == TOOLS
    found = dict(zip(range(len(calls)), answers, strict=True))
    assert len(found[0]) == 2
    assert [len(found[1]), len(found[2])] == [3, 2]
    assert found[3]["headline"].startswith("쑤저우")
    assert found[4][0]["steps"]
    assert found[5][0]["amount"] == 5_000_000
    assert found[6][0]["rows"][0]["rank"] == 2
    assert found[7]["status"] == "not_found"
    assert [set(found[8]), set(found[9])] == [{"error"}, {"error"}]


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is told otherwise there")
def test_a_client_that_goes_ends_it_without_a_word(ledger_home: Workspace) -> None:
    """Calls are pending, and nobody reads their answers any more."""
    head = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    asked: list[dict[str, Any]] = [
        {"id": 0, "method": "initialize", "params": head},
        {"method": "notifications/initialized"},
        *(
            {"id": number, "method": "tools/call", "params": {"name": "issue", "arguments": {}}}
            for number in range(1, 9)
        ),
    ]
    order = [sys.executable, "-m", "donghyang", "mcp", "-w", str(ledger_home.root)]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        program.stdin.write("".join(json.dumps({"jsonrpc": "2.0"} | one) + "\n" for one in asked).encode())
        program.stdin.flush()
        assert program.wait(60) == 141
        assert program.stderr.read() == b""


def test_outside_of_a_workspace_it_says_so(tmp_path: Path) -> None:
    from tests import shell

    ran = shell.run("mcp", "-w", tmp_path / "none")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.1"])
def test_an_address_that_others_reach_needs_a_token(ledger_home: Workspace, address: str) -> None:
    from tests import shell

    ran = shell.run("serve", "-w", ledger_home.root, "--host", address)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "DONGHYANG_SERVE_TOKEN" in ran.stderr
