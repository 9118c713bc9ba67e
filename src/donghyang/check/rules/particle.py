"""조사가 앞말의 받침과 맞지 않습니다. | The particle does not fit the sound before it.

왜: 을/를, 은/는, 와/과는 앞말이 받침으로 끝나는지에 따라 정해진다. 로마자는 읽는 소리를 따른다(X 엑스, Lab 랩).
Why: Which form stands depends on whether the word ends in a consonant; Latin letters count as they are spoken.
Bad: 센터을 열고 기업를 유치하며, AI Lab는 XR을 연구하고 PLAN-X을 발표
Good: 센터를 열고 기업을 유치하며, AI Lab은 XR을 연구하고 PLAN-X를 발표. 마을을 돌봄
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.passages import KOREAN
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.language.hangul import PARTICLES, final_of
from donghyang.records import Fix, Message

ID = "particle"
CLASS = "typo"
SEVERITY = "note"

_BOUND = r"(?=[ ,.)」』'’”\n]|$)"
_HANGUL = re.compile(rf"(?<![가-힣])(?P<word>[가-힣]*[가-힣])(?P<particle>을|를|와){_BOUND}")
_LATIN = re.compile(
    rf"(?<![A-Za-z0-9])(?P<word>[A-Za-z][A-Za-z0-9.&-]*+)(?:['’”]?(?P<particle>은|는|을|를|과|와|이|가){_BOUND})?"
)
"""Any Latin word, so that each is read once; most have no particle behind them."""
_ENDS_IN_EUL = re.compile(r"(?:마을|가을|노을|고을|겨을|여을|너을|리을|하을|이을|지을|나을|부을|그을)$")
_ENDS_IN_WA = re.compile(r"(?:기와|도와|나와|다와|들와|몰와|못와|안와|[가-힣]{0,3}와와)$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """을, 를 and 와 behind Hangul, and particles behind Latin letters."""
    for passage in sheet.of(KOREAN):
        for found in _HANGUL.finditer(passage.text):
            whole = found["word"] + found["particle"]
            if not _ENDS_IN_EUL.search(whole) and not _ENDS_IN_WA.search(whole):
                yield from _check(passage.start, found, final_of(found["word"]))
        for found in _LATIN.finditer(passage.text):
            if found["particle"]:
                yield from _check(passage.start, found, _spoken_final(found["word"]))


def _check(base: int, found: re.Match[str], final: str | None) -> Iterator[Hit]:
    """A finding when the particle is the other one of its pair; nothing where the sound is unknown."""
    if final is None:
        return
    closed, open_ = PARTICLES[found["particle"]]
    right = closed if final else open_
    if right != found["particle"]:
        yield Hit(
            base + found.start("word"),
            base + found.end("particle"),
            Message(f"'{found['word']}' 뒤에는 '{right}'입니다.", f"behind '{found['word']}' stands '{right}'."),
            fix=Fix(found[0][: -len(found["particle"])] + right),
        )


def _spoken_final(word: str) -> str | None:
    """The final sound of a Latin word: letter by letter for an acronym; None where its spelling does not tell."""
    last = re.split(r"[.&-]", word)[-1]
    if not last:
        return None
    if last.isupper() or last[-1].isdigit() or len(last) == 1:
        return final_of(last)
    if re.search(r"(?:[aeiou](?:b|p)|[a-z](?:ng|m)|[aiou]n)$", last):
        return "ㅁ"
    return "" if last[-1] in "aoiuyw" and len(last) > 2 else None
