"""Questions in English: their words as Korean articles say them.

A word is said in Korean by a table of this room, a place by its pinyin, another Chinese name by its syllables; a word
that none of them knows has to stand in the text as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from donghyang.archive.answers.asking.alike import done_otherwise, in_english
from donghyang.archive.answers.asking.asked import Asked, kind_of
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.patterns import patterns
from donghyang.archive.answers.asking.places import by_pinyin
from donghyang.archive.answers.asking.question import Question, words
from donghyang.archive.answers.asking.tokens import figure_of, is_body
from donghyang.language import abroad, gazetteer, tables
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import syllables
from donghyang.language.transliterate import syllable
from donghyang.records import Period, Span

_WORD = lazily(
    r"[A-Za-z][A-Za-z0-9]*(?:'[a-z]+)?(?:[-.&+][A-Za-z0-9]+)*"  # Xi'an, ChatGLM-6B
    r"|[0-9]+(?:st|nd|rd|th)\b"
    r"|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    rf"(?:\s?(?!(?:{tables.either(__package__ or '', 'no_units')})\b)(?:[A-Za-zμ]{{1,3}}(?![A-Za-z])|%))?"
)
_MONEY = lazily(
    r"\b(?:capital|investment|budget|revenue|sales|support|subsid(?:y|ies)|grant|fund|funding|reward|price|cost|receives?|gets?|paid|invest(?:ed)?|spend|spent|pay)\b"
)
_SHARE = lazily(r"\b(?:share|percentage|proportion|rate|accuracy|sensitivity|specificity)\b")
_FIRST = lazily(
    r"\b(?:ranks?|ranked|comes?|came|placed|finished"
    r"|(?:holds?|held|takes?|took)(?=(?: the)? \w+ (?:place|rank|spot)\b))"
    r"(?: in)?(?: the)? (?P<rank>[0-9]+(?:st|nd|rd|th)|[a-z]+)\b"
    r"|\btop(?:s|ped)? the\b"
)
_MOST = lazily(
    r"\b(?:(?P<least>least|lowest|smallest|fewest|shortest)|most|highest|largest|biggest|greatest|fastest|longest)\b"
)
_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Places in words, from the first."""
_YEAR = lazily(r"(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9]|[,.][0-9])")
_POSSESSIVE = lazily(r"'s(?=\s)|\bNo\.(?=\s?[0-9])")
"""What says nothing beside a name or number."""
_ORDINAL = lazily("(?P<figure>[0-9]+)(?:st|nd|rd|th)")
_OF = lazily(r"\s(?:of|in|for|does|do|did|is|are|was|were|has|have|can|will)\s|$")
_TIMES = lazily(r"\b(?:how long|time|duration|period|life|lifespan|lifetime|days|years|months|hours)\b")
_LED = 8
"""Letters of what leads to the noun: is the, was the."""
_WORDS = 6
"""Words of the longest phrase of the table."""
_ENDS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ly", ""))
_LEAST = 2
_SYLLABLE = 6
_LONG_PART = 5
"""Letters of a part of a word with hyphens that is no code (Shenzhou-16; ChatGLM-6B is one)."""


def question(text: str, day: dt.date | None) -> Question:
    """A question in English understood; its needs are Korean."""
    plain = _POSSESSIVE.sub(lambda found: " " * len(found[0]), text)
    asked = _asked(plain)
    periods = tuple(Period(found[0], found.start(), found.end(), found[0]) for found in _YEAR.finditer(plain))
    taken = [*((period.start, period.end) for period in periods), *(asked.taken if asked else ())]
    needs = tuple(_needs(plain, taken))
    core = _core(plain, asked, needs)
    return Question(plain, "en", asked, needs, core, core, periods)


def _asked(text: str) -> Asked | None:
    lower = text.lower()
    for pattern, asked in patterns("en"):
        if (found := pattern.search(lower)) is None:
            continue
        asked, opening = replace(asked, taken=(found.span(),)), found.span()
        if "noun" in pattern.groupindex:
            if (head := _head_of(found["noun"])) is None:
                continue
            noun, (start, size) = head
            opening, at = (found.start(), found.start("noun")), found.start("noun") + start
            asked = replace(asked, noun=noun, kind=kind_of(noun), taken=(opening, (at, at + size)))
        if asked.sort == "name":
            return _of_rank(lower, asked, opening)
        if asked.kinds > frozenset({"money", "percent"}):
            kind = "percent" if _SHARE.search(lower) else "money" if _MONEY.search(lower) else None
            asked = replace(asked, kinds=frozenset({kind}) if kind else asked.kinds)
        return replace(_counted(lower, asked, found.span()), times=_TIMES.search(lower) is not None)
    return None


