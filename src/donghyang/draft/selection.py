"""Which of the things that can be said go into an article, in which order and under which label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.draft.headlines import undated
from donghyang.draft.prose import says_something
from donghyang.draft.sentences import Unsaid
from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from donghyang.draft.headlines import Headline
    from donghyang.draft.sentences import Phrase

_THIN = 14
_GROUPS = (
    ("", "publish"),
    ("(주요목표) ", "goal"),
    ("(주요과제) ", "task"),
    ("(주요내용) ", "act"),
    ("(주요성과) ", "figure"),
)
_AHEAD = ("goal", "task")
LONGEST_LEAD = 100
"""Characters of a lead; of a longer statement it gives the first part."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a page, told or not, and how much an editor would want it."""

    phrase: Phrase | Unsaid
    page: str
    weight: float
    near: float = 0.0
    """How much of the news of its page's title it says (`news.of_title`)."""
    leads: bool = True
    """May it lead: is it no caption, question, slogan or definition?"""
    heads: bool = False
    """Is it what a page of its kind is read for, such as the goals of a work report?"""

    @property
    def korean(self) -> str:
        """The sentence in Korean, "" where it has none."""
        return "" if isinstance(self.phrase, Unsaid) else self.phrase.korean


_OF_SCIENCE = 1.0
"""What a figure of research and technology is worth more than another to those who read such weeklies."""
_SCIENCE = re.compile(tables.either(__package__, "of_science"))
_WHAT_IT_IS = 1.5
"""What a statement of what something is (종자는 농업의 칩임) is worth less than news."""


def weight(phrase: Phrase) -> float:
    """How much an editor wants a phrase: goals with figures before figures before deeds; early before late."""
    value = {"publish": 3.0, "figure": 3.0, "event": 2.0, "act": 1.5, "setting": 0.0}[phrase.shapes[0]]
    value += 2.0 if phrase.goal and "figure" in phrase.shapes else 0.5 if phrase.goal else 0.0
    value += 0.3 * min(len(phrase.shapes), 3)
    value += _OF_SCIENCE if _SCIENCE.search(phrase.korean) and figures_in(phrase.korean) else 0.0
    value -= _WHAT_IT_IS if phrase.korean.endswith("임") else 0.0
    value -= 0.0 if phrase.who or re.search(r"\d", phrase.korean) else 1.0
    value -= 2.0 if len(phrase.korean) < _THIN and not re.search(r"\d", phrase.korean) else 0.0
    return value - 0.15 * phrase.paragraph


def choose_lead(items: Sequence[Said], title: Headline | None) -> Said | None:
    """The first sentence that is news: it says who does what, and more than the headline; None where there is none.

    Where the headline tells that a plan is published, the lead is what the plan aims at. A sentence that has no Korean
    leads too: it is the news all the same, and stands open.
    """
    head = next((one for one in items if one.heads), None)
    if head:
        return head
    news = [one for one in items if _is_news(one) and not (title and _repeats(one, title))]
    aims = [one for one in news if one.korean and _aims(one.phrase)]
    if title and title.prose and "발표" in title.korean and aims:
        return max(aims, key=lambda one: one.weight)
    front = news[:_FRONT]
    named = [one for one in front if not _POINTS.match(one.phrase.quote) and not only_goes_on(one, title)]
    told = max(named, key=lambda one: one.near, default=None)
    # The sentence that says what the title says stands near the top; another has to say clearly more of it.
    return told if told and told.near > front[0].near + _NEARER else (news[0] if news else None)


_POINTS = re.compile("[“‘]?(?:这|其|该|将|并|它|他|她|对此|为此|会议|全会|大会|论坛|项目|——)")
"""What points back to another sentence, which has to stand in front of it."""
_FRONT = 6
"""Sentences among which the lead is looked for."""
_NEARER = 0.4
"""How much more of the title a later sentence must say to lead instead of the first."""


_ADDS = 12
"""Characters that a line has to say more than the headline it is like."""


def leads_whole(lead: Said) -> bool:
    """Does a statement stand in the lead as a whole, neither long nor a row of clauses?"""
    phrase = lead.phrase
    row = not (isinstance(phrase, Unsaid) or lead.heads) and len(phrase.shapes) > _CLAUSES_OF_LEAD
    return len(lead.korean) <= LONGEST_LEAD and not row


