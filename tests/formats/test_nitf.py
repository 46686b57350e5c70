"""NITF: what stands in the text, beside it, and what may never be shown."""

from __future__ import annotations

import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires import nitf
from newsdiff.model import Role

SPACE = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'
NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf{space} version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006"
 change.time="19:30" baselang="en-GB">
 <head>
  <title>1 NEWS Bridge</title>
  <docdata{state}>
   <date.issue norm="20240305T191044Z"/>
   {docdata}
   <doc.copyright holder="Norland Press" year="2024"/>
   <key-list><keyword key="NORLAND BRIDGE"/></key-list>
  </docdata>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Bridge over the <em>Merrow</em> stays closed</hl1>{hl2}</hedline>
   {note}
   <byline>{byline}</byline>
   <distributor>The Norland Press</distributor>
   <dateline>{dateline}</dateline>
   {abstract}
  </body.head>
  <body.content>{body}</body.content>
  <body.end/>
 </body>
</nitf>"""
PARAGRAPHS = """<block id="Main">
   <p>EASTHAVEN (NP) — The bridge will stay closed, <person>Ann Poole</person> of the
      <org>transport <em>ministry</em></org> said.</p>
   <hl2>Cracks in two piers</hl2>
   <p>Repairs cost <money>2.5 million</money>.</p>
  </block>"""


def document(**values: str) -> str:
    plain = {
        "space": "",
        "state": "",
        "docdata": "",
        "hl2": "",
        "note": "",
        "byline": "By ANN POOLE<byttl>NP Transport Writer</byttl>",
        "dateline": "<location>EASTHAVEN</location>",
        "abstract": "",
        "body": PARAGRAPHS,
    }
    return NITF.format(**{**plain, **values})


def one(data: str | bytes) -> Extract:
    raw = data.encode() if isinstance(data, str) else data
    assert nitf.recognises(Probe(raw), Options())
    (article,) = nitf.extract(raw, "a.xml", Options())
    assert isinstance(article, Extract)
    return article


def lines(article: Extract) -> list[tuple[Role | None, str]]:
    return [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]


@pytest.mark.parametrize("space", ["", SPACE])
def test_a_story(space: str) -> None:
    article = one(document(space=space))
    assert lines(article) == [
        (Role.HEADLINE, "Bridge over the Merrow stays closed"),
        (
            None,
            (
                "EASTHAVEN (NP) — The bridge will stay closed, Ann Poole of the "
                "transport ministry said."
            ),
        ),
        (Role.SUBHEADING, "Cracks in two piers"),
        (None, "Repairs cost 2.5 million."),
    ]
    about = article.about
    assert about.title == "Bridge over the Merrow stays closed"
    assert about.outlet == "The Norland Press"
    assert about.author == "ANN POOLE"
    assert about.published == "2024-03-05T19:10:44+00:00"
    assert about.language == "en-gb"
    assert article.notes == ()


def test_a_prefix_for_the_namespace() -> None:
    data = document(space=SPACE.replace("xmlns", "xmlns:n"))
    for tag in ("nitf", "hedline", "hl1", "body.content", "p"):
        data = data.replace(f"<{tag}>", f"<n:{tag}>").replace(
            f"</{tag}>", f"</n:{tag}>"
        )
    data = data.replace("<nitf ", "<n:nitf ")
    assert one(data).about.title == "Bridge over the Merrow stays closed"


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Sam Hill, Norland Press Political Correspondent", "Sam Hill"),
        ("By <person>Ann Poole</person> and <person>Tom Reed</person>", None),
        ("Geir Moen / Faktum.no", "Geir Moen"),
        ("gr/bp", ""),
        ("The Norland Press", ""),
        ("By Ann Poole in Easthaven and Tom de la Reed", "Ann Poole, Tom de la Reed"),
    ],
)
def test_bylines(byline: str, people: str | None) -> None:
    expected = "Ann Poole, Tom Reed" if people is None else people or None
    assert one(document(byline=byline)).about.author == expected


@pytest.mark.parametrize(
    ("hl2", "under"),
    [
        ("Bridge over the Merrow stays closed", None),  # it repeats the headline
        ("NORLAND BRIDGE", None),  # a keyword
        ("TRANSPORT", None),
        ("Ministry blames cracks", "Ministry blames cracks"),
    ],
)
def test_a_second_headline(hl2: str, under: str | None) -> None:
    article = one(document(hl2=f"<hl2>{hl2}</hl2>"))
    found = [words for role, words in lines(article)[1:2] if role is Role.SUBHEADING]
    assert found == ([under] if under else [])


def test_a_dateline_that_the_text_does_not_begin_with_is_shown() -> None:
    article = one(document(dateline="<location>Westport, Norland</location>"))
    assert lines(article)[1] == (Role.DATELINE, "Westport, Norland")


@pytest.mark.parametrize(
    "dateline",
    [
        '<story.date norm="20240305T191044Z">20240305T191044+0000</story.date>',
        "20240305T191044Z",
        "<location>Easthaven</location>",
    ],
)
def test_a_dateline_that_is_a_stamp_or_repeated_is_not(dateline: str) -> None:
    roles = [role for role, _ in lines(one(document(dateline=dateline)))]
    assert Role.DATELINE not in roles


def test_the_date_of_the_dtd_is_no_date() -> None:
    data = document().replace('<date.issue norm="20240305T191044Z"/>', "")
    assert one(data).about.published is None


def test_the_date_of_publication() -> None:
    data = document().replace('<date.issue norm="20240305T191044Z"/>', "")
    pubdata = '<pubdata date.publication="20240306T060000+0100"/></head>'
    assert one(data.replace("</head>", pubdata)).about.published == (
        "2024-03-06T06:00:00+01:00"
    )


def test_captions_tables_and_entities() -> None:
    body = """<media media-type="image"><media-reference source="a.jpg"/>
      <media-caption>The bridge on Tuesday.</media-caption>
      <media-producer>Reed/NP</media-producer></media>
     <p>A caf&eacute; &mdash; and &nbsp;more &amp; more.</p>
     <nitf-table><nitf-table-metadata><nitf-colspec/></nitf-table-metadata><table>
       <tr><th>Year</th>
           <th>Cars</th></tr>
       <tr><td>2023</td>
           <td>1,200</td></tr></table></nitf-table>
     <p>One<br/>line. <q>Quoted</q></p>"""
    doctype = '<!DOCTYPE nitf SYSTEM "../dtd/nitf-3-2.dtd">\n<nitf'
    article = one(document(body=body).replace("<nitf", doctype, 1))
    assert lines(article)[1:] == [
        (Role.DATELINE, "EASTHAVEN"),
        (Role.CAPTION, "The bridge on Tuesday."),
        (None, "A café — and more & more."),
        (None, "Year | Cars"),
        (None, "2023 | 1,200"),
        (None, "One line. “Quoted”"),
    ]


def test_a_note_in_the_head_is_not_the_text() -> None:
    note = "<note {}><body.content><p>Call the desk.</p></body.content></note>"
    article = one(document(note=note.format('type="std"')))
    assert "Call the desk" not in article.text
    assert article.text.endswith("Repairs cost 2.5 million.")


def test_an_advisory_that_may_not_be_published_is_nowhere() -> None:
    note = '<note type="npa"><p>Secret advisory.</p></note>'
    article = one(document(note=note, body=PARAGRAPHS + note))
    assert "Secret" not in repr(article) + article.text
    assert article.notes == ("left out: what its agency marks as not for publication",)


@pytest.mark.parametrize(
    ("state", "docdata", "note"),
    [
        ("canceled", "", "cancelled this story"),
        ("killed", "", "killed this story"),
        ("withheld", "", "withholds this story"),
        ("embargoed", "", "under embargo"),
        ("usable", '<ed-msg info="KILL: story is wrong"/>', "killed this story"),
        ("usable", '<ed-msg info="Adds quote"/>', "note to editors: Adds quote"),
        ("usable", '<correction info="Name fixed"/>', "correction: Name fixed"),
        ("usable", '<date.release norm="20240306T0001Z"/>', "not for release before"),
    ],
)
def test_what_the_agency_says_of_it(state: str, docdata: str, note: str) -> None:
    article = one(document(state=f' management-status="{state}"', docdata=docdata))
    assert any(note in told for told in article.notes)


def test_contacts_in_a_message_to_editors_are_not_shown() -> None:
    info = "Adds quote. Questions: desk@example.org or +00 30 5550 1234."
    article = one(document(docdata=f'<ed-msg info="{info}"/>'))
    assert article.notes == ("note to editors: Adds quote.",)


def test_an_abstract_is_no_text_unless_there_is_no_other() -> None:
    abstract = "<abstract><p>The bridge stays closed.</p></abstract>"
    article = one(document(abstract=abstract))
    assert "The bridge stays closed." not in article.text
    assert "left out: 1 summary that stands beside the text" in article.notes
    article = one(document(abstract=abstract, body=""))
    assert article.text.endswith("The bridge stays closed.")
    assert "only the summary of this story is in the file" in article.notes


def test_the_last_lines_of_copy_are_no_text() -> None:
    body = PARAGRAPHS + "<p>NP ap</p><p>ends</p>"
    assert one(document(body=body)).text.endswith("Repairs cost 2.5 million.")


def test_utf_8_that_says_it_is_something_else() -> None:
    data = document(body="<p>A café.</p>").replace("UTF-8", "iso-8859-1")
    assert "A café." in one(data.encode()).text
    assert "A café." in one(data.encode("latin-1")).text


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    article = one(document().partition("<hl2>")[0])
    assert "The bridge will stay closed" in article.text
    assert any("damaged XML" in note for note in article.notes)


@pytest.mark.parametrize(
    "data",
    [
        "<nitf></nitf>",
        "<nitf",
        "<nitf ><body><body.content></body.content></body></nitf>",
        document(body=""),
    ],
)
def test_without_a_text_one_sentence_says_so(data: str) -> None:
    with pytest.raises(SourceError, match=r"a\.xml"):
        list(nitf.extract(data.encode(), "a.xml", Options()))


def test_bombs_and_depths_end_at_once() -> None:
    start = time.monotonic()
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10)
    )
    bomb = document(body="<p>Before &l9; after.</p>").replace(
        "<nitf", f"<!DOCTYPE nitf [{laughs}]><nitf", 1
    )
    assert "Before" in one(bomb).text
    assert "lol" not in one(bomb).text
    outside = document(body="<p>Before &x; after.</p>").replace(
        "<nitf", '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf', 1
    )
    assert "Before &x; after." in one(outside).text
    deep = document(body="<p>Text.</p>" + "<block>" * 100_000)
    assert one(deep).notes
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The nitf format is old.\n",
        b"<html><body><nitf>no</nitf></body></html>",
        b"<?xml version='1.0'?><!-- <nitf> --><rss/>",
        b"<nitfy/>",
        b"<?" * 2000 + b"<nitf>",
    ],
)
def test_other_files_are_not_taken_for_nitf(data: bytes) -> None:
    assert not nitf.recognises(Probe(data), Options())
