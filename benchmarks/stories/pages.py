"""Pages of news made by chance for the benchmark: events with reprints, follow-ups and documents among single pages."""

from __future__ import annotations

import datetime as dt
import random

from donghyang.language import tables
from donghyang.records import PageText

DAY = dt.date(2024, 3, 1)
EVENT = 3.0
"""Pages of an event in the middle."""
NAMED = "建成 发布 启动 研制成功 开幕 增长 印发方案 投产"


def pages(count: int, seed: int = 1) -> list[PageText]:
    """`count` pages, the same ones for the same seed; about a third belongs to events of several pages."""
    chance = random.Random(seed)
    common = [word for word, _ in tables.read("donghyang.stories", "common.tsv")]
    subjects = [word for _, _, words in tables.read("donghyang.stories", "relevance.tsv") for word in words.split()]
    made: list[PageText] = []
    while len(made) < count:
        whole = 1 if chance.random() < 2 / 3 else 1 + round(chance.expovariate(1 / EVENT))
        name = "".join(chance.sample(common, 2)) + chance.choice(subjects)
        title = f"{name}{chance.choice(NAMED.split())}"
        told = _text(chance, name, common, subjects)
        for n in range(min(whole, count - len(made))):
            text = told if n == 0 else _again(chance, told, name, common, subjects)
            day = DAY + dt.timedelta(days=chance.randrange(14))
            made.append(
                PageText(f"{len(made):06}.html", title if n % 2 == 0 else f"{name}有新进展", day, None, None, text)
            )
    return made


def _text(chance: random.Random, name: str, common: list[str], subjects: list[str]) -> str:
    lines = []
    for _ in range(chance.randint(3, 9)):
        words = chance.choices(common, k=30) + chance.choices(subjects, k=3)
        chance.shuffle(words)
        lines.append(f"{name}{''.join(words[:18])}，{chance.randint(2, 9000)}亿元，{''.join(words[18:])}。")
    return "\n".join(lines)


def _again(chance: random.Random, told: str, name: str, common: list[str], subjects: list[str]) -> str:
    """A reprint with one line less, or a text of its own on the same event."""
    lines = told.split("\n")
    if chance.random() < 0.5:
        del lines[chance.randrange(len(lines))]
        return "\n".join(lines)
    return lines[0] + "\n" + _text(chance, name, common, subjects)
