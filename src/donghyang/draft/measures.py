"""Clauses that state a figure: what it measures, against what, how it moved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.doing import AMOUNTS, can_act
from donghyang.draft.figures import quantity_ko
from donghyang.draft.from_to import LINKS, between_dates, dated_end, from_to
from donghyang.draft.lexicon import ACTOR_KINDS, relational_measures
from donghyang.draft.nouns import members, noun_phrase
from donghyang.draft.prose import about, deed, reached
from donghyang.draft.prose import moved as moved_stem
from donghyang.draft.shapes import TIMES, Core, Setting
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.script import fold
from donghyang.records import Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token


def figure(page: Reader, words: Sequence[Token], setting: Setting) -> Core | None:
    """[what] [against what] [moved] figure; figures for several things in turn; a rank."""
    words, until = dated_end(words)
    if until:
        return between_dates(page, words, until)
    end = len(words)
    values: list[Token] = []
    while end and (words[end - 1].has("quantity") or (values and _is_comma(words[end - 1]))):
        if words[end - 1].has("quantity"):
            values.insert(0, words[end - 1])
        end -= 1
    if not values:
        return _ranked(page, words, setting)
    start = end
    while start and words[start - 1].has(*LINKS):
        start -= 1
    what, link = _summed(_without_verb(words[:start], words[start:end]), words[start:end])
    return (
        from_to(page, what, link, values)
        or _share(page, what, link, values)
        or _measured(page, what, link, values, setting)
    )


_BRINGING = frozenset(tables.words(__package__, "bringing"))


def _without_verb(what: Sequence[Token], link: Sequence[Token]) -> Sequence[Token]:
    """[who] 完成 [measure] 同比增长: it is the measure that grew."""
    moved = any(word.has("move") for word in link)
    brings = len(what) > _PAIR and what[-2].zh in _BRINGING and what[-1].kind == "metric"
    return [*what[:-2], what[-1]] if moved and brings else what


def _summed(what: Sequence[Token], link: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """六座电站累计发电: the sum belongs to the figure; 累计装机, and of what moved or has a share: to the amount."""
    at = next((at for at, word in enumerate(what) if at and word.has("sum") and not word.has("noun")), None)
    if at is None or at + 1 == len(what):
        return what, link
    moved = any(word.has("move", "moveto") for word in link) or any(word.zh in _TAKES_UP for word in what[at:])
    if moved or not any(word.has("act", "event") for word in what[at:]):
        summed = replace(what[at], roles={"noun": what[at].ko("sum")}, kind="modifier")
        return [*what[:at], summed, *what[at + 1 :]], link
    return [*what[:at], *what[at + 1 :]], [what[at], *link]


_PAIR = 2


def _ranked(page: Reader, words: Sequence[Token], setting: Setting) -> Core | None:
    """[what] 居 [among whom] 第三: 갑, 세계 3위 차지."""
    at = next((at for at, word in enumerate(words) if word.zh in _STANDS), None)
    place = words[-1].ko("rank")
    if at is None or not place or at + 1 == len(words) or any(word.has("quantity") for word in words):
        return None
    front = list(words[:at])
    manner = setting.manner
    while front and front[-1].has("adv"):
        said = front.pop().ko("adv")
        if said and manner and TIMES & {said, manner}:
            return None  # how often and how: one of them has no place here
        manner = said or manner
    who = noun_phrase(page, front) if front else ""
    among = noun_phrase(page, words[at + 1 : -1]) if words[at + 1 : -1] else ""
    if who is None or among is None:
        return None
    among = _WORLD_RANK if among == _WORLD else among
    told = f"{'처음으로' if manner == '최초' else manner} {among} {place}".strip()
    joint = ", " if front and front[-1].kind in ACTOR_KINDS else " "
    return Core(f"{told} 차지", f"{with_particle(told, '을')} 차지하", "figure", who, joint)


_WORLD, _WORLD_RANK = "전 세계", "세계"
_STANDS = frozenset(tables.words(__package__, "stands"))


def _is_comma(word: Token) -> bool:
    return word.zh in ("、", "和", "，", "及")


def _measured(
    page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token], setting: Setting
) -> Core | None:
    total = ""
    if len(what) > 1 and what[0].zh == _FIRST_TIME and not what[1].has("act", "event"):
        # 首次单月增幅超过10%: what is new is that it came to so much.
        what, link = what[1:], [what[0], *link]
    if len(what) > 1 and what[0].has("sum"):
        total, what = what[0].ko("sum"), what[1:]
    if not link and len(what) > 1 and what[-1].zh == _INVESTS and can_act(what[-2]):
        # 某公司投资24亿元: what the firm does.
        return None
    subject = noun_phrase(page, what) if what else ""
    if subject is None or (what and what[-1].has("quantity")):
        return None
    if what and what[-1].has("act", "event") and any(word.has("quantity") for word in what):
        # 六座电站累计发电556亿千瓦时: so many do it.
        return None
    if what and what[-1].kind == "place" and any(word.has("move", "moveto") for word in link):
        # 东北地区同比增长5.8%: what grew there stands in another sentence.
        return None
    if len(what) > 1 and what[-1].zh in _RATES and all(map(_is_where, what[:-1])):
        # 六个省份开工率超过50%: of what, another sentence says.
        return None
    kinds = {fact.kind for word in values if isinstance(fact := word.fact, Quantity)}
    listed = "이 중" in setting.front and kinds <= {"count", "measure", "money", "percent"}
    counted = kinds == {"count"} and len(what) > 1 and not any(word.has("act") for word in what)
    if not link and not (_speaks_alone(what, kinds) or (subject and len(values) == 1 and (listed or counted))):
        return None
    verb = _moved(page, link, values)
    if kinds == {"percent"} and _is_amount(what, link):
        # 增加值超过10%: how much it grew, another clause says.
        return None
    if verb is None or (any(word.has("move", "moveto") for word in link) and kinds & {"rank", "number"}):
        return None
    if verb and any(word.has("move") for word in link) and _doubled(values[-1]):
        # 提高一倍: twice what it was.
        return _twice(subject, values[-1], verb.strip(), link, setting)
    amounts = _amounts(page, values)
    if any(isinstance(fact := word.fact, Quantity) and fact.kind == "multiple" and fact.value == 1 for word in values):
        # 提高一倍 is twice as much; 1배 is read as no more than it was.
        return None
    if amounts is None or (len(values) > 1 and len(values) not in (members(what), _members_at_most(what))):
        return None
    if subject and any(word.ko("sum") == "비중" for word in link):
        # 授权量占比约七成: the share is what is measured.
        subject, link = f"{subject} 비중", [word for word in link if word.ko("sum") != "비중"]
    of_what = what[-2] if len(what) > 1 and what[-1].zh == "数量" else None
    if kinds == {"count"} and of_what and not (of_what.has("act") or _is_whose(of_what)):
        # 城市数量: how many there are of what is counted.
        subject = subject.removesuffix("수량") + "수"
    if total and subject:
        # 累计订单已达1061架
        subject, total = f"{total} {subject}", ""
    before = _in_front(total, link, each=len(values) == 1 and members(what) > 1)
    moved = any(word.has("move", "moveto") for word in link)
    if verb.strip():
        # 10% 초과 증가: Korean says 넘게 in front of a verb.
        amounts = re.sub(" 초과(?=,|$)", " 넘게", amounts)
    if _INDEX.search(subject):
        verb = verb.replace("증가", "상승").replace("감소", "하락")
    told = " ".join(part for part in (before, setting.manner, amounts) if part) + verb
    stem = moved_stem(told) if moved else reached(" ".join(part for part in (before, amounts) if part), verb.strip())
    if _relational(what):
        return Core(f"{subject} {told}", about(subject, stem), "figure")
    return Core(told, stem, "figure", subject)


def _in_front(total: str, link: Sequence[Token], *, each: bool) -> str:
    """What stands in front of an amount: that it is the sum, the first, of each, how long already, against what.

    `each`: there is one amount of several things.
    """
    lasting = [word.ko("adv") for word in link if word.ko("adv").endswith(" 연속")]
    of_each = ["각각"] if each and any(word.zh in _EACH for word in link) else []
    first = ["처음으로"] if any(word.zh.startswith(_FIRST_TIME) for word in link) else []
    sums = (word.ko("sum") for word in link if word.has("sum"))
    return " ".join([total, *first, *of_each, *lasting, *sums, _against(link)]).strip()


_ALL = "모두"
_FIRST_TIME = "首次"
_A_SHARE = "份额"


def _is_all(word: Token) -> bool:
    return word.zh in _EACH or word.zh == "全部"


_INVESTS = "投资"
_EACH = frozenset({"均", "都", "各", "双双"})
_RATES = frozenset(tables.words(__package__, "rates_of_something"))


def _is_where(word: Token) -> bool:
    """Is it a place, a number of them, or what joins them?"""
    return word.kind == "place" or word.has("quantity", "conj", "deng", "de") or word.zh in _REGIONS


_REGIONS = frozenset(tables.words(__package__, "kinds_of_place"))
_INDEX = re.compile(r"지수(?:\([A-Z]+\))?$")


def _is_whose(word: Token) -> bool:
    """Is it a place whose things are counted, and not what is counted?"""
    return word.kind in ACTOR_KINDS or word.zh.startswith(("该", "全", "本"))


def _is_amount(what: Sequence[Token], link: Sequence[Token]) -> bool:
    """Is what is measured an amount, of which a share without 增长 or 占 says nothing?"""
    said = any(word.has("move", "moveto", "compare") or word.ko("sum") == "비중" for word in link)
    return not said and bool(what) and what[-1].zh.endswith(AMOUNTS) and not what[-1].zh.endswith(("比", "比重"))


def _doubled(value: Token) -> bool:
    return isinstance(value.fact, Quantity) and value.fact.unit == "倍" and value.fact.value == 1


def _twice(subject: str, value: Token, verb: str, link: Sequence[Token], setting: Setting) -> Core | None:
    """[what] 增长 (近)一倍: 을 2배로 증가; None where it did not grow, or the figure has another bound."""
    fact = value.fact
    if verb not in _GROWN or not subject or not isinstance(fact, Quantity):
        return None
    about_so = fact.bound in ("~", "<") or fact.text.startswith(("近", "约"))
    if fact.bound and not about_so:
        return None
    share = [word.ko("sum") for word in link if word.ko("sum") == "비중"]
    told = " ".join(filter(None, [_against(link), setting.manner, "거의 2배로" if about_so else "2배로", verb]))
    return Core(told, moved_stem(told), "figure", " ".join([subject, *share]))


def _members_at_most(what: Sequence[Token]) -> int:
    """专业服务业、研发与设计服务业投资: where 、 parts the things, 与 may stand inside one of them."""
    parted = sum(word.zh == "、" for word in what)
    return 1 + parted if parted else 0


_GROWN = frozenset({"증가", "상승", "확대", "성장", "향상"})
_MODIFIERS = frozenset({"目标", "计划", "总", "其", "全年", "累计"})


def _relational(what: Sequence[Token]) -> bool:
    """年均增速, 占比: a measure of something that another clause names."""
    return bool(what) and all(
        word.zh in relational_measures() or word.zh in _MODIFIERS or word.has("compare", "adv") for word in what
    )


_BEFORE_THIS, _LAST_YEAR = "전기 대비", "전년 대비"
_YEAR_ON_YEAR = "전년 동기 대비"


def _against(link: Sequence[Token]) -> str:
    """What a change is measured against, said once."""
    said = [word.ko("compare") for word in link if word.has("compare")]
    if len(said) > 1 and _BEFORE_THIS in said:
        # 较上月环比: the one says which the other is.
        said.remove(_BEFORE_THIS)
    if any(word.ko("move").startswith(_YEAR_ON_YEAR) for word in link) and _YEAR_ON_YEAR not in said:
        said.insert(0, _YEAR_ON_YEAR)
    if _YEAR_ON_YEAR in said and _LAST_YEAR in said:
        # 较上年同比: the year before says which time is meant.
        said.remove(_YEAR_ON_YEAR)
    return " ".join(said)


def _amounts(page: Reader, values: Sequence[Token]) -> str | None:
    """The figures in order; 각각 before several. None where one of them cannot be written."""
    written: list[str] = []
    first, *others = (word.fact for word in values)
    over = isinstance(first, Quantity) and first.bound in (">", ">=") and fold(first.text).startswith(_OVER)
    shared = bool(others) and over and all(isinstance(fact, Quantity) and not fact.bound for fact in others)
    for word in values:
        fact = word.fact
        noun = page.text[max(0, word.start - 16) : word.start]
        amount = quantity_ko(fact, page.terms, bound=not shared, noun=noun) if isinstance(fact, Quantity) else None
        if amount is None:
            return None
        written.append(amount)
    if shared:
        # 分别超过90%、70%: both are exceeded.
        written[-1] += " 초과"
    return ", ".join(written) if len(written) == 1 else f"각각 {', '.join(written)}"


_OVER = ("超", "逾", "突破", "高于", "大于")


def _speaks_alone(what: Sequence[Token], kinds: set[QuantityKind]) -> bool:
    """总投资12亿元, 销量超过680万辆: a measure's name and its figure need no verb between them."""
    return bool(what) and what[-1].kind == "metric" and bool(kinds - {"number", "rank"})


