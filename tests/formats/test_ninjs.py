"""ninjs 1, 2 and 3: three spellings of one story."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires import ninjs
from newsdiff.model import Role

HTML = (
    "<p>The bridge will <b>not</b> open.</p><h3>Cracks</h3><p>Repairs take months.</p>"
)
PLAIN = "The bridge will not open.\n\nRepairs take months."
NITF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><body><body.head><hedline>'
    "<hl1>Other headline</hl1></hedline></body.head><body.content><p>The bridge will "
    "<em>not</em> open.</p><hl2>Cracks</hl2><p>Repairs take months.</p></body.content>"
    "</body></nitf>"
)
FIRST: dict[str, Any] = {
    "uri": "http://example.org/news/1",
    "type": "text",
    "versioncreated": "2024-03-06T09:00:00+01:00",
    "firstcreated": "2024-03-05T20:10:44+01:00",
    "pubstatus": "usable",
    "language": "en-GB",
    "headline": "Bridge stays closed",
    "byline": "By Ann Poole and Tom Reed",
    "located": "Easthaven",
    "source": "Norland Press",
    "body_text": PLAIN,
    "body_xhtml": HTML,
}
SECOND: dict[str, Any] = {
    "uri": "urn:x:1",
    "type": "text",
    "versioncreated": "2024-03-05T20:10:44+01:00",
    "by": "Ann Poole and Tom Reed",
    "infosources": [{"name": "Norland Press"}],
    "language": "en-gb",
    "headlines": [
        {"role": "short", "value": "Bridge", "contenttype": "text/plain"},
        {"role": "main", "value": "Bridge stays closed"},
    ],
    "bodies": [
        {"role": "teaser", "contenttype": "text/html", "value": "<p>A</p><p>B</p>"},
        {"role": "main", "contenttype": "text/plain", "value": PLAIN},
        {"role": "richtext", "contenttype": "body_xhtml", "value": HTML},
    ],
}
THIRD: dict[str, Any] = {
    "uri": "urn:x:2",
    "type": "text",
    "versionCreated": "2024-03-05T20:10:44+01:00",
    "pubStatus": "usable",
    "by": "Ann Poole, Tom Reed",
    "copyrightHolder": "Norland Press",
    "language": "en-gb",
    "headlines": [{"role": "main", "value": "Bridge stays closed"}],
    "bodies": [{"value": HTML}, {"role": "x", "contentType": "a/b", "value": PLAIN}],
}
STORY = [
    (Role.HEADLINE, "Bridge stays closed"),
    (None, "The bridge will not open."),
    (Role.SUBHEADING, "Cracks"),
    (None, "Repairs take months."),
]


def read(document: Any) -> list[Extract | Unread]:
    raw = document if isinstance(document, bytes) else json.dumps(document).encode()
    assert ninjs.recognises(Probe(raw), Options())
    return list(ninjs.extract(raw, "a.json", Options()))


def one(document: Any) -> Extract:
    (article,) = read(document)
    assert isinstance(article, Extract)
    return article


def lines(article: Extract) -> list[tuple[Role | None, str]]:
    return [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD], ids=["1", "2", "3"])
def test_the_three_versions_are_one_story(item: dict[str, Any]) -> None:
    article = one(item)
    assert lines(article) == STORY
    about = article.about
    assert about.title == "Bridge stays closed"
    assert (about.outlet, about.author) == ("Norland Press", "Ann Poole, Tom Reed")
    assert about.published == "2024-03-05T20:10:44+01:00"
    assert about.language == "en-gb"
    assert article.part == ""


def test_a_version_that_is_later_is_an_update() -> None:
    about = one(FIRST).about
    assert about.updated == "2024-03-06T09:00:00+01:00"
    assert about.url == "http://example.org/news/1"
    assert one(SECOND).about.updated is None


def test_names_of_headlines_and_bodies_may_have_any_ending() -> None:
    item = {
        "uri": "urn:x:3",
        "versioncreated": "2024-03-05",
        "headline_kicker": "Bridges",
        "headline_main": "Bridge stays closed",
        "body_main": PLAIN,
        "body_richtext": HTML,
    }
    assert lines(one(item)) == STORY


def test_nitf_in_a_string() -> None:
    item = {**THIRD, "bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": NITF}]}
    assert lines(one(item)) == STORY


def test_a_whole_page_in_a_string() -> None:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{HTML}</body>"
    assert lines(one({**FIRST, "body_xhtml": page})) == STORY


def test_a_short_markup_does_not_win_over_the_whole_text() -> None:
    item = {**FIRST, "body_xhtml": "<p>Short.</p>", "body_text": PLAIN * 3}
    assert "Repairs take months." in one(item).text


def test_markup_in_a_headline() -> None:
    item = {**FIRST, "headline": "Bridge <i>stays</i> closed &amp; quiet"}
    assert one(item).about.title == "Bridge stays closed & quiet"


def test_what_a_reader_must_know_is_said_and_no_contacts() -> None:
    article = one(
        {
            **FIRST,
            "pubstatus": "canceled",
            "embargoed": "2024-03-07T00:01:00Z",
            "ednote": "Adds quote. Call +00 30 5550 1234 or desk@example.org.",
            "usageterms": "Not in Norland",
        }
    )
    assert article.notes[0].startswith("its agency has cancelled")
    assert "under embargo until 2024-03-07 00:01:00Z" in article.notes
    assert "note to editors: Adds quote." in article.notes
    assert "terms of use: Not in Norland" in article.notes
    assert "5550" not in repr(article)


@pytest.mark.parametrize("role", ["nonpublic", "internal", "contacts"])
def test_bodies_that_are_not_public_are_nowhere(role: str) -> None:
    secret = "<p>Ann Poole, +00 30 5550 1234.</p>" * 20
    for item in (
        {**FIRST, f"body_{role}": secret},
        {**SECOND, "bodies": [{"role": role, "value": secret}, *SECOND["bodies"]]},
        {**FIRST, "body_xhtml": f'{HTML}<div class="np-nonpublic">{secret}</div>'},
    ):
        article = one(item)
        assert "5550" not in repr(article) + article.text
        assert lines(article) == STORY
        assert any("not for publication" in note for note in article.notes)


@pytest.mark.parametrize(
    "wrapped",
    [
        [FIRST, THIRD],
        {"total": 2, "items": [FIRST, THIRD]},
        {"data": {"items": [{"item": FIRST}, {"item": THIRD}]}},
        b"\n".join(json.dumps(item).encode() for item in (FIRST, THIRD)),
    ],
    ids=["list", "items", "wrapped", "lines"],
)
def test_lists_of_items(wrapped: Any) -> None:
    found = read(wrapped)
    assert all(isinstance(article, Extract) for article in found)
    assert [article.part for article in found] == ["1", "2"]


def test_pictures_of_a_list_are_named() -> None:
    picture = {**FIRST, "type": "picture", "body_text": "", "body_xhtml": ""}
    found = read([FIRST, picture, {**THIRD, "bodies": []}])
    assert found[1] == Unread("2", "item 2 of a.json is a picture, not an article")
    assert found[2] == Unread("3", "item 3 of a.json has no text")


def test_an_associated_picture_is_no_item() -> None:
    picture = {**FIRST, "type": "picture", "headline": "The bridge"}
    assert lines(one({**FIRST, "associations": {"main": picture}})) == STORY


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b'{"headline": "A", "pubstatus": "usable", "body_text": "B', "damaged JSON"),
        (b'{"headline": "A", "pubstatus": "usable", "x":' + b"[" * 99_999, "deep"),
        (b'{"headline": "A", "pubstatus": "usable"}', "has no text"),
        (b'[{"x": {"headline": 1}}, {"pubstatus": 2}]', "without a news item"),
    ],
)
def test_damage_is_told_in_a_sentence(document: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        read(document)


def test_halves_of_characters_are_no_text() -> None:
    raw = json.dumps({**FIRST, "body_xhtml": "", "body_text": "A\ud83d b\x1b[1m."})
    assert one(raw.encode()).text.endswith("A b[1m.")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"type": "text"}]}',
        b'{"@context": "https://schema.org", "headline": "A", "standard": "x"}',
        b'{"title": "A", "text": "B"}\n',
        b'{"headline": "A", "content": "B"}\n',
        b'{"name": "x", "body_text": 1}',
        b'"headline": "pubstatus":',
        b"The headline was short.\n",
    ],
)
def test_other_json_is_not_taken_for_ninjs(data: bytes) -> None:
    assert not ninjs.recognises(Probe(data), Options())
