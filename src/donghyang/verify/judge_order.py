"""Figures that the source says, each of another thing: exchanged between two subjects of one sentence."""

from __future__ import annotations

import re
from itertools import combinations

from donghyang.records import Message, Quantity
from donghyang.verify.alignment import Word, nearness
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.judge_rows import rows_of
from donghyang.verify.reasons import gives

_MARGIN = 0.22
"""Share of the weight of both figures' words by which one reading must be the better one."""
_WHOLE = 0.8
"""Share of a figure's words that a clause must have to be the one that speaks of it."""
_SUBJECT = re.compile("[이가을를은는의]")
_WORDS = 2
_LONG = 4
"""Syllables of a word that is one thing more closely told than a part of it (고속철도, 铁路)."""
_MORE = 1.3
"""How much more the words of a later clause must weigh than those of the clause of the figure."""
_ROW = 60
"""Characters that a row of figures takes at most."""
_FROM = re.compile("(?:从|由|自|比|较)$|(?:上年|去年|原来|此前|原)[^，。0-9]{0,4}$")
"""What stands before the figure from which a rise begins."""
_REACHED = re.compile("[到至为](?:上年|去年|今年|目前)的?$")


def judge_order(case: Case, support: dict[int, Found]) -> None:
    """Contradict pairs of figures that have changed places."""
    for row in case.sentence.rows():
        _judge_row(case, row, support)
    _judge_pairs(case, support)
    for figure in case.sentence.quantities:
        if figure.start in support:
            _judge_alone(case, figure, support[figure.start])
            _judge_narrowed(case, figure, support[figure.start])
            _behind(case, figure, support[figure.start])
    figures = [figure for figure in case.sentence.quantities if figure.start in support]
    for one, other in combinations(figures, 2):
        first, second = support[one.start], support[other.start]
        if one.value == other.value or not _could_swap(one, other, first, second):
            continue
        if one.bound != other.bound and (one.bound, other.bound) == (first.quantity.bound, second.quantity.bound):
            continue  # each stands by its bound: 51.6%로 50%를 돌파
        if _exchanged(case, one, other, first, second):
            for figure, rival in ((one, second), (other, first)):
                said = rival.quantity.text
                reason = Message(
                    f"원문에서는 다른 것의 값입니다: {said}", f"in the source this is of something else: {said}"
                )
                case.hold(Judged("quantity", (figure.start, figure.end), "contradicted",
                                 (rival.quantity.start, rival.quantity.end), reason, rival.clause))  # fmt: skip


def _judge_alone(case: Case, figure: Quantity, found: Found) -> None:
    """A figure whose words stand whole in another clause of the sentence, by another figure of its unit."""
    own = [word for word in _ahead(case.sentence.own_words(figure), figure) if word.weight]
    weight = sum(word.weight for word in own)
    if len(own) < _WORDS and not any(len(word.stem) >= _LONG for word in own):
        return
    here = sum(word.weight * word.in_clause(found.clause) for word in own)
    for number, clause in case.corpus.numbered(case.corpus.clauses[found.clause].sentence):
        there = sum(word.weight * word.in_clause(number) for word in own)
        whole = there >= _WHOLE * weight and here <= (1 - _WHOLE) * weight
        if number == found.clause or not (whole or _begun_here(own, found.clause, number)):
            continue
        rival = next((one for one in clause.quantities if held(figure, one) == "other"), None)
        if rival is not None and len(clause.quantities) == 1 and not _in_row(case, rival, found):
            span = (rival.start, rival.end)
            case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), number))


def _judge_narrowed(case: Case, figure: Quantity, found: Found) -> None:
    """A subject that the source names only behind 其中, by the next figure of the unit (金额增长9.6%，其中，制造业…增长
    10.4%)."""
    corpus = case.corpus
    end = corpus.place_of(corpus.clauses[found.clause].sentence)[1]
    start = corpus.place_of(corpus.clauses[found.clause].sentence)[0]
    among = corpus.text.find("其中", found.quantity.end, end)
    if among < 0:
        return
    rest = [one for clause in corpus.clauses_of(corpus.clauses[found.clause].sentence) for one in clause.quantities]
    rival = next((one for one in rest if one.start > among and held(figure, one) == "other"), None)
    if rival is None:
        return
    for word in case.sentence.own_words(figure):
        places = [
            place
            for match in word.matches
            if match.start == 0 and match.end >= len(word.stem)
            for place, _ in match.places
        ]
        inside = [place for place in places if start <= place < end]
        if word.start < figure.start and inside and all(among < place < rival.start for place in inside):
            span = (rival.start, rival.end)
            case.hold(
                Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), found.clause)
            )
            return


def _in_row(case: Case, rival: Quantity, found: Found) -> bool:
    """Whether a figure stands in a row that tells whose it is, or beside the other one."""
    if _bare(case, rival, found.quantity):
        return True
    rows = rows_of(case, case.corpus.clauses[found.clause].sentence)
    return any(row.subjects and row.at(found.quantity.start) is not None for row in rows)


