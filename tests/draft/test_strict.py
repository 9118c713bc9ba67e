"""Lines that readers of both languages called wrong or stiff, by what made them so; None: the line stays open."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.headlines import headline
from donghyang.draft.sentences import phrases

DAY = dt.date(2024, 9, 15)


def said(text: str) -> list[str]:
    return [one.korean for one in phrases(page_of(text, DAY))]


NOTES = [
    # what is counted
    (
        "该市已形成5个千亿级产业集群和一批百亿级产业集群。",
        "해당 시, 1,000억 위안급 산업 클러스터 5개 및 여러 100억 위안급 산업 클러스터 형성",
    ),
    ("财政部出台“民间投资9条”。", None),
    ("贵州已有国家级绿色工厂58家。", "구이저우, 국가급 녹색공장 58개 보유"),
    ("全国已有15个省份，将氢能列入规划。", None),
    ("截至目前，航天员李岩已累计进行3次出舱活动。", "현재 우주인 리옌(李岩), 우주유영 누적 3회 진행"),
    # what grew
    ("华东地区同比增长4.2%。", None),
    ("西部地区稳中有升。", None),
    ("西部地区外贸同比增长4.2%。", "서부 지역 대외무역 전년 동기 대비 4.2% 증가"),
    ("其中，船舶出口20亿元，占全国的8%。", None),
    ("实现利润总额80亿元，同比增长3%。", None),
    ("工业增加值增长5.1%，高于全国平均水平0.4个百分点。", None),
    ("湖北工业增加值增长5.1%，高于全国0.4个百分点。", "후베이 공업 부가가치 5.1% 증가, 전국 증가율을 0.4%p 상회"),
    (
        "湖北工业增加值同比增长5.1%，比上月加快0.3个百分点。",
        "후베이 공업 부가가치 전년 동기 대비 5.1% 증가, 증가율 전월 대비 0.3%p 상승",
    ),
    ("工业利润增速加快。", "공업 이윤 증가율 상승"),
    # a whole year is held against the year before
    ("2023年甘肃风电装机同比增长35%。", "2023년 간쑤 풍력발전 설비용량 전년 대비 35% 증가"),
    ("2023年上半年甘肃风电装机同比增长35%。", "2023년 상반기 간쑤 풍력발전 설비용량 전년 동기 대비 35% 증가"),
    # what somebody urges goes on in the next sentence
    ("商务部表示，要加强基础研究。推进共性技术研发，培育新动能。", "상무부, 기초연구를 강화해야 한다고 밝힘"),
    ("会议强调，各地应加快绿色转型。积极提高可再生能源比例。", "회의, 각지가 친환경 전환을 가속화해야 한다고 강조"),
    # words that Korean does without
    ("贵州发布最新一批示范工厂名单。", "구이저우, 최신 시범 공장 명단 발표"),
    ("甘肃加大支持力度。", "간쑤, 지원 확대"),
    # words that stand for two
    ("各地加快建设重大工程项目。", "각지, 중대 프로젝트 구축 가속화"),
    ("数字孪生体系框架基本形成。", "디지털 트윈 체계 대체로 형성"),
    ("广西加强产业链补链强链。", None),
    # break-throughs, first ones, benefits
    ("深海钻探技术取得新突破。", "심해시추 기술에서 새로운 돌파구 마련"),
    ("今年我国载人航天工程首次发射任务取得圆满成功。", "2024년 중국 유인우주 프로젝트 첫 발사 성공"),
    ("数字技术惠及全球。", "디지털 기술, 전 세계에 혜택 제공"),
    # deeds that are none, and things that are deeds
    ("创新带来了产业的升级。", None),
    ("湖南省支持领军企业联合上下游企业组建研发中心。", None),
    ("轴承是影响发动机寿命的重要零部件。", None),
    ("科技部门创新实施一系列措施。", None),
    ("样品返回并交付科学家。", "샘플 귀환, 과학자에게 인도"),
    ("一批数字经济项目加快对接。", None),
    ("一系列举措密集落地。", None),
    # which one, another sentence says
    ("办法自2025年3月1日起施行。", None),
    ("新办法将于明年3月1日起施行。", None),
    ("科技部近日印发通知，部署夏季安全生产。", None),
    ("国务院新闻办公室今天举行新闻发布会。", None),
    ("这是去年全省社会消费品零售总额。", None),
    # plans and their years
    (
        "“十五五”规划纲要提出，加快建设能源强国。",
        "제15차 5개년 규획 요강, 에너지 강국 구축을 가속화할 것을 제시",
    ),
    ("“十四五”期间，我国海上风电装机容量增长80%。", "2021~2025년 중국 해상풍력 설비용량 80% 증가"),
    ("云南出台建设绿色先行区三年行动计划。", "윈난, 녹색 선행구 구축 3개년 행동계획 발표"),
    ("《关于加强人才服务助力产业高质量发展的意见》发布。", None),
    ("会议审议通过《数据共享条例（草案）》。", "회의, ‘데이터 공유 조례(초안)’ 심의·의결"),
    ("会议研究深化开发区改革有关举措。", "회의, 개발구 개혁 심화 관련 조치 논의"),
    ("更好赋能社会治理和繁荣产业生态。", None),
    ("海南将数字化转型作为制造业升级的突破口。", "하이난, 디지털 전환을 제조업 고도화의 돌파구로 설정"),
    ("截至8月中旬，陕西技术合同成交额800亿元。", "2024년 8월 중순 기준 산시(陝西) 기술계약 거래액 800억 위안"),
    # openers
    ("在江苏昆山，企业加快建设智能工厂。", "장쑤 쿤산에서 기업, 스마트공장 구축 가속화"),
    ("下一步，我国将加快建设算力设施。", "향후 중국, 컴퓨팅 시설 구축 가속화 예정"),
    ("今天（9月15日）下午，首届世界机器人大会在北京开幕。", "9월 15일 제1회 세계로봇대회 베이징에서 개막"),
    # names side by side
    ("“力箭一号”“捷龙三号”等固体火箭成功发射。", "리젠(力箭) 1호, 제룽(捷龙) 3호 등 고체로켓 발사 성공"),
    ("公立医院改革不断深化。", "공립병원 개혁 지속 심화"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "korean"), NOTES)
def test_a_line_says_what_its_source_says(text: str, korean: str | None) -> None:
    assert said(text) == ([] if korean is None else [korean])


MOODS = [
    # what stands behind the aims of a paragraph, up to its end
    (
        "主要目标是：示范区基本建成。管理体系更加完善。\n管理体系更加完善。",
        ["시범구 대체로 완공 목표", "관리체계 개선 목표", "관리체계 개선"],
    ),
    (
        "9月12日，国家副主席韩正在杭州出席大会开幕式并致辞。",
        ["9월 12일 한정(韩正) 국가 부주석, 항저우에서 대회 개막식 참석, 축사"],
    ),
    ("市场预期持续改善。", ["시장 기대 지속 개선"]),
    ("零售总额增长4%左右。", []),
    ("锚定目标，强化战略科技力量建设。", []),
    ("去年零售总额增长4%左右。", ["2023년 소매 총액 약 4% 증가"]),
    ("该局计划于明日发射飞船，三名航天员集体亮相。", ["9월 16일 해당 국, 우주선 발사 계획"]),
]


@pytest.mark.parametrize(("text", "notes"), MOODS)
def test_nothing_is_done_that_is_aimed_at(text: str, notes: list[str]) -> None:
    assert said(text) == notes


HEADLINES = [
    ("河北：推动产业集群发展 宁夏：引导企业数字化转型", None),
    ("拓展产业赛道 上海以创新驱动发展 重庆加快构建产业体系", None),
    ("北京推动产业融合 安徽加快构建创新体系", None),
    ("搭建创新平台 湖北加快成果转化 湖南打造制造业高地", None),
    ("激活创新动力 河北加快建设创新型省份", "허베이, 혁신 동력 활성화, 혁신형 성 구축 가속화"),
    ("到2027年底我国将全面实现5G规模化应用", "2027년 말까지 중국, 5G 대규모 응용 전면 실현 예정"),
]


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_is_of_one_province(title: str, korean: str | None) -> None:
    found = headline(title, DAY, TERMS)
    assert (found.korean if found else None) == korean
