"""What a page is, from its own signs."""

import pytest

from donghyang.stories.documents import identity, is_document, opening
from donghyang.stories.issuers import issuer_of, led
from donghyang.stories.kinds import is_roundup, kind_of
from donghyang.stories.signals import signals

NOTICE = (
    "云政办发〔2024〕31号\n各市人民政府，省直各有关单位:\n《云海省氢能产业发展规划》已经省政府同意，现印发给你们，请认真组织实施。\n"
    "云海省人民政府办公厅\n2024年3月2日"
)
LAW = (
    "2022年5月30日 云海省第十三届人民代表大会常务委员会第三十次会议通过\n第一章 总则\n"
    "第一条 为了促进技术转移，制定本条例。\n"
    "第二条 本条例适用于本省。"
)
SPEECH = "各位代表:\n现在，我代表省人民政府向大会报告工作，请予审议。\n一、去年工作\n二、今年安排\n"
DOCUMENTS = {
    "云海省人民政府办公厅关于印发氢能产业发展规划的通知": NOTICE,
    "云海省技术转移条例": LAW,
    "2025年云海省政府工作报告": SPEECH,
    "国务院关于同意设立海西国家自主创新示范区的批复": (
        "国函〔2021〕9号\n科技部、云海省人民政府:\n你们的请示收悉。现批复如下:\n一、同意。"
    ),
    "关于加强实验动物管理的若干意见": "(2019年4月1日)\n为加强管理，现提出以下意见。\n一、总体要求\n二、重点任务\n",
}
NO_DOCUMENTS = {
    "云海省印发氢能产业发展规划": "记者从云海省政府获悉，《云海省氢能产业发展规划》近日印发。",
    "《氢能产业发展规划》发布": "央视网消息(新闻联播):近日，《氢能产业发展规划》发布。",
    "关于氢能，你想知道的都在这里": "一、什么是氢能\n二、为什么要发展氢能\n",
    "省长作政府工作报告": "本报讯 3月1日，省长作政府工作报告。记者看到，报告提出今年目标。",
    "氢能规划": "",
    "": "",
}


@pytest.mark.parametrize("title", DOCUMENTS)
def test_documents_by_their_own_marks(title: str) -> None:
    assert is_document(opening(title, DOCUMENTS[title]), DOCUMENTS[title])
    assert kind_of(title, DOCUMENTS[title]).kind == "document"


@pytest.mark.parametrize("title", NO_DOCUMENTS)
def test_news_of_a_document_is_none(title: str) -> None:
    assert not is_document(opening(title, NO_DOCUMENTS[title]), NO_DOCUMENTS[title])


def test_a_title_over_several_lines_is_one() -> None:
    text = "促进中小城市\n算力建设的意见\n国发〔2020〕3号\n各省、自治区人民政府:"
    assert opening("国务院关于", text) == "国务院关于促进中小城市算力建设的意见"
    assert opening("云海要闻", "云海要闻\n2025年云海省政府工作报告\n") == "2025年云海省政府工作报告"
    assert opening("卫星发射成功", "今天上午，卫星发射成功。") == "卫星发射成功"


def test_two_texts_of_one_law_are_two_documents() -> None:
    old, new = identity("云海省技术转移条例", LAW), identity("云海省技术转移条例", LAW.replace("2022年", "2024年"))
    assert old
    assert new
    assert old != new
    assert identity("云海省技术转移条例出台", "记者获悉，条例今天出台。") == ()


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("工信部印发《钠电池产业行动方案》", "", "document news"),
        ("十二部门出台意见促进智能制造", "", "document news"),
        ("《钠电池产业行动方案》解读", "", "interpretation"),
        ("一图读懂氢能规划", "", "interpretation"),
        ("前两个月电池产量同比增长9%", "", "statistics"),
        ("我国5G基站数达到400万个", "", "statistics"),
        ("海图七号卫星成功发射", "", "result"),
        ("我国科学家首次实现千公里量子传输", "", "result"),
        ("第六届氢能大会在云海开幕", "", "event"),
        ("【央视快评】为强国而创新", "", "opinion"),
        ("大会讲话引发热烈反响", "", "reaction"),
        ("海图八号卫星将于近日择机发射", "", "preview"),
        ("科技早报", "", "roundup"),
        ("《论能源转型》出版发行", "", "book"),
        ("纪录片《深海》今晚播出", "", "programme"),
        ("新款手机来了", "首发价2999元，限量赠品，扫码下单，先到先得。", "advertisement"),
        ("部署推进智能电网建设", "", "news"),
        ("税收优惠支持设备更新", "企业可享受税收优惠。", "news"),
        ("3月1日起实施新规", "", "news"),
        ("云海省成功举办马拉松", "", "event"),
        ("某产业大会闭幕", "大会发布《产业发展报告》。", "event"),
        ("某省部署工作", "近日，《工作方案》印发。", "document news"),
        ("新增换电站两千个", "", "statistics"),
        ("高技术产业贡献超四成", "", "statistics"),
        ("某任务各系统演练", "", "preview"),
        ("宣讲团在各地宣讲", "", "reaction"),
        ("清洁能源迈上新台阶", "装机12万，占比30%，较上年多5项，8个省用上，9座建成，投资70亿。", "statistics"),
        ("清洁能源迈上新台阶", "各地积极行动。", "news"),
        ("大会成立九成", "", "event"),
    ],
)
def test_kinds_of_pages(title: str, text: str, kind: str) -> None:
    assert kind_of(title, text).kind == kind
    assert is_roundup(title) == (kind == "roundup")


