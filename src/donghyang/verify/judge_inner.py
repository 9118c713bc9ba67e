"""A place inside a place that the source knows (네이멍구 어지나치): has the source that one there?"""

from __future__ import annotations

import re

from donghyang.language.gazetteer import written
from donghyang.verify.case import Case, Judged
from donghyang.verify.names import could_be_sound
from donghyang.verify.reasons import NO_NAME

_PLACE = re.compile("[省区市州盟]?[一-龥]{2,6}?[市县区旗州盟镇乡村]")
"""What stands right behind the greater place in the source, where a place inside it is told."""
_RANKS = re.compile("(?<=..)(?:성|시|구|현|진|향|치|기)$")
_LONGEST = 5
_KNOWN = 0.6


def judge_inner(case: Case) -> None:
    """Hold for unsupported a word like a Chinese name behind a place, where the source has another place behind it."""
    text = case.sentence.text
    for name in [one for one in case.judged if one.kind == "name" and one.status == "supported" and one.evidence]:
        word = next((one for one in case.sentence.words if one.start == name.span[1] + 1), None)
        if word is None or text[name.span[1]] != " " or not 2 <= len(word.stem) <= _LONGEST:
            continue
        stem = _RANKS.sub("", word.stem)
        if word.covered > _KNOWN or not (could_be_sound(stem) or could_be_sound(word.stem)):
            continue
        assert name.evidence is not None
        told = case.corpus.key.plain[slice(*name.evidence)]
        if not any(written(one) for one in (told, told.rstrip("省市县区"))):
            continue  # places abroad are not told by the sound of their characters
        place = name.evidence[1]
        behind = _PLACE.match(case.corpus.key.plain, place)
        if behind is not None:
            case.hold(Judged("name", (word.start, word.stem_end), "unsupported", behind.span(), NO_NAME))
