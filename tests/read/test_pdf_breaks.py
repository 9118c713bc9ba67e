"""Line ends of programs that keep Korean words whole and draw the space behind them only where it has room."""

from __future__ import annotations

import pytest

from donghyang.read.pdf_breaks import Room, first_piece
from donghyang.read.pdf_columns import Frame, Placed
from donghyang.read.pdf_join import Joiner
from donghyang.read.pdf_lines import TextLine, Word

RIGHT = 500.0


def line(text: str, top: float, left: float = 60.0, *, spaced: bool = False, end: float | None = None) -> TextLine:
    """A line of ten point letters, five points each for ASCII; `end` moves it so that it ends there."""
    widths = [sum(5.0 if character.isascii() else 10.0 for character in part) for part in text.split()]
    at = left if end is None else end - sum(widths) - 3 * (len(widths) - 1)
    words = []
    for number, (part, width) in enumerate(zip(text.split(), widths, strict=True)):
        words.append(Word(part, at, at + width, top, 10.0, spaced if number == len(widths) - 1 else True))
        at += width + 3
    return TextLine(tuple(words), 0)


def text(*known: str) -> list[TextLine]:
    """A file that draws four of five spaces at line ends, and in which `known` stands."""
    body = [line("연구 결과를 두루 모은 자료", 900 - 16 * at, spaced=at % 5 > 0) for at in range(20)]
    return [*body, *(line(words, 500 - 40 * at) for at, words in enumerate(known))]


@pytest.mark.parametrize(
    ("known", "upper", "lower", "between"),
    [
        ((), "새로운 로켓", "발사에 성공", " "),
        ((), "정보와 에너지,", "화학을 지원", " "),
        ((), "함께 공동으로", "‘작은 거인’을 선정", " "),
        ((), "국가 하이테크 기업", "2,000개를 육성", " "),
        ((), "올해 제", "1회 행사", ""),
        (("모두 8층 3차원 구조",), "높이가 3", "차원에 이름", ""),
        ((), "매출이 64.2%", "까지 증가", ""),
        ((), "매출이 (93조 원)", "을 넘음", ""),
        ((), "물리·", "수학 연구소", ""),
        ((), "열린 「", "로봇 방안」을 발표", ""),
        (("투입은 3.8억 위안 이상",), "투입은 7.1억", "위안(약 1조 원)", " "),
        (("모든 AI 기술과 AI 융합",), "앞으로 AI", "응용을 추진", " "),
        (("이 관리방법을 시행",), "새 관리방", "법」 제정", ""),
        (("과학과 기술 등 여럿",), "과학과 수학", "등, 여러 분야", " "),
    ],
)
def test_a_space_without_room(known: tuple[str, ...], upper: str, lower: str, between: str) -> None:
    assert Joiner(text(*known)).glue(line(upper, 50, end=RIGHT - 1), line(lower, 34), Room(1, RIGHT)) == between


@pytest.mark.parametrize(
    ("upper", "lower", "left", "joined"),
    [
        ("● 지난달부터 새로 정한", "민간인을 선발", 72.0, True),
        ("● 지난달부터 새로 정한", "· 다음 계획", 72.0, False),
        ("● 지난달부터 새로 정한", "·연구를 융합", 72.0, True),
        ("● 지난달부터 새로 정한", "*을 공개", 72.0, True),
        ("● 지난달부터 새로 정한", "민간인을 선발", 60.0, False),
    ],
)
def test_a_hanging_line_goes_on(upper: str, lower: str, left: float, joined: bool) -> None:
    frame = Frame(0, 0, 60, RIGHT)
    first = line(upper, 50)
    spread = TextLine((*first.words[:-1], Word(first.words[-1].text, 450, 485, 50, 10, False)), 0)
    opening = Placed(spread, frame)
    assert Joiner(text()).goes_on(opening, Placed(line(lower, 34, left), frame), opening) is joined


@pytest.mark.parametrize(("word", "width"), [("1,000만", 25.0), ("레이더(radar)", 30.0), ("발표하였다", 50.0)])
def test_the_piece_that_needs_room(word: str, width: float) -> None:
    assert first_piece(line(word, 50).words[0]) == pytest.approx(width, abs=4)
