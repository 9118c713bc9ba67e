"""By how much one figure is more than another: 베이징은 상하이보다 몇 점 높은가."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import Question
from donghyang.language.patterns import lazily

_GAP = lazily("높|낮|많|적은|적나|앞|뒤|차이|격차|빠른|빠르|느린|느리|큰|작은|더|얼마나")
_AGAINST = lazily(r"\s(?:몇\s?\S+\s)?(?:앞|제치|뒤|웃도)")
_APART_ONLY = lazily("차이|격차")
"""What asks for the distance alone."""
_LESS = lazily(r"뒤진|뒤지|뒤처|낮|적은|적나|적게|느린|느리|작은|작나|짧")
"""What says that the first of two is the lesser one."""
_NAMES = ("name", "word")


def halves(question: Question) -> tuple[Question, Question] | None:
    """The question of the one thing and that of the other; None where it does not say which two."""
    two = _two(question)
    if two is None or question.asked is None:
        return None
    one, other = (_whole(need, question) for need in two)
    if set(one) & set(other):
        return None
    asked = replace(question.asked, sort="figure")
    rest = [need for need in question.needs if need not in (*one, *other) and not _is_told(need)]
    return (
        replace(question, asked=asked, needs=(*rest, *one), core=one, around=one),
        replace(question, asked=asked, needs=(*rest, *other), core=other, around=other),
    )


def is_told_right(question: Question, one: Decimal, other: Decimal) -> bool:
    """Whether two values differ, and the one that the question calls the greater is."""
    if _APART_ONLY.search(question.text):
        return one != other
    return one < other if _LESS.search(question.text) else one > other


def _is_told(need: Need) -> bool:
    return need.kind in ("deed", "turned") or _GAP.match(need.text) is not None


def _whole(need: Need, question: Question) -> tuple[Need, ...]:
    """The words that name one thing: the last of them, and those before it that carry no particle."""
    place = question.needs.index(need)
    found = [need]
    for before in reversed(question.needs[:place]):
        joined = question.text[before.span[1] : found[0].span[0]].strip(" -·&") == ""
        if (
            not joined
            or (before.kind != "figure" and before.text != before.forms[0])
            or before.kind not in (*_NAMES, "figure")
        ):
            break
        found.insert(0, before)
    return tuple(found)


def _two(question: Question) -> tuple[Need, Need] | None:
    """The last words of the one thing and of the other."""
    text, needs = question.text, [need for need in question.needs if need.kind in _NAMES]
    base = next((need for need in needs if need.text.endswith("보다") or text.startswith("보다", need.span[1])), None)
    if base is None:
        base = next(
            (need for need in needs if need.text.endswith(("을", "를", "에")) and _AGAINST.match(text, need.span[1])),
            None,
        )
    if base is None:
        return _pair(needs) if "차이" in text or "격차" in text else None
    before = [need for need in needs if need.span[0] < base.span[0] and _is_topic(need, text)]
    behind = [need for need in needs if need.span[0] > base.span[0] and _is_topic(need, text)]
    one = before[-1] if before else behind[0] if behind else None
    return (one, base) if one else None


def _pair(needs: list[Need]) -> tuple[Need, Need] | None:
    """A와 B의 차이."""
    place = next((at for at, need in enumerate(needs[:-1]) if need.text.endswith(("와", "과"))), None)
    return None if place is None else (needs[place], needs[place + 1])


def _is_topic(need: Need, text: str) -> bool:
    if need.text.endswith(("은", "는")) or text[need.span[1] : need.span[1] + 1] in ("은", "는"):
        return True
    return need.kind == "name" and need.text.endswith(("이", "가"))
