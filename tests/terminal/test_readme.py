"""The first page a newcomer reads: its steps work in the order they stand, and both languages show the same ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from donghyang.terminal.commands import COMMANDS, app

ROOT = Path(__file__).parents[2]


def steps(name: str) -> list[str]:
    """The lines of the page's code blocks without their remarks."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]


def test_both_pages_show_the_same_steps_and_commands() -> None:
    assert steps("README.md") == steps("README.ko.md")
    en, ko = (re.findall(r"`([^`]+)`", (ROOT / name).read_text("utf-8")) for name in ("README.md", "README.ko.md"))
    named = [{word for word in words if re.match(r"make |donghyang|uv |--|\w+ --", word)} for words in (en, ko)]
    assert named[0] == named[1]


def test_the_way_in_stands_before_the_first_command() -> None:
    lines = steps("README.md")
    first = next(index for index, line in enumerate(lines) if line.startswith("donghyang "))
    assert ". .venv/bin/activate" in lines[:first]


@pytest.mark.parametrize("page", ["README.md", "README.ko.md"])
def test_every_command_and_target_of_the_page_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    commands = {function.__name__ for function in COMMANDS}
    assert {line.split()[1] for line in steps(page) if line.startswith("donghyang ")} <= commands
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= targets


def options(page: str) -> list[tuple[str, str]]:
    """(command, option) wherever the page names an option of a command."""
    inline = re.findall(r"`(?:donghyang )?([a-z]+ -[^`]*)`", (ROOT / page).read_text("utf-8"))
    lines = [*(line.removeprefix("donghyang ") for line in steps(page) if line.startswith("donghyang ")), *inline]
    return [
        (line.split()[0], word) for line in lines for word in line.split()[1:] if re.fullmatch(r"-[a-z]|--[a-z]+", word)
    ]


@pytest.mark.parametrize("page", ["README.md", "README.ko.md"])
def test_every_option_of_the_page_is_one_of_its_command(page: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    known = {name: {opt for part in command.params for opt in part.opts} for name, command in group.commands.items()}
    named = options(page)
    assert {("weekly", "-w"), ("weekly", "--from"), ("publish", "--to")} <= set(named)
    assert [(command, option) for command, option in named if option not in known[command]] == []
