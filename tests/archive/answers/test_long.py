"""Articles of thousands of lines, rows or columns: a passage holds no more of them than lie around it."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.archive.answers import Holdings, answer, choosing
from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.folding import Folded
from donghyang.archive.answers.passages import Held, held
from donghyang.archive.answers.said import Said
from donghyang.archive.answers.weighing import Scored
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


@pytest.mark.parametrize("question", ["도시의 투자액은?", "도시는 몇 위안을 투자하나?"])
def test_no_place_of_a_list_is_held_against_all_others(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures of an article are gone through as often for a list of twice as many lines."""
    gone_through: list[Held] = []
    figures = Holdings.figures

    def count(self: Holdings, article: Held) -> list[Said]:
        gone_through.append(article)
        return figures(self, article)

    def compare(self: Scored, other: object) -> bool:
        raise AssertionError("a place is known by itself")

    monkeypatch.setattr(Holdings, "figures", count)
    monkeypatch.setattr(Scored, "__eq__", compare)
    times = []
    for many in (100, 200):
        gone_through.clear()
        listed = article(*(Bullet(1, f"{at}번째 도시는 {at}억 위안을 투자함") for at in range(1, many + 1)))
        answer(question, Holdings.of_articles([(listed, dt.date(2025, 3, 14), "policy")]))
        times.append(len(gone_through))
    assert times[0] == times[1] > 0


def test_each_answer_of_a_table_is_read_as_often_for_a_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Scored] = []
    told = choosing._told

    def count(question: Question, one: Scored, shared: tuple[Folded, Folded]) -> frozenset[Need]:
        read.append(one)
        return told(question, one, shared)

    monkeypatch.setattr(choosing, "_told", count)
    times = []
    for many in (50, 100):
        read.clear()
        table = Table("단지별 용량", ("단지", "용량(MW)"), tuple((f"단지 {at}호", f"{at + 10}") for at in range(many)))
        answer("단지의 용량은 몇 MW인가?", Holdings.of_articles([(article(table), dt.date(2025, 3, 14), "policy")]))
        times.append(len(read))
    assert 0 < times[1] <= 2 * times[0]


def test_the_figures_of_a_line_are_those_that_stand_in_it() -> None:
    listed = article(*(Bullet(1, f"{at}번째 도시의 투자액은 {at}억 위안, 특허는 {at}건임") for at in range(1, 30)))
    holdings = Holdings.of_articles([(listed, dt.date(2025, 3, 14), "policy")] * 2)
    for one in holdings.articles:
        apart = [said for passage in one.passages for said in holdings.figures_in(passage)]
        assert apart == holdings.figures(one)
        assert all(said.passage is passage for passage in one.passages for said in holdings.figures_in(passage))
