"""목차와 본문의 제목이 다릅니다. | The contents page and the headlines disagree.

왜: 목차는 제목을 옮긴 것이므로 글자까지 같아야 하고, 목차의 기사와 본문의 기사는 하나씩 맞아야 한다.
Why: The contents page repeats the headlines, letter by letter, and each of its lines announces one article.
Bad:
  CONTENTS
  1. 정책동향
  지역
  - 저장성, 로봇 산업단지 착공
  I
  정책동향
  01
  저쟝성, 로봇 산업단지 착공
  ■ 로봇 산업단지를 2026년까지 조성(3.2)
  - 산업단지의 면적은 12㎢
Good:
  CONTENTS
  1. 정책동향
  지역
  - 저장성, 로봇 산업단지 착공
  I
  정책동향
  01
  저장성, 로봇 산업단지 착공
  ■ 로봇 산업단지를 2026년까지 조성(3.2)
  - 산업단지의 면적은 12㎢
Options: 없음 (none)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._headlines import MORE, PAGE, added, differences, goes_on, off, words_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters, ratio
from donghyang.language.patterns import lazily
from donghyang.records import ContentsEntry, Message, SectionKind
from donghyang.report.grammar import CONTENTS_SECTION, section_kind

ID = "contents"
CLASS = "contents-body"
SEVERITY = "warning"

_ALIKE = 0.6
"""How much two headlines share when they announce the same article."""
_LONGEST = 200
"""Letters of a line that is read as a gathering of headlines."""
_NEAR = 20
"""How many headlines away from its place one is looked for, where many are left."""
_FEW = 2
"""Headlines that an editor forgets; more of them than there are twins come from a layout that is not known."""


_COUNTER = lazily(r"\A(?:\s*(?:\[[^\]\n]{1,10}\]|[0-9]{1,2}[.)]|[①-⑳])\s+){1,2}")
"""What numbers an entry and is no part of the headline: '3. ', '[동향 2] '."""
_LABEL = lazily(r"\A\s*[(（][^()（）\n]{1,10}[)）]\s+")
"""What says of which field an entry is: '(에너지) '."""
_DAY = lazily(r"(?<!\s)\s*[(（](?:['‘’]?[0-9]{2,4}\.\s?)?[0-9]{1,2}\.\s?[0-9]{1,2}\.?[)）]\s*$")
"""Behind a headline of the body, the day of what it tells."""
_LETTER = lazily(r"[가-힣A-Za-z㐀-鿿]")
_BESIDES = " 외"
_GATHERED = lazily(r"\A(?P<first>.*?)(?P<others> 등| 외)?(?<![ ,])[ ,]*(?P<number>[0-9]{1,2}) ?(?:건|편|꼭지)")
"""One line for a whole section: '주요 단신 7건', '위성 발사 성공 등 7건', '위성 발사 성공 외 6건'."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Headlines that differ, announced articles that are missing, articles and sections that were not announced."""
    if not sheet.issue.contents or not sheet.articles:
        return
    entries = list(_entries(sheet))
    announced = {entry.section for entry, _ in entries}
    titles = [article.headline for section in sheet.issue.sections for article in section.articles]
    found: list[tuple[_Pairs, list[Passage], list[Passage]]] = []
    for kind in ("feature", "policy", "technology", "brief"):
        lines = [passage for entry, passage in entries if entry.section == kind]
        heads = ((article.index, article.first("headline")) for article in sheet.articles if article.kind == kind)
        headlines = [off(_own(head, titles[at]), _DAY) for at, head in heads if head]
        gathered = _GATHERED.fullmatch(lines[0].text[:_LONGEST]) if len(lines) == 1 else None
        if gathered:
            yield from _together(lines[0], gathered, headlines)
        elif kind in announced:
            found.append(_matched(lines, headlines))
    pairs = [pair for alike, _, _ in found for pair in alike]
    yield from _differing(sheet, pairs)
    if not _is_misread(len(pairs), *(sum(len(one[at]) for one in found) for at in (1, 2))):
        for alike, left, free in found:
            if not _is_misread(len(alike), len(left), len(free)):
                yield from _without_twins(sheet, left, free)
    yield from _unannounced(sheet, announced)


def _entries(sheet: Sheet) -> Iterator[tuple[ContentsEntry, Passage]]:
    heads = list(sheet.of({"headline"}))
    marks = [mark for mark in (_COUNTER, _LABEL) if not any(mark.match(head.text) for head in heads)]
    for entry, line in _lines(sheet):
        for mark in marks:
            line = _without(line, mark)
        yield entry, off(_own(line, entry.headline), PAGE)


def _lines(sheet: Sheet) -> Iterator[tuple[ContentsEntry, Passage]]:
    """Each entry with its line, the first of those over which a long one is broken."""
    places = {sheet.place(*line.span)[0]: line for line in sheet.of({"contents"})}
    starts = sorted(places)
    for entry in sheet.issue.contents:
        if entry.span and (at := bisect_left(starts, entry.span[0])) < len(starts) and starts[at] < entry.span[1]:
            yield entry, places[starts[at]]


def _own(line: Passage, words: str) -> Passage:
    """The headline itself in its line, without the label, number or day that the layout prints around it."""
    at = line.text.find(words) if words else -1
    return replace(line, start=line.start + at, end=line.start + at + len(words), text=words) if at >= 0 else line


