"""The words that make Chinese sentences, and the nouns of the termbase, found together in a text."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from donghyang.language import tables
from donghyang.language.script import fold

if TYPE_CHECKING:
    from donghyang.language.terms import Kind, Term, Termbase

Role = Literal[
    "noun", "publish", "act", "cause", "event", "level", "sum", "move", "moveto", "compare", "adv", "modal", "prep",
    "tail", "conj", "de", "deng", "drop", "share", "date", "quantity", "plan", "deny", "going", "unsure", "unknown",
    "put", "rank", "beside",
]  # fmt: skip

Word: TypeAlias = "tuple[int, dict[Role, str], Kind | None]"
"""Length, roles with their Korean, and the term's kind."""

NOUN_KINDS: tuple[Kind, ...] = (
    "agency", "institution", "company", "place", "person", "policy", "technology", "metric", "document", "noun",
    "modifier", "outlet",
)  # fmt: skip
ACTOR_KINDS = frozenset({"agency", "institution", "company", "place", "person"})


_LONGEST = 32
"""No word is longer; it keeps a look-up from folding the whole page."""


@cache
def _grammar() -> dict[str, dict[Role, str]]:
    table: dict[str, dict[Role, str]] = defaultdict(dict)
    for role, chinese, *korean in (*tables.read(__package__, "grammar.tsv"), *_reports()):
        if role in ("free", "relational"):
            continue
        table[chinese][cast("Role", role)] = korean[0] if korean else ""
    return dict(table)


@cache
def _reports() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(row) for name in ("report_words.tsv", "common_words.tsv") for row in tables.read(__package__, name)
    )


@cache
def listed_nouns() -> frozenset[str]:
    """The nouns of report_words.tsv: words of one sense, known as those of the termbase are."""
    return frozenset(row[1] for row in _reports() if row[0] == "noun")


@cache
def _report_kinds() -> dict[str, Kind]:
    """The kind of a noun by its Chinese, for those of report_words.tsv that have one."""
    return {row[1]: cast("Kind", row[3]) for row in _reports() if row[3:]}


@cache
def relational_measures() -> frozenset[str]:
    """Measures that say nothing without the thing they measure (增速, 占比)."""
    return _words("relational")


@cache
def free_deeds() -> frozenset[str]:
    """Verbs that also stand in front of a noun as the first part of a name (发展规划, 研发中心)."""
    return _words("free")


@cache
def manners() -> frozenset[str]:
    """What Korean writes for adverbs, word by word."""
    said = (roles.get("adv", "") for roles in _grammar().values())
    return frozenset(word for korean in said for word in korean.split())


@cache
def counters(kind: str) -> dict[str, str]:
    """Korean by Chinese or by code of what counters.tsv lists as `kind`: `currency`, `ordinal`, `season` …"""
    return {row[1]: row[2] for row in tables.read(__package__, "counters.tsv") if row[0] == kind}


@cache
def _measured() -> frozenset[str]:
    return frozenset(tables.words(__package__, "measured"))


def _words(role: str) -> frozenset[str]:
    return frozenset(
        word
        for row in (*tables.read(__package__, "grammar.tsv"), *_reports())
        if row[0] == role
        for word in row[1].split()
    )


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in _grammar():
        lengths[word[0]].add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def _grammar_at(folded: str, start: int) -> str | None:
    for length in _lengths().get(folded[start : start + 1], ()):
        word = folded[start : start + length]
        if word in _grammar():
            return word
    return None


@lru_cache(maxsize=8)
def own_verbs(terms: Termbase) -> dict[str, tuple[Term, ...]]:
    """The verbs that a newsroom's termbase adds to those that ship, longest first, by their first character."""
    packaged = shipped()
    found: dict[str, list[Term]] = defaultdict(list)
    for term in terms.terms() if terms is not packaged else ():
        if term.kind == "verb" and packaged.get(term.chinese, "verb") != term:
            found[fold(term.chinese)[0]].append(term)
    return {char: tuple(sorted(verbs, key=lambda term: -len(term.chinese))) for char, verbs in found.items()}


def shipped() -> Termbase:
    """The termbase of the package, without a newsroom's own."""
    from donghyang.language.terms import Termbase

    return Termbase.load()


def _own_verb(folded: str, start: int, terms: Termbase) -> Term | None:
    """The longest of the newsroom's verbs that begins at `start`."""
    verbs = own_verbs(terms).get(folded[start : start + 1], ())
    return next((term for term in verbs if folded.startswith(fold(term.chinese), start)), None)


def word_at(folded: str, start: int, terms: Termbase) -> Word | None:
    """Length, roles with their Korean, and the term's kind of the longest word at `start`; None for an unknown one.

    A verb of the newsroom's own termbase is a deed: its word stands before the grammar's.
    """
    own = _own_verb(folded, start, terms)
    if own:
        return len(own.chinese), {"act": own.korean}, None
    word = _grammar_at(folded, start)
    if word and "unsure" in _grammar()[word]:
        return len(word), {}, None
    hit = terms.at(folded[start : start + _LONGEST], 0, *NOUN_KINDS)
    length = max(len(word or ""), hit.end if hit else 0)
    if not length:
        return None
    roles: dict[Role, str] = {}
    if word and len(word) == length:
        roles.update(_grammar()[word])
    kind: Kind | None = None
    if word and len(word) == length:
        kind = "metric" if word in _measured() else _report_kinds().get(word)
    if hit and hit.end == length:
        roles["noun"] = hit.term.korean
        kind = hit.term.kind
    if kind in (None, "noun") and "noun" in roles and _ends_in_a_measure(folded[start : start + length]):
        kind = "metric"
    return length, roles, kind


@cache
def _ends_in_a_measure(chinese: str) -> bool:
    """风电装机容量, 农村网络零售额: is what a noun ends in a measure by itself?"""
    tails = (chinese[at:] for at in range(1, len(chinese) - 1))
    return any((term := shipped().get(tail)) is not None and term.kind == "metric" for tail in tails)
