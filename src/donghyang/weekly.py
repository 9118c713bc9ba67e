"""The week as a list of stages: a folder of pages in, the draft and the printed issue out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from donghyang import __version__, collect, read, report, wire
from donghyang.collect import PageRead
from donghyang.files import append, write
from donghyang.proofread import ACCEPTED, Asked, proofread
from donghyang.records import CannotProceed, Draft, Fact, Finding, Message, PageText, Progress, Story
from donghyang.report.grammar import split_marker
from donghyang.stages import Done, Made, Stage, digest, digests, run
from donghyang.workspace import Settings, Workspace


@dataclass(frozen=True, slots=True)
class Week:
    """What one week's run is asked to do."""

    date: dt.date
    """The day of publication."""
    files: Mapping[str, Path]
    """The pages by name."""
    folder: Path
    """Where the issue's files go."""
    home: Workspace | None = None
    """The workspace with its settings and its termbase; None outside of any."""
    everything: bool = False
    """Take pages of any age; a workspace leaves out what is older than its settings say."""
    progress: Progress = field(default=lambda label, done, total: None, compare=False)

    @property
    def settings(self) -> Settings:
        """Those of the workspace, else what holds where nobody says otherwise."""
        return self.home.settings if self.home else Settings()

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None where it has none."""
        return self.home.termbase if self.home else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the week, and why."""

    file: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done."""

    date: dt.date
    folder: str
    stages: tuple[Done, ...]
    pages: int
    left_out: tuple[LeftOut, ...]
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


def weekly(week: Week) -> Summary:
    """Make the week's issue. Killed at any point it goes on when run again; run twice it changes nothing.

    Raises CannotProceed when there is nothing to read or a file cannot be written.
    """
    if not week.files:
        raise CannotProceed(
            Message(
                "읽을 페이지가 없습니다. .html, .txt, .md, .pdf, .docx 파일을 폴더에 넣으십시오.",
                "there are no pages to read. Put .html, .txt, .md, .pdf or .docx files into the folder.",
            )
        )
    stamp = digest(
        __version__, week.date.isoformat(), wire.dumps(week.settings), str(week.everything), _termbase_digest(week)
    )
    begun = iter(range(len(STAGES)))
    made, done = run(
        STAGES, week, week.folder / "work", stamp, lambda stage: week.progress(stage.label, next(begun), len(STAGES))
    )
    _journal_path(week).unlink(missing_ok=True)
    return _summary(week, made, done)


def _summary(week: Week, made: Made, done: Sequence[Done]) -> Summary:
    readings: Sequence[PageRead] = made["read"]
    kept = _pages(week, readings)
    draft: Draft = made["draft"]
    return Summary(
        date=week.date,
        folder=str(week.folder),
        stages=tuple(done),
        pages=len(kept),
        left_out=(*_left_out(week, readings), *_unprinted(week, made["publish"])),
        stories=len(made["stories"]),
        articles=sum(len(section.articles) for section in draft.issue.sections),
        doubts=len(draft.doubts),
        findings=made["check"],
        open=_open_lines(week),
        edited=_edited(week),
        files=tuple(str(week.folder / name) for name in ("report.txt", *made["compose"], *made["publish"])),
    )


# ---------------------------------------------------------------- read


def _read(week: Week, made: Made) -> tuple[PageRead, ...]:
    """Read the pages; a journal keeps what was read, so that a killed run does not read a page twice."""
    journal = _journal_path(week)
    known = {reading.name: reading for reading in [*(made.before(READ) or ()), *_journal(journal)]}
    count = 0

    def keep(reading: PageRead) -> None:
        nonlocal count
        count += 1
        append(journal, wire.dumps(reading, language=None))
        week.progress(READ.label, count, len(week.files))

    return tuple(collect.read_pages(week.files, known, keep))


def _journal_path(week: Week) -> Path:
    return week.folder / "work" / "read.journal"


def _journal(path: Path) -> list[PageRead]:
    """The readings of a run that was killed; a last line cut short is read again."""
    if not path.is_file():
        return []
    kept = []
    for line in path.read_text("utf-8", errors="replace").split("\n"):
        try:
            kept.append(wire.from_json(PageRead, line, where=str(path)))
        except CannotProceed:
            continue
    return kept


def _file_digests(week: Week) -> str:
    return digest(*(f"{name}\0{collect.file_digest(path)}" for name, path in week.files.items()))


def _pages(week: Week, readings: Sequence[PageRead]) -> list[PageText]:
    return [reading.page for reading in readings if reading.page and _age_problem(week, reading.page) is None]


def _left_out(week: Week, readings: Sequence[PageRead]) -> list[LeftOut]:
    rows = [(r.name, r.reason if r.page is None else _age_problem(week, r.page)) for r in readings]
    return [LeftOut(name, reason) for name, reason in rows if reason is not None]


def _unprinted(week: Week, printed: Mapping[str, str]) -> list[LeftOut]:
    """The editor's report, when it holds no article to print."""
    if not _edited(week) or "report.pdf" in printed:
        return []
    why = "기사가 없어 인쇄하지 않았습니다. docs/format.md의 형식으로 적으십시오."
    return [
        LeftOut(
            "report.txt",
            Message(f"report.txt: {why}", "report.txt: no article in it, not printed. See docs/format.md."),
        )
    ]


