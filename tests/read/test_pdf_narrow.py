"""Narrow columns and cells: words broken at any letter, captions over two lines, headings that do not hang."""

from __future__ import annotations

import pytest

from donghyang.read.pdf_breaks import Room
from donghyang.read.pdf_columns import Frame, Placed, placed
from donghyang.read.pdf_join import Joiner
from donghyang.read.pdf_lines import TextLine, Word

FRAME = Frame(0, 1, 60, 260)


def line(text: str, top: float, left: float = 60.0, *, spaced: bool = False, size: float = 10.0) -> TextLine:
    """A line of square letters, half as wide for ASCII, with spaces of three points."""
    words, at = [], left
    parts = text.split()
    for number, part in enumerate(parts):
        width = sum(size / 2 if sign.isascii() else size for sign in part)
        words.append(Word(part, at, at + width, top, size, spaced if number == len(parts) - 1 else True))
        at += width + 3
    return TextLine(tuple(words), 0)


def joiner(*known: str) -> Joiner:
    """A file that draws four of five spaces at line ends, and in which `known` stands."""
    body = [line("연구 결과를 두루 모은 자료", 900 - 16 * at, spaced=at % 5 > 0) for at in range(20)]
    return Joiner([*body, *(line(words, 500 - 40 * at) for at, words in enumerate(known))])


def cell(known: tuple[str, ...], lines: list[str], width: float) -> str:
    """What a left-aligned cell of that width says."""
    return joiner(*known).cell([line(text, 300 - 16 * at) for at, text in enumerate(lines)], 60, 60 + width)


@pytest.mark.parametrize(
    ("known", "lines", "width", "text"),
    [
        # A word longer than its cell fills it to the last letter; with room for a space, one would be drawn.
        ((), ["국립해양", "측량원"], 46, "국립해양측량원"),
        ((), ["번", "호"], 12, "번호"),
        ((), ["국립해양", "측량원과", "함께"], 42, "국립해양측량원과 함께"),
        # Without room for a space the file's own words tell.
        (("여러 기관 가운데 해양측량원 하나",), ["국립해양", "측량원"], 42, "국립해양측량원"),
        (("새로 세운 국립해양 연구소",), ["국립해양", "측량원"], 42, "국립해양 측량원"),
        (("그 설비 점검 결과", "먼저 설비 점검 필요"), ["관측설비", "점검"], 42, "관측설비 점검"),
        (("이미 관측설비 점검 완료",), ["관측설비", "를 점검"], 42, "관측설비를 점검"),
        # A Chinese name in brackets is as long as the word before it.
        ((), ["해양측량원", "주밍(周明)"], 52, "해양측량원 주밍(周明)"),
        ((), ["동해해양", "기술(東海海洋技術)"], 42, "동해해양기술(東海海洋技術)"),
        # The word breaks over more than two lines.
        (("올해의 측량원 소식", "올해도 측량원 소식"), ["국립", "해양", "측량", "원"], 23, "국립해양측량원"),
        # 수 is a word of its own, and the end of some.
        ((), ["조치", "수"], 23, "조치 수"),
        ((), ["접촉횟", "수"], 33, "접촉횟수"),
        (("올해의 조치수 통계", "작년의 조치수 통계"), ["조치", "수"], 23, "조치수"),
        # Figures.
        ((), ["-", "8.6%"], 23, "-8.6%"),
        ((), ["212,", "800"], 24, "212,800"),
        ((), ["매출 3억", "8,000만"], 42, "매출 3억 8,000만"),
        # Signs: a dot or a hyphen may stand inside a name, and an item begins with a marker and a space.
        ((), ["시험 운영", "·검증 센터"], 46, "시험 운영·검증 센터"),
        ((), ["런던-옥스퍼드", "-케임브리지"], 66, "런던-옥스퍼드-케임브리지"),
        ((), ["시험 운영", "- 검증 센터"], 46, "시험 운영\n- 검증 센터"),
        # Noun and dependent noun.
        ((), ["분자태(分子態)", "등 여럿"], 72, "분자태(分子態) 등 여럿"),
    ],
)
def test_a_narrow_cell(known: tuple[str, ...], lines: list[str], width: float, text: str) -> None:
    assert cell(known, lines, width) == text


@pytest.mark.parametrize(
    ("upper", "lower", "free", "between"),
    [
        ("다탕(大唐)", "이동통신", 25, ""),
        ("이름은 다탕(大唐)", "이동통신", 1, " "),
        ("발표하였는데,", "이 과정을 밝힘", 1, " "),
        ("함께 공동으로", "'작은 거인'을 선정", 9, " "),
        ("深入实施", "“人工智能+”行动", 9, ""),
        ("项目2025", "年度申请", 1, ""),
    ],
)
def test_a_space_that_had_room_is_drawn(upper: str, lower: str, free: float, between: str) -> None:
    known = joiner("이름은 화웨이(華爲) 장비와 화웨이(華爲) 기기", "그 이동통신 기기")
    assert known.glue(line(upper, 50), line(lower, 34), Room(free, 200)) == between


@pytest.mark.parametrize(
    ("opening", "lower", "left", "drop", "joined"),
    [
        ("〈작은 도시의 관측 장비와 운영 기관 명단(총", "13곳)〉", 140.0, 16, True),
        ("〈작은 도시의 관측 장비〉", "운영 기관 명단〉", 140.0, 16, False),
        ("〈작은 도시의 관측 장비와 운영 기관 명단", "● 다음 줄〉은 다름", 140.0, 40, False),
        ("■ 작은 도시의 관측 장비를 해마다 새로", "바꾸기로 결정", 60.0, 16, True),
        ("● 작은 도시의 관측 장비를 해마다 새로", "바꾸기로 결정", 60.0, 16, False),
        ("● 작은 도시의 관측 장비를 해마다 새로", "바꾸기로 결정", 73.0, 16, True),
        ("● 작은 도시의 관측 장비를 해마다 새로", "바꾸기로 결정", 73.0, 24, False),
        ("● 작은 도시의 관측 장비와 여러 협력 기관", "*는 새로 정함", 73.0, 16, True),
        ("2023. 2. 17", "동해과학기술정책동향연구센터장과 일동", 60.0, 16, False),
        ("- 작은 도시의 관측 장비를 해마다 새로", "〈※ 참고: 관측 장비〉", 73.0, 16, False),
        ("- 작은 도시의 관측 장비를 해마다 새로", "〈관측 장비의 수〉", 110.0, 16, False),
    ],
)
def test_where_a_narrow_paragraph_goes_on(opening: str, lower: str, left: float, drop: float, joined: bool) -> None:
    first = Placed(line(opening, 100), FRAME)
    assert joiner().goes_on(first, Placed(line(lower, 100 - drop, left), FRAME), first, opening) is joined


def test_a_hanging_comma_stands_beyond_the_margin() -> None:
    left = [line("가" * 14, 700 - 16 * at) for at in range(8)]
    right = [line("가" * 14, 700 - 16 * at, 220) for at in range(7)]
    hung = line("가" * 14 + "，", 588, 220)
    assert {one.frame.right for one in placed([*left, *right, hung], 60) if one.frame.column == 2} == {360}
