"""Dates, numbering, captions, brackets, references."""

NAMES: tuple[str, ...] = (
    "open_line",
    "calendar_day",
    "weekday",
    "after_publication",
    "stale_lead",
    "address_day",
    "reference_date",
    "year_span",
    "span_length",
    "impossible_year",
    "row_numbers",
    "list_numbers",
    "caption_numbers",
    "brackets",
    "quotes",
    "odd_marks",
    "year_apostrophe",
    "digit_marks",
    "references",
    "note_cited",
    "address_form",
    "reference_figures",
    "table_reference",
)
"""The rules of the family, one a file, in the order in which they are listed."""