@pytest.mark.parametrize(
    ("title", "abroad"),
    [
        ("日本公布芯片计划", True),
        ("美宇航员返回地球", True),
        ("俄发射新型飞船", True),
        ("中国与日本签署协议", False),
        ("国家发展改革委员会公布名单", False),
        ("美丽乡村用上机器人", False),
        ("英雄航天员受表彰", False),
        ("乌鲁木齐建成算力中心", False),
    ],
)
def test_what_tells_of_another_country(title: str, abroad: bool) -> None:
    assert kind_of(title, "").abroad == abroad


@pytest.mark.parametrize(
    ("title", "leader"),
    [
        ("孙明远主持召开座谈会", True), ("孙明远向氢能大会致贺信", True), ("孙明远同外国总理会谈", True),
        ("孙明远对科技工作作出重要指示", True),
        ("我国在深海发现新矿物", False), ("中国向国际组织提交标准", False), ("氢能大会收到贺信", False),
        ("科研团队在高原考古", False),
    ],
)  # fmt: skip
def test_leaders_by_what_they_do(title: str, leader: bool) -> None:
    assert led(title) == leader


def test_what_the_page_table_says_makes_a_document() -> None:
    title, text = "关于印发氢能规划的通知", "各市人民政府:\n一、总体要求\n二、重点任务\n"
    assert not is_document(title, "一、总体要求\n二、重点任务\n")
    assert is_document(title, text, "云政办发〔2024〕31号")
    seen = signals(title, text, "云政办发〔2024〕31号", "云南省人民政府办公厅")
    assert seen.issuer is not None
    assert (seen.issuer.name, seen.issuer.level) == ("云南省人民政府", "province")


@pytest.mark.parametrize(
    ("title", "lead", "name", "level"),
    [
        ("国务院关于加强质量工作的意见", "", "国务院", "central"),
        ("中华人民共和国数据安全法", "", "全国人大", "central"),
        ("中华人民共和国计量法实施细则", "", "国务院", "central"),
        ("工业和信息化部等八部门印发方案", "", "工业和信息化部", "ministry"),
        ("十七部门印发行动方案", "", "十七部门", "ministry"),
        ("浙江省人民政府办公厅关于印发规划的通知", "", "浙江省人民政府", "province"),
        ("广州市科学技术局关于申报项目的通知", "", "广州市科学技术局", "city"),
        ("算力建设提速", "教育部近日公布名单。", "教育部", "ministry"),
        ("东岭大学研制出新材料", "", "东岭大学", "institute"),
        ("东岭公司发布机器人", "", "东岭公司", "firm"),
    ],
)
def test_whose_word_a_page_carries(title: str, lead: str, name: str, level: str) -> None:
    found = issuer_of(title, lead)
    assert found is not None
    assert (found.name, found.level) == (name, level)


@pytest.mark.parametrize("title", ["", "卫星发射成功", "新型电池来了", "全省上下齐努力"])
def test_no_body_named(title: str) -> None:
    assert issuer_of(title, "") is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("科考船“雪龙9”号抵达考察站", "news"),
        ("国产超算登顶全球500强", "result"),
        ("12艘船抵达北港市", "news"),
        ("北港市换电站达90座", "statistics"),
        ("算力规模超90万P", "statistics"),
        ("超算中心升级3套系统", "news"),
    ],
)
def test_figures_are_compared_by_words_of_their_own(title: str, kind: str) -> None:
    assert kind_of(title, "").kind == kind
