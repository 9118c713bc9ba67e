"""What a search asks for: each of its words with all the forms in which an article may say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from donghyang.archive.search import readings
from donghyang.archive.search.entries import initials, is_initials
from donghyang.archive.search.grams import Needed, needed
from donghyang.archive.search.index import Index
from donghyang.archive.search.names import Names
from donghyang.archive.search.query import Query
from donghyang.language import tables
from donghyang.language.nearness import distance
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.script import has_han, has_hangul

_NEAR, _NEAR_NAME = 0.6, 0.7
_FAR = 0.34
"""Two spellings that are further apart are two words."""
_INITIALS, _INITIALS_OF_NAME, _MOST_WITH_INITIALS = 0.5, 0.9, 40
_MOST_ALIKE = 300
"""So many words of two syllables with the same initials are looked at."""
_TIED, _TIED_FURTHER = 0.9, 0.8
"""A form that the articles themselves tie to the word by a bracket; the share of what tables tie to that one."""
_SPOKEN, _SPOKEN_FURTHER = 0.8, 0.7
"""What characters or pinyin sound like in Hangul; the share of what tables tie to that sound."""
_READ, _READ_OF_KNOWN = 0.55, 0.44
"""A Korean reading: the word may be another of the same sound; for a name that tables know, or a long run, less."""
_LONGEST_SPOKEN = 8
"""Characters of a run that may be one name as a whole."""
_SHARED, _RANK = 0.25, 3
"""The share that a sound keeps which other characters have as well; syllables of a rank behind it (성, 자치주)."""
_STEM, _SINGULAR = 0.95, 0.9
_INSIDE, _AROUND = 0.8, 2
"""The share of what tables tie to a name that begins a longer word; so many letters more that one may have."""
_SHORTEST_PLURAL = 3
_IDLE, _OF_FIGURE, _OF_RUN = 0.15, 0.3, 0.5
"""What a word counts that stands around the thing, in a figure, in a run of Hanzi: the whole is asked for beside it."""
_LATIN = lazily(r"[a-z]")
_HANGUL = lazily("[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound, and the characters that are meant by it."""

    hangul: str
    own: frozenset[str]


@dataclass(slots=True)
class Form:
    """One way to say a word."""

    text: str
    """Squeezed; a token of the index where `is_value`."""
    weight: float
    is_value: bool = False
    typed: bool = False
    """Whether it is the word itself: it is found inside of other words too (선전 in 무선전송)."""
    heard: bool = True
    """Whether the sound of printed characters says it too: what was asked for in characters finds no others by it."""
    sound: Sound | None = None
    """Of a form that is how the characters sound that are asked for."""

    @property
    def needs(self) -> Needed:
        """What an article must have to hold it."""
        return Needed((self.text,)) if self.is_value else needed(self.text)


@dataclass(slots=True)
class Wish:
    """One thing that is asked for."""

    word: str
    forms: list[Form]
    share: float = 1.0
    """How much it counts beside the others: words that a name is made of stand back behind it."""
    rarity: float = 0.0

    def add(self, text: str, weight: float) -> None:
        """Take another form in, where it is new or counts more."""
        for form in self.forms:
            if form.text == text and not form.is_value:
                form.weight = max(form.weight, weight)
                return
        if text:
            self.forms.append(Form(text, weight, heard=not has_han(self.word)))

    def add_others(self, form: str, names: Names, share: float = 1.0) -> None:
        """Take in what tables tie to a form, at this share of what it counts there."""
        for other, weight in names.others(form).items():
            self.add(other, weight * share)


