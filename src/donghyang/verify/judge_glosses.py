"""The characters that a text gives a word in brackets (북강(北江)): a source that speaks of it prints them.

Counted 2026-11: of 51 such glosses of true lines one is not printed so (首臺套, 首台（套）), of two changed names one.
"""

from __future__ import annotations

import re

from donghyang.language.script import is_han, simplify
from donghyang.verify.accounts import is_listed
from donghyang.verify.case import Case, Judged
from donghyang.verify.key import Key
from donghyang.verify.reasons import NO_NAME

_GLOSS = re.compile(r"(?<![가-힣])(?P<word>[가-힣]{2,12})[(（](?P<printed>[^()（）0-9A-Za-z가-힣 ]{2,12})[)）]")
_BETWEEN = 2
"""So many characters a source may have between two of a gloss: marks, and what a short form leaves away."""
_APART = "，。；\n"
"""What stands between two names, not in one."""


def judge_glosses(case: Case) -> None:
    """Doubt a name whose characters no source has, in order and side by side or nearly so; a common word may be
    glossed by its own characters where the source has others (폐열(廢熱), 余热)."""
    for gloss in _GLOSS.finditer(case.sentence.text, case.sentence.start, case.sentence.end):
        if not all(map(is_han, gloss["printed"])) or is_listed(gloss["word"]):
            continue
        if not _is_printed(simplify(gloss["printed"]), case.corpus.key):
            case.hold(Judged("name", gloss.span("printed"), "unsupported", None, NO_NAME))


def _is_printed(chinese: str, key: Key) -> bool:
    """Whether a source has some characters in order, each side by side with the one before it or nearly so."""
    ends = {start + 1 for start, _ in key.found(chinese[0], (0, len(key.plain)))}
    for char in chinese[1:]:
        reached = set()
        for end in ends:
            for at in range(end, end + _BETWEEN + 1):
                if key.plain.startswith(char, at):
                    reached.add(at + 1)
                if key.plain[at : at + 1] in _APART:
                    break
        ends = reached
    return bool(ends)
