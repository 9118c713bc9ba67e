"""Whether one article alone can be meant, and a place in it that says all by which its places differ.

A question says the same thing in other words than a report; what fixes the article are its rarer words, and what fixes
the place are those that the article has.
"""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.question import words
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.gates import is_open
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.weighing import Scored, goes_without_saying, names_near
from donghyang.language.patterns import lazily

_CLEAR = 1.4
"""How many times as much of a question the article says as the next one."""
_SAID = 0.9
"""How much of a word an article says where it has it."""
_CODE = lazily(r"(?=[a-z0-9\-]*[0-9])[a-z][a-z0-9\-]*")
"""The code of a product: pr23."""


def the_article(question: Question, near: Sequence[tuple[Held, float]], holdings: Holdings) -> Held | None:
    """The article that alone can be meant: it says all names and years of a question, and far more of it than the next
    that does; None for none."""
    meant = [(article, score) for article, score in near if _may_be_meant(question, article, holdings)]
    if not meant or (len(meant) > 1 and meant[0][1] < _CLEAR * meant[1][1]):
        return None
    return meant[0][0]


def settled(question: Question, scored: Sequence[Scored], article: Held, holdings: Holdings) -> list[Scored]:
    """The places of an article that may answer a question, by all that the article itself tells them apart by."""
    if question.asked is None or question.asked.sort not in ("figure", "date"):
        return []
    if not _says_every_noun(question, article):
        return []
    codes = {found[0] for found in _CODE.finditer(folded(article.whole).plain)}
    places = [one for one in scored if one.article is article and _is_open(question, one, codes, holdings)]
    told = [one for one in places if not _lacks_what_tells(one) and _is_of_its_sort(question, one)]
    hard = [{need for need in one.fit.own if need.is_hard} for one in told]
    if any({need for need in one.fit.own if need.is_hard} > own for one in places if one not in told for own in hard):
        return []
    return told


def _may_be_meant(question: Question, article: Held, holdings: Holdings) -> bool:
    whole = folded(article.whole)
    if not all(need.said_in(whole) for need in question.needs if need.is_hard):
        return False
    years = {(period.value or "")[:4] for period in question.periods}
    day = str(article.day.year) if article.day else ""
    return all(year == day or year in whole.plain or f"{year[2:]}년" in whole.plain for year in years)


def _is_open(question: Question, one: Scored, codes: set[str], holdings: Holdings) -> bool:
    """Whether a place lacks no name, number or year of a question, and nothing forbids it."""
    hard = [need for need in (*one.fit.missing, *one.fit.far) if need.is_hard]
    if any(need.forms[0] not in codes or len(codes) > 1 for need in hard):
        return False
    return names_near(question, one.found.candidate) and is_open(question, one.found.candidate, holdings)


def _lacks_what_tells(one: Scored) -> bool:
    """Whether a place lacks a word of the question that its article says of another."""
    whole = folded(one.article.whole)
    return any(
        need.kind != "deed" and need.said_in(whole) >= _SAID
        for need in (*one.fit.missing, *one.fit.far)
        if not goes_without_saying(need, one.article) and not need.is_hard
    )


def _says_every_noun(question: Question, article: Held) -> bool:
    """Whether an article says all nouns of a question, anywhere; one that it does not say may be another thing."""
    whole = folded(article.whole)
    nouns = [need for need in question.needs if need.kind != "deed" and not goes_without_saying(need, article)]
    return bool(nouns) and all(need.said_in(whole) for need in nouns)


def _is_of_its_sort(question: Question, one: Scored) -> bool:
    """Whether what is measured is said, or told by a unit that counts one sort of thing alone."""
    asked = question.asked
    if asked is None:
        return False
    if asked.sort == "figure" and asked.unit is None and len(asked.kinds) > 1:
        return bool(question.core) and all(need in one.fit.own for need in question.core)
    if not any(need in (*one.fit.missing, *one.fit.far) for need in question.core):
        return True
    return asked.unit is not None and asked.unit not in words("any_thing") and one.found.unit == asked.unit
