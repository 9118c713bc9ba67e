"""Headlines from the titles of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.sentences import clause_spans
from donghyang.draft.tokens import reader, tokens
from donghyang.facts import find_facts

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.draft.tokens import Reader
    from donghyang.language.terms import Termbase

_RUBRIC = re.compile(
    r"【[^】]*】|\[[^\]]*\]|^(?:图解|权威发布|独家|解读|快讯|重磅|聚焦|关注|一图读懂|新闻发布)[:：|丨]"
)
_BREAK = re.compile(r"[\s　|丨｜！!？?；;]+|——|--|…+|(?<=[^\d])[:：](?=\D)|[，,](?!\d{3})")
_PARTS = 2
_TOPICS = 2


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline in Korean and how far the title stands behind it."""

    korean: str
    sure: bool
    """Was the whole title put into Korean?"""


def headline(title: str, date: dt.date | None, terms: Termbase) -> Headline | None:
    """The title in Korean, at most two parts of it; None when no part of it states anything in Korean."""
    plain = _RUBRIC.sub(" ", title).strip()
    page = reader(plain, find_facts(plain, date=date), terms, date)
    parts: list[str] = []
    left = False
    actor = ""
    for start, end in _segments(page):
        words = tokens(page, start, end)
        found = clause(page, words)
        if found and found.shape != "setting":
            dated = f"{found.date} {found.korean}" if found.date else found.korean
            parts.append(f"{actor}{'·' if _begins_with_actor(words) else ', '}{dated}" if actor else dated)
            actor = ""
            continue
        name = noun_phrase(page, words)
        if name is None:
            left = True
        elif all(word.kind in ACTOR_KINDS or word.has("conj", "drop") for word in words):
            actor = f"{actor}·{name}" if actor else name
        else:
            parts.append(f"{actor}, {name}" if actor else name)
            actor = ""
    if not parts:
        return None
    return Headline(", ".join(parts[:_PARTS]), not left and not actor and len(parts) <= _PARTS)


def _segments(page: Reader) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    depth_safe = [match for match in _BREAK.finditer(page.text) if not _inside_quotes(page.text, match.start())]
    start = 0
    for match in depth_safe:
        cuts.append((start, match.start()))
        start = match.end()
    cuts.append((start, len(page.text)))
    return [span for cut in cuts if cut[0] < cut[1] for span in clause_spans(page, *cut)]


def _inside_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("《") > before.count("》") or before.count("（") > before.count("）")


def _begins_with_actor(words: tuple) -> bool:  # type: ignore[type-arg]
    return bool(words) and words[0].kind in ACTOR_KINDS


def topic_headline(title: str, rubric: str, terms: Termbase) -> str:
    """What a title is about where it cannot be read: its actor and topics and the rubric's word."""
    hits = terms.find(title)
    actor = next((hit.term.korean for hit in hits if hit.term.kind in ACTOR_KINDS), "")
    topics: list[str] = []
    for hit in hits:
        if hit.term.kind in ("technology", "policy", "metric") and hit.term.korean not in topics:
            topics.append(hit.term.korean)
    about = "·".join(topics[:_TOPICS])
    what = f"{about} 관련 {rubric} 동향" if about else f"{rubric} 동향"
    return f"{actor}, {what}" if actor else what
