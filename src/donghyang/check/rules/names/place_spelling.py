"""중국 지명의 한글 표기가 틀렸습니다. | A Chinese place is misspelled in Hangul.

왜: 성과 시의 이름은 표기법에 정해져 있다. 한 글이 지명을 중국음으로 적으면서 어떤 곳만 한자음으로 적어도 안 된다.
Why: The rules fix the names of provinces and cities; a text that writes places by their sound writes all of them so.
Bad: 광둥성과 저장성에 이어 심천시와 절강대학교가 참여하고 샤멘시도 관심을 보임
Good: 광둥성과 저장성에 이어 선전시와 저장대학교가 참여하고 상하이(상해)도 관심을 보임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.spelling import judged_pairs, misspelled
from donghyang.check.rule import Hit
from donghyang.check.rules.names._hangul import hangul_words, is_gloss
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import established_names
from donghyang.language.gazetteer import Place, by_hangul, by_reading, called, home, korean_places
from donghyang.language.misnamed import Mistake, misnamed
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "place-spelling"
CLASS = "transliteration"
SEVERITY = "warning"

_LEVEL = lazily(r"(?:성|시|구|현|자치구|신구)(?:은|는|이|가|을|를|의|에|와|과|도|로|에서|내|급|정부|[^가-힣]|$)")
_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{4,}")
_REST = lazily(r"(?P<rest>[가-힣]{2,14}(?:연구소|연구원|대학|센터|실험실|공사|그룹|은행|병원|개발구))")
"""What follows a place in the name of a body there."""
_KOREAN = lazily("한국|국내|우리나라|한·?중|광역시|전남|전북|전라|경기|경상|강원|충청|제주")
_BY_SOUND = 2
"""How many places a text must write by their sound before a Korean reading counts as a slip; of a place that it also
writes by its sound, one will do."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that begin with a wrong form of a place in the gazetteer."""
    words = hangul_words(sheet)
    right = _right_forms(words)
    by_sound = sum(1 for form in right if by_hangul()[form][0].reading)
    told = misspelled(sheet)
    yield from _accepted(sheet, words, right)
    yield from _in_sources(sheet)
    beside = {pair.start for pair, _ in judged_pairs(sheet)}
    for start, word in words:
        if softened := _softened(word):
            if start not in beside and softened.form not in told:
                yield _hit(start, softened, softened.place)
            continue
        mistake = misnamed(word)
        if mistake is None or start in beside or mistake.form in told or _is_accepted(sheet, start, mistake):
            continue
        if word.startswith(_ordinary()) and not _is_established(sheet, start + len(mistake.form), mistake):
            continue
        few = by_sound < _BY_SOUND and mistake.place.hangul not in right
        if mistake.kind == "reading" and (few or is_gloss(sheet.text, start)):
            continue
        if mistake.alone:
            yield _hit(start, mistake, mistake.place)
        else:
            place = _meant(sheet, start, mistake, right)
            yield from (_hit(start, mistake, place),) if place else ()


_SOFT = lazily("[쟈쟝져쥬챠챵쳐쵸츄쥰츈]")
_HARD = str.maketrans("쟈쟝져쥬챠챵쳐쵸츄쥰츈", "자장저주차창처초추준춘")
"""Syllables that the rules for names from abroad never write (제3장 제1절 제4항), with what they write."""
_LEAST = 3
"""Syllables of a place that no word of the language begins with."""


def _softened(word: str) -> Mistake | None:
    """The place with which a word begins, written with a syllable that no name has (쟈오저우만); None where none is."""
    if not _SOFT.search(word):
        return None
    for length in range(min(_LONGEST, len(word)), _LEAST - 1, -1):
        form = word[:length]
        places = called(form.translate(_HARD)) if _SOFT.search(form) else ()
        if places:
            return Mistake(form, places[0], "sound", alone=True)
    return None


_LONGEST = 6
"""Syllables of a place."""


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


def _in_sources(sheet: Sheet) -> Iterator[Hit]:
    """Bodies that a line of sources calls otherwise than the text does."""
    for passage in sheet.of({"source"}):
        for found in _WORD.finditer(passage.text):
            mistake, start = misnamed(found[0]), passage.start + found.start()
            if mistake and mistake.kind == "reading" and _is_body(sheet, start + len(mistake.form), mistake):
                yield _hit(start, mistake, mistake.place)