def _of_rank(lower: str, asked: Asked, opening: Span) -> Asked:
    """The same, as who holds a place (came ninth), or has the most, where the question says so."""
    for found in _FIRST.finditer(lower):
        if rank := _rank(found["rank"]):
            return replace(asked, sort="ranked", rank=rank, taken=(*asked.taken, found.span()))
    if most := _MOST.search(lower):
        return replace(asked, sort="extreme", least=most["least"] is not None, taken=(opening, most.span()))
    return asked


def _counted(lower: str, asked: Asked, opening: Span) -> Asked:
    """The same in the unit that stands right behind what asks: how many hours; persons are counted with 명."""
    behind = lower[opening[1] :].split()
    for size in (3, 2, 1):
        said = " ".join(behind[:size])
        if unit := _units().get(said):
            taken = opening[0], opening[1] + 1 + len(said)
            return replace(asked, unit=unit, kinds=asked.kinds | {"count", "measure"}, taken=(taken,))
    if lower[slice(*opening)] == "how many" and behind and behind[0] in words("people"):
        return replace(asked, unit="명")
    return asked


def _head_of(said: str) -> tuple[str, Span] | None:
    """The noun behind which in Korean, with its place and size: the first that asks for a sort of names (which Kunming
    company), else the last that the table has."""
    parts, at = list(_WORD.finditer(said)), 0
    found: tuple[str, Span] | None = None
    while at < len(parts) and parts[at][0] not in words("verbs") and parts[at][0] not in words("auxiliary"):
        size, forms = _phrase([part[0] for part in parts[at : at + _WORDS]])
        start, last = parts[at].start(), parts[at + max(1, size) - 1]
        found = (forms[0], (start, last.end() - start)) if forms else found
        if forms and kind_of(forms[0]):
            break
        at += max(1, size)
    return found


def _rank(said: str | None) -> int | None:
    """A place in words or digits; the first where none is named; None for another word."""
    if said is None:
        return 1
    if ordinal := _ORDINAL.fullmatch(said):
        return int(ordinal["figure"])
    return _COUNTED.index(said) + 1 if said in _COUNTED else None


@cache
def _units() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.read(__package__ or "", "english_units.tsv")}


def _core(text: str, asked: Asked | None, needs: Sequence[Need]) -> tuple[Need, ...]:
    """What is measured: how many USERS, what is the ENERGY DENSITY of; none for a name or a date."""
    if asked is not None and asked.sort == "extreme":
        return tuple([need for need in needs if need.span[0] >= asked.taken[1][1] and need.kind == "word"][:1])
    if asked is None or asked.sort != "figure" or not asked.taken or asked.unit == "%" or asked.kinds == {"money"}:
        return ()
    start = asked.taken[0][1]
    if asked.unit is not None and asked.unit != "명":
        return ()
    of = _OF.search(text, start + _LED)
    end = of.start() if of else len(text)
    found = [need for need in needs if start <= need.span[0] < end and need.kind != "name"]
    if text[:start].lower().endswith("how"):
        return tuple(found[:1])
    if unknown := [need for need in found if need.forms == (need.text.lower(),)][-1:]:
        return tuple(unknown)
    done = next((at for at, need in enumerate(found) if need.kind == "deed"), len(found))
    return tuple(found[:done][-1:])


def _needs(text: str, taken: list[Span]) -> Iterator[Need]:
    free = (
        found
        for found in _WORD.finditer(text)
        if not any(found.start() < end and start < found.end() for start, end in taken)
    )
    parts = [part for word in free for part in _unjoined(word)]
    at = 0
    while at < len(parts):
        size, forms = _phrase([text[slice(*part)] for part in parts[at : at + _WORDS]])
        span = (parts[at][0], parts[at + max(1, size) - 1][1])
        need = _need(text[slice(*span)], span, forms)
        if need is not None:
            yield need
        at += max(1, size)


