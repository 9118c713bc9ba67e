"""What the ledger's commands say for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message, PerformanceRecord, Spot, Step
from donghyang.terminal.place_text import place

if TYPE_CHECKING:
    from donghyang.archive.ledger import Booked, Card, Commitments, Serving, Standing
    from donghyang.records import Contradiction, RankingRow, Target, TiedTarget

_MAGNITUDES = "경조억만"
_CURRENCIES = {"CNY": "위안", "KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔"}
_BOUNDS = {">=": " 이상", ">": " 초과", "<=": " 이하", "<": " 미만"}
_SIDE = 60
"""Characters of a line that are shown on either side of what is meant."""
_NOTHING = Message("아카이브에 없습니다.", "not in the archive.")
_NONE_SERVES = Message("  맞는 성과가 없습니다.", "  nothing that serves it.")
_OPEN_ONLY = Message(
    "목표가 많아 기한이 이른 것만 보입니다. 낱말, --region, --due, --actor로 좁히십시오.",
    "there are many targets; only those due first are shown. Narrow them by words, --region, --due or --actor.",
)
_TIES = {
    "restated": Message("다시 밝힘", "said again"),
    "raised": Message("높임", "raised"),
    "lowered": Message("낮춤", "lowered"),
    "advanced": Message("앞당김", "moved forward"),
    "delayed": Message("늦춤", "put off"),
    "met": Message("이룸", "met"),
    "missed": Message("못 이룸", "missed"),
    "silent": Message("기한이 지났으나 보고 없음", "due, and nothing was reported"),
}
_KINDS = {
    "target": Message("목표", "targets"),
    "benefit": Message("지원", "benefits"),
    "ranking": Message("순위", "rankings"),
    "record": Message("기록", "records"),
    "achievement": Message("성과", "achievements"),
}


def _as_text(lines: Iterable[Message], language: Language) -> str:
    told = [on_one_line(line.text(language)) for line in lines]
    return "\n".join(told or [_NOTHING.text(language)])


def _same(text: str) -> Message:
    return Message(text, text)


def _placed(spot: Spot, before: str, after: str = "") -> Message:
    where = place(spot)
    return Message(f"{before}{where.ko}{after}", f"{before}{where.en}{after}")


def commitments_as_text(found: Commitments, language: Language) -> str:
    """Each target with its deadline and what became of it; then the contradictions with both places."""
    head = [_OPEN_ONLY] if found.open_only else []
    return _as_text([*head, *_targets(found.targets), *_clashes(found.contradictions)], language)


def _targets(found: Sequence[TiedTarget]) -> Iterator[Message]:
    for one in found:
        first, target = one.steps[0].stated, one.last.target
        assert first is not None
        yield _same(f"{target.deadline or '----'}  {target_label(one)}")
        yield _placed(first.spot, "      ")
        if one.last.line not in (target.text, ""):
            yield _same(f"      “{_around(one.last.line, target.text)}”")
        yield from map(_tied, one.steps[1:])


def target_label(one: TiedTarget) -> str:
    """Who or which document, and what is to be reached."""
    target = one.last.target
    return f"{target.actor or one.last.document or '-'}: {_words(target)}"


def _tied(step: Step) -> Message:
    tie = _TIES[step.tie]
    if step.stated is not None:
        told = _placed(step.stated.spot, f": {_words(step.stated.target)} (", ")")
    elif (one := step.reported) is not None:
        told = _placed(one.spot, f": {one.reached.metric} {one.reached.text} (", ")")
    else:
        told = _same("")
    return Message(f"      {tie.ko}{told.ko}", f"      {tie.en}{told.en}")


def _words(target: Target) -> str:
    """What is to be reached: the measure with its value and bound, else the target's own words."""
    metric, value = target.metric or "", target.value
    if value is None or not metric:
        return _amount(value, target.unit) if value is not None and target.text[-1:].isdigit() else target.text
    bound = _BOUNDS.get(target.bound or "", "")
    start = f" (← {target.baseline})" if target.baseline else ""
    return f"{metric} {_amount(value, target.unit)}{bound}{start}"


def _around(line: str, words: str) -> str:
    """A line, cut to what stands around some of its words where it is long."""
    at = max(0, line.find(words))
    start, end = max(0, at - _SIDE), min(len(line), at + len(words) + _SIDE)
    return f"{'…' if start else ''}{line[start:end].strip()}{'…' if end < len(line) else ''}"


