"""One thing above or below another (동부가 중서부보다 낮다): the same two, the same way round?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import says

_THAN = re.compile("보다(?: |$)")
_UP_KO = re.compile("높|많|크|컸|큰|빠|빨|웃돌|앞서|앞섰|길|넓|강")
_DOWN_KO = re.compile("낮|적[다은었어]|작|느[리렸린]|밑돌|뒤처|뒤졌|짧|좁|약하|약했")
_SURELY = 2.0
"""Weight of words of what a claim compares with that the source has on the other side."""
_POINTING = ("것", "곳", "때", "경우", "데")
_MUCH = re.compile("크게|많이|훨씬|빠르게")
_CHINESE = re.compile(
    "(?P<up>高于|快于|多于|大于|优于|强于|超过|领先于?|长于)(?P<of>[^，,。；;：:0-9]{1,24})"
    "|(?P<down>低于|慢于|少于|小于|弱于|落后于|不及|短于)(?P<below>[^，,。；;：:0-9]{1,24})"
    "|(?<![同环])(?:比|较)(?P<other>[^，,。；;：:0-9]{1,20}?)"
    "(?:(?P<more>(?<![提升])高|(?<!加)快|(?<!增)多|(?<![增扩])大|(?<!增)长)|(?P<less>(?<!降)低|(?<!放)慢|(?<!减)少|(?<!缩)小|(?<!缩)短))"
    "|(?:相比|相较|对比)(?:于|之下)?(?P<beside>[^，,。；;：:0-9]{1,12}?)"
    "更(?:(?P<better>[高快多大强长远])|(?P<worse>[低慢少小弱短近]))"
    "|是(?P<times>[^，,。；;：:0-9]{1,40}?)的?(?:[0-9.]+|[两二三四五六七八九十百数])多?倍"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a source sets above or below which other: the places of both, and which way."""

    head: Span
    other: Span
    up: bool
    span: Span
    times: bool
    """Whether the source says how many times the other it is."""


def judge_compared(case: Case, support: dict[int, Found]) -> list[Span]:
    """Contradict a comparison that the source has the other way; the segments that were compared, which no direction
    is asked of any more."""
    done = []
    for segment in case.sentence.segments:
        than = _THAN.search(case.sentence.text, *segment)
        way = _way(case.sentence.text[than.end() : segment[1]]) if than else None
        told = _told(case, segment, support) if than else None
        if than is None or way is None or told is None:
            continue
        subject, reference = _both(case, segment, than.start(), whole=told.times)
        if not reference:
            continue
        same = _turned(reference, subject, told)
        if same is None:
            continue
        done.append(segment)
        if (way == told.up) != same:
            said = case.corpus.text[slice(*told.span)]
            case.hold(Judged("direction", than.span(), "contradicted", told.span, says(said), None, sure=True))
    return done


def _both(case: Case, segment: Span, than: int, *, whole: bool) -> tuple[list[Word], list[Word]]:
    """The words of the two that a segment compares: what stands before the word with 보다, and that word; where that
    only points back (것보다) and the `whole` is asked for, all that stands behind the subject, without the words that
    both have."""
    words = case.sentence.words_in(segment)
    last = [word for word in words if word.start < than < word.end]
    ahead = [word for word in words if last and word.end <= last[0].start]
    if not whole or not last or not last[0].text.startswith(_POINTING):
        return ahead, last
    topics = [at for at, word in enumerate(ahead) if word.particle in ("은", "는", "이", "가")]
    cut = topics[-1] + 1 if topics else len(ahead)
    shared = {word.stem for word in ahead[:cut]} & {word.stem for word in ahead[cut:]}
    return ([word for word in ahead[:cut] if word.stem not in shared],
            [word for word in ahead[cut:] if word.stem not in shared])  # fmt: skip


def _way(text: str) -> bool | None:
    """Whether the words behind 보다 say above; None where they say neither."""
    faster = "빠르게" in text
    text = _MUCH.sub("", text)
    up, down = _UP_KO.search(text), _DOWN_KO.search(text)
    if up and down:
        return up.start() < down.start()
    return True if up else False if down else faster or None


def _told(case: Case, segment: Span, support: dict[int, Found]) -> Compared | None:
    """The comparison of the sentence that has the segment's figure, or of the aligned ones; None without."""
    seats = [
        case.corpus.clauses[found.clause].sentence for at, found in support.items() if segment[0] <= at < segment[1]
    ]
    for sentence in seats or case.aligned[:2]:
        found = _CHINESE.search(case.corpus.key.plain, *case.corpus.place_of(sentence))
        if found is not None:
            name = next(group for group in ("of", "below", "other", "beside", "times") if found[group] is not None)
            up = any(found[group] for group in ("up", "more", "better", "times"))
            held = case.corpus.clauses[case.corpus.clause_at(found.start())]
            head = (held.start, found.start())
            return Compared(head, found.span(name), up, found.span(), found["times"] is not None)
    return None


def _turned(reference: list[Word], subject: list[Word], told: Compared) -> bool | None:
    """True where the claim compares with what the source compares with, False where it has the two changed places;
    None where neither can be told."""
    if any(_stands(word, told.other) for word in reference):
        return True
    if any(_stands(word, told.other) for word in subject):
        return False
    stems = {word.stem for word in subject}
    alone = [word for word in reference if word.stem not in stems and word.covered >= 1]
    return False if sum(word.weight for word in alone if _stands(word, told.head)) >= _SURELY else None


def _stands(word: Word, place: Span) -> bool:
    return any(place[0] <= start and end <= place[1] for start, end in word.places)
