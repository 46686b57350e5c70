"""What is known of English before any article is read.

Words and how rare they are, clauses, names of places; the tables lie in `data/`, built
by `benchmarks/build_tables.py`. Nothing here knows of articles or mentions.
"""