def wishes(query: Query, index: Index, names: Names) -> list[Wish]:
    """Everything that a query asks for, in the order of its words."""
    units = list(_units(query, index, names))
    units = [unit for unit in units if not (unit.isascii() and _is_idle(unit))] or units
    tied = index.aliases(form for unit in units for form in {unit, without_particle(unit)})
    found: list[Wish] = []
    for unit in units:
        wish = _wish(unit, index, names, tied)
        if unit in query.figures or (unit.isdigit() and len(unit) == 1 and len(units) > 1):
            wish.share = _OF_FIGURE
        elif _is_idle(unit):
            wish.share = _IDLE
        found.append(wish)
        found += [_wish(part, index, names, tied, _OF_RUN) for part in _parts(unit, names)]
    for values in query.values:
        share = values[0][1]
        forms = [Form(token, weight / share, is_value=True) for token, weight in values]
        found.append(Wish(values[0][0], forms, share))
    return found


def _is_idle(unit: str) -> bool:
    """Is this a word around what is looked for (어떤, 소식)?"""
    words = tables.words(__package__, "idle")
    return unit in words or (has_hangul(unit) and any(unit.startswith(word) for word in words if len(word) > 1))


def _parts(unit: str, names: Names) -> Iterator[str]:
    """The known words in a run of Hanzi that is none as a whole: 碳中和 and 研究院."""
    if not has_han(unit) or unit in names:
        return
    at = 0
    while at < len(unit):
        word = names.first_in(unit, at)
        if word:
            yield word
        at += len(word or " ")


def _units(query: Query, index: Index, names: Names) -> Iterator[str]:
    """The words; those that are one name together are one (ernie bot, 국가 발전 개혁위원회)."""
    words, at = query.words, 0
    while at < len(words):
        size = next((n for n in range(min(6, len(words) - at), 1, -1) if "".join(words[at : at + n]) in names), 1)
        if size == 1:
            size = _pinyin_name(words, at)
        yield "".join(words[at : at + size])
        at += size


def _pinyin_name(words: tuple[str, ...], at: int) -> int:
    """How many words from `at` on are pinyin that is written apart (shen zhen)."""
    size = 0
    while at + size < len(words) and size < 4 and _LATIN.match(words[at + size]):
        if not readings.said("".join(words[at : at + size + 1])) and size:
            break
        size += 1
    parts = words[at : at + size]
    return size if size > 1 and all(len(part) <= 6 for part in parts) and readings.said("".join(parts)) else 1


def _wish(unit: str, index: Index, names: Names, tied: dict[str, set[str]], share: float = 1.0) -> Wish:
    wish = Wish(unit, [Form(unit, 1.0, typed=True)], share)
    if is_initials(unit):
        _by_initials(wish, index, names)
        return wish
    stem = without_particle(unit)
    for form in dict.fromkeys((unit, stem)):
        if form != unit:
            wish.forms.append(Form(form, _STEM, typed=True))
        wish.add_others(form, names)
        for other in sorted(tied.get(form, ())):
            wish.add(other, _TIED)
            if not (has_han(form) and _is_shared(other, {form, *names.others(form)}, names)):
                wish.add_others(other, names, _TIED_FURTHER)
    _inside(wish, names)
    if has_han(unit):
        _by_sound_of_hanzi(wish, names)
        _apart_from_others(wish, names)
    elif not has_hangul(unit):
        _by_latin(wish, names)
    return wish


def _inside(wish: Wish, names: Names) -> None:
    """A known name with something around it: 베이징시, 深圳市科技局. The rest stays in each form."""
    unit = wish.word
    head = names.first_in(unit, 0)
    if head and head != unit and has_hangul(unit) and len(unit) - len(head) <= _AROUND:
        wish.add_others(head, names, _INSIDE)


def _by_sound_of_hanzi(wish: Wish, names: Names) -> None:
    """Characters that no table knows: as they are said and read in Korean; those of tables part by part."""
    unit = wish.word
    if len(unit) < 2:
        return
    if len(unit) <= _LONGEST_SPOKEN and unit not in names:
        wish.add(readings.spoken(unit), _SPOKEN)
        wish.add(readings.read(unit), _READ)
    else:
        wish.add(readings.read(unit), _READ_OF_KNOWN)


