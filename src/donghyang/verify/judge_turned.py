"""Words that have changed places: every one stands in the source, but by another than in the text.

A change told backwards, one that does it to another where the other does it, a name before what another one is, and
what came first.
"""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.language.gazetteer import called
from donghyang.language.script import is_han
from donghyang.records import Span
from donghyang.verify.alignment import Word, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.names import could_be_sound
from donghyang.verify.reasons import BACKWARDS, DONE_TO, says

_CLOSING = ("'", "’", "”")
_FROM = re.compile("['’”]?(?:을|를|에서) ['‘“]?(?:[가-힣]{2,5} )?")
_TO = re.compile("['‘’“”]?(?:으로|로)(?:의? |,|$)")
_TOWARD = re.compile("['‘’“”]?(?:[一-龥]{0,3}[为到成至]|[一-龥]{0,2}['‘’“”]?向)['‘’“”]?[一-龥]{0,3}")
_NAME = 2
_SOUND = frozenset({"sound", "term"})
_GLOSS = re.compile("(?:[(（][^()（）]{1,8}[)）])? ")
"""Between a name and what it is of: a space, behind the characters of the name."""
_REST = 0.6
"""Share of the rest of a claim that a sentence says which has another name in the place of the claim's."""
_FIRST, _THEN = re.compile("먼저|앞서(?= )"), re.compile("뒤이어|이어서|나중에|그다음|그 뒤|잇따라")
_FIRST_SAID = re.compile("先期|率先|首先|此前|先行|早先")
_REACH = 10
"""Characters behind a word of coming first that hold what came first."""
_SUBJECT, _OBJECT = ("은", "는", "이", "가"), ("을", "를")
_OTHER_VOICE = re.compile("[被由受遭获得把将对给向为与和同是]|通过|根据|按照")


_Seats = dict[int, tuple[Span, ...]]
"""Start of a noun of the claim -> where the sentence of the source has it."""


def judge_turned(case: Case) -> None:
    """Contradict words that the sentence which speaks most of the claim has in each other's place."""
    for sentence in case.aligned[:1]:
        place = case.corpus.place_of(sentence)
        nouns = [word for word in case.sentence.words if word.covered >= 1 and word.weight and len(word.stem) > 1]
        seats = {word.start: tuple(dict.fromkeys(word.stretches(0, len(word.stem), place))) for word in nouns}
        nouns = [word for word in nouns if seats[word.start]]
        units = _units(case, nouns)
        _judge_backwards(case, units, seats)
        _judge_done_to(case, units, seats)
        _judge_other_head(case, seats, sentence)
    _judge_first(case)


def _units(case: Case, nouns: list[Word]) -> list[list[Word]]:
    """The nouns in rows of those that nothing but a space parts (탑재체 전문가)."""
    units: list[list[Word]] = []
    for word in nouns:
        last = units[-1][-1] if units else None
        if last is not None and last.text == last.stem and case.sentence.text[last.end : word.start] == " ":
            units[-1].append(word)
        else:
            units.append([word])
    return units


def _apart(one: list[Word], other: list[Word]) -> tuple[list[Word], list[Word]]:
    """Two rows of nouns without those that both have (견인 역할, 주력군 역할)."""
    shared = {word.stem for word in one} & {word.stem for word in other}
    return [word for word in one if word.stem not in shared], [word for word in other if word.stem not in shared]


def _judge_backwards(case: Case, units: list[list[Word]], seats: _Seats) -> None:
    """갑을 을로, where the source has 乙向甲."""
    text = case.sentence.text
    for one, other in pairwise(units):
        between = _FROM.fullmatch(text, _end(case, one[-1]), other[0].start)
        if not between or not _TO.match(text, _end(case, other[-1])):
            continue
        mine, theirs = _apart(one, other)
        if not mine or not theirs:
            continue
        places = [(a, b) for a in seats[mine[-1].start] for b in seats[theirs[-1].start]]
        back = [(b[0], a[1]) for a, b in places if _leads(case, b, a)]
        if back and not any(_leads(case, a, b) for a, b in places):
            span = (one[0].start, other[-1].stem_end)
            case.hold(Judged("name", span, "contradicted", back[0], BACKWARDS, None, sure=True))


