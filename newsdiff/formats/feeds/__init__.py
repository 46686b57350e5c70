"""Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, JSON Feed; each entry is an article.

Read `entries` first (what every kind of feed says), then `xml_feeds` and `json_feeds`,
which read them, and `feeds`, which makes articles of them. `opml` is a list of feeds.
"""
