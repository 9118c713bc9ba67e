"""Open lines of an editor's report that a new draft can say: they close, and nothing else is touched."""

from __future__ import annotations

from difflib import SequenceMatcher

from donghyang.report.grammar import remark_of

_OPEN = "??"


def closed(report: str, before: str, after: str) -> str:
    """The report with every line as the draft `after` says it that still stands just as `before` left it open.

    What an editor wrote is another line, and stays. The report comes back as it is where nothing has closed.
    """
    said = _closings(before.splitlines(), after.splitlines())
    if not said:
        return report
    lines = report.splitlines(keepends=True)
    return "".join(_line(line, said) for line in lines)


def _line(line: str, said: dict[str, str]) -> str:
    bare = line.rstrip("\r\n")
    return said[bare] + line[len(bare) :] if bare in said else line


def _closings(before: list[str], after: list[str]) -> dict[str, str]:
    """What open lines of one draft are in the next; a line that becomes two different ones is left out.

    The remarks between them, which say where each comes from, hold the two drafts together.
    """
    found: dict[str, str] = {}
    torn: set[str] = set()
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "replace" or end - start != last - first:
            continue
        for old, new in zip(before[start:end], after[first:last], strict=True):
            if not _closes(old, new):
                continue
            if found.setdefault(old, new) != new:
                torn.add(old)
    still = set(after)
    return {old: new for old, new in found.items() if old not in torn and old not in still}


def _closes(old: str, new: str) -> bool:
    """Is the new line the old one with less to write?"""
    lines = remark_of(old) is None and remark_of(new) is None and old.count("\t") == new.count("\t")
    return lines and 0 <= new.count(_OPEN) < old.count(_OPEN)
