"""donghyang (동향): a newsroom for science-and-technology policy intelligence."""

__version__ = "0.1.0"
