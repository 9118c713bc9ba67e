"""A note or sentence as Korean writes it: what its clauses leave side by side, put in order."""

from __future__ import annotations

import re

from donghyang.draft.prose import once
from donghyang.language import tables
from donghyang.language.hangul import with_particle

_AIMED_AT = re.compile("([을를]) 달성하는 것을 목표로")
"""What is to be reached is the aim itself: 3%를 달성하는 것을 목표로 -> 3%를 목표로."""
_ACCORDING = re.compile(
    r"^(\d{4}년(?: \d{1,2}(?:~\d{1,2})?월)?(?: \d{1,2}일)?(?: (?:말|상반기|하반기|\d분기|기준|들어))*) "
    r"((?:\S+ ){0,3}?(?:보고서|백서|조사|지수|데이터|통계|자료|‘[^’]{1,40}’)에 따르면|"
    r"(?:규획|계획|방안|요구|배치)에 따라) "
)
"""Who says so stands in front of what day it is said of."""
_MEETS = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{1,20}) 및 ([^,]{2,30}), 융합(?= (?:가속화|심화)(?:$|,))")
"""甲和乙加速融合: 갑과 을 융합 가속화."""
_COUNTED_UP = re.compile(
    r"((?:위안|달러|건|명|톤|개|대|가구|㎡|kW|kWh)(?:으)?로(?: 전년(?: 동기)? 대비 [\d.]+%)?) 상승"
)
"""What is counted grows in number, and does not rise: 28건에서 70건으로 증가."""
_STAGE = re.compile("단계(?:를 진행하고 있(?=[다으])| 진행 중(?![가-힣]))")
"""正处于快速发展阶段: one stands in a stage."""
_VISITED = re.compile(r"(?<![가-힣)])([가-힣)]+)에서 (?=시찰(?P<told>하)?)")
"""在天津调研: the place is what is visited."""
_NTH = re.compile(r"제(\d+)차 (비행|발사|도킹|우주유영)(?:임(?=$|,)|(?=이다|$|,))")
"""第517次飞行: 517번째 비행."""
_PASSENGERS = re.compile(
    r"((?:여객|관광객|승객|관람객|방문객)(?:[은는이가]|(?: [가-힣]{1,10}){1,3})?) 연인원 (?=[약\d])"
)
"""旅客4850万人次: who travels is counted as often as he does."""
_AIRPORT = re.compile(r"(국제) (공항)(?= )|(?<=공항) 여객(?=[은는이가 ])(?! (?:처리량|운송량|수송량|터미널))")
_SHARE_TO = re.compile(r"(?<=[율중])([은는이가]? (?:\S{1,20} ){0,6}?[\d.]+%로) (?:증가|확대)")
"""城镇化率增至67%: a share rises."""
_EACH_YEAR = re.compile(
    r"(?P<when>(?:지난 \d+년간|\d{4}~\d{4}년) )?"
    r"(?P<row>[^,\d]{2,30} 연평균 [\d.]+% 증가(?:, [^,\d]{2,30} 연평균 [\d.]+% 증가){2,})"
)
"""年均增长 of three things and more: 연평균 and 증가 once."""
_HALF = re.compile("절반 초과(?=하)")
_COUNTED = re.compile(
    r"(?:^|(?<=, )|(?<=기준 )|(?<=년 )|(?<=현재 )|(?<=들어 ))"
    rf"({tables.either(__package__, 'acting_places')}) (\d[\d,]*(?:만 ?[\d,]*)?(?:여 )?개)"
    r"(?:([은는이가]) |(?=에서|에 |, ))"
)
"""在20个城市, 86个城市开展…: so many towns, in front of what is done there."""
_GREW = re.compile(
    r"(?<=% 증가)(?:, (?:안정적|(?:비교적 )?빠른|빠르게|꾸준히|지속) 증가(?:세 (?:시현|유지))?(?=$|,)|"
    r"하(?:고|였으며) (?:안정적으로|(?:비교적 )?빠르게|꾸준히|지속) 증가(?=하))"
)
"""比上年增长8.3%，实现稳定增长: that it grew is said once."""
_IN_A_ROW = re.compile(r"연속 (\d+(?:년|개월|분기|주))(?![가-힣])")
_SUM_ABOUT = re.compile(r"약 누적 (?=\d)")
_UNIT_TWICE = re.compile(r"(?<=\d)호 호기")
"""“华龙一号”4号机组"""
_TWO_WAYS = re.compile("지속 적극 ")
"""持续深入实施: one of the two is enough."""
_PLANT = re.compile(r"원자력 발전 (?=\d+(?:호기|단계)|기지|프로젝트|총?설비용량|기술)")
"""防城港核电3号机组: the plant's."""
_MADE_IN_ALL = re.compile(r"(?<=[가-힣]) 발전 누적 (?=약 |\d)")
"""电站累计发电超1万亿千瓦时: so much current in all."""
_THERE = re.compile(r"(?<=[,은는] )([^,]{4,80}) ((?:베이징|상하이)에서) (?=참석)")
"""在京出席会议: where stands in front of what one attends."""
_FIRST_SINCE = re.compile(r"(\d월 이후 [^,]{0,60}?)최초 (?=진입|복귀|상승|하락|증가|감소|전환)")
"""5月份以来首次: the first time since, and not of all."""
_HELD_THERE = re.compile(r"(?<=개최)된(?=[^,]{0,80} 예정)")
"""将出席在大连举行的论坛"""
_RATIO_MOVES = re.compile(r"(?<=\d%p) (증가|감소)(?!율|폭|세| 견인|를|시)")
"""A rate rises by so many points."""
_RISES = {"증가": " 상승", "감소": " 하락"}
_IN_ORBIT = re.compile(r"궤도상 (?=(?:약 )?\d+(?:개월|일|년|주|시간))")
"""在轨六个月: so long in orbit."""
_OF_CURRENT = re.compile(r"\(發電\)")
_CURRENT = re.compile(r"풍력|태양|수력|원자력|화력|원전|에너지|전력|전기|발전(?:소|량|기)|설비용량|[kMG]W|호기")
"""What shows that 발전 is 發電."""
_SEVERAL_SUCH = re.compile(r"(?:^|(?<=, ))여러 (?=[^,]*·[^,]* 등 )")
"""一批甲、乙等项目: 등 says that there are several."""
_ALL_OVER = re.compile(r"(?<![가-힣])([가-힣]{2,8}) (?=\1 전역)")
"""海南全岛: 하이난 전역, once."""
_SPED_UP = re.compile("가속화(?:를)? 추진(?=하|$|,| 관련| 논의)")
_COMES_FASTER = re.compile("(발전|현대화|전환) 달성(?P<told>을)? (?=가속화)")
"""推动加快实现…发展: speeding up is enough."""
_FIRST_ONE = re.compile(
    r"(?:^|(?<=, )|(?<=[은는] ))최초 (?!국산장비|생산분|버전)(?=[^\s,\d]*[^\s,\d에서로을를은는] [^\s,]+ \S)"
)
"""首个成果, 首艘钻探船: the first one, in front of what it is; 최초 is left to first of all the world or the land."""
_FIRST = re.compile(r"^((?:[^\s,]*[^\s,고며은는을를이가] ){0,5})이 중 ")


