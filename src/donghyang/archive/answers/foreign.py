"""Questions in Chinese and English: their words as the Korean articles say them.

Chinese words come from the termbase and the gazetteer, else by their Korean reading (技术, 기술) and by their sound;
English ones from a table of this room and from the pinyin of places. A word that none of them knows has to stand in
the text as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from donghyang.archive.answers.asked import ANY_FIGURE, Asked, measured, sort_of
from donghyang.archive.answers.needs import Need, NeedKind, fold
from donghyang.archive.answers.question import Question, core_of, periods_of
from donghyang.language import abroad, gazetteer, tables
from donghyang.language.hanja import hangul_readings
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import pinyin_of, syllables, toneless
from donghyang.language.script import simplify
from donghyang.language.segments import words as cut_words
from donghyang.language.transliterate import looks_like_person, syllable, transliterate
from donghyang.language.units import unit_at
from donghyang.records import Period, Span
from donghyang.verify.key import korean_forms

_LONGEST = 10
_MOST_READINGS = 8
_HAN = lazily("[一-鿿]+")
_LATIN = lazily(r"[A-Za-z][A-Za-z0-9]*(?:[-.&+][A-Za-z0-9]+)*")
_NUMBER = lazily(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?(?:nm|μm|mm|cm|km|[A-Z]Hz|kg|%|V|W|K|号|代|次|届|度))?")


# ---- Chinese


_NUMBERED = re.compile("[一二三四五六七八九十百零〇]+(?=[号代次届期大倍])")
"""Numbers in characters that name a thing (神舟十六号), which reports write in digits."""


_ZH_PLAIN = frozenset(
    "的 了 是 在 有 和 与 及 等 中 上 下 个 年 月 日 将 已 把 被 对 为 于 其 该 这 那 哪 多 少 几 什么 多少 谁 吗 呢 哪个 哪些 哪家 哪里 哪年 何时 多大 多高 多长 多远 达到 是多少 分别 一共 共 总 由 从 到 让 给 用 家 所 名 位 项 万 亿 元 约 最 会 要 能 可 可以 获得 目前 根据 关于 以 或 并 之 也".split()
)
_ZH_ASKED = (
    (lazily("百分之多少|占比[是为]?多少|比例[是为]?多少|百分之几"), Asked("figure", frozenset({"percent"}), "%")),
    (lazily("第几(?:名|位)?|排名[是为]?(?:多少|几)|排(?:在)?第几"), Asked("figure", frozenset({"rank"}), "위")),
    (lazily("哪一?年|何年|几几年"), Asked("date", grain="year")),
    (lazily("几月份?|哪个月"), Asked("date", grain="month")),
    (lazily("几号|哪一?天|何日"), Asked("date", grain="day")),
    (lazily("何时|什么时候|什么时间"), Asked("date")),
    (
        lazily("多少(?:亿|万)?(?:元|人民币|美元|钱)|金额[是为]?多少|投资(?:额|了)?[是为]?多少|多少资金"),
        Asked("figure", frozenset({"money"})),
    ),
    (
        lazily("(?:多少|几)(?P<unit>公里|[个家项名人位座台辆所条种件次处艘颗枚天吨米亩倍年])"),
        Asked("figure", frozenset({"count", "measure"})),
    ),
    (lazily("多少|多大|多高|多长|多远|多快|几"), Asked("figure", ANY_FIGURE)),
    (lazily("谁|哪位"), Asked("name", kind="person")),
    (lazily("哪(?:家|个)(?:公司|企业)"), Asked("name", noun="회사", kind="body")),
    (lazily("哪(?:所|个)(?:大学|高校)"), Asked("name", noun="대학", kind="body")),
    (lazily("哪(?:个|家)(?:机构|部门|单位)"), Asked("name", noun="기관", kind="body")),
    (lazily("哪里|哪个?(?:城市|省|地区|地方)"), Asked("name", noun="도시", kind="place")),
    (lazily("叫什么(?:名字)?|名称[是为]?什么"), Asked("name", noun="이름", kind="name")),
)
_ZH_UNITS = {"个": "개", "家": "개", "项": "건", "名": "명", "人": "명", "位": "명", "台": "대", "辆": "대", "次": "회", "处": "개", "所": "개", "座": "개",
             "种": "종", "件": "건", "艘": "척", "条": "개", "颗": "기", "枚": "기", "天": "일", "吨": "톤", "米": "m", "公里": "km", "亩": "무", "年": "년"}  # fmt: skip


def chinese(text: str, day: dt.date | None) -> Question:
    """A question in Chinese understood; its needs are Korean."""
    plain = _NUMBERED.sub(_in_digits, simplify(text))
    asked = _zh_asked(plain)
    periods = periods_of(plain, day)
    taken = [(period.start, period.end) for period in periods]
    taken.extend(asked.taken if asked else ())
    needs = list(_zh_needs(plain, taken))
    return Question(text, "zh", asked, tuple(needs), core_of(needs, asked), periods, ahead=False)


def _in_digits(found: re.Match[str]) -> str:
    value = read_zh(found[0])
    return found[0] if value is None else f"{value:f}"


def _zh_asked(text: str) -> Asked | None:
    for pattern, asked in _ZH_ASKED:
        if (found := pattern.search(text)) is None:
            continue
        if "unit" in found.re.groupindex:
            if found["unit"] == "倍":
                return Asked("figure", frozenset({"multiple"}), taken=(found.span(),))
            asked = replace(asked, unit=_ZH_UNITS[found["unit"]])
        taken = (found.span(),)
        before = lazily("(?P<noun>[一-鿿]{2,6}?)(?:是|为|有|达到?|占)?$").search(text, 0, found.start())
        if before and asked.kinds == ANY_FIGURE:
            asked = replace(asked, kinds=_zh_measured(text[: found.start()]) or ANY_FIGURE)
        return replace(asked, taken=taken)
    return None


def _zh_measured(before: str) -> frozenset[str]:
    noun = lazily("[是为有达到占了]+$").sub("", before)[-4:]
    readings = "".join(hangul_readings(char)[0] if hangul_readings(char) else char for char in noun)
    if noun.endswith(("投资", "资金", "补贴", "资助", "奖励", "金额", "收入")):
        return frozenset({"money"})
    return measured(readings)


def _zh_needs(text: str, taken: list[Span]) -> Iterator[Need]:
    closed = {at for start, end in taken for at in range(start, end)}
    for found in _LATIN.finditer(text):
        if found.start() not in closed:
            yield Need(found[0], (found[0].lower(),), 1, "name", found.span())
    for found in _NUMBER.finditer(text):
        if found.start() not in closed:
            yield _figure(found[0].translate(str.maketrans("号代次届度", "호대차회도")), found.span())
    for run in _HAN.finditer(text):
        for start, end in _cut(text, run.start(), run.end(), closed):
            word = text[start:end]
            if word in _ZH_PLAIN or len(word) == 1:
                continue
            yield _zh_need(word, (start, end))


def _figure(printed: str, span: Span) -> Need:
    from donghyang.archive.answers.needs import need_of

    return need_of(printed, span) or Need(printed, (printed,), 1, "figure", span)


def _cut(text: str, start: int, end: int, closed: set[int]) -> Iterator[Span]:
    """The words of a run: the longest of the tables, else those of the cutter, else two characters."""
    spans = {begin: stop for begin, stop in cut_words(text) or ()}
    at = start
    while at < end:
        if at in closed:
            at += 1
            continue
        size = next(
            (size for size in range(min(_LONGEST, end - at), 1, -1) if text[at : at + size] in korean_forms()), 0
        )
        stop = max(at + size, spans.get(at, 0) if spans.get(at, 0) <= end else 0)
        stop = stop if stop > at else at + 1
        yield at, min(stop, end)
        at = stop


def _zh_need(word: str, span: Span) -> Need:
    forms = [fold(form) for form in sorted(korean_forms().get(word, ()), key=len, reverse=True)]
    forms.extend(_senses().get(word, ()))
    places = gazetteer.written(word)
    forms.extend(place.hangul for place in places)
    kind: NeedKind = "name" if places or word in abroad_names() else "word"
    if len(word) > 1:
        forms.extend(_readings(word))
        if looks_like_person(word) or kind == "name":
            forms.append(transliterate(word).hangul)
    forms.append(word)
    own = tuple(dict.fromkeys(form for form in forms if form))
    return Need(word, own, len(own), kind, span)


@cache
def _senses() -> dict[str, tuple[str, ...]]:
    """Korean nouns of every Chinese word that may say them."""
    found: dict[str, list[str]] = {}
    own = ((korean, chinese) for chinese, korean in tables.read(__package__ or "", "chinese.tsv"))
    for korean, chinese in (*own, *(row for name in ("bridges.tsv", "senses.tsv") for row in tables.read("donghyang.verify", name))):
        for one in chinese.split():
            found.setdefault(one, []).extend(map(fold, korean.split()))
    return {chinese: tuple(dict.fromkeys(forms)) for chinese, forms in found.items()}


def _readings(word: str) -> Iterator[str]:
    every = [hangul_readings(char)[:2] for char in word]
    if all(every):
        for count, syllables in enumerate(product(*every)):
            if count >= _MOST_READINGS:
                return
            yield "".join(syllables)


@cache
def abroad_names() -> frozenset[str]:
    """Chinese names of countries that the termbase says in Korean."""
    known = abroad.countries()
    return frozenset(chinese for chinese, forms in korean_forms().items() if any(form in known for form in forms))


# ---- English


_EN_ASKED = (
    (
        lazily(r"\b(?:what|which) (?:percentage|share|proportion|percent)\b|\bhow many percent\b"),
        Asked("figure", frozenset({"percent"}), "%"),
    ),
    (lazily(r"\bwhich (?:company|firm|enterprise)\b"), Asked("name", noun="기업", kind="body")),
    (lazily(r"\bwhich university\b"), Asked("name", noun="대학", kind="body")),
    (
        lazily(r"\bwhich (?:institute|institution|organi[sz]ation|agency|body|ministry)\b"),
        Asked("name", noun="기관", kind="body"),
    ),
    (lazily(r"\bwhich (?:city|region|province|place)\b|\bwhere\b"), Asked("name", noun="도시", kind="place")),
    (lazily(r"\bwhich country\b"), Asked("name", noun="국가", kind="place")),
    (lazily(r"\b(?:in )?(?:what|which) year\b"), Asked("date", grain="year")),
    (lazily(r"\b(?:in )?(?:what|which) month\b"), Asked("date", grain="month")),
    (lazily(r"\b(?:on )?(?:what|which) (?:day|date)\b"), Asked("date", grain="day")),
    (lazily(r"\bwhen\b"), Asked("date")),
    (
        lazily(r"\bwhat (?:rank|place|position)\b|\bwhere does .* rank\b|\bhow (?:high )?does .* rank\b"),
        Asked("figure", frozenset({"rank"}), "위"),
    ),
    (lazily(r"\bhow much (?:money|funding|investment)\b"), Asked("figure", frozenset({"money"}))),
    (lazily(r"\bhow many\b"), Asked("figure", frozenset({"count", "measure"}))),
    (lazily(r"\bhow much\b"), Asked("figure", frozenset({"money", "measure", "percent", "count"}))),
    (
        lazily(r"\bhow (?:fast|long|large|big|high|far|deep|heavy|wide)\b"),
        Asked("figure", frozenset({"measure", "money", "count"})),
    ),
    (lazily(r"\bfrom what to what\b"), Asked("figure", ANY_FIGURE)),
    (lazily(r"\bwho\b"), Asked("name", kind="person")),
    (lazily(r"\bwhat\b"), Asked("figure", ANY_FIGURE)),
)
_EN_MONEY = lazily(
    r"\b(?:capital|investment|budget|revenue|sales|support|subsidy|subsidies|grant|fund|funding|reward|price|cost|receive|invested)\b"
)
_EN_SHARE = lazily(r"\b(?:share|percentage|proportion|rate|accuracy|sensitivity|specificity)\b")
_EN_FIRST = lazily(
    r"\b(?:ranks?|ranked|comes?|placed) (?P<rank>first|second|third|fourth|fifth|1st|2nd|3rd)\b|\btops\b|\btop(?:ped)? the\b"
)
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3}
_EN_YEAR = lazily(r"(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9,]|\.[0-9])")
_POSSESSIVE = lazily(r"'s(?=\s)")
_LED = 8
"""Letters of what leads to the noun: is the, was the."""
_MOST_WORDS = 6


def english(text: str, day: dt.date | None) -> Question:
    """A question in English understood; its needs are Korean."""
    text = _POSSESSIVE.sub("   ", text)
    asked = _en_asked(text)
    periods = tuple(Period(found[0], found.start(), found.end(), found[0]) for found in _EN_YEAR.finditer(text))
    taken = [(period.start, period.end) for period in periods]
    taken.extend(asked.taken if asked else ())
    needs = list(_en_needs(text, taken))
    return Question(text, "en", asked, tuple(needs), _en_core(text, asked, needs), periods, ahead=False)


def _en_core(text: str, asked: Asked | None, needs: list[Need]) -> tuple[Need, ...]:
    """What is measured: how many USERS, what is the ENERGY DENSITY of; none for a name or a date."""
    if asked is None or asked.sort != "figure" or not asked.taken or asked.unit == "%":
        return ()
    start = asked.taken[0][1]
    of = re.compile(r"\s(?:of|in|for|does|do|did|is|are|was|were|has|have|can|will)\s|$").search(text, start + _LED)
    end = of.start() if of else len(text)
    return tuple(need for need in needs if start <= need.span[0] < end)[-1:]


def _en_asked(text: str) -> Asked | None:
    lower = text.lower()
    for pattern, asked in _EN_ASKED:
        if (found := pattern.search(lower)) is None:
            continue
        taken = (found.span(),)
        if asked.kind in ("body", "place") and (first := _EN_FIRST.search(lower)):
            rank = _RANKS.get(first["rank"] or "", 1)
            return replace(asked, sort="ranked", rank=rank, taken=(*taken, first.span()))
        if asked.kinds > frozenset({"money", "percent"}):
            if _EN_SHARE.search(lower):
                asked = replace(asked, kinds=frozenset({"percent"}))
            elif _EN_MONEY.search(lower):
                asked = replace(asked, kinds=frozenset({"money"}))
        if asked.sort == "name" and asked.kind == "person":
            asked = replace(asked, noun="책임자")
        return replace(asked, taken=taken)
    return None


def _en_needs(text: str, taken: list[Span]) -> Iterator[Need]:
    words = [
        found
        for found in lazily(
            r"[A-Za-z][A-Za-z0-9]*(?:[-.&+][A-Za-z0-9]+)*\.?(?<!\.)|[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?[A-Za-zμ%]+)?"
        ).finditer(text)
        if not any(found.start() < end and start < found.end() for start, end in taken)
    ]
    words = [part for word in words for part in _unjoined(word)]
    at = 0
    while at < len(words):
        size, forms = _phrase([text[slice(*word)] for word in words[at : at + _MOST_WORDS]])
        span = (words[at][0], words[at + max(1, size) - 1][1])
        need = _en_need(text[slice(*span)], span, forms)
        if need is not None:
            yield need
        at += max(1, size)


def _unjoined(word: re.Match[str]) -> Iterator[Span]:
    """The parts of a word with hyphens that the table does not hold as a whole: feature-extraction, Shenzhou-16."""
    parts = word[0].split("-")
    named = any(any(map(str.isdigit, part)) for part in parts) and not all(part.isdigit() or part.lower() in syllables() or len(part) > 5 for part in parts)
    if len(parts) == 1 or _phrase([word[0]])[0] or named:
        yield word.span()
        return
    at = word.start()
    for part in parts:
        if part:
            yield at, at + len(part)
        at += len(part) + 1


def _phrase(words: list[str]) -> tuple[int, tuple[str, ...] | None]:
    """How many of the words make one entry of the table, and its Korean; () says nothing, None is not in the table."""
    for size in range(len(words), 0, -1):
        said = " ".join(words[:size]).lower()
        for form in _singulars(said):
            if form in _english():
                return size, _english()[form]
    return 0, None


def _singulars(said: str) -> Iterator[str]:
    bare = said.removesuffix("'s")
    yield bare
    for end, other in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("ly", ""),
    ):
        if bare.endswith(end) and len(bare) > len(end) + 2:
            yield bare.removesuffix(end) + other


def _en_need(printed: str, span: Span, forms: tuple[str, ...] | None) -> Need | None:
    if forms is not None:
        if not forms:
            return None
        kind: NeedKind = "name" if printed[0].isupper() and any(_is_name(form) for form in forms) else "word"
        return Need(printed, forms, len(forms), kind, span)
    if printed[0].isdigit():
        return _figure(printed, span)
    bare = printed.lower()
    turned = set(tables.words("donghyang.archive.answers", "turned")) | set(
        tables.words("donghyang.archive.answers", "relative")
    )
    if bare in turned:
        return Need(printed, (bare,), 1, "turned", span)
    spelled = bare.replace("-", "").replace("'", "")
    places = _pinyin_places().get(spelled, ()) or (tuple(_sounds(spelled)) if printed[0].isupper() else ())
    own = tuple(dict.fromkeys((*places, bare)))
    return Need(printed, own, len(own), "name" if places or not printed.islower() else "word", span)


def _is_name(form: str) -> bool:
    return bool(gazetteer.called(form)) or form in abroad.countries() or form in abroad.cities() or form.isascii()


def _sounds(spelled: str) -> Iterator[str]:
    """A Chinese name in pinyin, as one word, in Hangul; none where it cannot be cut into syllables."""
    every: list[list[tuple[str, ...]]] = [[()]] + [[] for _ in spelled]
    known = syllables()
    for end in range(1, len(spelled) + 1):
        for start in range(max(0, end - 6), end):
            if every[start] and spelled[start:end].replace("v", "ü") in known:
                every[end].extend((*before, spelled[start:end]) for before in every[start][:4])
    for cut in sorted(every[-1], key=len)[:3]:
        said = [syllable(one) for one in cut]
        if len(cut) > 1 and all(said):
            yield "".join(one for one in said if one)


@cache
def _english() -> dict[str, tuple[str, ...]]:
    rows = tables.read("donghyang.archive.answers", "english.tsv")
    return {english: () if korean == "-" else tuple(map(fold, korean.split())) for english, korean in rows}


@cache
def _pinyin_places() -> dict[str, tuple[str, ...]]:
    """The Hangul and Hanzi of places by their pinyin without tones; 陕西 is Shaanxi."""
    found: dict[str, list[str]] = {}
    for place in gazetteer.places():
        latin = "shaanxi" if place.hanzi == "陕西" else _latin_of(place.hanzi)
        found.setdefault(latin, []).extend((place.hangul, place.hanzi))
    return {latin: tuple(dict.fromkeys(forms)) for latin, forms in found.items()}


@cache
def _latin_of(hanzi: str) -> str:
    return "".join(toneless(sound) for sound in pinyin_of(hanzi)).replace("ü", "v").lower()


@cache
def latin_places() -> dict[str, tuple[str, ...]]:
    """Latin spellings by the Hangul of a place of China or a city or country of the table of this room."""
    found: dict[str, list[str]] = {}
    for latin, forms in _pinyin_places().items():
        found.setdefault(forms[0], []).append(latin)
    for english, forms in _english().items():
        for form in forms:
            if form in abroad.cities() or form in abroad.countries() or gazetteer.called(form):
                found.setdefault(form, []).append(english)
    return {hangul: tuple(dict.fromkeys(spelled)) for hangul, spelled in found.items()}
