"""Bytes to text, for pages and files whose label is missing or wrong.

A byte-order mark decides, then valid UTF-8. A file of which a part is UTF-8 and a part another encoding (a footer that
a server pasted into the page) is read part by part. What is left is
CP949, GB18030 or Big5: each is tried, and the one that gives the most characters that its language uses often is taken.
The label of the page is only one more voice, because Chinese pages often carry a wrong one; it decides where the
characters themselves say little (a page of ten words).
"""

from __future__ import annotations

import codecs
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = {"cp949": "hangul", "gb18030": "simplified", "big5hkscs": "traditional"}
_SUPERSETS = {  # what browsers really use for a label (WHATWG Encoding Standard)
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
}
_TRUSTED = frozenset(
    ("utf-8", "cp949", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp1250", "cp1251", "cp1252", "cp1258", "koi8-r")
)
"""Labels that may decide; a page must not choose Python's odd codecs (punycode, unicode_escape)."""
_SAMPLE = 200_000
"""Bytes that the statistics look at; a page's kind shows long before."""
_CERTAIN = 0.25
"""Share of frequent characters above which text is what it was decoded as. Running text has 0.5 and more, another
encoding's bytes about 0.05."""
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def decode(data: bytes, label: str | None = None) -> str:
    """The text of `data`, byte-order mark dropped, line ends as they are.

    `label` is the encoding that the page or its server names; it is believed only where it decodes cleanly and the
    text looks no better in another encoding. Broken bytes become U+FFFD; nothing raises.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    text = data.decode("utf-8", "replace")
    if "\ufffd" in text and (parts := _mixed(data)) is not None:
        return parts
    if _is_utf8(data, text):
        return text
    return data.decode(_guess(data, label), "replace")


def label_of(data: bytes) -> str | None:
    """The encoding that an HTML or XML file names in its first lines, None where it names none."""
    found = _LABEL.search(data[:4096])
    return found[1].decode("ascii") if found else None


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: control characters stand where text has none."""
    sample = data[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _wide(sample):
        return False
    strange = len(sample) - len(sample.translate(None, bytes((*range(0x07), *range(0x0E, 0x1A), 0x1C, 0x1D, 0x7F))))
    return strange * 50 > len(sample)


def _is_utf8(data: bytes, text: str) -> bool:
    """Valid UTF-8, or nearly: a file cut inside a character, a page with a stray byte in its comments."""
    broken = text.count("�")
    if not broken or "�".encode() in data:
        return not broken or broken == data.count("�".encode())
    sound = sum(1 for character in text if character > "\x7f") - broken
    return sound >= 8 * broken or (sound > broken and _share(text, "simplified") + _share(text, "hangul") > _CERTAIN)


_PIECE = re.compile(rb"[<>\n]++|[^<>\n]++")
"""No encoding of ours has these bytes inside a character."""
_WIDE = rb"(?:[\xe3-\xed][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf])"
_ISLAND = re.compile(_WIDE + rb"(?>(?:[\x00-\x7f]{0,8}+" + _WIDE + rb"){3,})")
"""Four characters of UTF-8 beyond ASCII and Latin, one after another: two-byte encodings make no such row by chance."""
_BEYOND = re.compile(rb"[\x80-\xff].*(?:[\x80-\xff][\x40-\x7e]?)|[\x80-\xff]")
_ENOUGH = 8
"""Characters beyond ASCII that show in which encoding a part is."""


def _mixed(data: bytes) -> str | None:
    """The text of a file in two encodings, UTF-8 and another; None where it is not both for certain.

    What is clean in neither of the two is U+FFFD.
    """
    parts = [part for piece in _PIECE.findall(data) for part in _parts(piece)]
    whole = "".join(text for _, text in parts if text is not None)
    rest = b"".join(piece for piece, text in parts if text is None)
    if sum(character > "\x7f" for character in whole) < _ENOUGH or len(rest) < 2 * _ENOUGH:
        return None
    other = _guess(rest, None)
    if max(_share(whole, language) for language in _CANDIDATES.values()) < _CERTAIN:
        return None
    if _score(rest[:_SAMPLE], other, _CANDIDATES[other]) < _CERTAIN:
        return None
    return "".join(_joined(parts, other))


def _joined(parts: Iterable[tuple[bytes, str | None]], other: str) -> Iterator[str]:
    """The texts; behind bytes that are clean in neither encoding, the first character may be made of their last."""
    clean = True
    for piece, text in parts:
        if text is not None:
            yield text if clean else "\ufffd" + text[1:]
            clean = True
            continue
        try:
            yield piece.decode(other)
            clean = True
        except UnicodeDecodeError:
            yield _BEYOND.sub(b"\x1a", piece).decode().replace("\x1a", "\ufffd")
            clean = False


def _parts(piece: bytes) -> Iterator[tuple[bytes, str | None]]:
    """(bytes, their text) of what is UTF-8 in a piece of a file, (bytes, None) of what is not, in order."""
    try:
        yield piece, piece.decode()
        return
    except UnicodeDecodeError:
        pass
    done = 0
    for island in _ISLAND.finditer(piece):
        yield piece[done : island.start()], None
        yield island[0], island[0].decode("utf-8", "replace")
        done = island.end()
    yield piece[done:], None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its markup is NUL."""
    head = data[:2000]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 5 > len(head) and even * 20 < odd:
        return "utf-16-le"
    if even * 5 > len(head) and odd * 20 < even:
        return "utf-16-be"
    return None


def _guess(data: bytes, label: str | None) -> str:
    first = next((at for at, byte in enumerate(data) if byte > 0x7F), 0)
    sample = data[first : first + _SAMPLE]
    shares = {encoding: _score(sample, encoding, language) for encoding, language in _CANDIDATES.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    named = _known(label)
    if named is None or shares[best] >= _CERTAIN:
        return best
    return named if _clean(sample, named) else best


def _score(sample: bytes, encoding: str, language: str) -> float:
    text = sample.decode(encoding, "replace")
    wide = sum(1 for character in text if character > "\x7f")
    return _share(text, language) - 3 * text.count("�") / max(1, wide)


def _share(text: str, language: str) -> float:
    """Share of frequent characters among the letters beyond ASCII; 0.0 where there are none."""
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    frequent = _frequent()[language]
    return sum(1 for c in letters if c in frequent) / len(letters) if letters else 0.0


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if name in _TRUSTED else None


def _clean(sample: bytes, encoding: str) -> bool:
    """Whether the sample decodes without a fault, its last cut character aside."""
    return "�" not in sample.decode(encoding, "replace")[:-2]


@cache
def _frequent() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/frequent.toml").read_text("utf-8"))
    return {language: frozenset(characters) for language, characters in table.items()}
