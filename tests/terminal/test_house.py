"""What holds of the command line as a whole: one entry, and nobody below it who knows how an option is called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.shell import run

import donghyang
from donghyang.archive import troubles
from donghyang.records import CannotProceed, Message
from donghyang.terminal import mistakes

SOURCE = Path(donghyang.__file__).parent
OPTION = re.compile(r"`donghyang |(?:^|[\s(])--[a-z]{2,}")


def messages(path: Path) -> Iterator[str]:
    """The sentences that a file's code says to a person: the strings inside its `Message(...)`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_no_lower_room_says_how_an_option_or_a_command_is_called() -> None:
    below = [path for path in SOURCE.rglob("*.py") if "terminal" not in path.relative_to(SOURCE).parts]
    said = {path.name: [text for text in messages(path) if OPTION.search(text)] for path in below}
    assert {name: texts for name, texts in said.items() if texts} == {}


def test_an_error_with_a_code_gets_its_next_step(capsys: pytest.CaptureFixture[str]) -> None:
    problem = CannotProceed(Message("x: 작업 폴더가 아닙니다.", "x is no workspace."), "no-workspace")
    assert mistakes.told(problem) == 2
    out = capsys.readouterr().err
    assert "donghyang new DIR" in out


def test_every_code_that_is_raised_has_its_step() -> None:
    codes = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "CannotProceed":
                codes |= {arg.value for arg in node.args[1:] if isinstance(arg, ast.Constant)}
    codes |= {code for _, _, code in troubles.TOLD if code} - {"disk-full"}  # its sentence says the next step
    assert codes == set(mistakes.NEXT_STEP)


def test_the_module_is_the_command() -> None:
    done = run("name", "北京")
    assert done.returncode == 0
    assert "베이징" in done.stdout
