"""The views of the quote desk as lines: quotations, sources, times, lists of places.

Each is a `Grid` of entries, of which some are headings or go on with what is above:
`stops` says which can be chosen.
"""
