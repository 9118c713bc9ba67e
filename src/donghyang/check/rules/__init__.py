"""The rules, in families: one rule a file; each family lists its own. A card without its parts fails the tests."""

FAMILIES: tuple[str, ...] = ("numbers", "agreement", "names", "words", "form", "style")
"""In the order in which rules are listed. No family imports another."""
