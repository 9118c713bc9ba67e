"""Articles of thousands of lines, rows or columns: a passage holds no more of them than lie around it."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.archive.answers.passages import held
from donghyang.records import Article, Block, Bullet, Note, Table

MANY = 3_000
ROWS = tuple((f"{chr(0xAC00 + at)}둥시", f"{at}억 위안") for at in range(MANY))


def article(*blocks: Block) -> Article:
    return Article(1, None, "여러 도시의 투자 현황", None, None, blocks)


@pytest.mark.parametrize(
    "blocks",
    [
        tuple(Bullet(1, f"{at}번째 도시는 {at}억 위안을 투자함") for at in range(MANY)),
        (Note("※ 참고: 도시", tuple(f"{at}번째 도시는 {at}억 위안을 투자함" for at in range(MANY))),),
        (Table("도시별 투자", ("도시", "투자액"), ROWS),),
    ],
)
def test_what_a_passage_holds_grows_with_no_list(blocks: tuple[Block, ...]) -> None:
    passages = held(article(*blocks), dt.date(2025, 3, 14), "policy", 0).passages
    assert len(passages) >= MANY
    assert max(len(one.before) for one in passages) <= 100
    assert max(len(one.row.beside) for one in passages if one.row) <= 200 if any(one.row for one in passages) else True


def test_a_short_list_holds_all_that_stands_beside() -> None:
    table = Table("도시별 투자", ("도시", "투자액"), ROWS[:20])
    rows = [one.row for one in held(article(table), None, "policy", 0).passages if one.row is not None]
    assert [len(row.beside) for row in rows] == [19] * 20


def test_a_row_that_no_page_can_print_is_left_out() -> None:
    """Each of its figures would be held against the whole of it."""
    wide = Table("표", tuple(f"{at}년" for at in range(500)), (tuple(f"{at}억 위안" for at in range(500)),))
    passages = held(article(wide), None, "policy", 0).passages
    assert [one.text for one in passages if one.row is not None] == []
    assert "표" in [one.text for one in passages]
