"""Clauses: who does what, and what figure something reached, in the short noun-ending style of a weekly.

Every rule needs all words of the clause; what no rule covers has no Korean and is left to the editor.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.beside import compared, possessed
from donghyang.draft.deeds import action, predicate, together
from donghyang.draft.doing import EFFECTS, TOWARD, can_act, is_deed
from donghyang.draft.driven import driven_by
from donghyang.draft.figures import inside, quantity_ko
from donghyang.draft.gains import set_order
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.measures import figure
from donghyang.draft.nouns import HELD_AT, noun_phrase
from donghyang.draft.orders import fronted, identity
from donghyang.draft.placing import HELD, led_by, where_of
from donghyang.draft.prose import about
from donghyang.draft.shapes import TIMES, Clause, Core, Setting, is_year
from donghyang.draft.subjects import PREDICATES
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_SAYING = frozenset({"提出", "明确", "明确提出", "要求", "指出", "规定"})


def clause(page: Reader, words: Sequence[Token]) -> Clause | None:
    """The clause in Korean, or None where a word or the order of words is not understood."""
    words = _date_first([word for word in words if not (word.has("drop") and not word.has("noun", "act"))])
    words, within = _term_first(page, words)
    words, given = _for_first(page, words)
    setting = Setting(front=f"{within} {given}".strip())
    at = 0
    while at < len(words):
        step = _lead(page, words, at, setting)
        if step == at:
            break
        at = step
    rest = words[at:]
    where = where_of(page, rest[1:]) if len(rest) > 1 and rest[0].zh == "在" else ""
    if where:
        # 在江苏昆山，…: where what follows the comma is done.
        setting.front = f"{setting.front} {where}".strip()
        return _circumstance(setting)
    aim = _purpose(page, rest[1:]) if len(rest) > 2 and rest[0].zh in _FOR_IT and not at else None
    if aim and rest[1].has("act", "cause"):
        # 为推动产业升级，…
        setting.front = f"{setting.front} {with_particle(aim, '을')} 위해".strip()
        return _circumstance(setting)
    led = led_by(page, rest) or driven_by(page, rest)
    if led:
        setting.front = f"{setting.front} {led}".strip()
        return _circumstance(setting)
    if rest and rest[-1].zh in _AFTER:
        return _afterwards(page, rest[:-1], setting)
    if len(rest) > 1 and rest[-1].zh == "方面":
        side = noun_phrase(page, rest[:-1])
        in_it = "에서" if rest[-2].zh.endswith(HELD) else " 측면에서"
        setting.front = f"{setting.front} {side}{in_it}".strip()
        return _circumstance(setting) if side else None
    if not rest:
        return _circumstance(setting) if setting.date or setting.front else None
    return _stated(page, rest, setting)


def _term_first(page: Reader, words: list[Token]) -> tuple[list[Token], str]:
    """项目须在两年内完成改造: the words without the term in front of the deed, and the term in Korean."""
    for at, word in enumerate(words[:-1]):
        fact = word.fact
        if isinstance(fact, Quantity) and inside(fact) and words[at + 1].has(*PREDICATES, "adv"):
            written = quantity_ko(fact, page.terms)
            first = at - 1 if at and words[at - 1].zh in ("在", "于") else at
            return ([*words[:first], *words[at + 1 :]], f"{written}에") if written else (words, "")
    return words, ""


_TAKES_PLACE = HELD_AT | {"开幕", "闭幕"}
_MEETINGS = frozenset(tables.words(__package__, "named_meetings"))
_FOR_IT = frozenset({"为", "为了"})
_PROVIDES = "提供"
_PEOPLE = tuple(tables.words(__package__, "people"))
_GIVEN = frozenset(tables.words(__package__, "given_for"))
_ENSURING = frozenset(tables.words(__package__, "ensuring"))


def _for_first(page: Reader, words: list[Token]) -> tuple[list[Token], str]:
    """产业为发展注入动力: the words without what it is given for, and that in Korean."""
    at = next((at for at, word in enumerate(words) if word.zh == "为"), None)
    if at is None:
        return words, ""
    deed = next((place for place in range(at + 2, len(words) - 1) if words[place].zh in _GIVEN), None)
    if deed is None or any(word.has("date", "quantity", "plan") for word in words[at:deed]):
        return words, ""
    end = at
    while end > 1 and words[end - 1].has("modal", "adv") and not words[end - 1].has("noun"):
        end -= 1
    if at and (not noun_phrase(page, words[:end]) or words[end - 1].has("act", "cause", "event")):
        return words, ""
    what = _purpose(page, words[at + 1 : deed])
    if not what:
        return words, ""
    to_somebody = words[deed].zh.startswith(_PROVIDES) and words[deed - 1].zh.endswith(_PEOPLE)
    return [*words[:at], *words[deed:]], f"{what}에게" if to_somebody else f"{with_particle(what, '을')} 위해"


def _purpose(page: Reader, words: Sequence[Token]) -> str | None:
    """推动产业发展, 企业共享市场, 经济高质量发展: what something is done for."""
    deeds = [at for at, word in enumerate(words[:-1]) if word.has("act", "cause")]
    done = any(not at or can_act(words[at - 1]) or is_deed(words[at]) for at in deeds)
    return predicate(page, words) if done else noun_phrase(page, words)


_WHILES = frozenset({"小时", "个小时", "分钟"})
_AFTER = frozenset({"后", "之后", "以后"})


def _afterwards(page: Reader, words: Sequence[Token], setting: Setting) -> Clause | None:
    """建成后, 项目投产后: what has come about before what follows; the clause it stands in front of has the date."""
    fact = words[0].fact if len(words) == 1 else None
    if len(words) == 1 and words[0].has("event") and not setting.front:
        told = words[0].ko("event")
    elif isinstance(fact, Quantity) and fact.unit in _WHILES and not setting.front:
        # 约4.5小时后，飞船完成对接: after what, another sentence says.
        return _circumstance(setting)
    else:
        core = action(page, words, Setting(manner=setting.manner)) if words else None
        if core is None or core.shape == "publish":
            return None
        told = f"{core.who} {core.korean}".strip()
    setting.front = f"{setting.front} {told} 후".strip()
    return replace(_circumstance(setting), deadline=False, mood="")


def _date_first(words: list[Token]) -> list[Token]:
    """光伏产业2024年多项指标…: a single date behind the subject is moved to the front."""
    dates = [at for at, word in enumerate(words) if word.has("date")]
    if len(dates) == 2 and not dates[0] and words[-1].zh in _TAKES_PLACE and is_year(words[0].ko("date")):
        # 2025年某大会将于8月6日举行: the year is the meeting's.
        dates = dates[1:]
    if len(dates) != 1 or dates[0] == 0 or dates[0] + 1 == len(words):
        return words
    at = dates[0]
    if words[at].zh.endswith("年度") or words[at + 1].zh in _MEETINGS:
        # 公布2022年度名单, 某论坛2023年年会: the list's year, the meeting's.
        return words
    if any(word.has("act", "cause", "publish") and not word.has("noun", "adv", "modal") for word in words[:at]):
        # 实现数字中国2025年建设目标: the year is the aim's.
        return words
    held = words[at - 1].has("prep", "share", "compare", "publish") or words[at - 1].zh in ("比", "较")
    if held or words[at + 1].has("de") or not words[at - 1].has("noun", "plan", "deng", "modal", "adv"):
        return words
    return [words[at], *words[:at], *words[at + 1 :]]


def _circumstance(setting: Setting) -> Clause:
    front, date = setting.front, setting.date
    due = setting.deadline and setting.ahead
    return Clause(front, front, "setting", date=date, deadline=due, mood="goal" if due else "")


def _stated(page: Reader, words: Sequence[Token], setting: Setting) -> Clause | None:
    core = (
        together(page, words)
        or set_order(page, words, setting.manner)
        or compared(page, words, setting.manner)
        or possessed(page, words)
        or figure(page, words, setting)
        or fronted(page, words)
        or action(page, words, setting)
        or identity(page, words)
    )
    if core is None:
        return None
    if any(word.has("compare") for word in words):
        # What is held against last year has happened, whatever date stands in front of it.
        setting.ahead = False
    core, setting.front = _supported(core, setting.front)
    if core.who and setting.front.endswith((_FOR, _TO)):
        # 甲为乙注入动力: who does it stands in front of what it is for.
        core = replace(core, korean=f"{setting.front} {core.korean}", stem=f"{setting.front} {core.stem}")
        setting.front = ""
    front = f"{setting.front} " if setting.front else ""
    korean, who = core.korean, core.who
    if who:
        who = front + who
    else:
        korean = front + korean
    date, due = setting.date, setting.deadline and setting.ahead
    stem = front + about(core.who, core.stem)
    return Clause(korean, stem, core.shape, who, core.joint, date, due, "goal" if due else "")


_FOR, _TO = " 위해", "에게"
_SUPPORT = re.compile(
    r"(?:(?P<how>강력한|탄탄한|견고한|든든한|강한|더 많은) ?)?"
    r"(?P<what>(?:새로운 )?(?:뒷받침|동력|활력)|신성장동력)(?: (?P<manner>지속|계속))? 제공$"
)
_GIVES_ITSELF = ("뒷받침", "동력", "활력")
_HOW = {"강력한": "강력히 ", "탄탄한": "탄탄히 ", "견고한": "견고히 ", "든든한": "든든히 ", "강한": "강력히 "}


def _supported(core: Core, front: str) -> tuple[Core, str]:
    """为升级提供有力支撑, 注入强劲动能: 고도화를 강력히 뒷받침, not 고도화를 위해 강력한 동력 제공."""
    given = _SUPPORT.fullmatch(core.korean)
    if not given or not front.endswith(_FOR):
        return core, front
    manner = f"{given['manner']} " if given["manner"] else ""
    told = f"{manner}{_HOW.get(given['how'] or '', '')}뒷받침"
    by = "" if given["what"] in _GIVES_ITSELF else f"{with_particle(given['what'], '으로')} "
    told = f"{by}{front.removesuffix(_FOR)} {told}"
    return replace(core, korean=told, stem=f"{told}하"), ""


# ---------------------------------------------------------------------------------------------- in front


def _lead(page: Reader, words: Sequence[Token], at: int, setting: Setting) -> int:
    """Past the date, adverb, modal word or circumstance at `at`; `at` itself where there is none."""
    word = words[at]
    if word.zh == _TO_COME and not at and len(words) > 2 and words[1].kind in ACTOR_KINDS:
        setting.front = f"{setting.front} 향후".strip()
        return at + 1
    if word.has("date") and at + 1 < len(words) and words[at + 1].has("de"):
        # 今年的监管沙盒: the year is the thing's.
        return at
    if word.has("date"):
        if setting.date and not word.ko("date").startswith(setting.date):
            return at
        begun = word.fact.value if isinstance(word.fact, Period) and word.fact.high else None
        since = begun and at + 1 < len(words) and words[at + 1].zh == "以来"
        setting.date = f"{begun[:4]}년 이후" if begun and since else word.ko("date")
        setting.deadline = word.deadline
        setting.ahead = _ahead(page, word)
        return at + 2 if since else at + 1
    if word.has("modal") and not word.has("noun"):
        return at if _moves_its_object(words, at) else at + 1
    if _opens(words, at):
        return at + 1
    span = _duration(page, words, at)
    if span:
        setting.front = f"{setting.front} {span}".strip()
        return at + 1
    if word.has("sum") and at + 1 < len(words) and words[at + 1].has(*PREDICATES):
        setting.manner = word.ko("sum")
        return at + 1
    if word.zh.endswith("在") and at + 1 < len(words) and words[at + 1].has("noun"):
        return at
    if word.has("adv") and not word.has("act", "cause", "noun", "event"):
        korean = word.ko("adv")
        if korean in TIMES:
            setting.front = f"{setting.front} {korean}".strip()
        elif korean and (not setting.manner or (setting.manner == _ALL and korean.endswith(" 연속"))):
            setting.manner = korean
        return at + 1
    if word.has("prep"):
        return _circumstances(page, words, at, setting)
    return at


def _moves_its_object(words: Sequence[Token], at: int) -> bool:
    """将论文写在大地上: 将 in front of a thing says nothing of the future."""
    following = words[at + 1] if at + 1 < len(words) else None
    plain = following is not None and following.has("noun") and not following.has(*PREDICATES, "event", "adv", "date")
    return words[at].zh == "将" and plain


def _opens(words: Sequence[Token], at: int) -> bool:
    """《方案》提出到2025年…: what says that something is said, in front of a date."""
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].zh in _SAYING:
        return following is not None and following.has("date")
    if not words[at].has("plan") and words[at].kind != "document":
        return False
    return following is not None and following.zh in _SAYING and at + 2 < len(words) and words[at + 2].has("date")


def _duration(page: Reader, words: Sequence[Token], at: int) -> str | None:
    """三年 in front of a deed: 3년간."""
    fact = words[at].fact
    if at or len(words) < 2 or not isinstance(fact, Quantity) or fact.unit not in ("年", "个月", "天"):
        return None
    if words[1].has("noun") and not words[1].has("act", "sum", "adv", "level"):
        return None
    written = quantity_ko(fact, page.terms)
    return f"{written.removesuffix('간')}간" if written else None


def _ahead(page: Reader, word: Token) -> bool:
    """Is the date's end not before the day the text speaks from?"""
    fact = word.fact
    if not isinstance(fact, Period) or page.date is None:
        return True
    last = fact.high or fact.value or ""
    return last >= page.date.isoformat()[: len(last)]


