"""One rule a file; `NAMES` says in which order they are listed. A card without its parts fails the tests."""

NAMES: tuple[str, ...] = (
    "doubled_word",
    "contents",
    "share_over",
    "transliteration",
    "hanja_mismatch",
    "name_variant",
    "place_spelling",
    "place_fact",
    "latin_variant",
    "title_variant",
    "compound_variant",
    "loanword",
    "doubled_phrase",
    "tautology",
    "misspelling",
    "particle",
)
