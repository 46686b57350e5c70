"""Exports of Nexis: as plain text, as HTML, as Word of Nexis Uni."""

from __future__ import annotations

import io
import time
import zipfile
from xml.sax.saxutils import escape

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread, extracted, format_of
from newsdiff.formats.exports import nexis, nexis_docx, nexis_html
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

COVER = """\


Download Request: Selected Items: 1-2
Time Of Request: Friday, March 4, 2022  16:51:31

Terms: (harbour w/10 bridge and DATE(>=2022-02-01 and
<=2022-03-01))

Source: The Harbour Courier;Northern Times
Project ID: None


"""
FIRST = """\
                              1 of 2 DOCUMENTS



                         The Harbour Courier (Westport)

                           February 11, 2022 Friday
                                   Edition 1;
                                    Scotland

Council closes the old bridge after divers find cracks;
Mayor says lorries must use
the tunnel

BYLINE: By Ada Quill; ada.quill@example.com

SECTION: NEWS; Pg. 3

LENGTH: 66 words


The old bridge over the harbour was closed on Thursday evening after divers had
found cracks in two of its piers.

BRIDGE: that is the word nobody in Westport can hear any more, said the mayor.
He had read 1 of 10 documents.

Three firms have offered to mend it:
Marlow Brothers, £2.1m
Quay & Sons, £2.4m

Nobody knows yet when it will open again.

LOAD-DATE: February 12, 2022

LANGUAGE: ENGLISH

GRAPHIC: The bridge
yesterday

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: HCW


                     Copyright 2022 Harbour Newspapers Ltd
                              All Rights Reserved

"""
LAST = """\
                              2 of 2 DOCUMENTS


                                 Northern Times

                  February 12, 2022 Saturday 9:20 AM GMT

Bridge shut until summer

LENGTH: 12 words

The bridge stays shut until the summer, the council said on Friday.

LOAD-DATE: February 12, 2022
"""
EXPORT = COVER + FIRST + LAST


def read(text: str | bytes, name: str = "export.txt") -> list[Extract | Unread]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(extracted(data, name))


def articles(text: str | bytes) -> list[Extract]:
    found = read(text)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def paragraphs(one: Extract) -> list[str]:
    return [one.text[block.span.start : block.span.end] for block in one.blocks]


def is_nexis(text: str | bytes) -> bool:
    data = text if isinstance(text, bytes) else text.encode()
    return nexis.recognises(Probe(data), Options())


def test_an_export_is_split_into_its_articles() -> None:
    assert format_of(EXPORT.encode()) == "nexis"
    first, last = articles(EXPORT)
    assert [first.part, last.part] == ["1", "2"]
    assert first.about.outlet == "The Harbour Courier (Westport)"
    assert first.about.published == "2022-02-11"
    assert first.about.author == "Ada Quill"
    assert first.about.language == "english"
    assert last.about.outlet == "Northern Times"
    assert last.about.published == "2022-02-12T09:20+00:00"
    assert last.about.author is None


def test_a_headline_over_several_lines_is_one_and_editions_are_none_of_it() -> None:
    first = articles(EXPORT)[0]
    assert first.about.title == (
        "Council closes the old bridge after divers find cracks; "
        "Mayor says lorries must use the tunnel"
    )
    assert paragraphs(first)[0] == first.about.title
    assert first.blocks[0].role is Role.HEADLINE
    assert {block.role for block in first.blocks[1:]} == {None}


def test_wrapped_lines_are_paragraphs_and_fields_are_not_text() -> None:
    first, last = articles(EXPORT)
    assert paragraphs(first)[1:] == [
        (
            "The old bridge over the harbour was closed on Thursday evening after "
            "divers had found cracks in two of its piers."
        ),
        (
            "BRIDGE: that is the word nobody in Westport can hear any more, said the "
            "mayor. He had read 1 of 10 documents."
        ),
        "Three firms have offered to mend it:",
        "Marlow Brothers, £2.1m",
        "Quay & Sons, £2.4m",
        "Nobody knows yet when it will open again.",
    ]
    assert first.notes == ("left out: 1 picture caption",)
    assert paragraphs(last) == [
        "Bridge shut until summer",
        "The bridge stays shut until the summer, the council said on Friday.",
    ]
    assert last.notes == ()


