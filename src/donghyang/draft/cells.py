"""Cells of a page's table in Korean: said whole, or left open with what is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.figures import is_deadline, period_ko, quantity_ko
from donghyang.draft.halves import half_said, is_spelled
from donghyang.draft.lexicon import fold
from donghyang.draft.moods import AHEAD, OPEN, mood_of, settled
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.plans import words_of
from donghyang.draft.proper import shapes
from donghyang.draft.reading import reader
from donghyang.draft.sentences import clause_spans
from donghyang.facts import find_facts
from donghyang.language import tables
from donghyang.language.gazetteer import by_hanzi
from donghyang.language.numerals_zh import read_zh
from donghyang.language.script import has_han
from donghyang.language.terms import Termbase
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.records import Period, Quantity
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token
    from donghyang.draft.shapes import Clause
    from donghyang.records import Span

_ITEMS = re.compile(r"[\n；;。]+")
_SPACED = re.compile(r"^\S(?:[ \u3000]+\S)+$")
"""地　区: two characters set wide."""
_NUMBER = re.compile(
    r"^(?:(?P<plain>\d{1,2})[.．、](?!\d)|[（(](?P<inner>\d{1,2}|[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<zh>[一二三四五六七八九十]{1,3})、)\s*"
)
_TWICE = re.compile(r"(?<!\S)([가-힣]{2,}) \1(?!\S)")
"""考核评价: two words of the page that are one in Korean."""
_RELATIVE = re.compile("[最]?近|过去|未来|今后")
_UNIT = re.compile(r"^(?P<base>.+?)\s*[（(](?P<unit>[^（）()]{1,12})[）)]$")
_WIDE = str.maketrans({"（": "(", "）": ")", "，": ", ", "：": ": ", "；": "; ", "％": "%", "～": "~", "\u3000": " "})
_BOUNDS = {"以上": "이상", "及以上": "이상", "以下": "이하", "及以下": "이하", "以内": "이내"}
_BOUNDED = re.compile(rf"(?P<figure>\d[\d.,]*)\s?(?P<bound>{'|'.join(_BOUNDS)})")
"""3000以上: a figure whose unit stands in the head."""
_LARGE = {"千": "천", "万": "만", "亿": "억"}
_LONGEST = 240
"""Characters of the longest item that is read: a longer one is a paragraph."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Says the cells of one page's tables."""

    terms: Termbase
    date: dt.date | None
    """The day the page speaks from."""
    _read: dict[str, Reader] = field(default_factory=dict, compare=False)

    def cell(self, text: str, head: str = "") -> str:
        """A cell in Korean, its items on lines of their own; open where one of them has no Korean.

        `head` is what stands above it on the page: it says what a count counts, and that names are persons'.
        """
        items = [item for item in (one.strip() for one in _ITEMS.split(_narrowed(text))) if item]
        said = [self.item(item, head) for item in items]
        if all(said):
            return "\n".join(said)
        return opened(" / ".join(one or self.half(item) for one, item in zip(said, items, strict=True)))

    def head(self, text: str, below: Sequence[str] = ()) -> str:
        """The head of a column; open where it has no Korean. `below`: its cells, which say what 单位 means."""
        plain = _narrowed(text).replace("\n", "")
        if not plain or (said := self.head_said(plain, below)):
            return said if plain else ""
        return opened(self.half(plain))

    def head_said(self, text: str, below: Sequence[str] = ()) -> str:
        """The head of a column in Korean with its unit in brackets; "" where it has none."""
        found = _UNIT.match(text)
        if found is None:
            return self._name(text, below)
        base = self._name(found["base"], below)
        unit = self.unit(found["unit"], found["base"]) or self.item(found["unit"])
        return f"{base}({unit})" if base and unit else ""

    def unit(self, text: str, noun: str = "") -> str:
        """A unit as it stands behind figures: 亿元 is 억 위안, 台/套 is 대/세트; "" for what is none."""
        if "/" in text or "／" in text:
            parts = [self.unit(part, noun) for part in re.split(r"[/／]", text)]
            return "/".join(parts) if all(parts) else ""
        if text in _LARGE:
            return _LARGE[text]
        page = self._reader(f"1{text}")
        fact = page.facts.get(0)
        if not isinstance(fact, Quantity) or fact.end != len(page.text) or fact.bound or fact.high is not None:
            return ""
        written = quantity_ko(fact, self.terms, noun=noun) or ""
        return written.removeprefix("1").strip() if written.startswith("1") else ""

    def item(self, text: str, head: str = "") -> str:
        """One item of a cell in Korean; "" where it has none."""
        number, bare = _numbered(text)
        if not has_han(bare):
            return number + bare.translate(_WIDE)
        if _kind(head) == "person":
            return self._below(bare, head)
        said = self._name(bare) or self._exact(bare, head) or self._below(bare, head) or self._measured(bare)
        said = said or self._told(bare)
        return number + _TWICE.sub(r"\1", said) if said else ""

    # ------------------------------------------------------------------------------------------ readings

    def _reader(self, text: str) -> Reader:
        if text not in self._read:
            self._read[text] = reader(text, find_facts(text, date=self.date), self.terms, self.date)
        return self._read[text]

    def half(self, text: str) -> str:
        """What is known of words without Korean; of a body's name nothing, for its parts say nothing alone."""
        if _is_body(text):
            return text
        found = _UNIT.match(text)
        unit = self.unit(found["unit"], found["base"]) if found else ""
        if found and unit:
            return f"{self.half(found['base'])}({unit})"
        return half_said(self._reader(text), 0, len(text)) or text

    def _name(self, text: str, below: Sequence[str] = ()) -> str:
        """What a head or label says: the newsroom's word, the table's own, else its words in order."""
        if not has_han(text):
            return text.translate(_WIDE)
        own, known = self._own(text), _heads().get(fold(text))
        if own or known is None:
            return own or self._exact(text) or self._nominal(text) or self._compound(text)
        return "단위" if fold(text) == "单位" and self._are_units(below) else known[0]

    def _compound(self, text: str) -> str:
        """基地类型: known words in front of a head of its own."""
        folded = fold(text)
        for at in range(2, len(folded) - 1):
            known = _heads().get(folded[at:])
            if known is not None:
                front = self._nominal(text[:at])
                return f"{front} {known[0]}" if front else ""
        return ""

    def _own(self, text: str) -> str:
        """The word of the newsroom's own termbase, which stands before the tables that ship; "" where it has none."""
        term = self.terms.get(text)
        return term.korean if term and term != Termbase.load().get(text) else ""

    def _are_units(self, below: Sequence[str]) -> bool:
        said = [cell for cell in below if has_han(cell)]
        return bool(said) and all(self.unit(cell) for cell in said)

    def _exact(self, text: str, head: str = "") -> str:
        """A figure or a date alone."""
        bounded = _BOUNDED.fullmatch(text)
        if bounded:
            return f"{bounded['figure']} {_BOUNDS[bounded['bound']]}"
        page = self._reader(text)
        fact = page.facts.get(0)
        if fact is None or fact.end != len(text):
            return ""
        if isinstance(fact, Quantity):
            return quantity_ko(fact, self.terms, noun=head) or ""
        written = period_ko(fact, None) or ""
        return f"{written}까지" if written and is_deadline(fact, "") else written

    def _below(self, text: str, head: str) -> str:
        """What the head of its column says that it is: a unit, a place, names of persons or bodies."""
        kind = _kind(head)
        # 单位 heads units as well as bodies.
        unit = self.unit(text) if kind == "unit" or fold(head) == "单位" else ""
        if unit or kind == "unit":
            return unit
        names = [name for name in re.split(r"[、,，\s]+", text) if name]
        if kind == "person" and (known := self.terms.get(text, "person")):
            return known.korean
        is_name = {"person": looks_like_person, "place": _is_place, "name": _is_body}.get(kind)
        if is_name is None or not names or not all(map(is_name, names)):
            return ""
        return ", ".join(f"{transliterate(name).hangul}({name})" for name in names)

    def _measured(self, text: str) -> str:
        """新能源汽车（万辆）: what is measured, with its unit."""
        return self.head_said(text) if _UNIT.match(text) else ""

    def _nominal(self, text: str) -> str:
        page = self._reader(text)
        words = words_of(page, 0, len(text))
        if any(map(is_spelled, words)) or _opens_with_deed(words):
            return ""
        return noun_phrase(page, words) or "" if _is_plain(page) else ""

    def _told(self, text: str) -> str:
        """What an item states, clause by clause, in the same voice as it stands: no ending says that it is done."""
        page = self._reader(text)
        if len(text) > _LONGEST or not _is_plain(page):
            return ""
        parts: list[str] = []
        front = ""
        for start, end in clause_spans(page, 0, len(text)):
            words = words_of(page, start, end)
            if any(map(is_spelled, words)):
                return ""
            found = clause(page, words)
            if found is None:
                phrase = noun_phrase(page, words)
                if not phrase:
                    return ""
                parts.append(front + phrase)
                front = ""
                continue
            dated = f"{found.date}까지 " if found.deadline and "까지" not in found.date else f"{found.date} "
            front += dated.lstrip() if found.date else ""
            if found.shape == "setting":
                front += f"{found.korean} " if found.korean else ""
                continue
            said = self._stated(page, (start, end), found)
            if not said:
                return ""
            parts.append(front + said)
            front = ""
        return "" if front.strip() else ", ".join(parts)

    def _stated(self, page: Reader, span: Span, found: Clause) -> str:
        """A clause in the words of its cell: a term that lies ahead makes it a goal; a figure that was reached or is
        to be, with nothing that says which, has no Korean."""
        mood = mood_of(page, *span)
        if _may_be_a_name(page, span):
            return ""
        if mood in AHEAD or found.goal:
            told = replace(found, mood=settled(mood if mood in AHEAD else found.mood, found.shape)).note()
            return _RECORDED.sub("달성", told)
        if found.shape == "figure" and mood != "done" and _REACHED.search(found.korean):
            return ""
        return found.note(bare=True)


