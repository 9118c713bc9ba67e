"""Django made ready for the archive alone: no web stack, one connection for each archive that is open."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

APP = "archive"
"""The label of the archive's tables."""
PATIENCE = 30
"""Seconds for another process that writes."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers go on while an issue is written
    "PRAGMA synchronous=NORMAL",  # a power cut may cost the last issue, which is imported again, never the file
    "PRAGMA cache_size=-65536",  # 64 MB
    "PRAGMA temp_store=MEMORY",
)


@cache
def ready() -> None:
    """Configure Django unless a host program has done so."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=["donghyang.archive"],
            DATABASES={},
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            USE_TZ=True,
            LOGGING_CONFIG=None,
        )
        django.setup()


def sqlite(path: Path) -> str:
    """The alias under which Django knows the archive in a file."""
    options = {"init_command": ";".join(_PRAGMAS), "transaction_mode": "IMMEDIATE", "timeout": PATIENCE}
    return _known({"ENGINE": "django.db.backends.sqlite3", "NAME": str(path.absolute()), "OPTIONS": options})


def postgresql(url: str, password: str | None, schema: str) -> str:
    """The alias of the archive in a schema of a PostgreSQL database. Raises ValueError for what is no such address."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        told = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    except ProgrammingError as problem:
        raise ValueError(str(problem)) from problem
    named = {_NAMES[key]: told.pop(key) for key in tuple(told) if key in _NAMES}
    options = {"connect_timeout": str(PATIENCE), **told, "options": f"-c search_path={schema}"}
    base = {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": options}
    return _known(base | ({"PASSWORD": password} if password else {}))


_NAMES = {"dbname": "NAME", "user": "USER", "host": "HOST", "port": "PORT"}
"""What Django calls the parts of an address."""


def _known(base: dict[str, Any]) -> str:
    """The alias of a database, made known to Django where it is new."""
    ready()
    from django.db import connections

    alias = hashlib.sha256(repr(sorted(base.items())).encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: base})[alias]
    return alias
