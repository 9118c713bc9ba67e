"""Issues to print: an ordinary week and an ugly one. Names, figures and sentences are made up."""

import datetime as dt

import pytest

from donghyang.publish import DraftView, fonts
from donghyang.records import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    CannotProceed,
    ContentsEntry,
    Doubt,
    Evidence,
    Figure,
    Heading,
    Issue,
    Message,
    Note,
    Publisher,
    Reference,
    Section,
    Table,
    Unplaced,
)

DATE = dt.date(2024, 3, 15)
ADDRESS = "https://example.cn/" + "a1b2c3d4e5" * 18 + "?x=1&y=<2>"
LONG_ADDRESS = "https://example.cn/" + "a1b2c3d4e5" * 18 + "/index.html"
HOSTILE = (
    "#set text(red) <script>alert('x')</script> $math$ *굵게* _기울임_ \\backslash `code` @label // 주석 [대괄호] &amp;"
)


def policy() -> Article:
    blocks = (
        Bullet(
            1,
            "(발표 배경) 성 정부는 해안 지역의 계산 자원을 한데 묶는 「푸른 물결 연산망(藍波算力網) 구축 방안」을 공개",
        ),
        Bullet(2, "기존 데이터센터* 41곳의 이용률이 평균 37%에 그쳐, 전력이 남는 내륙과의 연결이 필요하다는 판단"),
        Annotation("서버 3,000대 이상을 갖춘 시설을 말하며, 통신사의 교환국은 포함하지 않음", "데이터센터"),
        Bullet(3, "1단계(2024~2025년)는 도시 6곳, 2단계(2026~2027년)는 도시 13곳이 대상"),
        Heading("1) 추진 과제"),
        Bullet(1, "과제를 네 갈래로 나누고 갈래마다 맡을 기관과 기한을 정함"),
        Table(
            "네 갈래 과제와 기한",
            ("갈래", "과제", "맡은 기관", "기한"),
            (
                ("연결", "도시 사이 전용망 2,400km 구축\n지연 시간을 5밀리초 아래로 낮춤", "통신관리국", "2025년"),
                ("", "내륙 변전소 증설", "전력공사", "2026년"),
                ("이용", "중소기업에 연산권을 나누어 주는 제도 시행", "과학기술청", "2024년"),
                ("안전", "국산 암호 장비로 교체", "국가보안국", "2027년"),
            ),
            "성 정부 공보 2024년 제7호",
        ),
        Figure("연산망의 세 층 구조", None, "성 과학기술청"),
        Note(
            "※ 참고: 연산권이란",
            ("기업이 빌려 쓸 수 있는 계산 시간을 미리 나누어 주는 증서", "1장에 24만 원 상당"),
            "과학기술청",
        ),
    )
    references = (
        Reference("关于印发《蓝波算力网建设方案》的通知", "https://example.cn/2024/03/12/t1.html"),
        Reference("算力券怎么用？一图读懂", LONG_ADDRESS, dt.date(2024, 3, 13), "海岸日报"),
        Reference(None, "https://example.cn/only"),
    )
    lead = "2027년까지 연산 능력 45EFLOPS, 이용률 70% 이상을 갖춘 해안 연산망 구축"
    headline = "하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표"
    return Article(1, "지역", headline, lead, dt.date(2024, 3, 12), blocks, references)


def technology() -> Article:
    blocks = (
        Bullet(1, "이온 이동이 빠른 황화물 박막(Li₆PS₅Cl)을 써서 0℃에서도 용량의 91%를 유지"),
        Bullet(2, "면적 12㎠ 시제품은 2,100회 충·방전 뒤에도 부피 변화가 3.2±0.4%"),
    )
    references = (Reference("固态电池低温性能取得新进展", "https://example.cn/battery"),)
    headline = "난후연구소, 낮은 온도에서 버티는 전고체 전지 개발"
    lead = "영하에서도 급속 충전이 되는 전고체 전지의 실마리를 찾음"
    return Article(1, "에너지", headline, lead, dt.date(2024, 3, 10), blocks, references)


def brief(number: int) -> Article:
    return Article(
        number,
        None,
        f"둥링시, 로봇 시험장 제{number}구역 문 열어",
        "기업이 하루 단위로 빌려 쓰는 실외 시험장",
        None,
        (
            Bullet(1, f"면적 {number}만 4,000㎡에 경사로와 계단, 자갈길을 갖춤"),
            Bullet(1, "올해 기업 120개사가 이용할 전망"),
        ),
        (),
        BriefSource("과학일보", dt.date(2024, 3, number), f"https://example.cn/robot/{number}"),
    )


