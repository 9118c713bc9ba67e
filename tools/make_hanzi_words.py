"""Makes the table of Chinese words in `src/donghyang/language/data` from the dictionary of jieba.

usage: python tools/make_hanzi_words.py DICT      (jieba/dict.txt of jieba 0.42.1: word, frequency, part of speech)

jieba is not needed at run time. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "src" / "donghyang" / "language" / "data" / "hanzi_words.tsv"
HEADER = """\
# Chinese words by their first character: character, the second ones of common words of two, those of rare words of two,
# common words of three and four without their first character (separated by spaces); - for none. Names are rare words.
# Source: dictionary of jieba 0.42.1 (MIT licence, Copyright (c) 2013 Sun Junyi): words that its corpus has 100 times
# and more (common), 5 times and more (rare).
# Made by tools/make_hanzi_words.py; do not edit.
"""
COMMON, RARE = 100, 5
"""So often at the least a word stands in the corpus from which the dictionary was counted."""
NAMES = ("nr", "ns", "nt", "nz")


def table(lines: list[str]) -> str:
    """The file's text for the lines of the dictionary."""
    common: dict[str, list[str]] = defaultdict(list)
    rare: dict[str, list[str]] = defaultdict(list)
    longer: dict[str, list[str]] = defaultdict(list)
    for line in sorted(lines):
        word, often, part = line.split()
        if not all("一" <= char <= "鿿" for char in word) or int(often) < RARE:
            continue
        is_common = int(often) >= COMMON and not part.startswith(NAMES)
        if len(word) == 2:
            (common if is_common else rare)[word[0]].append(word[1])
        elif 2 < len(word) <= 4 and is_common:
            longer[word[0]].append(word[1:])
    rows = [
        f"{first}\t{''.join(common[first]) or '-'}\t{''.join(rare[first]) or '-'}\t{' '.join(longer[first]) or '-'}\n"
        for first in sorted({*common, *rare, *longer})
    ]
    return HEADER + "".join(rows)


def main() -> None:
    """Read the dictionary and write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dictionary", type=Path)
    text = table(options.parse_args().dictionary.read_text("utf-8").splitlines())
    FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(text.encode('utf-8'))} bytes")


if __name__ == "__main__":
    main()