@pytest.mark.parametrize(
    "data",
    [
        EXPORT.replace("\n", "\r\n").encode("utf-8-sig"),
        EXPORT.encode("utf-16"),
        EXPORT.encode("cp1252"),
        EXPORT.replace("\n", "\r").encode(),
        EXPORT.replace("2 of 2", "\f\n                              2 of 2").encode(),
    ],
    ids=["utf-8 with a mark", "utf-16", "windows-1252", "old mac", "form feeds"],
)
def test_marks_line_ends_and_encodings_do_not_matter(data: bytes) -> None:
    assert format_of(data) == "nexis"
    found = articles(data)
    assert [paragraphs(one) for one in found] == [
        paragraphs(one) for one in articles(EXPORT)
    ]


def test_numbering_may_start_anywhere_and_restart() -> None:
    text = EXPORT.replace("1 of 2", "2001 of 2,146").replace("2 of 2", "2,002 of 383")
    found = articles(text + "\n" + EXPORT)
    assert [one.part for one in found] == ["1", "2", "3", "4"]


def test_a_number_line_alone_in_a_body_begins_no_article() -> None:
    trap = "Nobody knows yet"
    text = EXPORT.replace(trap, f"7 of 10 DOCUMENTS\n\n{trap}")
    found = articles(text)
    assert len(found) == 2
    assert "7 of 10 DOCUMENTS" in paragraphs(found[0])


FRENCH = """\
                              Dokument 1 von 2


                                  Le Phare

                          mardi 1er mars 2022

Le vieux pont est fermé

AUTEUR: Jeanne Marais

RUBRIQUE: RÉGION; Pg. 7

LONGUEUR: 14 mots

ENCART: Deux piles sont fissurées.

Le pont du port est fermé depuis jeudi soir, dit la mairie.

SUJET: PONTS (90%); PORTS (85%)

DATE-CHARGEMENT: 2 mars 2022

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal

                        Copyright 2022 Le Phare SA
                          Tous Droits Réservés

                              Dokument 2 von 2


                             Hafenzeitung

                       2. März 2022 Mittwoch

Alte Brücke gesperrt

AUTOR: Von Jens Kai und Ute Mole

RUBRIK: LOKALES; S. 4

LÄNGE: 9 Wörter

Die alte Brücke im Hafen ist seit Donnerstagabend gesperrt.

UPDATE: 3. März 2022

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

GRAFIK: Die Brücke
"""


@pytest.mark.parametrize(
    "numbers",
    [
        ("Dokument 1 von 2", "Dokument 2 von 2"),
        ("Document 1 de 2", "Document 2 de 2"),
        ("1 de 2 DOCUMENTS", "2 de 2 DOCUMENTS"),
        ("1 von 2 DOKUMENTEN", "2 von 2 DOKUMENTEN"),
    ],
)
def test_labels_and_numbers_in_the_language_of_the_user(
    numbers: tuple[str, str],
) -> None:
    text = FRENCH.replace("Dokument 1 von 2", numbers[0])
    phare, zeitung = articles(text.replace("Dokument 2 von 2", numbers[1]))
    assert phare.about.outlet == "Le Phare"
    assert phare.about.published == "2022-03-01"
    assert phare.about.author == "Jeanne Marais"
    assert phare.about.language == "french"
    assert paragraphs(phare) == [
        "Le vieux pont est fermé",
        "Deux piles sont fissurées.",
        "Le pont du port est fermé depuis jeudi soir, dit la mairie.",
    ]
    assert zeitung.about.published == "2022-03-02"
    assert zeitung.about.author == "Jens Kai, Ute Mole"
    assert zeitung.about.language == "german"
    assert paragraphs(zeitung)[1:] == [
        "Die alte Brücke im Hafen ist seit Donnerstagabend gesperrt."
    ]


