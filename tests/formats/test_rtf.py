import contextlib
import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options
from newsdiff.formats.documents import rtf as documents
from newsdiff.formats.documents.rtf import text_of
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204{\*\fname Cyr;}Cyr;}"
    r"{\f2\ftech\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}{\f4\fcharset2 Wingdings;}"
    r"{\f5\fcharset238 Arial CE;}}"
)
STYLES = (
    r"{\stylesheet{\fs24 Normal;}{\s1\sbasedon0\outlinelevel0\fs40 Kop 1;}"
    r"{\s2\sbasedon1 heading 2;}{\s3\fs48 Title;}{\s4 caption;}{\*\cs10 Strong;}}"
)


def rtf(body: str, page: str = r"\ansicpg1252") -> bytes:
    return (r"{\rtf1\ansi" + page + r"\deff0" + FONTS + STYLES + body + "}").encode(
        "latin-1"
    )


def read(body: str) -> Extract:
    (article,) = documents.extract(rtf(body), "wire.rtf", Options())
    return article


def texts(body: str) -> list[str]:
    return read(body).text.split("\n\n")


class TestText:
    def test_headline_crosshead_and_body(self) -> None:
        article = read(
            r"{\info{\title Wall}{\author Desk 4}{\creatim\yr2020\mo1\dy1}}"
            r"\pard\s1\fs40 Harbour wall\par\pard\plain By Ann Marsh\par"
            r"\pard\s2 Nobody hurt\par\pard Eleven boats were lost.\par"
            r"\pard\s4 The gap\par"
        )
        roles = [b.role for b in article.blocks]
        assert roles == [Role.HEADLINE, None, Role.SUBHEADING, None, Role.CAPTION]
        assert article.about.title == "Harbour wall"
        assert (article.about.author, article.about.published) == (None, None)
        assert article.text.endswith("Eleven boats were lost.\n\nThe gap")

    def test_headline_by_size_or_by_the_title_of_the_file(self) -> None:
        body = r"{\fs40 Harbour wall gives way\par}Eleven boats were lost.\par"
        assert read(body).about.title == "Harbour wall gives way"
        body = r"{\info{\title Harbour wall}}Harbour wall\par Eleven boats.\par"
        assert read(body).about.title == "Harbour wall"
        assert read(r"Harbour wall\par Eleven boats.\par").about.title is None

    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            (r"It\'92s 5\'80", "It’s 5€"),
            (r"{\f1 \'cf\'f0\'e8} and \'e9", "При and é"),
            (r"{\f5 \'b3\'f3d\'9f}", "łódź"),
            (r"{\f3 \'93\'fa\'96\'7b}", "日本"),
            (r"{\f3 \'83A\'83C}", "アイ"),
            (r"\u8217'x\u8212\'97y", "’x—y"),
            (r"{\uc0\u8217x}\u8217?y", "’x’y"),
            (r"\uc2\u8217\'81\'66x", "’x"),
            (r"\u-10179?\u-8704?!", "😀!"),
            (r"\u8217\endash x", "’x"),
            (r"\lquote a\rquote\emdash b\~c\_d\-e\bullet", "‘a’—b\xa0c-de•"),
            (r"\{a\\b\}", r"{a\b}"),
            (r"{\f2 \'b15}{\f2\u-3920 ?}{\f4 \'4a}", "±5°"),
            (r"{\upr{Kovac}{\*\ud{Kova\u269c}}}", "Kovač"),
            ("split \r\nover li\nnes", "split over lines"),
        ],
    )
    def test_characters(self, source: str, shown: str) -> None:
        assert text_of(rtf(source), "wire.rtf") == shown

    @pytest.mark.parametrize(
        ("page", "shown"),
        [
            (r"\ansicpg1251", "й"),
            (r"\ansicpg1250", "é"),
            (r"\mac", "È"),
            (r"\pc", "Θ"),
            (r"\ansicpg99999", "é"),
        ],
    )
    def test_code_page_of_the_document(self, page: str, shown: str) -> None:
        assert text_of(rtf(r"\'e9", page), "wire.rtf") == shown

    def test_utf8_as_code_page(self) -> None:
        assert text_of(rtf(r"\'e2\'80\'99s", r"\ansicpg65001"), "x") == "’s"

    def test_accepted_text(self) -> None:
        article = read(
            r"Eleven {\revised boats} {\deleted\b ships\b0  and more}were lost."
            r"{\deleted\par}{ }Nobody was {\v badly}{\strike slightly}hurt.\par"
        )
        assert article.text == "Eleven boats were lost. Nobody was hurt."
        assert article.notes == (
            "read as if all tracked changes were accepted: 1 insertion, 1 deletion",
            "left out: 1 hidden passage, 1 struck-out passage",
        )

    def test_fields_pictures_and_other_groups(self) -> None:
        article = read(
            r'See {\field{\*\fldinst{HYPERLINK "https://example.org"}}'
            r"{\fldrslt the page}}"
            r"{\pict\pngblip 89504e470d}{\*\shppict{\pict 8950}}{\nonshppict{\pict 89}}"
            r"{\*\unknown of nobody}{\bkmkstart x}{\object{\*\objdata 01}{\result .}}"
            r"{\listtext 1.\tab}{\xe index}\par"
        )
        assert article.text == "See the page."
        assert article.notes == ()

    def test_bytes_of_a_picture_are_no_braces(self) -> None:
        assert texts(r"A{\pict\bin5 }}}{{}b\par") == ["Ab"]

    def test_notes_boxes_headers_and_comments(self) -> None:
        article = read(
            r"{\header Marsh Chronicle\par}{\footerl\pard 3\par}"
            r"Boats were lost{\super\chftn}{\footnote\pard\chftn Eleven.}"
            r"{\*\annotation Is that so?}{\footnote\ftnalt Since 1900.}."
            r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In short: lost.\par}}"
            r"{\shprslt In short: lost.\par}}\par Nobody was hurt.\par"
        )
        assert article.text.split("\n\n") == [
            "Boats were lost.",
            "In short: lost.",
            "Nobody was hurt.",
            "Eleven.",
            "Since 1900.",
        ]
        assert article.notes == (
            "put behind the text they belong to: 1 footnote, 1 endnote, 1 boxed text",
            "left out: 1 comment, 1 footer, 1 header",
        )

    def test_tables(self) -> None:
        row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell \pard\intbl {}\cell\row"
        body = (
            row.format("Boats", "11") + row.format(r"a\par b", "") + r"\pard End.\par"
        )
        assert texts(body) == ["Boats | 11", "a b |", "End."]

    def test_lines_and_paragraphs(self) -> None:
        assert texts(r"One\line two.\line\line Three.\par\par Four.") == [
            "One two.",
            "Three.",
            "Four.",
        ]
        assert text_of(rtf(r"One\line two.\par\par Four.\par"), "x") == (
            "One\ntwo.\n\nFour."
        )

    def test_backslash_at_the_end_of_a_line_is_a_paragraph(self) -> None:
        assert texts("One.\\\nTwo.\\\r\nThree.") == ["One.", "Two.", "Three."]


