"""Every record that travels between rooms, named as editors speak.

Records are frozen. One read from a document keeps where it stood (`span`, half-open offsets into `Document.text`);
its place takes no part in comparison, so one article read from two files is equal. Absent text is None, never "".
"""

from donghyang.records.document import Cell, Document, Grid, Link, Paragraph, Picture, Piece, Span
from donghyang.records.draft import Doubt, Draft, Evidence
from donghyang.records.fact import Bound, Fact, Name, Period, Quantity, QuantityKind, Target
from donghyang.records.finding import Finding, Fix, Related, Severity
from donghyang.records.issue import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    ContentsEntry,
    Figure,
    Heading,
    Issue,
    Note,
    Publisher,
    Reference,
    Section,
    SectionKind,
    Table,
    Unplaced,
)
from donghyang.records.message import CannotProceed, Language, Message, Progress, Unreadable, did_you_mean
from donghyang.records.page import Copy, Decided, Decision, IssuerLevel, PageKind, PageText, Story
from donghyang.records.watch import WatchList

__all__ = [
    "Annotation",
    "Article",
    "Block",
    "Bound",
    "BriefSource",
    "Bullet",
    "CannotProceed",
    "Cell",
    "ContentsEntry",
    "Copy",
    "Decided",
    "Decision",
    "Document",
    "Doubt",
    "Draft",
    "Evidence",
    "Fact",
    "Figure",
    "Finding",
    "Fix",
    "Grid",
    "Heading",
    "Issue",
    "IssuerLevel",
    "Language",
    "Link",
    "Message",
    "Name",
    "Note",
    "PageKind",
    "PageText",
    "Paragraph",
    "Period",
    "Picture",
    "Piece",
    "Progress",
    "Publisher",
    "Quantity",
    "QuantityKind",
    "Reference",
    "Related",
    "Section",
    "SectionKind",
    "Severity",
    "Span",
    "Story",
    "Table",
    "Target",
    "Unplaced",
    "Unreadable",
    "WatchList",
    "did_you_mean",
]
