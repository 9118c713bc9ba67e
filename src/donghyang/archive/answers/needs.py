"""What of a question a text has to say before it may answer: its words, each with the forms that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.archive.answers.folding import Folded, letters
from donghyang.language import abroad, gazetteer, tables
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.misnamed import Mistake, mistakes
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.script import fold_width, simplify
from donghyang.language.words import words
from donghyang.records import Span

NeedKind = Literal["word", "deed", "name", "figure", "turned", "relative"]
HARD: frozenset[NeedKind] = frozenset({"name", "figure", "turned", "relative"})
"""What no text may lack that answers."""

_TOKEN = lazily(
    r"(?<![A-Za-z0-9])[A-Za-z](?=[가-힣])[가-힣]+|[A-Za-z][A-Za-z0-9]*(?:[-.&+/][A-Za-z0-9]+)*|[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?[A-Za-zμµ%/]+|[가-힣]+)?|[가-힣]+|[一-鿿]+"
)
_DONE_TO = lazily(
    r"(?P<stem>[가-힣]{2,}?)(?:하|한(?=$|다)|했|할|함|해(?=$|서|야)|되|된|됐|될|됨|돼|시키|시킨|시킬|시켰|받은|받는|당한)[가-힣]*"
)
_NUMBERED = lazily(r"(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<unit>\S*)")
_ENDING = lazily(r"(?:이었나|였나|이었는가|였는가|인가요|인가|입니까|이라고|라고|이란|란|이나|이며|이고|들)$")
_LOOSE = lazily(r"(?:에서의|에서|까지|부터|으로|은|는|이|가|을|를|의|에|와|과|로|도)$")
_VERBAL = lazily(
    r"(?:하|한|했|할|함|해|되|된|됐|될|됨|돼|시키|시킨|받|당|려|기|나|고|며|면|어|아|여|었|았|였|렸|는|은|을|를|이|가|에|의|로|으로|던|게|겠|려|린|릴|릿|지|진|질|졌|인|들|력)?"
)
"""How a word goes on behind the stem of a verb; 완성차 is none of 완성."""
_LONE = lazily(r"[가-힣](?:은|는|을|를|의|에|이|가|과|와|로|도)")
_RANK_OF_PLACE = ("특별행정구", "자치구", "신구", "성", "시", "구", "현")
_NAMED = 2
"""Syllables before the word for a body that name one (칭화대학)."""
_PAIR = 2
_ALIKE = 0.95
"""What a word counts that the text says with another."""


@dataclass(frozen=True, slots=True)
class Need:
    """One word of a question."""

    text: str
    forms: tuple[str, ...]
    """Folded; the first ones are the word itself, the rest say the same."""
    own: int
    """How many of the forms are the word itself."""
    kind: NeedKind
    span: Span
    """Where it stands in the question."""

    def said_in(self, text: Folded) -> float:
        """How much of the word a text says, 0 to 1."""
        if self.kind == "figure":
            return 1.0 if any(_figure(form, text) for form in self.forms) else 0.0
        best = 0.0
        for place, form in enumerate(self.forms):
            held = text.holds(form) if place < self.own or self.kind != "deed" else float(form in text.letters)
            best = max(best, held if place < self.own else held * _ALIKE)
            if best == 1.0:
                break
        return best


def _figure(form: str, text: Folded) -> bool:
    figure, _, unit = form.partition(" ")
    at = text.plain.find(figure)
    while at >= 0:
        end = at + len(figure)
        apart = not text.plain[at - 1 : at].isdigit() and text.plain[at - 1 : at] not in (".", ",")
        if apart and not text.plain[end : end + 1].isdigit() and text.plain[end:].lstrip(" -").startswith(unit):
            return True
        at = text.plain.find(figure, end)
    return False


def tokens(text: str, taken: Iterable[Span] = ()) -> Iterator[tuple[str, Span]]:
    """The words of a question with their places; those in `taken` are left out."""
    closed = list(taken)
    for found in _TOKEN.finditer(text):
        if not any(found.start() < end and start < found.end() for start, end in closed):
            yield found[0], found.span()


def need_of(token: str, span: Span) -> Need | None:
    """What a Korean word, a Latin name or a number of a question needs; None for a word that says nothing."""
    if token[0].isdigit():
        return _numbered(token, span)
    if token[0].isascii() and not token.isascii():
        stem = without_particle(token).lower()
        return Need(token, (stem,), 1, "name", span)
    if token[0].isascii():
        return Need(token, (token.lower(),), 1, "name", span)
    return _korean(token, span)


def _numbered(token: str, span: Span) -> Need:
    found = _NUMBERED.match(token)
    figure, unit = (found["figure"].replace(",", ""), found["unit"]) if found else (token, "")
    unit = _LOOSE.sub("", unit) if len(unit) > 1 else unit
    return Need(token, (f"{figure} {unit.lower()}", f"{int(figure):,} {unit.lower()}" if figure.isdigit() else figure),
                2, "figure", span)  # fmt: skip


def _korean(token: str, span: Span) -> Need | None:
    stem = bare(token)
    if {token, stem} & _words("plain") or (len(token) == _PAIR and token[0] in _words("plain") and _LOOSE.fullmatch(token[1])):
        return None
    if turned := next((word for word in _words("turned") if stem.startswith(word)), None):
        return Need(token, (turned,), 1, "turned", span)
    if stem in _words("relative"):
        return Need(token, (stem, *_said_otherwise((stem,))), 1, "relative", span)
    if place := _place(stem):
        return Need(token, place, len(place), "name", span)
    if deed := _deed(token, span):
        return deed
    if any(token.startswith(word) for word in _words("hollow")):
        return None
    own = tuple(dict.fromkeys((stem, without_particle(token) if len(stem) > 1 else stem)))
    if _is_body(stem):
        return Need(token, (*own, *_said_otherwise(own)), len(own), "name", span)
    return Need(token, (*own, *_said_otherwise(own)), len(own), "word", span)


def bare(token: str) -> str:
    """A word of a question without its particle and what ends the sentence."""
    stem = without_particle(_ENDING.sub("", token) or token)
    return stem[0] if len(stem) == 2 and stem[1] in "은는을를" and _LONE.fullmatch(stem) else stem


def _place(stem: str) -> tuple[str, ...] | None:
    """The forms of a place, or of a country or city abroad; None for another word."""
    names = (stem.removesuffix(rank) for rank in ("", *_RANK_OF_PLACE) if stem.endswith(rank))
    name = next((name for name in names if _is_place(name)), None)
    if name is None or (name in gazetteer.homographs() and name == stem):
        return None
    meant = misspelled().get(name)
    right = meant.place.hangul if meant else name
    hanzi = (place.hanzi for place in gazetteer.called(right))
    return tuple(dict.fromkeys((right, *hanzi, *_latin().get(right, ()), *_misspellings().get(right, ()))))


@cache
def misspelled() -> dict[str, Mistake]:
    """Places under the names that are mistakes wherever they stand: 심천, 광동."""
    return {form: mistake for form, mistake in mistakes().items() if mistake.alone}


@cache
def _misspellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, mistake in misspelled().items():
        found.setdefault(mistake.place.hangul, []).append(form)
    return {hangul: tuple(forms) for hangul, forms in found.items()}


def _is_body(stem: str) -> bool:
    """Whether a word is the name of one university, institute, firm or office, not the word for such a body."""
    if stem in _known_bodies() or _opens_with_place(stem):
        return True
    return any(stem.endswith(end) and len(stem) - len(end) >= _NAMED for end in tables.words(__package__, "bodies"))


def _opens_with_place(stem: str) -> bool:
    """Whether a word begins with the name of a place, as those of bodies do: 베이징대, 저장이공대."""
    return any(
        stem[:size] in gazetteer.by_hangul() and stem[:size] not in gazetteer.homographs()
        for size in range(2, min(len(stem), 6))
    )


@cache
def _known_bodies() -> frozenset[str]:
    """Korean names, of one word, of the authorities, bodies and firms of the tables."""
    found = {word.korean for word in words() if word.kind in ("agency", "institution", "company")}
    for table in (established_names(), firms_abroad()):
        found.update(form for entry in table.values() for form in entry.forms)
    return frozenset(form for form in found if " " not in form and len(form) > 1)


def _is_place(name: str) -> bool:
    known = (gazetteer.by_hangul(), misspelled(), abroad.cities(), abroad.countries())
    return len(name) > 1 and any(name in names for names in known)


@cache
def _latin() -> dict[str, tuple[str, ...]]:
    """Latin spellings of places by their Hangul."""
    from donghyang.archive.answers.foreign import latin_places

    return latin_places()


def _deed(token: str, span: Span) -> Need | None:
    found = _DONE_TO.fullmatch(token)
    stems = [found["stem"]] if found else []
    for words, forms in _deeds():
        stem = next((word for word in words if _is_stem(word, token)), None)
        if stem:
            return Need(token, tuple(dict.fromkeys((stem, *stems, *forms))), 1, "deed", span)
    if stems and len(stems[0]) > 1 and stems[0] not in _words("hollow"):
        return Need(token, (stems[0], *_said_otherwise(stems)), 1, "word", span)
    return None


def need_of_deed(token: str) -> bool:
    """Whether a word tells what is done rather than what there is."""
    return _deed(token, (0, 0)) is not None


def _is_stem(word: str, token: str) -> bool:
    if not token.startswith(word) or (len(word) == 1 and len(token) > 3):
        return False
    behind = token[len(word) :]
    return not behind or _VERBAL.match(behind).end() > 0  # type: ignore[union-attr]


def _said_otherwise(own: Iterable[str]) -> tuple[str, ...]:
    """Other words that say the same as one of these."""
    return tuple(dict.fromkeys(form for word in own for form in _nouns().get(word, ())))


@cache
def _deeds() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = tables.read(__package__, "alike.tsv")
    return tuple(
        (tuple(words.split()), tuple(map(fold, forms.split()))) for kind, words, forms in rows if kind == "deed"
    )


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, words, forms in tables.read(__package__, "alike.tsv"):
        if kind == "noun":
            for word in words.split():
                found.setdefault(word, []).extend(map(fold, forms.split()))
    for words, _ in tables.read("donghyang.verify", "bridges.tsv"):
        group = words.split()
        for word in group:
            found.setdefault(word, []).extend(map(fold, group))
    return {word: tuple(dict.fromkeys(forms)) for word, forms in found.items()}


def fold(form: str) -> str:
    """A form as it is looked up."""
    plain = simplify(fold_width(form)).lower()
    return plain if plain.isascii() else letters(plain)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tables.words(__package__, name))
