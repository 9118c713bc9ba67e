"""The writer that asks a language model, and lets through only what the story's own sentences say.

Reply, proof, one round of repair with the faults; what still fails becomes an open line with its source. Where no reply
can be had the rules write the story.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.asking import NoReply, Reply
from donghyang.draft.briefing import Briefing, briefing, instructions
from donghyang.draft.proving import LONGEST, Proved, Prover, turns_of_repair
from donghyang.draft.rereading import read_again
from donghyang.draft.selection import LONGEST_LEAD
from donghyang.draft.writer import LONGEST_HEADLINE, Task, Written
from donghyang.records import Bullet, Doubt, Evidence, Message, Open
from donghyang.report.unwritten import missing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from donghyang.draft.asking import Asked
    from donghyang.draft.writer import RuleWriter
    from donghyang.language.terms import Termbase
    from donghyang.records import Block, Fact, PageText
    from donghyang.verify import Entailment

_LONGEST_SUMMARY = 400
_MUCH_LONGER = 2
"""A headline or lead that goes over its measure is cut by an editor; one of twice the measure is none."""
_NOTHING_PROVEN = Message(
    "모델이 쓴 줄 가운데 원문으로 확인된 것이 없습니다.", "no line of the model's could be proven."
)


@dataclass(frozen=True, slots=True)
class _Article:
    """A reply whose lines were held against their sentences."""

    headline: Proved
    lead: Proved
    bullets: tuple[Proved, ...]
    summary: Proved | None

    @property
    def lines(self) -> tuple[Proved, ...]:
        """All of them, as they are printed."""
        return (self.headline, self.lead, *self.bullets, *((self.summary,) if self.summary else ()))

    @property
    def faults(self) -> list[Proved]:
        """Those that may not stand."""
        return [line for line in self.lines if line.faults]


class ModelWriter:
    """Asks a model for each story; `rules` writes those of which it says nothing usable."""

    def __init__(  # noqa: PLR0913 - the week's inputs, as the writer by rules has them
        self,
        model: Asked,
        rules: RuleWriter,
        pages: Mapping[str, PageText],
        facts: Mapping[str, Sequence[Fact]],
        terms: Termbase,
        date: dt.date,
        reader: Entailment | None = None,
    ) -> None:
        """`reader` is asked of each line that is proven whether its sentences say it; None asks nobody."""
        self._model = model
        self._rules = rules
        self._pages = pages
        self._facts = facts
        self._terms = terms
        self._date = date
        self._reader = reader
        self.refused = 0
        """Lines of the model's that were not let through so far."""
        self.failures: list[Message] = []
        """Why stories were written by the rules, one a story."""

    def write(self, task: Task) -> Written:
        """The story's article in the model's words where they are proven; else open, else in those of the rules."""
        plain = self._rules.write(task)
        told = briefing(task, self._pages, self._facts, self._terms, self._date)
        if not told.sentences:
            return plain
        try:
            proved = self._proved(told, instructions("around" if task.kept else ""))
        except NoReply as none:
            return self._by_rules(task, plain, none.message)
        if not any(not line.faults for line in (proved.lead, *proved.bullets)):
            return self._by_rules(task, plain, _NOTHING_PROVEN)
        self.refused += len(proved.faults)
        written = _written(task, plain, proved, told)
        return replace(written, doubts=(*self._rules.page_doubts(task), *written.doubts))

    def _by_rules(self, task: Task, plain: Written, why: Message) -> Written:
        """The rules' article, and a doubt that says why the model's is not there."""
        self.failures.append(why)
        told = Message(f"모델 대신 규칙으로 썼습니다: {why.ko}", f"written by the rules, not by the model: {why.en}")
        return replace(plain, doubts=(Doubt(task.section, task.number, None, told), *plain.doubts))

    def _proved(self, told: Briefing, how: str) -> _Article:
        """The better of a reply and its repair; `how` are the instructions."""
        first = self._model.ask(how, [told.told], Reply)
        best = self._held(first, told)
        if best.faults:
            turns = turns_of_repair(told.told, first, best.faults)
            try:
                second = self._held(self._model.ask(how, turns, Reply), told)
            except NoReply:
                return best
            best = second if len(second.faults) <= len(best.faults) else best
        return best

    def _read_again(self, article: _Article) -> _Article:
        if self._reader is None:
            return article
        headline, lead, *others = read_again(article.lines, self._reader, self._pages, self._date)
        bullets = others[: len(article.bullets)]
        return _Article(headline, lead, tuple(bullets), next(iter(others[len(bullets) :]), None))

    def _held(self, reply: Reply, told: Briefing) -> _Article:
        prover = Prover(told, self._pages, self._date)
        article = _Article(
            prover.proved(reply.headline, LONGEST_HEADLINE),
            prover.proved(reply.lead, _MUCH_LONGER * LONGEST_LEAD),
            tuple(prover.proved(line, LONGEST) for line in reply.bullets),
            prover.proved(reply.summary, _LONGEST_SUMMARY) if reply.summary else None,
        )
        return self._read_again(article)


