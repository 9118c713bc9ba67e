"""Marked copies, SARIF, mended text and accepted findings, each read back from its real format."""

import io
import json
import os
import re
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from donghyang import report
from donghyang.check import RULES
from donghyang.check.accepted import Accepted, read_accepted, sift, write_accepted
from donghyang.check.copies.docx import marked_docx
from donghyang.check.copies.html import marked_html
from donghyang.check.copies.mending import difference, mended
from donghyang.check.copies.pieces import lines_of
from donghyang.check.copies.sarif import results, sarif
from donghyang.records import CannotProceed, Document, Finding, Fix, Message, Related

TEXT = "첫 줄은 은행, 은행 등\n둘째 <줄>은 12%와 & 기호\n셋째 줄"


def finding(start: int, end: int, fix: str | None = None, related: tuple[int, int] | None = None) -> Finding:
    second = (Related(*related, TEXT[slice(*related)]),) if related else ()
    suggested = Fix(fix) if fix is not None else None
    return Finding(
        "rule", "form", "warning", Message("보십시오", "look"), start, end, TEXT[start:end], second, suggested
    )


FINDINGS = (finding(5, 11, fix="은행"), finding(17, 21), finding(19, 25, related=(0, 3)))
"""은행, 은행 · <줄>은 · >은 12%"""

spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(spans, max_size=6))
def test_pieces_put_together_are_the_text(marks: list[tuple[int, int]]) -> None:
    lines = [list(line) for line in lines_of(TEXT, [finding(*mark) for mark in marks])]
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == TEXT
    for number, (start, end) in enumerate(marks):
        lit = "".join(piece.text for line in lines for piece in line if number in piece.own)
        assert lit == TEXT[start:end].replace("\n", "")


def test_the_html_copy_lights_the_words_and_links_both_places() -> None:
    page = LexborHTMLParser(marked_html(Document(TEXT, name="글.txt"), FINDINGS, "ko"))
    assert [node.text() for node in page.css("div.line > p")] == TEXT.split("\n")
    assert len(page.css("aside .finding")) == len(FINDINGS)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(node.attributes["href"]).lstrip("#") for node in page.css("a")} <= set(map(str, ids))
    assert [node.text() for node in page.css("#p1")] == ["<줄"]


def test_the_docx_copy_carries_comments_on_their_words() -> None:
    made = docx.Document(io.BytesIO(marked_docx(Document(TEXT + "\x01", name="글.txt"), FINDINGS, "en")))
    assert [paragraph.text for paragraph in made.paragraphs] == f"{TEXT}\\u0001".split("\n")
    assert [comment.text.split("\n")[0] for comment in made.comments] == ["[rule] look"] * 3


def test_thousands_of_findings_are_numbered_without_a_look_through_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("docx.oxml.comments.CT_Comments._next_available_comment_id")
    found = [finding(0, 3), finding(1, 3), finding(0, 3)]
    made = docx.Document(io.BytesIO(marked_docx(Document(TEXT, name="글.txt"), found, "en")))
    assert [(comment.comment_id, comment.author, comment.text) for comment in made.comments] == [
        (number, "donghyang", "[rule] look") for number in range(3)
    ]


def test_sarif_places_count_lines_and_columns_from_one() -> None:
    found = results("a/글.txt", Document(TEXT), FINDINGS, "en")
    log = sarif(found, RULES, "1", "en")
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"] == found
    region = found[1]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charOffset"]) == (2, 4, 17)
    assert found[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "은행"
    assert {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]} == {rule.id for rule in RULES}


