"""Lists, feeds, site maps and mails in the manner of many makers, read whole: every entry, its day, the next page.

`sites` to `sites5` were written before the reader was mended for them (whole then: 14 of 29, 11 of 19, 9 of 13, 5 of
21, 8 of 9) and are what it was built on. `sight` it was judged on: written for this by someone who had not seen the
reader; 17 of 24 were whole at first sight. What was wrong was mended on the files of `sites4`, by other makers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="the extra `collect` is not installed")

from benchmarks.collecting.lists import Score, scored

FOLDERS = [Path(__file__).parent / name for name in ("sites", "sites2", "sites3", "sites4", "sites5", "sight")]


@pytest.mark.parametrize("score", [one for folder in FOLDERS for one in scored(folder)], ids=lambda score: score.name)
def test_a_file_is_read_whole(score: Score) -> None:
    assert score.is_whole, score
