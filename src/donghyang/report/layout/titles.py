"""Titles of sections and of the parts of an article, by the words they are made of."""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.report.grammar import CONTENTS, SUMMARY, names_kind
from donghyang.report.openings import can_be_title

_WORDS = lazily(tables.either(__package__, "title_words"), re.IGNORECASE)
_PADDING = lazily(r"[\s·,/&]+")
_BRACKETS = lazily(r"^[【\[<〈《(]\s*(?P<in>[^【】\[\]<>〈〉《》()]+?)\s*[】\]>〉》)]$")
_RULED = lazily(r"^(?P<sign>[^\w\s(){}\[\]<>])(?P=sign)*\s*(?P<in>\w(?:[^\n]*\w)?)\s*(?P=sign)+$")
"""A title between two like signs, or rows of them."""
_PART = lazily(r"^(?:PART|SECTION|제)\s*[A-Z\dⅠ-Ⅹ]{1,2}\s*(?:부|장|편)?[.:)\s]\s*", re.IGNORECASE)
_LENGTH = 24
_LONGEST = 60
"""Letters; longer lines in brackets are no titles."""
_SUMMARY = lazily(
    r"^(?:(?:이번|금)\s?[호주]\s*)?(?:한눈에\s*보기|(?:핵심|정책|기술|주요)?\s*(?:내용\s*)?요\s*약|핵심\s*내용|주요\s*내용"
    r"|(?:이\s?달|이번\s?[호주]|금주|주간)의?\s*(?:핵심\s*)?(?:요점|포인트|이슈|하이라이트|초점)|핵심\s*(?:요점|포인트|이슈)"
    r"|SUMMARY|HIGHLIGHTS|KEY\s+POINTS|EXECUTIVE\s+SUMMARY)$",
    re.IGNORECASE,
)
_CONTENTS = lazily(
    r"^(?:(?:이번|금)\s*[호주]|오늘의?)?\s*(?:목\s*차|차\s*례|순\s*서|목\s*록|주요\s*기사|(?<=\s)내용|(?<=\s)한눈에)$|^(?:IN\s+THIS\s+ISSUE|TABLE\s+OF\s+CONTENTS)$",
    re.IGNORECASE,
)
_REFERENCES = lazily(
    r"^(?:※\s*)?[<〈\[【(]?\s*(?:참\s*고\s*(?:자\s*료|문\s*헌)|관련\s*(?:자료|기사|링크)|원\s*문(?:\s*자료)?|출\s*처|자료\s*출처"
    r"|references?|sources?|links?)\s*[>〉\]】)]?\s*[:：]?$",
    re.IGNORECASE,
)


def unwrapped(text: str) -> str:
    """The words of a title in brackets, or the text itself."""
    found = (_BRACKETS.match(text.strip()) or _RULED.match(text.strip())) if len(text) <= _LONGEST else None
    return found["in"] if found else text.strip()


def shape(text: str) -> str:
    """The bracket that opens a title which stands in brackets, else ""."""
    return text.strip()[:1] if len(text) <= _LONGEST and _BRACKETS.match(text.strip()) else ""


def section_title(words: str) -> str | None:
    """The title of a section, without brackets and part number; None for a line that is none."""
    title = _PART.sub("", unwrapped(words))
    if not title or len(title) > _LENGTH or not names_kind(title) or not can_be_title(title):
        return None
    left = _PADDING.sub("", _WORDS.sub("", title))
    return title if not left else None


def opens_summary(words: str) -> bool:
    """Whether a line is the title of a summary."""
    return SUMMARY.match(words) is not None or _SUMMARY.match(unwrapped(words)) is not None


def opens_contents(words: str) -> bool:
    """Whether a line is the title of a contents page."""
    return CONTENTS.match(words) is not None or _CONTENTS.match(unwrapped(words)) is not None


def opens_references(words: str) -> bool:
    """Whether a line is the title of a list of references."""
    return _REFERENCES.match(words.strip()) is not None
