"""Terms out of published reports: pairs such as 원신이언(文心一言), how often each form stands, and which one holds.

A word that a table of the program or the newsroom's own termbase has is held against it. Of any other word the forms
vote: one that is off votes for the form by the rules, and of two with as many votes the one that the rules speak for
wins. Where nothing decides, nothing is proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from donghyang.facts.names import find_names
from donghyang.language.nearness import distance, letters
from donghyang.language.script import fold, has_han
from donghyang.language.terms import Kind, Term
from donghyang.language.transliterate import transliterate
from donghyang.proofread.term_forms import LONGEST, Standing, is_unknown_place, judged, standing
from donghyang.proofread.term_kinds import guessed_kind, told_kind
from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.language.terms import Termbase
    from donghyang.records import Name

State = Literal["differs", "disputed", "off", "unsure", "new", "known"]
"""differs: printed otherwise than a table has it; disputed: in several forms that no table has; off: in one form that
the rules write otherwise; unsure: in one form that nothing speaks for; new: in one form that the rules, its quotation
marks or a second place speak for; known: as a table has it."""

ORDER: tuple[State, ...] = ("differs", "disputed", "off", "unsure", "new", "known")
"""What wants an editor's eye stands first."""

_QUOTES = frozenset("'\"’”」』》〉")
_SETTLED = 2
"""Places in which a translation has the same words before its bracket: where its first word begins is no guess then."""


