import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.publish.runs import runs, simplified

CHINESE = {
    "국무원은 关于印发 통지를": ["关于印发"],
    "푸단대(复旦大学) 연구팀": ["复旦大学"],
    "창수(常熟高新区)와 쿤청호(中新昆承湖)": ["常熟高新区"],
    "상하이강에서(上海张江数学研究院)": ["上海张江数学研究院"],
    "신약 스마트제조(新药智造)": ["新药智造"],
    "세포(细胞)와 단백질(蛋白質)": ["细胞"],
    "《上海市重点实验室建设方案》 발표": ["上海市重点实验室建设方案"],
    "관련 기사(云计算、大数据，5G应用)": ["云计算、大数据，5G应用"],
}
KOREAN = ["質量強國", "국무원(國務院)", "中 공산당", "ABC 123", "", "漢字와 한글", "十"]


@pytest.mark.parametrize(("text", "wanted"), CHINESE.items())
def test_simplified_runs_are_chinese(text: str, wanted: list[str]) -> None:
    found = [run.text for run in runs(text) if run.chinese]
    assert found == wanted


@pytest.mark.parametrize("text", KOREAN)
def test_hanja_stays_korean(text: str) -> None:
    assert not any(run.chinese for run in runs(text))


@pytest.mark.parametrize(
    ("title", "chinese"),
    [
        ("質量", True),
        ("从ChatGPT的火爆看“人工智能生成内容”赛道", True),
        ("국무원, 质量 강국", False),
        ("Nature paper", False),
    ],
)
def test_a_title_without_hangul_is_chinese_as_a_whole(title: str, chinese: bool) -> None:
    assert (len(runs(title, title=True)) == 1 and runs(title, title=True)[0].chinese) is chinese


@given(st.text(), st.booleans())
def test_runs_lose_nothing(text: str, title: bool) -> None:
    found = runs(text, title=title)
    assert "".join(run.text for run in found) == text
    assert all(run.text for run in found)


def test_simplified_means_mainland_only() -> None:
    assert all(map(simplified, "质发术业们这对应数资产国学"))
    assert not any(map(simplified, "質發術業中國大人學가A·"))
