import contextlib
import io
import time
import zipfile

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, format_of
from newsdiff.formats.documents import docx as documents
from newsdiff.formats.documents import ole, packages
from newsdiff.formats.documents.docx import paragraphs_of
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADLINE = "Harbour wall gives way"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/>
<w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Zwischentitel"><w:name w:val="Zwischentitel"/>
<w:basedOn w:val="Gliederung"/></w:style>
<w:style w:type="paragraph" w:styleId="Gliederung"><w:name w:val="Gliederung"/>
<w:basedOn w:val="Zwischentitel"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/>
<w:rPr><w:vanish/></w:rPr></w:style>
"""


def run(words: str, properties: str = "") -> str:
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def paragraph(inside: str, properties: str = "") -> str:
    if not inside.startswith("<"):
        inside = run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(words: str, style: str) -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>')


def part(name: str, inside: str, space: str = WORD) -> str:
    return (
        f'<?xml version="1.0"?><w:{name} xmlns:w="{space}" xmlns:mc="{MC}" '
        f'xmlns:m="{MATH}" xmlns:v="urn:v" xmlns:wps="urn:wps">{inside}</w:{name}>'
    )


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(
    body: str, *, main: str = "word/document.xml", space: str = WORD, **parts: str
) -> bytes:
    """A document; further parts by their kind: styles, footnotes, header, footer."""
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(officeDocument=main),
        main: part("document", f"<w:body>{body}</w:body>", space),
        f"word/_rels/{main.rpartition('/')[2]}.rels": relations(
            **{kind: f"{kind}.xml" for kind in parts}
        ),
    }
    tags = {"header": "hdr", "footer": "ftr"}
    for kind, inside in parts.items():
        members[f"word/{kind}.xml"] = part(tags.get(kind, kind), inside, space)
    return packed(members)


def read(body: str, **more: str) -> Extract:
    (article,) = documents.extract(docx(body, **more), "report.docx", Options())
    assert isinstance(article, Extract)
    return article


def texts(body: str, **more: str) -> list[str]:
    return read(body, **more).text.split("\n\n")


def roles(article: Extract) -> list[tuple[str, Role | None]]:
    return [(article.text[b.span.start : b.span.end], b.role) for b in article.blocks]


class TestText:
    def test_headline_crossheads_caption_and_body_by_style(self) -> None:
        article = read(
            styled(HEADLINE, "Titel")
            + paragraph("By Ann Marsh")
            + styled("Nobody hurt", "Zwischentitel")
            + paragraph("Eleven boats were lost.")
            + styled("The gap on Tuesday", "Bild"),
            styles=STYLES,
        )
        assert roles(article) == [
            (HEADLINE, Role.HEADLINE),
            ("By Ann Marsh", None),
            ("Nobody hurt", Role.SUBHEADING),
            ("Eleven boats were lost.", None),
            ("The gap on Tuesday", Role.CAPTION),
        ]
        assert article.about.title == HEADLINE
        assert article.notes == ()

    def test_first_heading_at_the_top_is_the_headline(self) -> None:
        article = read(
            styled(HEADLINE, "berschrift1")
            + paragraph("Eleven boats were lost.")
            + styled("What next", "berschrift1"),
            styles=STYLES,
        )
        assert [role for _, role in roles(article)] == [
            Role.HEADLINE,
            None,
            Role.SUBHEADING,
        ]

    def test_headline_by_size_alone(self) -> None:
        article = read(
            paragraph(run("COAST", '<w:sz w:val="20"/>'))
            + paragraph(run(HEADLINE, '<w:b/><w:sz w:val="40"/>'))
            + paragraph("Eleven boats were lost, the harbour office said.")
        )
        assert [role for _, role in roles(article)] == [None, Role.HEADLINE, None]

    def test_no_headline_where_all_looks_alike(self) -> None:
        article = read(paragraph(HEADLINE) + paragraph("Eleven boats were lost."))
        assert article.about.title is None
        assert {role for _, role in roles(article)} == {None}

    def test_title_of_the_file_only_helps_to_find_the_headline(self) -> None:
        core = (
            '<c xmlns="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{HEADLINE}</dc:title><dc:creator>Office 7</dc:creator></c>"
        )
        body = paragraph(HEADLINE) + paragraph("Eleven boats were lost.")
        members = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(officeDocument="word/document.xml").replace(
                "</Relationships>",
                f'<Relationship Id="c" Type="{RELATIONS}/metadata/core-properties" '
                'Target="/docProps/core.xml"/></Relationships>',
            ),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "docProps/core.xml": core,
        }
        (article,) = documents.extract(packed(members), "report.docx", Options())
        assert isinstance(article, Extract)
        assert (article.about.title, article.about.author) == (HEADLINE, None)

    def test_accepted_text_of_tracked_changes(self) -> None:
        article = read(
            paragraph(
                run("Eleven ")
                + f'<w:ins w:id="1">{run("boats ")}</w:ins>'
                + '<w:del w:id="2"><w:r><w:delText>ships </w:delText></w:r></w:del>'
                + run("were lost.")
            )
            + paragraph(f"<w:moveFrom>{run('The wall was safe.')}</w:moveFrom>")
            + paragraph("Nobody was hurt.")
            + paragraph(f"<w:moveTo>{run('The wall was safe.')}</w:moveTo>")
        )
        assert article.text.split("\n\n") == [
            "Eleven boats were lost.",
            "Nobody was hurt.",
            "The wall was safe.",
        ]
        assert article.notes == (
            (
                "read as if all tracked changes were accepted: "
                "1 insertion, 1 deletion, 1 move"
            ),
        )

    def test_deleted_end_of_a_paragraph_joins_two(self) -> None:
        body = paragraph("Eleven boats ", "<w:rPr><w:del/></w:rPr>")
        assert texts(body + paragraph("were lost.")) == ["Eleven boats were lost."]

    def test_old_format_kept_beside_a_change_hides_nothing(self) -> None:
        changed = run(
            "Nobody was hurt.", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
        )
        assert texts(paragraph(changed)) == ["Nobody was hurt."]

    def test_deleted_rows_are_out(self) -> None:
        def row(words: str, gone: str = "") -> str:
            cells = "".join(f"<w:tc>{paragraph(word)}</w:tc>" for word in words)
            return f"<w:tr><w:trPr>{gone}</w:trPr>{cells}</w:tr>"

        table = f"<w:tbl>{row('ab')}{row('cd', '<w:del/>')}{row('ef')}</w:tbl>"
        assert texts(table) == ["a | b", "e | f"]

    def test_what_stands_inside_other_elements(self) -> None:
        def control(inside: str, more: str = "") -> str:
            return (
                f"<w:sdt><w:sdtPr>{more}</w:sdtPr><w:sdtContent>{inside}"
                "</w:sdtContent></w:sdt>"
            )

        article = read(
            control(paragraph("A whole paragraph."))
            + paragraph(
                control(run("Eleven "))
                + f"<w:hyperlink>{run('boats ')}</w:hyperlink>"
                + f"<w:smartTag><w:smartTag>{run('were ')}</w:smartTag></w:smartTag>"
                + f'<w:fldSimple w:instr="DATE">{run("lost")}</w:fldSimple>'
                + "<m:oMath><m:r><m:t>, 2×3</m:t></m:r></m:oMath>"
                + f"<w:ruby><w:rt>{run('x')}</w:rt>"
                + f"<w:rubyBase>{run('.')}</w:rubyBase></w:ruby>"
                + control(run("Click here"), "<w:showingPlcHdr/>")
            )
        )
        assert article.text == "A whole paragraph.\n\nEleven boats were lost, 2×3."
        assert article.notes == ("left out: 1 empty form field",)

    def test_results_of_fields_without_their_instructions(self) -> None:
        def mark(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        nested = (
            mark("begin")
            + "<w:r><w:instrText>IF </w:instrText></w:r>"
            + mark("begin")
            + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            + mark("separate")
            + run("7")
            + mark("end")
            + mark("separate")
            + run("shown")
            + mark("end")
        )
        assert texts(paragraph(run("Is ") + nested + run("."))) == ["Is shown."]
        broken = paragraph(run("Is ") + mark("begin")) + paragraph("Nobody was hurt.")
        assert texts(broken) == ["Is", "Nobody was hurt."]

    def test_text_boxes_once_behind_their_paragraph(self) -> None:
        box = f"<w:txbxContent>{paragraph('In short: boats lost.')}</w:txbxContent>"
        both = (
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
            f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        article = read(
            paragraph(run("Eleven boats ") + both + run("were lost."))
            + paragraph("Nobody was hurt.")
        )
        assert article.text.split("\n\n") == [
            "Eleven boats were lost.",
            "In short: boats lost.",
            "Nobody was hurt.",
        ]
        assert article.notes == ("put behind the text they belong to: 1 boxed text",)

    def test_tables_row_by_row_but_layout_as_paragraphs(self) -> None:
        def cell(*words: str) -> str:
            return f"<w:tc>{''.join(map(paragraph, words))}</w:tc>"

        values = f"<w:tbl><w:tr>{cell('Boats')}{cell('11', 'lost')}</w:tr></w:tbl>"
        several = cell("One.", "Two.", "Three.", "Four.")
        layout = f"<w:tbl><w:tr>{several}{cell('')}</w:tr></w:tbl>"
        assert texts(values + layout) == [
            "Boats | 11 lost",
            *"One. Two. Three. Four.".split(),
        ]

    def test_notes_at_the_end_and_only_those_referred_to(self) -> None:
        def note(number: int, words: str, kind: str = "") -> str:
            return f'<w:footnote w:id="{number}" {kind}>{paragraph(words)}</w:footnote>'

        article = read(
            paragraph(
                run("Boats were lost")
                + '<w:r><w:footnoteReference w:id="2"/></w:r>'
                + run(".")
            )
            + paragraph('<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>')
            + paragraph("Nobody was hurt."),
            footnotes=note(0, "-", 'w:type="separator"')
            + note(2, "Eleven.")
            + note(3, "Gone."),
        )
        assert article.text.split("\n\n") == [
            "Boats were lost.",
            "Nobody was hurt.",
            "Eleven.",
        ]
        assert article.notes == ("put behind the text they belong to: 1 footnote",)

    def test_what_is_left_out_is_counted(self) -> None:
        article = read(
            paragraph(
                run("Nobody was ")
                + run("badly ", "<w:vanish/>")
                + run("slightly ", '<w:rStyle w:val="Geheim"/>')
                + run("killed ", "<w:strike/>")
                + run("hurt.", '<w:vanish w:val="0"/>')
                + '<w:r><w:commentReference w:id="1"/></w:r>'
                + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
            )
            + "<w:altChunk/>",
            styles=STYLES,
            header=paragraph("Marsh Chronicle"),
            footer=paragraph(""),
            comments=paragraph("Is that so?"),
        )
        assert article.text == "Nobody was hurt."
        assert article.notes == (
            (
                "left out: 2 hidden passages, 1 struck-out passage, 1 comment, "
                "1 symbol, 1 embedded file, 1 header"
            ),
        )

    def test_characters_that_are_elements(self) -> None:
        inside = (
            "<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>first</w:t>"
            "<w:noBreakHyphen/><w:t>class</w:t><w:softHyphen/><w:t>ed </w:t>"
            '<w:sym w:font="Symbol" w:char="F0B1"/><w:t>5 </w:t></w:r>'
            '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b0</w:t></w:r>'
        )
        assert texts(paragraph(inside)) == ["A B first-classed ±5 °"]

    def test_two_line_breaks_end_a_paragraph(self) -> None:
        inside = "<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>"
        assert texts(paragraph(inside)) == ["One.", "Two."]
        assert [p.text for p in paragraphs_of(docx(paragraph(inside)), "x")] == [
            "One.\n\nTwo."
        ]

    def test_large_initial_stays_with_its_word(self) -> None:
        initial = paragraph("E", '<w:framePr w:dropCap="drop"/>')
        assert texts(initial + paragraph("leven boats.")) == ["Eleven boats."]

    def test_strict_documents_and_other_names_of_the_main_part(self) -> None:
        body = styled(HEADLINE, "Titel") + paragraph("Nobody was hurt.")
        article = read(body, main="word/document2.xml", space=STRICT, styles=STYLES)
        assert article.about.title == HEADLINE
        assert article.text.endswith("Nobody was hurt.")


class TestGuards:
    def refused(self, data: bytes) -> str:
        began = time.perf_counter()
        with pytest.raises(SourceError) as refusal:
            list(documents.extract(data, "report.docx", Options()))
        assert time.perf_counter() - began < 10
        assert "\n" not in str(refusal.value)
        return str(refusal.value)

    def test_empty_document(self) -> None:
        assert "no article" in self.refused(docx(paragraph("")))

    def test_no_main_part(self) -> None:
        members = {"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"}
        assert "damaged" in self.refused(packed(members))

    def test_cut(self) -> None:
        data = docx(paragraph("Nobody was hurt."))
        for end in range(30, len(data), 40):
            self.refused(data[:end])

    def test_a_changed_byte_anywhere_is_text_or_one_sentence(self) -> None:
        data = docx(paragraph("Nobody was hurt."), styles=STYLES)
        for at in range(0, len(data), 11):
            changed = bytearray(data)
            changed[at] ^= 0x15
            with contextlib.suppress(SourceError):
                list(documents.extract(bytes(changed), "report.docx", Options()))

    def test_huge_member(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(packages, "_MAX_BYTES", 1 << 20)
        data = docx(f"<!--{' ' * (2 << 20)}-->" + paragraph("Nobody was hurt."))
        assert len(data) < 200_000
        assert "far more" in self.refused(data)

    def test_member_of_countless_elements(self) -> None:
        assert "far more" in self.refused(docx("<w:p/>" * 3_000_001))

    def test_member_that_lies_about_its_size(self) -> None:
        data = bytearray(docx(paragraph("Nobody was hurt." * 500)))
        at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
        data[at + 24 : at + 28] = (7).to_bytes(4, "little")
        assert "damaged" in self.refused(bytes(data))

    def test_entities(self) -> None:
        main = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + part(
            "document", f"<w:body>{paragraph('&b;')}</w:body>"
        ).replace('<?xml version="1.0"?>', "")
        members = {"[Content_Types].xml": "<Types/>", "word/document.xml": main}
        assert "damaged" in self.refused(packed(members))

    @pytest.mark.parametrize("depth", [50, 200, 50_000])
    def test_nested_tables(self, depth: int) -> None:
        inside = paragraph("Nobody was hurt.")
        start, end = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
        data = docx(start + inside + end + paragraph("Eleven boats."))
        if depth > 80:  # deeper than XML may be
            assert "damaged" in self.refused(data)
            return
        (article,) = documents.extract(data, "report.docx", Options())
        assert article.text.endswith("Eleven boats.")

    def test_nested_wrappers(self) -> None:
        data = docx(
            paragraph("<w:smartTag>" * 240 + run("Deep.") + "</w:smartTag>" * 240)
        )
        (article,) = documents.extract(data, "report.docx", Options())
        assert isinstance(article, Extract)
        assert article.text == "Deep."

    @pytest.mark.parametrize(
        ("stream", "said"),
        [
            ("EncryptedPackage", "password"),
            ("WordDocument", "old Word"),
            ("Book", "old"),
        ],
    )
    def test_containers_of_old_programs(self, stream: str, said: str) -> None:
        start = bytes.fromhex("d0cf11e0a1b11ae1")
        data = start + bytes(504) + stream.encode("utf-16-le")
        assert format_of(data) == "ole"
        with pytest.raises(SourceError, match=said):
            list(ole.extract(data, "report.doc", Options()))


class TestRecognition:
    @pytest.mark.parametrize(
        "names",
        [("word.txt", "a/word/b.txt"), ("[Content_Types].xml", "xl/workbook.xml")],
    )
    def test_other_archives_are_none(self, names: tuple[str, str]) -> None:
        data = packed(dict.fromkeys(names, "x"))
        assert not documents.recognises(Probe(data), Options())

    def test_by_what_it_holds(self) -> None:
        data = docx(paragraph("Nobody was hurt."))
        assert documents.recognises(Probe(data), Options())
        assert documents.recognises(Probe(data[:-30]), Options())