def _unjoined(word: re.Match[str]) -> Iterator[Span]:
    """The parts of a word with hyphens that the table does not hold as a whole: feature-extraction, Shenzhou-16."""
    parts = word[0].split("-")
    coded = any(any(map(str.isdigit, part)) for part in parts) and not all(map(_is_part, parts))
    if len(parts) == 1 or _phrase([word[0]])[0] or coded:
        yield word.span()
        return
    at = word.start()
    for part in parts:
        if part:
            yield at, at + len(part)
        at += len(part) + 1


def _is_part(part: str) -> bool:
    return part.isdigit() or part.lower() in syllables() or len(part) > _LONG_PART


def _phrase(said: list[str]) -> tuple[int, tuple[str, ...] | None]:
    """How many of the words make one entry of the table, and its Korean; () says nothing, None is not in the table."""
    for size in range(len(said), 0, -1):
        for form in _singulars(" ".join(said[:size]).lower()):
            if form in in_english():
                return size, in_english()[form]
        if size > 1 and (heard := _heard(said[:size])):
            return size, heard
    return 0, None


def _heard(said: list[str]) -> tuple[str, ...]:
    """A Chinese name of several words as it sounds in Korean: Meng Xiang."""
    if not all(word[:1].isupper() and word[1:].islower() and word.lower() not in in_english() for word in said):
        return ()
    spelled = "".join(word.lower() for word in said)
    return by_pinyin().get(spelled, ()) or tuple(_sounds(spelled))


def _singulars(said: str) -> Iterator[str]:
    yield said
    for end, other in _ENDS:
        if said.endswith(end) and len(said) > len(end) + _LEAST:
            yield said.removesuffix(end) + other


def _need(printed: str, span: Span, forms: tuple[str, ...] | None) -> Need | None:
    if forms is not None:
        return _known(printed, span, forms) if forms else None
    if printed.lower() in _COUNTED:
        return figure_of(str(_COUNTED.index(printed.lower()) + 1), span)
    if printed[0].isdigit():
        ordinal = _ORDINAL.fullmatch(printed)
        return figure_of(ordinal["figure"] if ordinal else printed, span)
    bare = printed.lower()
    opens = not span[0] and printed[1:].islower()
    if bare in words("turned") or bare in words("relative"):
        return Need(printed, (bare,), 1, "turned", span)
    spelled = bare.replace("-", "").replace("'", "")
    places = by_pinyin().get(spelled, ()) or (tuple(_sounds(spelled)) if printed[0].isupper() else ())
    own = tuple(dict.fromkeys((*places, bare)))
    return Need(printed, own, len(own), "name" if places or not (opens or printed.islower()) else "deed", span)


def _known(printed: str, span: Span, forms: tuple[str, ...]) -> Need:
    """A word that the table holds: a name, a deed, or any other."""
    if printed[0].isupper() and any(map(_is_name, forms)):
        return Need(printed, forms, len(forms), "name", span)
    if printed.endswith("ed") or printed.split()[0].lower() in words("verbs"):
        return Need(printed, tuple(dict.fromkeys((*forms, *done_otherwise(forms)))), len(forms), "deed", span)
    return Need(printed, forms, len(forms), "word", span)


def _is_name(form: str) -> bool:
    place = bool(gazetteer.called(form)) or form in abroad.countries() or form in abroad.cities()
    return place or form.isascii() or is_body(form)


def _sounds(spelled: str) -> Iterator[str]:
    """A Chinese name in pinyin, as one word, in Hangul; none where it cannot be cut into syllables."""
    cuts: list[list[tuple[str, ...]]] = [[()], *([] for _ in spelled)]
    known = syllables()
    for end in range(1, len(spelled) + 1):
        for start in range(max(0, end - _SYLLABLE), end):
            if spelled[start:end].replace("v", "ü") in known:
                cuts[end].extend((*before, spelled[start:end]) for before in cuts[start][:4])
    for cut in sorted(cuts[-1], key=len)[:3]:
        said = [syllable(one) or "" for one in cut]
        if len(cut) > 1 and all(said):
            yield "".join(said)
