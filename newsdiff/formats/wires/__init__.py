"""What agencies send: ninjs, NITF, NewsML, IPTC 7901 and ANPA.

Read `withheld` first (what is not for publication is in no article), then `stories`
(what all of them need), `nitf`, which stands inside the others too, `newsml` with
`newsml1`, `ninjs`, and `telex`.
"""
