"""NewsML-G2 and NewsML 1: the right rendition, and nothing that is not public."""

from __future__ import annotations

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires import newsml
from newsdiff.model import Role

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
DESK = "Ann Poole, +00 30 5550 1234, desk@example.org"
LEFT_OUT = "left out: what its agency marks as not for publication"
ITEM = """<newsItem guid="urn:x:{guid}" standard="NewsML-G2" xml:lang="en-GB">
 <itemMeta>
  <itemClass qcode="ninat:{kind}"/>
  <provider qcode="np:1"><name>Norland Press</name></provider>
  <versionCreated>2024-03-06T09:00:00+01:00</versionCreated>
  <firstCreated>2024-03-05T20:10:44+01:00</firstCreated>
  {meta}
 </itemMeta>
 <contentMeta>
  <headline>Bridge over the <h:em xmlns:h="http://www.w3.org/1999/xhtml">Merrow</h:em>
   stays closed</headline>
  <by>By Ann Poole, NP</by>
  <dateline>EASTHAVEN (NP) - </dateline>
  <description role="drol:summary">The bridge stays closed.</description>
  {content_meta}
 </contentMeta>
 <contentSet>{contents}</contentSet>
</newsItem>"""
BODY = """<h1>Bridge over the Merrow stays closed</h1>
 <p>EASTHAVEN (NP) - The bridge will <strong>not</strong> open.</p>
 <h2>Cracks</h2><p>Repairs take months.</p>"""
PAGE = f"""<inlineXML contenttype="application/xhtml+xml">
 <html xmlns="{XHTML}"><head><title>x</title></head><body>{BODY}</body></html>
</inlineXML>"""
PLAIN = """<inlineData contenttype="text/plain" rendition="rnd:{}">EASTHAVEN (NP) - The
bridge will not open.

Repairs take months.</inlineData>"""


def item(contents: str = PAGE, **values: str) -> str:
    plain = {"guid": "1", "kind": "text", "meta": "", "content_meta": ""}
    return ITEM.format(**{**plain, **values, "contents": contents})


def message(*items: str, space: str = f' xmlns="{NAR}"') -> str:
    inside = "".join(items)
    return (
        f'<?xml version="1.0"?>\n<newsMessage{space}><header><sent>2024-03-07</sent>'
        f"</header><itemSet>{inside}</itemSet></newsMessage>"
    )


def read(data: str | bytes) -> list[Extract | Unread]:
    raw = data.encode() if isinstance(data, str) else data
    assert newsml.recognises(Probe(raw), Options())
    return list(newsml.extract(raw, "a.xml", Options()))


def one(data: str | bytes) -> Extract:
    (article,) = read(data)
    assert isinstance(article, Extract)
    return article


def lines(article: Extract) -> list[tuple[Role | None, str]]:
    return [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]


STORY = [
    (Role.HEADLINE, "Bridge over the Merrow stays closed"),
    (None, "EASTHAVEN (NP) - The bridge will not open."),
    (Role.SUBHEADING, "Cracks"),
    (None, "Repairs take months."),
]


@pytest.mark.parametrize(
    "data",
    [
        message(item()),
        message(item(), space=""),
        item().replace("<newsItem", f'<newsItem xmlns="{NAR}"', 1),
    ],
    ids=["message", "no namespace", "item alone"],
)
def test_a_story(data: str) -> None:
    article = one(data)
    assert lines(article) == STORY
    about = article.about
    assert about.title == "Bridge over the Merrow stays closed"  # beyond inline tags
    assert (about.outlet, about.author) == ("Norland Press", "Ann Poole")
    assert about.published == "2024-03-05T20:10:44+01:00"
    assert about.updated == "2024-03-06T09:00:00+01:00"
    assert about.language == "en-gb"
    assert article.notes == ()


@pytest.mark.parametrize(
    "kind",
    ["application/xhtml+xml", "application/xhtml+html", "xhtml/xml", "text/html", ""],
)
def test_every_name_of_xhtml(kind: str) -> None:
    assert lines(one(message(item(PAGE.replace("application/xhtml+xml", kind))))) == (
        STORY
    )


