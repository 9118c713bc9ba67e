"""Long lines of one sign, as a broken converter leaves them, are read like any other."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.records import Annotation, Remark
from donghyang.report.stream import stream

_LONG = 40_000


@pytest.mark.parametrize("sign", ["\\", "가", "가(", "*", "가*", "![", "[", "<b>", "「가", "1억"])
def test_a_long_line_of_one_sign(sign: str) -> None:
    line = (sign * _LONG)[:_LONG]
    issue = report.parse(report.document(f"01\n제목\n■ 요지(3.2)\n- {line}\n* {line}\n- 끝\n"))
    (article,) = issue.sections[0].articles
    assert article.headline == "제목"


def test_the_word_of_a_star_behind_a_long_line() -> None:
    issue = report.parse(
        report.document(f"01\n제목\n■ 요지(3.2)\n- {'가' * _LONG} 새 기관(新機構)*이 참여\n* 새로 세운 기관\n")
    )
    (remark,) = (block for block in issue.sections[0].articles[0].blocks if isinstance(block, Annotation))
    assert remark.anchor == "기관(新機構)"


@pytest.mark.parametrize("count", [2, 9, 400])
def test_fields_of_an_imprint_in_one_line_stand_each_in_its_place(count: int) -> None:
    document = report.document("| 발 행 처 | 첨단연구원 " * count + "\n")
    lines = stream(document)
    assert len(lines) == (count if count < 20 else 1)
    assert all(document.text[slice(*line.span)].strip() == line.text for line in lines)
    assert sum(end - start for start, end in (line.span for line in lines)) <= len(document.text)


def test_spaces_in_an_imprint() -> None:
    assert len(stream(report.document(f"| 발행처 | 연구원{' ' * 200_000}x\n"))) == 1


def test_a_remark_below_each_of_many_lines() -> None:
    issue = report.parse(report.document("01\n제목\n■ 요지(3.2)\n" + "- 끝말\n// 비고\n" * _LONG))
    (article,) = issue.sections[0].articles
    assert [isinstance(block, Remark) for block in article.blocks] == [False, True] * _LONG


def test_many_pictures_below_many_remarks() -> None:
    text = "01\n제목\n■ 요지(3.2)\n- 끝말\n" + "// 비고\n" * _LONG + "![단지](a.png)\n" * _LONG
    lines = stream(report.document(text))
    assert [line.picture for line in lines if line.picture] == ["a.png"]


@pytest.mark.parametrize("rows", ["가│나\n", "|가|\n", "|가|나|\n|가|\n", "가│나\n|----|\n"])
def test_many_lines_between_bars_that_are_no_table(rows: str) -> None:
    count = _LONG // len(rows)
    document = report.document(rows * count)
    assert len(document.blocks) == count * rows.count("\n")
