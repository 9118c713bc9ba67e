"""What a page says of itself is bounded; what is as long as titles and addresses are stays."""

from __future__ import annotations

import pytest

from donghyang import read
from donghyang.read.bounds import LONGEST_TITLE, LONGEST_URL
from donghyang.records import PageText

BODY = "<p>浙江省科技厅印发水下机器人发展方案，提出到2031年建成五个试验场，安排三亿元资金支持企业。</p>" * 3


def page(title: str, url: str) -> PageText:
    head = f'<title>{title}</title><meta charset="utf-8"><link rel="canonical" href="{url}">'
    return read.page_of(f"<html><head>{head}</head><body><div>{BODY}</div></body></html>".encode(), "a.html")


@pytest.mark.parametrize("title", ["浙江印发水下机器人发展方案明确五个试验场", "水下机器人发展方案" * 30])
def test_a_title_stays(title: str) -> None:
    assert page(title, "https://www.example.cn/a.html").title == title


def test_a_title_without_end_is_cut() -> None:
    title = page("水下机器人发展方案印发" * 2000, "https://www.example.cn/a.html").title
    assert title is not None
    assert len(title) == LONGEST_TITLE


def test_an_address_without_end_is_none() -> None:
    long = "https://www.example.cn/" + "a" * LONGEST_URL
    assert page("浙江印发水下机器人发展方案", long).url is None
    assert page("浙江印发水下机器人发展方案", long[:LONGEST_URL]).url == long[:LONGEST_URL]