def _at_once(found: re.Match[str]) -> str:
    row = found["row"].replace(" 연평균 ", " ").replace(" 증가", "")
    return f"{found['when'] or ''}연평균 {row} 증가"


def _counted_first(found: re.Match[str]) -> str:
    noun, amount, particle = found.groups()
    return f"{amount} {with_particle(noun, '은' if particle in '은는' else '이')} " if particle else f"{amount} {noun}"


def in_order(korean: str) -> str:
    """도시 20개에서 -> 20개 도시에서; 톈진에서 시찰 -> 톈진 시찰, 톈진에서 시찰하였다 -> 톈진을 시찰하였다."""
    korean = _COUNTED.sub(_counted_first, korean)
    korean = _ALL_OVER.sub("", korean)
    korean = _FIRST_ONE.sub("첫 ", _TWO_WAYS.sub("적극 ", korean))
    korean = _PLANT.sub("원전 ", _UNIT_TWICE.sub("호기", korean))
    korean = _MADE_IN_ALL.sub(" 누적 발전량 ", _OF_CURRENT.sub("", korean) if _CURRENT.search(korean) else korean)
    korean = _IN_ORBIT.sub("궤도 체류 ", korean)
    return _VISITED.sub(lambda found: f"{with_particle(found[1], '을') if found['told'] else found[1]} ", korean)


def tidy(korean: str) -> str:
    """One blank between words; 이 중 opens no note, because what it is part of stands in another."""
    korean = _AIMED_AT.sub(r"\1 목표로", korean)
    korean = _MEETS.sub(lambda found: f"{with_particle(found[1], '과')} {found[2]} 융합", korean)
    korean = _COUNTED_UP.sub(r"\1 증가", korean)
    korean = _STAGE.sub(lambda found: "단계에 있" if found[0].endswith("있") else "단계에 있음", korean)
    korean = _ACCORDING.sub(r"\2 \1 ", korean)
    korean = _NTH.sub(r"\1번째 \2", in_order(korean))
    korean = _AIRPORT.sub(lambda found: "국제공항" if found[1] else " 이용객", _PASSENGERS.sub(r"\1 ", korean))
    korean = _SHARE_TO.sub(r"\1 상승", _EACH_YEAR.sub(_at_once, korean))
    korean = _RATIO_MOVES.sub(lambda found: _RISES[found[1]], _SUM_ABOUT.sub("누적 약 ", korean))
    korean = _THERE.sub(r"\2 \1 ", korean)
    korean = _FIRST_SINCE.sub(r"\1처음으로 ", _HELD_THERE.sub("되는", korean))
    korean = _GREW.sub("", korean)
    korean = _SEVERAL_SUCH.sub("", korean)
    korean = _COMES_FASTER.sub(
        lambda found: with_particle(found[1], "을") + " " if found["told"] else f"{found[1]} ", korean
    )
    korean = _SPED_UP.sub("가속화", korean)
    korean = _HALF.sub("절반을 초과", korean)
    korean = _IN_A_ROW.sub(r"\1 연속", korean)
    korean = _FIRST.sub(r"\1", korean)
    told = re.sub(r" (?=\([A-Za-z])", "", re.sub(r"\s+", " ", korean)).strip(" ,")
    return once(told)
