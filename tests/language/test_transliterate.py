"""Chinese names in Hangul: the official table, names, places, settled forms, and what must stay as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.pinyin import further_readings
from donghyang.language.script import has_han
from donghyang.language.transliterate import syllable, transliterate


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.partition("=") for pair in text.split())]


# 외래어 표기법 표 5와 제3장 제7절의 보기
SYLLABLES = _pairs(
    "bei=베이 jing=징 shang=상 zhou=저우 xiang=샹 xue=쉐 zhong=중 qian=첸 jiu=주 jia=자 zi=쯔 ci=츠 si=쓰 "
    "zhi=즈 chi=츠 shi=스 ri=르 er=얼 lü=뤼 nü=뉘 nüe=눼 yuan=위안 yun=윈 juan=쥐안 xiong=슝 guo=궈 "
    "gui=구이 wei=웨이 wen=원 lun=룬 dong=둥 feng=펑 weng=웡 hai=하이 mao=마오 ou=어우 ye=예 lie=례 "
    "jie=제 zhuo=줘 huang=황 "
)

# 인명: 성의 제 소리
PEOPLE = _pairs(
    "单霁翔=산지샹 仇保兴=추바오싱 区伯=어우보 查道炯=자다오중 曾毅=쩡이 朴世龙=퍄오스룽 解振华=셰전화 "
    "任正非=런정페이 乐黛云=웨다이윈 盖钧镒=거쥔이 尉迟琳=위츠린 欧阳自远=어우양쯔위안 毛澤東=마오쩌둥 "
    "杨长风=양창펑 王乐=왕러 孙海洋=쑨하이양 韩国庆=한궈칭 李教育=리자오위 马工业=마궁예 "
)

# 지명: 다음자, 행정 구역, 소수 민족어, 관용, 산과 강
PLACES = _pairs(
    "北京=베이징 重庆=충칭 长沙=창사 成都=청두 厦门=샤먼 六安=루안 丽水=리수이 蚌埠=벙부 番禺=판위 "
    "台州市=타이저우시 蔚县=위현 单县=산현 曲阜=취푸 亳州=보저우 內蒙古自治區=네이멍구자치구 "
    "哈尔滨=하얼빈 拉萨=라싸 乌鲁木齐=우루무치 呼和浩特=후허하오터 香港=홍콩 澳门=마카오 长江=창장강 "
    "黄河=황허강 泰山=타이산산 松花江=쑹화강 黑龙江省=헤이룽장성 马鞍山=마안산 佛山=포산 平湖=핑후 "
    "深圳市南山区=선전시난산구 景德镇=징더전 大渡河=다두강 "
    "长治=창즈 黑河=헤이허 漯河市=뤄허시 闵行区=민항구 泊头=보터우 马尾区=마웨이구 句容=쥐룽 盖州市=가이저우시 "
    "乐昌=러창 繁昌区=판창구 七台河=치타이허 绥芬河市=쑤이펀허시 "
)

# 기관: 뜻이 있는 말은 우리말로
ORGANISATIONS = _pairs(
    "清华大学=칭화대학 上海交通大学=상하이교통대학 湖北省科技厅=후베이성과기청 东方电气集团=둥팡전기그룹 "
    "腾讯=텐센트 比亚迪=BYD 高科技=하이테크 韩国人=한국런 武汉大学=우한대학 东海大桥=둥하이대교 "
)


@pytest.mark.parametrize(("reading", "hangul"), SYLLABLES)
def test_syllables_of_the_official_table(reading: str, hangul: str) -> None:
    assert syllable(reading) == hangul


@pytest.mark.parametrize(("hanzi", "hangul"), [*PEOPLE, *PLACES, *ORGANISATIONS])
def test_names(hanzi: str, hangul: str) -> None:
    answer = transliterate(hanzi)
    assert answer.hangul == hangul
    assert answer.hanzi == hanzi
    assert answer.steps


def test_shows_every_step() -> None:
    answer = transliterate("內蒙古自治區")
    assert answer.pinyin == ("nèi", "méng", "gǔ", "zì", "zhì", "qū")
    assert [step.split(":")[0] for step in answer.steps] == ["간체로", "표기법", "뜻옮김", "이어 쓰기"]


@pytest.mark.parametrize("text", ["", "AI", "서울", "2025", "·"])
def test_what_is_no_hanzi_stays(text: str) -> None:
    assert transliterate(text).hangul == text
    assert transliterate(text).steps == ()


@pytest.mark.parametrize("reading", ["", "x", "zhx", "123", "bang1", "한"])
def test_no_syllable_of_mandarin(reading: str) -> None:
    assert syllable(reading) is None


def test_every_usual_reading_has_a_hangul_form() -> None:
    strange = {
        "ê",
        "hm",
        "hng",
        "m",
        "n",
        "ng",
        "cei",
        "dia",
        "den",
        "ei",
        "eng",
        "fiao",
        "lo",
        "o",
        "yo",
        "nun",
        "kei",
    }
    unwritten = [
        row[0]
        for row in tables.read("donghyang.language", "pinyin.tsv")
        if len(row[1]) > 3 and syllable(row[0]) is None
    ]
    assert not [reading for reading in unwritten if reading not in strange]


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12))
def test_any_hanzi_give_hangul_with_one_reading_each(name: str) -> None:
    answer = transliterate(name)
    assert len(answer.pinyin) == len(name)
    assert not has_han(answer.hangul) or len(answer.hangul) > 0
    assert all(is_syllable(char) or char.isascii() or char in "·– " or has_han(char) for char in answer.hangul)


@pytest.mark.parametrize(("name", "hangul"), [("嗯", "嗯"), ("呣", "呣"), ("张嗯", "장嗯"), ("嗯呣山", "嗯呣산")])
def test_what_the_rules_do_not_write_stays_as_it_is(name: str, hangul: str) -> None:
    answer = transliterate(name)
    assert answer.hangul == hangul
    assert len(answer.pinyin) == len(name)


@given(st.text(max_size=30))
def test_nothing_crashes_it(text: str) -> None:
    transliterate(text)


@pytest.mark.parametrize(
    ("char", "readings"),
    [
        ("栅", ("shan",)),
        ("柵", ("zha",)),
        ("传", ("zhuan",)),
        ("長", ("chang",)),
        ("长", ("zhang",)),
        ("山", ()),
        ("가", ()),
        ("", ()),
    ],
)
def test_further_readings(char: str, readings: tuple[str, ...]) -> None:
    assert further_readings(char) == readings