def _begun_here(own: list[Word], here: int, there: int) -> bool:
    """Whether a later clause has the subject, and the clause of the figure only what both share (销售收入同比增长9.4%，
    其中，数字技术应用业同比增长13.8%)."""
    if any(len(word.stem) >= _LONG and word.in_clause(there) == 1 > _WHOLE > word.in_clause(here) for word in own):
        return there == here + 1 and all(word.in_clause(here) <= word.in_clause(there) for word in own)
    mine = sum(word.weight for word in own if word.in_clause(here) > word.in_clause(there))
    theirs = sum(word.weight for word in own if word.in_clause(there) > word.in_clause(here))
    said = sum(word.in_clause(there) > 0 for word in own)
    return there > here and theirs > _MORE * mine and said > _WORDS - (not mine)


def _judge_row(case: Case, row: list[Quantity], support: dict[int, Found]) -> None:
    """Figures behind 각각 that the source has in a row of its own, in another order."""
    found = [support[figure.start] for figure in row if figure.start in support]
    places = [one.quantity.start for one in found]
    if len(found) < len(row) or places == sorted(places) or not _together(case, found):
        return
    members = [case.sentence.own_words(figure) for figure in row]
    seats = [_nearest(case, words, case.corpus.clauses[found[0].clause].sentence, min(places)) for words in members]
    stated = [seat[1] for seat in seats if seat is not None]
    if len(stated) == len(row) and sorted(stated, reverse=True) == stated and len(set(stated)) > 1:
        return  # the subjects change places with their figures
    for figure, one in zip(row, found, strict=True):
        reason = Message("원문과 순서가 다릅니다.", "the source has them in another order.")
        span = (one.quantity.start, one.quantity.end)
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, reason, one.clause))


def _together(case: Case, found: list[Found]) -> bool:
    return len({case.corpus.clauses[one.clause].sentence for one in found}) == 1


def _judge_pairs(case: Case, support: dict[int, Found]) -> None:
    """Two pairs of figures, each a value and another of its own: the source pairs them the other way
    (60kW 4대, 160kW 2대)."""
    figures = [figure for figure in case.sentence.quantities if figure.start in support]
    for a, b, c, d in zip(figures, figures[1:], figures[2:], figures[3:], strict=False):
        ga, gb, gc, gd = (support[one.start] for one in (a, b, c, d))
        if not _could_swap(b, d, gb, gd) or _could_swap(a, b, ga, gb) or _could_swap(c, d, gc, gd):
            continue
        places = [found.quantity.start for found in (ga, gb, gc, gd)]
        if len(set(places)) == 4 and (places[0] < places[2]) != (places[1] < places[3]):
            reason = Message("원문에서는 다른 것의 값입니다.", "in the source this is of something else")
            for figure, found in ((b, gb), (d, gd)):
                span = (found.quantity.start, found.quantity.end)
                case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, reason, found.clause))


def _could_swap(one: Quantity, other: Quantity, first: Found, second: Found) -> bool:
    """Whether each figure could stand in the other's place: one unit, or two that only count."""
    if first.quantity.start == second.quantity.start:
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
        weight = sum(word.weight for word in (*mine, *theirs)) or 1.0
        return crossed - straight > _MARGIN * weight
    return _order_turned(case, _ahead(mine, one), _ahead(theirs, other), first, second)


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
        ahead = source[max(0, first.quantity.start - 8) : first.quantity.start]
        return turned and (_FROM.search(ahead) is None or _REACHED.search(ahead) is not None)
    if len(between) <= 24 and " 중 " in between:
        return turned and "中" in source[second.quantity.end : first.quantity.start]
    return None


def _apart(mine: list[Word], theirs: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of two figures without those that both have."""
    shared = {word.stem for word in mine} & {word.stem for word in theirs}
    return [w for w in mine if w.stem not in shared], [w for w in theirs if w.stem not in shared]


def _bare(case: Case, one: Quantity, other: Quantity) -> bool:
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


def _listed_ahead(case: Case, mine: list[Word], theirs: list[Word], first: Found, second: Found) -> bool | None:
    """A list of subjects before a list of figures (甲、乙分别增长17%、21.7%): whether their orders differ; None where
    the source has no such lists."""
    sentence = case.corpus.clauses[first.clause].sentence
    if not _bare(case, first.quantity, second.quantity):
        return None
    before = min(first.quantity.start, second.quantity.start)
    one, other = (_nearest(case, words, sentence, before) for words in (mine, theirs))
    if one is None or other is None or one[1] == other[1] or max(one[1], other[1]) >= before:
        return None
    return (one[1] < other[1]) != (first.quantity.start < second.quantity.start)


def _behind(case: Case, figure: Quantity, found: Found) -> None:
    """A figure whose predicate stands behind it (1,090만 명이 지원을 필요로): all of it in another clause, by a figure
    of the unit, and none of it in its own."""
    corpus = case.corpus
    own = [word for word in case.sentence.own_words(figure) if word.start >= figure.end and word.weight]
    if (
        not _SUBJECT.match(case.sentence.text, figure.end)
        or len(own) < _WORDS
        or any(word.in_clause(found.clause) for word in own)
    ):
        return
    for number, clause in corpus.numbered(corpus.clauses[found.clause].sentence):
        rival = next((one for one in clause.quantities if held(figure, one) == "other"), None)
        if number == found.clause or rival is None or len(clause.quantities) > 1:
            continue
        if sum(word.in_clause(number) >= _WHOLE for word in own) >= _WORDS:
            span = (rival.start, rival.end)
            case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), number))
            return


def _ahead(words: list[Word], figure: Quantity) -> list[Word]:
    """The words before a figure, which name its subject; those behind it where there are none."""
    return [word for word in words if word.start < figure.start and word.weight] or words


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
