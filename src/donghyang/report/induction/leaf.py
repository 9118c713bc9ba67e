"""One logical line of a report, and what opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Span
from donghyang.report.grammar import role_of, split_marker
from donghyang.report.induction.shapes import address_in, shape_of
from donghyang.report.labels import opens_remark
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.stream import Line

_ROMAN_SMALL = lazily(r"^(?P<n>[ⅰ-ⅹ])[.)]\s*(?=\S)")
_PRINTED = lazily(r"^(?P<sign>[>:：])\s+(?=\S)")
"""Signs of print that open a line: of what Markdown quotes, of what explains the line above."""
_SMALL = lazily(r"^(?P<l>[a-z])[.)]\s+(?=[가-힣A-Z0-9‘“「(])")
_LETTER = lazily(r"^(?P<sign>[ㅁοоO])\s+(?=\S)")
"""A letter that is written for a sign."""
_LABELS = tables.either("donghyang.report.layout", "card_labels")
_CARD = lazily(rf"^(?P<label>(?:(?:주요|핵심|세부)\s?)?(?:{_LABELS}))\s*[:：|│]\s*(?:[-·]\s)?(?=\S)")
"""The label of headline, lead or text where articles are printed as cards."""
_COUNTED = lazily(r"^(?P<n>\d{1,2})\s?[|｜│:：]\s*(?=[가-힣A-Za-z‘“「\[(])")
_NAMED = lazily(
    r"^(?P<label>(?!Table|Fig|Photo|Chart|Box|Vol|No|Annex|Note)[A-Z][A-Za-z]{2,9})\s"
    r"(?P<n>\d{1,2})[.:)]\s+(?=[^\d\s])"
)
"""A number before a bar or a colon; a word with its number."""
_SIGNS = lazily(r"^(?P<sign>(?:[←-⏿▀-⟿⬀-⯿]){2,4})\s*(?=[^\W\d]|[‘“「『\[(<])")
_TIGHT = lazily(r"^(?P<sign>[▀-▟■-◿☀-➿⬀-⯿])(?=[^\W\d]|[‘“「『\[(<【])")
"""Several signs, and one without room behind it."""
ASIDES = ("*", "※", "†", "주")
"""What opens annotations; what stands below one may be of the text again."""
_CHAPTERS = ("PART 1", "SECTION 1", "CHAPTER 1")
_TAG = lazily(r"^(?P<tag>[\[【<〈〔｢]\s*[가-힣A-Za-z ]{1,10}\s*[\]】>〉〕｣])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A logical line: one or several printed lines, or one table."""

    at: tuple[int, ...]
    """The places of its lines in the stream."""
    line: Line
    opener: Opener
    indent: int
    gap: int
    """Blank lines above it; a large number at the top."""
    bold: bool = False
    box: int | None = None
    """The frame that it stands in, by its number."""
    edge: bool = False
    """Whether it is the title in the upper edge of its frame."""
    ruled: bool = False
    """Whether a rule stands right below it."""
    paged: bool = False
    """Whether a page ends above it."""
    opened: bool = False
    """Whether its line opens bold letters and does not close them."""
    columns: int = 0
    """How wide its line is printed."""

    @property
    def key(self) -> str:
        """The class of its opener; "table" for tables."""
        return self.opener.key

    @property
    def opens_chapter(self) -> bool:
        """Whether it opens as the parts of a report are counted: Ⅱ., 제2장, PART 2."""
        return self.key in ("Ⅰ", "제1장") or self.key.upper() in _CHAPTERS

    @property
    def words(self) -> str:
        """The words behind the opener."""
        return self.opener.words

    @property
    def number(self) -> int | None:
        """The number of the opener."""
        return self.opener.number

    @property
    def text(self) -> str:
        """The whole line as printed."""
        return self.line.raw

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.line.span

    @property
    def is_address(self) -> bool:
        """Whether it is an address, with no Korean or Chinese word around."""
        return self.key != "table" and self.url is not None and re.search(r"[가-힣一-鿿]", self.text) is None

    @property
    def shape(self) -> str:
        """The bracket around all words, a day behind them left out; "" where there is none."""
        return shape_of(self.words)

    @property
    def tag(self) -> str:
        """The short words in brackets that open the words."""
        found = _TAG.match(self.words)
        return found["tag"] if found else ""

    @property
    def url(self) -> str | None:
        """The address in it."""
        found = None if self.key == "table" else address_in(self.text)
        return found[0] if found else None

    @property
    def signature(self) -> tuple[str, str, bool, bool]:
        """What lines of one kind have in common, beside their place."""
        plain = not self.key and not self.shape and not self.bold
        return self.key, self.shape, self.bold, (plain and self.ruled) or self.box is not None


def leaf_of(at: tuple[int, ...], line: Line, gap: int, **more: bool | int | None) -> Leaf:
    """The leaf of one line."""
    return Leaf(at, line, _opener(line), line.indent, gap, **more)  # type: ignore[arg-type]


def with_line(whole: Leaf, leaf: Leaf, glue: str) -> Leaf:
    """A leaf with the words of the one below it behind its own, `glue` between them."""
    line = replace(whole.line, text=f"{whole.line.text}{glue}{leaf.text}", span=(whole.span[0], leaf.span[1]))
    opener = Opener(whole.key, whole.number, f"{whole.words}{glue}{leaf.text}")
    return replace(whole, at=whole.at + leaf.at, line=line, opener=opener, ruled=leaf.ruled)


def reworded(leaf: Leaf, text: str) -> Leaf:
    """The leaf with other words, marker and all."""
    marker, rest = split_marker(text)
    marker, rest = (marker, rest) if rest else ("", text)
    line = replace(leaf.line, text=rest, marker=marker, role=role_of(marker), grid=None)
    return replace(leaf, line=line, opener=_opener(line))


def _unframed(words: str, sign: str) -> str:
    """The words without the signs that end them as they began: ◆◇ 정책 ◇◆."""
    return words.strip().removesuffix(sign[::-1]).removesuffix(sign).strip() or words


def _opener(line: Line) -> Opener:
    if line.grid is None and line.role is None:
        if found := _PRINTED.match(line.text):
            return Opener(found["sign"], None, line.text[found.end() :])
        if found := _ROMAN_SMALL.match(line.text):
            return Opener("ⅰ", ord(found["n"]) - ord("ⅰ") + 1, line.text[found.end() :])
        if found := _SMALL.match(line.text):
            return Opener("a.", ord(found["l"]) - ord("a") + 1, line.text[found.end() :])
        if found := _LETTER.match(line.text):
            return Opener(found["sign"], None, line.text[found.end() :])
        if found := _CARD.match(line.text):
            return Opener(f"{letters(found['label'])}:", None, line.text[found.end() :])
        if found := _COUNTED.match(line.text):
            return Opener("1|", int(found["n"]), line.text[found.end() :])
        if found := _NAMED.match(line.text):
            return Opener(f"{found['label']} 1", int(found["n"]), line.text[found.end() :])
        for shape in (_SIGNS, _TIGHT):
            if (found := shape.match(line.text)) and not opener_of(line).key:
                return Opener(found["sign"], None, _unframed(line.text[found.end() :], found["sign"]))
        if opens_remark(line.text):
            return Opener("주", None, line.text)
        if line.text and shape_of(line.text) == line.text[0] and not re.match(r"^[\[<(【]\s*\d", line.text):
            return Opener("", None, line.text)
    return opener_of(line)
