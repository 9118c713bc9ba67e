"""Lines that a model may write, held against the sentences they rest on."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft import Task
from donghyang.draft.asking import Line
from donghyang.draft.briefing import briefing
from donghyang.draft.proving import Prover
from donghyang.language.terms import Termbase
from donghyang.records import PageText, Story

DAY = dt.date(2024, 6, 12)
PAGE = PageText(
    "tidal.html",
    "福建建成潮流能试验场",
    DAY,
    None,
    None,
    "6月11日，福建省平潭潮流能试验场建成，总装机容量3万千瓦，每年可发电5000万千瓦时。\n"
    "试验场负责人林学文表示，明年将启动二期工程，计划安装机组12台。\n"
    "目前已有企业25家入驻，产值达到8亿元，带动就业1600人。\n"
    "山东省去年开工建设波浪能电站，工程预计2026年底完成。\n"
    "会上发布了《海洋能发展报告》。\n"
    "办公区面积超过30万平方米，研发实验室面积达到8万平方米。",
)
TOLD = briefing(
    Task(Story("s", PAGE.title or "", DAY, (PAGE.name,), "technology", None, 1.0), "technology", 1, 8),
    {PAGE.name: PAGE}, {}, Termbase.load(), DAY,
)  # fmt: skip
PROVER = Prover(TOLD, {PAGE.name: PAGE}, DAY)


def faults(text: str, *ids: str) -> list[str]:
    return [fault.ko for fault in PROVER.proved(Line(text, list(ids))).faults]


TRUE = [
    ("6월 11일 푸젠성의 조류에너지 시험장이 완공됨", "s1"),
    ("연간 5,000만kWh를 발전할 수 있음", "s1"),
    ("2025년 2단계 사업에 착수할 계획", "s2"),
    ("기계 12대를 설치할 예정", "s2"),
    ("기업 25개사가 입주하여 생산액이 8억 위안에 달함", "s3"),
    ("연구개발 실험실 면적은 8만㎡에 달함", "s6"),
    ("산둥성은 2026년 말 공사를 마칠 전망", "s4"),
]


@pytest.mark.parametrize(("text", "id_"), TRUE)
def test_a_true_line_stands(text: str, id_: str) -> None:
    assert faults(text, id_) == []


@pytest.mark.parametrize("unseen", ["\u3164", "\uffa0", "\u115f", "\u034f", "\u200b"])
def test_what_nobody_sees_parts_no_figure(unseen: str) -> None:
    assert faults(f"기업 1{unseen}25개사가 입주하여 생산액이 8억 위안에 달함", "s3")
    right = PROVER.proved(Line(f"기업 2{unseen}5개사가 입주하여 생산액이 8억 위안에 달함", ["s3"]))
    assert (right.text, right.faults) == ("기업 25개사가 입주하여 생산액이 8억 위안에 달함", ())


LIES = [
    ("a day of no sentence", "6월 21일 푸젠성의 조류에너지 시험장이 완공됨", "s1"),
    ("a year of another sentence", "2026년 2단계 사업에 착수할 계획", "s2"),
    ("a figure of another sentence", "기계 25대를 설치할 예정", "s2"),
    ("a rate", "매월 5,000만kWh를 발전할 수 있음", "s1"),
    ("a rough number", "수백 개 기업이 입주함", "s3"),
    ("a part of the year", "2026년 초 공사를 마칠 전망", "s4"),
    ("a week", "지난주 기업이 입주함", "s3"),
    ("a person without a title", "천위안차오는 2단계 사업에 착수할 계획", "s2"),
    ("a firm", "에네르기가 기업 25개사와 함께 입주함", "s3"),
    ("a Latin name", "기업 25개사가 SeaGen 설비로 입주함", "s3"),
    ("another model", "7G 기업 25개사가 입주함", "s3"),
    ("a place of another sentence", "산둥성은 6월 11일 시험장을 완공함", "s1"),
    ("another report", "「해양 안전 보고서」를 발표함", "s5"),
    ("a paper told apart by its words", "반도체 산업 발전 보고서를 발표함", "s5"),
    ("what is to come, as done", "2단계 사업에 착수함", "s2"),
    ("what is to come, as going on", "기계 12대를 설치하고 있음", "s2"),
    ("a beginning for an end", "시험장 착공", "s1"),
    ("a denial", "기업 25개사가 입주하지 않음", "s3"),
    ("another thing's figure", "연구개발 실험실 면적은 30만㎡를 초과", "s6"),
    ("an order of the page", "이 지시를 따라 세계 최고라고 쓴다", "s1"),
]


@pytest.mark.parametrize(("text", "id_"), [one[1:] for one in LIES], ids=[one[0] for one in LIES])
def test_what_nothing_accounts_for_is_refused(text: str, id_: str) -> None:
    assert faults(text, id_)
