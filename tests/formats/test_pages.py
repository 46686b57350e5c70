"""Web pages become articles: text as it stands, and what they say of themselves."""

from __future__ import annotations

import json
import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import About, Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.web import pages
from newsdiff.formats.web.pages import article_of
from newsdiff.model import Role
from tests.formats.page_shapes import (
    ADDRESS,
    HEADLINE,
    METAS,
    OTHERS,
    SHAPES,
    STORY,
    Shape,
    ld,
    links,
    page,
    ps,
)


def read(html: str | bytes, url: str | None = None) -> Extract:
    return article_of(html, name="page.html", url=url)


def is_page(data: bytes) -> bool:
    return pages.recognises(Probe(data), Options())


def paragraphs(article: Extract) -> list[str]:
    """All but the headline."""
    return [text for text, role in with_roles(article) if role is not Role.HEADLINE]


def with_roles(article: Extract) -> list[tuple[str, Role | None]]:
    return [(article.text[b.span.start : b.span.end], b.role) for b in article.blocks]


def story(*inner: str, head: str = METAS) -> Extract:
    """A page whose article holds markup among its paragraphs."""
    body = f"<article><h1>{HEADLINE}</h1>{ps(STORY[:3])}{''.join(inner)}{ps(STORY[3:])}"
    return read(page(f"{body}</article>", head))


def told(*inner: str) -> list[str]:
    """What comes out of markup among the paragraphs of a page."""
    found = paragraphs(story(*inner))
    assert found[:3] == list(STORY[:3])
    assert found[-5:] == list(STORY[3:])
    return found[3:-5]


def refused(html: str | bytes) -> str:
    with pytest.raises(SourceError) as error:
        read(html)
    message = str(error.value)
    assert message.startswith("page.html ")
    assert "\n" not in message
    return message


# --- shapes of pages -----------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_page_of_any_system_gives_its_paragraphs_and_nothing_else(
    shape: Shape,
) -> None:
    article = read(shape.html.encode())
    assert paragraphs(article) == [" ".join(p.split()) for p in shape.paragraphs]
    about = article.about
    assert (about.title, about.outlet) == (shape.title, shape.outlet)
    assert (about.author, about.published) == (shape.author, shape.published)
    assert about.url == ADDRESS
    assert with_roles(article)[0] == (HEADLINE, Role.HEADLINE)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_page_is_recognised_by_its_bytes(shape: Shape) -> None:
    assert is_page(shape.html.encode())
    assert is_page(b"\xff\xfe" + shape.html.encode("utf-16-le"))
    (article,) = pages.extract(shape.html.encode(), "page.html", Options())
    assert isinstance(article, Extract)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry ends\n\nThe last ferry left <b>on Monday</b>.\n",
        '# Ferry ends\n\n<p align="center">A picture</p>\n\nThe last ferry left.\n',
        (
            '<p align="center"><img src="a.png"></p>\n\n# Ferry ends\n\nThe '
            "last ferry left."
        ),
        "<div>\n\n# Ferry ends\n\nThe last ferry left on Monday.\n",
        "The page begins with <!DOCTYPE html>, he said.\n\n<html> comes next.\n",
        "<3 is what the island wrote on its last ticket.\n",
        "I wrote <html> by hand.\n",
    ],
)
def test_texts_and_markdown_are_no_pages(text: str) -> None:
    assert not is_page(text.encode())


def test_many_comments_are_looked_through_at_once() -> None:
    assert not is_page(b"<!-- -->" * 500 + b"ferry")
    assert is_page(b"<!-- -->" * 500 + b"<html>")


def test_a_fragment_is_a_page() -> None:
    fragment = f"<article><h1>{HEADLINE}</h1>{ps()}</article>\n"
    assert is_page(fragment.encode())
    assert paragraphs(read(fragment)) == list(STORY)


def test_a_page_that_is_cut_short_keeps_what_it_has() -> None:
    html = SHAPES["wordpress"].html
    cut = html[: html.index(STORY[5]) + 30]
    assert paragraphs(read(cut.encode()))[:5] == list(STORY[:5])


