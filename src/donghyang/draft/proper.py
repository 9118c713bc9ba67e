"""Proper names that no termbase lists, put into Korean by their shape and the national rules, Hanzi in brackets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import ACTOR_KINDS, word_at
from donghyang.draft.reading import Token
from donghyang.language import tables
from donghyang.language.gazetteer import written
from donghyang.language.hanja import families
from donghyang.language.numerals_zh import read_zh
from donghyang.language.script import in_folded, is_han
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.language.words import of_part

if TYPE_CHECKING:
    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Kind
    from donghyang.records import Span

SPELLED = re.compile(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]+\([\u4e00-\u9fff]{2,}\)")
"""A name that the rules have written, in a Korean text."""
_NUMBERED = re.compile(
    r"([一二三四五六七八九十]{1,3}|\d{1,3})号(?P<stem>[甲乙丙丁]?(?:改进型|海射型|改(?=运载|火箭|遥))?)(?P<part>(?:[A-Z]|\d{2})(?:[-—/](?:[A-Z]|\d{2}))?星(?!座))?"
)
_STEMS = {"甲": " A(甲)", "乙": " B(乙)", "丙": " C(丙)", "丁": " D(丁)"}
_MADE_OVER = {"改进型": " 개량형", "改": " 개량형", "海射型": " 해상발사형"}


def _stem(text: str) -> str:
    """What stands behind a craft's number: 甲, 改, 海射型."""
    return _STEMS.get(text[:1], "") + _MADE_OVER.get(text.lstrip("甲乙丙丁"), "")


_MODEL = re.compile(r"-\d{1,5}[A-Z]{0,2}(?![0-9A-Za-z])")
_CARRIER = re.compile(r"遥([一二三四五六七八九十]{1,3}|\d{1,3})")


def numeral(text: str) -> int:
    """The value of a short numeral; 0 for what is none."""
    value = read_zh(text)
    return int(value) if value is not None else 0


@cache
def _shapes(kind: str) -> tuple[str, ...]:
    """Endings and titles, in the table's order."""
    return tuple(row[1] for row in tables.read(__package__, "shapes.tsv") if row[0] == kind)


def longer_name(page: Reader, span: Span, length: int, roles: dict[Role, str], kind: Kind | None) -> Token | None:
    """A name that begins with a known noun and goes on behind it: 神舟十五号, 深圳市; None where it does not."""
    if "noun" not in roles:
        return None
    (at, end), folded = span, page.folded
    stop = at + length
    numbered = _NUMBERED.match(folded, stop, end)
    if numbered and kind in ("technology", "noun"):
        called = _spelled(page, at, stop) if _is_satellite(page, at, stop, numbered) else roles["noun"]
        korean = f"{called} {numeral(numbered[1])}호{_stem(numbered['stem'])}"
        korean += f" {numbered['part'][:-1]} 위성" if numbered["part"] else ""
        return Token(page.text[at : numbered.end()], at, numbered.end(), {"noun": korean}, kind)
    model = _MODEL.match(folded, stop, end)
    if model and kind in ("technology", "noun", "place"):
        # 长江-2000 is an engine, not the river.
        name = roles["noun"] if kind == "technology" else transliterate(folded[at:stop]).hangul
        korean = (name.removesuffix("강") if folded[at:stop].endswith("江") else name) + model.group()
        return Token(page.text[at : model.end()], at, model.end(), {"noun": korean}, "technology")
    if kind == "place":
        tail = next((zh for zh in _shapes("level") if folded.startswith(zh, stop)), None)
        if (
            tail
            and stop + len(tail) <= end
            and not page.terms.at(folded[stop : stop + 32], 0, "noun", "place", "institution")
        ):
            korean = roles["noun"] + of_part("suffix")[tail]
            return Token(page.text[at : stop + len(tail)], at, stop + len(tail), {"noun": korean}, "place")
    return None


_NUMBERED_NAMES = frozenset(tables.words(__package__, "numbered_names"))


def _is_satellite(page: Reader, at: int, stop: int, numbered: re.Match[str]) -> bool:
    """遥感五十号01星: is a word the name of a row of satellites here?"""
    named = page.folded[at:stop] in _NUMBERED_NAMES
    return named and bool(numbered["part"] or page.folded.startswith(("卫星", "星"), numbered.end()))


def _spelled(page: Reader, at: int, stop: int) -> str:
    return f"{transliterate(page.folded[at:stop]).hangul}({page.text[at:stop]})"


_BARRED = in_folded(r"[的了在和与及或将对为以由把被、，。；：是有于从向等并]")
_LONGEST = 24