def _is_body(sheet: Sheet, end: int, mistake: Mistake) -> bool:
    """Does the text also have the body by the right name of its place: 대련물리연구소 beside 다롄물리연구소?"""
    body = _REST.match(sheet.text, end)
    return body is not None and f"{mistake.place.hangul}{body['rest']}" in sheet.text


def _is_established(sheet: Sheet, end: int, mistake: Mistake) -> bool:
    """Is it a known body but for the name of its place: 화동사범대?"""
    body = _BODY.match(sheet.text, end)
    return body is not None and f"{mistake.place.hangul}{body[1]}" in _bodies()


def _is_accepted(sheet: Sheet, start: int, mistake: Mistake) -> bool:
    """Does a known body go by the form too: 화남이공대?"""
    body = _BODY.match(sheet.text, start + len(mistake.form))
    return body is not None and f"{mistake.form}{body[1]}" in _bodies()


_BODY = lazily(rf"([가-힣]{{1,8}}(?:대학교|대학|대|연구원|연구소|과학원))(?:{JOSA})?(?![가-힣])")


@cache
def _bodies() -> frozenset[str]:
    """The known universities and institutes in Hangul."""
    return frozenset(form for known in established_names().values() for form in known.forms)


@cache
def _ordinary() -> tuple[str, ...]:
    return tuple(ordinary())


def _right_forms(words: list[tuple[int, str]]) -> set[str]:
    """The right forms of places with which words of the text begin."""
    table = by_hangul()
    return {word[:length] for _, word in words for length in range(2, min(7, len(word) + 1)) if word[:length] in table}


def _meant(sheet: Sheet, start: int, mistake: Mistake, right: set[str]) -> Place | None:
    """The place for which a form that is also a word must be meant; None when it may be the word."""
    end = start + len(mistake.form)
    if mistake.kind == "reading":
        places = by_reading()[mistake.form]
        if _is_body(sheet, end, mistake) or _is_established(sheet, end, mistake):
            return mistake.place
        return next((place for place in places if _ranked(sheet, start, end, place, right)), None)
    certain = mistake.place.hangul in right or _LEVEL.match(sheet.text, end) is not None
    return mistake.place if certain else None


def _ranked(sheet: Sheet, start: int, end: int, place: Place, right: set[str]) -> bool:
    """Does its rank stand behind the reading of a place, and of a city its province before it or its own right form
    elsewhere? 광주시 alone may be the Korean one.
    """
    line = sheet.at(start)
    if not sheet.text.startswith(_RANKS.get(place.level, ()), end) or not _LEVEL.match(sheet.text, end):
        return False
    if line is not None and _KOREAN.search(line.text):
        return False  # 광저우시와 한국의 광주시.
    if place.level in ("province", "municipality"):
        return True
    above, printed = home(place), sheet.text[start:end]
    before = sheet.text[max(0, start - 12) : start].rstrip()
    named = place.hangul in right and (printed not in korean_places() or _stands_once(sheet, start, end))
    return named or (above is not None and before.endswith((above.hangul, *_with_ranks(above))))


def _stands_once(sheet: Sheet, start: int, end: int) -> bool:
    """Is this the only place of its form in the text? One slip among 광저우 is; a Korean city comes again."""
    form = sheet.text[start:end]
    return form not in sheet.text[:start] and form not in sheet.text[end:]


_RANKS = {
    "province": ("성",),
    "municipality": ("시",),
    "city": ("시",),
    "county": ("시", "현"),
    "district": ("구",),
    "zone": ("신구", "개발구"),
}


def _with_ranks(place: Place) -> tuple[str, ...]:
    return tuple(place.hangul + rank for rank in _RANKS.get(place.level, ()))


def _hit(start: int, mistake: Mistake, place: Place) -> Hit:
    end = start + len(mistake.form)
    if mistake.kind == "reading":
        return Hit(
            start,
            end,
            Message(
                f"다른 중국 지명은 중국음으로 적혔습니다: {place.hanzi}은(는) '{place.hangul}'입니다.",
                f"other places stand by their Chinese sound: {place.hanzi} is '{place.hangul}'.",
            ),
            fix=None if mistake.form in korean_places() else Fix(place.hangul),
        )
    return Hit(
        start,
        end,
        Message(f"{place.hanzi}은(는) '{place.hangul}'입니다.", f"{place.hanzi} is '{place.hangul}'."),
        fix=Fix(place.hangul),
    )
