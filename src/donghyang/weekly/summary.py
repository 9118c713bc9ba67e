"""What a run has done, what it left out, and why there is nothing to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from donghyang.collect import newest
from donghyang.collect.gathered import Gathered
from donghyang.press import OPEN, is_final
from donghyang.proofread import LeftRow, term_problems
from donghyang.publish import FORMATS
from donghyang.records import Finding, LeftStory, Message, ModelUse
from donghyang.stages import Done, Made
from donghyang.weekly.additions import Addition, additions
from donghyang.weekly.evidence import EVIDENCE, LooseLine
from donghyang.weekly.job import Job
from donghyang.weekly.lines import CHANGED
from donghyang.weekly.work import NOT_PRINTED, articles, edited, is_edited

DatedBy = Literal["asked", "newest page", "today"]
Nothing = Literal["no files", "no pages", "no articles"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the week, and why."""

    file: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done."""

    date: dt.date
    dated_by: DatedBy
    """Where the date comes from."""
    folder: str
    stages: tuple[Done, ...]
    collected: Gathered | None
    """What collecting before it came to; None where there was nothing to collect."""
    nothing: Nothing | None
    """Why there is nothing to print: no file to read, no page in the range of days, no article; None when there is."""
    days: int | None
    """How many days back the pages were taken from; None: of any age."""
    dates: tuple[dt.date, dt.date] | None
    """The first and the last date of all pages read, left out or not; None when none has a date."""
    pages: int
    left_out: tuple[LeftOut, ...]
    left_stories: tuple[LeftStory, ...]
    """Stories that are not in the draft, best first."""
    terms: tuple[LeftRow, ...]
    """Rows of the newsroom's termbase that cannot be used."""
    model: ModelUse | None
    """What a language model was asked for the draft; None where none was."""
    stories: int
    articles: int
    doubts: int
    """Places of the draft that an editor has to look at."""
    findings: Mapping[str, tuple[Finding, ...]]
    """By file of the issue's folder: what the proofreader wants looked at in it."""
    open: int
    """Lines of `report.txt` that are still to be written."""
    loose: tuple[LooseLine, ...]
    """Lines of an editor's `report.txt` that rest on no page: their evidence is lost, or there is none."""
    additions: tuple[Addition, ...]
    """Stories that came since the editor began and are not in `report.txt`, best first."""
    unfinished: tuple[dt.date, ...]
    """The days of issues of the fortnight before whose report somebody has begun to edit and nobody has published;
    () where the day was asked for, for then nobody was led away from them."""
    edited: bool
    """Whether `report.txt` is an editor's; only then is it printed."""
    files: tuple[str, ...]


def summary(job: Job, made: Made, done: Sequence[Done]) -> Summary:
    """The summary of a run whose stages have `made` what they could."""
    dates, prints = job.dates, made.get("publish", {})
    printed = [name for name, made_of in prints.items() if made_of != NOT_PRINTED]
    return Summary(
        date=job.date,
        dated_by="asked" if job.week.date else "newest page" if newest(dates, job.week.today) else "today",
        folder=str(job.folder),
        stages=tuple(done),
        collected=job.week.collected,
        nothing=_nothing(job, made),
        days=job.window.days,
        dates=(dates[0], dates[-1]) if dates else None,
        pages=len(job.pages),
        left_out=tuple(_left_out(job, prints)),
        left_stories=made["draft"].left_out if made.get("draft", None) else (),
        terms=tuple(term_problems(job.week.home)),
        model=made["draft"].model if made.get("draft", None) else None,
        stories=len(made.get("stories", ())),
        articles=articles(made),
        doubts=len(made["draft"].doubts) if made.get("draft", None) else 0,
        findings=made.get("check", {}),
        open=_open_lines(job, made),
        loose=made["evidence"].loose if made.get("evidence", None) else (),
        additions=additions(job, made) if edited(job) else (),
        unfinished=() if job.week.date else tuple(_unfinished(job)),
        edited=edited(job),
        files=tuple(
            str(job.folder / name) for name in ("report.txt", *made.get("compose", ()), EVIDENCE, *printed) if prints
        ),
    )


def _unfinished(job: Job) -> Iterator[dt.date]:
    for days in range(_FORTNIGHT, 0, -1):
        day = job.date - dt.timedelta(days)
        folder = job.week.issues / day.isoformat()
        if is_edited(folder) and not any(is_final(folder / f"report.{to}") for to in FORMATS):
            yield day


_FORTNIGHT = 14


def _nothing(job: Job, made: Made) -> Nothing | None:
    if articles(made) or "report.pdf" in made.get("publish", {}):
        return None
    return "no articles" if job.pages else "no pages" if job.readings else "no files"


def _left_out(job: Job, prints: Mapping[str, str]) -> Iterator[LeftOut]:
    """Every file that is not in the issue; the editor's report, too, when it holds no article to print, and every
    print whose place another file has."""
    for reading in job.readings:
        reason = job.window.problem(reading.page.date) if reading.page else reading.reason
        if reason is not None:
            yield LeftOut(reading.name, reason)
    yield from (LeftOut(name, reason) for name, reason in job.week.others.items())
    yield from (LeftOut(name, _IN_THE_WAY) for name, made_of in prints.items() if made_of == NOT_PRINTED)
    yield from (LeftOut(path.name, _SET_ASIDE) for path in sorted(job.folder.glob(f"*{CHANGED}")))
    yield from (LeftOut(name, _FINAL) for name in prints if is_final(job.folder / name))
    if edited(job) and "report.pdf" not in prints:
        why = "기사가 없어 인쇄하지 않았습니다. docs/format.md의 형식으로 적으십시오."
        yield LeftOut("report.txt", Message(why, "no article in it, not printed. See docs/format.md."))


_IN_THE_WAY = Message(
    "이 프로그램이 만들지 않았거나 만든 뒤 바뀐 파일이 발간호의 폴더에 있어 인쇄하지 않았습니다. "
    "다른 이름으로 옮기십시오.",
    "not printed: a file stands in the issue's folder that was not printed, or was changed since. "
    "Move it to another name.",
)


_SET_ASIDE = Message(
    "초안(draft.txt)을 누가 고쳤기에 새로 쓰기 전에 옮겨 둔 사본입니다. 필요한 글을 report.txt로 옮긴 뒤 지우십시오.",
    "a copy of a draft (draft.txt) that somebody changed, set aside before it was written anew. "
    "Move what is needed into report.txt, then delete it.",
)

_FINAL = Message(
    "발간한 인쇄물이라 초안으로 덮어쓰지 않았습니다. 다시 내려면 `donghyang publish --final`을 실행하십시오.",
    "published: no draft is printed over it. Run `donghyang publish --final` to print it again.",
)


def _open_lines(job: Job, made: Made) -> int:
    """How much the proofreader says is still to be written, of the editor's report or else of the draft."""
    findings = made.get("check", {}).get("report.txt" if edited(job) else "draft.txt", ())
    return sum(finding.rule == OPEN for finding in findings)
