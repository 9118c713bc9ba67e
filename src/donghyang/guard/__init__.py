"""Bytes from strangers -> what stands in them, read so that the worst of them costs nothing but itself.

Readers bound what they do, but not what a library in another language does: a page of a PDF that draws itself fills
the memory before anyone can count. So what such a library reads is read in a process of its own, which may die.
"""

from __future__ import annotations

from donghyang.guard.process import Guard, ReaderFault, document, page

__all__ = ["Guard", "ReaderFault", "document", "page"]
