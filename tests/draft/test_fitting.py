"""What Korean says of a thing: verbs by their objects, rows parted by middle dots, names, headlines."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.fitting import fitted
from donghyang.draft.headlines import headline
from donghyang.draft.sentences import Phrase, told

DAY = dt.date(2025, 8, 28)


def said(text: str) -> Phrase | None:
    """The text's first sentence; None where it is open."""
    found = told(page_of(text, DAY))[0]
    return found if isinstance(found, Phrase) else None


COLLOCATIONS = [
    ("act", "육성", "AI 플랫폼", "平台", "구축"),
    ("act", "육성", "미래산업", "未来产业", "육성"),
    ("act", "시행", "개조 프로젝트", "项目", "추진"),
    ("act", "시행", "정책", "政策", "시행"),
    ("act", "보충", "기술 공백", "空白", "해소"),
    ("act", "실시", "협력", "合作", "추진"),
    ("event", "증가", "제조업", "制造业", "성장"),
    ("event", "증가", "생산량", "产量", "증가"),
    ("noun", "운영", "공업 경제", "经济", "-"),
    ("noun", "운영", "기업", "企业", "운영"),
    ("noun", "배치", "산업", "产业", "구도"),
]


@pytest.mark.parametrize(("shape", "verb", "thing", "chinese", "korean"), COLLOCATIONS)
def test_a_verb_by_its_object(shape: str, verb: str, thing: str, chinese: str, korean: str) -> None:
    assert fitted(shape, verb, thing, chinese) == korean  # type: ignore[arg-type]


NOTES = [
    ("四川打造产业平台。", "쓰촨, 산업 플랫폼 구축"),
    ("海南填补行业空白。", "하이난, 업종 공백 해소"),
    ("辽宁为乡村振兴注入强劲动力。", "랴오닝, 향촌진흥을 강력히 뒷받침"),
    ("飞船撤离空间站。", "우주선, 우주정거장에서 이탈"),
    # the place is the name that it is to be, and no province that does it
    ("贵州推进法治贵州建设。", "구이저우, ‘법치 구이저우(贵州)’ 건설 추진"),
    ("今年前三季度，我国工业经济运行稳中有进。", "2025년 1~9월 중국 공업 경제 안정 속 성장"),
    ("广西加快发展新材料、人工智能、生物医药等产业。", "광시, 신소재·인공지능·바이오의약 등 산업 육성 가속화"),
    ("推动科技创新与产业创新深度融合。", "과학기술 혁신과 산업 혁신의 심층 융합 추진"),
    ("两项指标占市场份额首次全部超过60%。", "지표 2개 시장점유율 처음으로 모두 60% 초과"),
    # a need, and no demand
    ("以产业发展需要为导向，该省整合高校资源。", "산업 발전 수요를 중심으로 해당 성, 대학 자원 통합"),
    # half a year is held against the same half, whatever is said of the whole
    (
        "今年上半年，进出口总值达到5万亿元，同比增长3%，符合全年预期。",
        "2025년 상반기 수출입 총액 5조 위안으로 전년 동기 대비 3% 증가",
    ),
    ("各项试验按计划推进。", "각종 시험 계획대로 진행"),
    ("江苏开展企业、园区、城市三类试点。", "장쑤, 기업·단지·도시 3종의 시범사업 실시"),
    # of which plant?
    ("5号机组进入调试阶段。", None),
]


@pytest.mark.parametrize(("text", "korean"), NOTES)
def test_a_note_as_korean_writes_it(text: str, korean: str | None) -> None:
    found = said(text)
    assert (found.korean if found else None) == korean


HEADLINES = [
    ("2026国际氢能大会在佛山开幕", "2026 국제 수소에너지 대회 포산에서 개막"),
    ("我国成功发射试验三十号B星", "중국, 스옌(试验) 30호 B 위성 발사 성공"),
    ("广东出台10条举措支持氢能产业发展", "광둥, 수소산업 발전 지원 조치 10개 발표"),
    ("福建以数字经济赋能高质量发展", "푸젠, 디지털경제로 고품질 발전 지원"),
    ("创新驱动 湖北加快建设国际科创中心", "후베이, 국제 과학기술혁신센터 구축 가속화"),
]


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_of_known_words_is_said(title: str, korean: str) -> None:
    found = headline(title, DAY, TERMS)
    assert found is not None
    assert found.korean == korean


def test_what_a_launch_repeats_is_said_once() -> None:
    found = said("我国在酒泉卫星发射中心成功将遥感四十号卫星发射升空，发射任务获得圆满成功。")
    assert found is not None
    assert found.korean.count("성공") == 1
