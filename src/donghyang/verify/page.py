"""Text and sources side by side as one HTML page, light or dark as the reader's screen is: claims lit, a line from
each to its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from donghyang.records import Claim, Language, VerifiedSentence
from donghyang.verify.corpus import Source

_WORDS = {
    "ko": ("원문 대조", {"supported": "원문에 있음", "contradicted": "원문과 다름", "unsupported": "원문에 없음"}),
    "en": (
        "Held against its sources",
        {"supported": "supported", "contradicted": "contradicted", "unsupported": "unsupported"},
    ),
}
_STYLE = """
:root { color-scheme: light dark; --blue: #17375e; --ink: #212a34; --soft: #55606d; --paper: #fff; --hair: #c5cfdb;
  --supported: #1a7f37; --contradicted: #a11d1d; --unsupported: #9a5b00; --accent: #b04a1f;
  --supported-lit: #dcf3e1; --contradicted-lit: #fde3e1; --unsupported-lit: #fdeccf }
@media (prefers-color-scheme: dark) { :root { --blue: #a9c7ee; --ink: #e3e8ee; --soft: #a5b0bd; --paper: #151a21;
  --hair: #3a4552; --supported: #56c271; --contradicted: #ff8d80; --unsupported: #eab04d; --accent: #f0a06f;
  --supported-lit: #16351f; --contradicted-lit: #4a1d1a; --unsupported-lit: #40300f } }
body { margin: 0; padding: 1rem; color: var(--ink); background: var(--paper); line-height: 1.8;
  font-family: "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif }
h1 { color: var(--blue); font-size: 1.4rem; border-bottom: 3px solid var(--blue); padding-bottom: .4rem }
h1, h2 { font-family: "Noto Serif KR", "Noto Serif CJK KR", "Batang", serif } h2 { font-size: 1rem; margin: 0 }
p { color: var(--soft) } main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 5rem }
section { position: sticky; top: 0; max-height: 88vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }
mark { color: inherit; border-bottom: 2px solid; cursor: pointer }
mark.supported { background: var(--supported-lit); border-color: var(--supported) }
mark.contradicted { background: var(--contradicted-lit); border-color: var(--contradicted) }
mark.unsupported { background: var(--unsupported-lit); border-color: var(--unsupported) }
mark.on, mark:focus-visible { outline: 3px solid var(--accent) }
svg { position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none }
line { stroke-width: 1; opacity: .45 } line.on { stroke-width: 3; opacity: 1 }
line.supported { stroke: var(--supported) } line.contradicted { stroke: var(--contradicted); opacity: .8 }
line.unsupported { stroke: var(--unsupported) }
@media (max-width: 50rem) { main { grid-template-columns: minmax(0, 1fr) } svg { display: none }
  section { position: static; max-height: none } }
@media print { section { position: static; max-height: none; overflow: visible } svg { display: none } }
"""
_SCRIPT = """
const svg = document.querySelector("svg"), pairs = [];
for (const claim of document.querySelectorAll("mark[data-e]")) {
  const place = document.getElementById(claim.dataset.e);
  if (!place) continue;
  const line = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "line"));
  pairs.push([claim, place, line]);
  const show = () => {
    document.querySelectorAll(".on").forEach(one => one.classList.remove("on"));
    place.scrollIntoView({block: "nearest"});
    for (const one of [claim, place, line]) one.classList.add("on");
    draw();
  };
  for (const when of ["mouseenter", "click", "focus"]) claim.addEventListener(when, show);
}
function seen(one, box) {
  const frame = one.closest("section").getBoundingClientRect();
  return box.bottom > frame.top && box.top < frame.bottom;
}
function draw() {
  for (const [claim, place, line] of pairs) {
    const p = claim.getBoundingClientRect(), q = place.getBoundingClientRect();
    line.setAttribute("class", claim.className);
    line.style.display = seen(claim, p) && seen(place, q) ? "" : "none";
    const ends = {x1: p.right, y1: p.top + p.height / 2, x2: q.left, y2: q.top + q.height / 2};
    for (const [key, value] of Object.entries(ends)) line.setAttribute(key, value);
  }
}
for (const one of document.querySelectorAll("section")) one.addEventListener("scroll", draw);
for (const when of ["resize", "scroll", "load"]) addEventListener(when, draw);
draw();
"""


def side_by_side(
    name: str, text: str, sources: Sequence[Source], found: Sequence[VerifiedSentence], language: Language
) -> str:
    """The text on the left, its sources on the right, as a page that needs nothing else."""
    title, words = _WORDS[language]
    claims = [claim for sentence in found for claim in sentence.claims]
    counts = ", ".join(f"{said}: {sum(one.status == status for one in found)}" for status, said in words.items())
    left = _lit(text, [(one.start, one.end, _claim(number, one, language)) for number, one in enumerate(claims)])
    right = "".join(
        f"<h2>{escape(source.name)}</h2>{_lit(source.text, _evidence(source.name, claims))}\n" for source in sources
    )
    head = f"{escape(name)}: {title}"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{head}</title><style>{_STYLE}</style></head>\n<body><h1>{head}</h1><p>{counts}</p>\n"
        f"<main><section>{left}</section><section>{right}</section></main>\n"
        f'<svg aria-hidden="true"></svg><script>{_SCRIPT}</script></body></html>\n'
    )


def _claim(number: int, claim: Claim, language: Language) -> str:
    """The opening tag of a claim."""
    why = claim.reason.text(language) if claim.reason else _WORDS[language][1][claim.status]
    seat = f' data-e="e{number}" tabindex="0"' if claim.evidence else ""
    return f'<mark class="{claim.status}" id="c{number}"{seat} title="{escape(why)}">'


def _evidence(source: str, claims: Sequence[Claim]) -> list[tuple[int, int, str]]:
    return [
        (claim.evidence.start, claim.evidence.end, f'<mark class="{claim.status}" id="e{number}">')
        for number, claim in enumerate(claims)
        if claim.evidence is not None and claim.evidence.source == source
    ]


def _lit(text: str, marks: list[tuple[int, int, str]]) -> str:
    """The text with its marks; a mark that begins inside another one is left as an anchor at its beginning."""
    parts: list[str] = []
    at = 0
    for start, end, tag in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if start < at:
            parts.append(tag + "</mark>")
            continue
        parts += [escape(text[at:start]), tag, escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])
