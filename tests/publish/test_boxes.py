"""Tables of the PDF beside boxes and rules: what was drawn apart is read apart."""

import datetime as dt
from pathlib import Path

import pytest
from tests.publish.test_readback import read_back

from donghyang.records import Article, Bullet, Issue, Note, Publisher, Reference, Section, Table

BOARD = Table(
    "갈래마다 나눈 과제",
    ("갈래", "과제의 내용", "맡은 기관", "기한"),
    (
        (
            "연결",
            "도시 사이 전용망 2,400km를 새로 만들어 지연 시간을 낮추는 과제를 먼저 함",
            "통신관리국의 기관",
            "2025년",
        ),
        ("이용", "중소기업에 연산권을 나누어 주는 제도를 시행하고 결과를 해마다 공개", "과학기술청", "2024년"),
    ),
)
BOX = Note("※ 참고: 낱말 풀이", ("하나의 설명", "둘의 설명"), "과학기술청")


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("blocks", [(BOARD,), (BOX, BOARD), (BOARD, BOX), (BOARD, BOARD), (BOX, BOARD, BOX)])
@pytest.mark.parametrize("count", [0, 1])
def test_a_wide_table_keeps_apart_from_the_boxes_around_it(
    blocks: tuple[Table | Note, ...], count: int, tmp_path: Path
) -> None:
    """Behind a lead or a box, before an article, at the top of a page: no line of theirs is one of the table's."""
    references = (Reference("关于印发通知", "https://example.cn/a"),) * count
    # Lines that say the same at the top of several pages are read as running heads.
    towns = ("가람", "나루", "다솜", "라온", "마루", "바름", "사랑", "아람")
    deeds = ("안건을 마련", "의견을 들음", "예산을 세움", "기관을 정함")
    bodies = [
        (*(Bullet(1, f"{town}시에서 {deed}") for deed in deeds[: at % 5]), *blocks) for at, town in enumerate(towns)
    ]
    articles = tuple(
        Article(
            at,
            None,
            f"하이안성, {at}번째 연산망 구축 계획을 발표",
            f"{at}번째 계획의 뼈대를 밝힘",
            None,
            body,
            references,
        )
        for at, body in enumerate(bodies, 1)
    )
    section = Section("policy", "정책동향", articles)
    issue = Issue("과학기술 주간동향", dt.date(2024, 3, 15), Publisher("과학협력연구소"), (), (), (section,))
    assert read_back(issue, "pdf", tmp_path) == issue
