"""By how much one figure is more than another: 베이징은 상하이보다 몇 점 높은가."""

from __future__ import annotations

from dataclasses import replace

from donghyang.archive.answers.question import Question
from donghyang.archive.answers.needs import Need
from donghyang.language.patterns import lazily

_THAN = lazily(r"(?:보다|에 비해|대비|을|를|와|과)")
_TOPIC = lazily(r"(?:은|는|이|가|의|와|과)$")


def halves(question: Question) -> tuple[Question, Question] | None:
    """The question of the one thing and that of the other; None where it does not say which two."""
    two = _two(question)
    if two is None or question.asked is None:
        return None
    asked = replace(question.asked, sort="figure")
    one, other = two
    rest = [
        need for need in question.needs if need not in two and need.kind not in ("deed", "turned") and not _is_gap(need)
    ]
    return tuple(replace(question, asked=asked, needs=(*rest, need), core=(need,)) for need in (one, other))  # type: ignore[return-value]


def _is_gap(need: Need) -> bool:
    return (
        lazily(r"높|낮|많|적은|적나|앞|뒤|차이|격차|빠른|빠르|느린|느리|큰|작은|더|얼마나").match(need.text) is not None
    )


def _two(question: Question) -> tuple[Need, Need] | None:
    text = question.text
    base = next(
        (need for need in question.needs if need.text.endswith("보다") or text.startswith("보다", need.span[1])), None
    )
    if base is None:
        base = next(
            (
                need
                for need in question.needs
                if need.text.endswith(("을", "를", "에")) and _leads(text[need.span[1] :])
            ),
            None,
        )
    if base is None:
        return None
    before = [need for need in question.needs if need.span[0] < base.span[0] and _is_topic(need, text)]
    behind = [need for need in question.needs if need.span[0] > base.span[0] and _is_topic(need, text)]
    one = before[-1] if before else behind[0] if behind else None
    return (one, base) if one and one.kind in ("name", "word") and base.kind in ("name", "word") else None


def _leads(behind: str) -> bool:
    return lazily(r"\s(?:몇\s?\S+\s)?(?:앞|제치|뒤|웃도)").match(behind) is not None


def _is_topic(need: Need, text: str) -> bool:
    return need.text.endswith(("은", "는")) or text[need.span[1] : need.span[1] + 1] in ("은", "는")
