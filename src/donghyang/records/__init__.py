"""Every record that travels between rooms, named as editors speak.

Records are frozen. One read from a document keeps where it stood (`span`, half-open offsets into `Document.text`);
its place takes no part in comparison, so one article read from two files is equal. Absent text is None, never "".
"""

from typing import TYPE_CHECKING, Any

from donghyang.records.archive import ArchivedArticle
from donghyang.records.claim import Claim, ClaimKind, ClaimStatus, Quote, VerifiedSentence
from donghyang.records.decision import Allowed, Decisions, Signature
from donghyang.records.document import Cell, Document, Grid, Link, Paragraph, Picture, Piece, Span, Unseen, Why
from donghyang.records.draft import Doubt, Draft, Evidence, LeftStory, ModelUse
from donghyang.records.evidence import Capture, CaptureKind, CaptureState, Collecting, Place, Trouble
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
    Open,
    Publisher,
    Reference,
    Remark,
    Section,
    SectionKind,
    Table,
    Unplaced,
)
from donghyang.records.message import CannotProceed, Language, Message, Progress, Unreadable, did_you_mean
from donghyang.records.page import (
    Attachment,
    Copy,
    Decided,
    Decision,
    Dropped,
    IssuerLevel,
    PageKind,
    PageText,
    Story,
)
from donghyang.records.search import (
    Amount,
    Facet,
    FacetName,
    Filters,
    Found,
    Hit,
    IndexedArticle,
    SearchOrder,
    TextField,
)
from donghyang.records.source import LOCAL, Entry, Selectors, Source, SourceKind, SourceTier, SourceVersion
from donghyang.records.watch import WatchList

if TYPE_CHECKING:
    from donghyang.records.ledger import (
        Achievement,
        AchievementForm,
        Benefit,
        BenefitForm,
        Contradiction,
        DatedTarget,
        Distinction,
        Ledger,
        LedgerFact,
        Modality,
        PerformanceRecord,
        Ranking,
        RankingRow,
        Reported,
        Served,
        Spot,
        Step,
        Strength,
        Tie,
        TiedTarget,
    )

__all__ = [
    "LOCAL",
    "Achievement",
    "AchievementForm",
    "Allowed",
    "Amount",
    "Annotation",
    "ArchivedArticle",
    "Article",
    "Attachment",
    "Benefit",
    "BenefitForm",
    "Block",
    "Bound",
    "BriefSource",
    "Bullet",
    "CannotProceed",
    "Capture",
    "CaptureKind",
    "CaptureState",
    "Cell",
    "Claim",
    "ClaimKind",
    "ClaimStatus",
    "Collecting",
    "ContentsEntry",
    "Contradiction",
    "Copy",
    "DatedTarget",
    "Decided",
    "Decision",
    "Decisions",
    "Distinction",
    "Document",
    "Doubt",
    "Draft",
    "Dropped",
    "Entry",
    "Evidence",
    "Facet",
    "FacetName",
    "Fact",
    "Figure",
    "Filters",
    "Finding",
    "Fix",
    "Found",
    "Grid",
    "Heading",
    "Hit",
    "IndexedArticle",
    "Issue",
    "IssuerLevel",
    "Language",
    "Ledger",
    "LedgerFact",
    "LeftStory",
    "Link",
    "Message",
    "Modality",
    "ModelUse",
    "Name",
    "Note",
    "Open",
    "PageKind",
    "PageText",
    "Paragraph",
    "PerformanceRecord",
    "Period",
    "Picture",
    "Piece",
    "Place",
    "Progress",
    "Publisher",
    "Quantity",
    "QuantityKind",
    "Quote",
    "Ranking",
    "RankingRow",
    "Reference",
    "Related",
    "Remark",
    "Reported",
    "SearchOrder",
    "Section",
    "SectionKind",
    "Selectors",
    "Served",
    "Severity",
    "Signature",
    "Source",
    "SourceKind",
    "SourceTier",
    "SourceVersion",
    "Span",
    "Spot",
    "Step",
    "Story",
    "Strength",
    "Table",
    "Target",
    "TextField",
    "Tie",
    "TiedTarget",
    "Trouble",
    "Unplaced",
    "Unreadable",
    "Unseen",
    "VerifiedSentence",
    "WatchList",
    "Why",
    "did_you_mean",
]


def __getattr__(name: str) -> Any:
    """The records of the ledger, read when first asked for: most commands start without them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from donghyang.records import ledger

    return getattr(ledger, name)
