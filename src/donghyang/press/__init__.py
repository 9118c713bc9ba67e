"""The decision to publish: what holds a report back and who let it pass; and where its prints may be put."""

from donghyang.press.allowed import Held, allow, decisions
from donghyang.press.holding import OPEN, held, refusal
from donghyang.press.prints import is_final, put, put_or_leave, same_place
from donghyang.records import Allowed, Decisions, Signature
from donghyang.workspace import DECISIONS
from donghyang.workspace.printed import LEDGER

__all__ = [
    "DECISIONS",
    "LEDGER",
    "OPEN",
    "Allowed",
    "Decisions",
    "Held",
    "Signature",
    "allow",
    "decisions",
    "held",
    "is_final",
    "put",
    "put_or_leave",
    "refusal",
    "same_place",
]
