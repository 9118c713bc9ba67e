"""한글과 곁의 한자가 맞지 않습니다. | The Hangul and the Chinese characters beside it do not fit.

왜: 한자를 읽어 적은 이름이면 글자마다 읽는 소리가 맞아야 한다. 안 맞으면 한글이나 한자 한쪽이 틀린 것이다.
Why: Where a name was read off its characters, every character must be accounted for; else one side is wrong.
Bad: 산둥은성과기유한회사(山東銀杏科技有限公司)와 전정특신(專精特新) 기업
Good: 산둥은행과기유한회사(山東銀杏科技有限公司) 같은 기업을 육성(育成)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import gazetteer, tables
from donghyang.language.hanja import hangul_readings
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.words import words
from donghyang.records import Message

ID = "hanja-reading"
CLASS = "hanja-mismatch"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Characters without a counterpart, or with one that they are not read as."""
    for pair, verdict in judged_pairs(sheet):
        if turned := _turned(pair) or _exchanged(pair):
            yield Hit(
                *pair.whole,
                Message(f"한자는 '{turned}'의 차례입니다.", f"the characters stand in the order of '{turned}'."),
            )
            continue
        if verdict in ("reading", "missing", "level") and not (
            _is_cut(sheet, pair, verdict)
            or _is_term(sheet, pair)
            or _is_joint(pair)
            or _is_of_the_country(pair)
            or _is_kind(pair)
            or _is_second_half(sheet, pair)
            or _is_told_before(sheet, pair)
            or _is_rank(pair)
            or _is_half_translated(pair)
        ):
            yield Hit(*pair.whole, _message(pair, verdict))


def _turned(pair: Pair) -> str | None:
    """The last two words before the kind of a body as the characters have them, where the Hangul has them the other way
    round: 화학물리연구소(物理化學研究所); else None."""
    end, hanja = len(pair.hangul), len(pair.plain)
    while end > 1 and hanja > 1 and pair.hangul[end - 1] in hangul_readings(pair.plain[hanja - 1]):
        end, hanja = end - 1, hanja - 1
    for at in range(end, len(pair.hangul) + 1):
        back = hanja + at - end
        words = pair.hangul[at - 4 : at] if at >= _TWO_WORDS else ""
        chars = pair.plain[back - 4 : back] if back >= _TWO_WORDS else ""
        swapped = words[2:] + words[:2]
        if len(words) == len(chars) == _TWO_WORDS and words != swapped and _reads(swapped, chars):
            return None if _reads(words, chars) else swapped
    return None


_TWO_WORDS = 4
"""Syllables of two words."""


def _exchanged(pair: Pair) -> str | None:
    """The Hangul as the characters have it, where two of them have changed places: 동수서산(東算西數); else None."""
    hangul, plain = pair.hangul, pair.plain
    if len(hangul) != len(plain) or len(plain) < _TWO_WORDS:
        return None
    off = [at for at, char in enumerate(plain) if hangul[at] not in hangul_readings(char)]
    if len(off) != 2:
        return None
    first, last = off
    swapped = f"{hangul[:first]}{hangul[last]}{hangul[first + 1 : last]}{hangul[first]}{hangul[last + 1 :]}"
    return swapped if _reads(swapped, plain) else None


def _reads(hangul: str, hanja: str) -> bool:
    return all(syllable in hangul_readings(char) for syllable, char in zip(hangul, hanja, strict=True))


def _is_half_translated(pair: Pair) -> bool:
    """Is one of its words put otherwise in Korean, and the rest read: 초저배출(超低排放), 전환연구원(轉化研究院)?"""
    plain, hangul = pair.plain, pair.hangul
    return len(plain) == len(hangul) and any(
        hangul[start:end] in _translations().get(plain[start:end], ())
        and _reads(hangul[:start] + hangul[end:], plain[:start] + plain[end:])
        for start in range(len(plain) - 1)
        for end in range(start + 2, len(plain) + 1)
    )