def own_name(page: Reader, at: int, end: int, before: list[Token]) -> Token | None:
    """A proper name that no list holds: written by the national rules, its Hanzi in brackets."""
    folded = page.folded
    if before and not before[-1].roles and before[-1].end == at:
        # Inside a stretch that nobody knows nothing says where a name begins.
        return None
    carrier = _CARRIER.match(folded, at, end)
    if carrier:
        return Token(page.text[at : carrier.end()], at, carrier.end(), {"noun": f"야오-{numeral(carrier[1])}"})
    if not is_han(folded[at]):
        return None
    stretch = _BARRED.split(folded[at : min(end, at + _LONGEST)])[0]
    named = _quoted(page, at, end) or _place(page, at, end, before) or _mission(page, at, end)
    if named or _ABROAD.search(folded, max(0, at - _NEAR), at):
        # 越南国家主席, 美国…集团: their names are not read as Chinese ones.
        return named
    return _organisation(page, stretch, at) or _person(page, stretch, at, before)


_NEAR = 10
_ABROAD = in_folded(rf"(?:{tables.either(__package__, 'foreign_lands')})[^，。；：、]*$")


_CLOSING = re.compile(r"([\u4e00-\u9fff]{2,4})[”’」](号)?")


def _quoted(page: Reader, at: int, end: int) -> Token | None:
    """“轻舟”货运飞船, “墨子”号: a name in quotes in front of what it names; a slogan in quotes is none."""
    found = _CLOSING.match(page.folded, at, end) if page.folded[at - 1 : at] in tuple("“‘「") else None
    if not found:
        return None
    if not found[2] and not page.terms.at(page.folded[found.end() : found.end() + 32], 0, "technology"):
        return None
    name = f"‘{transliterate(found[1]).hangul}({page.text[at : found.end(1)]})’{'호' if found[2] else ''}"
    return Token(page.text[at : found.end()], at, found.end(), {"noun": name}, "technology")


_MISSION = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})号"
    r"(?:(?P<part>(?:[A-Z]|\d{2})(?:[-—/](?:[A-Z]|\d{2}))?)(?:(?P<star>星(?!座))|(?=[星组卫])))?(?P<stem>[甲乙丙丁]?(?:改进型|海射型|改(?=运载|火箭|遥)))?"
)


def _mission(page: Reader, at: int, end: int) -> Token | None:
    """云海四号02星, 探海一号: a ship's, satellite's or programme's own name with its number."""
    found = _MISSION.match(page.folded, at, end)
    if not found or _BARRED.search(found["name"]) or found["name"].endswith("第") or _no_own_name(page, found):
        return None
    name = f"{transliterate(found['name']).hangul}({page.text[at : found.end('name')]}) {numeral(found['number'])}호"
    part = f" {found['part']}{' 위성' if found['star'] else ''}" if found["part"] else _stem(found["stem"] or "")
    return Token(page.text[at : found.end()], at, found.end(), {"noun": name + part}, "technology")


_FOREIGN = frozenset(tables.words(__package__, "foreign_sounds"))


def _no_own_name(page: Reader, found: re.Match[str]) -> bool:
    """随神舟十六号 holds a known name and a word before it; 荷鲁斯 spells a foreign one."""
    inner = range(found.start() + 1, found.end("name"))
    holds = any(
        (known := word_at(page.folded, at, page.terms)) and known[0] > 1 and at + known[0] == found.end("name")
        for at in inner
    )
    return holds or len(_FOREIGN.intersection(found["name"])) > 1


_REGIONS = frozenset({"municipality", "province", "city", "prefecture", "zone", "region"})
WORDS_TOO = frozenset(tables.words(__package__, "words_too"))
"""Places whose names are words as well (和平)."""
_LONGEST_PLACE = 8


def _place(page: Reader, at: int, end: int, before: list[Token]) -> Token | None:
    """A place of the official table: a city or prefecture; a district or county with its ending or behind a place."""
    inside = bool(before) and before[-1].kind == "place" and before[-1].end == at
    for stop in range(min(end, at + _LONGEST_PLACE), at + 1, -1):
        name = page.folded[at:stop]
        found = written(name)
        if not found or name in WORDS_TOO:
            continue
        tail = next((zh for zh in _shapes("level") if page.folded.startswith(zh, stop)), "")
        if not (inside or tail or any(place.level in _REGIONS for place in found)):
            continue
        hangul = found[0].hangul + (of_part("suffix")[tail] if tail else "")
        return Token(page.text[at : stop + len(tail)], at, stop + len(tail), {"noun": hangul}, "place")
    return None


_STEM = range(2, 9)
"""Characters of an organisation's own name in front of what it is."""