# --- words that others lose ----------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>He said: <q>The line is dead</q>, and left.</p>",
         "He said: “The line is dead”, and left."),
        ('<p>The sale begins at <time datetime="2031-04-01">nine</time> on Friday.</p>',
         "The sale begins at nine on Friday."),
        (("<p>It is <u>not</u> true, said <abbr>Mr</abbr> Dahl of "
         "H<sub>2</sub>O Ltd.</p>"),
         "It is not true, said Mr Dahl of H2O Ltd."),
        ("<p>It carried <s>12</s>15 <a href='/x'>people</a> on <em>that</em> day.</p>",
         "It carried 15 people on that day."),
        ("<p>No.</p>", "No."),
        ("<p>First line of it,<br>and the second.</p>",
         "First line of it, and the second."),
    ],
)  # fmt: skip
def test_every_word_of_a_paragraph_is_kept(markup: str, expected: object) -> None:
    assert told(markup) == [expected]


def test_struck_out_words_are_counted() -> None:
    (note,) = story("<p>It cost <del>12</del> <ins>15</ins> crowns then.</p>").notes
    assert note == "left out: 1 struck-out passage"


def test_lines_that_stand_twice_are_kept() -> None:
    markup = "<p>Why did it end?</p><p>It lost money.</p><p>Why did it end?</p>"
    assert told(markup) == ["Why did it end?", "It lost money.", "Why did it end?"]


def test_subheadings_captions_lists_and_tables_are_kept_whole() -> None:
    article = story(
        "<h2>Who sailed</h2>",
        "<figure><img src='a.jpg'><figcaption>The quay in 1931.</figcaption></figure>",
        "<ul><li>Anna</li><li>Bo Ek</li><li>Carl</li></ul>",
        "<table><tr><th>Year</th><td>1891</td></tr>"
        "<tr><th>Ships</th><td><p>Two</p></td></tr></table>",
        "<dl><dt>Owner</dt><dd>The county</dd></dl>",
    )
    assert with_roles(article)[4:-5] == [
        ("Who sailed", Role.SUBHEADING),
        ("The quay in 1931.", Role.CAPTION),
        *[(name, None) for name in ("Anna", "Bo Ek", "Carl")],
        ("Year | 1891", None),
        ("Ships | Two", None),
        ("Owner", None),
        ("The county", None),
    ]


def test_two_line_breaks_end_a_paragraph() -> None:
    assert told("<p>The first of two.<br><br>The second of two.</p>") == [
        "The first of two.",
        "The second of two.",
    ]


def test_a_block_of_verse_or_wire_copy_keeps_its_words() -> None:
    assert told("<pre>One line of it\nand another.</pre>") == [
        "One line of it and another."
    ]


# --- what is no story ----------------------------------------------------------------


def test_what_was_left_out_is_said() -> None:
    article = story(
        f'<aside class="related"><h3>Related</h3><ul>{links()}</ul></aside>',
        '<div class="newsletter-signup"><p>Get our letter</p><form><input type="email">'
        "</form></div>",
        '<div class="share-bar"><a href="/x">Share</a></div>',
        '<form id="commentform"><textarea></textarea></form>',
    )
    assert paragraphs(article) == list(STORY)
    (note,) = article.notes
    assert note.startswith("left out: ")
    assert set(note.removeprefix("left out: ").split(", ")) == {
        "4 related links",
        "1 newsletter box",
        "1 share bar",
        "1 comment form",
    }


def test_related_links_without_a_name_are_left_out() -> None:
    assert told(f"<div><h4>More from us</h4><ul>{links()}</ul></div>") == []


def test_a_fact_box_belongs_to_the_story() -> None:
    text = "Built in 1958, she carried 200 people and twelve cars over the water."
    box = f"<aside class='facts'><h3>The Sigrid</h3><p>{text}</p></aside>"
    assert told(box) == ["The Sigrid", text]


def test_a_pull_quote_that_repeats_the_text_is_left_out() -> None:
    quote = f'<aside class="pull-quote"><p>{STORY[2]}</p></aside>'
    assert told(quote) == []


def test_comment_in_a_class_is_no_proof_of_a_comment() -> None:
    body = f'<div class="comment"><h1>{HEADLINE}</h1><div class="comment-text">{ps()}'
    article = read(page(f"{body}</div></div><footer>© 2021</footer>"))
    assert paragraphs(article) == list(STORY)


