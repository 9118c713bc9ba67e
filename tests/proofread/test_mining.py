"""Terms out of reports: pairs, how often each form stands, and the form that holds."""

from __future__ import annotations

import pytest

from donghyang.language.terms import Term, Termbase
from donghyang.proofread.mining import TermPair, mined, terms_of
from donghyang.proofread.term_kinds import guessed_kind

BASE = Termbase.load()


def pairs_of(*texts: str, base: Termbase = BASE) -> list[TermPair]:
    return mined(((f"{number}.txt", text) for number, text in enumerate(texts)), base)


# text, Chinese, state, proposal
SETTLED = [
    ("저장대학은 ‘링윈’(靈雲) 시스템을 공개", "灵云", "new", "링윈"),
    ("바오안 주민 탕위안(唐源) 교수는", "唐源", "new", "탕위안"),
    ("‘저고도 물류 회랑’(低空物流走廊)을 연다", "低空物流走廊", "new", "저고도 물류 회랑"),
    (
        "디지털 트윈 유역(數字孿生流域) 구축. 디지털 트윈 유역(数字孪生流域) 확대",
        "数字孪生流域",
        "new",
        "디지털 트윈 유역",
    ),
    ("2월 디지털 트윈 유역(數字孿生流域) 구축", "数字孪生流域", "unsure", "디지털 트윈 유역"),
    ("링윤(靈雲) 시스템을 공개", "灵云", "off", "링윈"),
    ("통촨(銅川)에서 열린 행사", "铜川", "differs", "퉁촨"),
    ("구이양시(貴陽)에서 열린 행사", "贵阳", "known", "구이양"),
    ("품질 강국(質量强國) 건설", "质量强国", "known", "품질강국"),
    ("알리바바(阿里巴巴) 그룹", "阿里巴巴", "known", "알리바바"),
    ("베트남(越南)에 수출", "越南", "known", "베트남"),
    ("월남(越南)에 수출", "越南", "differs", "베트남"),
    ("시안광전유한회사(西安光華電有限公司) 설립", "西安光华电有限公司", "unsure", None),
]


@pytest.mark.parametrize(("text", "chinese", "state", "proposal"), SETTLED)
def test_a_pair_is_held_against_the_tables_and_the_rules(
    text: str, chinese: str, state: str, proposal: str | None
) -> None:
    found = {pair.chinese: pair for pair in pairs_of(text)}
    assert (found[chinese].state, found[chinese].proposal) == (state, proposal)


NO_PAIRS = [
    "",
    "중국은 15개 성(省)에서 시행",
    "人工智能产业发展规划(2023)",
    "신에너지차(NEV) 판매량 120만 대",
    "공개(링윈)하기로 결정",
    "?? 灵云(靈雲)系统发布",
]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_what_is_no_pair_is_not_mined(text: str) -> None:
    assert pairs_of(text) == []


# printed forms of 澄海云 in turn, the proposal
VOTES = [
    (["청하이윈", "청하이윈", "징하이윈"], "청하이윈"),
    (["징하이윈", "징해운", "징하이윈"], "청하이윈"),
    (["청하이윈", "징해운"], "청하이윈"),
]


@pytest.mark.parametrize(("forms", "proposal"), VOTES)
def test_forms_of_one_word_vote_and_the_rules_decide(forms: list[str], proposal: str) -> None:
    (pair,) = pairs_of(*(f"{form}(澄海雲) 플랫폼을 공개" for form in forms))
    assert (pair.state, pair.proposal, pair.count) == ("disputed", proposal, len(forms))
    assert sum(form.count for form in pair.forms) == len(pair.files) == len(forms)


def test_translations_that_are_met_equally_often_stay_open() -> None:
    (pair,) = pairs_of("‘심해 목장’(海洋牧場)을 조성", "‘해양 어장’(海洋牧场)을 조성", base=Termbase([]))
    assert (pair.state, pair.proposal) == ("disputed", None)


def test_the_newsrooms_own_word_wins() -> None:
    own = Termbase([Term("灵云", "영운", "technology"), *BASE.terms()])
    assert [(pair.state, pair.proposal) for pair in pairs_of("링윈(靈雲) 공개", base=own)] == [("differs", "영운")]
    assert [pair.state for pair in pairs_of("영운(靈雲) 공개", base=own)] == ["known"]


def test_spaces_and_marks_make_no_form_of_their_own() -> None:
    (pair,) = pairs_of("‘심해 목장’(海洋牧場) 3곳, 심해목장(海洋牧场) 4곳, 심해목장(海洋牧场)", base=Termbase([]))
    assert [(form.korean, form.count) for form in pair.forms] == [("심해목장", 3)]


# text, Chinese, kind
KINDS = [
    ("탕위안(唐源) 교수는", "唐源", "person"),
    ("연구원 원장 탕위안(唐源)은", "唐源", "person"),
    ("훠롄화(霍連華, 41) 비행사는", "霍连华", "person"),
    ("링윈(靈雲) 7호를 발사", "灵云", "technology"),
    ("링윈(靈雲) 그룹은", "灵云", "company"),
    ("링윈(靈雲)정보기술회사가", "灵云", "company"),
    ("링윈(靈雲) 실험실에서", "灵云", "institution"),
    ("링윈(靈雲)을 공개", "灵云", None),
    ("칭저우지능계산연구원(青州智能計算研究院)", "青州智能计算研究院", "institution"),
]


@pytest.mark.parametrize(("text", "chinese", "kind"), KINDS)
def test_what_stands_beside_a_name_says_its_kind(text: str, chinese: str, kind: str | None) -> None:
    assert {pair.chinese: pair.kind for pair in pairs_of(text)}[chinese] == kind


GUESSED = [
    ("量子计算机", "양자컴퓨터", "technology"),
    ("青州农业科技有限公司", "칭저우농업과기유한회사", "company"),
    ("省数据局", "성 데이터국", "agency"),
    ("桐庐", "퉁루", None),
    ("铜川", "퉁촨", "place"),
    ("挑大梁", "중심 역할 수행", None),
]


@pytest.mark.parametrize(("chinese", "korean", "kind"), GUESSED)
def test_a_kind_is_guessed_only_where_something_says_it(chinese: str, korean: str, kind: str | None) -> None:
    assert guessed_kind(chinese, korean, BASE) == kind


def test_only_undisputed_words_of_a_known_kind_become_terms() -> None:
    text = "링윈(靈雲) 그룹과 롼하이(嵐海) 그룹, 후이톈(輝天), ‘저고도 물류 회랑’(低空物流走廊)"
    assert terms_of(pairs_of(text)) == [Term("灵云", "링윈", "company", source="0.txt")]


def test_thousands_of_pairs_and_a_long_run_of_characters_are_mined() -> None:
    pairs = "".join(f"- 신기술{number}(新{chr(0x4E00 + number)}技術) 발표\n" for number in range(1500))
    assert len(pairs_of(pairs + f"긴 말({'電' * 50_000}) 공개\n" + "(" * 20_000)) > 1000
