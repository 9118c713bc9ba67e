"""기관이나 용어의 이름이 곳에 따라 조금씩 다릅니다. | The name of a body or a term varies from place to place.

왜: 거래소와 거래센터, 투·융자와 투융자가 섞이면 둘인지 하나인지 알 수 없다.
Why: Where one body is now an exchange, now a centre, the reader cannot tell one from two.
Bad: 대전 녹색거래소를 열고, 대전 녹색거래센터는 배출권을 거래함
Good: 대전 녹색거래소를 열고, 대전 녹색거래소는 배출권을 거래함. 세종 녹색거래센터와 협력
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import by_hangul
from donghyang.language.particles import without_particle
from donghyang.records import Message, Span

ID = "compound-variant"
CLASS = "name-variant"
SEVERITY = "note"

_WORD = re.compile(r"[가-힣A-Za-z0-9·]+")
_BODY = re.compile(
    r"(?P<stem>[가-힣·]{4,}?)(?P<kind>거래소|거래센터|연구소|연구원|연구센터|센터|실험실|대학교|대학|협회|학회|위원회|원|소)$"
)
_SUFFIXED = re.compile(
    r"(?:대학교?|연구원|연구소|과학원|센터|개발구|실험실|홀딩스|그룹|은행|위원회|거래소|공사|유한회사|협회|학회)$"
)
_DOTTED = re.compile(r"(?<![가-힣·])[가-힣](?:·[가-힣])+(?![가-힣]*·)")
_COUNTRY = frozenset({"중국", "한국", "미국", "일본", "유럽"})
_TAILS = frozenset("화적형성용별간내객장업법자원인팀팅션")
_KIN = {"원": "소", "연구원": "소", "연구소": "소", "거래소": "소", "대학교": "대학", "학회": "협회"}
"""Kinds of bodies that are taken for one another; a 위원회 and a 센터 are two."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span
    before: str
    after: str
    article: int | None


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names joined in one place and parted in another, with another kind of body, or with and without a dot."""
    words = list(_words(sheet))
    yield from _joined(words)
    yield from _kinds(words)
    yield from _dotted(sheet, words)
    yield from _endings(words)


def _words(sheet: Sheet) -> Iterator[_Word]:
    """The words of the editor's text without their particles, each with its neighbours in the same phrase."""
    for passage in sheet.of(KOREAN):
        found = list(_WORD.finditer(passage.text))
        for at, word in enumerate(found):
            before = found[at - 1].group() if at and passage.text[found[at - 1].end() : word.start()] == " " else ""
            last = at + 1 == len(found) or passage.text[word.end() : found[at + 1].start()] != " "
            bare = without_particle(word.group())
            span = (passage.start + word.start(), passage.start + word.start() + len(bare))
            after = "" if last or bare != word.group() else without_particle(found[at + 1].group())
            yield _Word(bare, span, before, after, passage.article)


def _joined(words: list[_Word]) -> Iterator[Hit]:
    """A body's name that begins with a place or country: 선전인베스트 홀딩스 beside 선전 인베스트 홀딩스."""
    heads = by_hangul().keys() | _COUNTRY
    parted: dict[str, _Word] = {}
    for word in words:
        if word.before in heads and len(word.text) > 2:
            parted.setdefault(word.before + word.text, word)
    seen: set[str] = set()
    for word in words:
        other = parted.get(word.text)
        named = _SUFFIXED.search(word.text) or _SUFFIXED.search(word.after)
        if (
            other is not None
            and named
            and word.text not in seen
            and (not _SUFFIXED.search(word.after) or other.after == word.after)
        ):
            seen.add(word.text)
            start = other.span[0] - len(other.before) - 1
            yield Hit(*word.span, _two(word.text, f"{other.before} {other.text}"), related=((start, other.span[1]),))


def _kinds(words: list[_Word]) -> Iterator[Hit]:
    """One stem with two kinds of body behind it, with the same word before it, in one article."""
    groups: dict[tuple[int | None, str, str], dict[str, list[_Word]]] = {}
    for word in words:
        found = _BODY.match(word.text)
        if found:
            key = (word.article, word.before, f"{_academy(found['stem'])} {_kin(found)}")
            groups.setdefault(key, {}).setdefault(word.text, []).append(word)
    for (_, before, _), forms in groups.items():
        if len(forms) < 2 or not (before or all(text.endswith(("대학", "대학교")) for text in forms)):
            continue
        usual = max(forms, key=lambda text: len(forms[text]))
        for text, group in forms.items():
            if text != usual:
                yield Hit(*group[0].span, _two(text, usual), related=(forms[usual][0].span,))


def _kin(found: re.Match[str]) -> str:
    """The kind of body, one name for those taken for one another: 거래소 and 거래센터, not 위원회 and 센터."""
    is_centre = found["kind"].endswith("센터") and found[0].endswith(("거래센터", "연구센터"))
    return "소" if is_centre else _KIN.get(found["kind"], found["kind"])


def _academy(stem: str) -> str:
    """이공 and 공과 both put 理工; nothing else is taken for the same."""
    return stem.replace("공과", "이공")


def _dotted(sheet: Sheet, words: list[_Word]) -> Iterator[Hit]:
    """투·융자 beside 투융자, with the same word before it."""
    known = {word.before + word.text: word for word in words if "·" not in word.text}
    joined = {word.text: word for word in words if "·" not in word.text}
    for word in words:
        if _DOTTED.match(word.text) and word.before:
            plain = word.before + word.text.replace("·", "")
            other = known.get(plain) or joined.get(plain)
            if other is not None:
                yield Hit(*other.span, _two(other.text, word.text), related=(word.span,))


def _endings(words: list[_Word]) -> Iterator[Hit]:
    """벤치마킹 인큐베이터 beside 벤치마크 인큐베이터: long loan words that part in their last syllable."""
    often = Counter(word.text for word in words)
    known: dict[tuple[int | None, str, str], _Word] = {}
    for word in words:
        if len(word.text) < 4 or len(word.after) < 3 or not word.text.isalpha() or word.text[-1] in _TAILS:
            continue
        first = known.setdefault((word.article, word.text[:-1], word.after), word)
        if first.text != word.text and len(first.text) == len(word.text):
            odd, usual = (word, first) if often[word.text] < often[first.text] else (first, word)
            yield Hit(*odd.span, _two(odd.text, usual.text), related=(usual.span,))


def _two(one: str, other: str) -> Message:
    return Message(f"'{one}'과(와) '{other}', 이름이 서로 다릅니다.", f"'{one}' here, '{other}' there.")
