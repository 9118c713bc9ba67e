"""The mood of Chinese clauses, and that nothing is told in another one."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import pytest
from tests.draft.pages import page_of

from donghyang.draft.moods import Mood, mood_of
from donghyang.draft.sentences import Phrase, phrases

DAY = dt.date(2024, 5, 20)
TRAPS = [json.loads(line) for line in (Path(__file__).parent / "cases/traps.jsonl").read_text("utf-8").splitlines()]

MOODS: list[tuple[Mood, str]] = [
    ("done", "基地已建成投用"), ("done", "产量同比增长8%"), ("done", "去年出口额下降"), ("done", "2023年新增企业80家"),
    ("done", "截至4月底"), ("done", "团队完善了方案"), ("done", "工厂近日开工"),
    ("deed", "企业成功研制新设备"), ("deed", "大会揭牌"), ("neutral", "推动产业升级"), ("neutral", "支持企业创新"),
    ("steady", "建设稳步推进"), ("steady", "体系不断完善"),
    ("ongoing", "设备正在安装"), ("ongoing", "产品仍在测试"), ("ongoing", "研究正处于验证阶段"),
    ("goal", "力争产值翻番"), ("goal", "到2028年建成三座电站"), ("goal", "2027年规模突破百亿元"),
    ("plan", "公司拟投资3亿元"), ("plan", "项目计划于9月开工"), ("plan", "探测器计划着陆于火星北极"),
    ("planned", "将建设两条生产线"), ("planned", "明年新建电站"), ("planned", "项目建成后年产5万吨"),
    ("planned", "今年9月举行"),
    ("expected", "预计全年产量同比增长6%"), ("expected", "规模将达300亿元"), ("expected", "有望年底投产"),
    ("possible", "成本可降低两成"), ("possible", "装置能够识别八类目标"), ("possible", "理论上效率更高"),
    ("maybe", "价格可能上涨"), ("maybe", "规模或超百亿元"),
    ("demanded", "企业要加大投入"), ("demanded", "单位应当建立制度"), ("demanded", "必须守住底线"),
    ("demanded", "须在月底前提交"), ("demanded", "已投产的项目应当于年底前接入平台"), ("done", "已投产的项目接入平台"),
    ("planned", "已建成的三条线将扩建"),
    ("forbidden", "不得挪用资金"), ("forbidden", "严禁虚报数据"), ("impossible", "无法实现量产"),
    ("hard", "短期内难以实现"),
    ("negated", "项目尚未投产"), ("negated", "没有形成能力"), ("unable", "未能如期发射"), ("nomore", "不再收取费用"),
    ("needless", "企业无需申请"), ("conditional", "如果投资增长"), ("conditional", "企业若未达标"),
    ("conditional", "一旦收紧"),
    # 양상처럼 보이는 낱말
    ("", "主要产品出口"), ("", "可再生能源装机"), ("", "智能家电销量"), ("", "供应能力"), ("", "可支配收入"),
    ("", "高能粒子加速器"),
    ("", "产业规划"), ("", "国家重点研发计划"), ("", "海军将军"), ("", "正式会议"), ("", "无人机市场"),
    ("", "应用市场"),
    ("", "重要原料"), ("", "产能利用率不足七成"),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text"), MOODS)
def test_moods(mood: Mood, text: str) -> None:
    page = page_of(text, DAY)
    assert mood_of(page, 0, len(text)) == mood


def told(text: str, day: dt.date = DAY) -> list[Phrase]:
    return phrases(page_of(text, day))


SAID = [
    ("企业要加大研发投入。", "기업은 연구개발 투자를 확대해야 함", "기업은 연구개발 투자를 확대해야 한다."),
    ("成本可以降低12%。", "비용 12% 감소 가능", "비용은 12% 감소할 수 있다."),
    ("市场规模将达300亿元。", "시장 규모 300억 위안 달성 전망", "시장 규모는 300억 위안을 달성할 전망이다."),
    ("该项目尚未投产。", "해당 프로젝트는 아직 가동되지 않음", "해당 프로젝트는 아직 가동되지 않았다."),
    ("企业不得出口相关技术。", "기업은 관련 기술을 수출해서는 안 됨", "기업은 관련 기술을 수출해서는 안 된다."),
    ("二期工程正在建设。", "2단계 공사 건설 중", "2단계 공사가 건설되고 있다."),
    ("推动数字化转型。", "디지털 전환 추진", "디지털 전환을 추진한다."),
    ("专家认为，企业应加大研发投入。", "전문가들, 기업이 연구개발 투자를 확대해야 한다고 평가",
     "전문가들은 기업이 연구개발 투자를 확대해야 한다고 평가하였다."),
    ("机构预测，2027年市场规模将达300亿元。", "기관, 2027년 시장 규모가 300억 위안을 달성할 것으로 예측",
     "기관은 2027년 시장 규모가 300억 위안을 달성할 것으로 예측하였다."),
    ("据外媒报道，美国拟限制芯片出口。", "외신, 미국이 칩 수출을 제한할 계획이라고 보도",
     "외신은 미국이 칩 수출을 제한할 계획이라고 보도하였다."),
    ("该设备将于下半年投产。", "2024년 하반기 해당 설비 가동 예정", "2024년 하반기 해당 설비는 가동될 예정이다."),
    ("制定测试标准30项，严格信息安全要求。", "테스트 표준 30건 제정", "테스트 표준 30건을 제정한다."),
    ("企业生产芯片900万块。", "기업, 칩 900만 개 생산", "기업은 칩 900만 개를 생산한다."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "note", "prose"), SAID)
def test_each_mood_has_its_ending(text: str, note: str, prose: str) -> None:
    assert [(one.korean, one.prose) for one in told(text)] == [(note, prose)]


SILENT = [
    "某某认为，企业应加大研发投入。", "如果成本降低12%，产量将增长5%。",
    "将研发投入写进报告。", "公司投资18亿元建设研发中心。", "项目经费不再收回，但两年内未使用的除外。",
    "发布榜单46项。",
    "从机器人加快产业化落地，到工业软件。", "成立基金12只鸡。",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_sure_is_not_said(text: str) -> None:
    assert told(text) == []


@cache
def lines(at: int) -> tuple[str, ...]:
    row = TRAPS[at]
    said = told(row["zh"], dt.date.fromisoformat(row["date"]))
    return tuple(text for one in said for text in (one.prose, one.short, one.korean))


@pytest.mark.parametrize("at", range(len(TRAPS)), ids=[row["id"] for row in TRAPS])
def test_traps(at: int) -> None:
    row = TRAPS[at]
    printed = "\n".join(lines(at))
    assert not [pattern for pattern in row["must_not"] if re.search(pattern, printed)]
    for line in lines(at):
        assert not [
            rule for rule in row["must_if_said"] if re.search(rule["if"], line) and not re.search(rule["then"], line)
        ]


def test_more_than_half_of_the_traps_are_told() -> None:
    assert sum(bool(lines(at)) for at in range(len(TRAPS))) > len(TRAPS) / 2
