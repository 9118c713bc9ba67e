"""Pages judged on: written for this by someone who had not seen the reader.

Ten articles of Chinese sites of different makers, three pages each that a server put in their place, and three edits.
At first sight no page in place of an article was told as a change, and all edits were.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.collecting.replaced import states


def test_thirty_pages_in_place_of_articles_are_no_changes_and_thirty_edits_are() -> None:
    found = states(Path(__file__).parent / "sight")
    assert sum(".error-" in name for name in found) == sum(".edit-" in name for name in found) == 30
    assert {name: state for name, state in found.items() if (state == "changed") != (".edit-" in name)} == {}