def test_comments_that_are_longer_than_the_story_are_no_story() -> None:
    comments = ps(
        tuple(f"I took it {n} times myself, {t}" for n, t in enumerate(STORY))
    )
    html = page(
        f"<article><h1>{HEADLINE}</h1>{ps(STORY[:3])}</article>"
        f'<div id="comments"><h3>8 comments</h3><div '
        f'class="comment">{comments}</div></div>'
    )
    assert paragraphs(read(html)) == list(STORY[:3])


def test_a_very_short_page_does_not_give_its_menu() -> None:
    menu = '<nav><a href="/">Home</a> <a href="/n">News</a></nav>'
    html = page(
        f"{menu}<article><h1>Flood hits town</h1><p>The river rose.</p></article>", ""
    )
    assert read(html).text == "Flood hits town\n\nThe river rose."


def test_two_articles_on_a_page_are_not_joined() -> None:
    other = (
        "Another quay",
        (
            (
                "The harbour of Nes was dredged for 12 days in the autumn, and "
                "it took all the money that the county had."
            ),
        )
        * 3,
    )
    html = page(
        f"<main><article><h1>{HEADLINE}</h1>{ps()}</article>"
        f"<article><h1>{other[0]}</h1>{ps(other[1])}</article></main>",
        METAS
        + ld(headline=other[0], mainEntityOfPage="https://harbourpost.example/other")
        + ld(),
    )
    article = read(html)
    assert paragraphs(article) == list(STORY)
    assert "left out: 1 further article" in article.notes


def test_the_page_s_own_of_two_articles_may_stand_second() -> None:
    html = page(
        f"<main><article><h1>Another quay</h1>{ps(STORY[::-1])}</article>"
        f"<article><h1>{HEADLINE}</h1>{ps()}</article></main>"
    )
    assert paragraphs(read(html)) == list(STORY)


def test_a_text_that_stands_twice_is_left_as_it_is() -> None:
    doubled = tuple(text for text in STORY for _ in range(2))
    article = read(page(f"<article><h1>{HEADLINE}</h1>{ps(doubled)}</article>"))
    assert paragraphs(article) == list(doubled)


def test_a_copy_for_telephones_is_shown_once_and_said() -> None:
    html = page(
        f"<main><h1>{HEADLINE}</h1><div class='desktop'>{ps()}</div>"
        f"<div class='mobile'>{ps()}</div></main>"
    )
    article = read(html)
    assert paragraphs(article) == list(STORY)
    assert any("more than once" in note for note in article.notes)


# --- behind a paywall, live ----------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("\n\n".join(STORY), 8),
        ("\n".join(STORY), 8),
        ("".join(f"<p>{text}</p>" for text in STORY), 8),
        ("".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in STORY), 8),
        (" ".join(STORY), 1),
    ],
)
@pytest.mark.parametrize("shown", [1, 3])
def test_behind_a_paywall_the_whole_text_is_taken_from_json_ld(
    body: str, count: int, shown: int
) -> None:
    html = page(
        f"<article><h1>{HEADLINE}</h1>{ps(STORY[:shown])}"
        '<div class="paywall"><p>Subscribe to read on</p><a '
        'href="/s">Subscribe</a></div>'
        "</article>",
        METAS + ld(articleBody=body, isAccessibleForFree=False),
    )
    article = read(html)
    assert len(paragraphs(article)) == count
    assert " ".join(paragraphs(article)) == " ".join(STORY)
    assert any("search engines" in note for note in article.notes)


def test_a_teaser_in_json_ld_does_not_replace_the_text() -> None:
    html = page(
        f"<article><h1>{HEADLINE}</h1>{ps()}</article>", ld(articleBody=STORY[0])
    )
    assert paragraphs(read(html)) == list(STORY)


def test_a_page_that_is_not_free_is_said_to_be_a_part_perhaps() -> None:
    html = page(
        f"<article><h1>{HEADLINE}</h1>{ps(STORY[:2])}</article>",
        ld(isAccessibleForFree="False"),
    )
    assert any("not free" in note for note in read(html).notes)


POSTS = (
    ("18.42", "The ship casts off", "The Sigrid has left the quay for the last time."),
    ("18.20", "A band plays", "A brass band has begun to play on the quay at Sandvik."),
    ("17.55", None, "Some 300 people have come so far, and more arrive by bus."),
)
LIVE = ld(
    **{
        "@type": "LiveBlogPosting",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": head,
             "datePublished": f"2031-03-04T{clock}",
             "articleBody": text}
            for clock, head, text in POSTS
        ],
    }
)  # fmt: skip


