"""Putting the safe fixes into a text, and showing what would change."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from donghyang.records import Finding


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The text with every suggested fix put in; of fixes that overlap only the first."""
    out, at = [], 0
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        if finding.fix is None or finding.start < at:
            continue
        out += [text[at : finding.start], finding.fix.text]
        at = finding.end
    return "".join([*out, text[at:]])


def difference(before: str, after: str, name: str) -> str:
    """The change as a unified diff; "" when nothing changes."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=1)
    return "\n".join(lines)