def test_nitf_inside() -> None:
    nitf = """<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head>
      <hedline><hl1>Other headline</hl1></hedline><byline>By Tom Reed</byline>
      </body.head><body.content><p>The bridge <num>2</num> stays.</p></body.content>
      </body></nitf></inlineXML>"""
    article = one(message(item(nitf)))
    assert article.about.title == "Bridge over the Merrow stays closed"
    assert article.about.author == "Ann Poole"
    assert article.text.endswith("The bridge 2 stays.")


def test_markup_in_plain_data() -> None:
    data = """<inlineData contenttype="text/plain"><![CDATA[<p>
           (NP) - The bridge will
not open.
   "Cracks," she said.
</p>]]></inlineData>"""
    assert [words for _, words in lines(one(message(item(data))))][1:] == [
        "(NP) - The bridge will not open.",
        '"Cracks," she said.',
    ]


def test_several_renditions_are_one_text() -> None:
    parts = "".join(
        f'<inlineData contenttype="text/plain" rendition="x:{part}">{part}</inlineData>'
        for part in ("headline", "teaser", "public")
    )
    assert lines(one(message(item(parts + PLAIN.format("text") + PAGE)))) == STORY
    article = one(message(item(parts + PLAIN.format("text"))))
    assert [words for _, words in lines(article)] == [
        "Bridge over the Merrow stays closed",
        "EASTHAVEN (NP) - The bridge will not open.",
        "Repairs take months.",
    ]


HIDDEN = [
    f'<inlineData rendition="rnd:nonpublic">{DESK}</inlineData>',
    f'<inlineData rendition="dpa7901rendition:nonpublic">{DESK}</inlineData>',
    f'<inlineData rendition="rnd:non-public">{DESK}</inlineData>',
    f'<inlineData rendition="rnd:NonPublic">{DESK}</inlineData>',
    f'<inlineData rendition="rnd:text rnd:nonpublic">{DESK}</inlineData>',
    f'<inlineData renditionuri="http://example.org/r/nonpublic">{DESK}</inlineData>',
    f'<inlineData rendition="rnd:internal">{DESK}</inlineData>',
    f'<inlineData role="x:contacts">{DESK}</inlineData>',
    f'<inlineData xmlns:y="urn:y" y:rendition="nonpublic">{DESK}</inlineData>',
    f'<inlineData pubconstraint="c:nonpublic">{DESK}</inlineData>',
    (
        f'<inlineXML rendition="rnd:notForPublication"><html><body><p>{DESK}</p></body>'
        f"</html></inlineXML>"
    ),
    (
        f"<inlineXML><html><body>{BODY}"
        f'<section class="np-nonpublic"><p>{DESK}</p></section></body></html>'
        "</inlineXML>"
    ),
    (
        f"<inlineXML><html><body>{BODY}<p>* * * *</p>"
        f"<p>The following information is not intended for publication</p>"
        f"<p>{DESK}</p></body></html></inlineXML>"
    ),
    (f"<inlineXML><html><body>{BODY}<p>Contact: {DESK}</p></body></html></inlineXML>"),
    (
        '<inlineData rendition="rnd:text">&lt;p&gt;A&lt;/p&gt;&lt;div '
        f'class="np-nonpublic"&gt;{DESK}&lt;/div&gt;</inlineData>'
    ),
]


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_is_not_public_is_nowhere(hidden: str, is_first: bool) -> None:
    contents = hidden + PAGE if is_first else PAGE + hidden
    article = one(message(item(contents)))
    shown = repr(article) + article.text
    for piece in ("5550", "desk@", "Ann Poole, +", "not intended"):
        assert piece not in shown
    assert article.text.startswith("Bridge over the Merrow stays closed")
    assert article.text.endswith("Repairs take months.")


@pytest.mark.parametrize("hidden", HIDDEN[:11])
def test_that_something_is_left_out_is_said(hidden: str) -> None:
    assert LEFT_OUT in one(message(item(PAGE + hidden))).notes


@pytest.mark.parametrize("hidden", HIDDEN[:11])
def test_a_story_that_is_not_public_is_none(hidden: str) -> None:
    with pytest.raises(SourceError, match="not for publication"):
        read(message(item(hidden)))