def test_a_correction_is_told_in_a_note_and_is_no_text() -> None:
    tail = """\
LANGUAGE: ENGLISH

CORRECTION-DATE: February 14, 2022, Monday

CORRECTION:

An article on Friday misstated how many piers are cracked. There are three.

The mayor's name was misspelt too.

GRAPHIC: A map

PUBLICATION-TYPE: Newspaper
"""
    text = EXPORT.replace("LANGUAGE: ENGLISH\n", tail)
    first = articles(text)[0]
    assert paragraphs(first)[-1] == "Nobody knows yet when it will open again."
    assert first.notes[0] == (
        "the archive adds a correction of February 14, 2022, Monday: An article on "
        "Friday misstated how many piers are cracked. There are three. The mayor's "
        "name was misspelt too."
    )


def test_a_correction_that_is_not_shown_is_told() -> None:
    text = EXPORT.replace("Friday\n", "Friday\nCorrection Appended\n")
    assert "corrected, but not how" in articles(text)[0].notes[0]


def test_paragraphs_that_begin_like_fields_stay_in_the_body() -> None:
    many = "\n\n".join(f"Paragraph number {n} tells more of it." for n in range(9))
    body = f"CORRECTION: the piers are three.\n\nCITY: no comment.\n\n{many}\n\nNobody"
    first = articles(EXPORT.replace("Nobody knows yet", f"{body} knows yet"))[0]
    assert "CORRECTION: the piers are three." in paragraphs(first)
    assert paragraphs(first)[-1] == "Nobody knows yet when it will open again."


OLD = """\
                               3 of 25 DOCUMENTS

                   Copyright 1998 The Courier Company
                             The Harbour Courier

                     February 24, 1998, Tuesday, Late Edition - Final

SECTION: Section A; Page 1

LENGTH: 20 words

HEADLINE: Bridge to be
 painted green

BYLINE: By TOM COLE

DATELINE: WESTPORT, Feb. 23

BODY:
   The old bridge will be painted green, the council decided, to save money, and in the
spring.

   Its neighbours are not amused.

URL: http://www.example.com/1998/bridge.html

LOAD-DATE: February 24, 1998
"""


def test_an_old_export_with_labels_for_headline_and_body() -> None:
    (old,) = articles(OLD)
    assert old.about.outlet == "The Harbour Courier"
    assert old.about.title == "Bridge to be painted green"
    assert old.about.author == "TOM COLE"
    assert old.about.published == "1998-02-24"
    assert old.about.url == "http://www.example.com/1998/bridge.html"
    assert paragraphs(old)[1:] == [
        (
            "The old bridge will be painted green, the council decided, to save money, "
            "and in the spring."
        ),
        "Its neighbours are not amused.",
    ]


def test_an_article_without_any_field() -> None:
    bare = """\
                               1 of 1 DOCUMENT


                             The Harbour Courier

                           February 11, 2022 Friday

                              Late Edition - Final

Bridge closed

The bridge is closed, says the council that owns it and that has to pay for it.

It may stay so.
"""
    (one,) = articles(bare)
    assert one.about.title == "Bridge closed"
    assert paragraphs(one)[1].startswith("The bridge is closed")
    assert paragraphs(one)[-1] == "It may stay so."


def test_an_article_without_a_title() -> None:
    text = EXPORT.replace("Bridge shut until summer\n\n", "")
    last = articles(text)[1]
    assert last.about.title is None
    assert last.blocks[0].role is None


def test_an_article_without_text_is_said_to_have_none() -> None:
    text = EXPORT.replace(
        "The bridge stays shut until the summer, the council said on Friday.\n", ""
    )
    first, last = read(text)
    assert isinstance(first, Extract)
    assert last == Unread(
        "2",
        "article 2 (“Bridge shut until summer”) has no text in this export: "
        "export it in full",
    )


