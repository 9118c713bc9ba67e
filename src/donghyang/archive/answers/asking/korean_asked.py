"""What a Korean question asks for."""

from __future__ import annotations

from dataclasses import replace

from donghyang.archive.answers.asking.asked import ANY_FIGURE, RANK, Asked, Grain, NameKind, is_type, kind_of, measured
from donghyang.archive.answers.asking.korean_core import core_before, counted_noun, with_word_before
from donghyang.archive.answers.asking.question import words
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at

_HOW_MANY = lazily(r"몇\s*(?P<unit>[가-힣A-Za-zμµΩÅ°%％‰℃㎡㎥㎢/·²³]+)")
_MONEY = lazily(r"(?:천|백|십)*(?:조|억|만)?\s*(?:위안|달러|원(?![가-힣]{2})|유로|엔)")
_AMOUNT = lazily(r"얼마[가-힣]*")
_GIVEN = lazily(
    r"얼마[가-힣]*\s*(?:[가-힣]+\s)?"
    r"(?:지원|지급|투자|투입|출자|보조|장려|받|주[나는지니어]|쓰|들[이였어]|모[으았]|조달|유치|벌|편성|배정)"
)
"""얼마 that can only be money."""
_OBJECT = lazily(r"[가-힣]{2,}(?<!돈)[을를]\s(?:[가-힣]+게\s)?$")
"""What is used or received, right before 얼마나: 전력을 얼마나 쓰나."""
_OF_MONEY = lazily(
    r"(?:돈|비용|예산|금액|자금|[가-힣]{2}금|[가-힣]{2}비|[가-힣]{2}액)(?:은|는|이|가|을|를|의)?\s(?:[가-힣]+\s){0,3}얼마"
)
"""Money named a word or two before 얼마."""
_CHANGE = lazily(
    r"\s*(?:이?나\s*|쯤\s*|가량\s*|포인트\s*|더\s*)?(?:[가-힣]+(?:게|히)\s)?"
    r"(?:늘|줄|짧아|길어|높아|낮아|커지|커졌|작아|증가|감소|단축|상승|하락|성장|올랐|올라|오르|떨어|빨라|느려|확대|축소|늦|앞당|불어|뛰|치솟|깎|내려|내렸|올려|올렸|넓|좁|가벼|무거|비싸|싸)"
)
"""Behind what asks, by how much a thing has gone up or down; 몇 %로 늘었나 asks for the end."""
_TO = lazily("(?:으로|로|까지)$")
_EXTREME = lazily(
    r"(?:가장|제일|(?P<nth>두|세|네|다섯)\s?번째로)\s*(?:(?P<least>적(?:은|게|었던)|낮(?:은|게|았던)|작(?:은|게|았던)|느린|느리게|더딘|더디게|짧은|짧게)|(?:많(?:은|이|았던)|높(?:은|게|았던)|큰|크게|컸던|빠른|빠르게|빨랐던|긴|길게|길었던|넓은|비싼|무거운))(?![가-힣])"
)
_EARNED = lazily(
    r"(?:매출|수입|이익|실적|성과|소득)[을를]\s(?:[가-힣]+\s)?(?:얼마[가-힣]*|몇\s?\S+)\s(?:올렸|올린|거뒀|거둔|냈|낸)"
)
"""What is earned, no rise: 매출을 얼마나 올렸나."""
_PART = lazily(r"몇\s*분의\s*(?:일|1)[가-힣]*")
_DAYS = lazily(r"(?<!월\s)(?<!월)며칠(?!날|부터|에(?!서)|인[가지]|이[었냐야니고에]|이지|입니까|일까|\s?[?？])")
"""Days that are counted, where no particle of a date stands behind: 며칠 빨리, 며칠까지만."""
_YEAR = lazily(
    r"몇\s*년(?:도[가-힣]*|에(?!\s?걸)[가-힣]*|까지|부터|인[가지]|이[었냐야니지]|으로|\s?(?:몇|말|초|월|상반기|하반기)[가-힣]*"
    r"|(?=\s?[?？]))|(?:어느|무슨)\s*(?:해|연도)[가-힣]*"
)
_YEAR_OF = lazily(r"(?P<noun>[가-힣]*(?:연도|년도))(?:은|는)?\s*[?？.]*\s*$")
_MONTH = lazily(r"(?:몇\s*월|(?:어느|무슨)\s*(?:월|달)|몇\s*달에(?!\s?걸))[가-힣]*")
_DAY = lazily(r"(?:몇\s*월\s*)?며칠[가-힣]*|(?:어느|무슨)\s*날[가-힣]*|(?<=\s)날짜[은는]?(?=\s*[?？]?\s*$)")
_TIME = lazily(r"언제[가-힣]*|(?<=\s)(?:시기|시점)[은는]?(?=\s*[?？]?\s*$)")
_GRAINS: tuple[tuple[Grain, object], ...] = (("day", _DAY), ("year", _YEAR), ("month", _MONTH), ("any", _TIME))
_RANK = lazily(r"몇\s*(?:위(?!안)|등(?![가-힣]?급)|번째)[가-힣]*")
_WHO = lazily(r"누구[가-힣]*|누가(?![가-힣])")
_WHERE = lazily(r"(?:어디|무엇|뭐|뭔)[가-힣]*")
_WHICH = lazily(r"(?:어느|어떤|무슨)\s*(?P<noun>[가-힣]+)")
_ALSO = {
    "달": "개월", "주일": "주", "번": "회", "차례": "회", "군데": "곳", "개소": "곳", "사람": "명", "분": "분",
    "인": "명", "살": "세",
}  # fmt: skip
"""Counters of speech, and those of reports."""
_NATIVE = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_SIZE = lazily(
    rf"(?<![가-힣])(?P<native>{'|'.join(_NATIVE)})\s(?P<noun>[가-힣]+)"
    r"|(?<![0-9.,])(?P<digits>[0-9]{1,2})(?:개|곳|대|(?=사(?![가-힣]{2})))\s?(?P<other>[가-힣]*)"
)
_OF_PLACES = lazily(rf"(?<![가-힣])(?P<native>{'|'.join(_NATIVE)})\s(?:곳|개|가지)의\s[가-힣]+[은는]?\s*[?？]")
_NOUN_OF_PLACES = lazily(
    rf"(?<![가-힣])(?P<noun>[가-힣]{{2,}})\s(?:{'|'.join(_NATIVE)})\s(?:곳|군데|개|가지)(?:은|는|이)?(?:\s[가-힣]+)?\s*[?？]"
)
"""The noun before its number: 대학 세 곳은?"""
_LAST = lazily(r"(?P<noun>[가-힣A-Za-z]+?)(?:\([^()]*\))?(?:은|는|이란|란)?[?？.\s]*$")
_VERB = ("인가", "하나", "했나", "되나", "었나", "였나", "는가", "한가")
_ORDINAL = lazily(r"(?P<rank>[0-9]{1,3})\s?(?:위|등)|선두")
_GAP = lazily(r"높|낮|많|적은|적나|앞서|앞선|앞섰|뒤지|뒤진|뒤처|차이|격차|빠르|빠른|느리|느린|큰가|작은가|더 ")
_TWO = lazily("보다|차이|격차|대비|앞서|앞선|앞섰|뒤지|뒤진")
_TIMES = lazily("시간|기간|수명|주기|얼마나 걸|나이|연령|동안|간격")
_PARTICLES = lazily(
    r"(?:이었어|였어|이었지|였지|였나요|이야|이지|이니|이에요|예요|이죠|들에|들이|들을|들|야|지|인지|인가요|인가|입니까|일까|이었나|였나|이나"
    r"|에서|까지|에|을|를|이|가|은|는|의|로|으로|나)$"
)
_COUNTED = frozenset({"count", "measure"})


