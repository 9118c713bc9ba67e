"""What the weekly wants, and why."""

import pytest

from donghyang.stories.ranking import is_roundup, kind_of, kinds, rank, relevance
from donghyang.stories.tables import abroad, places
from donghyang.stories.wording import normal


def test_nothing_said_nothing_scored() -> None:
    assert rank("", "") == rank("甲乙丙", "丁戊己")
    assert (rank("", "").score, rank("", "").why) == (0.0, ())


@pytest.mark.parametrize(
    ("wanted", "unwanted"),
    [
        ("我国科学家研制出新型量子芯片", "我国客流量创新高"),
        ("云海省印发人工智能产业规划", "云海省印发殡葬服务规划"),
        ("超导实验装置首次运行", "新编话剧首次公演"),
        ("新能源汽车产销增长三成", "猪肉价格上涨三成"),
        ("海图七号卫星发射成功", "海图七号卫星即将发射"),
        ("海图七号卫星发射成功", "海图七号卫星发射成功引发热烈反响"),
        ("我国与德国签署量子通信合作协议", "德国量子通信网络建成"),
    ],
)
def test_one_is_wanted_more_than_the_other(wanted: str, unwanted: str) -> None:
    assert rank(wanted, "").score > rank(unwanted, "").score


def test_acts_count_only_beside_a_subject() -> None:
    assert rank("条例公布", "").score == 0.0
    assert rank("人工智能条例公布", "").score > rank("人工智能", "").score


def test_the_title_counts_more_than_the_text() -> None:
    assert rank("量子芯片", "今天").score > rank("今天", "量子芯片").score > rank("今天", "").score


def test_reasons_come_strongest_first_with_their_weights() -> None:
    why = rank("量子计算规划印发", "").why
    assert why[0] == "量子 +4.0"
    assert any(reason.startswith("规划 +") for reason in why)
    assert rank("科技要闻速览 量子", "").why[0] == "roundup ×0.15"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("科技早报", "roundup"),
        ("火箭转运至发射区", "preview"),
        ("讲话引发热烈反响", "reaction"),
        ("日本公布芯片计划", "foreign"),
        ("中国与日本签署协议", ""),
        ("国家发展改革委员会公布名单", ""),
    ],
)
def test_kinds_of_pages(title: str, kind: str) -> None:
    assert kind_of(title)[0] == kind
    assert is_roundup(title) == (kind == "roundup")


def test_every_word_of_the_tables_can_be_found_in_a_normal_text() -> None:
    for table in (relevance(), kinds(), places(), abroad()):
        for word in table.entries:
            assert normal(word) == word
            assert [found for _, found in table.find(word)] == [word]


def test_latin_words_stand_alone() -> None:
    assert [word for _, word in relevance().find("5G与AI")] == ["5G", "AI"]
    assert [word for _, word in relevance().find("15GB的MAIN")] == []