def test_an_article_that_nexis_could_not_show() -> None:
    broken = f"""\
{" " * 30}3 of 3 DOCUMENTS


We are sorry but there is an error in this document and it is not possible to
display it.
"""
    found = read(EXPORT + "\n" + broken)
    assert len(found) == 3
    assert found[2] == Unread("3", "Nexis could not show article 3: export it again")


@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.8, 0.95])
def test_what_is_left_of_a_truncated_export_is_read(share: float) -> None:
    found = read(EXPORT.encode()[: int(len(EXPORT.encode()) * share)])
    assert found
    assert isinstance(found[0], Extract)
    assert "The old bridge over the harbour" in found[0].text


def test_an_article_cut_off_is_said_to_be() -> None:
    at = EXPORT.index("He had read")
    (first,) = articles(EXPORT[:at])
    assert first.notes == ("cut short: Nexis counts 66 words, 36 are in the file",)


def test_every_start_of_an_export_is_read_or_refused_in_one_sentence() -> None:
    data = EXPORT.encode()
    for end in range(0, len(data), 37):
        if is_nexis(data[:end]):
            assert read(data[:end])
        else:
            with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
                list(nexis.extract(data[:end], "cut.txt", Options()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Bridge closed\n\nThe bridge is closed, the council said.\n\nIt may stay so.\n",
        "LENGTH: 300 words\n\nThe editor's favourite label is LENGTH: he said.\n",
        "Leak\n\n1 of 10 documents were released.\n\nLENGTH: of the list: 3 pages.\n",
        (
            "Leak\n\n1 of 10 DOCUMENTS\n\nThat was all that the court let out,"
            " said\nthe lawyers.\n\nThe others stay secret.\n"
        ),
        (
            "How to read a Nexis export\n\nAn article begins with a line like\n"
            "                    1 of 10 DOCUMENTS\nand then comes LENGTH: 300 words.\n"
        ),
        "Document 1 of 25\n\nBridge closed\n\nAuthor: Quill, Ada\n",
        "# Notes\n\nDokument 1 von 3 ist da.\n\nSPRACHE: deutsch\n",
    ],
)
def test_other_texts_are_not_taken_for_exports(text: str) -> None:
    assert not is_nexis(text)


def test_a_thousand_articles_take_well_under_a_second() -> None:
    story = "\n\n".join(FIRST.split("\n\n")[8:11] * 8)
    pieces = [
        FIRST.replace("1 of 2", f"{n} of 1000").replace("Three firms", story)
        for n in range(1, 1001)
    ]
    data = "".join(pieces).encode()
    began = time.process_time()
    found = list(extracted(data, "many.txt"))
    took = time.process_time() - began
    assert len(found) == 1000
    assert took < 1.5, f"{len(data):,} bytes took {took:.2f} s"


@pytest.mark.parametrize(
    "noise",
    [
        "                              9 of 9 DOCUMENTS\n\n" * 3000,
        "LENGTH: 3 words\n\n" * 20_000,
        "LOAD-DATE: x\n\n" * 20_000,
        "\n" * 300_000,
        " " * 300_000,
        "A" * 300_000,
        "1 of 1 " * 40_000,
        "1" * 300_000,
    ],
    ids=["numbers", "lengths", "dates", "lines", "blanks", "letters", "of", "digits"],
)
def test_noise_takes_time_in_proportion(noise: str) -> None:
    began = time.process_time()
    is_nexis(noise)
    list(nexis.extract((EXPORT + noise + EXPORT).encode(), "noise.txt", Options()))
    assert time.process_time() - began < 4


def page(*documents: str, head: str = "") -> bytes:
    """An export as HTML: lines of documents in the marks that Nexis puts around."""
    marked = "".join(
        f'<A NAME="DOC_ID_0_{n}"></A><!-- Hide XML section from browser\n'
        f"<DOC NUMBER={n + 1}>\n<DOCFULL> -->\n{document}"
        "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
        '<DIV CLASS="c10"/>\n'
        for n, document in enumerate(documents)
    )
    return (
        "<HTML><HEAD><STYLE>.c0 { text-align: center; }</STYLE>"
        "<!-- LXNComment 2827:5016 --><TITLE>&nbsp;</TITLE>"
        f'<META TOPIC="null" DOCUMENTS="2" UPDATED="Friday, March 4, 2022" />{head}'
        f"</HEAD>\n<BODY>\n{marked}</BODY></HTML>\n"
    ).encode()


