"""Charts of tables: chosen by the data or refused with the reason, drawn without text, the same every time."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest

from donghyang import publish, read, report
from donghyang.publish import HOUSE, DraftView
from donghyang.publish.charts.choose import Chart, choose
from donghyang.publish.charts.picture import picture_of
from donghyang.publish.view import view
from donghyang.records import (
    Article,
    Bullet,
    CannotProceed,
    Evidence,
    Figure,
    Issue,
    Message,
    Publisher,
    Section,
    Table,
)

pytest.importorskip("vl_convert", reason="the extra `charts` is not installed")
pytestmark = pytest.mark.usefixtures("typefaces")


def table(caption: str, header: str, *rows: str) -> Table:
    """A table whose cells are parted by |."""
    return Table(caption, tuple(header.split("|")), tuple(tuple(row.split("|")) for row in rows))


RANKING = table(
    "지역별 매출", "순위|지역|매출(억 원)|증가율(%)", "1|가람|5,920|17.1", "2|나루|4,480|12.3", "합계||10,400|15.0"
)
GOALS = table("주요 목표", "지표|2023년|2026년 목표", "보급률(%)|45|60 이상", "거점(곳)|8|30")
SHARES = table("전력의 구성", "발전원|비중", "풍력|41.2%", "태양광|38.8%", "수력|20.0%")
YEARS = table(
    "연도별 투자",
    "연도|투자(억 원)|지원(억 원)|비고",
    *(f"{year}년|{year - 1900}|{year - 1980}|-" for year in (2021, 2022, 2023)),
)
ACROSS = table("지역별 추이", "지역|2021년|2022년|2023년", "가람|12.1%|14.0%|15.2%", "나루|9.8%|10.4%|13.9%")
QUARTERS = table("분기별 매출", "분기|매출(억 원)", *(f"{at}분기|{10 + at}" for at in range(1, 5)))

CHOSEN = {
    "ranking": (RANKING, "bars", [["5,920", "4,480"]], "매출(억 원)"),
    "goals": (GOALS, "targets", [["45", "60 이상"], ["8", "30"]], ""),
    "shares": (SHARES, "shares", [["41.2%", "38.8%", "20.0%"]], "비중"),
    "years": (YEARS, "series", [["121", "122", "123"], ["41", "42", "43"]], "억 원"),
    "across": (ACROSS, "series", [["12.1%", "14.0%", "15.2%"], ["9.8%", "10.4%", "13.9%"]], "%"),
    "quarters": (QUARTERS, "series", [["11", "12", "13", "14"]], "매출(억 원)"),
    # a column that the caption names stands before the first
    "named": (
        table("나라별 비용", "나라|인원(명)|비용(억 원)", "가|3|10", "나|4|20"),
        "bars",
        [["10", "20"]],
        "비용(억 원)",
    ),
    # characters in brackets are a name, no unit
    "hanja": (table("구역", "구역|값", "가람(佳藍)|3", "나루(津)|4"), "bars", [["3", "4"]], "값"),
}
REFUSED = {
    "no header": Table("표", (), (("가", "1"), ("나", "2"))),
    "ragged": Table("표", ("가", "나"), (("가", "1"), ("나",))),
    "words": table("표", "가|나", "하나|둘", "셋|넷"),
    "figures alone": table("표", "거리(km)|손실(dB)", "300|49.5", "500|81.7"),
    "one row": table("표", "가|나", "하나|1"),
    "two of one name": table("표", "가|나", "하나|1", "하나|2"),
    "rows of other units": table("표", "항목|칩", "공정(nm)|28", "용량(Mb)|16"),
    "uneven years": table("표", "연도|값", "2010년|1", "2020년|2", "2021년|3"),
    "a quarter left out": table("표", "분기|값", "1분기|1", "2분기|2", "4분기|3"),
    "backwards": table("표", "연도|값", "2023년|1", "2022년|2", "2021년|3"),
    "a sign of direction": table("표", "가|나", "하나|△1.5", "둘|2.0"),
    "a stretch": table("표", "가|나", "하나|30~40", "둘|50"),
    "money of two countries": table("표", "가|나", "하나|30억 원", "둘|50억 달러"),
    "an unknown cell": table("표", "가|나", "하나|30", "둘|-"),
    "lists": Table("표", ("가", "나"), (("하나", "30\n40"), ("둘", "50"))),
    "names behind figures": table("표", "거리(km)|손실(dB)|비고", "300|49.5|시험", "500|81.7|실증"),
    "moments of other units": table("표", "지표|2021년|2022년|2023년", "보급률(%)|1|2|3", "거점(곳)|1|2|3"),
    "a name without end": table("표", "도시|값", f"{'가람' * 10_000}|30", "나루|50"),
    "a head without end": table("표", f"도시|값{'어치' * 10_000}", "가람|30", "나루|50"),
    "a figure behind spaces without end": table("표", "도시|값", f"가람|30{' ' * 5_000}", "나루|50"),
    "twenty-one rows": table("표", "가|나", *(f"{at}번째 이름|{at * 7}" for at in range(21))),
}


@pytest.mark.parametrize("name", CHOSEN)
def test_the_data_choose_the_chart(name: str) -> None:
    given, kind, said, measure = CHOSEN[name]
    chart = choose(given)
    assert isinstance(chart, Chart)
    assert (chart.kind, chart.measure) == (kind, measure)
    assert [[point.said for point in series.points] for series in chart.series] == said


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_unsure_is_not_drawn(name: str) -> None:
    assert isinstance(choose(REFUSED[name]), Message)


@pytest.mark.parametrize("name", ["ranking", "goals", "years", "quarters"])
def test_a_chart_is_outlines_alone_and_always_the_same(name: str) -> None:
    made = picture_of(CHOSEN[name][0], HOUSE)
    assert picture_of(CHOSEN[name][0], HOUSE).data == made.data
    assert b"<text" not in made.data
    assert b"font-family" not in made.data
    assert made.data.count(b"<path") > 10
    assert 0 < made.width <= 400
    assert 0 < made.height <= 300


def issue(*blocks: Bullet | Table | Figure) -> Issue:
    article = Article(1, None, "가람시, 전력망 구축", "방안 발표", None, blocks)
    section = Section("policy", "정책동향", (article,))
    return Issue("과학기술 주간동향", dt.date(2024, 3, 15), Publisher("과학협력연구소"), (), (), (section,))


DRAWN = (
    Bullet(1, "지역별 매출은 다음과 같음"),
    RANKING,
    Figure("지역별 매출 비교", "chart", "통계청"),
    Bullet(1, "이어지는 글"),
)


@pytest.mark.parametrize("to", ["html", "docx", "hwpx", "pdf"])
def test_every_format_draws_it_and_reads_back_as_a_figure(to: str, tmp_path: Path) -> None:
    told = issue(*DRAWN)
    assert report.parse(report.document(report.write(told))) == told
    path = tmp_path / f"made.{to}"
    path.write_bytes(publish.render(told, to, images=publish.find_images(told, tmp_path)))
    found = report.parse(read.document(path)).sections[0].articles[0].blocks
    assert found == (DRAWN[0], RANKING, Figure("지역별 매출 비교", None, "통계청"), DRAWN[3])


def test_the_picture_tells_where_its_figures_stand() -> None:
    made = publish.render(issue(*DRAWN), "html").decode()
    assert re.search(
        r'src="data:image/svg\+xml;base64,[^"]+" alt="〈지역별 매출 비교〉 표 〈지역별 매출〉의 도표', made
    )
    archive = zipfile.ZipFile(io.BytesIO(publish.render(issue(*DRAWN), "docx")))
    assert [name for name in archive.namelist() if name.endswith(".png")]


@pytest.mark.parametrize(("blocks", "told"), [((), "no table"), ((REFUSED["words"],), "〈표〉")])
def test_a_chart_that_cannot_be_drawn_stops_the_print(blocks: tuple[Table, ...], told: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        publish.render(issue(*blocks, Figure("도표", "chart")), "html")
    assert told in refused.value.message.en


def test_wide_names_in_letters_of_two_halves_draw_a_chart_or_are_told() -> None:
    """Vega cuts what is too wide, and may cut between the two."""
    for name in ("𠮷" * 40, "가" + "𠮷" * 40, "😀" * 40):
        assert trouble(table("표", "도시|값", f"{name}|30", "나루|50")) in ("", "letters that cannot be drawn")


def trouble(given: Table) -> str:
    try:
        picture_of(given, HOUSE)
    except CannotProceed as refused:
        return "letters that cannot be drawn" if "letters that cannot be drawn" in refused.message.en else "other"
    return ""


def test_the_worksheet_offers_a_chart_where_one_can_be_drawn() -> None:
    unwritten = Table("표", ("가", "나"), (("?? 地区", "30"), ("나루", "50")))
    told = issue(RANKING, GOALS, Figure("도표", "chart"), REFUSED["words"], unwritten)
    worksheet = DraftView((Evidence("policy", 1, None, (0, 1), "a.html", (0, 1), "文"),))
    offers = [bool(block.remarks.offer) for block in view(told, worksheet).sections[0].articles[0].blocks]
    assert offers == [True, False, False, False, False]
    assert "![](chart)" in publish.render(told, "html", draft=worksheet).decode()
    for other in (DraftView(), None):  # an editor's report has decided
        assert not any(block.remarks.offer for block in view(told, other).sections[0].articles[0].blocks)
