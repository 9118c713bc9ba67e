"""A Chinese clause cut into words that have a Korean form, and the stretches that have none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.figures import is_deadline, period_ko
from donghyang.draft.lexicon import fold, read_rows, word_at
from donghyang.language.script import is_han
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.language.terms import Kind, Termbase
    from donghyang.records import Bound, Fact


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place, with what it can be and how Korean writes it as that."""

    zh: str
    start: int
    end: int
    roles: dict[Role, str]
    """Role -> Korean; empty for a stretch that has no Korean form."""
    kind: Kind | None = None
    """The termbase's kind of a noun."""
    fact: Quantity | Period | None = None
    deadline: bool = False
    """Does this date set a term?"""

    def ko(self, role: Role) -> str:
        """Korean of the word in this role; "" where it has none."""
        return self.roles.get(role, "")

    def has(self, *roles: Role) -> bool:
        """Can the word stand in one of these roles?"""
        return any(role in self.roles for role in roles)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a page's clauses: its text, its facts by place, the termbase, the day it speaks from."""

    text: str
    facts: dict[int, Quantity | Period]
    terms: Termbase
    date: dt.date | None


def reader(text: str, facts: Sequence[Fact], terms: Termbase, date: dt.date | None) -> Reader:
    """A reader of `text`; of facts that begin at one place the longest counts."""
    placed: dict[int, Quantity | Period] = {}
    for fact in facts:
        if isinstance(fact, (Quantity, Period)):
            fact = _without_verb(text, fact)
            known = placed.get(fact.start)
            if known is None or known.end < fact.end:
                placed[fact.start] = fact
    return Reader(text, placed, terms, date)


def _without_verb(text: str, fact: Quantity | Period) -> Quantity | Period:
    """突破120种以上技术: in front of what is counted 突破 is the deed, not the bound of the figure."""
    behind = text[fact.end : fact.end + 1]
    if not isinstance(fact, Quantity) or not fact.text.startswith("突破") or not behind or not is_han(behind):
        return fact
    bound: Bound | None = ">=" if "以上" in fact.text else None
    return replace(fact, text=fact.text[2:], start=fact.start + 2, bound=bound)


_LATIN = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９][A-Za-z0-9Ａ-Ｚａ-ｚ０-９.+/\-]*")
_NUMBERED = re.compile(r"([一二三四五六七八九十]{1,3}|\d{1,3})号")
_CARRIER = re.compile(r"遥([一二三四五六七八九十]{1,3}|\d{1,3})")
_AND_OTHERS = re.compile(r"等([二三四五六七八九十]{1,3}|\d{1,2})个?(部门|部委|单位|机关)")
_SPACE = re.compile(r"[\s“”‘’\"'「」『』—·]+")


def tokens(page: Reader, start: int, end: int) -> tuple[Token, ...]:
    """The words of `page.text[start:end]` from left to right; unknown characters are gathered into one token."""
    folded = fold(page.text)
    found: list[Token] = []
    at = start
    while at < end:
        token = _token(page, folded, at, end, found)
        if token is None:
            token = Token(page.text[at], at, at + 1, {})
            if found and not found[-1].roles and found[-1].end == at:
                token = Token(page.text[found[-1].start : at + 1], found.pop().start, at + 1, {})
        found.append(token)
        at = token.end
    return tuple(found)


def _token(page: Reader, folded: str, at: int, end: int, before: list[Token]) -> Token | None:
    text = page.text
    blank = _SPACE.match(text, at, end)
    if text[at] == "《":
        return _plan(page, at, end)
    others = _AND_OTHERS.match(folded, at, end)
    if others:
        return Token(others.group(), at, others.end(), {"deng": f"등 {_numeral(others[1])}개 {_body(others[2])}"})
    word = word_at(folded, at, page.terms)
    word_end = at + word[0] if word else at
    fact = page.facts.get(at)
    if fact and fact.end >= word_end and fact.end <= end:
        return _fact(page, fact, before)
    if word and word_end <= end:
        length, roles, kind = word
        named = _named(page, folded, at, end, length, roles, kind)
        return named or Token(text[at:word_end], at, word_end, roles, kind)
    if blank:
        return Token(blank.group(), at, blank.end(), {"drop": ""})
    latin = _LATIN.match(text, at, end)
    if latin and re.search("[A-Za-zＡ-Ｚａ-ｚ]", latin.group()):
        return Token(latin.group(), at, latin.end(), {"noun": fold(latin.group()).rstrip(".")})
    return _proper(page, folded, at, end, before)


def _plan(page: Reader, at: int, end: int) -> Token | None:
    depth = 0
    for place in range(at, end):
        depth += {"《": 1, "》": -1}.get(page.text[place], 0)
        if depth == 0:
            return Token(page.text[at : place + 1], at, place + 1, {"plan": "", "noun": ""})
    return None


