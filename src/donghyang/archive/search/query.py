"""A typed search taken apart: phrases in quotes, words, figures and dates; nothing in it is an operator."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from donghyang.archive.search.letters import cut, shown, squeezed
from donghyang.archive.search.values import day_tokens, number_tokens, yearless
from donghyang.language.patterns import lazily
from donghyang.language.script import has_hangul

_PHRASE = lazily(r'"([^"]*)"')
_RUN = lazily(
    r"[가-힣ㄱ-ㅎ]+|[一-鿿㐀-䶿\U00020000-\U000323af]+|[0-9]+(?:\.[0-9]+)*%?|[^\W\d_가-힣ㄱ-ㅎ一-鿿㐀-䶿]+[0-9]*"
)
MOST_LETTERS = 2000
"""Letters of a search that are looked for."""
MOST_WORDS = 32
_MOST_READ = 400
"""Letters of a search in which figures and dates are looked for."""
_LESS, _BARE_YEAR = 0.3, 0.8
"""What the year and the month of a day count beside the day; what a year without 년 counts."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    whole: str
    """All of it, squeezed, without quotes."""
    words: tuple[str, ...]
    """Its words as they were parted by spaces and marks, cut and each of one script, in order."""
    phrases: tuple[str, ...] = ()
    """What has to stand in an article as it is, squeezed."""
    values: tuple[tuple[tuple[str, float], ...], ...] = ()
    """For every figure and date the tokens that say the same, with how sure they are."""
    figures: frozenset[str] = frozenset()
    """Words that are part of one of them."""
    typed: str = ""
    """As it was typed, made plain."""
    unread: str | None = None
    """What was left out because it is too long."""


def read_query(text: str, today: dt.date | None = None) -> Query:
    """Take a search apart; a query without words where it has neither letters nor digits. No text is refused."""
    plain = shown("".join(char for char in text if not "\ud800" <= char <= "\udfff")).replace("\n", " ")
    typed, rest = plain[:MOST_LETTERS], plain[MOST_LETTERS:].strip()
    phrases = tuple(dict.fromkeys(form for found in _PHRASE.findall(typed) if (form := squeezed(cut(found)))))
    bare = typed.replace('"', " ")
    runs = cut(bare)
    words = [word for word in _RUN.findall(runs) if len(word) > 1 or not has_hangul(word)] or _RUN.findall(runs)
    kept, left = words[:MOST_WORDS], words[MOST_WORDS:]
    values, figures = _values(bare[:_MOST_READ], today)
    return Query(squeezed(runs), tuple(kept), phrases, values, figures, bare, rest or " ".join(left) or None)


def _values(text: str, today: dt.date | None) -> tuple[tuple[tuple[tuple[str, float], ...], ...], frozenset[str]]:
    """The tokens of figures and dates, and the words that are part of a figure."""
    from donghyang.facts.periods import find_periods
    from donghyang.facts.quantities import find_quantities

    found: list[tuple[tuple[str, float], ...]] = []
    parts: set[str] = set()
    for quantity in find_quantities(text):
        if tokens := tuple(number_tokens(quantity)):
            found.append(tokens)
            parts.update(_RUN.findall(cut(quantity.text)))
    for period in find_periods(text, date=today):
        days = day_tokens(period.value or "")
        found += [((day, 1.0 if day == days[-1] else _LESS),) for day in days]
        parts.update(_RUN.findall(cut(period.text)) if days else ())
    found += [((yearless(*day), 1.0),) for day in _YEARLESS.findall(text)]
    found += [((f"@{year}", _BARE_YEAR),) for year in _YEAR.findall(text)]
    return tuple(dict.fromkeys(found)), frozenset(parts)


_YEARLESS = lazily(r"(?<![\d년年.-])(?<![년年] )(1[0-2]|0?[1-9]) ?[월月] ?([12][0-9]|3[01]|0?[1-9]) ?[일日号號]")
_YEAR = lazily(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,년年])")
