"""Rows of the newsroom's termbase that want an eye: not usable, against the program's tables, or not by the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from donghyang.language.nearness import distance, letters
from donghyang.language.script import fold
from donghyang.language.term_rows import swapped
from donghyang.language.terms import Kind, Term, Termbase, file_text, read_rows
from donghyang.language.words import without_gloss
from donghyang.proofread.term_forms import Judged, Standing, judged, named, placed
from donghyang.records import Message
from donghyang.workspace import TERMS

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

Doubt = Literal["unusable", "swapped", "against-base", "against-another", "against-rules"]


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A row of the newsroom's termbase that wants an eye."""

    file: str
    line: int
    doubt: Doubt
    reason: Message


def doubtful_rows(home: Workspace) -> list[RowDoubt]:
    """The rows of the workspace's `terms.csv` that cannot be used, that contradict a table of the program or an
    earlier row, or whose Korean is not by the rules, in the order of their lines; [] without such a file.

    Raises CannotProceed when the file cannot be read.
    """
    if home.termbase is None:
        return []
    rows, problems = read_rows(file_text(home.termbase), TERMS)
    packaged, file = Termbase.load(), str(home.termbase)
    doubts = [RowDoubt(file, problem.line, "unusable", problem.message) for problem in problems]
    earlier: dict[str, list[tuple[int, Term]]] = {}
    for line, term in rows:
        others = earlier.setdefault(fold(term.chinese), [])
        if found := _doubt(term, packaged, others, meant=_is_meant(term)):
            doubts.append(RowDoubt(file, line, *found))
        others.append((line, term))
    return sorted(doubts, key=lambda doubt: doubt.line)


def _is_meant(term: Term) -> bool:
    """Whether an editor has said in the note of a row that it is to be as it is."""
    return (term.note or "").strip().lower().startswith(_MEANT)


_MEANT = ("확정", "meant")


def _doubt(
    term: Term, packaged: Termbase, others: Iterable[tuple[int, Term]], *, meant: bool
) -> tuple[Doubt, Message] | None:
    """The first thing that is the matter with a row, or None; of one that is `meant` only that it cannot be used."""
    if trouble := swapped(term.chinese, term.korean):
        return "swapped", trouble
    if meant:
        return None
    said = f"{term.chinese} = {term.korean}"
    if other := _against_base(term, packaged):
        return "against-base", Message(f"{said}: 프로그램은 {other}.", f"{said}: the program has {other}.")
    for line, one in others:
        if _are_two_spellings(term, one):
            ko, en = f"{line}번째 줄은 {one.korean}.", f"line {line} has {one.korean}."
            return "against-another", Message(f"{said}: {ko}", f"{said}: {en}")
    found = _by_the_rules(term)
    if found.way == "off" and found.right:
        ko, en = f"표기법으로 {found.right}.", f"{found.right} by the national rules."
        return "against-rules", Message(f"{said}: {ko}", f"{said}: {en}")
    return None


_OF_NAMES: frozenset[Kind] = frozenset({"agency", "institution", "company", "place", "person", "technology"})
"""Kinds whose words are often put into Korean by their sound; the others are translated."""
_SPELLINGS = 0.5
"""Forms of one name that are farther apart are no two spellings, one of them is a translation."""


def _against_base(term: Term, packaged: Termbase) -> str | None:
    """The form that the program has of the same word and kind, or of a place or a name, where it is another one."""
    plain = fold(term.chinese)
    same = packaged.get(plain, term.kind)
    if same:
        stands = Standing(without_gloss(same.korean), "termbase", term.kind)
        return None if stands.says(term.korean) or letters(same.korean) == letters(term.korean) else same.korean
    known = placed(plain) if term.kind == "place" else named(plain) if term.kind in _OF_NAMES else ()
    if not known or any(one.says(term.korean) for one in known):
        return None
    near = min(known, key=lambda one: distance(one.korean, term.korean))
    return near.korean if distance(near.korean, term.korean) <= _SPELLINGS else None


def _are_two_spellings(one: Term, other: Term) -> bool:
    """Do two rows of one word and of several kinds of names spell it in two ways? A translation is no spelling."""
    a, b = letters(without_gloss(one.korean)), letters(without_gloss(other.korean))
    return {one.kind, other.kind} <= _OF_NAMES and a != b and distance(a, b) <= _SPELLINGS


def _by_the_rules(term: Term) -> Judged:
    """What the rules say of a row, where nothing but them can be meant: of a name."""
    plain = fold(term.chinese)
    if term.kind not in _OF_NAMES or named(plain):
        return Judged("free")
    found = judged(plain, without_gloss(term.korean))
    return found if found.sure else Judged("free")
