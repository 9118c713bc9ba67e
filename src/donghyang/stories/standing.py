"""A story made of its pages, and its standing among the others: what comes first, what is crowded out, what is left."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from donghyang.records import Decision, Message, PageKind, PageText, Story, WatchList
from donghyang.stories import decisions as decided
from donghyang.stories.classify import Place, place
from donghyang.stories.issuers import led
from donghyang.stories.ranking import Rank, rank, weights_with
from donghyang.stories.reasons import headed, left_out, reasons
from donghyang.stories.reprinting import copies
from donghyang.stories.signals import signals
from donghyang.stories.tables import official_rank
from donghyang.stories.told import Told
from donghyang.stories.watching import watched
from donghyang.stories.wording import Wording, heading, normal

# Below BRIEF a story does not belong in the report, below ARTICLE it fits as a brief.
BRIEF = -2.5
ARTICLE = 1.0
# So good a story is an article, however many of its shape there are.
STRONG = 4.0
# A pinned story stands before all others.
PINNED = 100.0
# What repeats itself costs no more than so many times.
CROWD = 4
WEEK = 7.0
# A story stands where a page of it, whichever an editor opens, would be taken: announcements and echoes weigh it down,
# and never below its best page by more than so much. One that a document leads stands where its best page does.
LOSS = 6.0
# Beyond such log odds a page is taken or not.
MOST_ODDS = 30.0

# What many stories may share, and so stand lower: a series, a body below the ministries, a region, a field.
# Each with how many stories of it are articles: a field of technology has more to tell than one series.
_SHAPES = {"story column": 2, "story same issuer": 2, "story same region": 2, "story same field": 5}
_ECHOES: frozenset[PageKind] = frozenset({"reaction", "opinion", "preview", "advertisement", "roundup", "programme"})
_DOCUMENTS: frozenset[PageKind] = frozenset({"document", "interpretation", "document news"})
_TOLD = Message("앞선 호에 실은 소식", "told in an earlier issue")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a newsroom brings to the ranking."""

    date: dt.date | None = None
    """The day of the report."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Weights of the workspace, by the name of the signal; they stand before those that ship."""
    told: Told = field(default_factory=Told)
    """What earlier issues have told."""
    lists: Sequence[WatchList] = ()
    decisions: Sequence[Decision] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A page with what was read on it."""

    page: PageText
    title: str
    text: str
    rank: Rank

    @property
    def kind(self) -> PageKind:
        return self.rank.signals.kind.kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story before it stands among the others."""

    story: Story
    place: Place
    shape: tuple[str, ...]
    """What other stories may share, as `_SHAPES` names it; "" for what it has not."""
    excuse: Message
    """Why it is left out, should it be."""
    best: float
    """The score of its best page, which decides whether it is an article."""


def key(page: PageText, date: dt.date | None) -> tuple[str, ...]:
    """The order of pages: by day, then by what they are called and say."""
    return str(page.date or date or ""), page.name, page.title or "", page.text, page.url or "", page.outlet or ""


def candidate(pages: Sequence[tuple[PageText, Wording]], wanted: Wanted) -> Candidate:
    """The story that `pages` tell, with its own score; a newsroom's decisions and what is crowded out come later.

    Each page stands beside what `wording` read on it.
    """
    told = sorted(pages, key=lambda one: key(one[0], wanted.date))
    read = [_read(page, said, wanted) for page, said in told]
    members = sorted(read, key=_leading)
    lead = members[0]
    best = max(members, key=lambda one: one.rank.score)
    placed = lead if lead.kind in _DOCUMENTS or led(lead.title) else best
    belongs = place(placed.rank.signals, placed.text)
    lists = tuple(dict.fromkeys(name for one in read for name in _lists(one, wanted)))
    shares = _of_story(read, lists, wanted)
    known = weights_with(wanted.weights)
    shared = sum(known[f"story {name}"] * value for name, (value, _) in shares.items())
    score = shared + (best.rank.score if lead.kind in _DOCUMENTS else _together([one.rank.score for one in read]))
    said = [message for _, message in shares.values() if message]
    issuer = lead.rank.signals.issuer or best.rank.signals.issuer
    story = Story(
        id=_id([page for page, _ in told]),
        title=_heading(lead),
        date=lead.page.date,
        pages=tuple(one.page.name for one in members),
        section=belongs.section,
        category=belongs.category,
        score=round(score, 4),
        why=(*_why(lead, best), *said, *([belongs.why] if belongs.why else [])),
        kind=lead.kind,
        issuer=issuer.name if issuer else None,
        level=issuer.level if issuer else None,
        latest=_latest(read, lead),
        copies=copies([(one.page.name, one.text) for one in sorted(read, key=_first)]),
        watched=lists,
    )
    column = best.rank.signals.kind.column
    local = issuer.name if issuer and issuer.level in ("province", "city", "institute", "firm") else ""
    field = belongs.category if belongs.section == "technology" else ""
    shape = (column, local, belongs.region, field)
    excuse = left_out(best.rank) if "told" not in shares else _TOLD
    return Candidate(story, belongs, shape, excuse, best.rank.score + shared)


def _together(scores: Sequence[float]) -> float:
    """The log odds that a page is taken, drawn from pages of such log odds."""
    taken = sum(1 / (1 + math.exp(-max(-MOST_ODDS, min(MOST_ODDS, score)))) for score in scores) / len(scores)
    return max(scores[0] if len(scores) == 1 else math.log(taken / (1 - taken)), max(scores) - LOSS)


