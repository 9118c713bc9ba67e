"""Text and sources side by side as one HTML page: claims lit, a line from each to its evidence."""

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
:root { color-scheme: light; line-height: 1.8; font-family: "Noto Sans CJK KR", "Malgun Gothic", sans-serif }
body { margin: 0; padding: 1rem; color: #1b1f24 }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 4rem }
section { position: sticky; top: 0; max-height: 88vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }
h2 { font-size: 1rem; margin: 0 } small { display: block; color: #57606a }
mark { color: inherit; border-bottom: 2px solid; background: #dcf3e1; border-color: #1a7f37; cursor: pointer }
mark.contradicted { background: #fde3e1; border-color: #b42318 }
mark.unsupported { background: #fdeccf; border-color: #b25e00 }
mark.on { outline: 3px solid #175cd3 } a { color: inherit; text-decoration: none }
svg { position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none }
line { stroke: #175cd3; stroke-width: 2 }
@media (max-width: 50rem) { main { grid-template-columns: minmax(0, 1fr) } svg { display: none } }
"""
_SCRIPT = """
const line = document.querySelector("line");
function draw(a, b) {
  const p = a.getBoundingClientRect(), q = b.getBoundingClientRect();
  for (const [k, v] of Object.entries({x1: p.right, y1: p.top + p.height / 2, x2: q.left, y2: q.top + q.height / 2}))
    line.setAttribute(k, v);
}
for (const claim of document.querySelectorAll("mark[data-e]"))
  for (const when of ["mouseenter", "click"])
    claim.addEventListener(when, () => {
      document.querySelectorAll(".on").forEach(one => one.classList.remove("on"));
      const place = document.getElementById(claim.dataset.e);
      if (!place) return;
      place.scrollIntoView({block: "nearest"});
      claim.classList.add("on"); place.classList.add("on");
      draw(claim, place);
    });
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
        f"<svg><line/></svg><script>{_SCRIPT}</script></body></html>\n"
    )


def _claim(number: int, claim: Claim, language: Language) -> str:
    """The opening tag of a claim."""
    why = claim.reason.text(language) if claim.reason else _WORDS[language][1][claim.status]
    seat = f' data-e="e{number}"' if claim.evidence else ""
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