class TestGuards:
    def test_nesting(self) -> None:
        began = time.perf_counter()
        with pytest.raises(SourceError, match=r"wire\.rtf is nested"):
            text_of(rtf("{" * 1_000_000), "wire.rtf")
        assert time.perf_counter() - began < 5

    def test_cut_is_said(self) -> None:
        data = rtf(r"Nobody was hurt.\par{\b Eleven boats")[:-1]
        (article,) = documents.extract(data, "wire.rtf", Options())
        assert article.text == "Nobody was hurt.\n\nEleven boats"
        assert article.notes == ("the end of wire.rtf is missing",)

    def test_too_many_ends(self) -> None:
        assert text_of(rtf("Nobody.}}}} junk }"), "x") == "Nobody."

    @pytest.mark.parametrize("body", ["", r"\par\par", r"{\pict 89}", r"{\v hidden}"])
    def test_no_text(self, body: str) -> None:
        with pytest.raises(SourceError, match="there is no article"):
            list(documents.extract(rtf(body), "wire.rtf", Options()))

    @pytest.mark.parametrize(
        "odd",
        [
            r"\u99999999?",
            r"\u-99999999?",
            r"\u56320?",
            r"\'zz",
            r"\bin-5 x",
            r"\bin9999999999 x",
            r"\fs-7 x",
            r"\s-1 x\par",
            r"\f77 x",
            r"\uc-5\u8217 x",
            "\\",
            "\\'",
            "\0\0",
            r"\cell\row\cell",
            r"{\stylesheet{\s1\sbasedon2 a;}{\s2\sbasedon1 b;}}\s1 x\par",
        ],
    )
    def test_odd_words(self, odd: str) -> None:
        assert text_of(rtf(r"Nobody.\par " + odd), "x").startswith("Nobody.")

    def test_a_changed_byte_anywhere(self) -> None:
        data = rtf(r"Harbour \u8217? {\footnote x}\trowd a\cell\row\par {\b end}")
        for at in range(len(data)):
            for change in (0x01, 0x15, 0x80):
                changed = bytearray(data)
                changed[at] ^= change
                with contextlib.suppress(SourceError):
                    list(documents.extract(bytes(changed), "x", Options()))


class TestRecognition:
    @pytest.mark.parametrize("data", [b"{\\rtf1 a}", b"  \r\n{\\rtf\\ansi a}"])
    def test_by_its_beginning(self, data: bytes) -> None:
        assert documents.recognises(Probe(data), Options())

    @pytest.mark.parametrize("data", [b"{\\rtfm}", b"{rtf1}", b"On {\\rtf1 files", b""])
    def test_others(self, data: bytes) -> None:
        assert not documents.recognises(Probe(data), Options())
