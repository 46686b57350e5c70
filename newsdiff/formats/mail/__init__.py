"""Letters and mailboxes: newsletters, and articles that somebody forwarded.

Read `letters` first (a file taken apart), then `bodies` (the parts of a letter) with
`plain`, `history` (older letters in it) and `notices`, and `mail`, which makes articles
of them.
"""