@dataclass(frozen=True, slots=True)
class Form:
    """One Korean form of a Chinese word."""

    korean: str
    """As it is printed most; its spaces and marks make no form of its own."""
    count: int
    files: tuple[str, ...]
    """The files it stands in, in order."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """A Chinese word and what reports call it in Korean."""

    chinese: str
    """Simplified."""
    forms: tuple[Form, ...]
    """The most frequent first."""
    state: State
    base: tuple[str, ...]
    """The forms that the tables have, the first to be written; () for a word that none has."""
    proposal: str | None
    """None where nothing decides."""
    kind: Kind | None
    """As the termbase has it or as it is guessed; None where nothing says it."""
    why: Message

    @property
    def count(self) -> int:
        """How often the word stands beside any form."""
        return sum(form.count for form in self.forms)

    @property
    def files(self) -> tuple[str, ...]:
        """All files it stands in."""
        return tuple(dict.fromkeys(name for form in self.forms for name in form.files))


@dataclass(slots=True)
class _Seen:
    """One form, its spaces and marks aside, as it was met."""

    spelled: Counter[str] = field(default_factory=Counter)
    files: dict[str, None] = field(default_factory=dict)
    quoted: bool = False
    kinds: set[Kind] = field(default_factory=set)
    """What the words around it say it is."""

    def form(self) -> Form:
        return Form(self.spelled.most_common(1)[0][0], self.spelled.total(), tuple(self.files))


def mined(texts: Iterable[tuple[str, str]], base: Termbase) -> list[TermPair]:
    """The pairs of (file, text), held against the termbase; what wants an eye first, then the most frequent.

    Chinese of one character is a gloss, and no term: 성(省).
    """
    seen: dict[str, dict[str, _Seen]] = {}
    for file, text in texts:
        for name in find_names(text):
            chinese = fold(" ".join(name.hanja.split()))
            korean = " ".join(name.korean.split())
            key = letters(korean)
            if not key or not 1 < len(chinese) <= LONGEST or (has_han(korean) and fold(korean) == chinese):
                continue
            one = seen.setdefault(chinese, {}).setdefault(key, _Seen())
            one.spelled[korean] += 1
            one.files[file] = None
            one.quoted |= _is_quoted(name)
            if kind := told_kind(text, name):
                one.kinds.add(kind)
    pairs = [_pair(chinese, list(forms.values()), base) for chinese, forms in seen.items()]
    return sorted(pairs, key=lambda pair: (ORDER.index(pair.state), -pair.count))


def _is_quoted(name: Name) -> bool:
    """Does a quotation mark close the form, so that it surely begins where the marks open?"""
    behind = name.text[len(name.korean) :] if name.text.startswith(name.korean) else ""
    return behind.lstrip(" *")[:1] in _QUOTES


def terms_of(pairs: Iterable[TermPair]) -> list[Term]:
    """The new words that nobody disputes and whose kind is known, as terms; their source is the first file."""
    return [
        Term(pair.chinese, pair.proposal, pair.kind, source=pair.files[0])
        for pair in pairs
        if pair.state == "new" and pair.proposal and pair.kind
    ]


def _pair(chinese: str, seen: Sequence[_Seen], base: Termbase) -> TermPair:
    forms = sorted((one.form() for one in seen), key=lambda form: -form.count)
    known = standing(chinese, base)
    held = tuple(dict.fromkeys(one.korean for one in known))
    if known:
        state, proposal, why = _against(forms, known)
    elif len(forms) == 1:
        state, proposal, why = _alone(chinese, forms[0], quoted=seen[0].quoted)
    else:
        state, proposal, why = _voted(chinese, forms)
    told = {kind for one in seen for kind in one.kinds}
    kind = told.pop() if len(told) == 1 and not known else guessed_kind(chinese, proposal or forms[0].korean, base)
    return TermPair(chinese, tuple(forms), state, held, proposal, kind, why)


_Settled = tuple[State, str | None, Message]

_WHERE = {
    "termbase": Message("용어집", "the termbase"),
    "names": Message("알려진 이름", "the table of well-known names"),
    "gazetteer": Message("지명표", "the gazetteer"),
}


def _against(forms: Sequence[Form], known: Sequence[Standing]) -> _Settled:
    """What the tables say of the forms: the one of them that is printed most, else the one that comes nearest."""
    printed = [(form, next((one for one in known if one.says(form.korean)), None)) for form in forms]
    right = next((one for _, one in printed if one), None)
    said = right or min(known, key=lambda one: distance(one.korean, forms[0].korean))
    where = _WHERE[said.where]
    if all(one for _, one in printed):
        return "known", said.korean, Message(f"{where.ko}대로", f"as {where.en} has it")
    others = ", ".join(form.korean for form, one in printed if not one)
    return "differs", said.korean, Message(f"{where.ko}의 표기가 아님: {others}", f"not as {where.en} has it: {others}")


def _alone(chinese: str, form: Form, *, quoted: bool) -> _Settled:
    found = judged(chinese, form.korean)
    if found.way == "off":
        return "off", found.right, Message("표기법과 다름", "not by the national rules")
    if found.way == "unfit":
        return "unsure", None, Message("한글과 한자가 맞지 않음", "the Hangul and the characters do not fit")
    if is_unknown_place(chinese):
        return "unsure", form.korean, Message("지명표에 없는 지명", "a place that the gazetteer has not")
    if found.way == "fits":
        return "new", form.korean, Message("소리나 한자음에 맞음", "fits by sound or reading")
    if quoted or form.count >= _SETTLED:
        why = Message("번역, 따옴표 안", "a translation in quotation marks")
        if not quoted:
            why = Message(f"번역, {form.count}곳에서 같음", f"a translation, the same in {form.count} places")
        return "new", form.korean, why
    return (
        "unsure",
        form.korean,
        Message("번역, 한 곳뿐: 앞 경계를 확인", "a translation met once: see where it begins"),
    )


def _voted(chinese: str, forms: Sequence[Form]) -> _Settled:
    """The form with most votes, then the one that the rules speak for, then the one by sound; None on a tie."""
    sound = letters(transliterate(chinese).hangul)
    votes: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    backed: set[str] = set()
    for form in forms:
        found = judged(chinese, form.korean)
        korean = found.right if found.way == "off" else form.korean
        if korean is None or found.way == "unfit":
            continue
        key = letters(korean)
        votes[key] += form.count
        spelled.setdefault(key, korean)
        if found.way in ("off", "fits"):
            backed.add(key)
    ranks = {key: (count, key in backed, key == sound) for key, count in votes.items()}
    order = sorted(ranks, key=ranks.__getitem__, reverse=True)
    if not order or (order[1:] and ranks[order[0]] == ranks[order[1]]):
        return "disputed", None, Message("가릴 근거 없음", "nothing decides between them")
    best, total = order[0], sum(form.count for form in forms)
    rules = Message(", 표기법에 맞음", ", by the rules") if best in backed else Message("", "")
    return (
        "disputed",
        spelled[best],
        Message(f"{total}곳 가운데 {votes[best]}곳{rules.ko}", f"{votes[best]} of {total} places{rules.en}"),
    )
