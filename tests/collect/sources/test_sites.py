"""Lists, feeds, site maps and mails in the manner of many makers, read whole: every entry, its day, the next page.

Written before the reader was mended for them (of `sites` 14 of 29 were whole then, of `sites2` 11 of 19, of
`sites3` 9 of 13); it was built on all since.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="the extra `collect` is not installed")

from benchmarks.collecting.lists import Score, scored

FOLDERS = [Path(__file__).parent / name for name in ("sites", "sites2", "sites3")]


@pytest.mark.parametrize("score", [one for folder in FOLDERS for one in scored(folder)], ids=lambda score: score.name)
def test_a_file_is_read_whole(score: Score) -> None:
    assert score.is_whole, score
