"""What is the matter with a Korean name and the Chinese one behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from donghyang.check.names.pairs import GOOD, Pair, Step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import is_japanese

Verdict = Literal["fine", "sound", "mixed", "place", "level", "reading", "missing", "translation"]
"""sound: meant by its Chinese sound, and off; mixed: half by sound, half in Korean; place: a place in it is misnamed;
level: a 시 or 구 that the Chinese name does not have; reading: meant in Korean, and one character does not read so;
missing: a word has no counterpart."""

_LOST = lazily(r"[?？□�]")
"""What stands where a converter lost a character."""
_ORGANISATION = lazily(r"(?:公司|集团|银行|研究院|研究所|大学|学院|中心|实验室|企业|委员会|协会)")
_FOREIGN = lazily(r".[尔斯克特姆德顿茨]")
"""Characters that spell words from abroad, behind the first one: 达尔文, 麦克斯韦."""
_WORD_ENDS = frozenset(tables.words(__package__, "word_ends"))
_SYLLABLES = 2
"""More of them than one character is read as, stand for a word that the Chinese shortens."""
_MOSTLY = 4


def judge(pair: Pair) -> Verdict:
    """What is the matter with a pair; "translation" for names that have no sounds in common."""
    sound, read = pair.count("sound"), pair.count("read")
    near, wrong, missing = pair.count("near"), pair.count("wrong"), pair.count("missing")
    known = sound + read + pair.count("both") + near
    total = known + wrong + missing
    if not pair.steps or len(pair.hanja) < 2 or _LOST.search(pair.hanja) or any(map(is_japanese, pair.hanja)):
        return "translation"
    if misplaced(pair):
        return "place"
    if len(pair.hangul) != len(pair.plain) < _MOSTLY and _FOREIGN.search(pair.plain):
        return "translation"  # Darwin, Maxwell: by the sound of the language they come from
    if not near + wrong + missing:
        if _ORGANISATION.search(pair.plain) and any(step.way == "extra" for step in pair.steps[:-1]):
            return "level"
        mixed = sound and read and not _is_put_together(pair) and not _by_chance(pair)
        return "mixed" if mixed else "fine"
    words = pair.count("word")
    if not sound and (_ORGANISATION.search(pair.plain) or pair.plain.endswith("局")):
        if near + wrong == 1 and not missing and known + words >= 4:
            long = any(step.way == "wrong" and step.end - step.start > _SYLLABLES for step in pair.steps)
            return "translation" if long else "reading"  # 전기공학연구소 of 電工研究所
        if missing and not near + wrong and (known + words) >= 0.7 * len(pair.hanja):
            return "missing"
    if pair.steps[-1].way == "extra" and not words and any(map(_is_long, pair.steps)):
        return "translation"  # 광주파수빗(光频梳)
    # 우위(優越性): where no syllable sounds and one is not there at all, it is a word in Korean.
    named = _names_one(pair.plain) and (sound > 0 or pair.plain[-1] not in _WORD_ENDS)
    if (
        ((sound and not _is_title(pair)) or named or (near * 2 >= known > 0 and not missing))
        and known / total >= (0.5 if named else 0.6)
        and (wrong + missing <= total // 3 or named)
    ):
        return "sound"
    cut_off = read + pair.count("both") >= 3 and missing == 1 and not wrong and pair.steps[-1].way == "extra"
    return "reading" if cut_off else "translation"


def _is_long(step: Step) -> bool:
    """Do several syllables stand in the place of characters that they are no sound of?"""
    return step.way == "wrong" and step.end - step.start > 1


def _is_put_together(pair: Pair) -> bool:
    """Is it a name by sound with a Korean word of two characters or more behind it: 방푸순환(邦普循环)?"""
    ways = ["".join(step.way) for step in pair.steps for _ in step.hanja]
    first = next((at for at, way in enumerate(ways) if way == "read"), len(ways))
    tail = ways[first:]
    return first > 1 and len(tail) > 1 and "sound" not in tail


def _by_chance(pair: Pair) -> bool:
    """Is a name in Korean reading but for one syllable that is also a Korean one, as 자 for 家 in 과학자?"""
    return pair.count("sound") == 1 and pair.count("read", "word") >= _MOSTLY


def _is_title(pair: Pair) -> bool:
    """Is it a title in Korean reading, parts of it said otherwise, with lone syllables that sound alike by chance?"""
    in_a_row = any(one.way == other.way == "sound" for one, other in pairwise(pair.steps))
    return not in_a_row and pair.count("missing") > 0 and pair.count("read", "word") >= _MOSTLY


def _names_one(plain: str) -> bool:
    """Is this the name of a person or a place in the gazetteer?"""
    from donghyang.language.gazetteer import by_hanzi
    from donghyang.language.transliterate import looks_like_person

    return plain in by_hanzi() or looks_like_person(plain)


def misplaced(pair: Pair) -> tuple[int, int, str] | None:
    """Where a place inside the name is not written as the gazetteer has it: (start, end, right form); else None."""
    from donghyang.language.gazetteer import by_hanzi

    spans: list[tuple[int, int, Step]] = []
    at = 0
    for step in pair.steps:
        spans.append((at, at + len(step.hanja), step))
        at += len(step.hanja)
    table = by_hanzi()
    bare = "".join(step.hanja for step in pair.steps)
    for start in range(len(bare) - 1):
        for length in (4, 3, 2):
            place = next(
                (p for p in table.get(bare[start : start + length], ()) if start == 0 or p.level != "district"), None
            )
            steps = [step for a, b, step in spans if a >= start and b <= start + length and step.hanja]
            if place is None or sum(len(step.hanja) for step in steps) != length:
                continue
            hangul = pair.hangul[steps[0].start - pair.start : steps[-1].end - pair.start]
            read = all(step.way in ("read", "both") for step in steps)
            if (
                hangul in (place.hangul, place.accepted)
                or (read and place.reading != hangul)
                or any(step.way not in GOOD for step in steps)
            ):
                break
            return steps[0].start, steps[-1].end, place.hangul
    return None


def corrected(pair: Pair) -> str | None:
    """The Hangul with every syllable that is off put right; None where a word of it has no counterpart."""
    if pair.count("missing") or pair.has_more:
        return None
    parts: list[str] = []
    at = pair.start
    for step in pair.steps:
        parts.append(pair.hangul[at - pair.start : step.start - pair.start])
        parts.append(step.right if step.way in ("near", "wrong", "read") and step.right else pair.printed(step))
        at = step.end
    return "".join(parts) + pair.hangul[at - pair.start :]


def by_rules(pair: Pair) -> str:
    """The Hangul of a pair that is off as the national rules have it: its place put right, else its syllables."""
    from donghyang.language.transliterate import transliterate

    place = misplaced(pair)
    if place:
        start, end, hangul = place
        return pair.hangul[: start - pair.start] + hangul + pair.hangul[end - pair.start :]
    return corrected(pair) or transliterate(pair.hanja).hangul
