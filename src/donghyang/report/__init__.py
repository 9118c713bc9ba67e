"""The house format: `report.txt`, the printed report in reading order, read and written from one table of markers."""

from donghyang.report.diff import Change, diff
from donghyang.report.grammar import Dialect
from donghyang.report.lines import document
from donghyang.report.parse import dialect, parse
from donghyang.report.write import write

__all__ = ["Change", "Dialect", "dialect", "diff", "document", "parse", "write"]
