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
from donghyang.language.lookalikes import look_alike, misconverted
from donghyang.language.nearness import letters
from donghyang.records import Message

ID = "established-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Hanja that are no known name and one similar character away from one whose Korean name stands before them."""
    for pair, _ in judged_pairs(sheet):
        name = _meant(sheet, pair)
        if name:
            message = Message(f"'{pair.hanja}': '{name}'일 수 있습니다.", f"'{pair.hanja}' may be meant for '{name}'.")
            line = sheet.text[max(0, pair.end - 30) : pair.end].rsplit("\n", 1)[-1]
            yield Hit(pair.end - len(line.split()[-1]), pair.whole[1], message)


def _meant(sheet: Sheet, pair: Pair) -> str | None:
    plain = pair.plain
    if not 2 <= len(plain) <= 12 or established(plain) or written(plain) or plain in _others():
        return None
    before = letters(sheet.text[max(0, pair.end - 30) : pair.end].split("\n")[-1])
    for at in range(len(plain)):
        for known in _gaps().get(f"{plain[:at]}_{plain[at + 1 :]}", ()):
            alike = misconverted(plain, known.hanzi) or look_alike(plain[at], known.hanzi[at])
            if alike and _fits(before, known) and not _is_told(pair, known):
                return known.hanzi
    return None


def _fits(before: str, known: Established) -> bool:
    """Does the known name stand before the bracket? A form by sound, which a name of other characters may have too,
    counts only for four characters and more.
    """
    sound = "".join(sounds_of(known.hanzi))
    forms = {letters(form) for form in known.forms} - {sound}
    if any(len(form) > 2 and before.endswith(form) for form in forms) and (
        known.abroad or len(known.hanzi) > 2 or not before.endswith(sound)
    ):
        return True
    return len(known.hanzi) > 3 and before.endswith(sound)


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
