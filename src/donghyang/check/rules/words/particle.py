"""조사가 앞말의 받침과 맞지 않습니다. | The particle does not fit the sound before it.

왜: 을/를, 은/는, 와/과는 앞말이 받침으로 끝나는지에 따라 정해진다. 로마자와 숫자는 읽는 소리를 따른다(X 엑스, Lab 랩).
Why: Which form stands depends on whether the word ends in a consonant; Latin and figures count as they are spoken.
Bad: 센터을 열고 기업를 유치하며, AI Lab는 XR을 연구하고 PLAN-X을 발표
Good: 센터를 열고 기업을 유치하며, AI Lab은 XR을 연구하고 PLAN-X를 발표. 뜻을 모을 마을을 돌봄
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import by_hangul, korean_places
from donghyang.language.hangul import PARTICLES, final_of
from donghyang.language.patterns import lazily
from donghyang.language.script import has_han
from donghyang.language.spoken import figure_final, name_number_final, word_final
from donghyang.records import Fix, Message

ID = "particle"
CLASS = "typo"
SEVERITY = "note"

_BOUND = r"(?=[ ,.)」』'’”\n]|$)"
_HANGUL = lazily(
    rf"(?<![가-힣])(?P<word>[가-힣]*[가-힣])(?P<particle>[을를와]|으로){_BOUND}(?! ?(?:있|계시|서 |야 |도 |본 ))"
)
_TOPIC = lazily(rf"(?<![가-힣])(?P<word>[가-힣]+[가-힣])(?P<particle>[은는]){_BOUND}")
_LATIN = lazily(
    rf"(?<![A-Za-z0-9])(?P<word>[A-Za-z][A-Za-z0-9.&/_-]*+)(?:['’”]?(?P<particle>[은는을를과와이가]|으로){_BOUND})?"
)
"""Any Latin word, so that each is read once; most have no particle behind them."""
_UNIT_PLACE = lazily(r"[0-9가-힣]$|[0-9만억조천] $")
"""Before a Latin word: what it stands right behind, or a number whose unit it is (380만 L)."""
_NUMBER = lazily(
    rf"(?<![A-Za-z0-9.,/$€¥£₩-])(?P<word>[0-9][0-9,.]*+(?P<sign>%p?|℃)?)(?:(?P<particle>[은는을를와과가]|으로){_BOUND})?"
)
_BRACKET = lazily(
    rf"(?<![가-힣])(?P<word>[가-힣]+)(?P<content>\s?[(（](?P<inside>[^()（）\n]{{1,40}})[)）])(?P<particle>[은는을를과와이가]|으로){_BOUND}"
)
_GONE = lazily(
    r"(?<![가-힣])(?P<word>[가-힣]{2,6})(?P<particle>로)(?= (?:간다|갔다|떠[나났]|옮[겼겨]|향[했해]|보[냈내]))"
)
"""Where one goes: of a city 로 is the particle, not a street."""
_VERB_EUL = lazily(r"(?:마|가|노|고)을$|[이나부지저쉬그모]을$")
"""마을, 가을, 노을, 고을; 잇다, 낫다, 붓다, 짓다, 젓다, 쉬다, 긋다, 모으다 with the ending 을."""
_VERB_EUN = lazily(
    r"^[가-힣]{1,2}은$|[이나부지저쉬그모]은$"
    r"|^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염][가-힣]은$"
)
"""The same verbs with the ending 은, and the names of persons."""
_STEM_ENDS_OPEN = lazily(r"[은는을를에의로과와도서고며면]$")
"""A word behind which a figure begins a phrase of its own: it is no part of the name before it."""

_OF_A_BODY = lazily(r"[부청처원회국성](?![가-힣]{3})")
_LONGEST = 8
"""Syllables of a word that may have lost the last one of a body's name."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Particles behind Hangul, Latin letters, figures and brackets."""
    for passage in sheet.of(KOREAN):
        yield from _behind_hangul(sheet, passage)
        for found in _LATIN.finditer(passage.text):
            if found["particle"]:
                glued = _UNIT_PLACE.search(passage.text, max(0, found.start() - 2), found.start()) is not None
                yield from _check(passage.start, found, word_final(found["word"], glued=glued))
        for found in _NUMBER.finditer(passage.text):
            if found["particle"]:
                yield from _check(passage.start, found, _counted_final(passage.text, found))
        for found in _BRACKET.finditer(passage.text):
            yield from _behind_bracket(passage.start, found)


# ---------------------------------------------------------------- Hangul


