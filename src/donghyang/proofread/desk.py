"""The proofreader at work on files: what is at hand beside them, accepted findings, marked copies, mended text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import guard
from donghyang.check import RULES, Resources, examine, skipped
from donghyang.check.accepted import FILE, Accepted, read_accepted, sift, write_accepted
from donghyang.check.copies.mending import difference, mended
from donghyang.check.engine import DEFAULT
from donghyang.check.rules import SPLIT, today
from donghyang.files import alone, write, write_all_names
from donghyang.language.visible import name_of
from donghyang.proofread.cited import cited_in
from donghyang.records import CannotProceed, Document, Finding, Language, Message, did_you_mean
from donghyang.workspace import Workspace, find, issue_date
from donghyang.workspace.reading import is_there

if TYPE_CHECKING:
    from donghyang.check.rule import Rule

COPIES = ("html", "docx")
"""The formats of marked copies."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the files are to be proofread."""

    date: dt.date | None = None
    """The day of publication where a file does not say it; None: that of the issue's folder the file lies in."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    workspace: Workspace | None = None
    """Brings termbase, dated rates, and the choice of rules where nothing is selected; None: the one around a file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what was found in it."""

    file: Path
    document: Document
    findings: tuple[Finding, ...]
    """Without those that the editor accepted."""
    found: tuple[Finding, ...]
    """All of them."""
    stale: tuple[Accepted, ...]
    """Accepted findings that no rule raises any more."""
    skipped: tuple[tuple[str, tuple[str, ...]], ...]
    """Rules that could not run, each with what it lacks."""
    doubt: Message | None = None
    """Why the layout counts as not understood, and what was left out for it."""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of a file that is not used, and why."""

    file: str
    line: int
    reason: Message


def proofread(file: Path, asked: Asked, fetch: Callable[[Workspace | None], Resources] | None = None) -> Checked:
    """The findings of one file, without those its editor accepted: what everyone who asks is told of it.

    `fetch` brings the resources of a workspace, where they are at hand already. Raises Unreadable for the file,
    CannotProceed for a bad `accepted.toml`, a workspace around it that cannot be read, or an unknown rule.
    """
    home = asked.workspace or find(file.absolute().parent)
    document = guard.document(file, home.settings.limits if home else None)
    resources = (fetch or resources_of)(home)
    select, ignore = _choice(asked, home)
    date = asked.date or issue_date(file)
    seen = examine(document, date=date, select=select, ignore=ignore, resources=resources)
    kept, stale = sift(seen.findings, _accepted(file))
    lacking = skipped(resources, select=select, ignore=ignore)
    unrun = tuple((rule.id, needs) for rule, needs in lacking)
    return Checked(file, document, tuple(kept), tuple(seen.findings), tuple(stale), unrun, seen.doubt)


def _choice(asked: Asked, home: Workspace | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(select, ignore): as asked, and as the workspace says where nothing is selected."""
    if asked.select or home is None:
        return asked.select, asked.ignore
    settings = home.settings.check
    return (DEFAULT, *settings.also), (*asked.ignore, *settings.ignore)


def resources_of(workspace: Workspace | None) -> Resources:
    """What the rules may need of a workspace: its termbase, its rates and its pages."""
    if workspace is None:
        return Resources()
    from donghyang.language.terms import Termbase

    termbase = Termbase.load(workspace.termbase) if workspace.termbase else None
    rates = workspace.rate if workspace.settings.rates else None
    cited = cited_in(workspace)
    return Resources(termbase=termbase, rates=rates, pages=cited if cited.has_pages else None)


def term_problems(workspace: Workspace | None) -> list[LeftRow]:
    """The rows of the workspace's termbase that cannot be used, in order; [] without a termbase of its own."""
    if workspace is None or workspace.termbase is None:
        return []
    from donghyang.language.terms import Termbase

    problems = Termbase.load(workspace.termbase).problems
    return [LeftRow(str(workspace.termbase), problem.line, problem.message) for problem in problems]


def _accepted(file: Path) -> list[Accepted]:
    path = file.parent / FILE
    return read_accepted(path.read_bytes(), str(path)) if is_there(path) else []


def accept(file: Path, name: str, text: str, reason: str) -> Path:
    """Put a finding (its rule and its words) into the `accepted.toml` beside `file`; the path of it.

    Raises CannotProceed when the rule is unknown, or a word is none that a file can hold.
    """
    rules(name)
    if trouble := next((word for word in (text, reason) if not _is_text(word)), None):
        raise CannotProceed(
            Message(f"{trouble}: UTF-8로 적을 수 없는 글자가 있습니다.", f"{trouble}: cannot be written as UTF-8.")
        )
    entry = Accepted(name, text, reason)
    with alone(file.parent):
        others = [old for old in _accepted(file) if (old.rule, old.text) != (entry.rule, entry.text)]
        return write(file.parent / FILE, write_accepted([*others, entry]).encode())


def _is_text(word: str) -> bool:
    """Whether it is whole characters: what a shell hands over may be any bytes."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def rules(name: str) -> tuple[Rule, ...]:
    """The rule of that id, or those that a rule of an earlier edition was split into.

    Raises CannotProceed, with close names, for an unknown one.
    """
    found = tuple(rule for rule in RULES if rule.id in today(name))
    if not found:
        guess = did_you_mean(name, [*(rule.id for rule in RULES), *SPLIT], most=3)
        raise CannotProceed(
            Message(
                f"{name}: 그런 규칙이 없습니다.{guess.ko} 규칙의 목록: docs/rules.ko.md",
                f"{name}: no such rule.{guess.en} The list of rules: docs/rules.md",
            )
        )
    return found


def mend(checked: Checked, *, keep: bool) -> str:
    """The safe fixes of a text file as a diff, "" when there are none; with `keep` they are put into the file.

    Raises CannotProceed for a file that is not UTF-8 text: other formats are mended in their own program.
    """
    if checked.document.media != "text":
        raise _not_text(checked.file)
    data = checked.file.read_bytes()
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    before = checked.document.text
    if data[len(mark) :] != before.encode():
        raise _not_text(checked.file)
    after = mended(before, checked.findings)
    if keep and after != before:
        write_all_names(checked.file, mark + after.encode())
    return difference(before, after, name_of(checked.file.name))


def _not_text(file: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{file}: UTF-8 텍스트 파일만 고칠 수 있습니다.",
            f"{file}: only UTF-8 text files can be mended.",
        ),
        "not-text",
    )


def mark(checked: Checked, formats: Iterable[str], language: Language) -> list[Path]:
    """Marked copies beside the file (report.marked.html), in formats of COPIES; their paths.

    Raises CannotProceed as `files.write` does.
    """
    return [write(_beside(checked.file, form), _marked(checked, form, language)) for form in formats]


def _beside(file: Path, form: str) -> Path:
    return file.with_name(f"{file.stem}.marked.{form}")


def _marked(checked: Checked, form: str, language: Language) -> bytes:
    if form == "html":
        from donghyang.check.copies.html import marked_html

        return marked_html(checked.document, checked.findings, language).encode()
    from donghyang.check.copies.docx import marked_docx

    return marked_docx(checked.document, checked.findings, language)
