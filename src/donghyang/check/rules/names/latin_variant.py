"""로마자 이름의 대소문자나 띄어쓰기가 서로 다릅니다. | A Latin name differs in its capitals or spaces.

왜: 회사와 제품의 이름은 스스로 쓰는 모양이 하나다. 글 안에서 갈리면 한쪽은 틀린 것이다.
Why: A company or a product writes its own name in one way; where a text has two, one of them is wrong.
Bad: QuantumLink 칩은 작년에 나왔고, Quantum Link 칩의 새 판은 올해 나옴
Good: QuantumLink 칩은 작년에 나왔고, QuantumLink 칩의 새 판은 올해 나옴. 데이터(data)와 Data
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "latin-variant"
CLASS = "name-variant"
SEVERITY = "note"

_WORD = lazily(r"(?<![A-Za-z0-9.@/_-])[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9]*[@/_])")
_URL = lazily(r"https?://\S+|www\.\S+")
_SHORTEST = 5


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names of up to three Latin words that occur with other capitals or spaces; references count as witnesses."""
    forms: dict[str, dict[str, list[Span]]] = {}
    for passage in sheet.passages:
        if passage.part != "imprint":
            text = _URL.sub(lambda found: " " * len(found[0]), passage.text)
            for name, start in _names(text):
                places = forms.setdefault(re.sub(r"\s", "", name).lower(), {})
                places.setdefault(name, []).append((passage.start + start, passage.start + start + len(name)))
    for places in forms.values():
        if len(places) > 1:
            yield from _disagreeing(sheet, places)
    for article in sheet.articles:
        yield from _exchanged(article)


_ACRONYM = lazily(r"(?<![A-Za-z0-9])(?P<name>[A-Z]{3,6}) (?P<thing>[가-힣]{3})")
_OFTEN = 2
"""So often at the least stands the name that another is meant for."""


def _exchanged(article: ArticleLines) -> Iterator[Hit]:
    """Acronyms that stand once, of the letters of another before the same word: LDH 발전소 among LHD 발전소."""
    found: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for passage in article.of(*KOREAN):
        for said in _ACRONYM.finditer(passage.text):
            span = (passage.start + said.start("name"), passage.start + said.end("name"))
            same = found.setdefault(("".join(sorted(said["name"])), said["thing"]), {})
            same.setdefault(said["name"], []).append(span)
    for forms in found.values():
        usual = max(forms, key=lambda name: len(forms[name]))
        for name, spans in forms.items():
            if name != usual and len(spans) == 1 and len(forms[usual]) >= _OFTEN:
                yield Hit(*spans[0], _two(usual, name), (forms[usual][0],), severity="warning")


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Every run of one to three Latin words with its place."""
    words = list(_WORD.finditer(text))
    for at in range(len(words)):
        for last in range(at, min(at + 3, len(words))):
            if last > at and text[words[last - 1].end() : words[last].start()] != " ":
                break
            name = text[words[at].start() : words[last].end()]
            if len(name) >= _SHORTEST:
                yield name, words[at].start()


def _disagreeing(sheet: Sheet, places: dict[str, list[Span]]) -> Iterator[Hit]:
    """The editor's rarer forms, where more than the first capital is different."""
    ranked = sorted(places, key=lambda name: (-len(places[name]), places[name][0]))
    usual = ranked[0]
    for name in ranked[1:]:
        if not _differs(usual, name):
            continue
        own = [span for span in places[name] if _own(sheet, span)]
        other = places[usual]
        if not own:
            own, other = [span for span in places[usual] if _own(sheet, span)], places[name]
        for span in own[:1]:
            yield Hit(*span, _two(usual, name), related=(other[0],))


def _two(usual: str, name: str) -> Message:
    return Message(f"'{usual}'과(와) '{name}', 두 가지로 적혔습니다.", f"'{usual}' is also written '{name}'.")


def _own(sheet: Sheet, span: Span) -> bool:
    passage = sheet.at(span[0])
    return passage is not None and passage.part in KOREAN


def _differs(a: str, b: str) -> bool:
    """More than sentence case: neither form is all capitals or all small, nor only its first letter apart."""
    if " " in a or " " in b:
        spaced = a if " " in a else b
        if a.replace(" ", "") == b.replace(" ", ""):
            return all(word[0].isupper() for word in spaced.split()) and a.count(" ") != b.count(" ")
    if a.isupper() or b.isupper() or a.islower() or b.islower():
        return False
    return [x for x, y in zip(a[1:], b[1:], strict=False) if x != y and x != " "] != [] or a.count(" ") != b.count(" ")