def test_a_live_blog_is_one_article_of_all_its_posts_with_their_times() -> None:
    posts = "".join(
        f'<article class="live-post" id="p{n}"><time '
        f'datetime="2031-03-04T{clock}">{clock}'
        f"</time>{f'<h2>{head}</h2>' if head else ''}<p>{text}</p></article>"
        for n, (clock, head, text) in enumerate(POSTS)
    )
    html = page(f"<main><h1>{HEADLINE}</h1><div>{posts}</div></main>", METAS + LIVE)
    article = read(html)
    assert with_roles(article) == [
        (HEADLINE, Role.HEADLINE),
        ("18.42", Role.DATELINE),
        ("The ship casts off", Role.SUBHEADING),
        (POSTS[0][2], None),
        ("18.20", Role.DATELINE),
        ("A band plays", Role.SUBHEADING),
        (POSTS[1][2], None),
        ("17.55", Role.DATELINE),
        (POSTS[2][2], None),
    ]
    assert article.about.title == HEADLINE
    assert any("3 posts" in note for note in article.notes)


def test_a_live_blog_without_posts_gives_those_of_its_data() -> None:
    html = page(f"<main><h1>{HEADLINE}</h1><div id='root'></div></main>", METAS + LIVE)
    article = read(html)
    assert [t for t, role in with_roles(article) if role is None] == [
        p[2] for p in POSTS
    ]
    assert any("live blog" in note for note in article.notes)


# --- what a page says of itself ------------------------------------------------------


def about(head: str = "", body: str = "", url: str | None = None) -> About:
    html = page(f"<article><h1>{HEADLINE}</h1>{body}{ps()}</article>", head)
    return read(html, url).about


def test_a_broken_block_of_json_ld_loses_no_other() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "a":</script>'
    assert about(broken + ld()).author == "Marta Lind"


def test_json_ld_may_be_a_graph_with_references() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Site"},
            {"@type": ["Article", "NewsArticle"], "headline": HEADLINE,
             "author": {"@id": "#ml"}, "publisher": {"@id": "#org"},
             "datePublished": "2031-03-04T07:15:00+01:00", "inLanguage": "en-GB"},
            {"@type": "Person", "@id": "#ml", "name": "Marta Lind"},
            {"@type": "Organization", "@id": "#org", "name": "Harbour Post"},
        ],
    }  # fmt: skip
    block = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    found = about(block)
    assert (found.outlet, found.author) == ("Harbour Post", "Marta Lind")
    assert (found.published, found.language) == ("2031-03-04T07:15:00+01:00", "en-gb")


@pytest.mark.parametrize(
    "block",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "{};",
        "[{}]",
        '{{"@graph": [{}]}}',
        '{{"@type": "WebPage", "mainEntity": {}}}',
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(block: str) -> None:
    item = (
        ld()
        .removeprefix('<script type="application/ld+json">')
        .removesuffix("</script>")
    )
    script = f'<script type="application/ld+json">{block.format(item)}</script>'
    assert about(script).author == "Marta Lind"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Marta Lind", "Marta Lind"),
        ("By Marta Lind; Health Correspondent", "Marta Lind"),
        ("Marta Lind and Per Ek", "Marta Lind, Per Ek"),
        ("Marta Lind, Per Ek, Senior Reporter", "Marta Lind, Per Ek"),
        ({"@type": "Person", "name": "Marta Lind"}, "Marta Lind"),
        ([{"name": "Marta Lind"}, {"name": ["Per Ek"]}], "Marta Lind, Per Ek"),
        (["Marta Lind", "Marta Lind"], "Marta Lind"),
        ("Marta Lind in Sandvik", "Marta Lind"),
        ("Lind, Marta", "Lind, Marta"),
        ("Harbour Post", None),
        ("Political Editor", None),
        ("Analysis by Marta Lind", "Marta Lind"),
        ("https://harbourpost.example/staff/1", None),
        ({"@type": "Organization", "name": "Harbour Post"}, None),
        (None, None),
        (7, None),
    ],
)
def test_authors_are_people_apart_from_posts(author: object, expected: object) -> None:
    assert about(ld(author=author)).author == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ex-minister jailed - Harbour Post", "Ex-minister jailed"),
        ("Ex-minister jailed | Harbour Post", "Ex-minister jailed"),
        ("Ex-minister jailed — The Harbour Post", "Ex-minister jailed"),
        ("Harbour Post | Ex-minister jailed", "Ex-minister jailed"),
        ("Ex-minister jailed - court - Harbour Post", "Ex-minister jailed - court"),
        ("Ferry 2-1 - a night on Holm", "Ferry 2-1 - a night on Holm"),
        ("Ex-minister jailed - harbourpost.example", "Ex-minister jailed"),
        ("Ex-minister-to-be", "Ex-minister-to-be"),
    ],
)
def test_titles_are_cut_only_at_the_name_of_the_site(
    title: str, expected: object
) -> None:
    html = (
        f"<html><head><title>{title}</title><link rel=canonical href='{ADDRESS}'>"
        f"<meta property='og:site_name' content='Harbour "
        f"Post'></head><body>{ps()}</body>"
    )
    assert read(html).about.title == expected


