"""The two promises of the house format: an issue reads back equal, and writing what was read is a fixed point."""

import datetime as dt
import json
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from donghyang import report, wire
from donghyang.records import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    CannotProceed,
    ContentsEntry,
    Figure,
    Heading,
    Issue,
    Note,
    Open,
    Publisher,
    Reference,
    Remark,
    Section,
    Table,
)

DATE = dt.date(2024, 3, 15)

# ---------------------------------------------------------------- any text at all

FRAGMENTS = """\
중국 과학기술 정책 주/간/동/향
CONTENTS
목차
요약
1. 정책동향
2. 기술동향
기술전략
지역
I
II
정책동향
기술동향
단신동향
특집기사
01
02
03 저장성, 로봇 조례 시행
12 나노 공정
저장성, 로봇 조례 시행
■ 3월부터 조례를 시행(3.1)
■ 날짜 없는 리드
□ 웹판 리드(24.03.01)
● 첫 단계 글
- 둘째 단계 글*
 - 들여 쓴 글
   - 더 들여 쓴 글
  · 셋째 단계 글
○ 웹판 글머리
* 별표의 설명
** 둘째 설명
 - * 목록 안의 설명
〈로봇 보급 현황〉
![](로봇 (1).png)
![지도](https://zj.example/map.png)
<로봇 보급 현황>
구분\t대수\t비중
1\t2,300대\t41%
합계\t\t100%
〈가〉\t\t〈나〉\t
2\t40%
합계\t90%
대수와\t이어진
(단위: 대)
〈로봇 보급 현황 (계속)〉
순위\t도시\t순위\t도시
1\t항저우\t1\t닝보
* 출처: 저장일보
〈※ 참고: 조례의 뼈대〉
▶ 조례는 다섯 장으로 이루어짐
✓ 시행일은 3월 1일
1) 보조금
참고자료
☑ 浙江省机器人条例
- ☞ 机器人产业发展情况
https://zj.example/2024/a_b.html
<https://zj.example/?q=1&p=2>
(24.03.01, 浙江日报) 条例全文 https://zj.example/tl
출처: 저장일보 (03.02)
출처: 저장망
작성자: 홍길동 연구원
2024. 3. 15
2024.03.14
| 발 행 일 | 2024. 3. 15
| 발 행 인 | 홍길동
| 발행기관 | 동향연구소
| 발 행 처 | 주소 : 서울시 종로구 1
4층 402호
TEL : 02)000-0000
https://dh.example
그냥 글
20
-3도까지 내려감
**굵은 글**이 섞인 글
\\* 이스케이프된 별
### 머리말 글
| 가 | 나 |
|---|---|
<b>태그</b> &amp; 글
※ 덧붙임
\t
\t값
• 점 글머리
·붙은 점
기술 동향
【정책】
◎ 단신
Ⅰ. 정책동향
━━━━━━━━
1. 저장성, 로봇 조례 시행
2. 로봇 학교 개교
[1] 저장성, 로봇 조례 시행
1  로봇 학교 개교
▣ 로봇 학교 개교
◇ 문을 연 학교(3.2.)
  의결한 조례의 골자 (3월 3일)
가. 배경
나. 조례의 골자를 알리는 설명회를 해마다 두 차례 열기로 함
① 첫째 항목
  1) 작은 항목
☞ 机器人产业发展情况 (저장일보, 24.3.2)
로봇 학교 개교 (저장일보, 3.2)
• 로봇 학교 개교 (저장일보, 3.2) https://zj.example/b
- 조례를 알림 [「条例」, 저장성, 2024.3.1., https://zj.example/c]
※ 표 1. 보급 대수
표 1. 보급 대수
[참고] 조례의 뼈대
〈참고 1: 조례의 뼈대〉
한눈에 보기
[참고문헌]
                 - 2 -
발행일  2024년 3월 15일
발행: 동향연구소 (소장 홍길동)
전화: 02)000-0000   누리집: https://dh.example
2024년 3월 15일 금요일
// 원문 3쪽: 机器人条例
//쪽수를 확인할 것
// 가\t나
  // 들여 쓴 비고 **굵게**
//
//a.example/x
- // 빗금으로 여는 글
¶ // 빗금으로 여는 줄
01 // 빗금 제목
| // 가 | 나 |
● ?? 机器人 2,300대를 投放
- ?? 조례
¶ ?? 아직
?? 아직 쓰지 않은 줄
?? 机器人条例
■ ?? 3월부터 条例施行(3.1)
1) ?? 소제목
구분\t?? 机器人
??
""".splitlines()

texts = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["\n", "\n\n", "\r\n"])), max_size=28).map(
    lambda parts: "".join(line + end for line, end in parts)
)


def written(text: str) -> str:
    document = report.document(text)
    return report.write(report.parse(document), report.dialect(document))


@settings(max_examples=settings().max_examples * 15)
@given(texts)
def test_writing_what_was_read_is_a_fixed_point_or_refused(text: str) -> None:
    try:
        once = written(text)
    except CannotProceed:
        return  # how often is held below
    assert written(once) == once


