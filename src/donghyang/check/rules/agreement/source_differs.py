"""인용한 원문과 다릅니다. | Not what the cited page says.

왜: 수와 날짜, 방향은 원문에서 옮긴 것이다. 원문이 같은 것을 다르게 말하면 어느 한쪽이 틀렸다.
Why: Figures, dates and directions come from the page; where it says otherwise of the same thing, one of them is wrong.
Bad:
  01
  린하이시, 해수 담수화 시설 준공
  ■ 린하이시(臨海市)의 해수 담수화 시설은 하루 5만 톤의 담수를 생산(3.2)
  참고자료
  ☑ 临海市海水淡化设施建成
  https://www.example.cn/pages/plant.html
Good:
  01
  린하이시, 해수 담수화 시설 준공
  ■ 린하이시(臨海市)의 해수 담수화 시설은 하루 3만 톤의 담수를 생산(3.2)
  참고자료
  ☑ 临海市海水淡化设施建成
  https://www.example.cn/pages/plant.html
Options: 없음 (none)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "source-differs"
CLASS = "reference"
SEVERITY = "warning"
NEEDS = ("pages",)

_URL = lazily(r"https?://[^\s<>「」『』（）《》，。、；]+")


def find(sheet: Sheet) -> Iterator[Hit]:
    """What the article's own pages contradict; a page that says nothing of a thing proves nothing against it."""
    pages = sheet.resources.pages
    assert pages is not None
    for article in sheet.articles:
        held = pages(_cited(article))
        if not held:
            continue
        from donghyang.verify import verify

        passages = article.of(*PROSE)
        starts = list(accumulate((len(passage.text) + 1 for passage in passages), initial=0))
        for sentence in verify("\n".join(passage.text for passage in passages), held, date=sheet.date):
            at = bisect_right(starts, sentence.start) - 1
            for claim in sentence.claims:
                if claim.status == "contradicted" and claim.reason is not None:
                    said = claim.reason
                    message = Message(f"인용한 원문과 다릅니다. {said.ko}", f"not what the cited page says: {said.en}")
                    place = passages[at].start - starts[at]
                    yield Hit(place + claim.start, place + claim.end, message)


def _cited(article: ArticleLines) -> frozenset[str]:
    """The addresses that an article cites."""
    passages = article.of("reference", "source")
    return frozenset(found[0].rstrip(".,;)") for passage in passages for found in _URL.finditer(passage.text))
