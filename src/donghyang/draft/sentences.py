"""Sentences of a page in Korean: the clauses that are understood, joined; never a guess at the others."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from donghyang.draft.clauses import clause
from donghyang.draft.denial import without_denial
from donghyang.draft.figures import is_deadline, period_ko
from donghyang.draft.lexicon import fold
from donghyang.draft.moods import AHEAD, DENIED, LASTING, OPEN, mood_of, settled
from donghyang.draft.plan_pages import demands_from
from donghyang.draft.plans import words_of
from donghyang.draft.prose import finish, link, noted, suffix
from donghyang.draft.shapes import Clause
from donghyang.draft.speech import Speech, speech_of
from donghyang.language.sentences import in_chinese
from donghyang.records import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token
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
_LONGEST_CLAUSE = 240
"""Characters of the longest clause that is read: a longer stretch without a comma is a list or a broken text."""
_CLAUSE_END = "，,：:"
_SPACE_IN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff《])")
# What follows these depends on them: without them it would say something else.
_GOVERNING = re.compile(
    r"^(?:除|如果|若|假如|虽|尽管|剔除|扣除|不含|只有|当|例如|比如|倘|与|和|相比|按.{0,8}(?:计算|口径)|因|由于|无论|不仅|不但)"
)
# Openers that change nothing in what follows.
_OPENER = re.compile(
    r"(?:数据|统计|报告|规划|方案|意见|纲要|通知|计划|结果|研究|公报|》)?(?:显示|表明|提出|指出|明确|要求|强调|透露)$|"
    r"^(?:据|记者|会议|会上|央视网消息|新华社|本报|中新网)|消息$|获悉$|了解$|介绍$|统计$|^其中$|^此外$|^同时$|^目前$"
)


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


Place = Literal["news", "section", "plan"]
"""Where a sentence stands: in a report, in a plan's numbered sections, on a page that is the plan by its title."""


def sentence(page: Reader, start: int, end: int, paragraph: int = 0, place: Place = "news") -> Phrase | None:
    """One sentence in Korean, or None when nothing of it is sure.

    In a plan, what has no date of its own is still to be done.
    """
    telling = _Telling(page, place)
    for first, last in clause_spans(page, start, end):
        if not telling.hear(first, last):
            telling.left += 1
            break
    return _phrase(page, telling, (start, end), paragraph) if telling.said else None