def standing(candidates: Sequence[Candidate], wanted: Wanted) -> list[Story]:
    """The stories, best first, each with its section; what repeats the shape of better ones stands lower."""
    known = weights_with(wanted.weights)
    seen: Counter[tuple[int, str]] = Counter()
    placed: list[Story] = []
    in_order = sorted(candidates, key=lambda one: (-one.story.score, one.story.id))
    for one in in_order:
        story, crowd = one.story, 0
        for n, (shape, (name, most)) in enumerate(zip(one.shape, _SHAPES.items(), strict=True)):
            if shape:
                story = replace(story, score=round(story.score + known[name] * min(seen[n, shape], CROWD), 4))
                crowd = max(crowd, seen[n, shape] if seen[n, shape] >= most else 0)
                seen[n, shape] += 1
        placed.append(_decided(_placed(story, one, crowd), one, wanted.decisions))
    if not any(story.section for story in placed):
        placed = [_alone(story, one) for story, one in zip(placed, in_order, strict=True)]
    return sorted(placed, key=lambda story: (-story.score, story.id))


def _placed(story: Story, one: Candidate, crowd: int) -> Story:
    worth = one.best + story.score - one.story.score
    if worth < BRIEF:
        return replace(story, section=None, category=None, left_out=one.excuse)
    if worth < ARTICLE:
        return replace(story, section="brief")
    if crowd and worth < STRONG and story.kind not in _DOCUMENTS:
        said = Message(f"같은 모양의 {crowd + 1}번째: 단신", f"number {crowd + 1} of one shape: a brief")
        return replace(story, section="brief", why=(*story.why, said))
    return story


def _decided(story: Story, one: Candidate, decisions: Sequence[Decision]) -> Story:
    mine = decided.on(story.pages, decisions)
    actions = tuple(dict.fromkeys(decision.action for decision in mine))
    if not actions:
        return story
    story = replace(story, decided=actions)
    if "skip" in actions:
        why = Message("편집자가 뺌", "left out by the editor")
        return replace(story, section=None, category=None, left_out=why)
    if "pin" in actions:
        why = Message("편집자가 고름", "chosen by the editor")
        return replace(
            story, score=round(story.score + PINNED, 4), section=one.place.section, category=one.place.category,
            left_out=None, why=(why, *story.why),
        )  # fmt: skip
    return story


def _alone(story: Story, one: Candidate) -> Story:
    """Where nothing else is to be told, an official document is: a folder with one document gives one article."""
    if "skip" in story.decided or story.kind not in _DOCUMENTS:
        return story
    why = Message("다른 기삿거리가 없어 실음", "nothing else is to be told")
    return replace(story, section=one.place.section, category=one.place.category, left_out=None, why=(*story.why, why))


def _id(pages: Sequence[PageText]) -> str:
    """Of the earliest page, so that it stays when follow-ups come; a page without a day is no earliest one."""
    first = min(pages, key=lambda page: (page.date is None, str(page.date), page.name))
    return hashlib.sha256(first.name.encode()).hexdigest()[:12]


def _read(page: PageText, said: Wording, wanted: Wanted) -> _Read:
    seen = signals(said.whole, said.text, normal(page.number or ""), normal(page.issuer or ""))
    return _Read(page, said.whole, said.text, rank(seen, wanted.weights))


def _heading(one: _Read) -> str:
    whole = one.rank.signals.kind.headline if one.kind == "document" else ""
    return whole or heading(one.page) or one.page.name


def _leading(one: _Read) -> tuple[bool, int, bool]:
    """What makes a page lead its story before its day does: the document, an official outlet, the event itself."""
    return one.kind != "document", official_rank(one.page.url, one.page.outlet), one.kind in _ECHOES


def _first(one: _Read) -> tuple[str, bool, int]:
    """Who had a text first: by day, on one day the document before its news, the more official outlet before others."""
    return str(one.page.date or ""), one.kind != "document", official_rank(one.page.url, one.page.outlet)


def _latest(read: Sequence[_Read], lead: _Read) -> str | None:
    """The last page that tells a new state, None when that is the head page."""
    telling = [one for one in read if one.kind not in _ECHOES and one.kind not in _DOCUMENTS]
    last = telling[-1] if telling else lead
    later = bool(last.page.date and lead.page.date and last.page.date > lead.page.date)
    return last.page.name if later and lead.kind != "document" else None


def _lists(one: _Read, wanted: Wanted) -> tuple[str, ...]:
    return watched(one.title, one.text, one.rank.signals, wanted.lists) if wanted.lists else ()


def _why(lead: _Read, best: _Read) -> tuple[Message, ...]:
    said = list(reasons(best.rank))
    return (headed(lead.rank.signals.issuer or best.rank.signals.issuer, lead.kind), *said[1:])


def _of_story(read: Sequence[_Read], lists: tuple[str, ...], wanted: Wanted) -> dict[str, tuple[float, Message | None]]:
    """What the pages of a story say together: its signals by name, each with its value and its words."""
    shares: dict[str, tuple[float, Message | None]] = {}
    outlets = {one.page.outlet for one in read if one.page.outlet}
    if len(outlets) > 1:
        told = Message(f"{len(outlets)}개 매체", f"{len(outlets)} outlets")
        shares["outlets"] = (math.log2(len(outlets)), told)
    if len(read) > 1:
        told = Message(f"페이지 {len(read)}개", f"{len(read)} pages")
        shares["pages"] = (math.log2(len(read)), None if len(outlets) > 1 else told)
    days = [one.page.date for one in read if one.page.date]
    if wanted.date and days:
        shares["recency"] = (max(-1.0, 1 - max(0, (wanted.date - max(days)).days) / WEEK), None)
    if any(wanted.told.knows(one.title, one.page.url) for one in read):
        shares["told"] = (1.0, _TOLD)
    if lists:
        shares["watched"] = (1.0, Message(f"수요 {'·'.join(lists)}", f"watched: {', '.join(lists)}"))
    return shares
