"""중국음으로 적은 이름이 다른 곳에는 한자음으로 적혔습니다. | One name is read in Chinese here and in Korean there.

왜: 시후대학과 서호대학이 한 글에 있으면 독자는 두 곳으로 안다. 한자를 알면 같은 이름임을 알 수 있다.
Why: Readers take 시후대학 and 서호대학 for two places; the characters show that they are one.
Bad: 번위안양자(本源量子)의 칩을 공개. 본원양자는 6월에 양산
Good: 번위안양자(本源量子)의 칩을 공개. 번위안양자는 6월에 양산
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.organisations import read_and_heard
from donghyang.check.names.pairs import Pair
from donghyang.check.names.readings import How, Name, Part, changed, spelled
from donghyang.check.names.spelling import SOUNDS_WRONG, follows, judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.rules.names._hangul import hangul_words, is_gloss
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import by_hangul, by_hanzi
from donghyang.language.hanja import families
from donghyang.language.misnamed import misnamed
from donghyang.language.nearness import one_sound_apart
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.script import is_han
from donghyang.records import Message

ID = "name-reading"
CLASS = "name-variant"
SEVERITY = "warning"

_NUMBERED = lazily(r"[ -]?[0-9]{1,3}호")
"""What follows the names of craft: 창정 5호."""
_REST = lazily(rf"(?:{JOSA})?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that stand for a name's characters otherwise than the name does, and organisations under two readings."""
    words = hangul_words(sheet)
    names = _names(sheet)
    told: set[int] = set()
    if names:
        beside = {place for pair, _ in judged_pairs(sheet) for place in (pair.start, pair.end)}
        for start, word in words:
            told_beside = {start, start + len(word)} & beside or is_gloss(sheet.text, start) or _is_quoted(sheet, start)
            hit = None if told_beside else _hit(sheet, start, word, names)
            if hit:
                told.add(start)
                yield hit
    for start, form, other, place in read_and_heard(words):
        if start not in told:
            yield Hit(start, start + len(form), _two(form, other), related=((place, place + len(other)),))


def _is_quoted(sheet: Sheet, start: int) -> bool:
    """Is it said by somebody whose words stand in quotation marks?"""
    before = sheet.text[sheet.text.rfind("\n", 0, start) + 1 : start]
    return before.count("“") > before.count("”")


# ---------------------------------------------------------------- names beside their characters


def _names(sheet: Sheet) -> dict[str, list[Name]]:
    """The names of the sheet by the first two syllables of every form that they may have."""
    known: dict[str, Name] = {}
    for pair, verdict in judged_pairs(sheet):
        if verdict == "translation" or len(pair.plain) < 2 or not all(map(is_han, pair.plain)):
            continue
        if pair.plain in by_hanzi():  # Places are another rule's.
            continue
        name = known.setdefault(pair.plain, Name(pair.plain, where=pair.whole))
        form, parts = _printed(pair, wrong=verdict in SOUNDS_WRONG)
        name.printed[form] = parts
        name.printed.setdefault(pair.hangul, parts)
    heads: dict[str, list[Name]] = {}
    for name in known.values():
        for head in set(name.heads()):
            heads.setdefault(head, []).append(name)
    return heads


def _printed(pair: Pair, *, wrong: bool) -> tuple[str, tuple[Part, ...]]:
    """The form of a pair and what stands for which character; put right where the printed one is wrong."""
    parts: list[Part] = []
    at = 0
    for step in pair.steps:
        if step.hanja:
            off = wrong and step.right and step.way in ("near", "wrong", "missing", "read")
            form = step.right if off else pair.printed(step)
            how: How = "word" if step.way == "word" else "read" if step.way == "read" and not off else "sound"
            parts.append(Part(at, len(step.hanja), form, how))
        at += len(step.hanja)
    return "".join(part.form for part in parts), tuple(parts)


def _hit(sheet: Sheet, start: int, word: str, names: dict[str, list[Name]]) -> Hit | None:
    for name in names.get(word[:2], ()):
        parts = spelled(name.hanja, word)
        if not parts:
            continue
        form = "".join(part.form for part in parts)
        if not changed(name, parts) or _another(word, form, names) or not _surely(sheet, start, word, name, parts):
            continue
        model = next(iter(name.printed))
        return Hit(start, start + len(form), _two(form, model), related=(name.where,))
    return None


def _another(word: str, form: str, names: dict[str, list[Name]]) -> bool:
    """Is the word another rule's: a right form of some name, a place included, that is as long, or nearly one?"""
    printed = {known for name in names.get(word[:2], ()) for known in name.printed}
    if any(known.removesuffix("교").removesuffix("학") == form for known in printed):
        return True  # 시안교통대 is 시안교통대학 in short.
    mistake = misnamed(word)
    return (
        any(one_sound_apart(known, form) for known in printed)
        or any(len(known) >= len(form) and word.startswith(known) for known in printed)
        or any(word[:length] in by_hangul() for length in range(len(form), len(word) + 1))
        or (mistake is not None and mistake.alone)
        or form in ordinary()
    )


def _surely(sheet: Sheet, start: int, word: str, name: Name, parts: tuple[Part, ...]) -> bool:
    """Is the word meant for the name? A long one is; a short one that is wholly read may be a Korean word."""
    form = "".join(part.form for part in parts)
    ends = _REST.match(word, len(form)) is not None
    by_reading = all(part.how in ("read", "word") for part in parts)
    if len(name.hanja) > 3:
        return ends or not by_reading
    if len(name.hanja) == 3 and ends and (not by_reading or name.hanja[0] in families()):
        return True
    if _NUMBERED.match(sheet.text, start + len(form)):
        return True
    return bool(follows(sheet, start + len(form)) & follows(sheet, name.where[1]))


def _two(one: str, other: str) -> Message:
    return Message(f"'{one}'과(와) '{other}', 같은 이름을 달리 읽었습니다.", f"one name is read '{one}' and '{other}'.")
