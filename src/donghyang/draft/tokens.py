"""A Chinese clause cut into words that have a Korean form, and the stretches that have none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.borders import across, cuts_a_word
from donghyang.draft.counties import county
from donghyang.draft.figures import is_deadline, period_ko
from donghyang.draft.lexicon import counters, word_at
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.proper import longer_name, numeral, own_name
from donghyang.draft.reading import Token, sentence_start
from donghyang.draft.senses import in_its_sense
from donghyang.draft.turns import turn
from donghyang.language import tables
from donghyang.language.script import fold, in_folded, is_han
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from donghyang.draft.lexicon import Word
    from donghyang.draft.reading import Reader
    from donghyang.records import Period

_NTH_GROUP = re.compile(r"第?([一二三四五六七八九十]{1,4}|\d{1,3})组卫星")
_OF_GROUPS = re.compile("(?:轨|星座|网)$")
"""低轨24组卫星: the groups of a network are numbered."""
_CLAUSE = re.compile(r"条(?!.{0,4}[线道路铁管渠链])")
"""第十二条 of a law; 第二条生产线 is a line."""
_LATIN = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９][A-Za-z0-9Ａ-Ｚａ-ｚ０-９.+/&\-]*")
_BODIES = counters("body")
_AND_OTHERS = re.compile(rf"等([二三四五六七八九十]{{1,3}}|\d{{1,2}})个?({'|'.join(_BODIES)})")
_MONTHS = re.compile(r"前([两一二三四五六七八九十]{1,2}|\d{1,2})个?月份?")
_ORDINALS = counters("ordinal")
_ORDINAL = re.compile(rf"第([一二三四五六七八九十百]{{1,4}}|\d{{1,3}})({'|'.join(_ORDINALS)})(?!季)")
_IN_A_ROW = re.compile(r"连续([两二三四五六七八九十]{1,3}|\d{1,3})(年|个月|个季度)")
_SPANS = {"年": "년", "个月": "개월", "个季度": "개 분기"}
_ROUND = re.compile(r"([A-Z]\+{0,2})轮")
_RANK = re.compile(r"第(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?|(?P<first>榜首|首位)")
_UNIT_NUMBER = re.compile(r"([一二三四五六七八九十]{1,3}|\d{1,3})号(?=工位|机组|站|线|楼|工程|反应堆|堆|坑|厂房|基地)")
_MONTHS_AND_MORE = re.compile(r"([一二三四五六七八九十]{1,2}|\d{1,2})个多月")
_MACHINE = "机组"
_SO_MANY_BODIES = re.compile(r"([二三四五六七八九十]{1,3}|\d{1,2})部门")
"""六部门联合推动…: who they are the headline leaves to its text."""
_FIVE_YEARS = re.compile('[“"‘]?十([一二三四五])五[”"’]?规划(纲要|建议)')
_OF_A_PLAN = in_folded(
    "[“‘]?十([一二三四五])五[”’]?(规划|(?:国家|[^，。；“”]{0,6}(?:重点|重大))[^，。；“”]{0,8}?(?:工程|项目|专项|任务))"
)
_THE_PLAN = re.compile(f"[“‘]?十([一二三四五])五[”’]?(?=(?:的)?(?:{tables.either(__package__, 'said_of_a_plan')}))")
"""“十四五”圆满收官: the plan comes to its end, not the years."""
_OF_FIVE_YEARS = {"纲要": "요강", "建议": "건의"}
# 探月工程四期: a phase, not a number of things.
_PHASE = re.compile(r"([一二三四五六七八])期(?![间限货刊末初待])")
_PHASED = tables.words(__package__, "phased")
_ABBREVIATION = re.compile(r"[（(]([A-Za-z][A-Za-z0-9\-]{1,11})[）)]")
_QUOTES = {"“": "”", "‘": "’", "「": "」"}
_APPOSED = "——"
"""全球最大的基地——福建漳州核电基地: what it is, in front of its name."""
_SPACE = re.compile(r"[\s“”‘’\"'「」『』—·]+")


def tokens(page: Reader, start: int, end: int) -> tuple[Token, ...]:
    """The words of `page.text[start:end]` from left to right; unknown characters are gathered into one token."""
    found: list[Token] = []
    at = start
    while at < end:
        token = _token(page, at, end, found)
        if token is None:
            token = Token(page.text[at], at, at + 1, {})
            if found and not found[-1].roles and found[-1].end == at:
                token = Token(page.text[found[-1].start : at + 1], found.pop().start, at + 1, {})
        found.append(token)
        at = token.end
    return tuple(found)


def _token(page: Reader, at: int, end: int, before: list[Token]) -> Token | None:
    text, folded = page.text, page.folded
    blank = _SPACE.match(text, at, end)
    if text[at] == "《":
        return _plan(page, at, end)
    if before and before[-1].end == at and before[-1].zh == _QUOTES.get(text[at]):
        # “力箭一号”“捷龙三号”: two names.
        return Token(text[at], at, at + 1, {"conj": ","})
    others = _AND_OTHERS.match(folded, at, end)
    if others:
        return Token(others.group(), at, others.end(), {"deng": f"등 {numeral(others[1])}개 {_BODIES[others[2]]}"})
    bodies = None if is_han(folded[at - 1 : at] or " ") else _SO_MANY_BODIES.match(folded, at, end)
    if bodies:
        return Token(text[at : bodies.end()], at, bodies.end(), {"noun": f"{numeral(bodies[1])}개 부처"}, "agency")
    months = _MONTHS.match(folded, at, end)
    if months and page.date:
        written = f"{page.date.year}년 1~{numeral(months[1])}월"
        return Token(months.group(), at, months.end(), {"date": written})
    phase = _PHASE.match(folded, at, end) if before and before[-1].zh.endswith(_PHASED) else None
    if phase:
        return Token(phase.group(), at, phase.end(), {"noun": f"{numeral(phase[1])}단계"})
    shaped = turn(page, at, end) or _shaped(text, folded, at, end)
    if shaped:
        return shaped
    placed = _ordinal(page, at, end) or _route(page, at, before) or county(page, at, end, before)
    if placed:
        return placed
    word = _before_figure(page, at, _whole_word(page, at))
    word_end = at + word[0] if word else at
    fact = page.facts.get(at)
    if fact and cuts_a_word(page, fact):
        fact = None
    if fact and fact.end >= word_end and fact.end <= end:
        return _fact(page, fact, before)
    if word and word_end <= end:
        length, roles, kind = word
        if before and before[-1].has("date") and roles.get("noun") == _FIRST_OF_ALL and folded[at] == "首":
            # 今年首个机组: the first of that year, not the first of all.
            roles = {**roles, "noun": "첫"}
        named = longer_name(page, (at, end), length, roles, kind)
        return named or Token(text[at:word_end], at, word_end, roles, kind)
    if blank and before and _APPOSED in blank.group():
        return Token(blank.group(), at, blank.end(), {"conj": "인"})
    if blank:
        return Token(blank.group(), at, blank.end(), {"drop": ""})
    latin = _LATIN.match(text, at, end)
    if latin and re.search("[A-Za-zＡ-Ｚａ-ｚ]", latin.group()):
        return Token(latin.group(), at, latin.end(), {"noun": fold(latin.group()).rstrip(".")})
    named = own_name(page, at, end, before)
    if named and named.kind == "place" and across(page, named.start, named.end):
        # 新兴市|场
        return None
    return named


def _ordinal(page: Reader, at: int, end: int) -> Token | None:
    """第三届, 第二次: the how manieth something is, where no longer word begins with it."""
    found = _ORDINAL.match(page.folded, at, end)
    known = word_at(page.folded, at, page.terms) if found else None
    if not found or (known and known[0] > found.end() - at):
        return None
    number, counter = numeral(found[1]), _ORDINALS[found[2]]
    if _CLAUSE.match(page.folded, found.start(2)):
        counter = "조"
    following = word_at(page.folded, found.end(), page.terms)
    if found[2] == "次" and not (following and "noun" in following[1]):
        # 第二次执行任务: what is done, not what it is called.
        counter = "번째"
    written = _nth(number) if counter == "번째" else f"제{number}{counter}"
    return Token(found.group(), at, found.end(), {"noun": written}, "modifier")


def _route(page: Reader, at: int, before: list[Token]) -> Token | None:
    """白鹤滩至江苏, 深圳-香港: from the place in front, which is taken out of `before`, to another."""
    if page.folded[at] not in "至—－-" or not before or not _is_site(before[-1]) or before[-1].end != at:
        return None
    beyond = _whole_word(page, at + 1)
    if not beyond or beyond[2] != "place" or "noun" not in beyond[1]:
        return None
    first, stop = before.pop(), at + 1 + beyond[0]
    joint = "~" if page.folded[at] == "至" else "-"
    written = f"{first.ko('noun')}{joint}{beyond[1]['noun']}"
    return Token(page.text[first.start : stop], first.start, stop, {"noun": written}, "place")


def _is_site(word: Token) -> bool:
    """A place, or a name that may be one (a dam's)."""
    return word.kind == "place" or (word.kind is None and word.has("noun") and len(word.roles) == 1)


_FIRST_OF_ALL = "최초"
_NTH = ("", "첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")


def _nth(number: int) -> str:
    return f"{_NTH[number]} 번째" if 0 < number < len(_NTH) else f"{number}번째"


_OF_FIGURES = ("超", "突破", "逾", "近")


def _before_figure(page: Reader, at: int, word: Word | None) -> Word | None:
    """首次|超过50%: the word without what belongs to the figure behind it."""
    end = at + word[0] if word else at
    for place in range(at + 1, end):
        fact = page.facts.get(place)
        if isinstance(fact, Quantity) and fact.end > end and fact.text.startswith(_OF_FIGURES):
            return word_at(page.folded[at:place], 0, page.terms)
    return word


def _whole_word(page: Reader, at: int) -> Word | None:
    """The longest known word at `at` that begins and ends where words do."""
    word = word_at(page.folded, at, page.terms)
    while word and across(page, at, at + word[0]):
        word = word_at(page.folded[at : at + word[0] - 1], 0, page.terms)
    return in_its_sense(page, at, word) if word else None


def _shaped(text: str, folded: str, at: int, end: int) -> Token | None:
    """连续六年, A轮, （ITER）: words that their shape explains."""
    five = _FIVE_YEARS.match(folded, at, end)
    if five:
        written = f"제1{numeral(five[1])}차 5개년 규획 {_OF_FIVE_YEARS[five[2]]}"
        return Token(text[at : five.end()], at, five.end(), {"noun": written}, "document")
    edition = _EDITION.match(folded, at, end)
    if edition and (not at or not folded[at - 1].isalnum()):
        return Token(edition.group(), at, edition.end(), {"noun": edition.group()}, "modifier")
    group = _NTH_GROUP.match(folded, at, end)
    if group and _OF_GROUPS.search(folded[:at]):
        return Token(text[at : group.end()], at, group.end(), {"noun": f"위성 제{numeral(group[1])}조"}, "technology")
    since = _YEARS_SINCE.match(folded, at)
    if since and since.end() <= end and not is_han(folded[at - 1 : at] or " "):
        # 五年来，…: the years in front of the page's day.
        count = numeral(since["bare"] or since["named"])
        return Token(text[at : since.end()], at, since.end(), {"date": f"지난 {count}년간"})
    months = _MONTHS_AND_MORE.match(folded, at, end)
    if months:
        return Token(months.group(), at, months.end(), {"noun": f"{numeral(months[1])}개월여"}, "noun")
    lasting = _IN_A_ROW.match(folded, at, end)
    if lasting:
        written = f"{numeral(lasting[1])}{_SPANS[lasting[2]]} 연속"
        return Token(lasting.group(), at, lasting.end(), {"adv": written})
    financing = _ROUND.match(text, at, end)
    if financing:
        return Token(financing.group(), at, financing.end(), {"noun": f"시리즈 {financing[1]}"})
    unit = _UNIT_NUMBER.match(folded, at, end)
    if unit:
        machine = folded.startswith(_MACHINE, unit.end())
        stop = unit.end() + len(_MACHINE) if machine else unit.end()
        written = f"{numeral(unit[1])}호{'기' if machine else ''}"
        return Token(text[at:stop], at, stop, {"noun": written}, "noun")
    rank = _RANK.match(folded, at, end)
    if rank and (rank.end() == end or not is_han(folded[rank.end()])):
        number = 1 if rank["first"] else numeral(rank["number"])
        return Token(rank.group(), at, rank.end(), {"rank": f"{number}위", "noun": f"{number}위"})
    short = _ABBREVIATION.match(text, at, end)
    return Token(short.group(), at, short.end(), {"noun": f"({short[1]})"}) if short and at else None


_EDITION = in_folded(
    rf"20\d\d(?=[^0-9年，。；、\s][^，。；、\s]{{1,24}}?(?:{tables.either(__package__, 'gatherings')}))"
)
"""2025科学家大会: the year in the name of a gathering."""
_LONGEST_NAME = 400
"""Characters of a document's name in its brackets; a bracket that stays open for longer is none."""


def _plan(page: Reader, at: int, end: int) -> Token | None:
    depth = 0
    for place in range(at, min(end, at + _LONGEST_NAME)):
        depth += {"《": 1, "》": -1}.get(page.text[place], 0)
        if depth == 0:
            return Token(page.text[at : place + 1], at, place + 1, {"plan": "", "noun": ""})
    return None


_FIVE = re.compile("[“‘]?十([一二三四五])五[”’]?")


def _named_after_a_plan(page: Reader, fact: Period) -> re.Match[str] | None:
    """《“十五五”碳达峰行动方案》: the plan as part of a paper's name, and no years."""
    inside = page.text.rfind("《", 0, fact.start) > page.text.rfind("》", 0, fact.start)
    return _FIVE.match(page.folded, fact.start) if inside else None


_SEASONS = counters("season")
_SEASON = re.compile(f"(?:{'|'.join(_SEASONS)})(?!达沃斯)")
# Their calendar years are not the text's to say: a review of 2016 is published in 2017.
_ROUND_YEARS = counters("years")
_YEARS_ROUND = re.compile(rf"({'|'.join(_ROUND_YEARS)})的?([一二三四五六七八九十]{{1,2}}|\d{{1,2}})年来?")
_HOW_MANY = r"[二两三四五六七八九十]{1,2}|\d{1,2}"
_YEARS_SINCE = re.compile(
    rf"(?:(?P<bare>{_HOW_MANY})年[来间](?=[，,])|(?:过去的?|这)(?P<named>{_HOW_MANY})年[来间]?(?![前底初末]))"
)
_SAID_AS_THEY_ARE = counters("year")
_OF_NO_ONE_YEAR = frozenset(tables.words(__package__, "of_no_one_year"))
_BARE_MONTH = re.compile(r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})月|第?[一二三四前]{1,2}季度|[上下]半年")
"""7月份 of a review: the year is the reviewed one, which the page's own day does not tell."""
_UNTIL = frozenset({"到", "至", "自", "从", "截至", "截止", "截止到", "截至到", "于", "在"})


