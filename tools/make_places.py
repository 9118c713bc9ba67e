"""Makes the proofreader's tables of divisions and counties from official codes, and says where its gazetteer differs.

usage: python tools/make_places.py CODES... [--check]

CODES are text files whose lines begin with a code of GB/T 2260 (two to twelve digits) and a name, between them a comma
or a tab: the yearly table of administrative divisions. `src/donghyang/language/data/divisions.tsv` gets every municipal
district, county-level city and prefecture that `places.tsv` does not have; `places.tsv` is written by hand, so its
differences are printed, one a line. `counties.tsv` gets the counties (县). With --check nothing is written. Every
January: run it, mend places.tsv, put the year into the headers.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from donghyang.language import tables
from donghyang.language.pinyin import pinyin_of
from donghyang.language.transliterate import syllable

DATA = Path(__file__).resolve().parents[1] / "src" / "donghyang" / "language" / "data"
FILE, COUNTIES = DATA / "divisions.tsv", DATA / "counties.tsv"
ROW = re.compile(r'^"?(?P<code>\d{2,12})"?[,\t]"?(?P<name>[㐀-鿿]+)', re.MULTILINE)
MUNICIPALITIES = ("11", "12", "31", "50")
PEOPLES = "朝鲜|土家|苗|藏|羌|彝|布依|侗|壮|傣|白|景颇|傈僳|回|蒙古|哈尼|哈萨克|柯尔克孜|维吾尔"
PROVINCE = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区)$")
PREFECTURE = re.compile(rf"(?:(?:(?:{PEOPLES})族?)*自治州|地区|盟)$")
SPECIAL = re.compile(r"(?:矿区|神农架林区|特区|县区|族区)$")
"""Districts that no report names as 'X구': mining and forest districts, 'X현구', districts of a people."""
ZONE_CODES = range(71, 81)
"""Behind a city's own code: development zones that the statisticians count apart."""
UNLISTED = ("台湾", "香港", "澳门")


class Division(NamedTuple):
    """One line of the code table as the gazetteer has it."""

    level: str
    """municipality, province, city, prefecture, county (a city of county level) or district."""
    hanzi: str
    """Without 市, 区 and the like; a new area with them."""
    parent: str


def read_codes(paths: list[Path]) -> dict[str, str]:
    """Six-digit code -> official name, of every file; codes below the county level are passed over."""
    found: dict[str, str] = {}
    for path in paths:
        for row in ROW.finditer(path.read_text(encoding="utf-8")):
            code = row["code"].ljust(6, "0")
            if not code[6:].strip("0"):
                found[code[:6]] = row["name"]
    return found


def divisions(codes: dict[str, str]) -> Iterator[Division]:
    """Provinces, prefectures, county-level cities and districts, in the order of their codes."""
    for code, name in sorted(codes.items()):
        province = PROVINCE.sub("", codes[code[:2] + "0000"])
        if code.endswith("0000"):
            yield Division("municipality" if code[:2] in MUNICIPALITIES else "province", province, "")
        elif code.endswith("00"):
            if _is_prefecture(code, name):
                yield Division("city" if name.endswith("市") else "prefecture", _short(name), province)
        elif (level := _county_level(code, name, codes)) is not None:
            above = codes.get(code[:4] + "00", "")
            parent = _short(above) if _is_prefecture(code[:4] + "00", above) else province
            yield Division(level, name if _is_new_area(name) else name[:-1], parent)


def _is_prefecture(code: str, name: str) -> bool:
    """No summary line ("市辖区", "省直辖县级行政区划"), and not the part of a municipality."""
    return code[:2] not in MUNICIPALITIES and (name.endswith("市") or PREFECTURE.search(name) is not None)


def _short(name: str) -> str:
    return name[:-1] if name.endswith("市") else PREFECTURE.sub("", name)


def _is_new_area(name: str) -> bool:
    """浦东新区, but not 清新区."""
    return name.endswith("新区") and len(name) > 3


def _county_level(code: str, name: str, codes: dict[str, str]) -> str | None:
    """'county' or 'district'; None for counties, zones and what has no name of its own."""
    if int(code[4:]) in ZONE_CODES or len(name) < 3 or SPECIAL.search(name):
        return None
    above = codes.get(code[:4] + "00", "")
    if name.endswith("市"):
        return "county" if name != above else None
    in_city = code[:2] in MUNICIPALITIES or above.endswith("市")
    return "district" if name.endswith("区") and in_city else None


def rural(codes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(name without 县, what it lies in) of every county; not those of a people, and none of one character."""
    for code, name in sorted(codes.items()):
        if name.endswith("县") and len(name) > 2 and not re.search(f"(?:{PEOPLES})族", name):
            above = codes.get(code[:4] + "00", "")
            province = PROVINCE.sub("", codes[code[:2] + "0000"])
            yield name[:-1], _short(above) if _is_prefecture(code[:4] + "00", above) else province


def hangul(hanzi: str) -> str:
    """A place's name by the national rules; 新区 is put into Korean."""
    if hanzi.endswith("新区"):
        return hangul(hanzi[:-2]) + "신구"
    return "".join(syllable(sound) or sound for sound in pinyin_of(hanzi))


def table(found: list[Division]) -> str:
    """The text of divisions.tsv: what the gazetteer leaves out."""
    listed = {Division(row[0], row[1], row[3]) for row in tables.read("donghyang.language", "places.tsv")}
    head = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = ["\t".join((level, hanzi, hangul(hanzi), parent)) for level, hanzi, parent in _rest(found, listed)]
    return "\n".join([*head, *rows]) + "\n"


def county_table(codes: dict[str, str]) -> str:
    """The text of counties.tsv."""
    head = [line for line in COUNTIES.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return "\n".join([*head, *("\t".join((name, hangul(name), parent)) for name, parent in rural(codes))]) + "\n"


def _rest(found: list[Division], listed: set[Division]) -> Iterator[Division]:
    return (division for division in found if division not in listed)


def differences(found: list[Division]) -> Iterator[str]:
    """What places.tsv says otherwise than the code table, and the higher levels it lacks."""
    wanted = set(found)
    listed: set[Division] = set()
    for level, hanzi, spelled, parent, *_ in tables.read("donghyang.language", "places.tsv"):
        division = Division(level, hanzi, parent)
        listed.add(division)
        if level in ("zone", "region") or {hanzi, parent} & set(UNLISTED):
            continue
        if division not in wanted:
            others = [f"{other.level} in {other.parent or '-'}" for other in found if other.hanzi == hanzi]
            yield f"{hanzi}: {level} in {parent or '-'}; the code table has {', '.join(others) or 'no such place'}"
        if spelled != hangul(hanzi):
            yield f"{hanzi}: {spelled}; the rules give {hangul(hanzi)}"
    for division in found:
        if division.level in ("municipality", "province", "city") and division not in listed:
            yield f"{division.hanzi}: {division.level} in {division.parent or '-'} is missing"


def main() -> None:
    """Print the differences, write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("codes", nargs="+", type=Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    codes = read_codes(given.codes)
    found = list(divisions(codes))
    for line in differences(found):
        print(line)
    for file, fresh in ((FILE, table(found)), (COUNTIES, county_table(codes))):
        if given.check:
            print(f"{file.name}: {'as the code table' if fresh == file.read_text(encoding='utf-8') else 'stale'}")
        else:
            file.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
