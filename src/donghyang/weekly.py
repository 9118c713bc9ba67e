"""The week as a list of stages: a folder of pages in, the draft and the printed issue out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from donghyang import __version__, collect, planning, read, report, wire
from donghyang.collect import PageRead, Window, newest
from donghyang.files import write
from donghyang.press import note
from donghyang.proofread import ACCEPTED, Asked, LeftRow, each, term_problems
from donghyang.records import Draft, Fact, Finding, Message, PageText, Progress, Story
from donghyang.report.grammar import split_marker
from donghyang.stages import Done, Lines, Made, Stage, digest, digests, run
from donghyang.workspace import Settings, Workspace


@dataclass(frozen=True, slots=True)
class Week:
    """What one week's run is asked to do."""

    files: Mapping[str, Path]
    """The pages by name."""
    issues: Path
    """Where the folders of the issues lie, each called by its date."""
    date: dt.date | None = None
    """The day of publication; None: that of the newest page."""
    home: Workspace | None = None
    """The workspace with its settings and its termbase; None outside of any."""
    days: int | Literal["all"] | None = None
    """How many days back from its date the week takes pages; None: as many as the settings say."""
    others: Mapping[str, Message] = field(default_factory=dict)
    """Files that lie among the pages and are none, by name, with the reason."""
    today: dt.date = field(default_factory=dt.date.today)
    """Pages of days to come do not date an issue; it is of today where no page says a day."""
    progress: Progress = field(default=lambda label, done, total: None, compare=False)

    @property
    def settings(self) -> Settings:
        """Those of the workspace, else what holds where nobody says otherwise."""
        return self.home.settings if self.home else Settings()

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None where it has none."""
        return self.home.termbase if self.home else None


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
    nothing: Nothing | None
    """Why there is nothing to print: no file to read, no page in the range of days, no article; None when there is."""
    days: int | None
    """How many days back the pages were taken from; None: of any age."""
    dates: tuple[dt.date, dt.date] | None
    """The first and the last date of all pages read, left out or not; None when none has a date."""
    pages: int
    left_out: tuple[LeftOut, ...]
    terms: tuple[LeftRow, ...]
    """Rows of the newsroom's termbase that cannot be used."""
    stories: int
    articles: int
    doubts: int
    """Places of the draft that an editor has to look at."""
    findings: Mapping[str, tuple[Finding, ...]]
    """By file of the issue's folder: what the proofreader wants looked at in it."""
    open: int
    """Lines of `report.txt` that are still to be written."""
    edited: bool
    """Whether `report.txt` is an editor's; only then is it printed."""
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A week whose pages are read and whose day is known."""

    week: Week
    readings: tuple[PageRead, ...]
    window: Window

    @property
    def date(self) -> dt.date:
        """The day of publication."""
        return self.window.day

    @property
    def folder(self) -> Path:
        """Where the issue's files go."""
        return self.week.issues / self.date.isoformat()

    @property
    def pages(self) -> list[PageText]:
        """The pages of the week."""
        return [r.page for r in self.readings if r.page and self.window.problem(r.page.date) is None]

    @property
    def dates(self) -> list[dt.date]:
        """The dates of all pages that were read, in order."""
        return sorted(r.page.date for r in self.readings if r.page and r.page.date)


READING = Message("읽기", "read")


def weekly(week: Week) -> Summary:
    """Make the week's issue. Killed at any point it goes on when run again; run twice it changes nothing.

    Where there is nothing to print the summary says so, and no file of the issue is touched. Raises CannotProceed
    when a file cannot be written.
    """
    week.progress(READING, 0, len(STAGES) + 1)
    readings, fresh = _read(week)
    readings = tuple(collect.whole(readings))
    job = Job(week, readings, _window(week, readings))
    sources = (f"{reading.name}\0{reading.digest}" for reading in readings)
    settings = (job.date.isoformat(), wire.dumps(week.settings), str(job.window.days))
    brought = (digest(data) for data in planning.sources(week.home, job.date))
    begun = iter(range(1, len(STAGES) + 1))

    def go_on(stage: Stage[Job], made: Made) -> bool:
        week.progress(stage.label, next(begun), len(STAGES) + 1)
        return _edited(job) or bool(job.pages and (stage.name != COMPOSE.name or _articles(made)))

    made, done = run(STAGES, job, job.folder / "work", digest(__version__, *settings, *brought, *sources), go_on)
    return _summary(job, made, [Done("read", READING, len(readings), fresh), *done])


def _articles(made: Made) -> int:
    draft: Draft | None = made.get("draft", None)
    return sum(len(section.articles) for section in draft.issue.sections) if draft else 0


