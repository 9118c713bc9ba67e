"""Words that look like a deed and what it is done to, and are none: a measure, a name, how long ago it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.doing import ACTING, HEADED, OF_MEASURES, is_deed
from donghyang.draft.lexicon import ACTOR_KINDS, free_deeds, relational_measures
from donghyang.draft.subjects import PREDICATES
from donghyang.language import tables
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token


_QUOTED = ("“", "‘", "「")


def is_none(page: Reader, words: Sequence[Token], at: int, role: Role) -> bool:
    """Is the word at `at`, with what stands behind it, no deed and what it is done to?"""
    verb, behind = words[at], words[at + 1 :]
    if at and role != "cause" and len(behind) > 1 and behind[-1].has("publish") and not behind[-1].has("noun"):
        # 示范区建设单位公布: what is told is the last word.
        return True
    if in_quotes(page, verb, behind) or both_deeds(verb, behind) or gains(verb, behind, role):
        return True
    if role == "cause" and len(behind) == 1 and behind[0].zh == "布局":
        # 改造加速布局: of what it is the placing, nobody says.
        return True
    if of_what_kind(behind) or (role == "cause" and gives_up(behind)):
        return True
    if behind[0].has(*PREDICATES) and (behind[0].zh.endswith("了") or page.folded.startswith("了", behind[0].end)):
        # 创新带来了升级: what has 了 is the deed.
        return True
    if (
        lasts(verb.ko(role), behind)
        or is_how_far(verb, behind)
        or (at and words[at - 1].has("noun") and is_number_of(behind))
        or (role == "cause" and others_do(behind))
    ):
        return True
    if at and words[at - 1].kind == "metric" and behind[-1].zh in _TO_BE_MET:
        # 排放完成目标任务: it is brought to where it is to be, and does nothing.
        return True
    if role != "publish" and behind[-1].zh.endswith(_NAMED_MEETINGS) and not verb.zh.startswith(_HELD):
        # 学习贯彻思想研讨会: what the meeting is on.
        return True
    if verb.zh in _STANDS_IN and behind[-1].zh != "阶段":
        # 正处于低位: only a stage goes on.
        return True
    # 加快发展方式转型: what is changed is the way, 发展 is part of its name.
    return verb.zh.endswith("发展") and behind[0].zh in WAYS


_NAMED_MEETINGS = tuple(tables.words(__package__, "named_meetings"))
_HELD = tuple(tables.words(__package__, "done_to_meetings"))
_TO_BE_MET = frozenset(tables.words(__package__, "to_be_met"))
_STANDS_IN = frozenset({"正处于", "正处在"})
WAYS = frozenset(tables.words(__package__, "ways"))


def lasts(korean: str, behind: Sequence[Token]) -> bool:
    """启动三年, 进驻空间站一个月: is it how long ago, and nothing that is done?"""
    fact = behind[-1].fact
    alone = len(behind) == 1 or korean in _STAYS
    return alone and isinstance(fact, Quantity) and fact.unit in _TIME_UNITS


_STAYS = frozenset(tables.words(__package__, "stays"))


def is_how_far(verb: Token, behind: Sequence[Token]) -> bool:
    """责任落实情况: is it how far something has come, and nothing that is done to that?"""
    return (
        len(behind) == 1 and behind[0].zh in _STATES and not verb.zh.startswith(_LOOKED_AT) and not verb.has("publish")
    )


_STATES = frozenset(tables.words(__package__, "states"))

_LOOKED_AT = tuple(tables.words(__package__, "looked_at"))


def gives_up(behind: Sequence[Token]) -> bool:
    """支持产业发展减税降费1万亿元: what is given up for it is measured, and not done to it."""
    what = behind[:-1]
    if what and what[-1].has("level"):
        what = what[:-1]
    return bool(what) and behind[-1].has("quantity") and what[-1].zh.endswith(_GIVEN_UP)


_GIVEN_UP = tuple(tables.words(__package__, "given_up"))


def is_number_of(behind: Sequence[Token]) -> bool:
    """社会组织超过4万家: is it how many there are of what the word in front names?"""
    fact = behind[0].fact
    counted = len(behind) == 1 and isinstance(fact, Quantity) and fact.kind == "count"
    return counted and behind[0].zh.startswith(("超", "达", "逾", "近", "约"))


def others_do(behind: Sequence[Token]) -> bool:
    """支持甲、乙等攻关重大任务: do those that are named do something?"""
    at = next((at for at, word in enumerate(behind) if word.has("deng")), None)
    if at is None or at + 2 >= len(behind):
        return False
    does, what = behind[at + 1], behind[at + 2]
    described = what.kind == "modifier" or what.zh.startswith(("重大", "关键", "核心"))
    return does.has("act") and (described or (is_deed(does) and not behind[-1].zh.endswith(HEADED)))


_TIME_UNITS = frozenset({"年", "个月", "月", "天", "日", "周", "小时", "周年"})


def measures(verb: Token, behind: Sequence[Token]) -> bool:
    """测试总里程2500万公里, 布局比例7%: such a verb in front of a measure is part of its name."""
    if len(behind) < 2 or not behind[-1].has("quantity") or verb.zh in OF_MEASURES:
        return False
    if behind[-1].zh.endswith(_TIMES_DONE) and verb.zh not in _CARRIED_OUT:
        # 专利转让许可1.8万次: two deeds that are counted.
        return True
    measure = next((word for word in reversed(behind[:-1]) if not word.has("adv", "level")), behind[-2])
    sized = measure.kind == "metric" or measure.zh.endswith(_SIZES)
    return measure.zh in relational_measures() or (sized and verb.zh in free_deeds())


_TIMES_DONE = "次"

_CARRIED_OUT = frozenset(tables.words(__package__, "done_so_often"))

_SIZES = ("容量", "规模", "面积")


def describes(verb: Token, behind: Sequence[Token]) -> bool:
    """开展科技活动的单位: in front of 的 and somebody or something that does it, a deed only describes."""
    last = behind[-1]
    if verb.zh in _CARRYING_OUT and any(word.has("de") for word in behind):
        # 将执行任务的火箭: what carries it out, and not the task's.
        return True
    if len(behind) > 2 and behind[-2].has("de") and last.zh in _PAPERS:
        # 建设示范区的意见: a paper's name.
        return True
    return any(word.has("de") for word in behind) and (last.kind in ACTOR_KINDS or last.zh.endswith(_DOERS))


_PAPERS = frozenset(tables.words(__package__, "papers"))

_DOERS = (*ACTING, *tables.words(__package__, "doers"))


def is_measure(subject: Token, verb: Token) -> bool:
    """经费投入强度: a measure does nothing; what follows it is the rest of its name."""
    return subject.kind == "metric" and verb.zh.removesuffix("了") not in OF_MEASURES


def fits(behind: Sequence[Token], role: Role) -> bool:
    """A document is published, not a noun of any kind; a verb needs a thing, not a bare number."""
    solid = [word for word in behind if not word.has("drop")]
    if role == "publish":
        return any(
            word.has("plan") or word.kind in ("document", "policy", "metric", "noun", "technology") for word in solid
        )
    return any(word.has("noun", "plan") or isinstance(word.fact, Quantity) for word in solid)


def in_quotes(page: Reader, verb: Token, behind: Sequence[Token]) -> bool:
    """“建设中心”的目标: does the deed only say in quotes what kind of aim or plan it is?"""
    opens = page.text[verb.start - 1 : verb.start] in _QUOTED
    return opens and any(word.has("de") and page.text[word.start - 1] in "”’」" for word in behind)


def of_what_kind(behind: Sequence[Token]) -> bool:
    """支持|加大投入的政策减税7972亿元: does what is supported only say of what kind the policy is?"""
    return behind[-1].has("quantity") and any(word.has("de") for word in behind[:-2])


def both_deeds(verb: Token, behind: Sequence[Token]) -> bool:
    """不断创新突破: two deeds side by side, of which neither is done to the other."""
    if verb.zh in _BUILDING and behind[0].has("act"):
        # 新建更新设施农业: what is renewed is not built.
        return True
    runs = behind[0].zh in _RUNS  # 基金设立运行
    return (runs or verb.zh in free_deeds()) and len(behind) == 1 and behind[0].has(*PREDICATES, "event", "level")


_RUNS = frozenset(tables.words(__package__, "runs"))

_BUILDING = frozenset({"新建", "改建", "扩建", "新改建", "新扩建"})


def gains(verb: Token, behind: Sequence[Token], role: Role) -> bool:
    """推进改革取得重要成果: is the gain what comes of the deed, and not what the deed is done to?"""
    return role == "cause" and any(word.zh.startswith(_GAINING) for word in behind[1:]) and verb.zh not in _MAKING


_CARRYING_OUT = frozenset(tables.words(__package__, "carrying_out"))

_GAINING = ("取得", "获得", "赢得")

_MAKING = frozenset({"支持", "鼓励", "引导", "帮助"})
