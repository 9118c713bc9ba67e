"""The folder a newsroom works in: its settings and its paths."""

from __future__ import annotations

from donghyang.workspace.folder import DECISIONS, ISSUES, SETTINGS, TERMS, Workspace, find, issue_date, open_workspace
from donghyang.workspace.settings import MOST, VERSION, Archiving, Mail, Model, Rate, Settings, Site, Size
from donghyang.workspace.sources import MAILED, SOURCES, page_folders, sources_of
from donghyang.workspace.theme import THEME, look_of, theme_files

__all__ = [
    "DECISIONS",
    "ISSUES",
    "MAILED",
    "MOST",
    "SETTINGS",
    "SOURCES",
    "TERMS",
    "THEME",
    "VERSION",
    "Archiving",
    "Mail",
    "Model",
    "Rate",
    "Settings",
    "Site",
    "Size",
    "Workspace",
    "find",
    "issue_date",
    "look_of",
    "open_workspace",
    "page_folders",
    "sources_of",
    "theme_files",
]
