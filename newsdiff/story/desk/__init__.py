"""The quote desk: who is quoted, in which words, and what happened when.

`told.py` has what one article tells of that, `ties.py` what of it two articles have in
common; `quotations.py`, `sources.py` and `timeline.py` put these together for all
articles of a story.
"""
