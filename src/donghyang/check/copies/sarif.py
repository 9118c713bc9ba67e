"""Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for editors and code hosts that show it."""

from __future__ import annotations

import os
import string
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from donghyang.check.rule import Rule
from donghyang.records import Document, Finding, Language

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


_PLAIN = frozenset(f"{string.ascii_letters}{string.digits}-._~/".encode())
"""The bytes that a path may show as they are (RFC 3986, 2.3)."""


def sarif(results: Sequence[Any], rules: Sequence[Rule], version: str, language: Language) -> dict[str, Any]:
    """One run over files with its `results`, as the object that `json.dumps` takes."""
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "donghyang",
                        "version": version,
                        "rules": [_rule(rule, language) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def results(file: str, document: Document, findings: Sequence[Finding], language: Language) -> list[dict[str, Any]]:
    """The results of one file, in the order of its findings."""
    lines = _Lines(document.text)
    return [_result(file, lines, finding, language) for finding in findings]


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary.text(language)},
        "fullDescription": {"text": rule.why.text(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(file: str, lines: _Lines, finding: Finding, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.text(language)},
        "locations": [{"physicalLocation": _place(file, lines, finding.start, finding.end)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(file, lines, related.start, related.end)}
            for number, related in enumerate(finding.related)
        ]
    if finding.fix:
        change = {
            "deletedRegion": lines.region(finding.start, finding.end),
            "insertedContent": {"text": finding.fix.text},
        }
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": {"uri": _uri(file)}, "replacements": [change]}]}]
    return result


def _place(file: str, lines: _Lines, start: int, end: int) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(file)}, "region": lines.region(start, end)}


def _uri(file: str) -> str:
    """The file as a URI reference, its bytes written out (RFC 3986, 2.1; SARIF 2.1.0, 3.4.3)."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path.as_posix()))


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def region(self, start: int, end: int) -> dict[str, int]:
        """A stretch of the text; lines and columns count from 1."""
        first, last = (bisect_right(self._starts, at) for at in (start, end))
        return {
            "startLine": first,
            "startColumn": start - self._starts[first - 1] + 1,
            "endLine": last,
            "endColumn": end - self._starts[last - 1] + 1,
            "charOffset": start,
            "charLength": end - start,
        }
