"""Who says what follows: 专家认为，… A statement that is somebody's is told with him or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from donghyang.draft.doing import ONE_OF_MANY
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.plans import words_of
from donghyang.draft.prose import quoted
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.script import in_folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody and how he says it."""

    who: str
    """In Korean; "" where his name or office has no Korean form."""
    noun: str
    """밝힘, 강조: what a note ends in."""
    verb: str
    """The same before 다."""
    mood: Mood
    """What is said without a mood of its own is demanded or expected; "" where nothing follows from the verb."""
    where: str = ""
    """At which meeting, and on which day it was held (9월 18일 기자회견에서)."""

    def note(self, sentence: str) -> str:
        """A sentence in 다 as a note of what he says."""
        who = f"{self.who}," if self.who else ""
        return f"{self._told(sentence, who)} {'밝힘' if self._sets_down(sentence) else self.noun}"

    def prose(self, sentence: str) -> str:
        """The same as a sentence."""
        verb = "밝혔" if self._sets_down(sentence) else self.verb
        return f"{self._told(sentence, with_particle(self.who, '은'))} {verb}다."

    def _sets_down(self, sentence: str) -> bool:
        """规划提出，要…: aims are put forward (제시), what must be is said (…해야 한다고 밝힘)."""
        return self.noun == _PUT_FORWARD and sentence.endswith("한다.")

    def _told(self, sentence: str, who: str) -> str:
        foreseen = self.mood == "expected" and sentence.endswith(" 전망이다.")
        proposed = self.mood == "plan" and sentence.endswith(" 계획이다.")
        said = (
            sentence.removesuffix("전망이다.") + "것으로"
            if foreseen
            else sentence.removesuffix("계획이다.") + "것을"
            if proposed
            else quoted(sentence)
        )
        return " ".join(filter(None, (who, self.where, said)))


_PUT_FORWARD = "제시"


@cache
def _verbs() -> dict[str, tuple[str, str, Mood]]:
    return {
        zh: (noun, verb, cast("Mood", mood.strip("-")))
        for zh, noun, mood, verb in tables.read(__package__, "speech.tsv")
    }


@cache
def _speech() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, _verbs()), key=len, reverse=True))
    return in_folded(
        r"(?P<who>[^，。；]{1,40}?)(?:在[^，。；]{1,24}[上时中])?"
        rf"(?:普遍|一致|均|还|也|曾|近日|日前|明确|进一步|特别|同时|向记者)*(?P<verb>{verbs})$"
    )


@cache
def _spoke() -> re.Pattern[str]:
    return re.compile(f"(?:^|[，,。；;])(?P<who>[^，,。；;]{{2,40}}?)(?:{'|'.join(map(re.escape, _verbs()))})[，,：:]")


_NO_VOICE = re.compile("数据|统计|公报|消息|报道|(?:目标|[》案见划知报])$")
"""Papers, counts and news say what is the page's own."""


def speaks(text: str) -> bool:
    """Does somebody, and no paper or count, say what stands in a stretch or behind it?"""
    return any(not _NO_VOICE.search(one["who"]) for one in _spoke().finditer(text))


def urges(text: str) -> bool:
    """Does a stretch tell what somebody demands (强调, 要求)?"""
    return any(len(verb) > 1 and row[2] == "demanded" and verb in text for verb, row in _verbs().items())


_TOO = frozenset({"明确"})
"""Words that say what a thing is as well."""
_SPEAKERS = frozenset({*ACTOR_KINDS, "document"})
_REPORTED = in_folded(r"据(?P<who>[^，。；]{0,20}?)(?:\d{1,2}日)?(?:消息|报道)称?$")
_PRESS = re.compile("社|报|网|台|媒")
# Figures that a count or a report shows are the page's own.
_NOBODY = re.compile(r"^$|(?:数据|统计|结果|公报)$|^(?:据|记者|本报|从)")


def speech_of(page: Reader, start: int, end: int) -> Speech | None:
    """Who is said to say what follows `page.text[start:end]`; None where the clause is no such opening."""
    report = _REPORTED.fullmatch(page.folded, start, end)
    if report:
        speaker = _speaker(page, words_of(page, *report.span("who")))
        # 据…办公室消息: an office tells, only the press reports.
        press = "报道" in report.group() or bool(_PRESS.search(report["who"]))
        return Speech(speaker, "보도", "보도하였", "") if press else Speech(speaker, "밝힘", "밝혔", "")
    found = _speech().match(page.folded, start, end)
    if not found or _NOBODY.search(found["who"]):
        return None
    noun, verb, mood = _verbs()[found["verb"]]
    words = words_of(page, start, found.end("who"))
    if found["verb"] in _TOO and not any(word.has("plan") or word.kind in _SPEAKERS for word in words[-1:]):
        # 目标明确: it is clear, and says nothing.
        return None
    return Speech(_speaker(page, words), noun, verb, mood)


def _speaker(page: Reader, words: Sequence[Token]) -> str:
    """The speaker in Korean: a person's name stands in front of his office; "" where a word is unknown."""
    dated = len(words) > 1 and words[0].has("date") and words[1].kind == "document"
    when = f"{words[0].ko('date')} " if dated else ""
    while words and words[0].has("date", "adv") and not words[0].has("noun"):
        words = words[1:]
    while len(words) > 1 and words[-1].zh in _ADDRESSES:
        words = words[:-1]
    if any(word.has("quantity") for word in words):
        return ""
    if len(words) > 1 and words[0].zh in ONE_OF_MANY and not page.is_first(words[0].start):
        # 企业负责人说: of which firm, another sentence says.
        return ""
    if len(words) > 1 and words[-1].kind == "person":
        name, office = noun_phrase(page, words[-1:]), noun_phrase(page, words[:-1])
        return f"{name} {office}" if name and office else ""
    who = noun_phrase(page, words) or "" if words else ""
    if when and who:
        # 今年政府工作报告: that year's.
        return when + who
    return f"{who}들" if words and words[-1].zh in _PLURAL else who


_ADDRESSES = frozenset(tables.words(__package__, "addresses"))
# 专家认为: no name, so more than one.
_PLURAL = frozenset(tables.words(__package__, "plural"))
