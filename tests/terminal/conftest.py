"""The program as at a shell, within the process of the tests: many weeks can be run in their time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from tests.modelled import SECRET

from donghyang.terminal.commands import main


@dataclass(frozen=True, slots=True)
class Ran:
    code: object
    out: str
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    """Runs the program with these arguments, the key of a model in its environment."""
    monkeypatch.setenv("DONGHYANG_MODEL_KEY", SECRET)

    def ran(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["donghyang", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Ran(ended.value.code, *capfd.readouterr())

    return ran
