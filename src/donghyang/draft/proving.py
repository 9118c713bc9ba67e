"""Whether a line that somebody else wrote stands on the sentences that it names; nothing else is let through."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line
from donghyang.draft.invented import Spelled
from donghyang.language.script import is_han, simplify
from donghyang.records import Message
from donghyang.report.grammar import open_of, split_marker
from donghyang.verify import House, Pair, Source, verify
from donghyang.verify.reasons import DENIED, NOT_SAID

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from donghyang.draft.asking import Line, Reply
    from donghyang.draft.briefing import Briefing, Quoted
    from donghyang.records import Claim, PageText
    from donghyang.verify import Entailment

LONGEST = 300
"""Characters of a line."""
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?:|www\.|[\w-]\.(?:com|cn|net|org|kr)\b|\]\(|[<>`*#]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(（][^()（）]{1,60}[)）]")
_KOREAN_SHARE = 0.5
"""Of a line's letters that are Hangul at least: names of models and journals stand in Latin."""


@dataclass(frozen=True, slots=True)
class Proved:
    """A line, the sentences it rests on, and why it may not stand."""

    text: str
    level: int
    quoted: tuple[Quoted, ...]
    faults: tuple[Message, ...]

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


def read_again(
    lines: Sequence[Proved], reader: Entailment, pages: Mapping[str, PageText], date: dt.date
) -> list[Proved]:
    """The lines in order; one that a second reader is sure its sentences do not say has a fault."""
    pairs = {}
    for line in lines:
        if not line.faults:
            day = pages[line.quoted[0].page].date or date
            pairs[line] = Pair("\n".join(one.text for one in line.quoted), line.text, day.isoformat())
    odds = dict(zip(pairs, reader.odds(list(pairs.values())), strict=True)) if pairs else {}
    return [replace(line, faults=(DENIED,)) if line in odds and odds[line].is_denial else line for line in lines]


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
        text = one_line(line.text)
        quoted = self._told.cited(line.rests_on)
        unknown = [name for name in line.rests_on if all(one.id != name for one in quoted)]
        faults = [*_forms(line.text, text, longest), *self._foreign(text), *(_no_sentence(name) for name in unknown)]
        faults += [_not_there(name) for name in self._spelled.invented(text)]
        if not self._spelled.speaks_of(text):
            faults.append(NOT_SAID)
        if not line.rests_on:
            faults.append(Message("근거 문장을 적지 않았습니다.", "it names no sentence."))
        if quoted and not faults:
            faults, more = self._unsaid(text, quoted)
            quoted = [one for one in self._told.sentences if one in quoted or one in more]
        return Proved(text, line.level, tuple(quoted), tuple(dict.fromkeys(faults)))

    def _unsaid(self, text: str, quoted: Sequence[Quoted]) -> tuple[list[Message], list[Quoted]]:
        """What of a line neither its sentences nor others of the story say, and the others that say the rest."""
        open_ = self._open_claims(text, quoted)
        if not open_:
            return [], []
        others = [one for one in self._told.sentences if one not in quoted]
        wide = {(claim.start, claim.kind): claim for claim in self._claims(text, [*quoted, *others])}
        faults, more = [], []
        for claim in open_:
            again = wide.get((claim.start, claim.kind))
            if again and again.status == "supported" and again.evidence:
                more += [one for one in others if again.evidence.text and again.evidence.text in one.text]
            else:
                faults.append(_fault(claim))
        return faults, more

    def _open_claims(self, text: str, quoted: Sequence[Quoted]) -> list[Claim]:
        return [claim for claim in self._claims(text, quoted) if claim.status != "supported"]

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


def _no_name(name: str) -> Message:
    return Message(f"원문에 없는 한자입니다: {name}", f"no page has these characters: {name}")
