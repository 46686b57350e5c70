"""Exports of ProQuest: as plain text and as HTML."""

from __future__ import annotations

import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread, extracted, format_of
from newsdiff.formats.exports import proquest, proquest_html
from newsdiff.formats.exports.common import address
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

LINE = "_" * 60
FIRST = """
Bridge closed: divers find cracks: [Final Edition]

Author: Quill, Ada; Cole, Tom

Publication info: Harbour Courier ; Westport, N.Y. [Westport, N.Y]11 Feb 2022: A.3.

https://search.example.com/docview/1234?accountid=99

Abstract: The old bridge is closed.

Links: Find it

Full text: The old bridge was closed on Thursday after divers had found cracks.
Location: that, said the mayor, is what makes it hard to mend.
CORRECTION: SEE CORRECTION APPENDED; The piers are three, not two.
Nobody knows yet when it will open again.
Illustration
Caption: A diver at the bridge.

Subject: Bridges; Ports

Location: Westport

Company / organization: Name: Marlow Brothers; NAICS: 237310

Publication title: Harbour Courier, Late Edition; Westport, N.Y.

Pages: A.3

Publication year: 2022

Publication date: Feb 11, 2022

Section: News

ISSN: 01234567

Language of publication: English

Document type: News

ProQuest document ID: 1234

Document URL: https://search.example.com/docview/1234?accountid=99

Copyright: Copyright Harbour Newspapers Feb 11, 2022

Last updated: 2023-11-07

Database: Small Town Dailies

"""
SECOND = """
Bridge shut until summer

Publication info: Northern Times ; Eastport [Eastport]12 Feb 2022.

Full text: The bridge stays shut until the summer.

Publication title: Northern Times

ProQuest document ID: 1235

Last updated: 2023-11-08
"""
NOTICE = """
Contact us at: https://www.example.com/contact
Copyright © 2023 ProQuest LLC. All rights reserved.
Terms and Conditions: https://www.example.com/terms
"""
EXPORT = f"{LINE}\n{FIRST}{LINE}\n{SECOND}{LINE}\n{NOTICE}"


def read(text: str | bytes) -> list[Extract | Unread]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(extracted(data, "export.txt"))


def articles(text: str | bytes) -> list[Extract]:
    found = read(text)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def paragraphs(one: Extract) -> list[str]:
    return [one.text[block.span.start : block.span.end] for block in one.blocks]


def test_an_export_is_split_into_its_articles() -> None:
    assert format_of(EXPORT.encode()) == "proquest"
    first, second = articles(EXPORT)
    assert first.about.title == "Bridge closed: divers find cracks"
    assert first.about.outlet == "Harbour Courier, Late Edition"
    assert first.about.author == "Ada Quill, Tom Cole"
    assert first.about.published == "2022-02-11"
    assert first.about.language == "english"
    assert first.about.url == "https://search.example.com/docview/1234"
    assert first.blocks[0].role is Role.HEADLINE
    assert [first.part, second.part] == ["1", "2"]


def test_labels_inside_a_text_are_text_and_those_behind_it_are_not() -> None:
    first = articles(EXPORT)[0]
    assert paragraphs(first)[1:] == [
        "The old bridge was closed on Thursday after divers had found cracks.",
        "Location: that, said the mayor, is what makes it hard to mend.",
        "Nobody knows yet when it will open again.",
    ]
    assert first.notes == (
        "the archive adds a correction: The piers are three, not two.",
        "left out: 1 picture caption",
    )


def test_the_day_of_the_last_update_is_no_date_of_the_article() -> None:
    second = articles(EXPORT)[1]
    assert second.about.published == "2022-02-12"
    assert second.about.author is None
    assert articles(EXPORT.replace("]12 Feb 2022", "]"))[1].about.published is None


@pytest.mark.parametrize(
    "text",
    [
        EXPORT.replace("\n", "\r\n"),
        EXPORT.replace(LINE, "*" * 50),
        EXPORT.replace("\nBridge", "\nTitle: Bridge"),
        EXPORT.replace("\nBridge", "\nDocument 1 of 2\n\nBridge"),
        EXPORT.replace("Full text:", "Full Text:"),
        EXPORT.replace("Publication title", "Publicationtitle"),
        EXPORT.replace(" cracks.\n", " cracks.\n\n")
        .replace("mend.\n", "mend.\n\n")
        .replace("two.\n", "two.\n\n"),
        EXPORT.replace("after divers", "after\ndivers")
        .replace("cracks.\nLocation", "cracks.\n\nLocation")
        .replace("mend.\n", "mend.\n\n")
        .replace("two.\nNobody", "two.\n\nNobody"),
    ],
    ids=[
        "windows",
        "asterisks",
        "titles",
        "numbers",
        "capitals",
        "lost blanks",
        "blank lines",
        "wrapped",
    ],
)
def test_every_way_of_writing_it_gives_the_same(text: str) -> None:
    assert [(paragraphs(one), one.about) for one in articles(text)] == [
        (paragraphs(one), one.about) for one in articles(EXPORT)
    ]


