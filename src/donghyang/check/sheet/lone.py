"""A short text in which no articles were found, read as one article: its first line is the headline.

Passages, notices and pages out of a report come without its layout. What their headline, summary and table say of the
same thing must agree all the same, so their lines get the parts of an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from donghyang.check.sheet.articles import ArticleLines
from donghyang.language.patterns import lazily
from donghyang.report import Part, Reading
from donghyang.report.induction.words import day_line, opens_contents, opens_references, opens_summary, says_what_it_is
from donghyang.report.stream import Line

_MOST_LINES = 60
"""Lines and tables of a text that is one article; more of them are a report whose layout is not known."""
_LONGEST_TITLE = 70
"""Letters of a headline."""
_LEAST_TITLE = 12
"""Letters of a headline that stands among others; shorter titles are those of sections."""
_MASTHEAD = lazily(r"보도\s?자료|속보|단신|동향|소식|보고|뉴스|브리핑|알림|메모|특집|호$|주간|월간|회람")
_LONGEST_MASTHEAD = 16
_RUNNING = lazily(r"[가-힣]다[.。](?:\s|$)")
"""Where a sentence ends: that is no headline."""
_TAGGED = lazily(r"^[\[【〈<《〔(]\s?(?P<title>[^\[\]【】〈〉<>《》〔〕()]{2,12})\s?[\]】〉>》〕)]\s*\S")
_LABELLED = lazily(r"^(?P<title>[가-힣 ]{2,8}?)\s?[:：]\s*\S")
"""A line that says what it is, and goes on."""
_LABEL = lazily(
    r"(?:(?<=[\s/|])|^)(?:[\[(<〈【「《]\s?(?:제목|표제|리드|요약|요지|차례|목차|본문|내용|상세)\s?[\])>〉】」》]"
    r"|(?:제목|표제|리드|요약|요지|차례|목차|본문|내용|상세)\s?[:：])"
)
"""What a line calls its parts where it holds headline and text at once."""
_HEADLINE = lazily(r"^[\[(<〈【「《]?\s?(?:제목|표제|헤드라인)\s?(?:[\])>〉】」》]|[:：])\s*\S")
_FEW = 3
"""Lines of a text that may hold all its parts in one of them."""
_BODY = lazily(r"^(?:본\s?문|상\s?세|세\s?부|내\s?용|본\s?론)(?:\s?(?:내\s?용|사\s?항|설\s?명))?$")
_SIGNS = lazily(r"[\W_]*(?:[0-9]{1,2}[.)]|[ⅠⅡⅢⅣⅤⅥ]\.?|[가-하][.)])?\s*")
_SIGNS_ALONE = lazily(r"[\W_]*")
_NUMBER = lazily(r"^\W*(?:제\s?)?(?P<number>[0-9]{1,2}|[ⅠⅡⅢⅣⅤⅥ])(?:[.)]|장|부)?\s")
_LOW = frozenset("-–*·•※▸")
"""Markers of what stands below something."""
_ITEM = lazily(r"[^0-9]{0,5}[0-9]")
"""How the first of several numbered things begins, which is no headline of them all."""
_KEPT: frozenset[Part] = frozenset({"reference", "source", "imprint", "note", "remark"})
"""What a line says of itself, wherever it stands."""
_OUTSIDE: frozenset[Part] = frozenset({"summary", "contents", "section", "cover", "imprint", "remark"})


def as_article(readings: Sequence[Reading], source: str) -> tuple[tuple[Reading, ...], list[ArticleLines]]:
    """The readings as those of one article, and that article; both as they were where the text is too long for one.

    Its first line is the headline where it reads like one, the next one the lead where no line below has its marker.
    Lines below 요약, 요지 or 한눈에 보기 are the summary, those below 목차 the contents; neither is in the article.
    """
    if not 0 < len(readings) <= _MOST_LINES or any(reading.article is not None for reading in readings):
        return tuple(readings), []
    if len(readings) <= _FEW:
        readings = [part for reading in readings for part in _labelled(reading, source)]
    if len(readings) == 1:
        return tuple(readings), []
    heads = _heads(readings)
    parts = (
        _Parts(readings).parts
        if not heads
        else ["headline" if at in heads else one.part for at, one in enumerate(readings)]
    )
    number = -1 if heads else 0
    found: list[Reading] = []
    for at, (reading, part) in enumerate(zip(readings, parts, strict=True)):
        number += at in heads
        outside = number < 0 or part in _OUTSIDE
        found.append(replace(reading, part=part, article=None if outside else number))
    return tuple(found), [ArticleLines(at, "policy", 0, None, None) for at in range(number + 1)]


def _labelled(reading: Reading, source: str) -> list[Reading]:
    """A line that says in itself what its parts are, as several: 제목: … / 본문: …"""
    start, end = reading.line.span
    cuts = [found.start() for found in _LABEL.finditer(source, start, end)] if reading.line.grid is None else []
    if len(cuts) < 2 or source[start : cuts[0]].strip():
        return [reading]
    found: list[Reading] = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        words = source[first:last].rstrip(" /|·,;→\n")
        line = replace(reading.line, text=words, span=(first, first + len(words)), marker="", role=None)
        found.append(replace(reading, line=line))
    return found


def _heads(readings: Sequence[Reading]) -> frozenset[int]:
    """Where several articles begin, each with a numbered headline of its own and lines below; empty for one article."""
    numbered = [(at, found["number"]) for at, one in enumerate(readings) if (found := _NUMBER.match(one.line.raw))]
    heads = [at for at, _ in numbered]
    in_order = [number for _, number in numbered] == [str(at) for at in range(1, len(numbered) + 1)]
    ends = [*heads[1:], len(readings)]
    are_titles = all(
        len(readings[at].line.text) >= _LEAST_TITLE and _is_title(readings[at].line) and end - at > 1
        for at, end in zip(heads, ends, strict=False)
    )
    return frozenset(heads) if len(heads) > 1 and in_order and are_titles else frozenset()


class _Parts:
    """The parts of the lines, found one after another."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.parts: list[Part] = []
        self._has_table = any(reading.line.grid is not None for reading in readings)
        self._markers = Counter(reading.line.marker for reading in readings)
        self._under: Part | None = None
        """The summary or the contents that a line stands in."""
        self._opener = ""
        """What its title opens with."""
        self._entries: set[str] = set()
        """Numbers and words of the contents."""
        for reading in readings:
            self.parts.append(self._part(reading))

    def _part(self, reading: Reading) -> Part:
        line, own = reading.line, reading.part
        if line.grid is not None or own in _KEPT or opens_references(line.text):
            return own
        if _BODY.match(_words(line)):
            self._under = None
            return "section"
        if self._under and self._closes(line):
            self._under = None
        if self._under != "contents" and (title := _opens(line)):
            self._under, self._opener = title, _sign(line)
            return "section"
        if self._under:
            self._entries.update(_entry(line))
            return self._under
        if _is_told_inline(line):
            return "summary"
        if _HEADLINE.match(line.text) and "headline" not in self.parts:
            return "headline"
        if own == "caption" and (self.parts or self._has_table or len(line.text) < _LEAST_TITLE):
            return own
        return self._titled(line) or ("text" if own in _OUTSIDE else own)

    def _closes(self, line: Line) -> bool:
        """Does a line end what it stands in: an entry of the contents come again, a title like that above?"""
        if self._under == "contents":
            return not self._entries.isdisjoint(_entry(line))
        return _sign(line) == self._opener and not self._opener.isalnum() and not _RUNNING.search(line.text)

    def _titled(self, line: Line) -> Part | None:
        """Headline or lead; None for other lines."""
        if set(self.parts) <= {"cover"} and line.marker not in _LOW and (day_line(line.text) or _is_masthead(line)):
            return "cover"
        may_open = not self.parts or (set(self.parts) == {"cover"} and not _ITEM.match(line.text))
        if may_open and line.marker not in _LOW and _is_title(line):
            return "headline"
        above = [part for part in self.parts if part != "cover"] in (["headline"], ["headline", "lead"])
        is_lead = above and self._markers[line.marker] == 1 < len(self._markers)
        return "lead" if is_lead and line.marker else None


