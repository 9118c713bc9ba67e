"""용어 곁의 한자가 원어와 한 글자 다릅니다. | The Hanja beside a term are one character off its original.

왜: 한글은 알려진 용어나 기관의 번역인데 한자 한 글자가 비슷한 다른 글자이거나 빠지면 그 한자로는 찾을 수 없다.
Why: The Korean renders a known term or body; with a homophone, a lookalike or a gap the Chinese cannot be searched for.
Bad: 저고도경제(低控經濟)와 공업정보화부(工業和信息花部)
Good: 저고도경제(低空經濟)와 공업정보화부(工業和信息化部)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import established
from donghyang.language.gazetteer import written
from donghyang.language.hanzi_words import covered
from donghyang.language.lookalikes import look_alike, misconverted
from donghyang.language.nearness import letters, one_apart, one_out
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.terms import Term, Termbase
from donghyang.records import Message

ID = "term-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_TERM = lazily(r"\s?[(（](?P<han>[㐀-鿿]{3,20})(?=[)）,，、+])")
_LEAST = 3
_WINDOW = 40


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bracketed Hanja that are no term, and a similar character, one too few or one too many off the one whose Korean
    stands before them."""
    for passage in sheet.of(KOREAN):
        for found in _TERM.finditer(passage.text):
            plain = simplify(found["han"])
            before = letters(passage.text[max(0, found.start() - _WINDOW) : found.start()])
            term = _meant(plain, before)
            if term and not _is_cited(sheet, passage, term):
                yield Hit(
                    passage.start + found.start("han"),
                    passage.start + found.end("han"),
                    Message(
                        f"'{found['han']}': '{term.korean}'의 원어는 '{term.chinese}'입니다.",
                        f"'{found['han']}': the original of '{term.korean}' is '{term.chinese}'.",
                    ),
                )


def _is_cited(sheet: Sheet, passage: Passage, term: Term) -> bool:
    """Does a title that the article cites have the term? The rule about references tells it then."""
    article = [] if passage.article is None else sheet.articles[passage.article].passages
    return any(term.chinese in simplify(p.text) for p in article if p.part == "reference")


def _meant(plain: str, before: str) -> Term | None:
    if plain in _terms() or written(plain) or established(plain):
        return None
    for korean, term in _by_length().get(len(plain), ()):
        apart = one_apart(plain, term.chinese) if before.endswith(korean) else None
        if apart and (misconverted(plain, term.chinese) or look_alike(*apart)):
            return term
    for length in (len(plain) + 1, len(plain) - 1) if len(plain) > _LEAST else ():
        for korean, term in _by_length().get(length, ()):
            if before.endswith(korean) and (_lost(plain, term.chinese) or _doubled(plain, term.chinese)):
                return term
    return None


def _lost(plain: str, right: str) -> bool:
    """Is `plain` the name `right` without one character, and no row of words any more?"""
    return plain in one_out(right) and not all(covered(plain))


def _doubled(plain: str, right: str) -> bool:
    """Is `plain` the name `right` with one of its characters twice?"""
    return any(plain[:at] + plain[at + 1 :] == right for at in range(1, len(plain)) if plain[at] == plain[at - 1])


@cache
def _terms() -> dict[str, Term]:
    terms = (term for term in Termbase.load().terms() if len(term.chinese) >= _LEAST)
    return {term.chinese: term for term in terms if not established(term.chinese)}


@cache
def _by_length() -> dict[int, list[tuple[str, Term]]]:
    """The terms, with the letters that they are called by in Korean, by the length of the Chinese form."""
    found: dict[int, list[tuple[str, Term]]] = {}
    for term in _terms().values():
        found.setdefault(len(term.chinese), []).append((letters(term.korean), term))
    return found
