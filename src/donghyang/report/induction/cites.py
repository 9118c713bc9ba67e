"""References and the sources of briefs, in whatever order they are printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from donghyang.language.patterns import lazily
from donghyang.records import BriefSource, Reference
from donghyang.report.grammar import reference_head
from donghyang.report.induction.citation import body_of, citation, cites, unlabelled
from donghyang.report.induction.days import DAY, day_of
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import address_in, without_address
from donghyang.report.induction.words import source_of
from donghyang.report.layout.citations import cited, labelled, names_title
from donghyang.report.references import joined

_QUOTED = lazily(r"^(?:[「『“\"](?P<in>[^「」『』“”]+)[」』”\"]|[‘'](?P<single>[^‘]+)[’'])$")
_OUTLET = lazily(
    rf"^(?P<outlet>[^\d|()（）\[\],][^|()（）\[\],]{{0,38}}?)\s*[|│/,(（\[·\s]\s*(?P<day>{DAY})\s*[)）\]]?\s*[,.]?$"
)
_ASIDES = ("*", "-", "·", "→")
_SEPARATED = lazily(r"\s*[|│,(（\[]")
_TAIL = lazily(
    rf"^(?P<headline>.*\S)\s*[(（\[](?P<source>[^()（）\[\]]{{2,40}},?\s?(?:{DAY}))[)）\]](?P<mark>\s?\[\d{{1,2}}\])?$"
)
_DAY_AND_OUTLET = lazily(
    rf"^(?P<words>.*\S)\s*[(（\[<〈]\s*(?P<day>{DAY})\s*[,/|·]\s*(?P<outlet>[^()（）\[\]<>〈〉\d,]{{2,24}})[)）\]>〉]\.?$"
)
_BEHIND = lazily(r"^(?P<headline>.*\S)(?:\s+[|│/]\s*|\s*[(（\[])(?P<outlet>[^|│/()（）\[\]\d,]{2,24}?)[)）\]]?$")
_BARS = lazily(rf"^(?P<headline>.*\S)\s+[|│/]\s+(?P<outlet>[^|│/]{{2,30}})\s+[|│/]\s+(?P<day>{DAY})$")
_LINKED = lazily(r"^\[(?P<title>[^\[\]]+)\]\s*\(?\s*$")
"""The title of a link of which the address was taken off."""
_UNCLOSED = lazily(r"^[(（\[［](?=[^()（）\[\]［］]*$)")
"""The bracket around a line of which the address was taken off with its end."""
_ENCLOSED = lazily(r"^[(（\[［][^()（）\[\]［］]+[)）\]］]$")
_SLASHED = lazily(r"(?<!\s)\s+/\s+")
_LABEL = lazily(
    r"""
      ^[\[(【<]\s*(?:출처|원문|자료|참고|source)\s*[\])】>]\s*
    | ^[\[(【<]?\s*(?:[가-힣]{1,6}\s)?[가-힣]{0,4}(?:읽기|보기|원문|자료|출처|링크|기사|문헌)\s*
       (?:[\])】>]|[:：])\s*(?=\S)
    | ^[\[(【<]?\s*[가-힣]{2,6}(?:\s[가-힣]{1,6})?\s*
       (?:[\])】>]|[:：]|\s{2})\s*(?=[《「『]?[一-鿿])  # a title in Chinese
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What an office prints before every reference."""


def references(leaves: Sequence[Leaf], near: dt.date | None) -> list[Reference]:
    """The references that the lines of a list hold: a title and its address, in one line or in two."""
    out: list[Reference] = []
    for leaf in leaves:
        if leaf.key == "table":
            continue
        found = address_in(leaf.text)
        words = without_address(leaf.words) if found and found[0] in leaf.words else leaf.words
        words = _UNCLOSED.sub("", words.strip(" ,/|"))
        if found and not re.search(r"\w", words):
            if out and out[-1].url is None:
                out[-1] = _with_url(out[-1], found[0], leaf)
            else:
                out.append(Reference(None, found[0], span=leaf.span))
        elif words:
            out.append(_reference(words, found[0] if found else None, near, leaf))
    return out


def outlet_alone(reference: Reference) -> BriefSource | None:
    """The source that a reference without title and address names: outlet and day; None for any other reference."""
    if reference.title or reference.url or reference.publisher is None:
        return None
    return BriefSource(reference.publisher, reference.date, None, span=reference.span)


def _with_url(reference: Reference, url: str, leaf: Leaf) -> Reference:
    return Reference(reference.title, url, reference.date, reference.publisher, span=joined(reference.span, leaf.span))


def _reference(words: str, url: str | None, near: dt.date | None, leaf: Leaf) -> Reference:
    words = _LINKED.sub(r"\g<title>", words)
    told = labelled(words)
    words = told[0] if len(told) == 1 else words
    words = _LABEL.sub("", words).strip(" ,/|")
    bare, told_so = unlabelled(words)
    words = bare if told_so and bare else words
    parts = _SLASHED.split(words)
    day: dt.date | None = None
    publisher: str | None = None
    title: str | None = words
    if len(parts) > 2 and (slashed := day_of(parts[-1], near)):
        title, publisher, day = " / ".join(parts[:-2]), parts[-2], slashed
    elif head := reference_head(words):
        day, publisher, title = head
    else:
        said = cited(f"{words}, https://a.example" if url else words, near).replace("https://a.example", "").strip(" ,")
        head = reference_head(said)
        day, publisher, title = head if head else _by_parts(leaf, said, near)
    if publisher is None and cites(leaf.text) and (whole := citation(leaf.text, near)).publisher and whole.title:
        day, publisher, title = day or whole.day, whole.publisher, whole.title
    if publisher is None and day is None and _ENCLOSED.match(leaf.text) and (named := _OUTLET.match(words)):
        publisher, day, title = named["outlet"].strip(" ,"), day_of(named["day"], near), None
    if publisher is None and title and day and (url or unlabelled(leaf.text)[1]) and (body := body_of(title)):
        publisher, title = body, None
    if title and (quoted := _QUOTED.match(title.strip(" ,"))):
        title = quoted["in"] or quoted["single"]
    return Reference(title.strip(" ,") or None if title else None, url, day, publisher, span=leaf.span)


def _by_parts(leaf: Leaf, said: str, near: dt.date | None) -> tuple[dt.date | None, str | None, str | None]:
    """(day, publisher, title) of a line of which nothing else tells the parts; `said` is its title where none does."""
    told = citation(leaf.text, near)
    if told.labelled or (told.publisher and told.title):
        return told.day, told.publisher, told.title
    return None, None, said


def source(leaf: Leaf, near: dt.date | None, *, sure: bool) -> BriefSource | None:
    """The source of a brief that a line names: outlet and day, or an outlet behind a label.

    `sure`: the line has an address, or one right below.
    """
    printed = leaf.words if leaf.key in _ASIDES else leaf.text
    enclosed = re.match(r"^[(（\[【〔](?P<in>[^()（）\[\]【】〔〕]+)[)）\]】〕]$", printed) if leaf.url else None
    text = without_address(enclosed["in"] if enclosed else printed).strip(" ,|│/·")
    labelled = source_of(text)
    bare = labelled or text
    inner = re.match(r"^[(（\[【]([^()（）\[\]]+)[)）\]】]$", bare.strip())
    words = inner[1] if inner else bare
    url = leaf.url
    found = _OUTLET.match(words.strip(" ,"))
    day = day_of(found["day"], near) if found else None
    apart = found is not None and _SEPARATED.match(words[len(found["outlet"]) :]) is not None
    if found and day and (sure or labelled or inner or apart):
        return BriefSource(found["outlet"].strip(" ,"), day, url, span=leaf.span)
    if labelled and len(labelled) <= 40:
        return BriefSource(labelled.strip(" ,"), None, url, span=leaf.span)
    return None


def names_reference(leaf: Leaf, near: dt.date | None) -> bool:
    """Whether a line behind a label (출처: …, 참고자료: …) names more than an outlet: a title."""
    if leaf.key == "table":
        return False
    found = labelled(leaf.words) or labelled(leaf.text)
    return cites(leaf.text) or (bool(found) and all(names_title(part, near) for part in found))


def behind_lead(words: str, near: dt.date | None) -> tuple[str, BriefSource] | None:
    """(words, source) of a lead that ends with its day and its source in one bracket: (3.19, 안후이일보)."""
    found = _DAY_AND_OUTLET.match(words)
    day = day_of(found["day"], near) if found else None
    return (found["words"], BriefSource(found["outlet"].strip(), day, None)) if found and day else None


def outlet_behind(words: str) -> tuple[str, str] | None:
    """(headline, outlet) of a brief in one line that begins with its day."""
    found = _BEHIND.match(words)
    return (found["headline"], found["outlet"].strip()) if found else None


def in_headline(words: str, near: dt.date | None) -> tuple[str, str, dt.date] | None:
    """(headline, outlet, day) of a brief in one line."""
    text = without_address(words)
    if found := _BARS.match(text):
        day = day_of(found["day"], near)
        return (found["headline"], found["outlet"], day) if day else None
    found = _TAIL.match(text)
    told = _OUTLET.match(found["source"]) if found else None
    day = day_of(told["day"], near) if told else None
    if found is None or told is None or day is None:
        return None
    return f"{found['headline']}{found['mark'] or ''}", told["outlet"].strip(" ,"), day
