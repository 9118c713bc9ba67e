"""What the weekly wants, and why."""

import pytest

from donghyang.stories.ranking import Rank, rank, usual_weights
from donghyang.stories.reasons import left_out, reasons
from donghyang.stories.signals import relevance, signals
from donghyang.stories.tables import Lexicon, abroad, places
from donghyang.stories.wording import normal


def score(title: str, text: str = "") -> float:
    return rank(signals(title, text)).score


def told(ranked: Rank) -> list[str]:
    return [message.ko for message in reasons(ranked)]


def test_nothing_said_nothing_added() -> None:
    assert score("") == score("甲乙丙", "丁戊己") == usual_weights()["start"] + usual_weights()["kind news"]
    assert signals("", "").words == ()


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
        ("国务院印发《氢能产业规划》", "北港市印发《氢能产业规划》"),
        ("固态电池中试线投产", "【快评】固态电池前景广阔"),
        ("我国新能源装机创新高", "外国官员积极评价中国新能源"),
        ("科学院公布新成果", "社会科学院公布新成果"),
        ("国产飞机交付首家用户", "国产电视剧交付首家用户"),
        ("孙立：研制新型机器人", "【代表委员履职故事】孙立：研制新型机器人"),
    ],
)
def test_one_is_wanted_more_than_the_other(wanted: str, unwanted: str) -> None:
    assert score(wanted) > score(unwanted)


def test_acts_count_only_beside_a_subject() -> None:
    assert score("条例公布") == score("甲乙丙丁")
    assert score("人工智能条例公布") > score("人工智能")


def test_the_title_counts_more_than_the_text() -> None:
    assert score("量子芯片", "今天") > score("今天", "量子芯片") > score("今天", "")


def test_a_text_that_speaks_of_science_throughout_counts_more_than_one_that_names_it_once() -> None:
    science = "企业研制出人形机器人。实验室攻克芯片难题。卫星数据用于育种。"
    aside = "企业研制出人形机器人。市场里人气一直很旺。街上灯火通明，人来人往。"
    assert score("走进一座城", science) > score("走进一座城", aside)
    assert signals("走进一座城", science).values["subject share"] == 1.0
    assert signals("走进一座城", aside).values["subject share"] == pytest.approx(1 / 3)
    assert "subject share" not in signals("走进一座城", "街上灯火通明，人来人往。").values


def test_a_meeting_of_the_centre_is_worth_what_is_on_its_agenda() -> None:
    agenda = "会议审议人工智能发展方案。会议部署基础研究工作。会议研究芯片产业。会议听取汇报。"
    meeting = "孙明远主持召开国务院常务会议"
    assert signals(meeting, agenda).values["agenda"] == 0.75
    assert "agenda" not in signals(meeting, "会议听取防汛工作汇报，研究就业问题。").values
    assert "agenda" not in signals("孙明远会见外宾", agenda).values


def test_a_word_is_not_found_inside_of_others() -> None:
    assert "理工" not in signals("洼地治理工程开工", "").words
    assert "理工" in signals("两所理工院校合并", "").words


def test_targets_money_and_firsts_are_seen() -> None:
    text = "到2027年，算力规模达到300EFLOPS。总投资120亿元。"
    seen = signals("云海省建成首个量子计算中心", text)
    assert (seen.targets, seen.money) == (1, 12e9)
    assert {"targets", "money", "first"} <= seen.values.keys()
    quiet = signals("量子计算进展", "2023年，研究人员发表论文。")
    assert (quiet.targets, quiet.money) == (0, 0.0)


def test_words_of_one_weight_are_named_in_the_order_of_the_title() -> None:
    named = ("氢能", "卫星", "芯片", "量子", "航天员", "火箭")
    assert len({relevance().entries[word] for word in named}) == 1
    assert signals("、".join(named), "").words == named
    assert signals("、".join(reversed(named)), "").words == named[::-1]


def test_reasons_are_words_the_speaker_first() -> None:
    found = told(rank(signals("国务院印发《量子科技发展规划》", "到2030年建成3个量子计算中心，总投资80亿元。")))
    assert found[0] == "국무원 문건 보도"
    assert "목표 1개" in found
    assert "금액 80억 위안까지" in found
    assert any(reason.startswith("주제 ") for reason in found)
    assert all("+" not in reason for reason in found)


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("日本公布新一代火箭计划", "다른 나라 소식"),
        ("国内联播快讯", "모음 기사"),
        ("北港市举办马拉松锦标赛", "과학기술 밖의 주제"),
        ("甲乙丙丁", "과학기술을 말하지 않음"),
    ],
)
def test_what_is_left_out_says_why(title: str, why: str) -> None:
    assert left_out(rank(signals(title, ""))).ko == why


def test_a_workspace_may_set_weights() -> None:
    assert (
        rank(signals("国务院印发《氢能规划》", ""), {"issuer central": 9.0}).score > score("国务院印发《氢能规划》") + 5
    )


def test_every_signal_has_a_weight() -> None:
    known = usual_weights()
    for title in (
        "国务院印发《氢能规划》",
        "日本研制出芯片",
        "【快评】科技",
        "云海省人民政府关于量子的通知",
        "公司发布机器人",
    ):
        assert signals(title, "第一条 制定本条例。\n第二条 适用本条例。").values.keys() <= known.keys()


def test_every_word_of_the_tables_can_be_found_in_a_normal_text() -> None:
    for table in (relevance(), places(), abroad()):
        for word in table.entries:
            assert normal(word) == word
            assert [found for _, found in table.find(word)] == [word]


def test_latin_words_stand_alone() -> None:
    assert [word for _, word in relevance().find("5G与AI")] == ["5G", "AI"]
    assert [word for _, word in relevance().find("15GB的MAIN")] == []


def test_a_word_that_does_not_fit_takes_no_place() -> None:
    assert "科技教育" in signals("两部门推进中小学科技教育", "").words
    found = Lexicon({"学科": 1, "科技": 2})
    assert [word for _, word in found.find("中小学科技")] == ["学科"]
    assert [word for _, word in found.find("中小学科技", lambda at, end: at != 2)] == ["科技"]


def test_a_title_of_science_softens_what_else_it_says() -> None:
    plain, softened = signals("航线旅客名单", "").values, signals("大飞机航线旅客名单", "").values
    assert 0 < softened["outside title"] < plain["outside title"]
