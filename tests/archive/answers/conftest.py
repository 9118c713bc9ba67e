"""Three made issues, read once for all questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang import read
from donghyang.archive.answers import Holdings
from donghyang.report import parse

ISSUES = sorted(Path(__file__).with_name("issues").glob("*.txt"))


@pytest.fixture(scope="session")
def holdings() -> Holdings:
    return Holdings.of(parse(read.document(path)) for path in ISSUES)
