"""Words: doubled, misspelled, misused, against the termbase."""

NAMES: tuple[str, ...] = (
    "doubled_word",
    "doubled_particle",
    "doubled_noun",
    "doubled_line",
    "tautology",
    "misspelling",
    "wrong_word",
    "particle",
    "noun_particle",
    "loanword",
    "termbase",
)
"""The rules of the family, one a file, in the order in which they are listed."""
