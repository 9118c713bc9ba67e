"""Whether a thing is done, under way, to come or denied, as each language says it.

A Korean segment says so by its ending (`data/moods.tsv`); a Chinese clause by its words (`language.moods`), by its
times, and by what its sentence, paragraph and heading have said before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from donghyang.language import tables
from donghyang.language.hangul import INITIALS, VOWELS, join
from donghyang.language.moods import LASTING, OPEN, Mood, bare, said_mood, without_inert
from donghyang.records import Span
from donghyang.verify.corpus import Corpus
from donghyang.verify.periods import begins_behind, end_of, ends_before, stated

Way = Literal["done", "ended", "going", "ahead", "may", "denied"]
"""`ended`: told as done by a word that says that nothing is left of it; `may`: what can or could be."""

_TAIL = 18
"""Characters at the end of a segment that hold its predicate with its endings."""
_PARAGRAPH, _SENTENCES = 400, 8
"""Characters and sentences before one in which its frame is looked for."""
_EDGE = " ,.;:·\"'”’)」』"
_QUOTED = ("다고", "라고", "자고")
"""Ends a segment that somebody says, before what is said of him (거뒀다고 밝혔다)."""
_FINAL = re.compile(r"\{([ㄱ-ㅎ])\}")
_COMPARED = re.compile("同比|环比|[较比](?:上年|去年)(?:同期|同月)?")
_OF_OBJECT = re.compile("(?<=了)[^了，。；]{0,8}(?:有望|将|可|能|预计|计划|拟|需要?|应)[^，。；的]{1,16}的")
"""What only says of which kind the object of a deed is that is done (提出了我国有望取得突破的…主题)."""
_NOT_YET: frozenset[Mood] = LASTING | {"conditional"}
_GIVES_WAY: frozenset[Mood] = OPEN | {"ongoing"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a segment of the text says, and the place of the words that say so."""

    way: Way
    span: Span


def pieces(text: str, segment: Span) -> list[Span]:
    """A segment, parted behind a deed that is ended before the rest (시공이 끝나 물을 공급하고)."""
    cuts = [segment[0], *(found.end() for found in _rows("cut", "ended").finditer(text, *segment)), segment[1]]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def told_in(text: str, segment: Span) -> Told | None:
    """How a Korean segment tells its deed; None where its ending leaves that open."""
    end = segment[0] + len(text[slice(*segment)].rstrip(_EDGE))
    said = _said().search(text, max(segment[0], end - 2 * _TAIL), end)
    end = said.start("says") if said else end - text.endswith(_QUOTED, segment[0], end)
    end = segment[0] + len(text[segment[0] : end].rstrip(_EDGE))
    start = max(segment[0], end - _TAIL)
    told = next(
        (Told(way, found.span()) for way, ending in _endings() if (found := ending.search(text, start, end))), None
    )
    already = _rows("word", "ended").search(text, *segment) if told is None or told.way == "done" else None
    return Told("ended", already.span()) if already else told


def is_ahead(text: str, segment: Span) -> bool:
    """Whether any word of a Korean segment speaks of what is to come (목표, 향후)."""
    return _rows("word", "ahead").search(text, *segment) is not None


def denies(text: str, language: Literal["ko", "zh"]) -> bool:
    """Whether any word of a text denies something."""
    return denial(language).search(text) is not None


def denial(way: Literal["ko", "zh", "before", "of_done"]) -> re.Pattern[str]:
    """What denies: anything of a text in a language, or of a Chinese one what `data/moods.tsv` says of each way."""
    return _rows("denial", way)


def is_past(text: str, told: Told) -> bool:
    """Whether a verb in the past tells it, or what was found of it, and no noun."""
    return _past().search(text, *told.span) is not None


@cache
def _past() -> re.Pattern[str]:
    return re.compile(_spelled("{ㅆ}|{ㅁ}$|^{ㄴ} 것으로"))


@cache
def _said() -> re.Pattern[str]:
    """What is said of what somebody says: …할 계획이라고 밝혔다."""
    return re.compile(rf"(?:다|라|자)['\"’”]?(?P<says>고 (?:{tables.either(__package__, 'says')})[가-힣 ]*$)")


@cache
def _endings() -> tuple[tuple[Way, re.Pattern[str]], ...]:
    rows = (row for row in tables.read(__package__, "moods.tsv") if row[0] == "ending")
    return tuple((cast("Way", way), re.compile(f"(?:{_spelled(pattern)})$")) for _, way, pattern in rows)


@cache
def _rows(kind: str, way: str) -> re.Pattern[str]:
    rows = (row for row in tables.read(__package__, "moods.tsv") if row[:2] == (kind, way))
    return re.compile("|".join(_spelled(pattern) for _, _, pattern in rows))


def _spelled(pattern: str) -> str:
    """A pattern with every {ㄹ} as the class of the syllables that end so."""
    return _FINAL.sub(lambda found: f"[{_syllables(found[1])}]", pattern)


@cache
def _syllables(final: str) -> str:
    return "".join(join(initial, vowel, final) for initial in INITIALS for vowel in VOWELS)


