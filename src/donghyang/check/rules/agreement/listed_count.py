"""예고한 수와 나열한 것의 수가 다릅니다. | The number announced and the items listed before it disagree.

왜: '3대 산업'이라 하고 넷을 적으면 하나가 남거나 숫자가 틀린 것이다.
Why: 'Three industries' with four names has a name too many or a wrong figure.
Bad: 바이오, 인공지능, 반도체, 자동차 3대 산업을 육성하고 서울, 대전, 부산, 광주 등 3개 도시에서 시작
Good: 바이오, 인공지능, 반도체 3대 산업을 육성하고 서울, 대전, 부산 등 5개 도시에서 시작
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import Listing, listing_before, miscount
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import called
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Severity

ID = "listed-count"
CLASS = "count-list"
SEVERITY = "error"

_COUNT = lazily(
    r"(?<![0-9A-Za-z'‘’.,~+-])(?:총 ?)?(?P<number>[1-9]|[1-4][0-9])\s?"
    r"(?P<unit>대(?= ?[가-힣])|개국|개사|개(?!월|년)|가지|단계|종(?!합)|곳)"
    r"(?P<noun>(?:[의사]?\s?)[가-힣]{2,8}(?: [가-힣]{2,6})?)?"
)
_CLOSED_NOUNS = lazily(tables.either(__package__, "counted_nouns"))
_MODIFIER = lazily(
    r"(?:분야|부문|지역|관련|기반|대상|중심|부처|소속|산하|상위|하위|나머지|이들|같은|총|약|각|최대|최소|이상|전국|세계|국내|[0-9]년|내|및|와|과|의|은|는|이|가|을|를|에|에서|로|한|할|된|위한|하는|있는|통한|하고|되고|하며|되며|하여|위해|통해|따라|대해|더해져|합쳐|거쳐|이어|올해|지난해|최근|현재|우선|아시아|유럽|아세안|중동|아프리카|[남북중]미)$"
)
_DONE_TO = lazily(r"[가-힣][을를] [가-힣]{1,8}$")
"""An object with its verb is no item: 가온은 설계, 나루는 제조를 맡아 2개 도시가."""
_LAST_WORD = lazily(r"[ ,、·]")
_LIKELY: Severity = "warning"
"""An item of several words may be two, or a part of one."""
_BRACKETED = lazily(r"[가-힣 ·]{0,16}[(（]")
_BRACKET_NEAR = 24
"""So far behind the count its members may open in brackets."""
_GLUED = lazily(r"[가-힣]{2}")
_PLACES, _LONG = ("개사", "곳"), 4
"""Behind a short enumeration such a count begins a phrase of its own: '과기부, 시험구 3곳 추가'."""
_PHRASE = lazily(r"[가-힣](?:의|에|를|을|은|는|로|와|과|한|하는) (?!$)")
_COUNTS_ON = lazily(r" ?[0-9]")
"""Behind a count another one, of which the items are: 신화통신, 스카이뉴스 등 4개국 7개 매체."""
_AMONG = lazily(r" ?(?:중|가운데|중에서)(?![가-힣])")
_REACH = 2000
"""How far before its number an enumeration can begin: 49 items of the longest kind."""
_NEARLY_ALL = 3
"""So many items named before 등 are all there are, or one less by a slip."""
_SURPLUS = 4
"""So many times more items than announced are a list of something else."""
_PAIR = 2
_STAGES = 3
"""So many named stages before their number list them."""
_SHORTFALL, _SHORTFALL_OF_KIND, _MARGIN = 2, 3, 2
"""So many times more announced than listed, and two besides, are of something else; '5대 과제' counts what it follows
on more surely than '5개 과제' does."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Enumerations that run into a number: 'A, B, C 3대 산업', 'A, B, C 등 3개 도시'."""
    joined = {cell.text.strip() for cell in sheet.of({"cell"}) if "·" in cell.text}
    for passage in sheet.of(KOREAN):
        for found in _COUNT.finditer(passage.text):
            yield from _listed(passage, found, joined)


