"""The program as a person at a shell meets it: a process of its own, its language told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def run(*arguments: object, language: str = "ko", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a command said and how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "donghyang", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "DONGHYANG_LANG": language},
        check=False,
    )


def answer(*arguments: object, language: str = "ko", cwd: Path | None = None) -> Any:
    """The JSON value that a command gave."""
    done = run(*arguments, language=language, cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)
