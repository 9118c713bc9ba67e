"""Dates, numbering, captions, brackets, references."""

NAMES: tuple[str, ...] = (
    "open_line",
    "calendar_day",
    "weekday",
    "after_publication",
    "stale_lead",
    "address_day",
    "later_page",
    "reference_date",
    "year_span",
    "span_length",
    "turned_period",
    "anniversary",
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
    "star_missing",
    "address_form",
)
"""The rules of the family, one a file, in the order in which they are listed."""
