"""What forbids an answer however well its words fit: another time, another place, the opposite, what is still to come."""

from __future__ import annotations

import datetime as dt
from functools import cache

from donghyang.archive.answers.fitting import Candidate
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.listings import listings
from donghyang.archive.answers.needs import Need
from donghyang.archive.answers.passages import is_topic
from donghyang.archive.answers.question import Question
from donghyang.language import gazetteer, tables
from donghyang.language.patterns import lazily
from donghyang.language.poles import poles
from donghyang.records import Period

_WORD = lazily("[가-힣]+")
_BASE = lazily(r"(?:의)?\s?(?:같은\s기간|동기|실적|수준|[말초])?(?:의)?\s?(?:대비|보다|에 ?비해)")
"""Behind a time that a figure is only held against: 전년 대비."""
_BRACKET = lazily(r"[(（][^()（）]*[)）]")
_PLANS = lazily("[할될갈올질낼릴출킬울칠] 계획|계획(?:임|이[며다]|$|[,.])|[년월말]까지")
_LABEL = lazily(r"^\s*[(（][^()（）]{1,14}[)）]")
_MOST = 2
_TOTAL = lazily(r"총\s?[0-9]|모두\s?[0-9]|약\s?[0-9]")
_OWNER = lazily(r"(?P<owner>[가-힣A-Za-z0-9·\-]+)\s?$")
_RANKED = lazily("(?:특별행정구|자치구|신구|성|시|구|현)?(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로|도)?$")


