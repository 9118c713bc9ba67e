"""Minutes of an editor's work, counted from the lines of a draft."""

from __future__ import annotations

from tools.minutes import Lines, lines_in

from donghyang.records import Article, Bullet, Issue, Open, Publisher, Section

ARTICLE = Article(1, None, "제목", "?? 리드 原文", None, (Bullet(1, "줄"), Open(1, "줄 原文"), Bullet(2, "세부")))
ISSUE = Issue(None, None, Publisher(), (), ("요약 한 줄.", "// 원문"), (Section("policy", "정책동향", (ARTICLE,)),))


def test_lines_are_counted_by_what_is_to_be_done() -> None:
    assert lines_in(ISSUE) == Lines(articles=1, closed=4, open=2)


def test_minutes_follow_the_shares() -> None:
    lines, seconds = Lines(articles=2, closed=6, open=2), (20, 60, 150, 120)
    assert lines.minutes(1, 0, seconds) == 3.0
    assert lines.minutes(0, 1, seconds) == 5.0
    assert lines.minutes(0, 0, seconds) == 9.5
    assert Lines(0, 0, 0).minutes(1, 0) == 0
