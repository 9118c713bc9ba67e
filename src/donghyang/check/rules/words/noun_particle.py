"""이 글의 다른 곳에도 나오는 낱말 뒤의 조사가 틀렸습니다. | A word of the text has the wrong particle here.

왜: '동료평가을'만 보면 가을일 수도 있지만, 글이 '동료평가'를 따로 쓰면 조사를 잘못 붙인 것이다. 단위 뒤도 같다.
Why: 동료평가을 might end in 가을, but where the text has 동료평가 too it is a noun with the wrong particle; so behind
units.
Bad: 서면평가와 동료평가를 거치며, 동료평가을 5년마다 하고 생산량을 30만 톤로 늘림
Good: 서면평가와 동료평가를 거치며, 동료평가를 5년마다 하고 생산량을 30만 톤으로 늘림
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "noun-particle"
CLASS = "typo"
SEVERITY = "warning"

_TOKEN = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{3,12}(?![가-힣A-Za-z0-9])")
_WITH = lazily(r"(?P<word>[가-힣]{3,11}?)(?P<particle>으로|[은는을를이가])")
_BEHIND_UNIT = lazily(r"(?P<particle>으로|[은는을를로])(?=[ ,.)」』'’”\n]|$)")
_ENDS_IN_PERSON = lazily(rf"(?:{tables.either(__package__, 'nouns_in_ga')})$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that stand bare or with their right particle elsewhere, and units of figures."""
    yield from _behind_units(sheet)
    tokens = [(line, found) for line in sheet.of(KOREAN) for found in _TOKEN.finditer(line.text)]
    times = Counter(found[0] for _, found in tokens)
    for line, found in tokens:
        said = _WITH.fullmatch(found[0])
        if said is None or times[found[0]] > 1 or _ENDS_IN_PERSON.search(found[0]):
            continue
        word, right = said["word"], _right(said["particle"], said["word"])
        if right != said["particle"] and times[word] + times[word + right] > 0:
            yield _hit(line.start + found.start(), word, said["particle"], right)


def _behind_units(sheet: Sheet) -> Iterator[Hit]:
    for figure in sheet.quantities:
        unit = figure.text[-1:]
        behind = _BEHIND_UNIT.match(sheet.text, figure.end) if "가" <= unit <= "힣" and figure.unit else None
        if behind is not None and (right := _right(behind["particle"], unit)) != behind["particle"]:
            yield _hit(figure.start, figure.text, behind["particle"], right)


def _right(particle: str, word: str) -> str:
    return with_particle(word, particle).removeprefix(word)


def _hit(start: int, word: str, particle: str, right: str) -> Hit:
    message = Message(f"'{word}' 뒤에는 '{right}'입니다.", f"behind '{word}' stands '{right}'.")
    return Hit(start, start + len(word) + len(particle), message, fix=Fix(word + right))
