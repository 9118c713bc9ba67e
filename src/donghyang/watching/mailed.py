"""Pages that are saved in the mails of a workspace, put where saved pages are read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from donghyang.collect.sources import bodies
from donghyang.collect.sources.mails import mail
from donghyang.files import write
from donghyang.read import WEB_SUFFIXES
from donghyang.records import CannotProceed
from donghyang.workspace import MAILED, sources_of

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.workspace import Workspace

_MOST = 50
"""Pages of one mail."""


def unpack(home: Workspace) -> list[Path]:
    """Write the pages attached to mails into the folder of such pages; those that were not there yet, in order.

    A file is called by what stands in it, never as the mail calls it. A mailbox that cannot be read is passed over: the
    look at its source says so. Raises CannotProceed when a file cannot be written.
    """
    made = []
    for source in sources_of(home):
        if source.kind != "maildir":
            continue
        try:
            mails = [body for _, body in bodies(source, home.root) if isinstance(body, bytes)]
        except CannotProceed:
            continue
        for body in mails:
            for name, page in mail(body).pages[:_MOST]:
                suffix = next(end for end in WEB_SUFFIXES if name.lower().endswith(end))
                path = home.root / MAILED / f"{sha256(page).hexdigest()[:16]}{suffix}"
                if page.strip() and not path.exists():
                    made.append(write(path, page))
    return made
