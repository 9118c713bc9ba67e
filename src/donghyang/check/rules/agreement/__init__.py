"""Parts of a report that must say the same: headline, summary, contents, counts, tables against the article."""

NAMES: tuple[str, ...] = (
    "contents",
    "headline_figures",
    "headline_wording",
    "other_subject",
    "summary_figures",
    "summary_wording",
    "count_list",
    "count_note",
    "row_count",
    "list_table",
    "table_text",
    "figure_series",
)
"""The rules of the family, one a file, in the order in which they are listed."""
