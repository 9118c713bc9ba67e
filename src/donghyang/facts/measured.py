"""What the figure of a goal measures, in a Korean sentence: the noun before it, before its deadline, or behind it.

산업 규모를 2조 위안으로; 디지털 인재를 2026년 8만 명, 2027년 10만 명; 총 220건의 표준.
"""

from __future__ import annotations

from donghyang.facts.clauses import MARKER
from donghyang.facts.phrases import connects, is_body, noun_before, without_fragment
from donghyang.facts.roles import BRACKET
from donghyang.facts.wording import either, is_noun, last
from donghyang.language.patterns import lazily

_YEAR = r"(?:(?:20|19)[0-9]{2}|['’‘][0-9]{2})년(?:도)?"
_ADVERB = lazily(
    rf"(?:^|(?<=[\s,，]))(?:{either('before_figures')}"
    rf"|[0-9]+년간|(?:{_YEAR}(?:\s?[말초])?의\s)?(?:약\s)?[0-9.]+배인|[가-힣A-Za-z0-9]+(?:당|마다)|{_YEAR}(?:\s?[가-힣]{{1,4}})?(?:\s?(?:대비|보다))?|[가-힣]{{2,4}}\s?(?:대비|보다))$"
)
"""What may stand between a measure and its figure."""
_SERIES = lazily(
    rf"(?:(?:{_YEAR}|[0-9]{{1,2}}월)(?:\s?[말초])?(?:까지|에는?|은|는)?\s(?:약\s|총\s)?(?:[0-9][0-9,.]*[조억만천]*\s?){{1,3}}"
    rf"(?:[^\s,，0-9()]{{1,8}}\s?){{0,2}}?{BRACKET}(?:으로|로|에서|을|를)?(?:[,，·]\s?|\s(?:및|그리고)\s|[와과]\s|\s))+$"
)
"""Years with a figure each in front of a deadline: 2026년 8만 명, 2027년 10만 명, ."""
_TIE = lazily(r"(?<=[가-힣)\]A-Za-z0-9’'*])(?:을|를|은|는|이|가|의)$")
_OF_YEAR = lazily(r"^['’‘]?(?:20)?[0-9]{2}년(?:도)?(?:\([^()]{1,10}\))?\s")
_NO_THING = lazily("(?:것|수|데|바)$")
_ALSO = lazily("(?<=[가율률량액])도$")
"""The particle behind nouns of measure: 제조원가도, where 밀도 is one itself."""
_NO_OBJECT = lazily(rf"(?:{either('not_objects')})$")
_STANDS = lazily(r"(?:[을를은는]|(?<=[가-힣)])[이가]|의\s경우)[,，]?\s*$")
"""How the words before a deadline end where they name the measure."""
_REST = lazily(
    rf"^{BRACKET}(?:이상|이하|급)?(?:에서|에|을|를|은|는|가|으로|로|과|와|의)?\s"
    rf"(?:(?:{either('complete', 'achieve')})\s)?(?:(?:및|와|과|등|하고|하며)\s)?(?=[가-힣A-Za-z])"
)
"""What the figure before leaves in front of the next measure: its conversion, its particle, the noun of its goal."""
_POINTED = lazily(r"^(?:이|그|해당|동)\s")
_STATED = lazily(r"^.*[0-9]\S*인\s")
"""What a thing is now, before its name: 82개사인 기업."""
_EACH = lazily(r"^.*[0-9]\S*씩(?:\s(?:총\s)?|$)")
_NO_MEASURE = lazily(
    rf"^(?:(?:이|그|여기)?\s?(?:가운데|중|중에서)|나머지|목표(?:치)?|이들?|등|{_YEAR}.{{0,4}}|[\W\d_]*|[가-힣]+별로는?)$|는\s데$|^[0-9,.]+[조억만천]?\s"
)
_BEHIND = lazily(
    r"^(?:\s?이상|\s?이하)?(?:의\s([가-힣A-Za-z·]{2,14}?)(?:을|를|이|가|은|는|로|으로)?(?=[\s,.)]|$)"
    r"|\s([가-힣A-Za-z·]{2,14}?)(?:을|를|이|가)(?=\s))"
)
_PUT_IN = lazily(
    rf"^\*{{0,2}}{BRACKET}(?:을|를)?\s(?:[^\s,]{{1,8}}\s)?(투입|투자|출자|편성|지원|지급|배정)(?=[하되해한할됨함]|[\s.,]|$)"
)


_ENDS = lazily(rf"^{BRACKET}\s?(?:이상|이하|수준|규모)?(?:으로|로|까지)\s")
_LAST_OBJECT = lazily(r"[가-힣)\]A-Za-z0-9’'*](?P<tie>을|를)\s(?!통해|위해|대상)")
_SAID_OF = lazily(r"[은는이가][,，]?\s*$")
"""The particle of a subject, where an object is somebody's deed and no measure of it."""
_AN_OBJECT = lazily(
    rf"^{BRACKET}(?!\s?[을를은는이가로으에까도씩])\s?(?:급|규모)?(?:의)?\s"
    r"(?P<thing>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+)[을를]\s"
)
"""What a figure describes, the object of the verb behind it: 10MW급 실증 설비를 건설."""


def measured(front: str, before: str, behind: str) -> str | None:
    """The measure that a figure is of; None where its sentence names none.

    `front` is what stands in its clause before it, `before` what stands before the deadline (only of the first figure
    under it), `behind` what follows it in its clause.
    """
    own = _REST.sub("", front)
    found = (_object(own) if _ENDS.match(behind) else None) or _noun(own)
    words = own
    if found is None and before:
        words = _SERIES.sub("", before.rstrip(" '’‘(") + " ")
        named = _noun(words) if _STANDS.search(words) else None
        found = named if named is None or not is_body(named) or _OBJECT.search(words) else None
    thing = _PUT_IN.match(behind) or _AN_OBJECT.match(behind)
    thing = None if thing and _NO_THING.search(thing[1]) else thing
    if found is not None and thing and _SAID_OF.search(_without_adverbs(words)):
        return thing[1]  # 연구소는 2026년까지 10MW급 실증 설비를 건설
    if found is None and (counted := _BEHIND.match(behind)):
        found = counted[1] or counted[2]
    elif found is None and thing:
        found = thing[1]
    return found.rstrip("*") if found else found


_OBJECT = lazily(r"[을를]\s*$")


def _object(before: str) -> str | None:
    """The last object of a clause, of which the figure behind is the end: 관측 범위를 연안 12해리까지 확대."""
    found = last(_LAST_OBJECT, before)
    if found is None or any(connects(word) for word in before[found.end() :].split()):
        return None
    return _noun(before[: found.end()])


def _without_adverbs(before: str) -> str:
    before = before.rstrip(" ,，")
    while adverb := _ADVERB.search(before):
        before = before[: adverb.start()].rstrip()
    return before


def _noun(before: str) -> str | None:
    """The noun phrase that words end in, adverbs and particle apart; None where they end otherwise."""
    before = _without_adverbs(before)
    if not before or connects(before.split()[-1]):
        return None
    phrase = MARKER.sub("", noun_before(before, len(before)))
    tie = _TIE.search(phrase)
    if tie and not (is_noun(phrase.split()[-1]) or _NO_OBJECT.search(phrase)):
        phrase = phrase[: tie.start()]
    phrase = _ALSO.sub("", without_fragment(_OF_YEAR.sub("", phrase)))
    phrase = _POINTED.sub("", _EACH.sub("", _STATED.sub("", phrase))).strip(" ,，·'’‘–-")
    return phrase if len(phrase) > 1 and not _NO_MEASURE.search(phrase) else None
