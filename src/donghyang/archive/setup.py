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


def _known(base: dict[str, Any]) -> str:
    """The alias of a database, made known to Django where it is new."""
    ready()
    from django.db import connections

    alias = hashlib.sha256(repr(sorted(base.items())).encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: base})[alias]
    return alias
