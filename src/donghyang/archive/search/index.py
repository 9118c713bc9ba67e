"""The index behind one small interface; a database says only how it keeps grams and looks them up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from donghyang.archive.search.database import Database, Rows, marks
from donghyang.archive.search.entries import Entry, Prepared, initials, opened, packed, tokens, unpacked
from donghyang.archive.search.grams import Needed
from donghyang.records import Facet, FacetName, Filters

Wanted = Sequence[Sequence[Needed]]
"""What an article must have: of every group at least one."""
_BATCH = 500


class Index(ABC):
    """The articles of one archive, searchable. Transactions are the caller's."""

    AND: ClassVar[str]
    OR: ClassVar[str]
    """How the database says these of grams."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # -------------------------------------------------------------------------------------------- writing

    def put(self, articles: Sequence[Prepared]) -> None:
        """Put articles in; one with an id that is there takes its place."""
        self.take_out([article.entry.id for article in articles])
        for article in articles:
            entry = article.entry
            self._put_grams(entry.id, tokens(entry.cuts))
            row = (entry.id, entry.issue, entry.section, entry.number, entry.headline)
            texts = (packed(article.texts), packed(entry.cuts))
            self.database.run(f"INSERT INTO search_article VALUES ({marks(7)})", (*row, *texts))
        self._count(len(articles))
        of = [(article.entry.id, *facet) for article in articles for facet in article.facets]
        self.database.run_each(f"INSERT INTO search_facet (article, name, value, amount) VALUES ({marks(4)})", of)
        tied = [(*pair, article.entry.id) for article in articles for pair in sorted(article.aliases)]
        self.database.run_each(f"INSERT INTO search_alias (form, other, article) VALUES ({marks(3)})", tied)
        self._put_words({word for article in articles for word in article.words})

    def _put_words(self, words: set[str]) -> None:
        every = sorted(words)
        for start in range(0, len(every), _BATCH):
            some = every[start : start + _BATCH]
            there = {
                row[0]
                for row in self.database.rows(f"SELECT word FROM search_word WHERE word IN ({marks(len(some))})", some)
            }
            fresh = [word for word in some if word not in there]
            self.database.run_each(
                "INSERT INTO search_word VALUES (%s, %s) ON CONFLICT DO NOTHING", [(w, initials(w)) for w in fresh]
            )
            self.database.run_each(
                "INSERT INTO search_near VALUES (%s, %s)", [(key, w) for w in fresh for key in opened(w)]
            )

    def take_out(self, ids: Sequence[int]) -> None:
        """Take articles out; ids that are not there are passed over. Words that only they had stay known."""
        for start in range(0, len(ids), _BATCH):
            some = ids[start : start + _BATCH]
            held = f"({marks(len(some))})"
            old = self.database.rows(f"SELECT id, cut FROM search_article WHERE id IN {held}", some)
            self._count(-len(old))
            for id_, cuts in old:
                self._drop_grams(id_, tokens(unpacked(cuts)))
            for table, key in (
                ("search_article", "id"),
                ("search_facet", "article"),
                ("search_alias", "article"),
                ("search_vector", "article"),
            ):
                self.database.run(f"DELETE FROM {table} WHERE {key} IN {held}", some)

    # -------------------------------------------------------------------------------------------- looking up

    @abstractmethod
    def _put_grams(self, id_: int, words: Sequence[str]) -> None: ...

    @abstractmethod
    def _drop_grams(self, id_: int, words: Sequence[str]) -> None: ...

    def matching(self, wanted: Wanted, filters: Filters, limit: int) -> list[int]:
        """The ids of articles that have what is wanted, the last put in first, `limit` at most; [] where nothing is
        wanted."""
        groups = [[self._said(one) for one in group if one.whole or one.beginning] for group in wanted]
        if not groups or not all(groups):
            return []
        said = self.AND.join(f"({self.OR.join(group)})" for group in groups)
        return [row[0] for row in self._matching(said, *condition(filters), limit)]

    @abstractmethod
    def _said(self, one: Needed) -> str:
        """How the database is asked for the grams of one stretch of text."""

    @abstractmethod
    def _matching(self, said: str, where: str, params: Sequence[Any], limit: int) -> Rows:
        """The ids for what is said, where the filters (as `condition` says them) let them through."""

    def span(self) -> tuple[int, int, int]:
        """(how many articles, the lowest id, the highest)."""
        count, low, high = self.database.rows(
            "SELECT (SELECT value FROM search_meta WHERE name = 'articles'),"
            " (SELECT min(id) FROM search_article), (SELECT max(id) FROM search_article)"
        )[0]
        return int(count), int(low or 0), int(high or 0)

    def _count(self, more: int) -> None:
        """So many articles more are in: they are counted as they come and go, as every search asks for the number."""
        self.database.run(
            "UPDATE search_meta SET value = CAST(CAST(value AS INTEGER) + %s AS TEXT) WHERE name = 'articles'", (more,)
        )

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """The articles of these ids, in no order."""
        if not ids:
            return []
        held = f"id IN ({marks(len(ids))})"
        rows = self.database.rows(
            f"SELECT id, issue, section, number, headline, cut FROM search_article WHERE {held}", ids
        )
        return [Entry(row[0], row[1], row[2], row[3], row[4], unpacked(row[5])) for row in rows]

    def texts(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The texts of articles as they are shown, for each of the fields up to category."""
        if not ids:
            return {}
        rows = self.database.rows(f"SELECT id, shown FROM search_article WHERE id IN ({marks(len(ids))})", ids)
        return {row[0]: unpacked(row[1]) for row in rows}

    def aliases(self, forms: Iterable[str]) -> dict[str, set[str]]:
        """What the articles tie each squeezed form to."""
        asked = list(dict.fromkeys(forms))
        found: dict[str, set[str]] = {}
        if asked:
            for form, other in self.database.rows(
                f"SELECT DISTINCT form, other FROM search_alias WHERE form IN ({marks(len(asked))})", asked
            ):
                found.setdefault(form, set()).add(other)
        return found

    def words_near(self, word: str) -> list[str]:
        """The words of the articles that are one letter away, at most: changed, left out or put in."""
        keys = opened(word)
        rows = self.database.rows(f"SELECT DISTINCT word FROM search_near WHERE open IN ({marks(len(keys))})", keys)
        return sorted(row[0] for row in rows)

    def words_with(self, letters: str, limit: int) -> list[str]:
        """The words of the articles whose syllables begin with these letters."""
        rows = self.database.rows(
            "SELECT word FROM search_word WHERE initials = %s ORDER BY word LIMIT %s", (letters, limit)
        )
        return [row[0] for row in rows]

    def facets(self, ids: Sequence[int], names: Sequence[FacetName]) -> list[Facet]:
        """How often each value stands at these articles, the most frequent first."""
        counted: dict[tuple[FacetName, str], int] = {}
        for start in range(0, len(ids), _BATCH):
            some = ids[start : start + _BATCH]
            held = f"article IN ({marks(len(some))})"
            for name, value, count in self.database.rows(
                f"SELECT name, value, count(DISTINCT article) FROM search_facet WHERE {held} GROUP BY name, value", some
            ):
                if name in names:
                    counted[name, value] = counted.get((name, value), 0) + int(count)
        order = sorted(counted.items(), key=lambda item: (names.index(item[0][0]), -item[1], item[0][1]))
        return [Facet(name, value, count) for (name, value), count in order]

    def has_value(self, name: FacetName, value: str) -> bool:
        """Whether an article has this value."""
        sql = "SELECT 1 FROM search_facet WHERE name = %s AND value = %s LIMIT 1"
        return bool(self.database.rows(sql, (name, value)))

    def values(self, name: FacetName) -> list[str]:
        """Every value that an article has."""
        rows = self.database.rows("SELECT DISTINCT value FROM search_facet WHERE name = %s ORDER BY value", (name,))
        return [row[0] for row in rows]

    # -------------------------------------------------------------------------------------------- vectors

    def vectors(self, filters: Filters) -> Rows:
        """(article, vector) of every vector that the filters let through."""
        where, params = condition(filters)
        chosen = f" WHERE article IN (SELECT id FROM search_article WHERE {where})" if where else ""
        return self.database.rows(f"SELECT article, vector FROM search_vector{chosen} ORDER BY article, place", params)

    def without_vectors(self) -> list[int]:
        """The articles of which no vector is kept."""
        sql = "SELECT id FROM search_article WHERE id NOT IN (SELECT article FROM search_vector) ORDER BY id"
        return [row[0] for row in self.database.rows(sql)]

    def put_vectors(self, rows: Sequence[tuple[int, int, bytes]]) -> None:
        """Keep vectors: article, place, bytes."""
        self.database.run_each("INSERT INTO search_vector VALUES (%s, %s, %s)", rows)


def condition(filters: Filters) -> tuple[str, list[Any]]:
    """What the filters ask of a row of `search_article`, with what is to be filled in; "" where they ask nothing."""
    parts: list[str] = []
    params: list[Any] = []
    if filters.sections:
        parts.append(f"section IN ({marks(len(filters.sections))})")
        params += filters.sections
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day:
            parts.append(f"issue {sign} %s")
            params.append(day.isoformat())
    named = (
        ("category", filters.categories),
        ("region", filters.regions),
        ("organisation", filters.organisations),
        ("deadline", filters.deadlines),
    )
    for name, values in named:
        if values:
            parts.append(
                f"id IN (SELECT article FROM search_facet WHERE name = %s AND value IN ({marks(len(values))}))"
            )
            params += [name, *values]
    bounds = [(sign, bound) for sign, bound in ((">=", filters.least), ("<=", filters.most)) if bound]
    if bounds:
        within = " AND ".join(f"value = %s AND amount {sign} %s" for sign, _ in bounds)
        parts.append(f"id IN (SELECT article FROM search_facet WHERE name = 'amount' AND {within})")
        params += [item for _, bound in bounds for item in (bound.currency, float(bound.value))]
    return " AND ".join(parts), params
