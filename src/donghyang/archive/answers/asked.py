"""What a Korean question asks for: a figure of some unit, a date, a rank, a name, a list, or a difference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at
from donghyang.records import Span

Sort = Literal["figure", "date", "name", "list", "ranked", "difference", "extreme"]
Grain = Literal["year", "month", "day", "any"]
ANY_FIGURE = frozenset({"money", "percent", "count", "measure", "multiple", "number"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, and the stretches of the question that say so."""

    sort: Sort
    kinds: frozenset[str] = frozenset()
    """Kinds of fact that may answer; of a figure only."""
    unit: str | None = None
    """As a fact has it; None where the question names none."""
    grain: Grain = "any"
    """How much of a date is asked for."""
    noun: str | None = None
    """What is to be named: 도시, 대학."""
    kind: str | None = None
    """What sort of name that is: person, body, place, list, name; None where nothing says."""
    size: int | None = None
    """How many names make the list."""
    change: bool = False
    """Whether it asks by how much something went up or down."""
    least: bool = False
    """Whether the one that has the least is asked for, not the one that has the most."""
    rank: int | None = None
    """Whose place is asked for (1위는 어디인가)."""
    taken: tuple[Span, ...] = ()
    """Stretches that only ask."""
    core: tuple[Span, ...] = ()
    """Stretches that name what is measured or looked for."""


_SUBJECT = lazily(
    r"(?P<noun>[가-힣A-Za-z0-9]+)(?:\([^()]*\))?(?:은|는|이|가|을|를)\s*(?:(?:최대|최소|모두|각각|총|약|초당|연간|매년)\s*)*$"
)
_WORD_BEFORE = lazily(r"(?P<noun>[가-힣A-Za-z0-9]+)(?:\([^()]*\))?(?:의|은|는|이|가|을|를)?\s+$")
_HOW_MANY = lazily(r"몇\s*(?P<unit>[가-힣A-Za-zμµΩÅ°%％‰℃㎡㎢/·²³]+)?")
_MONEY = lazily(r"(?:천|백|십)*(?:조|억|만)?\s*(?:위안|달러|원(?![가-힣]{2})|유로|엔)")
_AMOUNT = lazily(r"얼마[가-힣]*")
_GIVEN = lazily(
    r"얼마[가-힣]*\s*(?:[가-힣]+\s)?(?:지원|지급|투자|투입|출자|보조|장려|받|주[나는]|쓰|들[이였어]|모[으았]|조달|유치|벌|편성|배정)"
)
_CHANGE = lazily(
    r"\s*(?:이?나\s*|쯤\s*|가량\s*|포인트\s*|더\s*)?(?:[가-힣]+(?:게|히)\s)?(?:늘|줄|짧아|길어|높아|낮아|커지|커졌|작아|증가|감소|단축|상승|하락|성장|올랐|올라|오르|떨어|빨라|느려|확대|축소|늦|앞당)"
)
"""Behind what asks, by how much a thing has gone up or down; 몇 %로 늘었나 asks for the end."""
_TO = lazily("(?:으로|로|까지)$")
_EXTREME = lazily(
    r"(?:가장|제일)\s*(?:(?P<least>적은|낮은|작은|느린|짧은)|(?:많은|많이|높은|큰|빠른|긴|넓은|비싼|무거운))(?![가-힣])"
)
_DAYS = lazily(r"며칠\s?(?:간|동안|이나|만에|짧|길|늘|줄|걸리|걸렸|단축|연장|앞당|늦)")
_YEAR = lazily(r"몇\s*년(?!\s*(?:간|동안|연속|째|만|치))도?[가-힣]*|(?:어느|무슨)\s*(?:해|연도)[가-힣]*")
_YEAR_OF = lazily(r"(?P<noun>[가-힣]*(?:연도|년도))(?:은|는)?\s*[?？.]*\s*$")
_MONTH = lazily(r"(?:몇|어느|무슨)\s*(?:월|달)[가-힣]*")
_DAY = lazily(r"(?:몇\s*월\s*)?며칠[가-힣]*|(?:어느|무슨)\s*날[가-힣]*|(?<=\s)날짜[은는]?(?=\s*[?？]?\s*$)")
_TIME = lazily(r"언제[가-힣]*|(?<=\s)(?:시기|시점)[은는]?(?=\s*[?？]?\s*$)")
_RANK = lazily(r"몇\s*(?:위|등|번째)[가-힣]*")
_WHO = lazily(r"누구[가-힣]*|누가(?![가-힣])")
_WHERE = lazily(r"어디[가-힣]*")
_WHAT = lazily(r"(?:무엇|뭐)[가-힣]*")
_WHICH = lazily(r"(?:어느|어떤|무슨)\s*(?P<noun>[가-힣]+)")
_SIZES = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_NATIVE = lazily(r"(?<![가-힣])(?P<size>두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s(?P<noun>[가-힣]+)")
_DIGITS = lazily(r"(?<![0-9.,])(?P<size>[0-9]{1,2})(?:개|곳|대|(?=사(?![가-힣]{2})))\s?(?P<noun>[가-힣]*)")
_OF_PLACES = lazily(r"(?<![가-힣])(?P<size>두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s(?:곳|개|가지)의\s[가-힣]+[은는]?\s*[?？]")
_TAIL = lazily(r"[?？.\s]*$")
_LAST = lazily(r"(?P<noun>[가-힣A-Za-z]+?)(?:\([^()]*\))?(?:은|는|이란|란)?[?？.\s]*$")
_ORDINAL = lazily(r"(?P<rank>[0-9]{1,3})\s?(?:위|등)|(?P<first>선두)")
_GAP = lazily(r"높|낮|많|적은|적나|앞서|앞선|앞섰|뒤지|뒤진|뒤처|차이|격차|빠르|빠른|느리|느린|큰가|작은가|더 ")
_PARTICLES = lazily(r"(?:인가요|인가|입니까|일까|이었나|였나|이나|에서|까지|에|을|를|이|가|은|는|의|로|으로|나)$")