def _age_problem(week: Week, page: PageText) -> Message | None:
    if week.everything or page.date is None:
        return None
    if page.date > week.date:
        return Message(f"발행일 뒤의 페이지입니다({page.date}).", f"dated after the report ({page.date}).")
    if week.date - page.date > dt.timedelta(days=week.settings.days):
        return Message(f"오래된 페이지입니다({page.date}).", f"too old for this week ({page.date}).")
    return None


# ---------------------------------------------------------------- stories, facts, draft


def _stories(week: Week, made: Made) -> tuple[Story, ...]:
    from donghyang.stories import stories

    return tuple(stories(_pages(week, made["read"]), date=week.date))


def _facts(week: Week, made: Made) -> dict[str, tuple[Fact, ...]]:
    """The facts of the pages whose story belongs in the report."""
    from donghyang.facts import find_facts

    wanted = {name for story in made["stories"] if story.section for name in story.pages}
    return {
        page.name: tuple(find_facts(page.text, date=page.date or week.date))
        for page in _pages(week, made["read"])
        if page.name in wanted
    }


def _draft(week: Week, made: Made) -> Draft:
    from donghyang.draft import Limits, draft
    from donghyang.language.terms import Termbase

    size = week.settings.size
    return draft(
        made["stories"],
        {page.name: page for page in _pages(week, made["read"])},
        made["facts"],
        series=week.settings.series,
        date=week.date,
        publisher=week.settings.publisher,
        termbase=Termbase.load(week.termbase),
        limits=Limits(policy=size.policy, technology=size.technology, briefs=size.brief),
    )


# ---------------------------------------------------------------- compose, check, publish


def _compose(week: Week, made: Made) -> dict[str, str]:
    """Write the draft as text with its evidence, and as `report.txt` unless an editor's stands there."""
    draft: Draft = made["draft"]
    text = report.write(draft.issue, week.settings.dialect).encode()
    evidence = (json.dumps(wire.to_json(draft.evidence), ensure_ascii=False, indent=1) + "\n").encode()
    ours = not (week.folder / "report.txt").is_file() or _is_draft(week, made.before(COMPOSE) or {}, text)
    write(week.folder / "draft.txt", text)
    if ours:
        write(week.folder / "report.txt", text)
    write(week.folder / "evidence.json", evidence)
    return digests({name: week.folder / name for name in ("draft.txt", "evidence.json")})


