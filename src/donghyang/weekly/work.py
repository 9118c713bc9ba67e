"""The work of each stage, from the stories of the pages to the printed issue, and what each of them is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from donghyang import planning, read, report
from donghyang.files import write
from donghyang.press import is_final, put_or_leave
from donghyang.proofread import ACCEPTED, Asked, each
from donghyang.records import CannotProceed, Draft, Fact, Finding, Message, Story
from donghyang.stages import Made, Stage, digest, digests
from donghyang.weekly.additions import begin
from donghyang.weekly.evidence import EVIDENCE, Tied, tie
from donghyang.weekly.job import Job
from donghyang.weekly.lines import CHANGED, closing
from donghyang.weekly.writing import hand
from donghyang.workspace import look_of, theme_files

_MOST_CHANGED = 100
NOT_PRINTED = ""
"""Stands for the digest of a print in whose place another file lies."""


def articles(made: Made) -> int:
    """How many articles the draft holds, 0 before there is one."""
    draft: Draft | None = made.get("draft", None)
    return sum(len(section.articles) for section in draft.issue.sections) if draft else 0


def edited(job: Job) -> bool:
    """Whether `report.txt` is an editor's: another text than the draft."""
    return is_edited(job.folder)


def is_edited(folder: Path) -> bool:
    """The same of any issue's folder."""
    on_disk = digests({name: folder / name for name in ("report.txt", "draft.txt")})
    return "report.txt" in on_disk and on_disk["report.txt"] != on_disk.get("draft.txt")


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

    size, terms = job.week.settings.size, Termbase.load(job.week.termbase)
    pages = {page.name: page for page in job.pages}
    with hand(job, pages, made["facts"], terms) as writing:
        written = draft(
            made["stories"],
            pages,
            made["facts"],
            series=job.week.settings.series,
            date=job.date,
            publisher=job.week.settings.publisher,
            termbase=terms,
            limits=Limits(policy=size.policy, technology=size.technology, briefs=size.brief),
            writer=writing.writer,
            rates=job.week.home.rate if job.week.home and job.week.settings.rates else None,
        )
        return replace(written, model=writing.use())


# ---------------------------------------------------------------- compose, check, publish


def _compose(job: Job, made: Made) -> dict[str, str]:
    """Write the draft as text, and as `report.txt` unless an editor's stands there."""
    draft: Draft = made["draft"]
    text = report.write(draft.issue, job.week.settings.dialect).encode()
    before = made.before(COMPOSE) or {}
    drafts = _drafts(job, before, text)
    _put_aside(job, {before.get("draft.txt"), digest(text)})
    write(job.folder / "draft.txt", text)
    # Asked right before it is written: an editor may save while the draft is made.
    untouched = digests({"report.txt": job.folder / "report.txt"}).get("report.txt") in drafts
    begin(job, anew=untouched)
    if untouched:
        write(job.folder / "report.txt", text)
    return digests({"draft.txt": job.folder / "draft.txt"})


def _put_aside(job: Job, own: set[str | None]) -> None:
    """Keep a copy of a `draft.txt` that somebody changed, though it is the program's: no words of a person are lost.

    One that stands in `report.txt` as well is kept there.
    """
    written = digests({name: job.folder / name for name in ("draft.txt", "report.txt")})
    changed = written.get("draft.txt")
    if changed is None or changed in own or changed == written.get("report.txt"):
        return
    names = (job.folder / (CHANGED if not number else f"{number}-{CHANGED}") for number in range(_MOST_CHANGED))
    place = next((one for one in names if not one.exists() or digests({"": one}) == {"": changed}), None)
    if place is None:
        raise CannotProceed(
            Message(
                f"{job.folder}: 바뀐 초안의 사본({CHANGED})이 너무 많습니다. 옮기십시오.",
                f"{job.folder}: there are too many copies of changed drafts ({CHANGED}); move them.",
            )
        )
    write(place, (job.folder / "draft.txt").read_bytes())


