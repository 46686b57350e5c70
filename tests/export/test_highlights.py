"""What is brought out in the reader is brought out in every export, and no more."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsdiff.colours import TERMINAL_COLOURS, colours_of
from newsdiff.comparing import Highlight, Highlights, compare, rows_of
from newsdiff.export import FORMATS, Look, drawn, rendered
from newsdiff.layout import LayoutOptions, Tone, View, lay_out
from newsdiff.model import Comparison, Pair, Side
from newsdiff.reading import read_text

Lit = list[tuple[Highlight, str]]
CODES = re.compile("\x1b\\[[0-9;]*m")
NASTY = st.text("ab3 .,*_“”'()[]<&>~$\\-é\n", max_size=60)


def pair_of(a: str, b: str) -> Comparison:
    articles = Pair(
        read_text(a, source="a", label="A"), read_text(b, source="b", label="B")
    )
    return compare(*articles)


def squeezed(text: str) -> str:
    return "".join(text.split())


def lit_of(comparison: Comparison) -> Lit:
    """What is brought out, in the order of an export."""
    highlights = Highlights(comparison)
    return [
        (kind, squeezed(text))
        for row in rows_of(comparison)
        if row.mark.value
        for side in Side
        for i in row.sentences[side]
        for text, kind in highlights.pieces(row, side, i)
        if kind and text.strip()
    ]


def joined(lit: Lit) -> dict[Highlight, str]:
    """All that is brought out for one reason, behind each other."""
    return {kind: "".join(t for k, t in lit if k is kind) for kind in Highlight}


class Page(HTMLParser):
    """What is inside the tags that bring something out."""

    TAGS: ClassVar = {"mark": Highlight.FACT, "strong": Highlight.PASSAGE}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lit: Lit = []
        self._inside: list[Highlight | None] = []
        self._begun = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._begun = True
        if tag == "span" and ("class", "changed") in attrs:
            self._inside.append(Highlight.CHANGED)
        elif tag in ("span", *self.TAGS):
            self._inside.append(self.TAGS.get(tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("span", *self.TAGS):
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._begun and self._inside and (kind := self._inside[-1]):
            self.lit.append((kind, squeezed(data)))


def of_markdown(page: str) -> Lit:
    """What is emphasised in the quotations of a page."""
    lit: Lit = []
    for token in MarkdownIt().parse(page):
        if token.type != "inline" or token.level < 2 or not token.children:
            continue
        depth = {"em": 0, "strong": 0}
        for n, child in enumerate(token.children):
            name = child.tag if child.tag in depth else ""
            if name:
                depth[name] += child.nesting
            kinds = {
                (1, 0): Highlight.CHANGED,
                (0, 1): Highlight.PASSAGE,
                (1, 1): Highlight.FACT,
            }
            kind = kinds.get((depth["em"], depth["strong"]))
            number = n < 3 and re.fullmatch(r"[AB] \d+", child.content)
            if kind and child.type in ("text", "text_special") and not number:
                lit.append((kind, squeezed(child.content)))
    return lit


def test_something_of_each_kind_is_brought_out(bridge: Comparison) -> None:
    assert all(joined(lit_of(bridge)).values())


@pytest.mark.parametrize("view", [View.SPLIT, View.UNIFIED])
def test_the_reader_brings_out_the_same(bridge: Comparison, view: View) -> None:
    page = lay_out(bridge, LayoutOptions(width=200, view=view, boilerplate=False))
    shown = {
        Highlight.CHANGED: Tone.CHANGED,
        Highlight.PASSAGE: Tone.PASSAGE,
        Highlight.FACT: Tone.FACT,
    }
    runs = [run for y in range(page.height) for run in page.line(y)]
    for kind, text in joined(lit_of(bridge)).items():
        drawn_so = "".join(squeezed(r.text) for r in runs if r.tone is shown[kind])
        assert sorted(drawn_so) == sorted(text)


def test_html_brings_out_the_same(bridge: Comparison) -> None:
    assert joined(Page(rendered(bridge, "html")).lit) == joined(lit_of(bridge))


def test_markdown_brings_out_the_same(bridge: Comparison) -> None:
    found = joined(of_markdown(rendered(bridge, "markdown")))
    assert found == joined(lit_of(bridge))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(NASTY, NASTY)
def test_emphasis_holds_whatever_stands_around_it(a: str, b: str) -> None:
    same = "The mayor of Valona closed the bridge over 14 boats on Monday"
    other = "The mayor of Valona closed the bridge over 15 boats on Tuesday"
    comparison = pair_of(f"x\n\n{same}{a}.", f"y\n\n{other}{b}.")
    found = joined(of_markdown(rendered(comparison, "markdown")))
    assert found == joined(lit_of(comparison))


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "terminal"])
@pytest.mark.parametrize("width", [30, 80])
@pytest.mark.parametrize("only_ascii", [False, True])
def test_coloured_text_is_the_text(
    bridge: Comparison, name: str, width: int, only_ascii: bool
) -> None:
    colours = TERMINAL_COLOURS.get(name) or colours_of(name)
    text = drawn(bridge, "text", Look(width, only_ascii, colours))
    assert "\x1b[" in text
    assert CODES.sub("", text) == rendered(bridge, "text", width, only_ascii=only_ascii)
    for line in text.splitlines():  # no colour reaches over the end of a line
        codes = CODES.findall(line)
        assert not codes or codes[-1] == "\x1b[0m"


def test_coloured_text_brings_out_the_same(bridge: Comparison) -> None:
    text = drawn(bridge, "text", Look(colours=TERMINAL_COLOURS["terminal"]))
    begun = re.compile("\x1b\\[((?:1|4)[0-9;]*)m([^\x1b]*)\x1b")
    lit: Lit = []
    for codes, words in begun.findall(text):
        passage = Highlight.FACT if codes.endswith(";7") else Highlight.PASSAGE
        kind = Highlight.CHANGED if codes.startswith("4") else passage
        lit.append((kind, squeezed(words)))
    assert joined(lit) == joined(lit_of(bridge))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_drawn_in_any_colours(a: str, b: str) -> None:
    comparison = pair_of(f"x {a}", f"y {b}")
    for name in FORMATS:
        for colours in (None, colours_of("dark"), TERMINAL_COLOURS["terminal"]):
            drawn(comparison, name, Look(colours=colours)).encode()
    plain = drawn(comparison, "text", Look(colours=colours_of("dark")))
    assert CODES.sub("", plain) == rendered(comparison, "text")


def test_a_page_needs_nothing_else(bridge: Comparison) -> None:
    for colours in (None, colours_of("contrast")):
        page = drawn(bridge, "html", Look(colours=colours))
        assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import|https?:", page)
        assert "@media print" in page
        assert "background: none" in page.partition("@media print {")[2]  # white paper


def test_a_theme_gives_page_and_picture_its_colours(bridge: Comparison) -> None:
    dark = colours_of("dark")
    for name in ("html", "svg"):
        out = drawn(bridge, name, Look(colours=dark))
        for colour in (dark.page, dark.text, dark.sides.a.tint, dark.sides.b.strong):
            assert colour in out
        of_terminal = Look(colours=TERMINAL_COLOURS["terminal"])
        assert drawn(bridge, name, of_terminal) == rendered(bridge, name)
