"""A marked copy as one HTML page: findings lit in the text, notes in the margin, links between the two."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from donghyang.check.copies.pieces import Piece, lines_of
from donghyang.language.visible import visible
from donghyang.records import Document, Finding, Language

_WORDS = {
    "ko": ("교정본", "살펴볼 곳", "다른 자리", "고칠 말", {"error": "오류", "warning": "확인", "note": "참고"}),
    "en": (
        "Marked copy",
        "to look at",
        "other place",
        "suggested",
        {"error": "error", "warning": "check", "note": "note"},
    ),
}
_STYLE = """
:root { color-scheme: light; line-height: 1.7; font-family: "Noto Sans CJK KR", "Malgun Gothic", sans-serif }
body { margin: 0 auto; max-width: 75rem; padding: 1rem; color: #1b1f24 }
.line { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 1.5rem; min-height: 1.7em }
.line > p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; word-break: keep-all }
aside { font-size: .8125rem; line-height: 1.5; word-break: keep-all }
.finding { border-left: .25rem solid; padding: .125rem .5rem; margin: 0 0 .375rem; background: #f6f8fa }
.error { border-color: #b42318 } .warning { border-color: #b25e00 } .note { border-color: #175cd3 }
a { color: #0b4a8f } p a { color: inherit; text-decoration: none } a:focus-visible { outline: 3px solid #175cd3 }
mark { color: inherit; background: #fde3e1; border-bottom: 2px solid #b42318 }
mark.warning { background: #fdeccf; border-color: #b25e00 } mark.note { background: #dbe8fd; border-color: #175cd3 }
mark.second { background: none; border-bottom: 2px dotted #57606a }
:target { outline: 3px solid #175cd3; outline-offset: 2px }
@media (max-width: 60rem) { .line { grid-template-columns: minmax(0, 1fr) } }
@media print { .finding { break-inside: avoid } }
"""


def marked_html(document: Document, findings: Sequence[Finding], language: Language) -> str:
    """The document's text with its findings, as a page that needs nothing else."""
    title, count, _, _, _ = _WORDS[language]
    head = f"{_escaped(document.name)}: {title}"
    named: set[str] = set()
    rows = [_line(pieces, findings, named, language) for pieces in lines_of(document.text, findings)]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{head}</title><style>{_STYLE}</style></head>\n<body><header><h1>{head}</h1>"
        f"<p>{count}: {len(findings)}</p></header>\n<main>\n" + "\n".join(rows) + "\n</main></body></html>\n"
    )


def _escaped(text: str) -> str:
    """`text` as HTML shows it; what HTML may not hold, and what turns a line round, is written out."""
    return escape(visible(text))


def _line(pieces: Sequence[Piece], findings: Sequence[Finding], named: set[str], language: Language) -> str:
    begun = [number for piece in pieces for number in piece.own if f"p{number}" not in named]
    words = "".join(_lit(piece, findings, named) for piece in pieces)
    notes = "".join(_note(number, findings[number], language) for number in dict.fromkeys(begun))
    return f'<div class="line"><p>{words}</p><aside>{notes}</aside></div>'


def _lit(piece: Piece, findings: Sequence[Finding], named: set[str]) -> str:
    text = _escaped(piece.text)
    for number in piece.second:
        text = f'<mark class="second"{_anchor(f"o{number}", named)}>{text}</mark>'
    for number in piece.own:
        mark = f'<mark class="{findings[number].severity}"{_anchor(f"p{number}", named)}>{text}</mark>'
        text = f'<a href="#n{number}">{mark}</a>'
    return text


def _anchor(name: str, named: set[str]) -> str:
    """The id attribute where `name` stands for the first time; ids must not be repeated."""
    if name in named:
        return ""
    named.add(name)
    return f' id="{name}"'


def _note(number: int, finding: Finding, language: Language) -> str:
    _, _, other, suggested, severities = _WORDS[language]
    second = f' <a href="#o{number}">{other}: {_escaped(finding.related[0].text)}</a>' if finding.related else ""
    fix = f"<br>{suggested}: <strong>{_escaped(finding.fix.text)}</strong>" if finding.fix else ""
    severity = f'<a href="#p{number}">{severities[finding.severity]}</a>'
    return (
        f'<div class="finding {finding.severity}" id="n{number}">{severity} '
        f"[{escape(finding.rule)}] {_escaped(finding.message.text(language))}{second}{fix}</div>"
    )
