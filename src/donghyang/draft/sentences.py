"""Sentences of a page in Korean: the clauses that are understood, joined; never a guess at the others."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.figures import is_deadline, period_ko
from donghyang.draft.intent import demands_from, intent, is_done
from donghyang.draft.lexicon import fold
from donghyang.draft.plans import words_of
from donghyang.draft.prose import aimed, finish, link
from donghyang.draft.shapes import Clause
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
_LONGEST_CLAUSE = 240
"""Characters of the longest clause that is read: a longer stretch without a comma is a list or a broken text."""
_TO_COME = ("목표", "목표로 하", "예정", "전망", "계획")
_CLAUSE_END = "，,：:"
_SPACE_IN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff《])")
# What follows these depends on them: without them it would say something else.
_GOVERNING = re.compile(
    r"^(?:除|如果|若|假如|虽|尽管|剔除|扣除|不含|只有|当|例如|比如|倘|与|和|相比|按.{0,8}(?:计算|口径)|因|由于|无论|不仅|不但)"
)
_NEGATED = re.compile(r"[不未没无非](?!低于|少于|超过|断|动产|人机|人驾驶|线|锡|锈钢|菌|化石)")
# Openers that change nothing in what follows.
_OPENER = re.compile(
    r"(?:数据|统计|报告|规划|方案|意见|纲要|通知|计划|结果|研究|公报|》)?(?:显示|表明|提出|指出|明确|要求|强调|透露)$|"
    r"^(?:据|记者|会议|会上|央视网消息|新华社|本报|中新网)|消息$|获悉$|了解$|介绍$|统计$|^其中$|^此外$|^同时$|^目前$"
)
_SPEECH = re.compile(r"(?:表示|认为|说|告诉记者|坦言|称)$")


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
        phrase = sentence(page, start, end, paragraph, demanded=start >= demands)
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


def sentence(page: Reader, start: int, end: int, paragraph: int = 0, *, demanded: bool = False) -> Phrase | None:
    """One sentence in Korean, or None when nothing of it is sure.

    `demanded`: it stands in a plan's numbered sections, where what has no date of its own is still to be done.
    """
    aim = ""
    said: list[Clause] = []
    left = 0
    context = Clause("", "", "setting")
    open_ = True
    for first, last in clause_spans(page, start, end):
        piece = fold(page.text[first:last]).strip(' “”"。！？；')
        done = is_done(page, piece)
        aim = "" if done else intent(page, piece) or aim
        unread = last - first > _LONGEST_CLAUSE or _NEGATED.search(piece)
        found = None if unread else clause(page, words_of(page, first, last))
        if found is None:
            if _GOVERNING.match(piece):
                break
            harmless = bool(_OPENER.search(piece))
            left += 0 if harmless else 1
            open_ = harmless and not _SPEECH.search(piece)
            continue
        if found.shape == "setting":
            context = found
            continue
        if not found.who and (not open_ or (found.shape == "figure" and not said)):
            left += 1
            continue
        settled = context if not done else replace(context, deadline=False, goal=False)
        if not (context.date or found.date or context.goal) and found.shape in ("figure", "act"):
            settled = _standing(page, first, piece) or context
        made = _in_context(found, settled, first=not said)
        said.append(made if done else _intended(made, aim, demanded=demanded))
        context = Clause("", "", "setting", date=settled.date, deadline=settled.deadline, goal=settled.goal)
        open_ = True
    if not said:
        return None
    return _phrase(page, said, (start, end), left, paragraph)


def _is_baseline(page: Reader, place: int) -> bool:
    """由2022年的…, 比2020年…: a date that something is held against."""
    return page.text[place - 1 : place] in ("由", "从", "较", "比")


def _intended(made: Clause, aim: str, *, demanded: bool) -> Clause:
    """The clause told as what is to come, where a clause in front of it or a plan's section promises it."""
    if made.goal or made.stem.endswith(_TO_COME):
        return made
    if aim:
        marked = made.korean if made.korean.endswith(_TO_COME) else f"{made.korean} {aim}"
        return replace(made, korean=marked, stem=aimed(made.stem, aim), goal=True)
    if not demanded or made.date or made.shape not in ("act", "figure", "event"):
        return made
    if made.shape == "figure":
        return replace(made, korean=f"{made.korean} 목표", stem=aimed(made.stem, "목표"), goal=True)
    # A measure in note style has no tense; only its sentence needs one.
    return replace(made, stem=aimed(made.stem, "계획"))


def _standing(page: Reader, at: int, piece: str) -> Clause | None:
    """The date to be met that governs the paragraph up to `at`: 到2025年，甲…；乙…。丙…"""
    if is_done(page, piece):
        return None
    start = page.text.rfind("\n", 0, at) + 1
    before = page.dates[bisect_left(page.dates, start) : bisect_left(page.dates, at)]
    place = next((place for place in reversed(before) if not _is_baseline(page, place)), None)
    last = page.facts[place] if place is not None else None
    if not isinstance(last, Period) or not is_deadline(last, page.text[max(0, last.start - 3) : last.start]):
        return None
    date = period_ko(last, page.date)
    if not date or (page.date and (last.high or last.value or "")[:4] < str(page.date.year)):
        return None
    return Clause("", "", "setting", date=date, deadline=True, goal=True)


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
        goal=found.goal or (context.deadline and context.goal),
    )


def _phrase(page: Reader, said: list[Clause], span: Span, left: int, paragraph: int) -> Phrase:
    goal = any(part.goal for part in said)
    several = sum(bool(part.who) for part in said) > 1
    notes, stems = [part.note(among_others=several) for part in said], [part.stem for part in said]
    if any(part.goal and part.deadline for part in said) or any(note.endswith(" 목표") for note in notes):
        notes = [note.removesuffix(" 목표") for note in notes[:-1]] + notes[-1:]
        if "목표" not in notes[-1] and not notes[-1].endswith(("예정", "전망", "계획")):
            notes[-1] += " 목표"
            stems[-1] = aimed(stems[-1], "목표")
    dated = ""
    for at, part in enumerate(said):
        if part.date and part.date != dated:
            dated = part.date
            front = f"{dated}까지 " if part.deadline and "까지" not in dated else f"{dated} "
            notes[at], stems[at] = front + notes[at], front + stems[at]
    aimed_at = any("목표" in note for note in notes) and "목표" not in notes[0]
    short = f"{notes[0]} 목표" if aimed_at else notes[0]
    ahead = stems[-1].endswith(_TO_COME)
    prose = " ".join([*(link(stem, ahead=ahead) for stem in stems[:-1]), finish(stems[-1])])
    quote = page.text[span[0] : span[1]].strip()
    start = page.text.index(quote, span[0])
    place = (start, start + len(quote))
    shapes = tuple(part.shape for part in said)
    return Phrase(_tidy(", ".join(notes)), _tidy(short), _tidy(prose), place, quote, shapes, goal, left, paragraph)


_FIRST = re.compile(r"^((?:\S+(?: \S+)? )?)이 중 ")


def _tidy(korean: str) -> str:
    """One blank between words; 이 중 opens no note, because what it is part of stands in another."""
    korean = _FIRST.sub(r"\1", korean) if _FIRST.match(korean) else korean
    return re.sub(r"\s+", " ", korean).strip(" ,")
