"""Texts of any length for the proofreader: the sample report with new names and figures in every copy, and hard cases.

Nothing here is read for its sense. A copy keeps the form of the report; its figures go through one mapping of digits
and its bracketed and quoted names through one mapping of syllables, so that it repeats itself where the report does.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from importlib.resources import files

SIZES = (1, 2, 4, 8, 16)
ROWS = 625
"""Rows of the smallest table; the largest has sixteen times as many."""
SIGNS = 125
"""How often the shortest line of signs repeats its sign."""

_DIGITS = re.compile(r"[0-9]+")
_KEPT = re.compile(r"20[0-9]{2}(?![0-9])|0[0-9](?![0-9])|(?<=\n)[0-9][.)] ")
"""Years, the numbers of articles, of sections and of subheads."""
_NAME = re.compile(r"(?<=[「『‘“])[가-힣]{3,}|[가-힣]{3,}(?=\()")
_SYLLABLES = "가나다라마바사자차카타파하고노도로모보소조초코토포호구누두루무부수주추쿠투푸후"


def sample() -> str:
    """The sample report that a new newsroom gets."""
    return files("donghyang").joinpath("sample", "report.txt").read_text(encoding="utf-8")


def varied(text: str, seed: str) -> str:
    """The text with other figures and names, the same for the same seed; years and article numbers stay."""
    dice = random.Random(seed)
    digits = str.maketrans("123456789", "".join(dice.sample("123456789", 9)))
    names: dict[str, str] = {}

    def figure(found: re.Match[str]) -> str:
        return found[0] if _KEPT.match(text, found.start()) else found[0].translate(digits)

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], found[0][0] + dice.choice(_SYLLABLES) + found[0][2:])

    return _NAME.sub(name, _DIGITS.sub(figure, text))


def report(times: int, seed: str = "") -> str:
    """One report with `times` the contents, summary and articles of the sample, and one cover and imprint."""
    copies = [varied(sample(), f"{seed}{times}.{copy}").splitlines() for copy in range(times)]
    body = copies[0].index("I")
    end = next(at for at, line in enumerate(copies[0]) if line.startswith("| 발 행 일")) - 2
    front = [copy[at] for at in range(body) for copy in (copies if copies[0][at].startswith("- ") else copies[:1])]
    articles = [line for copy in copies for line in copy[body:end]]
    return "\n".join([*front, *articles, *copies[0][end:]]) + "\n"


def paragraph(times: int) -> str:
    """One line that holds everything that a report of that size says."""
    return "● " + " ".join(line.strip(" ■●-*") for line in report(times).splitlines() if line) + "\n"


def table(times: int) -> str:
    """One table of `ROWS` times `times` rows, with a total."""
    dice = random.Random(times)
    rows = [(dice.randint(100, 9999), dice.randint(10, 99)) for _ in range(ROWS * times)]
    lines = [f"{at}\t{_word(dice)}시\t{value:,}\t{share}.5" for at, (value, share) in enumerate(rows, 1)]
    total = f"합계\t\t{sum(value for value, _ in rows):,}\t100.0"
    head = ["Ⅰ", "정책동향", "01 전국 도시 산업 현황", "■ 도시별 생산액을 발표(4.18)", "〈도시별 생산액〉"]
    return "\n".join([*head, "순위\t도시\t생산액(억 위안)\t비중(%)", *lines, total]) + "\n"


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=3))


_UNITS = (
    "(", ")", "()", "(a", "「", "」", "‘", "’가", "'", '"', "“가”", "〈", "<b>", "*", "**", "·", ", ",
    "가·", "가, ", "가-", "1", "1,", "1.5", "12% ", "3,000억 위안(약 57조 원) ", "3개 분야 ", "1~2", "~",
    "2023년 ", "4.18 ", "(4.18)", "제1차 ", "北京", "(北京)", "베이징(北京) ", "베이징 ", "가나다라 가나다라 ",
    "가가가가", "A", "AI ", "A-1 ", "http://a.b/", " ", "  ", "\t", "① ", "△가 ", "1위 가 ", "가는 나를 ",
    "등 ", "와 ", "성 ", "시 ", "백만", "㎡", "\u3000",
)  # fmt: skip


def signs(times: int) -> str:
    """A report whose lines repeat one sign, word or figure thousands of times: an article, and a line of the contents
    page and of the summary, for each; lead, bullet, annotation and caption are of that kind."""
    runs = [unit * (SIGNS * times) for unit in _UNITS]
    front = ["CONTENTS", "1. 정책동향", *(f"- {run}" for run in runs), "요약", *(f"- {run}" for run in runs)]
    body = [
        f"{number:02} 기사 {number}\n■ {run}(4.18)\n● {run}\n* {run}\n〈{run}〉\n구분\t값\n{number}\t{run[:40]}\n"
        for number, run in enumerate(runs, 1)
    ]
    return "\n".join([*front, "I", "정책동향", *body]) + "\n"


TEXTS: dict[str, Callable[[int], str]] = {"report": report, "paragraph": paragraph, "table": table, "signs": signs}


def folder(count: int) -> Iterator[str]:
    """`count` reports, each the sample with other figures and names."""
    text = sample()
    return (varied(text, f"file {number}") for number in range(count))