@cache
def _translations() -> dict[str, tuple[str, ...]]:
    """The Korean forms of the words of the table, by their Chinese."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words():
        found[word.chinese] = (*found.get(word.chinese, ()), word.named, *word.others)
    return found


def _is_cut(sheet: Sheet, pair: Pair, verdict: str) -> bool:
    """Does the word begin before what fits, so that it may be a translation: 조합기업법(合伙企業法)?"""
    before = sheet.text[pair.start - 1 : pair.start]
    return verdict in ("missing", "reading", "level") and before != "" and "가" <= before <= "힣"


def _is_term(sheet: Sheet, pair: Pair) -> bool:
    """Is what has no counterpart a word that opens the name and stands before it in Korean: 벼 육종(水稻育種)?"""
    lost = "".join(step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near"))
    if len(lost) < _TERM or not pair.plain.startswith(lost):
        return False
    before = sheet.text[max(0, pair.start - _REACH) : pair.start].rstrip()
    return any(form and before.endswith(form) for form in _translations().get(lost, ()))


_TERM, _REACH = 2, 12
"""Characters of a term, at the least; letters of its Korean form with a space, at the most."""
_KINDS = tuple(tables.words(__package__, "kinds_of_body"))


def _is_kind(pair: Pair) -> bool:
    """Is what does not fit the last character alone, for which Korean has a word of its own: 유동소(流動站)?"""
    off = [step for step in pair.steps if step.way in ("missing", "wrong", "near")]
    last = next((step for step in reversed(pair.steps) if step.hanja), None)
    return off == [last] and pair.hangul.endswith(_KINDS)


_JOINTS = frozenset("与和及暨之的")
"""Characters that join words, and that Korean leaves out or puts as a dot: 연구발전센터(研究與發展中心)."""


def _is_joint(pair: Pair) -> bool:
    """Is nothing without a counterpart but what joins the words of the name?"""
    lost = [step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near")]
    return bool(lost) and all(char in _JOINTS for hanja in lost for char in hanja)


def _is_of_the_country(pair: Pair) -> bool:
    """Is nothing without a counterpart but the country in front: 국가철도그룹(中國國家鐵路集團)?"""
    lost = "".join(step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near"))
    return lost == "中国" and pair.plain.startswith(lost)


_AND = lazily(r"(?:[·ㆍ]|[가-힣](?:와|과|및) | 및 )$")


def _is_second_half(sheet: Sheet, pair: Pair) -> bool:
    """Does what has no counterpart end in an 'and', and stand before one: 핵에너지·신소재연구원(核能与新材料研究院)?"""
    missing = [step for step in pair.steps if step.way in ("missing", "wrong", "near")]
    lost = "".join(step.hanja for step in missing)
    opens = len(lost) > 1 and pair.plain.startswith(lost) and lost[-1] in _JOINTS
    return opens and _AND.search(sheet.text, max(0, pair.start - _WORD), pair.start) is not None


_WORD = len("물 및 ")


def _is_told_before(sheet: Sheet, pair: Pair) -> bool:
    """Is all that has no counterpart the head of the name, with a Korean word before that may put it: 벼
    전국중점실험실(水稻全國重點實驗室)?"""
    missing = [step for step in pair.steps if step.way == "missing"]
    lost = "".join(step.hanja for step in missing)
    before = sheet.text[max(0, pair.start - 2) : pair.start]
    return len(missing) > 1 and pair.plain.startswith(lost) and len(before) == 2 and _A_WORD.match(before) is not None


_A_WORD = lazily("[가-힣] ")


def _is_rank(pair: Pair) -> bool:
    """Is nothing without a counterpart but the rank of the place that opens a body's name: 칭다오
    항만그룹(青島市港口集團)?"""
    lost = [step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near")]
    place, rank, body = pair.plain.partition(lost[0]) if lost else ("", "", "")
    return len(lost) == 1 and rank in _RANKS and len(body) > 1 and bool(gazetteer.written(simplify(place)))


_RANKS = frozenset("省市区區县縣")


def _message(pair: Pair, verdict: str) -> Message:
    lost = "".join(step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near"))
    if verdict == "level":
        extra = next(step for step in pair.steps[:-1] if step.way == "extra")
        more = pair.hangul[extra.start - pair.start : extra.end - pair.start]
        if more not in "시성구현":
            return Message(f"한글의 '{more}'에 맞는 한자가 없습니다.", f"no character stands for '{more}'.")
        return Message("한글의 '시'나 '구'가 한자에는 없습니다.", "the Hangul has a 시 or 구 that the Chinese has not.")
    if verdict == "missing":
        return Message(f"'{lost}'에 맞는 한글이 없습니다.", f"nothing in the Hangul stands for '{lost}'.")
    return Message(f"'{lost}'은(는) 이 한글로 읽히지 않습니다.", f"'{lost}' does not read like this Hangul.")
