"""Articles and searches that are made, not written: terms, places and figures in the order of their frequency."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import cache

from donghyang.language import gazetteer
from donghyang.language.words import words
from donghyang.records import IndexedArticle, SectionKind

_EVERYWHERE = (
    "중국", "기술", "산업", "개발", "연구", "발표", "계획", "혁신", "분야", "기업", "정책", "국가", "추진", "강화",
    "지원", "핵심", "발전", "구축", "글로벌", "협력",
)  # fmt: skip
_PARTICLES = ("", "", "을", "의", "에", "은", "과", "로")
_SECTIONS: tuple[SectionKind, ...] = ("feature", "policy", "policy", "technology", "brief")
_UNITS = ("억 위안", "개", "%", "명", "건", "만 톤")


@cache
def _vocabulary() -> tuple[tuple[str, str], ...]:
    """(Korean, Chinese) pairs in a fixed order."""
    said = (word for word in words() if len(word.named) > 1 and word.kind not in ("verb", "unit"))
    pairs = [(word.named, word.chinese) for word in said]
    pairs += [(place.hangul, place.hanzi) for place in gazetteer.places()]
    random.Random(1).shuffle(pairs)
    return tuple(pairs)


@cache
def _weights() -> tuple[float, ...]:
    total, found = 0.0, []
    for rank in range(1, len(_vocabulary()) + 1):
        total += 1 / (rank + 5)
        found.append(total)
    return tuple(found)


def articles(count: int, seed: int = 7) -> Iterator[IndexedArticle]:
    """So many articles of about 1 100 characters, fifteen an issue, an issue a week."""
    chance = random.Random(seed)
    for at in range(count):
        day = dt.date(1900, 1, 5) + dt.timedelta(weeks=at // 15)
        yield _article(at + 1, day, chance)


def _article(id_: int, day: dt.date, chance: random.Random) -> IndexedArticle:
    picked = chance.choices(_vocabulary(), cum_weights=_weights(), k=120)
    said = [
        chance.choice(_EVERYWHERE) if chance.random() < 0.35 else korean + chance.choice(_PARTICLES)
        for korean, _ in picked
    ]  # fmt: skip
    for place in range(5, len(said), 17):
        said[place] += f"({picked[place][1]})"
    for place in range(9, len(said), 13):
        said[place] = f"{chance.randrange(1, 9000)}{chance.choice(_UNITS)}"
    lines = [" ".join(said[start : start + 12]) for start in range(14, len(said), 12)]
    cited = "\n".join("".join(chinese for _, chinese in picked[start : start + 5]) for start in (0, 5))
    texts = (("lead", " ".join(said[6:14])), ("body", "\n".join(lines)), ("references", cited))
    return IndexedArticle(
        id_, day, chance.choice(_SECTIONS), id_ % 15 + 1, " ".join(said[:6]), texts, None, day, ()  # type: ignore[arg-type]
    )  # fmt: skip


def searches(count: int, seed: int = 11) -> list[str]:
    """So many searches: single words and several, frequent and rare, in Korean, Chinese and pinyin, with figures."""
    chance = random.Random(seed)
    found = []
    for at in range(count):
        some = chance.choices(_vocabulary(), cum_weights=_weights(), k=4)
        kinds = (
            some[0][0],
            f"{some[0][0]} {some[1][0]}",
            f"{chance.choice(_EVERYWHERE)} {some[0][0]} {some[1][0]} {some[2][0]}",
            some[0][1],
            f"{some[0][1]}{some[1][1]}{some[2][1]}",
            f"{some[0][0]} {chance.randrange(1, 9000)}억 위안",
            " ".join(chance.sample(_EVERYWHERE, 3)),
            f"{some[0][0][:-1]}틀 {some[1][0]}",
            f"{chance.choice(_EVERYWHERE)}",
            f"{some[0][0]}에서 {some[1][0]}를 늘리는 {some[2][0]} 계획은 무엇인가",
        )
        found.append(kinds[at % len(kinds)])
    return found
