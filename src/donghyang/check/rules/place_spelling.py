"""중국 지명의 한글 표기가 틀렸습니다. | A Chinese place is misspelled in Hangul.

왜: 성과 시의 이름은 표기법에 정해져 있다. 한 글이 지명을 중국음으로 적으면서 어떤 곳만 한자음으로 적어도 안 된다.
Why: The rules fix the names of provinces and cities; a text that writes places by their sound writes all of them so.
Bad: 광둥성과 저장성에 이어 심천시와 절강대학교가 참여하고 샤멘시도 관심을 보임
Good: 광둥성과 저장성에 이어 선전시와 저장대학교가 참여하고 상하이(상해)도 관심을 보임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.data import read_table
from donghyang.check.passages import KOREAN
from donghyang.check.places import Mistake, by_hangul, misnamed
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.check.spelling import judged_pairs, misspelled
from donghyang.records import Fix, Message

ID = "place-spelling"
CLASS = "transliteration"
SEVERITY = "warning"

_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,}")
_LEVEL = re.compile(r"(?:성|시|구|현|자치구|신구)(?:은|는|이|가|을|를|의|에|와|과|도|로|에서|내|급|정부|[^가-힣]|$)")
_BY_SOUND = 2
"""How many places a text must write by their sound before a Korean reading counts as a slip."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that begin with a wrong form of a place in the gazetteer."""
    words = [
        (passage.start + found.start(), found.group())
        for passage in sheet.of(KOREAN)
        for found in _WORD.finditer(passage.text)
    ]
    right = _right_forms(words)
    by_sound = sum(1 for form in right if by_hangul()[form][0].reading)
    told = misspelled(sheet)
    yield from _accepted(sheet, words, right)
    beside = {pair.start for pair, _ in judged_pairs(sheet)}
    for start, word in words:
        mistake = misnamed(word)
        if mistake is None or start in beside or mistake.form in told or word.startswith(_ordinary()):
            continue
        if _certain(sheet, start, mistake, right, by_sound):
            yield _hit(sheet, start, mistake)


def _accepted(sheet: Sheet, words: list[tuple[int, str]], right: set[str]) -> Iterator[Hit]:
    """Another form in accepted use, where the text also has the form of the rules."""
    pairs = {place.accepted: place for form in right for place in by_hangul()[form] if place.accepted}
    both = {form: place for form, place in pairs.items() if {form, place.hangul} <= right}
    for start, word in words if both else ():
        for form, place in both.items():
            if word.startswith(form) and sheet.text[start - 1 : start] not in ("(", "（"):
                yield Hit(
                    start,
                    start + len(form),
                    Message(
                        f"'{form}'과(와) '{place.hangul}'이(가) 함께 쓰였습니다.",
                        f"'{form}' stands beside '{place.hangul}' in this text.",
                    ),
                    severity="note",
                )


@cache
def _ordinary() -> tuple[str, ...]:
    return tuple(row[0] for row in read_table("ordinary.tsv"))


def _right_forms(words: list[tuple[int, str]]) -> set[str]:
    """The right forms of places with which words of the text begin."""
    table = by_hangul()
    return {word[:length] for _, word in words for length in range(2, min(7, len(word) + 1)) if word[:length] in table}


def _certain(sheet: Sheet, start: int, mistake: Mistake, right: set[str], by_sound: int) -> bool:
    if mistake.kind == "reading" and by_sound < _BY_SOUND:
        return False
    if mistake.alone:
        return True
    if mistake.kind == "reading":
        level = sheet.text[start + len(mistake.form) :]
        return (
            mistake.place.level in ("province", "municipality")
            and level.startswith(("성", "시"))
            and bool(_LEVEL.match(level[:4]))
        )
    return mistake.place.hangul in right or _LEVEL.match(sheet.text, start + len(mistake.form)) is not None


def _hit(sheet: Sheet, start: int, mistake: Mistake) -> Hit:
    end = start + len(mistake.form)
    place = mistake.place
    if mistake.kind == "reading":
        return Hit(
            start,
            end,
            Message(
                f"다른 중국 지명은 중국음으로 적혔습니다: {place.hanzi}은(는) '{place.hangul}'입니다.",
                f"other places stand by their Chinese sound: {place.hanzi} is '{place.hangul}'.",
            ),
            fix=Fix(place.hangul),
        )
    return Hit(
        start,
        end,
        Message(f"{place.hanzi}은(는) '{place.hangul}'입니다.", f"{place.hanzi} is '{place.hangul}'."),
        fix=Fix(place.hangul),
    )
