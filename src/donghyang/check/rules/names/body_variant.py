"""원어가 하나인 기관이 두 가지 이름으로 적혔습니다. | One body, told by its Chinese name, stands under two wordings.

왜: 한자로 같은 기관임을 알 수 있는데 예보센터와 예측센터로 갈리면 독자는 두 기관으로 안다.
Why: The Chinese shows that one body is meant; under two wordings readers take it for two.
Bad: 국가빙천관측센터(国家冰川观测中心)가 자료를 공개했고, 국가빙천관찰센터는 지도를 냄
Good: 국가빙천관측센터(国家冰川观测中心)가 자료를 공개했고, 국가빙천관측센터는 지도를 냄
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.alignment import align
from donghyang.check.names.pairs import GOOD, Pair
from donghyang.check.names.readings import Name
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "body-variant"
CLASS = "name-variant"
SEVERITY = "warning"

_BODY = lazily(r"(?:中心|研究院|研究所|实验室|委员会|管理局|总局|办公室|基金会|协会|学会|联盟|公司|医院|天文台)$")
_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{6,20}")
_LEAST = 6
"""Characters of a body's Chinese name; shorter ones have neighbours that differ in one."""
_COST = 0.25


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that stand for all of a body's Chinese name but for one character."""
    bodies: dict[str, Pair] = {}
    for pair, _ in judged_pairs(sheet):
        if len(pair.plain) >= _LEAST and _BODY.search(pair.plain) and pair.steps and pair.cost < _COST:
            bodies.setdefault(pair.plain, pair)
    if not bodies:
        return
    heads = {hanja: frozenset(Name(hanja).heads()) for hanja in bodies}
    known = {letters(pair.hangul) for pair, _ in judged_pairs(sheet)}
    told: set[str] = set()
    for passage in sheet.of(KOREAN):
        for found in _WORD.finditer(passage.text):
            word = without_particle(found[0])
            if word in told or word in known:
                continue
            for hanja, body in bodies.items():
                if word[:2] in heads[hanja] and _stands_for(word, hanja):
                    told.add(word)
                    start = passage.start + found.start()
                    message = Message(
                        f"'{word}'과(와) '{body.hangul}', 한 기관({body.hanja})으로 보입니다.",
                        f"'{word}' and '{body.hangul}' seem to be one body ({body.hanja}).",
                    )
                    yield Hit(start, start + len(word), message, related=(body.whole,))
                    break


def _stands_for(word: str, hanja: str) -> bool:
    """Does the whole word fit the Chinese name, one character inside excepted?"""
    pair = Pair(word, hanja, 0, len(word), (0, 0))
    align(pair)
    if not pair.steps or pair.start != 0:
        return False
    off = [step for step in pair.steps if step.way not in GOOD and step.hanja]
    ends = pair.steps[0].way in GOOD and pair.steps[-1].way in GOOD
    return ends and not pair.has_more and len(off) == 1 and off[0].way in ("wrong", "near")
