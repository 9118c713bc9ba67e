"""The program as a person at a shell meets it: a process of its own, its language told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


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
