"""Noun phrases: a run of known words becomes Korean in the same order; one unknown word and there is no phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from donghyang.draft.figures import quantity_ko
from donghyang.draft.tokens import Token, tokens
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.tokens import Reader

_SHORT = 7


@dataclass(slots=True)
class _Item:
    """One member of an enumeration while it is put together."""

    words: list[str] = field(default_factory=list)
    held: Token | None = None
    """A count that stands before its noun in Chinese and behind it in Korean."""
    owned: bool = False


def noun_phrase(page: Reader, words: Sequence[Token]) -> str | None:
    """The words as one Korean noun phrase, or None where a word has no Korean form or the order is no phrase."""
    words = [word for word in words if not _silent(word)]
    if not words or words[0].has("conj", "de", "deng") or words[-1].zh in ("的", "和", "与", "及", "、"):
        return None
    items: list[_Item] = [_Item()]
    joints: list[str] = []
    phrase = ""
    for at, word in enumerate(words):
        if word.has("deng"):
            joined = _joined(page, items, joints)
            if joined is None:
                return None
            phrase = f"{phrase} {joined} {word.ko('deng')}".strip()
            items, joints = [_Item()], []
        elif word.has("conj") and not word.has("noun"):
            if not items[-1].words:
                return None
            joints.append(word.ko("conj"))
            items.append(_Item())
        elif not _add(page, items[-1], word, words[at + 1 :]):
            return None
    if not items[-1].words and not items[-1].held:
        return phrase or None
    joined = _joined(page, items, joints)
    return None if joined is None else f"{phrase} {joined}".strip()


def _silent(word: Token) -> bool:
    return word.has("drop") and not word.has("noun")


def _add(page: Reader, item: _Item, word: Token, rest: Sequence[Token]) -> bool:
    """Put one word into the member; False where it cannot stand there."""
    if word.has("plan"):
        written = plan_ko(page, word)
        item.words.append(written)
        return bool(written)
    if word.has("quantity"):
        return _count(page, item, word, rest)
    if word.has("de"):
        if not item.words or item.held:
            return False
        if not item.owned and not item.words[-1].endswith(("적", "급", "형", "의")):
            item.words[-1] += "의"
        item.owned = True
        return True
    if word.has("date") and not item.words:
        item.words.append(word.ko("date"))
        return True
    if not word.has("noun") or word.has("compare"):
        return False
    item.words.append(word.ko("noun"))
    return True


def _count(page: Reader, item: _Item, word: Token, rest: Sequence[Token]) -> bool:
    fact = word.fact
    if not isinstance(fact, Quantity) or item.held:
        return False
    follows = bool(rest) and rest[0].has("noun", "plan") and not rest[0].has("conj", "deng")
    if follows and fact.kind == "count":
        item.held = word
        return True
    if follows and fact.kind not in ("money", "measure"):
        return False
    written = quantity_ko(fact, page.terms, noun=page.text[max(0, word.start - 12) : word.start])
    if written is None:
        return False
    item.words.append(written)
    return True


def _joined(page: Reader, items: list[_Item], joints: list[str]) -> str | None:
    members: list[str] = []
    for item in items:
        words = list(item.words)
        if item.held is not None:
            fact = item.held.fact
            noun = page.text[item.held.end : item.held.end + 12]
            written = quantity_ko(fact, page.terms, noun=noun) if isinstance(fact, Quantity) else None
            if written is None:
                return None
            words.append(written)
        if not words:
            return None
        members.append(" ".join(words))
    if len(members) == 1:
        return members[0]
    if all(len(member) <= _SHORT and " " not in member for member in members):
        return "·".join(members)
    text = members[0]
    for joint, member in zip(joints, members[1:], strict=True):
        text += f", {member}" if joint == "," else f" {joint} {member}"
    return text


# ---------------------------------------------------------------------------------------------- names of plans

_ABOUT = re.compile(r"^关于(?P<what>.+?)的(?P<form>[^的]{1,10})$")
_YEARS = re.compile(r"[（(]\s*(\d{4})\s*[-—–~至]+\s*(\d{4})\s*年?\s*[）)]")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


def plan_ko(page: Reader, word: Token) -> str:
    """The name of a plan in Korean quotes; "" where a word of it has no Korean form."""
    start, end = word.start + 1, word.end - 1
    inner = page.text[start:end]
    years = _YEARS.search(inner)
    tail = f"({years[1]}~{years[2]})" if years else ""
    bracket = _BRACKET.search(inner)
    if bracket:
        end = start + bracket.start()
    written = _plan_words(page, start, end)
    return f"‘{written}{tail}’" if written else ""


def _plan_words(page: Reader, start: int, end: int) -> str | None:
    from donghyang.draft.clauses import predicate

    about = _ABOUT.match(page.text[start:end])
    if not about:
        return noun_phrase(page, _nominal(tokens(page, start, end)))
    what = tokens(page, start + about.start("what"), start + about.end("what"))
    form = noun_phrase(page, tokens(page, start + about.start("form"), start + about.end("form")))
    doing = predicate(page, what) or noun_phrase(page, _nominal(what))
    return f"{doing} {form}" if doing and form else None


def _nominal(words: Sequence[Token]) -> list[Token]:
    """Verbs inside a name are nouns: 发展规划, 促进条例."""
    named: list[Token] = []
    for word in words:
        verb = next((word.ko(role) for role in ("act", "cause", "publish", "event") if word.has(role)), "")
        noun = {"noun": verb} if verb and not word.has("noun") else {}
        named.append(Token(word.zh, word.start, word.end, {**word.roles, **noun}, word.kind, word.fact, word.deadline))  # type: ignore[dict-item]
    return named
