"""용어집과 다르게 적었습니다. | Not as the newsroom's termbase has it.

왜: 같은 말은 호마다 같게 적어야 찾고 이을 수 있다. 용어집이 편집실의 약속이다.
Why: One term, one form, issue after issue; the termbase is the newsroom's agreement.
Bad: 공업과정보화부(工业和信息化部)가 통지를 발표
Good: 공업정보화부(工业和信息化部)가 통지를 발표
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.records import Message

ID = "termbase"
CLASS = "term"
SEVERITY = "note"
NEEDS = ("termbase",)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bodies, documents and outlets beside their Chinese name, where the termbase has another Korean form."""
    termbase = sheet.resources.termbase
    assert termbase is not None
    for pair, _ in judged_pairs(sheet):
        term = termbase.get(pair.plain, "agency", "institution", "document", "outlet")
        if term is None or not pair.steps:
            continue
        before = letters(sheet.text[max(0, pair.end - 40) : pair.end])
        if not before.endswith(letters(term.korean)):
            yield Hit(
                *pair.whole,
                Message(f"용어집에는 '{term.korean}'입니다.", f"the termbase has '{term.korean}'."),
            )
