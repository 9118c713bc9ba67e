"""Names that a line has and its story has not."""

from __future__ import annotations

import pytest

from donghyang.draft.invented import Spelled

STORY = Spelled(
    "浙江大学教授周立明在《海洋工程》上发表论文，介绍水下机器人的新进展。舟山市市长韩冬参观了东海实验室。"
    "中国船舶集团与新华社签署协议，建设深海博物馆。"
)


@pytest.mark.parametrize(
    ("line", "invented"),
    [
        ("저우리밍 교수가 수중로봇 연구를 소개", []),
        ("저장대학 교수 저우리밍은 논문을 발표", []),
        ("한둥 시장이 실험실을 둘러봄", []),
        ("「해양공정」에 논문을 게재", []),
        ("중국선박그룹이 협약을 체결", []),
        ("신화통신과 협약을 체결", []),
        ("저우산시 시장이 둘러봄", []),
        ("수중로봇 연구에서 새로운 성장 동력을 얻음", []),
        ("천궈창 교수가 수중로봇 연구를 소개", ["천궈창"]),
        ("저장대학 교수 왕하이타오는 논문을 발표", ["왕하이타오"]),
        ("실험의 책임자 류젠은 성과를 소개", ["류젠"]),
        ("「로봇과학」에 논문을 게재", ["로봇과학"]),
        ("칭다오시가 실험실을 개방", ["칭다오"]),
        ("과학기술일보 보도에 따르면 실험실을 개방", ["과학기술일보"]),
        ("「심해 실험실 백서」에 따르면 실험실을 개방", ["심해 실험실 백서", "백서"]),
        ("심해과학기술관 건설을 위한 협약을 체결", ["심해과학기술관"]),
        ("심해박물관 건설을 위한 협약을 체결", []),
    ],
)
def test_a_name_must_be_spelled_by_the_story(line: str, invented: list[str]) -> None:
    assert list(STORY.invented(line)) == invented


PROBE = Spelled(
    "天问二号探测器在酒泉发射。浙江、山西、陕西三省发布《海洋信息产业发展白皮书》。",
    "톈원 2호 探测器 在 주취안 发射。저장성, 산시성, 산시성 三省 发布《海洋 정보 산업 发展 백서》。",
)


@pytest.mark.parametrize(
    ("line", "invented"),
    [
        ("톈원 2호 발사", []),
        ("톈원 3호 발사", ["톈원 3호"]),
        ("해양 정보 산업 백서를 발표", []),
        ("해양 금융 산업 백서를 발표", ["금융"]),
        ("저장·산시의 정책", []),
        ("저장·간쑤의 정책", ["간쑤"]),
        ("옥스퍼드와 함께 발사", ["옥스퍼드와"]),
        ("XRISM 위성과 함께 발사", ["XRISM"]),
        ("쑨커신이 발사를 지켜봄", ["쑨커신이"]),
        ("발사 성공을 확인하고 다음 단계를 준비함", []),
    ],
)
def test_numbers_papers_rows_and_plain_words_are_held_too(line: str, invented: list[str]) -> None:
    assert list(PROBE.invented(line)) == invented
