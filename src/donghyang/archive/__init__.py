"""The archive: issues kept, searched and asked."""
