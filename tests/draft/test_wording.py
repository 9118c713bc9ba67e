"""News lines as a Korean desk writes them: strings written for these tests after what readers found stiff or wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.headlines import headline
from donghyang.draft.sentences import phrases

DAY = dt.date(2025, 7, 24)

BUILT_ON = [
    # A noun that ends in a measure is one.
    (
        "截至6月底，全国风电装机容量5.2亿千瓦，同比增长21.4%。",
        "2025년 6월 말 기준 전국 풍력발전 설비용량 5억 2,000만 kW로 전년 동기 대비 21.4% 증가",
    ),
    ("2024年发电量较上年增长6%。", "2024년 발전량 전년 대비 6% 증가"),
    # A share of a whole, a sum, a share that moves, an index that falls.
    ("目前，中国拥有全球47%的氢能专利。", "현재 중국, 전 세계 수소에너지 특허의 47% 보유"),
    (
        "截至6月底，甘肃累计新增新能源装机近300万千瓦。",
        "2025년 6월 말 기준 간쑤, 신에너지 설비용량 누적 약 300만 kW 추가",
    ),
    (
        "上半年，风电发电量占全社会用电量的9%，较去年同期增长2个百分点。",
        "2025년 상반기 풍력발전 발전량, 사회 전체 전력 사용량의 9% 차지, 전년 동기 대비 2%p 상승",
    ),
    ("6月，工业生产者出厂价格指数（PPI）同比下降2.1%。", "2025년 6월 생산자물가지수(PPI) 전년 동기 대비 2.1% 하락"),
    # Names beside a count are not counted with it.
    ("9家央企与甘肃省签署了20个项目协议。", "중앙기업 9개사 및 간쑤성, 프로젝트 협약 20개 체결"),
    # A plan's aim is no forecast; what is planned for one of these days is not done.
    ("提出，到2027年，我国将突破一批氢能关键技术。", "2027년까지 중국, 여러 수소에너지 핵심기술 돌파 목표"),
    (
        "今天（7月24日），神舟二十五号载人飞船与火箭组合体转运至发射区，计划近日择机实施发射。",
        "7월 24일 선저우 25호 유인우주선 및 로켓 결합체 발사 구역으로 이송, 발사 실시 계획",
    ),
    # What is asked for in a matter, and not that the matter is.
    ("李强强调，参与国际规则制定，要坚定维护多边体制权威。", None),
    # A firm's own figure that does not name it, so many of those whom another sentence names.
    ("某集团在天津投产。企业研发人员超过9000人。", None),
    ("中国工程院公布新增院士名单。青年科学家21人。", "중국공정원, 원사 추가 명단 발표"),
    # What a meeting does with a matter.
    (
        "国务院总理李强7月18日主持召开国务院常务会议，研究新时代推动东北地区加快崛起有关工作。",
        "7월 18일 리창 국무원 총리, 국무원 상무회의 주재, 신시대 둥베이 지역의 부상 가속화 논의",
    ),
    # Years are held against as many before them.
    (
        "“十四五”期间，我国新建计量基准20项，同比增长60%。",
        "2021~2025년 중국, 계량 기준 20개 신설, 직전 5년 대비 60% 증가",
    ),
    # All of two counts, the first of a kind, the first time of a figure, what must be.
    (
        "我国已累计培育专精特新中小企业超过12万家、“小巨人”企业1.2万家。",
        "중국, 전정특신 중소기업 누적 12만 개사 이상·‘작은 거인’ 기업 1만 2,000개사 육성",
    ),
    ("首座海上光伏电站“海星”号投运。", "첫 해상 태양광 발전소 ‘하이싱(海星)’호 가동"),
    (
        "7月份，全社会用电量同比增长8%，今年以来首次单月增幅超过7%。",
        "2025년 7월 사회 전체 전력 사용량 전년 동기 대비 8% 증가, 2025년 들어 월간 증가폭 처음으로 7% 초과",
    ),
    ("“十五五”规划建议提出，要优化能源通道布局。", "제15차 5개년 규획 건의, 에너지 통로 배치를 개선해야 한다고 밝힘"),
    # A meeting that has no name, one that has.
    ("大会将于8月9日至11日举行。", None),
    ("本届大会将于8月9日至11日在天津举办。", None),
    ("第三届中国氢能大会将于8月9日在天津举办。", "8월 9일 제3회 중국 수소에너지 대회 톈진에서 개최 예정"),
    # Since a month, and the first time since then.
    (
        "5月份以来，制造业采购经理指数首次升至扩张区间。",
        "2025년 5월 이후 제조업 구매관리자지수(PMI) 확장 국면 처음으로 진입",
    ),
    # Who is served, what it is in front of its name, what a new year does not look back on.
    ("该卫星可为用户提供数据传输业务。", "해당 위성, 이용자에게 데이터 전송 서비스 제공 가능"),
    (
        "今天（7月24日），我国首台“华龙一号”核电机组——福建福清核电5号机组投产发电。",
        "7월 24일 중국 최초 화룽1호 원자로인 푸젠 푸칭 원전 5호기 가동·발전 개시",
    ),
    ("吸引了30个国家的500多家企业参会。", None),
    (
        "约3小时后，天舟十二号货运飞船与空间站组合体完成交会对接。",
        "톈저우 12호 화물우주선과 우주정거장 결합체 랑데부 도킹 완료",
    ),
]

HEADLINES = [
    ("2025中关村论坛年会将在北京举办", "2025 중관춘포럼 연차총회 베이징에서 개최 예정"),
    ("2025年世界互联网大会乌镇峰会将于8月6日至9日举行", "2025년 세계인터넷대회 우전 서밋, 8월 6~9일 개최 예정"),
    ("第八届数字中国建设峰会开幕", "제8회 디지털 중국 건설 서밋 개막"),
    ("习近平向非洲国家领导人峰会致贺信", "시진핑, 아프리카 국가 지도자 정상회의에 축하 서한 발송"),
    ("博鳌亚洲论坛2025年年会闭幕", "보아오포럼 2025년 연차총회 폐막"),
    ("六部门联合推动氢能产业高质量发展", "6개 부처, 수소산업 고품질 발전 공동 추진"),
    ("财政部今年将实施科技创新专项担保计划", "재정부, 2025년 과학기술 혁신 특별 보증 계획 추진 예정"),
    ("神舟二十五号乘组在轨四个月", "선저우 25호 승무원 궤도 체류 4개월"),
    ("神舟二十五号发射准备就绪", "선저우 25호 발사 준비 완료"),
    ("秦山核电站累计发电超8000亿千瓦时", "친산 원자력발전소 누적 발전량 8,000억 kWh 초과"),
    ("2025世界计算大会开幕", "2025 세계 컴퓨팅 대회 개막"),
    ("教育部增设20种本科新专业", "교육부, 학부 신규 전공 20개 개설"),
]


@pytest.mark.parametrize(("text", "korean"), BUILT_ON)
def test_a_line_reads_as_a_desk_writes_it(text: str, korean: str | None) -> None:
    assert [one.korean for one in phrases(page_of(text, DAY))] == ([] if korean is None else [korean])


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_reads_as_a_desk_writes_it(title: str, korean: str) -> None:
    found = headline(title, DAY, TERMS)
    assert found is not None
    assert found.korean == korean
