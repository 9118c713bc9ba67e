"""The style of the house, off until a newsroom asks for it."""

NAMES: tuple[str, ...] = (
    "thousands",
    "endings",
    "quotation_marks",
    "quote_nesting",
    "date_form",
    "year_form",
    "year_mark",
    "range_mark",
    "unit_space",
    "unit_form",
    "bracket_form",
    "name_original",
)
"""The rules of the family, one a file, in the order in which they are listed."""
