"""Made issues, read once for all questions: three in files, and the one of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang import read
from donghyang.archive.answers import Holdings
from donghyang.report import document, parse

ISSUES = sorted(Path(__file__).with_name("issues").glob("*.txt"))


@pytest.fixture(scope="session")
def holdings() -> Holdings:
    return Holdings.of(parse(read.document(path)) for path in ISSUES)


@pytest.fixture(scope="module")
def archive(request: pytest.FixtureRequest) -> Holdings:
    """The one issue that a module has in REPORT."""
    return Holdings.of([parse(document(request.module.REPORT))])
