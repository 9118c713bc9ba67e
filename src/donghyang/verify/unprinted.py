"""Figures of the text that no source prints: what a list counts, what number a phase has, what is part of a name."""

from __future__ import annotations

import re

from donghyang.language.numerals_ko import NATIVE
from donghyang.language.numerals_zh import read_zh
from donghyang.records import Quantity, Span
from donghyang.verify.case import Case

_LIST = re.compile(r"[^、，。；：（）()“”《》\s]{1,24}(?:、[^、，。；：“”\s]{1,24})+")
_ITEM = re.compile("([一二三四五六七八九十])是")
_THESE = ("이들 ", "이 ", "그 ")
"""Before a number of things that the text has just named."""
_QUOTED = re.compile("[‘“][^‘’“”\n]{2,12}[’”]")
_SMALL = 10
"""Numbers of things in a name stay below it."""
_SERIES = ("단계", "기", "회", "차", "편", "권", "호")
"""Units of what is the how-manyth as well as so many."""
_OWN_LIST = re.compile("(?:[가-힣A-Za-z0-9()· ]{2,30}, ){1,20}[가-힣A-Za-z0-9()· ]{2,30} 등 (?:총 |모두 )?$")
_COMMA = re.compile(", ")
_GREAT = re.compile("(?P<count>[0-9]{1,3}|[二三四五六七八九十百千]{1,3})大(?=[一-龥“])")
_GREAT_BEHIND = re.compile(" [가-힣]")
_CODE = 3
"""Digits of the shortest number of a name."""


def is_in_quotes(case: Case, figure: Quantity) -> bool:
    """Whether a small number is part of a name in quotation marks (‘2탑 1기’), as a sentence near by has one."""
    if figure.value is None or figure.value >= _SMALL or figure.kind not in ("count", "number"):
        return False
    sentence = case.sentence
    quotes = (found.span() for found in _QUOTED.finditer(sentence.text, sentence.start, sentence.end))
    return any(start < figure.start < end for start, end in quotes) and any(
        _QUOTED.search(case.corpus.words_of(at)) for at, _ in case.by_words[:3]
    )


_COUNTED = "개|명|곳|대|가구|사람|건"
_DIGITS = "|".join(word for word, value in NATIVE.items() if value < _SMALL)
_OF_SO_MANY = re.compile(
    f"(?P<whole>열|10|백|100) ?(?:{_COUNTED})? ?(?:가운데|중)(?:에)? ?"
    f"(?P<part>{_DIGITS}|[0-9]{{1,2}}) ?(?:{_COUNTED})?(?:꼴|정도|가량|가까이)?"
)
_NEARLY = 5
"""Points by which a share that is told in tens may differ from the one that is printed."""


def part_of_ten(case: Case, figure: Quantity) -> Span | None:
    """열 개 가운데 네 개꼴 where the source has 38.7%: the share that a figure begins or ends; None for any other."""
    for told in _OF_SO_MANY.finditer(case.sentence.text, case.sentence.start, case.sentence.end):
        if not told.start() <= figure.start < told.end():
            continue
        whole = 100 if told["whole"] in ("백", "100") else 10
        part = NATIVE.get(told["part"]) or int(told["part"])
        for clause in case.clauses_of([number for number, _ in case.by_words[:3]]):
            for one in clause.quantities:
                if one.kind == "percent" and one.value is not None and abs(one.value - part * 100 // whole) < _NEARLY:
                    return one.start, one.end
    return None


def counts_own_list(case: Case, figure: Quantity) -> bool:
    """갑, 을, 병 등 3개 항목: the text counts what it has just listed itself."""
    before = case.sentence.text[case.sentence.start : figure.start]
    if figure.kind == "count" and before.endswith(_THESE) and len(before) > max(map(len, _THESE)):
        return True
    listed = _OWN_LIST.search(before) if figure.kind == "count" else None
    return listed is not None and len(_COMMA.findall(listed[0])) + 1 == figure.value


def phase_of(case: Case, figure: Quantity) -> Span | None:
    """2단계, 2기 where the source speaks of 二期, in the sentences that speak most of the claim."""
    named = figure.kind == "number" and case.sentence.text.startswith("단계", figure.end)
    if not named and figure.unit not in _SERIES:
        return None
    near = [clause for sentence, _ in case.by_words[:3] for clause in case.corpus.clauses_of(sentence)]
    said = (one for clause in near for one in clause.ordinals if one.kind == "series" and one.value == figure.value)
    told = next(((one.start, one.end) for one in said), None)
    if told is not None or figure.value != 1:
        return told
    plain = case.corpus.key.plain
    begun = ((clause.start, plain.find("首期", clause.start, clause.end)) for clause in near)
    return next(((at, at + 2) for _, at in begun if at >= 0), None)


def great_of(case: Case, figure: Quantity) -> Span | None:
    """3대 허브, 100대 기업: so many great ones, of 三大枢纽 and 百大; None for what the text counts itself."""
    if figure.unit != "대" or figure.value is None or not _GREAT_BEHIND.match(case.sentence.text, figure.end):
        return None
    for sentence, _ in case.by_words[:3]:
        for found in _GREAT.finditer(case.corpus.key.plain, *case.corpus.place_of(sentence)):
            said = found["count"]
            if (int(said) if said.isascii() else read_zh("一" + said if said in "百千" else said)) == figure.value:
                return found.span()
    return None


def coded_in(case: Case, figure: Quantity) -> Span | None:
    """The number of a name (미라주 2000, “幻影-2000”) that a sentence near by has as it stands; None where none has."""
    if figure.kind != "number" or len(figure.text) < _CODE:
        return None
    alone = re.compile(rf"(?<![0-9.,]){re.escape(figure.text)}(?![0-9.,%％万亿])")
    return case.first_of(alone, case.aligned)


def listed_in(case: Case, figure: Quantity) -> Span | None:
    """An enumeration of the source with as many members as the claim counts; None when there is none."""
    if figure.kind not in ("count", "number") or figure.value is None or not 2 <= figure.value <= 30:
        return None
    for sentence, _ in case.by_words[:2]:
        start = case.corpus.sentences[sentence].start
        numbered = list(_ITEM.finditer(case.corpus.words_of(sentence)))
        if numbered and read_zh(numbered[-1][1]) == figure.value:
            return start + numbered[0].start(), start + numbered[-1].end()
        for found in _LIST.finditer(case.corpus.words_of(sentence)):
            members = found[0].count("、") + 1 + bool(re.search("[和及与以]", found[0].rpartition("、")[2]))
            if members == figure.value:
                return start + found.start(), start + found.end()
    return None
