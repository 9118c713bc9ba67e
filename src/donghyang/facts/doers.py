"""Who a target of an article is of, where its own sentence does not say: who the bullets above it speak of, else the
lead, the first bullet or the headline.

A line whose subject is a plan (14.5 계획은 …) is of nobody who could be named.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from donghyang.facts.actors import actor_of
from donghyang.facts.clauses import MARKER
from donghyang.facts.deadlines import PLAN, YEAR
from donghyang.facts.phrases import headline_actor, is_body, opening_body
from donghyang.facts.places import named
from donghyang.facts.wording import either
from donghyang.language.patterns import lazily
from donghyang.records import Bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Article, Issue, Target

_OF_A_PLAN = lazily(rf"{PLAN}[’'”」』》〉]?(?:\([^()]{{1,30}}\))?[은는]\s")
_NOBODY = lazily(rf"(?:두|각|이들|해당)?\s?(?:{either('receivers')})(?:들)?")
"""What an article calls a body that it has named: 연구소는, 연구팀은."""
_BEING = lazily(r"^(?:[가-힣A-Za-z]+\s){0,3}[가-힣]+인\s|^中\s")
"""What somebody is, before his name: 연구 책임자인 저우원하오 연구원."""
_TOPIC = lazily(r"[가-힣)][은는]\s")
_LABELLED = lazily(
    r"[^\w\n(（]{0,6}[(（]([가-힣A-Za-z· ]{2,12})[)）]\s"
    rf"(?:{YEAR}년(?:까지|에)?\s)?(?:약\s|총\s)?[0-9]"
)
"""A label that its figures follow: (교사 연수) 2024년 8,000명, 2025년 1만 2,000명."""
_GENERAL = lazily(rf"(?:{either('general_labels')})$")
_BRACKETS = lazily(r"\([^()]*\)")
_LEADS = 60
"""Characters of a line in which its subject stands."""


def with_actors(issue: Issue, text: str, targets: Sequence[Target]) -> list[Target]:
    """The targets, those without an actor given the one that their article speaks of there."""
    starts: list[int] = []
    told: list[_Told] = []
    for section in issue.sections:
        for article in section.articles:
            if article.span is not None:
                starts.append(article.span[0])
                told.append(_Told.of(article))
    found = []
    for target in map(partial(_named_by_label, text), targets):
        at = bisect_right(starts, target.start)
        if not at or (target.actor and not _NOBODY.fullmatch(target.actor)):
            found.append(replace(target, actor=_BEING.sub("", target.actor)) if target.actor else target)
            continue
        line = text[text.rfind("\n", 0, target.start) + 1 : target.start]
        plan = _OF_A_PLAN.search(line, 0, _LEADS)
        found.append(target if plan else replace(target, actor=told[at - 1].actor_at(target.start)))
    return found


def _named_by_label(text: str, target: Target) -> Target:
    """A target that names no measure with the label of its line, where years and figures follow that at once."""
    if target.metric is not None or target.value is None:
        return target
    found = _LABELLED.match(text, text.rfind("\n", 0, target.start) + 1)
    return replace(target, metric=found[1].strip()) if found and not _GENERAL.search(found[1]) else target


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom an article speaks of, from above down."""

    bullets: tuple[tuple[int, int, str], ...]
    """Where each begins, its level and its words."""
    whole: str | None
    """Who the article as such is of."""

    @classmethod
    def of(cls, article: Article) -> _Told:
        """What an article tells."""
        bullets = tuple(
            (block.span[0], block.level, block.text)
            for block in article.blocks
            if isinstance(block, Bullet) and block.span is not None
        )
        return cls(bullets, _of_article(article, bullets[0][2] if bullets else ""))

    def actor_at(self, place: int) -> str | None:
        """Who is spoken of at a place: in the bullets that it hangs under, else in the article."""
        level = None
        for _, depth, words in reversed(self.bullets[: bisect_right(self.bullets, place, key=lambda b: b[0])]):
            if level is None or depth < level:
                if level is not None and (subject := body_of(words)):
                    return subject
                level = depth
        return self.whole


def _of_article(article: Article, first: str) -> str | None:
    """The body that the headline opens with; where that is none, or only a place, the one of lead or first bullet."""
    head = headline_actor(article.headline)
    if head is not None and not _is_place(head):
        return head
    named_below = next((body for words in (article.lead or "", first) if (body := body_of(words))), None)
    return named_below or head


def body_of(words: str) -> str | None:
    """The body that is the subject of a line, as it opens; None where it opens otherwise."""
    plain = MARKER.sub("", words)
    opened = opening_body(plain)
    subject = opened if opened and not _TOPIC.search(opened) else actor_of(plain[:_LEADS])
    return subject if subject is not None and is_body(subject) else None


def _is_place(name: str) -> bool:
    """Whether a name is that of a place and of nobody in it: 간쑤성 진창(金昌), 닝샤."""
    return all(named(word) for word in _BRACKETS.sub("", name).split())
