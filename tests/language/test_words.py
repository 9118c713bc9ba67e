"""The one table of Chinese words in Korean: every fact once, none against another."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from donghyang.language.gazetteer import places
from donghyang.language.hangul import is_syllable
from donghyang.language.script import fold_width, has_han, simplify
from donghyang.language.terms import Kind
from donghyang.language.transliterate import transliterate
from donghyang.language.words import IN_NAMES, READ_OUT, Part, Word, forms_in_names, of_part, words


def _twice(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [key for key, times in Counter(keys).items() if times > 1]


def test_a_word_of_one_kind_is_said_in_one_way() -> None:
    assert _twice([(fold_width(word.chinese), word.kind) for word in words()]) == []
    assert _twice([(word.chinese, part) for word in words() for part in word.part.split()]) == []


def test_a_form_inside_names_is_no_copy_of_the_term() -> None:
    terms = {(word.chinese, word.named) for word in words() if word.kind != IN_NAMES}
    copies = [word for word in words() if word.kind == IN_NAMES and (word.chinese, word.korean) in terms]
    assert copies == []


def _is_whole(word: Word) -> bool:
    """Known parts, a part wherever other forms are told, each form once, and something to write outside names."""
    return (
        bool(word.part)
        and set(word.part.split()) <= set(get_args(Part))
        and len({word.named, *word.others}) == 1 + len(word.others)
        and (word.korean != READ_OUT or word.kind == IN_NAMES)
    )


def test_rows_of_names_are_whole() -> None:
    told = [word for word in words() if word.part or word.also or word.kind == IN_NAMES]
    assert [word for word in told if not _is_whole(word)] == []
    assert len(told) > 500


def test_every_row_is_sound() -> None:
    kinds = {*get_args(Kind), IN_NAMES}
    broken = [
        word
        for word in words()
        if word.kind not in kinds
        or not word.source
        or not word.korean
        or word.korean != word.korean.strip()
        or word.chinese != simplify(word.chinese)
        or (has_han(word.korean) and word.korean == word.chinese)
    ]
    assert broken == []


def test_places_are_said_as_the_gazetteer_says_them() -> None:
    said = {place.hanzi: place.hangul for place in places()}
    against = {
        word.chinese: (word.named, said[word.chinese])
        for word in words()
        if word.kind == "place" and said.get(word.chinese, word.named) != word.named
    }
    assert against == {}


def test_readers_agree() -> None:
    assert of_part("usage")["寒武纪"] == "캠브리콘"
    assert transliterate("寒武纪").hangul == "캠브리콘"
    assert forms_in_names()["寒武纪"] == ("캠브리콘", "캄브리콘")
    assert of_part("usage")["京津冀"] == "징진지"
    assert of_part("suffix")["科技"] == "과기"
    assert "과기" in forms_in_names()["科技"]
    assert "司" not in forms_in_names()
    assert all(is_syllable(char) or not char.isalpha() for char in of_part("suffix")["地区"])
