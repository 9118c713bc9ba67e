"""What of a clause its source accounts for, word by word."""

from __future__ import annotations

import pytest

from donghyang.language import tables
from donghyang.language.slots import sister_words
from donghyang.verify import accounts
from donghyang.verify.accounts import account_of, unsaid
from donghyang.verify.case import Case
from donghyang.verify.claims import sentences_of
from donghyang.verify.corpus import Corpus, Source

PAGE = "河湾省今年新建码头12座，航道养护费用下降。两天的论坛在江城举行，代表讨论了船闸管理。"

ACCOUNTS = [row for table in ("accounts.tsv", "words.tsv") for row in tables.read("donghyang.verify", table)]

BUILT_ON = (
    ("허완성은 항로 관리 비용을 낮추고 포럼을 열었다", ()),
    ("포럼에서는 갑문 관리를 다뤘다", ()),
    ("대표들은 철새 보호구의 홍수 피해를 조사했다", ("철새", "홍수")),
    ("농민 단체가 우유를 무료로 기부했다", ("농민", "우유", "기부")),
)


def case_of(sentence: str) -> Case:
    corpus = Corpus([Source("page", PAGE)])
    (found,) = sentences_of(sentence, corpus, None)
    return Case(found, corpus)


@pytest.mark.parametrize(("sentence", "absent"), BUILT_ON)
def test_what_the_source_does_not_say_is_named(sentence: str, absent: tuple[str, ...]) -> None:
    case = case_of(sentence)
    account = account_of(case, (case.sentence.start, case.sentence.end))
    assert set(absent) <= set(account.absent)
    assert (account.share >= 0.6) == bool(absent)
    if absent:
        assert absent[0] in account.reason.ko


@pytest.mark.parametrize(("sentence", "absent"), BUILT_ON)
def test_words_that_nobody_adds_are_held_against_the_whole_source(sentence: str, absent: tuple[str, ...]) -> None:
    assert {word.stem for word in unsaid(case_of(sentence))} == set(absent)


def test_a_word_has_one_row() -> None:
    forms = [form for row in ACCOUNTS for form in row[0].split()]
    assert len(forms) == len(set(forms))
    assert min(map(len, forms)) > 1


def test_no_chinese_of_a_word_stands_in_two_tables() -> None:
    listed = {
        (form, chinese)
        for table in ("senses.tsv", "bridges.tsv")
        for row in tables.read("donghyang.verify", table)
        for form in row[0].split()
        for chinese in row[1].lower().split()
    }
    wide = {(form, zh) for row in ACCOUNTS for form in row[0].split() for zh in row[1].split()}
    assert not wide & listed


def test_no_row_says_again_what_sister_words_say() -> None:
    sisters = {(form, zh) for row in sister_words() for form in row[0].split() for zh in row[1].split()}
    rows = [(row[0].split(), row[1].split()) for row in ACCOUNTS]
    assert not [(forms, zh) for forms, chinese in rows for zh in chinese if {(form, zh) for form in forms} <= sisters]


def test_every_word_that_nobody_adds_has_its_chinese() -> None:
    assert all(accounts.chinese_of(word) for word in tables.words("donghyang.verify", "firm"))
    assert not accounts.framing() & set(tables.words("donghyang.verify", "firm"))
