"""What came first: 갑을 탐사한 뒤 을을 탐사, where the source has 对乙进行探测。此后再对甲开展探测."""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_persons import person_of
from donghyang.verify.mentions import Mention, mentions

_AFTER = re.compile("(?P<done>[가-힣]) (?:뒤|다음|후|이후)에?(?=[ ,])")
"""Behind a deed that is done before the rest (탐사한 뒤); 3년 뒤 and 발사 후 tell a time."""
_FINAL_N = 4
"""The number of the final ㄴ among those of a Hangul syllable."""
_BEFORE = re.compile("(?:기 (?:전|이전)에|에 앞서)(?=[ ,])")
_FIRST, _THEN = re.compile("먼저"), re.compile("뒤따[라르랐]|뒤를 이|뒤이어|이어서|나중에|그다음|다음으로")
_NEXT = re.compile("(?:^|(?<=[，,。；;\n]))[ \u3000]*(?:此后|之后|随后|然后|接着|紧接着|继而|其后|而后)[再又还也]?")
_DONE = re.compile("[^，,。；;：:\n]{3,40}?(?<![此今其最先然])(?<!之)(?:之后|以后|后)(?=[，,])")
_YET = re.compile("[^，,。；;：:\n]{3,40}?(?<![此目])(?:之前|以前|前)(?=[，,])")
_TOPIC = re.compile("[^,]{1,24}?[은는] ")
_READ = frozenset({"sound", "reading"})
_LEAST = 0.7
"""Weight of what each side must have in the other's place."""
_TURNED = Message("원문과 순서가 반대입니다.", "the source has these two the other way round.")

_Order = tuple[Span, Span]
"""The stretch that tells what came first, and the one that tells what followed."""


def judge_sequence(case: Case) -> None:
    """Contradict two deeds told in the other order than the source tells them in."""
    claimed = _claimed(case)
    if claimed is None:
        return
    ahead, later = (_told(case, span) for span in claimed)
    persons = [[one for one in told if one.word and person_of(case, one.word, _READ)] for told in (ahead, later)]
    if all(persons):
        ahead, later = persons
    shared = {one.name for one in ahead} & {one.name for one in later}
    ahead, later = ([one for one in told if one.name not in shared] for told in (ahead, later))
    seats = sorted({case.corpus.sentence_at(start) for one in (*ahead, *later) for start, _ in one.places})
    orders = [order for at in seats for order in _orders(case, at)]
    for order in orders if ahead and later else ():
        mine, theirs = (_sides(told, order) for told in (ahead, later))
        if mine[0] or theirs[1] or min(mine[1], theirs[0]) < _LEAST:
            continue
        place = (min(order)[0], max(order)[1])
        case.hold(Judged("modality", claimed[0], "contradicted", place, _TURNED, None, sure=True))
        return


def _claimed(case: Case) -> _Order | None:
    """What the sentence tells first and what behind it; None where it tells no order, or of more than two."""
    text, start, end = case.sentence.text, case.sentence.start, case.sentence.end
    after = [one for one in _AFTER.finditer(text, start, end) if (ord(one["done"]) - ord("가")) % 28 == _FINAL_N
             and not re.search("[0-9]", text[: one.end("done")].rpartition(" ")[2])]  # fmt: skip
    before = list(_BEFORE.finditer(text, start, end))
    if len(after) + len(before) > 1:
        return None
    if after:
        return (start, after[0].start()), (after[0].end(), end)
    if before:
        return (before[0].end(), end), (start, before[0].start())
    first = _FIRST.search(text, start, end)
    then = _THEN.search(text, first.end(), end) if first else None
    if then is None:
        return None
    cut = case.sentence.segment_at(then.start())[0]
    return ((start, cut), (cut, end)) if first and cut > first.start() else None


def _told(case: Case, span: Span) -> list[Mention]:
    """What a stretch names, without its topic."""
    topic = _TOPIC.match(case.sentence.text, *span)
    return mentions(case, (topic.end() if topic else span[0], span[1]))


def _orders(case: Case, sentence: int) -> Iterator[_Order]:
    """What a sentence of the source tells to have come first, and what behind it."""
    plain, (start, end) = case.corpus.key.plain, case.corpus.place_of(sentence)
    for found in _NEXT.finditer(plain, start, end):
        if plain[start : found.start()].strip():
            yield (start, found.start()), (found.end(), end)
        else:
            yield from ((case.corpus.place_of(at), (found.end(), end)) for at in case.corpus.before(sentence, 1))
    for found in _DONE.finditer(plain, start, end):
        yield found.span(), (found.end(), end)
    for found in _YET.finditer(plain, start, end):
        yield (found.end(), end), found.span()


def _sides(told: list[Mention], order: _Order) -> tuple[float, float]:
    """The weight of what stands only in what came first, and of what only in what followed."""
    totals = [0.0, 0.0]
    for one in told:
        inside = [any(start <= at < end for at, _ in one.places) for start, end in order]
        if inside[0] != inside[1]:
            totals[inside[1]] += one.weight
    return totals[0], totals[1]
