"""Names in a line that no sentence of its story spells: persons, titles in quotation marks, bodies and places.

`verify` says nothing of a name that no table knows. A line that somebody else wrote is held harder: what it names must
be there, by a term, by sound or by reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.draft.accounted import Accounts
from donghyang.draft.vocabulary import is_ordinary
from donghyang.language import tables
from donghyang.language.gazetteer import places
from donghyang.language.hanja import frequent_families
from donghyang.language.particles import without_particle
from donghyang.language.words import words
from donghyang.verify.key import Key, bare, sounds
from donghyang.verify.names import person_titles

_ENOUGH = 0.9
"""Letters of a title or a body's name that the story has at least: one of ten may be a particle or a free ending."""
_AT_LEAST = 0.2
"""Letters of a line without figures that the story has at the least: of 205 true lines the lowest has 0.29."""
_DIGIT = re.compile("[0-9]")
_SHORTEST = 3
"""Letters of a name that is held; shorter ones are words as well."""
_LONG = 5
"""Letters that do not stand in a row by chance."""
_WORDS = re.compile("[0-9A-Za-z가-힣]+")
_RANKS = "성시현구주"
_HEAD = re.compile(r"(?:\([^()]*\) ?)?(?P<name>[가-힣]{2,8}?)(?:은|는|의|에서는|에서|,)(?![가-힣])")
_OF_ONE_THING = frozenset(("agency", "company", "institution", "outlet", "technology"))
_LONG_TERM = 4
"""Letters of a term; of shorter ones Chinese has too many words."""
_QUOTED = re.compile("[「『《〈]([^「」『』《》〈〉]{2,60})[」』》〉]")
_OF_A_PAPER = 3
"""Words before that of a paper that tell it from others (인공지능 산업 발전 백서)."""
_HANGUL = re.compile("[가-힣]+")
_NUMBERED = re.compile(r"(?P<name>[가-힣]{2,6})(?:\([^()]*\))? ?(?P<number>[0-9]+호)(?!기)")
_ROW = re.compile("[가-힣]+(?:·[가-힣]+)+")
_TITLES = re.compile("[《“‘「『]([^《》“”‘’「」『』]{2,80})[》”’」』]")
"""What a page itself sets apart as a title or a name."""
_PARTICLE = r"(?:이|가|은|는|의|와|과|도|을|를|에게|에|께서|에서|서|에서는|에는|으로|로)?(?![가-힣])"


@cache
def _person() -> re.Pattern[str]:
    known = (*person_titles(), *tables.words(__package__, "persons"))
    titles = "|".join(sorted(known, key=len, reverse=True))
    return re.compile(
        rf"(?<![가-힣])(?=(?P<before>[가-힣]{{2,5}}(?<![가은는을를의에])) (?:[가-힣]{{2,10}} )?"
        rf"[가-힣]{{0,8}}(?:{titles}){_PARTICLE}"
        rf"|[가-힣]{{0,8}}(?:{titles}) (?P<behind>[가-힣]{{2,5}}?)(?:이|가|은|는|의|도|께서)(?![가-힣]))"
    )


@cache
def _families() -> tuple[str, ...]:
    """The family names of Chinese as Korean spells them."""
    return tuple({sound for char in frequent_families() for sound in sounds(char)})


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {korean: tuple(chinese.split()) for korean, chinese in tables.read(__package__, "body_kinds.tsv")}


@cache
def _papers() -> frozenset[str]:
    return frozenset(tables.words(__package__, "papers_ko"))


@cache
def _body() -> re.Pattern[str]:
    kinds = "|".join(sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?P<name>(?:[가-힣]{{2,12}}?)?(?P<kind>{kinds})){_PARTICLE}")


@cache
def _places() -> re.Pattern[str]:
    names = sorted({place.hangul for place in places() if len(place.hangul) >= _SHORTEST}, key=len, reverse=True)
    return re.compile(rf"(?<![가-힣])(?P<name>{'|'.join(map(re.escape, names))})(?:[성시현구]|자치구)?{_PARTICLE}")


def _places_of(line: str) -> Iterator[str]:
    """The places that a line names: short ones, which are words as well, in a row with others."""
    yield from (found["name"] for found in _places().finditer(line))
    for row in _ROW.findall(line):
        words_ = (name if name in _all_places() else without_particle(name) for name in row.split("·"))
        names = [name for name in words_ if name in _all_places()]
        if len(names) > 1:
            yield from names


@cache
def _all_places() -> frozenset[str]:
    return frozenset(place.hangul for place in places())


