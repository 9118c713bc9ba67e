"""Where the clauses of a sentence end: behind connecting endings, and what stands before its first word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.records import Span

_NO_NOUN = r"(?<!(?<![가-힣])[심동남황서북근올피이방저공재상그첫새]해)(?<!지난해)(?<!다음해)"
"""해 ends a verb (육성해), and these nouns: 심해, 동해, 올해, 지난해."""
CLAUSE = lazily(
    r"(?:고|며)(?<=[하되키리이우추히기].)(?=[, ])|면서(?<=[하되키리이우추히기]..)(?=[, ])"
    r"|(?:으며|지만|으나|는데)(?<=[가-힣]..)(?=[, ])|이나(?<=[획정]..)(?=[, ])|(?:하여|되어|시켜)(?<=[가-힣]..)(?=[, ])"
    rf"|해(?<=[가-힣].){_NO_NOUN}(?=[, ])"
    r"|(?:,|，|；|;|、)(?=\s?(?:到|力争|实现|建成|形成|基本|全面))|，|；"
)
_PARTICLE = lazily(r"(?:으?로|까지|[을를은는이가])[,，](?=\s)")
MARKER = lazily(
    r"^(?:[^|┃\n]{0,8}[|┃]\s?)?[\s\-–—*•●○◎◦■□◆▶▷▸▹≫☑✓·∘△ㅇ①-⑳\\]*(?:<[^<>]{1,12}>\s*)*(?:\([^()]{1,14}\)\s*)?"
)


def clauses(text: str, start: int, end: int) -> list[Span]:
    """The clauses of a part of the text, cut behind connecting verb endings, none inside brackets; blanks left out."""
    found, at = [], start
    for cut in CLAUSE.finditer(text, start, end):
        if text.count("(", at, cut.end()) > text.count(")", at, cut.end()):
            continue
        found.append((at, cut.end()))
        at = cut.end()
    found.append((at, end))
    return [stripped(text, clause) for clause in found if text[slice(*clause)].strip(" ,，")]


def behind_particle(text: str, at: int) -> int:
    """Where the words go on behind the particle and comma that a figure before leaves: 50%로, 민간은 10%로."""
    found = _PARTICLE.match(text, at)
    return found.end() if found else at


def stripped(text: str, span: Span) -> Span:
    """The span without blanks and commas at its ends."""
    start, end = span
    while start < end and text[start] in " ,，、；\t":
        start += 1
    while end > start and text[end - 1] in " ,，、；\t\r\n":
        end -= 1
    return start, end
