"""A newsroom of one page whose settings name a model, and the replies a model may give about it."""

from __future__ import annotations

import json
from pathlib import Path

DAY = "2024-06-14"
PAGE = """DATE: 2024-06-12
TITLE: 浙江省发布《深海装备产业发展行动计划》

6月11日，浙江省发布《深海装备产业发展行动计划》。
到2027年，全省深海装备产业营业收入达到1200亿元，培育龙头企业8家。
建设深海试验场3个，支持企业牵头组建创新联合体。
"""
TRUE = "심해시험장 3개 건설"
LIE = "심해시험장 7개 건설"
SECRET = "sk-never-to-be-seen-0123456789"


def furnish(home: Path, url: str, page: str = PAGE, **more: object) -> None:
    """Put a page and the model into a newsroom that `new` has made; `more` are settings of the model."""
    (home / "pages" / "inbox" / "seabed.txt").write_text(page, "utf-8")
    told = {"url": url, "name": "m", "seconds": 5, "retries": 0} | more
    rows = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    with (home / "donghyang.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n".join(["", "[model]", *rows, ""]))


def article(*bullets: str, rests_on: str = "s3", **more: object) -> str:
    """A reply: proven headline and lead, and these bullets; `more` stands instead of what it names."""
    said = {
        "headline": {"text": "저장성, 「심해장비산업 발전 행동계획」 발표", "rests_on": ["s1"]},
        "lead": {"text": "저장성이 6월 11일 심해장비산업 발전 행동계획을 발표", "rests_on": ["s1"]},
        "bullets": [{"text": text, "rests_on": [rests_on]} for text in bullets],
    }
    return json.dumps(said | more, ensure_ascii=False)


def report(home: Path, name: str = "report.txt") -> str:
    """The week's report, or another of its texts."""
    return (home / "issues" / DAY / name).read_text("utf-8")
