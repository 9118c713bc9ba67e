"""Lines that say of whom, of what and of how many they tell, and those that would not and stay open."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.headlines import headline
from donghyang.draft.news import looks_back
from donghyang.draft.sentences import Phrase, told

DAY = dt.date(2026, 2, 12)


def last(text: str) -> str | None:
    """The note of the text's last sentence; None where it is open."""
    found = told(page_of(text, DAY))[-1]
    return found.korean if isinstance(found, Phrase) else None


LINES = [
    # the group of a network is numbered, a count of groups is not
    ("我国成功发射千帆极轨12组卫星。", "중국, 첸판 극궤도 위성 제12조 발사 성공"),
    ("我国成功发射卫星互联网低轨07组卫星。", "중국, 위성인터넷 저궤도 위성 제7조 발사 성공"),
    ("我国成功发射4组卫星。", "중국, 위성 4개 조 발사 성공"),
    ("团队获得数据60组。", "연구팀, 데이터 60세트 획득"),
    # a word that with its number is a satellite's name
    ("我国成功发射实践二十九号卫星。", "중국, 스젠(实践) 29호 위성 발사 성공"),
    ("我国开展试验二十次。", "중국, 시험 20회 실시"),
    # the plan, and the years it is for
    ("“十四五”圆满收官。", "제14차 5개년 규획 마무리"),
    ("“十四五”期间，我国新增装机2亿千瓦。", "2021~2025년 중국 신규 설비용량 2억 kW"),
    # what says nothing without its rest
    ("江西整合资源，让甲方乙方对接。", None),
    ("会议指出，要加快完善体制机制，着力破解甲乙丙。", None),
    ("会议指出，要加快完善碳市场制度，着力破解甲乙丙。", "회의, 탄소시장 제도 개선을 가속화해야 한다고 강조"),
    ("会议指出，加快数据开放，丰富应用场景，是培育新产业的重要举措。", None),
    # whose it is, a sentence before says
    ("甲公司位于宁波。目前，企业正在建设新的生产线。", None),
    ("甲公司位于宁波。企业应当加强安全管理。", "기업은 안전관리를 강화해야 함"),
    ("如今，当地森林覆盖率达到70%。", None),
    ("如今，江西森林覆盖率达到70%。", "현재 장시 산림피복률 70% 기록"),
    ("湖南加快发展。数字经济规模超过2万亿元。", None),
    ("湖南加快发展。湖南数字经济规模超过2万亿元。", "후난 디지털경제 규모 2조 위안 초과"),
    ("湖南加快发展。目前，我国数字经济稳步增长。数字经济规模超过20万亿元。", "디지털경제 규모 20조 위안 초과"),
    # a share of an amount says nothing; of a rate it does
    ("机器人产业增加值超过12%。", None),
    ("机器人产业增加值增长12%。", "로봇 산업 부가가치 12% 증가"),
    ("机器人产业占比超过12%。", "로봇 산업 비중 12% 초과"),
    # what is counted stands in the list
    ("江西发布15个机器人应用场景名单。", None),
    ("江西发布15个机器人应用场景。", "장시, 로봇 응용 시나리오 15개 발표"),
    ("宽带用户超过4亿户。", "광대역 가입자 4억 회선 초과"),
    # names of firms that are words too
    ("中国移动互联网用户超过9亿户。", None),
    ("中国移动发布大模型。", "차이나모바일, 대형 모델 공개"),
    ("中国石油产量增长2%。", None),
    ("国家电网投资800亿元。", "국가전망공사, 800억 위안 투자"),
    # every clause of a promise is promised
    (
        "项目发电量将达到8亿千瓦时，其中风电占70%。",
        "프로젝트 발전량이 8억 kWh를 달성하고 이 중 풍력발전이 70%를 차지할 전망",
    ),
    # the date in front of a circumstance; a side that is named twice
    ("一季度，在出口增长的拉动下，汽车产业实现利润总额20亿元。",
     "2026년 1분기 수출 증가의 견인 하에 자동차산업, 이윤 총액 20억 위안 기록"),
    ("在进口方面，芯片进口3亿块，同比增长5%。", "칩 수입 3억 개로 전년 동기 대비 5% 증가"),
    # months or a year that the text has named before; of which year, nothing says
    ("今年1月，光伏市场平稳。组件产量同比增长5%。", "2026년 1월 모듈 생산량 전년 동기 대비 5% 증가"),
    ("今年1月，光伏市场平稳。其中，组件出口3亿块，同比增长5%。",
     "2026년 1월 모듈 수출 3억 개로 전년 동기 대비 5% 증가"),
    ("2025年，海洋经济复苏。\n海洋生产总值达10万亿元，比上年增长6%。",
     "2025년 해양 총생산 10조 위안으로 전년 대비 6% 증가"),
    ("海洋经济复苏。海洋生产总值达10万亿元，比上年增长6%。", None),
    # what by itself, or without its measure, is another sentence's to name
    ("我国光伏产业增长。出口持续回升。", None),
    ("我国光伏产业增长。组件出口持续回升。", "모듈 수출 지속 회복"),
    ("我国工业增长。其中，汽车制造业增长9%。", None),
    ("我国工业增长。其中，汽车制造业增加值增长9%。", None),
    ("投产后，每年可发电3亿千瓦时。", None),
    ("会议指出，要营造良好环境。", None),
    # deeds side by side, and one Korean word for two
    ("推动培育和壮大新兴产业。", "신흥산업 육성 추진"),
    ("推动完善和推广新标准。", "새로운 표준 개선·보급 추진"),
    ("该省新建更新农田20万亩。", None),
    ("布局新领域新赛道。", "새로운 분야 진출"),
    ("布局新领域。", "새로운 분야 진출"),
    ("突出重点领域改革。", "중점분야 개혁 역점 추진"),
    ("全链条推进产业升级。", "전 과정에 걸쳐 산업 고도화 추진"),
    # what is counted; who does it; how long ago; a year that has just begun
    ("北京、天津等12个省份高速公路充电设施覆盖率达到90%。", "베이징·톈진 등 12개 성 고속도로 충전시설 보급률 90% 기록"),
    ("8个城市高速公路里程达到3500公里。", "8개 도시의 고속도로 거리 3,500km에 달함"),
    ("湖北支持重点实验室、大学等攻关关键技术。", None),
    ("湖北支持重点实验室、大学等研发平台建设。", "후베이, 중점실험실·대학 등 연구개발 플랫폼 구축 지원"),
    ("碳市场启动五年。", None),
    ("碳市场启动。", "탄소시장 개시"),
    ("湖北今年新增创新平台12个。", None),
    ("湖北今年将新增创新平台12个。", "2026년 후베이, 혁신플랫폼 12개 추가 예정"),
    ("去年，湖北新增创新平台12个。", "2025년 후베이, 혁신플랫폼 12개 추가"),
    # what the sentence goes on to speak of
    ("甲国企业在中国投资最大的芯片项目，近日在江苏投产。", None),
    ("火箭发射任务组织全系统合练。", "로켓 발사임무, 전 시스템 종합훈련 실시"),
    # who says it, and whose opinion it is; a paper that is called after a plan
    ("甲公司位于宁波。企业负责人说，订单增长了50%。", None),
    ("工业和信息化部负责人说，订单增长了50%。", "공업정보화부 책임자, 수주가 50% 증가하였다고 밝힘"),
    ("文章指出，要重视人才。人才是第一资源。", None),
    ("江西发展好。汽车是江西的支柱产业。", "자동차는 장시의 기간산업임"),
    ("国务院印发《“十五五”碳达峰行动方案》。", "국무원, ‘제15차 5개년 규획 탄소배출 정점 행동방안’ 발표"),
    # a bound in front of a row, and a count in front of what stands on a ground
    ("普及率、数控化率分别超过80%、60%。", "보급률·수치제어화율 각각 80%, 60% 초과"),
    ("20个先进制造业集群主导产业产值达到9万亿元。", "선진 제조업 클러스터 20개의 주도산업 생산액 9조 위안 기록"),
    ("江西依托3家国家高新技术产业示范区，培育新兴产业。", None),
    # what is being planned; the year of a paper
    ("目前，我国正在规划建设下一代北斗系统。", "현재 중국, 차세대 베이더우 시스템 규획·구축 중"),
    ("我国规划建设数据中心20个。", "중국, 데이터센터 20개 규획·구축 계획"),
    ("工业和信息化部发布《工业机器人发展报告（2025）》。", "공업정보화부, ‘산업용 로봇 발전 보고서(2025)’ 발표"),
    # a row behind who does it; how many there are; what is being given out
    ("新数据将提升水下系统、深海设施等装备的安全性。",
     "새로운 데이터, 수중 시스템·심해 시설 등 장비의 안전성 제고 예정"),
    ("新数据将提升装备安全性。", "새로운 데이터, 장비 안전성 제고 예정"),
    ("江西科技组织超过4000家。", None),
    ("各地正出台一系列措施。", None),
    ("江西正式出台《储能条例》。", "장시, ‘에너지저장 조례’ 발표"),
    ("科学城建设加快。目前，已汇聚科技企业400家。", None),
    ("科学城建设加快。目前，江西已汇聚科技企业400家。", "현재 장시, 과학기술기업 400개사 집결"),
    # words by what stands beside them
    ("航天员开展训练。", "우주인, 훈련 실시"),
    ("大模型训练成本下降4%。", "대형 모델 학습 비용 4% 감소"),
    ("会议指出，要释放消费潜力。", "회의, 소비 잠재력을 발휘해야 한다고 강조"),
    ("产业基金正式启动。", "산업기금 공식 출범"),
    ("坚持规范服务，强化监管。", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "note"), LINES)
