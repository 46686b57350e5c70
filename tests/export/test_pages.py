"""Markdown, HTML and ASCII: complete, and article text in them is only text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import compare
from newsdiff.export import FORMATS, rendered, story_text, to_text
from newsdiff.model import Comparison, Pair
from newsdiff.reading import read_text
from newsdiff.story.shares import summarise
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import ASCII

NASTY = "<b>Bold</b> *stars* [a](http://b) `x` &amp; | # ~~no~~ $x$ ![i](j) \x1b[31m"


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def nasty() -> Comparison:
    text = f"{NASTY} headline\n\nThe same here.\n\n{NASTY} body in the middle.\n"
    a = read_text(text, source="a.txt", label=f"one {NASTY}")
    b = read_text("The same here.\n", source="b.txt", label="two")
    return compare(replace(a, title=NASTY, notes=(NASTY,)), b)


def words(text: str) -> str:
    return " ".join(text.split())


def test_html_has_no_markup_but_its_own() -> None:
    page = Page(rendered(nasty(), "html"))
    assert not {"b", "a", "script", "img", "link"} & set(page.tags)
    assert words(page.text).count(words(visible(NASTY))) >= 5


def test_markdown_escapes_whatever_is_active() -> None:
    markdown = rendered(nasty(), "markdown")
    assert r"\<b\>Bold\</b\> \*stars\* \[a\](http\://b) \`x\` \&amp;" in markdown
    assert "\x1b" not in markdown
    plain = words(markdown.replace("\\", ""))
    assert plain.count(words(visible(NASTY))) >= 5


def test_nothing_in_markdown_becomes_a_link() -> None:
    links = (
        "See http://valona.test/a_b?c=d, HTTPS://valona.test, ftp://valona.test and "
        "www.valona.test or WWW.valona.test, tell @valona, x@valona.test or (@berg)."
    )
    text = f"@valona at http://valona.test\n\n{links} The bridge was closed.\n"
    article = read_text(text, source="a.txt", label="www.valona.test")
    markdown = rendered(compare(article, article), "markdown")
    begins = r"(?i)\b(?:https?|ftp)://|\bwww\.|@\w"
    assert len(re.findall(begins, links)) == 8
    assert not re.search(begins, markdown)
    shown = words(re.sub(r"\\(?=[\W_])|<!-- -->", "", markdown))
    assert shown.count(links) == 2


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_compared_sentence_is_in_it(comparison: Comparison, name: str) -> None:
    out = rendered(comparison, name)
    if name == "html":
        out = unescape(Page(out).text)
    if name == "markdown":  # without its emphasis
        out = re.sub(r"(?<!\\)\*+|<!-- -->", "", out)
    told = words(out.replace("\\", "").replace("\n> ", " "))
    for article in comparison.articles:
        for i, sentence in enumerate(article.sentences):
            if sentence.role.compared:
                assert words(article.words_of(i)) in told


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_absence_is_said_in_words(comparison: Comparison, name: str) -> None:
    out = rendered(comparison, name)
    assert "only in Fjord Post: not found in valona" in out


def test_every_format_ends_with_one_line_feed(comparison: Comparison) -> None:
    for name in FORMATS:
        out = rendered(comparison, name)
        assert out.endswith("\n")
        assert not out.endswith("\n\n")
        assert "\r" not in out


# ASCII


def test_newsdiff_itself_draws_with_ascii_only(comparison: Comparison) -> None:
    text = to_text(comparison, only_ascii=True)
    foreign = {c for c in text if c > "~"}
    told = "".join(article.text for article in comparison.articles)
    assert foreign <= set(told)
    assert "“We had no choice. None,” said Anna Berg" in text
    assert 'quotation: "We had no choice. None," appears nowhere' in text
    assert '"Cracks close the bridge in Valona" (2023-09-05 10:31' in text


def test_the_list_is_drawn_with_ascii_only() -> None:
    told = " ".join(["word"] * 20) + ".\n"
    article = read_text(told, source="a.txt", label="One")
    other = read_text(f"Headline\n\n{told}", source="b.txt", label="Two")
    articles = [article, replace(other, title="Über “alles” …")]
    text = story_text(articles, summarise(articles, compare), only_ascii=True)
    assert {c for c in text if c > "~"} == set("Ü“”…")
    assert text.splitlines()[3] == "   Über “alles” …"


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_written_in_any_format(a: str, b: str) -> None:
    articles = Pair(
        read_text(f"x {a}", source="a", label="A"),
        read_text(f"x {b}", source="b", label="B"),
    )
    found = compare(*articles)
    for name in FORMATS:
        rendered(found, name).encode()
    assert not set(map(chr, ASCII)) & set(rendered(found, "text", only_ascii=True)) - (
        set(a) | set(b)
    )
