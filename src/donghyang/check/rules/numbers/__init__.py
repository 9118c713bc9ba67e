"""Arithmetic that the text itself states: sums, shares, ratios, growth, conversions, magnitudes, order."""

NAMES: tuple[str, ...] = (
    "table_sum",
    "sentence_sum",
    "top_sum",
    "table_share",
    "share_over",
    "share_parts",
    "table_growth",
    "growth",
    "distant_operand",
    "ratio",
    "averages",
    "rank_order",
    "numeral",
    "scale_slip",
    "model_size",
    "conversion",
    "dated_rate",
    "units",
)
"""The rules of the family, one a file, in the order in which they are listed."""