_CLAUSES_OF_LEAD = 3
"""Of leads with four clauses in a row two of three were judged stiff."""


def only_goes_on(lead: Said, title: Headline | None) -> bool:
    """Does the headline say what can be said of the lead, so that only the rest of its sentence is new?"""
    phrase = lead.phrase
    if title is None or isinstance(phrase, Unsaid) or phrase.rest is None:
        return False
    return says_again(phrase.korean, title.korean)


def behind_lead(lead: Said) -> str:
    """What a statement too long for a lead says behind the part that leads; the whole where it cannot be parted."""
    if isinstance(lead.phrase, Unsaid) or not lead.korean.startswith(f"{lead.phrase.short}, "):
        return lead.korean
    behind = lead.korean[len(lead.phrase.short) + 2 :]
    if behind.startswith(_HELD_AGAINST) or _ABOVE.match(behind):
        return lead.korean
    time = _OPENS_WITH.match(lead.korean)
    return behind if time is None or re.match(r"\d{4}년|\d{1,2}월", behind) else time[0] + behind


_OPENS_WITH = re.compile(r"\d{4}년(?: \d{1,2}(?:~\d{1,2})?월| [상하]반기| \d분기)?(?: 말 기준| 기준| 들어)? ")
"""The time of all that a lead tells."""


_ABOVE = re.compile(r"[^,]*[을를] (?:[\d.,]+%p )?[상하]회(?:,|$)")
"""What lies above or below another does so in the part in front of it."""


_HELD_AGAINST = ("전년", "전월", "전기", "직전", "증가율", "이 중", "비중", "규모 ")
"""What such a part begins with that speaks of the figure in front of it."""


_AMOUNT = re.compile(r"\d[\d,.]*(?:조|억|만)?\s?(?!\d|[,.]\d|년|월|일|분기|~|개월)[%가-힣A-Za-z]?")
_MOST = 0.6
"""The share of a line's words that another has as well, where it says nothing more."""


def figures_in(line: str) -> set[str]:
    """The figures of a line with what they count, dates aside."""
    return set(_AMOUNT.findall(line))


def within(small: str, large: str) -> bool:
    """Are a line's figures, dates aside, all in another line, and most of its words?"""
    return bool(figures_in(small)) and is_told_by(small, large)


def is_told_by(line: str, other: str) -> bool:
    """Does another line say most of what this one says?"""
    return figures_in(line) <= figures_in(other) and share_of(line, other) >= _MOST


def share_of(line: str, other: str) -> float:
    """How much of a line's words another one has; all where it has none."""
    words, known = (set(re.findall(r"[가-힣A-Za-z]{2,}", text)) for text in (line, other))
    return len(words & known) / len(words) if words else 1.0


def _repeats(one: Said, title: Headline) -> bool:
    """Does a line say what the headline says, and no more?"""
    phrase = one.phrase
    if _adds_place(one.korean, title.korean):
        return False
    if not isinstance(phrase, Unsaid) and not phrase.rest and within(one.korean, title.korean):
        return True
    return not (isinstance(phrase, Unsaid) or phrase.rest) and says_again(one.korean, title.korean)


def _is_news(one: Said) -> bool:
    phrase = one.phrase
    if phrase.quote.startswith("其中") or not one.leads:
        return False
    if isinstance(phrase, Unsaid):
        return one.weight > 0
    return phrase.who and says_something(phrase.korean) and (phrase.shapes[0] != "figure" or phrase.paragraph <= 1)


def _aims(phrase: Phrase | Unsaid) -> bool:
    return not isinstance(phrase, Unsaid) and phrase.goal and "figure" in phrase.shapes


def body(
    items: Sequence[Said], title: Headline | None, lead: Said | None, limit: int, still: int
) -> tuple[list[Said], list[Said]]:
    """What the article says under its lead: at most `limit` statements each once, and `still` sentences without Korean.

    Both in the order of the text.
    """
    said = [one for one in items if one.korean and one is not lead and not (title and _repeats(one, title))]
    said = [one for one in said if not _is_fragment(one.phrase)]
    if lead and lead.korean:
        said = [one for one in said if not _echoes(one.korean, lead.korean)]
    best = _without_echoes(sorted(said, key=lambda one: -one.weight), limit)
    unsaid = [one for one in items if not one.korean and one is not lead and one.weight >= _WORTH]
    ranked = sorted(unsaid, key=lambda one: -one.weight)
    few = max(0, _FEW - len(best))
    wanted = [one for at, one in enumerate(ranked[:still]) if at < few or one.weight >= _KEY]
    return [one for one in said if one in best], [one for one in unsaid if one in wanted]


