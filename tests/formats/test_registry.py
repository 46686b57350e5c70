"""Which format a file is of, all of them in one registry: by its bytes alone."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import extracted, format_of, may_be_format
from tests.formats.shapes import SHAPES

_ROOT = Path(__file__).parents[2]
_ARTICLE = """

The council voted on Tuesday to close the bridge. Anna Berg, the mayor, said the work
would cost $4.5 million.

Repairs begin on Friday, and last two years.
"""
_TEXTS = (
    "{The council} voted, at last",
    '{"The bridge" is closed}',
    "[Updated at 5 p.m.] The council voted",
    '[{"text": "abc"}]',
    "From: Jane Marsh, in Ardwick\nDate: 5 March 2024\nSubject: the bridge",
    "From: Jane Marsh <jane@example.com>\nDate: 5 March 2024\nSubject: the bridge",
    "From 10:30 on 5 March 2024 the bridge was closed\nNote: it stays so",
    "From: readers\nReceived: thirty letters on the bridge",
    "From: readers\nSubject: letters\nContent-Type: opinion",
    "Standards: how multipart/related works",
    "Note: a page has Content-Type: multipart/related in front",
    "Headline, text, title, source, date",
    "Text, date\nOn Tuesday, it closed",
    "Title, Text, Date, Source\nThe bridge, the council, the mayor, the river",
    "Date\tText\n5 March\tThe council",
    "Opinion | Text | Herald\n",
    "Story; source; date",
    "Text; Photo\nAnna Berg; Carl Dahl",
    "| Title | Text |\n|---|---|\n| Bridge | The bridge is closed, they said |",
    "Date, Story\n5 March, Bridge closed\n6 March, Bridge opened",
    "Party, Date, Source\nReds, 30%, Herald\nBlues, 40%, Herald\n",
    "<b>Bridge closed</b>",
    "<p>Bridge closed</p>",
    "<h1>Bridge closed</h1>",
    "<!-- draft -->\n# Bridge closed",
    "<div align=center>\n\n# Bridge closed\n\n</div>",
    "Every page begins <html> and ends </html>",
    "A feed begins <rss version='2.0'>",
    "# Feeds\n\n```\n<rss version='2.0'><channel></channel></rss>\n```",
    "The list is <opml version='2.0'>",
    "The <nitf> element, <newsItem> and <ppsarticle>",
    "A <plist> with WebMainResource",
    "Every PDF begins with %PDF-1.4",
    "His classes: <p class='DocPublicationName'>, DocHeader and titreArticleVisu",
    "So: <DOCFULL> with <a name=DOC_ID_0_1>, <p class='article enArticle'>, <b>HD</b>",
    "PK beat Milan",
    "Police hold 3 of 10 DOCUMENTS\n",
    "1 of 10 DOCUMENTS",
    "_" * 60 + "\n\nTitle: Bridge\n\nFull text: The bridge closed.",
    "*" * 50,
    "Minutes\nThe vote took\n3 minutes to count",
    "---\ntitle: Bridge, closed\ndate: 2024-03-05\n---\n",
    "Title: Bridge closed\nSource: The Herald\nURL: https://example.com/a",
    "\x02Bridge closed\x03",
)
_QUOTING = (
    "<pre>&lt;rss version='2.0'&gt; &lt;opml&gt; &lt;nitf&gt; &lt;newsItem&gt;</pre>",
    "<script type='text/x'><rss><opml><nitf><newsItem><ppsarticle><plist></script>",
    "<p>WebMainResource, %PDF-1.4, {\\rtf1, PAR1, 1 of 2 DOCUMENTS, jsonfeed.org</p>",
    "<p>DocPublicationName DocHeader titreArticleVisu &lt;DOCFULL&gt;</p>",
    "<pre>&lt;span class='DocPublicationName'&gt; DocHeader titreArticleVisu</pre>",
    "<p>" + "_" * 60 + "</p><p>Full text: a ProQuest document</p>",
)


def _own_texts() -> Iterator[Path]:
    """Files of this repository that are texts, and cite all formats."""
    for pattern in ("*.md", "docs/*.md", "tests/cases/*.txt", "findings/*.sh"):
        yield from _ROOT.glob(pattern)
    yield from _ROOT.glob("newsdiff/**/*.py")


@pytest.mark.parametrize("name", SHAPES)
def test_each_format_is_told_by_its_bytes(name: str) -> None:
    data = SHAPES[name].encode()
    assert format_of(data) == name
    assert may_be_format(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("name", [name for name in SHAPES if name != "telex"])
def test_in_any_unicode_a_file_is_the_same(name: str, encoding: str) -> None:
    data = SHAPES[name].encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert format_of(data) == name
    assert may_be_format(data)
    assert _outcome(data) == _outcome(SHAPES[name].encode())


def _outcome(data: bytes) -> object:
    try:
        return list(extracted(data, "file"))
    except SourceError as problem:
        return str(problem)


def test_xml_that_says_that_it_is_utf_16() -> None:
    text = SHAPES["feeds"].replace("UTF-8", "UTF-16")
    (article,) = extracted(text.encode("utf-16"), "feed.xml")
    assert article == next(extracted(SHAPES["feeds"].encode(), "feed.xml"))


@pytest.mark.parametrize("begin", _TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_text_is_of_no_format(begin: str, encoding: str) -> None:
    assert format_of((begin + _ARTICLE).encode(encoding)) is None


def test_the_texts_of_this_repository_are_of_no_format() -> None:
    taken = {p: f for p in _own_texts() if (f := format_of(p.read_bytes()))}
    assert not taken


@pytest.mark.parametrize("quoted", _QUOTING)
def test_a_page_that_cites_a_format_is_a_page(quoted: str) -> None:
    page = SHAPES["pages"].replace("</article>", f"{quoted}</article>")
    assert format_of(page.encode()) == "pages"
    inner = page[page.index("<article>") :].replace("</body></html>", "")
    assert format_of(inner.encode()) == "pages"


@pytest.mark.parametrize("name", SHAPES)
def test_a_format_in_a_row_of_a_table_or_a_letter_is_no_file_of_it(name: str) -> None:
    quoted = SHAPES[name].replace('"', '""')
    table = f'title,text\nBridge,"It was said at length. {quoted}"\n'
    assert format_of(table.encode()) == "delimited"
    letter = SHAPES["mail"] + SHAPES[name]
    assert format_of(letter.encode()) == "mail"


@pytest.mark.parametrize("name", SHAPES)
def test_an_archive_is_no_document_whatever_is_in_it(name: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/story", SHAPES[name])
    assert format_of(file.getvalue()) is None


@pytest.mark.parametrize("name", ["feeds", "nitf", "newsml", "factiva_xml", "pages"])
@pytest.mark.parametrize("reference", ["&#xD800;", "&#56320;", "&#0;", "&#x110000;"])
def test_references_to_no_character_do_no_harm(name: str, reference: str) -> None:
    data = SHAPES[name].replace("Tuesday", f"{reference}Tuesday").encode()
    (article,) = extracted(data, "file")
    assert "then" in getattr(article, "text", "")


@pytest.mark.parametrize("name", ["feeds", "nitf", "newsml", "factiva_xml", "pages"])
@pytest.mark.parametrize("reference", ["&#146;", "&#x92;", "&#8217;"])
def test_old_references_are_what_windows_has(name: str, reference: str) -> None:
    data = SHAPES[name].replace("Tuesday", f"Tuesday{reference}s").encode()
    (article,) = extracted(data, "file")
    assert "Tuesday’s" in getattr(article, "text", "")