def _end(case: Case, word: Word) -> int:
    """Where a word ends without its particle; right before a quotation mark that closes it, it has none."""
    return word.end if case.sentence.text[word.end : word.end + 1] in _CLOSING else word.stem_end


def _leads(case: Case, one: Span, other: Span) -> bool:
    """Whether the source says that one thing becomes the other, in as few words as can be."""
    return _TOWARD.fullmatch(case.corpus.text, one[1], other[0]) is not None


def _judge_done_to(case: Case, units: list[list[Word]], seats: _Seats) -> None:
    """갑이 을을 방문, where the source has 乙访问甲 in one clause without a word that turns its order."""
    for row, second, last in zip(units, units[1:], units[2:], strict=False):
        subject, object_, deed = row[-1], second[-1], last[-1]
        if not (subject.particle in _SUBJECT and object_.particle in _OBJECT):
            continue
        for third in seats[object_.start]:
            clause = case.corpus.clauses[case.corpus.clause_at(third[0])]
            if _OTHER_VOICE.search(case.corpus.text, third[1], clause.end):
                continue
            doers = [one for one in seats[subject.start] if clause.start <= one[0] < clause.end]
            deeds = [one for one in seats[deed.start] if third[1] <= one[0] and one[1] < clause.end]
            if doers and deeds and all(deeds[0][1] <= one[0] <= deeds[0][1] + 2 for one in doers):
                place = (third[0], doers[0][1])
                span = (subject.start, object_.stem_end)
                case.hold(Judged("name", span, "contradicted", place, DONE_TO, None, sure=True))


def _judge_other_head(case: Case, seats: _Seats, sentence: int) -> None:
    """A name before what it is of (멍톈 실험모듈), which the source has so elsewhere: where it says all the rest, it
    has another one before that noun."""
    corpus, everywhere = case.corpus, (0, len(case.corpus.text))
    for one, other in pairwise(case.sentence.words):
        beside = one.text == one.stem and _GLOSS.fullmatch(case.sentence.text, one.end, other.start)
        if not beside or not seats.get(other.start) or one.in_sentence(sentence) or not _is_name(one.stem):
            continue
        heads = {corpus.text[slice(*seat)] for seat in seats[other.start]}
        places = list(one.stretches(0, len(one.stem), everywhere, _SOUND))
        named = [place for place in places for head in heads if _heads(case, place[1], head)]
        size = named[0][1] - named[0][0] if named else 0
        rest = [word for word in case.sentence.words if word.start not in (one.start, other.start)]
        if size < _NAME or spoken(rest, [sentence]) < _REST:
            continue
        rivals = [(start - size, end) for start, end in seats[other.start]]
        rival = next((place for place in rivals if all(map(is_han, corpus.text[slice(*place)]))), None)
        if rival is not None:
            span = (one.start, other.stem_end)
            case.hold(Judged("name", span, "contradicted", rival, says(corpus.text[slice(*rival)])))


def _is_name(stem: str) -> bool:
    """Whether a word is spelled as Chinese names are, and is no word of the tables but that of a place."""
    return could_be_sound(stem) or bool(called(stem))


def _heads(case: Case, end: int, head: str) -> bool:
    """Whether a noun stands behind a name that ends there, which may stand in quotation marks."""
    return case.corpus.text[end : end + len(head) + 1].lstrip("”》").startswith(head)


def _judge_first(case: Case) -> None:
    """갑이 먼저, 뒤이어 을, where the source says of the second that it came before (先期已运抵的乙)."""
    text, start, end = case.sentence.text, case.sentence.start, case.sentence.end
    first, then = _FIRST.search(text, start, end), _THEN.search(text, start, end)
    if first is None or then is None or then.start() < first.start():
        return
    ahead, later = _apart(case.sentence.words_in((start, then.start())), case.sentence.words_in((then.end(), end)))
    for number in case.near:
        for found in _FIRST_SAID.finditer(case.corpus.text, *case.corpus.place_of(number)):
            within = (found.end(), found.end() + _REACH)
            told = [word for word in later if len(word.stem) > 1 and word.whole(within)]
            if told and not any(word.whole(within) for word in ahead if word.covered >= 1):
                place = (found.start(), within[1])
                case.hold(Judged("modality", first.span(), "contradicted", place, BACKWARDS, None, sure=True))
                return
