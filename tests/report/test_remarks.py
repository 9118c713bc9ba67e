"""Remarks stay where they stand and change nothing else; open lines are told from what is written."""

import json
from dataclasses import replace

import pytest

from donghyang import report, wire
from donghyang.records import Article, Bullet, Issue, Note, Open, Remark, Table
from donghyang.report.unwritten import blanked, missing

TEXT = """\
지역 과학 주간동향

// 표지의 비고
창간 기념호

CONTENTS

1. 정책동향

- 산시성, 풍력 단지 착공

요약

- 산시성이 풍력 단지를 착공함
// 요약의 비고
- 다른 문단

I

정책동향

01

산시성, 풍력 단지 착공
// 제목의 비고

■ 풍력 단지를 착공함(4.2)
// 리드의 비고: 风电*基地* 2쪽

● 첫 글*
// 글의 비고
* 첫 글의 설명
  - 둘째 글
// 둘째 글의 비고
● 셋째 글

〈단지 현황〉

구분\t용량
1기\t300MW
2기\t500MW
// 표의 비고

* 출처: 산시일보

〈※ 참고: 단지의 뼈대〉

▶ 하나
▶ 둘
// 상자의 비고

● 끝 글

참고자료

☑ 风电基地开工
https://sx.example/a
// 참고자료의 비고

지역 과학 주간동향

| 발 행 일 | 2024. 4. 5
| 발행기관 | 동향연구소
// 뺀 사건 1: b.html

// 뺀 사건 2: c.html
"""


def read(text: str) -> Issue:
    return report.parse(report.document(text))


def article(text: str) -> Article:
    return read(text).sections[0].articles[0]


def test_remarks_stay_where_they_stand() -> None:
    once = report.write(read(TEXT))
    assert [line for line in once.splitlines() if line] == [
        line for line in _source_above_remark(TEXT).splitlines() if line
    ]
    assert report.write(read(once)) == once


def _source_above_remark(text: str) -> str:
    """A table ends with its source: the remark that stood between them comes below."""
    return text.replace("// 표의 비고\n\n* 출처: 산시일보", "* 출처: 산시일보\n// 표의 비고").replace(
        " - 둘째", "- 둘째"
    )


def test_without_its_remarks_a_report_reads_the_same() -> None:
    bare = read("\n".join(line for line in TEXT.splitlines() if not line.startswith("//")))
    told = read(TEXT)

    def without(one: Article) -> Article:
        return replace(
            one, above=(), below=(), blocks=tuple(block for block in one.blocks if not isinstance(block, Remark))
        )

    sections = tuple(replace(part, articles=tuple(map(without, part.articles))) for part in told.sections)
    front, summary, back = (
        tuple(line for line in lines if line[:2] != "//") for lines in (told.front, told.summary, told.back)
    )
    assert replace(told, sections=sections, front=front, summary=summary, back=back) == bare


@pytest.mark.parametrize(
    ("line", "is_remark"),
    [
        ("// 원문 확인", True),
        ("  //\t들여 쓴 것", True),
        ("//붙여 쓴 것", True),
        ("// 가\t나", True),
        ("//", False),
        ("//sx.example/a", False),
        ("- // 글머리", False),
        ("http://sx.example/a", False),
        ("¶ // 그대로 둔 글", False),
    ],
)
def test_what_a_remark_is(line: str, is_remark: bool) -> None:
    found = article(f"01\n제목\n■ 리드(4.2)\n● 글\n{line}\n● 다음 글\n")
    assert (Remark in map(type, found.blocks)) is is_remark


def test_a_remark_keeps_its_words_as_they_are() -> None:
    assert article("01\n제목\n■ 리드\n● 글\n// <b>가</b> **나** \\# &amp;\n").blocks[1] == Remark(
        "<b>가</b> **나** \\# &amp;"
    )


def test_a_remark_between_a_caption_and_its_picture() -> None:
    assert '"image": "map.png"' in wire.dumps(read("01\n제목\n■ 리드\n〈지도〉\n// 비고\n![](map.png)\n"))


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("● ?? 풍력 단지 投产", Open(1, "풍력 단지 投产")),
        ("- ?? 投产", Open(1, "投产")),
        ("¶ ?? 投产", Open(0, "投产")),
        ("?? 投产", Open(0, "投产")),
        ("● 왜 늘었나?? 모름", Bullet(1, "왜 늘었나?? 모름")),
        ("● ??", Bullet(1, "??")),
        ("〈표〉\n구분\t?? 投产\n가\t?? 나", Table("표", ("구분", "?? 投产"), (("가", "?? 나"),))),
        ("〈※ 참고: 뼈대〉\n- ?? 投产", Note("※ 참고: 뼈대", ("?? 投产",))),
    ],
)
def test_what_an_open_line_is(line: str, block: object) -> None:
    assert article(f"01\n제목\n■ 리드(4.2)\n{line}\n").blocks == (block,)


