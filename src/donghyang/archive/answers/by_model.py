"""A language model asked what no rule could answer: over lines of the archive, and nothing that they do not say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from donghyang.archive.answers.asking import Question, read
from donghyang.archive.answers.fitting import Candidate, fit, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.times import times_of
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Answer, Period, Quantity
from donghyang.verify import Source, verify

if TYPE_CHECKING:
    from donghyang.archive.answers.passages import Held, Passage
    from donghyang.draft.asking import Asked

_ARTICLES = 6
_PASSAGES = 16
"""Lines that a model is given."""
_LONGEST = 160
"""Letters of an answer; a longer one is none."""
_WORD = lazily(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9.\-]*|[一-鿿]+")
_ENDS = lazily(r"(?:입니다|이다|합니다|했다|하였다|한다|된다|됐다|있다|없다|니다|이며|이고)$")
_MOST_OWN = 0.25
"""The share of an answer's words that its lines need not say: verbs that join them."""


@dataclass(frozen=True, slots=True)
class Told:
    """The shape of a reply."""

    answer: str | None = None
    """In Korean; null where the lines do not say it."""
    rests_on: list[str] = field(default_factory=list)
    """The ids of the lines that say it."""


@dataclass(frozen=True, slots=True)
class _Line:
    article: Held
    passage: Passage

    @property
    def text(self) -> str:
        """Its words with what governs it."""
        over = reversed(self.passage.over)
        return "\n".join((self.article.headline, self.article.lead or "", *over, quote(self.passage)))

    @property
    def whole(self) -> Candidate:
        """All of it as a place."""
        return _whole(self.passage)


def told_by(model: Asked, question: str, holdings: Holdings) -> Answer | None:
    """What a model answers from the lines that lie nearest, where they say it; None where it says nothing of use.

    Every figure, date and name of it stands in the lines it rests on, which say the names, numbers and times of the
    question too. Raises NoReply where the model cannot be asked.
    """
    asked = read(question, holdings.newest)
    lines = {f"p{at}": line for at, line in enumerate(_lines(asked, holdings), 1)}
    if not lines:
        return None
    told = [
        {"id": name, "issue": str(one.article.issue), "headline": one.article.headline, "text": one.text}
        for name, one in lines.items()
    ]
    given = json.dumps({"question": question, "passages": told}, ensure_ascii=False, indent=1)
    reply = model.ask(_instructions(), [given], Told)
    said = " ".join((reply.answer or "").split())
    rests = [lines[name] for name in dict.fromkeys(reply.rests_on) if name in lines]
    if not said or len(said) > _LONGEST or not rests:
        return None
    if not (_speak_of(asked, rests, holdings) and _is_said(said, rests)):
        return None
    figure = _figure(said) if asked.asked is not None and asked.asked.sort == "figure" else None
    cited = {id(one.article): one.article.cited(quote(one.passage)) for one in reversed(rests)}
    value, unit = (figure.value, figure.unit) if figure else (None, None)
    return Answer("answered", said, value, unit, tuple(cited.values()))


def _lines(question: Question, holdings: Holdings) -> list[_Line]:
    """The lines of the nearest articles that say most of a question, best first."""
    near = [article for article, _ in holdings.nearest(question.needs, _ARTICLES)]
    scored = [
        (fit(question.needs, _whole(passage), holdings).score, _Line(article, passage))
        for article in near
        for passage in article.passages
    ]
    scored.sort(key=lambda one: -one[0])
    return [line for score, line in scored[:_PASSAGES] if score]


def _whole(passage: Passage) -> Candidate:
    return Candidate(passage, 0, len(passage.text), (0, len(passage.text)))


def _speak_of(question: Question, rests: Sequence[_Line], holdings: Holdings) -> bool:
    """Whether the lines say every name, number, turn and time that the question names."""
    whole = folded("\n".join(one.text for one in rests))
    if any(need.is_hard and need.said_in(whole) < 1.0 for need in question.needs):
        return False
    times = {time.value for one in rests for time in _times(one, holdings)}
    return all(any((value or "").startswith(period.value or "") for value in times) for period in question.periods)


def _times(one: _Line, holdings: Holdings) -> Iterator[Period]:
    yield from times_of(one.whole, holdings)
    yield from (fact for fact in holdings.facts(one.text, one.article.day) if isinstance(fact, Period) and fact.value)


def _is_said(said: str, rests: Sequence[_Line]) -> bool:
    """Whether the lines say an answer: each claim of it, each name and foreign word, and most of its words."""
    day = next((one.article.day for one in rests if one.article.day), None)
    sources = [Source(f"p{at}", one.text, one.article.day) for at, one in enumerate(rests)]
    claims = [claim for line in verify(said, sources, date=day) for claim in line.claims]
    if any(claim.status != "supported" for claim in claims if claim.kind != "statement"):
        return False
    whole = folded("\n".join(one.text for one in rests))
    words = [found[0] for found in _WORD.finditer(said)]
    unsaid = [word for word in words if not _says(whole.letters, word)]
    if any(not "가" <= word[0] <= "힣" for word in unsaid):
        return False
    return len(unsaid) <= _MOST_OWN * len(words)


def _says(letters: str, word: str) -> bool:
    bare = folded(_ENDS.sub("", word) or word).letters
    return bare in letters or folded(without_particle(word)).letters in letters


def _figure(said: str) -> Quantity | None:
    """The one figure of an answer."""
    from donghyang.facts.quantities import find_quantities

    found = [one for one in find_quantities(said) if one.value is not None]
    return found[0] if len(found) == 1 else None


@cache
def _instructions() -> str:
    return files("donghyang.archive.answers").joinpath("data", "by_model.txt").read_text("utf-8")