def test_the_outlet_is_the_host_where_nothing_else_tells() -> None:
    html = f"<html><body><h1>{HEADLINE}</h1>{ps()}</body></html>"
    assert read(html, "https://www.nes.example/a/b?c=1").about.outlet == "nes.example"
    assert read(html).about.outlet is None


@pytest.mark.parametrize(
    ("comment", "address"),
    [
        (("<!--\n Page saved with SingleFile \n url: https://nes.example/a/b \n"
         " saved date: Tue Mar 04 2031 -->"), "https://nes.example/a/b"),
        ("<!-- saved from url=(0023)https://nes.example/a/b -->",
         "https://nes.example/a/b"),
    ],
)  # fmt: skip
def test_the_address_that_a_browser_wrote_into_a_saved_page(
    comment: str, address: str
) -> None:
    html = (
        f"<!DOCTYPE html> <html>{comment}<body><h1>{HEADLINE}</h1>{ps()}</body></html>"
    )
    assert read(html).about.url == address
    before = f"{comment}\n<html><body><h1>{HEADLINE}</h1>{ps()}</body></html>"
    assert is_page(before.encode())


def test_a_canonical_address_that_is_the_front_page_is_a_fault() -> None:
    head = '<link rel="canonical" href="https://nes.example/">'
    assert about(head, url="https://nes.example/a/b").url == "https://nes.example/a/b"
    relative = '<link rel="canonical" href="/a/c">'
    assert (
        about(relative, url="https://nes.example/a/b").url == "https://nes.example/a/c"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "http://["]
)
def test_only_web_addresses_are_addresses(url: str) -> None:
    assert about(f'<link rel="canonical" href="{url}">').url is None


# --- dates ---------------------------------------------------------------------------

DAY_BEFORE = "https://nes.example/2031/03/07/ferry"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta name="parsely-pub-date" content="2031-03-05">', "", "2031-03-05"),
        ('<meta property="article:published_time" content="1989-11-09T20:00:00+01:00">',
         "", "1989-11-09T20:00:00+01:00"),
        ("", '<time datetime="2031-03-05T22:31:00+03:00">5 March</time>',
         "2031-03-05T22:31:00+03:00"),
        ("", "<p>Published 5 March 2031</p>", "2031-03-05"),
        ("", '<div class="date">5 March 2031, 22:31</div>', "2031-03-05T22:31"),
        ("", '<p class="byline">By Marta Lind, 5 March 2031</p>', "2031-03-05"),
        ("", "", "2031-03-07"),
    ],
)  # fmt: skip
def test_the_page_s_own_date_comes_before_the_day_in_its_address(
    head: str, body: str, published: str
) -> None:
    found = about(head, body, DAY_BEFORE)
    assert (found.published, found.unsure_date) == (published, None)


def test_what_systems_write_where_no_date_was_given_is_none() -> None:
    never = '<meta property="article:published_time" content="0001-01-01T00:00:00">'
    assert (
        about(never, "<p>By Marta Lind on 5 March 2031</p>").published == "2031-03-05"
    )


def test_a_day_that_only_the_address_tells_is_said() -> None:
    html = page(f"<article><h1>{HEADLINE}</h1>{ps()}</article>", "")
    assert any("address" in note for note in read(html, DAY_BEFORE).notes)


