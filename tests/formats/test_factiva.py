"""Exports of Factiva: HTML with codes and without, XML, rich text."""

from __future__ import annotations

import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread, extracted, format_of
from newsdiff.formats.exports import factiva, factiva_rtf, factiva_xml
from newsdiff.formats.registry import Probe
from newsdiff.model import Role


def row(code: str, words: str) -> str:
    return (
        f'<tr><td align="right" class="index"><b>{code}</b>&nbsp;</td><td>{words}</td>'
        "</tr>\n"
    )


def words(*texts: str, language: str = "en") -> str:
    return "\n".join(
        f'<p class="articleParagraph {language}articleParagraph">{text}</p>'
        for text in texts
    )


def coded(language: str, *rows: str) -> str:
    return (
        f'<span></span><div class="article {language}Article"><table><tr></tr>'
        f"{''.join(rows)}</table><br/></div><br/>"
    )


FIRST = coded(
    "fr",
    row("SE", "Région"),
    row("HD", "<b class='frHeadline'>Le vieux pont\nest fermé</b>\n"),
    row("BY", "Par Jeanne Marais"),
    row("WC", "295 mots"),
    row("PD", "11 février 2022"),
    row("ET", "15:32"),
    row("SN", "Le Phare"),
    row("SC", "PHARE"),
    row("LA", "Français"),
    row("CY", "(c) 2022 Le Phare."),
    row("LP", words("Le pont est fermé.", "Depuis jeudi.", language="fr")),
    row("TD", words("Deux <span>piles</span> sont fissurées.", language="fr")),
    row("ART", "Le pont. PHOTO"),
    row("CX", "Les piles sont trois."),
    row("RF", "FRANCE-PONT"),
    row("NS", "gcat : Political/General News | gpol : Domestic Politics"),
    row("AN", "Document PHARE00020220211e7ct0001r"),
)
SECOND = coded(
    "en",
    row("HD", "<b class='enHeadline'>Bridge shut</b>"),
    row("PD", "12 February 2022"),
    row("SN", "Northern Times"),
    row("LP", words("The bridge stays shut.")),
    row("AN", "Document NTIM000020220212e7ct0001r"),
)
SUMMARY = (
    '<div id="searchSummary"><table><tr><td>Text</td><td>bridge and harbour</td></tr>'
    "<tr><td>Date</td><td>01/02/2022 to 01/03/2022</td></tr></table></div>"
    '<div id="pageFooter">&copy; 2022 Factiva, Inc.</div>'
)


def page(*parts: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Factiva</title>"
        "<style>.article { margin: 0; }</style></head><body><h1>Factiva</h1>"
        f"{''.join(parts)}{SUMMARY}</body></html>"
    )


PLAIN = (
    '<div id="article-pnp1" class="article"><div class="article deArticle"><p>'
    '<img class="srcLogo" src="x.gif"/></p>\n<p>\n<div>Lokales</div>'
    "<div id=\"hd\"><span class='deHeadline'> Alte Brücke gesperrt.</span>\n</div>"
    '<div class="author">Von Jens Kai und Ute Mole   </div><div>1.664 Wörter\n</div>'
    '<div>18 April 2022\n</div><div>07:14</div><div><a href="x">Hafenzeitung</a></div>'
    "<div>HAFZ\n</div><div>18</div><div>Deutsch\n</div><div>(c) 2022 Hafenzeitung\n"
    "</div></p>\n"
    + words('Die Brücke ist zu, sagt <a href="x">der Rat</a>.', "Mehr", language="de")
    + '<pre class="articleParagraph dearticleParagraph">Pfeiler  Risse</pre>'
    "<p>Verlag</p><p>Dokument pnp1</p></div></div><br/><span></span>"
)
PAGE = page(FIRST, SECOND)


def read(data: str | bytes, name: str = "export") -> list[Extract | Unread]:
    return list(extracted(data if isinstance(data, bytes) else data.encode(), name))


