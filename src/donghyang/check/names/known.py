"""Names and terms of policy that are often in the news of Chinese science and technology."""

from __future__ import annotations

from functools import cache

from donghyang.language import tables


@cache
def known_names() -> dict[str, str]:
    """The kind of each name by its simplified characters: company, institution, project, person, term (of policy)."""
    return {name: kind for kind, names in tables.read(__package__, "known_names.tsv") for name in names.split()}
