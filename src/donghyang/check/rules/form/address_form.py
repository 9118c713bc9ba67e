"""주소의 머리가 잘못되었습니다. | An address begins wrongly.

왜: 'htps://', 'http//'로 시작하는 주소는 열리지 않는다.
Why: An address that begins with htps:// or http// does not open.
Bad:
  01
  전지 공장 착공
  ■ 전지 공장을 착공함(3.2)
  참고자료
  ☑ 电池工厂开工 htps://www.battery.example.cn/1.html
Good:
  01
  전지 공장 착공
  ■ 전지 공장을 착공함(3.2)
  참고자료
  ☑ 电池工厂开工 https://www.battery.example.cn/1.html
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "address-form"
CLASS = "reference"
SEVERITY = "warning"

_ALMOST = lazily(
    r"(?<![A-Za-z])(?P<head>h?t{1,3}ps?[:;]?/{1,3}|h?tt?p?s?:/{2,3}|https?:/(?=[a-z])|https?;//)"
    r"(?=[a-z0-9-]{2,}\.)"
)
_RIGHT = frozenset(("http://", "https://", "ftp://", "sftp://"))


def find(sheet: Sheet) -> Iterator[Hit]:
    """Heads of addresses that are http:// or https:// but for a slip."""
    for passage in sheet.passages:
        for found in _ALMOST.finditer(passage.text) if "/" in passage.text else ():
            if found["head"] not in _RIGHT:
                message = Message("주소의 머리가 'https://'가 아닙니다.", "the address does not begin with https://.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)
