"""잘 알려진 이름의 한자가 한 글자 다릅니다. | One character of a well-known name is another one.

왜: 한글은 알려진 기업이나 병원인데 한자 한 글자가 소리나 모양이 비슷한 다른 글자이면, 그 한자로는 찾을 수 없다.
Why: The Hangul names a known firm or hospital, one character is a homophone or a lookalike; nobody finds it by that.
Bad: 유비테크(优必先)의 로봇을 톈탄병원(天坦医院)에 설치
Good: 유비테크(优必选)의 로봇을 톈탄병원(天坛医院)에 설치하고 톈탄(天壇)을 안내
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.established import Established, established, established_names, firms_abroad
from donghyang.language.gazetteer import written
from donghyang.language.hangul import is_syllable
from donghyang.language.lookalikes import look_alike, misconverted
from donghyang.language.nearness import letters
from donghyang.records import Message

ID = "established-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_LEAST = 3
"""Syllables of a form, and characters of a name that others share by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Hanja that are no known name and one similar character away from one whose Korean name stands before them."""
    for pair, _ in judged_pairs(sheet):
        found = _meant(sheet, pair)
        if found:
            known, start = found
            message = Message(
                f"'{pair.hanja}': '{known.hanzi}'일 수 있습니다.", f"'{pair.hanja}' may be meant for '{known.hanzi}'."
            )
            yield Hit(start, pair.whole[1], message)


def _meant(sheet: Sheet, pair: Pair) -> tuple[Established, int] | None:
    """The known name and where its Korean form begins; None where the Hanja may be right."""
    plain = pair.plain
    if not 2 <= len(plain) <= 12 or established(plain) or written(plain) or plain in _others():
        return None
    for at in range(len(plain)):
        for known in _gaps().get(f"{plain[:at]}_{plain[at + 1 :]}", ()):
            alike = misconverted(plain, known.hanzi) or look_alike(plain[at], known.hanzi[at])
            start = _form_before(sheet.text, pair.end, known) if alike and not _is_told(pair, known) else None
            if start is not None:
                return known, start
    return None


def _form_before(text: str, end: int, known: Established) -> int | None:
    """Where a Korean form of the known name begins that ends at `end`; None when none does.

    A form by sound, which a name of other characters may have too, counts for four characters and more, and as a
    whole word of three syllables for a firm (바이두).
    """
    sound = "".join(sounds_of(known.hanzi))
    for form in sorted({*known.forms, sound}, key=len, reverse=True):
        start = _ending(text, end, form)
        if start is None or len(letters(form)) < _LEAST:
            continue
        whole = start == 0 or not is_syllable(text[start - 1])
        if form != sound or len(known.hanzi) > _LEAST or (known.kind == "firm" and whole and len(known.hanzi) == 2):
            return start
    return None


def _ending(text: str, end: int, form: str) -> int | None:
    """Where `form` begins when it ends at `end`, spaces in it passed over."""
    at = end
    for char in reversed(form.replace(" ", "")):
        while at > 0 and text[at - 1] == " ":
            at -= 1
        if at == 0 or text[at - 1] != char:
            return None
        at -= 1
    return at


def _is_told(pair: Pair, known: Established) -> bool:
    """Does the rule about homophones say it: all characters fit the Hangul, and its own table has the name?"""
    return known.hanzi in _others() and pair.count("sound", "both", "read", "word") == len(pair.plain)


@cache
def _gaps() -> dict[str, list[Established]]:
    """The known names by every form with one character left open."""
    found: dict[str, list[Established]] = {}
    for known in (*established_names().values(), *firms_abroad().values()):
        for at in range(len(known.hanzi)):
            found.setdefault(f"{known.hanzi[:at]}_{known.hanzi[at + 1 :]}", []).append(known)
    return found


@cache
def _others() -> frozenset[str]:
    return frozenset(name for _, names in tables.read(__package__, "known_names.tsv") for name in names.split())
