"""Names of plans and laws in Korean quotes: 《智能机器人应用推广行动方案》 -> ‘스마트 로봇 응용 보급 행동방안’."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.deeds import predicate
from donghyang.draft.doing import TURNED, is_deed, is_somebody
from donghyang.draft.lexicon import counters
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.language.script import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token

_ABOUT = re.compile(r"^(?P<about>关于)?(?P<what>.+?)的(?P<form>[^的]{1,10})$")
_YEARS = re.compile(r"[（(]\s*(\d{4})\s*[-—–~～至]+\s*(\d{4})\s*年?\s*[）)]")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
_DEEDS: tuple[Role, ...] = ("act", "cause", "publish", "event")


def words_of(page: Reader, start: int, end: int) -> tuple[Token, ...]:
    """The words of `page.text[start:end]`, plans among them with their Korean name; "" where one has none."""
    return tuple(_with_name(page, word) if word.has("plan") else word for word in tokens(page, start, end))


def _with_name(page: Reader, word: Token) -> Token:
    return replace(word, roles={**word.roles, "plan": named(page, word.start + 1, word.end - 1)})


_ONE_YEAR = re.compile(r"(?:19|20)\d\d年?")


def named(page: Reader, start: int, end: int) -> str:
    """The plan that `page.text[start:end]` names, in Korean quotes; "" where it has no Korean form."""
    inner = page.text[start:end]
    years = _YEARS.search(inner)
    tail = f"({years[1]}~{years[2]})" if years else ""
    bracket = _BRACKET.search(inner)
    if bracket:
        end = start + bracket.start()
        inside = fold(bracket.group().strip("（）()"))
        stage = counters("stage").get(inside) or (inside.removesuffix("年") if _ONE_YEAR.fullmatch(inside) else None)
        if not stage and _DRAFTED.search(inside):
            # 条例（修订草案）: what is not in force is no such paper yet.
            return ""
        tail = f"({stage})" if stage else tail
    written = _words(page, start, end)
    # 甲的乙的丙: of so many deeds the Korean shows no more which is done to which.
    return f"‘{written.replace(_FURTHER, '')}{tail}’" if written and written.count("의 ") < _MOST_DEEDS else ""


_FURTHER = "한층 "
"""关于进一步加强…的意见: a paper's name goes without it in Korean."""
_DRAFTED = re.compile("稿|草案|修[订正]")


def _words(page: Reader, start: int, end: int) -> str | None:
    about = _ABOUT.match(page.text[start:end])
    words = words_of(page, start, end)
    if len(words) > _FORM + 1 and is_deed(words[0]) and words[-2].zh == _CAMPAIGN:
        # 提振消费专项行动方案: the campaign is called by what it does.
        doing, rest = predicate(page, words[:-2]), noun_phrase(page, words[-2:])
        return f"{doing} {rest}" if doing and rest else None
    if len(words) > 2 and is_deed(words[0]) and words[-2].zh in _INNER:
        return None  # 扩大内需战略规划纲要: the deed is done to what stands before 规划
    if not about or not (about["about"] or is_deed(words[0])):
        return _deed_and_form(page, words) or (None if _tells(words) else noun_phrase(page, nominal(words)))
    what = words_of(page, start + about.start("what"), start + about.end("what"))
    skipped = next((at for at, word in enumerate(what) if not word.has("adv") or word.has("noun")), 0)
    if skipped and is_deed(what[skipped]):
        # 关于持续深入推进甲若干措施的意见: how it is done stands in front of the deed, and no row of nouns says it.
        return None
    form = noun_phrase(page, words_of(page, start + about.start("form"), start + about.end("form")))
    named_so = about["about"] or not is_deed(what[0])
    doing = predicate(page, what)
    if not doing and named_so and not (is_deed(what[0]) and _tells(what)):
        # 关于加强服务助力发展的意见: what the first deed is done to does the second, which no row of nouns says.
        doing = _led_by_deed(page, what) if is_deed(what[0]) else noun_phrase(page, nominal(what))
    return f"{doing} {form}" if doing and form else None


def _led_by_deed(page: Reader, what: Sequence[Token]) -> str | None:
    """加强监督体系建设: what stands behind the deed as a name, and the deed behind it."""
    verb = next((what[0].ko(role) for role in _DEEDS if what[0].has(role)), "")
    thing = noun_phrase(page, nominal(what[1:])) if len(what) > 1 else None
    return f"{thing} {verb}" if thing and verb and not verb.startswith(TURNED) else None


_CAMPAIGN = "专项行动"
_FORM = 2
"""Words of a campaign and of the kind of paper (专项行动, 方案)."""
_INNER = frozenset(tables.words(__package__, "inner_plans"))
_MANAGED = ("管理", "监管", "监督")
_MOST_DEEDS = 2
"""Deeds in a plan's name that Korean can still put in order."""


def _deed_and_form(page: Reader, words: Sequence[Token]) -> str | None:
    """推动设备更新行动方案, 企业落实主体责任规定: what is to be done, and by whom, then the kind of document.

    None for any other name.
    """
    deeds = [at for at, word in enumerate(words) if is_deed(word)]
    first = next((at for at in deeds if at + 1 not in deeds), len(words))
    if len(deeds) > _MOST_DEEDS or (len(words) > 1 and words[-2].zh.endswith(_MANAGED)):
        # 落实主体责任监督管理规定: whether the deed is done to the last word or stands beside it, its order hides.
        return None
    skips = all(word.has("adv") for word in words[:first])
    if not first + 1 < len(words) - 1 + skips or words[-1].kind != "document":
        return None
    form = noun_phrase(page, words[-1:])
    what = predicate(page, words[first:-1])
    if first and not skips and not is_somebody(words[first - 1]):
        # 行政法规制定程序条例: nobody does it, it is what the paper is about.
        return None
    who = "" if skips else noun_phrase(page, nominal(words[:first]))
    if not what or not form or who is None or (who and any(word.has("conj") for word in words[first:-1])):
        # 智能体规范应用与创新发展意见: how far the deed reaches is not to be seen.
        return None
    return f"{who}의 {what} {form}" if who else f"{what} {form}"


def _tells(words: Sequence[Token]) -> bool:
    """A deed between two things (标准引领产业升级): its order is not that of a Korean name."""
    return any(is_deed(word) and not word.has("noun", "adv") for word in words[1:-2])


_NAMED_SO = counters("named")


def nominal(words: Sequence[Token]) -> list[Token]:
    """Inside a name verbs are nouns (发展规划)."""
    made: list[Token] = []
    for word in words:
        verb = next((word.ko(role) for role in _DEEDS if word.has(role)), "")
        korean = word.ko("noun") or _NAMED_SO.get(word.zh, verb)
        made.append(replace(word, roles={"noun": korean}) if verb and korean else word)
    return made