def _kind(head: str) -> str:
    """What the column below a head holds; "" where its head does not say."""
    plain = fold(_narrowed(head).replace("\n", ""))
    unit = _UNIT.match(plain)
    return _heads().get(unit["base"] if unit else plain, ("", ""))[1]


_RECORDED = re.compile("기록(?= 목표$)")
_REACHED = re.compile(r"(?:기록|돌파|달성|도달|초과)$")
_GENERIC = re.compile("[各有本该设区直县市省国级三二一民内外全相]")
"""What begins so describes bodies (各区政府, 设区市, 三级医院) as often as it names one."""


def _opens_with_deed(words: Sequence[Token]) -> bool:
    """建设检测中心: a word that is a deed as well as a noun, in front of others; 发展规划 is a name of a document."""
    if len(words) < 2 or words[-1].kind in ("document", "metric"):
        return False
    return words[0].has("act", "cause", "move") or words[0].zh in _MADE_SO


def _may_be_a_name(page: Reader, span: Span) -> bool:
    """培训中心: two words, of which the first may be a deed or say what the second is for.

    统筹建设监管平台: of two deeds the second may be what the first is done to, or part of a name.
    """
    words = words_of(page, *span)
    two_deeds = len(words) > 2 and words[0].zh in _LEADING and words[1].has("act")
    return two_deeds or (len(words) == 2 and words[-1].zh.endswith(_NAMED_FOR))