def _without(line: Passage, mark: re.Pattern[str]) -> Passage:
    """The line behind what numbers or sorts it."""
    found = mark.match(line.text)
    return replace(line, start=line.start + found.end(), text=line.text[found.end() :]) if found else line


def _together(line: Passage, gathered: re.Match[str], headlines: list[Passage]) -> Iterator[Hit]:
    """A line that stands for all articles of a section, against their number and the one that it names."""
    besides = 1 if gathered["others"] == _BESIDES else 0
    if int(gathered["number"]) + besides != len(headlines):
        start, end = gathered.span("number")
        message = Message(f"본문의 기사는 {len(headlines)}건입니다.", f"the section has {len(headlines)} articles.")
        yield Hit(line.start + start, line.start + end, message)
    if gathered["others"]:
        first = replace(line, end=line.start + gathered.end("first"), text=gathered["first"])
        for one, head in _matched([first], headlines)[0]:
            if one.text != head.text:
                yield from differences(one, head)


def _differing(sheet: Sheet, pairs: _Pairs) -> Iterator[Hit]:
    """Pairs that differ otherwise than the layout lets all differ: by field, page, or a day behind the headline."""
    ends = Counter(end for pair in pairs for end in added(*map(words_of, pair)))
    layout = {end for end, number in ends.items() if number >= max(_FEW, len(pairs) / 2)}
    for line, head in pairs:
        if line.text != head.text:
            yield from (_turned(sheet, hit, head) for hit in differences(line, head, layout))


def _without_twins(sheet: Sheet, left: list[Passage], free: list[Passage]) -> Iterator[Hit]:
    """Lines of the contents page that no headline has, headlines that no line has."""
    body = (
        sorted(letters(_without(one, _COUNTER).text) for one in sheet.passages if one.part != "contents")
        if left
        else []
    )
    for line in left:
        name = letters(MORE.split(line.text)[0])
        at = bisect_left(body, name)
        if body[at : at + 1] and body[at].startswith(name):
            continue  # It stands in the body, if not where articles are looked for.
        yield Hit(
            *line.span,
            Message("목차에 있는 기사가 본문에 없습니다.", "the contents page announces an article that is not there."),
            severity="error",
        )
    for head in free:
        if _LETTER.search(head.text):
            yield Hit(
                *head.span,
                Message("본문의 기사가 목차에 없습니다.", "the contents page does not announce this article."),
            )


def _turned(sheet: Sheet, hit: Hit, head: Passage) -> Hit:
    """The finding on the headline, where the article bears out the figure of the contents page alone."""
    if head.article is None or not hit.related:
        return hit
    lines = sheet.articles[head.article].passages
    told = [one.value for one in sheet.figures_of(line for line in lines if line.part != "headline")]
    mine, theirs = (sheet.quantities_in(*span) for span in ((hit.start, hit.end), hit.related[0]))
    if len(mine) == len(theirs) == 1 and mine[0].value in told and theirs[0].value not in told:
        return replace(hit, start=hit.related[0][0], end=hit.related[0][1], related=((hit.start, hit.end),))
    return hit


def _is_misread(alike: int, left: int, free: int) -> bool:
    """Are so many lines without their twin that the layout was read wrongly, rather than the articles forgotten?"""
    return max(left, free) > _FEW and max(left, free) > alike


_Pairs = list[tuple[Passage, Passage]]


def _matched(lines: list[Passage], heads: list[Passage]) -> tuple[_Pairs, list[Passage], list[Passage]]:
    """Lines with their headlines, the same ones first; the lines and the headlines that are left."""
    same: dict[str, deque[Passage]] = {}
    for head in heads:
        same.setdefault(letters(head.text), deque()).append(head)
    pairs: _Pairs = []
    left: list[Passage] = []
    for line in lines:
        if twins := same.get(letters(line.text)):
            pairs.append((line, twins.popleft()))
        else:
            left.append(line)
    free = sorted((head for twins in same.values() for head in twins), key=lambda head: head.start)
    lost: list[Passage] = []
    for line in left:
        first = max(0, min(len(lost) - _NEAR, len(free) - 2 * _NEAR))  # what matches nothing keeps its order
        near = range(first, min(len(free), first + 2 * _NEAR))
        best = max(near, key=lambda at: _likeness(line.text, free[at].text), default=None)
        if best is not None and _likeness(line.text, free[best].text) >= _ALIKE:
            pairs.append((line, free.pop(best)))
        else:
            lost.append(line)
    return pairs, lost, free


def _likeness(line: str, head: str) -> float:
    return 1.0 if goes_on(line, head) else ratio(line, head, _ALIKE)


def _unannounced(sheet: Sheet, announced: set[SectionKind]) -> Iterator[Hit]:
    """Sections of the body that the contents page leaves out; briefs are often not listed."""
    listed = [line for line in sheet.of({"cover"}) if CONTENTS_SECTION.match(line.text)]
    titled = {section_kind(found["title"]) for line in listed if (found := CONTENTS_SECTION.match(line.text))}
    kinds = {article.kind for article in sheet.articles} - announced - titled - {"brief"}
    for line in sheet.of({"section"}):
        if section_kind(line.text) in kinds and any(line.text == part.title for part in sheet.issue.sections):
            yield Hit(
                *line.span,
                Message("이 부는 목차에 없습니다.", "the contents page does not have this section."),
                related=tuple(last.span for last in listed[-1:]),
                severity="note",
            )
