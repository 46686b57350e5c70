"""Elements become paragraphs, whatever they are nested in."""

from __future__ import annotations

import pytest
from lxml import etree, html

from newsdiff.formats.html_trees import TOO_DEEP
from newsdiff.formats.markup import Walk
from newsdiff.model import Role


def texts(html: str) -> list[str]:
    return [" ".join(text.split()) for text, _ in Walk().html(html)]


def test_every_word_of_every_inline_tag_is_kept() -> None:
    html = "<p>It is <u>not</u> true, <q>not at all</q>, <time>today</time>.</p>tail"
    assert texts(html) == ["It is not true, “not at all”, today.", "tail"]


def test_headings_and_captions_have_roles() -> None:
    html = "<h1>A</h1><h2>B</h2><figure><figcaption>C</figcaption></figure><p>D"
    assert list(Walk().html(html)) == [
        ("A", Role.HEADLINE),
        ("B", Role.SUBHEADING),
        ("C", Role.CAPTION),
        ("D", None),
    ]


def test_what_is_to_be_skipped_is_but_not_what_stands_behind_it() -> None:
    walk = Walk(skip=lambda element: element.get("class") == "ad")
    html = '<p>One <b class="ad">buy</b>two.</p><div class="ad">Buy.</div>'
    assert list(walk.html(html)) == [("One two.", None)]


def test_what_is_struck_out_is_counted_and_scripts_are_silent() -> None:
    walk = Walk()
    html = """<p>At least <del>12</del><i style="text-decoration: line-through">13</i>15
    died.<script>no</script><style>p{}</style></p>"""
    [(text, role)] = walk.html(html)
    assert (text.split(), role) == (["At", "least", "15", "died."], None)
    assert +walk.left_out == {"struck-out passage": 2}


@pytest.mark.parametrize("gap", ["<br><br>", "<br/>\n <br/>", "<br>&nbsp;<br><br>"])
def test_two_line_breaks_end_a_paragraph_one_does_not(gap: str) -> None:
    assert texts(f"One<br>more.{gap}Two.") == ["One more.", "Two."]


def test_rows_of_data_are_paragraphs() -> None:
    html = """<table><caption>Votes</caption><tr><th>Town</th><th>Votes</th></tr>
    <tr><td><p>Northam</p></td><td>1,204</td></tr><tr><td>Ely<br>East</td><td>7</td>
    </tr></table>"""
    assert texts(html) == ["Votes", "Town | Votes", "Northam | 1,204", "Ely East | 7"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>One.</td><td>Two.</td></tr></table>",
        "<table role=presentation><tr><td>One.<td><td>Two.</td></tr></table>",
        "<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>",
        "<table><tr><td><table><tr><td>One.</table></td><td>Two.</td></tr></table>",
    ],
)
def test_cells_of_a_table_that_arranges_a_page_are_paragraphs(html: str) -> None:
    assert texts(html) == ["One.", "Two."]


def test_a_long_cell_or_a_heading_makes_no_table_of_data() -> None:
    row = f"<tr><td>Kicker</td><td>{'Long words. ' * 30}</td></tr>"
    assert len(texts(f"<table>{row}{row}</table>")) == 4
    row = "<tr><td><h3>Kicker</h3></td><td>Words.</td></tr>"
    assert texts(f"<table>{row}{row}</table>") == ["Kicker", "Words."] * 2


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>"])
def test_what_is_nested_too_deeply_is_said(tag: str) -> None:
    walk = Walk()
    assert list(walk.html("<p>First.</p>" + tag * 50_000 + "deep")) == [
        ("First.", None)
    ]
    assert walk.left_out[TOO_DEEP] == 1


def test_depth_is_no_fault_of_the_walk() -> None:
    from lxml import etree

    root = inner = etree.Element("div")
    for _ in range(5000):
        inner = etree.SubElement(inner, "div")
    inner.text = "deep"
    assert list(Walk().paragraphs(root)) == [("deep", None)]


@pytest.mark.parametrize("html", ["", " ", "<!-- no -->", "<p></p>", "\0"])
def test_nothing_is_nothing(html: str) -> None:
    assert [text for text in texts(html) if text != "�"] == []


def test_what_is_skipped_keeps_what_stands_behind_it() -> None:
    element = html.fragment_fromstring("<p>a <i>b</i> c</p>")
    walk = Walk(skip=lambda child: child.tag == "i")
    assert [text for text, _ in walk.paragraphs(element)] == ["a  c"]


def test_what_is_struck_through_by_style_is_left_out() -> None:
    struck = '<p>It cost <span style="text-decoration: line-through">12</span>15</p>'
    assert texts(struck) == ["It cost 15"]


def test_names_may_have_a_namespace() -> None:
    xml = (
        "<x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>a</x:p><x:p>b</x:p></x:div>"
    )
    assert [text for text, _ in Walk().paragraphs(etree.fromstring(xml))] == ["a", "b"]
