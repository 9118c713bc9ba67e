"""Where a story belongs: section by what the page is and does, rubric by what is done and for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.records import Message, PageKind, SectionKind
from donghyang.stories import fields
from donghyang.stories.issuers import led
from donghyang.stories.kinds import counts
from donghyang.stories.signals import Signals
from donghyang.stories.tables import Lexicon, places, weighed
from donghyang.stories.wording import bare_title

# A word of the title speaks as loud as so many words of the text.
TITLE = 3.0
HEAD = 300
# What a page is speaks louder than two words of its title.
KIND = 24.0
# Whom a policy is for, said in the title, stands before whose policy it is.
OBJECTS = ("인재", "혁신체계", "기업")
# A word that all may use (企业) does not say whom a title is about.
TELLING = 2.0
# A word of what is done that weighs so much is an instrument.
INSTRUMENT = 6.0
# A leader's word on the system is strategy.
LED_OBJECTS = ("인재", "기업")
# The runner-up is told as a doubt when it weighs so much of the best.
CLOSE = 0.8
# A feature that goes through so many provinces is about regions.
TOUR = 3

_POLICY: dict[PageKind, float] = {
    "document": 3 * KIND, "interpretation": 2 * KIND, "document news": 2 * KIND, "statistics": KIND, "speech": KIND,
}  # fmt: skip
_NATIONAL = frozenset({"central", "ministry"})
_LOCAL = frozenset({"province", "city"})
# A zone in the title is whom a decision is for, whoever decides.
_ZONE = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{tables.either(__package__, 'zones')})")
# A firm that acts is what the title is about.
_FIRM = re.compile(rf".{{0,4}}?(?:{tables.either(__package__, 'firms')})")
_FIRM_ABROAD = re.compile(tables.either(__package__, "firms_abroad"))
_ACTS = re.compile(rf"(?:省|市|自治区)?(?:{tables.either(__package__, 'acting')})")
# A leader's answer to those who make a thing is of that thing.
_LETTER = re.compile(r"[回复]信")
_VISIT = re.compile(r"在[^,。]{2,16}?考察")
_PART_OF_NAME = tables.words(__package__, "part_of_name")
# A goal ahead is a plan, whatever figure it names.
_AHEAD = re.compile(r"到?20\d\d年(?:底|末)?前?[^,。]{0,8}将|到20\d\d年|力争|目标|计划|将[^,。]{0,6}(?:建|实施|推|发展)")
# What counts and compares for others to read.
_LOOKS_BACK = re.compile(r"“十[一二三四五]五”[^,。]{0,16}(?:期间|以来|时期|完成|成就)|成绩单")
# The plan period that begins in 2026 lies ahead, unless a figure of it is told.
_NEXT_PLAN = re.compile("“?十五五”?(?!开局)")
# A figure that measures or counts; months and sessions are none.
_FIGURE = re.compile(r"\d\.*(?:%|万|亿|个(?!月)|家|件|项|户|台|颗|千瓦|元|吨|倍)")
# A period that a title begins with; 2031年底前 and 2031年将 lie ahead.
_PERIOD = re.compile(
    r"(?:今年|20\d\d年)?(?:截至|[一二三四首前两]{1,2}个?季度|[上下]半年|[前首]\S{1,3}个?月|\d{1,2}(?:[—至-]\d{1,2})?月份?(?!\d))"
    r"|20\d\d年(?!底|前|将|度)(?=我国|全国|中国)"
)
_SPAN = re.compile(rf"^(?:{_PERIOD.pattern})|{_LOOKS_BACK.pattern}")
_GROWING = re.compile(tables.either(__package__, "growing"))
# A body that is founded is part of the system, whatever its field.
_BODY = r"(?:组织|协会|学会|联盟|联合会|委员会|基金会|创新中心|研究中心|研究院|联合体|实验室)"
_FOUNDED = re.compile(rf"成立[^,。]{{0,24}}{_BODY}|{_BODY}[^,。]{{0,6}}(?:成立|揭牌|组建|启动建设)")
# A fair that opens or closes, wherever and whenever.
_FAIR = re.compile(
    r"(?:博览会|展览会|峰会|大会|论坛|展)(?:上|今天|今日|明天|在\S{2,6}|将|正式|迎来){0,3}"
    r"(?:开幕|闭幕|开展|举行|举办|启幕|公众|开馆)"
)
# What has a name of its own and is shown.
_THING = re.compile(rf"“[^”]{{2,10}}”[^,。“]{{0,10}}(?:{tables.either(__package__, 'shown')})")
_SURVEY = re.compile(
    r"(?:发布|公布)[^,。]{0,20}(?:报告|指数|(?<!》)白皮书|蓝皮书|排名|榜单)"
    r"|报告》?(?:称|显示|指出|发布)|(?:指数|(?<!》)白皮书|蓝皮书|指数》|蓝皮书》)发布"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Section and rubric, with what decided and what else it might be."""

    section: SectionKind
    """policy or technology; the score makes a brief of it."""
    category: str
    why: Message | None
    """None when nothing but the usual place is known."""
    region: str = ""
    """The region that the story is about, "" for none."""


