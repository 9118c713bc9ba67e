"""What opens a line in any layout: a sign, or an enumerator with its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from donghyang.language.patterns import lazily
from donghyang.report.grammar import HANGUL_ORDER, ROLE, roman
from donghyang.report.stream import Line

_ROMAN = {roman(number): number for number in range(1, 11)}
_SIGNS = "◆◇◈△▲▽▼▸▹►▻★☆❖❏❑▢◉⊙◐➔➜⇒→※◊♦"
_WORDLIKE = r"\w\s\"'“”‘’`´「」『』《》〈〉()（）<>\[\]【】{},.:;!?%$€£¥₩&@/\\~^|│…#*=ⓐ-ⓩ㉠-㉭㉮-㉻"
_SIGN = lazily(
    rf"""
      ^(?P<sign>[{_SIGNS}])\s*(?![\d\s])(?=\S)
    | ^(?P<aside>[{_SIGNS}])\s+(?=\S)
    | ^(?P<other>[^{_WORDLIKE}])\s+(?=\S)       # any other sign, told by the room behind it
    """,
    re.VERBOSE,
)
_BAR = lazily(r"^\s*[|│ㅣ]\s*(?=\S)")
_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(shape))
    for key, shape in (
        ("[1]", r"^[<\[【〔〈《「]\s*(?P<n>\d{1,2})\s*[\]>】〕〉》」]\s*"),
        ("(1)", r"^\((?P<n>\d{1,2})\)\s*"),
        (
            "제1장",
            r"^[<\[【《〈(]?\s?(?:제\s?(?=\d{1,2}\s?[장부편절])|(?i:part|section|chapter)\s)(?P<n>\d{1,2})(?:\s?[장부편절])?(?:[.:)\]】》〉>]\s*|\s+)(?=\S)",
        ),
        (
            "1-1",
            rf"^(?:[Ⅰ-Ⅹ]|\d{{1,2}}|[A-Z]|[{HANGUL_ORDER}])-(?P<n>\d{{1,2}})\.?\s+(?=[^\d\s|│┃｜▸▶►▹]|\d[\d~,.]{{0,9}}[가-힣])",
        ),
        ("No. 1", r"^(?:No|NO|제)\.?\s?(?P<n>\d{1,2})(?:\s?호)?[.:]?(?:\s+(?=\S)|$)"),
        ("#1", r"^#(?P<n>\d{1,2})\.?\s+"),
        ("1.1.1", r"^\d{1,2}\.\d{1,2}\.(?P<n>\d{1,2})\.?\s+(?=[^\d\s])"),
        ("1.1", r"^\d{1,2}\.(?P<n>\d{1,2})\.?\s+(?=[^\d\s|│┃｜▸▶►▹])"),  # before a bar stands a day
        ("1.", r"^(?P<n>[1-9]|[1-3]\d)\.(?:\s*(?=[^\s\d.])|\s+(?=\d++(?!\s*\.)))"),
        ("1)", r"^(?P<n>[1-9]|[1-3]\d)\)\s*(?=\S)"),
        ("1", r"^(?P<n>0[1-9])\.?(?:\s+(?=\S)|$)"),
        ("1", r"^(?P<n>[1-9]|[1-3]\d)\.?(?:\s+(?=[^\s\d])|$)"),
        ("①", r"^(?P<c>[①-⑳])\s*(?=\S)"),
        ("❶", r"^(?P<c>[❶-❿])\s*(?=\S)"),
        ("➀", r"^(?P<c>[➀-➉])\s*(?=\S)"),
        ("➊", r"^(?P<c>[➊-➓])\s*(?=\S)"),
        ("⑴", r"^(?P<c>[⑴-⒇])\s*(?=\S)"),
        ("⒈", r"^(?P<c>[⒈-⒛])\s*(?=\S)"),
        ("㉮", r"^(?P<c>[㉮-㉻])\s*(?=\S)"),
        ("1⃣", r"^(?P<n>\d)\ufe0f?\u20e3\s*(?=\S)"),
        ("ⓐ", r"^(?P<c>[ⓐ-ⓩ])\s*(?=\S)"),
        ("㉠", r"^(?P<c>[㉠-㉭])\s*(?=\S)"),
        ("가.", rf"^(?P<h>[{HANGUL_ORDER}])\.\s*(?=\S)"),
        ("가)", rf"^(?P<h>[{HANGUL_ORDER}])\)\s*(?=\S)"),
        ("(가)", rf"^\((?P<h>[{HANGUL_ORDER}])\)\s*(?=\S)"),
        ("Ⅰ", r"^(?P<r>[Ⅰ-Ⅹ])(?:[.\s]\s*|(?=[가-힣])|$)"),
        ("Ⅰ", r"^(?P<i>I{1,3}|IV|VI{0,3}|IX|X)(?:\.\s*|\s+|$)(?![a-z])"),
        ("A.", r"^(?P<l>[A-Z])[.)]\s+(?=\S)"),
    )
)
_LABELLED = lazily(
    r"^[<\[【〔〈《「]\s*(?P<label>(?!(?:표|그림|사진|도표|도|참고|별첨|붙임)\s?\d)[가-힣]{1,6})(?:\s?|[-–])(?P<n>\d{1,2})\s*[\]>】〕〉》」]\s*(?=\S)"
)
_BEFORE_STOP = lazily(
    r"^(?P<label>(?!표|그림|사진|도표|도|참고|별첨|붙임|부록|주석?)[가-힣]{2,4})\s?(?P<n>[1-9]|[1-3]\d)(?:[.)]|\s?:)\s+(?=[^\d\s])"
)
"""A label and a number before the words: 소식 3. …"""
_ALONE = lazily(
    r"^(?P<label>(?!표|그림|사진|도표|도|참고|별첨|붙임|Vol|No)[A-Za-z가-힣]{2,12})\s?(?P<n>0?[1-9]|[1-3]\d)\.?$"
)
"""A label and a number that stand above a headline: Policy 01."""
_BEFORE_BAR = lazily(
    r"^(?P<label>(?!표|그림|사진|도표|도|참고|별첨|붙임|부록|주석?)[A-Za-z가-힣]{2,12})\s?(?P<n>0?[1-9]|[1-3]\d)\s*[|│｜]\s*(?=\S)"
)
"""A label and a number with what they head behind a bar: 소식 03 ｜ 항만."""


@dataclass(frozen=True, slots=True)
class Opener:
    """The class of what opens a line, its number where it counts, and the words behind it."""

    key: str
    """The sign, or for enumerators their shape ("1.", "가)", "①"); "" where the words open the line themselves."""
    number: int | None
    words: str

    @property
    def counts(self) -> bool:
        """Whether the opener is an enumerator."""
        return self.number is not None


def opener_of(line: Line) -> Opener:
    """What opens `line`; the key of a table is "table"."""
    if line.grid is not None:
        return Opener("table", None, line.text)
    if line.role is not None:
        return Opener(_sign_key(line), None, _without_end(line.text, line.marker))
    if found := _SIGN.match(line.text):
        return Opener(found[0].strip(), None, _without_end(line.text[found.end() :], found[0].strip()))
    for key, shape in _ENUMERATORS:
        if found := shape.match(line.text):
            return Opener(key, _number(key, found), _BAR.sub("", line.text[found.end() :]))
    if found := _LABELLED.match(line.text):
        return Opener(f"[{found['label']} 1]", int(found["n"]), line.text[found.end() :])
    if found := _BEFORE_STOP.match(line.text):
        return Opener(f"{found['label']} 1.", int(found["n"]), line.text[found.end() :])
    if found := _BEFORE_BAR.match(line.text):
        return Opener(f"{found['label']} 1", int(found["n"]), line.text[found.end() :])
    if found := _ALONE.match(line.text):
        return Opener(f"{found['label']} 1", int(found["n"]), "")
    return Opener("", None, line.text)


def _without_end(words: str, sign: str) -> str:
    """The words between two like signs: ■ 정책 동향 ■."""
    bare = words.removesuffix(f" {sign}") if sign else words
    return bare.rstrip() or words


def _sign_key(line: Line) -> str:
    if line.role == "annotation":
        return "*"
    if line.role == "round" and line.marker not in ROLE:  # a letter that is written for the sign
        return "○"
    return "-" if line.role == "dash" else line.marker[:1]


def _number(key: str, found: re.Match[str]) -> int:
    name, value = next((name, value) for name, value in found.groupdict().items() if value)
    if name == "n":
        return int(value)
    if name == "h":
        return HANGUL_ORDER.index(value) + 1
    if name == "i":
        return _ROMAN[value]
    if name == "l":
        return ord(value) - ord("A") + 1
    return ord(value) - ord("Ⅰ" if key == "Ⅰ" else key) + 1
