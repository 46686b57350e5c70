"""What a format knows of an article counts before what its text says."""

from __future__ import annotations

import pytest

from newsdiff.formats import About
from newsdiff.formats.extracts import Extract, extract_of
from newsdiff.model import Role
from newsdiff.reading import Source, parse
from newsdiff.wording.about import dated

HEAD, BODY, CAPTION = "Ferry late", "The ferry was late on Monday.", "The ferry in May"


def source(extract: Extract, given: str = "a.html") -> Source:
    return Source(
        given=given, text=extract.text, blocks=extract.blocks, about=extract.about
    )


def test_paragraphs_and_roles_are_kept() -> None:
    told = [
        (HEAD, Role.HEADLINE),
        ("Advertisement of a sale.", None),
        (BODY, Role.BODY),
        ("Why it was late", Role.SUBHEADING),
        (CAPTION, Role.CAPTION),
        ("No-\none *knows* why.", Role.BODY),
    ]
    article = parse(source(extract_of(told)))
    assert article.title == HEAD
    roles = {article.words_of(i): s.role for i, s in enumerate(article.sentences)}
    assert roles[HEAD] is Role.HEADLINE
    assert roles[BODY] is Role.BODY
    assert roles["Why it was late"] is Role.SUBHEADING
    assert roles[CAPTION] is Role.CAPTION
    assert roles["No- one *knows* why."] is Role.BODY, "words stay as they are"
    paragraphs = [sentence.paragraph for sentence in article.sentences]
    assert paragraphs == sorted(paragraphs)
    assert len(set(paragraphs)) == len(told)


def test_front_matter_is_not_looked_for_where_paragraphs_are_known() -> None:
    article = parse(source(extract_of([("outlet: Post", None), (BODY, Role.BODY)])))
    assert article.outlet is None


def test_what_the_source_says_wins_over_the_text() -> None:
    text = f"---\noutlet: Post\ntitle: Old\npublished: 2020-01-01\n---\n\n{BODY}\n"
    about = About(
        title="New",
        outlet="Mail",
        author="Lena Marrick",
        published="2024-05-03T10:00",
        updated="2024-05-04",
        url="https://example.org/a",
    )
    article = parse(Source(given="a.txt", text=text, about=about))
    assert (article.label, article.title, article.outlet) == ("Mail", "New", "Mail")
    assert (article.published, article.updated) == ("2024-05-03T10:00", "2024-05-04")
    assert (article.author, article.url) == ("Lena Marrick", "https://example.org/a")
    plain = parse(Source(given="a.txt", text=text))
    assert (plain.outlet, plain.published, plain.author) == ("Post", "2020-01-01", None)


@pytest.mark.parametrize("unsure", ["5/9/2023", "12/11/2023"])
def test_an_unsure_date_is_shown_as_unsure(unsure: str) -> None:
    for made in (
        Source(given="a.txt", text=BODY, about=About(unsure_date=unsure)),
        Source(given="a.txt", text=f"{HEAD}\n\n{unsure}\n\n{BODY}\n"),
    ):
        article = parse(made)
        assert article.published is None
        assert dated(article) == f"{unsure}?"
        assert article.notes[0] == (
            f"a is dated {unsure}, which can be two days: it counts as undated"
        )


def test_a_sure_date_of_the_source_ends_the_doubt() -> None:
    text = f"{HEAD}\n\n5/9/2023\n\n{BODY}\n"
    article = parse(
        Source(given="a.txt", text=text, about=About(published="2023-09-05"))
    )
    assert (dated(article), article.notes) == ("2023-09-05", ())


@pytest.mark.parametrize(
    ("given", "part", "label"),
    [
        ("news/a.txt", "", "a"),
        ("-", "", "stdin"),
        ("-", "x.txt", "x"),
        ("all.zip", "x.txt", "x"),
        ("all.zip", "in/x.csv#3", "x"),
        ("t.csv", "3", "t"),
        ("Report #2.txt", "", "Report #2"),
        ("https://example.org/late-ferry", "", "late-ferry"),
        ("pasted text", "", "pasted text"),
    ],
)
def test_what_it_is_called(given: str, part: str, label: str) -> None:
    assert parse(Source(given=given, part=part, text=BODY)).label == label