def asked_in(text: str) -> Asked | None:
    """What a question asks for; None where it asks for yes or no, or for nothing that is known."""
    found = (
        _part(text)
        or _lasting(text)
        or _dated(text)
        or _counted(text)
        or _amount(text)
        or _named(text)
        or _closing(text)
    )
    if found is not None and found.sort in ("name", "list") and (most := _EXTREME.search(text)):
        core = _core(text, most.start())
        return replace(found, sort="extreme", least=most["least"] is not None, taken=(*found.taken, most.span()), core=core)
    if found is None or found.sort != "figure" or "multiple" in found.kinds and len(found.kinds) == 1:
        return found
    if found.taken and not _TO.search(text, *found.taken[-1]) and _CHANGE.match(text, found.taken[-1][1]):
        return replace(found, change=True)
    if _GAP.search(text) and _two(text):
        return replace(found, sort="difference")
    return found


def _part(text: str) -> Asked | None:
    """몇 분의 일."""
    found = lazily(r"몇\s*분의\s*(?:일|1)[가-힣]*").search(text)
    return (
        Asked("figure", frozenset({"multiple"}), taken=(found.span(),), core=_core(text, found.start()))
        if found
        else None
    )


def _lasting(text: str) -> Asked | None:
    """며칠 짧아졌나, 며칠 동안: days that are counted."""
    found = _DAYS.search(text)
    if found is None:
        return None
    span = (found.start(), found.start() + 2)
    return Asked("figure", frozenset({"measure", "count"}), "일", taken=(span,), core=_core(text, span[0]))


def _two(text: str) -> bool:
    return any(mark in text for mark in ("보다", "차이", "격차", "대비", "앞서", "앞선", "앞섰", "뒤지", "뒤진"))


