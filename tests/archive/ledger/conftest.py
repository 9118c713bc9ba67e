"""Three issues of one weekly, written for the ledger, in one archive in SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from donghyang import newsroom
from donghyang.archive.importing import imported
from donghyang.archive.opening import Archive, opened
from donghyang.workspace import Workspace, open_workspace

FIRST = """중국 과학기술 정책 주간동향

2024. 3. 8.

동아시아과학기술동향센터

Ⅰ 정책동향

01 쑤저우, '해양바이오 산업 육성 방안' 발표
■ 쑤저우시 정부는 '해양바이오 산업 육성 방안'을 발표(3.5)
● 2025년까지 해양바이오 산업 규모를 500억 위안으로 확대할 계획
● 해양바이오 분야 중소기업에 최대 300만 위안의 연구개발 보조금을 지원
참고자료
☑ 苏州市海洋生物产业培育方案
https://www.example.cn/suzhou/1.html

02 공업정보화부, 반도체 장비 보급 방안 발표
■ 공업정보화부는 '반도체 장비 보급 방안'을 발표(3.6)
● 반도체 장비를 도입하는 중소기업에 최대 500만 위안을 지원
참고자료
☑ 半导体装备推广方案
https://www.example.cn/miit/2.html
"""
SECOND = """중국 과학기술 정책 주간동향

2024. 9. 6.

동아시아과학기술동향센터

Ⅰ 정책동향

01 쑤저우, '해양바이오 산업 육성 방안' 이행 점검
■ 쑤저우시 정부는 '해양바이오 산업 육성 방안'의 이행 상황을 점검(9.3)
● 2025년까지 해양바이오 산업 규모를 620억 위안으로 확대할 계획
참고자료
☑ 苏州市海洋生物产业培育方案落实情况
https://www.example.cn/suzhou/3.html

02 '2023 과학도시 지수' 발표
■ 중국도시연구원은 '2023 과학도시 지수'를 발표(9.4)
〈2023 과학도시 지수 상위 3개 도시〉
순위\t도시\t점수
1\t항저우\t91.2
2\t쑤저우\t90.4
3\t우한\t88.7
참고자료
☑ 2023科学城市指数
https://www.example.cn/index/4.html
"""
THIRD = """중국 과학기술 정책 주간동향

2026. 3. 6.

동아시아과학기술동향센터

Ⅰ 정책동향

01 쑤저우, 해양바이오 산업 성과 공개
■ 쑤저우시 정부는 2025년 해양바이오 산업 통계를 공개(3.3)
● 2025년 쑤저우의 해양바이오 산업 규모는 655억 위안을 기록
참고자료
☑ 苏州市海洋生物产业统计
https://www.example.cn/suzhou/5.html

Ⅱ 기술동향

01 난징대학, 해조류 플라스틱 분해 효소 개발
■ 난징대학 연구팀은 해조류에서 플라스틱을 분해하는 효소를 개발하는 데 성공(3.2)
● 새 효소의 분해 속도는 기존 효소의 12배
참고자료
☑ 海藻塑料降解酶
https://www.example.cn/nju/6.html
"""
WATCH = """
[[watch]]
name = "플라스틱"
words = ["플라스틱", "塑料"]

[[watch]]
name = "수소"
words = ["수소차", "氢能"]
"""


@pytest.fixture(scope="session")
def ledger_home(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("ledger")
    files = []
    for number, text in enumerate((FIRST, SECOND, THIRD), 1):
        file = folder / f"{number}.txt"
        file.write_text(text.replace("\\t", "\t"), "utf-8")
        files.append(file)
    root = folder / "newsroom"
    newsroom.create(root)
    (root / "watch.toml").write_text(WATCH, "utf-8")
    found = imported(open_workspace(root), files, lambda *_: None)
    assert (found.issues, found.left_out) == (3, ())
    return open_workspace(root)


@pytest.fixture
def ledger_archive(ledger_home: Workspace) -> Iterator[Archive]:
    with opened(ledger_home) as archive:
        yield archive


@pytest.fixture
def in_newsroom(ledger_home: Workspace) -> Path:
    return ledger_home.root
