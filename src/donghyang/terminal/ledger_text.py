"""What the ledger's commands say for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.language.nearness import letters
from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message, Reported, Spot, Step

if TYPE_CHECKING:
    from donghyang.archive.ledger import Booked, Card, Commitments, Serving, Standing
    from donghyang.records import Contradiction, RankingRow, Target, TiedTarget

_MAGNITUDES = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
_CURRENCIES = {"CNY": "위안", "KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔"}
_NOTHING = Message("아카이브에 없습니다.", "not in the archive.")
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


def _where(spot: Spot) -> str:
    return f"{spot.issue} {spot.section} {spot.number or '-'}  {spot.headline}"


def commitments_as_text(found: Commitments, language: Language) -> str:
    """Each target with its deadline and what became of it; then the contradictions with both places."""
    return _as_text([*_targets(found.targets), *_clashes(found.contradictions)], language)


def _targets(found: Sequence[TiedTarget]) -> Iterator[Message]:
    for one in found:
        first, target = one.steps[0].stated, one.last.target
        assert first is not None
        yield _same(f"{target.deadline or '----'}  {target.actor or one.last.spot.headline}: {_words(target)}")
        yield _same(f"      {_where(first.spot)}")
        yield from map(_tied, one.steps[1:])


def _tied(step: Step) -> Message:
    tie = _TIES[step.tie]
    if step.stated is not None:
        told = f": {_words(step.stated.target)} ({_where(step.stated.spot)})"
    else:
        told = f": {_figure(step.reported)}" if step.reported is not None else ""
    return Message(f"      {tie.ko}{told}", f"      {tie.en}{told}")


def _words(target: Target) -> str:
    """A target's words; of a bare cell its value, whose unit and magnitude stand in the head: 산업 규모 45억 위안."""
    metric, text = target.metric or "", target.text
    if target.value is not None and text[-1:].isdigit():
        text = _amount(target.value, target.unit)
    return text if letters(metric) in letters(text) else f"{metric} {text}"


def _amount(value: Decimal, unit: str | None) -> str:
    """A figure in the magnitudes of Korean: 4800 million yuan are 48억 위안."""
    size, word = next(((size, word) for size, word in _MAGNITUDES if abs(value) >= size), (Decimal(1), ""))
    digits = f"{(value / size).normalize():,f}"
    named = _CURRENCIES.get(unit or "", unit or "")
    return f"{digits}{word}{' ' if unit in _CURRENCIES else ''}{named}"


def _figure(reported: Reported) -> str:
    return f"{reported.reached.metric} {reported.reached.text} ({_where(reported.spot)})"


def _clashes(found: Sequence[Contradiction]) -> Iterator[Message]:
    for one in found:
        yield Message(f"서로 다름: {one.what} {one.when or ''}", f"contradiction: {one.what} {one.when or ''}")
        yield _same(f"      {one.first_text} ({_where(one.first)})")
        yield _same(f"      {one.second_text} ({_where(one.second)})")


def booked_as_text(rows: Sequence[Booked], language: Language) -> str:
    """Two lines a row: where it stands, and the line that says it."""
    return _as_text(_rows(rows), language)


def _rows(rows: Iterable[Booked]) -> Iterator[Message]:
    for row in rows:
        yield _same(_where(row.spot))
        yield _same(f"      {row.line}")


def standings_as_text(found: Sequence[Standing], language: Language) -> str:
    """A line for each ranking, one for each of its rows, and what does not fit the edition before."""
    return _as_text(_standings(found), language)


def _standings(found: Sequence[Standing]) -> Iterator[Message]:
    for one in found:
        fact = one.booked.fact
        told = (getattr(fact, "when", None), getattr(fact, "by", None), getattr(fact, "subject", None))
        yield _same(f"{' · '.join(word for word in told if word)} ({_where(one.booked.spot)})")
        yield from map(_ranked, one.rows)
        yield from (Message(f"    ! {doubt.ko}", f"    ! {doubt.en}") for doubt in one.doubts)


def _ranked(row: RankingRow) -> Message:
    rank = f"{row.rank or '?'}"
    within = Message(f"{rank}위 안" if row.within else f"{rank}위", f"top {rank}" if row.within else f"no. {rank}")
    before = f" (← {row.before})" if row.before else ""
    value = f" {_amount(row.value, row.unit)}" if row.value is not None else ""
    tail = f"{before}  {row.entity or '?'}{value}"
    return Message(f"    {within.ko}{tail}", f"    {within.en}{tail}")


def needs_as_text(found: Sequence[Serving], language: Language) -> str:
    """For each need the achievements that may serve it, with the reasons."""
    return _as_text(_served(found), language)


def _served(found: Sequence[Serving]) -> Iterator[Message]:
    for need, group in groupby(found, key=lambda one: one.served.need):
        yield _same(f"[{need}]")
        for one in group:
            yield _same(f"  {_where(one.booked.spot)}")
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
    yield from (_same(f"  {hit.issue} {hit.section} {hit.number}  {hit.headline}") for hit in found.mentions)
    for kind, rows in groupby(found.said, key=lambda row: row.fact.kind):
        yield _KINDS[kind]
        yield from (_same(f"  {line.ko}") for line in _rows(rows))