def line(words: str) -> str:
    return (
        f'<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{words}</SPAN></P></DIV>'
    )


def label(name: str, words: str) -> str:
    return (
        f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{name}: </SPAN>'
        f'<SPAN CLASS="c2">{words}</SPAN></P>\n</DIV>'
    )


MARKED = (
    line("2001 of 2146 DOCUMENTS")
    + line("The Harbour Courier")
    + line('<SPAN CLASS="c4">February</SPAN> 11, 2022 Friday<BR>Late Edition - Final')
    + line("Council closes the old bridge;<BR>Lorries must use the tunnel")
    + label("BYLINE", "By ADA QUILL")
    + label("LENGTH", "60 words")
    + '<BR><DIV CLASS="c5"><P>The &quot;old&quot; bridge was\nclosed on '
    "<SPAN>Thursday</SPAN>, 1 of 10 DOCUMENTS says.</P><P>There are two firms:<BR>"
    "&nbsp;<BR>Marlow Brothers<BR>Quay &amp; Sons</P><P>&nbsp;</P></DIV>"
    "<TABLE><TR><TD><P>Pier</P></TD><TD><P>Cracks</P></TD></TR></TABLE>"
    + label("LANGUAGE", "ENGLISH")
    + label("CORRECTION-DATE", "February 12, 2022")
    + label("CORRECTION", "<BR>")
    + "<P>There are three firms.</P>"
    + label("GRAPHIC", "A bridge")
    + line("Copyright 2022 Harbour Newspapers Ltd")
)
SECOND = (
    line("2002 of 2146 DOCUMENTS")
    + line("The Harbour Courier")
    + line("February 12, 2022 Saturday")
    + label("SECTION", "Pg. 4")
    + label("LENGTH", "6 words")
    + "<P>The bridge is still closed.</P>"
    + label("LANGUAGE", "ENGLISH")
)


def test_an_export_as_html_is_split_into_its_articles() -> None:
    data = page(MARKED, SECOND)
    assert format_of(data) == "nexis_html"
    first, second = articles(data)
    assert first.about.outlet == second.about.outlet == "The Harbour Courier"
    assert first.about.published == "2022-02-11"
    assert first.about.author == "ADA QUILL"
    assert first.about.language == second.about.language == "english"
    assert paragraphs(first) == [
        "Council closes the old bridge; Lorries must use the tunnel",
        'The "old" bridge was closed on Thursday, 1 of 10 DOCUMENTS says.',
        "There are two firms:",
        "Marlow Brothers",
        "Quay & Sons",
        "Pier",
        "Cracks",
    ]
    assert first.notes == (
        "the archive adds a correction of February 12, 2022: There are three firms.",
        "left out: 1 picture caption",
    )
    assert second.about.title is None
    assert paragraphs(second) == ["The bridge is still closed."]


def test_html_in_the_language_of_the_user_and_in_the_encoding_it_names() -> None:
    french = (
        line("1 of 1 DOCUMENTS")
        + line('<IMG SRC="x.gif" ALT="https://www.example.com/logo"><BR>Le Phare')
        + line("12 mars 2022 samedi")
        + line("Le pont est fermé")
        + label("LONGUEUR", "4 mots")
        + label("ENCART", "&nbsp;Deux piles fissurées")
        + "<P>Il ferme.</P>"
        + label("SUJET", "PONTS (90%)")
        + label("DATE-CHARGEMENT", "13 mars 2022")
    )
    head = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">'
    (one,) = articles(page(french, head=head).decode().encode("latin-1"))
    assert one.about.outlet == "Le Phare"
    assert one.about.published == "2022-03-12"
    assert paragraphs(one) == [
        "Le pont est fermé",
        "Deux piles fissurées",
        "Il ferme.",
    ]
    assert one.notes == ()


