"""The paragraph of the summary for an article: what reads easily of its headline, lead and weightiest figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.selection import alike, figures_in, is_told_by, says_again, weight
from donghyang.draft.sentences import Unsaid
from donghyang.draft.slogans import GOES_ON, promises

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from donghyang.draft.headlines import Headline
    from donghyang.draft.selection import Said

_SUMMARY_FACTS = 2


def summary(title: Headline | None, lead: Said | None, shown: Sequence[Said]) -> str:
    """Headline, lead and the two weightiest of the other goals and figures, as sentences; "" where neither is told.

    Every sentence of it stands in the article; an open headline or lead is not repeated.
    """
    led = lead.phrase.prose if lead and not isinstance(lead.phrase, Unsaid) else ""
    opening = title.prose if title and title.sure and not (lead and alike(lead.korean, title.korean)) else ""
    if not (led or opening):
        return ""
    if opening and _BARE.search(opening):
        # That a meeting was held is no news without where or what for.
        opening = ""
    if not led and not opening:
        return ""
    if _BARE.search(led) and not opening:
        led = ""
    if opening and led and lead and title:
        if is_told_by(title.korean, lead.korean) or _says_more_exactly(lead.korean, title.korean):
            opening = ""
        elif is_told_by(lead.korean, title.korean):
            led = ""
    said = " ".join((title.korean if title and opening else "", lead.korean if lead and led else ""))
    phrases = [one.phrase for one in shown if not (isinstance(one.phrase, Unsaid) or is_told_by(one.korean, said))]
    telling = [phrase for phrase in phrases if "figure" in phrase.shapes or phrase.goal]
    best = sorted(telling, key=lambda phrase: -weight(phrase))[:_SUMMARY_FACTS]
    if title and opening and any(is_told_by(title.korean, phrase.korean) for phrase in best):
        # 占90%以上, and below it 157吉瓦时，占90%以上: the sentence that says both.
        opening = ""
    again = not led or (title is not None and lead is not None and says_again(lead.korean, title.korean))
    if not best and again:
        # What the headline says is no summary of it.
        return ""
    told = dict.fromkeys(filter(None, [opening, led, *(phrase.prose for phrase in best)]))
    kept = _in_short(told, _LONGEST_OF_GOALS if lead and lead.heads else _LONGEST_SUMMARY)
    return "" if kept == [opening] else _in_one_time(kept)


def _in_short(sentences: Iterable[str], most: int) -> list[str]:
    """Of sentences in a row those that read easily, up to `most` characters; none behind one that has no room.

    Behind one left out only what says itself of when it is.
    """
    told: list[str] = []
    complete = True
    for sentence in sentences:
        if len(" ".join([*told, sentence])) > most:
            break
        if len(GOES_ON.findall(sentence)) >= _TOO_MANY or promises(sentence) or not _TELLS.search(sentence):
            complete = False
        elif complete or _OF_A_TIME.search(sentence):
            told.append(sentence)
    return told


_LONGEST_SUMMARY, _LONGEST_OF_GOALS = 130, 170
"""Characters of a paragraph of the summary, and of one that begins with a year's goals: longer ones are stiff."""
_TOO_MANY = 2
_OF_A_TIME = re.compile(r"\d{4}년|\d{1,2}월|(?:예정이|목표로 한)다\.")
_TELLS = re.compile(r"\d|‘|(?:예정이|목표로 한)다\.")
_TIME = re.compile(r"(\d{4}년(?: (?:\d{1,2}~)?\d{1,2}월| [상하]반기| \d분기)?) (?![\d상하말])")


def _says_more_exactly(line: str, other: str) -> bool:
    """Does a line give the exact figure of what another rounds (1,100억 달러 beside 1,000억 달러 초과)?"""
    words = set(re.findall(r"[가-힣A-Za-z]{2,}", other))
    return bool(figures_in(line)) and bool(words) and sum(word in line for word in words) >= _NEARLY * len(words)


_NEARLY = 0.65
"""The share of a line's words that another has as well, where it tells the same more exactly."""
_SUBJECT = re.compile(r"[가-힣]{2,}(?:성|시)?[은는] (?!것|경우)")


def _in_one_time(sentences: Iterable[str]) -> str:
    """The sentences in a row; a time that the one before has named already is 같은 기간, 같은 해."""
    told, before, spoken_of, again = list[str](), "", "", False
    for sentence in sentences:
        time = _TIME.match(sentence)
        same = time is not None and time[1] == before
        before = time[1] if time else ""
        subject = _SUBJECT.match(sentence)
        if subject and subject[0] == spoken_of:
            # 구이저우는 …. 구이저우는 …: whom it speaks of is said once.
            sentence = sentence[subject.end() :]
        spoken_of = subject[0] if subject else ""
        if time and same:
            # Of a third sentence in a row nobody asks again of when it is.
            named = "" if again else f"같은 {'해' if time[1].endswith('년') else '기간'} "
            sentence = named + sentence[time.end() :]
        again = same
        told.append(sentence)
    return " ".join(told)


_BARE = re.compile(r"^(?!.*에서)[^.]* (?:개최|개막|폐막)(?:되었|하였)다\.$")
