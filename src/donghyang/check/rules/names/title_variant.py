"""한 문서의 이름이 곳에 따라 다릅니다. | One document is called by different names.

왜: 낫표나 따옴표로 묶은 이름은 옮겨 적은 것이므로 띄어쓰기까지 같아야 한다.
Why: A name in quotation marks is quoted; it must be the same everywhere, spaces included.
Bad:
  01
  농업부, '스마트 온실 보급 방안' 발표
  ■ 온실 3,000동을 2026년까지 지원(3.2)
  - 농업부는 '스마트 온실 보급 특별계획'을 발표
Good:
  01
  농업부, '스마트 온실 보급 방안' 발표
  ■ 온실 3,000동을 2026년까지 지원(3.2)
  - 농업부는 '스마트 온실 보급 방안'을 발표
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, KOREAN, Part
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.nearness import letters, ratio
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "title-variant"
CLASS = "name-variant"
SEVERITY = "warning"

_QUOTED = lazily(
    r"「(?P<a>[^「」\n]{4,60})」|『(?P<b>[^『』\n]{4,60})』|[‘'](?P<c>[^‘’'\n]{4,40}(?:[‘’']\d\d[^‘’'\n]{0,6}[‘’']\d\d\))?)[’']"
)
_DOCUMENT = lazily(tables.either(__package__, "documents"))
_FIGURES = lazily(r"[0-9]+")
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    span: Span
    part: Part
    article: int | None


def find(sheet: Sheet) -> Iterator[Hit]:
    """Quoted names that differ by spaces only, and headlines whose document the article calls otherwise."""
    titles = list(_titles(sheet))
    yield from _spaced(titles)
    told = {line.start: article.index for line, article in retellings(sheet, "headline", "lead")}
    for title in titles:
        line = sheet.at(title.span[0])
        article = told.get(line.start) if line else None
        if article is not None and title.part != "contents" and _DOCUMENT.search(title.text):
            there = [one for one in titles if one.article == article and (one.part in BODY or one.part == "lead")]
            yield from _renamed(sheet, title, [one for one in there if one is not title])


def _titles(sheet: Sheet) -> Iterator[_Title]:
    for passage in sheet.of(KOREAN):
        for found in _QUOTED.finditer(passage.text):
            assert found.lastgroup is not None
            text = (
                re.sub(r"\s?[(（][^()（）]*[㐀-鿿][^()（）]*[)）]|[(（][A-Z]{2,8}[)）]", "", found[found.lastgroup])
                .replace("*", "")
                .replace("\\", "")
            )
            if text.count("(") != text.count(")"):
                continue  # The closing mark is the apostrophe of a year.
            span = (passage.start + found.start(), passage.start + found.end())
            yield _Title(text, span, passage.part, passage.article)


def _spaced(titles: list[_Title]) -> Iterator[Hit]:
    """Names of the same letters whose spaces differ: the rarer form, or the later one."""
    groups: dict[str, list[_Title]] = {}
    for title in titles:
        if len(letters(title.text)) > 5:
            groups.setdefault(letters(title.text), []).append(title)
    for group in groups.values():
        forms = [_plain(title.text) for title in group]
        if len(set(forms)) < 2:
            continue
        usual = max(forms, key=forms.count)
        model = group[forms.index(usual)]
        for title, form in zip(group, forms, strict=True):
            if form != usual:
                yield Hit(*title.span, _two(title.text, model.text), related=(model.span,), severity="note")


def _plain(text: str) -> str:
    return re.sub(r"[‘’'“”\"]", "'", text)


def _renamed(sheet: Sheet, title: _Title, body: list[_Title]) -> Iterator[Hit]:
    """A headline's document that the article never names so, though it names a similar one."""
    mine = letters(title.text)
    if not body or any(mine in letters(other.text) or letters(other.text) in mine for other in body):
        return
    alike = [(ratio(title.text, other.text), -at) for at, other in enumerate(body) if _DOCUMENT.search(other.text)]
    best = max(alike, default=(0.0, 0))
    other = body[-best[1]]
    short = _is_short_for(title.text, other.text) or _is_short_for(other.text, title.text)
    if best[0] >= _ALIKE and not short and not _are_of_other_years(title.text, other.text):
        yield Hit(*_differing(sheet, title, other), _two(title.text, other.text), related=(other.span,))


def _are_of_other_years(title: str, other: str) -> bool:
    """Are two names apart both in their words and in their figures: a plan to 2030 and one to 2035?"""
    return _FIGURES.findall(title) != _FIGURES.findall(other) and _FIGURES.sub("", title) != _FIGURES.sub("", other)


def _differing(sheet: Sheet, title: _Title, other: _Title) -> Span:
    """Where the one word stands in which a title differs from the other; the whole of it where they differ in more."""
    mine, theirs = title.text.split(), other.text.split()
    apart = [a for a, b in zip(mine, theirs, strict=False) if a != b]
    word = apart[0].partition("(")[0] if len(mine) == len(theirs) and len(apart) == 1 else ""
    at = sheet.text.find(word, *title.span) if len(word) > 1 and title.text.count(word) == 1 else -1
    return (at, at + len(word)) if at >= 0 else title.span


def _is_short_for(title: str, whole: str) -> bool:
    """Does one leave out words of a document's name, and no more? Its own words follow one another there."""
    words = iter(re.findall(r"[가-힣A-Za-z0-9]+", whole))
    return all(any(word == other for other in words) for word in re.findall(r"[가-힣A-Za-z0-9]+", title))


def _two(one: str, other: str) -> Message:
    return Message(f"'{one}'과(와) '{other}', 이름이 서로 다릅니다.", f"the name is '{one}' here and '{other}' there.")
