"""같은 말이 잇달아 두 번 적혔습니다. | The same words stand twice in a row.

왜: 고쳐 쓰다 남은 말이거나, 나열의 한 항목이 다른 항목 자리에 다시 들어간 것이다. 나열이면 빠진 항목이 있을 수 있다.
Why: Left over from rewriting; in a list, one item may have taken the place of another that is now missing.
Bad: 이 연구소는 연구소는 은행, 보험, 증권, 증권 등 분야의 자료를 모은다.
Good: 이 연구소는 은행, 보험, 증권 등 분야의 자료를 하나 하나 모은다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message, Span

ID = "doubled-word"
CLASS = "doubled-word"
SEVERITY = "warning"

_WORD = lazily(
    rf"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣A-Za-z]{{2,20}}|{tables.either(__package__, 'said_short')}) (?P=word)"
    r"(?=(?:[은는이을를의에와과로]|으로|에서|까지|부터|에는)?(?![가-힣A-Za-z0-9]))"
)
_ITEM = lazily(
    r"(?:(?<=[,·、] )|(?<=[,·、:])|^)(?P<item>[^\s,·、:][^,·、:\n]{1,40})(?P<gap>[,·、] ?)(?P=item)"
    r"(?=\s?[,·、]|\s등| 및|$|\n)",
    re.MULTILINE,
)
_FIGURE = lazily(r"(?:약 ?)?[0-9][0-9,.]*(?:[십백천만억조] ?(?:[0-9][0-9,.]*)?)* ?(?:[가-힣]{1,3}|[A-Za-z%㎡]{1,4})")
"""Figures of a series may be alike: 각각 4개, 3개, 3개."""
_PARTICLED = lazily(r"[가-힣A-Za-z]{2,}(?:을|를|은|는|의|에서|에게|으로|로|과|와)$")
_ON_PURPOSE = lazily(r"^(?:한|두|세|몇|매|각|첫)|(?:도|다|고|면|며|자|락|듯|쿵|덩)$")
"""One after another (한 분 한 분), and endings that are said twice (참다 참다, 치워도 치워도)."""
_VERB = lazily(r"[가-힣]{2}(?:[하되]고|[하되]며|하였다|되었다|[했됐]다|한다|된다)$")
"""A verb of a noun is not said twice as 가고 가고 is."""
_ADVERBS = tables.either(__package__, "adverb_stems")
_STEM = lazily(
    rf"(?<![가-힣])(?:(?P<adverb>{_ADVERBS})적?(?:으로|로|하게|히) "
    r"(?P=adverb)(?:적?(?:으로|로|하게|히))?(?=[ ,]|하|되|한|함|됨|해|했)"
    r"|(?P<verb>[위통대관인의비])(?:해서?|하여|한) (?P=verb)(?:해서?|하여|한)(?=[ ,])"
    r"|(?P<by>따|힘입|걸)(?:라|른|어|은|쳐|친) (?P=by)(?:라|른|어|은|쳐|친)(?=[ ,])"
    r"|(?P<done>[가-힣]{2,6})(?:하여|해서?|에|을|를) (?P=done)"
    r"(?:[하되](?=[고며여어])|[한된할될](?= )|[함됨했됐]|해(?=[ ,])))"
)
"""One stem with two endings: 공동으로 공동 발표, 위해 위한, 개선하여 개선한, 착공에 착공하여."""

_CAN = lazily(r"(?<=[가-힣] )수 수(?= ?(?:있|없))")
"""The bound noun said twice: 신청할 수 수 있음."""
_AGAIN = lazily(
    rf"(?<![가-힣])(?P<again>{tables.either(__package__, 'said_once')}) "
    r"(?:[가-힣]{1,6}(?:에|에서|은|는|이|가|을|를|도) ){1,2}(?P=again)(?= )"
)
"""An adverb said again before its verb has come: 이미 이곳에 이미."""

_TOKEN = lazily(r"\S+")
_LONGEST_PHRASE = 5
_SHORTEST_PHRASE = 4
"""Letters of a phrase; shorter ones are signs and figures of a drawing."""
_DATED = lazily(r"['‘’]?[0-9][0-9,.]*(?:[가-힣]{1,3}|%)")
_HANGUL = lazily("[가-힣]{2}")

_MESSAGE = Message("'{0}'이(가) 잇달아 두 번 적혔습니다.", "'{0}' stands twice in a row.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Doubled words, and doubled neighbours in a list."""
    for passage in sheet.of(KOREAN):
        for found in _WORD.finditer(passage.text):
            word = found["word"]
            if word not in _meant() and (not _ON_PURPOSE.search(word) or _VERB.search(word)):
                yield _hit(passage.start, found.span(), word, fix=_PARTICLED.search(word) is not None)
        for found in _STEM.finditer(passage.text):
            first, _, second = found[0].partition(" ")
            if first != second:
                yield _hit(passage.start, found.span(), found[found.lastgroup or 0], fix=False)
        for found in _AGAIN.finditer(passage.text):
            yield _hit(passage.start, found.span(), found["again"], fix=False)
        for span, phrase in _phrases(passage.text) if passage.part != "cell" else ():
            yield _hit(passage.start, span, phrase, fix=False)
        for found in _CAN.finditer(passage.text):
            yield _hit(passage.start, found.span(), "수", fix=True)
        if "," in passage.text or "·" in passage.text or "、" in passage.text:
            for found in _ITEM.finditer(passage.text):
                if re.search("[가-힣A-Za-z]", item := found["item"].strip()) and not _FIGURE.fullmatch(item):
                    yield _hit(passage.start, (found.start("item"), found.end()), item, fix=False)


def _phrases(text: str) -> Iterator[tuple[Span, str]]:
    """Where two to five words in a row, or a word with a figure, stand twice in a row."""
    words = list(_TOKEN.finditer(text))
    said = [word[0] for word in words]
    for size in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(said) - 2 * size + 1):
            phrase = said[at : at + size]
            if phrase == said[at + size : at + 2 * size] and _tells(phrase):
                yield (words[at].start(), words[at + 2 * size - 1].end()), " ".join(phrase)
                return


def _tells(phrase: list[str]) -> bool:
    """Is it a phrase of several words, or a figure with its unit; not one word that is said over and over?"""
    if len(phrase) == 1:
        return _DATED.fullmatch(phrase[0]) is not None
    if phrase[-1].endswith(",") or len(set(phrase)) == 1:
        return False
    return sum(map(len, phrase)) >= _SHORTEST_PHRASE and _HANGUL.search("".join(phrase)) is not None


@cache
def _meant() -> frozenset[str]:
    """Words that Koreans say twice on purpose."""
    return frozenset(word for row in tables.read(__package__, "said_twice.tsv") for word in row[1].split())


def _hit(start: int, span: tuple[int, int], word: str, *, fix: bool) -> Hit:
    """A doubled word with its particle can go; of a bare one, or of an item, another may be meant."""
    message = Message(_MESSAGE.ko.format(word), _MESSAGE.en.format(word))
    return Hit(start + span[0], start + span[1], message, fix=Fix(word) if fix else None)