def asked_in(text: str) -> Asked | None:
    """What a question asks for; None where it asks for yes or no, or for nothing that is known."""
    found = _lasting(text) or _dated(text) or _counted(text) or _amount(text) or _named(text) or _closing(text)
    if found is None:
        return None
    found = replace(found, times=_TIMES.search(text) is not None)
    if found.sort in ("name", "list") and (most := _EXTREME.search(text)):
        taken, core = (*found.taken, most.span()), core_before(text, most.start())
        change = _CHANGE.match(text, most.end()) is not None
        rank = _NATIVE[most["nth"]] if most["nth"] else 1
        least = most["least"] is not None
        return replace(found, sort="extreme", least=least, rank=rank, taken=taken, core=core, change=change)
    if found.sort != "figure" or found.kinds == {"multiple"}:
        return found
    if _EARNED.search(text):
        return found
    if found.taken and not _TO.search(text, *found.taken[-1]) and _CHANGE.match(text, found.taken[-1][1]):
        return replace(found, change=True)
    return replace(found, sort="difference") if _GAP.search(text) and _TWO.search(text) else found


def _figure(text: str, span: tuple[int, int], kinds: frozenset[str], unit: str | None = None) -> Asked:
    return Asked("figure", kinds, unit, taken=(span,), core=core_before(text, span[0]))


def _lasting(text: str) -> Asked | None:
    """며칠 짧아졌나, 며칠 동안: days that are counted; 몇 분의 일."""
    if found := _PART.search(text):
        return _figure(text, found.span(), frozenset({"multiple"}))
    found = _DAYS.search(text)
    return _figure(text, (found.start(), found.start() + len("며칠")), _COUNTED, "일") if found else None


def _dated(text: str) -> Asked | None:
    if of := _YEAR_OF.search(text):
        return Asked("date", grain="year", core=(of.span("noun"),))
    for grain, pattern in _GRAINS:
        if found := pattern.search(text):  # type: ignore[attr-defined]
            core = core_before(text, found.start())
            if grain == "year" and found[0].startswith("몇") and core and measured(text[slice(*core[0])]):
                return _figure(text, found.span(), _COUNTED, "년")
            return Asked("date", grain=grain, taken=(found.span(),))
    return None


