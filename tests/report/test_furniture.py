"""What stands on paper around the text, and how fields and marks come together there."""

import datetime as dt
from dataclasses import replace

import pytest

from donghyang import report
from donghyang.records import Annotation, Bullet, CannotProceed, Issue, Publisher

HEAD = "해외 혁신 주간동향\n\n"
BODY = "I\n\n정책동향\n\n01\n\n하이안성, 연산망 구축\n\n■ 방안을 발표(3.1)\n\n● 도시 19곳이 대상\n\n"
IMPRINT = "해외 혁신 주간동향\n\n| 발 행 일 | 2024. 3. 15\n| 발 행 인 | 김하늘\n| 발행기관 | 과학협력연구소\n"


def read(text: str) -> Issue:
    issue = report.parse(report.document(text))
    assert report.parse(report.document(report.write(issue))) == issue
    return issue


@pytest.mark.parametrize(
    "line",
    ["과학협력연구소", "해외 혁신 주간동향 · 2024. 3. 15", "해외 혁신 주간동향 | 2024. 3. 15.", "2024. 3. 15"],
)
def test_a_cover_line_that_repeats_the_imprint_is_held_once(line: str) -> None:
    assert read(f"{HEAD}{line}\n\n{BODY}{IMPRINT}").front == ()


@pytest.mark.parametrize("line", ["과학협력연구소 정책팀", "해외 혁신 주간동향 제12호", "2024년 봄"])
def test_a_cover_line_that_says_more_is_kept(line: str) -> None:
    assert line in read(f"{HEAD}{line}\n\n{BODY}{IMPRINT}").front


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("해외 혁신 주간동향  제12호  2024. 3. 15.(금)", ("제12호",)),
        ("해외 혁신 주간동향 | 2024년 3월 15일", ()),
        ("2024. 3. 15. 통권 7호", ("통권 7호",)),
    ],
)
def test_series_and_date_may_stand_in_one_line(line: str, left: tuple[str, ...]) -> None:
    issue = read(f"{line}\n\n{BODY}")
    assert (issue.date, issue.front) == (dt.date(2024, 3, 15), left)


def test_a_sentence_with_a_date_is_no_title() -> None:
    assert read(f"{HEAD}2024. 3. 15. 기준으로 모은 자료임\n\n{BODY}").date is None


def test_a_front_line_that_would_be_dropped_is_marked() -> None:
    issue = read(f"{HEAD}¶ 과학협력연구소\n\n{BODY}{IMPRINT}")
    assert issue.front == ("과학협력연구소",)


@pytest.mark.parametrize(
    "imprint",
    [
        "| 발 행 일 | 2024. 3. 15 | 발 행 인 | 김하늘 | 발행기관 | 과학협력연구소 "
        "| 발 행 처 | 주소 : 가람구 12 TEL : 02)000-0000 https://a.example",
        "| 발 행 일 | 2024. 3. 15\n| 발 행 인 | 김하늘 | 발행기관 | 과학협력연구소\n"
        "| 발 행 처 | 주소 : 가람구 12TEL : 02)000-0000\nhttps://a.example",
    ],
)
def test_an_imprint_on_fewer_lines_is_taken_apart(imprint: str) -> None:
    issue = read(f"{HEAD}{BODY}{HEAD}{imprint}\n")
    assert issue.date == dt.date(2024, 3, 15)
    assert issue.publisher == Publisher("과학협력연구소", "김하늘", "가람구 12", "02)000-0000", "https://a.example")


@pytest.mark.parametrize(
    "entry", ["- 하이안성, 연산망 구축\n3", "- 하이안성, 연산망 구축 ······ 3", "- 하이안성, 연산망 구축…… 3"]
)
def test_page_numbers_of_the_contents_are_furniture(entry: str) -> None:
    (first, second) = read(f"{HEAD}CONTENTS\n\n1. 정책동향\n\n지역\n\n{entry}\n- 둘째 기사\n\n{BODY}{IMPRINT}").contents
    assert (first.category, first.headline, second.headline) == ("지역", "하이안성, 연산망 구축", "둘째 기사")


def test_a_number_may_touch_the_bracket_of_its_headline() -> None:
    (article,) = read(HEAD + BODY.replace("01\n\n하이안성, 연산망", "01「푸른 물결」") + IMPRINT).sections[0].articles
    assert (article.number, article.headline) == (1, "「푸른 물결」 구축")


def test_remarks_belong_to_the_word_with_as_many_stars() -> None:
    body = BODY.replace("19곳이 대상", "19곳*이 대상**\n** 내륙은 제외\n* 해안의 도시")
    (article,) = read(HEAD + body + IMPRINT).sections[0].articles
    assert article.blocks == (
        Bullet(1, "도시 19곳*이 대상**"),
        Annotation("내륙은 제외", "대상"),
        Annotation("해안의 도시", "19곳"),
    )


def test_an_article_without_a_number_is_refused_in_the_printed_dialect() -> None:
    issue = read(HEAD + BODY + IMPRINT)
    (section,) = issue.sections
    bare = replace(issue, sections=(replace(section, articles=(replace(section.articles[0], number=None),)),))
    with pytest.raises(CannotProceed):
        report.write(bare)


def test_lines_of_one_shape_may_have_more_numbers_or_fewer() -> None:
    """Without their spaces `제목 1 2` and `제목 12` have one shape."""
    text = "풍력 단지\n제목 1 2\n글\n제목 12\n글\n제목 13\n글\n제목 14\n"
    assert report.parse(report.document(text)).front == tuple(text.split("\n")[:-1])
