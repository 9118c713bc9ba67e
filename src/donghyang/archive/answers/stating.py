"""Questions for yes or no, and for a reason: answered by a line that says so itself, or by a figure that decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import Asked, measured
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.places import lies_together, places_in
from donghyang.archive.answers.asking.question import is_everywhere, words
from donghyang.archive.answers.clashes import same_value
from donghyang.archive.answers.fitting import Candidate, fit, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.gates import is_open, is_planned, turns
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.looking_up import looked_up
from donghyang.archive.answers.passages import Held, Passage
from donghyang.facts.quantities import find_quantities
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Answer, Cited, Quantity

_WHY = lazily(
    r"(?<![가-힣])(?:왜|어째서)(?![가-힣])|(?:이유|까닭|원인)(?:은|는|이|가|를|을)?\s?(?:뭐|뭔|무엇|무슨|\?)"
    r"|为什么|为何|\bwhy\b"
)
_YES_NO = lazily(
    r"(?:까|나|[는은인던]가|니|지|어|해|돼|야)요?\s*[?？]\s*$"
    r"|是否|有没有|吗\s*(?:[?？]\s*)?$|^(?:did|does|do|is|are|was|were|has|have|can|will)\b"
)
_ASKS = lazily(tables.said(__package__, "asks"))
_EMBEDDED = lazily(
    r"(?:얼마나|몇\s?[가-힣]{1,3}|누가|언제|어디서?)\s(?:[가-힣]+\s)?[가-힣]+(?<!까)지(?:도|는|를|로)?(?=\s)"
)
"""What is asked within what is asked about: 논문을 몇 편 썼는지도 따지나."""
_OVER = lazily(r"^\s?(?:을|를)?\s?(?:넘|초과|이상|돌파|웃[도돌]|상회)")
_UNDER = lazily(r"^\s?(?:을|를|에)?\s?(?:못\s?미|미만|이하|밑[도돌]|하회)")
_OVER_BEFORE = lazily(r"(?:超过|超|over|more than|at least|exceed\w*)\s?$")
_UNDER_BEFORE = lazily(r"(?:低于|不到|under|less than|at most|below)\s?$")
_ASKING_WORDS = lazily("왜|어째서|이유|까닭|원인|여부|是否|为什么|为何|why|yes|no")
_CAUSE = lazily(
    r"(?<![^.;])(?P<cause>[^.;]*?(?:때문(?:에|이다|임|$)|(?:으?로|에)\s인해|위해서?|위하여|덕분에|[을를]\s이유로|이유는|由于|因为|为了))"
    r"(?=[\s,，.]|$)"
)
_TURNED = lazily(tables.said(__package__, "turned_round"))
_CAUSE_LEAST = 2
_NEAREST = 3
"""Articles whose lines may decide; the right one is among the first three 98 of 100 times."""
_MOST_ABOVE = 0.5
"""The share of the nouns that the lines above may say in its place: the topic, which the headline names."""
_BEFORE_NOT = 12
"""Letters before a negation in which what did not happen is told: 논문 수를 평가하지 않고."""


def asks_why(question: Question) -> bool:
    """Whether a question asks for a reason."""
    return _WHY.search(question.text.lower()) is not None


def asks_whether(question: Question) -> bool:
    """Whether a question asks for yes or no."""
    text = question.text.strip().lower()
    asks = _ASKS.search(_EMBEDDED.sub("", text))
    return _YES_NO.search(text) is not None and asks is None and not asks_why(question)


def reason(question: Question, near: Sequence[Held], holdings: Holdings) -> Answer | None:
    """The reason that a line states of what is asked about; None where no line does, or several do."""
    found: dict[str, Cited] = {}
    for article, passage in _lines(question, near, holdings):
        cause = _CAUSE.search(passage.text)
        if cause is None:
            continue
        said = folded(cause["cause"])
        told = [need for need in _nouns(question) if not need.said_in(said)]
        if told and len(cause["cause"].split()) >= _CAUSE_LEAST:
            found.setdefault(cause["cause"].strip(), article.cited(quote(passage)))
    if len(found) != 1:
        return None
    said_so, cited = next(iter(found.items()))
    return Answer("answered", said_so, None, None, (cited,))


def whether(question: Question, near: Sequence[Held], holdings: Holdings) -> Answer | None:
    """Yes where a line says all of a question, no where the figure that it names is another one; None else."""
    decided = _by_figure(question, near, holdings)
    if decided is not None:
        return decided
    if _TURNED.search(question.text):
        return None
    said = [
        (_holds_true(question, passage), article.cited(quote(passage)))
        for article, passage in _told(question, near, holdings)
    ]
    told = {word: cited for word, cited in reversed(said) if word}
    if len(told) != 1:
        return None
    word, cited = next(iter(told.items()))
    return Answer("answered", word, None, None, (cited,))


def _told(question: Question, near: Sequence[Held], holdings: Holdings) -> Iterator[tuple[Held, Passage]]:
    """The lines that say all nouns of a question in any of their words, the last one themselves; nothing forbids."""
    nouns = _nouns(question)
    if not any(need.kind == "word" for need in nouns):
        return
    for article in near[:_NEAREST]:
        for passage in article.passages:
            here = Candidate(passage, 0, len(passage.text), (0, len(passage.text)))
            line = folded(passage.text)
            if passage.row is not None or not nouns[-1].said_in(line):
                continue
            if _is_elsewhere(question, f"{passage.text} {article.head}") or (
                any(turns(question.text)) and all(turns(passage.text))
            ):
                continue
            fitted = fit(question.needs, here, holdings)
            if any(need in (*fitted.missing, *fitted.far) and not is_everywhere(need) for need in nouns):
                continue
            if (question.ahead or not is_planned(here)) and is_open(question, here, holdings):
                yield article, passage


def _is_elsewhere(question: Question, text: str) -> bool:
    """Whether a text names a place that lies in none of those that the question names."""
    asked = places_in(question.text)
    return bool(asked) and any(
        not any(one == other or lies_together(one, other) for one in asked) for other in places_in(text)
    )


def _holds_true(question: Question, passage: Passage) -> str | None:
    """Yes where a line tells the deed of a question, no where it tells that there was none; None where neither."""
    last = _nouns(question)[-1]
    text = max(map(folded, passage.text.split(", ")), key=last.said_in)
    deeds = [need for need in question.needs if need.kind == "deed" and not need.text.startswith(words("light"))][-1:]
    turned = _TURNED.search(text.plain)
    if turned is None:
        nouns = [need for need in _nouns(question) if not need.said_in(folded(passage.text))]
        told = (
            deeds
            and len(nouns) <= _MOST_ABOVE * len(_nouns(question))
            and _in_order(question, passage)
            and all(need.said_in(text) for need in deeds)
        )
        return _yes(question) if told else None
    before = folded(text.plain[max(0, turned.start() - _BEFORE_NOT) : turned.start()])
    return _no(question) if any(need.said_in(before) for need in (*deeds, last)) else None


def _by_figure(question: Question, near: Sequence[Held], holdings: Holdings) -> Answer | None:
    """Yes or no by the figure of just the measure, place and time that a question names."""
    dated = {at for period in question.periods for at in range(period.start, period.end)}
    figures = [one for one in find_quantities(question.text) if one.start not in dated and one.value is not None]
    core = [need for need in question.needs if need.kind == "word" and measured(need.forms[0])]
    if _TURNED.search(question.text) or len(figures) != 1 or not core or core[-1].span[0] > figures[0].start:
        return None
    figure = figures[0]
    rest = tuple(
        need
        for need in question.needs
        if need.kind != "deed" and not (need.span[0] < figure.end and figure.start < need.span[1])
    )
    asked = Asked("figure", frozenset({figure.kind}), figure.unit)
    plain = replace(question, asked=asked, needs=rest, core=(core[-1],), around=(core[-1],), ahead=True)
    said = looked_up(plain, near, holdings)
    if not said:
        return None
    word = _yes(question) if _holds(question.text, figure, said[0].figure) else _no(question)
    cited = said[0].article.cited(quote(said[0].passage))
    return Answer("answered", f"{word} ({said[0].figure.text})", None, None, (cited,))


def _holds(text: str, asked: Quantity, said: Quantity) -> bool:
    """Whether a figure is the one that a question names, or on the side of it that it asks for."""
    if asked.value is None or said.value is None or asked.unit != said.unit:
        return same_value(asked, said)
    before, behind = text[: asked.start].lower(), text[asked.end :]
    if asked.bound in (">", ">=") or _OVER.match(behind) or _OVER_BEFORE.search(before):
        return said.value >= asked.value
    if asked.bound in ("<", "<=") or _UNDER.match(behind) or _UNDER_BEFORE.search(before):
        return said.value <= asked.value
    return same_value(asked, said)


def _lines(question: Question, near: Sequence[Held], holdings: Holdings) -> Iterator[tuple[Held, Passage]]:
    """The lines that say all nouns of a question themselves, names beside them in the headline, and nothing forbids."""
    nouns = _nouns(question)
    if not any(need.kind == "word" for need in nouns):
        return
    for article in near:
        head = folded(article.head)
        for passage in article.passages:
            if passage.row is not None:
                continue
            own = folded(passage.text)
            if not all(
                need.said_in(own) == 1.0 or (need.kind == "name" and need.said_in(head) == 1.0) for need in nouns
            ):
                continue
            here = Candidate(passage, 0, len(passage.text), (0, len(passage.text)))
            if (question.ahead or not is_planned(here)) and is_open(question, here, holdings):
                yield article, passage


def _nouns(question: Question) -> list[Need]:
    return [need for need in question.needs if need.kind != "deed" and not _ASKING_WORDS.match(need.text.lower())]


def _in_order(question: Question, passage: Passage) -> bool:
    """Whether the names of a question stand in a line in its order: who did it to whom."""
    plain = folded(passage.text).plain
    places = [
        min((at for form in need.forms if (at := plain.find(form)) >= 0), default=-1)
        for need in question.needs
        if need.kind == "name"
    ]
    said = [at for at in places if at >= 0]
    return said == sorted(said)


def _yes(question: Question) -> str:
    return {"ko": "예", "zh": "是", "en": "yes"}[question.language]


def _no(question: Question) -> str:
    return {"ko": "아니요", "zh": "否", "en": "no"}[question.language]
