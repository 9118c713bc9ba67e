"""Questions in Korean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from donghyang.archive.answers.asking.asked import Asked, is_type
from donghyang.archive.answers.asking.chinese import needs_of_run
from donghyang.archive.answers.asking.korean_asked import asked_in
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import Question, around_core, core_of, periods_of, words
from donghyang.archive.answers.asking.tokens import bare, need_of, tokens
from donghyang.archive.answers.asking.verbs import is_auxiliary, is_short_verb
from donghyang.language.patterns import lazily
from donghyang.language.script import is_han
from donghyang.records import Period, Span

_YEARS = lazily(r"[(（]['’]?(?:20)?[0-9]{2}년?\s?[-~∼–]\s?['’]?(?:20)?[0-9]{2}년?[)）]")
"""The years that a plan runs, behind its name: no time that is asked for."""
_PARTICLE = lazily("(?:말|초|기준)?(?:에는|에도|에|까지|부터|의)?(?![가-힣])")
_OBJECT = ("을", "를", "만", "로", "게", "서")
"""What ends a word right before a verb."""
_VERB_END = lazily("(?:[가-힣](?:나|나요|지|지요|죠|어|아|해|돼|라|려|야|냐|니|요|까)|는가|은가|던가)$")


def question(text: str, day: dt.date | None) -> Question:
    """A Korean question understood."""
    text = _YEARS.sub(lambda found: " " * len(found[0]), text)
    periods = periods_of(text, day)
    asked = asked_in(_without(text, periods))
    taken = [*((period.start, period.end) for period in periods), *(asked.taken if asked else ())]
    needs = list(_once(_needs(text, taken)))
    if asked is not None:
        needs = [_as_noun(need, asked) for need in needs]
    if needs and _opens(needs[0], text):
        needs[0] = replace(needs[0], kind="word")
    if needs and (needs[-1].kind == "word" or _is_behind(needs[-1], asked)) and _closes(needs[-1], text):
        needs[-1] = replace(needs[-1], kind="deed")
    needs = _without_what_asks(needs, asked)
    core = core_of(needs, asked)
    return Question(text, "ko", asked, tuple(needs), core, around_core(text, needs, core), periods)


def _without(text: str, periods: Sequence[Period]) -> str:
    """The text with spaces in place of the times that it names: what asks may stand behind them."""
    for period in periods:
        particle = _PARTICLE.match(text, period.end)
        end = particle.end() if particle else period.end
        text = text[: period.start] + " " * (end - period.start) + text[end:]
    return text


def _needs(text: str, taken: Sequence[Span]) -> Iterator[Need]:
    before, end = "", -1
    for token, span in tokens(text, taken):
        if is_han(token[0]):
            yield from needs_of_run(text, span)
        elif not is_auxiliary(token, before) and not (span[0] == end and _is_suffix(token, before)):
            need = need_of(token, span)
            if need is not None and need.kind == "word" and before.endswith(_OBJECT) and is_short_verb(token):
                need = replace(need, kind="deed")
            if need is not None:
                yield need
        before, end = token, span[1]


def _is_suffix(token: str, before: str) -> bool:
    """Whether a syllable only hangs on a name or figure right before it: 1MW급으로, C류."""
    return not is_han(before[0]) and before[-1].isascii() and len(bare(token)) == 1


def _once(needs: Iterable[Need]) -> Iterator[Need]:
    """Each word once, where it stands last."""
    found: dict[tuple[str, ...], Need] = {}
    for need in needs:
        found.pop(need.forms, None)
        found[need.forms] = need
    yield from found.values()


def _is_behind(need: Need, asked: Asked | None) -> bool:
    """Whether a word stands behind what asks, where only its verb does: 얼마를 주지."""
    return need.kind == "name" and asked is not None and bool(asked.taken) and need.span[0] >= asked.taken[-1][1]


def _as_noun(need: Need, asked: Asked) -> Need:
    """A word that only looks like a verb, where it names what is measured: 단가는 얼마."""
    named = any(need.span[0] < end and start < need.span[1] for start, end in asked.core)
    noun = len(need.forms) == 1 or need.text[:-1] == need.forms[0]
    return replace(need, kind="word") if named and need.kind == "deed" and noun else need


def _opens(need: Need, text: str) -> bool:
    """Whether a word that looks like a verb is the topic, which a question opens with: 이브에너지는."""
    return need.kind == "deed" and not text[: need.span[0]].strip() and need.text[-1] in "은는이가" and need.own == 1


def _closes(need: Need, text: str) -> bool:
    """Whether a word is the verb that closes the question."""
    return _VERB_END.search(need.text) is not None and text.rstrip("?？. ").endswith(need.text)


def _without_what_asks(needs: list[Need], asked: Asked | None) -> list[Need]:
    """The needs without nouns that say no more than what is asked for: 금액, 기관."""
    if asked is None:
        return needs
    if asked.kinds:
        return [need for need in needs if need.forms[0] not in words("measures")]
    if asked.sort == "date":
        return [need for need in needs if need.forms[0] not in words("times_of")]
    if asked.sort in ("name", "list", "ranked", "extreme") and asked.kind in ("body", "place", "name"):
        core = core_of(needs, asked)
        return [need for need in needs if need not in core or not is_type(need.forms[0])]
    return needs
