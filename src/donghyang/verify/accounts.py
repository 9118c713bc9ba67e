"""What of a clause the source accounts for: each content word is said near by, in whatever words, or it is absent.

A word is accounted for by the bilingual key or by any Chinese that `data/accounts.tsv`, `data/words.tsv`,
`data/senses.tsv` and `data/bridges.tsv` have for it. What is absent weighs by its kind: a word whose Chinese is known,
and a name that sounds Chinese, in full; one that Chinese characters could write half; a native word, which a source
says in many ways, less.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.slots import sister_words
from donghyang.records import Message, Span
from donghyang.verify.alignment import Word, tells
from donghyang.verify.case import Case
from donghyang.verify.key import common_nouns, korean_words
from donghyang.verify.names import sounds_chinese

_LABEL = lazily(r"[(（][^()（）0-9]{1,12}[)）]")
"""(주요목표): what an editor calls a line."""
_HALF = 0.5
"""The part of a word that stands there."""
_COULD, _NATIVE = 0.5, 0.3
"""Weight of an absent word of which no table has the Chinese: one that characters could write, any other."""
_FEW = 2
"""Syllables of a word, and characters of its Chinese, that tell a thing."""
_ENDING = 2
"""Syllables behind the beginning of a word that a table has."""
_TOTAL = "총"
"""Before a noun inside another (물류총비용)."""
_NAMED = ("sound", "term")
"""How the key finds names, of which a source may leave away the kind of thing (웨이허시)."""
_SHOWN = 4
"""Absent words that a reason names."""
_MANY = "들"
_THERE_IS = "있"
"""Begins what says that something is or goes on (하고 있다)."""
_TABLES = ("accounts.tsv", "words.tsv", "senses.tsv", "bridges.tsv")


@dataclass(frozen=True, slots=True)
class Account:
    """What of a clause its source says, and what not."""

    held: int
    """Content words that are said near by."""
    absent: tuple[str, ...]
    """Stems of the others, in order."""
    missing: float
    """Weight of the others."""

    @property
    def share(self) -> float:
        """The share of the clause that nothing accounts for, 0 to 1; 0 where it has no content word."""
        return self.missing / (self.held + self.missing) if self.missing else 0.0

    @property
    def reason(self) -> Message:
        """Names what the source does not say."""
        words = ", ".join(self.absent[:_SHOWN])
        return Message(f"원문이 말하지 않는 내용입니다({words}).", f"no source speaks of this ({words})")


def account_of(case: Case, span: Span) -> Account:
    """The content words of a stretch of the claim, without the figures, dates and names, which are judged by
    themselves, and without the label of its line, held against the sentences near by."""
    judged = [one.span for one in case.judged if one.kind != "statement"]
    if label := _LABEL.match(case.sentence.text, case.sentence.start):
        judged.append(label.span())
    words = [word for word in case.sentence.words_in(span) if not any(a <= word.start < b for a, b in judged)]
    return account_in(case, words, case.near_for(span))


def account_in(case: Case, words: list[Word], near: list[int]) -> Account:
    """Some words of the claim, held against some sentences."""
    text = case.text_of(near)
    held, absent, missing = 0, [], 0.0
    for word in words:
        if len(word.stem) < _FEW or word.stem in framing() or word.stem.startswith(_THERE_IS):
            continue
        if max((word.in_sentence(at) for at in near), default=0.0) >= _HALF or said_in(word.stem, text):
            held += 1
        else:
            absent.append(word.stem)
            missing += _weight(word)
    return Account(held, tuple(absent), missing)


def unsaid(case: Case) -> list[Word]:
    """The words of the claim that nobody adds (출판, 수출, 연설) and of which the whole source says none."""
    plain = case.corpus.key.plain
    found = [one.span for one in case.judged if one.status == "supported" and one.kind != "statement"]
    words = [word for word in case.sentence.words if not any(a <= word.start < b for a, b in found)]
    return [word for word in words if word.covered < 1 and _is_firm(word.stem) and not said_in(word.stem, plain)]


def _is_firm(stem: str) -> bool:
    return stem in _firm() or stem.removesuffix(_MANY) in _firm()


@cache
def _firm() -> frozenset[str]:
    return frozenset(tables.words(__package__, "firm"))


def said_in(stem: str, text: str) -> bool:
    """Whether a simplified Chinese text has any of the Chinese of a word."""
    return any(chinese in text for chinese in chinese_of(stem))


def places_of(case: Case, word: Word, within: Span) -> list[Span]:
    """Where a stretch of the source says a whole word, or a name without its kind of thing (웨이허시): by the key, or
    by Chinese of two characters that a table has for just this word; in order."""
    least = max(_FEW, len(word.stem) - 1)
    parts = (match.places for match in word.matches if match.how in _NAMED and match.start == 0 and match.end >= least)
    found = {place for places in parts for place in places if within[0] <= place[0] < within[1]}
    found.update(word.stretches(0, len(word.stem), within))
    for chinese in (one for one in _forms().get(word.stem, ()) if len(one) >= _FEW):
        found.update(case.corpus.key.found(chinese, within))
    return sorted(found)


def _weight(word: Word) -> float:
    if chinese_of(word.stem) or word.stem in korean_words() or word.stem in common_nouns():
        return 1.0
    if sounds_chinese(word.stem) and not word.covered:
        return 1.0
    return _COULD if tells(word) else _NATIVE


@cache
def framing() -> frozenset[str]:
    """Words with which a report tells anything, of no weight for what it tells."""
    return frozenset(tables.words(__package__, "framing"))


@cache
def chinese_of(stem: str) -> tuple[str, ...]:
    """The Chinese that may say a word, by the longest beginning of it that a table has; () where none has one."""
    forms = _forms()
    for size in range(len(stem), max(1, len(stem) - _ENDING - 1), -1):
        if stem[:size] in forms:
            return forms[stem[:size]]
    return ()


def is_listed(stem: str) -> bool:
    """Whether a table has a noun, or what it is before one more syllable that makes another noun of it (수출액)."""
    return stem in _forms() or (stem[:-1] in _forms() and stem.endswith(tables.words(__package__, "suffixes")))


@cache
def parts_of(stem: str) -> tuple[str, ...]:
    """The nouns of the tables that a noun is made of, cut behind the longest first one; () where it is of none."""
    for cut in range(len(stem) - _FEW, _FEW - 1, -1):
        if stem[:cut] in _forms():
            rest = stem[cut:].removeprefix(_TOTAL)
            more = (rest,) if is_listed(rest) else parts_of(rest)
            if more:
                return (stem[:cut], *more)
    return ()


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    rows = (row for table in _TABLES for row in tables.read(__package__, table))
    for korean, chinese in (*rows, *sister_words()):
        for form in korean.split():
            found.setdefault(form, {}).update(dict.fromkeys(chinese.lower().split()))
    return {form: tuple(chinese) for form, chinese in found.items()}
