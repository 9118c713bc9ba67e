"""What `terms` says for a person: pairs for review, doubtful rows, a new row; and the JSON of the pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message

if TYPE_CHECKING:
    from donghyang.proofread.doubtful_terms import RowDoubt
    from donghyang.proofread.mining import Form, State, TermPair
    from donghyang.proofread.own_terms import AddedTerm, Mined

_FORMS = 4
"""So many forms of a pair, or of a table, are named."""

STATES: dict[State, Message] = {
    "differs": Message("프로그램이나 용어집과 다른 것", "other than the tables or the termbase have it"),
    "disputed": Message("여러 가지로 적힌 것", "written in several ways"),
    "off": Message("표기법과 다른 것", "not by the national rules"),
    "unsure": Message("확인할 것", "to be looked at"),
    "new": Message("새 용어", "new"),
    "known": Message("이미 있는 것", "known"),
}


def mined_as_text(found: Mined, language: Language) -> str:
    """The pairs under a heading for each state, those that are known only counted; then the rows that were added."""
    return "\n".join(on_one_line(line.text(language)) for line in _lines(found))


def _lines(found: Mined) -> Iterator[Message]:
    if not found.pairs:
        yield Message("한글과 한자가 짝을 이룬 말이 없습니다.", "no Korean beside Chinese characters.")
    for state, group in groupby(found.pairs, key=lambda pair: pair.state):
        pairs = list(group)
        head = STATES[state]
        yield Message(f"{head.ko}: {len(pairs)}", f"{head.en}: {len(pairs)}")
        yield from map(_pair, pairs if state != "known" else ())
    for line, term in found.added:
        yield Message(*[f"+ {line}: {term.chinese},{term.korean},{term.kind}"] * 2)
    for term, why in found.refused:
        yield Message(f"- {term.chinese}: {why.ko}", f"- {term.chinese}: {why.en}")


def _pair(pair: TermPair) -> Message:
    forms = " · ".join(f"{form.korean} {form.count}" for form in pair.forms[:_FORMS])
    base = " | ".join(pair.base[:_FORMS]) or "-"
    files, to, kind = len(pair.files), pair.proposal or "?", pair.kind or "?"
    return Message(
        f"  {pair.chinese}  {forms}  파일 {files}  용어집 {base}  → {to} [{kind}] {pair.why.ko}",
        f"  {pair.chinese}  {forms}  files {files}  termbase {base}  → {to} [{kind}] {pair.why.en}",
    )


def mined_as_json(found: Mined) -> dict[str, Any]:
    """What came of the files: every pair, the files left out, the rows added and those that were not."""
    return {
        "pairs": [_pair_as_json(pair) for pair in found.pairs],
        "left_out": [{"file": name, "reason": reason} for name, reason in found.left_out],
        "added": [{"line": line, "term": term} for line, term in found.added],
        "refused": [{"term": term, "reason": reason} for term, reason in found.refused],
    }


def _pair_as_json(pair: TermPair) -> dict[str, Any]:
    return {
        "chinese": pair.chinese,
        "state": pair.state,
        "forms": [_form_as_json(form) for form in pair.forms],
        "count": pair.count,
        "files": list(pair.files),
        "base": list(pair.base),
        "proposal": pair.proposal,
        "kind": pair.kind,
        "why": pair.why,
    }


def _form_as_json(form: Form) -> dict[str, Any]:
    return {"korean": form.korean, "count": form.count, "files": list(form.files)}


def doubts_as_text(doubts: Sequence[RowDoubt], language: Language) -> str:
    """One doubtful row a line, with its place; a sentence where there is none."""
    if not doubts:
        return Message("살펴볼 줄이 없습니다.", "no row wants looking at.").text(language)
    hint = Message(
        "뜻한 것이면 note를 '확정'으로 시작하십시오.", "Where a row is meant, let its note begin with 'meant'."
    )
    return "\n".join((*_doubts(doubts, language), hint.text(language)))


def _doubts(doubts: Iterable[RowDoubt], language: Language) -> Iterator[str]:
    for doubt in doubts:
        yield on_one_line(f"{doubt.file}:{doubt.line}: [{doubt.doubt}] {doubt.reason.text(language)}")


def added_as_text(made: AddedTerm, language: Language) -> str:
    """The new row with its place, whether its kind was guessed, and what the program's termbase has for the word."""
    term = made.term
    guessed = Message(" (짐작한 종류)", " (its kind is a guess)") if made.guessed else Message("", "")
    base = Message("", "")
    if made.base is not None:
        base = Message(f" 프로그램의 용어집: {made.base}", f" the program's termbase: {made.base}")
    row = f"{made.file}:{made.line}: {term.chinese},{term.korean},{term.kind}"
    return on_one_line(Message(f"{row}{guessed.ko}{base.ko}", f"{row}{guessed.en}{base.en}").text(language))
