"""Names that a Korean text gives in two scripts: 품질 강국(質量強國), 宋保亮(송바오량).

The Hanja stand in the brackets whole; where the Korean form begins has to be found. It grows to the left word by word
while it is shorter than the Hanja, or while another word begins as the Hanja do, by Korean reading or Chinese sound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from donghyang.language.hanja import hangul_readings, initial_form
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import pinyin_of
from donghyang.language.script import has_han, has_hangul, is_han, script_of, simplify
from donghyang.language.terms import Termbase
from donghyang.language.transliterate import looks_like_person, syllable
from donghyang.records import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN, _CLOSE = "(（", ")）"
_BRACKET = lazily(f"[{_OPEN}{_CLOSE}]")
_SEPARATOR = lazily(r"\s*[,，;；/·・|]\s*|:\s+")
_QUOTES = "'\"‘’“”「」『』《》〈〉"
# What no name of several words reaches across.
_BOUNDARY = lazily(r"[\t\n,，;；:：.。!?…()（）\[\]<>|△▲①-⑳●○■□▪◦]|[" + _QUOTES + r"]|(?<!\S)[-–—*✓☑☞▶](?!\S)")
_WORD = lazily(r"[^\s·・&/]+")
_LOOKAHEAD = 3
_LONG = 4
_MOST_WORDS = 6
_LONGEST_SOUNDS = 12
"""Syllables of two characters, however they are said."""
_REACH = 400
"""So many characters before a bracket may hold the name; no six words are longer."""
_LONGEST = 60
"""Characters of a name; a longer run of them is text in brackets."""
# Words that end so belong to the sentence, not to the name behind them.
_SENTENCE_WORD = lazily(
    r"(?:[은는을를의와과도만]|에서|에게|으로|까지|부터|에|이며|하고|하며|하여|하는|되는|되어|위한|위해|통해|대한|따라|따른|관한|"
    r"해|한|된|될|할|및|등|중|내|측|간|인|적인|들이|들은|[가-힣]{2,}[이가])$"
)


@dataclass
class _Line:
    """A line of the text: where it stands, and whether it is Korean."""

    text: str
    start: int
    end: int

    @cached_property
    def is_korean(self) -> bool:
        return has_hangul(self.text[self.start : self.end])


def find_names(text: str) -> list[Name]:
    """Every pair of a Korean form and Chinese characters, either of them in brackets, in order; [] without one."""
    found: list[Name] = []
    for line in _lines(text):
        for start, end in _brackets(line):
            name = _hanja_inside(line, start, end) or _hangul_inside(line, start, end)
            if name:
                found.append(name)
    return sorted(found, key=lambda name: (name.start, name.end))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _Line(text, start, end)
        start = end + 1


def _brackets(line: _Line) -> Iterator[tuple[int, int]]:
    """Outermost bracket pairs of a line: (place of the opening, place behind the closing)."""
    depth = 0
    start = 0
    for found in _BRACKET.finditer(line.text, line.start, line.end):
        if found[0] in _OPEN:
            depth += 1
            start = found.start() if depth == 1 else start
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, found.end()


# ---------------------------------------------------------------------------------------------- Hanja in brackets


def _hanja_inside(line: _Line, start: int, end: int) -> Name | None:
    text = line.text
    hanja = _han_part(text[start + 1 : end - 1])
    if hanja is None:
        return None
    korean = _korean_before(text, max(line.start, start - _REACH), start, hanja)
    if korean is None:
        return None
    first, last = korean
    form = text[first:last]
    if not has_hangul(form) and not (line.is_korean and not has_han(form)):
        return None
    return Name(text[first:end], first, end, form, hanja, kind_of_name(hanja))


def _han_part(inside: str) -> str | None:
    """The part of a bracket that is Chinese: 散裂中子源 of (散裂中子源, Spallation Neutron Source)."""
    for part in _parts(inside):
        plain = part.strip(" *" + _QUOTES)
        letters = [char for char in plain if not char.isspace()]
        if not plain or has_hangul(plain) or not has_han(plain):
            continue
        if sum(map(is_han, letters)) * 2 >= len(letters):
            return plain
    return None


def _parts(inside: str) -> list[str]:
    """The parts of a bracket; separators in inner brackets divide nothing."""
    if any(char in inside for char in _OPEN):
        return [inside]
    return _SEPARATOR.split(inside)


def _korean_before(text: str, line: int, bracket: int, hanja: str) -> tuple[int, int] | None:
    """Where the form in front of a bracket stands: a quoted one whole, else as many words as the Hanja ask for."""
    last = bracket
    while last > line and text[last - 1] in " *":
        last -= 1
    if last > line and text[last - 1] in "'\"’”」』》〉":
        opening = max(text.rfind(mark, line, last - 1) for mark in "'\"‘“「『《〈")
        return (opening + 1, last - 1) if opening >= 0 and last - 1 > opening + 1 else None
    words = _words(text, line, last)
    if not words:
        return None
    count = _fitting(text, words, last, hanja)
    first = words[-count][0]
    return (_whole_reading(text[first:last], hanja) if count == 1 else 0) + first, last


def _words(text: str, line: int, last: int) -> list[tuple[int, int]]:
    """Places of the words that end at `last`, from left to right, back to the nearest boundary."""
    first = line
    depth = 0
    for at in range(last - 1, line - 1, -1):
        # A bracket inside the form belongs to it: 과기집단(선전)유한회사.
        depth += (text[at] in _CLOSE) - (text[at] in _OPEN)
        if depth < 0 or (depth == 0 and text[at] not in _OPEN and _BOUNDARY.match(text, at)):
            first = at + 1
            break
    found = [match.span() for match in _WORD.finditer(text, first, last)]
    return found[-_MOST_WORDS:]


def _fitting(text: str, words: list[tuple[int, int]], last: int, hanja: str) -> int:
    """How many of the last words are the name."""
    needed = sum(map(is_han, hanja))
    count = 1
    while count < len(words):
        form = text[words[-count][0] : last]
        if _size(form) >= needed:
            break
        if _SENTENCE_WORD.search(text[slice(*words[-count - 1])]) and not _begins_as(
            text[words[-count - 1][0] : last], hanja
        ):
            break
        count += 1
    if _begins_as(text[words[-count][0] : last], hanja):
        return count
    for more in range(count + 1, min(count + _LOOKAHEAD, len(words)) + 1):
        form = text[words[-more][0] : last]
        if _begins_as(form, hanja) or (needed >= _LONG and _begins_as(form, hanja, first=1)):
            return more
    return count


def _whole_reading(word: str, hanja: str) -> int:
    """Where in one word the reading of all the Hanja begins (중국신커 of 信科: 2); 0 when no shorter end reads so."""
    if max(len(word), len(hanja)) > _LONGEST:
        return 0
    for at in range(1, len(word)):
        if _reads_whole(word[at:], hanja):
            return 0 if _reads_whole(word, hanja) else at
    return 0


def _reads_whole(form: str, hanja: str) -> bool:
    rest = {form}
    for char in hanja:
        rest = {left[len(sound) :] for left in rest for sound in _sounds(char) if left.startswith(sound)}
    return "" in rest


def _size(form: str) -> int:
    """Syllables of the form; a run of Latin letters counts as two."""
    hangul = sum(script_of(char) == "hangul" for char in form)
    return hangul + 2 * len(re.findall(r"[A-Za-z0-9]+", form))


def _begins_as(form: str, hanja: str, first: int = 2) -> bool:
    """Does the form begin as the Hanja do: with the same letters, with a term's Korean, or with the reading or sound
    of the first two characters (of one, where there is but one)?"""
    letters = re.match(r"[A-Za-z0-9]+", hanja)
    if letters:
        return form.startswith(letters.group())
    if (term := _first_term(hanja)) and "".join(form.split()).startswith(term):
        return True
    syllables = list(islice((char for char in form if script_of(char) == "hangul"), _LONGEST_SOUNDS))
    chars = [char for char in hanja if is_han(char)][:first]
    if not syllables or not chars:
        return False
    rest = "".join(syllables)
    for char in chars:
        sound = next((s for s in _sounds(char) if rest.startswith(s)), None)
        if sound is None:
            return False
        rest = rest[len(sound) :]
    return True


@cache
def _first_term(hanja: str) -> str:
    """The Korean of the term that begins the Hanja, without white space; "" when none does."""
    hit = Termbase.load().at(hanja, 0, "modifier", "noun", "technology", "policy", "place", "institution")
    return "".join(hit.term.korean.split()) if hit and hit.end > 1 else ""


@cache
def _sounds(char: str) -> tuple[str, ...]:
    """Every way one character can stand in Hangul, the longest first."""
    read = {form for reading in hangul_readings(char) for form in (reading, initial_form(reading))}
    spoken = {syllable(sound) or "" for sound in pinyin_of(char)}
    return tuple(sorted((read | spoken) - {""}, key=len, reverse=True))


# ---------------------------------------------------------------------------------------------- Hangul in brackets


def _hangul_inside(line: _Line, start: int, end: int) -> Name | None:
    """宋保亮(송바오량): the characters stand in front, the Korean form in the brackets."""
    text = line.text
    korean = text[start + 1 : end - 1].strip()
    first = start
    while first > line.start and is_han(text[first - 1]):
        first -= 1
    hanja = text[first:start]
    if not hanja or not korean:
        return None
    if korean == hanja and line.is_korean:
        return Name(text[first:end], first, end, korean, hanja, kind_of_name(hanja))
    if re.search(r"[^\uac00-\ud7a3A-Za-z0-9\s·-]", korean) or not has_hangul(korean) or not _begins_as(korean, hanja):
        return None
    return Name(text[first:end], first, end, korean, hanja, kind_of_name(hanja))


_KINDS = (
    ("policy", re.compile("(?:规划|计划|方案|意见|办法|条例|纲要|措施|规定|战略|政策|工程|行动)$")),
    (
        "organisation",
        re.compile(
            "(?:公司|集团|大学|学院|研究院|研究所|科学院|实验室|中心|协会|学会|联盟|部|局|委员会|厅|银行|医院)$"
        ),
    ),
    ("place", re.compile("(?:省|市|区|县|镇|乡|村|自治州|湾区|新区|高原|盆地)$")),
    ("product", re.compile("(?:号|卫星|火箭|飞船|模型)$")),
)


def kind_of_name(hanja: str) -> str:
    """policy, organisation, place, product or person by its shape; term for anything else."""
    plain = simplify(hanja)
    kind = next((kind for kind, shape in _KINDS if shape.search(plain)), None)
    return kind or ("person" if len(plain) == 3 and looks_like_person(plain) else "term")