_OF_A_KIND = re.compile(tables.either(__package__, "of_a_kind"))
"""股份制银行, 包括开发性银行: of what kind a body is, and what is said of several, is no name of one."""
_BANK = "银行"
"""股份制银行, 工商银行: only of those that are called by a place does Korean spell the name."""
_BEGINS_A_DEED = tuple(tables.words(__package__, "begins_a_deed"))
"""走出实验室: what begins so is what somebody does with it."""
_COMMON_STEMS = tuple(tables.words(__package__, "common_stems"))


def _organisation(page: Reader, stretch: str, at: int) -> Token | None:
    """A stem that holds no verb, and what an organisation is: 云启智造有限公司."""
    ends = sorted(
        ((stretch.find(zh) + len(zh), zh) for zh in _shapes("organisation") if stretch.find(zh) in _STEM), reverse=True
    )
    if not ends:
        return None
    end, shape = ends[0]
    stem = stretch[: end - len(shape)]
    if stretch.startswith(_COMMON_STEMS) or _OF_A_KIND.search(stem) or (shape == _BANK and not written(stem)):
        return None
    if not shape.endswith(_FIRMS) and (stem.startswith(_BEGINS_A_DEED) or _holds_a_word(page, at, len(stem))):
        return None
    if _says_a_deed(page, at, at + len(stem)):
        return None
    return _written(page, at, at + end, "institution")


def _says_a_deed(page: Reader, start: int, end: int) -> bool:
    """Does a stretch hold a word of grammar? Then it is no name."""
    for at in range(start, end):
        word = word_at(page.folded, at, page.terms)
        if word and word[0] > 1 and set(word[1]) & _GRAMMAR:
            return True
    return not all(map(is_han, page.folded[start:end]))


_FIRMS = ("公司", "集团")


def _holds_a_word(page: Reader, at: int, length: int) -> bool:
    """机器智能实验室: what a laboratory works on is said, not spelled; firms call themselves by such words."""
    words = (word_at(page.folded, place, page.terms) for place in range(at, at + length))
    return any(
        word[0] > 1
        and "noun" in word[1]
        and (word[2] not in ACTOR_KINDS or place > at)
        and place + word[0] <= at + length
        for place, word in zip(range(at, at + length), words, strict=True)
        if word
    )


_GRAMMAR: frozenset[Role] = frozenset(
    {"publish", "act", "cause", "event", "level", "move", "moveto", "adv", "modal", "prep", "compare", "deny"}
)


# 单个团队, 任何部门: words that begin like a family name.
_NO_NAME_ENDS = frozenset("已将在就也均又曾还都和与对向为被把从于")
"""航天员张陆|已进行: what stands behind a short name."""
_SHORT_PERSON = 2
_NO_GIVEN_NAME = frozenset("个位名家项种何一些次类")


def _person(page: Reader, stretch: str, at: int, before: list[Token]) -> Token | None:
    """A name of two or three characters with an office behind or in front of it."""
    titled = bool(before) and before[-1].end == at and _names_follow(before)
    for length in (3, 2):
        if length == 2 and stretch[1:2] in _NO_GIVEN_NAME:
            continue
        name, rest = stretch[:length], stretch[length:]
        if len(name) > _SHORT_PERSON and name[-1] in _NO_NAME_ENDS:
            continue
        office = any(rest.startswith(title) for title in _shapes("title"))
        told = bool(rest) and (rest[0] in _NO_NAME_ENDS or _tells(page, at + length))
        spoken = length == len(name) and name[-1] in _SAYS and not rest
        rare = titled and name[:1] in families() and not word_at(page.folded, at, page.terms)
        person = looks_like_person(name) or rare
        if len(name) == length and person and not spoken and (office or (titled and (not rest or told))):
            return _written(page, at, at + length, "person")
    return None


def _names_follow(before: list[Token]) -> bool:
    """航天员 …, 教授 …; 、 behind such a name: may a person's name stand here?"""
    last = before[-1]
    if last.zh == "、" and len(before) > 1:
        return before[-2].kind == "person" and before[-2].zh not in _shapes("title")
    return last.zh in _shapes("title") or last.zh in _shapes("calling")


_SAYS = frozenset(row[0] for row in tables.read(__package__, "speech.tsv"))


def _tells(page: Reader, at: int) -> bool:
    """林立群表示: does a verb of saying or a known word stand behind the name?"""
    if any(page.folded.startswith(verb, at) for verb in _SAYS):
        return True
    word = word_at(page.folded, at, page.terms)
    return word is not None and word[0] > 1


def _written(page: Reader, at: int, stop: int, kind: Kind) -> Token:
    hanzi = page.text[at:stop]
    return Token(hanzi, at, stop, {"noun": f"{transliterate(hanzi).hangul}({hanzi})"}, kind)