def test_open_leads_and_headlines_stay_what_they_are() -> None:
    found = article("01\n?? 山西, 단지 投产\n■ ?? 단지 投产(24.4.2)\n")
    assert (found.headline, found.lead) == ("?? 山西, 단지 投产", "?? 단지 投产")


def test_an_open_line_tells_what_it_lacks() -> None:
    (block,) = json.loads(
        wire.dumps(article("01\n제목\n■ 리드\n● ?? 산시성(山西省)이 基地를 投产, 基地 300MW\n").blocks)
    )
    assert block == {
        "type": "open",
        "level": 1,
        "text": "산시성(山西省)이 基地를 投产, 基地 300MW",
        "missing": ["基地", "投产"],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("로봇 2,300대 보급", ()),
        ("投放로봇(机器人) 2,300대", ("投放",)),
        ("(投放)", ("投放",)),
        ("「실시방안(实施方案)」 施行", ("施行",)),
    ],
)
def test_missing(text: str, words: tuple[str, ...]) -> None:
    assert missing(text) == words


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("● 글\n// 비고 3대\n- 끝\n", "● 글\n        \n- 끝\n"),
        ("● ?? 投产 3대\r\n● 글", "          \r\n● 글"),
        ("가\t?? 投产\t나\n", "가\t     \t나\n"),
        ("가\t• 하나 • ?? 投产 3대\n", "가\t• 하나 •         \n"),
        ("〈?? 设施 3곳〉\n가\t나\n", "          \n가\t나\n"),
        ("● 왜 늘었나?? http://sx.example\n", "● 왜 늘었나?? http://sx.example\n"),
    ],
)
def test_remarks_and_open_lines_are_blanked_in_place(text: str, blank: str) -> None:
    assert blanked(text) == blank


def test_a_worksheet_is_read_by_its_markers_however_much_of_it_is_open() -> None:
    places = ("허난", "산시", "간쑤", "칭하이", "지린", "구이저우", "윈난", "장시")
    entries = "".join(f"- ?? {place} 瞄准 수소에너지\n\n" for place in places)
    articles = "".join(
        f"{number:02}\n\n?? {place} 瞄准 수소에너지\n// page{number}.html: 瞄准氢能\n\n"
        f"■ ?? {place} 新开工 사업 {number}개(5.2)\n\n● ?? 生产 능력 {number}만 톤\n● ?? 投资 {number}억 위안\n\n"
        f"참고자료\n\n☑ 氢能{number}\nhttps://a.example/{number}\n\n"
        for number, place in enumerate(places, 1)
    )
    made = f"과학기술 주간동향\n\nCONTENTS\n\n1. 정책동향\n\n{entries}I\n\n정책동향\n\n{articles}"
    issue = report.parse(report.document(made))
    blocks = [block for article in issue.sections[0].articles for block in article.blocks]
    assert len(issue.sections[0].articles) == 8
    assert sum(isinstance(block, Open) for block in blocks) == 16
    assert report.parse(report.document(report.write(issue))) == issue


CITIES = ("지난", "허페이", "난창", "타이위안", "란저우", "시닝", "구이양", "쿤밍")


def _worksheet(sign: str, remark: str, day: str) -> str:
    """A worksheet whose contents page has been rewritten already, and its headlines not."""
    entries = "".join(f"- {city}시, 나트륨 배터리 육성 방안 마련\n\n" for city in CITIES)
    articles = "".join(
        f"{number:02}\n\n{sign}{city} 나트륨 전지 경쟁\n{remark}\n"
        f"■ {sign}{city} 방안 내고 2027년까지 공장 {number}곳 증설{day}\n\n● {sign}투자 {number}억 위안\n\n"
        f"● {sign}연간 전지 생산 {number}GWh\n\n참고자료\n\nhttps://na.example/{number}\n\n"
        for number, city in enumerate(CITIES, 1)
    )
    return f"배터리 주간동향\n\nCONTENTS\n\n1. 정책동향\n\n{entries}I\n\n정책동향\n\n{articles}"


@pytest.mark.parametrize(
    ("sign", "remark", "day"),
    [
        ("", "", "(5.6)"),
        ("?? ", "", "(5.6)"),
        ("?? ", "", " (2024. 5. 6.)"),
        ("", "// sodium.html: 钠电池", "(5.6)"),
        ("", "// sodium.html: 钠电池", " (2024. 5. 6.)"),
    ],
    ids=["as written", "open", "open and edited", "with remarks", "with remarks and edited"],
)
def test_a_worksheet_is_read_by_its_markers_when_its_contents_page_says_other_headlines(
    sign: str, remark: str, day: str
) -> None:
    issue = report.parse(report.document(_worksheet(sign, remark, day)))
    assert [entry.headline for entry in issue.contents] == [
        f"{city}시, 나트륨 배터리 육성 방안 마련" for city in CITIES
    ]
    for number, article in enumerate(issue.sections[0].articles, 1):
        words = f"연간 전지 생산 {number}GWh"
        assert article.blocks[-1] == (Open(1, words) if sign else Bullet(1, words))
