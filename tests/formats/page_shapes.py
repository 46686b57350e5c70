"""Invented articles in pages of different systems, with what must come out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

HEADLINE: Final = "Ferry service to Holm island ends after 140 years"
SITE: Final = "Harbour Post"
ADDRESS: Final = "https://www.harbourpost.example/news/2031/03/04/ferry-ends"
STORY: Final = (
    (
        "The last ferry to Holm island left the quay at Sandvik on Monday "
        "evening, ending a "
        "service that had run since 1891."
    ),
    "About 300 people came to watch, and a brass band played as the ship cast off.",
    (
        "“My grandfather was a stoker on the first one,” said Ingrid Dahl, 71, who had "
        "taken the boat to school every day."
    ),
    (
        "The county decided in November to close the line, which lost 2.4 "
        "million crowns last "
        "year, and to run a bus over the new bridge instead."
    ),
    "Few protested.",
    (
        "Traders on the island fear for their summer guests. The bus takes "
        "50 minutes, the "
        "ferry took 20, and it does not run after 9 p.m."
    ),
    (
        "Transport commissioner Per Holt said that the county would look "
        "at the timetable "
        "again in June, once the first figures were known."
    ),
    "The ship itself, the Sigrid, will be sold to a museum in the north of the county.",
)
OTHERS: Final = (
    "Council votes for a new swimming hall",
    "Fishermen count fewer cod than last spring",
    "School in Sandvik wins a prize for its garden",
    "Why the lighthouse keeper will not leave",
)
"""Headlines of other stories, which every page links to."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A page and what must come out of it."""

    html: str
    paragraphs: tuple[str, ...] = STORY
    """All but the headline, in order."""
    captions: tuple[str, ...] = ()
    """Those of them that are captions."""
    title: str = HEADLINE
    outlet: str = SITE
    author: str | None = "Marta Lind"
    published: str | None = "2031-03-04T07:15:00+01:00"


def ps(texts: tuple[str, ...] = STORY, attributes: str = "") -> str:
    """Texts as paragraphs."""
    return "\n".join(f"<p{attributes}>{text}</p>" for text in texts)


def links(tag: str = "li") -> str:
    """Links to other stories."""
    return "\n".join(
        f'<{tag}><a href="/news/{n}">{title}</a></{tag}>'
        for n, title in enumerate(OTHERS)
    )


