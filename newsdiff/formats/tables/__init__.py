"""Tables with an article a row: CSV, JSON lines, Parquet.

Read `columns` first, which makes articles of rows; `delimited`, `jsonl` and `parquet`
give it theirs.
"""