def test_a_refusal_names_the_remarks_that_would_move() -> None:
    brief = "• 로봇 학교 개교 (저장일보, 3.2) https://zj.example/b\n"
    with pytest.raises(CannotProceed, match=r"article 2 .*, below: .*빗금으로 여는 글"):
        written(f"2024. 3. 15\n- // 빗금으로 여는 글\n단신동향\n\n{brief}중국 과학기술 정책 주/간/동/향\n{brief}")


def test_hardly_any_shuffled_text_is_refused() -> None:
    """Lines in an order that no report has: what is read of them can be written but for a few in a thousand."""
    draw = random.Random(1)
    refused = 0
    for _ in range(500):
        lines = (draw.choice(FRAGMENTS) + draw.choice(["\n", "\n\n", "\r\n"]) for _ in range(draw.randint(0, 28)))
        try:
            written("".join(lines))
        except CannotProceed:
            refused += 1
    assert refused <= 5


@settings(max_examples=settings().max_examples * 5)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_characters_are_read_and_written(text: str) -> None:
    once = written(text)
    assert written(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "| 발 행 처 | 주소 : 서울시 종로구 1\n(24.03.01, 浙江日报) 条例全文 https://zj.example/tl\nTEL : 02)000-0000\n",
        "| 발 행 처 | 주소 : 서울시 종로구 1\n3층 전화실 TEL : 02)111-1111\nTEL : 02)000-0000\n",
        "CONTENTS\n| 발 행 인 | 홍길동\n● 첫 단계 글\n| 발 행 일 | 2024. 3. 15\n",
        "그냥 글\n○：\t\n",
        "그냥 글\n**가:\t나**\n",
        "그림은\t![](\t)\n",
        "I\n○8\t\n",
        "글\n¶▶나\n",
        "부호 \\&lt;가\n",
        "〈**-\\**\n",
        "글\n□출처: 저장일보\n",
        "I\n그냥 글\n□ 웹판 리드(24.03.01)\n| 발 행 일 | 2024. 3. 15\n주/간/동/향\n",
        "01\n참고자료\n■\n",
        "01\n참고자료\n|---|---|\n",
        "요약\n＊\t*\n",
        "요약\n●\n",
        "요약\n*\t¶1\n",
        "01\n☑1)月\n",
        "01\n참고자료\n&lt\t\n",
        "01\n■<b>\tI\n",
        "요약\n＊○요약한 글\n",
        "글\n□http://a.example\n",
        "글\n□;\n● \t▶\n",
        "발행일![](\t)\n",
        "01\n<i>\t■\n",
    ],
)
def test_what_once_was_read_in_two_ways(text: str) -> None:
    once = written(text)
    assert written(once) == once


MARKUP = st.lists(
    st.sampled_from(
        [
            *"\n\n\t -–*●·■□▶☑¶|〈〉<>[](!\\_#&;:.0가月I※'\r",
            "![](",
            "**",
            "__",
            "&lt;",
            "<b>",
            "출처: ",
            "참고자료",
            "요약\n",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=settings().max_examples * 5)
@given(MARKUP)
def test_signs_in_any_order_are_read_and_written(text: str) -> None:
    once = written(text)
    assert written(once) == once


@settings(max_examples=settings().max_examples * 5)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20))
@example(["그냥 글", "그냥 글", "그냥 글", "1. 정책동향", "중국 과학기술 정책 주/간/동/향", "02", "그냥 글"])
def test_nothing_printed_is_lost(lines: list[str]) -> None:
    marked = [f"{line}가나다{number}라" if line in PLAIN else line for number, line in enumerate(lines)]
    issue = wire.dumps(report.parse(report.document("\n".join(marked))))
    for number, line in enumerate(lines):
        assert line not in PLAIN or f"가나다{number}라" in json.loads(json.dumps(issue))


PLAIN = {
    "그냥 글",
    "● 첫 단계 글",
    "- 둘째 단계 글*",
    "* 별표의 설명",
    "▶ 조례는 다섯 장으로 이루어짐",
    "☑ 浙江省机器人条例",
    "1) 보조금",
}

# ---------------------------------------------------------------- any issue the format holds

words = st.lists(
    st.sampled_from(
        ["저장성", "로봇", "조례", "2,300대", "41%", "시행", "(浙江省)", "「실시방안」", "‘24년", "R&D", "AI", "위안"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
remarks = words | st.sampled_from(
    ("원문 2쪽: 机器人 **2,300台**", "// 겹친 비고", "● 표지", "<b>", "출처: 저장일보", "02")
)
days = st.dates(dt.date(2023, 4, 1), DATE)
addresses = st.sampled_from(["https://a.example/x", "http://b.example/y_z?q=1", "https://c.example/(d)e"])
sources = st.none() | words | addresses


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 4)), draw(st.integers(0, 4))
    cell = words | st.lists(words, min_size=2, max_size=3).map("\n".join)
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width).map(tuple), min_size=height, max_size=height))
    header = draw(st.lists(words, min_size=width, max_size=width).map(tuple))
    return Table(draw(words), header, tuple(rows), draw(sources))


