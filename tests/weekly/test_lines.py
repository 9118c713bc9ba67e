"""A row added to terms.csv closes lines of the draft at the next run, and of an editor's report those left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang import collect, newsroom, weekly, workspace

DATE = dt.date(2025, 6, 4)
PAGE = """<html><head><meta charset="utf-8"><title>青州市发布智能机器人产业发展行动方案</title></head><body>
<h1>青州市发布智能机器人产业发展行动方案</h1><p>2025-06-03 来源：青州市人民政府</p>
<p>6月3日，青州市人民政府发布《智能机器人产业发展行动方案》。到2027年，机器人产业营业收入达到300亿元。</p>
<p>支持企业建设研发中心，培育企业40家，引进人才600人。</p>
<table><tr><th>序号</th><th>内容</th></tr><tr><td>1</td><td>老街坊服务平台</td></tr>
<tr><td>2</td><td>怪邻居服务平台</td></tr><tr><td>3</td><td>检测中心2个</td></tr></table>
</body></html>"""
ROW = "老街坊,옛 이웃,noun,,편집실\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A newsroom with one page."""
    root = tmp_path / "newsroom"
    newsroom.create(root)
    (root / "pages" / "inbox" / "robots.html").write_text(PAGE, "utf-8")
    return root


def run(root: Path) -> Path:
    """One run of the week; the issue's folder."""
    files = collect.page_files(root / "pages" / "inbox")
    weekly.weekly(weekly.Week(files, root / "issues", date=DATE, home=workspace.open_workspace(root), days="all"))
    return root / "issues" / DATE.isoformat()


def add(root: Path, row: str) -> None:
    """A row more in the newsroom's termbase."""
    terms = root / "terms.csv"
    terms.write_text(terms.read_text("utf-8-sig") + row, "utf-8")


def test_an_untouched_draft_closes(home: Path) -> None:
    issue = run(home)
    assert "1\t?? 老街坊 서비스 플랫폼" in (issue / "report.txt").read_text("utf-8")
    add(home, ROW)
    text = (run(home) / "report.txt").read_text("utf-8")
    assert "1\t옛 이웃 서비스 플랫폼" in text
    assert "2\t?? 怪邻居 서비스 플랫폼" in text
    assert text == (issue / "draft.txt").read_text("utf-8")


def test_in_an_edited_report_only_what_was_left_alone_closes(home: Path) -> None:
    report = run(home) / "report.txt"
    text = report.read_text("utf-8")
    edited = text.replace("3\t검사센터 2개", "3\t시험소 두 곳").replace(
        "2\t?? 怪邻居 서비스 플랫폼", "2\t유별난 이웃 플랫폼"
    )
    assert edited != text
    report.write_text(edited, "utf-8")
    run(home)
    assert report.read_text("utf-8") == edited, "nothing to close, nothing written"
    add(home, ROW + "怪邻居,괴짜 이웃,noun,,편집실\n")
    run(home)
    assert report.read_text("utf-8") == edited.replace("1\t?? 老街坊 서비스 플랫폼", "1\t옛 이웃 서비스 플랫폼")


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_a_report_in_another_encoding_is_left_alone(home: Path, encoding: str) -> None:
    report = run(home) / "report.txt"
    data = "편집자의 글\n".encode(encoding)
    report.write_bytes(data)
    add(home, ROW)
    run(home)
    assert report.read_bytes() == data


def test_lines_of_a_draft_that_a_person_changed_are_a_person_s(home: Path) -> None:
    issue = run(home)
    own = (issue / "draft.txt").read_text("utf-8").replace("1\t?? 老街坊 서비스 플랫폼", "1\t?? 老街坊 서비스 거점")
    (issue / "draft.txt").write_text(own, "utf-8")
    (issue / "report.txt").write_text("머리말\n" + own, "utf-8")
    add(home, ROW)
    run(home)
    assert (issue / "report.txt").read_text("utf-8") == "머리말\n" + own