def test_an_abstract_alone_is_read_and_said_to_be_one() -> None:
    begin = EXPORT.index("Full text: The old")
    end = EXPORT.index("Subject: Bridges")
    first = articles(EXPORT[:begin] + EXPORT[end:])[0]
    assert paragraphs(first)[1:] == ["The old bridge is closed."]
    assert "only the abstract" in first.notes[0]


@pytest.mark.parametrize("words", ["", "Not available.", "Noneavailable."])
def test_an_article_without_text_is_said_to_have_none(words: str) -> None:
    text = EXPORT.replace("The bridge stays shut until the summer.", words)
    assert read(text)[1] == Unread(
        "2",
        "article 2 (“Bridge shut until summer”) has no text in this export: "
        "export it in full",
    )


@pytest.mark.parametrize("share", [0.35, 0.5, 0.7, 0.9])
def test_what_is_left_of_a_truncated_export_is_read(share: float) -> None:
    first = read(EXPORT[: int(len(EXPORT) * share)])[0]
    assert isinstance(first, Extract)
    assert "divers had found cracks." in first.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{LINE}\n\nBridge closed\n\nThe old bridge was closed.\n\n{LINE}\n",
        f"{LINE}\n\nFull text: that is how he signs.\n\nAuthor: unknown\n",
        "Full text: yes.\nPublication title: Courier\nPublication date: May 8, 2020",
        f"# Notes\n\n{'*' * 50}\n\nAbstract: none",
    ],
)
def test_other_texts_are_not_taken_for_exports(text: str) -> None:
    assert not proquest.recognises(Probe(text.encode()), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(proquest.extract(b"nothing of it", "a.txt", Options()))


@pytest.mark.parametrize(
    "noise", ["Subject: x\n" * 30_000, "_" * 300_000, "Full text: a\n\n" * 20_000]
)
def test_noise_takes_time_in_proportion(noise: str) -> None:
    began = time.process_time()
    read(EXPORT.replace(NOTICE, noise))
    read(EXPORT.replace("Nobody knows", noise + "Nobody knows"))
    assert time.process_time() - began < 4


def field(name: str, words: str) -> str:
    return f'<p style="margin:0"><strong>{name}: </strong>{words}</p>\n'


def document(number: int, title: str, text: str, *more: str) -> str:
    return (
        f'<div style="margin:0">\n<a name="DocID_MSTAR_{number}"></a><p></p>\n'
        f'<p style="font-weight:bold;">{title}</p>\n'
        + field("Author", "Quill, Ada")
        + field("Publication info", "Courier ; Westport [Westport]11 Feb 2022: A.2.")
        + f'<p><a href="https://search.example.com/docview/{number}?accountid=0">'
        "ProQuest document link</a></p>\n"
        + field("Abstract", "</p><p>The old bridge is closed.")
        + '<div><strong>Links: </strong><a href="https://links.example.com/">Find</a>'
        "</div>\n"
        + f'<p><strong>Full text: </strong><text wordcount="9"><meta name="x">{text}'
        "</text></p>\n"
        + "".join(more)
        + field("Subject", "Bridges &amp; ports")
        + field("Publication title", "Courier; Westport")
        + field("Publication date", "Feb 11, 2022")
        + field("Language of publication", "English")
        + field("ProQuest document ID", str(number))
        + field("Document URL", f"https://search.example.com/docview/{number}?a=0")
        + field("Last updated", "2023-11-07")
        + "</div>\n"
    )


STORY = (
    "<html><head><title></title></head><body><p>The old bridge was closed.</p>   "
    "<p>Subject: none of your business, said the mayor.</p><p>--</p>"
    "<p>Nobody knows when it will open.</p></body></html>"
)
PICTURE = "<p><strong>Illustration</strong></p><p>Caption: A diver; PHOTO: Cole</p>"
PAGE = (
    "<!DOCTYPE html><html><body><table><tr><td>© 2023 ProQuest</td></tr></table>"
    + document(1234, "Bridge closed", STORY, PICTURE)
    + document(1235, "Mayor <em>resigns</em>", "<p>The mayor resigned.</p>")
    + "<p>Contact ProQuest. Copyright © 2023 ProQuest LLC.</p></body></html>"
)


def test_an_export_as_html_is_split_into_its_articles() -> None:
    assert format_of(PAGE.encode()) == "proquest_html"
    first, second = articles(PAGE)
    assert first.about.title == "Bridge closed"
    assert first.about.outlet == "Courier"
    assert first.about.author == "Ada Quill"
    assert first.about.published == "2022-02-11"
    assert first.about.url == "https://search.example.com/docview/1234"
    assert paragraphs(first)[1:] == [
        "The old bridge was closed.",
        "Subject: none of your business, said the mayor.",
        "Nobody knows when it will open.",
    ]
    assert first.notes == ("left out: 1 picture caption",)
    assert paragraphs(second) == ["Mayor resigns", "The mayor resigned."]


def test_a_page_within_the_page_does_not_end_it() -> None:
    damaged = PAGE.replace("<html><head><title>", "html&gt;<head><title>")
    first, second = articles(damaged)
    assert paragraphs(first)[1] == "The old bridge was closed."
    assert first.about.language == "english"
    assert second.about.title == "Mayor resigns"


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_what_is_left_of_truncated_html_is_read(share: float) -> None:
    data = PAGE.encode()
    first = read(data[: int(len(data) * share)])[0]
    assert isinstance(first, Extract)
    assert "The old bridge was closed." in first.text


def test_html_that_nests_deep_is_read_in_bounded_time() -> None:
    began = time.process_time()
    assert (
        len(read(PAGE.replace("<p>The mayor", "<div>" * 50_000 + "<p>The mayor"))) == 2
    )
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>Full text: </strong>of the ProQuest document that he leaked</p>",
        '<a name="DocID_1"></a><p>How ProQuest documents are marked.</p>',
        "",
    ],
)
def test_pages_are_not_taken_for_exports(html: str) -> None:
    assert not proquest_html.recognises(Probe(html.encode()), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(proquest_html.extract(b"<p>a</p>", "a.html", Options()))


def test_an_address_by_way_of_a_library_is_that_of_the_article() -> None:
    by_library = FIRST.replace(
        "Document URL: https://search.example.com/docview/1234?accountid=99",
        "Document URL: https://proxy.reading.example/login?url="
        "https://www.archive.example/a-bridge/docview/12 34/se-2?accountid=99",
    )
    (one,) = articles(f"{LINE}\n{by_library}{LINE}\n{NOTICE}")
    assert one.about.url == "https://www.archive.example/a-bridge/docview/1234/se-2"


def test_blanks_inside_words_make_no_other_outlet_and_lose_no_date() -> None:
    broken = FIRST.replace("title: Harbour Courier", "title: Harbour C ourier")
    broken = broken.replace("date: Feb", "date: F eb").replace("]11 Feb 2022", "]")
    text = f"{LINE}\n{FIRST}{LINE}\n{broken}{LINE}\n{FIRST}{LINE}\n{NOTICE}"
    found = articles(text)
    assert {one.about.outlet for one in found} == {"Harbour Courier, Late Edition"}
    assert {one.about.published for one in found} == {"2022-02-11"}


def test_a_letter_of_proquest_is_its_articles() -> None:
    head = (
        "From: noreply@archive.example\nTo: b@example.com\nSubject: Your research\n"
        "Date: Tue, 15 Aug 2023 01:02:03 -0400\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b1\n\n--b1\n"
        "Content-Type: text/html; charset=UTF-8\n\n"
    )
    letter = f"{head}{PAGE}\n--b1--\n"
    assert format_of(letter.encode()) == "mail"
    assert articles(letter) == articles(PAGE)


def test_a_mailbox_of_letters_of_proquest_numbers_its_articles() -> None:
    letter = (
        "From a@example.org Tue Sep  5 19:41:15 2023\nFrom: a@example.org\n"
        "To: b@example.org\nSubject: Research\nDate: Tue, 5 Sep 2023 19:41:15 +0000\n"
        f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n\n"
    )
    found = articles(letter * 2)
    assert [one.part for one in found] == ["1.1", "1.2", "2.1", "2.2"]


@pytest.mark.parametrize("behind", ["url=https%3A%2F%2F", "qurl=https%3a%2f%2f"])
def test_an_address_that_a_library_escapes_stays_one_and_gets_no_codes(
    behind: str,
) -> None:
    given = f"https://proxy.reading.example/login?{behind}www.archive.example%2Fa"
    assert address(f"{given}%20b%1b%5D0%3Bc&auth=me seen") == (
        "https://www.archive.example/a%20b%1B]0;c"
    )


def test_a_letter_with_the_marks_of_an_export_and_none_of_it_is_read_as_a_letter() -> (
    None
):
    story = "<p>The bridge was closed on Monday, the town said, as its piers crack.</p>"
    letter = (
        "From: a@example.org\nTo: b@example.org\nSubject: Bridge closed\n"
        "Date: Tue, 5 Sep 2023 19:41:15 +0000\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n"
        '<html><body><a name="DocID_1"></a><p><strong>Full text: </strong> is what a '
        f"ProQuest document has.</p>{story * 3}</body></html>\n"
    )
    (one,) = articles(letter)
    assert "its piers crack" in one.text