def _moved(page: Reader, link: Sequence[Token], values: Sequence[Token]) -> str | None:
    """What stands behind the figure: 증가, 로 증가, 돌파; None where the figure cannot be written."""
    fact = values[-1].fact
    if not isinstance(fact, Quantity):
        return None
    reached = [word for word in link if word.has("moveto")]
    if reached:
        last = quantity_ko(fact, page.terms, noun=page.text[max(0, values[-1].start - 16) : values[-1].start])
        return None if last is None else f"{with_particle(last, '으로')[len(last) :]} {reached[-1].ko('moveto')}"
    moves = [word for word in link if word.has("move")]
    if moves:
        return f" {moves[-1].ko('move').removeprefix(_YEAR_ON_YEAR).strip()}"
    levels = [word.ko("level") for word in link if word.has("level") and word.ko("level")]
    if levels and fact.bound in (">", ">=") and levels[-1] in ("초과", "돌파", "기록"):
        return ""
    return f" {levels[-1]}" if levels else ""


_TAKES_UP = frozenset(tables.words(__package__, "takes_up"))


def _share(page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token]) -> Core | None:
    """甲占乙的30%: 갑, 을의 30% 차지."""
    at = next((at for at, word in enumerate(what) if word.zh in _TAKES_UP), None)
    if at is None or len(values) != 1:
        return None
    whole = [word for word in what[at + 1 :] if word.zh not in ("比重", "比例")]
    if whole and whole[-1].has("de"):
        whole = whole[:-1]
    front = list(what[:at])
    while front and front[-1].has("adv", "level"):
        front.pop()
    subject = noun_phrase(page, front) if front else ""
    total = noun_phrase(page, whole) if whole else ""
    fact = values[0].fact
    if subject is None or total is None or not isinstance(fact, Quantity):
        return None
    if fact.kind != "percent" and "分之" not in fact.text:
        return None
    if any(word.has("move", "moveto") for word in link):
        return None
    amount = quantity_ko(fact, page.terms)
    if amount is None:
        return None
    # 首次全部超过50%
    how = " ".join(filter(None, (_in_front("", link, each=False), _ALL if any(map(_is_all, link)) else "")))
    if whole and whole[-1].zh.endswith(_A_SHARE):
        # 占市场份额50%: 점유율 50%
        told = " ".join(filter(None, (total, how, amount)))
        return Core(told if amount.endswith(" 초과") else f"{told} 기록", reached(told, ""), "figure", subject)
    of = f"{how} {total}의 ".lstrip() if total else f"{how} ".lstrip()
    amount = amount.removesuffix(" 초과") + " 넘게" if amount.endswith(" 초과") else amount
    if fact.bound is None and "约" in page.folded[max(0, what[at].start - 1) : what[at].end]:
        # 约占三成
        amount = f"약 {amount}"
    stem = f"{amount} 차지하" if amount.endswith(" 넘게") else deed(amount, "차지")
    return Core(f"{of}{amount} 차지", f"{of}{stem}", "figure", subject, ", " if total else " ")
