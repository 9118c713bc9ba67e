"""Hangul letter by letter, as macOS copies it: read as syllables, and told where it stands."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from donghyang.check import check
from donghyang.facts import find_facts, find_facts_in
from donghyang.language.composed import Composed
from donghyang.read import formats
from donghyang.records import Quantity
from donghyang.report import parse
from donghyang.verify import Source, verify

REPORT = (
    "■ 연구비 7억 위안을 지원(3.12)\n\n● 우시시는 연구소을 세우고 세우고 장비를 살 계획이며, "
    "장비 2억 위안과 인건비 3억 위안 등 "
    "총 6억 위안을 투입\n"
)


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(st.text("가나힣각 3억\u0301é漢\n", max_size=12))
def test_every_place_is_known(text: str) -> None:
    whole = Composed(apart(text))
    for start in range(len(whole.text) + 1):
        for end in range(start, len(whole.text) + 1):
            a, b = whole.place(start, end)
            assert unicodedata.normalize("NFC", whole.original[a:b]) == unicodedata.normalize(
                "NFC", whole.text[start:end]
            )


def test_facts_are_those_of_whole_syllables() -> None:
    text = apart("장비에 8억 위안, 인건비에 3조 5천억 원")
    found = [fact for fact in find_facts(text) if isinstance(fact, Quantity)]
    assert [(fact.value, fact.unit) for fact in found] == [(Decimal(800000000), "CNY"), (Decimal(3500000000000), "KRW")]
    assert [fact.text for fact in found] == [text[fact.start : fact.end] for fact in found]
    assert [unicodedata.normalize("NFC", fact.text) for fact in found] == ["8억 위안", "3조 5천억 원"]


def test_documents_and_findings_are_those_of_whole_syllables() -> None:
    as_typed, copied = (formats.document(text.encode(), "a.txt") for text in (REPORT, apart(REPORT)))
    assert copied.text == apart(REPORT)
    facts = [(type(fact), unicodedata.normalize("NFC", fact.text)) for fact in find_facts_in(copied)]
    assert facts == [(type(fact), fact.text) for fact in find_facts_in(as_typed)]
    found, wanted = check(copied), check(as_typed)
    assert wanted
    assert [(one.rule, unicodedata.normalize("NFC", one.text)) for one in found] == [(o.rule, o.text) for o in wanted]
    assert all(copied.text[one.start : one.end] == one.text for one in found)


def test_a_page_is_told_in_whole_syllables() -> None:
    page = formats.page(apart("TITLE: 수소 버스\n\n우시시는 수소 버스 120대를 시범 운행한다.\n").encode(), "a.txt")
    assert (page.title, page.text) == ("수소 버스", "우시시는 수소 버스 120대를 시범 운행한다.")


def test_claims_are_judged_and_placed_where_syllables_stand_apart() -> None:
    text, page = "타이저우시는 발전소 14개를 건설\n", "泰州市建成电站14座。참고: 발전소 14개"
    for mine, source in ((apart(text), page), (text, apart(page)), (apart(text), apart(page))):
        wanted = verify(text, [Source("a.txt", page)])
        found = verify(mine, [Source("a.txt", source)])
        assert [claim.status for one in found for claim in one.claims] == [c.status for o in wanted for c in o.claims]
        assert any(one.claims for one in found)
        for one in found:
            assert mine[one.start : one.end] == one.text
            for claim in one.claims:
                assert mine[claim.start : claim.end] == claim.text
                quote = claim.evidence
                assert quote is None or source[quote.start : quote.end] == quote.text


def test_a_report_is_read_in_whole_syllables() -> None:
    typed, copied = (parse(formats.document(text.encode(), "a.txt")) for text in (REPORT, apart(REPORT)))
    assert copied == typed
