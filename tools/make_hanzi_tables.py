"""Makes the tables of Hanzi readings and variants in `src/donghyang/language/data` from Unihan and pypinyin.

usage: python tools/make_hanzi_tables.py [--unihan /usr/share/unicode]

Needs Debian's package `unicode-data` (Unihan_Readings.txt.bz2, Unihan_Variants.txt.bz2) and `pypinyin`; neither is
needed at run time. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import unicodedata
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "src" / "donghyang" / "language" / "data"
UNIHAN = "Unihan 15.0 (Unicode Character Database, 2022-08), Debian package unicode-data"
PHRASE_LENGTHS = (2, 3)
# Korean and older forms for which Unihan names no variant inside the list, and two that the list keeps for names only.
EXTRA = dict(
    zip(
        "産靑淸旣槪祕隷兇尙岺嶋嶽悧愼晧燿甁甛痲癎癒碻磎稜籤翫艶蓆袴豊遊鍊闇顔顚飇飮驩齧漑搾撚勣凞喩嚮堺塼楕毬洩瀜珤崙於乾崑",
        "产青清既概秘隶凶尚岭岛岳俐慎皓耀瓶甜麻痫愈确溪棱签玩艳席裤丰游炼暗颜颠飙饮欢啮溉榨捻绩熙喻向界砖椭球泄融宝仑于乾昆",
        strict=True,
    )
)

Fields = dict[str, dict[str, list[str]]]


def unihan(path: Path, wanted: frozenset[str]) -> Fields:
    """Field -> character -> values, for the characters of the basic block and extension A."""
    fields: Fields = {name: {} for name in wanted}
    for line in bz2.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        code, field, value = line.split("\t")
        number = int(code[2:], 16)
        if field in wanted and (0x4E00 <= number <= 0x9FFF or 0x3400 <= number <= 0x4DBF):
            fields[field][chr(number)] = value.split()
    return fields


def characters(values: list[str]) -> list[str]:
    """The characters of a variant field ("U+5E72 U+4E7E<kMeyerWempe")."""
    return [chr(int(value.split("<")[0][2:], 16)) for value in values]


def simplified(variants: Fields, standard: set[str]) -> dict[str, str]:
    """Every character outside the list of standard characters (通用规范汉字表) -> its one form inside the list."""
    table: dict[str, str] = {}
    for char, values in sorted(variants["kSimplifiedVariant"].items()):
        inside = [form for form in characters(values) if form in standard]
        if char not in standard and inside:
            table[char] = inside[0]
    for field in ("kZVariant", "kSemanticVariant"):
        for char, values in sorted(variants[field].items()):
            forms = {table.get(form, form) for form in characters(values)} & standard
            if char not in standard and char not in table and len(forms) == 1:
                table[char] = forms.pop()
    table |= {char: form for char, form in EXTRA.items() if char != form}
    for code in range(0xF900, 0xFB00):
        form = unicodedata.normalize("NFC", chr(code))
        if form != chr(code) and len(form) == 1:
            table[chr(code)] = table.get(form, form)
    return table


def toneless(reading: str) -> str:
    """lǜ -> lü."""
    plain = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in plain if not unicodedata.combining(c) or c == "\N{COMBINING DIAERESIS}")
    return unicodedata.normalize("NFC", kept)


def phrases(default: dict[str, str], standard: set[str]) -> dict[str, list[str]]:
    """Words whose reading is not the sum of their characters' usual readings."""
    from pypinyin.phrases_dict import phrases_dict

    chosen: dict[str, list[str]] = {}
    for word, readings in phrases_dict.items():
        if len(word) not in PHRASE_LENGTHS or not set(word) <= standard or len(readings) != len(word):
            continue
        spoken = [reading[0] for reading in readings]
        plain = [toneless(reading) for reading in spoken]
        if all(plain) and plain != [toneless(default.get(char, "")) for char in word]:
            chosen[word] = spoken
    inner = {w for w in chosen if len(w) > 2 and any(_covers(chosen, w, i, default) for i in (0, 1))}
    return {word: spoken for word, spoken in sorted(chosen.items()) if word not in inner}