def place(seen: Signals, text: str) -> Place:
    """Section and rubric of a page whose signals were read; `text` is its body in normal form."""
    title = bare_title(seen.kind.headline)
    region = region_of(seen, title)
    if _section(seen, title, text, region) == "technology":
        return _best("technology", fields.fields(title, text[:HEAD]), "기초과학")
    if _FOUNDED.search(title) and not led(title):
        return Place("policy", "혁신체계", Message("혁신체계: 새 기관", "혁신체계: a body is founded"))
    named = dict.fromkeys(places().entries[name] for name in places().words(title))
    if len(named) > 1 and not led(title):
        return Place("policy", "지역", Message(f"지역: {'·'.join(named)}", f"region: {', '.join(named)}"))
    best = _object(title)
    if best == "혁신체계" and region.acts:
        best = ""
    # What a region tells of itself is of the region, what is told of a rubric's subject is of that; figures not.
    figures = (
        _FIGURE.search(title) or _SURVEY.search(title) or not (region.acts or (best and seen.kind.kind != "statistics"))
    )
    if figures and _counts(seen, title):
        return Place("policy", "통계", Message("통계: 수치를 알리는 기사", "statistics: it tells figures"))
    if best:
        return Place("policy", best, Message(f"{best}: 제목이 말하는 대상", f"{best}: whom the title speaks of"))
    if firm := _FIRM_ABROAD.match(title) or _FIRM.match(title):
        return Place("policy", "기업", Message(f"기업: {firm.group()}", f"firms: {firm.group()}"))
    zone = _ZONE.search(title)
    if name := region.name or (zone.group() if zone else "") or _tour(seen, text):
        return Place("policy", "지역", Message(f"지역: {name}", f"region: {name}"), region=name)
    plain = led(title) or bool(_NEXT_PLAN.search(title))
    return _best("policy", {} if plain else _weights(title), "기술전략")


@dataclass(frozen=True, slots=True)
class Region:
    """Whose region a title speaks of."""

    name: str = ""
    """The province, or a group of provinces; "" for none."""
    acts: bool = False
    """Whether the region is what acts ("浙江将建设…"), not only where something is."""


def region_of(seen: Signals, title: str) -> Region:
    """The region that acts or is meant; none where the country, a firm or nobody of a place does.

    A place in brackets or behind 在 is where something happens, one before 论坛 or a university a part of a name.
    """
    if led(title):
        return _visited(title)
    if seen.issuer is not None and seen.issuer.level in _NATIONAL and seen.issuer.name in title:
        return Region()
    passed = -1
    for at, name in _regions().find(title):
        behind = title[at + len(name) :]
        if at == passed or (at and title[at - 1] in "在(至到赴—") or behind.startswith(_PART_OF_NAME):
            passed = at + len(name)  # 在辽宁沈阳: both are where it happens
            continue
        return Region(_regions().entries[name] or name, acts=at == 0 and bool(_ACTS.match(behind)))
    if seen.issuer is not None and seen.issuer.level in _LOCAL and seen.kind.kind in _POLICY:
        return Region(seen.issuer.name, acts=True)
    return Region()


def _visited(title: str) -> Region:
    """The one region that a leader goes to; none where he goes to several or stays at home."""
    visit = _VISIT.search(title)
    named = places().values(visit.group()) if visit else set()
    return Region(next(iter(named))) if len(named) == 1 else Region()


