"""Which field of technology a page is of, by the words of the fields in its title and its head."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from donghyang.language import tables
from donghyang.stories.tables import Lexicon, weighed

# A word of the title speaks as loud as so many of the text, the last one twice: in Chinese what a noun phrase is about
# stands at its end (气象超算系统 is a computer).
TITLE = 3.0
LAST = 2.0
# Each further word of the text adds less than the one before.
FADING = 0.7
MOST_NAMED = 2
# So many words of a text make it one of their field.
SEVERAL = 2
# A word of this weight is of one field alone.
TELLING = 3.0


def fields(title: str, head: str) -> dict[str, float]:
    """How much a page speaks for each field; {} for a page that names none. Title and head in normal form."""
    found = defaultdict[str, float](float)
    named = words().words(title)
    for word in named:
        field, weight = words().entries[word]
        found[field] += TITLE * weight * (LAST if word == named[-1] else 1.0)
    below = defaultdict[str, list[float]](list)
    for word in words().words(head):
        field, weight = words().entries[word]
        below[field].append(weight)
    for field, weights in below.items():
        found[field] += sum(w * FADING**n for n, w in enumerate(sorted(weights, reverse=True)))
    return dict(found)


def named(title: str) -> float:
    """What the things of one field that a title names weigh, the two first of them; 0 for none."""
    weights = (words().entries[word][1] for word in words().words(title))
    return sum([weight for weight in weights if weight >= TELLING][:MOST_NAMED])


def told(title: str, head: str) -> bool:
    """Whether a page is of one field: its title names a thing of it, or its head names several."""
    return named(title) > 0 or named(head) >= SEVERAL * TELLING


@cache
def words() -> Lexicon[tuple[str, float]]:
    """The words of all fields, each with its field and weight."""
    return weighed(tables.read(__package__, "fields.tsv"))
