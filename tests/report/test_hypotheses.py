"""What tells one reading of a layout from another, and what a layout prints that is no word of its issue."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang import report
from donghyang.records import Annotation, Article, Bullet, Figure, Heading, Issue, Table
from donghyang.report.labels import is_labelled, unlabelled
from donghyang.report.statements import is_written, states

TABLE_ABOVE = """발칸 광물 위클리
2025.06.20

▣ 정책

◇ 세르비아, 붕소 광산 환경 기준 공개
광산\t기준(mg)
벨로\t3
라쉬카\t4
▲ 표. 광산별 기준
  세르비아 환경부가 붕소 광산 두 곳의 방류수 기준을 공개하였다. [6/16]
  • 기준은 내년부터 적용한다.
  ☞ Standardi za bor | 환경부 | 25.06.16 | https://eko.example.rs/bor

◇ 알바니아, 크롬 수출세 인하
  알바니아 재무부가 크롬 수출세를 3%로 낮추었다. [6/17]
  • 제련소에는 2%를 적용한다.
  ☞ Taksa e kromit | 재무부 | 25.06.17 | https://fin.example.al/krom

▣ 기술

◇ 자그레브대, 구리 회수막 개발
시료\t회수율(%)
폐수\t92
광미\t81
▲ 표. 시료별 회수율
  자그레브대가 폐수에서 구리를 걸러 내는 막을 만들었다. [6/18]
  • 막은 40번까지 다시 쓴다.
  ☞ Membrana za bakar | 자그레브대 | 25.06.18 | https://unizg.example.hr/cu
"""
DASHES = """2025년 5월 2주차 제19호
흑해 과학기술 소식지
주오데사 총영사관 경제과
발행: 2025. 5. 12.(월)

■ 바르나시, 항만 전력망 증설
- 바르나시는 항만 전력망을 60MW로 늘린다고 발표(5.7)
  · 공사는 9월에 시작
- 시는 2027년까지 충전 부두 4곳을 둘 계획
  (출처: 흑해일보, 5.7)

■ 콘스탄차, 풍력 정비 학교 개교
- 콘스탄차는 풍력 정비 학교를 개교(5.8)
  · 정원은 해마다 120명
- 학교는 실습탑 두 기를 갖춤
  (출처: 도나우신문, 5.9)

■ 바투미, 차 수확 로봇 시험
- 바투미는 차 수확 로봇 8대를 시험(5.9)
  · 로봇은 하루에 2ha를 수확
  (출처: 카프카스신문, 5.10)

※ 적용 환율 1레프=760원
문의: 총영사관 경제과 ☎ +380-48-555-0185
"""
LISTED = """해외 어업기술 동향
(2024.11.10., 협력총괄과)

Ⅰ 정책 동향

1 페루, 안초비 어획 할당 조정
 가. (개요) 페루 생산부는 안초비 할당을 180만 톤으로 조정(11.6., 생산부)
 나. 주요 내용
  ① 조업은 11월 20일에 시작
   (주) 할당: 한 해에 잡을 수 있는 양
 [참고]
 (1) Cuota de anchoveta https://produce.example.pe/1106

2 칠레, 연어 양식 간격 확대
 가. (개요) 칠레 수산청은 양식장 간격을 3km로 확대(11.7., 수산청)
 나. 주요 내용
  ① 기존 양식장은 5년간 유예
 [참고]
 (1) Distancia entre centros https://subpesca.example.cl/1107

Ⅱ 기술 동향

1 리마대, 해조류 건조기 개발
 가. (개요) 리마대는 태양열 해조류 건조기를 개발(11.3., 리마대)
 나. 주요 내용
  ① 건조 시간을 사흘에서 하루로 단축
 [참고]
 (1) Secador solar https://ulima.example.pe/1103
"""
ROWS = """중앙아시아 수자원 주간보고
보고일: 2025. 4. 4.

□ 정책
구분\t내용
제목\t우즈베키스탄, 관개 펌프 교체 사업 공고
일자\t2025.4.1
주요내용\t관개 펌프 3,000대를 고효율 제품으로 바꾸기로 함
출처\tNasoslarni almashtirish https://suv.example.uz/0401
구분\t내용
제목\t키르기스스탄, 빙하 감시소 증설
일자\t2025.4.2
주요내용\t빙하 감시소 6곳을 더 세움
출처\tМөңгү байкоо https://muz.example.kg/0402
□ 기술
구분\t내용
제목\t알마티대, 염분 감지기 공개
일자\t2025.3.31
주요내용\t밭의 염분을 재는 감지기를 공개함
출처\tТұздылық датчигі https://kaznu.example.kz/0331
"""
CHAPTERS = """<주간 발트 기술 동향> 2025-14호
작성일 2025.4.4(금)
작성 주리가총영사관

