"""Web pages in one file, as Safari saves them."""

from __future__ import annotations

import plistlib

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options
from newsdiff.formats.registry import _ROWS, Probe
from newsdiff.formats.web import webarchive
from tests.formats.page_shapes import ADDRESS, HEADLINE, SHAPES, STORY, Shape, ps

FORMATS = pytest.mark.parametrize(
    "fmt", [plistlib.FMT_BINARY, plistlib.FMT_XML], ids=["binary", "xml"]
)
CYRILLIC = "Мост закрыт до весны, сказал мэр города журналистам в понедельник."


def archive(
    html: bytes, fmt: plistlib.PlistFormat = plistlib.FMT_BINARY, **more: object
) -> bytes:
    """A page as Safari saves it, with a picture and a frame."""
    resource = {
        "WebResourceData": html,
        "WebResourceFrameName": "",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
        **more,
    }
    frame = {**resource, "WebResourceData": b"<p>Buy a boat today.</p>"}
    return plistlib.dumps(
        {
            "WebMainResource": resource,
            "WebSubframeArchives": [{"WebMainResource": frame}],
            "WebSubresources": [
                {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png",
                 "WebResourceURL": "https://harbourpost.example/a.png"}
            ],
        },
        fmt=fmt,
    )  # fmt: skip


def read(data: bytes) -> Extract:
    (article,) = webarchive.extract(data, "page.webarchive", Options())
    return article


def is_one(data: bytes) -> bool:
    row = next(row for row in _ROWS if row.module == "web.webarchive")
    probe = Probe(data)
    return bool(row.hint.match(probe.head)) and webarchive.recognises(probe, Options())


@FORMATS
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_page_that_safari_saved_is_the_page(
    shape: Shape, fmt: plistlib.PlistFormat
) -> None:
    data = archive(shape.html.encode(), fmt)
    assert is_one(data)
    article = read(data)
    texts = [article.text[b.span.start : b.span.end] for b in article.blocks[1:]]
    assert texts == [" ".join(text.split()) for text in shape.paragraphs]
    assert article.about.url == ADDRESS
    assert "Buy a boat" not in article.text


@FORMATS
def test_the_archive_tells_charset_and_address(fmt: plistlib.PlistFormat) -> None:
    html = f"<html><body><h1>{HEADLINE}</h1><p>{CYRILLIC}</p>{ps()}</body></html>"
    data = archive(
        html.replace("“", '"').replace("”", '"').encode("cp1251"),
        fmt,
        WebResourceTextEncodingName="windows-1251",
    )
    article = read(data)
    assert CYRILLIC in article.text
    assert article.text.endswith(STORY[-1])
    assert (article.about.url, article.about.outlet) == (ADDRESS, "harbourpost.example")


def test_other_property_lists_are_none() -> None:
    assert not is_one(plistlib.dumps({"Name": "x"}, fmt=plistlib.FMT_BINARY))
    assert not is_one(plistlib.dumps({"Name": "x"}))
    assert not is_one(b"bplist00 is how a WebArchive begins\n")


WHOLE = archive(f"<html><body><h1>x</h1>{ps()}</body></html>".encode())
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a '
    b'"aaaaaaaaaa"><!ENTITY b "&a;&a;">]>'
    b"<plist><dict><key>WebMainResource</key><string>&b;</string></dict></plist>"
)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:40],
        WHOLE[:-20],
        WHOLE[:-1] + b"\xff",
        WHOLE.replace(b"WebResourceData", b"WebResourceDate"),
        archive(b"\x89PNG", WebResourceMIMEType="image/png"),
        archive(b""),
        plistlib.dumps({"WebMainResource": "text"}),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
        plistlib.dumps(["WebMainResource"]),
        archive(WHOLE, plistlib.FMT_XML)[:300],
        BOMB,
        b"<plist>" + b"<array>" * 50_000 + b"WebMainResource",
    ],
    ids=range(12),
)
def test_a_damaged_archive_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(SourceError) as error:
        read(data)
    assert str(error.value).startswith("page.webarchive ")
    assert "\n" not in str(error.value)
