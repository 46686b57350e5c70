"""Exports of Europresse as HTML, in both layouts."""

from __future__ import annotations

import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread, extracted, format_of
from newsdiff.formats.exports import europresse
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

CERTIFICATE = (
    '<div id="divPubliC"><div><span id="PubliC">news·20220311·CO·1</span></div>'
    "<div>Ce certificat est émis à <b> </b>.</div><div><span>Date d'émission : "
    "<b>2023-07-04</b></span></div></div>"
)


def today(
    header: str, title: str, body: str, *, author: str = "", aside: str = ""
) -> str:
    return (
        '<article> <header> <img src="x.gif" /> <div> '
        '<span class="DocPublicationName">Le Phare, no. 5968 </span> </div> <div> '
        f"{header} </div> <div><p>VILLE</p></div> "
        f'<div class="titreArticle"> <p class="sm-margin-bottom">PORT</p> '
        f'<p class="titreArticleVisu">{title}</p> </div> {author} </header> '
        f"<section> {body} </section> <aside> {aside}<div><b>Note(s) : </b></div> "
        "</aside> <footer> <small>© 2022 Le Phare. Tous droits réservés.</small> "
        f"<p>Numéro de document : news·20220311·CO·1</p> {CERTIFICATE} </footer> "
        "</article>"
    )


def marked(words: str) -> str:
    return f'<span class="DocHeader">{words}</span>'


FIRST = today(
    marked("Ville, vendredi 11 mars 2022, p. 12.30"),
    "Le vieux pont est fermé",
    "<div class=\"DocText\"> <div class='docOcurrContainer'> <p>Le <mark>pont</mark> "
    "du port\nest fermé.</p> <p>Deux piles sont fissurées.</p> </div> </div>",
    author="<div>Jeanne Marais</div>",
    aside="<div><p><b>Illustration(s) : </b></p><div><p>Le pont.</p></div></div>",
)
SECOND = today(
    marked("Saturday, March 12, 2022"),
    "Fermé jusqu'à l'été",
    "<p>Le pont reste fermé.</p> </div> </div>",
)
THIRD = today(
    '<span class="DocTitreSousSection">Ville</span> <span>13 mars 2022</span>',
    "La mairie répond",
    '<div class="DocText clearfix"><p>La mairie répond.</p></div>',
    author='<div class="docAuthors">Tom Cole; Ada Quill</div>',
)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>'
    f"{FIRST}{SECOND}{THIRD}</body></html>"
)


def older(header: str, title: str, behind: str) -> str:
    return (
        '<table align="center"><tr><td><table id="tbHeaderImages"><tr><td></td></tr>'
        '</table><span class="DocPublicationName">Le Phare, no. 5968</span><br>'
        f'{header}<br><br>PORT<br><span class="TitreArticleVisu">{title}</span>{behind}'
        "<p></p><b><i>© 2022 Le Phare. Tous droits réservés.</i></b><p></p>"
        "Numéro de document : news·20220311·CO·1<br><br><table><tr><td>"
        "news·20220311·CO·1</td></tr><tr><td>Date d'émission : <b>2023-07-04</b></td>"
        "</tr></table></td></tr></table>\n<p><br>"
    )


OLD = (
    '<html><head><META http-equiv="Content-Type" content="text/html; '
    'charset=ISO-8859-1"></head><body>'
    + older(
        marked("Ville, ") + marked("vendredi ") + marked("11 mars 2022"),
        'Le vieux <span style="color:red">pont</span> est fermé',
        '<br><br>Le pont du port est fermé,<font style="x"> dit la mairie.</font>'
        "<p></p>Deux piles sont fissurées.",
    )
    + older(
        marked("samedi ") + marked("12 mars 2022") + marked(", p. 03"),
        "Fermé jusqu'à l'été",
        '<br><br>Jeanne Marais<br><p></p><font style="x">Le pont reste fermé.</font>',
    )
    + "</body></html>"
)


