"""Reports in a layout that nobody here has seen: read by the ladder of openers that the document itself shows.

`plan.plan` finds the zones of a report (cover, contents, sections, imprint), tells from their order and number which
opener begins headlines, leads and each level of bullets, and gives the interpreter lines that say what they are.
"""
