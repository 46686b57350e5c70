"""A list of feeds says how many there are; its addresses are for who fetches."""

from __future__ import annotations

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Options, format_of
from newsdiff.formats.feeds.opml import Subscription, extract, recognises, subscriptions
from newsdiff.formats.registry import Probe

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Papers</title></head><body>
<outline text="North"><outline text="Ledger &amp; Post" title="Ledger" type="rss"
 xmlUrl=" https://example.org/feed.xml " htmlUrl="https://example.org/"/></outline>
<outline text="Eastern Post" XMLURL="http://example.com/rss"/>
<outline text="again" xmlUrl="https://example.org/feed.xml"/>
<outline xmlUrl="https://example.net/atom"/>
<outline text="no feed" htmlUrl="https://example.org/x"/>
<outline text="a file" xmlUrl="file:///etc/passwd"/>
<outline text="broken" xmlUrl="https://[x"/>
</body></opml>"""


def test_every_feed_once_in_order_with_its_name() -> None:
    assert format_of(LIST) == "opml"
    assert subscriptions(LIST, "papers.opml") == (
        Subscription("Ledger", "https://example.org/feed.xml"),
        Subscription("Eastern Post", "http://example.com/rss"),
        Subscription("https://example.net/atom", "https://example.net/atom"),
    )


def test_it_says_what_it_is_and_how_to_open_it() -> None:
    said = (
        r"papers\.opml is a list of 3 feeds: newsdiff --follow papers\.opml opens them"
    )
    with pytest.raises(SourceError, match=f"^{said}$"):
        extract(LIST, "papers.opml", Options())


@pytest.mark.parametrize("data", [b"<opml/>", b"<opml version='1.0'><body><outline"])
def test_a_list_of_nothing(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a list of feeds without a feed"):
        extract(data, "papers.opml", Options())


def test_what_is_cut_or_stray_is_read_as_far_as_it_goes() -> None:
    broken = LIST.replace(b"Ledger &amp; Post", b"Ledger & Post")
    cut = broken[: broken.index(b'<outline text="again"')]
    assert len(subscriptions(cut, "papers.opml")) == 2


@pytest.mark.parametrize(
    "data", [b"<html><body><opml></opml></body></html>", b"OPML <opml> is a list."]
)
def test_what_is_no_list(data: bytes) -> None:
    assert not recognises(Probe(data), Options())
