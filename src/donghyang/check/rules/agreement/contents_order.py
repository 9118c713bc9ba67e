"""목차의 차례가 기사의 차례와 다릅니다. | The contents page goes in another order than the articles.

왜: 기사를 옮기거나 번호를 바꾸면 목차의 줄도 따라가야 한다.
Why: Where an article was moved or renumbered, its line on the contents page moves with it.
Bad:
  CONTENTS
  1. 정책동향
  - 중앙기상국, 저궤도 기상위성 발사
  - 란시성, 수소 버스 보급 계획 발표
  I
  정책동향
  01
  란시성, 수소 버스 보급 계획 발표
  ■ 수소충전소 120곳을 세움(3.2)
  02
  중앙기상국, 저궤도 기상위성 발사
  ■ 기상위성 6기의 궤도 진입을 확인(3.4)
Good:
  CONTENTS
  1. 정책동향
  - 란시성, 수소 버스 보급 계획 발표
  - 중앙기상국, 저궤도 기상위성 발사
  I
  정책동향
  01
  란시성, 수소 버스 보급 계획 발표
  ■ 수소충전소 120곳을 세움(3.2)
  02
  중앙기상국, 저궤도 기상위성 발사
  ■ 기상위성 6기의 궤도 진입을 확인(3.4)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.records import Message
from donghyang.report.alignment import moved

ID = "contents-order"
CLASS = "contents-body"
SEVERITY = "warning"

_SAID = Message("기사의 차례와 다릅니다. 이 기사는 여기에 있습니다.", "the articles go in another order: see here.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The fewest lines that would have to move, of those whose headline stands in the body letter by letter."""
    heads: dict[str, list[Passage]] = {}
    for head in sheet.of({"headline"}):
        heads.setdefault(letters(head.text), []).append(head)
    lines = [line for line in sheet.of({"contents"}) if len(heads.get(letters(line.text), ())) == 1]
    own = [heads[letters(line.text)][0] for line in lines]
    if len({head.start for head in own}) < len(own):
        return  # a line that stands there twice has no place of its own
    order = {start: place for place, start in enumerate(sorted(head.start for head in own))}
    for at in sorted(moved([order[head.start] for head in own])):
        yield Hit(*lines[at].span, _SAID, related=(own[at].span,))