def _fact(page: Reader, fact: Quantity | Period, before: list[Token]) -> Token:
    if isinstance(fact, Quantity):
        return Token(fact.text, fact.start, fact.end, {"quantity": ""}, fact=fact)
    written = period_ko(fact, page.date)
    deadline = is_deadline(fact, page.text[max(0, fact.start - 1) : fact.start])
    if before and before[-1].zh in ("到", "至", "自", "从", "截至", "截止"):
        before.pop()
    return Token(fact.text, fact.start, fact.end, {"date": written} if written else {}, fact=fact, deadline=deadline)


def _numeral(text: str) -> int:
    from donghyang.language.numerals_zh import read_zh

    value = read_zh(text)
    return int(value) if value is not None else 0


def _body(word: str) -> str:
    return {"部门": "부처", "部委": "부처", "单位": "기관", "机关": "기관"}[word]


@cache
def _shapes(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in read_rows("names.tsv") if row[0] == kind}


def _named(  # noqa: PLR0913 - one place of a text with the word found there
    page: Reader, folded: str, at: int, end: int, length: int, roles: dict[Role, str], kind: Kind | None
) -> Token | None:
    """A longer name that begins with a known noun: 神舟十五号, 深圳市, 中国电子科技集团."""
    if "noun" not in roles:
        return None
    stop = at + length
    numbered = _NUMBERED.match(folded, stop, end)
    if numbered and kind in ("technology", "noun"):
        korean = f"{roles['noun']} {_numeral(numbered[1])}호"
        return Token(page.text[at : numbered.end()], at, numbered.end(), {"noun": korean}, kind)
    if kind == "place":
        tail = next((zh for zh in ("自治州", "市", "县", "区", "省") if folded.startswith(zh, stop)), None)
        if tail and stop + len(tail) <= end and not page.terms.at(folded, stop, "noun", "place", "institution"):
            korean = roles["noun"] + {"自治州": "자치주", "市": "시", "县": "현", "区": "구", "省": "성"}[tail]
            return Token(page.text[at : stop + len(tail)], at, stop + len(tail), {"noun": korean}, "place")
    return None


_BARRED = re.compile(r"[的了在和与及或将对为以由把被、，。；：是有于从向等并]")
_LONGEST = 24


def _proper(page: Reader, folded: str, at: int, end: int, before: list[Token]) -> Token | None:
    """A proper name that no list holds: written by the national rules, its Hanzi in brackets."""
    carrier = _CARRIER.match(folded, at, end)
    if carrier:
        return Token(page.text[at : carrier.end()], at, carrier.end(), {"noun": f"야오-{_numeral(carrier[1])}"})
    if not is_han(folded[at]):
        return None
    stretch = _BARRED.split(folded[at : min(end, at + _LONGEST)])[0]
    return (
        _mission(page, folded, at, end)
        or _organisation(page, stretch, at)
        or _district(page, stretch, at, before)
        or _person(page, stretch, at, before)
    )


_MISSION = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})号(?:(?P<part>\d{2})(?=[星组卫]))?"
)


def _mission(page: Reader, folded: str, at: int, end: int) -> Token | None:
    """云海四号02星, 探海一号: a ship's, satellite's or programme's own name with its number."""
    found = _MISSION.match(folded, at, end)
    if not found or _BARRED.search(found["name"]):
        return None
    name = f"{transliterate(found['name']).hangul}({page.text[at : found.end('name')]}) {_numeral(found['number'])}호"
    part = f" {found['part']}" if found["part"] else ""
    return Token(page.text[at : found.end()], at, found.end(), {"noun": name + part}, "technology")


def _organisation(page: Reader, stretch: str, at: int) -> Token | None:
    ends = sorted(
        ((stretch.find(zh) + len(zh), zh) for zh in _shapes("organisation") if stretch.find(zh) >= 2), reverse=True
    )
    if not ends:
        return None
    return _written(page, at, at + ends[0][0], "institution")


def _district(page: Reader, stretch: str, at: int, before: list[Token]) -> Token | None:
    behind_place = bool(before) and before[-1].kind == "place" and before[-1].end == at
    for zh in _shapes("place"):
        place = stretch.find(zh, 2)
        if 2 <= place <= 4 and (behind_place or zh in ("市", "县", "自治州", "自治县")):
            return _written(page, at, at + place + len(zh), "place")
    return None


# 单个团队, 任何部门: words that begin like a family name.
_NO_GIVEN_NAME = frozenset("个位名家项种何一些次类")


def _person(page: Reader, stretch: str, at: int, before: list[Token]) -> Token | None:
    """A name of two or three characters with an office behind or in front of it."""
    titled = bool(before) and before[-1].zh in _shapes("title") and before[-1].end == at
    for length in (3, 2):
        if length == 2 and stretch[1:2] in _NO_GIVEN_NAME:
            continue
        name, rest = stretch[:length], stretch[length:]
        office = any(rest.startswith(title) for title in _shapes("title"))
        if len(name) == length and looks_like_person(name) and (office or (titled and not rest)):
            return _written(page, at, at + length, "person")
    return None


def _written(page: Reader, at: int, stop: int, kind: Kind) -> Token:
    hanzi = page.text[at:stop]
    return Token(hanzi, at, stop, {"noun": f"{transliterate(hanzi).hangul}({hanzi})"}, kind)
