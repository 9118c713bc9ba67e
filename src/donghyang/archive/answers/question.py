"""A question as it is read: what it asks for, and what a text must say to answer it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from donghyang.archive.answers.asked import Asked, asked_in, is_type
from donghyang.archive.answers.needs import Need, need_of, tokens
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import fold_width, has_hangul, has_han
from donghyang.records import Period, Span

Language = Literal["ko", "zh", "en"]
_VERB_END = lazily("(?:[았었였겠]나|[가-힣]나|[을ㄹ할될갈올볼쓸줄]까|는가|은가|니까)$")
_NOT_PAST = lazily(r"(?<![가-힣])[가-힣]*[가-힣](?<![았었였했됐렸났겼졌봤갔왔섰냈렀혔켰쳤쌌웠뒀줬]|이)나\s*[?？]\s*$")
"""A verb in the present at the end: 몇 개 늘어나나 may ask for what is planned."""
_YEAR = lazily("(?:19|20)[0-9]{2}")
_QUOTES = str.maketrans("‘’“”「」『』《》〈〉", "''\"\"" + " " * 8)


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    text: str
    language: Language
    asked: Asked | None
    """None where it asks for nothing that the archive can name."""
    needs: tuple[Need, ...]
    core: tuple[Need, ...]
    """Those of the needs that name what is measured or looked for."""
    periods: tuple[Period, ...]
    """Times with a year that it names."""
    ahead: bool
    """Whether it asks for what is planned or expected."""


def language_of(text: str) -> Language:
    """Korean where Hangul stands in it, else Chinese where Chinese characters do, else English."""
    return "ko" if has_hangul(text) else "zh" if has_han(text) else "en"


def read(text: str, day: dt.date | None = None) -> Question:
    """A question understood; `day` is the day on which 올해 and '25년 hang."""
    from donghyang.archive.answers import foreign

    plain = fold_width(" ".join(text.split())).translate(_QUOTES)
    language = language_of(plain)
    if language == "zh":
        return _ahead(foreign.chinese(plain, day))
    if language == "en":
        return _ahead(foreign.english(plain, day))
    asked = asked_in(plain)
    periods = periods_of(plain, day)
    taken: list[Span] = [(period.start, period.end) for period in periods]
    taken.extend(asked.taken if asked else ())
    needs = list(_once(need for token, span in tokens(plain, taken) if (need := need_of(token, span))))
    if needs and needs[-1].kind == "word" and _VERB_END.search(needs[-1].text) and plain.rstrip("?？. ").endswith(needs[-1].text):
        needs[-1] = replace(needs[-1], kind="deed")
    if asked is not None and asked.kinds:
        needs = [need for need in needs if need.forms[0] not in _list("measures")]
    if asked is not None and asked.sort in ("name", "ranked", "extreme") and asked.kind in ("body", "place", "name"):
        hollow = core_of(needs, asked)
        needs = [need for need in needs if need not in hollow or not is_type(need.forms[0])]
    return _ahead(Question(plain, language, asked, tuple(needs), core_of(needs, asked), periods, ahead=False))


def _once(needs: Iterable[Need]) -> Iterator[Need]:
    """Each word once, where it stands last."""
    found: dict[tuple[str, ...], Need] = {}
    for need in needs:
        found.pop(need.forms, None)
        found[need.forms] = need
    yield from found.values()


def core_of(needs: list[Need], asked: Asked | None) -> tuple[Need, ...]:
    """The needs that stand in the stretches that name what is asked for."""
    spans = asked.core if asked else ()
    if asked is not None and asked.sort == "date" and (deeds := [need for need in needs if need.kind == "deed"]):
        return (deeds[-1],)
    found = tuple(need for need in needs if any(need.span[0] < end and start < need.span[1] for start, end in spans))
    if asked is not None and asked.kind == "person":
        titled = (need for need in needs if need.kind == "word" and need.forms[0].endswith(_list("titles")))
        found = tuple(dict.fromkeys((*found, *titled)))
    return found


def periods_of(text: str, day: dt.date | None) -> tuple[Period, ...]:
    """The times of a question that name a year of their own; 내년 and 3월 are words that a text has to say."""
    from donghyang.facts.periods import find_periods

    return tuple(
        period
        for period in find_periods(text, date=day)
        if period.value and any(map(str.isdigit, period.text)) and (_YEAR.search(period.text) or any(mark in period.text for mark in ("년", "年", "규획", "계획", "规划")))
        and not _is_relative(period.text)
    )  # fmt: skip


def _is_relative(text: str) -> bool:
    return any(word in text for word in tables.words(__package__, "relative"))


@cache
def _list(name: str) -> tuple[str, ...]:
    return tables.words(__package__, name)


def _ahead(question: Question) -> Question:
    words = f" {question.text.lower()} "
    said = any((f" {word} " if word.isascii() else word) in words for word in _list("ahead"))
    return replace(question, ahead=said or _NOT_PAST.search(question.text) is not None)
