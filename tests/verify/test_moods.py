"""How each language says whether a thing is done, to come or denied."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.verify.corpus import Corpus, Source
from donghyang.verify.moods import is_ahead, mood_of, pieces, speaks_ahead, told_in

TOLD = (
    ("done", "부두 12곳을 새로 지었다"),
    ("done", "화물은 9% 늘어난 것으로 집계"),
    ("ended", "항로 조사를 완료"),
    ("ended", "갑문은 이미 운영에 들어갔다"),
    ("ahead", "부두 12곳을 새로 지을 예정이다"),
    ("ahead", "화물이 9% 늘어날 것으로 예상된다"),
    ("ahead", "항로를 넓힐 계획이라고 밝혔다"),
    ("ahead", "안전 규정을 지켜야 한다"),
    ("ahead", "매출 30억 위안을 목표로 제시"),
    ("may", "야간에도 항해할 수 있다"),
    ("going", "갑문을 고치고 있다"),
    ("denied", "새 부두를 짓지 않았다"),
    ("denied", "화물이 늘지 못함"),
    ("denied", "야간에는 항해할 수 없음"),
    (None, "화물 9% 증가"),
    (None, "항로 정비를 추진"),
)
PAGE = Source("page", "河湾省将新建码头12座，扩建船闸。去年货运量增长9%。航道已经开通。", dt.date(2034, 3, 1))


@pytest.mark.parametrize(("way", "text"), TOLD)
def test_a_segment_tells_its_way_by_its_ending(way: str | None, text: str) -> None:
    told = told_in(text, (0, len(text)))
    assert (told.way if told else None) == way


def test_a_deed_that_is_ended_first_is_a_piece_of_its_own() -> None:
    text = "공사를 마치고 배를 띄울 예정"
    assert [text[start:end] for start, end in pieces(text, (0, len(text)))] == ["공사를 마치고", " 배를 띄울 예정"]


def test_only_words_of_the_future_speak_ahead() -> None:
    assert is_ahead("항로 정비 계획", (0, 8))
    assert not is_ahead("예정대로 개통했다", (0, 9))


def test_a_clause_has_the_mood_of_its_sentence_unless_it_says_otherwise() -> None:
    corpus = Corpus([PAGE])
    assert [mood_of(corpus, at) for at in range(len(corpus.clauses))] == ["planned", "planned", "done", "done"]
    assert speaks_ahead(corpus, 0)
    assert not speaks_ahead(corpus, 2, frame=False)