def test_a_line_says_of_what_it_tells_or_is_open(text: str, note: str | None) -> None:
    assert last(text) == note


def test_a_headline_numbers_the_group() -> None:
    found = headline("我国成功发射卫星互联网低轨09组卫星", DAY, TERMS)
    assert found is not None
    assert found.korean == "중국, 위성인터넷 저궤도 위성 제9조 발사 성공"


def test_what_one_strives_for_is_not_another_s() -> None:
    found = headline("奋力书写安徽新篇章 江西加快建设绿色发展先行区", DAY, TERMS)
    assert found is not None
    assert found.korean == "장시, 녹색발전 선행구 구축 가속화"


BACKGROUND = [
    ("2025年6月20日，天都卫星成功发射。", "天都卫星获奖", True),
    ("2019年，科研站建成。", "科研站升级", True),
    ("2025年，汽车出口600万辆。", "汽车出口创新高", False),
    ("2月10日，天都卫星成功发射。", "天都卫星发射", False),
    ("2020年以来，产量增长。", "产量增长", False),
    ("比2020年增长两成。", "产量增长", False),
    ("2025年6月20日，天都卫星成功发射。", "2025年6月20日发射的天都卫星", False),
]


@pytest.mark.parametrize(("text", "title", "old"), BACKGROUND)
def test_what_came_about_long_ago_leads_no_news(text: str, title: str, old: bool) -> None:
    assert looks_back(page_of(text, DAY), (0, len(text)), title) is old