def test_one_document_of_html_that_is_broken_leaves_the_others_whole() -> None:
    error = line("We are sorry but there is an error in this document and so on.")
    found = read(page(MARKED + "<DIV><TABLE><TD>", error, SECOND))
    assert isinstance(found[0], Extract)
    assert found[1] == Unread("2", "Nexis could not show article 2: export it again")
    assert isinstance(found[2], Extract)
    assert paragraphs(found[2]) == ["The bridge is still closed."]


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_what_is_left_of_truncated_html_is_read(share: float) -> None:
    data = page(MARKED, SECOND)
    found = read(data[: int(len(data) * share)])
    assert isinstance(found[0], Extract)
    assert found[0].about.outlet == "The Harbour Courier"


@pytest.mark.parametrize(
    "inside", ["<DIV>" * 100_000, "<SPAN>" * 100_000, "<" * 100_000, "<P " * 100_000]
)
def test_html_that_nests_deep_is_read_in_bounded_time(inside: str) -> None:
    began = time.process_time()
    found = read(page(MARKED.replace("</SPAN></P>", inside + "</SPAN></P>", 3), SECOND))
    assert len(found) == 2
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "html",
    [
        b"<html><body><article><p>1 of 10 DOCUMENTS</p></article></body></html>",
        b"<html><body><p>Nexis marks articles with &lt;DOCFULL&gt; and DOC_ID_0_1.</p>",
        b'<html><body><a name="DOC_ID_1"></a><p>A page.</p></body></html>',
    ],
)
def test_pages_are_not_taken_for_exports(html: bytes) -> None:
    assert not nexis_html.recognises(Probe(html), Options())


def test_html_without_an_article_is_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"\Ax\.html has no article of Nexis: .*\Z"):
        list(nexis_html.extract(b"<html></html>", "x.html", Options()))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    '"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def paragraph(text: str) -> str:
    runs = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def table(*cells: str) -> str:
    inside = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"