URI = re.compile(r"(?:file:///)?(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+")


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("글 1#2.txt", "%EA%B8%80%201%232.txt"),
        ("a/../b%.txt", "a/../b%25.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        (f"가{chr(0xDCFF)}.txt", "%EA%B0%80%FF.txt"),
        ("나\x1b\n.txt", "%EB%82%98%1B%0A.txt"),
        ("/srv/글 1.txt", "file:///srv/%EA%B8%80%201.txt"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has other paths")
def test_sarif_names_files_by_uris(file: str, uri: str) -> None:
    assert URI.fullmatch(uri)
    found = results(file, Document(TEXT), FINDINGS, "ko")
    assert {place["physicalLocation"]["artifactLocation"]["uri"] for one in found for place in one["locations"]} == {
        uri
    }
    assert found[0]["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == uri


def test_sarif_has_what_the_standard_asks_for() -> None:
    """SARIF 2.1.0: 3.13 (log), 3.14 (run), 3.18 and 3.19 (tool), 3.27 (result), 3.30 (region), 3.49 (rule)."""
    log = json.loads(json.dumps(sarif(results("글.txt", Document(f"{TEXT}\r\n"), FINDINGS, "ko"), RULES, "1", "ko")))
    assert set(log) == {"$schema", "version", "runs"}
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    assert (driver["name"], run["columnKind"]) == ("donghyang", "unicodeCodePoints")
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for result in run["results"]:
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"].strip()
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            region = place["physicalLocation"]["region"]
            assert min(region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) >= 1
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
            assert region["charOffset"] >= 0
            assert region["charLength"] >= 0


STEERING = "로봇\x1b[2J\x07\x9b조례\u202e를\ufffe"


def test_marked_copies_hold_what_html_and_xml_allow_and_show_the_rest() -> None:
    steered = Finding("rule", "form", "warning", Message(STEERING, STEERING), 0, 2, STEERING[:2], (), Fix(STEERING))
    page = marked_html(Document(f"{STEERING}\r\n끝", name=f"{STEERING}.txt"), [steered], "ko")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe]", page)
    assert "\\u001b[2J" in page
    made = docx.Document(io.BytesIO(marked_docx(Document(f"{STEERING}\r\n끝"), [steered], "ko")))
    assert [paragraph.text for paragraph in made.paragraphs] == [
        "로봇\\u001b[2J\\u0007\\u009b조례\\u202e를\\ufffe",
        "끝",
    ]


def test_fixes_are_put_in_and_overlapping_ones_wait() -> None:
    after = mended(TEXT, [finding(5, 11, "은행"), finding(9, 13, "X"), finding(17, 21)])
    assert after == TEXT.replace("은행, 은행", "은행")
    assert "+첫 줄은 은행 등" in difference(TEXT, after, "글.txt")
    assert difference(TEXT, TEXT, "글.txt") == ""


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.builds(Accepted, words, words, words), max_size=4))
def test_accepted_findings_read_back(entries: list[Accepted]) -> None:
    assert read_accepted(write_accepted(entries)) == entries


def test_accepted_findings_are_left_out_and_stale_ones_are_told() -> None:
    stale = Accepted("rule", "없는 말", "까닭")
    kept, left = sift(FINDINGS, [Accepted("rule", FINDINGS[0].text, "까닭"), stale])
    assert kept == list(FINDINGS[1:])
    assert left == [stale]


@pytest.mark.parametrize(
    "text",
    [
        "[[accepted]]\nrule = 'x'",
        "accepted = 3",
        "[[accepted",
        "[[accepted]]\nrule=1\ntext='a'\nreason='b'",
        f"accepted = {'9' * 5000}",
        f"accepted = {'[' * 20_000}",
        "[[accepted]]\nrule = '\uac00'".encode("cp949"),
    ],
)
def test_a_bad_accepted_file_is_named(text: str | bytes) -> None:
    with pytest.raises(CannotProceed, match=r"accepted\.toml"):
        read_accepted(text)


def test_findings_of_a_real_document_can_be_marked(tmp_path: Path) -> None:
    from donghyang.check import check

    document = report.document("# 제목\n\n- 연구소는 연구소는 은행, 은행 등을 지원\n", "글.txt")
    found = check(document)
    assert [(finding.rule, finding.text) for finding in found] == [("doubled-word", "연구소는 연구소는")]
    assert "연구소는 연구소는" in LexborHTMLParser(marked_html(document, found, "ko")).body.text()  # type: ignore[union-attr]
