"""A page and claims about it, made so that no two of their sentences are alike; nothing in them is true."""

from __future__ import annotations

_FIELDS = ("动力电池", "工业机器人", "光伏组件", "海水淡化", "氢能汽车", "量子通信", "商业航天", "生物育种", "智能电网")
_KOREAN = (
    *("동력배터리", "산업용 로봇", "태양광 모듈", "해수 담수화", "수소차"),
    *("양자통신", "상업 항공우주", "바이오 육종", "스마트그리드"),
)
_PLACES = ("山东", "江苏", "浙江", "湖北", "四川", "安徽", "福建")
_SAID = ("산둥성", "장쑤성", "저장성", "후베이성", "쓰촨성", "안후이성", "푸젠성")


def page(characters: int) -> str:
    """A page of about that many characters: a sentence for each field and place, with figures of its own."""
    lines, size, at = ["DATE: 2025-03-10", "TITLE: 各地产业运行情况"], 0, 0
    while size < characters:
        field, place = _FIELDS[at % len(_FIELDS)], _PLACES[at % len(_PLACES)]
        lines.append(
            f"今年前{at % 9 + 2}个月，{place}{field}产量达{at + 11}.{at % 10}万台，同比增长{at % 40 + 3}.{at % 7}%，"
            f"力争到{2026 + at % 9}年建成{at + 5}个示范项目，带动投资超过{at + 20}亿元。"
        )
        size += len(lines[-1])
        at += 1
    return "\n".join(lines)


def claims(count: int) -> str:
    """That many sentences about `page`, a line each; every third states another figure."""
    lines = []
    for at in range(count):
        field, place = _KOREAN[at % len(_KOREAN)], _SAID[at % len(_SAID)]
        grown = at % 40 + 3 + (at % 3 == 0)
        lines.append(
            f"{place}의 '25년 1~{at % 9 + 2}월 {field} 생산량은 {at % 60 + 11}.{at % 10}만 대로 전년 동기 대비"
            f" {grown}.{at % 7}% 증가, {2026 + at % 9}년까지 시범사업 {at % 60 + 5}개를 완공할 계획"
        )
    return "\n".join(lines)