def word(*parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        body = "".join(parts)
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
    return packed.getvalue()


def lines(*texts: str) -> str:
    return "".join(map(paragraph, texts))


COVERED = lines(
    "",
    "Date and Time: Friday, 5. March 2022 09:31:00 CEST",
    "Job Number: 00000001",
    "Documents (2)",
    "1. Council closes the old bridge;Lorries must use the tunnel",
    "Client/Matter: -None-",
    "Search Terms: bridge",
    "",
) + table("Content Type", "Narrowed by")
FIRST_UNI = lines(
    "",
    "Council closes the old bridge;Lorries must use the tunnel",
    "The Harbour Courier(Westport)",
    "February 11, 2022 Friday 9:20 AM GMT",
    "Late Edition - Final",
    "",
    "\nCopyright 2022 Harbour Newspapers Ltd All Rights Reserved",
    "\n",
    "Section:\xa0NEWS; Version:28",
    "Length:\xa012 words",
    "Byline:\xa0Ada Quill and Tom Cole",
    "Highlight:\xa0Two piers are cracked.",
    "Body",
    "",
    "The old bridge was closed on Thursday, the council said.",
    "Section: that is what divers call a pier.",
) + table("Pier", "Cracks")
TAIL_UNI = lines(
    "Graphic",
    "A bridge",
    "Classification",
    "",
    "Language:\xa0ENGLISH",
    "\nPublication-Type:\xa0Newspaper",
    "\nJournal Code:\xa0HCW",
    "\nSubject:\xa0BRIDGES (89%); PORTS (88%)",
    "\nLoad-Date:\xa0February 12, 2022",
    "\nEnd of Document",
)
SECOND_UNI = lines(
    "",
    "Bridge still closed",
    "Northern Times",
    "12. Februar 2022",
    "Length:\xa06 words",
    "Body",
    "The bridge is still closed.",
    "\nEnd of Document",
)


def test_an_export_of_nexis_uni_is_split_into_its_articles() -> None:
    data = word(COVERED, FIRST_UNI, TAIL_UNI, SECOND_UNI)
    assert format_of(data) == "nexis_docx"
    first, second = articles(data)
    assert first.about.title == (
        "Council closes the old bridge;Lorries must use the tunnel"
    )
    assert first.about.outlet == "The Harbour Courier(Westport)"
    assert first.about.author == "Ada Quill, Tom Cole"
    assert first.about.published == "2022-02-11T09:20+00:00"
    assert first.about.language == "english"
    assert paragraphs(first)[1:] == [
        "Two piers are cracked.",
        "The old bridge was closed on Thursday, the council said.",
        "Section: that is what divers call a pier.",
        "Pier | Cracks",
    ]
    assert first.notes == ("left out: 1 picture caption",)
    assert second.about.outlet == "Northern Times"
    assert second.about.published == "2022-02-12"
    assert paragraphs(second) == ["Bridge still closed", "The bridge is still closed."]


def test_word_without_a_cover_and_cut_off_is_read() -> None:
    first, second = articles(word(SECOND_UNI, FIRST_UNI))
    assert first.about.title == "Bridge still closed"
    assert second.about.outlet == "The Harbour Courier(Westport)"


def test_an_article_of_nexis_uni_without_text_is_said_to_have_none() -> None:
    empty = lines("Photo", "Times", "May 1, 2022", "Body", "\nEnd of Document")
    first, second = read(word(SECOND_UNI, empty))
    assert isinstance(first, Extract)
    assert isinstance(second, Unread)
    assert "(“Photo”) has no text" in second.why


@pytest.mark.parametrize(
    "data",
    [
        word(lines("Bridge closed", "The bridge is closed.")),
        word(lines("A body", "End of Document is what Nexis writes.")),
        word(COVERED, FIRST_UNI, TAIL_UNI)[:400],
        b"PK\x03\x04 nothing",
    ],
)
def test_other_documents_are_not_taken_for_exports(data: bytes) -> None:
    assert not nexis_docx.recognises(Probe(data), Options())


def test_word_without_an_article_is_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"\Aa\.docx has no article of Nexis: .*\Z"):
        list(nexis_docx.extract(word(lines("One", "Two")), "a.docx", Options()))


BLOG_UNI = lines(
    "",
    "Tide mill turns again",
    "The Harbour Courier Blogs",
    "(Low Water)",
    "June 26, 2009 Friday",
    "\nCopyright 2009 Harbour Newspapers Ltd",
    "Length:\xa09 words",
    "Byline:\xa0By ADA QUILL; Tom Cole contributed reporting from Westport.",
    "Body",
    "The old mill turns again, Quill &amp; Sons said.",
    "It&#8217;s the first since 1911.",
    "Related Articles",
    "Why the Tide Is Late This Year",
    "A Mill Owner Looks Back",
    "Correction",
    "The mill last turned in 1912.",
    "The mill last turned in 1912.",
    "\nCorrection-Date:\xa0July 1, 2009 July 1, 2009",
    "\nLoad-Date:\xa0July 2, 2009",
    "\nEnd of Document",
)


def test_a_blog_of_an_outlet_with_related_articles_and_a_correction() -> None:
    one, _ = articles(word(BLOG_UNI, SECOND_UNI))
    assert one.about.title == "Tide mill turns again"
    assert one.about.outlet == "The Harbour Courier Blogs (Low Water)"
    assert one.about.author == "ADA QUILL"
    assert paragraphs(one)[1:] == [
        "The old mill turns again, Quill & Sons said.",
        "It’s the first since 1911.",
    ]
    assert one.notes == (
        "the archive adds a correction of July 1, 2009: The mill last turned in 1912.",
        "left out: 2 related links",
    )


def test_related_articles_in_the_middle_of_a_story_are_told() -> None:
    told = BLOG_UNI.replace("A Mill Owner Looks Back", "The owner looked back.")
    one, _ = articles(word(told, SECOND_UNI))
    assert paragraphs(one)[-1] == "The owner looked back."
