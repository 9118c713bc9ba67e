"""Which characters of a text no typeface of the print can show, found by asking typst itself."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

_ATTEMPTS = 600
"""Compilations, about 3 ms each: enough for some sixty strange characters; then the rest counts as missing."""
_PROBE = b"""
#let d = json(bytes(sys.inputs.probe))
#set text(font: d.families, fallback: false)
#for one in d.texts { text(one); text(weight: "bold", one) }
"""


def missing(text: str, families: Sequence[str], among: typst.Fonts) -> frozenset[str]:
    """The characters of `text` that none of `families`, out of the typefaces `among`, has in regular or in bold."""
    strange = sorted(char for char in set(text) if not _common(char))
    # Typefaces put what they like under private code points: none of it is what the writer saw.
    found = {char for char in strange if unicodedata.category(char) == "Co"}
    strange = [char for char in strange if char not in found]
    groups = [strange] if strange else []
    attempts = 0
    while groups:
        group = groups.pop()
        attempts += 1
        if attempts > _ATTEMPTS:
            found.update(group)
        elif not _shown(group, families, among):
            if len(group) == 1:
                found.update(group)
            else:
                half = len(group) // 2
                groups += [group[:half], group[half:]]
    return frozenset(found)


def _common(char: str) -> bool:
    """What every Korean face has: Hangul, Latin, the Han of the first block."""
    return " " <= char <= "~" or char == "\n" or "\uac00" <= char <= "\ud7a3" or "\u4e00" <= char <= "\u9fa5"


def _shown(chars: Sequence[str], families: Sequence[str], among: typst.Fonts) -> bool:
    import typst

    probe = json.dumps({"families": families, "texts": chars})
    compiler = typst.Compiler(_PROBE, font_paths=among, sys_inputs={"probe": probe})
    try:
        compiler.compile(format="pdf", pdf_standards=["a-2b"])
    except typst.TypstError as error:
        if "could not be displayed" in error.message:
            return False
        raise
    return True
