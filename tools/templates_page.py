"""Make docs/templates.md, the page for those who write templates and themes, from the kinds that the program has."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from donghyang.publish import offered
from donghyang.publish.stylesheet import Style
from donghyang.publish.templating import OFFICE, PAGE, STYLE, TYPESETTING
from donghyang.records import Colours, ImprintRow, Numbered, Theme, Typefaces

PAGE_OF_DOCS = Path(__file__).resolve().parents[1] / "docs" / "templates.md"
HEAD = f"""# 테마와 서식 · Themes and templates

<!-- made from publish/offered.py, publish/stylesheet.py and records/theme.py by tools/templates_page.py -->

![테마를 입은 견본: PDF의 표지와 도표, LibreOffice가 그린 DOCX, rhwp가 그린 HWPX, 휴대전화의 HTML](prints.png)

작업 폴더의 `theme.toml`(또는 `donghyang.toml`의 `[theme]`)이 모든 형식의 색, 글꼴, 로고, 표장, 호수, 판권을 정한다.
그 밖의 모습은 `templates/`에 서식을 두어 바꾼다: `{TYPESETTING}`(PDF), `{PAGE}`와 `{STYLE}`(HTML),
`{OFFICE}`(DOCX, HWPX; 다른 값만 적으면 된다).
`theme.toml` in the workspace (or `[theme]` in `donghyang.toml`) sets colours, typefaces, logo, emblem, issue number and
imprint of every format. For more, put a template of your own into `templates/`: begin with a copy of the house's (in
`src/donghyang/publish/templates/`), but for `{OFFICE}`, where what differs is enough.

A theme is read whole before anything is printed: an unknown key, a colour on which letters cannot be read (contrast
below 4.5 : 1), a picture that is not there: each is told with file and key. A name that a template asks for and this
page does not have stops the print; it is never an empty string. Text of the report reaches a template as data alone.

```toml
# theme.toml
logo = "logo.png"                               # 표지의 그림 · on the cover (PNG, JPEG)
emblem = "emblem.png"                           # 판권 곁의 그림 · beside the imprint
numbered = [{{date = 2023-01-06, number = 101}}]  # 아는 호수; 뒤는 주마다 센다 · later issues are counted from it
every = 1                                       # 호와 호 사이의 주 · weeks between two issues
imprint = [{{label = "I S S N", value = "0000-0000"}}]

[colours]
main = "#0b4f3c"

[typefaces]
folder = "fonts"                                # 글꼴 파일의 폴더 · a folder of typeface files
korean = "KoPubWorldDotum"
```

The number that a report tells as its very first line (`제12호`) stands before the count. A week in which no issue was
due, and a second issue in the week of a known one, have no number.
"""
_KINDS: dict[Any, str] = {str: "text", bool: "true or false", int: "whole number", float: "number", type(None): "none"}


def page() -> str:
    """The page."""
    lines = [HEAD, "## theme.toml", ""]
    for kind in (Theme, Colours, Typefaces, Numbered, ImprintRow):
        lines += [*_record(kind), ""]
    lines += [f"## {TYPESETTING}", "", "`d` is `json(bytes(sys.inputs.issue))`, a `PdfIssue`.", ""]
    for one in _kinds(offered.PdfIssue):
        lines += [*_typed(one), ""]
    lines += [
        "`Words` is a list of pieces: a string is one word with the space behind it that no line may break, `\\n` ends",
        "the line, and `{box, runs}` holds runs in two languages (`[text, whether Chinese]`), unbroken where `box` is",
        "true.",
        "",
        f"## {PAGE}",
        "",
        *_typed(offered.HtmlNames),
        "",
        f"`{STYLE}` may use `var(--NAME)` for each colour of the theme, and `var(--korean)`, `var(--serif)` and",
        "`var(--chinese)` for its typefaces.",
        "",
        f"## {OFFICE}",
        "",
        "`[page]`, `[fonts]` and `[styles.NAME]`; the names are those of the house's file.",
        "",
        *_record(Style),
        "",
    ]
    return "\n".join(lines)


def _kinds(kind: Any, seen: dict[Any, None] | None = None) -> list[Any]:
    """A kind and those it holds, each once, from the outside in."""
    seen = {} if seen is None else seen
    if kind not in seen:
        seen[kind] = None
        for hint in get_type_hints(kind, include_extras=True).values():
            for inner in _typed_in(hint):
                _kinds(inner, seen)
    return list(seen)


def _typed_in(hint: Any) -> Iterator[Any]:
    if is_typeddict(hint):
        if hint.__module__ == offered.__name__:  # a piece of words is told in a sentence of its own
            yield hint
    else:
        for inner in get_args(hint):
            yield from _typed_in(inner)


def _typed(kind: Any) -> list[str]:
    rows = [f"### {kind.__name__}", "", str(kind.__doc__), "", "| name | kind | meaning |", "|---|---|---|"]
    for name, hint in get_type_hints(kind, include_extras=True).items():
        rows.append(f"| `{name}` | {_told(hint)} | {_meaning(hint)} |")
    return rows


def _meaning(hint: Any) -> str:
    if get_origin(hint) is NotRequired:
        return _meaning(get_args(hint)[0])
    told = [one for one in get_args(hint)[1:] if isinstance(one, str)] if get_origin(hint) is Annotated else []
    return "; ".join(told) or "-"


def _told(hint: Any) -> str:
    """A kind in words."""
    if hint == offered.Words:
        return "Words"
    if hint in _KINDS:
        return _KINDS[hint]
    if is_typeddict(hint):
        return f"`{hint.__name__}`" if hint.__module__ == offered.__name__ else "piece"
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Annotated, NotRequired):
        return _told(inner[0])
    if origin is list:
        return "Words" if _told(inner[0]).startswith("text or piece") else f"list of {_told(inner[0])}"
    if origin is tuple:
        return f"list of {_told(inner[0])}" if inner[-1] is ... else f"[{', '.join(map(_told, inner))}]"
    return " or ".join(map(_told, inner)) or str(hint)


def _record(kind: type) -> list[str]:
    """A record's fields with what holds without them, and what is said below each."""
    told = _said_below(kind)
    rows = [f"### {kind.__name__}", "", str(kind.__doc__), "", "| key | without it | meaning |", "|---|---|---|"]
    for part in fields(kind):
        if kind is Style and part.name == "name":
            continue
        rows.append(f"| `{part.name}` | {_default(part)} | {told.get(part.name, '-')} |")
    return rows


def _default(part: Any) -> str:
    if part.default is not MISSING:
        return {"": "-", (): "none", None: "-", False: "false"}.get(part.default, f"`{part.default}`")
    if part.default_factory is not MISSING and is_dataclass(made := part.default_factory()):
        return f"see {type(made).__name__}"
    return "required"


def _said_below(kind: type) -> dict[str, str]:
    """The strings below the fields of a record, in its source."""
    (body,) = (node.body for node in ast.parse(inspect.getsource(kind)).body if isinstance(node, ast.ClassDef))
    found: dict[str, str] = {}
    for node, after in pairwise(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(after, ast.Expr):
            found[node.target.id] = " ".join(str(ast.literal_eval(after.value)).split())
    return found
