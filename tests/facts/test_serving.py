"""Needs of watch lists held against achievements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from donghyang.facts import served
from donghyang.records import Achievement, WatchList


def achievement(what: str, *, actor: str | None = None, amount: int | None = None, around: str = "") -> Achievement:
    sum_ = None if amount is None else Decimal(amount)
    return Achievement(what, 0, len(what), "result", actor, what, None, sum_, "CNY" if amount else None, around)


@pytest.mark.parametrize(
    ("need", "one", "words"),
    [
        (WatchList("수소", words=("수소",)), achievement("액체 수소 저장 탱크 개발"), ("수소",)),
        (WatchList("양자", words=("量子",)), achievement("양자 중계기 개발"), ("量子",)),
        (WatchList("소재", words=("복합소재",)), achievement("녹색 복합 소재 양산"), ("복합소재",)),
        (WatchList("AI", words=("AI",)), achievement("AI 모델 출시"), ("AI",)),
        (WatchList("저장", regions=("저장",)), achievement("위성 개발", actor="항저우시"), ("저장",)),
        (WatchList("광둥", regions=("广东",)), achievement("선전 공장 준공"), ("广东",)),
        (WatchList("기관", organisations=("칭화대",)), achievement("칩 개발", actor="칭화대학 연구팀"), ("칭화대",)),
        (WatchList("금액", words=("전지",), yuan=10_000), achievement("전지 계약 체결", amount=30_000), ("전지",)),
    ],
)  # fmt: skip
def test_a_need_is_served_with_its_reasons(need: WatchList, one: Achievement, words: tuple[str, ...]) -> None:
    (found,) = served([one], [need])
    assert (found.need, found.achievement, found.words) == (need.name, one, words)
    assert all(reason.ko and reason.en for reason in found.reasons)


@pytest.mark.parametrize(
    ("need", "one"),
    [
        (WatchList("수소", words=("수소",)), achievement("우수소재 개발")),
        (WatchList("AI", words=("AI",)), achievement("PAIR 모델 출시")),
        (WatchList("금액", words=("전지",), yuan=5_000_000), achievement("전지 공급 계약 체결", amount=3_000_000)),
        (WatchList("금액", words=("전지",), yuan=5), achievement("전지 공급 계약 체결")),
        (WatchList("저장", regions=("저장",)), achievement("에너지 저장 장치 개발", actor="베이징시")),
        (WatchList("빈 목록"), achievement("위성 개발")),
        (WatchList("둘", words=("위성",), regions=("상하이",)), achievement("위성 개발", actor="광저우시")),
    ],
)  # fmt: skip
def test_a_need_is_not_served(need: WatchList, one: Achievement) -> None:
    assert served([one], [need]) == []


def test_the_headline_may_name_what_the_sentence_leaves_out() -> None:
    one = achievement("시제품 출시", around="선전, 수소 드론 공개")
    assert [found.need for found in served([one], [WatchList("수소", words=("수소",), regions=("선전",))])] == ["수소"]