def make_week() -> Issue:
    return Issue(
        series="해외 과학기술 주간동향",
        date=DATE,
        publisher=Publisher("과학협력연구소", "김하늘", "서울시 가람구 나루로 12", "02-000-0000", "https://example.kr"),
        contents=(
            ContentsEntry("policy", "지역", "하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표"),
            ContentsEntry("technology", "에너지", "난후연구소, 낮은 온도에서 버티는 전고체 전지 개발"),
        ),
        summary=("하이안성은 도시 19곳의 계산 자원을 묶는 방안을 발표하고 2027년까지의 목표를 제시하였다.",),
        sections=(
            Section("policy", "정책동향", (policy(),)),
            Section("technology", "기술동향", (technology(),)),
            Section("brief", "단신동향", tuple(map(brief, range(1, 5)))),
        ),
        front=("이 보고서는 공개된 자료를 바탕으로 작성하였습니다.",),
    )


def ugly_blocks() -> tuple[Block, ...]:
    return (
        Bullet(1, HOSTILE),
        Bullet(7, "깊이를 벗어난 글머리 " + "가나다라마바사" * 40),
        Bullet(2, f"주소가 글 가운데 {LONG_ADDRESS} 들어온 경우"),
        Bullet(1, "제어\x00문자\x07와\u202e방향 바꿈\ufffe, 홀로 선 \ud800 대리 부호, 탭\t과 줄\u2028바꿈"),
        Bullet(1, "그림 글자 😀👨‍👩‍👧, 히브리 글 שלום, 아랍 글 سلام, 아래 첨자 H₂O, 점검 ☑"),
        Annotation("앞에 별표가 없는 주석"),
        Heading("번호 없는 소제목"),
        Table("줄 60개", ("번호", "내용"), tuple((str(at), f"{at}번째 줄의 내용") for at in range(1, 61))),
        Table(
            "칸 12개", tuple(f"제{at}분기 실적" for at in range(1, 13)), (tuple(f"{at * 1234:,}" for at in range(12)),)
        ),
        Table(
            "아주 긴 칸", ("구분", "설명"), (("가", "길게 이어지는 설명 문장. " * 200), ("", LONG_ADDRESS), ("나", ""))
        ),
        Table(None, (), (("머리글", "없는 표"),)),
        Table("빈 표", (), ()),
        Table("고르지 않은 줄", ("가", "나"), (("하나",), ("하나", "둘", "셋"))),
        Figure("", None),
        Note("", ()),
        Unplaced("자리를 찾지 못한\n두 줄"),
    )


def make_ugly() -> Issue:
    hostile = Article(
        None,
        None,
        HOSTILE,
        None,
        None,
        ugly_blocks(),
        (Reference("标题", "javascript:alert(1)"), Reference(None, None)),
    )
    return Issue(
        series=HOSTILE,
        date=None,
        publisher=Publisher(url="javascript:alert(2)"),
        contents=(ContentsEntry("policy", None, "본문에 없는 기사"), ContentsEntry("feature", HOSTILE, HOSTILE)),
        summary=(),
        sections=(Section("policy", HOSTILE, ()), Section("feature", "", (hostile, Article(99, "", "", "", None)))),
        back=(HOSTILE,),
    )


def make_draft() -> DraftView:
    return DraftView(
        (
            Evidence("policy", 1, None, (0, 5), "05_notice.html", (3, 9), "到2027年，算力规模达到45EFLOPS。"),
            Evidence("policy", 1, 1, (0, 5), "05_notice.html", (30, 39), "现有数据中心平均利用率仅为37%。"),
        ),
        (Doubt("policy", 1, 1, Message("이용률의 기준 시점이 원문에 없음", "the source gives no date")),),
    )


@pytest.fixture(scope="session")
def week() -> Issue:
    return make_week()


@pytest.fixture(scope="session")
def ugly() -> Issue:
    return make_ugly()


@pytest.fixture(scope="session")
def empty() -> Issue:
    return Issue(None, None, Publisher(), (), (), ())


@pytest.fixture(scope="session")
def draft() -> DraftView:
    return make_draft()


@pytest.fixture(scope="session")
def typefaces() -> None:
    """The PDF needs Korean typefaces; a machine without them skips these tests and says what to install."""
    try:
        fonts.faces(fonts.installed().families())
    except CannotProceed as error:
        pytest.skip(error.message.en)
