"""The lists of references of a sheet, with and without articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

_HEAD = lazily(r"^[<〈\[【(]?\s?(?:참고\s?(?:자료|문헌)|문헌|출처|자료\s?목록)\s?[>〉\]】)]?$")
_ADDRESS = lazily(r"^\W{0,3}(?:https?:|www\.)")
_HAN = lazily("[㐀-鿿]{2}")


def reference_lists(sheet: Sheet) -> Iterator[list[Passage]]:
    """Each list of titles, the addresses below them left out: what the layout takes for references, else what stands
    below a heading of them and has Chinese words."""
    headed = False
    for (is_one, _), lines in groupby(sheet.passages, key=lambda line: (line.part == "reference", line.article)):
        if is_one:
            yield [line for line in lines if not _ADDRESS.match(line.text)]
            continue
        found: list[Passage] = []
        for line in lines:
            if _HEAD.match(line.text):
                headed = True
            elif headed and (_HAN.search(line.text) or _ADDRESS.match(line.text)):
                found.append(line)
            elif headed and found:
                headed = False
        if found:
            yield [line for line in found if not _ADDRESS.match(line.text)]