@cache
def _long_terms() -> frozenset[str]:
    """Names and terms of one thing that are long enough to be nothing else."""
    return frozenset(
        word.named for word in words() if word.kind in _OF_ONE_THING and _LONG_TERM <= len(word.named) < _LONG_TERM * 4
    )


def told_of(line: str) -> Iterator[str]:
    """What a line is told of and its own sentences must speak of: the place at its head, and its long terms."""
    head = _HEAD.match(line)
    if head is not None:
        yield from (name for name in (head["name"], head["name"][:-1]) if name in _all_places())
    for word in _HANGUL.findall(line):
        plain = without_particle(word)
        yield from (form for form in dict.fromkeys((word, plain)) if form in _long_terms())


class Spelled:
    """What the sentences of a story can be said to spell."""

    def __init__(self, text: str, prepared: str = "") -> None:
        """`prepared`: the same with its known names in Korean."""
        self._key = Key(text)
        self._prepared = bare(prepared)
        self._words = _parted(prepared)
        self._titles = Key("\n".join(_TITLES.findall(text)))
        self._accounts = Accounts(text, prepared, self._key)

    def says(self, name: str) -> bool:
        """Whether the story has a name or a term, whole, or in its Korean."""
        return self._has(name) or _share(name, self._key) == 1 or self._is_prepared(name)

    def invented(self, line: str) -> Iterator[str]:
        """The names of a line that the story has not, then its words that may be such."""
        named = [name for name in self._strange(line) if not self._is_prepared(name)]
        yield from named
        yield from (word for word in self._accounts.strangers(line) if not any(name in word for name in named))

    def speaks_of(self, line: str) -> bool:
        """Whether the story says any of what a line is about: praise of it shares no words with it."""
        return _DIGIT.search(line) is not None or _share(line, self._key) >= _AT_LEAST

    def _strange(self, line: str) -> Iterator[str]:
        for found in _person().finditer(line):
            name = found["before"] or found["behind"]
            # 시장 is a mayor and a market (수량 모두 국제시장에서): what is a word names nobody.
            if name.startswith(_families()) and not is_ordinary(name) and not self._has(name):
                yield name
        for found in _QUOTED.finditer(line):
            if _share(found[1], self._titles) < _ENOUGH:
                yield found[1]
        for found in _body().finditer(line):
            of_kind = any(word in self._key.plain for word in _kinds()[found["kind"]])
            more = found["name"] != found["kind"]
            if not of_kind or (more and _share(found["name"], self._key) < _ENOUGH):
                yield found["name"]
            yield from self._unsaid_before(found)
        for found in _NUMBERED.finditer(line):
            if bare(found["name"] + found["number"]) not in self._prepared and not is_ordinary(found["name"]):
                yield found[0]
        yield from (name for name in _places_of(line) if not self._has(name))

    def _unsaid_before(self, body: re.Match[str]) -> Iterator[str]:
        """What stands before the word for a paper and says which it is, where the story has none of it."""
        if body["name"] not in _papers():
            return
        for word in reversed(body.string[: body.start()].split()[-_OF_A_PAPER:]):
            if not _HANGUL.fullmatch(word):
                return
            if not _share(word, self._key) and not self._is_prepared(word):
                yield word

    def _is_prepared(self, name: str) -> bool:
        """Does the prepared text have it? A short one at the head of a word: inside of others it stands by chance."""
        plain = bare(name)
        return _parted(name) in self._words or (len(plain) >= _LONG and plain in self._prepared)

    def _has(self, name: str) -> bool:
        """Does the story say the whole of it, as a word or by sound? A place may be told with what it is."""
        told = (name, name[:-1]) if name[-1] in _RANKS else (name,)
        return any(
            self._sounds(one) or any(match.start == 0 and match.end == len(one) for match in self._key.find(one))
            for one in told
        )

    def _sounds(self, name: str) -> bool:
        """Do characters in a row of the story sound like it?"""
        plain = self._key.plain
        return any(self._goes_on(name, at) for at in range(len(plain)))

    def _goes_on(self, name: str, at: int) -> bool:
        if not name:
            return True
        if at >= len(self._key.plain):
            return False
        heard = sounds(self._key.plain[at])
        return any(self._goes_on(name[len(sound) :], at + 1) for sound in heard if name.startswith(sound))


def _parted(text: str) -> str:
    """The words in plain letters, each behind a stroke."""
    return "".join(f"|{word}" for word in map(bare, _WORDS.findall(text)) if word)


def _share(words: str, key: Key) -> float:
    """How many of the letters some word of the source says."""
    letters = bare(words)
    told = {at for match in key.find(letters) for at in range(match.start, match.end)}
    return len(told) / len(letters) if letters else 1.0
