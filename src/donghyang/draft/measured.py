"""What a clause measures, and how much of it: the rows of a report's tables of goals and results."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans, trim
from donghyang.draft.figures import quantity_ko
from donghyang.draft.gate import is_contradicted
from donghyang.draft.halves import is_per_unit, is_spelled
from donghyang.draft.items import at_least
from donghyang.draft.moods import AHEAD, AS_IS, OPEN, mood_of
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.plans import words_of
from donghyang.draft.reading import reader
from donghyang.draft.reviewed import is_yearly
from donghyang.draft.stated import opens_with_deed
from donghyang.facts import find_facts
from donghyang.language import tables
from donghyang.language.script import fold, has_han
from donghyang.records import Quantity
from donghyang.verify import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.draft.reading import Reader, Token
    from donghyang.draft.shapes import Clause
    from donghyang.records import Span

_GROWTH, _RATE = "经济增长", "经济增速"
_AMONG, _ESTIMATED = "이 중 ", " (추정)"
_FORESEEN = "expected"
_LONGEST = 44
"""Characters of what is measured: what is longer is no name of a measure."""
_DRIVES = frozenset(tables.words(__package__, "brings_to"))
_REACHING = tables.words(__package__, "reaches")
_REACHES = frozenset(_REACHING)
_BARE = re.compile(f"(?:{tables.either(__package__, 'bare_measures')})+")
_MOVED = (*_REACHING, *tables.words(__package__, "moved"))
_DIGIT = re.compile(r"\d(?!G|만 명당|인당|차 산업)")
"""A figure in what is measured; 5G, 1인당, 1차 산업 are words."""
_DRIVEN = re.compile(rf"(?:\d{{4}}年|其中|{tables.either(__package__, 'brings_to')})")
_FIGURE = re.compile(r"约?\d")
_MOST_WORDS = 8
"""Words of bringing and moving that are taken off a subject."""
_SAME_SCOPE = "同口径"
_OF_ALL = re.compile("占[^比，]{2,}(?:比重|比例)|全社会|总值")
"""What 其中 does not make a part of what stands in front of it; a share only where it says of what (占总量比重)."""
_SHARE = re.compile("占比|比重")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A goal or a result: what is measured, and how much of it, both in Korean; `what` is "" where it has none."""

    span: Span
    what: str
    amount: str
    rider: bool = False
    """Is more to be striven for?"""
    yearly: bool = False
    """Is the amount that of each of several years?"""
    date: str = ""
    """The time that the clause itself names, in Korean."""
    deed: str = ""
    """What is done to so many things, in Korean, the last word of `what`."""
    bare: bool = False
    """Is it so many things, without a verb of its own? A deed in front may hold for them."""


def pieces(page: Reader, start: int, end: int) -> Iterator[Span]:
    """The clauses of a stretch, those that give several figures parted: 甲增长7%左右、乙增长8%左右."""
    at = start
    while at < end:
        stop = page.folded.find(";", at, end)
        stop = end if stop < 0 else stop
        for span in clause_spans(page, at, stop):
            yield from _parted(page, span)
        at = stop + 1


def _parted(page: Reader, span: Span) -> Iterator[Span]:
    """The parts of a clause that give a figure each; 分别增长5%、6% is one."""
    start, end = span
    ends = {fact.end for place in range(*span) if isinstance(fact := page.facts.get(place), Quantity)}
    for place in re.finditer(r"、(?![\d约])", page.folded[start:end]):
        at = span[0] + place.start()
        if at in ends:
            yield trim(page.text, start, at)
            start = at + 1
    yield start, end


def measures(page: Reader, start: int, end: int, *, ahead: bool) -> Iterator[tuple[Span, Indicator | None]]:
    """The clauses of a sentence with what each measures; None where that is not sure.

    新增甲30个、乙100户: what is done to the first is done to the second too.
    企业创新突出，研发投入增长15%: it is the firms'.
    """
    deed, owned, foreseen = "", False, False
    for span in pieces(page, start, end):
        words = words_of(page, *span)
        one = _measured(page, span, words, ahead=ahead)
        if one and one.bare and deed:
            beside = page.folded[span[0] - 1] == "、" and deed != _UNKNOWN and not words[-1].zh.startswith(_REACHING)
            one = replace(one, what=f"{one.what} {deed}", deed=deed) if beside else None
        elif not (one and one.bare):
            deed = one.deed if one else _deed_of(words)
        owned = owned or _names_an_owner(words, acts=one is not None)
        if one and page.folded[span[0] - 1] == "、" and _is_share_within(page.folded[slice(*span)]):
            one = None
        foreseen = foreseen or (not ahead and _EXPECTING in page.folded[slice(*span)])
        if one and foreseen and not one.amount.endswith(_ESTIMATED):
            one = replace(one, amount=one.amount + _ESTIMATED)
        yield span, None if owned else one