def _apart_from_others(wish: Wish, names: Names) -> None:
    """Keep characters apart from others of the same sound: 산시 is said of 山西 and of 陕西.

    A Hangul form that other characters are known to have counts little beside the characters themselves.
    """
    own = frozenset(form.text for form in wish.forms if has_han(form.text))
    for form in wish.forms:
        if _HANGUL.fullmatch(form.text):
            heads = (form.text[:size] for size in range(2, len(form.text) + 1) if size >= len(form.text) - _RANK)
            shared = next((head for head in heads if _is_shared(head, own, names)), None)
            form.sound = Sound(shared or form.text, own)
            form.weight *= _SHARED if shared else 1.0


def _is_shared(hangul: str, own: Collection[str], names: Names) -> bool:
    """Whether other characters are known to sound so, too."""
    return any(_sounds_as(other, hangul) and not _is_of(own, other) for other in names.others(hangul))


def _is_of(own: Collection[str], hanzi: str) -> bool:
    """Whether characters are those of a name, or of its beginning: 山西 and 山西省."""
    return any(one.startswith(hanzi) or hanzi.startswith(one) for one in own)


@lru_cache(maxsize=4096)
def _sounds_as(hanzi: str, hangul: str) -> bool:
    """Whether characters are said, or read in Korean, as a word in Hangul."""
    return has_han(hanzi) and hangul in (readings.spoken(hanzi), readings.read(hanzi))


def is_of_others(sound: Sound, text: str) -> bool:
    """Whether squeezed text prints a sound for characters that are not asked for: 산시(陝西)성."""
    return any(
        not _is_of(sound.own, run) and any(_sounds_as(run[:size], sound.hangul) for size in range(2, len(run) + 1))
        for run in _behind(sound.hangul).findall(text)
    )


@lru_cache(maxsize=1024)
def _behind(hangul: str) -> re.Pattern[str]:
    """The characters behind a word in Hangul, perhaps with its rank between: 산시성(陕西省)."""
    return re.compile(rf"{re.escape(hangul)}[가-힣]{{0,{_RANK}}}([㐀-鿿]{{2,{_LONGEST_SPOKEN}}})")


def _by_latin(wish: Wish, names: Names) -> None:
    for hangul in readings.said(wish.word):
        wish.add(hangul, _SPOKEN)
        wish.add_others(hangul, names, _SPOKEN_FURTHER)
    if wish.word.endswith("s") and len(wish.word) > _SHORTEST_PLURAL:
        wish.add(wish.word[:-1], _SINGULAR)
        wish.add_others(wish.word[:-1], names, _SINGULAR)


def _by_initials(wish: Wish, index: Index, names: Names) -> None:
    there = index.words_with(wish.word, _MOST_WITH_INITIALS)
    known = set(names.with_initials(wish.word))
    for word in there:
        wish.add(word, _INITIALS_OF_NAME if word in known else _INITIALS)


def misspelled(wish: Wish, index: Index, names: Names) -> Iterable[str]:
    """Forms that the word of a wish may have been meant for, added to it; asked for where nothing has the word."""
    unit = without_particle(wish.word)
    if len(unit) < 2 or has_han(unit) or unit.isdigit() or is_initials(unit):
        return
    alike = index.words_with(initials(unit), _MOST_ALIKE) if len(unit) == 2 and has_hangul(unit) else []
    for word in (*names.near(unit), *index.words_near(unit), *alike):
        if word != unit and _is_near(unit, word):
            weight = (_NEAR_NAME if word in names else _NEAR) * (1 - distance(unit, word))
            wish.add(word, weight)
            wish.add_others(word, names, weight)
            yield word


def _is_near(one: str, other: str) -> bool:
    if has_hangul(one) != has_hangul(other):
        return False
    if not has_hangul(one):
        return min(len(one), len(other)) > 3
    return distance(one, other) <= _FAR