def _summary(job: Job, made: Made, done: Sequence[Done]) -> Summary:
    dates, printed = job.dates, made.get("publish", {})
    return Summary(
        date=job.date,
        dated_by="asked" if job.week.date else "newest page" if newest(dates, job.week.today) else "today",
        folder=str(job.folder),
        stages=tuple(done),
        nothing=_nothing(job, made),
        days=job.window.days,
        dates=(dates[0], dates[-1]) if dates else None,
        pages=len(job.pages),
        left_out=tuple(_left_out(job, printed)),
        terms=tuple(term_problems(job.week.home)),
        stories=len(made.get("stories", ())),
        articles=_articles(made),
        doubts=len(made["draft"].doubts) if made.get("draft", None) else 0,
        findings=made.get("check", {}),
        open=_open_lines(job),
        edited=_edited(job),
        files=tuple(str(job.folder / name) for name in ("report.txt", *made.get("compose", ()), *printed) if printed),
    )


def _nothing(job: Job, made: Made) -> Nothing | None:
    if _articles(made) or "report.pdf" in made.get("publish", {}):
        return None
    return "no articles" if job.pages else "no pages" if job.readings else "no files"


# ---------------------------------------------------------------- read


def _read(week: Week) -> tuple[tuple[PageRead, ...], bool]:
    """What came of each file, and whether it was not known before: a page once read is not read again."""
    store = Lines(week.issues / "work" / "read.jsonl", PageRead)
    known, count = store.load(), 0

    def keep(reading: PageRead) -> None:
        nonlocal count
        count += 1
        store.add(_key(reading), reading)
        week.progress(READING, count, len(week.files))

    by_name = {reading.name: reading for reading in known.values()}
    readings = collect.read_pages(week.files, by_name, keep, week.settings.limits)
    kept = {_key(reading): reading for reading in readings}
    if kept:
        store.keep(kept)
    return tuple(readings), kept != known


def _key(reading: PageRead) -> str:
    return digest(reading.name, reading.digest)


def _window(week: Week, readings: Sequence[PageRead]) -> Window:
    dates = (reading.page.date for reading in readings if reading.page)
    day = week.date or newest(dates, week.today) or week.today
    days = week.settings.days if week.days is None else week.days
    return Window(day, None if days == "all" else days)


def _left_out(job: Job, printed: Mapping[str, str]) -> Iterator[LeftOut]:
    """Every file that is not in the issue; the editor's report, too, when it holds no article to print."""
    for reading in job.readings:
        reason = job.window.problem(reading.page.date) if reading.page else reading.reason
        if reason is not None:
            yield LeftOut(reading.name, reason)
    yield from (LeftOut(name, reason) for name, reason in job.week.others.items())
    if _edited(job) and "report.pdf" not in printed:
        why = "기사가 없어 인쇄하지 않았습니다. docs/format.md의 형식으로 적으십시오."
        yield LeftOut("report.txt", Message(why, "no article in it, not printed. See docs/format.md."))


# ---------------------------------------------------------------- stories, facts, draft


def _stories(job: Job, made: Made) -> tuple[Story, ...]:
    from donghyang.stories import stories

    return tuple(stories(job.pages, wanted=planning.wanted(job.week.home, job.date)))


def _facts(job: Job, made: Made) -> dict[str, tuple[Fact, ...]]:
    """The facts of the pages whose story belongs in the report."""
    from donghyang.facts import find_facts

    wanted = {name for story in made["stories"] if story.section for name in story.pages}
    return {
        page.name: tuple(find_facts(page.text, date=page.date or job.date)) for page in job.pages if page.name in wanted
    }


def _draft(job: Job, made: Made) -> Draft:
    from donghyang.draft import Limits, draft
    from donghyang.language.terms import Termbase

    size = job.week.settings.size
    return draft(
        made["stories"],
        {page.name: page for page in job.pages},
        made["facts"],
        series=job.week.settings.series,
        date=job.date,
        publisher=job.week.settings.publisher,
        termbase=Termbase.load(job.week.termbase),
        limits=Limits(policy=size.policy, technology=size.technology, briefs=size.brief),
    )


# ---------------------------------------------------------------- compose, check, publish


def _compose(job: Job, made: Made) -> dict[str, str]:
    """Write the draft as text with its evidence, and as `report.txt` unless an editor's stands there."""
    draft: Draft = made["draft"]
    text = report.write(draft.issue, job.week.settings.dialect).encode()
    evidence = (wire.dumps(draft.evidence, indent=1) + "\n").encode()
    drafts = _drafts(job, made.before(COMPOSE) or {}, text)
    write(job.folder / "draft.txt", text)
    # Asked right before it is written: an editor may save while the draft is made.
    if digests({"report.txt": job.folder / "report.txt"}).get("report.txt") in drafts:
        write(job.folder / "report.txt", text)
    write(job.folder / "evidence.json", evidence)
    return digests({name: job.folder / name for name in ("draft.txt", "evidence.json")})