def articles(data: str | bytes) -> list[Extract]:
    found = read(data)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def paragraphs(one: Extract) -> list[str]:
    return [one.text[block.span.start : block.span.end] for block in one.blocks]


def test_an_export_with_codes_is_split_into_its_articles() -> None:
    assert format_of(PAGE.encode()) == "factiva"
    first, second = articles(PAGE)
    assert first.about.title == "Le vieux pont est fermé"
    assert first.about.outlet == "Le Phare"
    assert first.about.author == "Jeanne Marais"
    assert first.about.published == "2022-02-11T15:32"
    assert [first.about.language, second.about.language] == ["fr", "en"]
    assert paragraphs(first) == [
        "Le vieux pont est fermé",
        "Le pont est fermé.",
        "Depuis jeudi.",
        "Deux piles sont fissurées.",
    ]
    assert first.blocks[0].role is Role.HEADLINE
    assert first.notes == (
        "the archive adds a correction: Les piles sont trois.",
        "left out: 1 picture caption",
    )
    assert second.about.published == "2022-02-12"
    assert paragraphs(second) == ["Bridge shut", "The bridge stays shut."]


def test_an_export_without_codes_is_read_by_the_order_of_its_lines() -> None:
    one, other = articles(page(PLAIN, PLAIN.replace("<div>07:14</div>", "")))
    assert one.about.title == "Alte Brücke gesperrt."
    assert one.about.outlet == other.about.outlet == "Hafenzeitung"
    assert one.about.author == "Jens Kai, Ute Mole"
    assert one.about.published == "2022-04-18T07:14"
    assert other.about.published == "2022-04-18"
    assert one.about.language == "de"
    assert paragraphs(one)[1:] == [
        "Die Brücke ist zu, sagt der Rat.",
        "Mehr",
        "Pfeiler Risse",
    ]