def read(html: str, encoding: str = "utf-8") -> list[Extract | Unread]:
    return list(extracted(html.encode(encoding), "export.html"))


def articles(html: str, encoding: str = "utf-8") -> list[Extract]:
    found = read(html, encoding)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def paragraphs(one: Extract) -> list[str]:
    return [one.text[block.span.start : block.span.end] for block in one.blocks]


def test_an_export_of_today_is_split_into_its_articles() -> None:
    assert format_of(PAGE.encode()) == "europresse"
    found = articles(PAGE)
    assert [one.about.outlet for one in found] == ["Le Phare"] * 3
    assert [one.about.author for one in found] == [
        "Jeanne Marais",
        None,
        "Tom Cole, Ada Quill",
    ]
    assert [paragraphs(one) for one in found] == [
        [
            "Le vieux pont est fermé",
            "Le pont du port est fermé.",
            "Deux piles sont fissurées.",
        ],
        ["Fermé jusqu'à l'été", "Le pont reste fermé."],
        ["La mairie répond", "La mairie répond."],
    ]
    assert {one.blocks[0].role for one in found} == {Role.HEADLINE}
    assert [one.notes for one in found] == [("left out: 1 picture caption",), (), ()]


@pytest.mark.parametrize("html", [PAGE, OLD], ids=["today", "older"])
def test_the_day_is_that_of_the_article_not_of_the_certificate(html: str) -> None:
    dates = [one.about.published for one in articles(html)]
    assert dates[:2] == ["2022-03-11", "2022-03-12"]
    assert "2023" not in "".join(one.text for one in articles(html))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_an_older_export_is_split_into_its_articles(encoding: str) -> None:
    assert format_of(OLD.encode(encoding)) == "europresse"
    first, second = articles(OLD, encoding)
    assert first.about.outlet == second.about.outlet == "Le Phare"
    assert first.about.author is None
    assert second.about.author == "Jeanne Marais"
    assert first.notes == ()
    assert paragraphs(first) == [
        "Le vieux pont est fermé",
        "Le pont du port est fermé, dit la mairie.",
        "Deux piles sont fissurées.",
    ]
    assert paragraphs(second) == ["Fermé jusqu'à l'été", "Le pont reste fermé."]


def test_an_article_without_text_is_said_to_have_none() -> None:
    found = read(PAGE.replace("<p>Le pont reste fermé.</p>", ""))
    assert isinstance(found[0], Extract)
    assert found[1] == Unread(
        "2",
        "article 2 (“Fermé jusqu'à l'été”) has no text in this export: "
        "export it in full",
    )


@pytest.mark.parametrize("html", [PAGE, OLD], ids=["today", "older"])
@pytest.mark.parametrize("share", [0.7, 0.9])
def test_what_is_left_of_a_truncated_export_is_read(html: str, share: float) -> None:
    first = read(html[: int(len(html) * share)])[0]
    assert isinstance(first, Extract)
    assert first.about.title == "Le vieux pont est fermé"


@pytest.mark.parametrize("html", [PAGE, OLD], ids=["today", "older"])
@pytest.mark.parametrize("inside", ["<div>" * 50_000, "<i>" * 50_000, "<br>" * 50_000])
def test_noise_takes_bounded_time(html: str, inside: str) -> None:
    began = time.process_time()
    assert read(html.replace("Deux piles", inside + "Deux piles"))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "html",
    [
        "<article><p>Europresse names it DocPublicationName.</p></article>",
        '<article><h1 class="titreArticle">Le pont</h1><p>Fermé.</p></article>',
        "",
    ],
)
def test_pages_are_not_taken_for_exports(html: str) -> None:
    assert not europresse.recognises(Probe(html.encode()), Options())
    with pytest.raises(SourceError, match=r"\A[^\n]+\Z"):
        list(europresse.extract(b"<p>a</p>", "a.html", Options()))
