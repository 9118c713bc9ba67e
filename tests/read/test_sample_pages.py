"""Every page of the sample week gives its title, its date and its own paragraphs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang import read
from donghyang.records import Unreadable

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample" / "pages"
APRIL = {
    "bj_compute_plan_20230415.pdf": ("北京市人工智能算力共享行动计划（2023—2025年）", 14),
    "bjnews_20230416_compute.html": ("北京今年发放1.5亿元算力券，单个企业最高可领200万元", 16),
    "cas_20230417_memristor.html": ("微电子所研制出八层三维堆叠存算一体芯片", 17),
    "cas_20230418_catalyst.html": ("大连化物所在二氧化碳电催化转化研究中取得进展", 18),
    "ce_20230415_chain.html": ("36家龙头企业携手1048家中小企业 195个项目协同创新", 15),
    "chinanews_20230420_young_talent.html": ("中国五部门发文支持青年科技人才挑大梁：聘期内不作年度量化考核", 20),
    "fast_20230418_pulsar.html": ("“中国天眼”在球状星团中新发现9颗毫秒脉冲星", 18),
    "hk_20230420_software.html": ("內地首季軟件業收入增13.2%　出口續跌", 20),
    "huizhi_20230416_partner.html": ("汇智传动入选首批“百链千企”协同创新名单 与23家企业签约", 16),
    "miit_20230418_robot_plan.html": (
        "工业和信息化部等九部门关于印发《智能机器人应用推广行动方案（2023—2025年）》的通知",
        18,
    ),
    "most_20230413_facility.html": (
        "科技部 财政部 国家发展改革委关于印发《国家重大科技基础设施开放共享管理办法》的通知",
        13,
    ),
    "most_facility_measures.docx": ("国家重大科技基础设施开放共享管理办法", 12),
    "nsfc_20230419_applications.html": ("2023年度国家自然科学基金项目申请集中接收与受理情况", 19),
    "sc_gov_20230414_future_industry.html": (
        "四川省人民政府办公厅关于印发四川省未来产业培育行动计划（2023—2025年）的通知",
        14,
    ),
    "scnews_20230415_future.html": ("四川：到2025年未来产业增加值达到800亿元", 15),
    "space_0416_yunhai.html": ("云海四号02星入轨，海洋观测再添“慧眼”", 16),
    "starchi_20230419_battery.html": ("400Wh/kg！星驰新能源发布第二代半固态动力电池", 19),
    "stdaily_20230419_robot.html": ("三年推广260个以上典型应用场景", 19),
    "sznews_0419_robot.html": ("重磅！机器人产业迎大利好，九部门发文", 19),
    "toutiao_20230419_robot.html": ("九部门力推智能机器人，三年投入不少于40亿元", 19),
    "ustc_quantum_0412.html": ("我校实现710公里光纤双场量子密钥分发", 12),
    "weather_20230420.html": ("暴雨蓝色预警：江南华南等地部分地区有大到暴雨", 20),
    "wx_young_talent.html": ("搞科研的年轻人看过来：这份文件说了五件事", 20),
    "xinhua_20230418_robot.html": ("九部门联合印发方案推广智能机器人应用", 18),
    "zj_gov_20230417_future_industry.html": (
        "浙江省人民政府办公厅关于印发浙江省未来产业培育行动计划（2023—2025年）的通知",
        17,
    ),
}
EMPTY = "xinhua_20230418_download.html"
FURNITURE = (
    "责任编辑",
    "版权所有",
    "ICP备",
    "扫一扫",
    "下一篇",
    "分享到",
    "相关链接",
    "猜你喜欢",
    "当前位置",
    "打印本页",
)


@pytest.mark.parametrize(("name", "title", "day"), [(name, *row) for name, row in APRIL.items()])
def test_title_and_date(name: str, title: str, day: int) -> None:
    page = read.page(SAMPLE / name)
    assert page.title == title
    assert page.date == dt.date(2023, 4, day)
    assert page.name == name


PAGES = sorted(path for path in SAMPLE.glob("*.html") if path.name != EMPTY)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_is_clean(path: Path) -> None:
    page = read.page(path)
    assert len(page.text) > 150
    assert not [words for words in FURNITURE if words in page.text]
    assert page.title
    assert page.title not in page.text.split("\n")


def test_the_empty_page_is_refused() -> None:
    with pytest.raises(Unreadable, match="is empty"):
        read.page(SAMPLE / EMPTY)


def test_all_paragraphs_stay() -> None:
    text = read.page(SAMPLE / "miit_20230418_robot_plan.html").text
    assert text.startswith("工信部联装〔2023〕46号\n")
    assert text.endswith("2023年4月17日")


def test_a_table_is_cells_and_still_text() -> None:
    page = read.page(SAMPLE / "nsfc_20230419_applications.html")
    assert page.tables[0][0] == ("项目类型", "申请数（项）", "占比（%）")
    assert "面上项目\t123900" in page.text or "面上项目\t" in page.text


def test_who_and_where() -> None:
    page = read.page(SAMPLE / "xinhua_20230413_satellite.html")
    assert page.outlet == "新华社"
    assert page.byline == "李国澜 杨晓舟"
    assert page.url == "http://www.news.example/politics/20230413/6c88e1/c.html"


def test_a_cut_page_is_read_as_far_as_it_goes() -> None:
    assert read.page(SAMPLE / "cas_20230418_catalyst.html").text.endswith("原位红外光谱表明")