def _behind_hangul(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    for pattern in (_HANGUL, _TOPIC, _noun()):
        for found in pattern.finditer(passage.text):
            word, particle = found["word"], found["particle"]
            if pattern is _noun() and particle in _other_words().get(_noun_of(word), ""):
                continue
            if pattern is not _noun() and _may_be_a_word(word, particle):
                continue
            for hit in _check(passage.start, found, final_of(word)):
                yield hit if _is_whole(sheet, word) else replace(hit, fix=None)
    for found in _GONE.finditer(passage.text):
        if found["word"] in korean_places() or found["word"] in by_hangul():
            yield from _check(passage.start, found, final_of(found["word"]))


def _may_be_a_word(word: str, particle: str) -> bool:
    """Is what looks like a particle the end of a verb or of a name, or a second particle behind a first?"""
    if particle in ("을", "은") and _noun_of(word):
        return False
    if word[-1] == particle or (particle in "을를은는" and len(word) > 1 and word[-1] in "을를은는" and len(word) > 2):
        return True
    if particle == "을":
        return _VERB_EUL.search(word + particle) is not None or word in _constituencies()
    if particle == "은":
        return _VERB_EUN.search(word + particle) is not None
    if particle == "는":
        return final_of(word) in ("", "ㅆ") or (word[-1] in _stems() and not _noun_of(word))
    return particle == "와" and len(word) == 1


def _is_whole(sheet: Sheet, word: str) -> bool:
    """Not so for a ministry without its 부, nor where the text has the word with one syllable more: that was lost.

    A word that is not whole has no fix: the particle may fit the whole one.
    """
    return word not in _ministries() and word not in _cut_short(sheet)


@once_a_sheet
def _cut_short(sheet: Sheet) -> frozenset[str]:
    """What the text has with one syllable more, of a body (과기처 has 과기)."""
    ends = [found.start() for found in _OF_A_BODY.finditer(sheet.text)]
    return frozenset(sheet.text[start:end] for end in ends for start in range(max(0, end - _LONGEST), end))


@cache
def _ministries() -> frozenset[str]:
    return frozenset(row[0] for row in tables.read(__package__, "ministries.tsv"))


@cache
def _stems() -> frozenset[str]:
    return frozenset("".join(row[1] for row in tables.read(__package__, "closed_stems.tsv")).replace(" ", ""))


@cache
def _constituencies() -> frozenset[str]:
    return frozenset(row[0] for row in tables.read(__package__, "constituencies.tsv"))


@cache
def _other_words() -> dict[str, str]:
    """The sure nouns, each with the particles that make another word with it."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in tables.read(__package__, "nouns.tsv")}


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(_other_words())
    return lazily(rf"(?<![가-힣])(?P<word>[가-힣]{{0,8}}(?:{nouns}))(?P<particle>[이가과로]){_BOUND}")


def _noun_of(word: str) -> str:
    """The sure noun with which a word ends, "" for none."""
    return next((word[-length:] for length in (3, 2) if word[-length:] in _other_words()), "")


# ---------------------------------------------------------------- figures and brackets


def _counted_final(text: str, found: re.Match[str]) -> str | None:
    """The final sound of a figure; one in a name may be read in English, and some make words (3가, 수사2과)."""
    number, before = found["word"], text[: found.start()]
    if not found["sign"]:
        if found["particle"] in "과가" or re.search(r"[가-힣A-Za-z]$", before):
            return None
        named = re.search(r"(?:[A-Za-z]|[가-힣]{2,}) $", before)
        if named and not _STEM_ENDS_OPEN.search(before.rstrip()):
            small = len(number) == 1 or "." in number
            latin = before.rstrip()[-1].isascii()
            return name_number_final(number) if small or (latin and len(number) < 3) else figure_final(number)
    return figure_final(number)


def _behind_bracket(base: int, found: re.Match[str]) -> Iterator[Hit]:
    """The particle fits the word before the bracket, or, as some write, what stands in it."""
    inside = found["inside"].strip()
    other = final_of(found["word"]) if has_han(inside) else _inner_final(inside)
    if other is not None and _right(found["particle"], other) != found["particle"]:
        yield from _check(base, found, final_of(found["word"]))


def _inner_final(inside: str) -> str | None:
    """The final sound of what stands in a bracket, None where it cannot be told, as of one left to be filled in."""
    if not inside:
        return None
    if inside[-1].isascii() and inside[-1].isalpha():
        return word_final(re.split(r"[ ,/]", inside)[-1])
    return final_of(inside)


def _right(particle: str, final: str) -> str:
    closed, open_ = PARTICLES[particle]
    return open_ if not final or (final == "ㄹ" and open_ == "로") else closed


def _check(base: int, found: re.Match[str], final: str | None) -> Iterator[Hit]:
    """A finding when the particle is the other one of its pair; nothing where the sound is unknown."""
    if final is None:
        return
    right = _right(found["particle"], final)
    if right != found["particle"]:
        yield Hit(
            base + found.start("word"),
            base + found.end("particle"),
            Message(f"'{found['word']}' 뒤에는 '{right}'입니다.", f"behind '{found['word']}' stands '{right}'."),
            fix=Fix(found[0][: -len(found["particle"])] + right),
        )
