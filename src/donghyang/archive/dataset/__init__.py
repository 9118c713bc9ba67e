"""The archive as an open data set: tables as JSON Lines and Parquet, a data sheet, and the files to import it from."""

from donghyang.archive.dataset.exporting import Exported, exported

__all__ = ["Exported", "exported"]
