"""The office that issued a notice, where its page has no table that says so: its label, its signature, its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.read.head import Head

_OFFICE = re.compile(rf"[一-鿿（）()“”]{{1,28}}(?:{tables.either(__package__, 'office_tails')})")
"""An office by the word its name ends in (GB/T 9704-2012, 7.3.5: the full name, or the usual short one)."""
_LABEL = re.compile(
    r"(?:发文机[关构]|发布机[关构]|发[文布]单位|制[发定]机关|印发机关)\s*[：:]\s*([^\s：:，。|｜]{3,40})"
)
_TITLED = re.compile(r"(.{3,60}?)(?:关于(?!.*[：:])|(?:公告|令|通告)\s*(?:[（(]|\d{4}\s*年\s*第))")
_BUYER = re.compile(
    r"(?:[（(]?[一二三四五\d][)）.．、]\s*)?(?:采购人|招标人|采购单位)(?:信息|名称)?\s*[：:]?\s*([^：:，。\s]*)$"
)
_CALLED = re.compile(r"名\s*称\s*[：:]\s*([^：:，。\s]{4,40})$")
_MOST = 12
"""So many offices sign one notice at most."""


def issuer(
    head: Head, title: str | None, around: Sequence[str], article: Sequence[str], outlet: str | None
) -> str | None:
    """Who issued a notice, several offices joined by "、"; None where nothing on the page makes it certain.

    A news page has none: neither its source nor its site issued anything, unless the two are the same office.
    """
    labelled = next((found[1] for line in around if (found := _LABEL.search(line))), None)
    return (
        (labelled if labelled and _OFFICE.fullmatch(labelled) else None)
        or _signed(article)
        or _titled(title or "")
        or _opened(article)
        or _buyer(article)
        or (outlet if outlet and _OFFICE.fullmatch(outlet) and outlet in _site(head) else None)
    )


def _signed(article: Sequence[str]) -> str | None:
    """The offices that stand above the first day that stands alone, or beside it."""
    for at, line in enumerate(article):
        day = next(iter(days.find(line)), None)
        if day is None or day.short or len(line) - day.end > 2:
            continue
        before = line[: day.start].strip(" \u3000（(")
        signing = _offices(before)
        if before and not signing:
            continue
        while not before and len(signing) < _MOST and at > 0 and (more := _offices(article[at - 1])):
            signing, at = more + signing, at - 1
        if signing:
            return "、".join(signing)
    return None


def _titled(title: str) -> str | None:
    """The offices with whose names a title begins (科技部关于…的通知)."""
    found = _TITLED.match(title)
    return "、".join(_offices(found[1])) or None if found else None


def _opened(article: Sequence[str]) -> str | None:
    """Two offices or more in the first line, as joint reports name their authors."""
    offices = _offices(article[0]) if article else []
    return "、".join(offices) if len(offices) > 1 else None


def _buyer(article: Sequence[str]) -> str | None:
    """Who invites tenders: the 采购人 of a notice after the form of the Ministry of Finance (财办库〔2020〕50号)."""
    for at, line in enumerate(article):
        found = _BUYER.match(line)
        below = _CALLED.match(article[at + 1]) if found and at + 1 < len(article) else None
        name = (found[1] or (below[1] if below else "")) if found else ""
        if _OFFICE.fullmatch(name):
            return name
    return None


def _site(head: Head) -> tuple[str, ...]:
    """What a page calls its site: its own field, and the last part of its <title>."""
    tail = re.split(r"[\s_|｜–—-]+", head.title)[-1]
    return tuple(name for name in (tail, head.say("sitename"), head.say("og:site_name")) if name)


def _offices(line: str) -> list[str]:
    """The offices that a line names and nothing else; empty where it names anything else."""
    if len(line) > 200:
        return []
    parts = [part for part in re.split(r"[\s\u3000、]+", line) if part]
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    return parts if parts and all(len(part) > 2 and _OFFICE.fullmatch(part) for part in parts) else []
