"""Pages of Chinese text as the draft reads them."""

from __future__ import annotations

import datetime as dt

from donghyang.draft.reading import Reader, reader
from donghyang.facts import find_facts
from donghyang.language.terms import Termbase

TERMS = Termbase.load()


def page_of(text: str, day: dt.date) -> Reader:
    """The reader of a text that speaks from a day, with the terms that ship."""
    return reader(text, find_facts(text, date=day), TERMS, day)
