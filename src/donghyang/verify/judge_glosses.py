"""The characters that a text gives a word in brackets (북강(北江)): a source that speaks of it prints them.

Counted 2026-11: of 51 such glosses of true lines one is not printed so (首臺套, 首台（套）), of two changed names one.
"""

from __future__ import annotations

import re

from donghyang.language.script import is_han, simplify
from donghyang.verify.accounts import is_listed
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import NO_NAME

_GLOSS = re.compile(r"(?<![가-힣])(?P<word>[가-힣]{2,12})[(（](?P<printed>[^()（）0-9A-Za-z가-힣 ]{2,12})[)）]")
_BETWEEN = "[^，。；\n]{0,2}?"
"""What a source may have between two characters of a gloss: marks, and what a short form leaves away."""


def judge_glosses(case: Case) -> None:
    """Doubt a name whose characters no source has, in order and side by side or nearly so; a common word may be
    glossed by its own characters where the source has others (폐열(廢熱), 余热)."""
    for gloss in _GLOSS.finditer(case.sentence.text, case.sentence.start, case.sentence.end):
        if all(map(is_han, gloss["printed"])) and not is_listed(gloss["word"]):
            printed = re.compile(_BETWEEN.join(map(re.escape, simplify(gloss["printed"]))))
            if not printed.search(case.corpus.key.plain):
                case.hold(Judged("name", gloss.span("printed"), "unsupported", None, NO_NAME))