def groups() -> st.SearchStrategy[list[Block]]:
    run: st.SearchStrategy[list[Block]] = st.tuples(
        words, st.lists(words, max_size=2), st.lists(words, max_size=2)
    ).map(
        lambda parts: [
            Bullet(1, parts[0]),
            *(Bullet(2, text) for text in parts[1]),
            *(Bullet(3, text) for text in parts[2] if parts[1]),
        ]
    )
    starred: st.SearchStrategy[list[Block]] = st.tuples(words, words).map(
        lambda p: [Bullet(1, f"{p[0]} 표지*"), Annotation(p[1], anchor="표지")]
    )
    lone: st.SearchStrategy[list[Block]] = st.one_of(
        words.map(lambda text: Heading(f"1) {text}")),
        tables(),
        st.builds(Open, st.sampled_from((0, 1)), words | st.just("机器人 2,300대 投放")),
        st.builds(Figure, words, st.sampled_from((None, "map.png", "그림/1 (2).jpg")), source=sources),
    ).map(lambda block: [block])
    return run | starred | lone


@st.composite
def articles(draw: st.DrawFn, number: int, *, brief: bool) -> Article:
    blocks = [block for group in draw(st.lists(groups(), max_size=5)) for block in group]
    for at in draw(st.lists(st.integers(0, len(blocks)), max_size=3)):
        blocks.insert(at, Remark(draw(remarks)))
    if draw(st.booleans()):
        items = draw(st.lists(words, min_size=1, max_size=3))
        blocks.append(Note("※ 참고: " + draw(words), tuple(items), draw(st.none() | words)))
    references = st.lists(st.builds(Reference, words, st.none() | addresses), max_size=3)
    source = st.builds(BriefSource, words, st.none() | days, st.none() | addresses)
    listed = draw(references)
    lead = draw(words | words.map("?? {}".format))
    return Article(
        number=number,
        category=None,
        headline=draw(words),
        lead=lead,
        date=draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))),
        blocks=tuple(blocks),
        references=() if brief else tuple(listed),
        source=(told := draw(st.none() | source) if brief else None),
        above=tuple(draw(st.lists(remarks, max_size=2))),
        below=tuple(draw(st.lists(remarks, max_size=2))) if told or (listed and not brief) else (),
    )


@st.composite
def issues(draw: st.DrawFn) -> Issue:
    kinds = draw(st.lists(st.sampled_from(["policy", "technology", "brief"]), unique=True, min_size=1))
    titles = {"policy": "정책동향", "technology": "기술동향", "brief": "단신동향"}
    sections = []
    for kind in kinds:
        count = draw(st.integers(1, 3))
        parts = [draw(articles(number + 1, brief=kind == "brief")) for number in range(count)]
        sections.append(Section(kind, titles[kind], tuple(parts)))  # type: ignore[arg-type]
    publisher = draw(st.builds(Publisher, words, words, words, st.just("02)123-4567"), st.just("https://dh.example")))
    loose = st.lists(remarks.map("// {}".format) | words.map("일러두기 {}".format), max_size=3).map(tuple)
    summary = tuple(draw(st.lists(words | remarks.map("// {}".format), max_size=3)))
    return Issue("과학기술 주간동향", DATE, publisher, (), summary, tuple(sections), draw(loose), draw(loose))


@settings(max_examples=settings().max_examples * 4)
@given(issues())
def test_an_issue_reads_back_equal(issue: Issue) -> None:
    assert report.parse(report.document(report.write(issue))) == issue


@pytest.mark.parametrize(
    "block",
    [
        Bullet(2, "윗단계 없는 글"),
        Bullet(1, "● 표지로 시작하는 글"),
        Bullet(1, "두 줄\n글"),
        Bullet(1, ""),
        Figure(None),
        Table("머리글뿐인 표", ("가",), (("",),)),
        Annotation("앞에 없는 낱말", anchor="없는 낱말"),
    ],
    ids=repr,
)
def test_what_the_format_cannot_hold_is_refused_by_name(block: object) -> None:
    article = Article(1, None, "제목", "리드", None, (block,))  # type: ignore[arg-type]
    issue = Issue("주간동향", DATE, Publisher("기관"), (), (), (Section("policy", "정책동향", (article,)),))
    with pytest.raises(CannotProceed) as refused:
        report.write(issue)
    assert refused.value.message.ko


def test_contents_give_the_categories() -> None:
    contents = (
        ContentsEntry("policy", "지역", "저장성, 로봇 조례 시행"),
        ContentsEntry("policy", "통계", "국가통계국, 2023년 연구개발비 발표"),
    )
    articles = (
        Article(1, "지역", "저장성, 로봇 조례를 시행", "리드", None),
        Article(2, "통계", "국가통계국, 2023년 연구개발비 발표", "리드", None),
    )
    issue = Issue("주간동향", DATE, Publisher(), contents, (), (Section("policy", "정책동향", articles),))
    assert report.parse(report.document(report.write(issue))) == issue
