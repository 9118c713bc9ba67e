"""Of what kind a new term is, guessed from the terms that are there and from the shape of its Chinese."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from donghyang.facts.names import kind_of_name
from donghyang.language import tables
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.gazetteer import written
from donghyang.language.nearness import letters
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.script import fold, is_han
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.language.words import without_gloss

if TYPE_CHECKING:
    from donghyang.language.terms import Kind, Termbase
    from donghyang.records import Name

_ENDS = (4, 3, 2)
"""Characters of an end that says what a thing is: 大学, 研究院, 有限公司."""
_LEAST = 3
"""Fewer terms of one end are no witness."""
_SHARE = 0.8
"""So many of them must be of one kind: held against the packaged termbase, nine guesses in ten are then right."""
_SHORT = 2
"""Characters of 东部 and 内部, which are no ministries."""
_FIRM_ENDS = (*tables.words("donghyang.language", "firm_tails"), "银行")
_OF_NAMES: dict[str, Kind] = {
    "firm": "company",
    "body": "institution",
    "university": "institution",
    "hospital": "institution",
    "mission": "technology",
}
"""The kind of a term by the kind of an established name."""
_OFFICES = (("部", "부"), ("局", "국"), ("厅", "청"), ("委员会", "위원회"))
"""What government bodies end in, in both languages: 布局 is said otherwise."""


def guessed_kind(chinese: str, korean: str, base: Termbase) -> Kind | None:
    """The kind of a term of simplified `chinese`, as a row of the base has it, or as most terms of its end are; None
    where nothing says it."""
    known = base.get(chinese)
    if known:
        return known.kind
    name = firms_abroad().get(chinese) or established_names().get(chinese)
    if name:
        return _OF_NAMES.get(name.kind)
    if any(letters(korean) == letters(place.hangul) for place in written(chinese)):
        return "place"
    votes = _votes(chinese, korean, base)
    shape = kind_of_name(chinese)
    if shape == "organisation":
        return _body(chinese, korean) or _most(votes)
    if shape == "person" and letters(korean) == letters(transliterate(chinese).hangul):
        return "person"
    return _most(votes) or ("technology" if shape == "product" else "place" if shape == "place" else None)


def _body(chinese: str, korean: str) -> Kind | None:
    """What kind of organisation it is by what it ends in; None where its end is also one of other words."""
    if chinese.endswith(_FIRM_ENDS):
        return "company"
    ends = [said for end, said in _OFFICES if chinese.endswith(end)]
    if not ends:
        return "institution"
    return "agency" if len(chinese) > _SHORT and korean.endswith(tuple(ends)) else None


def _most(votes: Counter[Kind]) -> Kind | None:
    kind, count = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
    return kind if votes.total() >= _LEAST and count >= _SHARE * votes.total() else None


def _votes(chinese: str, korean: str, base: Termbase) -> Counter[Kind]:
    """How many terms of each kind end as the Chinese does, and in the last word of the Korean."""
    ends, words = _index(base)
    votes: Counter[Kind] = Counter()
    for length in _ENDS:
        found = ends.get(chinese[-length:]) if length < len(chinese) else None
        if found and found.total() >= _LEAST:
            votes.update(found)
            break
    votes.update(words.get(_last_word(korean), {}))
    return votes


@lru_cache(maxsize=2)
def _index(base: Termbase) -> tuple[dict[str, Counter[Kind]], dict[str, Counter[Kind]]]:
    """How many terms of each kind have an end of the Chinese, and a last word of the Korean."""
    ends: dict[str, Counter[Kind]] = {}
    words: dict[str, Counter[Kind]] = {}
    for term in base.terms():
        for length in _ENDS:
            if length <= len(term.chinese) and all(map(is_han, term.chinese[-length:])):
                ends.setdefault(term.chinese[-length:], Counter())[term.kind] += 1
        words.setdefault(_last_word(term.korean), Counter())[term.kind] += 1
    return ends, words


_OFFICES_KO = tables.either("donghyang.check.rules.names", "offices")
_AGED = lazily(r"[·,，]\s?[0-9]{2}세?[)）]$")
_CALLED = lazily(rf"[ ]?(?:[가-힣]{{1,6}}[ ]?)?(?:{_OFFICES_KO})(?:{JOSA})?(?![가-힣])")
_CALLED_BEFORE = lazily(rf"(?:{_OFFICES_KO})(?:인|이자)? $")
_NUMBERED = lazily(r"['’”]?[ -]?[0-9]{1,3}호")
_HEADED = lazily(
    r"['’”]?[ ]?[가-힣A-Za-z]{0,8}?(?:"
    + "|".join(
        f"(?P<{kind}>{'|'.join(sorted(words.split(), key=len, reverse=True))})"
        for kind, words in tables.read(__package__, "heads.tsv")
    )
    + rf")(?:{JOSA})?(?![가-힣])"
)
_PERSONS = range(2, 5)
"""Characters of a person's name."""
_BEFORE, _BEHIND = 12, 24
"""Characters around a pair that say what bears the name."""


def told_kind(text: str, name: Name) -> Kind | None:
    """The kind of the term that a pair of `text` is, by an age in its bracket, an office beside a person's name, a
    number or the head noun behind it; None where nothing stands there."""
    behind = text[name.end : name.end + _BEHIND].replace("*", "").partition("\n")[0]
    before = text[max(0, name.start - _BEFORE) : name.start].replace("*", "")
    plain = fold(name.hanja)
    if looks_like_person(plain) and (_CALLED.match(behind) or _CALLED_BEFORE.search(before)):
        return "person"
    if _AGED.search(name.text) and len(plain) in _PERSONS:
        return "person"
    if _NUMBERED.match(behind):
        return "technology"
    head = _HEADED.match(behind)
    return cast("Kind", head.lastgroup) if head else None


def _last_word(korean: str) -> str:
    return (without_gloss(korean).split() or [""])[-1]
