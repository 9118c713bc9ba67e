"""Kinds of lines that readers of both languages found wrong, in other words, and what looks like them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.cells import Cells
from donghyang.draft.halves import half_said
from donghyang.draft.headlines import headline, undated
from donghyang.draft.news import may_lead, of_title, overlap
from donghyang.draft.plans import named
from donghyang.draft.prose import says_something
from donghyang.draft.reading import reader
from donghyang.draft.selection import within
from donghyang.draft.sentences import Phrase, phrases
from donghyang.draft.tasks import task_boards
from donghyang.language import tables
from donghyang.records import PageText

DAY = dt.date(2023, 9, 15)


def said(text: str) -> list[Phrase]:
    return phrases(page_of(text, DAY))


NOTES = [
    # a verb before its object is turned
    ("改进人才评价制度。", "인재 평가 제도 개선"),
    ("发展健康产业。", "건강 산업 육성"),
    # how often, and how
    ("省级财政每年统筹安排机器人专项资金3亿元。", "성급 재정, 매년 로봇 전용 자금 3억 위안 종합적으로 배정"),
    ("该市每年积极引进人才500名。", "해당 시, 매년 인재 500명 적극 유치"),
    ("该省每年安排专项资金6亿元。", "해당 성, 매년 전용 자금 6억 위안 배정"),
    ("该市积极引进人才500名。", "해당 시, 인재 500명 적극 유치"),
    # with whom; two sides of one thing; what carries what
    ("华为联合高校研制了芯片。", "화웨이, 대학과 공동으로 칩 개발"),
    ("清华大学研制了芯片。", "칭화대학, 칩 개발"),
    ("该省推动人工智能与制造业深度融合。", "해당 성, 인공지능과 제조업의 심층 융합 추진"),
    ("该省加强人工智能和制造业研究。", "해당 성, 인공지능·제조업 연구 강화"),
    ("神舟飞船与空间站组合体成功分离。", None),
    ("搭载卫星的运载火箭在酒泉卫星发射中心成功发射。", "위성을 탑재한 운반로켓, 주취안 위성발사센터에서 발사 성공"),
    # twice, and what is no doubling
    ("该省产值增长一倍。", "해당 성 생산액 2배로 증가"),
    ("该省产值增长5%。", "해당 성 생산액 5% 증가"),
    # what is new of a thing, and what is new beside it
    ("塑造区域发展新格局。", "지역 발전의 새로운 구도 형성"),
    ("新技术新服务集中亮相。", "신기술·신서비스 집중 공개"),
    ("发展新业态新模式。", "신업태·신모델 육성"),
    # gained in something; a paper that begins; whom nobody names
    ("重点领域改革取得新进展。", "중점분야 개혁에서 새로운 진전 이룩"),
    ("华为取得重要成果。", "화웨이, 중요 성과 창출"),
    ("基本公共卫生服务建设取得新进展。", "기본 공중보건 서비스 건설에서 새로운 진전 이룩"),
    ("我国集成电路产业正处于转型升级阶段。", "중국 집적회로 산업, 전환·고도화 단계에 있음"),
    ("我国集成电路价格正处于低位。", None),
    ("比亚迪取得发明专利36项。", "BYD, 발명특허 36건 취득"),
    ("阿里巴巴与腾讯达成战略合作协议。", "알리바바와 텐센트, 전략적 협력협약 체결"),
    ("上海人工智能赋能医学研究实施方案启动。", None),
    ("工业和信息化部等五部门发布。", None),
    ("期待与中国深化合作。", None),
    ("支持市场采购贸易、外贸综合服务企业发展。", None),
    ("单位GDP能耗进一步下降。", None),
    ("必须加快发展方式绿色转型。", None),
    ("外资深度融入中国市场。", "외자, 중국 시장에 깊이 편입"),
    ("设备利用率达到了95%。", "설비 이용률 95% 기록"),
]

# what an outsider found wrong or stiff in three weeks, in other words, with look-alikes
SEEN_OUTSIDE = [
    # a share that is about so much; a year against a year
    (
        "截至6月底，光伏装机突破5亿千瓦，约占我国总装机的18.8%。",
        "2023년 6월 말 기준 태양광 설비용량 5억 kW 돌파, 중국 총설비용량의 약 18.8% 차지",
    ),
    ("全年软件业务收入同比增长9.2%。", "소프트웨어 사업 매출 전년 대비 9.2% 증가"),
    ("8月软件业务收入同比增长9.2%。", "2023년 8월 소프트웨어 사업 매출 전년 동기 대비 9.2% 증가"),
    # articles of a paper, lines of a plant, measures
    ("《若干规定》共15条。", "‘규정’ 15개 조항"),
    ("该省新建生产线8条。", "해당 성, 생산라인 8개 신설"),
    ("该市出台15条措施。", "해당 시, 조치 15개 발표"),
    # of what kind a bank is, and what is not a bank's name
    ("发放范围包括开发性银行、股份制银行等15家金融机构。", None),
    # a plan's projects are not those years'
    ("“十四五”重点工程全面完工。", "제14차 5개년 규획 중점 프로젝트 전면 완공"),
    ("“十四五”时期，我国建成5G基站400万个。", "2021~2025년 중국, 5G 기지국 400만 개 구축"),
    # what somebody lays down
    ("国家规定企业定期提交报告。", None),
    ("该办法规定了申报条件。", None),
    ("科技部发布《技术转移管理规定》。", "과학기술부, ‘기술이전 관리 규정’ 발표"),
    # by what a deed goes, and what is done
    ("按照空间站建造计划，该飞船将于明年发射。", None),
    # what a deed is, said of the deed
    ("会议指出，发展先进制造业集群，是推动产业升级的重要抓手。", None),
    # what goes on, and what has begun
    ("数字政府建设不断迈上新台阶。", "디지털 정부 건설 지속 도약"),
    ("6G技术试验正式启动。", "6G 기술 시험 공식 개시"),
    ("云计算、大数据服务实现收入3540亿元。", "클라우드 컴퓨팅·빅데이터 서비스, 매출 3,540억 위안 기록"),
    # who asks, advises and lays down; a thing asked for
    ("专家建议加强监测研究。", None),
    ("工信部要求企业加强安全管理。", None),
    ("该系统满足车辆安全要求。", "해당 시스템, 차량 안전 요구 충족"),
    ("企业申请发行债券。", None),
    # a plan that has years in its name
    ("“十五五”规划提出建设10个基地。", "제15차 5개년 규획, 기지 10개 구축 제시"),
    # what a laboratory works on is not spelled
    ("达摩院机器智能实验室构建了算法体系。", None),
    ("鹏城实验室发布新产品。", "펑청실험실, 신제품 발표"),
    # in which time; from where to where
    ("已建项目须在两年内完成改造。", "2년 내에 기존 프로젝트는 개조를 완료해야 함"),
    ("北京至上海高铁9月1日竣工投产。", "9월 1일 베이징~상하이 고속철도 준공·가동"),
    # a contrast takes nothing back of what has come about; a denial of it may
    ("我国研发人员总量居世界首位，但每万人中人数较少。", "중국 연구개발 인력 총량 세계 1위"),
    ("该基地建成投产，但尚未达产。", "해당 기지 완공·가동, 아직 설계 생산량에 도달하지 않음"),
    # what is come to by a year is foreseen; how long a thing takes is not
    (
        "国家能源局印发《储能行动计划》，预计到2027年，全国新型储能装机规模达到1.8亿千瓦以上。",
        "국가에너지국, ‘에너지저장 행동계획’ 발표, 2027년까지 전국 신형 에너지저장 설비용량 1억 8,000만 kW 이상 전망",
    ),
    # two deeds in one, a deed in quotes, and a deed that tells inside another
    (
        "我国汽车领域已培育形成一批年营业收入超百亿元的骨干企业。",
        "중국 자동차 분야, 여러 연매출 100억 위안 이상의 핵심기업 육성",
    ),
    ("科技部明确提出了“建设科技创新中心”的目标。", None),
    ("江苏组织185家科研机构发布了4100多项成果和2500多家企业的技术需求。", None),
    ("推动金融支持创新。", None),
    ("我国加大核电项目建设力度。", "중국, 원전 프로젝트 건설 강화"),
    (
        "报告显示，截至2022年12月，我国网民规模达10亿人。",
        "보고서에 따르면 2022년 12월 기준 중국 인터넷 이용자 수 10억 명에 달함",
    ),
    # an aim that is only kept in view; an aim
    ("锚定2035年建成科技强国的目标，我国加大人才培养；我国研发经费稳步增长。", "중국 연구개발비 꾸준히 증가"),
    ("到2035年建成科技强国。", "2035년까지 과학기술강국 구축 목표"),
    # a noun that is a verb as well
    ("会议指出，发展创新药关系医药产业发展，关系人民健康。", None),
    # with what it was sent up is not the news
    ("我国在太原卫星发射中心使用长征二号丁运载火箭，以一箭多星方式成功将卫星发射升空。", None),
    ("我国空间站阶段发射的第四艘货运飞船。", None),
    (
        "《数字发展报告》《数据资源报告》等成果陆续发布。",
        "‘디지털 발전 보고서’, ‘데이터 자원 보고서’ 등 성과 순차적으로 발표",
    ),
    ("广东提出地区生产总值增长5%以上的目标。", "광둥, 지역내총생산(GRDP) 5% 이상 증가의 목표 제시"),
    # said once; with what; two deeds; what is needed of a service
    (
        "2022年，陕西光子产业链产值较上年同比增长50%以上。",
        "2022년 산시(陝西) 광자 산업망 생산액 전년 대비 50% 이상 증가",
    ),
    ("成都已建设60余个与人工智能相关的创新平台。", None),
    ("成都已建设60余个人工智能创新平台。", "청두, 인공지능 혁신플랫폼 60여 개 구축"),
    ("我国海洋工程装备不断创新突破。", "중국 해양플랜트 장비 지속 혁신·돌파"),
    ("推动服务需求持续释放。", "서비스 수요 지속 방출 추진"),
    ("广西将建设3家自治区实验室。", None),
    # what is gained by a deed; what is put forward by nobody named
    ("我国推进碳达峰碳中和取得重要成果。", "중국, 탄소배출 정점·탄소중립 추진에서 중요 성과 창출"),
    ("提出，重点增设人工智能等领域新专业。", "인공지능 등 분야 신규 전공 중점 개설 계획"),
    # what is no name of a laboratory; two verbs; whom one hopes for
    ("科技成果正加速走出实验室。", None),
    ("天津创新宣传形式。", None),
    ("期待外国专家继续深度参与中国发展。", None),
    ("我国正处于产业升级的关键期。", None),
    # named so already; in what one takes part; where one rests
    ("日本第二季度国内生产总值（GDP）下降0.4%。", "2023년 2분기 일본 국내총생산(GDP) 0.4% 감소"),
    ("商务部将积极参与国际规则制定。", "상무부, 국제규칙 제정 적극 참여 예정"),
    ("现场设置了多个贸易服务区。", None),
    ("高速公路服务区充电设施达到3万台。", "고속도로 휴게소 충전시설 3만 대 기록"),
    # what an investment is called
    ("该项目计划总投资超过15亿元。", "해당 프로젝트 계획 총투자 15억 위안 초과"),
    ("中国工商银行发布报告。", "중국공상은행, 보고서 발표"),
    # 라고 behind a vowel; what is able to do what; what carries out a task
    ("会议指出，科技创新是促进产业循环的重要举措。", "회의, 과학기술 혁신이 산업 순환을 촉진하는 중요 조치라고 강조"),
    ("此次重组将提升保障国家能源供应能力。", None),
    ("将执行探测任务的长征五号遥八运载火箭，今天安全运抵文昌航天发射场。", None),
    ("长征五号遥八运载火箭安全运抵文昌航天发射场。", "창정 5호 야오-8 운반로켓, 원창 우주발사장 안전 도착"),
    # as what; how, and no system; two deeds with no comma; whose dam
    (
        "作为数字贸易的重要组成部分，我国跨境电商的规模位居世界前列。",
        "디지털무역의 중요 구성 부분으로서 중국 국경간 전자상거래의 규모 세계 선두권",
    ),
    ("上海系统整合科技、人才优势。", None),
    ("今年还将推出多项金融政策支持实体经济高质量发展。", None),
    ("美国应坚持一个中国政策。", "미국은 하나의 중국 정책을 견지해야 함"),
    ("电站预计2028年建成发电。", "2028년 발전소 완공·발전 개시 전망"),
    ("某省用改革破解发展难题。", None),
    ("广西用改革破解发展难题。", "광시, 개혁으로 발전 난제 해결"),
    ("未来我国将发射嫦娥七号。", "향후 중국, 창어 7호 발사 예정"),
    ("国家邮政局发布最新数据。", None),
    # what the paper is to bring about; what a deed takes
    ("国家能源局发布《储能行动计划》，提升调节能力。", "국가에너지국, ‘에너지저장 행동계획’ 발표"),
    (
        "国家能源局发布《储能行动计划》，自10月1日起施行。",
        "국가에너지국, ‘에너지저장 행동계획’ 발표, 10월 1일부터 시행 예정",
    ),
    ("发展新质生产力，必须推动产业创新。", None),
    # the first of a year, and of all
    ("我国今年首个核电机组开工建设。", "2023년 중국 첫 원자로 착공"),
    ("我国首个核电机组开工建设。", "중국 최초 원자로 착공"),
    ("2月份，软件指数较上月环比增长5.2%。", "2023년 2월 소프트웨어 지수 전월 대비 5.2% 상승"),
    ("新能源汽车产量均保持两位数增长。", "신에너지차 생산량 모두 두 자릿수 증가세 유지"),
    # who makes it clear, and what is clear
    (
        "国家发展改革委日前明确，今年拓展绿证应用场景。",
        "국가발전개혁위원회, 2023년 녹색인증서 응용 시나리오를 확대할 것을 제시",
    ),
    # deeds in quotes are no things
    ("会议提出，“加快发展新质生产力”“建设强大国内市场”等部署。", None),
]


@pytest.mark.parametrize(("text", "korean"), SEEN_OUTSIDE)
def test_what_an_outsider_saw(text: str, korean: str | None) -> None:
    assert [one.korean for one in said(text)] == ([] if korean is None else [korean])


@pytest.mark.parametrize(("text", "korean"), NOTES)
def test_a_line_has_its_order_or_is_open(text: str, korean: str | None) -> None:
    if korean is None:
        assert all(one.rest is None and "분리" in one.korean for one in said(text))
    else:
        assert [one.korean for one in said(text)] == [korean]


GOVERNED = [
    ("今年将扩大投资；强化资金保障。", ["2023년 투자 확대 예정", "2023년 자금 보장 강화 예정"]),
    ("要加强基础研究；推动产业升级。", ["기초연구를 강화해야 함", "산업 고도화를 추진해야 함"]),
    ("今年预期目标是：国内生产总值增长5%左右；居民消费价格涨幅3%左右。", None),
    # a full stop ends it, and so does what is past
    ("今年将扩大投资。产业结构不断优化。", ["2023년 투자 확대 예정", "산업구조 지속 개선"]),
    ("该省将支持企业；去年新增企业300家。", ["해당 성, 기업 지원 예정", "2022년 해당 성, 기업 300개사 추가"]),
    # another doer may have done it
    ("该厂计划投产；一批研发中心相继落地。", ["해당 공장 가동 계획"]),
    ("武汉将建设研发中心；深圳完成投资12亿元。", ["우한, 연구개발센터 구축 예정"]),
]


MOODS = [
    # what is laid open is no possibility; what may be is one
    ("会议指出，要充分挖掘海洋经济发展潜力。", "회의는 해양경제 발전 잠재력을 충분히 발굴해야 한다고 강조하였다."),
    ("会议提出，加快发展新质生产力。", "회의는 신질 생산력 육성을 가속화할 것을 제시하였다."),
    # what has a number has been chosen; what is being built is not built
    ("我国确定100个数字化转型试点城市。", "중국은 디지털 전환 시범도시 100개를 확정하였다."),
    ("青海正打造绿色算力基地。", "칭하이는 녹색 컴퓨팅 파워 기지를 조성하고 있다."),
]


@pytest.mark.parametrize(("text", "prose"), MOODS)
def test_a_mood_is_the_verb_s_own(text: str, prose: str) -> None:
    assert [one.prose for one in said(text)] == [prose]


def test_a_demand_goes_on_where_nobody_else_is_named() -> None:
    spoken = "部长强调，中国将加快建设能源强国。要增强储备能力。完善价格机制，推动产业升级。"
    assert not any("가격" in one.korean for one in said(spoken))


@pytest.mark.parametrize(("places", "told"), [("重庆、四川", False), ("四川", True)])
def test_the_whole_province_is_said_where_one_is_named(places: str, told: bool) -> None:
    found = said(f"{places}推动产业升级。全省新兴产业增加值增长20%。")
    assert any("20%" in one.korean for one in found) is told


def test_what_is_foreseen_of_one_is_not_said_of_another() -> None:
    told_of = said("2023年，机器人产业规模预计突破3000亿元；累计发布工业软件产品超200款。")
    assert [one.korean for one in told_of] == ["2023년 로봇 산업 규모 3,000억 위안 돌파 전망"]


@pytest.mark.parametrize(("text", "notes"), GOVERNED)
def test_a_promise_holds_over_semicolons(text: str, notes: list[str] | None) -> None:
    found = [one.korean for one in said(text)]
    assert found == notes if notes is not None else all(one.endswith("목표") for one in found) and len(found) == 2


SENTENCES = [
    ("首届北京机器人大会举行。", "제1회 베이징 로봇 대회가 개최되었다."),
    ("该项目投产。", "해당 프로젝트는 가동되었다."),
    ("我国制造业转型升级持续提速。", "중국 제조업 전환·고도화가 지속 가속화되고 있다."),
    (
        "到2025年，力争数字经济占到全省经济总量的40%。",
        "2025년까지 디지털경제가 성 전역 경제 총량의 40%를 차지하는 것을 목표로 한다.",
    ),
    (
        "2030年绿色工厂产值占制造业总产值比重将超过40%。",
        "2030년 녹색공장 생산액은 제조업 총생산액의 40% 넘게 차지할 전망이다.",
    ),
    ("我国可再生能源发展不断实现新突破。", "중국 재생에너지 발전에서 새로운 성과를 지속 창출하고 있다."),
    ("产业结构持续优化升级。", "산업구조가 지속 개선·고도화되고 있다."),
    ("航天员执行过飞行任务。", "우주인은 비행임무를 수행하였다."),
    ("载人飞船今天23时10分发射。", "9월 15일 유인우주선이 발사될 예정이다."),
    ("载人飞船今天9时10分发射。", "9월 15일 유인우주선이 발사되었다."),
]


@pytest.mark.parametrize(("text", "prose"), SENTENCES)
def test_the_summary_tells_what_comes_about(text: str, prose: str) -> None:
    assert [one.prose for one in said(text)] == [prose]


CELLS = [
    ("改革人才评价制度", "인재 평가 제도 개혁"),
    ("安全高效发展核电", ""),
    ("发展规划", "발전 규획"),
    ("检查结果", "점검 결과"),
    ("高技术产业占比提高一倍", "하이테크산업 비중 2배로 상승"),
]


@pytest.mark.parametrize(("text", "korean"), CELLS)
def test_no_cell_begins_with_a_verb(text: str, korean: str) -> None:
    assert Cells(TERMS, DAY).item(text) == korean


HEADLINES = [
    ("世界机器人大会今天在京开幕", "세계로봇대회 베이징에서 개막"),
    ("我国成功发射3米S-SAR 02星", None),
    ("首批60项央企科技成果应用拓展项目发布", None),
    ("多项举措促进制造业服务业融合发展", None),
    ("第二十届高交会开幕 新技术新产品集中亮相", "제20회 하이테크박람회 개막, 신기술·신제품 집중 공개"),
    ("我国发布医药工业数智化转型实施方案", "중국, 제약산업 디지털·스마트화 전환 실시방안 발표"),
    ("关于支持地方探索融合发展新路 建设融合发展示范区的意见", None),
    ("三部门启动“人工智能+制造”专项行动方案", "3개 부처, 인공지능+ 제조 특별행동 방안 착수"),
    ("深圳：科技创新驱动产业升级 新质生产力激活高质量发展", None),
    ("我国绿色产业领跑全球", "중국 녹색산업 세계 선도"),
    ("全国科技工作会议在京召开 某某出席会议并讲话", "전국 과학기술 업무회의 베이징에서 개최"),
    ("2021年软件业务收入同比增长8.0%", "2021년 소프트웨어 사업 매출 전년 대비 8% 증가"),
]


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_names_what_is_told(title: str, korean: str | None) -> None:
    found = headline(title, DAY, TERMS)
    assert (found.korean if found and found.acts else None) == korean


@pytest.mark.parametrize(
    ("small", "large", "more"),
    [
        (
            "제조업 부가가치 전년 동기 대비 13.4% 증가",
            "2024년 1~7월 중국 제조업 부가가치 전년 동기 대비 13.4% 증가",
            False,
        ),
        ("매출 2,950억 위안으로 전년 동기 대비 0.9% 증가", "2025년 1~2월 매출 2,950억 위안 기록", True),
        ("2024년 생산 증가", "2024년 생산 3% 증가", True),
    ],
)
def test_a_line_that_says_no_more_stands_once(small: str, large: str, more: bool) -> None:
    assert within(small, large) is not more


@pytest.mark.parametrize(
    ("korean", "tells"),
    [
        ("톈진, 중점분야에 집중", False),
        ("톈진, 바이오 분야에 집중", False),
        ("공업정보화부 등 4개 부처, 관련 통지 발표", False),
        ("교통운수부 등 8개 부처 발표", False),
        ("국가에너지국, 에너지저장 발전 방안 발표", True),
        ("과학기술부, 연구 성과 발표", True),
    ],
)
def test_what_is_published_is_named(korean: str, tells: bool) -> None:
    assert says_something(korean) is tells


@pytest.mark.parametrize(("pattern", "vague", "near"), tables.read("donghyang.draft", "vague.tsv"))
def test_a_vague_note_is_told_from_a_near_one(pattern: str, vague: str, near: str) -> None:
    assert re.search(pattern, vague)
    assert says_something(near)


@pytest.mark.parametrize(
    ("korean", "headline"),
    [
        ("9월 15일 포럼 개막", "포럼 개막"),
        ("2022년 생산량 3만 대", "2022년 생산량 3만 대"),
        ("9월 생산량 증가", "9월 생산량 증가"),
    ],
)
def test_no_day_opens_a_headline(korean: str, headline: str) -> None:
    assert undated(korean) == headline


@pytest.mark.parametrize(
    ("quote", "leads"),
    [
        ("中央政府门户网站 www.gov.cn", False),
        ("记者近日走进企业调研。", False),
        ("新能源是能源体系的重要组成部分。", False),
        ("创新从何而来？", False),
        ("国务院新闻办公室今天举行新闻发布会。", False),
        ("总书记在座谈会上强调要加强研究。", False),
        ("某市储能项目投产", False),
        ("某市储能项目今天投产，装机1.2万千瓦。", True),
        ("国家能源局发布方案。", True),
    ],
)
def test_what_may_lead(quote: str, leads: bool) -> None:
    assert may_lead(quote, "某市储能项目投产") is leads


def test_the_sentence_with_the_figure_of_the_title_is_worth_most() -> None:
    title = "2024年某省储能装机突破1.35亿千瓦"
    carries, dated, slogan = "装机达到1.35亿千瓦。", "2024年储能发展较快。", "贯彻落实重要讲话精神。"
    assert of_title(carries, title) > of_title(dated, title) > of_title(slogan, title)
    assert overlap("储能装机", title) > overlap("天气晴好", title) == 0


REPORT = """一、过去五年工作回顾
（一）加强技术攻关。培育企业20家。
（二）优化产业布局。培育企业30家。
（三）加强人才培养。培育企业40家。
二、今年工作安排
（一）发展目标。今年发展主要预期目标是：工业产值增长6%左右；居民消费价格涨幅2%左右。
（二）优化产业结构。培育企业50家。
（三）加强人才培养。培育企业60家。"""


def test_a_review_holds_no_tasks_and_aims_say_that_they_are() -> None:
    (board,) = task_boards([PageText("p.txt", "发展规划", DAY, None, None, REPORT)], TERMS, DAY)
    cells = "\n".join(row[2] for row in board.table.rows)
    assert "20개사" not in cells
    assert "60개사" in cells
    assert "소비자물가 상승폭 약 2% 목표" in cells


NAMES = [
    ("促进环保装备制造业高质量发展的若干意见", "‘환경보호 장비제조업 고품질 발전 촉진 의견’"),
    ("推进设备更新的实施意见", "‘설비 교체 추진 실시의견’"),
    ("扩大内需战略规划纲要", "‘내수 확대 전략 규획 요강’"),
    ("关于加快发展智能机器人产业的指导意见", "‘스마트 로봇 산업 육성 가속화 지도의견’"),
    ("新能源汽车产业发展规划", "‘신에너지차 산업 발전 규획’"),
    ("关于促进海洋经济发展壮大的若干措施", "‘해양경제 발전·성장 촉진 조치’"),
    ("人工智能服务管理暂行办法", "‘인공지능 서비스 관리 잠정방법’"),
    ("关于加强行政执法协调监督工作体系建设的意见", "‘행정 법 집행 조율 감독 업무 체계 구축 강화 의견’"),
]


@pytest.mark.parametrize(("name", "korean"), NAMES)
def test_a_plan_s_name_is_turned_whole_or_left(name: str, korean: str) -> None:
    page = reader(f"《{name}》", (), TERMS, DAY)
    assert named(page, 1, 1 + len(name)) == korean


STRETCHES = [
    ("2024年10月至2025年2月", "2024년 10월~2025년 2월"),
    ("2023年至2025年", "2023~2025년"),
    ("今年起", f"{DAY.year}년부터"),
    ("近四年来", "최근 4년간"),
]


@pytest.mark.parametrize(("zh", "korean"), STRETCHES)
def test_a_stretch_of_time_keeps_its_months(zh: str, korean: str) -> None:
    page = page_of(zh, DAY)
    assert half_said(page, 0, len(zh)) == korean