def with_move(one: Indicator, end: int, move: str) -> Indicator:
    """The measure with how it moved, which stands up to `end`."""
    estimated = _ESTIMATED if one.amount.endswith(_ESTIMATED) else ""
    return replace(one, span=(one.span[0], end), amount=f"{one.amount.removesuffix(_ESTIMATED)}, {move}{estimated}")


def _is_share_within(text: str) -> bool:
    """投资完成额增长11.7%、制造业占比超70%: is a share of that which the clause in front names?"""
    return bool(_SHARE.search(text)) and not _OF_ALL.search(text)


_UNKNOWN = "?"
_EXPECTING = "预计"
_OWNERS = tables.words(__package__, "owners")


def _names_an_owner(words: Sequence[Token], *, acts: bool) -> bool:
    """省属企业创新导向突出: does a clause begin with whose the figures behind it are?

    `acts`: only if they do something.
    """
    at = 1 if words and words[0].zh in _WHOSE else 0
    if len(words) <= at or not (words[at].zh.endswith(_OWNERS) or words[at].kind == "company"):
        return False
    behind = words[at + 1 :]
    return not acts or bool(behind and behind[0].has("act", "cause") and behind[0].zh not in _REACHES)


_WHOSE = frozenset(tables.words(__package__, "whose_firms"))


def _deed_of(words: Sequence[Token]) -> str:
    """What a clause without Korean does to so many things; "" where it does nothing to any."""
    counts = any(isinstance(word.fact, Quantity) and word.fact.kind == "count" for word in words)
    first = next((word for word in words if not word.has("drop", "adv") or word.has("act")), None)
    if not counts or first is None or not (first.has("act", "cause") or first.zh.startswith("新")):
        return ""
    return first.ko("act") or _UNKNOWN


def measure(page: Reader, span: Span, *, ahead: bool) -> Indicator | None:
    """[what is measured] [how much], or [what] [so many] [done to it]; None where the words say no such thing, or more.

    `ahead`: is it a goal, and no result? What is not of that mood is none, nor what its own words contradict.
    """
    return _measured(page, span, words_of(page, *span), ahead=ahead)


def _measured(page: Reader, span: Span, words: Sequence[Token], *, ahead: bool) -> Indicator | None:
    if page.folded.startswith(_GROWTH, span[0]):
        # 经济增长5%: by what rate it grows.
        told = _RATE + page.text[span[0] + len(_GROWTH) : span[1]]
        rate = measure(_read(page, told), (0, len(told)), ahead=ahead)
        return replace(rate, span=span) if rate else None
    mood = mood_of(page, *span)
    if mood not in (OPEN | AHEAD if ahead else AS_IS | {_FORESEEN}):
        return None
    while words and (words[0].zh in _DRIVES or words[0].zh == _WHOLE_YEAR or words[0].has("drop")):
        words = words[1:]
    if not words or _may_mislead(page, words, span):
        return None
    found = clause(page, words)
    made = _of_clause(page, span, found, words) or _of_things(page, span, words)
    if made is None or not _is_plain(made):
        return None
    date = found.date if found else ""
    made = replace(made, what=made.what.removeprefix(_AMONG), yearly=is_yearly(words), date=date)
    source = Source("", page.text[slice(*span)], page.date)
    if is_contradicted(f"{made.what} {made.amount}", source, in_any_mood=True):
        return None
    return replace(made, amount=made.amount + _ESTIMATED) if mood == _FORESEEN and not ahead else made


def _read(page: Reader, text: str) -> Reader:
    return reader(text, find_facts(text, date=page.date), page.terms, page.date)