def _circumstances(page: Reader, words: Sequence[Token], at: int, setting: Setting) -> int:
    """围绕 X, 通过 X, 在 X 方面: the longest noun phrase behind the word that leaves a clause or nothing."""
    pattern = words[at].ko("prep")
    measured = words[-1].has("quantity") and any(word.kind == "metric" for word in words[at:])
    described = words[at].zh == "由" and any(word.has("de") for word in words[at:])
    if words[at].zh == "从" or described or (words[at].zh == "对" and measured):
        # 从甲…到乙…: a range of clauses, not a place; 由甲研制的乙: a thing; 对增长的贡献率达74%: a measure.
        return at
    if words[at].zh in TOWARD and any(
        one.has("de") and after.zh.endswith(EFFECTS) for one, after in itertools.pairwise(words[at:])
    ):
        # 对增长的贡献率增强: what it is of.
        return at
    whole = words[at].zh in _BY and words[-1].zh in _SET
    for end in range(len(words), len(words) - 1 if whole else at + 1, -1):
        inner = words[at + 1 : end]
        tail = ""
        if inner and inner[-1].has("tail"):
            tail, inner = inner[-1].ko("tail"), inner[:-1]
        if (words[at].zh == "在") != bool(tail) or not inner:
            continue
        named = any(word.has("noun", "plan") for word in inner) and (bool(tail) or inner[-1].has("noun", "plan"))
        does = words[at].zh in _FOR_IT and (inner[0].zh in _ENSURING or is_deed(inner[0])) and len(inner) > 1
        # 为保障能源安全发挥作用: what it is to bring about.
        korean = predicate(page, inner) if does else noun_phrase(page, inner) if named else None
        if does and korean is None and end < len(words) and _goes_on(page, words[end:], alone=True):
            # 为推动经济稳定发展贡献力量: no shorter stretch is what it is done for.
            return at
        if korean is None or (end < len(words) and not _goes_on(page, words[end:], alone=words[at].zh in _TURNED_TO)):
            continue
        if end < len(words) and words[at].zh == "随着":
            # 随着需求持续改善: what goes on behind the noun belongs to it.
            return at
        held = tail == _ON_IT and inner[-1].zh.endswith(HELD)
        if words[at].zh == _AIMING and not inner[-1].zh.endswith((*_MADE_TO_BE, *_MET)):
            # 针对中小企业: for their sake, against them, or of them?
            return at
        pattern = "을 위해" if words[at].zh == _AIMING and inner[-1].zh.endswith(_MADE_TO_BE) else pattern
        written = f"{korean}에서" if held else f"{korean} {tail}" if tail else _with_pattern(korean, pattern)
        setting.front = f"{setting.front} {written}".strip()
        return end
    return at


