import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.publish.columns import LINE, is_sum, layout
from donghyang.publish.pieces import Piece, pieces
from donghyang.publish.text import printable, web_address, width


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("가\x00나\x07다", "가나다"),
        ("가\t나", "가 나"),
        ("가\r\n나\u2028다\r라", "가\n나\n다\n라"),
        ("a\u202eb\u2066c", "abc"),
        ("\ud83d", "\ufffd"),
        ("끝\ufffe\uffff", "끝"),
        ("😀 H₂O é \u200b", "😀 H₂O é \u200b"),
    ],
)
def test_printable(text: str, wanted: str) -> None:
    assert printable(text) == wanted


@given(st.text())
def test_printable_is_a_fixed_point_that_every_file_can_hold(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize("text", ["http://a.cn/b?c=d&e=f", "HTTPS://a.cn/%20", "https://a.cn/가나"])
def test_web_addresses_lead_somewhere(text: str) -> None:
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text", [None, "", "javascript:alert(1)", "data:text/html,x", "https://a b", "www.a.cn", "file:///x"]
)
def test_everything_else_leads_nowhere(text: str | None) -> None:
    assert web_address(text) is None


def plain(piece: Piece) -> str:
    return piece if isinstance(piece, str) else "".join(text for text, _ in piece["runs"])


@given(st.text(st.sampled_from("가나 다라質发\n(),ab://.1。")), st.floats(2, 40))
def test_pieces_lose_nothing(text: str, limit: float) -> None:
    assert "".join(map(plain, pieces(text, limit))) == text


def test_words_are_not_broken_and_keep_their_space() -> None:
    assert pieces("전반적 품질 수준을\n높임") == ["전반적 ", "품질 ", "수준을", "\n", "높임"]


def test_a_short_last_word_is_not_left_alone() -> None:
    assert pieces("전반적 기반을 마련") == ["전반적 ", "기반을 마련"]
    assert pieces("전반적 기반을 마련하겠다고") == ["전반적 ", "기반을 ", "마련하겠다고"]
    assert pieces("기반을 마련", 5) == ["기반을 ", "마련"]


def test_an_address_is_broken_into_chunks_that_fit() -> None:
    found = pieces("https://example.cn/" + "x" * 200, 28)
    assert len(found) > 5
    assert all(isinstance(piece, str) and width(piece) <= 28 for piece in found)


@pytest.mark.parametrize("count", [1, 2, 5, 12, 40, 200])
def test_tables_fit_on_the_page(count: int) -> None:
    plan = layout([f"{at}번째 열의 이름" for at in range(count)], [["긴 설명이 들어 있는 칸 " * 9] * count])
    assert len(plan.widths) == len(plan.limits) == len(plan.align) == count
    assert sum(plan.widths) <= LINE + 0.01 * count
    assert min(plan.limits) > 0


def test_numbers_stand_right_short_words_in_the_middle_and_text_left() -> None:
    header = ["갈래", "과제", "금액", "비고"]
    rows = [["연결", "연산망을 내륙까지 넓히는 과제", "1,234.5", "12%"], ["이용", "짧음", "7", "미정"]]
    assert layout(header, rows).align == ("center", "left", "right", "left")


def test_the_long_column_gets_the_room() -> None:
    plan = layout(["구분", "이름", "내용"], [["1", "연결", "설명이 길게 이어지는 칸 " * 20]])
    assert plan.widths[2] > 4 * plan.widths[0]


def test_figures_stand_below_the_middle_of_their_header_and_years_too() -> None:
    plan = layout(["해", "이름", "매출(억 위안)"], [["2021", "가", "1,200"], ["2022", "나", "86"]])
    assert plan.align == ("center", "center", "right")
    assert plan.inset[:2] == (0, 0)
    room = plan.widths[2] - 10
    assert plan.inset[2] == pytest.approx((room - width("1,200") * plan.size) / 2, abs=0.5)


@pytest.mark.parametrize(("row", "sums"), [
    (("합계", "3", ""), True), (("", "총 계", "3"), True), (("평균", "3"), True),
    (("합계액", "3"), False), (("계룡", "3"), False), (("", ""), False), ((), False),
])  # fmt: skip
def test_a_row_that_sums_up(row: tuple[str, ...], *, sums: bool) -> None:
    assert is_sum(row) is sums


def test_a_table_without_columns_has_no_layout() -> None:
    assert layout([], []).widths == ()
