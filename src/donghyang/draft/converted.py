"""Foreign sums of an article with what they are in won behind them: 20억 위안(약 3,805억 원)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.figures import number
from donghyang.draft.lexicon import counters
from donghyang.facts import find_facts
from donghyang.facts.exchange import HOME, agrees_with, implied, in_won, rate_of
from donghyang.records import Bullet, Open, Quantity, Table
from donghyang.report.grammar import open_of, opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from decimal import Decimal

    from donghyang.draft.writer import Written
    from donghyang.facts.exchange import Rates
    from donghyang.records import Block, Evidence

_OPENING, _CLOSING = "(（‘“《〈", ")）’”》〉"
_NOT_ALONE = re.compile(r"\s?[(（/]")
"""What follows a sum that is converted already, or that is a price for something (위안/톤)."""


def converted(item: Written, rates: Rates, issue: dt.date) -> Written:
    """The article with its sums converted by the newsroom's rates: lead, bullets, open lines, summary, and cells that
    say more than a sum. What has no rate stays as it is; places of evidence move with the words."""
    article = item.article

    def won(text: str) -> str:
        return in_line(text, rates, article.date, issue)

    blocks = tuple(_block(block, won) for block in article.blocks)
    made = replace(article, lead=won(article.lead) if article.lead else article.lead, blocks=blocks)
    evidence = (
        _moved(one, article.lead or "", made.lead or "")
        if one.block is None
        else _moved(one, _text(article.blocks[one.block]), _text(blocks[one.block]))
        for one in item.evidence
    )
    return replace(item, article=made, evidence=tuple(evidence), summary=won(item.summary))


def in_line(text: str, rates: Rates, article: dt.date | None, issue: dt.date) -> str:
    """A line with each foreign sum converted once, of the day of its article, else of the issue's.

    Sums in brackets and in names stay as they are, and so do ranges.
    """
    made, at = "", 0
    told: set[str] = set()
    for fact in find_facts(text):
        if not isinstance(fact, Quantity) or fact.kind != "money" or fact.start < at:
            continue
        end = _end_of_unit(text, fact)
        rate = rate_of(fact, rates, article, issue)
        shown = _shown(fact, rate) if end and rate is not None else ""
        if not shown or text[fact.start : end] in told or _NOT_ALONE.match(text, end) or _is_inside(text, fact.start):
            continue
        told.add(text[fact.start : end])
        made, at = f"{made}{text[at:end]}(약 {shown} 원)", end
    return made + text[at:]


def _end_of_unit(text: str, fact: Quantity) -> int:
    """Where the name of the currency ends, in front of a bound (이상); 0 where it is not named in Korean."""
    name = counters("currency").get(fact.unit or "")
    at = text.rfind(name, fact.start, fact.end) if name else -1
    return at + len(name or "") if at >= 0 else 0


def _shown(fact: Quantity, rate: Decimal) -> str:
    """A sum in won as it is printed; "" for a range, and where the proofreader would read another rate in it."""
    won = in_won(fact, rate)
    shown = number(won) if won else ""
    read = [one for one in find_facts(f"약 {shown} 원") if isinstance(one, Quantity)]
    pair = implied(fact, read[0]) if len(read) == 1 and read[0].unit == HOME else None
    return shown if pair and agrees_with(*pair, rate) else ""


def _is_inside(text: str, at: int) -> bool:
    """Does a bracket or a quote stand open in front of a place?"""
    before = text[:at]
    return sum(map(before.count, _OPENING)) > sum(map(before.count, _CLOSING))


def _block(block: Block, won: Callable[[str], str]) -> Block:
    if isinstance(block, (Bullet, Open)):
        return replace(block, text=won(block.text))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(cell, won) for cell in row) for row in block.rows))
    return block


def _cell(text: str, won: Callable[[str], str]) -> str:
    """A cell with its sums converted; one that is a sum and nothing else is left alone, as in all such tables."""
    return "\n".join(_item(item, won) for item in text.split("\n"))


def _item(text: str, won: Callable[[str], str]) -> str:
    still = open_of(text)
    words = text if still is None else still
    alone = [fact for fact in find_facts(words) if fact.start == 0 and fact.end == len(words)]
    made = words if alone else won(words)
    return made if still is None else opened(made)


def _text(block: Block) -> str:
    return block.text if isinstance(block, (Bullet, Open)) else ""


def _moved(one: Evidence, before: str, after: str) -> Evidence:
    if before == after:
        return one
    start, end = one.span
    return replace(one, span=(start if after.startswith(before[:start]) else 0, end + len(after) - len(before)))
