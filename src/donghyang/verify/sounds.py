"""Words that are spelled like Chinese names and that no table knows: does the source have them by reading or sound?"""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.language.hanja import written_readings
from donghyang.records import Span
from donghyang.verify.accounts import is_listed, parts_of
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.key import sounds
from donghyang.verify.names import body_ends, could_be_sound, firm_ends, sounds_chinese, titles
from donghyang.verify.reasons import NO_NAME

_COMMON = ("공사", "센터", "기지", "터널", "댐", "대교", "광산", "발전소")
"""What is built in every town: the name of one only behind a name (집중제어센터 is none)."""
_KINDS_OF_FIRM = ("유한회사", "주식회사", "유한공사", "유한책임회사")
_SHORT_BODY = re.compile("[一-龥]{1,3}[所院厂台社馆](?![一-龥]{0,2}(?:长|属|内))")
_PARTICLES = ("로써", "로서")
_VERBS = ("르", "우르")
"""Ends of verb stems before 는 (아우르는, 이르는) that are spelled like a Chinese syllable."""
_LONGEST = 4
"""Syllables of the longest Chinese name; a longer word is of another language."""
_SHORT_HEAD = 3
"""Syllables of a name before what its body is that are no translation of several words."""
_HALF = 0.5
_MOST = 0.8
"""Share of a body's name that a sentence must have not to name another one."""


def by_sound(case: Case, word: Word) -> Judged | None:
    """A word that is spelled like a Chinese name and that the source does not have as it stands."""
    stem = re.sub("(?<=..)(?:성|시|구|현|진|산|강|호|대학|그룹|은행)$", "", word.stem)
    if len(stem) < 2:
        return None
    if word.stem in _KINDS_OF_FIRM or word.text.endswith(_PARTICLES) or stem.endswith(_VERBS):
        return None
    if case.sentence.text[word.start - 1 : word.start] == "·":
        return None
    body = body_ends().match(word.stem) or firm_ends().match(word.stem)
    if body is not None and body_ends().match(word.stem) is None and not could_be_sound(body[1]):
        body = None
    if body is not None and word.stem.endswith(_COMMON) and not could_be_sound(body[1]):
        body = None
    if body is not None and (is_listed(body[1]) or parts_of(body[1])):
        body = None  # 선물회사, 금융지주회사: a kind of firm
    if body is not None and (body[1].isascii() or max(word.sentences.values(), default=0.0) >= _MOST):
        body = None
    if body is not None and _lacks(case, word, len(body[1])):
        place = _tail_near(case, word, len(body[1])) if len(body[1]) <= _SHORT_HEAD else None
        place = place or next(iter(word.places), None)
        return Judged("name", (word.start, word.end), "contradicted", place, NO_NAME, weak=True)
    if word.covered >= 1:
        return _person(case, word, stem)
    if len(stem) > _LONGEST:
        return None
    behind = case.sentence.text[word.end : word.end + 8].lstrip()
    named = 2 <= len(stem) <= _LONGEST and could_be_sound(stem) and stem[0] in _surnames()
    if not (named and titles().match(behind)):
        return None  # a word may be spelled so, and names of other languages are written in many ways
    if sounds_chinese(stem) and word.covered < _HALF:
        return Judged("name", (word.start, word.end), "unsupported", None, NO_NAME)
    return Judged("name", (word.start, word.end), "contradicted", word.places[0] if word.places else None, NO_NAME)


def _tail_near(case: Case, word: Word, size: int) -> Span | None:
    """Where the sentences that speak of the claim have what a name ends in; None where they do not."""
    places = [place for match in word.matches if match.start >= size for place in match.places]
    return next((place for place in places if case.corpus.sentence_at(place[0]) in case.aligned), None)


@cache
def _surnames() -> frozenset[str]:
    """How the common family names sound, each in one syllable."""
    return frozenset(sound for name in tables.words(__package__, "surnames") for sound in sounds(name))


def _person(case: Case, word: Word, stem: str) -> Judged | None:
    """A name that the source has by sound: supported where it stands in one piece."""
    if not sounds_chinese(stem):
        return None
    for number in (*case.near, *range(len(case.corpus.sentences))):
        found = word.whole(case.corpus.place_of(number))
        if found is not None:
            return Judged("name", (word.start, word.end), "supported", found)
    return None


def _lacks(case: Case, word: Word, size: int) -> bool:
    """Whether the source has a body of the same ending, and neither this one nor a short form of it."""
    whole = (0, len(case.corpus.text))
    if word.stem.endswith(_COMMON) and next(word.stretches(0, size, whole), None) is not None:
        return False
    if word.whole(whole) is not None or _shortened(case, word, size) is not None or _headed(case, word):
        return False
    begun = any(match.start == 0 for match in word.matches)
    return _ends_alike(word, size) or (not begun and could_be_sound(word.stem[:size]))


def _headed(case: Case, word: Word) -> bool:
    """Whether the source has the first two syllables right before a short word for what a body is (长春光机所)."""
    plain = case.corpus.key.plain
    begun = [end for match in word.matches if match.start == 0 and match.end > 1 for _, end in match.places]
    return any(_SHORT_BODY.match(plain, end) for end in begun)


def _shortened(case: Case, word: Word, size: int) -> Span | None:
    """Where the source has the name in short, of each part a character (시장감독관리총국, 市场监管总局)."""
    plain = case.corpus.key.plain
    ends = [place for match in word.matches if match.end >= len(word.stem) > size for place in match.places]
    for match in word.matches:
        if match.start == 0:
            for start, _ in match.places:
                for _, end in ends:
                    if 0 < end - start <= len(word.stem) and _in_order(plain[start:end], word.stem):
                        return start, end
    return None


def _in_order(chinese: str, korean: str) -> bool:
    """Whether the characters are read as syllables of the Korean word, one behind the other."""
    at = 0
    for char in chinese:
        places = [found for sound in written_readings(char) if (found := korean.find(sound, at)) >= 0]
        if not places:
            return False
        at = min(places) + 1
    return True


def _ends_alike(word: Word, size: int) -> bool:
    """Whether the source has a body of the same ending, before which the name says something else."""
    return any(match.start >= size for match in word.matches) and word.covered < 1
