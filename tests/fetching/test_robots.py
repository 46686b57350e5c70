"""What robots.txt lets newsdiff fetch."""

from __future__ import annotations

import time

import pytest

from newsdiff.fetching.robots import robots_of


def allows(text: str, target: str = "/news/a.html?x=1") -> bool:
    return robots_of(text.encode()).allows(target)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><body>Disallow: /</body></html>",
        "User-agent: *\nDisallow:\n",
        "Disallow: /",
        "User-agent: *\nDisallow: /news/b",
        "User-agent: *\nDisallow: /\nAllow: /news",
        "User-agent: *\nAllow: /news/\nDisallow: /news/",
        "User-agent: *\nDisallow: /*.html$",
        "User-agent: *\nDisallow: /\n\nUser-agent: newsdiff\nDisallow: /private\n",
        "User-agent: other\nDisallow: /\n",
        "User-agent: newsdiffer\nDisallow: /\n",
        "User-agent: newsdiff\n\nUser-agent: other\nCrawl-delay: 1\n",
        "User-agent: *\nDisallow: /NEWS",
    ],
)
def test_allowed(text: str) -> None:
    assert allows(text)


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "\ufeffUSER-AGENT : *  # all\r\nDISALLOW:/news/\r\n",
        "User-agent: *\rDisallow: /news\r",
        "User-agent: other\nUser-agent: *\nDisallow: /",
        "User-agent: other\nAllow: /\n\nUser-agent: NewsDiff/2.0\nDisallow: /",
        "User-agent: *\nAllow: /\n\nUser-agent: newsdiff\nDisallow: /news/",
        "User-agent: *\nAllow: /x\nUser-agent: a\nAllow: /\nUser-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /*.html",
        "User-agent: *\nDisallow: *a.html",
        "User-agent: *\nDisallow: /*?*x=1$",
        "User-agent: *\nDisallow: /n%65ws/",
        "User-agent: *\nSitemap: /x\nDisallow: /",
        "User-agent: *\n\nDisallow: /",
        "User-agent: *\nAllow: /news\nDisallow: /news/a",
    ],
)
def test_not_allowed(text: str) -> None:
    assert not allows(text)


def test_letters_beyond_ascii_are_the_same_in_every_spelling() -> None:
    for pattern in ("/été", "/%C3%A9t%C3%A9", "/%c3%a9t%c3%a9"):
        assert not allows(f"User-agent: *\nDisallow: {pattern}", "/%C3%A9t%C3%A9/a")


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("2", 2), ("0.5", 0.5), ("3600", 10), ("-1", 0), ("soon", 0), ("nan", 0)],
)
def test_the_pause_between_two_pages_has_an_end(told: str, seconds: float) -> None:
    assert robots_of(f"User-agent: *\nCrawl-delay: {told}".encode()).delay == seconds


def test_many_stars_and_many_rules_take_no_time() -> None:
    began = time.monotonic()
    assert allows(f"User-agent: *\nDisallow: /{'*a' * 200_000}b$", "/" + "a" * 8000)
    assert allows("User-agent: *\n" + "Disallow: /*x*y*z\n" * 40_000)
    assert allows("User-agent: *\n" * 1_000_000)
    assert time.monotonic() - began < 5
