"""Cells of a page's table in Korean: said whole, or left open with what is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from donghyang.draft.figures import is_deadline, period_ko, quantity_ko
from donghyang.draft.halves import half_said
from donghyang.draft.labels import (
    UNIT,
    heads,
    is_body,
    is_place,
    is_read_out,
    kind_of,
    longest_head,
    narrowed,
    numbered,
)
from donghyang.draft.plans import words_of
from donghyang.draft.reading import reader
from donghyang.draft.stated import nominal, told
from donghyang.facts import find_facts
from donghyang.language.script import fold, has_han
from donghyang.language.terms import Termbase
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.records import Quantity
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader

_ITEMS = re.compile(r"[\n；;。]+")
_TWICE = re.compile(r"(?<!\S)([가-힣]{2,}) \1(?!\S)")
"""考核评价: two words of the page that are one in Korean."""
_WIDE = str.maketrans({"（": "(", "）": ")", "，": ", ", "：": ": ", "；": "; ", "％": "%", "～": "~", "\u3000": " "})
_BOUNDS = {"以上": "이상", "及以上": "이상", "以下": "이하", "及以下": "이하", "以内": "이내"}
_BOUNDED = re.compile(rf"(?P<figure>\d[\d.,]*)\s?(?P<bound>{'|'.join(_BOUNDS)})")
"""3000以上: a figure whose unit stands in the head."""
_LARGE_FIGURE = re.compile(r"[1-9]\d{3,11}")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_UNIT_BEHIND = re.compile(r"\([^()]+\)$")
_DEEDS: tuple[Role, ...] = ("act", "cause", "publish", "event")
_LARGE = {"千": "천", "万": "만", "亿": "억"}


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
        items = [item for item in (one.strip() for one in _ITEMS.split(narrowed(text))) if item]
        said = [self.item(item, head) for item in items]
        if all(said):
            return "\n".join(said)
        return opened(" / ".join(one or self.half(item) for one, item in zip(said, items, strict=True)))

    def head(self, text: str, below: Sequence[str] = ()) -> str:
        """The head of a column; open where it has no Korean. `below`: its cells, which say what 单位 means."""
        plain = narrowed(text).replace("\n", "")
        if not plain or (said := self.head_said(plain, below)):
            return said if plain else ""
        return opened(self.half(plain))

    def head_said(self, text: str, below: Sequence[str] = ()) -> str:
        """The head of a column in Korean with its unit in brackets; "" where it has none."""
        found = UNIT.match(text)
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
        number, bare = numbered(text)
        if not has_han(bare):
            return number + self._grouped(bare.translate(_WIDE), head)
        if kind_of(head) == "person":
            return self._below(bare, head)
        said = self._exact(bare, head) or self._name(bare) or self._below(bare, head) or self._measured(bare)
        said = said or told(self._reader(bare))
        return number + _TWICE.sub(r"\1", said) if said else ""

    # ------------------------------------------------------------------------------------------ readings

    def _reader(self, text: str) -> Reader:
        if text not in self._read:
            self._read[text] = reader(text, find_facts(text, date=self.date), self.terms, self.date)
        return self._read[text]

    def half(self, text: str) -> str:
        """What is known of words without Korean; of a body's name nothing, for its parts say nothing alone."""
        if is_body(text):
            return text
        found = UNIT.match(text)
        unit = self.unit(found["unit"], found["base"]) if found else ""
        if found and unit:
            return f"{self.half(found['base'])}({unit})"
        return half_said(self._reader(text), 0, len(text)) or text

    def _name(self, text: str, below: Sequence[str] = ()) -> str:
        """What a head or label says: the newsroom's word, the table's own, else its words in order."""
        if not has_han(text):
            return text.translate(_WIDE)
        own, known = self._own(text), heads().get(fold(text))
        if own or known is None:
            return own or self._exact(text) or nominal(self._reader(text)) or self._compound(text)
        return "단위" if fold(text) == "单位" and self._are_units(below) else known[0]

    def _compound(self, text: str) -> str:
        """基地类型, 开工时间: known words, or one deed, in front of a head of its own."""
        folded = fold(text)
        for at in range(max(2, len(folded) - longest_head()), len(folded) - 1):
            known = heads().get(folded[at:])
            if known is not None:
                front = self._front(text[:at])
                return f"{front} {known[0]}" if front else ""
        return ""

    def _front(self, text: str) -> str:
        known = heads().get(fold(text))
        page = self._reader(text)
        words = words_of(page, 0, len(text)) if known is None else ()
        deed = next((words[0].ko(role) for role in _DEEDS if len(words) == 1 and words[0].has(role)), "")
        return known[0] if known else self._exact(text) or nominal(page) or deed

    def _own(self, text: str) -> str:
        """The word of the newsroom's own termbase, which stands before the tables that ship; "" where it has none."""
        term = self.terms.get(text)
        return term.korean if term and term != Termbase.load().get(text) else ""

    def _are_units(self, below: Sequence[str]) -> bool:
        said = [cell for cell in below if has_han(cell)]
        return bool(said) and all(self.unit(cell) for cell in said)

    def _grouped(self, text: str, head: str) -> str:
        """A whole number with its thousands parted, unless it may be a year or a code, or nobody knows what it is."""
        if not _LARGE_FIGURE.fullmatch(text) or kind_of(head) == "code":
            return text
        above = self.head_said(narrowed(head).replace("\n", ""))
        if not above or (_YEAR.fullmatch(text) and not _UNIT_BEHIND.search(above)):
            return text
        return f"{int(text):,}"

    def _exact(self, text: str, head: str = "") -> str:
        """A figure or a date alone."""
        bounded = _BOUNDED.fullmatch(text)
        if bounded:
            return f"{self._grouped(bounded['figure'], head)} {_BOUNDS[bounded['bound']]}"
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
        kind = kind_of(head)
        # 单位 heads units as well as bodies.
        unit = self.unit(text) if kind == "unit" or fold(head) == "单位" else ""
        if unit or kind == "unit":
            return unit
        names = [name for name in re.split(r"[、,，\s]+", text) if name]
        if kind == "person" and (known := self.terms.get(text, "person")):
            return known.korean
        is_name = {"person": looks_like_person, "place": is_place, "name": is_read_out}.get(kind)
        if is_name is None or not names or not all(map(is_name, names)):
            return ""
        return ", ".join(f"{transliterate(name).hangul}({name})" for name in names)

    def _measured(self, text: str) -> str:
        """新能源汽车（万辆）: what is measured, with its unit."""
        return self.head_said(text) if UNIT.match(text) else ""