def test_an_item_that_is_not_public_is_none() -> None:
    with pytest.raises(SourceError, match="not for publication"):
        read(message(item(meta='<role qcode="r:internal"/>')))


@pytest.mark.parametrize(
    "note",
    [
        f'<edNote role="r:contacts">{DESK}</edNote>',
        f'<edNote pubconstraint="c:nonpublic" role="r:editorialnote">{DESK}</edNote>',
        f"<edNote>{DESK}</edNote>",
        f'<edNote role="r:notepad">{DESK}</edNote>',
        f'<edNote role="sttnote:private">{DESK}</edNote>',
        f'<edNote role="r:public">Adds quote. {DESK}</edNote>',
        (
            f'<edNote><section><p>Adds quote.</p><section class="np-nonpublic">{DESK}'
            "</section></section></edNote>"
        ),
    ],
)
def test_contacts_in_notes_are_nowhere(note: str) -> None:
    article = one(message(item(meta=note)))
    assert "5550" not in repr(article)
    assert "desk@" not in repr(article)
    assert ("note to editors: Adds quote." in article.notes) == ("Adds" in note)


def test_words_like_these_in_a_text_stay() -> None:
    body = """<p>The memo was not intended for publication, Poole said. Her private
     contacts: none.</p><p>* * *</p><p>An <a class="internal">internal link</a>.</p>"""
    text = one(message(item(PAGE.replace(BODY, body)))).text
    assert "not intended for publication, Poole said" in text
    assert text.endswith("An internal link.")


@pytest.mark.parametrize(
    ("meta", "note"),
    [
        ('<pubStatus qcode="stat:canceled"/>', "cancelled this story"),
        ('<pubStatus qcode="stat:withheld"/>', "withholds this story"),
        (
            '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
            "cancelled this story",
        ),
        ("<embargoed>2024-03-07T00:01:00Z</embargoed>", "under embargo until 2024-03"),
        ('<signal qcode="sig:correction"/>', "it corrects a story"),
        ('<edNote role="r:correction">Name fixed</edNote>', "correction: Name fixed"),
        ("<edNote>Eds: Adds quote</edNote>", "note to editors: Adds quote"),
    ],
)
def test_what_the_agency_says_of_it(meta: str, note: str) -> None:
    assert any(note in told for told in one(message(item(meta=meta))).notes)


def test_a_line_under_the_headline() -> None:
    sub = '<headline role="hld:subHeadline">Ministry blames cracks</headline>'
    article = one(message(item(content_meta=sub)))
    assert lines(article)[1] == (Role.SUBHEADING, "Ministry blames cracks")


def test_the_furniture_of_xhtml_of_agencies_is_no_text() -> None:
    page = PAGE.replace(
        BODY,
        '<header><ul class="slugline"><li>Bridges</li></ul><time class='
        f'"publicationDate">05.03.2024</time><p class="genre">Report</p>'
        f'<p class="byline">By Tom Reed</p></header>{BODY}'
        '<p class="closingline">np ap tr</p>',
    )
    article = one(message(item(page)).replace("<by>By Ann Poole, NP</by>", ""))
    assert lines(article) == STORY
    assert article.about.author == "Tom Reed"


def test_copy_inside_one_paragraph_is_cut_at_its_indents() -> None:
    copy = """<p>(Adds comments)
    By Tom Reed
    March 5 (NP) - The bridge will not
open for months.
    Cracks were found in two piers, an
engineer said.</p>"""
    article = one(message(item(PAGE.replace(BODY, copy), content_meta="")))
    assert [words for _, words in lines(article)][1:] == [
        "March 5 (NP) - The bridge will not open for months.",
        "Cracks were found in two piers, an engineer said.",
    ]
    assert "note to editors: Adds comments" in article.notes


