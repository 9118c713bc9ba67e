"""Words that say the same: of one language, and of the Chinese and English of a question and the Korean of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from donghyang.archive.answers.folding import letters
from donghyang.language import tables
from donghyang.language.script import fold_width, simplify
from donghyang.language.transliterate import transliterate

_SUMS = ("금", "액", "비")
_USED = 2
_PRICES = ("값", "돈")
"""What ends a compound that is a sum, though it has one syllable."""
_VERIFY = "donghyang.verify"
"""The room whose tables pair Korean and Chinese words."""
_SEARCH = "donghyang.archive.search"
"""The room whose tables pair English, Chinese and Korean names and terms, and Korean words of like meaning."""


def fold(form: str) -> str:
    """A form as it is looked up."""
    plain = simplify(fold_width(form)).lower()
    return plain if plain.isascii() else letters(plain)


def said_otherwise(own: Iterable[str]) -> tuple[str, ...]:
    """Other Korean nouns that say the same as one of these."""
    return tuple(dict.fromkeys(form for word in own for form in (*_nouns().get(word, ()), *_of_money(word))))


def in_reports(own: Iterable[str]) -> tuple[str, ...]:
    """What reports have for everyday nouns of a question and their compounds (판매값, 판매가격); () for none."""
    return tuple(dict.fromkeys(form for word in own for form in (*_everyday().get(word, ()), *_of_parts(word))))


def _of_parts(word: str) -> Iterator[str]:
    """A compound with another word for its last part."""
    for at in range(_USED, len(word)):
        head, tail = word[:at], word[at:]
        if len(tail) == 1 and tail not in _PRICES:
            continue
        for form in (*_everyday().get(tail, ()), *(_nouns().get(tail, ()) if len(tail) > 1 else ())):
            if form != tail and not form.isascii():
                yield fold(head) + form


@cache
def _everyday() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, nouns, forms in tables.read(__package__, "alike.tsv"):
        for noun in nouns.split() if kind in ("everyday", "formal") else ():
            found.setdefault(noun, []).extend(map(fold, forms.split()))
    return {noun: tuple(dict.fromkeys(forms)) for noun, forms in found.items()}


@cache
def common() -> frozenset[str]:
    """Everyday words, for which a report may have one that no table pairs with it."""
    own = (word for (row,) in tables.read(__package__, "common.tsv") for word in row.split())
    said = (word for cell, *_ in tables.read(_SEARCH, "like.tsv") for word in cell.replace("|", " ").split())
    rows = (nouns for kind, nouns, _ in tables.read(__package__, "alike.tsv") if kind == "everyday")
    return frozenset(map(fold, (*own, *said, *(noun for nouns in rows for noun in nouns.split()))))


def _of_money(word: str) -> Iterator[str]:
    """Other words for a sum that is named by its use: 투자금, 투자액, 투자비."""
    if len(word) > _USED and word.endswith(_SUMS) and word[-2:] not in tables.words(__package__, "no_sums"):
        yield from (fold(word[:-1] + end) for end in _SUMS if end != word[-1])


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    rows = [(nouns, forms) for kind, nouns, forms in tables.read(__package__, "alike.tsv") if kind == "noun"]
    rows.extend((nouns, nouns) for nouns, _ in tables.read(_VERIFY, "bridges.tsv"))
    rows.extend((group, group) for row in tables.read(_SEARCH, "like.tsv") if (group := _one_word_each(row)))
    for nouns, forms in rows:
        for noun in nouns.split():
            found.setdefault(noun, []).extend(map(fold, forms.split()))
    return {noun: tuple(dict.fromkeys(forms)) for noun, forms in found.items()}


def _one_word_each(forms: Iterable[str]) -> str:
    return " ".join(form for cell in forms for form in cell.split("|") if " " not in form)


@cache
def _searched() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """English, Chinese and Korean forms of one name or term each, as search knows them."""
    rows = (row for name in ("english.tsv", "english_words.tsv") for row in tables.read(_SEARCH, name))
    return tuple(
        (tuple(english.split("|")), () if chinese == "-" else tuple(chinese.split("|")), _in_korean(chinese, korean))
        for english, chinese, korean in rows
    )


def _in_korean(chinese: str, korean: str) -> tuple[str, ...]:
    """The Korean of a row; where it has none, what the termbase and the rules of sound make of its Chinese."""
    found = () if korean == "-" else tuple(korean.split("|"))
    return found if found or chinese == "-" else tuple(by_sound(one) for one in chinese.split("|"))


def by_sound(chinese: str) -> str:
    """Chinese as Korean articles write it: by termbase and sound."""
    from donghyang.verify.key import korean_forms

    known = sorted(korean_forms().get(chinese, ()), key=len)
    return known[0] if known else transliterate(chinese).hangul


@cache
def deeds() -> dict[str, tuple[str, ...]]:
    """Stems of Korean verbs as questions have them, with the words that reports have for the same."""
    found: dict[str, list[str]] = {}
    for kind, stems, forms in tables.read(__package__, "alike.tsv"):
        for stem in stems.split() if kind == "deed" else ():
            found.setdefault(stem, []).extend(map(fold, forms.split()))
    return {stem: tuple(dict.fromkeys(forms)) for stem, forms in found.items()}


@cache
def phrases() -> tuple[tuple[str, str], ...]:
    """Set phrases of questions, each with the verb that reports have for it: 첫 삽을 뜨, 착공하."""
    rows = (row for row in tables.read(__package__, "alike.tsv") if row[0] == "phrase")
    return tuple((phrase.replace("_", " "), plain) for _, said, plain in rows for phrase in said.split())


@cache
def _deed_groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, _, told in tables.read(__package__, "alike.tsv"):
        forms = list(map(fold, told.split())) if kind == "deed" else []
        for form in forms:
            found.setdefault(form, []).extend(forms)
    return {form: tuple(dict.fromkeys(forms)) for form, forms in found.items()}


def done_otherwise(forms: Iterable[str]) -> tuple[str, ...]:
    """What reports have for the deed that one of these words of theirs tells; () where none tells one."""
    return tuple(dict.fromkeys(other for form in forms for other in _deed_groups().get(form, ())))


@cache
def in_english() -> dict[str, tuple[str, ...]]:
    """The Korean of English words and phrases; () for one that says nothing of what is asked for."""
    rows = tables.read(__package__, "english.tsv")
    found = {english: () if korean == "-" else tuple(map(fold, korean.split())) for english, korean in rows}
    for forms, _, korean in _searched():
        for english in forms:
            own = found.get(english.lower())
            if own != ():
                found[english.lower()] = tuple(dict.fromkeys((*(own or ()), *map(fold, korean))))
    return found


@cache
def in_chinese() -> dict[str, tuple[str, ...]]:
    """Korean nouns of every Chinese word that may say them, those of this room first."""
    rows = [(korean, chinese) for chinese, korean in tables.read(__package__, "chinese.tsv")]
    rows.extend(
        (korean, chinese)
        for name in ("bridges.tsv", "senses.tsv", "accounts.tsv")
        for korean, chinese in tables.read(_VERIFY, name)
    )
    found: dict[str, list[str]] = {}
    for korean, chinese in rows:
        for one in chinese.split():
            found.setdefault(one, []).extend(map(fold, korean.split()))
    for _, forms, korean_forms in _searched():
        for one in forms:
            found.setdefault(one, []).extend(map(fold, korean_forms))
    return {chinese: tuple(dict.fromkeys(forms)) for chinese, forms in found.items()}