def ld(**more: object) -> str:
    """A script of JSON-LD that says what the page is."""
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2031-03-04T07:15:00+01:00",
        "dateModified": "2031-03-04T09:40:00+01:00",
        "author": {"@type": "Person", "name": "Marta Lind"},
        "publisher": {"@type": "Organization", "name": SITE},
        "mainEntityOfPage": ADDRESS,
        **more,
    }
    text = json.dumps(item, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


METAS: Final = f"""
<meta property="og:type" content="article">
<meta property="og:title" content="{HEADLINE}">
<meta property="og:site_name" content="{SITE}">
<meta property="article:published_time" content="2031-03-04T07:15:00+01:00">
<meta name="author" content="Marta Lind">
<link rel="canonical" href="{ADDRESS}">
"""
MENU: Final = (
    '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/n">News</a></li>\
<li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul>'
)


def page(body: str, head: str = METAS, html: str = "<html lang=en>") -> str:
    """A page."""
    return (
        f'<!DOCTYPE html>\n{html}<head><meta charset="utf-8">'
        f"<title>{HEADLINE} - {SITE}</title>{head}</head><body>{body}</body></html>"
    )


_WORDPRESS = page(
    f"""
<div id="page"><header id="masthead" class="site-header"><h1 class="site-title">
<a href="/">{SITE}</a></h1><nav class="main-navigation">{MENU}</nav></header>
<div id="primary"><main id="main"><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date
published" datetime="2031-03-04T07:15:00+01:00">March 4, 2031</time></span>
<span class="byline">by <a class="url fn n" href="/author/m">Marta Lind</a></span></div>
</header><div class="entry-content">{ps()}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul>
<li><a href="/?share=x">X</a></li><li><a href="/?share=f">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{
        links("p")
    }</div></div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/tag/a">ferry</a>,
<a href="/tag/b">Holm</a></span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{
        HEADLINE
    }”</h2><ol class="comment-list"><li class="comment"><p>I shall miss the old boat,
and I
am sure that I am not the only one who thinks so about all this.</p></li></ol>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3>
<form class="comment-form"><textarea></textarea></form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2>
<ul>{links()}</ul></section></aside>
<footer id="colophon" class="site-footer">© 2021 {
        SITE
    }. Proudly made here.</footer></div>
"""
)

_ARC = page(
    f"""
<div id="fusion-app"><header class="site-header"><a href="/">{SITE}</a>{MENU}</header>
<main class="article-page"><div class="headline-container"><h1 class="headline">{
        HEADLINE
    }</h1><h2 class="subheadline">The county ran out of money, and the island of
guests, and
nobody stopped either of them.</h2></div><div class="byline-container"><span
class="byline">By <a href="/staff/m">Marta Lind</a></span><span
class="timestamp">Mar. 4,
2031 at 7:15 a.m.</span></div><figure class="lead-art"><img src="a.jpg"><figcaption>The
Sigrid on her last voyage.<span class="credit"> (Ole
Brandt)</span></figcaption></figure>
<article class="article-body">{ps(STORY[:4], ' class="article-text"')}
<div class="inline-newsletter-promo newsletter"><h4>Get the morning letter</h4>
<form><input type="email" placeholder="Address"><button>Sign up</button></form></div>
{ps(STORY[4:6], ' class="article-text"')}
<div class="interstitial-link">[ <a href="/news/1">{OTHERS[1]}</a> ]</div>
<div class="ad-unit ad-slot">Advertisement</div>
{ps(STORY[6:], ' class="article-text"')}</article>
<div class="author-bio"><img src="m.jpg"><p>Marta Lind writes about the coast and the
islands for the paper. She has done so since 2019.</p></div>
<section class="most-read"><h3>Most Read</h3><ol>{links()}</ol></section></main>
<footer>© 2031 {SITE}</footer></div>
""",
    METAS + ld(),
)
_ARC_PARAGRAPHS = (
    (
        "The county ran out of money, and the island of guests, and nobody "
        "stopped either of "
        "them."
    ),
    "The Sigrid on her last voyage. (Ole Brandt)",
    *STORY,
)

_DRUPAL = page(
    f"""
<div class="dialog-off-canvas-main-canvas"><header role="banner"><nav role="navigation"
class="menu--main">{MENU}</nav></header><main role="main"><div class="layout-content">
<div class="block-system-breadcrumb-block"><nav class="breadcrumb"><ol><li><a
href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav></div>
<div class="block block-page-title-block"><h1 class="page-title"><span
class="field field--name-title">{HEADLINE}</span></h1></div>
<article role="article" class="node node--type-article"><footer class="node__meta">
<div class="node__submitted">Submitted by <span class="field--name-uid">Marta
Lind</span>
on <span class="field--name-created">Tue, 03/04/2031 - 07:15</span></div></footer>
<div class="node__content"><div class="clearfix text-formatted field field--name-body
field--type-text-with-summary">{ps(STORY[:5])}<h2>What comes next</h2>{ps(STORY[5:])}
</div><div class="field field--name-field-tags"><div class="field__label">Tags</div>
<div class="tags"><a href="/t/1">Ferry</a> <a href="/t/2">Islands</a></div></div>
<section class="field--name-comment comment-wrapper"><h2>Add new comment</h2><form
class="comment-form"><textarea></textarea></form></section></div></article></div>
<aside class="layout-sidebar-second"><div class="block views-block"><h2>Latest</h2><ul>{
        links()
    }</ul></div></aside></main></div>
"""
)

_BLOCKS = page(
    f"""
<div id="__next"><nav aria-label="Main">{MENU}</nav><main id="main-content"><article>
<div data-component="headline-block"><h1 class="sc-a">{HEADLINE}</h1></div>
<div data-component="byline-block" class="sc-b"><time
datetime="2031-03-04T06:15:00.000Z"
>3 hours ago</time><span>Marta Lind</span><span>Coast reporter</span></div>
<div data-component="image-block"><figure><img src="a.jpg"><figcaption>The brass band on
the quay</figcaption></figure></div>
{
        "".join(
            f'<div data-component="text-block" class="sc-c"><p '
            f'class="sc-d">{t}</p></div>'
            for t in STORY[:5]
        )
    }<div data-component="links-block" class="sc-e"><p>More on this story</p><ul>{
        links()
    }</ul></div><div data-component="subheadline-block"><h2 class="sc-f">Empty beds</h2>
</div>{
        "".join(
            f'<div data-component="text-block" class="sc-c"><p '
            f'class="sc-d">{t}</p></div>'
            for t in STORY[5:]
        )
    }<div data-component="topic-list" class="topics"><ul><li><a
href="/t/1">Ferries</a></li>
<li><a
href="/t/2">Sandvik</a></li></ul></div></article></main><footer>Copyright</footer>
</div>
""",
    METAS + ld(),
)

_COMPANION = page(
    f"""
<div id="app"><header><nav>{MENU}</nav></header><main id="site-content"><article
id="story" class="css-1"><header class="css-2"><div class="css-3"><h1 class="css-4">{
        HEADLINE
    }</h1><p id="article-summary" class="css-5">For most islanders it was the way to
school.</p></div><div class="css-6"><div class="css-7"><p class="css-8"><span
class="byline-prefix">By </span><span itemprop="name">Marta Lind</span></p><ul
class="css-9"><li><time datetime="2031-03-04T07:15:00+01:00">March 4, 2031</time></li>
</ul></div></div></header><section name="articleBody" itemprop="articleBody">{
        "".join(
            f'<div class="css-10 StoryBodyCompanionColumn"><div '
            f'class="css-11">{ps(part)}'
            f'</div><aside class="css-12"></aside></div><div><div id="story-ad-{n}"'
            ' class="ad-wrapper">Advertisement</div></div>'
            for n, part in enumerate((STORY[:3], STORY[3:6], STORY[6:]))
        )
    }</section><div class="bottom-of-article"><div class="css-13"><p>Marta Lind is a
reporter for the paper.</p></div></div></article></main><section id="more-in"
class="related-coverage"><h2>More in Coast</h2>{links("h3")}</section></div>
""",
    METAS + ld(),
)
_COMPANION_PARAGRAPHS = ("For most islanders it was the way to school.", *STORY)

_AMP = page(
    f"""
<amp-sidebar id="menu">{MENU}</amp-sidebar><header class="amp-header">{SITE}</header>
<amp-consent id="c"><div><p>We value your privacy. We and our 812 partners store
cookies.
</p><button>Accept</button></div></amp-consent><article><h1>{HEADLINE}</h1>
<div class="meta"><span class="author">By Marta Lind</span> <time
datetime="2031-03-04T07:15:00+01:00">4 March 2031</time></div><amp-img src="a.jpg"
width="3" height="2"></amp-img>{ps(STORY[:4])}<amp-ad width=300></amp-ad>{ps(STORY[4:])}
<amp-social-share type="email"></amp-social-share></article>
<amp-list class="more-stories">{links("div")}</amp-list>
""",
    METAS + ld(),
    "<html ⚡ lang=en>",
)

_TABLES = page(
    f"""
<table width=760><tr><td colspan=3><img src="logo.gif" alt="{SITE}"></td></tr><tr><td
width=120><a href="/">Home</a><br><a href="/n">News</a><br><a href="/s">Sport</a></td>
<td width=500><font size=5><b>{HEADLINE}</b></font><br><br>
<font size=2>{"<br><br>".join(STORY)}</font></td><td width=140><b>Other news</b><br>{
        "<br>".join(f'<a href="/{n}">{title}</a>' for n, title in enumerate(OTHERS))
    }</td></tr><tr><td colspan=3><font size=1>(c) 2021 {SITE}</font></td></tr></table>
""",
    METAS,
)

_GHOST = page(
    f"""
<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation">{
        MENU
    }</header>
<main class="gh-main"><article class="gh-article post tag-news"><header
class="gh-article-header"><a class="gh-article-tag" href="/tag/coast">Coast</a><h1
class="gh-article-title">{HEADLINE}</h1><p class="gh-article-excerpt">A farewell, with a
brass band.</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a
href="/author/m">Marta Lind</a></h4><div class="gh-article-meta-content"><time
class="gh-article-meta-date" datetime="2031-03-04">Mar 4, 2031</time><span
class="gh-article-meta-length">— 3 min read</span></div></div></header><section
class="gh-content gh-canvas">{ps(STORY[:3])}<blockquote>{STORY[3]}</blockquote>{
        ps(STORY[4:])
    }<div class="kg-card kg-signup-card"><h2>Sign up for more like
this.</h2><form><input
type="email"><button>Subscribe</button></form></div></section></article>
<section class="gh-read-more"><h4>Read more</h4>{
        links("article")
    }</section></main></div>
""",
    METAS,
)
_GHOST_PARAGRAPHS = ("A farewell, with a brass band.", *STORY)

_FACTS = page(
    f"""
<div class="page"><div class="content"><article itemscope
itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline"><span
class="kicker">Farewell</span> {HEADLINE}</h1><p class="byline">By <span
itemprop="author">Marta Lind</span>, Coast Correspondent</p><meta
itemprop="datePublished" content="2031-03-04T07:15:00+01:00"><div
itemprop="articleBody">{ps(STORY[:4])}<aside class="factbox"><h3>The line in
figures</h3>
<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>1991</td><td>210,000</td></tr>
<tr><td>2030</td><td>38,000</td></tr></table></aside>{ps(STORY[4:6])}<ul><li>The bus
costs
40 crowns.</li><li>Children ride free.</li></ul>{ps(STORY[6:])}</div></article>
<div class="teasers">{links("h3")}</div></div></div>
""",
    METAS,
)
_FACTS_PARAGRAPHS = (
    *STORY[:4],
    "The line in figures",
    "Year | Passengers",
    "1991 | 210,000",
    "2030 | 38,000",
    *STORY[4:6],
    "The bus costs 40 crowns.",
    "Children ride free.",
    *STORY[6:],
)

_CHUNKS = page(
    f"""
<header class="site"><nav>{MENU}</nav></header><main><article class="story"><h1>{
        HEADLINE
    }</h1><div class="chunks">{
        "".join(
            f'<div class="grid"><div class="body-part">{ps(part)}</div></div><div '
            'class="ad ad--mid">Ad</div>'
            for part in (STORY[:2], STORY[2:4], STORY[4:6], STORY[6:])
        )
    }</div></article><div class="recirc">{links("div")}</div></main>
""",
    METAS + ld(),
)

_DIVISIONS = page(
    f"""
<div class="top">{MENU}</div><div class="wrap"><h1>{HEADLINE}</h1><div class="info">
Marta Lind | 4 March 2031</div><div class="textblock">{
        "".join(f"<div>{text}</div>" for text in STORY)
    }</div><div class="box"><b>Read also</b>{links("div")}</div></div><div class="foot">
Harbour Post, 1 Quay Street</div>
""",
    METAS,
)

_GERMAN = page(
    f"""
<div class="cookie-layer cmp-container"><p>Wir verwenden Cookies, um Inhalte und
Anzeigen zu personalisieren.</p><button>Zustimmen</button></div><header
class="page-header"><nav>{MENU}</nav></header><main><article class="article"><header
class="article__header"><h1><span class="article__kicker">Holm</span>
<span class="article__headline">{HEADLINE}</span></h1><p
class="article__intro teaser">Eine Linie, die es seit 1891 gab, ist Geschichte.</p>
<p class="article__meta">Von <a href="/autor/ml">Marta Lind</a></p><time
class="article__date" datetime="2031-03-04T07:15:00+01:00">4. März 2031, 7:15 Uhr</time>
</header><div class="article__body">{ps(STORY[:4])}<aside class="article__related
related-links"><h3>Mehr zum Thema</h3><ul>{links()}</ul></aside>{ps(STORY[4:])}</div>
<div class="social-share-bar"><a href="#x">Teilen</a><a href="/y">Merken</a></div>
</article></main>
""",
    METAS.replace("<link", '<meta property="og:locale" content="de_DE"><link'),
    '<html lang="de">',
)
_GERMAN_PARAGRAPHS = ("Eine Linie, die es seit 1891 gab, ist Geschichte.", *STORY)

_GALLERY = page(
    f"""
<div class="site"><div class="nav-bar nav">{MENU}</div><div class="article-wrap">
<h1 class="asset-headline">{
        HEADLINE
    }</h1><p class="asset-byline byline">Marta Lind, Staff
Writer</p><p class="asset-timestamp timestamp">Published 7:15 am, Tuesday, March 4,
2031</p><div class="gallery slideshow"><div class="slide"><p>Photo: Ole
Brandt</p><p>Image
1 of 9</p><p>The band played the old harbour march as the ship cast off on Monday.</p>
</div><div class="slide"><p>Photo: Ole Brandt</p><p>Image 2 of 9</p></div></div>
<div class="article-text">{
        ps()
    }</div><div class="recommended"><h4>You may also like</h4>{
        links("p")
    }</div></div></div>
""",
    METAS,
)

_READER = f"""<!DOCTYPE html><html><head><title>{HEADLINE}</title>
<link rel="stylesheet" href="chrome://global/skin/aboutReader.css"></head><body
class="light"><div class="toolbar-container"><ul class="toolbar reader-toolbar"><button
class="close-button">Close</button></ul></div><div class="container" lang="en"
dir="ltr">
<div class="header reader-header" style="display: block;"><a class="domain
reader-domain"
href="{ADDRESS}">harbourpost.example</a><div class="domain-border"></div><h1
class="reader-title">{HEADLINE}</h1><div class="credits reader-credits">Marta Lind</div>
<div class="meta-data"><div class="reader-estimated-time" data-l10n-id="x">1
minute</div></div></div><hr><div class="content"><div class="moz-reader-content
reader-show-element"><div id="readability-page-1" class="page">{ps()}</div></div></div>
</div></body></html>"""

_FORM = page(
    f"""
<form id="aspnetForm" method="post"><div id="header">{MENU}</div><div
id="ctl00_main"><h1>{HEADLINE}</h1><div class="date">04.03.2031</div><div
class="bodytext">{ps()}</div></div><div class="footer">© 2021 {SITE}</div></form>
""",
    f'<meta property="og:site_name" content="{SITE}"><meta name="author" '
    f'content="Marta Lind"><link rel="canonical" href="{ADDRESS}">',
)

SHAPES: Final = {
    "wordpress": Shape(_WORDPRESS),
    "arc": Shape(_ARC, _ARC_PARAGRAPHS, _ARC_PARAGRAPHS[1:2]),
    "drupal": Shape(_DRUPAL, (*STORY[:5], "What comes next", *STORY[5:])),
    "blocks": Shape(
        _BLOCKS,
        ("The brass band on the quay", *STORY[:5], "Empty beds", *STORY[5:]),
        ("The brass band on the quay",),
    ),
    "companion": Shape(_COMPANION, _COMPANION_PARAGRAPHS),
    "amp": Shape(_AMP),
    "tables": Shape(_TABLES),
    "ghost": Shape(_GHOST, _GHOST_PARAGRAPHS),
    "facts": Shape(_FACTS, _FACTS_PARAGRAPHS),
    "chunks": Shape(_CHUNKS),
    "divisions": Shape(_DIVISIONS),
    "german": Shape(_GERMAN, _GERMAN_PARAGRAPHS),
    "gallery": Shape(_GALLERY),
    "reader": Shape(_READER, outlet="harbourpost.example", published="2031-03-04"),
    "form": Shape(_FORM, published="2031-03-04"),
}
