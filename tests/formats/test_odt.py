import contextlib
import io
import zipfile

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options
from newsdiff.formats.documents import odt as documents
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    "".join(
        f' xmlns:{prefix}="{OASIS}{space}:1.0"'
        for prefix, space in {
            "office": "office",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "style": "style",
            "fo": "xsl-fo-compatible",
            "meta": "meta",
            "manifest": "manifest",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
MIME = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:default-style style:family="paragraph"><style:text-properties
 fo:font-size="12pt"/></style:default-style>
<style:style style:family="paragraph" style:name="Title"><style:text-properties
 fo:font-size="200%"/></style:style>
<style:style style:family="paragraph" style:name="P1"
 style:parent-style-name="Title"/>
<style:style style:family="paragraph" style:name="Big"><style:text-properties
 fo:font-size="20pt"/></style:style>
<style:style style:family="paragraph" style:name="Figure"
 style:parent-style-name="Caption"/>
<style:style style:family="paragraph" style:name="Caption"/>
<style:style style:family="text" style:name="T1"><style:text-properties
 text:display="none"/></style:style>
<style:style style:family="text" style:name="T2"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
"""
HEADLINE = "Harbour wall gives way"


def content(body: str, root: str = "document-content", more: str = "") -> str:
    return (
        f'<?xml version="1.0"?><office:{root}{SPACES} office:mimetype="{MIME}">{more}'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def odt(body: str, **members: str) -> bytes:
    """A document; further members by their names without ".xml"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content(body))
        archive.writestr(
            "META-INF/manifest.xml",
            f"<manifest:manifest{SPACES}>{members.pop('manifest', '')}"
            "</manifest:manifest>",
        )
        for name, inside in members.items():
            archive.writestr(f"{name}.xml", f"<office:x{SPACES}>{inside}</office:x>")
    return out.getvalue()


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def read(body: str, **members: str) -> Extract:
    (article,) = documents.extract(odt(body, **members), "report.odt", Options())
    return article


def texts(body: str, **members: str) -> list[str]:
    return read(body, **members).text.split("\n\n")


class TestText:
    def test_headline_crosshead_caption_and_body(self) -> None:
        article = read(
            p(HEADLINE, "P1")
            + p("By Ann Marsh")
            + '<text:h text:outline-level="2">Nobody hurt</text:h>'
            + p("Eleven boats were lost.")
            + p("The gap on Tuesday", "Figure")
        )
        roles = [block.role for block in article.blocks]
        assert roles == [Role.HEADLINE, None, Role.SUBHEADING, None, Role.CAPTION]
        assert article.about.title == HEADLINE
        assert article.text.endswith("The gap on Tuesday")
        assert article.notes == ()

    def test_headline_by_size_or_by_the_title_of_the_file(self) -> None:
        body = p(HEADLINE, "Big") + p("Eleven boats were lost, the office said.")
        assert read(body).about.title == HEADLINE
        meta = f"<dc:title>{HEADLINE}</dc:title><dc:creator>Desk</dc:creator>"
        body = body.replace("Big", "Standard")
        about = read(body, meta=meta).about
        assert (about.title, about.author) == (HEADLINE, None)
        assert read(body).about.title is None

    def test_blanks_tabs_and_breaks(self) -> None:
        inside = (
            'Eleven<text:s text:c="3"/>boats\n  were<text:tab/>lost<text:line-break/>.'
        )
        assert texts(p(inside)) == ["Eleven boats were lost ."]

    def test_accepted_text(self) -> None:
        changes = (
            "<text:tracked-changes><text:changed-region><text:deletion>"
            f"{p('ships')}</text:deletion></text:changed-region><text:changed-region>"
            "<text:insertion/></text:changed-region></text:tracked-changes>"
        )
        article = read(
            changes
            + p(
                'Eleven <text:change text:change-id="1"/><text:change-start/>boats'
                "<text:change-end/> were lost."
            )
        )
        assert article.text == "Eleven boats were lost."
        assert article.notes == (
            "read as if all tracked changes were accepted: 1 insertion, 1 deletion",
        )

    def test_lists_sections_and_tables(self) -> None:
        item = f"<text:list-item>{p('Bread.')}</text:list-item>"
        cells = "".join(
            f"<table:table-cell>{p(word)}</table:table-cell>"
            for word in ("Boats", "11")
        )
        row = f"<table:table-row>{cells}<table:covered-table-cell/></table:table-row>"
        body = (
            f"<text:section><text:list>{item}</text:list></text:section>"
            f"<table:table><table:table-column/><table:table-header-rows>{row}"
            f"</table:table-header-rows>{row}</table:table>"
        )
        assert texts(body) == ["Bread.", "Boats | 11", "Boats | 11"]

    def test_notes_at_the_end_and_boxes_behind(self) -> None:
        note = (
            '<text:note text:note-class="endnote"><text:note-citation>1'
            f"</text:note-citation><text:note-body>{p('Eleven.')}</text:note-body>"
            "</text:note>"
        )
        box = (
            f"<draw:frame><draw:text-box>{p('In short: lost.')}</draw:text-box>"
            "</draw:frame>"
        )
        article = read(p(f"Boats{note} were{box} lost.") + p("Nobody was hurt."))
        assert article.text.split("\n\n") == [
            "Boats were lost.",
            "In short: lost.",
            "Nobody was hurt.",
            "Eleven.",
        ]
        assert article.notes == (
            "put behind the text they belong to: 1 endnote, 1 boxed text",
        )

    def test_what_is_left_out_is_counted(self) -> None:
        article = read(
            p(
                'Nobody was <text:span text:style-name="T1">badly</text:span>'
                '<text:span text:style-name="T2">slightly</text:span>'
                f"<office:annotation>{p('Is that so?')}</office:annotation>hurt"
                "<text:ruby><text:ruby-base>.</text:ruby-base><text:ruby-text>x"
                "</text:ruby-text></text:ruby>"
            )
            + p('Gone.<text:hidden-paragraph text:is-hidden="true"/>')
            + f'<text:section text:display="none">{p("Gone.")}</text:section>'
            + f"<text:table-of-content>{p('Wall 1')}</text:table-of-content>",
            styles=f"<style:header>{p('Marsh Chronicle')}</style:header>"
            f"<style:footer>{p('')}</style:footer>",
        )
        assert article.text == "Nobody was hurt."
        assert article.notes == (
            (
                "left out: 3 hidden passages, 1 struck-out passage, 1 comment, "
                "1 table of contents, 1 header"
            ),
        )

    def test_flat_document(self) -> None:
        data = content(
            p(HEADLINE, "Title") + p("Nobody was hurt."), "document"
        ).encode()
        assert documents.recognises(Probe(data), Options())
        (article,) = documents.extract(data, "report.fodt", Options())
        assert article.about.title == HEADLINE
        assert article.text.endswith("\n\nNobody was hurt.")


class TestGuards:
    def refused(self, data: bytes) -> str:
        with pytest.raises(SourceError) as refusal:
            list(documents.extract(data, "report.odt", Options()))
        assert "\n" not in str(refusal.value)
        return str(refusal.value)

    def test_empty(self) -> None:
        assert "no article" in self.refused(odt(p("")))

    def test_locked(self) -> None:
        locked = (
            "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        )
        assert "password" in self.refused(odt(p("x"), manifest=locked))

    def test_cut(self) -> None:
        data = odt(p("Nobody was hurt."))
        for end in range(120, len(data), 50):
            assert documents.recognises(Probe(data[:end]), Options())
            self.refused(data[:end])

    def test_a_changed_byte_anywhere(self) -> None:
        data = odt(p("Nobody was hurt."))
        for at in range(0, len(data), 5):
            changed = bytearray(data)
            changed[at] ^= 0x15
            with contextlib.suppress(SourceError):
                list(documents.extract(bytes(changed), "report.odt", Options()))

    @pytest.mark.parametrize("depth", [100, 100_000])
    def test_nesting(self, depth: int) -> None:
        body = "<text:section>" * depth + p("Deep.") + "</text:section>" * depth
        if depth > 200:
            assert "damaged" in self.refused(odt(body))
        else:
            assert texts(body) == ["Deep."]

    def test_nested_spans_are_text_or_one_sentence(self) -> None:
        data = odt(p("<text:span>" * 248 + "Deep." + "</text:span>" * 248))
        with contextlib.suppress(SourceError):
            (article,) = documents.extract(data, "report.odt", Options())
            assert article.text == "Deep."

    def test_entities(self) -> None:
        data = content(p("&a;"), "document").replace(
            "?>", '?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1
        )
        assert "damaged" in self.refused(data.encode())

    def test_spreadsheet(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("content.xml", f"<office:x{SPACES}/>")
            archive.writestr("META-INF/manifest.xml", f"<office:x{SPACES}/>")
        assert "no text document" in self.refused(out.getvalue())

    def test_countless_blanks(self) -> None:
        assert texts(p('A<text:s text:c="999999999"/>b')) == ["A b"]


class TestRecognition:
    @pytest.mark.parametrize(
        "data",
        [
            b"PK\x03\x04",
            b"<html><office:document ></html>",
            f"An article on {MIME} and <office:document of files".encode(),
        ],
    )
    def test_others(self, data: bytes) -> None:
        assert not documents.recognises(Probe(data), Options())