def _counted(text: str) -> Asked | None:
    if rank := _RANK.search(text):
        return Asked("figure", frozenset({"rank"}), RANK, taken=(rank.span(),))
    found = _HOW_MANY.search(text)
    if found is None:
        return None
    at = found.start("unit")
    if money := _MONEY.match(text, at):
        return _figure(text, (found.start(), money.end()), frozenset({"money"}))
    unit = unit_at(text, at)
    if text.startswith(("퍼센트", "프로"), at) or (unit and unit.kind == "percent"):
        return _figure(text, found.span(), frozenset({"percent"}), "%")
    printed = unit.form if unit else _PARTICLES.sub("", found["unit"]) or found["unit"]
    name = _ALSO.get(printed, printed)
    if name == "배":
        return _figure(text, found.span(), frozenset({"multiple"}))
    kinds = frozenset({unit.kind}) if unit and unit.kind not in _COUNTED else _COUNTED
    asked = _figure(text, found.span(), frozenset(map(str, kinds)), name)
    return replace(asked, core=counted_noun(text, at + len(printed)) or asked.core)


def _amount(text: str) -> Asked | None:
    found = _AMOUNT.search(text)
    if found is None:
        return None
    core = core_before(text, found.start())
    nouns = [text[slice(*span)] for span in reversed(core)]
    kinds = next((kinds for noun in nouns if (kinds := measured(noun))), None)
    of_thing = _OBJECT.search(text, 0, found.start()) or (
        found[0] == "얼마나" and nouns and not nouns[0].endswith(words("payers"))
    )
    of_money = (_GIVEN.search(text) and not of_thing) or _OF_MONEY.search(text)
    kinds = kinds or (frozenset({"money"}) if of_money else ANY_FIGURE)
    return _scored(_figure(text, found.span(), kinds), nouns[0] if nouns else "")


def _scored(asked: Asked, noun: str) -> Asked:
    """The same in points, where a score is asked for."""
    return replace(asked, unit="점", kinds=_COUNTED) if noun.endswith("점수") else asked


def _named(text: str) -> Asked | None:
    if found := _WHICH.search(text):
        noun = _PARTICLES.sub("", found["noun"]) or found["noun"]
        several = found["noun"].startswith(f"{noun}들")
        return _of_rank(
            text, Asked("list" if several else "name", noun=noun, kind=kind_of(noun), taken=(found.span(),))
        )
    for pattern, kind in ((_WHO, "person"), (_WHERE, None)):
        if found := pattern.search(text):
            return _of_rank(text, _asking_name(text, found.span(), kind))  # type: ignore[arg-type]
    return None


def _asking_name(text: str, span: tuple[int, int], kind: NameKind | None) -> Asked:
    core = core_before(text, span[0])
    noun = text[slice(*core[-1])] if core else None
    if noun is not None and any(map(str.isdigit, noun)):
        core, noun = (), None
    size = _size(text[: span[0]])
    noun = of["noun"] if (of := _NOUN_OF_PLACES.search(text)) else noun
    kind = kind or (kind_of(noun) if noun else None)
    return Asked("list" if size else "name", noun=noun, kind=kind, size=size, taken=(span,), core=core)


def _closing(text: str) -> Asked | None:
    """A question that ends in what it asks for: 면적은? 네 도시는?"""
    found = _LAST.search(text)
    if found is None or not text.rstrip().endswith(("?", "？")) or found["noun"].endswith(_VERB):
        return None
    noun, span = found["noun"], found.span("noun")
    if (size := _size(text)) is not None:
        noun = of["noun"] if (of := _NOUN_OF_PLACES.search(text)) else noun
        return Asked("list", noun=noun, kind=kind_of(noun), size=size, core=(span,))
    if noun.endswith("들") and (kind := kind_of(noun[:-1])):
        return Asked("list", noun=noun[:-1], kind=kind, core=(span,))
    core = with_word_before(text, span)
    kinds = next((kinds for one in reversed(core) if (kinds := measured(text[slice(*one)]))), frozenset())
    if noun in words("measures"):
        return Asked("figure", kinds or frozenset({"money"}), core=core)
    if kinds and noun in words("aims"):
        return Asked("figure", kinds, core=core[:-1])
    kind = kind_of(noun)
    if kind is not None and (is_type(noun) or not kinds):
        return _of_rank(text, Asked("list" if kind == "list" else "name", noun=noun, kind=kind, core=(span,)))
    if kinds:
        return _scored(Asked("figure", kinds, core=core), noun)
    return Asked("name", noun=noun, core=(span,)) if _EXTREME.search(text) else None


def _of_rank(text: str, asked: Asked) -> Asked:
    """The same, as whose place it is where a rank stands in the question: 순위 1위는 어느 도시인가."""
    found = _ORDINAL.search(text)
    if found is None:
        return asked
    return replace(asked, sort="ranked", rank=int(found["rank"] or 1), taken=(*asked.taken, found.span()))


def _size(text: str) -> int | None:
    """How many are to be named, where a number stands before the noun that closes the text."""
    if of_places := _OF_PLACES.search(text):
        return _NATIVE[of_places["native"]]
    for found in _SIZE.finditer(text):
        if not text[found.end() :].strip(" ?？.은는이가을를"):
            return _NATIVE.get(found["native"]) or int(found["digits"])
    return None
