"""New rows of a termbase: the file keeps its form, and what was added is read back as it was meant."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.language.script import fold
from donghyang.language.term_rows import the_row, with_rows
from donghyang.language.terms import Kind, Term, empty_file, read_rows
from donghyang.records import CannotProceed

NAME = "terms.csv"
HEADER = "chinese,korean,kind,note,source"
TERM = Term("海纳", "하이나", "company", "새 회사", "report.txt")

# what the file says, the row that is added to it
FORMS = [
    (f"{HEADER}\n", "海纳,하이나,company,새 회사,report.txt\n"),
    (f"{HEADER}\r\n长风,창펑,company,,\r\n", "海纳,하이나,company,새 회사,report.txt\r\n"),
    (f"{HEADER}\r长风,창펑,company,,\r", "海纳,하이나,company,새 회사,report.txt\r"),
    (f"{HEADER}\n长风,창펑,company,,", "\n海纳,하이나,company,새 회사,report.txt\n"),
    ("# 우리 용어\nsource,note,kind,korean,chinese\n", "report.txt,새 회사,company,하이나,海纳\n"),
    ("chinese,담당,korean,kind,source,note\n", "海纳,,하이나,company,report.txt,새 회사\n"),
    (
        '"chinese","korean","kind","note","source"\r\n',
        '"海纳","하이나","company","새 회사","report.txt"\r\n',
    ),
]


@pytest.mark.parametrize(("text", "row"), FORMS)
def test_a_row_is_added_in_the_files_own_form(text: str, row: str) -> None:
    written = with_rows(text, [TERM], NAME)
    assert written.text == text + row
    line, term = the_row(written)
    assert term == TERM
    assert (line, TERM) in read_rows(written.text, NAME)[0]


REFUSED = [
    (Term("长风", "장풍", "company"), "terms.csv 2번째 줄에 이미 있는"),
    (Term("長風", "장풍", "company"), "terms.csv 2번째 줄에 이미 있는"),
    (Term("海纳", "하이나", "company", note="비고"), "note 열이 없어"),
    (Term("하이나", "海纳", "company"), "중국어 자리에 한글이"),
    (Term("海纳", "海納", "company"), "한국어 자리에 한글이 없습니다"),
    (Term("海纳", "하이나\ud800", "company"), "UTF-8로 적을 수 없는"),
    (Term("#海纳", "하이나", "company"), "한 줄로 적을 수 없는"),
    (Term("海纳", "", "company"), "비어 있습니다"),
]


@pytest.mark.parametrize(("term", "said"), REFUSED)
def test_what_no_row_holds_is_refused_and_the_text_stays(term: Term, said: str) -> None:
    text = "chinese,korean,kind,source\n长风,창펑,company,\n"
    written = with_rows(text, [term], NAME)
    assert (written.text, written.rows) == (text, ())
    with pytest.raises(CannotProceed) as caught:
        the_row(written)
    assert said in caught.value.message.ko


def test_a_word_may_have_several_kinds_and_white_space_is_folded() -> None:
    text = f"{HEADER}\n长风,창펑,company,,\n"
    written = with_rows(text, [Term("長風", "창펑\n 호", "technology", " 배 ")], NAME)
    assert the_row(written)[1] == Term("长风", "창펑 호", "technology", "배")


def test_a_row_stands_behind_rows_that_cannot_be_used() -> None:
    text = f'{HEADER}\n长风,"창펑,company,,\n# 비고\n\n海纳,하이나,,,\n'
    line, _ = the_row(with_rows(text, [TERM], NAME))
    assert line == 6


WORDS = st.text(min_size=1, max_size=12)
CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=150, deadline=None)
@given(CHINESE, st.tuples(WORDS, WORDS), st.sampled_from(get_args(Kind)), LINE_ENDS, st.booleans())
def test_what_was_added_is_read_and_adding_it_twice_is_refused(
    chinese: str, said: tuple[str, str], kind: Kind, end: str, closed: bool
) -> None:
    korean, note = said
    text = empty_file().replace("\n", end)
    text = text if closed else text.removesuffix(end)
    written = with_rows(text, [Term(chinese, korean, kind, note)], NAME)
    if not written.rows:
        assert written.text == text
        return
    line, term = the_row(written)
    assert (term.chinese, term.korean) == (fold(chinese), " ".join(korean.split()))
    assert (line, term) in read_rows(written.text, NAME)[0]
    again = with_rows(written.text, [Term(chinese, korean, kind)], NAME)
    assert again.text == written.text
    assert f"{line}번째 줄" in again.refused[0][1].ko


def test_thousands_of_rows_are_added_at_once() -> None:
    terms = [Term(f"新词{number}", f"새말 {number}", "noun") for number in range(3000)]
    written = with_rows(f"{HEADER}\n", [*terms, *terms[:50]], NAME)
    assert [term for _, term in written.rows] == terms
    assert len(written.refused) == 50
    assert [line for line, _ in read_rows(written.text, NAME)[0]] == list(range(2, 3002))
