"""Reports in any layout, read by the shapes of their lines: what repeats, what nests, what stands below what.

`leaves` makes logical lines of printed ones; `frame` finds imprint, contents and summary; `outline` the sections and
headlines; `habits` what each kind of line means in this report; `article` reads one article by them.
"""