def _drafts(job: Job, composed: Mapping[str, str], text: bytes) -> set[str | None]:
    """What `report.txt` is when no editor wrote it: nothing, or a draft: the last recorded, the one on disk, this."""
    on_disk = digests({"draft.txt": job.folder / "draft.txt"}).get("draft.txt")
    return {None, composed.get("draft.txt"), on_disk, digest(text)}


def _composed(job: Job, files: Mapping[str, str]) -> bool:
    return _stand(job, files) and (job.folder / "report.txt").is_file()


def _evidence(job: Job, made: Made) -> Tied:
    return tie(job, made, edited=edited(job))


def _report(job: Job) -> list[Path]:
    return [job.folder / "report.txt"]


def _check(job: Job, made: Made) -> dict[str, tuple[Finding, ...]]:
    """What the proofreader says of the draft, and of the editor's report where there is one."""
    asked = Asked(date=job.date, workspace=job.week.home)
    names = ["draft.txt", *(["report.txt"] if edited(job) else [])]
    found = each([job.folder / name for name in names], asked, lambda checked: checked.findings)
    return dict(zip(names, found, strict=True))


def _beside(job: Job) -> list[Path]:
    """What the proofreader reads besides the draft."""
    return [*(job.folder / name for name in ("report.txt", ACCEPTED)), *_termbases(job)]


def _contents(files: Iterable[Path]) -> str:
    """A digest of what stands in the files, wherever the folder is; of one that is not there, that it is not."""
    made = digests({str(number): path for number, path in enumerate(files)})
    return digest(*(f"{number} {one}" for number, one in made.items()))


def _publish(job: Job, made: Made) -> dict[str, str]:
    """Print the draft, and the editor's report where there is one that holds articles: both as drafts.

    A finished print of the report stays where it stands.
    A print whose place somebody else's file has is not made: NOT_PRINTED stands for its digest, so that the next run
    tries again.
    """
    from donghyang.publish import DraftView, find_images, render

    draft: Draft = made["draft"]
    view = DraftView(draft.evidence, draft.doubts)
    printed: dict[str, str] = {}
    look = look_of(job.week.home)

    def put(name: str, data: bytes) -> None:
        printed[name] = digest(data) if put_or_leave(job.folder / name, data) else NOT_PRINTED

    # The editor's first: whatever strangers' pages have brought into the draft, the report is printed.
    issue = report.parse(read.document(job.folder / "report.txt")) if edited(job) else None
    if issue is not None and issue.sections:
        shown = find_images(issue, job.folder)
        for to in ("pdf", "html"):
            if is_final(standing := job.folder / f"report.{to}"):
                printed |= digests({standing.name: standing})
            else:
                put(standing.name, render(issue, to, draft=DraftView(), images=shown, look=look))
    for to in ("pdf", "html"):
        put(f"draft.{to}", render(draft.issue, to, draft=view, look=look))
    return printed


def _printed(job: Job) -> list[Path]:
    """What the prints are made from besides the draft: the editor's report, the pictures it names, and the theme."""
    path, theme = job.folder / "report.txt", theme_files(job.week.home)
    if not edited(job):
        return [path, *theme]
    from donghyang.publish import image_names

    return [path, *theme, *(job.folder / name for name in image_names(report.parse(read.document(path))))]


def _stand(job: Job, files: Mapping[str, str]) -> bool:
    return digests({name: job.folder / name for name in files}) == files


def _termbases(job: Job) -> list[Path]:
    return [job.week.termbase] if job.week.termbase else []


COMPOSE: Stage[Job] = Stage(
    "compose", Message("편집", "compose"), dict[str, str], closing(_compose), len, lambda job: "", _composed
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
        "evidence",
        Message("근거", "evidence"),
        Tied,
        _evidence,
        lambda made: made.rows,
        lambda job: _contents(_report(job)),
        lambda job, made: digests({EVIDENCE: job.folder / EVIDENCE}) == {EVIDENCE: made.digest},
        _report,
    ),
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
        lambda made: sum(map(bool, made.values())),
        lambda job: _contents(_printed(job)),
        _stand,
        _printed,
    ),
)
"""What happens in a week once its pages are read, in order."""
