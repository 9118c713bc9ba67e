"""The sheet is the interpreter's reading of the document, line by line, with clean words."""

from __future__ import annotations

from donghyang import report
from donghyang.check.resources import Resources
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.sheet import Sheet

TEXT = (
    "I\n정책동향\n01. 하이안성, **연산망** 구축\n■ 방안을 발표(3.1)\n● 첫째\n  - 둘째\n〈도시〉\n도시\t대수\n가람\t3\n"
    "참고자료\n☑ 제목\nhttps://a.example\n02 다른 소식\n■ 시험을 마침(3.2)\n"
)


def sheet(text: str = TEXT) -> Sheet:
    return Sheet(report.document(text), None, Resources())


def test_parts_and_articles_are_the_interpreters() -> None:
    read = sheet()
    lines = [(reading.part, reading.article) for reading in read.readings if reading.line.grid is None]
    assert [(line.part, line.article) for line in read.passages if line.part != "cell"] == lines
    assert [article.number for article in read.articles] == [1, 2]
    assert [line.text for line in read.articles[0].of("reference")] == ["제목", "https://a.example"]


def test_words_stand_without_marker_and_number() -> None:
    read = sheet()
    assert [line.text for line in read.of({"headline"})] == ["하이안성, 연산망 구축", "다른 소식"]
    assert [(line.marker, line.indent, line.text) for line in read.of({"bullet"})] == [
        ("●", 0, "첫째"),
        ("-", 2, "둘째"),
    ]


def test_every_passage_knows_its_place() -> None:
    read = sheet()
    for line in read.passages:
        start, end = read.place(line.start, line.end)
        assert TEXT[start:end].replace("**", "") == line.text
        assert read.text[line.start : line.end] == line.text


def test_boards_take_their_captions_from_the_reading() -> None:
    (board,) = sheet().boards
    assert (board.title, [cell.text for cell in board.head], len(board.rows)) == ("도시", ["도시", "대수"], 1)
    apart = sheet("그림\n〈표 가〉\t\t〈표 나〉\nA\tB\tA\tB\n1\t2\t3\t4\n").boards
    assert [(board.title, [cell.text for cell in board.rows[0]]) for board in apart] == [
        ("표 가", ["1", "2"]),
        ("표 나", ["3", "4"]),
    ]


def test_shared_work_is_done_once_for_each_sheet() -> None:
    asked: list[Sheet] = []

    @once_a_sheet
    def lines(read: Sheet) -> int:
        asked.append(read)
        return len(read.passages)

    first, second = sheet(), sheet("■ 방안을 발표(3.1)\n")
    assert [lines(first), lines(second), lines(first)] == [
        len(first.passages),
        len(second.passages),
        len(first.passages),
    ]
    assert asked == [first, second]


def test_a_line_without_end_is_read_piece_by_piece() -> None:
    said = "하이안성은 연산망을 넓혔다. "
    read = sheet(TEXT.replace("첫째", said * 1000))
    pieces = [line for line in read.passages if line.part == "bullet" and "연산망" in line.text]
    assert "".join(piece.text for piece in pieces) == (said * 1000).strip()
    assert all(read.text[piece.start : piece.end] == piece.text for piece in pieces)
    assert max(len(piece.text) for piece in pieces) <= 2000
    assert {piece.text.endswith("다. ") for piece in pieces[:-1]} == {True}
    assert [board.title for board in read.boards] == ["도시"]


def test_of_a_headline_without_end_only_the_beginning_is_one() -> None:
    read = sheet(TEXT.replace("다른 소식", "다른 소식 " * 500))
    (_, headline) = (line for line in read.passages if line.part == "headline")
    assert len(headline.text) <= 400
    assert sum(line.text.count("소식") for line in read.passages) == 500


def test_characters_that_nobody_sees_are_no_words() -> None:
    read = sheet(TEXT.replace("첫째", "예산 7\u200b820억\u00ad 원"))
    (line,) = (line for line in read.passages if line.text.startswith("예산"))
    assert line.text == "예산 7820억 원"
    at = line.text.index("7820억")
    start, end = read.place(line.start + at, line.start + at + len("7820억"))
    assert read.document.text[start:end] == "7\u200b820억"
