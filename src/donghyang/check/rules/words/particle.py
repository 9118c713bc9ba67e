"""조사가 앞말의 받침과 맞지 않습니다. | The particle does not fit the sound before it.

왜: 을/를, 은/는, 와/과는 앞말이 받침으로 끝나는지에 따라 정해진다. 로마자는 읽는 소리를 따른다(X 엑스, Lab 랩).
Why: Which form stands depends on whether the word ends in a consonant; Latin letters count as they are spoken.
Bad: 센터을 열고 기업를 유치하며, AI Lab는 XR을 연구하고 PLAN-X을 발표
Good: 센터를 열고 기업을 유치하며, AI Lab은 XR을 연구하고 PLAN-X를 발표. 마을을 돌봄
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.hangul import PARTICLES, final_of
from donghyang.language.script import has_han
from donghyang.records import Fix, Message

ID = "particle"
CLASS = "typo"
SEVERITY = "note"

_BOUND = r"(?=[ ,.)」』'’”\n]|$)"
_HANGUL = re.compile(rf"(?<![가-힣])(?P<word>[가-힣]*[가-힣])(?P<particle>을|를|와|으로){_BOUND}")
_TOPIC = re.compile(rf"(?<![가-힣])(?P<word>[가-힣]+[가-힣])(?P<particle>은|는){_BOUND}")
_NOUN = re.compile(
    rf"(?<![가-힣])(?P<word>[가-힣]{{0,8}}(?:{tables.either(__package__, 'nouns_before_particles')}))"
    rf"(?P<particle>이|가|과|로){_BOUND}"
)
"""Nouns whose last syllable, with what looks like a particle, makes no other word (전문가 is one, 기업가 another)."""
_NO_PARTICLE = re.compile(r"(?:기업가|투자가|사업가|지역가|대학가|정책가|계획가|정부과|서비스로)$")
_LATIN = re.compile(
    rf"(?<![A-Za-z0-9])(?P<word>[A-Za-z][A-Za-z0-9.&-]*+)(?:['’”]?(?P<particle>은|는|을|를|과|와|이|가|으로){_BOUND})?"
)
"""Any Latin word, so that each is read once; most have no particle behind them."""
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9.,/-])(?P<word>[0-9][0-9,.]*+(?:%p?|℃)?)(?:(?P<particle>은|는|을|를|과|와|가|으로){_BOUND})?"
)
_BRACKET = re.compile(
    rf"(?<![가-힣])(?P<word>[가-힣]+)(?P<content>\s?[(（](?P<inside>[^()（）\n]{{1,40}})[)）])(?P<particle>은|는|을|를|과|와|이|가|으로){_BOUND}"
)
_NO_PARTICLE_EUL = re.compile(
    r"마을$|^(?:늦|초|올|지난)?가을$|^(?:저녁)?노을$|^고을$|^[이나부그저쉬]을$|(?:^|결론|특징|관련|매듭|마무리|규정|구분|짝)지을$|[뒤대]이을$"
)
_NO_PARTICLE_WA = re.compile(r"^[들몰못안]와$")
_NO_PARTICLE_EUN = re.compile(
    r"^[가-힣]{1,2}은$|[이나부]은$|(?:결론|특징|관련|매듭|마무리|규정|구분|짝)지은$"
    r"|^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염]"
    r"[고가다하주시재예세채태혜소조지나]은$"
)
"""잇다, 낫다, 붓다, 짓다, and the names of persons."""
_ENDS_IN_NEUN = frozenset("".join(tables.words(__package__, "stems_before_neun")))
"""Syllables that end the stem of a verb: 는 behind them is its ending, as it is behind every ㅆ."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Particles behind Hangul, Latin letters, figures and brackets."""
    for passage in sheet.of(KOREAN):
        yield from _behind_hangul(passage)
        for pattern, final in ((_LATIN, _spoken_final), (_NUMBER, _counted_final)):
            for found in pattern.finditer(passage.text):
                if found["particle"]:
                    yield from _check(passage.start, found, final(found["word"]))
        for found in _BRACKET.finditer(passage.text):
            yield from _behind_bracket(passage.start, found)


def _behind_hangul(passage: Passage) -> Iterator[Hit]:
    for found in _HANGUL.finditer(passage.text):
        whole = found["word"] + found["particle"]
        if not _NO_PARTICLE_EUL.search(whole) and not _NO_PARTICLE_WA.search(whole):
            yield from _check(passage.start, found, final_of(found["word"]))
    for found in _TOPIC.finditer(passage.text):
        final = final_of(found["word"])
        if found["particle"] == "는" and (final in ("", "ㅆ") or found["word"][-1] in _ENDS_IN_NEUN):
            continue
        if found["particle"] == "은" and _NO_PARTICLE_EUN.search(found["word"] + "은"):
            continue
        yield from _check(passage.start, found, final)
    for found in _NOUN.finditer(passage.text):
        if not _NO_PARTICLE.search(found["word"] + found["particle"]):
            yield from _check(passage.start, found, final_of(found["word"]))


def _behind_bracket(base: int, found: re.Match[str]) -> Iterator[Hit]:
    """The particle fits the word before the bracket, or, as some write, what stands in it."""
    inside = found["inside"].strip()
    other = final_of(found["word"]) if has_han(inside) else _inner_final(inside)
    if other is not None and _right(found["particle"], other) != found["particle"]:
        yield from _check(base, found, final_of(found["word"]))


def _inner_final(inside: str) -> str | None:
    """The final sound of what stands in a bracket, None where it cannot be told."""
    if inside[-1].isascii() and inside[-1].isalpha():
        return _spoken_final(re.split(r"[ ,/]", inside)[-1])
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


def _counted_final(number: str) -> str | None:
    """The final sound of a figure; None behind a decimal point, where 0 is read 영 or 제로."""
    if number.endswith(("%", "%p", "℃")):
        return "" if number[-1] != "p" else None
    return None if "." in number or number.endswith(",") else final_of(number) or ("ㅇ" if number.endswith("0") else "")


def _spoken_final(word: str) -> str | None:
    """The final sound of a Latin word: letter by letter for an acronym; None where its spelling does not tell."""
    last = re.split(r"[.&-]", word)[-1]
    if not last:
        return None
    if last.isupper() and len(last) > 3 and re.search("[AEIOU]", last):
        return None  # Read as a word or letter by letter: NASA, TYPE, CATL.
    if last.isupper() or last[-1].isdigit() or len(last) == 1:
        return final_of(last)
    if re.search(r"(?:[aeiou](?:b|p)|[a-z](?:ng|m)|[aiou]n)$", last):
        return "ㅁ"
    return "" if last[-1] in "aoiuyw" and len(last) > 2 else None
