"""Watch lists held against printed articles, which are Korean: `stories` holds them against Chinese pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from donghyang.language import gazetteer
from donghyang.language.terms import Termbase
from donghyang.publish.site import Item
from donghyang.records import Quantity, WatchList

_BEHIND = r"(?=[^가-힣]|$|성|시|현|구(?![가-힣])|자치|특구|주(?![가-힣]))"
"""What may stand behind the name of a place: a name inside of another word is none."""


def asks_for(one: WatchList, item: Item) -> bool:
    """Whether an article matches every field of a watch list that is not empty."""
    whole = item.text.lower()
    head = f"{item.headline} {item.lead or ''}"
    if not (one.words or one.organisations or one.regions or one.yuan):
        return False
    if any(words and not _says(words, whole) for words in (one.words, one.organisations)):
        return False
    if one.regions and not any(_places(region).search(head) for region in one.regions):
        return False
    return one.yuan is None or _states(one.yuan, item.text)


def _says(words: Iterable[str], whole: str) -> bool:
    return any(_form(form).search(whole) for word in words for form in _forms(word))


@cache
def _forms(word: str) -> tuple[str, ...]:
    """How a printed article writes a word: as it is, and of a Chinese one what the termbase says in Korean."""
    term = Termbase.load().get(word)
    forms = (word.lower(), term.korean.lower() if term is not None else "")
    return tuple(form for form in forms if form)


@cache
def _form(form: str) -> re.Pattern[str]:
    """The form, Latin words not inside of longer ones; Korean spaces may be left out."""
    body = r"\s*".join(map(re.escape, form.split()))
    before = r"(?<![a-z0-9])" if form[0].isascii() else ""
    behind = r"(?![a-z0-9])" if form[-1].isascii() else ""
    return re.compile(before + body + behind)


@cache
def _places(region: str) -> re.Pattern[str]:
    """The names of a region, and of what lies in it, as Korean text writes them."""
    told = (*gazetteer.called(region), *gazetteer.written(region))
    names = {region, *(place.hangul for place in told)}
    names |= {
        place.hangul
        for place in gazetteer.places()
        if len(place.hangul) > 1 and any(gazetteer.within(place, one) for one in told)
    }
    body = "|".join(sorted(map(re.escape, filter(None, names)), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?:{body}){_BEHIND}")


def _states(yuan: int, text: str) -> bool:
    """Whether a text states at least so much money."""
    from donghyang.facts import find_facts

    for fact in find_facts(text):
        if isinstance(fact, Quantity) and fact.unit == "CNY":
            amount = fact.high if fact.high is not None else fact.value
            if amount is not None and amount >= yuan:
                return True
    return False
