"""Sentences of a page in Korean: the clauses that are understood, joined; never a guess at the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.draft.plan_pages import demands_from
from donghyang.draft.prose import finish, link, noted, suffix
from donghyang.draft.telling import Place, Telling
from donghyang.language.sentences import in_chinese
from donghyang.records import Period

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.records import Quantity, Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """What could be said in Korean of one sentence."""

    korean: str
    """In note style, ends in a noun."""
    short: str
    """Its first statement alone, as a lead gives it."""
    prose: str
    """The whole as a sentence that ends in 다."""
    span: Span
    """The sentence's place in the page's text."""
    quote: str
    """The sentence."""
    shapes: tuple[str, ...]
    """The shapes of its clauses, in order."""
    goal: bool
    left: int
    """Clauses that have no Korean."""
    paragraph: int
    """Which paragraph of the page it stands in, counted from 0."""


_REACH = 24
_CLAUSE_END = "，,：:"


def phrases(page: Reader, *, plan: bool = False) -> list[Phrase]:
    """Every sentence of which something can be said in Korean, in order; [] when there is none.

    `plan`: the page is a plan itself, so that what it says without a date is to be done.
    """
    found: list[Phrase] = []
    paragraph = 0
    place = 0
    demands = 0 if plan else demands_from(page)
    for start, end in in_chinese(page.text):
        paragraph += page.text.count("\n", place, start)
        place = start
        stands: Place = "news" if start < demands else "plan" if plan else "section"
        phrase = sentence(page, start, end, paragraph, stands)
        if phrase:
            found.append(phrase)
    return found


def count_sentences(text: str) -> int:
    """How many sentences a text has; lines of table cells are none."""
    said = (text[slice(*span)] for span in in_chinese(text))
    return sum("\t" not in sentence and bool(sentence.strip()) for sentence in said)


def first_sentence(text: str) -> Span:
    """Where the first sentence stands; (0, 0) in an empty text."""
    return _trim_blank(text, *next(in_chinese(text), (0, 0)))


def _trim_blank(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentence(page: Reader, start: int, end: int, paragraph: int = 0, place: Place = "news") -> Phrase | None:
    """One sentence in Korean, or None when nothing of it is sure.

    In a plan, what has no date of its own is still to be done.
    """
    telling = Telling(page, place)
    for first, last in clause_spans(page, start, end):
        if not telling.hear(first, last):
            telling.left += 1
            break
    return _phrase(page, telling, (start, end), paragraph) if telling.said else None


def clause_spans(page: Reader, start: int, end: int) -> list[Span]:
    """The clauses of a sentence; commas inside quotes of plans and brackets divide nothing."""
    spans: list[Span] = []
    depth = 0
    first = start
    for at in range(start, end):
        char = page.text[at]
        depth += (char in "《（(") - (char in "》）)")
        inside = any(fact.start < at < fact.end - 1 for fact in _near(page, at))
        if depth <= 0 and not inside and char in _CLAUSE_END:
            spans.append((first, at))
            first = at + 1
    spans.append((first, end))
    trimmed = [_trim(page.text, *span) for span in spans]
    return [span for span in trimmed if span[0] < span[1]]


def _near(page: Reader, at: int) -> list[Quantity | Period]:
    return [page.facts[place] for place in range(max(0, at - _REACH), at) if place in page.facts]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in ' \u3000\t\r\n“”"':
        start += 1
    while end > start and text[end - 1] in ' \u3000\t\r\n。！？；“”"':
        end -= 1
    return start, end


def _phrase(page: Reader, telling: Telling, span: Span, paragraph: int) -> Phrase:
    said = [part.embedded() for part in telling.said] if telling.speech else telling.said
    several = sum(bool(part.who) for part in said) > 1
    notes, prose = list[str](), list[str]()
    dated = ""
    for at, part in enumerate(said):
        following = said[at + 1] if at + 1 < len(said) else None
        same = following is not None and following.mood == part.mood
        shared = same and bool(suffix(part.mood))
        front = ""
        if part.date and part.date != dated:
            dated = part.date
            front = f"{dated}까지 " if part.deadline and "까지" not in dated else f"{dated} "
        notes.append(front + part.note(among_others=several, bare=shared))
        prose.append(
            front
            + (
                link(part.stem, part.mood, shared=shared or (same and part.mood == "demanded"))
                if following
                else finish(part.stem, part.mood)
            )
        )
    short = noted(notes[0], said[0].stem, said[0].mood) if suffix(said[0].mood) else notes[0]
    korean, whole = ", ".join(notes), " ".join(prose)
    if telling.speech:
        first = prose[0] if len(prose) == 1 else ""
        korean, short, whole = (
            telling.speech.note(whole),
            telling.speech.note(first or whole),
            telling.speech.prose(whole),
        )
    quote = page.text[span[0] : span[1]].strip()
    start = page.text.index(quote, span[0])
    return Phrase(
        korean=_tidy(korean),
        short=_tidy(short),
        prose=_tidy(whole),
        span=(start, start + len(quote)),
        quote=quote,
        shapes=tuple(part.shape for part in said),
        goal=any(part.goal for part in said),
        left=telling.left,
        paragraph=paragraph,
    )


_FIRST = re.compile(r"^((?:\S+(?: \S+)? )?)이 중 ")


def _tidy(korean: str) -> str:
    """One blank between words; 이 중 opens no note, because what it is part of stands in another."""
    korean = _FIRST.sub(r"\1", korean) if _FIRST.match(korean) else korean
    return re.sub(r"\s+", " ", korean).strip(" ,")
