"""What a clause says about the future: a goal, a mere event, a forecast, or what is done (words in lists.tsv)."""

from __future__ import annotations

import re
from functools import cache

from donghyang.facts.wording import either
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered

TAIL = lazily(
    r"[\s.,，。；;·]*(?:\([0-9]{1,2}\.[0-9. ]{1,8}\))?[\s.,，。；;*]*(?:</?[a-z]{1,6}>\s*)*(?:\([^()]{1,20}\)\s*)?$"
)
_PLAN = "(?:목표|계획|예정|방침|구상|의지|포부|전망|추진|로드맵)"
_PLANNED = lazily(
    rf"\s?(?:것을 |것이 |(?<=다는 )[가-힣]{{2}} )?{_PLAN}(?:로|으로|을|를|도|치)?\s?"
    r"(?:임|이다|이며|이고|인|$|라고|이라고|제시|설정|수립|세[우웠]|삼|잡|내[걸놓]|하고|하며"
    r"|한다|함|했|하였|한 바)\S{0,4}(?:\s\S{0,12}){0,2}$"
    r"|(?<=[하되])기로\s?\S{1,8}(?:\s\S{1,4})?$|(?<=높이|늘리|줄이|낮추|키우|올리|갖추|이루|만들|세우)기로\s?\S{1,8}(?:\s\S{1,4})?$"
    r"|[할될킬낼릴일칠는] ?것을\s?(?:선언|약속|제시|합의|결정|목표|다짐|계획)\S{0,5}(?:\s\S{0,4})?$"
    r"|(?<=실현|구축|달성|확보|마련|제고|강화|육성|조성|개발)에 (?:있음|있다|둠|둔다)$"
    r"|[가-힣]도록 (?:한다|함|하고|하며|할|하기로 함|하기로 했다)$"
    r"|(?<=[가-힣])겠다[\"”’']?(?:고|는)\s.{0,16}$|[가-힣]자는\s.{0,14}$"
)
"""The end of a clause that says "is planned": … 육성할 계획임, … 를 목표로 함, … 하기로 했다, … 하겠다고 밝혔다."""
_TOLD = lazily(
    r"(?:다고|라고|고)\s(?:[가-힣]{1,8}[은는이가]\s)?\S{0,6}(?:밝[혔힘힌]|발표[했함]|전[했함]|말[했함]|선언[했함]|강조[했함]|설명[했함])\S{0,4}$"
)
_DONE = lazily(
    r"(?:했|하였|됐|되었|왔|였|냈|켰|렸|났|졌|혔|섰|었|았)(?:으며|고|다|음|지만|으나|는데|던|기에)"
    r"|는 셈(?:이다|임|$)|지난 (?:해|달|[0-9]{1,2}월)\S{0,2} .{0,20}(?:달성|완료|완공|마침|마무리)$"
    r"|(?:중|중임|중이다|있다|있음|있으며|상태|수준임)$"
    r"|提前(?:完成|实现|达到|达成)|[高低好优]于预期|已(?:经|達|达|建|有|形成|完成)|圆满|标志着|同比|上年|(?<![为除])了(?![解如])|主要(?:基于|原因|考虑)|仍然"
)
_DONE_NOUN = lazily(r"(?:[가-힣]{2}|지원) 완료(?:됨|함|$)")
_DESCRIBED = lazily(
    r"^(?:大?约|大概)?(?:占(?!比)|相当于)|更好结果"
    r"|가장 (?:높|크|큰|커|많|낮|적|작|빠)|(?:차지|해당)(?:하|함|한다|$)|[웃밑][도돌돎]"
    r"|[하되아어해돼]여?야 (?:달성|가능|도달)"
    r"|(?:성장|증가|상승|늘|늘어나|올라)(?:해|하여|어|아)?야 (?:하는|한다|함)"
)
"""What is said of a goal or of its parts, and is none: the largest share, what it takes to get there."""
_FORECAST = lazily(
    r"(?:예측|추정|예상|추산|기대)(?:되|됨|하|한|했|된|임|$|\W)|관측(?:되|됨|된)|(?<=로 )관측$"
    r"|(?:달성|실현|도달) 여부|지켜볼 (?:필요|일|만)|불투명|불확실"
    r"|[될할] 것(?:이며|이고|임|이다)"
    r"|것으로 ?(?:내다|보|전망|예상|예측|기대|추정|관측|분석)"
    r"|전망(?:된|됐|됨|되|했|하였|$(?<=증가 전망)|$(?<=성장 전망)|$(?<=감소 전망))"
    r"|(?:성장|증가|감소|도달|달|이를|차지|확대될|늘어날|될|커질|기록|보일|나타날|상회|하회|줄어들|오를"
    r"|축소|인하|인상|하향|상향|둔화|회복|개선)할? ?전망"
)
"""A clause that foretells; the verb of a Korean sentence stands last."""
_OUTLOOK = lazily(r"전망(?:이다|임|이며|$)")
_AIM = lazily("(?:하는 것)?[을를] 목표로")
_AFTER_GOAL = lazily(
    r"(?:하|되|시키|시켜|키|할|될|한|된|함|됨|해|돼|화|적|을|를|에)?\S{0,4}(?:\s?(?:추진|지원|도모|실현|완료|달성|촉진|요구|의무화|나|가|주력|본격)\S{0,4})?"
)
_NO_GOAL_BEHIND = lazily(
    "준비|초읽기|위한|방안|논의|필요|시작|가능|도움|기여|대비|기념|관련|여부|사례|결과|현황|시 |후 |전 |중"
)
_NO_GOAL_ZH = lazily(rf"^自[0-9]|^并|{either('no_goal_zh')}|(?:{either('no_goal_ends_zh')})$")
_FORECAST_ZH = lazily(r"预计|預計|预测|可能|难以|有望")
_WILL_ZH = lazily(rf"{either('willed_zh')}|要(?!求|素|闻)|[到至](?:20|二〇|“十)")
"""What a Chinese sentence says of the future by: without any a year or plan may tell what was done in it."""
_EFFECT_ZH = lazily(rf"^以(?![内上下来及])|每年可|可(?:{either('brought_zh')})|届时|(?:{either('in_use_zh')})后")
_REASON = lazily(
    r"(?:위해|위하여|위한|통해|통하여|따라|따른|대해|대한|관해|관한|맞춰|맞추어|인해|계기로|바탕으로|대비해|따르면)$"
)
_DUTY = lazily(r"(?:해야|하여야|되어야|돼야)\s?(?:함|한다|할|하며|하고|됨|된다)?\S{0,3}$")
_LAST_VERB = 12
"""Characters at the end of a clause that hold its last verb with its endings."""
_NEAR_END = 20
"""Those that hold its object too."""
_TAIL_ENDS = frozenset(".,，。；;·*)>")
"""What a tail ends with, beside blanks."""
_REACH = 80
"""How far from its end the words are looked at that say what a clause is; a bound for the time."""