def _core(text: str, at: int) -> tuple[Span, ...]:
    """The word right before what asks, where it carries a particle: 면적은 얼마인가; behind a word that says nothing
    by itself the one before it too: 국산화율 목표는."""
    found = _SUBJECT.search(text, 0, at)
    return _with_word_before(text, found.span("noun")) if found else ()


def _with_word_before(text: str, span: Span) -> tuple[Span, ...]:
    if text[slice(*span)] not in tables.words(__package__, "weak"):
        return (span,)
    before = _WORD_BEFORE.search(text, 0, span[0])
    return (before.span("noun"), span) if before else (span,)


def _dated(text: str) -> Asked | None:
    if found := _YEAR_OF.search(text):
        return Asked("date", grain="year", core=(found.span("noun"),))
    for pattern, grain in ((_DAY, "day"), (_YEAR, "year"), (_MONTH, "month"), (_TIME, "any")):
        if found := pattern.search(text):
            core = _core(text, found.start())
            if grain == "year" and found[0].startswith("몇") and core and measured(text[slice(*core[0])]):
                return Asked("figure", frozenset({"measure", "count"}), "년", taken=(found.span(),), core=core)
            return Asked("date", grain=grain, taken=(found.span(),))  # type: ignore[arg-type]
    return None


def _counted(text: str) -> Asked | None:
    if found := _RANK.search(text):
        return Asked("figure", frozenset({"rank"}), "위", taken=(found.span(),))
    found = _HOW_MANY.search(text)
    if found is None:
        return None
    if found["unit"] is None:
        return None
    at = found.start("unit")
    if money := _MONEY.match(text, at):
        return Asked(
            "figure", frozenset({"money"}), taken=((found.start(), money.end()),), core=_core(text, found.start())
        )
    if text.startswith(("퍼센트", "프로"), at):
        return Asked("figure", frozenset({"percent"}), "%", taken=(found.span(),), core=_core(text, found.start()))
    unit = unit_at(text, at)
    name = unit.form if unit else _PARTICLES.sub("", found["unit"]) or found["unit"]
    end = at + len(name)
    kinds = frozenset({unit.kind}) if unit else frozenset({"count", "measure"})
    if name == "배":
        return Asked("figure", frozenset({"multiple"}), taken=(found.span(),), core=_core(text, found.start()))
    if unit is not None and unit.kind in ("count", "measure"):
        kinds = frozenset({"count", "measure"})
    word_end = found.end()
    return Asked("figure", kinds, "%" if unit and unit.kind == "percent" else name, taken=((found.start(), max(end, word_end)),),
                 core=_counted_noun(text, end) or _core(text, found.start()))  # fmt: skip


def _counted_noun(text: str, at: int) -> tuple[Span, ...]:
    """What is counted behind its unit: 몇 개 분야에."""
    found = lazily(r"(?:의)?\s+(?P<noun>[가-힣A-Za-z]+?)(?:을|를|이|가|에서|에|의)\s").match(text, at)
    return (found.span("noun"),) if found else ()


def _amount(text: str) -> Asked | None:
    found = _AMOUNT.search(text)
    if found is None:
        return None
    core = _core(text, found.start())
    noun = text[slice(*core[-1])] if core else ""
    if not measured(noun) and len(core) > 1:
        noun = text[slice(*core[0])]
    kinds = measured(noun) or (frozenset({"money"}) if _GIVEN.search(text) else ANY_FIGURE)
    return Asked("figure", kinds, taken=(found.span(),), core=core)


def _named(text: str) -> Asked | None:
    if found := _WHICH.search(text):
        noun = _PARTICLES.sub("", found["noun"]) or found["noun"]
        return _of_noun(text, Asked("name", noun=noun, kind=sort_of(noun), taken=(found.span(),)))
    for pattern, kind in ((_WHO, "person"), (_WHERE, None), (_WHAT, None)):
        if found := pattern.search(text):
            core = _core(text, found.start())
            noun = text[slice(*core[-1])] if core else None
            if noun is not None and any(map(str.isdigit, noun)):
                core, noun = (), None
            size = _size(text[: found.start()])
            asked = Asked("list" if size else "name", noun=noun, kind=kind or (sort_of(noun) if noun else None), size=size,
                          taken=(found.span(),), core=core)  # fmt: skip
            return _of_noun(text, asked)
    return None


