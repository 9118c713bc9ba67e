"""Names that may answer: persons, bodies, places and titles of a line, cells under the head of what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from donghyang.archive.answers.asking.alike import fold, said_otherwise
from donghyang.archive.answers.asking.asked import Asked, ends_of
from donghyang.archive.answers.asking.places import place_forms
from donghyang.archive.answers.asking.question import Question, words
from donghyang.archive.answers.fitting import Candidate, of_cell, own_stretch
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.listings import Listing, listings
from donghyang.archive.answers.offers.ranked import is_head_of
from donghyang.archive.answers.passages import Held, Passage
from donghyang.language import abroad
from donghyang.language.hanja import families
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import pinyin_of, pinyin_of_given, surname, toneless
from donghyang.language.script import simplify
from donghyang.records import Fact, Name, Span

_QUOTED = lazily(r"[‘'「『“\"《<](?P<name>[^‘’'「」『』“”\"《》<>]{2,40})[’'」』”\"》>]")
_WORD = lazily(r"[^\s,、()·]+(?:\([^()]*\)[^\s,、()·]*)?")
_LAST_WORD = lazily(r"(?<![^\s,、·])[^\s,、·]+\s$")
_STOP = lazily(
    r"(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로|등|및|인|한|된|하는|되는|하고|하며|위해|통해|공동으로|산하|소속|주도|이후|부터|까지)$"
)
_BRACKET = lazily(r"\([^()]*\)")
_LONGEST = 30
"""Letters of a cell that holds a name."""
_LONGEST_NAME = 50
_ANY_BODY = ("대학", "대학교", "회사", "기업", "업체")
"""Nouns for bodies whose names may end otherwise."""
_LANDS = ("국가", "나라")
_IN_TWO_SCRIPTS = lazily(r"[가-힣]{2,}\([一-鿿]+\)(?:시|구|신구|현|진|주|맹)")
"""A place that no table need know: 페이청(肥城)시."""
_RANKED = ("현", "구", "진", "주", "신구")
"""Places that are called by what they are: 어느 구, 솽류구."""
_TOWNS, _PROVINCES = ("도시", "시", "항구"), ("성", "지방")
_TITLED = ("product", "policy", "term")
"""Sorts of names in two scripts that a thing may have."""
_OF_A_NAME = ("이름", "명칭", "명")
_BESIDE = 14
"""Letters between a title and the word for what it is the title of."""
_LEAST, _MOST = 2, 4
"""Characters of a person's name."""
_MOST_WORDS = 4
_SHORTEST = 3


def names_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The names of a line or row of the sort asked for, without those that the question says itself."""
    asked = question.asked
    if asked is None:
        return
    if asked.sort == "extreme" and (asked.least or asked.change):
        return
    if passage.row is not None:
        if asked.sort in ("ranked", "extreme"):
            return
        yield from _of_row(passage, asked, question, holdings)
        return
    if asked.kind == "person":
        known = {name.korean: name for name in persons_of(holdings.articles[passage.at], holdings)}
        said = {
            (at, at + len(korean)): told(name, question.language)
            for korean, name in known.items()
            for at in _places(korean, passage.text)
        }
    else:
        said = {span: passage.text[slice(*span)].strip() for span in _spans(passage, asked, question, holdings)}
    listed = _listed(passage.text, list(said)) if asked.sort == "name" and asked.kind in ("body", "place") else {}
    for one in dict.fromkeys(listed.values()):
        if not any(_said(item, question) for item in one.items):
            yield Found(Candidate(passage, one.start, one.end, (0, len(passage.text))), ", ".join(one.items))
    for (start, end), name in said.items():
        if (start, end) in listed:
            continue
        if _said(passage.text[start:end], question) or _said(name, question):
            continue
        if asked.kind == "place" and any(_said(form, question) for form in place_forms(_BRACKET.sub("", name))):
            continue
        others = [_with_bracket(passage.text, span) for span in said if span != (start, end)]
        own = own_stretch(passage.text, start, end, others)
        if asked.kind == "place":
            name = f"{_province_before(passage.text, start)}{name}"
        rank = asked.rank or (1 if asked.sort == "extreme" else None)
        if rank is not None and re.search(rf"(?<![0-9]){rank}위", passage.text[slice(*own)]) is None:
            continue
        yield Found(Candidate(passage, start, end, own), name)


def _listed(text: str, names: Sequence[Span]) -> dict[Span, Listing]:
    """The names that stand in a list of nothing but such names, each with it: one of them is no answer alone."""
    found: dict[Span, Listing] = {}
    for one in listings(text):
        within = [span for span in names if one.start <= span[0] and span[1] <= one.end]
        named = [item for item in one.items if any(text[slice(*span)] in item for span in within)]
        if len(within) > 1 and len(one.items) in (len(named), one.size):
            found.update((span, one) for span in within)
    return found


def _province_before(text: str, start: int) -> str:
    """The province that stands right before the name of a place; "" where none does."""
    before = _LAST_WORD.search(text, 0, start)
    return before[0] if before and _BRACKET.sub("", before[0].strip()).endswith(("성", "자치구")) else ""


def _with_bracket(text: str, span: Span) -> Span:
    found = lazily(r"\([^()]*\)").match(text, span[1])
    return span[0], found.end() if found else span[1]


def told(name: Name, language: str = "ko") -> str:
    """A person's name in both scripts; for a reader of English in pinyin too."""
    if language != "en":
        return f"{name.korean}({name.hanja})"
    plain = simplify(name.hanja)
    family = surname(plain) or pinyin_of(plain[:1])
    given = pinyin_of_given(plain[len(family) :])
    latin = " ".join("".join(map(toneless, part)).replace("v", "ü").capitalize() for part in (family, given) if part)
    return f"{latin} ({name.korean}, {name.hanja})"


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def persons_of(article: Held, holdings: Holdings) -> Iterator[Name]:
    """The persons whom an article names in both scripts."""
    for passage in article.passages:
        yield from _persons(passage.text, holdings.facts(passage.text, article.day), titled=True)