Ⅰ. 주요 정책 동향
A-1. 라트비아, 풍력 경매 재개 【에너지】
 ◎ 라트비아 경제부, 풍력 경매를 6월에 재개하기로 함 <4.1, 경제부>
  ▫ 물량은 800MW
 ¶ 참고: Vēja izsole (https://em.example.lv/0401)
A-2. 에스토니아, 선박 연료 기준 개정 【해운】
 ◎ 에스토니아 기후부, 선박 연료의 황 기준을 개정함 <4.2, 기후부>
  ▫ 기준은 2027년부터 적용
 ¶ 참고: Laevakütus (https://kliima.example.ee/0402)
Ⅱ. 주요 기술 동향
B-1. 타르투대, 이탄 필터 개발 【환경】
 ◎ 타르투대, 이탄으로 만든 필터를 공개함 <3.31, 타르투대>
  ▫ 중금속의 90%를 거름
 ¶ 참고: Turbafilter (https://ut.example.ee/0331)
Ⅲ. 간추린 소식
- (4.3) 클라이페다항, 수소 예인선 취항 / 항만신문
- (4.2) 리가대, 겨울 밀 품종 등록 / 발트신문
"""


LISTED_ROWS = """동남아 수산 동향 요약표
2025. 4. 4. 메콩수산센터

1. 정책 동향
번호\t제목\t주요내용\t일자\t출처
1\t라오스, 민물고기 금어기 연장\t금어기를 5월까지 한 달 늘림\t2025.4.1\tປິດລະດູ https://maf.example.la/0401
2\t캄보디아, 새우 종묘장 지원\t종묘장 12곳에 시설비를 보조함\t2025.4.2\tHatchery grants https://fia.example.kh/0402
2. 기술 동향
번호\t제목\t주요내용\t일자\t출처
1\t껀터대, 메기 사료 개발\t콩 대신 벌레 가루를 쓴 사료를 공개함\t2025.3.31\tThức ăn cá tra https://ctu.example.vn/0331
"""


def read(text: str) -> Issue:
    return report.parse(report.document(text))


def articles(issue: Issue) -> list[Article]:
    return [article for section in issue.sections for article in section.articles]


def test_headlines_stand_above_tables_whose_captions_stand_below() -> None:
    issue = read(TABLE_ABOVE)
    assert [len(section.articles) for section in issue.sections] == [2, 1]
    first = articles(issue)[0]
    assert first.headline == "세르비아, 붕소 광산 환경 기준 공개"
    assert (first.lead or "").startswith("세르비아 환경부가")
    assert first.date == dt.date(2025, 6, 16)
    assert [block.caption for block in first.blocks if isinstance(block, Table)] == ["광산별 기준"]


def test_dashes_that_come_again_are_bullets_and_no_leads() -> None:
    first = articles(read(DASHES))[0]
    assert first.lead is None
    assert [block.level for block in first.blocks if isinstance(block, Bullet)] == [1, 2, 1]


def test_an_outlet_and_its_day_alone_are_the_source_of_any_article() -> None:
    sources = [article.source for article in articles(read(DASHES))]
    assert [(source.outlet, source.date) for source in sources if source] == [
        ("흑해일보", dt.date(2025, 5, 7)),
        ("도나우신문", dt.date(2025, 5, 9)),
        ("카프카스신문", dt.date(2025, 5, 10)),
    ]


def test_what_stands_behind_the_last_source_is_of_no_article() -> None:
    issue = read(DASHES)
    assert (issue.publisher.name, issue.publisher.phone) == ("주오데사 총영사관 경제과", "+380-48-555-0185")
    assert issue.back[0].endswith("적용 환율 1레프=760원")


def test_a_title_over_references_is_theirs_and_no_notes() -> None:
    found = articles(read(LISTED))
    assert [article.references[0].title for article in found] == [
        "Cuota de anchoveta",
        "Distancia entre centros",
        "Secador solar",
    ]
    assert found[0].lead == "페루 생산부는 안초비 할당을 180만 톤으로 조정"


def test_a_lead_that_ends_with_day_and_source_gives_both() -> None:
    first = articles(read(LISTED))[0]
    assert first.date == dt.date(2024, 11, 6)
    assert first.source is not None
    assert first.source.outlet == "생산부"


def test_labels_and_counters_are_no_words_of_subheads_and_remarks() -> None:
    first = articles(read(LISTED))[0]
    assert [block.text for block in first.blocks if isinstance(block, (Heading, Annotation))] == [
        "주요 내용",
        "할당: 한 해에 잡을 수 있는 양",
    ]


def test_labels_stay_where_the_text_calls_them() -> None:
    text = TABLE_ABOVE.replace("▲ 표. 광산별", "▲ 표 1. 광산별").replace("내년부터 적용한다", "표 1과 같다")
    tables = [block for block in articles(read(text))[0].blocks if isinstance(block, (Table, Figure))]
    assert [table.caption for table in tables] == ["표 1. 광산별 기준"]


def test_tables_of_labelled_rows_are_articles() -> None:
    issue = read(ROWS)
    assert [(section.title, len(section.articles)) for section in issue.sections] == [("정책", 2), ("기술", 1)]
    first = articles(issue)[0]
    assert (first.headline, first.date) == ("우즈베키스탄, 관개 펌프 교체 사업 공고", dt.date(2025, 4, 1))
    assert first.references[0].url == "https://suv.example.uz/0401"


def test_rows_of_a_table_that_lists_articles_are_articles_unless_the_body_tells_them_again() -> None:
    issue = read(LISTED_ROWS)
    assert [(section.title, len(section.articles)) for section in issue.sections] == [
        ("정책 동향", 2),
        ("기술 동향", 1),
    ]
    first = articles(issue)[0]
    assert (first.headline, first.lead) == ("라오스, 민물고기 금어기 연장", "금어기를 5월까지 한 달 늘림")
    table = "제목\t내용\n세르비아, 붕소 광산 환경 기준 공개\t방류수\n알바니아, 크롬 수출세 인하\t3%\n\n"
    told = read(TABLE_ABOVE.replace("\n▣ 정책", f"\n목차\n{table}▣ 정책", 1))
    assert [article.headline for article in articles(told)] == [
        article.headline for article in articles(read(TABLE_ABOVE))
    ]


def test_chapters_part_a_report_that_leaves_no_room() -> None:
    issue = read(CHAPTERS)
    assert [(section.kind, len(section.articles)) for section in issue.sections] == [
        ("policy", 2),
        ("technology", 1),
        ("brief", 2),
    ]
    assert [article.category for article in articles(issue)[:3]] == ["에너지", "해운", "환경"]
    brief = articles(issue)[3]
    assert brief.source is not None
    assert (brief.headline, brief.source.outlet) == ("클라이페다항, 수소 예인선 취항", "항만신문")


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("[표 1] 지역별 투자", "지역별 투자"),
        ("▲ 표. 지역별 투자", "지역별 투자"),
        ("그림 1.2 공장 전경", "공장 전경"),
        ("사진: 공장 전경", "공장 전경"),
        ("<표 3> 연도별 목표", "연도별 목표"),
    ],
)
def test_a_caption_is_its_words_without_its_label(caption: str, words: str) -> None:
    assert is_labelled(caption)
    assert unlabelled(caption) == words


@pytest.mark.parametrize("caption", ["표면의 홈", "도시별 투자", "사진 촬영 결과", "대표 3명의 약력", "표 값의 비교"])
def test_words_that_begin_like_a_label_are_kept(caption: str) -> None:
    assert not is_labelled(caption)
    assert unlabelled(caption) == caption


@pytest.mark.parametrize(
    ("text", "written", "stated"),
    [
        ("기금을 만들었다.", True, True),
        ("기금을 만듦.", True, True),
        ("기금을 만듦", False, True),
        ("기금을 만들었다. [2]", True, True),
        ("기금 조성", False, False),
        ("기금 조성 계획. 끝.", False, False),
    ],
)
def test_statements_end_in_a_verb_or_a_noun_made_of_one(text: str, written: bool, stated: bool) -> None:
    assert (is_written(text), states(text)) == (written, stated)