def is_open(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether nothing forbids the place."""
    return (
        _in_time(question, candidate, holdings)
        and _in_place(question, candidate)
        and _in_row(question, candidate, holdings)
        and _is_owned(question, candidate)
        and _among(question, candidate, holdings)
        and _goes_the_way(question, candidate)
        and not _only_planned(question, candidate, holdings)
    )


def times_of(candidate: Candidate, holdings: Holdings) -> tuple[tuple[Period, ...], str]:
    """The times that govern a place, from the nearest text that has any: (times, what text: own, line, over, head, before, day)."""
    passage = candidate.passage
    article = holdings.articles[passage.at]
    text = passage.text
    own = slice(*candidate.own)
    levels: list[tuple[str, str]] = []
    if passage.row is None:
        levels.append(("own", text[own]))
    levels.append(("line", f"{candidate.head} {text}"))
    levels.extend(("over", over) for over in passage.over)
    levels.append(("head", "\n".join(part for part in (article.lead, article.headline) if part and part != text)))
    levels.extend(("before", before) for before in reversed(passage.before))
    for level, said in levels:
        found = _years(said, holdings, article.day)
        if found:
            return found, level
    return (), "day"


def _years(text: str, holdings: Holdings, day: dt.date | None) -> tuple[Period, ...]:
    return tuple(
        fact
        for fact in holdings.facts(text, day)
        if isinstance(fact, Period) and fact.value and not _BASE.match(text, fact.end)
    )


def _in_time(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    if not question.periods:
        return True
    found, _ = times_of(candidate, holdings)
    if not found:
        day = holdings.articles[candidate.passage.at].day
        return day is not None and all(_same(wanted, str(day.year), None) for wanted in question.periods)
    return all(any(_same(wanted, time.value or "", time.high) for time in found) for wanted in question.periods)


def _same(wanted: Period, value: str, high: str | None) -> bool:
    """Whether a text's time is the one asked for: as far as both say it; of a stretch its last year counts too."""
    if wanted.high and high and wanted.high != "..":
        return value[:4] == (wanted.value or "")[:4] and high[:4] == wanted.high[:4]
    asked = (wanted.high if wanted.high and wanted.high != ".." else wanted.value) or ""
    ends = [value] if not high or high == ".." else [value, high] if not wanted.high else [high]
    return any(end and (end.startswith(asked) or asked.startswith(end)) for end in ends)


def _in_place(question: Question, candidate: Candidate) -> bool:
    """Not where the own stretch names another place than the question does, of which neither holds the other."""
    asked = {
        name for need in question.needs if need.kind == "name" for name in need.forms[:1] if gazetteer.called(name)
    }
    if not asked:
        return True
    passage = candidate.passage
    said = passage.text if passage.row is not None else passage.text[slice(*candidate.own)]
    named = places_in(f"{said} {candidate.head}")
    if named and not asked & named and not any(_holds(one, other) for one in asked for other in named):
        return False
    near = places_in("\n".join((passage.text, candidate.head, *passage.over)))
    return bool(asked & near) or all(any(_holds(one, other) for one in asked) for other in places_in(passage.text))


def _is_owned(question: Question, candidate: Candidate) -> bool:
    """Not in a bracket behind a name that the question does not say: the parameters of ChatGPT(1750억 개)."""
    text = candidate.passage.text
    opened = text.rfind("(", 0, candidate.start)
    if candidate.passage.row is not None or opened <= 0 or ")" in text[opened : candidate.start]:
        return True
    owner = _OWNER.search(text, 0, opened)
    if owner is None:
        return True
    if _TOTAL.match(text, opened + 1):
        return True
    said = folded(owner["owner"])
    inside = folded(text[opened : candidate.end])
    return any(need.said_in(said) for need in question.needs) or any(
        need.said_in(inside) for need in question.needs if need.kind in ("name", "word")
    )


def _among(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Not where only a list at the article's head says a word, and the place speaks of another member of the list."""
    passage = candidate.passage
    near = folded("\n".join((passage.text, candidate.head, *passage.over)))
    far = [need for need in question.needs if not need.said_in(near)]
    if not far:
        return True
    for listing in listings(holdings.articles[passage.at].head):
        items = [folded(item) for item in listing.items]
        asked = {at for at, item in enumerate(items) if any(need.said_in(item) == 1.0 for need in far)}
        if asked and any(near.holds(item.letters) == 1.0 for at, item in enumerate(items) if at not in asked):
            return False
    return True


def _in_row(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Not where the question names what another row of the table is about."""
    row = candidate.passage.row
    if row is None:
        return True
    own = folded(candidate.passage.text)
    for need in question.needs:
        if need.said_in(own) < 1.0 and any(_is_about(cell, need) for cell in row.beside):
            return False
    topics = [cell for cell in row.cells if is_topic(cell)]
    if not row.beside or not topics or any(cell.strip() in tables.words(__package__, "totals") for cell in topics):
        return True
    if question.periods and _years(candidate.passage.text, holdings, holdings.articles[candidate.passage.at].day):
        return True
    return question.asked is not None and (question.asked.sort in ("ranked", "extreme") or any(_is_named(cell, question) for cell in topics))


def _is_named(cell: str, question: Question) -> bool:
    """Whether words of the question say most of a cell."""
    bare = folded(_BRACKET.sub("", cell))
    said = sum(max((len(form) for form in need.forms if bare.holds(form) == 1.0), default=0) for need in question.needs)
    return _MOST * said > len(bare.letters)


def _is_about(cell: str, need: Need) -> bool:
    """Whether a cell is about a word: says it, and little else."""
    said = folded(cell)
    form = need.forms[0]
    return need.said_in(said) == 1.0 and (need.kind == "name" or 2 * len(form) >= len(said.letters))


@cache
def places_in(text: str) -> frozenset[str]:
    """The places of China that a text names, by their Hangul without rank."""
    found = set()
    for word in _WORD.findall(text):
        stem = _RANKED.sub("", word)
        for form in (stem, word):
            if len(form) > 1 and form in gazetteer.by_hangul() and form not in gazetteer.homographs():
                found.add(form)
    return frozenset(found)


@cache
def _holds(one: str, other: str) -> bool:
    """Whether one of two places lies in the other."""
    return any(
        gazetteer.within(a, b) or gazetteer.within(b, a) for a in gazetteer.called(one) for b in gazetteer.called(other)
    )


def _goes_the_way(question: Question, candidate: Candidate) -> bool:
    """Not where the question says that a thing went up and the place that it went down."""
    asked = {sign.pair: sign.pole for sign in poles(question.text, "ko")}
    said = poles(candidate.passage.text, "ko", *candidate.own)
    for pair, pole in asked.items():
        held = {sign.pole for sign in said if sign.pair == pair}
        if held and pole not in held:
            return False
    return True


def _only_planned(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether the place tells what is still to come, and the question asks for what is."""
    if question.ahead or candidate.passage.row is not None:
        return False
    text = _LABEL.sub("", candidate.passage.text[slice(*candidate.own)])
    if not any(word in text for word in tables.words(__package__, "planned")) and not _PLANS.search(text):
        return False
    day = holdings.articles[candidate.passage.at].day
    return not any(day and period.value and period.value[:4] > str(day.year) for period in question.periods)
