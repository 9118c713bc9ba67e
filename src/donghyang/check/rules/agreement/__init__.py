"""Parts of a report that must say the same: headline, summary, contents, counts, tables against the article."""

NAMES: tuple[str, ...] = (
    "contents",
    "headline_figures",
    "headline_wording",
    "other_subject",
    "summary_figures",
    "summary_wording",
    "listed_count",
    "caption_count",
    "announced_count",
    "plus_count",
    "count_note",
    "row_count",
    "list_table",
    "table_text",
    "rank_claims",
    "company_country",
    "figure_series",
)
"""The rules of the family, one a file, in the order in which they are listed."""