def _is_fragment(phrase: Phrase | Unsaid) -> bool:
    """布局建设未来产业: a short deed whose doer and amount another sentence names."""
    if isinstance(phrase, Unsaid):
        return False
    if phrase.korean.startswith(_POINTING):
        return True
    if phrase.who or phrase.goal or phrase.rest:
        return False
    return len(phrase.korean) < _SHORT and not re.search(r"\d", phrase.korean)


_POINTING = ("이는 ", "이 ")
_SHORT = 16
_WORTH = 0.6
"""The least news of a sentence that stands as an open line,"""
_KEY = 1.3
"""and of one in an article that has"""
_FEW = 2
"""lines without it."""


def grouped(said: Iterable[Said]) -> list[tuple[int, str, Said]]:
    """Statements as bullets, (level, label, statement): what happened, the goals, the measures, the figures."""
    members: dict[str, list[Said]] = {}
    for one in said:
        members.setdefault(_group(one.phrase), []).append(one)
    lines: list[tuple[int, str, Said]] = []
    for label, group in _GROUPS:
        told = members.get(group, [])
        for at, one in enumerate(told):
            under = bool(label) and at > 0 and (group in _AHEAD or _together(told[at - 1], one))
            heads = bool(label) and at + 1 < len(told) and (group in _AHEAD or _together(one, told[at + 1]))
            lines.append((2 if under else 1, label if heads and not under else "", one))
    return lines


def _together(one: Said, other: Said) -> bool:
    """Do two statements stand in one paragraph of one page, so that one may stand under the other?"""
    return one.page == other.page and one.phrase.paragraph == other.phrase.paragraph


def _group(phrase: Phrase | Unsaid) -> str:
    if isinstance(phrase, Unsaid) or not phrase.shapes:
        return "act"
    if phrase.goal:
        # What is aimed at is a goal, what is to be done a task.
        return _OF_ENDING.get(phrase.korean.rpartition(" ")[2], "publish")
    return {"publish": "publish", "event": "publish", "figure": "figure"}.get(phrase.shapes[0], "act")


_OF_ENDING = {"목표": "goal", "예정": "task", "계획": "task"}
"""What a line that is still to come stands under, by its last word; what is foreseen is neither aim nor task."""


def _without_echoes(said: Sequence[Said], limit: int) -> list[Said]:
    """`limit` statements, each once: of phrases with the same figures or nearly the same words the first stays."""
    kept: list[Said] = []
    for one in said:
        if len(kept) == limit:
            break
        if not any(_echoes(one.korean, other.korean) for other in kept):
            kept.append(one)
    return kept


def _echoes(a: str, b: str) -> bool:
    """Do two statements give the same figures, dates aside, or say the same without any?"""
    figures = [figures_in(text) for text in (a, b)]
    smaller, larger = sorted(figures, key=len)
    return (bool(smaller) and smaller <= larger) or (not larger and alike(a, b))


def alike(a: str, b: str) -> bool:
    """Do two phrases say the same but for a word or two, or name the same document?"""
    if set(re.findall("‘[^’]{6,}’", a)) & set(re.findall("‘[^’]{6,}’", b)):
        return True
    first, second = (set(re.findall(r"[가-힣A-Za-z0-9]{2,}", text)) for text in (a, b))
    return bool(first and second) and len(first & second) >= 0.8 * min(len(first), len(second))


_WHERE = re.compile(r"[가-힣]+(?=에서 )")


def _adds_place(line: str, other: str) -> bool:
    """大会开幕 in a title, 大会在福州开幕 below it: does a line say where, which another does not?"""
    return bool(set(_WHERE.findall(line)) - set(_WHERE.findall(other)))


def says_again(line: str, headed: str) -> bool:
    """Does a line say the headline once more, but for a word or two?"""
    told = undated(line) if ", " in headed else line
    if figures_in(told) - figures_in(headed) or _adds_place(told, headed):
        return False
    return len(told) <= len(headed) + _ADDS and alike(told, headed)
