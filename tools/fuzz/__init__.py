"""What `make fuzz` runs: faulty files for the readers, and shapes of text whose cost may only grow with their length.

`python -m tools.fuzz --help` says how.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
