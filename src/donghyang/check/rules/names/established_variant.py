"""잘 알려진 기업 이름이 두 가지로 쓰이거나 한 소리 다릅니다. | A well-known firm stands in two forms, or one sound off.

왜: 한 글에서 유비테크와 유비텍이 함께 쓰이면 두 회사로 보인다. 알려진 이름은 한 가지로 적는다.
Why: With 유비테크 and 유비텍 in one text readers see two firms; a known name has one form in a text.
Bad: 노보노디스크와 베링거인겔하임이 참여하고, 베링거인갤하임은 공장을 지음
Good: 노보노디스크와 베링거인겔하임이 참여하고, 베링거인겔하임은 공장을 지음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.nearness import confusable, distance, one_open
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "established-variant"
CLASS = "name-variant"
SEVERITY = "warning"

_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{4,12}")
_HANGUL = lazily(r"[가-힣]{4,}")
_KIN = 0.5
"""How near two accepted forms must be to be taken for two spellings, not for a name and its translation."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Accepted forms of a name beside another one, and words one sound off a form.

    Beside Hanja another rule tells it.
    """
    first: dict[str, tuple[str, Span]] = {}
    beside = {pair.end for pair, _ in judged_pairs(sheet)}
    for passage in sheet.of(KOREAN):
        for found in _WORD.finditer(passage.text):
            word = next((form for form in _cut(found[0]) if form in _forms() or _misspelled(form)), "")
            span = (passage.start + found.start(), passage.start + found.start() + len(word))
            if word in _forms():
                hanzi = _forms()[word]
                form, where = first.setdefault(hanzi, (word, span))
                if form != word and distance(form, word) <= _KIN:
                    message = Message(
                        f"'{form}'과(와) '{word}', 같은 이름이 두 가지로 적혔습니다.",
                        f"one name is '{form}' and '{word}'.",
                    )
                    yield Hit(*span, message, related=(where,))
            elif word and span[1] not in beside and (right := _misspelled(word)):
                yield Hit(*span, Message(f"'{right}'의 잘못인 듯합니다.", f"this seems to be '{right}' misspelled."))


def _cut(word: str) -> tuple[str, str]:
    """A word as it stands, for 하임 ends like a particle, and without its particle."""
    return word, without_particle(word)


@cache
def _forms() -> dict[str, str]:
    """Forms of firms of four syllables and more with the Chinese name; universities have theirs long and short."""
    found: dict[str, str] = {}
    for known in (*firms_abroad().values(), *established_names().values()):
        for form in known.forms if known.kind == "firm" else ():
            if _HANGUL.fullmatch(form):
                found.setdefault(form, known.hanzi)
    return found


def _misspelled(word: str) -> str | None:
    """The form of which a word is one sound off; None for words of the language."""
    if word in ordinary():
        return None
    for opened in one_open(word):
        for form in _gaps().get(opened, ()):
            if confusable(form, word):
                return form
    return None


@cache
def _gaps() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form in _forms():
        for opened in one_open(form):
            found.setdefault(opened, []).append(form)
    return found