def test_an_article_without_text_is_said_to_have_none() -> None:
    empty = coded("en", row("HD", "<b>Photo of the day</b>"), row("PD", "1 May 2022"))
    first, second = read(page(SECOND, empty))
    assert isinstance(first, Extract)
    assert second == Unread(
        "2",
        "article 2 (“Photo of the day”) has no text in this export: export it in full",
    )


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
def test_what_is_left_of_truncated_html_is_read(share: float) -> None:
    first = read(PAGE[: int(len(PAGE) * share)])[0]
    assert isinstance(first, Extract)
    assert paragraphs(first)[0] == "Le vieux pont est fermé"


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", '<div class="article">'])
def test_html_that_nests_deep_is_read_in_bounded_time(tag: str) -> None:
    began = time.process_time()
    assert read(page(FIRST.replace("Deux", tag * 30_000 + "Deux"), SECOND))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "html",
    [
        '<div class="article"><p>How to export from Factiva: HD is the headline.</p>',
        '<body><div class="article enArticle"><p>A shop.</p></div></body>',
        "<p>Factiva writes &lt;b>HD&lt;/b> and class=article.</p>",
        "",
    ],
)
def test_pages_are_not_taken_for_exports(html: str) -> None:
    assert not factiva.recognises(Probe(html.encode()), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(factiva.extract(b"<p>a</p>", "a.html", Options()))


ITEM = """\
      <ppsarticle><article>
        <accessionNo>HCOU0000</accessionNo><baseLanguage>EN</baseLanguage>
        <copyright>(c) 2022 Company</copyright>
        <headline><paragraph display="Proportional" lang="EN">
          <hlt>BRIDGE</hlt> - closed</paragraph></headline>
        <byline>By Ada Quill</byline>
        <leadParagraph>
          <paragraph>The <hlt>bridge</hlt> is &amp; stays closed.</paragraph>
        </leadParagraph>
        <pages>1</pages>
        <publicationDate><dateTime>2022-02-11T01:35:58Z</dateTime></publicationDate>
        <sourceName>Harbour Courier</sourceName>
        <region code="usa"><name>United States</name></region>
        <tailParagraphs><paragraph>Nobody knows</paragraph><paragraph>when it opens.
        </paragraph></tailParagraphs>
        <notes>A NOTE</notes><wordCount>942</wordCount>
      </article></ppsarticle>
"""
XML = f"""\
<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
  <ppsarticleResultSet count="2">
{ITEM}{ITEM.replace("BRIDGE", "TUNNEL")}
  </ppsarticleResultSet></ppsArticleResponse></PPSResponse>
"""


@pytest.mark.parametrize(
    "data",
    [
        XML.encode("utf-8-sig"),
        XML.replace(' xmlns="http://global.factiva.com/pps/2.0"', "").encode(),
    ],
    ids=["namespace", "none"],
)
def test_an_export_as_xml_is_split_into_its_articles(data: bytes) -> None:
    first, second = articles(data)
    assert first.about.title == "BRIDGE - closed"
    assert second.about.title == "TUNNEL - closed"
    assert first.about.outlet == "Harbour Courier"
    assert first.about.author == "Ada Quill"
    assert first.about.published == "2022-02-11T01:35:58+00:00"
    assert first.about.language == "en"
    assert paragraphs(first)[1:] == [
        "The bridge is & stays closed.",
        "Nobody knows",
        "when it opens.",
    ]


def test_paragraphs_that_are_only_indented_are_told_apart() -> None:
    text = XML.replace(
        "<paragraph>The <hlt>bridge</hlt> is &amp; stays closed.</paragraph>",
        "\nThe bridge is closed, and\nstays so.\n    Nobody knows why.\n",
    )
    assert paragraphs(articles(text)[0])[1:3] == [
        "The bridge is closed, and stays so.",
        "Nobody knows why.",
    ]


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
def test_what_is_left_of_truncated_xml_is_read(share: float) -> None:
    first = read(XML[: int(len(XML) * share)])[0]
    assert isinstance(first, Extract)
    assert first.about.title == "BRIDGE - closed"
    assert paragraphs(first)[-1] == "when it opens."


def test_entities_are_not_defined_and_it_ends_at_once() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    text = XML.replace("<PPSResponse>", f"<!DOCTYPE a [{bomb}]><PPSResponse>", 1)
    began = time.process_time()
    text = text.replace("when it opens", "when &e29; opens")
    first = next(iter(factiva_xml.extract(text.encode(), "a.xml", Options())))
    assert isinstance(first, Extract)
    assert first.text.endswith("when &e29; opens.")
    assert time.process_time() - began < 1


def test_xml_that_nests_deep_is_read_in_bounded_time() -> None:
    began = time.process_time()
    text = XML.replace("Nobody knows", "<hlt>" * 50_000 + "Nobody knows")
    assert read(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("data", [b"", b"<a/>", b"<rss><b>ppsarticle</b></rss>"])
def test_other_xml_is_not_taken_for_an_export(data: bytes) -> None:
    assert not factiva_xml.recognises(Probe(data), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(factiva_xml.extract(data, "a.xml", Options()))


def rich(text: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)


def line(text: str, size: int = 20) -> str:
    return f"\\pard\\plain\\fs{size} {rich(text)}\\par\n"


def cells(code: str, *texts: str) -> str:
    inside = "\\par ".join(map(rich, texts))
    return (
        "\\trowd\\cellx700\\cellx9000\\pard\\intbl\\b "
        f"{code}\\b0\\cell\\pard\\intbl {inside}\\cell\\row\n"
    )


def document(*parts: str) -> bytes:
    footer = "{\\footer \\pard \\u169? 2022 Factiva, Inc. All rights reserved.\\par}"
    inside = "".join(parts)
    return f"{{\\rtf1\\ansi\\ansicpg1252 {footer}\n{inside}}}".encode()


SUMMARY_RTF = line("Search Summary", 32) + line("Text bridge") + line("Results Found 2")
CODED_RTF = (
    cells("SE", "Région")
    + cells("HD", "Le vieux pont est fermé")
    + cells("BY", "Par Jeanne Marais")
    + cells("WC", "295 mots")
    + cells("PD", "11 février 2022")
    + cells("ET", "15:32")
    + cells("SN", "Le Phare")
    + cells("LA", "Français")
    + cells("CY", "(c) 2022 Le Phare.")
    + cells("LP", "Le pont est fermé.", "Depuis jeudi.")
    + cells("TD", "Deux piles.", "Fissurées.", "SE taire.", "Rien.", "Fin.")
    + cells("NS", "gcat : Political/General News")
    + cells("AN", "Document PHARE00020220211e7ct0001r")
    + "\\page\n"
)
PLAIN_RTF = (
    line("Lokales")
    + line("Alte Brücke gesperrt", 28)
    + line("Von Jens Kai")
    + line("1.664 Wörter")
    + line("18 April 2022")
    + line("07:14")
    + line("Hafenzeitung")
    + line("HAFZ")
    + line("18")
    + line("Deutsch")
    + line("(c) 2022 Hafenzeitung Verlag")
    + line("Die Brücke ist zu.")
    + line("Mehr weiß niemand.")
    + line("Hafenzeitung Verlag")
    + line("Dokument HAFZ000020220418e7ct0001r")
    + "\\page\n"
)


def test_rich_text_with_codes_is_split_into_its_articles() -> None:
    data = document(CODED_RTF, CODED_RTF, SUMMARY_RTF)
    assert format_of(data) == "factiva_rtf"
    one, other = articles(data)
    assert one.about == other.about
    assert one.about.title == "Le vieux pont est fermé"
    assert one.about.outlet == "Le Phare"
    assert one.about.author == "Jeanne Marais"
    assert one.about.published == "2022-02-11T15:32"
    assert one.about.language == "français"
    assert paragraphs(one)[1:] == [
        "Le pont est fermé.",
        "Depuis jeudi.",
        "Deux piles.",
        "Fissurées.",
        "SE taire.",
        "Rien.",
        "Fin.",
    ]


def test_rich_text_without_codes_is_read_by_the_order_of_its_lines() -> None:
    one, other = articles(
        document(PLAIN_RTF, PLAIN_RTF.replace(line("07:14"), ""), SUMMARY_RTF)
    )
    assert one.about.title == "Alte Brücke gesperrt"
    assert one.about.author == "Jens Kai"
    assert one.about.outlet == other.about.outlet == "Hafenzeitung"
    assert one.about.published == "2022-04-18T07:14"
    assert other.about.published == "2022-04-18"
    assert paragraphs(one)[1:] == ["Die Brücke ist zu.", "Mehr weiß niemand."]


def test_what_is_left_of_truncated_rich_text_is_read() -> None:
    data = document(CODED_RTF, PLAIN_RTF)
    cut = data[: data.index(b"Mehr wei")]
    found = read(cut)
    assert [one.part for one in found] == ["1", "2"]
    assert isinstance(found[1], Extract)
    assert paragraphs(found[1])[1:] == ["Die Brücke ist zu."]


@pytest.mark.parametrize(
    "data",
    [
        document(line("Bridge closed"), line("Factiva has it as Document 12.")),
        document(),
    ],
)
def test_other_rich_text_is_not_taken_for_an_export(data: bytes) -> None:
    assert not factiva_rtf.recognises(Probe(data), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(factiva_rtf.extract(data, "a.rtf", Options()))


def test_an_export_in_the_language_of_a_reader_in_china() -> None:
    local = PLAIN
    for here, there in (("18 April 2022", "2022 年 4 月 18 日"), ("Wörter", "字")):
        assert here in local
        local = local.replace(here, there)
    one, same = articles(page(local, PLAIN))
    assert one.about.outlet == same.about.outlet == "Hafenzeitung"
    assert one.about.published == same.about.published == "2022-04-18T07:14"
