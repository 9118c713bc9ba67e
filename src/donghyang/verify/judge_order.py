"""Figures that the source says, each of another thing: exchanged between two subjects of one sentence."""

from __future__ import annotations

import re
from itertools import combinations

from donghyang.records import Message, Quantity
from donghyang.verify.alignment import Word, nearness, tells
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held, is_time
from donghyang.verify.judge_figures import Found
from donghyang.verify.zones import counted, crossed, zone

_MARGIN = 0.22
"""Share of the weight of both figures' words by which one reading must be the better one."""
_ALL = 0.75
"""The same of the words that only one of the two clauses has."""
_BEYOND = 2
"""How many times its limit a figure may be that goes beyond it."""
_WHOLE = 0.8
"""Share of a figure's words that a clause must have to be the one that speaks of it."""
_FROM = re.compile("(?:从|由|自|比|较)(?:(?:19|20)[0-9]{2}年[底末初]?的?)?$|(?:上年|去年|原来|此前|原)[^，。0-9]{0,4}$")
"""What stands before the figure from which a rise begins."""
_AHEAD = 12
"""Characters in front of a figure in which stands where a rise begins."""
_ROW = 60
"""Characters that a row of figures takes at most."""
_REACHED = re.compile("[到至为](?:上年|去年|今年|目前)的?$")


def judge_order(case: Case, support: dict[int, Found]) -> None:
    """Contradict pairs of figures that have changed places."""
    figures = [figure for figure in case.sentence.quantities if figure.start in support]
    for one, other in combinations(figures, 2):
        first, second = support[one.start], support[other.start]
        if one.value == other.value or not _could_swap(one, other, first, second):
            continue
        if one.bound != other.bound and (one.bound, other.bound) == (first.quantity.bound, second.quantity.bound):
            continue  # each stands by its bound: 51.6%로 50%를 돌파
        if _goes_beyond(one, other) or _goes_beyond(other, one):
            continue
        turned = _exchanged(case, one, other, first, second) and _shown(case, one, other, first, second)
        across = _counted_across(case, one, other, first, second) or _told_across(case, one, other, first, second)
        if turned or across:
            for figure, rival in ((one, second), (other, first)):
                said = rival.quantity.text
                reason = Message(
                    f"원문에서는 다른 것의 값입니다: {said}", f"in the source this is of something else: {said}"
                )
                case.hold(Judged("quantity", (figure.start, figure.end), "contradicted",
                                 (rival.quantity.start, rival.quantity.end), reason, rival.clause))  # fmt: skip


