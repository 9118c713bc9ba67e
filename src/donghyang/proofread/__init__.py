"""A file and what lies beside it, proofread: findings, accepted findings, marked copies, mended text."""

from donghyang.check.accepted import FILE as ACCEPTED
from donghyang.proofread.desk import (
    COPIES,
    Asked,
    Checked,
    LeftRow,
    accept,
    mark,
    mend,
    proofread,
    resources_of,
    rules,
    term_problems,
)
from donghyang.proofread.many import each

__all__ = [
    "ACCEPTED",
    "COPIES",
    "Asked",
    "Checked",
    "LeftRow",
    "accept",
    "each",
    "mark",
    "mend",
    "proofread",
    "resources_of",
    "rules",
    "term_problems",
]
