"""What paper has no room for is refused by the name of its limit, before anything is typeset."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from donghyang import publish, read, report
from donghyang.publish import bounds
from donghyang.publish.view import view
from donghyang.records import Bullet, CannotProceed, ContentsEntry, Issue

HEAD = "I\n\n정책동향\n\n01\n\n풍력 단지 착공\n\n■ 단지를 착공함(4.2)\n"


def issue_of(body: str) -> Issue:
    return report.parse(report.document(f"{HEAD}{body}"))


def wide(columns: int) -> Issue:
    row = "\t".join(f"{at}월" for at in range(columns))
    return issue_of(f"● 월별 용량은 다음과 같음\n〈월별 용량〉\n{row}\n{row}\n")


@pytest.mark.parametrize("to", ["pdf", "docx", "hwpx"])
def test_a_table_wider_than_paper_is_refused_by_its_article_and_caption(to: str) -> None:
    with pytest.raises(CannotProceed, match=r"풍력 단지 착공 〈월별 용량〉.* 64 columns.* 63 at most"):
        publish.render(wide(64), to)


def test_what_paper_holds_and_what_is_no_paper_is_made() -> None:
    bounds.fits_columns(view(wide(63)))
    assert "63월" in publish.render(wide(64), "html").decode()


@pytest.mark.parametrize(("letters", "fits"), [(10_922, True), (10_923, False)])
def test_a_headline_longer_than_a_string_of_a_pdf_is_refused_before_it_is_typeset(letters: int, fits: bool) -> None:
    issue = report.parse(report.document(HEAD.replace("풍력 단지 착공", "착" * letters)))
    if fits:
        bounds.fits_bookmarks(view(issue))
    else:
        with pytest.raises(CannotProceed, match="32,767 bytes at most"):
            bounds.fits_bookmarks(view(issue))


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("", 1 + 1),
        ("● 용량은 300MW\n- 투자는 12억 위안\n", 1 + 1 + 2),
        (f"● {'가' * 250}\n", 1 + 1 + 3),
        ("● 용량은 다음과 같음\n〈용량〉\n지역\t용량\n산시\t3\n", 1 + 1 + 1 + 1 + 4),
        ("〈※ 참고: 풍력〉\n▶ 하나\n▶ 둘\n", 1 + 1 + 1 + 2),
        ("참고자료\n☑ 风电基地开工\nhttps://sx.example/a\n", 1 + 1 + 2),
    ],
)
def test_lines_cells_and_hundreds_of_letters_are_counted(
    body: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = view(issue_of(body))
    bounds.fits_pages(printed, "PDF")
    sections = 8
    monkeypatch.setattr(bounds, "MOST_PARTS", count + sections)
    bounds.fits_pages(printed, "PDF")
    monkeypatch.setattr(bounds, "MOST_PARTS", count + sections - 1)
    for form in ("pdf", "hwpx"):
        with pytest.raises(CannotProceed, match=f"{count + sections} lines and cells; one {form.upper()} has"):
            publish.render(issue_of(body), form)
    assert publish.render(issue_of(body), "docx")


def listed(count: int, end: str) -> Issue:
    """An issue whose contents call each article as its headline does, with `end` behind."""
    base = issue_of("")
    (section,) = base.sections
    articles = tuple(replace(section.articles[0], headline=f"{at}번째 풍력 단지 착공") for at in range(count))
    entries = tuple(ContentsEntry("policy", None, f"{one.headline}{end}") for one in articles)
    return replace(base, sections=(replace(section, articles=articles),), contents=entries)


def anchors(issue: Issue) -> list[str | None]:
    return [line.anchor for part in view(issue).contents for group in part.groups for line in group.lines]


def test_lines_of_the_contents_find_headlines_that_say_the_same_without_a_look_at_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [f"s1-{at}" for at in range(1, 4)]
    assert anchors(listed(3, "함")) == found
    monkeypatch.delattr(sys.modules[view.__module__], "ratio")
    assert anchors(listed(3, "…")) == found
    assert anchors(listed(150, "함")) == [None] * 150


def test_a_line_of_very_many_runs_loses_no_word_in_hangul_files() -> None:
    line = "투자를 该规划 늘림 " * 700
    data = publish.render(issue_of(f"● {line}\n"), "hwpx")
    again = report.parse(read.document_of(data, "again.hwpx"))
    blocks = again.sections[0].articles[0].blocks
    assert line.split() == [word for block in blocks if isinstance(block, Bullet) for word in block.text.split()]