@cache
def _stems(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(tables.words(__package__, kind), key=len, reverse=True)))


@remembered
def is_foretold(body: str) -> bool:
    """Whether the clause or sentence is a forecast: … 에 달할 것으로 예측."""
    plain = without_tail(body)
    near = plain[-2 * _NEAR_END :]
    if _FORECAST.search(near) or _FORECAST_ZH.search(body):
        return True
    return _OUTLOOK.search(near) is not None and _stems("act").search(near[-_NEAR_END:]) is None


def is_done(body: str, *, ahead: bool = False) -> bool:
    """Whether the clause tells what has happened or how things stand.

    `ahead` says that it stands under a deadline to come: then a bare 완료 at its end is what is to be done.
    """
    core, planned = core_of(body)
    if planned or _AIM.search(body) is not None:
        return False
    return _DONE.search(core) is not None or (not ahead and _DONE_NOUN.search(core) is not None)


def is_description(body: str) -> bool:
    """Whether the clause only says how parts or goals compare, or what it takes: … 가장 높고, … 의 40%를 차지."""
    plain = without_tail(body)[-_REACH:]
    return _DESCRIBED.search(plain) is not None and not core_of(body)[1] and "목표" not in plain


def without_tail(body: str) -> str:
    """The clause without stops, marks and a date in brackets at its end."""
    last = body[-1:]
    if last not in _TAIL_ENDS and not last.isspace():
        return body
    return body[:-_REACH] + TAIL.sub("", body[-_REACH:])


@remembered
def core_of(body: str) -> tuple[str, bool]:
    """The clause without the words that say it is planned or told, and whether it is planned."""
    plain = without_tail(body)
    near = plain[-_REACH:]
    core = _PLANNED.sub("", near)
    planned = core != near
    if not planned:
        core = _TOLD.sub("", near)
    return (plain[:-_REACH] + core).rstrip(), planned


def is_goal(body: str, *, words: str = "achieve") -> bool:
    """Whether a clause without a figure sets a goal: its last words say what will be reached, and no mere event."""
    aim = _AIM.search(body)
    core = body[: aim.start()].rstrip() if aim and aim.start() > 2 else core_of(body)[0]
    if _REASON.search(core) or _DUTY.search(core):
        return False
    near = core[-_NEAR_END:]
    last = max((found.end() for found in _stems(words).finditer(near)), default=-1)
    event = max((found.end() for found in _stems("event").finditer(near)), default=-1)
    if last < 0 or last < event or _NO_GOAL_BEHIND.search(near, last):
        return False
    return _AFTER_GOAL.fullmatch(near, last) is not None


def is_willed_zh(words: str) -> bool:
    """Whether Chinese words speak of what is to come."""
    return _WILL_ZH.search(words) is not None


def is_effect_zh(body: str) -> bool:
    """Whether a Chinese clause only tells what comes of a thing once it stands: 建成后年发电量超60亿千瓦时."""
    return _EFFECT_ZH.search(body) is not None


def is_goal_zh(body: str) -> bool:
    """Whether a Chinese clause without a figure says what will be reached; its verb may stand anywhere."""
    return _stems("zh").search(body) is not None and _NO_GOAL_ZH.search(body) is None


def is_natural(body: str) -> bool:
    """Whether the last words only tell how something will grow, fall or cost by itself: … 3% 증가하고."""
    near = core_of(body)[0][-_LAST_VERB:]
    return _stems("natural").search(near) is not None and _stems("act").search(near) is None


def is_event(body: str) -> bool:
    """Whether the last words of a clause only let something take place: … 개최할 예정, … 접수한다; or bind by duty."""
    core, _ = core_of(body)
    near = core[-_LAST_VERB:]
    event, achieved = (_stems(kind).search(near) is not None for kind in ("event", "achieve"))
    return not achieved and (event or _DUTY.search(core) is not None)
