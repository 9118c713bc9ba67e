"""Names and places: Hangul against Hanja, one name in two spellings, where a place lies."""

NAMES: tuple[str, ...] = (
    "transliteration",
    "hanja_twice",
    "hanja_reading",
    "hanja_script",
    "hanja_homophone",
    "name_variant",
    "name_reading",
    "long_name",
    "place_spelling",
    "place_fact",
    "latin_variant",
    "title_variant",
    "joined_name",
    "body_kind",
    "dotted_word",
    "word_ending",
)
"""The rules of the family, one a file, in the order in which they are listed."""
