"""The folder a newsroom works in: its settings and its paths."""

from __future__ import annotations

from donghyang.workspace.folder import DECISIONS, ISSUES, SETTINGS, TERMS, Workspace, find, issue_date, open_workspace
from donghyang.workspace.settings import MOST, VERSION, Archiving, Model, Rate, Settings, Size
from donghyang.workspace.sources import MAILED, SOURCES, page_folders, sources_of

__all__ = [
    "DECISIONS",
    "ISSUES",
    "MAILED",
    "MOST",
    "SETTINGS",
    "SOURCES",
    "TERMS",
    "VERSION",
    "Archiving",
    "Model",
    "Rate",
    "Settings",
    "Size",
    "Workspace",
    "find",
    "issue_date",
    "open_workspace",
    "page_folders",
    "sources_of",
]