@pytest.mark.parametrize(
    ("kind", "contents", "why"),
    [
        ("picture", '<remoteContent href="a.jpg"/>', "is a picture"),
        ("video", "", "is a video"),
        ("text", '<remoteContent href="a.xml"/>', "in another file"),
        ("text", "", "has no text"),
        ("text", "<inlineXML><sports-content/></inlineXML>", "has no text"),
    ],
)
def test_items_without_a_text(kind: str, contents: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        read(message(item(contents, kind=kind)))


def test_a_package_gives_its_items_and_says_what_is_not_there() -> None:
    package = """<packageItem guid="p"><itemMeta/><groupSet><group>
      <itemRef residref="urn:x:1"/><itemRef residref="urn:x:2"/>
      <itemRef residref="urn:x:9"/></group></groupSet></packageItem>"""
    first, second, third, missing = read(
        message(package, item(), item(guid="2"), item("", guid="3", kind="picture"))
    )
    assert isinstance(first, Extract)
    assert isinstance(second, Extract)
    assert (first.part, second.part) == ("1", "2")
    assert third == Unread("3", "item 3 of a.xml is a picture, not an article")
    assert isinstance(missing, Unread)
    assert "1 item that is not in a.xml" in missing.why


def test_a_package_alone() -> None:
    package = (
        f'<packageItem xmlns="{NAR}"><groupSet><itemRef residref="a"/>'
        "</groupSet></packageItem>"
    )
    with pytest.raises(SourceError, match="1 item that is not in"):
        read(package)


@pytest.mark.parametrize("root", ["planningItem", "conceptItem", "knowledgeItem"])
def test_what_tells_nothing_yet(root: str) -> None:
    with pytest.raises(SourceError, match="without a story"):
        read(f'<{root} xmlns="{NAR}"/>')


NEWSML1 = """<NewsML><NewsEnvelope><DateAndTime>20240307</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>np.example
</ProviderId></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20240305T191044+0100</FirstCreated>
<ThisRevisionCreated>20240305T191044+0100</ThisRevisionCreated>
<Status FormalName="{status}"/></NewsManagement>
<NewsComponent><NewsLines><DateLine>EASTHAVEN</DateLine></NewsLines>
<NewsComponent><NewsLines><HeadLine>Bridge stays closed</HeadLine>
<SubHeadLine>Cracks in two piers</SubHeadLine><ByLine>By Ann Poole</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="NP"/></Provider>
</AdministrativeMetadata>
<NewsComponent><Role FormalName="Contact"/><ContentItem><DataContent>
<p>Ann Poole, desk@example.org, a long line that would win</p>
</DataContent></ContentItem>
</NewsComponent>
<NewsComponent><Role FormalName="Photo"/><ContentItem><MediaType FormalName="Photo"/>
<DataContent>A caption</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>
<p>The bridge stays closed.</p><p>Repairs take months.</p></DataContent></ContentItem>
</NewsComponent></NewsComponent></NewsComponent></NewsItem></NewsML>"""


def test_newsml_1() -> None:
    article = one(NEWSML1.format(status="Usable"))
    assert lines(article) == [
        (Role.HEADLINE, "Bridge stays closed"),
        (Role.SUBHEADING, "Cracks in two piers"),
        (None, "The bridge stays closed."),
        (None, "Repairs take months."),
    ]
    about = article.about
    assert (about.outlet, about.author) == ("NP", "Ann Poole")
    assert (about.published, about.updated) == ("2024-03-05T19:10:44+01:00", None)
    assert article.notes == (LEFT_OUT,)
    assert "cancelled" in one(NEWSML1.format(status="Canceled")).notes[0]


@pytest.mark.parametrize(
    "data", ["<newsMessage", message(item()).partition("<contentSet>")[0], message()]
)
def test_damaged_files_are_told_in_a_sentence(data: str) -> None:
    with pytest.raises(SourceError, match=r"a\.xml"):
        list(newsml.extract(data.encode(), "a.xml", Options()))


def test_a_file_cut_in_its_text_is_read_and_said() -> None:
    article = one(message(item()).partition("<h2>")[0])
    assert article.text.endswith("The bridge will not open.")
    assert any("damaged XML" in note for note in article.notes)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"NewsML is a format.\n",
        b"<html><body><newsItem/></body></html>",
        b"<rss><channel><newsItem/></channel></rss>",
        b"<nitf/>",
    ],
)
def test_other_files_are_not_taken_for_newsml(data: bytes) -> None:
    assert not newsml.recognises(Probe(data), Options())