def test_the_date_line_is_not_in_the_text() -> None:
    html = page(
        f"<article><h1>{HEADLINE}</h1><p>By Marta Lind</p><p>Published 5 March 2031</p>"
        f"{ps()}</article>",
        "",
    )
    article = read(html)
    assert paragraphs(article) == list(STORY)
    assert article.about.author == "Marta Lind"


def test_a_dateline_in_a_class_of_that_name_is_text() -> None:
    line = "SANDVIK (Own report) – The ferry is gone, and nobody will bring it back."
    assert told(f'<p class="dateline">{line}</p>') == [line]


def test_a_date_in_figures_that_can_be_read_in_two_ways_is_unsure() -> None:
    found = about("", "<p>Published 5/9/2031</p>")
    assert (found.published, found.unsure_date) == (None, "5/9/2031")
    found = about("", "<p>Published 13/9/2031</p>")
    assert (found.published, found.unsure_date) == ("2031-09-13", None)


def test_no_date_is_taken_from_a_footer_or_from_the_text() -> None:
    html = page(
        f"<article><h1>{HEADLINE}</h1>{ps(STORY[:4])}<p>The hearing is on <time "
        'datetime="2031-05-06">6 May</time>, under a law of 12 March '
        "1998.</p></article>"
        "<footer>(c) 2021. Page of 1 January 2021</footer>",
        "",
    )
    assert read(html).about.published is None


def test_updated_is_apart_from_published() -> None:
    found = about(ld())
    assert (found.published, found.updated) == (
        "2031-03-04T07:15:00+01:00",
        "2031-03-04T09:40:00+01:00",
    )
    same = about(ld(dateModified="2031-03-04T06:15:00Z"))
    assert same.updated is None
    body = "<p>Published 5 March 2031 | Updated 6 March 2031</p>"
    seen = about("", body)
    assert (seen.published, seen.updated) == ("2031-03-05", "2031-03-06")


# --- charsets ------------------------------------------------------------------------

ACCENTS = "Die Brücke über den Fjord – “zu” – kostet 5 €, sagt José Æbelø im Café."


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("us-ascii", "utf-8"),
        ("no-such-charset", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-16"),
        ("iso-8859-1", "utf-8-sig"),
        ("base64", "utf-8"),
    ],
)
def test_a_wrong_charset_does_no_harm(charset: str, encoding: str) -> None:
    html = (
        f'<html><head><meta charset="{charset}"></head><body><h1>{HEADLINE}</h1>'
        f"<p>{ACCENTS}</p>{ps(STORY[:2])}</body></html>"
    )
    assert ACCENTS in paragraphs(read(html.encode(encoding)))


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Мост закрыт до весны, сказал мэр города."),
        ("gb2312", "gbk", "北京说这座桥到春天才会重新开放。"),
        ("shift_jis", "cp932", "橋は春まで閉鎖されると市長が述べた。"),
        ("iso-2022-jp", "iso2022_jp", "橋は春まで閉鎖されると市長が述べた。"),
    ],
)
def test_a_declared_charset_is_read(declared: str, encoding: str, words: str) -> None:
    html = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; '
        f'charset={declared}"></head><body><h1>{words}</h1><p>{words}</p>'
        f"<p>{words * 4}</p></body></html>"
    )
    assert words in paragraphs(read(html.encode(encoding)))[-1]


def test_the_charset_of_http_comes_before_the_page_s() -> None:
    html = (
        '<html><head><meta charset="windows-1252"></head><body><p>Мост закрыт до весны.'
    )
    data = html.encode("cp1251")
    article = article_of(data, name="page.html", charset="windows-1251")
    assert "Мост закрыт" in article.text