def _could_swap(one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    """Whether each figure could stand in the other's place: one unit, or two that only count."""
    if first.quantity.start == second.quantity.start or is_time(one) != is_time(other):
        return False
    return held(one, second.quantity) in ("other", "bound") or held(other, first.quantity) in ("other", "bound")


def _exchanged(case: Case, one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    moved = _from_to(case, one, other, first, second)
    if moved is not None:
        return moved
    mine, theirs = _apart(case.sentence.own_words(one), case.sentence.own_words(other))
    listed = _listed_ahead(case, _ahead(mine, one), _ahead(theirs, other), first, second)
    if listed is not None:
        return listed
    if first.clause != second.clause:
        straight = _stands(mine, first.clause, case) + _stands(theirs, second.clause, case)
        crossed = _stands(mine, second.clause, case) + _stands(theirs, first.clause, case)
        told = [word for word in (*mine, *theirs) if word.in_clause(first.clause) != word.in_clause(second.clause)]
        weight = sum(word.weight for word in (*mine, *theirs)) or 1.0
        only = sum(word.weight for word in told) or 1.0
        return crossed - straight > min(_MARGIN * weight, _ALL * only)
    return _order_turned(case, _ahead(mine, one), _ahead(theirs, other), first, second)


def _goes_beyond(value: Quantity, limit: Quantity) -> bool:
    """Whether one figure is what another one was left behind by (51.6%로 절반을 넘겼다)."""
    if value.bound is not None or limit.bound not in (">", ">=") or value.end > limit.start:
        return False
    one, other = (figure.value * 100 if figure.kind == "multiple" and figure.value else figure.value
                  for figure in (value, limit))  # fmt: skip
    return one is not None and other is not None and other < one < other * _BEYOND


def _shown(case: Case, one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    """Whether the words of one of two figures name what the other one is of, and those of none its own."""
    if _from_to(case, one, other, first, second):
        return True
    mine, theirs = _apart(_last_phrase(case, one), _last_phrase(case, other))
    for named in (zone, counted):
        here, there = named(case, first.quantity, first.clause), named(case, second.quantity, second.clause)
        told = crossed(mine, here, there) or crossed(theirs, there, here)
        if told and not crossed(mine, there, here) and not crossed(theirs, here, there):
            return True
    return False


def _counted_across(case: Case, one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    """허브 10곳과 클러스터 8곳, where the source has 8个枢纽、10个集群: what stands behind each is the other's."""
    if first.clause != second.clause or not one.kind == other.kind == first.quantity.kind == "count":
        return False
    mine, theirs = _apart(_last_phrase(case, one), _last_phrase(case, other))
    here, there = counted(case, first.quantity, first.clause), counted(case, second.quantity, second.clause)
    return crossed(_ahead(mine, one), here, there) and crossed(_ahead(theirs, other), there, here)


def _told_across(case: Case, one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    """8시간 충전하면 1시간 작업, where the source has 充电1小时即可作业8小时: before each the other's deed."""
    mine, theirs = _apart(case.sentence.own_words(one), case.sentence.own_words(other))
    return (
        first.clause == second.clause
        and one.kind != "count"
        and _right_before(theirs, first.quantity)
        and _right_before(mine, second.quantity)
        and not _right_before(mine, first.quantity)
        and not _right_before(theirs, second.quantity)
    )


def _right_before(words: list[Word], figure: Quantity) -> bool:
    """Whether one of some words stands right before a figure of the source, whole."""
    return any(word.covered >= 1 and figure.start == end for word in words for _, end in word.places)


def _last_phrase(case: Case, figure: Quantity) -> list[Word]:
    """The words of a figure without a topic that other nouns follow before it (공장은 디스플레이 210만 장): it may be
    that of the figures behind too."""
    words = case.sentence.own_words(figure)
    topics = [at for at, word in enumerate(words) if word.start < figure.start and word.particle in ("은", "는")]
    if not topics or not any(tells(word) for word in words[topics[-1] + 1 :] if word.start < figure.start):
        return words
    return words[topics[-1] + 1 :]


def _stands(words: list[Word], clause: int, case: Case) -> float:
    """How near the words stand, a part of a word counting little: 制造业 is no 장비제조업."""
    whole = sum(word.weight * (word.in_clause(clause) >= _WHOLE) for word in words)
    return (nearness(words, clause, case.corpus) + whole) / 2


def _from_to(case: Case, one: Quantity, other: Quantity, first: Found, second: Found) -> bool | None:
    """27개에서 50개로, 从27家增长到50家; 97개 중 60개, 97个中的60个. None where the claim says neither."""
    text = case.sentence.text
    between = text[one.end : other.start]
    source = case.corpus.text
    turned = first.quantity.start > second.quantity.start
    if len(between) <= 24 and between.startswith("에서"):
        ahead = source[max(0, first.quantity.start - _AHEAD) : first.quantity.start]
        return turned and (_FROM.search(ahead) is None or _REACHED.search(ahead) is not None)
    if len(between) <= 24 and " 중 " in between:
        return turned and "中" in source[second.quantity.end : first.quantity.start]
    return None


def _apart(mine: list[Word], theirs: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of two figures without those that both have."""
    shared = {word.stem for word in mine} & {word.stem for word in theirs}
    return [w for w in mine if w.stem not in shared], [w for w in theirs if w.stem not in shared]


def _listed_ahead(case: Case, mine: list[Word], theirs: list[Word], first: Found, second: Found) -> bool | None:
    """A list of subjects before a list of figures (甲、乙分别增长17%、21.7%): whether their orders differ; None where
    the source has no such lists."""
    sentence = case.corpus.clauses[first.clause].sentence
    if not _bare_between(case, first.quantity, second.quantity):
        return None
    before = min(first.quantity.start, second.quantity.start)
    one, other = (_nearest(case, words, sentence, before) for words in (mine, theirs))
    if one is None or other is None or one[1] == other[1] or max(one[1], other[1]) >= before:
        return None
    return (one[1] < other[1]) != (first.quantity.start < second.quantity.start)


def _order_turned(case: Case, mine: list[Word], theirs: list[Word], first: Found, second: Found) -> bool:
    """Within one sentence: the words stand in one order, the figures in the other (产销分别完成 548万和 528万)."""
    sentence = case.corpus.clauses[first.clause].sentence
    before = min(first.quantity.start, second.quantity.start)
    one, other = (_nearest(case, words, sentence, before) for words in (mine, theirs))
    if one is not None and other is not None and one[1] != other[1]:
        return (one[1] < other[1]) != (first.quantity.start < second.quantity.start)
    if one is None and other is None:
        return False
    if one is not None and (other is None or one[0] > other[0]):
        return _touches(second, one[1]) and not _touches(first, one[1])
    return other is not None and _touches(first, other[1]) and not _touches(second, other[1])


def _touches(found: Found, place: int) -> bool:
    """Whether a figure stands right before the word it counts (1名飞行工程师)."""
    return 0 <= place - found.quantity.end <= 1


def _nearest(case: Case, words: list[Word], sentence: int, before: int) -> tuple[float, int] | None:
    """(weight, place) of the heaviest of the words in a sentence; where it stands there twice, the place that is the
    last before the figures."""
    best: tuple[float, int] | None = None
    held_ = case.corpus.sentences[sentence]
    for word in words:
        places = sorted({start for start, _ in word.places if held_.start <= start < held_.end})
        if not places or not word.in_sentence(sentence):
            continue
        ahead = [place for place in places if place < before]
        weight = word.weight * word.in_sentence(sentence)
        if best is None or weight > best[0]:
            best = (weight, ahead[-1] if ahead else places[0])
    return best


def _ahead(words: list[Word], figure: Quantity) -> list[Word]:
    """The words before a figure, which name its subject; those behind it where there are none."""
    return [word for word in words if word.start < figure.start and word.weight] or words


def _bare_between(case: Case, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but figures and joints stands between two figures of the source (17%、21.7%和69.8%)."""
    start, end = sorted((one.end, other.end))[0], max(one.start, other.start)
    if end < start or end - start > _ROW:
        return False
    text = case.corpus.text
    number = case.corpus.clause_at(start)
    kept = list(text[start:end])
    for clause in case.corpus.clauses[number : case.corpus.clause_at(end) + 1]:
        for quantity in clause.quantities:
            for at in range(max(start, quantity.start), min(end, quantity.end)):
                kept[at - start] = ""
    return not "".join(kept).strip("、，,和与及以 ")
