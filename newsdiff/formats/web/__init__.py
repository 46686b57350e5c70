"""Pages of the web, however they were saved.

`pages` makes an article of a page, wherever its bytes come from; `mhtml` and
`webarchive` open what browsers save in one file, `reader_view` what is copied from one.
Read `pages` first, then in the order in which it asks: `json_ld` and `meta` (what a
page says of itself), `no_article`, `furniture` (by its `furniture_words`),
`live_blogs`, `story` with `matches`, `bodies` (the whole text where a page shows less),
`credits` and `dates`. `measures` is what all of them ask of elements.
"""
