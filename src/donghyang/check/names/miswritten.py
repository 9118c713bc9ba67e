"""Chinese characters that are a known name but for one, with that name in Hangul before them."""

from __future__ import annotations

from functools import cache

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.known import known_names
from donghyang.check.names.pairs import Pair
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import Established, established, established_names, firms_abroad
from donghyang.language.gazetteer import written
from donghyang.language.hangul import is_syllable
from donghyang.language.lookalikes import look_alike, misconverted
from donghyang.language.nearness import letters, one_open

_SPELLED = str.maketrans("0123456789", "〇一二三四五六七八九")
"""雪龙2号 is 雪龙二号."""
_LEAST = 3
"""Syllables of a form, and characters of a name that others share by chance."""


def miswritten(sheet: Sheet, pair: Pair) -> tuple[Established, int] | None:
    """The known name and where its Korean form begins; None where the Hanja may be right."""
    plain = pair.plain
    if not 2 <= len(plain) <= 12 or established(plain) or written(plain) or plain in known_names():
        return None
    if established(plain.translate(_SPELLED)):
        return None
    for at, opened in enumerate(one_open(plain)):
        for known in _gaps().get(opened, ()):
            start = None if _is_told(pair, known) else _form_before(sheet.text, pair, known)
            alike = misconverted(plain, known.hanzi) or look_alike(plain[at], known.hanzi[at])
            if start is not None and (alike or _cannot_be(sheet, pair, start)):
                return known, start
    return None


def _cannot_be(sheet: Sheet, pair: Pair, start: int) -> bool:
    """Is the known form, which begins at `start`, a whole word that the printed characters do not fit, many as they are
    (헝루이의약 恒端醫藥)? Neither their sound nor their look matters then."""
    whole = start == 0 or not is_syllable(sheet.text[start - 1])
    fits = pair.count("sound", "both", "read", "word") == len(pair.plain)
    return whole and not fits and len(pair.plain) > _LEAST


def _form_before(text: str, pair: Pair, known: Established) -> int | None:
    """Where a Korean form of the known name begins that ends at `end`; None when none does.

    A form by sound, which a name of other characters may have too, counts for four characters and more, for three
    where the printed ones sound otherwise, and as a whole word of three syllables for a firm (바이두).
    """
    sound = "".join(sounds_of(known.hanzi))
    least = _LEAST if "".join(sounds_of(pair.plain)) == sound else _LEAST - 1
    for form in sorted({*known.forms, sound}, key=len, reverse=True):
        start = _ending(text, pair.end, form)
        if start is None or len(letters(form)) < _LEAST:
            continue
        whole = start == 0 or not is_syllable(text[start - 1])
        if form != sound or len(known.hanzi) > least or (known.kind == "firm" and whole and len(known.hanzi) == 2):
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
    return known.hanzi in known_names() and pair.count("sound", "both", "read", "word") == len(pair.plain)


@cache
def _gaps() -> dict[str, list[Established]]:
    """The known names by every form with one character left open."""
    found: dict[str, list[Established]] = {}
    for known in (*established_names().values(), *firms_abroad().values()):
        for opened in one_open(known.hanzi):
            found.setdefault(opened, []).append(known)
    return found
