"""Which words are deeds, and which do them: 发展新质生产力 is a deed, 发展规划 a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import ACTOR_KINDS, free_deeds
from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Token

DEEDS: tuple[Role, ...] = ("act", "cause", "publish")
"""What a word is that says what is done; the first one a word has is taken."""
PLAIN = 2
"""Characters of a verb that names as well; longer ones tell (成功研制, 加快推进)."""
_NAMED_BY = tuple(tables.words(__package__, "named_by"))
FRONTED = frozenset(tables.words(__package__, "fronted"))
"""How something is done, in front of such a verb (高效发展核电)."""
_FRONTING = frozenset(tables.words(__package__, "fronting"))
_SHORT_NAME = 4
"""Characters of what such a verb names; 现代化产业体系 is what it is done to."""
_STRONG = "优势"
"""建设|优势产业集群: it says of what kind they are; 发展优势 is an advantage."""
_BETWEEN_TWO = tuple(tables.words(__package__, "between_two"))
_DONE_BY = frozenset(tables.words(__package__, "done_by"))
_BUILT = ("强国", "强省", "强市", "大国")
TOWARD = frozenset({"对", "对于"})
TURNED = ("에 ", "에서 ")
"""What the Korean of a deed begins with that is done to or from something, and not on it."""

EFFECTS = tuple(tables.words(__package__, "effects"))
"""What one thing is to another (对增长的贡献率)."""
HEADED = tuple(tables.words(__package__, "headed"))
OF_MEASURES = tuple(tables.words(__package__, "of_measures"))
AMOUNTS = tuple(tables.words(__package__, "amounts"))
"""Measures of how much there is (增加值)."""
ONE_OF_MANY = frozenset(tables.words(__package__, "one_of_many"))
"""One of many such, of which another sentence says which (企业)."""
ACTING = tuple(tables.words(__package__, "acting"))
"""Who does what follows (支持企业…)."""


def does(words: Sequence[Token], at: int) -> bool:
    """发展新质生产力, 建设教育强国: such a verb in front of what it is done to, not of what it names (发展规划)."""
    word, following = words[at], words[at + 1]
    if _stands_between(words, at):
        # 金融支持民营经济举措: what the one does to the other.
        named = following.zh.endswith(_NAMED_BY) or following.kind == "document"
        return following.has("noun") and not (named or following.has("act", "event", "conj", "deng"))
    if at > 0 and words[at - 1].has("conj") and word.zh in verbs_too() and following.has("noun"):
        # 治理和繁荣产业生态: a second deed.
        return not (following.zh.endswith(_NAMED_BY) or following.has("act", "conj", "deng"))
    return _fronts(words, at)


def _stands_between(words: Sequence[Token], at: int) -> bool:
    """金融支持民营经济: a deed of one noun to another; 加快推动…: a longer one that nothing stands in front of."""
    behind = at > 0 and words[at - 1].has("noun") and words[at - 1].kind != "modifier"
    word = words[at].zh
    return word in _BETWEEN_TWO if behind else len(word) > PLAIN and word.endswith(_BETWEEN_TWO)


def _fronts(words: Sequence[Token], at: int) -> bool:
    """发展新质生产力, 企业投资项目: a word that names as well, in front of what it is done to."""
    word, following = words[at], words[at + 1]
    done_by = at > 0 and word.zh in _DONE_BY and can_act(words[at - 1])
    if not (done_by or word.zh in _FRONTING) or following.has("act", "de", "conj", "deng"):
        return False
    if following.has("quantity"):
        # 部署|建设10个试验区
        return at == 0
    if not following.has("noun"):
        return False
    if following.zh.endswith(_BUILT):
        return True
    fronts = done_by or at == 0 or words[at - 1].zh in FRONTED or words[at - 1].zh == "、"
    named = following.zh.endswith(_NAMED_BY) and following.zh != _STRONG and len(following.zh) <= _SHORT_NAME
    return fronts and following.kind != "document" and not named


def jointly(words: Sequence[Token], at: int) -> bool:
    """甲联合高校(成立…): with whom something is done, not what kind of body it is."""
    return words[at].zh == "联合" and (can_act(words[at + 1]) or (at > 0 and can_act(words[at - 1])))


@cache
def verbs_too() -> frozenset[str]:
    """Words known as nouns that, in front of what they are done to, may be verbs (检查设备, 改造利用)."""
    return frozenset(tables.words(__package__, "verbs_too"))


def is_deed(word: Token) -> bool:
    """Is this a verb first and foremost (提升), not one that names things as well (发展)?"""
    return word.has(*DEEDS) and word.zh not in free_deeds()


def can_act(word: Token) -> bool:
    """支持企业…: may the word be the one who does what follows?"""
    return word.kind in ("agency", "institution", "company") or word.zh.endswith(ACTING)


def is_somebody(word: Token) -> bool:
    """May the word be one who does something, be it a person or a place?"""
    return can_act(word) or word.kind in ACTOR_KINDS
