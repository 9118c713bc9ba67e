"""Pages of several news items: only the first is told, the others are named."""

from __future__ import annotations

import pytest

from donghyang.draft.round_ups import other_items

FIRST = "青州深海钻机今天下线。这台钻机由青州机械集团研制，最大钻探深度达到9000米。"
SECOND = "白水河抽水蓄能电站昨天并网发电，总装机容量120万千瓦，年发电量可达18亿千瓦时。"
THIRD = "春耕农机调度平台上线"
HEAD = "白水河抽水蓄能电站并网发电"


@pytest.mark.parametrize(
    ("text", "title", "heads"),
    [
        (f"{FIRST}\n{HEAD}\n{SECOND}", "青州深海钻机下线", [HEAD]),
        (f"青州深海钻机下线\n{FIRST}\n{HEAD}\n{SECOND}", "国内联播快讯", [HEAD]),
        (f"{FIRST}\n{HEAD}\n{SECOND}\n{THIRD}\n{THIRD}，今天运行。", "青州深海钻机下线", [HEAD, THIRD]),
        # What stays whole.
        (f"{FIRST}\n{SECOND}", "青州深海钻机下线", []),
        (f"{FIRST}\n从图纸到大海的一千个日夜\n{SECOND}", "青州深海钻机下线", []),
        (f"{FIRST}\n深海钻机最大钻探深度达到9000米\n钻机最大钻探深度达到9000米，用时三年。", "青州深海钻机下线", []),
        (f"{FIRST}\n{HEAD}\n{SECOND}", "青州深海钻机下线 白水河抽水蓄能电站并网发电", []),
        (f"{FIRST}\n（2026年1月23日）\n{SECOND}", "青州深海钻机下线", []),
        (f"{FIRST}\n一、{HEAD}\n{SECOND}", "青州深海钻机下线", []),
        (f"{FIRST}\n{HEAD}\n{SECOND}", "青州市关于印发能源行动方案的通知", []),
        (f"{FIRST}\n{HEAD}\n{SECOND}", HEAD, []),
        ("", "", []),
    ],
)  # fmt: skip
def test_the_items_of_a_page(text: str, title: str, heads: list[str]) -> None:
    found = other_items(text, title)
    assert [head for _, head in found] == heads
    assert all(text.startswith(head, at) for at, head in found)
