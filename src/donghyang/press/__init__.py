"""The decision to publish: what holds a report back and who let it pass; and where its prints may be put."""

from donghyang.press.allowed import Held, allow, decisions
from donghyang.press.holding import OPEN, held, refusal
from donghyang.press.prints import find_room, is_final, put, put_or_leave, same_place
from donghyang.press.publications import (
    PUBLICATIONS,
    REPORT,
    Publication,
    Published,
    all_published,
    edition_of,
    keep,
    kept_print,
    kept_source,
    place_of,
    published,
)
from donghyang.press.sending import Compared, Order, compared, decide, sources_of
from donghyang.records import Allowed, Decisions, Signature
from donghyang.workspace import DECISIONS
from donghyang.workspace.printed import LEDGER

__all__ = [
    "DECISIONS",
    "LEDGER",
    "OPEN",
    "PUBLICATIONS",
    "REPORT",
    "Allowed",
    "Compared",
    "Decisions",
    "Held",
    "Order",
    "Publication",
    "Published",
    "Signature",
    "all_published",
    "allow",
    "compared",
    "decide",
    "decisions",
    "edition_of",
    "find_room",
    "held",
    "is_final",
    "keep",
    "kept_print",
    "kept_source",
    "place_of",
    "published",
    "put",
    "put_or_leave",
    "refusal",
    "same_place",
    "sources_of",
]
