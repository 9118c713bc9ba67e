"""What goes on beside what a clause tells, or drives it: 在需求带动下, 随着需求逐步恢复."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.deeds import action
from donghyang.draft.lexicon import counters
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.shapes import Setting
from donghyang.language import tables
from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_LEAST = 4
"""Words of 在甲带动下."""
_NO_VERBS = tuple(f"{word}하" for word in tables.words(__package__, "no_verbs"))
_MANNER = re.compile("(?<=적) ")
_AS_NOUNS = {"하": "함", "되": "됨"}


def driven_by(page: Reader, words: Sequence[Token]) -> str:
    """在需求带动下: 수요에 힘입어; 随着需求逐步恢复: 수요가 점차 회복됨에 따라; "" for anything else."""
    if len(words) < _LEAST - 1:
        return ""
    if words[0].zh == "随着":
        return _going_on(page, words[1:])
    driver = counters("driven").get(words[-2].zh) if words[0].zh == "在" and words[-1].zh == "下" else None
    if driver is None or len(words) < _LEAST:
        return ""
    inner = words[1:-3] if words[-3].has("de") else words[1:-2]
    what = noun_phrase(page, inner) if inner else None
    return f"{what}{driver}" if what else ""


def _going_on(page: Reader, words: Sequence[Token]) -> str:
    if not words[-1].has("event") or any(word.has("de", "date", "quantity", "modal") for word in words):
        return ""
    if any(word.has("act", "publish") and not word.has("noun", "adv") for word in words[:-1]):
        # 随着产业迎来快速增长: what it meets does not grow by itself.
        return ""
    core = action(page, words, Setting())
    ending = _AS_NOUNS.get(core.stem[-1:]) if core and core.shape == "event" and core.who else None
    if core is None or ending is None or core.stem.endswith(_NO_VERBS):
        return ""
    return f"{with_particle(core.who, '이')} {_MANNER.sub('으로 ', core.stem[:-1])}{ending}에 따라"
