"""Entries of feeds become articles, whatever kind of feed it is and however broken."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Extracted, Options, Unread
from newsdiff.formats.feeds.feeds import extract, recognises
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

CONTENT = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
DC = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
XHTML = "xmlns='http://www.w3.org/1999/xhtml'"
ATOM = "xmlns='http://www.w3.org/2005/Atom'"
STORY = "<p>The bridge at Northam closed on Monday.</p><p>It opens again in May.</p>"
SUMMARY = (
    "only the feed's summary: open its page, or use --follow, for the whole article"
)


def rss(items: str, names: str = f"{CONTENT} {DC}", about: str = "") -> bytes:
    return (
        f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0' {names}><channel>"
        f"<title>Northam Ledger</title><link>https://ledger.example.com/</link>{about}"
        f"{items}</channel></rss>"
    ).encode()


def item(inside: str) -> str:
    return f"<item><title>Bridge closed</title>{inside}</item>"


def atom(entries: str, about: str = "<title>Northam Ledger</title>") -> bytes:
    return f"<feed {ATOM}>{about}{entries}</feed>".encode()


def entry(inside: str) -> str:
    return f"<entry><title>Bridge closed</title>{inside}</entry>"


def json_feed(*items: dict[str, object], **about: object) -> bytes:
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", **about}
    return json.dumps({**whole, "items": items}).encode()


def extracted(data: bytes) -> list[Extracted]:
    return list(extract(data, "feed.xml", Options()))


def sentence(data: bytes) -> str:
    """What is said where nothing can be read; empty where something is."""
    try:
        extracted(data)
    except SourceError as error:
        return str(error)
    return ""


def read(data: bytes) -> list[Extracted]:
    assert recognises(Probe(data), Options())
    return extracted(data)


def articles(data: bytes) -> list[Extract]:
    found = read(data)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def only(data: bytes) -> Extract:
    [article] = articles(data)
    return article


def paragraphs(article: Extract) -> list[str]:
    return article.text.split("\n\n")


# --- what an entry is -----------------------------------------------------------------


def test_rss_2_with_the_whole_text() -> None:
    article = only(
        rss(
            item(
                f"""<link>https://ledger.example.com/2023/bridge-closed/</link>
                <guid isPermaLink='false'>https://ledger.example.com/?p=17</guid>
                <dc:creator>Jane Marsh</dc:creator>
                <pubDate>Tue, 05 Sep 2023 19:41:15 +0300</pubDate>
                <description>Short.</description>
                <content:encoded><![CDATA[{STORY}]]></content:encoded>"""
            ),
            about="<language>en-GB</language>",
        )
    )
    assert paragraphs(article) == [
        "Bridge closed",
        "The bridge at Northam closed on Monday.",
        "It opens again in May.",
    ]
    assert article.blocks[0].role is Role.HEADLINE
    assert article.part == "p=17"
    about = article.about
    assert (about.title, about.outlet) == ("Bridge closed", "Northam Ledger")
    assert about.author == "Jane Marsh"
    assert about.published == "2023-09-05T19:41:15+03:00"
    assert about.url == "https://ledger.example.com/2023/bridge-closed/"
    assert about.language == "en-gb"
    assert article.notes == ()


def test_rss_with_a_summary_alone_says_so() -> None:
    link = "<link>https://ledger.example.com/a</link>"
    article = only(rss(item(f"{link}<description>Short &amp; sweet.</description>")))
    assert paragraphs(article) == ["Bridge closed", "Short & sweet."]
    assert article.notes == (SUMMARY,)
    assert article.about.published is None


def test_a_description_as_long_as_an_article_is_one() -> None:
    text = "The bridge closed. " * 100
    assert only(rss(item(f"<description>{text}</description>"))).notes == ()
    cut = only(rss(item(f"<description>{text} [&amp;#8230;]</description>")))
    assert cut.notes == ("only the feed's summary",)


def test_content_that_is_shorter_than_the_summary_is_not_taken() -> None:
    inside = "<description>Longer than that it is.</description>"
    content = "<content:encoded>A photo</content:encoded>"
    article = only(rss(item(inside + content)))
    assert paragraphs(article)[1:] == ["Longer than that it is."]


def test_content_that_breaks_off_is_a_beginning() -> None:
    content = "<content:encoded>It closed on Monday [&amp;#8230;]</content:encoded>"
    article = only(rss(item(content)))
    assert article.notes == ("only the beginning of the article",)


@pytest.mark.parametrize(
    "root",
    [
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
    ],
)
def test_rss_in_rdf(root: str) -> None:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    data = f"""<rdf:RDF xmlns:rdf="{rdf}" xmlns="{root}" {DC} {CONTENT}>
    <channel rdf:about="https://example.org/"><title>Ledger</title>
    <link>https://example.org/</link><items><rdf:Seq>
    <rdf:li rdf:resource="https://example.org/a"/></rdf:Seq></items></channel>
    <image><title>No</title><link>https://example.org/i</link></image>
    <item rdf:about="https://example.org/a"><title>Bridge closed</title>
    <link>https://example.org/a</link><dc:date>2023-09-06T00:30+09:00</dc:date>
    <dc:creator>Jane Marsh</dc:creator><dc:creator>Ed Lee</dc:creator>
    <content:encoded><![CDATA[{STORY}]]></content:encoded></item></rdf:RDF>"""
    article = only(data.encode())
    assert article.about.title == "Bridge closed"
    assert article.about.outlet == "Ledger"
    assert article.about.author == "Jane Marsh, Ed Lee"
    assert article.about.published == "2023-09-06T00:30+09:00"
    assert article.about.url == "https://example.org/a"
    assert paragraphs(article)[-1] == "It opens again in May."


def test_rss_091_with_its_document_type() -> None:
    data = b"""<?xml version="1.0"?>
    <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
      "http://my.netscape.com/publish/formats/rss-0.91.dtd">
    <rss version="0.91"><channel><title>Ledger</title>
    <link>http://example.org</link><item><title>Caf&eacute; closed</title>
    <link>http://example.org/a</link><description>On&nbsp;Monday.</description></item>
    </channel></rss>"""
    article = only(data)
    assert paragraphs(article) == ["Café closed", "On Monday."]
    assert not any("not correct" in note for note in article.notes)


def test_atom() -> None:
    article = only(
        atom(
            entry(
                f"""<id>tag:example.org,2023:bridge-17</id>
                <link rel="self" href="https://example.org/17.atom"/>
                <link rel="enclosure" href="https://example.org/17.mp3"/>
                <link rel="replies" href="https://example.org/17/comments"/>
                <link rel="hub" href="https://hub.example.org/"/>
                <link rel="alternate" type="application/pdf" href="https://example.org/p"/>
                <link href="https://example.org/17"/>
                <author><name>Jane Marsh</name><email>j@example.org</email></author>
                <author><name>Ed Lee</name></author>
                <published>2023-09-05T22:31:00+03:00</published>
                <updated>2023-09-07T08:00:00Z</updated>
                <summary>Short.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}
                </div></content>"""
            )
        )
    )
    assert paragraphs(article)[1:] == [
        "The bridge at Northam closed on Monday.",
        "It opens again in May.",
    ]
    about = article.about
    assert about.url == "https://example.org/17"
    assert about.author == "Jane Marsh, Ed Lee"
    assert about.published == "2023-09-05T22:31:00+03:00"
    assert about.updated == "2023-09-07T08:00:00+00:00"
    assert article.part == "bridge-17"


def test_atom_without_namespace_and_one_entry_alone() -> None:
    data = f"<feed><title>L</title>{entry('<summary>Text.</summary>')}</feed>"
    assert only(data.encode()).about.outlet == "L"
    alone = f"<entry {ATOM}><title>Closed</title><content>It is.</content></entry>"
    article = only(alone.encode())
    assert paragraphs(article) == ["Closed", "It is."]
    assert article.about.outlet is None


def test_atom_03() -> None:
    data = f"""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Ledger</title>
    <entry><title mode="escaped" type="text/html">Bridge &amp;amp; road</title>
    <link rel="alternate" type="text/html" href="https://example.org/a"/>
    <issued>2004-03-02T10:00:00+01:00</issued><modified>2004-03-03T10:00:00Z</modified>
    <content type="text/html" mode="escaped"><![CDATA[{STORY}]]></content></entry>
    </feed>"""
    article = only(data.encode())
    assert article.about.title == "Bridge & road"
    assert article.about.published == "2004-03-02T10:00:00+01:00"
    assert len(paragraphs(article)) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<content>a &lt;b&gt; c</content>", "a <b> c"),
        ("<content type='text'>One.\n\nTwo.</content>", "One.\n\nTwo."),
        ("<content type='html'>a &lt;b&gt;b&lt;/b&gt; c</content>", "a b c"),
        ("<content type='text/html'><![CDATA[<p>a</p>b]]></content>", "a\n\nb"),
        ("<content type='image/png'>iVBORw0KGgo=</content>", None),
        ("<content src='https://example.org/x' type='text/html'/>", None),
    ],
)
def test_content_of_atom_is_what_its_type_says(content: str, words: str | None) -> None:
    [found] = read(atom(entry(content)))
    if words is None:
        assert isinstance(found, Unread)
    else:
        assert isinstance(found, Extract)
        assert found.text == f"Bridge closed\n\n{words}"


def test_json_feed() -> None:
    article, second = articles(
        json_feed(
            {
                "id": 17,
                "url": "/a/17",
                "title": "Bridge closed",
                "content_html": STORY,
                "content_text": "no",
                "summary": "no",
                "date_published": "2023-09-05T22:31:00+03:00",
                "date_modified": "2023-09-05T19:31:00Z",
                "authors": [{"name": "Jane Marsh"}, {"name": "Ed Lee"}],
            },
            {"id": "x", "content_text": "One.\n\nTwo \ud83d\u0000."},
            language="en",
            home_page_url="https://example.org/",
            author={"name": "The desk"},
        )
    )
    about = article.about
    assert paragraphs(article)[-1] == "It opens again in May."
    assert about.url == "https://example.org/a/17"
    assert about.author == "Jane Marsh, Ed Lee"
    assert about.published == "2023-09-05T22:31:00+03:00"
    assert about.updated is None  # the same moment
    assert (about.language, about.outlet, article.part) == ("en", "Ledger", "17")
    assert second.about.title is None
    assert second.about.author == "The desk"
    second.text.encode()
    assert paragraphs(second)[0] == "One."


def test_json_feed_with_its_version_last_and_slashes_escaped() -> None:
    data = json.loads(json_feed({"id": "1", "content_text": "It closed." * 900}))
    version = data.pop("version")
    whole = json.dumps({**data, "version": version}).replace("/", "\\/").encode()
    assert len(whole) > 5000
    assert len(articles(whole)) == 1


# --- titles ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("<![CDATA[AT&amp;T &amp; <b>bold</b>]]>", "AT&T & bold"),
        ("AT&amp;amp;T &lt;em&gt;bold&lt;/em&gt;", "AT&T bold"),
        ("5 &lt; 6 said “&lt;maybe&gt;”", "5 < 6 said “<maybe>”"),
        ("Jane&#8217;s\n   bridge", "Jane’s bridge"),
        ("&amp;amp;lt;", "&lt;"),
    ],
)
def test_titles_of_rss_are_plain_text(title: str, plain: str) -> None:
    data = rss(f"<item><title>{title}</title><description>A.</description></item>")
    assert only(data).about.title == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        (
            f"<title type='xhtml'><div {XHTML}>A <b>bold</b> <q>step</q></div></title>",
            "A bold “step”",
        ),
        ("<title type='html'>AT&amp;amp;T &lt;b&gt;x&lt;/b&gt;</title>", "AT&T x"),
        ("<title>AT&amp;amp;T &lt;b&gt;</title>", "AT&amp;T <b>"),
        ("<title type='text'>AT&amp;T</title>", "AT&T"),
    ],
)
def test_titles_of_atom_are_what_their_type_says(title: str, plain: str) -> None:
    assert (
        only(atom(f"<entry>{title}<content>A.</content></entry>")).about.title == plain
    )


def test_a_title_that_its_text_repeats_stands_once() -> None:
    inside = f"<h1>Bridge Closed</h1><h1>Why</h1>{STORY}"
    article = only(
        rss(item(f"<content:encoded><![CDATA[{inside}]]></content:encoded>"))
    )
    assert paragraphs(article)[:2] == ["Bridge closed", "Why"]
    assert [b.role for b in article.blocks[:2]] == [Role.HEADLINE, Role.SUBHEADING]


def test_titles_of_other_modules_are_none() -> None:
    media = "xmlns:media='http://search.yahoo.com/mrss/'"
    inside = (
        "<item><media:title>Photo</media:title><media:description>A photograph of the "
        "mayor by a river, very long.</media:description><title>Closed</title>"
        "<description>It is.</description></item>"
    )
    assert only(rss(inside, media)).text == "Closed\n\nIt is."


# --- dates ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "published"),
    [
        (
            "<pubDate>Tue, 05 Sep 2023 19:41:15 GMT</pubDate>",
            "2023-09-05T19:41:15+00:00",
        ),
        ("<pubDate>Tue, 05 Sep 23 19:41 +0200</pubDate>", "2023-09-05T19:41+02:00"),
        ("<pubDate>05 Sep 98 19:41:15 GMT</pubDate>", "1998-09-05T19:41:15+00:00"),
        ("<pubDate>Tue, 05 Sep 2023 19:41:15 IST</pubDate>", "2023-09-05T19:41:15"),
        ("<pubDate>Tue, 05 Sep 2023 19:41:15 BST</pubDate>", "2023-09-05T19:41:15"),
        ("<dc:date>2023-09-06T00:30+09:00</dc:date>", "2023-09-06T00:30+09:00"),
        ("<guid>tag:example.org,2023-09-05:1</guid>", None),
        ("<guid>https://example.org/2023/09/05/a</guid>", None),
        ("<pubDate></pubDate>", None),
        ("<pubDate>yesterday</pubDate>", None),
    ],
)
def test_dates_of_rss_stand_as_they_are(inside: str, published: str | None) -> None:
    data = rss(item(f"{inside}<description>A.</description>"))
    assert only(data).about.published == published


def test_a_date_that_can_be_read_in_two_ways_is_unsure() -> None:
    data = rss(item("<pubDate>5/9/2023</pubDate><description>A.</description>"))
    about = only(data).about
    assert (about.published, about.unsure_date) == (None, "5/9/2023")


def test_an_update_is_no_publication() -> None:
    inside = "<updated>2023-09-07T08:00:00Z</updated><content>A.</content>"
    about = only(atom(entry(inside))).about
    assert (about.published, about.updated) == (None, "2023-09-07T08:00:00+00:00")


def test_the_date_of_a_feed_is_not_that_of_its_entries() -> None:
    about = "<pubDate>Tue, 05 Sep 2023 19:41:15 GMT</pubDate>"
    data = rss(item("<description>A.</description>"), about=about)
    assert only(data).about.published is None


# --- links ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link>\n https://example.org/a \n</link>", "https://example.org/a"),
        ("<link>/a</link>", "https://ledger.example.com/a"),
        ("<link/><atom:link href='https://example.org/a'/>", "https://example.org/a"),
        ("<guid>https://example.org/a</guid>", "https://example.org/a"),
        ("<guid isPermaLink='false'>https://example.org/a</guid>", None),
        ("<guid>17</guid>", None),
        ("<enclosure url='https://example.org/a.mp3' type='audio/mpeg'/>", None),
        ("<comments>https://example.org/c</comments>", None),
        ("<atom:link rel='self' href='https://example.org/a'/>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>https://[/</link>", None),
        ("<link>magnet:?xt=urn:btih:abc</link>", None),
        (
            "<link>/r</link><feedburner:origLink>/a</feedburner:origLink>",
            "https://ledger.example.com/a",
        ),
    ],
)
def test_the_page_of_an_entry_of_rss(inside: str, url: str | None) -> None:
    names = (
        "xmlns:atom='http://www.w3.org/2005/Atom' "
        "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"
    )
    data = rss(item(f"{inside}<description>A.</description>"), names)
    assert only(data).about.url == url


def test_links_are_resolved_where_they_stand() -> None:
    about = (
        "<title>L</title><link rel='self' href='https://example.org/feed.xml'/>"
        "<link href='https://example.org/news/'/>"
    )
    entries = (
        entry("<id>1</id><link href='1.html'/><content>A.</content>")
        + f"<entry xml:base='https://other.example.org/x/'>{'<id>2</id>'}<title>B</title>"
        "<link href='y/2'/><content>A.</content></entry>"
        + entry("<id>3</id><link xml:base='../z/' href='3'/><content>A.</content>")
        + entry("<id>4</id><link href='/a/1'/><content>A.</content>")
    )
    assert [article.about.url for article in articles(atom(entries, about))] == [
        "https://example.org/news/1.html",
        "https://other.example.org/x/y/2",
        "https://example.org/z/3",
        "https://example.org/a/1",
    ]


def test_without_a_page_of_its_own_links_stay_within_the_feeds_address() -> None:
    about = "<title>L</title><link rel='self' href='https://example.org/f/feed.xml'/>"
    data = atom(entry("<link href='1'/><content>A.</content>"), about)
    assert only(data).about.url == "https://example.org/f/1"


# --- people and outlets ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<author>j@example.org (Jane Marsh)</author>", "Jane Marsh"),
        ("<author>Jane Marsh &lt;j@example.org&gt;</author>", "Jane Marsh"),
        ("<author>j@example.org</author>", None),
        ("<dc:creator><![CDATA[By Jane Marsh]]></dc:creator>", "Jane Marsh"),
        ("<dc:creator>https://example.org/jane</dc:creator>", None),
        ("<dc:creator>Northam Ledger</dc:creator>", None),
        (
            "<dc:creator>Jane Marsh</dc:creator><author>e@x.org (Ed Lee)</author>",
            "Ed Lee, Jane Marsh",
        ),
    ],
)
def test_authors_are_people(inside: str, author: str | None) -> None:
    data = rss(item(f"{inside}<description>A.</description>"))
    assert only(data).about.author == author


def test_an_entry_without_author_has_that_of_its_feed() -> None:
    about = "<title>L</title><author><name>Jane Marsh</name></author>"
    assert (
        only(atom(entry("<content>A.</content>"), about)).about.author == "Jane Marsh"
    )


@pytest.mark.parametrize(
    ("data", "outlet"),
    [
        (rss(item("<description>A.</description>")), "Northam Ledger"),
        (
            rss(
                item(
                    "<source url='https://example.org/f'>Eastern Post</source>"
                    "<description>A.</description>"
                )
            ),
            "Eastern Post",
        ),
        (
            rss(
                item(
                    "<dc:publisher>Eastern Post</dc:publisher>"
                    "<description>A.</description>"
                )
            ),
            "Eastern Post",
        ),
        (
            atom(
                entry(
                    "<source><title>Eastern Post</title><id>x</id></source>"
                    "<content>A.</content>"
                )
            ),
            "Eastern Post",
        ),
    ],
)
def test_the_outlet_is_the_source_of_an_entry_or_its_feed(
    data: bytes, outlet: str
) -> None:
    assert only(data).about.outlet == outlet


# --- what is no text ------------------------------------------------------------------


def test_links_and_pixels_are_left_out_and_counted() -> None:
    inside = f"""{STORY}<p>He left. <a href="x">Read more</a></p>
    <p><a href="x">Continue reading <span>“Bridge closed”</span> →</a></p>
    <img src="https://t.example.org/1" width="1" height='1px'/>
    <img src="https://t.example.org/2" style="width:1px; height:1px;"/>
    <img src="https://t.example.org/3" width="1" height="90"/>
    <p>The post <a href="x">Bridge closed</a> appeared first on <a>Ledger</a>.</p>"""
    content = f"<content:encoded><![CDATA[{inside}]]></content:encoded>"
    short = "<description>The post A appeared first on B.</description>"
    article = only(rss(item(content + short)))
    assert paragraphs(article)[-1] == "He left."
    [note] = article.notes
    assert "2 “read more” links" in note
    assert "2 tracking images" in note
    assert "1 “appeared first” line" in note


@pytest.mark.parametrize(
    "words",
    [
        "More than 40 people read the post that appeared first.",
        "Read more books, the mayor said.",
        "More",
    ],
)
def test_sentences_that_only_sound_like_links_stay(words: str) -> None:
    data = rss(item(f"<description>Closed. {words}</description>"))
    assert words in only(data).text


def test_a_podcast_or_torrent_has_no_text() -> None:
    itunes = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    inside = item(
        "<itunes:summary>Notes.</itunes:summary><guid isPermaLink='false'>e1</guid>"
        "<enclosure url='https://example.org/1.torrent' type='application/x'/>"
    )
    [found] = read(rss(inside, itunes))
    assert found == Unread("e1", "e1 has no text and no page in the feed")


def test_a_headline_alone_with_a_page_can_be_followed() -> None:
    article = only(rss(item("<link>https://example.org/a</link>")))
    assert article.text == "Bridge closed"
    assert article.notes[0].startswith("only the headline")


# --- parts ----------------------------------------------------------------------------


def test_parts_are_short_and_unique_and_the_same_each_time() -> None:
    guids = [
        "https://example.org/news/bridge/",
        "https://example.org/sport/bridge/",
        "https://example.org/?p=3",
        "same",
        "same",
        "",
        "urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6",
        "6",
        "https://[",
        "x" * 300,
    ]
    data = rss(
        "".join(item(f"<guid>{g}</guid><description>A.</description>") for g in guids)
    )
    parts = [article.part for article in articles(data)]
    assert len(set(parts)) == len(guids)
    assert all(0 < len(part) <= 50 for part in parts)
    assert parts[2] == "p=3"
    assert parts[6] == "60a76c80-d399-11d9-b93C-0003939e0af6"
    assert parts == [article.part for article in articles(data)]


# --- broken feeds ---------------------------------------------------------------------


def test_stray_ampersands_and_unknown_names_are_read_as_meant() -> None:
    data = rss(item("<description>Fish & chips&nbsp;at R&D, &lol; &AMP;</description>"))
    article = only(data)
    assert article.text.endswith("Fish & chips at R&D, &lol; &")
    assert any("not correct XML" in note for note in article.notes)


@pytest.mark.parametrize("before", [b"\n\n  ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_what_stands_before_the_declaration_does_not_matter(before: bytes) -> None:
    assert only(before + rss(item("<description>A.</description>"))).notes == (
        "only the feed's summary",
    )


@pytest.mark.parametrize(
    ("declared", "encoding", "is_told"),
    [
        ("utf-8", "cp1252", True),
        ("iso-8859-1", "utf-8", False),
        ("iso-8859-1", "cp1252", False),
        ("windows-1252", "cp1252", False),
        ("iso-8859-2", "iso-8859-2", False),
        ("no-such-thing", "utf-8", False),
        ("zip", "cp1252", True),
        ("utf-16", "utf-16", False),
    ],
)
def test_a_wrong_encoding_is_seen(
    declared: str, encoding: str, *, is_told: bool
) -> None:
    text = rss(item("<description>Der Bürgermeister.</description>")).decode()
    data = text.replace("'utf-8'", f"'{declared}'").encode(encoding)
    article = only(data)
    assert article.text.endswith("Der Bürgermeister.")
    assert (len(article.notes) > 1) == is_told


def test_japanese_in_seven_bits_is_what_it_says() -> None:
    text = rss(item("<description>橋が閉鎖</description>")).decode()
    data = text.replace("'utf-8'", "'iso-2022-jp'").encode("iso-2022-jp")
    assert only(data).text.endswith("橋が閉鎖")


def test_a_feed_that_ends_in_the_middle() -> None:
    whole = rss(
        "".join(
            item(
                f"<guid>{n}</guid><content:encoded><![CDATA[{STORY}]]></content:encoded>"
            )
            for n in "abc"
        )
    )
    end = whole.rindex(b"It opens")
    first, _, last = articles(whole[: end + 8])
    assert first.notes == ()
    assert paragraphs(last)[-1] == "It opens"
    assert last.notes == ("the feed ends in the middle: this article may be cut",)


def test_every_truncation_of_a_feed_is_read_or_refused_in_one_sentence() -> None:
    whole = rss(
        item(f"<guid>a</guid><description><![CDATA[{STORY}]]></description>") * 2
    )
    for end in range(0, len(whole), 7):
        assert sentence(whole[:end]).count("feed.xml") <= 1


def test_a_broken_entry_harms_no_other() -> None:
    names = "abc"
    items = [
        item(
            f"<guid>{n}</guid><link>https://example.org/{n}</link><description>{d}</description>"
        )
        for n, d in zip(names, ["One.", "Two <b>bold.", "Three."], strict=True)
    ]
    found = articles(b"\n" + rss("".join(items)))
    assert [one.about.url for one in found] == [
        f"https://example.org/{n}" for n in names
    ]
    assert [paragraphs(one)[1] for one in found] == ["One.", "Two bold.", "Three."]
    assert any("damaged XML near line 2" in note for note in found[0].notes)


def test_a_prefix_that_is_nowhere_declared_means_what_it_usually_means() -> None:
    inside = (
        "<dc:creator>Jane Marsh</dc:creator><dc:date>2023-09-05</dc:date>"
        f"<content:encoded><![CDATA[{STORY}]]></content:encoded>"
    )
    article = only(rss(item(inside), names=""))
    assert article.about.author == "Jane Marsh"
    assert article.about.published == "2023-09-05"
    assert len(paragraphs(article)) == 3


def test_a_broken_json_feed_has_the_entries_before_the_fault() -> None:
    whole = json_feed({"id": "a", "content_text": "One."}, {"id": "b", "title": "Two"})
    article = only(whole[:-20])
    assert article.text == "One."
    assert article.about.outlet == "Ledger"
    assert article.notes == ("the feed ends in the middle: this article may be cut",)


@pytest.mark.parametrize(
    "data",
    [
        rss(""),
        atom(""),
        json_feed(),
        b'{"version": "https://jsonfeed.org/version/1", "items": {"a": 1}}',
        b'{"version": "https://jsonfeed.org/version/1", "items": [1, "a", null]}',
        b"<rss>",
    ],
)
def test_a_feed_without_entries_is_one_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^feed\.xml is a feed without entries: "):
        extracted(data)


def test_json_of_wrong_kinds_is_read_as_far_as_it_goes() -> None:
    article = only(
        json_feed(
            {
                "id": ["x"],
                "title": 5,
                "url": {},
                "authors": "Jane",
                "content_html": 7.5,
                "date_published": True,
            },
            author=[1],
            title=None,
        )
    )
    assert article.text == "5\n\n7.5"
    assert article.part == "1"


# --- what would do harm ---------------------------------------------------------------


def bomb(root: str) -> bytes:
    names = "abcdefghij"
    entities = "<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {outer} '{f'&{inner};' * 10}'>" for inner, outer in pairwise(names)
    )
    return f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>{root}".encode()


def test_an_entity_bomb_is_not_lit() -> None:
    start = time.perf_counter()
    rest = rss(item("<description>&j; &j;</description>")).decode().split("?>")[1]
    article = only(bomb(rest))
    assert article.text == "Bridge closed\n\n&j; &j;"
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_nothing_outside_is_read(target: str) -> None:
    kinds = (f"<!ENTITY x SYSTEM '{target}'>", f"<!ENTITY % x SYSTEM '{target}'> %x;")
    rest = rss(item("<description>See &x;</description>")).decode().split("?>")[1]
    for kind in kinds:
        article = only(f"<!DOCTYPE rss [{kind}]>{rest}".encode())
        assert article.text == "Bridge closed\n\nSee &x;"


@pytest.mark.parametrize(
    "deep",
    [
        rss(item("<description>" + "<b>" * 100_000)),
        rss(item("<description>" + "&lt;div&gt;" * 100_000 + "</description>")),
        rss(item("<item>" * 4000 + "<description>A.</description>")),
        atom(entry("<content type='xhtml'>" + "<div>" * 100_000)),
        b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 200_000,
        b"<!DOCTYPE rss [" + b"<!--" * 50_000 + b"]><rss>",
        b"<rss " + b"a='" * 100_000,
        b"<rss>" + b"<![CDATA[" * 50_000,
        b"<rss>" + b"<!--" * 50_000,
    ],
)
def test_what_is_nested_or_never_closed_ends_soon(deep: bytes) -> None:
    start = time.perf_counter()
    assert sentence(deep).count("feed.xml") <= 1
    assert time.perf_counter() - start < 20


# --- what is no feed ------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The mayor said <rss> is dead.\n\n<feed> is not.",
        b"<!DOCTYPE html><html><body><p>not a feed</p><feed></feed></body></html>",
        b"<html><head><title>&lt;rss&gt;</title></head><body><rss></rss></body></html>",
        b"<catalogue><feed>Hay</feed></catalogue>",
        b"<feed><animal>cow</animal></feed>",
        b"<entry><word>x</word></entry>",
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>",
        b'{"version": "1.0", "text": "see jsonfeed.org/version/1"}',
        b'{"text": "\\"version\\": \\"https://jsonfeed.org/version/1\\""}',
        b"---\ntitle: <rss version='2.0'>\n---\nText.",
        b"# <rss>\n\nText.",
        b"<opml version='2.0'><body/></opml>",
        b"<rssitem>x</rssitem>",
    ],
)
def test_what_is_no_feed_is_not_taken_for_one(data: bytes) -> None:
    assert not recognises(Probe(data), Options())
