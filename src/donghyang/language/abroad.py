"""Well-known cities of other countries, by their Korean names."""

from __future__ import annotations

from functools import cache

from donghyang.language import tables


@cache
def countries() -> dict[str, str]:
    """The first Korean form of each country by every form."""
    rows = tables.read(__package__, "foreign_cities.tsv")
    return {form: forms.split("|")[0] for forms, _, _ in rows for form in forms.split("|")}


@cache
def cities() -> dict[str, str]:
    """The country of each city."""
    rows = tables.read(__package__, "foreign_cities.tsv")
    return {
        city: forms.split("|")[0]
        for forms, capital, others in rows
        for city in (capital, *others.split())
        if city != "-"
    }
