"""Commitments on the line of time."""

from __future__ import annotations

import pytest

from donghyang.publish.charts import Line, timeline

pytest.importorskip("vl_convert")


def test_a_timeline_is_one_picture_without_letters_that_a_viewer_has_to_have() -> None:
    made = timeline([Line("과학기술부: 기업 40곳", "2024-05-03", "2026-12-31", "2026")])
    assert made.startswith(b"<svg")
    assert b"<text" not in made
    assert timeline([Line("과학기술부: 기업 40곳", "2024-05-03", "2026-12-31", "2026")]) == made
