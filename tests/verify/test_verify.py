"""What `verify` promises of its answer: spans, statuses, several sources, the optional model, the page for people."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pytest

from donghyang.verify import Odds, Pair, Source, verify
from donghyang.verify.key import Key, bare
from donghyang.verify.page import side_by_side

PAGE = Source("a.txt", "3月5日，渭河市建成风电场12座，装机45万千瓦。\n该市计划到2028年再建8座。", dt.date(2024, 3, 5))
OTHER = Source("b.txt", "渭河市去年用电量达到63亿千瓦时，同比增长4.7%。", dt.date(2024, 3, 6))
TEXT = "웨이허시는 풍력발전소 12개를 건설\n전력 사용량은 63억kWh로 4.9% 증가\n"


def test_spans_slice_to_their_text() -> None:
    found = verify(TEXT, [PAGE, OTHER])
    assert [TEXT[one.start : one.end] for one in found] == [one.text for one in found]
    sources = {PAGE.name: PAGE.text, OTHER.name: OTHER.text}
    for sentence in found:
        for claim in sentence.claims:
            assert TEXT[claim.start : claim.end] == claim.text
            quote = claim.evidence
            assert quote is None or sources[quote.source][quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("korean", "chinese"),
    [("국가세무총국", "国家税务总局"), ("국가에너지국", "国家能源局"), ("국가데이터국", "国家数据局")],
)
def test_the_evidence_of_a_body_is_its_whole_name_in_every_run(korean: str, chinese: str) -> None:
    source = Source("b.txt", f"3月5日，{chinese}在渭河市召开会议。", dt.date(2024, 3, 5))
    (found,) = verify(f"{korean}이 웨이허시에서 회의를 개최", [source])
    (body,) = [claim for claim in found.claims if claim.text == korean]
    assert body.evidence is not None
    assert body.evidence.text == chinese


def test_a_title_counts_less_than_what_it_sums_up() -> None:
    source = Source(
        "t.txt", "DATE: 2024-03-05\nTITLE: 渭河市建成首座风电场\n\n渭河市建成首座风电场。\n该市明年再建两座。"
    )
    (found,) = verify("웨이허시는 첫 풍력발전소를 건설", [source])
    (rank,) = [claim.evidence for claim in found.claims if claim.kind == "rank"]
    assert rank is not None
    assert rank.start > source.text.index("\n\n")


@pytest.mark.parametrize(("claim", "written"), [("QX-32", "QX32"), ("QX32", "QX-32"), ("qx32a", "QX32A")])
def test_the_evidence_of_a_number_is_that_number(claim: str, written: str) -> None:
    source = Source("c.txt", f"渭河市展出QX31型和{written}型风机。")
    (found,) = verify(f"웨이허시에서 {claim} 터빈을 전시", [source])
    said = {(one.text, one.status, one.evidence.text) for one in found.claims if one.evidence}
    assert (claim, "supported", written) in said


def test_a_letter_that_grows_in_lower_case_moves_no_place() -> None:
    source = Source("i.txt", "İİİ渭河市与浙江省签约。")
    (found,) = verify("웨이허시가 저장성과 계약을 체결", [source])
    assert "浙江省" in {one.evidence.text for one in found.claims if one.evidence}


@pytest.mark.parametrize(("korean", "chinese"), [("TV", "电视"), ("텔레비전", "电视"), ("드론", "无人机")])
def test_the_key_finds_a_word_whatever_its_letters(korean: str, chinese: str) -> None:
    source = f"渭河市展出{chinese}。"
    at = source.index(chinese)
    assert (at, at + len(chinese)) in [place for match in Key(source).find(bare(korean)) for place in match.places]


def test_a_sentence_is_as_good_as_its_worst_claim() -> None:
    first, second = verify(TEXT, [PAGE, OTHER])
    assert first.status == "supported"
    assert second.status == "contradicted"
    assert {claim.status for claim in second.claims} == {"supported", "contradicted"}


def test_every_claim_that_is_not_supported_says_why() -> None:
    for sentence in verify(TEXT, [PAGE]):
        assert all((claim.reason is None) == (claim.status == "supported") for claim in sentence.claims)


@pytest.mark.parametrize("text", ["", "\n\n", "渭河市", "https://www.example.cn/1.html", "12"])
def test_nothing_is_claimed_without_korean(text: str) -> None:
    assert verify(text, [PAGE]) == []


@pytest.mark.parametrize("sources", [[], [Source("e.txt", "")], [Source("e.txt", "\n \n")]])
def test_nothing_is_supported_by_nothing(sources: list[Source]) -> None:
    assert {sentence.status for sentence in verify(TEXT, sources)} == {"unsupported"}


def test_a_korean_source_supports_too() -> None:
    source = Source("k.txt", "웨이허시는 올해 풍력발전소 12개를 지었다. 설비용량은 45만kW이다.", dt.date(2024, 3, 5))
    true, false = verify("웨이허시의 풍력발전소는 12개\n웨이허시의 풍력발전소는 21개\n", [source])
    assert (true.status, false.status) == ("supported", "contradicted")


def test_header_lines_are_no_evidence() -> None:
    source = Source(
        "h.txt", "URL: https://www.example.cn/12/45.html\nDATE: 2024-03-05\nTITLE: 风电\n\n渭河市建成风电场8座。"
    )
    (found,) = verify("웨이허시의 풍력발전소는 45개", [source])
    assert found.status != "supported"


class Model:
    """A stand-in: as sure of everything as it was told to be; it keeps what it was asked."""

    def __init__(self, entailed: float, contradicted: float = 0.0) -> None:
        self.said = Odds(entailed, contradicted)
        self.asked: list[str] = []

    def odds(self, pairs: Sequence[Pair]) -> list[Odds]:
        assert all(pair.source for pair in pairs)
        self.asked += [pair.claim for pair in pairs]
        return [self.said] * len(pairs)


DOUBTFUL = "웨이허시는 시민 여론조사에서 높은 만족도를 기록"
TOLD = "웨이허시는 풍력발전소를 건설"
BUILT = "웨이허시는 풍력발전소 12개를 건설"


def test_a_model_may_take_a_doubt_away_and_is_never_needed() -> None:
    (without,) = verify(DOUBTFUL, [PAGE])
    (sure,) = verify(DOUBTFUL, [PAGE], model=Model(0.95))
    (unsure,) = verify(DOUBTFUL, [PAGE], model=Model(0.5))
    assert (without.status, unsure.status) == ("unsupported", "unsupported")
    assert sure.status == "supported"


def test_a_model_may_raise_a_doubt_too() -> None:
    assert [found.status for found in verify(TOLD, [PAGE])] == ["supported"]
    assert [found.status for found in verify(TOLD, [PAGE], model=Model(0.05))] == ["unsupported"]


def test_a_model_may_say_that_the_source_says_otherwise() -> None:
    (found,) = verify(TOLD, [PAGE], model=Model(0.05, 0.9))
    (claim,) = [claim for claim in found.claims if claim.kind == "statement"]
    assert found.status == "contradicted"
    assert claim.evidence is not None
    assert claim.evidence.text in PAGE.text


def test_a_model_may_doubt_a_sentence_whose_figures_stand_there() -> None:
    (found,) = verify(BUILT, [PAGE], model=Model(0.05))
    assert [found.status for found in verify(BUILT, [PAGE])] == ["supported"]
    assert found.status == "unsupported"
    assert {claim.kind: claim.status for claim in found.claims} == {"quantity": "supported", "statement": "unsupported"}


def test_a_model_settles_to_what_a_printed_figure_belongs() -> None:
    source = Source("p.txt", "渭河市建成风电场12座，云岭市建成8座。", dt.date(2024, 3, 5))
    claim = "웨이허시는 풍력발전소 8개를, 윈링시는 12개를 건설"
    assert [found.status for found in verify(claim, [source])] == ["contradicted"]
    assert [found.status for found in verify(claim, [source], model=Model(0.95))] == ["supported"]


def test_a_model_is_asked_once_about_a_whole_text() -> None:
    model = Model(0.5)
    verify(f"{TOLD}했다.\n{DOUBTFUL}했다.\n{TOLD}했다.\n", [PAGE], model=model)
    assert model.asked == [f"{TOLD}했다.", f"{DOUBTFUL}했다."]


def test_a_model_makes_no_figure_out_to_be_right() -> None:
    model = Model(1.0)
    assert [found.status for found in verify("웨이허시는 풍력발전소 21개를 건설", [PAGE], model=model)] == [
        "contradicted"
    ]
    assert model.asked


def test_the_page_shows_both_sides_and_lights_every_claim_once() -> None:
    found = verify(TEXT, [PAGE, OTHER])
    page = side_by_side("c.txt", TEXT, [PAGE, OTHER], found, "ko")
    claims = [claim for sentence in found for claim in sentence.claims]
    assert len(re.findall('<mark class="[a-z]+" id="c[0-9]+"', page)) == len(claims)
    assert len(re.findall('<mark class="[a-z]+" id="e[0-9]+"', page)) == sum(one.evidence is not None for one in claims)
    assert "<h2>a.txt</h2>" in page


def test_the_page_draws_a_line_from_every_claim_with_evidence_in_both_themes() -> None:
    found = verify(TEXT, [PAGE, OTHER])
    page = side_by_side("c.txt", TEXT, [PAGE, OTHER], found, "ko")
    begun = re.findall('data-e="(e[0-9]+)"', page)
    assert begun == [place for place in begun if f'id="{place}"' in page] != []
    assert "<svg" in page
    assert "prefers-color-scheme: dark" in page


def test_the_page_is_safe_from_its_sources() -> None:
    source = Source("<b>.txt", "<script>alert(1)</script>渭河市建成风电场12座。")
    page = side_by_side("c.txt", TEXT, [source], verify(TEXT, [source]), "en")
    assert "<script>alert" not in page
    assert "<b>" not in page


def test_a_converted_sum_is_held_against_no_figure_of_the_source() -> None:
    page = Source("c.txt", "到2027年，渭河市风电产业营业收入由2024年的1700亿元提高到3000亿元。", dt.date(2025, 3, 5))
    text = "2027년까지 풍력산업 매출 2024년 1,700억 위안(약 32조 3,000억 원)에서 3,000억 위안(약 57조 원)으로 상승 목표"
    claims = [claim for one in verify(text, [page]) for claim in one.claims]
    assert not [claim.text for claim in claims if claim.status == "contradicted"]
    wrong = verify("웨이허시 풍력발전 산업 매출 1,700억 원에서 3,000억 위안으로 상승", [page])
    assert [claim.text for one in wrong for claim in one.claims if claim.status == "contradicted"] == ["1,700억 원"]


@pytest.mark.parametrize(
    ("above", "line", "status"),
    [
        ("웨이허시, 2028년까지 풍력 설비용량 90만kW 목표\n", "웨이허시는 풍력 설비용량 90만kW를 달성", "supported"),
        ("웨이허시, 풍력 설비용량 90만kW 목표 제시\n", "웨이허시는 풍력 설비용량 90만kW를 달성", "supported"),
        (
            "웨이허시, 2028년까지 풍력 설비용량 90만kW 목표\n",
            "웨이허시는 풍력 설비용량 90만kW를 달성했다",
            "contradicted",
        ),
        ("웨이허시, 풍력 설비용량 90만kW로 확대\n", "웨이허시는 풍력 설비용량 90만kW를 달성", "contradicted"),
        ("", "웨이허시는 풍력 설비용량 90만kW를 달성", "contradicted"),
    ],
)
def test_a_noun_tells_the_goal_that_the_headline_names(above: str, line: str, status: str) -> None:
    source = Source("a.txt", "3月5日，渭河市提出，到2028年全市风电装机容量力争达到90万千瓦。", dt.date(2024, 3, 5))
    assert verify(f"{above}{line}", [source])[-1].status == status
