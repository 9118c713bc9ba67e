"""What Chinese and Korean text says: scripts, numerals, quantities, dates, names, terms."""
