"""로마자 이름의 철자가 틀렸거나 글 안에서 다릅니다. | A Latin name is misspelled, or spelled in two ways.

왜: 글자가 빠지거나 자리가 바뀐 이름은 찾을 수 없고, 다른 회사의 이름이 되기도 한다.
Why: A name with a letter lost or two exchanged is not to be found, or is another firm's.
Bad: ASLM의 장비를 쓰는 SMIC와 SMCI의 협력사, 학술지 Nature Comunications에 실림
Good: ASML의 장비를 쓰는 SMIC와 SMIC의 협력사, 학술지 Nature Communications에 실림
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.nearness import one_apart, one_open, one_out
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "latin-spelling"
CLASS = "name-variant"
SEVERITY = "warning"

_WORD = lazily(r"(?<![A-Za-z0-9.@/_-])[A-Za-z]{4,20}(?![A-Za-z0-9]*[@/_])(?![A-Za-z0-9-]|\.[a-z])")
_NUMBER = lazily(r"[ -]?[0-9]")
_NEXT = lazily(r" ([A-Za-z]{3,})")
_URL = lazily(r"https?://\S+|www\.\S+")
_LONG = 6
"""Letters of a name that another word is near to by chance less often."""
_EDGE = 2
"""The last letters of a word, in which its endings differ: Material, Materials."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    behind: str
    """The Latin word behind it, "0" for a number, "" for neither."""

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.text)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words near to a known name, and words that stand once and are near to one that stands before or more often."""
    often: dict[str, list[_Word]] = {}
    for word in _words(sheet):
        often.setdefault(word.text, []).append(word)
    for text, places in often.items():
        if text in _right_forms() or text.lower() in _right_forms():
            continue
        if right := _right(text):
            yield _hit(places[0], right)
        elif len(places) == 1:
            usual = next((others[0] for others in often.values() if _is_meant(places[0], others)), None)
            if usual:
                yield _hit(places[0], usual.text, usual)


def _hit(word: _Word, right: str, other: _Word | None = None) -> Hit:
    message = Message(
        f"'{word.text}'은(는) '{right}'을(를) 잘못 적은 것일 수 있습니다.", f"'{word.text}' may be meant for '{right}'."
    )
    return Hit(*word.span, message, related=(other.span,) if other else ())


def _words(sheet: Sheet) -> Iterator[_Word]:
    for passage in sheet.passages:
        if passage.part == "imprint":
            continue
        line = _URL.sub(lambda found: " " * len(found[0]), passage.text)
        for found in _WORD.finditer(line):
            follows = _NEXT.match(line, found.end())
            behind = "0" if _NUMBER.match(line, found.end()) else follows[1] if follows else ""
            yield _Word(found[0], passage.start + found.start(), behind)


@cache
def _listed(kind: str) -> frozenset[str]:
    """The names of one kind; "also" are those that are right, near as they are to another one."""
    rows = tables.read(__package__, "latin_names.tsv")
    return frozenset(name for listed, names in rows if listed == kind for name in names.split())


@cache
def _right_forms() -> frozenset[str]:
    """The known names, and these in small letters, in which capitals are another rule's."""
    names = _listed("acronym") | _listed("word")
    return names | {name.lower() for name in names}


def _right(text: str) -> str | None:
    """The known name of which `text` is a misspelling."""
    if text in _listed("also"):
        return None
    if text.isupper():
        return next((right for right in _exchanged(text) if right in _listed("acronym")), None)
    if not text[0].isupper() or len(text) < _LONG:
        return None
    added = next((right for right in _inside(one_out(text)) if right in _listed("word")), None)
    return added or next((_near()[form] for form in (text, *_inside(one_open(text))) if form in _near()), None)


@cache
def _near() -> dict[str, str]:
    """The long known words by what they are with one letter inside lost or left open, or two neighbours exchanged."""
    found: dict[str, str] = {}
    for name in _listed("word"):
        if len(name) > _LONG:
            near = (*_inside(one_out(name)), *_inside(one_open(name)), *_exchanged(name))
            found.update(dict.fromkeys(near, name))
    return found


def _inside(forms: Iterable[str]) -> list[str]:
    """The forms in which a letter inside the word was changed, not its first one nor its ending."""
    return list(forms)[1:-_EDGE]


def _exchanged(text: str) -> Iterator[str]:
    """The forms of a word with two neighbouring letters exchanged, the first one of a word in small letters kept."""
    for at in range(0 if text.isupper() else 1, len(text) - 1):
        if text[at] != text[at + 1]:
            yield f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"


def _is_meant(word: _Word, others: list[_Word]) -> bool:
    """Is `word` another one of the text but for a slip? Of the same letters, or one letter off before the same word or
    a number, as all of that name; of two that stand once the first is right."""
    text, other = word.text, others[0].text
    if text == other or len(text) != len(other) or text[0] != other[0] or text.isupper() != other.isupper():
        return False
    if len(others) == 1 and others[0].start > word.start:
        return False
    if text.isupper() or len(text) < _LONG or not text[0].isupper():
        return text.isupper() and sorted(text) == sorted(other)
    if sorted(text) == sorted(other):
        return True
    same = any(word.behind and word.behind == one.behind for one in others)
    return one_apart(text, other) is not None and same and (word.behind != "0" or len(others) > 1)
