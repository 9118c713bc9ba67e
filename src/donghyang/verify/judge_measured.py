"""One thing above another by the figures of both (갑이 을보다 빠르게 늘었다, where the source gives 2.2% and 4.1%).

No word of the source compares them; its figures do. Each figure is of the one of the two that is named last before it,
or, in a row behind 分别, of the one in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from donghyang.records import Message, Quantity, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.rows import rows_of

_THAN = re.compile("보다(?: |$)")
_BEYOND = re.compile(
    "[을를] (?:크게 |훨씬 |조금 |이미 )?(?P<up>웃[돌도]|상회|앞[섰서지질]|추월|넘어[섰서])"
    "|[을를] (?:크게 )?(?:밑[돌도]|하회)"
)
_UP = re.compile("높|많|크|컸|큰|빠르|빨|웃돌|앞서|앞섰|길|넓")
_DOWN = re.compile("낮|적[다은었어]|작|느[리렸린]|밑돌|뒤처|뒤졌|짧|좁|더뎠|더디")
_GROWTH = re.compile(
    "증가율|성장률|증가 ?폭|증가세|상승률|증가 ?속도|더 (?:늘|증가)"
    "|(?:빠르|빨리|느리|더디)[가-힣]{0,8} (?:늘|증가|성장|불)"
)
_SHARES = re.compile("지수|비중|비율|점유율|[가-힣]율[은이]")
_FALL = re.compile("감소|하락|줄었|줄어|축소|합[친쳐계산]")
"""What turns the order of growths, or speaks of more than two things."""
_SUBJECT = re.compile("(?:은|는|이|가) ")
_AMOUNTS = ("money", "measure", "count", "number")


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two things, the words by which each is known, and whether the first is said to be above the other."""

    span: Span
    one: tuple[Word, ...]
    other: tuple[Word, ...]
    above: bool


def judge_measured(case: Case) -> None:
    """Contradict what is said to be above or below another, where the figures of the two lie the other way."""
    for segment in case.sentence.segments:
        text = case.sentence.text[slice(*segment)]
        figures = sum(segment[0] <= one.start < segment[1] for one in case.sentence.quantities)
        compared = None if _FALL.search(text) or figures > 1 else _compared(case, segment)
        if compared is None:
            continue
        shares = _SHARES.search(text) is not None
        told = _told(case, compared, growth=shares or _GROWTH.search(text) is not None)
        if told is None:
            continue
        one, other = told
        if one.value is not None and other.value is not None and (one.value > other.value) != compared.above:
            reason = Message(
                f"원문에서는 {one.text}와 {other.text}입니다.", f"the source gives {one.text} and {other.text}."
            )
            place = (one.start, one.end)
            case.hold(Judged("direction", compared.span, "contradicted", place, reason, None, sure=True))


def _compared(case: Case, segment: Span) -> _Compared | None:
    """The two things that a segment compares; None where it compares none, or one of them is not told."""
    text, (start, end) = case.sentence.text, segment
    than, beyond = _THAN.search(text, start, end), _BEYOND.search(text, start, end)
    mark = than or beyond
    if mark is None:
        return None
    above = _above(text[mark.end() : end]) if than else bool(beyond and beyond["up"])
    subjects = [found.end() for found in _SUBJECT.finditer(text, start, mark.start())]
    if above is None or not subjects:
        return None
    first = subjects[-2] if len(subjects) > 1 else start
    one = case.sentence.words_in((first, subjects[-1]))
    other = case.sentence.words_in((subjects[-1], mark.start() + 1))
    shared = {word.stem for word in one} & {word.stem for word in other}
    mine, theirs = (tuple(word for word in words if word.weight and word.stem not in shared) for words in (one, other))
    return _Compared(mark.span(), mine, theirs, above) if mine and theirs else None


def _above(text: str) -> bool | None:
    """Whether the words behind 보다 say above; None where they say neither."""
    up, down = _UP.search(text), _DOWN.search(text)
    if up and down:
        return up.start() > down.start()
    return True if up else False if down else None


def _told(case: Case, compared: _Compared, *, growth: bool) -> tuple[Quantity, Quantity] | None:
    """A figure of each of the two things in the sentences near by, of one kind and unit; None where there is not one
    of each."""
    owned: tuple[list[Quantity], list[Quantity]] = [], []
    around = [near for at in case.aligned[:2] for near in (at, *case.corpus.before(at, 1), *case.corpus.behind(at))]
    for sentence in dict.fromkeys(around):
        places = [
            [place for word in words for place in word.places if case.corpus.sentence_at(place[0]) == sentence]
            for words in (compared.one, compared.other)
        ]
        for clause in case.corpus.clauses_of(sentence):
            for figure in clause.quantities:
                owner = _owner(case, sentence, figure, places) if _fits(figure, growth=growth) else None
                if owner is not None:
                    owned[owner].append(figure)
    together = [
        (one, other)
        for one in owned[0]
        for other in owned[1]
        if case.corpus.sentence_at(one.start) == case.corpus.sentence_at(other.start)
    ]
    pairs = together[:1] or [(one, other) for one in owned[0][:1] for other in owned[1][:1]]
    alike = ((a, b) for a, b in pairs if (a.kind, a.unit) == (b.kind, b.unit) and a.value != b.value)
    return next(alike, None)


def _fits(figure: Quantity, *, growth: bool) -> bool:
    """Whether a figure says how much a thing grew, or how much of it there is."""
    return figure.value is not None and (
        figure.kind == "percent" and figure.unit == "%" if growth else figure.kind in _AMOUNTS
    )


def _owner(case: Case, sentence: int, figure: Quantity, places: list[list[Span]]) -> int | None:
    """Which of two things a figure is of, 0 or 1; None where neither is named before it, or both in its place of a
    row by as many characters."""
    start, end = case.corpus.place_of(sentence)[0], figure.start
    for row in rows_of(case, sentence):
        at = row.at(figure.start)
        if at is not None:
            if not row.subjects:
                return None
            start, end = row.subjects[at]
            told = [max((last - first for first, last in known if start <= first < end), default=0) for known in places]
            return None if told[0] == told[1] else int(told[1] > told[0])
    last = [max((first for first, _ in known if start <= first < end), default=-1) for known in places]
    return None if last[0] == last[1] else int(last[1] > last[0])
