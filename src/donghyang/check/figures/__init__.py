"""Figures of a sheet held against one another: operands of a statement, and which figure was meant by which."""