def _covers(chosen: dict[str, list[str]], word: str, at: int, default: dict[str, str]) -> bool:
    """Does a two-character word inside `word` already give the whole reading?"""
    part = word[at : at + 2]
    if part not in chosen:
        return False
    spoken = [default.get(char, "") for char in word]
    spoken[at : at + 2] = chosen[part]
    return [toneless(s) for s in spoken] == [toneless(s) for s in chosen[word]]


def several(read: Fields) -> dict[str, str]:
    """The readings, tones aside, of each character for which the two standard dictionaries have more than one."""
    table: dict[str, str] = {}
    for char, values in sorted(read["kMandarin"].items()):
        listed = [value.partition(":")[2] for name in ("kTGHZ2013", "kXHC1983") for value in read[name].get(char, ())]
        readings = {toneless(reading) for value in [*values, *listed] for reading in value.split(",")}
        if len(readings) > 1:
            table[char] = " ".join(sorted(readings))
    return table


def korean(values: list[str]) -> str:
    """Readings of a kHangul field ("행:0E 항:0"), those of school Hanja (E) first, then those of KS X 1001 (0)."""
    ranked = sorted(values, key=lambda value: ("E" not in value, "0" not in value))
    return " ".join(value.split(":")[0] for value in ranked)


def grouped(table: dict[str, str]) -> list[str]:
    """One line a value: value, tab, its characters in the order of the table."""
    groups: dict[str, list[str]] = defaultdict(list)
    for char, value in table.items():
        groups[value].append(char)
    return [f"{value}\t{''.join(groups[value])}" for value in sorted(groups)]


def write(name: str, header: list[str], lines: list[str]) -> None:
    """A UTF-8 table under a header of `#` lines."""
    text = "\n".join([*(f"# {line}" for line in header), *lines]) + "\n"
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} lines, {len(text.encode('utf-8'))} bytes")


def main() -> None:
    """Read the sources and write the five tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode"))
    folder = options.parse_args().unihan
    read = unihan(folder / "Unihan_Readings.txt.bz2", frozenset({"kMandarin", "kHangul", "kTGHZ2013", "kXHC1983"}))
    variants = unihan(
        folder / "Unihan_Variants.txt.bz2", frozenset({"kSimplifiedVariant", "kZVariant", "kSemanticVariant"})
    )
    standard = set(read["kTGHZ2013"])
    mandarin = {char: values[0] for char, values in read["kMandarin"].items()}
    hangul = {char: korean(values) for char, values in read["kHangul"].items()}
    made = "Made by tools/make_hanzi_tables.py; do not edit."
    write(
        "pinyin.tsv",
        [f"Usual Mandarin reading (kMandarin, first value) and its characters. Source: {UNIHAN}.", made],
        grouped(mandarin),
    )
    write(
        "pinyin_several.tsv",
        [
            "Mandarin readings, without tones, and the characters that have them, where they are several:",
            f"通用规范汉字字典 (kTGHZ2013), 现代汉语词典 (kXHC1983), kMandarin. Source: {UNIHAN}.",
            made,
        ],
        grouped(several(read)),
    )
    write(
        "pinyin_phrases.tsv",
        [
            "Words read otherwise than character by character: word, reading.",
            "Source: phrase table of pypinyin 0.55.0 (MIT licence), words of two and three standard characters.",
            made,
        ],
        [f"{word}\t{' '.join(spoken)}" for word, spoken in phrases(mandarin, standard).items()],
    )
    write(
        "hanja_readings.tsv",
        [f"Korean readings (kHangul) and their characters. Source: {UNIHAN}.", made],
        grouped(hangul),
    )
    write(
        "simplified.tsv",
        [
            "Standard simplified form (kTGHZ2013) and the traditional, Korean and Japanese forms written for it",
            f"(kSimplifiedVariant, else the only kZVariant or kSemanticVariant in the list). Source: {UNIHAN}.",
            made,
        ],
        grouped(simplified(variants, standard)),
    )


if __name__ == "__main__":
    main()