def _written(task: Task, plain: Written, article: _Article, told: Briefing) -> Written:
    """The article of proven and open lines; headline and lead that could not be proven are those of the rules."""
    lead = article.lead
    evidence = [one for one in plain.evidence if one.block is None] if lead.faults else _evidence(task, None, lead)
    blocks: list[Block] = []
    for line in article.bullets[: task.bullets]:
        if (block := _block(line, under=bool(blocks))) is not None:
            evidence += _evidence(task, len(blocks), line)
            blocks.append(block)
    made = replace(
        plain.article,
        headline=plain.article.headline if article.headline.faults else article.headline.text,
        lead=plain.article.lead if lead.faults else lead.text,
        blocks=tuple(blocks),
    )
    summary = article.summary.text if article.summary and not article.summary.faults else ""
    return Written(made, tuple(evidence), tuple(_doubts(task, article, told)), summary)


def _block(line: Proved, *, under: bool) -> Bullet | Open | None:
    """The line as it stands, or as it is still to be written; None where it names no sentence that could be written.

    `under`: whether a bullet stands above that it may be a detail of.
    """
    level = line.level if under else 1
    if not line.faults:
        return Bullet(level, line.text)
    return Open(level, line.quoted[0].prepared, missing(line.quoted[0].prepared)) if line.quoted else None


def _evidence(task: Task, block: int | None, line: Proved) -> list[Evidence]:
    """The sentences that say the line; of one still to be written the sentence it stands for."""
    quoted = line.quoted[:1] if line.faults else line.quoted
    length = len(quoted[0].prepared if line.faults else line.text) if quoted else 0
    return [Evidence(task.section, task.number, block, (0, length), one.page, one.span, one.text) for one in quoted]


def _doubts(task: Task, article: _Article, told: Briefing) -> Iterator[Doubt]:
    """What was refused and why, and what there was no room for."""
    for line in article.faults:
        shown, why = line.text[:LONGEST], line.why_not
        yield _doubt(
            task,
            f"모델이 쓴 줄을 싣지 않았습니다: {shown} ({why.ko})",
            f"a line of the model's is refused: {shown} ({why.en})",
        )
    if (more := len(article.bullets) - task.bullets) > 0:
        yield _doubt(
            task, f"모델이 쓴 불릿 {more}개는 자리가 없습니다.", f"there is no room for {more} bullets of the model's."
        )
    if told.orders:
        shown = told.orders[0][:LONGEST]
        yield _doubt(
            task,
            f"모델에게 지시하는 문장 {len(told.orders)}개를 뺐습니다. 페이지를 확인하십시오: {shown}",
            f"{len(told.orders)} sentences that give orders to a model are left out; look at the page: {shown}",
        )
    if told.left:
        yield _doubt(
            task,
            f"원문 {told.left}문장은 길어서 모델에게 보이지 않았습니다.",
            f"{told.left} sentences of the pages were not shown to the model, for want of room.",
        )


def _doubt(task: Task, ko: str, en: str) -> Doubt:
    return Doubt(task.section, task.number, None, Message(ko, en))
