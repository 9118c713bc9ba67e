"""The house format: `report.txt`, the printed report in reading order, read and written from one table of markers."""

from donghyang.report.diff import Change, diff
from donghyang.report.grammar import Dialect
from donghyang.report.held import write
from donghyang.report.lines import document
from donghyang.report.parse import dialect, interpret, parse
from donghyang.report.parts import Interpretation, Part, Reading

__all__ = [
    "Change",
    "Dialect",
    "Interpretation",
    "Part",
    "Reading",
    "dialect",
    "diff",
    "document",
    "interpret",
    "parse",
    "write",
]
