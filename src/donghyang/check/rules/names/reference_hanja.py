"""괄호 안 한자가 참고자료 제목의 한자와 한 글자 다릅니다. | Bracketed Hanja are one character off the cited titles.

왜: 참고자료의 제목이 원어이다. 소리나 모양이 비슷한 글자로 바뀐 한자 용어는 원문에서 찾을 수 없다.
Why: The cited title has the original; a term with a homophone or a lookalike in it is nowhere in the source.
Bad:
  01
  칭다오시, 심해 로봇 시험장 조성
  ■ 심해 로봇(深海機氣人) 시험장을 2026년까지 조성(3.2)
  <참고자료>
  (26.03.02, 青岛日报) 深海机器人试验场开工 https://www.example.cn/1
Good:
  01
  칭다오시, 심해 로봇 시험장 조성
  ■ 심해 로봇(深海機器人) 시험장을 2026년까지 조성(3.2)
  <참고자료>
  (26.03.02, 青岛日报) 深海机器人试验场开工 https://www.example.cn/1
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.alignment import align
from donghyang.check.names.pairs import GOOD, Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import written
from donghyang.language.lookalikes import look_alike, misconverted
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.transliterate import looks_like_person
from donghyang.records import Message, Span

ID = "reference-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_TERM = lazily(r"[(（](?P<han>[㐀-鿿]{3,16})(?=[)）,，、])")
_HAN = lazily(r"[㐀-鿿]{3,}")
_URL = lazily(r"https?://\S+")
_GRAMMAR = frozenset("的是之与于以及已将在其又由有把被让和为而则且或等至从到也都就")
"""Characters that join words: a window of a title across them is no term."""
_BOTH = frozenset(
    map(
        frozenset,
        (
            "制智",
            "院园",
            "市室",
            "市事",
            "司师",
            "划化",
            "区曲",
            "展战",
            "作做",
            "账帐",
            "象像",
            "机基",
            "计技",
            "历力",
        ),
    )
)
"""Pairs of like sound that both make words in the same place (中国制造, 中国智造)."""


_LONG = 4
"""Characters of a term in which two may have changed places, or one is far from what is meant."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bracketed terms of three characters and more against the titles that their article cites."""
    pairs = {pair.hanja_at[0]: pair for pair, verdict in judged_pairs(sheet) if verdict == "translation"}
    for article in sheet.articles:
        titles = list(_titles(article))
        if not titles:
            continue
        for term, span in _terms(article):
            if any(term in title for title, _ in titles):
                continue
            model = _almost(term, titles) or _better(pairs.get(span[0]), term, titles)
            if model:
                yield Hit(
                    *span,
                    Message(
                        f"참고자료 제목에는 '{term}'이(가) 아니라 '{model[0]}'입니다.",
                        f"the cited title has '{model[0]}', not '{term}'.",
                    ),
                    related=(model[1],),
                )


def _titles(article: ArticleLines) -> Iterator[tuple[str, Span]]:
    """The runs of Chinese characters in the article's references, simplified, each with its place."""
    for passage in article.passages:
        if passage.part in ("reference", "source"):
            text = _URL.sub(lambda found: " " * len(found[0]), passage.text)
            for found in _HAN.finditer(text):
                span = (passage.start + found.start(), passage.start + found.end())
                yield simplify(found[0]), span


def _terms(article: ArticleLines) -> Iterator[tuple[str, Span]]:
    for passage in article.passages:
        if passage.part in KOREAN:
            for found in _TERM.finditer(passage.text):
                span = (passage.start + found.start("han"), passage.start + found.end("han"))
                yield simplify(found["han"]), span


def _almost(term: str, titles: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The stretch of a title that is the term but for one similar character; None where there is none."""
    if written(term):
        return None
    return next((one for one in _windows(term, titles) if _is_meant(term, one[0])), None)


def _better(pair: Pair | None, term: str, titles: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The stretch of a title, one character off the term, that fits the Hangul better than the term does:
    中国船级社 for 중국선급(中国船舶社)."""
    if pair is None or len(term) < _LONG:
        return None
    near = (one for one in _windows(term, titles) if sum(a != b for a, b in zip(term, one[0], strict=True)) == 1)
    return next((one for one in near if _fits(pair, one[0]) > _fits(pair, term)), None)


def _windows(term: str, titles: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Every stretch of a title that is as long as the term, with its place."""
    for title, (start, _) in titles:
        for at in range(len(title) - len(term) + 1):
            yield title[at : at + len(term)], (start + at, start + at + len(term))


def _fits(pair: Pair, hanja: str) -> int:
    """How many characters the Hangul accounts for."""
    tried = Pair(pair.hangul, hanja, 0, len(pair.hangul), (0, 0))
    align(tried)
    return tried.count(*GOOD)


def _is_meant(term: str, window: str) -> bool:
    apart = [(at, a, b) for at, (a, b) in enumerate(zip(term, window, strict=True)) if a != b]
    if len(apart) == 2 and len(term) >= _LONG:
        return apart[0][1:] == apart[1][:0:-1]  # two have changed places: 東算西數
    if len(apart) != 1:
        return False
    at, mine, other = apart[0]
    if (
        {mine, other} & _GRAMMAR
        or frozenset((mine, other)) in _BOTH
        or (len(term) == 3 and at == 2 and not looks_like_person(term))
    ):
        return False
    return look_alike(mine, other) or misconverted(term, window)
