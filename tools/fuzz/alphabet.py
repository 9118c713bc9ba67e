"""The tokens of which shapes are made, taken by machine from the program's own patterns and tables.

A pattern is slow on what it nearly matches, so every pattern gives what it begins with, what it repeats, and a whole
match; every table of words gives its words.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import donghyang
from donghyang.language.patterns import Waiting

ROOMS = ("language", "report", "read", "facts", "collect", "stories", "draft", "check", "verify")
SIGNS = (
    *"()（）[]［］〔〕{}<>《》〈〉「」『』【】“”‘’\"'",
    *".,:;!?·、。，：；！？…—–-~～/|\\*#@&%‰$￥¥€₩+=^_`",
    *" \t\n\r\f\v\u00a0\u3000\u200b\ufeff\u00ad\u2060",
    *"0123456789０１②一二十百千万亿兆两半零만억조일",
    *"■□●○▪※☑☞△▲▼*①가나다中国年월일aAzZ가힣",
)
PIECES = (
    *("2025", "2025年", "2025년", "3月", "3일", "'25", "25.", "2025.1.", "2025-01-02", "2025/1/2", "12:30", "第3季度"),
    *("1,000", "1，000", "1.000.000", "12,34亿", "10%", "百分之", "分之", "三分之一", "3조 ", "5천억", "亿元", "억 원"),
    *("(中)", "(美)", "중국(中)", "왕강(王刚)", "중(中)", "《计划》", "《", "“引", "<!-- ", "-->", "<!---->", "<td>"),
    *(
        "http://a.cn/",
        "www.a.cn",
        "a@b.cn",
        "%E4",
        "&amp;",
        "&#x4e2d;",
        "1+1=2 ",
        "△7",
        "합계",
        "평균 ",
        "각각 ",
        "GB/s",
    ),
)
_LONGEST = 24
_CATEGORIES = {"DIGIT": "7", "SPACE": " ", "WORD": "가", "NOT_DIGIT": "가", "NOT_SPACE": "가", "NOT_WORD": "-"}
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


@cache
def tokens(seed: int = 0) -> tuple[str, ...]:
    """All tokens in a fixed order; the seed decides which member stands for a class of characters."""
    rng = random.Random(seed)
    found = [*SIGNS, *PIECES]
    for pattern in sorted(_patterns(), key=lambda pattern: (pattern.pattern, pattern.flags)):
        found += _of_pattern(pattern, rng)
    found += _of_tables(rng)
    return tuple(dict.fromkeys(token for token in found if 0 < len(token) <= _LONGEST))


def _patterns() -> set[re.Pattern[str]]:
    """Every pattern that a module of the rooms keeps, alone or in a table."""
    found: set[re.Pattern[str]] = set()
    for room in ROOMS:
        package = importlib.import_module(f"donghyang.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                found.update(_kept(value))
    return found


def _kept(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Waiting):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from _kept(list(value.keys()))
        yield from _kept(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _kept(inner)


def _of_pattern(pattern: re.Pattern[str], rng: random.Random) -> Iterator[str]:
    parser: Any = importlib.import_module("re._parser")
    parsed = list(parser.parse(pattern.pattern, pattern.flags))
    for upto in range(1, len(parsed) + 1):
        yield _sample(parsed[:upto], rng)
    yield from _repeated(parsed, rng)


def _repeated(items: list[Any], rng: random.Random) -> Iterator[str]:
    """What the pattern may repeat often, and what stands before it in its own sequence."""
    for at, (op, value) in enumerate(items):
        if str(op) in _REPEATS and int(value[1]) > 8:
            yield _sample(list(value[2]), rng)
            yield _sample(items[: at + 1], rng)
        for inner in _inside(str(op), value):
            yield from _repeated(inner, rng)


def _inside(op: str, value: Any) -> list[list[Any]]:
    if op == "BRANCH":
        return [list(branch) for branch in value[1]]
    if op in _REPEATS:
        return [list(value[2])]
    if op in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return [list(value[-1])]
    return [list(value)] if op == "ATOMIC_GROUP" else []


def _sample(items: list[Any], rng: random.Random) -> str:
    """A text that the items match, assertions aside."""
    parts: list[str] = []
    for op, value in items:
        kind = str(op)
        if kind == "LITERAL":
            parts.append(chr(value))
        elif kind in ("NOT_LITERAL", "ANY"):
            parts.append("가")
        elif kind == "IN":
            parts.append(_member(list(value), rng))
        elif kind in _REPEATS:
            parts.append(_sample(list(value[2]), rng) * max(1, min(int(value[0]), 4)))
        elif kind not in ("ASSERT", "ASSERT_NOT") and (inside := _inside(kind, value)):
            parts.append(_sample(rng.choice(inside), rng))
    return "".join(parts)


def _member(members: list[Any], rng: random.Random) -> str:
    """One character of a class; for what a class excludes a syllable, a figure or a character that it does not name."""
    if str(members[0][0]) == "NEGATE":
        return rng.choice("가1中a ")
    op, value = rng.choice(members)
    if str(op) == "RANGE":
        return chr(rng.randint(*value))
    if str(op) == "CATEGORY":
        return _CATEGORIES.get(str(value).removeprefix("CATEGORY_"), "가")
    return chr(value)


def _of_tables(rng: random.Random) -> Iterator[str]:
    """Words of the rooms' tables, at most thirty of a table."""
    for path in sorted(Path(donghyang.__path__[0]).rglob("data/*.tsv")):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
        cells = [cell for row in rows for cell in row[:2]]
        yield from rng.sample(cells, min(30, len(cells)))
