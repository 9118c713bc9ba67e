"""Dates, numbering, captions, brackets, references."""

NAMES: tuple[str, ...] = (
    "dates",
    "year_span",
    "impossible_year",
    "row_numbers",
    "section_numbers",
    "caption_numbers",
    "captions",
    "marker_ladder",
    "brackets",
    "quotes",
    "year_apostrophe",
    "references",
)
"""The rules of the family, one a file, in the order in which they are listed."""