def _drafts(job: Job, composed: Mapping[str, str], text: bytes) -> set[str | None]:
    """What `report.txt` is when no editor wrote it: nothing, or a draft: the last recorded, the one on disk, this."""
    on_disk = digests({"draft.txt": job.folder / "draft.txt"}).get("draft.txt")
    return {None, composed.get("draft.txt"), on_disk, digest(text)}


def _edited(job: Job) -> bool:
    """Whether `report.txt` is an editor's: another text than the draft."""
    on_disk = digests({name: job.folder / name for name in ("report.txt", "draft.txt")})
    return "report.txt" in on_disk and on_disk["report.txt"] != on_disk.get("draft.txt")


def _composed(job: Job, files: Mapping[str, str]) -> bool:
    return _stand(job, files) and (job.folder / "report.txt").is_file()


def _check(job: Job, made: Made) -> dict[str, tuple[Finding, ...]]:
    """What the proofreader says of the draft, and of the editor's report where there is one."""
    asked = Asked(date=job.date, workspace=job.week.home)
    names = ["draft.txt", *(["report.txt"] if _edited(job) else [])]
    found = each([job.folder / name for name in names], asked, lambda checked: checked.findings)
    return dict(zip(names, found, strict=True))


def _beside(job: Job) -> list[Path]:
    """What the proofreader reads besides the draft."""
    return [*(job.folder / name for name in ("report.txt", ACCEPTED)), *_termbases(job)]


def _contents(files: Iterable[Path]) -> str:
    """A digest of what stands in the files, wherever the folder is; of one that is not there, that it is not."""
    made = digests({str(number): path for number, path in enumerate(files)})
    return digest(*(f"{number} {one}" for number, one in made.items()))


def _open_lines(job: Job) -> int:
    path = job.folder / "report.txt"
    lines = read.document(path).text.splitlines() if path.is_file() else []
    return sum(split_marker(line)[1].startswith(_OPEN) for line in lines)


_OPEN = "?? "
"""What a line still to be written begins with, behind its marker."""


def _publish(job: Job, made: Made) -> dict[str, str]:
    """Print the draft, labelled as one, and the editor's report where there is one that holds articles."""
    from donghyang.publish import DraftView, find_images, render

    draft: Draft = made["draft"]
    view = DraftView(draft.evidence, draft.doubts)
    names: list[str] = []

    def put(name: str, data: bytes) -> None:
        note(job.folder, {name: data})
        write(job.folder / name, data)
        names.append(name)

    # The editor's first: whatever strangers' pages have brought into the draft, the report is printed.
    issue = report.parse(read.document(job.folder / "report.txt")) if _edited(job) else None
    if issue is not None and issue.sections:
        shown = find_images(issue, job.folder)
        for to in ("pdf", "html"):
            put(f"report.{to}", render(issue, to, images=shown))
    for to in ("pdf", "html"):
        put(f"draft.{to}", render(draft.issue, to, draft=view))
    return digests({name: job.folder / name for name in names})


def _printed(job: Job) -> list[Path]:
    """What the editor's report is printed from: itself, and the pictures it names."""
    path = job.folder / "report.txt"
    if not _edited(job):
        return [path]
    from donghyang.publish import image_names

    return [path, *(job.folder / name for name in image_names(report.parse(read.document(path))))]


def _stand(job: Job, files: Mapping[str, str]) -> bool:
    return digests({name: job.folder / name for name in files}) == files


def _termbases(job: Job) -> list[Path]:
    return [job.week.termbase] if job.week.termbase else []


COMPOSE: Stage[Job] = Stage(
    "compose", Message("편집", "compose"), dict[str, str], _compose, len, lambda job: "", _composed
)
STAGES: tuple[Stage[Job], ...] = (
    Stage("stories", Message("묶기", "stories"), tuple[Story, ...], _stories, len),
    Stage(
        "facts",
        Message("사실", "facts"),
        dict[str, tuple[Fact, ...]],
        _facts,
        lambda made: sum(map(len, made.values())),
    ),
    Stage(
        "draft",
        Message("초안", "draft"),
        Draft,
        _draft,
        lambda made: sum(len(s.articles) for s in made.issue.sections),
        lambda job: _contents(_termbases(job)),
        watched=_termbases,
    ),
    COMPOSE,
    Stage(
        "check",
        Message("교정", "check"),
        dict[str, tuple[Finding, ...]],
        _check,
        lambda made: sum(map(len, made.values())),
        lambda job: _contents(_beside(job)),
        watched=_beside,
    ),
    Stage(
        "publish",
        Message("발간", "publish"),
        dict[str, str],
        _publish,
        len,
        lambda job: _contents(_printed(job)),
        _stand,
        _printed,
    ),
)
"""What happens in a week once its pages are read, in order."""
