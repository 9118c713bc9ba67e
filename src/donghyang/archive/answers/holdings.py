"""The articles that questions are asked of, read once for all of them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from donghyang.archive.answers.asking.need import Need, NeedKind
from donghyang.archive.answers.folding import Folded, folded
from donghyang.archive.answers.passages import Held, Passage, held
from donghyang.language.patterns import lazily
from donghyang.records import Article, Fact, Issue, Ranking, SectionKind

if TYPE_CHECKING:
    from donghyang.archive.answers.said import Said

_HEAD = 0.35
"""What a word adds that stands in the headline or lead too."""
_UNSEEN = 1.25
"""What a word weighs that no article has, beside one that a single article has."""
_SHORT = 0.4
"""What a verb weighs beside a noun: the same thing is told with many verbs."""

_MOST_OF_DEED = 0.8
"""What a verb weighs at most: one that no article has is told with another."""
_TELLS_PLACES = lazily("위(?![안원])|가장|순")
"""What a line has that tells places; 위안 and 위원회 tell none."""


class Holdings:
    """Articles, cut into passages, with the weight of words among them."""

    def __init__(self, articles: Sequence[Held]) -> None:
        self.articles = tuple(articles)
        self._whole = [folded(article.whole) for article in self.articles]
        self._head = [folded(article.head) for article in self.articles]
        self._said: dict[tuple[str, ...], dict[int, float]] = {}
        self._weights: dict[tuple[NeedKind, tuple[str, ...]], float] = {}
        self._figures: dict[int, list[Said]] = {}
        self._figures_in: dict[int, dict[int, list[Said]]] = {}
        self._facts: dict[tuple[str, dt.date | None], list[Fact]] = {}
        self._rankings: dict[tuple[str, dt.date | None], Sequence[Ranking]] = {}
        self.newest = max((article.issue for article in self.articles if article.issue), default=None)

    @staticmethod
    def of(issues: Iterable[Issue]) -> Holdings:
        """The articles of issues, in their order."""
        return Holdings.of_articles(
            (article, issue.date, section.kind)
            for issue in issues
            for section in issue.sections
            for article in section.articles
        )

    @staticmethod
    def of_articles(articles: Iterable[tuple[Article, dt.date | None, SectionKind]]) -> Holdings:
        """Articles, each with the day of its issue and its section."""
        return Holdings([held(article, issue, section, at) for at, (article, issue, section) in enumerate(articles)])

    def said(self, need: Need) -> dict[int, float]:
        """The articles that say a word, each with how much of it; those that say none of it are left out."""
        known = self._said.get(need.forms)
        if known is None:
            shares = ((at, need.said_in(whole)) for at, whole in enumerate(self._whole))
            known = self._said[need.forms] = {at: share for at, share in shares if share}
        return known

    def weight(self, need: Need) -> float:
        """What a word weighs: more the fewer articles have it."""
        known = self._weights.get((need.kind, need.forms))
        if known is None:
            known = self._weights[need.kind, need.forms] = self._weighed(need)
        return known

    def _weighed(self, need: Need) -> float:
        count = sum(1 for share in self.said(need).values() if share >= 0.9)
        rarest = math.log(1 + len(self.articles))
        found = rarest * _UNSEEN if not count else math.log(1 + len(self.articles) / count)
        if need.kind == "deed" or (not count and need.is_common):
            return min(found * _SHORT, _MOST_OF_DEED)
        return found

    def nearest(self, needs: Sequence[Need], most: int) -> list[tuple[Held, float]]:
        """The articles that say most of what is needed, best first, each with its score; none that says nothing."""
        scores: dict[int, float] = {}
        for need in needs:
            weight = self.weight(need)
            for at, share in self.said(need).items():
                extra = _HEAD * need.said_in(self._head[at])
                scores[at] = scores.get(at, 0.0) + weight * (share + extra)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], -self._day(item[0]), item[0]))
        return [(self.articles[at], score) for at, score in ranked[:most]]

    def _day(self, at: int) -> int:
        issue = self.articles[at].issue
        return issue.toordinal() if issue else 0

    def head(self, article: Held) -> Folded:
        """The headline and lead of an article, folded."""
        return folded(article.head)

    def figures(self, article: Held) -> list[Said]:
        """The figures that an article states, read once."""
        if id(article) not in self._figures:
            from donghyang.archive.answers.said import figures_said

            self._figures[id(article)] = list(figures_said(article))
        return self._figures[id(article)]

    def figures_in(self, passage: Passage) -> Sequence[Said]:
        """Those of them that stand in one of its lines or rows."""
        lines = self._figures_in.get(passage.at)
        if lines is None:
            lines = self._figures_in[passage.at] = {}
            for one in self.figures(self.articles[passage.at]):
                lines.setdefault(id(one.passage), []).append(one)
        return lines.get(id(passage), ())

    def facts(self, text: str, day: dt.date | None) -> list[Fact]:
        """The facts of a line, found once."""
        key = (text, day)
        if key not in self._facts:
            from donghyang.facts import find_facts

            self._facts[key] = find_facts(text, date=day)
        return self._facts[key]

    def rankings(self, passage: Passage) -> Sequence[Ranking]:
        """The places that a line tells, found once."""
        key = (passage.text, self.articles[passage.at].day)
        if key not in self._rankings:
            from donghyang.facts import ledger_of

            told = _TELLS_PLACES.search(passage.text) is not None
            self._rankings[key] = ledger_of(passage.text, date=key[1]).rankings if told else ()
        return self._rankings[key]