def _listed(passage: Passage, found: re.Match[str], joined: set[str]) -> Iterator[Hit]:
    """`joined` are the cells that hold a dot: what a table has as one is one in a line too."""
    begin = max(0, found.start() - _REACH)
    before = passage.text[begin : found.start()]
    listing = listing_before(before, len(before))
    if listing is None or not _disagrees(listing, before, found) or _listed_elsewhere(passage.text, found):
        return
    items = before[listing.start :].lstrip()
    if int(found["number"]) == listing.least - sum(name.count("·") for name in joined if name in items):
        return
    if listing.least == _PAIR and not before[: listing.start].strip() and passage.part in ("headline", "contents"):
        return  # '가온시, 해양 5대 사업 추진': who does it, and what
    start = passage.start + found.start()
    span = (start, start + len(without_particle(found[0])))
    severity = None if listing.plain and not listing.open and not before.rstrip().endswith("의") else _LIKELY
    message = miscount(int(found["number"]), listing.least)
    yield Hit(*span, message, related=((start - len(items), start),), severity=severity)


def _listed_elsewhere(line: str, found: re.Match[str]) -> bool:
    """Do the members stand in brackets behind the noun, here or before in the line; is it the name of a stage, or what
    one is told of: 5개 도시 중 청두?"""
    if _AMONG.match(line, found.end()):
        return True
    behind = line[found.end("unit") : found.end("unit") + _BRACKET_NEAR]
    if found["unit"] == "단계" and _GLUED.match(behind):
        return True
    noun = re.match(r" ?(?P<noun>[가-힣]{2,6}?)", behind)
    named = rf"{found['number']}\s?{found['unit']} ?{noun['noun'] if noun else ''}[가-힣 ]{{0,12}}[(（]"
    return _BRACKETED.match(behind) is not None or re.search(named, line) is not None


def _disagrees(listing: Listing, before: str, found: re.Match[str]) -> bool:
    """Does the enumeration list other than so many things? An open one may list fewer."""
    number, items = int(found["number"]), before[listing.start :]
    if re.search(rf"[0-9] ?{found['unit']}(?![가-힣])", items):
        return False  # each has a number of its own: 가온 5곳 ▶나루 4곳 ▶다솜 3곳
    if found["unit"] == "단계" and listing.most < _STAGES:
        return False  # 'A부, 로봇 3단계 계획'
    if listing.open:
        return listing.least > number or _lacks_one(listing, number, found)
    if before.rstrip().endswith("의"):
        opens = not before[: listing.start].strip()
        is_short = opens and found["unit"] == "단계" and number == listing.least + 1 > _STAGES
        return (listing.plain and 1 < number < listing.least) or is_short or _is_one_off(listing, items, number, found)
    times = _SHORTFALL_OF_KIND if found["unit"] == "대" else _SHORTFALL
    near = listing.least <= _SURPLUS * number and number <= times * listing.most + _MARGIN
    long = found["unit"] not in _PLACES or listing.least >= _LONG
    return near and long and _closes(before, found) and not listing.least <= number <= listing.most


def _lacks_one(listing: Listing, number: int, found: re.Match[str]) -> bool:
    """Does 'A, B, C, D 등 5개 분야' list all but one? One that names so many would have named the last as well; steps
    (신청, 서면 평가, 최종 선정 등 4단계) are named one and all."""
    return (
        not _COUNTS_ON.match(found.string, found.end("unit"))
        and listing.most == listing.least == number - 1
        and listing.least >= _NEARLY_ALL
        and found["unit"] in ("개", "대", "개국", "개사", "가지", "곳", "단계", "종")
    )


def _is_one_off(listing: Listing, items: str, number: int, found: re.Match[str]) -> bool:
    """Does 'A, B, C의 4대 과제' count one more, or one fewer, of what it names? What the names have may be more."""
    if _PHRASE.search(items):
        return False  # an item with a particle may be one of several words, or no item
    counts = found["unit"] == "단계" or (
        found["noun"] and _CLOSED_NOUNS.search(found["noun"]) and found["unit"] == "대"
    )
    return bool(counts) and listing.least == listing.most >= _NEARLY_ALL and abs(listing.least - number) == 1


def _closes(before: str, found: re.Match[str]) -> bool:
    """Does the enumeration run straight into the number, as the list of what is counted?"""
    if not before.endswith(" ") and not before.endswith(")"):
        return False
    word = before.rstrip()
    if (
        not word
        or word[-1] in ",.:;"
        or _is_modifier(word)
        or _DONE_TO.search(word)
        or re.search(r"[0-9]", word.split(" ")[-1])
    ):
        return False
    return found["unit"] in ("대", "단계", "개국", "개사", "곳") or bool(
        found["noun"] and _CLOSED_NOUNS.search(found["noun"])
    )


def _is_modifier(word: str) -> bool:
    """Do the words end in one that goes with the number? 안후이 and 허베이 end like a particle, and are places."""
    return _MODIFIER.search(word) is not None and not called(_LAST_WORD.split(word)[-1])
