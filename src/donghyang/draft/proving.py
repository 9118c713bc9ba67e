"""Whether a line that somebody else wrote stands on the sentences that it names; nothing else is let through."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from donghyang.draft.aligned import misplaced
from donghyang.draft.closed_words import unsaid_words
from donghyang.draft.holding import one_line
from donghyang.draft.invented import Spelled, told_of
from donghyang.draft.to_come import told_too_early
from donghyang.facts import find_facts
from donghyang.language.printed import without_unseen
from donghyang.language.script import is_han, simplify
from donghyang.records import Message, Period
from donghyang.report.grammar import open_of, split_marker
from donghyang.verify import House, Source, verify
from donghyang.verify.reasons import NOT_SAID

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from donghyang.draft.asking import Line, Reply
    from donghyang.draft.briefing import Briefing, Quoted
    from donghyang.records import Claim, PageText

LONGEST = 300
"""Characters of a line."""
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?:|www\.|[\w-]\.(?:com|cn|net|org|kr)\b|\]\(|[<>`*#]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(（][^()（）]{1,60}[)）]")
_FIGURES = frozenset(("quantity", "rank", "date"))
"""Claims of which no other sentence can clear a line, where its own say otherwise: it is another thing's figure."""
_COMPARED = ("比", "较")
_AGAINST = re.compile(" ?말? ?(?:대비|보다|에 비해|과 비교)")
"""Behind what a line only compares with."""
_KOREAN_SHARE = 0.5
"""Of a line's letters that are Hangul at least: names of models and journals stand in Latin."""


@dataclass(frozen=True, slots=True)
class Proved:
    """A line, the sentences it rests on, and why it may not stand."""

    text: str
    level: int
    quoted: tuple[Quoted, ...]
    faults: tuple[Message, ...]
    is_of_words: bool = False
    """Whether all its faults are about names and words, of which a second reader can tell."""

    @property
    def why_not(self) -> Message:
        """Its faults in one sentence; "" for a line that stands."""
        return Message("; ".join(one.ko for one in self.faults), "; ".join(one.en for one in self.faults))


def turns_of_repair(told: str, said: Line | Reply, lines: Sequence[Proved]) -> list[str]:
    """A question, the reply to it, and the faults of the reply's lines; the model answers with the whole once more."""
    findings = {
        "kind": "findings",
        "asked": "다음 줄을 원문대로 고치거나 빼고, 답 전체를 같은 꼴의 JSON으로 다시 쓴다.",
        "findings": [{"line": line.text, "faults": [fault.ko for fault in line.faults]} for line in lines],
    }
    return [told, json.dumps(asdict(said), ensure_ascii=False), json.dumps(findings, ensure_ascii=False, indent=1)]


class _Findings:
    """What is wrong with a line: for certain, or as far as rules can tell of names and words."""

    def __init__(self, sure: Sequence[Message]) -> None:
        self.sure = list(sure)
        self.doubts: list[Message] = []

    def faults(self) -> tuple[Message, ...]:
        return tuple(dict.fromkeys((*self.sure, *self.doubts)))