_AIMING = "针对"
_MADE_TO_BE = tuple(tables.words(__package__, "made_to_be"))
"""What 针对 turns to in order that it comes about."""
_MET = tuple(tables.words(__package__, "met_as_is"))
"""What it turns to as it stands."""
_TO_COME = "未来"
_ON_IT = "측면에서"
_ALL = "모두"
_BY = frozenset({"按照", "根据", "依据", "按"})
_SET = frozenset(tables.words(__package__, "set_down"))
"""按照…建造计划: what such a clause ends in is what the deed goes by, and nothing of it is done."""
_TURNED_TO = frozenset({"对", "为", "向"})


def _goes_on(page: Reader, words: Sequence[Token], *, alone: bool) -> bool:
    """Do the words say what is done or measured? `alone`: and by nobody: 对企业的服务措施|作出规定."""
    core = figure(page, words, Setting()) or action(page, words, Setting())
    return core is not None and not (alone and core.who)


def _with_pattern(korean: str, pattern: str) -> str:
    particle, _, rest = pattern.partition(" ")
    if pattern == "로서":
        return f"{with_particle(korean, '으로')}서"
    if particle in ("을", "은", "이", "과"):
        joined = with_particle(korean, particle)
        return f"{joined} {rest}".strip()
    return korean + pattern
