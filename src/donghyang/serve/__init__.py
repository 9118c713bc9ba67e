"""The archive for other programs, to be read only: an HTTP interface, and tools for language models (MCP)."""
