"""A rule's card: what its module says of itself, read from constants and the docstring.

The docstring's first line is what the editor reads, Korean and English with a bar between. Then come the parts
`왜:`, `Why:`, `Bad:`, `Good:` and `Options:`; an indented block under Bad and Good is a text of several lines.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, get_args

from donghyang.check.resources import Need
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message, Severity

if TYPE_CHECKING:
    from donghyang.check.sheet.sheet import Sheet

CLASSES = frozenset(
    (
        *("name-variant", "transliteration", "hanja-mismatch", "place-fact", "doubled-word", "typo", "term"),
        *("sum", "share", "ratio", "growth", "conversion", "magnitude", "unit", "order"),
        *("headline-body", "summary-body", "contents-body", "table-text", "count-list"),
        *("date", "numbering", "reference", "form"),
    )
)
"""The classes of slips that findings are counted under."""

PARTS = ("왜", "Why", "Bad", "Good", "Options")
_PART = lazily(rf"^({'|'.join(PARTS)}):[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found; offsets count characters of the sheet's text."""

    start: int
    end: int
    message: Message
    related: tuple[tuple[int, int], ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    """None: the rule's own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as `--explain` and the documentation show it."""

    id: str
    family: str
    """The folder it stands in: numbers, agreement, names, words, form or style."""
    class_: str
    severity: Severity
    needs: tuple[Need, ...]
    default: bool
    """False for the style of the house: only on request."""
    summary: Message
    why: Message
    bad: str
    good: str
    options: str
    run: Callable[[Sheet], Iterable[Hit]]


def read_card(module: ModuleType) -> Rule:
    """The rule that a module of `rules/` holds; ValueError names what its card lacks."""
    lines = (module.__doc__ or "").strip().split("\n", 1)
    korean, bar, english = lines[0].partition(" | ")
    parts = _parts(lines[1] if len(lines) > 1 else "")
    missing = [part for part in PARTS if not parts.get(part)]
    if not bar or missing:
        raise ValueError(f"{module.__name__}: the card lacks {missing or 'an English first line'}")
    if module.CLASS not in CLASSES:
        raise ValueError(f"{module.__name__}: unknown class {module.CLASS}")
    if module.SEVERITY not in get_args(Severity):
        raise ValueError(f"{module.__name__}: unknown severity {module.SEVERITY}")
    return Rule(
        id=module.ID,
        family=module.__name__.split(".")[-2],
        class_=module.CLASS,
        severity=module.SEVERITY,
        needs=getattr(module, "NEEDS", ()),
        default=getattr(module, "DEFAULT", True),
        summary=Message(korean, english),
        why=Message(parts["왜"], parts["Why"]),
        bad=parts["Bad"],
        good=parts["Good"],
        options=parts["Options"],
        run=module.find,
    )


def _parts(body: str) -> Mapping[str, str]:
    found = list(_PART.finditer(body))
    ends = [match.start() for match in found[1:]] + [len(body)]
    return {match[1]: _text(body[match.end() : end]) for match, end in zip(found, ends, strict=True)}


def _text(part: str) -> str:
    """A part on its own line as it stands; a block below it without its indent."""
    head, _, rest = part.partition("\n")
    if head.strip():
        return " ".join(part.split())
    return textwrap.dedent(rest).strip("\n")