def _closing(text: str) -> Asked | None:
    """A question that ends in what it asks for: 면적은? 네 도시는?"""
    found = _LAST.search(text)
    if found is None or not text.rstrip().endswith(("?", "？")):
        return None
    noun = found["noun"]
    if text[found.end("noun") :].strip(" ?？.") not in ("은", "는", "이란", "란", ""):
        noun = noun.rstrip("은는")
    span = (found.start("noun"), found.start("noun") + len(noun))
    if noun.endswith(("인가", "하나", "했나", "되나", "었나", "였나", "는가", "한가")):
        return None
    size = _size(text)
    if size is not None:
        return Asked("list", noun=noun, kind=sort_of(noun), size=size, core=(span,))
    core = _with_word_before(text, span)
    kinds = measured(noun) or (measured(text[slice(*core[0])]) if len(core) > 1 else frozenset())
    sort = sort_of(noun)
    if noun in tables.words(__package__, "measures"):
        return Asked("figure", kinds or frozenset({"money"}), core=core)
    if sort is not None and (is_type(noun) or not kinds):
        asked = Asked("list" if sort == "list" else "name", noun=noun, kind=sort, core=(span,))
        return _of_noun(text, asked)
    return Asked("figure", kinds, core=core) if kinds else None


def _of_noun(text: str, asked: Asked) -> Asked:
    """The same, as whose place it is where a rank stands in the question: 순위 1위는 어느 도시인가."""
    found = _ORDINAL.search(text)
    if found is None:
        return asked
    rank = int(found["rank"]) if found["rank"] else 1
    return replace(asked, sort="ranked", rank=rank, taken=(*asked.taken, found.span()))


def _size(text: str) -> int | None:
    """How many are to be named, where a number stands before the noun that closes the text."""
    if of_places := _OF_PLACES.search(text):
        return _SIZES.get(of_places["size"])
    for found in (*_NATIVE.finditer(text), *_DIGITS.finditer(text)):
        behind = text[found.end("noun") :]
        if _TAIL.fullmatch(behind) or not behind.strip(" ?？은는이가을를"):
            return _SIZES.get(found["size"]) or int(found["size"])
    return None


@cache
def _measured() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    rows = tables.read(__package__, "measured.tsv")
    return tuple((tuple(ends.split()), frozenset(kinds.split())) for ends, kinds in rows)


def measured(noun: str) -> frozenset[str]:
    """The kinds of fact that a noun is measured in; none for one that is no measure."""
    return next((kinds for ends, kinds in _measured() if noun.endswith(ends)), frozenset())


@cache
def _types() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = tables.read(__package__, "types.tsv")
    return tuple((sort, tuple(nouns.split()), tuple(ends.split()) if ends != "-" else ()) for sort, nouns, ends in rows)


def sort_of(noun: str) -> str | None:
    """What sort of name a noun asks for, None where the tables do not say."""
    exact = next((sort for sort, nouns, _ in _types() if noun in nouns), None)
    return exact or next(
        (sort for sort, nouns, _ in _types() if noun.endswith(tuple(n for n in nouns if len(n) > 1))), None
    )


def is_type(noun: str) -> bool:
    """Whether the tables list a noun among those that ask for a name."""
    return any(noun in nouns for _, nouns, _ in _types())


def ends_of(noun: str) -> tuple[str, ...]:
    """What the name of such a thing may end in; none where anything may."""
    return next(
        (ends for _, nouns, ends in _types() if noun in nouns or noun.endswith(tuple(n for n in nouns if len(n) > 1))),
        (),
    )