def _section(seen: Signals, title: str, text: str, region: Region) -> SectionKind:
    kind = seen.kind.kind
    counted = kind == "statistics" and counts(title) and not _AHEAD.search(title)
    counted = counted or bool(_SPAN.search(title) and _counts(seen, title))
    if _LETTER.search(title) and fields.told(title, text[:HEAD]):
        return "technology"
    if (
        led(title)
        or counted
        or (_NEXT_PLAN.search(title) and not _made(title))
        or _FIRM_ABROAD.match(title)
        or (region.acts and kind != "result")
    ):
        return "policy"
    if _FOUNDED.search(title) or not fields.fields(title, text[:HEAD]):
        return "policy"
    if _object(title) and not fields.named(title) and kind != "result":
        return "policy"
    if not region.name and not _object(title) and _shown(kind, title):
        return "technology"
    weights: dict[str, float] = defaultdict(float)
    for loud, part in ((TITLE, title), (1.0, text[:HEAD])):
        for word in _doings().words(part):
            section, weight = _doings().entries[word]
            weights[section] += loud * weight
    weights["policy"] += _POLICY.get(kind, 0.0) + (KIND / 2 if region.name else 0.0)
    weights["technology"] += (KIND if kind == "result" else 0.0) + TITLE * fields.named(title)
    return "technology" if weights["technology"] > weights["policy"] else "policy"


def _shown(kind: PageKind, title: str) -> bool:
    """Whether a title tells a fair of a field of technology, or a thing by its name: “…”发布."""
    if kind == "event" and fields.named(title) and not _ordered(title):
        return True
    return bool((_FAIR.search(title) or _THING.search(title)) and fields.words().words(title))


def _ordered(title: str) -> bool:
    """Whether a title names an instrument of policy: a plan, a trial, a standard."""
    return any(section == "policy" and weight >= INSTRUMENT for section, weight in _doings().values(title))


def _made(title: str) -> bool:
    """Whether a title tells of a thing that is made, flown or found."""
    return any(section == "technology" for section, _ in _doings().values(title))


def _object(title: str) -> str:
    """The rubric of whom a title speaks of, "" for nobody."""
    asked = LED_OBJECTS if led(title) else OBJECTS
    weights = {name: weight for name, weight in _weights(title).items() if name in asked and weight >= TELLING}
    return max(sorted(weights), key=lambda name: weights[name], default="")


def _counts(seen: Signals, title: str) -> bool:
    if _AHEAD.search(title) or (_NEXT_PLAN.search(title) and not _FIGURE.search(title)):
        return False
    if _PERIOD.match(title) and (_FIGURE.search(title) or _GROWING.search(title)):
        return True
    if seen.kind.kind == "result":
        return False
    return seen.kind.kind == "statistics" or bool(_SURVEY.search(title) or _LOOKS_BACK.search(title))


def _tour(seen: Signals, text: str) -> str:
    """The provinces that the paragraphs of a text begin with, in words; "" where they are few or the country acts."""
    if seen.issuer is not None and seen.issuer.level == "central":
        return ""
    found = [places().find(line[:20]) for line in text.split("\n")[1:]]
    named = dict.fromkeys(places().entries[name] or name for line in found for _, name in line)
    return "·".join(named) if len(named) >= TOUR else ""


def _best(section: SectionKind, weights: Mapping[str, float], usual: str) -> Place:
    """The rubric that weighs most, with the next one as a doubt where it is close; `usual` for no weights."""
    if not weights:
        return Place(section, usual, None)
    best, *others = sorted(weights, key=lambda name: (-weights[name], name))
    if others and weights[others[0]] >= CLOSE * weights[best]:
        return Place(section, best, Message(f"{best}, {others[0]}일 수도 있음", f"{best}, perhaps {others[0]}"))
    return Place(section, best, None)


def _weights(title: str) -> dict[str, float]:
    """How much the words of a title speak for each rubric of policy; those of its text are company."""
    words, weights = _categories(), defaultdict[str, float](float)
    for word in words.words(title):
        category, weight = words.entries[word]
        weights[category] += weight
    return dict(weights)


@cache
def _regions() -> Lexicon[str]:
    """Provinces, cities and the groups of provinces that act as one."""
    groups = {name: name for name in tables.words(__package__, "regions")}
    return Lexicon({**places().entries, **groups})


@cache
def _doings() -> Lexicon[tuple[str, float]]:
    return weighed(tables.read(__package__, "doings.tsv"))


@cache
def _categories() -> Lexicon[tuple[str, float]]:
    return weighed(tables.read(__package__, "categories.tsv"))