class Prover:
    """Holds the lines of one story against its sentences."""

    def __init__(self, told: Briefing, pages: Mapping[str, PageText], date: dt.date) -> None:
        self._told = told
        self._pages = pages
        self._house = House({chinese: (korean,) for chinese, korean in told.terms.items()})
        self._date = date
        prepared = "\n".join(one.prepared for one in told.sentences)
        self._spelled = Spelled("\n".join(one.text for one in told.sentences), prepared)

    def proved(self, line: Line, longest: int = LONGEST) -> Proved:
        """The line with what is wrong with it; the sentences are those it names and those that prove it besides."""
        text = one_line(without_unseen(line.text))
        quoted = self._told.cited(line.rests_on)
        unknown = [name for name in line.rests_on if all(one.id != name for one in quoted)]
        found = _Findings([*_forms(line.text, text, longest), *self._foreign(text), *map(_no_sentence, unknown)])
        if not line.rests_on:
            found.sure.append(Message("근거 문장을 적지 않았습니다.", "it names no sentence."))
        found.doubts += map(_not_there, self._spelled.invented(text))
        if not self._spelled.speaks_of(text):
            found.doubts.append(NOT_SAID)
        if quoted and not found.sure:
            more = self._unsaid(text, quoted, found)
            quoted = [one for one in self._told.sentences if one in quoted or one in more]
            self._unsaid_words(text, quoted, found)
        return Proved(text, line.level, tuple(quoted), found.faults(), bool(found.doubts) and not found.sure)

    def _unsaid_words(self, text: str, quoted: Sequence[Quoted], found: _Findings) -> None:
        """What of a line's names, closed words, days and mood its sentences do not say."""
        chinese = "\n".join(one.text for one in quoted)
        found.doubts += map(_not_said, (*self._elsewhere(text, quoted), *unsaid_words(text, chinese)))
        found.sure += map(_not_said, self._undated(text, quoted))
        if early := told_too_early(text, chinese):
            found.doubts.append(_too_early(early))

    def _undated(self, text: str, quoted: Sequence[Quoted]) -> Iterator[str]:
        """The days, months and years of a line that its sentences are not of; sentences without any are of those of
        their story, or of the year of their page."""
        day = self._day(quoted)
        told = {value for one in quoted for value in _days(one.text, day)}
        compared = told | {value for one in quoted for value in _days(one.text, day, compared=True)}
        if not told:
            told = {value for one in self._told.sentences for value in _days(one.text, day)} | {str(day.year)}
        for fact in find_facts(text, date=day):
            if isinstance(fact, Period) and any(char.isdecimal() for char in fact.text):
                values = [value for value in (fact.value, fact.high) if value]
                known = compared if _AGAINST.match(text, fact.end) else told
                if not all(any(one.startswith(value) for one in known) for value in values):
                    yield fact.text

    def _elsewhere(self, text: str, quoted: Sequence[Quoted]) -> Iterator[str]:
        """What a line is told of, where neither its sentences nor those before them, nor their title, speak of it."""
        names = list(told_of(text))
        if not names:
            return
        told = self._told.sentences
        near = [one for one, behind in zip_longest(told, told[1:]) if one in quoted or behind in quoted]
        titles = {self._pages[one.page].title or "" for one in quoted}
        spelled = Spelled("\n".join((*titles, *(one.text for one in near))), "\n".join(one.prepared for one in near))
        yield from (name for name in names if not spelled.says(name))

    def _day(self, quoted: Sequence[Quoted]) -> dt.date:
        return next((day for one in quoted if (day := self._pages[one.page].date)), self._date)

    def _unsaid(self, text: str, quoted: Sequence[Quoted], found: _Findings) -> list[Quoted]:
        """Find what of a line neither its sentences nor others of the story say; the others that say the rest."""
        claims = self._claims(text, quoted)
        swapped = misplaced(text, claims, "\n".join(one.text for one in quoted))
        found.sure += (_of_another(claim.text) for claim in swapped)
        open_ = [one for one in claims if one.status != "supported" and not _is_printed(one, quoted)]
        if not open_:
            return []
        others = [one for one in self._told.sentences if one not in quoted]
        wide = {(claim.start, claim.kind): claim for claim in self._claims(text, [*quoted, *others])}
        more: list[Quoted] = []
        for claim in open_:
            again = wide.get((claim.start, claim.kind))
            other_thing = claim.status == "contradicted" and claim.kind in _FIGURES
            if not other_thing and again and again.status == "supported" and again.evidence:
                more += [one for one in others if again.evidence.text and again.evidence.text in one.text]
            else:
                (found.sure if claim.kind in _FIGURES else found.doubts).append(_fault(claim))
        return more

    def _claims(self, text: str, quoted: Sequence[Quoted]) -> list[Claim]:
        by_page: dict[str, list[str]] = {}
        for one in quoted:
            by_page.setdefault(one.page, []).append(one.text)
        sources = [
            Source(name, "\n".join(texts), self._pages[name].date or self._date) for name, texts in by_page.items()
        ]
        found = verify(text, sources, date=sources[0].date, house=self._house)
        return [claim for sentence in found for claim in sentence.claims]

    def _foreign(self, text: str) -> list[Message]:
        """Chinese outside of brackets, or such as no page has."""
        plain = _IN_BRACKETS.sub("", text)
        stray = "".join(sign for sign in plain if is_han(sign))
        if stray:
            return [Message(f"중국어가 남았습니다: {stray}", f"Chinese is left: {stray}")]
        page = simplify("".join(one.text for one in self._told.sentences))
        told = ("".join(filter(is_han, bracket)) for bracket in _IN_BRACKETS.findall(text))
        return [_no_name(name) for name in told if name and simplify(name) not in page]


def _is_printed(claim: Claim, quoted: Sequence[Quoted]) -> bool:
    """Whether it is a name that a Korean page has as it stands in the line."""
    return claim.kind == "name" and any(claim.text in one.text for one in quoted)


def _days(chinese: str, day: dt.date, *, compared: bool = False) -> Iterator[str]:
    """What a sentence is told of in time; what it only compares with (比上年) is no time of its own, but `compared`."""
    for fact in find_facts(chinese, date=day):
        if isinstance(fact, Period) and chinese[: fact.start].endswith(_COMPARED) is compared:
            yield from (value for value in (fact.value, fact.high) if value)


def _forms(raw: str, text: str, longest: int) -> list[Message]:
    """What a line of the report cannot hold."""
    if not text:
        return [Message("빈 줄입니다.", "it is empty.")]
    faults = []
    if len(text) > longest:
        faults.append(Message(f"{longest}자를 넘습니다.", f"it is longer than {longest} characters."))
    if "\n" in raw.strip() or split_marker(text)[0] or open_of(text) is not None or _ADDRESS.search(text):
        faults.append(Message("표식이나 주소, 줄바꿈이 있습니다.", "it holds a marker, an address or a line end."))
    letters = len(_LETTER.findall(text))
    if len(_HANGUL.findall(text)) < _KOREAN_SHARE * letters:
        faults.append(Message("한국어가 아닙니다.", "it is not Korean."))
    return faults


def _fault(claim: Claim) -> Message:
    why = claim.reason or Message("원문에서 확인되지 않습니다.", "no source says so.")
    return Message(f"'{claim.text}': {why.ko}", f"'{claim.text}': {why.en}")


def _no_sentence(name: str) -> Message:
    shown = one_line(name)[:20]
    return Message(f"없는 문장의 id입니다: {shown}", f"no sentence has this id: {shown}")


def _not_there(name: str) -> Message:
    return Message(f"'{name}': 원문에 없는 이름입니다.", f"'{name}': no source has this name")


def _not_said(word: str) -> Message:
    return Message(f"'{word}': 근거한 문장이 말하지 않습니다.", f"'{word}': its sentences do not say so")


def _of_another(words: str) -> Message:
    return Message(f"'{words}': 원문에서는 다른 것의 수입니다.", f"'{words}': the source tells it of another thing")


def _too_early(words: str) -> Message:
    return Message(f"'{words}': 원문에서는 앞으로의 일입니다.", f"'{words}': the source says it is still to come")


def _no_name(name: str) -> Message:
    return Message(f"원문에 없는 한자입니다: {name}", f"no page has these characters: {name}")