def _may_mislead(page: Reader, words: Sequence[Token], span: Span) -> bool:
    """Does a clause speak of something per unit, of an unknown name, of a part, or not say of what it is?"""
    text = page.folded[slice(*span)]
    if any(is_per_unit(page, word) or is_spelled(word) for word in words) or _SAME_SCOPE in text:
        return True
    return (text.startswith("其中") and not _OF_ALL.search(text)) or of_nothing(text)


def of_nothing(text: str) -> bool:
    """产值突破1300亿元: does a clause not say whose figure it gives?"""
    folded = fold(text)
    at = 0
    for _ in range(_MOST_WORDS):
        driven = _DRIVEN.match(folded, at)
        at = driven.end() if driven else at
    figure = _FIGURE.search(folded, at)
    if figure is None:
        return False
    subject = re.split("[,，。；;]", folded[at : figure.start()])[-1].partition("占")[0].strip("“”")
    for _ in range(_MOST_WORDS):
        subject = subject.removesuffix(next((word for word in _MOVED if subject.endswith(word)), ""))
    return not subject or _BARE.fullmatch(subject) is not None


def _of_clause(page: Reader, span: Span, found: Clause | None, words: Sequence[Token]) -> Indicator | None:
    if found is None:
        return None
    figures = [word for word in words if isinstance(word.fact, Quantity)]
    if found.shape == "figure" and found.who:
        who, ranked = (found.who.removesuffix(_OF_COUNTRY), f"{_OF_COUNTRY.strip()} ")
        amount = (ranked if who != found.who else "") + found.korean.removesuffix(" 기록")
        return Indicator(span, who, amount, bare=len(figures) == 1 and _is_bare_count(words))
    if found.shape != "act" or found.who or len(figures) != 1:
        return None
    amount = _amount(page, figures[0], found.korean)
    parted = re.fullmatch(rf"(?P<what>.+?)(?P<sum> 누적)? {re.escape(amount)} (?P<deed>\S+(?: \S+)?)", found.korean)
    if not amount or parted is None:
        return None
    if parted["deed"] == _COMES_TO:
        return Indicator(span, parted["what"], amount)
    total = f"{parted['sum'] or ''} {amount}".strip()
    return Indicator(span, f"{parted['what']} {parted['deed']}", total, deed=parted["deed"])


_OF_COUNTRY, _COMES_TO, _WHOLE_YEAR = " 전국", "기록", "全年"


def _is_bare_count(words: Sequence[Token]) -> bool:
    """高新技术企业150家: is it so many things and no verb? 产量5000台 is how much, and no things."""
    last = words[-1].fact
    if not isinstance(last, Quantity) or last.kind != "count" or len(words) == 1:
        return False
    before = words[-2]
    return before.zh not in _REACHES and before.kind != "metric" and not before.has("move", "moveto")


def _amount(page: Reader, figure: Token, korean: str) -> str:
    """The figure as it stands in the clause."""
    if not isinstance(figure.fact, Quantity):
        return ""
    around = (page.text[figure.end : figure.end + _NEAR], page.text[max(0, figure.start - _NEAR) : figure.start])
    forms = (at_least(quantity_ko(figure.fact, page.terms, noun=noun)) for noun in around)
    return next((form for form in forms if form and f" {form} " in korean), "")


_NEAR = 12


def _of_things(page: Reader, span: Span, words: Sequence[Token]) -> Indicator | None:
    """[things] [达到] [so many]: how many there are of what is counted."""
    last, end = words[-1], len(words) - 1
    if not isinstance(last.fact, Quantity) or last.fact.kind not in ("count", "measure", "money"):
        return None
    while end and words[end - 1].zh in _REACHES:
        end -= 1
    things = words[:end]
    if not things or opens_with_deed(things) or any(word.has("quantity", "date", "compare") for word in things):
        return None
    what = noun_phrase(page, things)
    amount = quantity_ko(last.fact, page.terms, noun=page.text[max(span[0], last.start - _NEAR) : last.start])
    return Indicator(span, what, amount, bare=_is_bare_count(words)) if what and amount else None


def _is_plain(one: Indicator) -> bool:
    """Is what is measured no whole clause, and does the amount say how it moved?"""
    named = not _DIGIT.search(one.what) and len(one.what) <= _LONGEST
    return named and not has_han(re.sub(r"\([^()]*\)", "", one.what)) and not _TIMES.fullmatch(one.amount)


_TIMES = re.compile(r"[\d.]+배")
