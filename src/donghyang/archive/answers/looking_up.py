"""A figure looked up by what it is of: measure, place and time, as the row and head of a table say it, or a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.clashes import forms_of, same_value
from donghyang.archive.answers.folding import Folded, folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers.units import suits
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import Said, place_of
from donghyang.archive.answers.times import same_period
from donghyang.facts.roles import is_served
from donghyang.language import tables
from donghyang.language.patterns import lazily

_COUNTRY = lazily("전국|중국|세계|全国|中国|china|nation|world")
_GOAL = lazily(r"목표|目标|\b(?:target|goal|aims?)\b")


def looked_up(question: Question, near: Sequence[Held], holdings: Holdings) -> list[Said]:
    """The figures that are of just what the question asks for, one value; [] where there is none, or more than one."""
    asked = question.asked
    if asked is None or asked.sort != "figure" or not question.core or not question.periods:
        return []
    if any(need.kind in ("turned", "relative") for need in question.needs):
        return []
    found = [one for article in near for one in holdings.figures(article) if _is_of(question, one)]
    return found if found and all(same_value(found[0].figure, one.figure) for one in found) else []


def _is_of(question: Question, one: Said) -> bool:
    """Whether a figure is of the measure, place and time that a question names, and of no more."""
    asked = question.asked
    if asked is None or not suits(one.figure, asked) or one.changes != asked.change:
        return False
    if is_served(one.passage.text, one.figure):
        return False
    if len(question.periods) != 1 or not same_period(question.periods[0], one.when):
        return False
    if _GOAL.search(question.text.lower()) and one.planned is False:
        return False
    if one.planned and not question.ahead:
        return False
    if not (_is_there(question, one) and _is_placed(question, one)):
        return False
    if any(word not in question.text for word in one.rates):
        return False
    return _says_all(question, one) and _says_no_more(question, one)


def _is_there(question: Question, one: Said) -> bool:
    """Whether a figure is of the one place that a question names; where it names none, of none that its line or row
    does."""
    places = set(_places(question))
    if places or one.region is None:
        return places == ({one.region} if one.region else set())
    return _COUNTRY.search(question.text.lower()) is None and place_of(one.own) is None


def _places(question: Question) -> Iterator[str]:
    """The places that a question names."""
    if (said := place_of(question.text)) is not None:
        yield said
        return
    for need in question.needs:
        if need.kind == "name":
            yield from filter(None, map(place_of, need.forms))


def _is_placed(question: Question, one: Said) -> bool:
    """Whether the article of a figure says every place that a question names."""
    said = folded(one.around)
    return all(need.said_in(said) for need in question.needs if need.kind == "name" and any(map(place_of, need.forms)))


def _says_all(question: Question, one: Said) -> bool:
    """Whether what governs a cell, or the line of a figure, says all nouns of a question, and its own stretch what is
    measured."""
    row = one.passage.row
    over = (row.caption, *row.header, one.article.head) if row is not None else (one.passage.text,)
    own, around = folded(one.own), folded("\n".join((one.own, *over)))
    nouns = [need for need in question.needs if need.kind != "deed" and not _is_hollow(need)]
    return all(_says(need, own if need in question.core else around) for need in nouns) and any(
        _says(need, own) for need in nouns
    )


def _says(need: Need, text: Folded) -> bool:
    if need.said_in(text) == 1.0:
        return True
    return any(form in text.letters for form in forms_of(need.forms[0]))


def _is_hollow(need: Need) -> bool:
    """Whether a word says nothing of what is measured, or only where."""
    return need.forms[0] in tables.words(__package__, "unmeasured") or any(map(place_of, need.forms[: need.own]))


def _says_no_more(question: Question, one: Said) -> bool:
    """Whether a question names all that a figure is of: 기초연구 경비 is no 경비."""
    said = folded(question.text).letters + "|" + "|".join(form for need in question.needs for form in need.forms)
    return all(any(form in said for form in forms_of(noun)) for noun in one.nouns)
