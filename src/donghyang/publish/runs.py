"""Which stretches of a line are Chinese, so that they get the Chinese shapes of their characters.

One code point has several shapes: Korean Hanja follow the Korean face, simplified Chinese the mainland face.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from donghyang.language.script import has_han, has_hangul

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(
    rf"""
    [{_HAN}]
    (?:
        [{_HAN}]
      # Latin, figures and Chinese punctuation, where they stand between two characters
      | [A-Za-z0-9+.\-\u00b7\u2014\u3001\u3002\u300a\u300b\uff0c\uff1a\uff1b]+ (?=[{_HAN}])
    )*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language."""

    text: str
    chinese: bool


def runs(text: str, *, title: bool = False) -> tuple[Run, ...]:
    """`text` cut where the language changes; the runs joined are `text`, and "" gives none.

    A run of Han characters is Chinese when it holds a character of the simplified script alone; `title` says that the
    text names a source, which is Chinese as a whole when it has Han characters and no Hangul.
    """
    if title and has_han(text) and not has_hangul(text):
        return (Run(text, chinese=True),)
    found: list[Run] = []
    end = 0
    for match in _RUN.finditer(text):
        if not any(map(simplified, match.group())):
            continue
        if match.start() > end:
            found.append(Run(text[end : match.start()], chinese=False))
        found.append(Run(match.group(), chinese=True))
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:], chinese=False))
    return tuple(found)


@cache
def simplified(char: str) -> bool:
    """Whether only mainland China writes `char`: it is in GB 2312, but neither in Big5 nor in KS X 1001."""
    return "\u4e00" <= char <= "\u9fff" and _in("gb2312", char) and not _in("big5", char) and not _in("euc_kr", char)


def _in(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
