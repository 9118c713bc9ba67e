"""A document as the rules see it: clean lines with their part, articles, tables, layout, and the figures among them."""