def _amount(value: Decimal, unit: str | None) -> str:
    """A figure as Korean offices write it: 4800 million yuan are 48억 위안, 22950 km 2만 2,950㎞."""
    from donghyang.draft.figures import number

    digits, named = number(value), _CURRENCIES.get(unit or "", unit or "")
    return f"{digits}{' ' if digits[-1] in _MAGNITUDES else ''}{named}"


def _clashes(found: Sequence[Contradiction]) -> Iterator[Message]:
    for one in found:
        yield Message(f"서로 다름: {one.what} {one.when or ''}", f"contradiction: {one.what} {one.when or ''}")
        yield _placed(one.first, f"      {one.first_text} (", ")")
        yield _placed(one.second, f"      {one.second_text} (", ")")


def booked_as_text(rows: Sequence[Booked], language: Language) -> str:
    """Two lines a row: where it stands, and the line that says it."""
    return _as_text(_rows(rows), language)


def _rows(rows: Iterable[Booked]) -> Iterator[Message]:
    for row in rows:
        yield place(row.spot)
        if isinstance(row.fact, PerformanceRecord) and (told := _performance(row.fact)):
            yield _same(f"    {told}")
        yield _same(f"      {_around(row.line, row.fact.text)}")


def _performance(fact: PerformanceRecord) -> str:
    """Who or what, by which measure, how much, and before."""
    value = f"{_amount(fact.value, fact.unit)}{_BOUNDS.get(fact.bound or '', '')}" if fact.value is not None else ""
    value = value or (f"{fact.factor}배" if fact.factor is not None else "")
    value = value or (f"{fact.change:+}%" if fact.change is not None else "")
    before = f" (← {_amount(fact.before, fact.unit)})" if fact.before is not None else ""
    compared = f" ({fact.compared})" if fact.compared else ""
    said = " ".join(part for part in (fact.metric, value) if part)
    return f"{fact.holder or '-'}: {said}{before}{compared}" if said else ""


def standings_as_text(found: Sequence[Standing], language: Language) -> str:
    """A line for each ranking, one for each of its rows, and what does not fit the edition before."""
    return _as_text(_standings(found), language)


def _standings(found: Sequence[Standing]) -> Iterator[Message]:
    for one in found:
        fact = one.booked.fact
        told = (getattr(fact, "when", None), getattr(fact, "by", None), getattr(fact, "subject", None))
        yield _placed(one.booked.spot, f"{' · '.join(word for word in told if word)} (", ")")
        yield from map(_ranked, one.rows)
        yield from (Message(f"    ! {doubt.ko}", f"    ! {doubt.en}") for doubt in one.doubts)


def _ranked(row: RankingRow) -> Message:
    rank = f"{row.rank or '?'}"
    within = Message(f"{rank}위 안" if row.within else f"{rank}위", f"top {rank}" if row.within else f"no. {rank}")
    before = f" (← {row.before})" if row.before else ""
    value = f" {_amount(row.value, row.unit)}" if row.value is not None else ""
    tail = f"{before}  {row.entity or '?'}{value}"
    return Message(f"    {within.ko}{tail}", f"    {within.en}{tail}")


def needs_as_text(found: Sequence[Serving], names: Sequence[str], language: Language) -> str:
    """For each need the achievements that may serve it, with the reasons; of one that nothing serves that it is so."""
    return _as_text(_served(found, names), language)


def _served(found: Sequence[Serving], names: Sequence[str]) -> Iterator[Message]:
    for need in names:
        yield _same(f"[{need}]")
        group = [one for one in found if one.served.need == need]
        if not group:
            yield _NONE_SERVES
        for one in group:
            yield _placed(one.booked.spot, "  ")
            yield _same(f"      {one.booked.line}")
            reasons = one.served.reasons
            yield Message(f"      ({'; '.join(r.ko for r in reasons)})", f"      ({'; '.join(r.en for r in reasons)})")


def card_as_text(name: str, found: Card, language: Language) -> str:
    """The names, the articles, and what the ledger says by kind."""
    if not found.mentions:
        return _NOTHING.text(language)
    return _as_text(_card(name, found), language)


def _card(name: str, found: Card) -> Iterator[Message]:
    yield _same(f"{name}: {', '.join(f'{korean}({hanja})' for korean, hanja in found.names) or '-'}")
    count = len(found.mentions)
    yield Message(f"기사 {count}건", f"{count} articles")
    yield from (Message(f"  {where.ko}", f"  {where.en}") for where in map(place, found.mentions))
    for kind, rows in groupby(found.said, key=lambda row: row.fact.kind):
        yield _KINDS[kind]
        yield from (Message(f"  {line.ko}", f"  {line.en}") for line in _rows(rows))
