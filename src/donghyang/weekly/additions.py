"""Stories that came after the editor began: they are offered, and nothing that was written is touched for them."""

from __future__ import annotations

from dataclasses import dataclass

from donghyang import wire
from donghyang.files import write
from donghyang.records import CannotProceed, Draft, SectionKind, Story
from donghyang.stages import Made
from donghyang.weekly.evidence import MOST_BYTES
from donghyang.weekly.job import Job
from donghyang.workspace.reading import text_of

BEGUN = "begun.json"
"""In the folder of the stages: the pages that were at hand when the editor's report was a draft last."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A story that came after the editor began, or that has pages which did, and that the report does not name."""

    id: str
    title: str
    is_new: bool
    """Whether none of its pages was there before, or the editor has pinned it since."""
    pages: tuple[str, ...]
    """Those that are not in the report yet."""
    section: SectionKind | None
    """Where the story stands in `draft.txt`, with its number there; None where it found no room."""
    article: int | None


def begin(job: Job, *, anew: bool) -> None:
    """Keep what pages are at hand now: `anew` while nobody has edited the report, else where nothing is kept yet."""
    path = job.folder / "work" / BEGUN
    if anew or not path.is_file():
        write(path, (wire.dumps(sorted(page.name for page in job.pages)) + "\n").encode())


def additions(job: Job, made: Made) -> tuple[Addition, ...]:
    """The stories of the report's kind that came since the editor began or have new pages, best first; () for none.

    A page that the report names by its file or its address is taken over already.
    """
    begun, draft = _begun(job), made.get("draft", None)
    if begun is None or draft is None:
        return ()
    urls = {page.name: page.url for page in job.pages}
    text = (job.folder / "report.txt").read_text("utf-8", errors="replace")

    def is_named(page: str) -> bool:
        return f"// {page}: " in text or bool(urls.get(page) and f"{urls[page]}\n" in f"{text}\n")

    found = []
    for story in sorted(made.get("stories", ()), key=lambda story: (-story.score, story.id)):
        is_new = begun.isdisjoint(story.pages) or "pin" in story.decided
        pages = tuple(page for page in story.pages if page not in begun or is_new)
        if story.section is None or (is_new and any(map(is_named, story.pages))):
            continue
        if pages := tuple(page for page in pages if not is_named(page)):
            found.append(_offered(story, is_new, pages, draft))
    return tuple(found)


def _begun(job: Job) -> frozenset[str] | None:
    """The pages that were at hand, None where nothing readable says so."""
    path = job.folder / "work" / BEGUN
    try:
        return frozenset(wire.from_json(list[str], text_of(path, MOST_BYTES), where=str(path)))
    except (OSError, CannotProceed):
        return None


def _offered(story: Story, is_new: bool, pages: tuple[str, ...], draft: Draft) -> Addition:
    places = ((one.section, one.article) for one in draft.evidence if one.page in story.pages)
    section, article = next(places, (None, None))
    return Addition(story.id, story.title, is_new, pages, section, article)