def own_mood(corpus: Corpus, clause: int) -> Mood:
    """What a clause of the source says of its deed; a time that begins behind the day of its page lies ahead."""
    known = corpus.moods.get(clause)
    if known is None:
        known = corpus.moods[clause] = _own_mood(corpus, clause)
    return known


def _own_mood(corpus: Corpus, clause: int) -> Mood:
    mood = said_mood(_told(corpus, clause))
    if mood in OPEN and _begins_ahead(corpus, clause):
        return "planned"
    return "done" if mood == "plan" and is_over(corpus, clause) else mood  # 规划重点项目昨天开工


def _told(corpus: Corpus, clause: int) -> str:
    """The words of a clause by which its mood is known."""
    held = corpus.clauses[clause]
    bounded = [(one.start - held.start, one.end - held.start) for one in held.quantities if one.bound]
    text = bare(corpus.key.plain[held.start : held.end], bounded)
    return _OF_OBJECT.sub("＿", _before_object().sub("＿", text))


@cache
def _before_object() -> re.Pattern[str]:
    """将 that only puts an object before its deed: nothing behind it says what will be."""
    return re.compile(f"(?<=成功)将|(?<=已)将|(?<=已经)将|(?<![必终仍])将(?!{tables.either(__package__, 'will')})")


def _begins_ahead(corpus: Corpus, clause: int) -> bool:
    held = corpus.clauses[clause]
    day = corpus.day_of(held.sentence)
    return day is not None and any(begins_behind(one, day) for one in stated(held))


def mood_of(corpus: Corpus, clause: int) -> Mood:
    """The mood of a clause, with what clauses of its sentence before it have set for those behind."""
    first = corpus.sentences[corpus.clauses[clause].sentence].first
    set_: Mood = ""
    mood: Mood = ""
    for at in range(first, clause + 1):
        own = own_mood(corpus, at)
        if own == "done" and set_ and _only_compares(corpus, at):
            own = ""
        mood = set_ if set_ and own in _GIVES_WAY else own
        set_ = own if own in LASTING else "" if own == "done" else set_
    return mood


def _only_compares(corpus: Corpus, clause: int) -> bool:
    """Whether only what its figure is compared with (同比增长6%) lets a clause speak of what is done."""
    return said_mood(_COMPARED.sub("", _told(corpus, clause))) != "done"


def leads_ahead(corpus: Corpus, clause: int) -> bool:
    """Whether a clause, or one before it in its sentence, may speak of what is to come."""
    first = corpus.sentences[corpus.clauses[clause].sentence].first
    return any(_may_be_ahead(corpus, at) for at in range(first, clause + 1))


def speaks_ahead(corpus: Corpus, clause: int, *, frame: bool = True) -> bool:
    """Whether the sentence of a clause may speak of what is to come, by any word or time of it, or its `frame`, the
    paragraph up to there and its heading, does."""
    sentence = corpus.clauses[clause].sentence
    if any(_may_be_ahead(corpus, at) for at, _ in corpus.numbered(sentence)):
        return True
    if not frame:
        return False
    before = paragraph_before(corpus, sentence)
    heading = corpus.heading_of(sentence)
    if heading is not None and listed("to_come").search(corpus.plain_of(heading)):
        return True
    ended = (_may_not_be_over(corpus, at) for at, _ in corpus.numbered(sentence))
    return any(ended) or any(own_mood(corpus, at) in _NOT_YET for one in before for at, _ in corpus.numbered(one))


def paragraph_before(corpus: Corpus, sentence: int) -> list[int]:
    """The sentences of a paragraph before one, the nearest first."""
    start = corpus.place_of(sentence)[0]
    begun = max(corpus.text.rfind("\n", 0, start), start - _PARAGRAPH)
    return [at for at in corpus.before(sentence, _SENTENCES) if corpus.place_of(at)[0] >= begun]


def _may_be_ahead(corpus: Corpus, clause: int) -> bool:
    held = corpus.clauses[clause]
    if own_mood(corpus, clause) in _NOT_YET:
        return True
    said = corpus.key.plain[held.start : held.end]
    return listed("to_come").search(without_inert(said)) is not None or listed("calls_for").search(said) is not None


def _may_not_be_over(corpus: Corpus, clause: int) -> bool:
    """Whether a clause names a time that lies ahead of the day of its page, or a year or month of that day."""
    held = corpus.clauses[clause]
    day = corpus.day_of(held.sentence)
    today = day.isoformat() if day else ""
    return any(end[:10] > today[: len(end)] or (len(end) < len(today) and today.startswith(end))
               for end in map(end_of, stated(held)))  # fmt: skip


def is_over(corpus: Corpus, clause: int) -> bool:
    """Whether a clause names a time that has passed on the day of its page."""
    day = corpus.day_of(corpus.clauses[clause].sentence)
    return day is not None and any(ends_before(one, day) for one in stated(corpus.clauses[clause]))


@cache
def listed(name: str) -> re.Pattern[str]:
    """The words of a list of this room as a pattern."""
    return re.compile(tables.either(__package__, name))