def _words(line: Line) -> str:
    words = _SIGNS.sub("", line.text, count=1)
    backwards = words[::-1]  # searched from the front, each sign of a long run inside would be tried
    return _SIGNS_ALONE.sub("", backwards, count=1)[::-1]


def _entry(line: Line) -> tuple[str, ...]:
    """The number of an entry, and its words."""
    found = _NUMBER.match(line.raw)
    return (found["number"], line.text) if found else (line.text,)


def _sign(line: Line) -> str:
    """What a line opens with: its marker, else its first sign."""
    return line.marker or line.text[:1]


def _opens(line: Line) -> Part | None:
    """Of what a line is the title: the summary, the contents; None for other lines."""
    if opens_contents(line.text):
        return "contents"
    return "summary" if opens_summary(_words(line)) else None


def _is_told_inline(line: Line) -> bool:
    """Does a line say that it is the summary, and go on: [요약] …, 한 줄 요약: …?"""
    found = _TAGGED.match(line.text) or _LABELLED.match(line.text)
    return found is not None and opens_summary(found["title"])


def _is_masthead(line: Line) -> bool:
    """Does a line above the headline name the paper that it stands in?"""
    is_short = not line.marker and len(line.text) <= _LONGEST_MASTHEAD and not _ITEM.match(line.text)
    return is_short and _MASTHEAD.search(line.text) is not None


def _is_title(line: Line) -> bool:
    """Does a line read like a headline: short, no sentence, no caption, no title of a list?"""
    text = line.text.strip()
    if not 2 < len(text) <= _LONGEST_TITLE or _RUNNING.search(text) or text[-1] in ".:：,;":
        return False
    return not says_what_it_is(text)