_MADE_SO = frozenset(tables.words("donghyang.draft", "made_so"))
_LEADING = frozenset(tables.words("donghyang.draft", "leading"))
_NAMED_FOR = (*tables.words("donghyang.draft", "sites"), *tables.words("donghyang.draft", "doers"))


def _is_body(text: str) -> bool:
    """Has the whole of it the shape of a body's name, and no word in front that only describes bodies?"""
    return bool(_BODY.fullmatch(fold(text))) and not _GENERIC.match(fold(text))


_BODY = re.compile(rf"[\u4e00-\u9fff()]{{2,20}}(?:{'|'.join(shapes('organisation'))})")


def _is_place(text: str) -> bool:
    return any(name in by_hanzi() for name in (fold(text), fold(text)[:-1]) if len(name) > 1)


def _is_plain(page: Reader) -> bool:
    """Does nothing but its dates say that it is planned, demanded, possible or denied? 近三年 is of no year."""
    if any(isinstance(fact, Period) and _RELATIVE.match(fact.text) for fact in page.facts.values()):
        return False
    return mood_of(replace(page, dates=()), 0, len(page.text)) in OPEN


def _narrowed(text: str) -> str:
    """The words without the room that sets two or three characters wide."""
    return "\n".join(
        re.sub(r"\s+", "", line) if _SPACED.match(line.strip()) and has_han(line) else line.strip()
        for line in text.split("\n")
    ).strip()


def _numbered(text: str) -> tuple[str, str]:
    """The number in front of an item as Korean prints it, and the rest."""
    found = _NUMBER.match(text)
    if found is None or found.end() == len(text):
        return "", text
    value = found["plain"] or found["inner"] or found["zh"]
    number = value if value.isdigit() else str(int(read_zh(value) or 0))
    return f"({number}) " if found["inner"] else f"{number}. ", text[found.end() :]


@cache
def _heads() -> dict[str, tuple[str, str]]:
    """Korean and what stands below, by the words of a head."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in tables.read(__package__, "heads.tsv")}
