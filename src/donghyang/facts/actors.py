"""Who will do it: the subject that stands before the deadline of a goal (환경부는 2027년까지 …)."""

from __future__ import annotations

from donghyang.facts.clauses import MARKER, clauses
from donghyang.facts.wording import is_noun
from donghyang.language import tables
from donghyang.language.gazetteer import written
from donghyang.language.patterns import lazily

_LONGEST = 40
"""Characters of the longest list of bodies that is looked at."""
_SUBJECT = lazily(r"(?:은|는|이|가)\s")
_OF_A_NOUN = lazily(r"[가-힣]{1,6}(?:한|된|는|던|난|진)\s")
"""Behind the subject of a clause that only describes a noun: 전문의가 부족한 지역."""
_TOPIC = lazily(r"[은는]\s")
_BODY = lazily(r"[가-힣A-Za-z·\s(),一-龥]{2,40}")
_HEAD = lazily(r"([^,，]{2,30})[,，]\s?$")
_ADVERBS = lazily(rf"^(?:(?:{tables.either(__package__, 'opening').replace('_', ' ')})[,，]?\s)+")
_NO_BODY = lazily(
    rf"(?:{tables.either(__package__, 'no_actor')})$"
    r"|(?:[하되있없않르]|위해|[을를으]로|에서|에게?)$|[을를]\s|[0-9][0-9,.]*\s?(?:[%조억만개명건곳년원]|위안|달러)|^[<>(]"
)
"""What no body is called: ends of verbs, things that are counted, words with an object or a figure among them."""


def actor_of(before: str) -> str | None:
    """Who will do it, as the words before the deadline name him; None when they name nobody.

    The first clause with a subject says it, unless a later one opens with a topic of its own.
    """
    plain = MARKER.sub("", before)
    found = None
    for start, end in clauses(plain, 0, len(plain)):
        subject = _subject(f"{plain[start:end]} ", topic=found is not None)
        found = subject or found
    if found is not None:
        return found
    head = _HEAD.match(plain)
    return _body(head[1]) if head else None


def _subject(segment: str, *, topic: bool) -> str | None:
    """The first words of a clause that are the name of somebody, with a particle of the subject behind them."""
    for particle in (_TOPIC if topic else _SUBJECT).finditer(segment, 0, _LONGEST + 2):
        if particle[0][0] in "이가" and _OF_A_NOUN.match(segment, particle.end()):
            continue
        name = _body(segment[: particle.start()])
        if name is not None or topic:
            return name
    return None


_BODY_ZH = lazily(rf"(?:{tables.either(__package__, 'bodies_zh')})$")
_HAN_ONLY = lazily(r"[一-龥·()（）]+")


def _body(words: str) -> str | None:
    name = _ADVERBS.sub("", words.strip()).strip()
    if _HAN_ONLY.fullmatch(name) and not (_BODY_ZH.search(name) or written(name)):
        return None
    if not _BODY.fullmatch(name) or _NO_BODY.search(name):
        return None
    return None if any(_SUBJECT.search(f"{word} ") and not is_noun(word) for word in name.split()[:-1]) else name
