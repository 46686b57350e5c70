"""Web pages in one file of MIME, as browsers and Word save them."""

from __future__ import annotations

import quopri
from base64 import encodebytes

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, format_of
from newsdiff.formats.registry import _ROWS, Probe
from newsdiff.formats.web import mhtml
from tests.formats.page_shapes import ADDRESS, HEADLINE, SHAPES, STORY, Shape, page, ps

EURO = "Der Fjord kostet 5 € – „zu viel“, sagt José Æbelø aus Århus am Montag."


def chrome(html: str, **headers: str) -> bytes:
    """A page as Chrome saves it."""
    top = {
        "From": "<Saved by Blink>",
        "Snapshot-Content-Location": ADDRESS,
        "Subject": "=?utf-8?Q?Ferry_=E2=80=93_Harbour_Post?=",
        "Date": "Thu, 6 Mar 2031 10:00:00 -0000",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/related;\r\n\ttype="text/html";\r\n\t'
        'boundary="----MultipartBoundary--x----"',
        **headers,
    }
    body = quopri.encodestring(html.encode()).decode().replace("\n", "\r\n")
    return (
        "".join(f"{key}: {value}\r\n" for key, value in top.items() if value)
        + "\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\n"
        "Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: "
        f"quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n{body}\r\n"
        "------MultipartBoundary--x----\r\nContent-Type: text/css\r\n"
        "Content-Location: cid:css-1@mhtml.blink\r\n\r\np { color: red }\r\n"
        "------MultipartBoundary--x----\r\nContent-Type: text/html\r\n"
        "Content-Location: https://ads.example/frame\r\n\r\n<p>Buy a boat "
        "today.</p>\r\n"
        "------MultipartBoundary--x------\r\n"
    ).encode()


def older(html: str, charset: str) -> bytes:
    """A page as Internet Explorer and Word saved it: base64, another charset."""
    body = encodebytes(html.encode(charset)).decode()
    return (
        'From: "Saved by Windows Internet Explorer 7"\r\nSubject: Ferry\r\n'
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----=_NextPart_000_0000"\r\n'
        "X-MimeOLE: Produced By Microsoft MimeOLE V6.00\r\n\r\n"
        "This is a multi-part message in MIME format.\r\n\r\n"
        "------=_NextPart_000_0000\r\nContent-Type: text/html;\r\n"
        f'\tcharset="{charset}"\r\nContent-Transfer-Encoding: base64\r\n'
        f"Content-Location: {ADDRESS}\r\n\r\n{body}\r\n"
        "------=_NextPart_000_0000--\r\n"
    ).encode()


def read(data: bytes) -> Extract:
    (article,) = mhtml.extract(data, "page.mhtml", Options())
    return article


def is_one(data: bytes) -> bool:
    row = next(row for row in _ROWS if row.module == "web.mhtml")
    probe = Probe(data)
    return bool(row.hint.match(probe.head)) and mhtml.recognises(probe, Options())


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as error:
        read(data)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_page_that_chrome_saved_is_the_page(shape: Shape) -> None:
    data = chrome(shape.html)
    assert is_one(data)
    article = read(data)
    texts = [article.text[b.span.start : b.span.end] for b in article.blocks[1:]]
    assert texts == [" ".join(text.split()) for text in shape.paragraphs]
    assert article.about.url == ADDRESS
    assert "Buy a boat" not in article.text


def test_letters_are_read_though_the_part_names_no_charset() -> None:
    html = page(f"<h1>{HEADLINE}</h1><p>{EURO}</p>{ps()}", "").replace(
        '<meta charset="utf-8">', ""
    )
    assert EURO in read(chrome(html)).text


def test_the_address_is_that_of_the_snapshot() -> None:
    html = f"<html><body><h1>{HEADLINE}</h1>{ps()}</body></html>"
    assert read(chrome(html)).about.url == ADDRESS
    without = chrome(html, **{"Snapshot-Content-Location": ""})
    assert is_one(without)
    assert read(without).about.url == ADDRESS


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_an_older_file_says_its_charset_and_is_in_base64(charset: str) -> None:
    html = f"<html><body><h1>{HEADLINE}</h1><p>{EURO}</p>{ps()}</body></html>"
    data = older(html.replace("„", "“"), charset)
    assert is_one(data)
    article = read(data)
    assert EURO.replace("„", "“") in article.text
    assert article.text.endswith(STORY[-1])
    assert article.about.url == ADDRESS


def test_a_file_that_is_cut_short_keeps_what_it_has() -> None:
    data = chrome(page(f"<article><h1>{HEADLINE}</h1>{ps()}</article>"))
    cut = data[: data.index(b"Few protested") + 20]
    assert STORY[3] in read(cut).text


@pytest.mark.parametrize(
    "data",
    [
        (
            b"Subject: Hello\nFrom: Anna <a@example.org>\nTo: b@example.org\n"
            b"Received: by x\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        ),
        b"Ferry ends\n\nThe word multipart/related stands in this text.\n",
        b"Note: it is about multipart/mixed\n\nMIME: multipart/related\n",
    ],
)
def test_mails_and_texts_are_no_saved_pages(data: bytes) -> None:
    assert not is_one(data)


@pytest.mark.parametrize(
    "data",
    [
        (
            b"From: <Saved by Blink>\r\nContent-Type: multipart/related; "
            b"boundary=x\r\n\r\n"
        ),
        b"From: <Saved by Blink>\r\nContent-Type: multipart/related\r\n\r\nx",
        chrome("")[:400],
        chrome("<html><body></body></html>"),
        chrome("").replace(b"text/html\r\n", b"image/png\r\n"),
        b"",
    ],
)
def test_a_file_without_a_page_is_refused_in_one_sentence(data: bytes) -> None:
    assert refused(data).startswith("page.mhtml ")


ALONE = (
    'From: "Saved by Internet Explorer 11"\r\nSubject: \r\n'
    "Date: Tue, 13 May 2031 19:52:54 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: text/html;\r\n\tcharset="Windows-1252"\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n"
    f"Content-Location: {ADDRESS}\r\n"
    "X-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\n"
)


def test_a_page_without_pictures_has_no_parts_and_is_no_letter() -> None:
    html = page(f"<article><h1>{HEADLINE}</h1>{ps((*STORY, EURO))}</article>", "")
    data = ALONE.encode() + quopri.encodestring(html.encode("cp1252", "ignore"))
    assert is_one(data)
    assert format_of(data) == "mhtml"
    article = read(data)
    assert article.about.title == HEADLINE
    assert article.about.url == ADDRESS
    assert article.about.outlet != "Saved by Internet Explorer 11"
    assert article.about.published != "2031-05-13T19:52:54-00:00"
    assert "kostet 5 € – „zu viel“" in article.text


def test_a_letter_that_speaks_of_a_saved_page_is_a_letter() -> None:
    data = ALONE.replace("Saved by Internet Explorer 11", "Jane Marsh").encode()
    assert format_of(data + b"<p>It was saved by Internet Explorer 11.</p>") == "mail"
