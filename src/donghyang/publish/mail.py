"""The issue as a mail: HTML whose styles stand in its elements, the same in plain text, pictures inside.

Tables reflow where a client knows the width of its screen: each row then stands as a list, its columns named.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from donghyang.publish import marks
from donghyang.publish.body import body, html, of_class, take_pictures
from donghyang.publish.charts.draw import raster
from donghyang.publish.edition import CORRECTION
from donghyang.publish.inlined import inline
from donghyang.publish.plain import text
from donghyang.publish.templating import coloured
from donghyang.publish.text import printable
from donghyang.publish.theme import number_label
from donghyang.publish.view import Print
from donghyang.records import Edition

_SEOUL = dt.timezone(dt.timedelta(hours=9))
_LONGEST = 150
"""Characters of a subject."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes to whom."""

    sender: Address
    to: Address
    reply_to: Address | None = None
    unsubscribe: tuple[str, ...] = ()
    """Where a reader can leave: addresses of the web (https) or of mail (mailto), as List-Unsubscribe has them."""
    id: str = ""
    """The message's own name, without brackets; the same mail to the same reader has the same."""
    date: dt.datetime | None = None
    """The moment of sending; None: the letter's own day."""


def render(printed: Print, edition: Edition | None) -> bytes:
    """The issue as a mail that is still to be addressed: a client opens it as a draft of its own."""
    message = letter(printed, edition)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def letter(printed: Print, edition: Edition | None, attached: Mapping[str, bytes] | None = None) -> EmailMessage:
    """The mail without sender and receiver; `attached` are files by name. The same issue gives the same mail."""
    root = body(printed)
    pictures = take_pictures(root, "cid:")
    plain = text(root)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject(printed, edition)
    day = edition.date if edition is not None else printed.date
    if day is not None:
        moment = dt.datetime.combine(day, dt.time(9), _SEOUL)
        message["Date"] = format_datetime(moment)
    message.set_content(plain, cte="base64")
    message.add_alternative(_page(printed, root), subtype="html", cte="base64")
    page = message.get_payload(1)
    assert isinstance(page, EmailMessage)
    for picture in pictures.values():
        kind, _, subtype = picture.media.partition("/")
        data = picture.data
        if subtype == "svg+xml":  # no client shows a drawing
            data, subtype = raster(data), "png"
        page.add_related(data, kind, subtype, cid=f"<{picture.name}>", disposition="inline")
    for name, data in (attached or {}).items():
        message.add_attachment(data, "application", _media(name), filename=name)
    _bound(message, hashlib.sha256(plain.encode()).hexdigest()[:24])
    return message


def subject(printed: Print, edition: Edition | None) -> str:
    """[정정] 주간동향 제7호 (2024. 3. 15), in one line."""
    known = edition.number if edition is not None else None
    number = number_label(known) if known is not None else printed.number
    head = f"[{marks.DRAFT}]" if printed.draft else f"[{CORRECTION}]" if edition and edition.corrections else None
    day = f"({printed.date_text})" if printed.date_text else None
    told = " ".join(filter(None, (head, printed.title, number, day))) or marks.CONTENTS
    return _of_a_head(told)[:_LONGEST]


def _of_a_head(words: str) -> str:
    """Words that turn no line round and that the library takes as they are: it decodes encoded words (RFC 2047) in what
    it is given, and writes the end of a line that one of them holds into the head of the mail."""
    return " ".join(printable(words).split()).replace("=?", "= ?")


def _mailbox(address: Address) -> Address:
    return Address(_of_a_head(address.display_name), addr_spec=address.addr_spec)


def addressed(message: EmailMessage, envelope: Envelope) -> EmailMessage:
    """The letter with its envelope; `message` itself is not changed."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = _mailbox(envelope.sender), _mailbox(envelope.to)
    if envelope.reply_to is not None:
        made["Reply-To"] = _mailbox(envelope.reply_to)
    if envelope.id:
        made["Message-ID"] = f"<{envelope.id}>"
    if envelope.unsubscribe:
        made["List-Unsubscribe"] = ", ".join(f"<{one}>" for one in envelope.unsubscribe)
        if any(one.startswith("https://") for one in envelope.unsubscribe):
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    if envelope.date is not None:
        made["Date"] = format_datetime(envelope.date)
    for name, value in message.items():
        if name not in made:
            made[name] = value
    made.set_payload(message.get_payload())
    return made


def _bound(message: EmailMessage, digest: str) -> None:
    """Lines between the parts that no chance makes."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_donghyang_{digest}_{number}")


def _media(name: str) -> str:
    return {"pdf": "pdf", "epub": "epub+zip", "hwpx": "hwp+zip"}.get(name.rpartition(".")[2], "octet-stream")


# ---------------------------------------------------------------------------------------------- the page


def _page(printed: Print, root: Element) -> str:
    for box in of_class(root, "scroll"):
        for table in box.iter("table"):
            _reflowing(table, fits=_fits(box))
    page = Element("div", {"class": "page"})
    page.extend(element for element in root if "running" not in element.get("class", ""))
    whole = Element("body")
    whole.append(page)
    narrow = inline(whole, coloured("mail.css", printed.look))
    for element in whole.iter():
        _plainer(element)
    _without_bare_spans(whole)
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light"><title>{escape(printed.told or marks.CONTENTS)}</title>'
        f"<style>\n{narrow}\n</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="ko">\n<head>{head}</head>\n{html(whole)}\n</html>\n'


def _fits(box: Element) -> bool:
    """Whether a phone shows the table of a box whole."""
    narrow = (int(name[4:]) for name in box.get("class", "").split() if re.fullmatch(r"over\d+", name))
    return max(narrow, default=0) < _PHONE


def _reflowing(table: Element, *, fits: bool) -> None:
    """Let each cell name its column, where the table becomes a list, as it does on screens that it does not fit.

    The names are attributes: a client that cannot show those (Gmail) drops the rules, too, and keeps the table.
    """
    names = [" ".join("".join(cell.itertext()).split()) for cell in table.iter("th")]
    table.attrib.pop("style", None)
    table.set("cellpadding", "7")  # once, for all its cells
    if fits:
        return
    table.set("data-grid", "")
    for row in table.iter("tr"):
        for cell, name in zip((cell for cell in row if cell.tag == "td"), names, strict=False):
            if name and (cell.text or len(cell)):
                cell.set("data-name", f"{name}: ")


_PHONE = 24
"""Em of the widest usual phone, 384 pixels."""


def _plainer(element: Element) -> None:
    """Without what only a page in a browser has a use for: names of places, keys, columns, roles."""
    for name in _OF_PAGES:
        element.attrib.pop(name, None)
    if element.tag == "a" and element.get("href", "").startswith("#"):
        element.attrib.clear()
        element.tag = "span"
    for group in element.findall("colgroup"):
        element.remove(group)


def _without_bare_spans(element: Element) -> None:
    """Gmail cuts a mail off behind 102 KB: nothing that says nothing stands in it."""
    for at, child in reversed(list(enumerate(element))):
        _without_bare_spans(child)
        if child.tag == "span" and not child.attrib:
            inner = list(child)
            _add_text(element, at, child.text)
            element[at : at + 1] = inner
            _add_text(element, at + len(inner), child.tail)


def _add_text(parent: Element, at: int, text: str | None) -> None:
    """Put words before the child at a place."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")


_OF_PAGES = (
    *("id", "class", "tabindex", "role", "scope"),
    *("aria-label", "aria-labelledby", "aria-level", "aria-hidden"),
)