_HAS_YEAR = re.compile("年|今|去|明|昨")
_NEAREST = 20
"""Dates before one in its sentence, among which the year named last is looked for."""


def _is_of_another_year(page: Reader, fact: Period) -> bool:
    """2023年3月开工，今年6月完工的工程顺延至8月底: is a month read as one of a year that is not the last one named?"""
    if _HAS_YEAR.search(fact.text) or not (fact.value or "")[:4].isdigit():
        return False
    dates = page.dates_in(sentence_start(page, fact.start), fact.start)
    before = (page.facts[place] for place in reversed(dates[-_NEAREST:]))
    named = next((one for one in before if _HAS_YEAR.search(one.text)), None)
    year = (named.value or "")[: len("2023")] if isinstance(named, Period) else ""
    return year.isdigit() and year != (fact.value or "")[: len(year)]


def _fact(page: Reader, fact: Quantity | Period, before: list[Token]) -> Token:
    if isinstance(fact, Quantity):
        return Token(fact.text, fact.start, fact.end, {"quantity": ""}, fact=fact)
    lasting = _YEARS_ROUND.fullmatch(fold(fact.text))
    if lasting:
        span = f"{_ROUND_YEARS[lasting[1]]} {numeral(lasting[2])}년간"
        return Token(fact.text, fact.start, fact.end, {"date": span}, fact=fact)
    if fold(fact.text) in _SAID_AS_THEY_ARE:
        return Token(fact.text, fact.start, fact.end, {"date": _SAID_AS_THEY_ARE[fold(fact.text)]}, fact=fact)
    if fold(fact.text) in _OF_NO_ONE_YEAR or (_BARE_MONTH.match(fold(fact.text)) and reviews_at(page, fact.start)):
        return Token(fact.text, fact.start, fact.end, {}, fact=fact)
    if _is_of_another_year(page, fact):
        return Token(fact.text, fact.start, fact.end, {}, fact=fact)
    if fact.text.isdigit() and is_han(page.folded[fact.end : fact.end + 1] or " "):
        # 2025中国…博览会: part of a name.
        return Token(fact.text, fact.start, fact.end, {"noun": fact.text})
    five = _THE_PLAN.match(page.folded, fact.start) or _named_after_a_plan(page, fact)
    if five and five.end() == fact.end:
        return Token(fact.text, fact.start, fact.end, {"noun": f"제1{numeral(five[1])}차 5개년 규획"}, "policy")
    five = _OF_A_PLAN.match(page.folded, fact.start)
    if five and (five.start(2) >= fact.end or fact.text.endswith("规划")):
        # “十四五”重点工程: the plan's, not those years'.
        return Token(fact.text, fact.start, fact.end, {"noun": f"제1{numeral(five[1])}차 5개년 규획"}, "document")
    written = period_ko(fact, page.date)
    as_of = fold(page.text[max(0, fact.start - 3) : fact.start + 2])
    deadline = is_deadline(fact, page.text[max(0, fact.start - 3) : fact.start])
    if "截至" in as_of or "截止" in as_of:
        # A count up to a day is a state, not an aim.
        written, deadline = f"{written} 기준" if written else None, False
    if before and before[-1].zh in _UNTIL:
        before.pop()
    season = _SEASON.match(page.folded, fact.end)
    if season and written and len(fact.value or "") == len("2024") and not deadline:
        end = season.end()
        return Token(
            page.text[fact.start : end], fact.start, end, {"date": f"{written} {_SEASONS[season[0]]}"}, fact=fact
        )
    return Token(fact.text, fact.start, fact.end, {"date": written} if written else {}, fact=fact, deadline=deadline)
