"""Persons of the text: whose office it is, and whether every member of a row of names is one of the source's."""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.language.script import is_han
from donghyang.records import Message, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.names import bodies_of, could_be_sound, office_titles, spelled_as_sound
from donghyang.verify.reasons import NO_NAME, says

_REACH = 24
"""Characters of the text between a person and his office."""
_NEAR = 20
"""Characters between a person and the office that the source gives him."""
_GLOSS = re.compile(r"(?:[(（][^()（）]{1,12}[)）])? ?")
"""Between a body and an office of it: a space, behind its short form."""
_JOINT = re.compile(r"이?(?:, ?|·|[와과] )")
_HEARD, _READ = frozenset({"sound"}), frozenset({"sound", "reading"})
_OTHER_OFFICE = Message("원문에서는 다른 사람의 직함입니다.", "in the source this office is another's")


def judge_persons(case: Case) -> None:
    """Contradict offices that are higher, lower or another's, and names in a row of names that the source lacks."""
    words = case.sentence.words
    persons = {word.start: place for word in words if (place := person_of(case, word)) is not None}
    members = {word.start: place for word in words if (place := person_of(case, word, _READ)) is not None}
    for at, word in enumerate(words):
        office = office_titles().fullmatch(word.stem)
        if office is not None:
            _judge_office(case, word, office["deputy"] is not None, persons, words[max(0, at - 3) : at + 2])
    for one, other in pairwise(words):
        if other.start in members and one.start not in members:
            _judge_calling(case, one, other, members)
        if _JOINT.fullmatch(case.sentence.text[one.stem_end : other.start]):
            _judge_row(case, one, other, members)


def person_of(case: Case, word: Word, hows: frozenset[str] = _HEARD) -> Span | None:
    """Where the source has a word by sound, as it has names of persons; None for anything else. In a row of names
    also one whose syllables are readings too (주양주)."""
    if not 2 <= len(word.stem) <= 8 or not could_be_sound(word.stem):
        return None
    if not any(match.how in hows for match in word.matches):
        return None
    found = word.whole((0, len(case.corpus.text)))
    if found is None or not 2 <= found[1] - found[0] <= 4:
        return None
    return found if all(is_han(char) for char in case.corpus.text[slice(*found)]) else None


def _judge_office(case: Case, word: Word, deputy: bool, persons: dict[int, Span], around: list[Word]) -> None:
    plain = case.corpus.key.plain
    places = [place for match in case.corpus.key.find(word.stem.removeprefix("부") if deputy else word.stem)
              for place in match.places if match.start == 0 and match.end == len(word.stem) - deputy]  # fmt: skip
    if not places:
        return
    span = (word.start, word.end)
    holders = [one for one in around if one.start in persons and abs(one.start - word.start) <= _REACH]
    names = [plain[slice(*persons[one.start])] for one in holders]
    theirs = [place for place in places
              if any(name in plain[max(0, place[0] - _NEAR) : place[1] + _NEAR] for name in names)]  # fmt: skip
    near = [place for place in places if case.corpus.sentence_at(place[0]) in case.near]
    places = theirs or near or places
    ranks = {plain[start - 1 : start] == "副" for start, _ in places}
    if ranks == {not deputy}:
        said = plain[places[0][0] - 1 : places[0][1]] if not deputy else plain[slice(*places[0])]
        case.hold(Judged("name", span, "contradicted", places[0], says(said)))
        return
    if _of_other_body(case, word, places):
        return
    if names and not theirs:
        case.hold(Judged("name", span, "contradicted", places[0], _OTHER_OFFICE))


def _of_other_body(case: Case, office: Word, places: list[Span]) -> bool:
    """Contradict the body right before an office that the source has right behind another one each time."""
    text, plain = case.sentence.text, case.corpus.key.plain
    body = next((one for one in case.named if one.kind == "body"
                 and _GLOSS.fullmatch(text, one.end, office.start)), None)  # fmt: skip
    near = [place for place in places if case.corpus.sentence_at(place[0]) in case.near]
    if body is None or not near:
        return False
    rivals: list[Span] = []
    for start, _ in near:
        ahead = plain[max(0, start - _REACH) : start].removesuffix("副")
        if ahead.endswith(tuple(body.hanzi)):
            return False
        found = [one for one in bodies_of(ahead) if one.end() == len(ahead)]
        rivals += [(start - len(ahead) + one.start(), start) for one in found]
    if not rivals:
        return False
    said = case.corpus.text[slice(*rivals[0])]
    case.hold(Judged("name", (body.start, body.end), "contradicted", rivals[0], says(said)))
    return True


def _judge_calling(case: Case, calling: Word, person: Word, members: dict[int, Span]) -> None:
    """What a person is, right before his name (비행 엔지니어 주양주), that the source says right before another's."""
    apart = case.sentence.text[calling.end : person.start] != " "
    if apart or calling.text != calling.stem or calling.covered < 1 or office_titles().fullmatch(calling.stem):
        return
    ends = sorted({end for _, end in calling.places})
    name = case.corpus.text[slice(*members[person.start])]
    others = {case.corpus.text[slice(*place)]: place for start, place in members.items() if start != person.start}
    named = {at: other for other in (name, *others) for at in ends if case.corpus.text.startswith(other, at)}
    if named and name not in named.values():
        place = others[next(iter(named.values()))]
        case.hold(Judged("name", (person.start, person.end), "contradicted", place, _OTHER_OFFICE))


def _judge_row(case: Case, one: Word, other: Word, persons: dict[int, Span]) -> None:
    """Two names side by side, one of which is a person of the source: the other must be one too."""
    for known, open_ in ((one, other), (other, one)):
        if known.start not in persons or open_.start in persons or open_.covered >= 1:
            continue
        if 2 <= len(open_.stem) <= min(4, len(known.stem) + 1) and spelled_as_sound(open_.stem):
            case.hold(Judged("name", (open_.start, open_.end), "contradicted", persons[known.start], NO_NAME))
