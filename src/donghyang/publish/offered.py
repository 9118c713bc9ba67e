"""What a template may use: every name with its kind and meaning. docs/templates.md is made from it.

`report.typ` gets one JSON object, `d`, of the kind `PdfIssue`; `report.html` gets the texts of `HtmlNames`;
`office.toml` is read as `office.StyleSheet`. A test holds the kinds against what the formats really hand over.
"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from donghyang.publish.pieces import Piece

Words = Annotated[list[Piece], "words cut where a line may break, for `words()` of the template"]
Anchor = Annotated[str, "the name that links lead to"]


class Linked(TypedDict):
    """Words that may lead somewhere."""

    text: Words
    to: Annotated[str | None, "a web address (http, https), or none: then the words are printed as they are"]


class Faces(TypedDict):
    """Families of typefaces, best first."""

    sans: Annotated[tuple[str, ...], "of the text"]
    serif: Annotated[tuple[str, ...], "of titles"]
    chinese: Annotated[tuple[str, ...], "of Chinese inside the text"]
    chinese_serif: Annotated[tuple[str, ...], "of Chinese inside titles"]


class Marks(TypedDict):
    """Markers of the house format."""

    lead: Annotated[str, "before a lead"]
    item: Annotated[str, "before a line of a note box"]
    reference: Annotated[str, "before a source"]
    summary: Annotated[str, "before a paragraph of the summary"]
    line: Annotated[str, "before a line of the contents"]


class Labels(TypedDict):
    """Titles that the program writes."""

    contents: Annotated[str, "of the contents"]
    summary: Annotated[str, "of the summary"]
    references: Annotated[str, "of an article's sources"]
    draft: Annotated[str, "the mark of a draft"]
    doubt: Annotated[str, "the mark of what an editor should look at"]


class Palette(TypedDict):
    """The theme's colours, `#rrggbb`."""

    main: Annotated[str, "covers, openers, headlines; white letters stand on it"]
    accent: Annotated[str, "markers and rules"]
    warm: Annotated[str, "letters on `main` that stand out"]
    tint: Annotated[str, "the ground of leads and table heads"]
    box: Annotated[str, "the ground of note boxes"]
    ink: Annotated[str, "the text"]
    soft: Annotated[str, "what is said aside"]
    link: Annotated[str, "links"]
    hair: Annotated[str, "thin lines"]
    alarm: Annotated[str, "the mark of a draft"]


class PrintedImage(TypedDict):
    """A picture that the typesetter may read."""

    file: Annotated[str, 'its file; "" where there is none']
    width: Annotated[float, "in points"]
    height: Annotated[float, "in points"]
    alt: Annotated[str, "what it shows, for those who cannot see it"]


class FrontLine(TypedDict):
    """A line of the cover."""

    text: Words
    notice: Annotated[bool, "whether it says that something was put right"]


class Cover(TypedDict):
    """The first page, but for the contents."""

    title: Words
    number: Annotated[str, 'the issue\'s number (제12호); ""']
    date: Annotated[str, 'as it is printed (2023. 2. 17); ""']
    publisher: Words
    front: Annotated[list[FrontLine], "loose lines before the contents"]
    logo: PrintedImage


class ContentsEntryData(TypedDict):
    """A headline of the contents."""

    text: Words
    to: Annotated[str | None, "the anchor of its article, where one answers to it"]


class ContentsGroupData(TypedDict):
    """Headlines under one rubric."""

    category: Words
    lines: list[ContentsEntryData]


class ContentsPartData(TypedDict):
    """A section of the contents."""

    label: Words
    groups: list[ContentsGroupData]


class EvidenceData(TypedDict):
    """What a page says, shown in a draft."""

    quote: Words
    page: Words


class RemarksData(TypedDict):
    """The editor's help at a lead or block; empty in a finished print."""

    evidence: list[EvidenceData]
    doubts: list[Words]
    offer: Annotated[list[Piece], "what the program could add there, and how an editor takes it"]


CellLine = tuple[str, list[Piece]]
"""A line of a cell: its marker ("" for none) and its words."""