def _persons(text: str, facts: Sequence[Fact], *, titled: bool) -> Iterator[Name]:
    for fact in facts:
        if not isinstance(fact, Name):
            continue
        if fact.type == "person":
            yield fact
        elif fact.type == "term" and simplify(fact.hanja)[:1] in families() and _LEAST <= len(fact.hanja) <= _MOST:
            behind = text[fact.end : fact.end + 14]
            before = text[max(0, fact.start - 8) : fact.start].split()
            title = words("titles")
            stands = any(word in behind for word in title) or (before and before[-1].endswith(title))
            if stands or not titled:
                yield fact


def _of_row(passage: Passage, asked: Asked, question: Question, holdings: Holdings) -> Iterator[Found]:
    row = passage.row
    if row is None or row.is_total:
        return
    for column, cell in enumerate(row.cells):
        head = row.header[column] if column < len(row.header) else ""
        if not cell.strip() or not (
            is_head_of(head, asked) or any(need.said_in(folded(head)) for need in question.core)
        ):
            continue
        if _said(cell, question):
            continue
        persons = list(_persons(cell, holdings.facts(cell, None), titled=False))
        if asked.kind == "person" and len(persons) == 1:
            yield Found(of_cell(passage, column), told(persons[0], question.language))
        elif asked.kind != "person" and len(cell) <= _LONGEST:
            yield Found(of_cell(passage, column), cell.strip())


def _spans(passage: Passage, asked: Asked, question: Question, holdings: Holdings) -> Iterator[Span]:
    """Where names of the sort asked for stand in a line."""
    text = passage.text
    if asked.kind == "body":
        yield from _bodies(text, _ends(asked.noun or ""))
    elif asked.kind is None and asked.noun:
        yield from _bodies(text, (asked.noun, *said_otherwise((asked.noun,))))
    elif asked.kind == "place":
        spans = [(found.start(), found.start() + len(without_particle(found[0]))) for found in _WORD.finditer(text)]
        yield from (span for span in spans if is_place(text[slice(*span)], asked.noun or ""))
    elif asked.kind == "name":
        quoted = {found.span("name"): found.span() for found in _QUOTED.finditer(text)}
        yield from (name for name, around in quoted.items() if _is_called(text, around, asked, question))
        for fact in holdings.facts(text, holdings.articles[passage.at].day):
            if (
                isinstance(fact, Name)
                and fact.type in _TITLED
                and _is_called(text, (fact.start, fact.end), asked, question)
            ):
                yield fact.start, fact.end


def is_place(printed: str, noun: str) -> bool:
    """Whether a word names a place of the sort: a land where one is asked for, else none."""
    word = _BRACKET.sub("", printed)
    if _IN_TWO_SCRIPTS.fullmatch(printed) and noun not in _LANDS:
        return True
    forms = place_forms(word)
    if not forms or (forms[0] in abroad.countries()) != (noun in _LANDS):
        return False
    if noun in _RANKED and not word.endswith(noun):
        return False
    province = word.endswith(("성", "자치구")) and len(word) > len("시성")
    return not (province and noun in _TOWNS) and (province or noun not in _PROVINCES)


def _ends(noun: str) -> tuple[str, ...]:
    """What the name of such a body may end in: the very noun where it says what sort of body it is."""
    ends = ends_of(noun)
    return (noun,) if noun in ends and noun not in _ANY_BODY else ends


def _is_called(text: str, name: Span, asked: Asked, question: Question) -> bool:
    """Whether a title stands right beside what is looked for: 우주정거장 ‘톈궁’ for the name of the station."""
    beside = folded(f"{text[max(0, name[0] - _BESIDE) : name[0]]} {text[name[1] : name[1] + _BESIDE]}")
    if asked.noun is not None and asked.noun not in _OF_A_NAME:
        return beside.holds(fold(asked.noun)) == 1.0
    last = question.needs[-1:] if not question.around else question.around[:1]
    return all(need.said_in(beside) for need in last)


def _said(name: str, question: Question) -> bool:
    """Whether the question says the name itself."""
    return folded(question.text).holds(fold(_BRACKET.sub("", name))) == 1.0


def _bodies(text: str, ends: tuple[str, ...]) -> Iterator[Span]:
    """The names of bodies that end as those asked for do, with the words before that belong to them."""
    parts = list(_WORD.finditer(text))
    for place, word in enumerate(parts):
        stem = without_particle(word[0])
        bare = _BRACKET.sub("", stem)
        if not ends or not bare.endswith(ends) or (bare not in ends and len(bare) < _SHORTEST):
            continue
        start, end = word.start(), word.start() + len(stem)
        for before in reversed(parts[max(0, place - _MOST_WORDS) : place]):
            if text[before.end() : start].strip() or _STOP.search(before[0]) or before[0] in words("determiners"):
                break
            start = before.start()
        if end - start <= _LONGEST_NAME and (bare not in ends or start < word.start()):
            yield start, end
