"""Which addresses are fetched, and how they are written."""

from __future__ import annotations

import pytest

from newsdiff.errors import SourceError
from newsdiff.fetching import is_address
from newsdiff.fetching.addresses import LedAstrayError, led_to, parsed


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("http://example.org", "http://example.org/"),
        ("  HTTPS://Example.ORG:443/A?b=c#d ", "https://example.org/A?b=c"),
        ("http://example.org:8080?q", "http://example.org:8080/?q"),
        ("http://example.org./x", "http://example.org/x"),
        ("http://example.org/a b/ü%20%zz", "http://example.org/a%20b/%C3%BC%20%zz"),
        ("http://example.org/?q=é&r=[1]", "http://example.org/?q=%C3%A9&r=%5B1%5D"),
        ("http://müller.example/", "http://xn--mller-kva.example/"),
        ("http://MÜLLER。example/", "http://xn--mller-kva.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
    ],
)
def test_an_address_has_one_spelling(given: str, text: str) -> None:
    assert parsed(given).text == text
    assert parsed(text).text == text


@pytest.mark.parametrize(
    "given",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "example.org/news",
        "http:example.org",
        "http://",
        "http:///news",
        "http://exa mple.org/",
        "http://exam%70le.org/",
        "http://example.org:0x50/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://a..b/",
        "http://-a.example/",
        "http://ex\u2044ample.org/",
        "http://a\u200db.example/",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 200}example/",
        "http://example.org/\r\nHost: other",
        "http://example.org\\@other.example/",
        f"http://example.org/{'a' * 9000}",
        "http://example.org/\x00",
    ],
)
def test_what_is_none_is_said_in_one_sentence(given: str) -> None:
    with pytest.raises(SourceError, match=r"is no address of a page.*: check it") as no:
        parsed(given)
    assert len(str(no.value)) < 400
    assert str(no.value).isprintable()


@pytest.mark.parametrize("given", ["http://me:key@example.org/", "http://@example.org"])
def test_the_name_of_a_user_is_neither_sent_nor_shown(given: str) -> None:
    with pytest.raises(
        SourceError, match=r"at example\.org holds .* before the @"
    ) as no:
        parsed(given)
    assert "key" not in str(no.value)


def test_a_query_is_not_shown() -> None:
    assert parsed("https://example.org/a?key=1").shown == "https://example.org/a?…"
    with pytest.raises(SourceError) as no:
        parsed("https://me:word@exam ple.org/?key=secret")
    assert "secret" not in str(no.value)
    assert "word" not in str(no.value)


@pytest.mark.parametrize(
    ("location", "text"),
    [
        ("b", "http://example.org/a/b"),
        ("/b?c", "http://example.org/b?c"),
        ("//other.example/", "http://other.example/"),
        ("https://example.org/a#b", "https://example.org/a"),
        ("/\xc3\xa9t\xc3\xa9", "http://example.org/%C3%A9t%C3%A9"),
        ("/\xe9t\xe9", "http://example.org/%C3%A9t%C3%A9"),
    ],
)
def test_where_a_redirect_leads(location: str, text: str) -> None:
    assert led_to(parsed("http://example.org/a/x"), location).text == text


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[",
        "http://me@other.example/",
        "http://example.org/",
    ],
)
def test_where_none_leads(location: str) -> None:
    with pytest.raises(LedAstrayError, match=r"^https://example\.org/ leads "):
        led_to(parsed("https://example.org/"), location)


def test_what_is_an_address_at_all() -> None:
    assert is_address("https://example.org")
    assert is_address(" HTTP://EXAMPLE.ORG")
    assert not is_address("news.html")
    assert not is_address("http.txt")
    assert not is_address("mail://example.org")