class _Telling:
    """A sentence while its clauses are put into Korean one by one."""

    def __init__(self, page: Reader, place: Place) -> None:
        self.said: list[Clause] = []
        self.left = 0
        self.speech: Speech | None = None
        self._page = page
        self._place = place
        self._aim: Mood = ""
        self._open = True
        self._context = Clause("", "", "setting")

    def hear(self, first: int, last: int) -> bool:
        """Take one clause in; False where what follows depends on it and it has no Korean."""
        page = self._page
        piece = fold(page.text[first:last]).strip(' “”"。！？；')
        if piece.endswith("除外"):
            self.said.clear()
            return False
        if piece.endswith("相比"):
            return self._compare(first, last)
        speech = speech_of(page, first, last)
        if speech:
            self.speech = speech
            self._aim = speech.mood
            return bool(speech.who) and not self.said
        mood = mood_of(page, first, last)
        if mood == "conditional":
            return False
        self._govern(mood)
        found = self._clause(first, last, mood)
        if found is None:
            return self._pass_over(piece)
        if found.shape == "setting":
            self._context = replace(found, mood=found.mood or ("done" if mood == "done" and found.date else ""))
            return True
        if not found.who and (not self._open or (found.shape == "figure" and not self.said)):
            self.left += 1
            return True
        self._say(found, mood, first)
        return True

    def _compare(self, first: int, last: int) -> bool:
        """与2018年相比: what follows is held against that year; False where it is held against something else."""
        dates = [fact for place in range(first, last) if isinstance(fact := self._page.facts.get(place), Period)]
        written = period_ko(dates[0], self._page.date) if len(dates) == 1 else None
        if not written or last - first > len(dates[0].text) + 3:
            return False
        self._context = Clause(f"{written} 대비", f"{written} 대비", "setting")
        return True

    def _govern(self, mood: Mood) -> None:
        """What a promise, a demand or a possibility says holds until another clause says otherwise."""
        if mood in LASTING and not (self._aim == "expected" and mood in AHEAD):
            self._aim = mood
        elif mood not in OPEN and mood not in LASTING:
            self._aim = self.speech.mood if self.speech else ""

    def _clause(self, first: int, last: int, mood: Mood) -> Clause | None:
        if last - first > _LONGEST_CLAUSE:
            return None
        words: Sequence[Token] | None = words_of(self._page, first, last)
        if words and mood in DENIED:
            words = without_denial(words)
        found = clause(self._page, words) if words else None
        return None if found and mood in DENIED and found.shape not in ("act", "event") else found

    def _pass_over(self, piece: str) -> bool:
        """Go past a clause without Korean; False where it governs the rest."""
        if _GOVERNING.match(piece):
            return False
        harmless = bool(_OPENER.search(piece))
        self.left += 0 if harmless else 1
        self._open = harmless
        return True

    def _say(self, found: Clause, mood: Mood, first: int) -> None:
        context = replace(self._context, deadline=False, mood="done") if mood == "done" else self._context
        if not (context.date or found.date or context.goal or mood == "done") and found.shape in ("figure", "act"):
            context = _standing(self._page, first) or context
        made = _in_context(found, context, first=not self.said)
        self.said.append(replace(made, mood=self._mood(made, mood)))
        self._context = Clause("", "", "setting", date=context.date, deadline=context.deadline, mood=context.mood)
        self._open = True

    def _mood(self, made: Clause, own: Mood) -> Mood:
        """The clause's own mood, else what governs it: an aim before it, its date's term, a plan's section."""
        if self._aim == "expected" and own in AHEAD:
            own = "expected"
        if own in OPEN:
            own = self._aim or made.mood or own
        if own in OPEN and self._place != "news" and not made.date:
            # A figure without a bound may be a result that a plan's section looks back on.
            aimed = made.shape == "figure" and ("이상" in made.korean or "이하" in made.korean)
            return "goal" if aimed or (self._place == "plan" and made.shape == "figure") else "neutral"
        return settled(own, made.shape)


def _is_baseline(page: Reader, place: int) -> bool:
    """由2022年的…, 比2020年…: a date that something is held against."""
    return page.text[place - 1 : place] in ("由", "从", "较", "比")


def _standing(page: Reader, at: int) -> Clause | None:
    """The date to be met that governs the paragraph up to `at`: 到2025年，甲…；乙…。丙…"""
    start = page.text.rfind("\n", 0, at) + 1
    before = page.dates[bisect_left(page.dates, start) : bisect_left(page.dates, at)]
    place = next((place for place in reversed(before) if not _is_baseline(page, place)), None)
    last = page.facts[place] if place is not None else None
    if not isinstance(last, Period) or not is_deadline(last, page.text[max(0, last.start - 3) : last.start]):
        return None
    date = period_ko(last, page.date)
    if not date or (page.date and (last.high or last.value or "")[:4] < str(page.date.year)):
        return None
    return Clause("", "", "setting", date=date, deadline=True, mood="goal")


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


def _in_context(found: Clause, context: Clause, *, first: bool) -> Clause:
    """The clause with the date and the aim that a clause before it set."""
    front = f"{context.korean} " if context.korean and first else ""
    return replace(
        found,
        korean=found.korean if found.who else front + found.korean,
        who=front + found.who if found.who else "",
        stem=front + found.stem,
        date=found.date or context.date,
        deadline=found.deadline if found.date else context.deadline,
        mood=found.mood or context.mood,
    )


def _phrase(page: Reader, telling: _Telling, span: Span, paragraph: int) -> Phrase:
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
