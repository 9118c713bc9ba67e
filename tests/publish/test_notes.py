"""Marks in lines of text and the annotations below them, for formats that have notes of their own."""

import pytest

from donghyang.publish import notes
from donghyang.publish.view import PrintedArticle, view
from donghyang.records import Annotation, Article, Block, Bullet, Issue, Publisher, Section, Table

NOTE = Annotation("회전 속도를 줄이는 부품", "감속기")
OTHER = Annotation("명령대로 도는 전동기", "서보모터")


def printed(*blocks: Block, lead: str | None = None) -> PrintedArticle:
    article = Article(1, None, "제목", lead, None, blocks)
    (section,) = view(Issue(None, None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),))).sections
    return section.articles[0]


# Lead, blocks; (line, mark, annotation) of each mark that is answered; the lines of which nothing is left over.
CASES: dict[str, tuple[str | None, tuple[Block, ...], list[tuple[int | None, str, int]], list[int | None]]] = {
    "one": (None, (Bullet(1, "감속기*를 국산화"), NOTE), [(0, "*", 1)], [0]),
    "lead": ("감속기*를 국산화", (NOTE, Bullet(1, "글")), [(None, "*", 0)], [None]),
    "two": (None, (Bullet(1, "감속기*와 서보모터**"), NOTE, OTHER), [(0, "*", 1), (0, "**", 2)], [0]),
    "another order": (None, (Bullet(1, "감속기*와 서보모터**"), OTHER, NOTE), [(0, "*", 2), (0, "**", 1)], []),
    "a mark too many": (None, (Bullet(1, "감속기*와 서보모터**"), NOTE), [(0, "*", 1)], []),
    "an annotation too many": (None, (Bullet(1, "감속기*"), NOTE, Annotation("덧붙임")), [(0, "*", 1)], []),
    "the same mark twice": (None, (Bullet(1, "서보모터*와 감속기*"), NOTE), [], []),
    "two answers": (None, (Bullet(1, "감속기*"), NOTE, NOTE), [], []),
    "no word": (None, (Bullet(1, "글"), Annotation("덧붙임")), [], []),
    "in a table": (None, (Table(None, ("부품*",), (("감속기*",),)), Annotation("덧붙임")), [], []),
    "not right below": (None, (Bullet(1, "감속기*"), Bullet(1, "글"), Annotation("덧붙임")), [], []),
    "no mark but a product": (None, (Bullet(1, "3 * 4인 격자"),), [], []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mark_calls_the_one_annotation_that_answers_it(case: str) -> None:
    lead, blocks, wanted, whole = CASES[case]
    article = printed(*blocks, lead=lead)
    texts = {None: article.lead or ""} | {at: one.text for at, one in enumerate(blocks) if isinstance(one, Bullet)}
    found = [
        (line, texts[line][call.start : call.end], call.note)
        for line, those in notes.calls(article).items()
        for call in those
    ]
    assert found == wanted
    assert list(notes.whole(article)) == whole
