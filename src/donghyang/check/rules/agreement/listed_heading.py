"""차례의 제목과 본문의 제목이 다릅니다. | A title in the list of contents is not the one in the text.

왜: 차례는 제목을 옮긴 것이다. 같은 번호나 거의 같은 말의 제목이 다르면 하나가 틀렸다.
Why: The contents repeat the titles; where that of one number, or with all other words alike, differs, one is wrong.
Bad:
  차례
  제1장 사업의 배경
  제2장 비용의 흐름

  제1장 사업의 배경
  시험은 지난해 시작되었다.
  제2장 담당 기관
  두 부서가 나누어 맡는다.
Good:
  차례
  제1장 사업의 배경
  제2장 담당 기관

  제1장 사업의 배경
  시험은 지난해 시작되었다.
  제2장 담당 기관
  두 부서가 나누어 맡는다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "listed-heading"
CLASS = "contents-body"
SEVERITY = "warning"

_PAGE = lazily(r"(?<![\s.·…⋯‥─―_-])\s*[.·…⋯‥─―_-]{1,}\s*(?:p\.?\s?)?[0-9]{1,3}\s*$")
_NUMBER = lazily(r"^\W*(?P<number>제\s?[0-9]{1,2}\s?[장절부]|[0-9]{1,2}[.)]|[ⅠⅡⅢⅣⅤⅥ]\.?)\s+")
_LONGEST = 60
"""Letters of a title."""
_LEAST_WORDS = 3
"""Words of a title that may have one of them in another form."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Entries of a short text's contents whose title stands nowhere below, with the one that stands in its place."""
    entries = list(sheet.of({"contents"})) if sheet.is_lone else []
    below = [one for one in sheet.articles[0].passages if one.part != "cell"] if entries else []
    titles = [one for one in below if len(one.text) <= _LONGEST]
    missing = [one for one in entries if (words := _words(one)) and not any(_holds(title, words) for title in below)]
    for entry in missing:
        found = _nearly(entry, titles)
        if found is None and 2 * len(missing) <= len(entries):
            found = _numbered(entry, titles)
        if found is not None:
            title, (start, end), (first, last) = found
            message = Message(
                f"본문의 제목에는 '{title.text[first:last]}'입니다.", f"the title has '{title.text[first:last]}'."
            )
            yield Hit(entry.start + start, entry.start + end, message, ((title.start + first, title.start + last),))


def _words(line: Passage) -> str:
    """The words of an entry without its number and page."""
    return _PAGE.sub("", _NUMBER.sub("", line.text)).strip()


def _holds(title: Passage, words: str) -> bool:
    return letters(words) in letters(title.text)


_Found = tuple[Passage, tuple[int, int], tuple[int, int]]


def _nearly(entry: Passage, titles: Sequence[Passage]) -> _Found | None:
    """The title that has all words of the entry but one, and which words differ."""
    mine = list(_TOKEN.finditer(_PAGE.sub("", entry.text)))
    for title in titles:
        theirs = list(_TOKEN.finditer(title.text))
        codes = SequenceMatcher(
            None, [one[0] for one in mine], [one[0] for one in theirs], autojunk=False
        ).get_opcodes()
        same = sum(b - a for kind, a, b, _, _ in codes if kind == "equal")
        changed = [code for code in codes if code[0] == "replace" and code[4] - code[3] == 1]
        if same + 1 >= _LEAST_WORDS and len(changed) == 1 and len(theirs) <= same + 2:
            _, _, behind, c, _ = changed[0]  # '소재 : 탄화규소 …' where the section's title stands before the article's
            return title, mine[behind - 1].span(), theirs[c].span()
    return None


_TOKEN = lazily(r"[가-힣A-Za-z0-9]+")


def _numbered(entry: Passage, titles: Sequence[Passage]) -> _Found | None:
    """The one title with the entry's number, where the two share no word."""
    mine = _NUMBER.match(entry.text)
    if mine is None:
        return None
    alike = [(one, found) for one in titles if (found := _NUMBER.match(one.text)) and found["number"] == mine["number"]]
    if len(alike) != 1:
        return None
    title, found = alike[0]
    return title, (mine.end(), len(_PAGE.sub("", entry.text))), (found.end(), len(title.text))
