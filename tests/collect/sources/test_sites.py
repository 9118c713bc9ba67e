"""Lists, feeds, site maps and mails in the manner of many makers, read whole: every entry, its day, the next page.

Written before the reader was mended for them (14 of 29 were whole then); it was built on them since.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="the extra `collect` is not installed")

from benchmarks.collecting.lists import Score, scored

SITES = Path(__file__).parent / "sites"


@pytest.mark.parametrize("score", list(scored(SITES)), ids=lambda score: score.name)
def test_a_file_is_read_whole(score: Score) -> None:
    assert score.is_whole, score
