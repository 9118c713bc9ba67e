"""Which of the things that can be said go into an article, in which order and under which label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import Bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.headlines import Headline
    from donghyang.draft.sentences import Phrase

_THIN = 14
_LONG_LEAD = 70
_SUMMARY_FACTS = 2
_GROUPS = (("", "publish"), ("(주요목표) ", "goal"), ("(주요내용) ", "act"), ("(주요성과) ", "figure"))


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase, the page it was read on, and how much an editor would want it."""

    phrase: Phrase
    page: str
    weight: float


def weight(phrase: Phrase) -> float:
    """How much an editor wants a phrase: goals with figures before figures before deeds; early before late."""
    value = {"publish": 3.0, "figure": 3.0, "event": 2.0, "act": 1.5, "setting": 0.0}[phrase.shapes[0]]
    value += 2.0 if phrase.goal and "figure" in phrase.shapes else 0.5 if phrase.goal else 0.0
    value += 0.3 * min(len(phrase.shapes), 3)
    value -= 2.0 if len(phrase.korean) < _THIN and not re.search(r"\d", phrase.korean) else 0.0
    return value - 0.4 * phrase.left - 0.15 * phrase.paragraph


def choose_lead(said: Sequence[Said], title: Headline) -> tuple[Said | None, list[Said]]:
    """The weightiest phrase and what the body says, in the order of the text; (None, []) where nothing can be said.

    A phrase that repeats the headline leads only where there is no other.

    A figure of the lead stands in the body too, as the house wants it; a lead without one is not repeated.
    """
    fitting = [one for one in said if not _alike(one.phrase.korean, title.korean)] or list(said)
    if not fitting:
        return None, []
    best = max(fitting, key=lambda one: one.weight - 0.02 * max(0, len(one.phrase.korean) - _LONG_LEAD))
    body = [one for one in said if one is best or not _echoes(one.phrase.korean, best.phrase.korean)]
    return best, body if re.search(r"\d", best.phrase.short) else [one for one in body if one is not best]


def bullets(said: Sequence[Said], limit: int, *, grouped: bool) -> tuple[tuple[Bullet, ...], list[Said]]:
    """The best phrases and what each bullet says; grouped: what happened, the goals, the measures, the figures."""
    best = _without_echoes(sorted(said, key=lambda one: -one.weight), limit)
    chosen = [one for one in said if one in best]
    if not grouped:
        return tuple(Bullet(1, one.phrase.korean) for one in chosen), chosen
    made: list[Bullet] = []
    order: list[Said] = []
    for label, group in _GROUPS:
        members = [one for one in chosen if _group(one.phrase) == group]
        for at, one in enumerate(members):
            nested = at > 0 and bool(label)
            text = one.phrase.korean if nested or len(members) == 1 else label + one.phrase.korean
            made.append(Bullet(2 if nested else 1, text))
            order.append(one)
    return tuple(made), order


def summary(title: Headline, lead: Said | None, shown: Sequence[Said]) -> str:
    """Headline, lead and the two weightiest of the other goals and figures, as sentences; "" for nothing."""
    telling = [one for one in shown if "figure" in one.phrase.shapes or one.phrase.goal]
    best = sorted(telling, key=lambda one: -one.weight)[:_SUMMARY_FACTS]
    opening = "" if lead and _alike(lead.phrase.korean, title.korean) else title.prose
    notes = [opening, lead.phrase.prose if lead else "", *(one.phrase.prose for one in best)]
    return " ".join(note for note in dict.fromkeys(notes) if note)


def _group(phrase: Phrase) -> str:
    if phrase.goal:
        return "goal"
    return {"publish": "publish", "event": "publish", "figure": "figure"}.get(phrase.shapes[0], "act")


def _without_echoes(said: Sequence[Said], limit: int) -> list[Said]:
    """`limit` statements, each once: of phrases with the same figures or nearly the same words the first stays."""
    kept: list[Said] = []
    for one in said:
        if len(kept) == limit:
            break
        if not any(_echoes(one.phrase.korean, other.phrase.korean) for other in kept):
            kept.append(one)
    return kept


def _echoes(a: str, b: str) -> bool:
    figures = [set(re.findall(r"\d[\d,.]*[조억만]?[%가-힣a-zA-Z]?", text)) for text in (a, b)]
    smaller, larger = sorted(figures, key=len)
    return (bool(smaller) and smaller <= larger) or (not larger and _alike(a, b))


def _alike(a: str, b: str) -> bool:
    """Do two phrases say the same but for a word or two, or name the same document?"""
    if set(re.findall("‘[^’]{6,}’", a)) & set(re.findall("‘[^’]{6,}’", b)):
        return True
    first, second = (set(re.findall(r"[가-힣A-Za-z0-9]{2,}", text)) for text in (a, b))
    return bool(first and second) and len(first & second) >= 0.8 * min(len(first), len(second))