def _is_draft(week: Week, composed: Mapping[str, str], text: bytes) -> bool:
    """Whether `report.txt` is a draft that was put there: the last one recorded, the one on disk, or this one."""
    on_disk = digests({name: week.folder / name for name in ("report.txt", "draft.txt")})
    return on_disk["report.txt"] in (composed.get("draft.txt"), on_disk.get("draft.txt"), digest(text))


def _edited(week: Week) -> bool:
    """Whether `report.txt` is an editor's: another text than the draft."""
    on_disk = digests({name: week.folder / name for name in ("report.txt", "draft.txt")})
    return "report.txt" in on_disk and on_disk["report.txt"] != on_disk.get("draft.txt")


def _composed(week: Week, files: Mapping[str, str]) -> bool:
    return _stand(week, files) and (week.folder / "report.txt").is_file()


def _report_digest(week: Week) -> str:
    return digests({"report.txt": week.folder / "report.txt"}).get("report.txt", "")


def _check(week: Week, made: Made) -> dict[str, tuple[Finding, ...]]:
    """What the proofreader says of the draft, and of the editor's report where there is one."""
    asked = Asked(date=week.date, workspace=week.home)
    names = ["draft.txt", *(["report.txt"] if _edited(week) else [])]
    return {name: proofread(week.folder / name, asked).findings for name in names}


def _checked_digest(week: Week) -> str:
    beside = digests({name: week.folder / name for name in ("report.txt", ACCEPTED)})
    return digest(*(beside.get(name, "") for name in ("report.txt", ACCEPTED)))


def _open_lines(week: Week) -> int:
    path = week.folder / "report.txt"
    lines = read.document(path).text.splitlines() if path.is_file() else []
    return sum(split_marker(line)[1].startswith(_OPEN) for line in lines)


_OPEN = "?? "
"""What a line still to be written begins with, behind its marker."""


def _publish(week: Week, made: Made) -> dict[str, str]:
    """Print the draft, labelled as one, and the editor's report where there is one that holds articles."""
    from donghyang.publish import DraftView, render

    draft: Draft = made["draft"]
    view = DraftView(draft.evidence, draft.doubts)
    prints = {f"draft.{to}": render(draft.issue, to, draft=view) for to in ("pdf", "html")}
    issue = report.parse(read.document(week.folder / "report.txt")) if _edited(week) else None
    if issue is not None and issue.sections:
        prints |= {f"report.{to}": render(issue, to) for to in ("pdf", "html")}
    for name, data in prints.items():
        write(week.folder / name, data)
    return digests({name: week.folder / name for name in prints})


def _stand(week: Week, files: Mapping[str, str]) -> bool:
    return digests({name: week.folder / name for name in files}) == files


def _termbase_digest(week: Week) -> str:
    return digest(week.termbase.read_bytes()) if week.termbase else ""


READ: Stage[Week] = Stage("read", Message("읽기", "read"), tuple[PageRead, ...], _read, len, _file_digests)
COMPOSE: Stage[Week] = Stage(
    "compose", Message("편집", "compose"), dict[str, str], _compose, len, lambda week: "", _composed
)
STAGES: tuple[Stage[Week], ...] = (
    READ,
    Stage("stories", Message("묶기", "stories"), tuple[Story, ...], _stories, len),
    Stage(
        "facts",
        Message("사실", "facts"),
        dict[str, tuple[Fact, ...]],
        _facts,
        lambda made: sum(map(len, made.values())),
    ),
    Stage(
        "draft", Message("초안", "draft"), Draft, _draft, lambda made: sum(len(s.articles) for s in made.issue.sections)
    ),
    COMPOSE,
    Stage(
        "check",
        Message("교정", "check"),
        dict[str, tuple[Finding, ...]],
        _check,
        lambda made: sum(map(len, made.values())),
        _checked_digest,
    ),
    Stage("publish", Message("발간", "publish"), dict[str, str], _publish, len, _report_digest, _stand),
)
"""What happens in a week, in order."""