class RowData(TypedDict):
    """A row of a table."""

    cells: Annotated[list[list[CellLine]], "each cell as its lines, each line as marker and words"]
    whole: Annotated[bool, "whether no page may end inside it"]
    total: Annotated[bool, "whether it sums up the others"]


class BlockData(TypedDict):
    """A block of an article; beyond the first four keys each kind has those that it needs."""

    type: Annotated[str, "bullet, annotation, heading, table, figure, note or unplaced"]
    open: Annotated[bool, "still to be written; in a draft alone"]
    remarks: RemarksData
    keep: Annotated[bool, "it may not be parted from what follows"]
    text: NotRequired[Annotated[list[Piece], "of bullet, annotation, heading, unplaced"]]
    level: NotRequired[Annotated[int, "of bullet: 1 to 3"]]
    mark: NotRequired[Annotated[str, "of bullet and annotation: its marker"]]
    caption: NotRequired[Annotated[list[Piece], "of table and figure"]]
    source: NotRequired[Annotated[list[Piece], "of table, figure and note: where it comes from"]]
    image: NotRequired[Annotated[PrintedImage, "of figure"]]
    title: NotRequired[Annotated[list[Piece], "of note"]]
    items: NotRequired[Annotated[list[list[Piece]], "of note"]]
    size: NotRequired[Annotated[float, "of table: letters, in points"]]
    widths: NotRequired[Annotated[tuple[float, ...], "of table: columns, in points"]]
    align: NotRequired[Annotated[tuple[str, ...], "of table: left, center or right, a column"]]
    inset: NotRequired[Annotated[tuple[float, ...], "of table: white space behind the figures of a column, in points"]]
    continued: NotRequired[Annotated[list[Piece], "of table: its caption on the pages that it goes on; empty for none"]]
    continued_size: NotRequired[Annotated[float, "of table: letters of that caption, in points"]]
    header: NotRequired[Annotated[list[list[CellLine]], "of table: cells as those of a row; empty for none"]]
    rows: NotRequired[Annotated[list[RowData], "of table"]]
    whole: NotRequired[Annotated[bool, "of table: whether no page may end inside it"]]
    opening: NotRequired[Annotated[int, "of table: lines of its header and first rows, which stay together"]]
    closing: NotRequired[Annotated[int, "of table: rows at its end that stay together with the source"]]


class ReferenceData(TypedDict):
    """A source of an article."""

    title: Words
    url: Linked


class ArticleData(TypedDict):
    """An article."""

    id: Anchor
    number: Annotated[str, 'two digits; ""']
    headline: Words
    lead: Words
    remarks: RemarksData
    blocks: list[BlockData]
    references: list[ReferenceData]
    source: Annotated[list[Piece], "the line under a brief that names its outlet"]
    url: Annotated[Linked, "the address under a brief"]
    byline: Words


class SectionData(TypedDict):
    """A section."""

    id: Anchor
    brief: Annotated[bool, "whether its articles are briefs"]
    numeral: Annotated[str, "I, II, III"]
    title: Words
    articles: list[ArticleData]


class ImprintRowData(TypedDict):
    """A line of the imprint."""

    label: Annotated[str, '"" where the value says itself what it is']
    value: Linked


class PdfIssue(TypedDict):
    """What `report.typ` gets as `d`."""

    fonts: Faces
    colours: Palette
    marks: Marks
    words: Labels
    title: Annotated[str, "of the document; never empty"]
    author: Annotated[str, 'the publisher; ""']
    date: Annotated[list[int] | None, "year, month, day"]
    head: Annotated[str, "the running head"]
    draft: Annotated[bool, "whether this is a draft print"]
    cover: Cover
    contents: list[ContentsPartData]
    summary: list[Words]
    sections: list[SectionData]
    back: Annotated[list[Words], "loose lines behind the imprint"]
    imprint: list[ImprintRowData]
    emblem: Annotated[PrintedImage, "beside the imprint"]


class HtmlNames(TypedDict):
    """What `report.html` gets as `$name`; all of it is escaped."""

    head: Annotated[str, "title and metadata"]
    style: Annotated[str, "the style sheet report.css, behind the theme's colours and typefaces"]
    body: Annotated[str, "the page itself"]
