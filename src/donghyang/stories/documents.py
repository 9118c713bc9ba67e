"""Whether a page is an issued document: its own shape says so, whatever it speaks of.

A document carries its number, the bodies it is addressed to, articles or numbered headings, the day it was passed, a
formula that puts it into force. News of a document has a reporter, a dateline, "近日". Source of the marks: the rules
for official documents of party and state bodies (党政机关公文处理工作条例, GB/T 9704-2012) and for laws (立法法).
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.stories.issuers import issuer_of

# What makes a page a document, and what a title alone is worth.
ENOUGH = 3.0
# Marks stand at the head; the signature at the end.
HEAD = 1600
OPENING_LINES = 14
TITLE_LINES = 5
TITLE_LINE = 40
SIGNATURE_LINES = 6
# Characters: of the end that a signature stands in, of the beginning that names a work report or a reporter.
SIGNATURE = 300
NAMED = 400
REPORTED = 200

_TYPES = tables.either(__package__, "document_types")
_TITLE = re.compile(rf"(?:(?:关于|印发|对).{{2,120}})?(?:{_TYPES})(?:\([^()]{{1,16}}\)|\d{{4}}年?(?:版|本))?$")
# A headline tells what somebody did with a document; a document's own title does not.
_TOLD = re.compile(rf"{tables.either(__package__, 'told')}|:(?!《)|!|\?|“[^“”]+”引|\s\S+\s")
# A title that needs nothing before it: a report of a year, a body's word about something, a law.
_WHOLE = re.compile(r"20\d\d年|中华人民共和国|[\u4e00-\u9fff]{2,24}(?:关于|政府工作报告|条例$)")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,12}[\[〔(【](?:19|20)\d\d[\]〕)】](?:第)?\d{1,4}号"
    r"|(?:[\u4e00-\u9fff]{0,24}令|公告)?\s*(?:\d{4}年\s*)?第?\d{1,4}号(?:令|公告)?"
)
_ADDRESS = re.compile(r"[^。;!?]{2,160}:")
_BODIES = re.compile(
    r"各省|自治区|直辖市|人民政府|部委|直属|有关单位|委员会|各部门|各市|各区|办公厅|代表:|委员:|局|部|厅|院"
)
_MEMBERS = re.compile(r"各位(?:代表|委员)[::]?$")
_PASSED = re.compile(
    r"\(?(?:\d{4}年\d{1,2}月\d{1,2}日|二〇[〇一二三四五六七八九]{2}年)[^。]{0,60}?"
    r"(?:通过|公布|发布|批准|修订|修正|施行|令第|会议上)"
)
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]{1,5}[条章]\s?")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、")
_FORMULA = re.compile(tables.either(__package__, "formulas"))
_SIGNED = re.compile(
    r"(?:(?:19|20)\d\d年|二〇[〇一二三四五六七八九]{2}年)[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
_REPORTED = re.compile(tables.either(__package__, "reported"))


def opening(title: str, text: str) -> str:
    """The whole title of a page whose title runs over several short lines of its text; else `title`.

    Both in normal form. A line is taken in while what stands so far is no finished title of a document; a line that
    is a whole title of its own stands alone, behind the name of a column.
    """
    whole = title.replace(" ", "")
    if not whole or _is_title(whole):
        return whole if _is_title(whole) else title
    for line in text.split("\n", TITLE_LINES)[:TITLE_LINES]:
        bare = line.replace(" ", "")
        if _WHOLE.match(bare) and _is_title(bare):
            return bare
        if len(bare) > TITLE_LINE or _NUMBER.fullmatch(bare) or bare.endswith((":", "。")):
            break
        whole += bare
        if _is_title(whole):
            return whole
    return title


def is_document(title: str, text: str, number: str = "") -> bool:
    """Whether the page is an issued document itself; `title` is what `opening` gives, both in normal form.

    `number` is what the page's own table says, "" for none.
    """
    return sum(_marks(title, text, number).values()) >= ENOUGH


def _marks(title: str, text: str, number: str) -> dict[str, float]:
    """What speaks for an issued document and how much, by name; what a reporter says speaks against it."""
    head = text[:HEAD]
    lines = [line.strip() for line in head.split("\n")]
    first = lines[:OPENING_LINES]
    worth: dict[str, float] = {}
    if _is_title(title):
        issued = issuer_of(title, "")
        worth["title"] = 2.0 if issued and issued.level not in ("institute", "firm") else 1.5
    if number or any(_NUMBER.fullmatch(line.replace(" ", "")) for line in first):
        worth["number"] = 2.0
    if any(_ADDRESS.fullmatch(line) and _BODIES.search(line) for line in first):
        worth["address"] = 1.0
    if any(_MEMBERS.fullmatch(line) for line in lines) and "工作报告" in title + head[:NAMED]:
        worth["members"] = 2.0
    if any(_PASSED.match(line) for line in first):
        worth["passed"] = 1.0
    if sum(1 for line in lines if _ARTICLE.match(line)) >= 2:
        worth["articles"] = 2.0
    elif sum(1 for line in text[: 3 * HEAD].split("\n") if _HEADING.match(line)) >= 2:
        worth["headings"] = 0.5
    if _FORMULA.search(head):
        worth["formula"] = 1.5
    if any(_SIGNED.fullmatch(line.replace(" ", "")) for line in text[-SIGNATURE:].split("\n")[-SIGNATURE_LINES:]):
        worth["signed"] = 0.5
    if _REPORTED.search(head[:REPORTED]):
        worth["reported"] = -2.0
    return worth


def identity(title: str, text: str, number: str = "") -> tuple[str, ...]:
    """What tells an issued document from every other: its title, and its number, else the days it was passed on.

    All in normal form; `number` is what the page's own table says, "" for none. () for a page that is no document.
    Two texts of one law differ in their days.
    """
    whole = opening(title, text)
    if not is_document(whole, text, number):
        return ()
    first = [line.replace(" ", "") for line in text[:HEAD].split("\n")[:OPENING_LINES]]
    numbers = [number.replace(" ", "")] if number else [line for line in first if _NUMBER.fullmatch(line)][:1]
    return (whole.replace(" ", ""), *(numbers or [line for line in first if _PASSED.match(line)]))


def _is_title(title: str) -> bool:
    return bool(_TITLE.search(title)) and not _TOLD.search(title) and not title.startswith("《")
