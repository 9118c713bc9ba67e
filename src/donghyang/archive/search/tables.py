"""The tables of the index, beside those of the archive in the same database."""

from __future__ import annotations

from donghyang.archive.search.database import Database

VERSIONS = {"sqlite": "4", "postgresql": "5"}
"""Changes with the way texts are cut and kept: an index of another version is made anew."""
SPANS = ((12, "~"), (15, "~~"))
"""Stretches of 4 096 and of 32 768 articles, each with the sign before its number among the grams of an article."""
_MANY = 8
"""Stretches from which on it is worth looking into the newest first."""

TABLES = (
    "search_article", "search_facet", "search_word", "search_near", "search_alias", "search_vector", "search_meta",
)  # fmt: skip

_COMMON = (
    """CREATE TABLE IF NOT EXISTS search_article (
        id BIGINT PRIMARY KEY, issue TEXT NOT NULL, section TEXT NOT NULL, number INTEGER NOT NULL,
        headline TEXT NOT NULL, shown TEXT NOT NULL, cut TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS search_article_issue ON search_article (issue, section, id)",
    "CREATE INDEX IF NOT EXISTS search_article_section ON search_article (section, issue, id)",
    """CREATE TABLE IF NOT EXISTS search_facet (
        article BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, amount DOUBLE PRECISION)""",
    "CREATE INDEX IF NOT EXISTS search_facet_value ON search_facet (name, value, article)",
    "CREATE INDEX IF NOT EXISTS search_facet_article ON search_facet (article)",
    "CREATE TABLE IF NOT EXISTS search_word (word TEXT PRIMARY KEY, initials TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_word_initials ON search_word (initials)",
    "CREATE TABLE IF NOT EXISTS search_near (open TEXT NOT NULL, word TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_near_open ON search_near (open)",
    """CREATE TABLE IF NOT EXISTS search_alias (
        form TEXT NOT NULL, other TEXT NOT NULL, article BIGINT NOT NULL, PRIMARY KEY (form, other, article))""",
    "CREATE INDEX IF NOT EXISTS search_alias_article ON search_alias (article)",
    """CREATE TABLE IF NOT EXISTS search_vector (
        article BIGINT NOT NULL, place INTEGER NOT NULL, vector {blob} NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS search_vector_article ON search_vector (article)",
    "CREATE TABLE IF NOT EXISTS search_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_grams USING fts5(
        grams, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.%%#@-'")""",
)
_POSTGRES = (
    "CREATE TABLE IF NOT EXISTS search_grams (id BIGINT PRIMARY KEY, grams TSVECTOR NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_grams_grams ON search_grams USING GIN (grams)",
    "DROP FUNCTION IF EXISTS search_matching(tsquery, integer)",
    # The planner does not see that a tsvector lies apart from its row: it would read them one by one. A frequent word
    # is looked for in the newest stretches first: their numbers lead GIN past all others.
    f"""CREATE OR REPLACE FUNCTION search_matching(said tsquery, most integer, newest bigint)
        RETURNS SETOF BIGINT LANGUAGE plpgsql STABLE
        SET enable_seqscan = off SET enable_indexscan = off AS $$
        DECLARE
            spans CONSTANT INTEGER[] := ARRAY{[step for step, _ in SPANS]};
            signs CONSTANT TEXT[] := ARRAY{[sign for _, sign in SPANS]};
            stretch BIGINT;
            recent TSQUERY;
            found BIGINT[];
        BEGIN
            FOR at IN 1 .. array_length(spans, 1) LOOP
                stretch := newest >> spans[at];
                EXIT WHEN most IS NULL OR stretch < {_MANY};
                recent := format('%L | %L', signs[at] || stretch, signs[at] || (stretch - 1))::tsquery;
                found := ARRAY(
                    SELECT id FROM search_grams WHERE grams @@ (said && recent) ORDER BY id DESC LIMIT most);
                IF cardinality(found) = most THEN
                    RETURN QUERY SELECT unnest(found);
                    RETURN;
                END IF;
            END LOOP;
            RETURN QUERY SELECT id FROM search_grams WHERE grams @@ said ORDER BY id DESC LIMIT most;
        END $$""",
)


def exist(database: Database) -> bool:
    """Whether the tables are there, in the form of this program."""
    if database.vendor == "sqlite":
        there = database.rows("SELECT name FROM sqlite_master WHERE name = 'search_meta'")
    else:
        there = database.rows("SELECT 1 WHERE to_regclass('search_meta') IS NOT NULL")
    return bool(there) and version(database) == VERSIONS[database.vendor]


def version(database: Database) -> str | None:
    """The version that the index was made with, None for one that was never made."""
    rows = database.rows("SELECT value FROM search_meta WHERE name = 'version'")
    return str(rows[0][0]) if rows else None


def create(database: Database) -> None:
    """Make the tables anew; what stood in those of another version is gone."""
    own = _SQLITE if database.vendor == "sqlite" else _POSTGRES
    for table in (*TABLES, "search_grams"):
        database.run(f"DROP TABLE IF EXISTS {table}")
    blob = "BLOB" if database.vendor == "sqlite" else "BYTEA"
    for statement in (*_COMMON, *own):
        database.run(statement.replace("{blob}", blob).replace("%%", "%"))
    database.run(
        "INSERT INTO search_meta (name, value) VALUES ('version', %s), ('articles', '0')", (VERSIONS[database.vendor],)
    )
