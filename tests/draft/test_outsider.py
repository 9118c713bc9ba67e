"""Kinds of lines that an outsider found wrong or stiff in eight weeks, in other words, with what looks like them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft import sentences
from donghyang.draft.halves import half_said
from donghyang.draft.headlines import headline
from donghyang.draft.sentences import Phrase

DAY = dt.date(2023, 9, 15)
MARCH = dt.date(2019, 3, 6)


def phrases(text: str, day: dt.date = DAY) -> list[Phrase]:
    return sentences.phrases(page_of(text, day))


NOTES = [
    # a numbered craft in front of 组: the number of the group
    ("我国成功发射遥感四十三号03组卫星。", "중국, 원격탐사 43호 03조 위성 발사 성공"),
    ("我国成功发射2组卫星。", "중국, 위성 2개 조 발사 성공"),
    # the stretch is what is spoken of, not when it is spoken
    ("在今天的会议上，“十四五”时期我国研发投入增长50%。", None),
    # what doing something has
    ("推动高质量发展的关键环节是科技创新。", "고품질 발전 추진의 핵심 부문은 과학기술 혁신임"),
    ("发展氢能是重要任务。", "수소에너지 육성은 중요 임무임"),
    ("推进改革的部门是发改委。", None),
    # to what end; as it stands; neither
    ("针对关键零部件攻关，我国设立专项基金。", "핵심 부품 연구를 위해 중국, 특별 기금 조성"),
    ("针对技术难题，该市出台15条措施。", "기술 난제에 대응해 해당 시, 조치 15개 발표"),
    ("针对中小企业，该市出台15条措施。", None),
    # of what so much is built
    ("目前，湖南已经完成建设超95万亩。", None),
    ("该省完成改造5万户。", None),
    ("该省累计建成充电桩5万个。", "해당 성, 충전기 누적 5만 개 구축"),
    # guests, and what is shown where they meet
    ("高校、企业等单位超200名嘉宾参会，会上发布了产业白皮书。", None),
    ("中国人工智能大会开幕，300名嘉宾参会。", "중국 인공지능 대회 개막, 초청인사 300명 참석"),
    # one man and his offices; two men
    (
        "中共中央政治局常委、国务院总理李强出席开幕式。",
        "리창 중국 공산당 중앙정치국 상무위원 겸 국무원 총리, 개막식 참석",
    ),
    ("李强、丁薛祥出席会议。", "리창·딩쉐샹, 회의 참석"),
    ("国务院总理李强出席开幕式。", "리창 국무원 총리, 개막식 참석"),
    # what is placed, entered and raised
    ("该省将布局未来产业。", "해당 성, 미래산업 육성 예정"),
    ("支持企业布局新赛道。", "기업의 새로운 분야 진출 지원"),
    ("我国布局建设10个国家实验室。", "중국, 국가실험실 10개 구축"),
    ("北京激活消费新动能。", "베이징, 소비 신성장동력 창출"),
    ("北京激活创新动力。", "베이징, 혁신 동력 활성화"),
    ("我国科学家取得量子计算研究新突破。", "중국 과학자, 양자컴퓨팅 연구의 새로운 돌파구 마련"),
    ("清华大学在量子通信研究方面取得新突破。", "칭화대학, 양자통신 연구에서 새로운 돌파구 마련"),
    ("全市创新型企业数量突破300个。", "시 전역 혁신형 기업 수 300개 돌파"),
    ("我国出口数量300万辆。", "중국 수출 수량 300만 대"),
    ("全面加强政府自身建设。", "정부 자체 쇄신 전면 강화"),
    ("着力促进创业就业。", "창업·취업 적극 촉진"),
]


@pytest.mark.parametrize(("text", "korean"), NOTES)
def test_a_line_is_said_as_korean_says_it_or_is_open(text: str, korean: str | None) -> None:
    assert [one.korean for one in phrases(text)] == ([] if korean is None else [korean])


SENTENCES = [
    ("李强向论坛致贺信。", "리창은 포럼에 축하 서한을 발송하였다."),
    (
        "中国数字大会在贵阳开幕，会上发布了产业白皮书。",
        "중국 디지털 대회가 구이양에서 개막하였으며 회의에서 산업 백서가 발표되었다.",
    ),
    (
        "在国务院新闻办公室9月13日举行的新闻发布会上，工业和信息化部负责人介绍，“十三五”时期，我国工业增加值增长30%。",
        "공업정보화부 책임자는 9월 13일 국무원 신문판공실이 개최한 기자회견에서 "
        "2016~2020년 중국 공업 부가가치가 30% 증가하였다고 설명하였다.",
    ),
]


@pytest.mark.parametrize(("text", "prose"), SENTENCES)
def test_a_sentence_says_who_did_it_and_when(text: str, prose: str) -> None:
    assert [one.prose for one in phrases(text)] == [prose]


HEADLINES = [
    ("珠三角外贸活力彰显 机电产品出口占比过半", None),
    ("吉林布局新赛道 壮大先进制造业集群", "지린, 새로운 분야 진출, 선진 제조업 클러스터 육성"),
    ("浙江经济活力凸显 杭州建成算力中心", "항저우, 컴퓨팅센터 구축"),
    ("我国发射太空计算卫星", "중국, 우주 컴퓨팅 위성 발사"),
    ("江西电源装机总容量突破8000万千瓦", "장시 전원 총설비용량 8,000만 kW 돌파"),
]


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_keeps_whose_it_is(title: str, korean: str | None) -> None:
    found = headline(title, DAY, TERMS)
    assert (found.korean if found else None) == korean


REVIEW = (
    "一、2018年工作回顾\n过去一年，经济总体平稳。加快财政支出进度，积极盘活存量资金。深化科技体制改革。\n"
    "二、2019年工作总体部署\n今年经济社会发展的主要预期目标是：国内生产总值增长6%左右，居民消费价格涨幅3%左右。加快建设创新型国家。"
)


def test_a_work_report_dates_what_it_looks_back_on_and_what_it_aims_at() -> None:
    said = [one.korean for one in phrases(REVIEW, MARCH)]
    assert "2018년 재정지출 진도 가속화, 기존 자금 적극 활성화" in said
    assert "2018년 과학기술 체제 개혁 심화" in said
    assert "2019년 국내총생산(GDP) 약 6% 증가, 소비자물가 상승폭 약 3% 목표" in said
    assert not any("2018년" in one for one in said if "혁신형 국가" in one)


SPOKEN = [
    ("丁薛祥指出，要加强国际合作。中国将加快实施创新驱动发展战略。", 1),
    ("《规划》指出，要加强国际合作。中国将加快实施创新驱动发展战略。", 2),
]


@pytest.mark.parametrize(("text", "lines"), SPOKEN)
def test_what_is_to_come_behind_a_speech_may_be_the_speakers(text: str, lines: int) -> None:
    assert len(phrases(text)) == lines


FITTING = [
    # what is finished, grown or gained, as Korean says it of that thing
    ("到2028年底，全国数据标准体系将基本建成。", "2028년 말까지 전국 데이터 표준체계 대체로 구축 예정"),
    ("海洋经济稳步增长。", "해양경제 꾸준히 성장"),
    ("投资规模持续提升。", "투자 규모 지속 확대"),
    ("企业实现营业收入30亿元。", "기업, 매출 30억 위안 기록"),
    ("省级绿色工厂达到1204家。", "성급 녹색공장 1,204개에 달함"),
    ("汽车产量达到1204万辆。", "자동차 생산량 1,204만 대 기록"),
    ("国务委员王毅出席开幕式。", "왕이 국무위원, 개막식 참석"),
    # a deed of its own, and no subject of what follows
    ("研究在部分地区实施改革试点工作。", None),
    ("会议听取推进港口建设情况汇报。", "회의, 항만 건설 추진 상황 보고 청취"),
    # the firms are counted, not what they do
    ("江苏计划重点支持500家以上中小企业高质量发展。", "장쑤, 중소기업 500개사 이상의 고품질 발전 중점 지원 계획"),
    ("首批9家国有企业数据资源开发试点启动。", "1차 국유기업 9개사의 데이터 자원 개발 시범사업 개시"),
    # what a paper is for is not published
    ("湖北发布发展海洋经济八条金融政策。", None),
    ("某基金设立运行。", None),
    ("要全领域推进农业技术创新。", "전 분야에 걸쳐 농업기술 혁신을 추진해야 함"),
    # two deeds that are counted
    ("1月至8月，全市专利转让许可1.2万次。", None),
    ("企业开展试验26次。", "기업, 시험 26회 실시"),
    # what is given up for a thing is no deed to it; what grows is no growth's
    ("支持中小企业发展减税降费120亿元。", None),
    ("不断增长的数据需求带动服务供给。", None),
    (
        "2022年前11个月，软件业务收入超过2万亿元；软件业务出口持续向好，同比增长3%。",
        "2022년 1~11월 소프트웨어 사업 매출 2조 위안 초과|"
        "2022년 1~11월 소프트웨어 사업 수출 호전세 지속, 전년 동기 대비 3% 증가",
    ),
    # lines of a network of firms; how something is done on and on, or tried
    (
        "两家基础电信企业固定互联网宽带接入用户总数达2.3亿户。",
        "기간통신사 2개사의 유선 인터넷 브로드밴드 이용자 총수 2억 3,000만 회선에 달함",
    ),
    ("我国试点推进服务业与制造业融合发展。", "중국, 서비스업·제조업 융합 발전 시범 추진"),
    # the date is of what is planned, and not of the plan; the year's same time; what does it, and nothing that happened
    ("按照规划，2024年，我国将建成港口运行体系。", "규획에 따라 2024년 중국, 항만 운영 체계 구축 예정"),
    ("合同成交额30亿元，较2021年同期提高5%。", "계약 거래액 30억 위안, 2021년 같은 기간 대비 5% 상승"),
    ("技术创新和产业链完善，推动渔业企业“走出去”步伐不断加快。", None),
    # what he does more of; who takes part in what; a paper is published; how long one has been there
    ("我国将加大力度，支持各类企业参与行动。", None),
    ("我国将支持各类企业深度参与建设行动。", "중국, 각종 기업의 건설 사업 적극 참여 지원 예정"),
    ("商务部推出大力发展数字消费的指导意见。", "상무부, 디지털 소비 적극 육성 지도의견 발표"),
    ("航天员乘组已进驻空间站三个月。", None),
    ("装置建设取得关键突破。", "장치 건설, 핵심 돌파구 마련"),
    # the months that the paragraph has named; a quarter is held against its own
    (
        "一季度，工业投资增长4%。装备制造业投资增长8%。",
        "2023년 1분기 공업 투자 4% 증가|2023년 1분기 장비제조업 투자 8% 증가",
    ),
    (
        "一季度工业增加值同比增长5%，较2022年全年提高1个百分点。",
        "2023년 1분기 공업 부가가치 전년 동기 대비 5% 증가, 증가율 2022년 대비 1%p 상승",
    ),
    # what a firm does with its money; how an index moves; of what it is said that it matters
    ("华为投资约24亿元。", "화웨이, 약 24억 위안 투자"),
    ("2022年创新指数同比增长6%。", "2022년 혁신지수 전년 대비 6% 상승"),
    ("李强指出，深入推进一体化发展，进一步提升创新能力，对于构建新发展格局意义重大。", None),
    # what is placed nobody says; a verb in front of its thing; a law is made known; a draft of one is none
    ("制造业数字化改造加速布局。", None),
    ("教育部正在加快重组省级重点实验室。", "교육부, 성급 중점실험실 재편 가속화 중"),
    ("国务院公布《数据安全条例》。", "국무원, ‘데이터 안전 조례’ 공포"),
    ("会议审议通过《数据安全条例（修订草案）》。", "회의, ‘데이터 안전 조례(개정초안)’ 심의·의결"),
    # what grew did not grow at the meeting; what an aim lists is aimed at; which of two provinces
    (
        "在国务院新闻办今天（9月15日）举行的新闻发布会上，工业和信息化部发布的数据显示，今年上半年，我国工业经济运行平稳。",
        "2023년 상반기 중국 공업 경제 안정적 흐름 유지",
    ),
    ("《意见》提出的主要目标是，通过深化改革，氛围更加浓厚；人才素质明显提升。", "인재 자질 뚜렷이 향상 목표"),
    ("山东、海南各展所长。\n最大的卫星工厂今年10月建成。", None),
    # who has found it; of which event, another sentence says
    ("FAST发现的脉冲星数量超过600颗。", "FAST가 발견한 펄서 수 600기 초과"),
    ("吴政隆出席上述活动。", None),
    # days over two months; firms that are founded; per unit of what; behind 于 stands a base
    ("李强8月30日至9月1日在四川调研。", "8월 30일~9월 1일 리창, 쓰촨 시찰"),
    ("李强指出，建设现代产业体系，不仅要培育新兴产业，也要优化提升传统产业。", None),
    ("今年前5个月我国新设企业26.1万户。", "2023년 1~5월 중국, 기업 26만 1,000개 신설"),
    (
        "到2025年，公共机构单位建筑面积碳排放将力争下降7%。",
        "2025년까지 공공 기관 단위 건축면적당 탄소배출 7% 감소 목표",
    ),
    (
        "今年前2个月，工业增加值同比增长7%，高于2022年全年增速。",
        "2023년 1~2월 공업 부가가치 전년 동기 대비 7% 증가, 2022년 증가율을 상회",
    ),
    # what is so is not demanded
    ("李强强调，当前人工智能不断涌现。", None),
    # a time that has only begun
    ("今年下半年，火箭实施发射。", None),
    ("“十四五”时期港口建设规模持续提升。", "2021~2025년 항만 건설 규모 지속 확대"),
    ("2023年至2027年港口建设规模持续提升。", None),
]


@pytest.mark.parametrize(("text", "note"), FITTING)
def test_a_verb_goes_with_its_thing(text: str, note: str | None) -> None:
    assert [one.korean for one in phrases(text)] == (note.split("|") if note else [])


def test_what_goes_on_behind_a_speech_is_the_speakers() -> None:
    text = "丁薛祥指出，要加强国际合作。中国扎实推进能源绿色低碳转型。科技创新要突出应用导向。"
    assert not any("착실히" in one.korean or "해야" in one.korean for one in phrases(text)[1:])


def test_what_goes_on_is_no_thing() -> None:
    assert [one.prose for one in phrases("我国持续加快港口建设。")] == ["중국은 항만 건설을 지속 가속화한다."]


def test_what_is_told_of_the_pages_day_has_come_about() -> None:
    assert [one.prose for one in phrases("李强9月15日在天津调研制造业发展情况。")] == [
        "9월 15일 리창은 톈진에서 제조업 발전 상황을 점검하였다."
    ]
    assert [one.korean for one in phrases("装备制造业增加值增长4.1%，加快1.3个百分点。")] == [
        "장비제조업 부가가치 4.1% 증가, 증가율 1.3%p 상승"
    ]


def test_a_month_of_another_year_stays_as_it_is() -> None:
    text = "考察队将于10月启程，次年3月返航。"
    page = page_of(text, DAY)
    assert "2023년 3월" not in half_said(page, 0, len(text))
