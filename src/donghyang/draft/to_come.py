"""Whether a line tells as done what its sentences say is to come."""

from __future__ import annotations

import re
from functools import cache

from donghyang.draft.vocabulary import is_noun
from donghyang.language import tables
from donghyang.language.hangul import is_syllable, split
from donghyang.verify.key import Key

_TO_COME = re.compile(
    "(?:将|拟|计划|预计|力争|争取|有望|明年|届时|要|应当|应该|目标|(?:(?<=[，。；、：\\s])|^)到(?:20[0-9]{2}年|“十)|20[0-9]{2}年底前)[^。；;！？\n]*"
)
"""From the word that says so to the end of its clause; nouns like 将来 and 重要 hold no verb of a line."""
_NOT_SO = re.compile(
    "将来|将军|重要|主要|需要|要素|要求|纲要|必要|要点|响应|应用|应对|效应|供应|相应|反应|适应|计划单列"
)
_WILL = re.compile("将(?!来|军|士|领)|拟|预计|力争|争取|届时|明年")
_CAME = re.compile(
    "了|已|过(?!程|渡)|完成|实现|成功|近日|日前|昨|当天|今天|目前|达到|突破|开[始工幕]|启动|发布|举行|表示|[上去]年"
)
_DONE = re.compile("(?:[였했됐었았]다|있음|있다|중)$")
_WORD = re.compile("[가-힣]+")
_PREDICATE = 2
"""Words at the end of a line that tell what was done."""


def present(chinese: str) -> str:
    """The sentences without what they say is to come."""
    return _TO_COME.sub("", _NOT_SO.sub(lambda found: "，" * len(found[0]), chinese))


def is_ahead(line: str) -> bool:
    """Whether a line says itself that something is planned, wanted, demanded or hoped."""
    return _ahead().search(line) is not None


def told_too_early(line: str, chinese: str) -> str | None:
    """The end of a line that tells as done what its sentences only say is to come; None where they may say it is."""
    plain = line.rstrip(" .")
    if is_ahead(line) or not _is_done(plain):
        return None
    words = list(_WORD.finditer(plain))[-_PREDICATE:]
    end = plain[words[0].start() :] if words else ""
    letters = "".join(word[0] for word in words)
    early = _says(chinese, letters) and not _says(present(chinese), letters)
    return end if early or all(map(_only_ahead, chinese.splitlines())) else None


def _only_ahead(sentence: str) -> bool:
    """Whether a sentence says what is to come, and nothing that has come about."""
    return _WILL.search(sentence) is not None and _CAME.search(sentence) is None


def _is_done(line: str) -> bool:
    """In a form of telling what was: a past, a present that goes on, or a verb named by ㅁ."""
    last = line.split()[-1:]
    if _DONE.search(line) is not None or not last or is_noun(last[0]):
        return _DONE.search(line) is not None
    return is_syllable(line[-1]) and line[-1] != "임" and split(line[-1])[2] == "ㅁ"


def _says(chinese: str, letters: str) -> bool:
    return bool(Key(chinese).find(letters))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(tables.either(__package__, "ahead"))