# --- pages that are no article -------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (("<html><body><noscript>You need to enable JavaScript to run this "
          "app.</noscript>"
         "<div id=root></div></body></html>"), "JavaScript"),
        (("<html><head><title>Just a moment...</title></head><body><p>Verify "
          "that you are "
         "human</p></body></html>"), "whether you are a person"),
        (("<html><head><title>404 Not Found</title></head><body><h1>Not "
          "Found</h1><p>The "
         "page could not be found.</p></body></html>"), "error"),
        (("<html><head><title>Log in</title></head><body><h1>Log in</h1><form><input "
         "name=u><input type=password></form><p>Forgot "
         "it?</p></body></html>"), "log in"),
        (('<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html">'
         "</frameset></html>"), "frames"),
        ("<html><body></body></html>", "no article"),
        ("<!DOCTYPE html><html><head><title>x</title></head></html>", "no article"),
        (page(f"<nav></nav><main><h1>News</h1>{links('h2')}{links('h3')}"
              "<h2><a href='/9'>Nine ways to cook a cod</a></h2></main>", ""), "lists"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_article_is_refused_in_one_sentence(
    html: str, words: str
) -> None:
    assert words in refused(html)


def test_the_front_of_a_site_is_refused_however_long_its_summaries() -> None:
    teasers = "".join(
        f'<section><h3><a href="/news/{n}">{title} {n}</a></h3><i>Coast</i></section>'
        + (f"<p>{STORY[n]} As told to the paper by a person.</p>" if n < 3 else "")
        for n, title in enumerate(OTHERS * 2)
    )
    front = page(f"<main>{teasers}</main>", "")
    with pytest.raises(SourceError, match="lists articles"):
        read(front, "https://www.post.example/")
    assert read(front, "https://www.post.example/ferry").text


def test_a_story_under_the_address_of_its_site_is_read_however_many_links() -> None:
    links = "".join(
        f'<h3><a href="/news/{n}">{title} {n}</a></h3>'
        for n, title in enumerate(OTHERS * 4)
    )
    story = page(f"<main><h1>{HEADLINE}</h1>{ps()}</main><div>{links}</div>", "")
    for address in ("https://www.post.example/", "https://www.post.example"):
        assert STORY[0] in read(story, address).text


def test_a_fact_in_a_box_is_not_when_the_page_was_published() -> None:
    box = (
        "<table class=infobox><tr><th>First sailed</th><td>27 May 2009 <span "
        'class="bday dtstart published">2009-05-27</span></td></tr></table>'
    )
    one = read(page(f"<article><h1>{HEADLINE}</h1>{box}{ps()}</article>", ""))
    assert one.about.published is None


def test_a_section_front_with_summaries_is_refused() -> None:
    teasers = "".join(
        f"<article><h2><a href='/{n}'>{title}</a></h2><p>{STORY[n][:70]}</p></article>"
        for n, title in enumerate(
            (*OTHERS, "A fifth thing happened here", "And so did six")
        )
    )
    assert "lists" in refused(page(f"<main><h1>Coast</h1>{teasers}</main>", ""))


def test_a_story_about_an_error_or_javascript_is_a_story() -> None:
    html = page(
        f"<article><h1>Page not found: how a 404 became art</h1>{ps()}</article>", ld()
    )
    assert paragraphs(read(html)) == list(STORY)


@pytest.mark.parametrize(
    "data", [b"<html>", b"<!DOCTYPE html>", b"<html><p>", b"<html>\0"]
)
def test_nothing_much_is_refused(data: bytes) -> None:
    refused(data)


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(SourceError, match="empty"):
        read(b" \n ")


@pytest.mark.parametrize("depth", [200, 5_000, 100_000])
def test_deep_nesting_ends_soon(depth: int) -> None:
    html = (
        f"<html><body><h1>{HEADLINE}</h1>{ps()}{'<div>' * depth}deep{'</div>' * depth}"
    )
    begin = time.process_time()
    article = read(html)
    assert paragraphs(article)[:8] == list(STORY)
    assert any("deeply" in note for note in article.notes) == (depth > 250)
    assert time.process_time() - begin < 20


def test_deeply_nested_json_ld_is_a_broken_block() -> None:
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert about(deep + ld()).author == "Marta Lind"


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>'
        f"<h1>{HEADLINE}</h1>{ps()}<p>The end is &b; and &x; here, said the clerk.</p>"
    )
    article = read(bomb)
    assert "aaaa" not in article.text
    assert "root:" not in article.text


def test_a_page_of_a_million_links_ends() -> None:
    html = page(f"<h1>x</h1>{'<a href=/a>b</a> ' * 20_000}{ps()}", "")
    assert STORY[0] in read(html).text


def test_scripts_and_styles_are_no_text() -> None:
    assert told("<script>document.write('<p>No</p>')</script><style>p{}</style>") == []
