"""인용한 제목의 대학이 글의 대학과 다릅니다. | The cited title names another university than the text.

왜: 우한대의 성과를 다룬 글이 칭화대의 자료를 들면 제목을 잘못 옮겼거나 다른 자료이다.
Why: Where the text is about one university and the only title cited about another, one of the two was copied wrongly.
Bad:
  우한대, 수소 버스 시험
  - 버스 20대를 시험함
  참고자료
  清华大学氢能公交上线
Good:
  우한대, 수소 버스 시험
  - 버스 20대를 시험함
  참고자료
  武汉大学氢能公交上线
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._references import reference_lists
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.hanja import hangul_readings
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.transliterate import transliterate
from donghyang.language.words import words
from donghyang.records import Message

ID = "reference-subject"
CLASS = "reference"
SEVERITY = "note"

_CITED = lazily(r"(?:^|(?<=[^㐀-鿿]))(?P<head>[㐀-鿿]{2,4})大学")
_OWN = lazily(r"(?<![가-힣])[가-힣]{2,6}대(?=[,·(（ ]|학|와 |과 )")


def find(sheet: Sheet) -> Iterator[Hit]:
    """A university that all cited titles name and the text does not, in a text about another one."""
    for titles in reference_lists(sheet):
        if not titles:
            continue
        lines = [
            line
            for line in sheet.of(KOREAN)
            if (len(sheet.articles) < 2 or line.article == titles[0].article) and line not in titles
        ]
        text = "\n".join(line.text for line in lines)
        if _OWN.search(text):
            yield from _others(titles, text)


def _others(titles: list[Passage], text: str) -> Iterator[Hit]:
    said = [(line, found) for line in titles for found in _CITED.finditer(simplify(line.text))]
    if not said or any(_is_named(found["head"], text) for _, found in said):
        return
    for line, found in said:
        message = Message("글에는 이 대학이 나오지 않습니다.", "the text does not speak of this university.")
        yield Hit(line.start + found.start(), line.start + found.end(), message)


def _is_named(head: str, text: str) -> bool:
    """Does the text have the university by sound, by Korean reading, by its usual name, or in Chinese?"""
    usual = {word.named for word in words() if word.chinese in (head, f"{head}大学", head[:2])}
    heard = transliterate(head).hangul
    read = [hangul_readings(char) for char in head]
    first = {one + other for one in read[0] for other in read[1]}
    forms = {heard, heard[:2], *first, *(name[:2] for name in usual)}
    return head in simplify(text) or any(form and form in text for form in forms)
