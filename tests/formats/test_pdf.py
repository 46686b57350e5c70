import contextlib
import io
import time
import zlib

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, extracted, format_of
from newsdiff.model import Role
from tests.formats.pdf_writer import (
    HELVETICA,
    Text,
    down,
    mapping,
    page,
    pdf,
    stream,
    written,
)

HEADLINE = "Harbour wall gives way after night of storms"
LEFT = [
    "Part of the harbour wall at Marsh End fell",
    "into the sea early on Tuesday, hours after",
    "the council had called it safe.",
    "  Nobody was hurt. Eleven boats were lost,",
    "among them the only one that takes people",
    "to the islands, the harbour office said. It",
]
RIGHT = [
    "was bought two years ago for a sum of",
    "420,000 pounds.",
    "  Engineers will look at the wall on Friday,",
    "when the wind is expected to drop.",
]


def read(data: bytes) -> Extract:
    (article,) = extracted(data, "page.pdf")
    assert isinstance(article, Extract)
    return article


def paragraphs(data: bytes) -> list[str]:
    article = read(data)
    return [article.text[b.span.start : b.span.end] for b in article.blocks]


def headline_of(article: Extract) -> list[str]:
    return [
        article.text[b.span.start : b.span.end]
        for b in article.blocks
        if b.role is Role.HEADLINE
    ]


def column(x: float, lines: list[str], y: float = 700) -> list[Text]:
    """Lines, those that begin with blanks moved in."""
    return [
        Text(x + (10 if line.startswith(" ") else 0), y - 12 * n, line.strip())
        for n, line in enumerate(lines)
    ]


STORY = [
    (
        "Part of the harbour wall at Marsh End fell into the sea early on Tuesday, "
        "hours after the council had called it safe."
    ),
    (
        "Nobody was hurt. Eleven boats were lost, among them the only one that takes "
        "people to the islands, the harbour office said. It was bought two years ago "
        "for a sum of 420,000 pounds."
    ),
    "Engineers will look at the wall on Friday, when the wind is expected to drop.",
]


class TestLayout:
    def test_columns_one_after_the_other(self) -> None:
        texts = [Text(50, 740, HEADLINE, 20), *column(50, LEFT), *column(310, RIGHT)]
        assert paragraphs(pdf(page(texts))) == [HEADLINE, *STORY]

    def test_columns_written_row_by_row(self) -> None:
        rows = zip(column(50, LEFT), [*column(310, RIGHT), None, None], strict=True)
        texts = [Text(50, 740, HEADLINE, 20)]
        texts += [text for row in rows for text in row if text]
        assert paragraphs(pdf(page(texts))) == [HEADLINE, *STORY]

    def test_headline_written_last(self) -> None:
        texts = [*column(50, LEFT), *column(310, RIGHT), Text(50, 740, HEADLINE, 20)]
        article = read(pdf(page(texts)))
        assert headline_of(article) == [HEADLINE]
        assert article.about.title == HEADLINE
        assert article.text.startswith(HEADLINE)

    def test_headline_of_two_lines_below_a_kicker(self) -> None:
        texts = [
            Text(50, 760, "COAST", 11),
            *down(50, 730, ["Harbour wall gives way", "after night of storms"], 20, 23),
            *column(50, LEFT[:3], 670),
        ]
        assert headline_of(read(pdf(page(texts)))) == [HEADLINE]

    def test_name_of_the_paper_is_no_headline(self) -> None:
        texts = [
            Text(50, 770, "Marsh Chronicle", 32),
            Text(50, 740, HEADLINE, 20),
            *column(50, LEFT),
        ]
        assert headline_of(read(pdf(page(texts)))) == [HEADLINE]

    def test_title_of_the_file_finds_the_headline_among_equals(self) -> None:
        texts = down(50, 700, [HEADLINE, "", "", "The wall was safe."])
        data = pdf(page(texts), title=f"{HEADLINE} - Marsh Chronicle")
        assert headline_of(read(data)) == [HEADLINE]

    def test_no_headline_where_all_looks_alike(self) -> None:
        article = read(pdf(page(column(50, LEFT)), title="layout7.indd"))
        assert headline_of(article) == []
        assert article.about.title is None

    def test_dates_and_names_of_the_file_say_nothing(self) -> None:
        info = b"<</CreationDate(D:20200101120000)/Author(Scanner)>>"
        data = pdf(page(column(50, LEFT)), extra=[info])
        about = read(data.replace(b"/Info 3", b"/Info 6")).about
        assert (about.published, about.author) == (None, None)

    def test_paragraphs_apart_by_a_gap(self) -> None:
        texts = [*down(50, 700, LEFT[:3]), *down(50, 700 - 3 * 12 - 9, RIGHT[2:])]
        assert paragraphs(pdf(page(texts))) == [STORY[0], STORY[2]]

    def test_paragraph_goes_on_over_a_page(self) -> None:
        first = page([*column(50, LEFT)])
        assert paragraphs(pdf(first, page(column(50, RIGHT)))) == STORY

    def test_crosshead_and_caption(self) -> None:
        texts = [
            Text(50, 740, HEADLINE, 20),
            *column(50, LEFT),
            Text(50, 610, "The gap on Tuesday. Photo: A. Marsh", 7),
            Text(50, 590, "Nobody to blame", 10, "B"),
            *column(50, RIGHT[2:], 575),
        ]
        article = read(pdf(page(texts)))
        roles = {
            article.text[b.span.start : b.span.end]: b.role for b in article.blocks
        }
        assert roles["The gap on Tuesday. Photo: A. Marsh"] is Role.CAPTION
        assert roles["Nobody to blame"] is Role.SUBHEADING
        assert roles[STORY[2]] is None

    def test_list_marks_stay_with_their_items(self) -> None:
        texts = []
        for n, item in enumerate(["Bread", "Water", "Blankets", "Torches", "Tents"]):
            texts += [Text(50, 700 - 12 * n, "•"), Text(64, 700 - 12 * n, item)]
        assert " ".join(paragraphs(pdf(page(texts)))) == (
            "• Bread • Water • Blankets • Torches • Tents"
        )

    def test_turned_page_reads_and_upright_lines_do_not(self) -> None:
        texts = [
            Text(100 + 12 * n, 50, line.strip(), turn="0 1 -1 0")
            for n, line in enumerate(LEFT[:3])
        ]
        assert paragraphs(pdf(page(texts))) == [STORY[0]]
        margin = Text(580, 100, "Printed on paper", 6, turn="0 1 -1 0")
        article = read(pdf(page([*column(50, LEFT[:3]), margin])))
        assert article.text == STORY[0]
        assert article.notes == ("left out: 1 upright line",)

    def test_watermark_and_printers_line_left_out(self) -> None:
        texts = [
            *column(50, LEFT[:3]),
            Text(200, 300, "DRAFT", 60, turn="0.7 0.7 -0.7 0.7"),
            Text(50, -20, "page7.indd 1"),
        ]
        article = read(pdf(page(texts)))
        assert article.text == STORY[0]
        assert article.notes == ("left out: 1 slanting line, 1 off-page line",)

    def test_text_printed_twice_to_look_bold_is_read_once(self) -> None:
        texts = [Text(50, 700, "Nobody was hurt."), Text(50.3, 700, "Nobody was hurt.")]
        assert paragraphs(pdf(page(texts))) == ["Nobody was hurt."]


class TestFurniture:
    def test_repeated_lines_and_page_numbers_left_out(self) -> None:
        pages = [
            page(
                [
                    Text(50, 780, f"Marsh Chronicle, page {n}"),
                    *column(50, lines),
                    Text(290, 20, str(n)),
                ]
            )
            for n, lines in enumerate((LEFT, RIGHT), 1)
        ]
        article = read(pdf(*pages))
        assert article.text.split("\n\n") == STORY
        assert article.notes == ("left out: 4 header or footer lines",)

    def test_what_a_browser_prints_around_one_page(self) -> None:
        texts = [
            Text(20, 785, "05/09/2023, 10:12"),
            Text(250, 785, "Harbour wall"),
            *column(50, LEFT[:3]),
            Text(20, 15, "https://chronicle.example/wall"),
            Text(560, 15, "1/1"),
        ]
        article = read(pdf(page(texts)))
        assert article.text == STORY[0]
        assert article.notes == ("left out: 2 header or footer lines",)

    def test_last_line_of_one_page_stays(self) -> None:
        assert paragraphs(pdf(page(column(50, LEFT[:3])))) == [STORY[0]]


class TestWords:
    def test_ligatures_become_letters(self) -> None:
        font = HELVETICA.replace(b">>", b"/ToUnicode 6 0 R>>")
        data = pdf(
            b"BT /F 10 Tf 50 700 Td (the \x01rst o\x02ce) Tj ET",
            font=font,
            extra=[mapping({1: "ﬁ", 2: "ﬃ"} | {c: chr(c) for c in range(32, 127)})],
        )
        assert paragraphs(data) == ["the first office"]

    @pytest.mark.parametrize(
        ("lines", "joined"),
        [
            (["It was a first-", "class harbour."], "first-class harbour"),
            (["They spoke of co\xad", "operation."], "of cooperation."),
            (["The Anglo-", "American firm."], "Anglo-American"),
            (["A two-year-", "old child."], "two-year-old"),
            (["The gov\xadern\xadment", "said so."], "government said"),
            (["It was late – and", "dark."], "late – and dark"),
            (["It was late -", "and dark."], "late - and dark"),
            (["See https://example.org/", "wall for more."], "example.org/wall"),
            (["They won 3-", "2 on Friday."], "won 3-2 on"),
        ],
    )
    def test_words_broken_over_lines(self, lines: list[str], joined: str) -> None:
        assert joined in " ".join(paragraphs(pdf(page(down(50, 700, lines)))))

    def test_in_text_set_by_breaking_words_they_are_made_whole(self) -> None:
        lines = [
            "The harbour office of the govern-",
            "ment called the wall safe, an engi-",
            "neer of the council said. First-",
            "class boats were lost. A first-class",
            "boat is dear, the government said.",
        ]
        (text,) = paragraphs(pdf(page(down(50, 700, lines))))
        assert text == (
            "The harbour office of the government called the wall safe, an engineer of "
            "the council said. First-class boats were lost. A first-class boat is "
            "dear, the government said."
        )

    def test_gaps_are_blanks_where_the_font_has_none(self) -> None:
        spread = b"BT /F 10 Tf 50 700 Td [(Nobody) -374 (was) -374 (hurt.)] TJ ET"
        assert paragraphs(pdf(spread)) == ["Nobody was hurt."]

    def test_spaced_letters_stay_words(self) -> None:
        spread = b"BT /F 10 Tf 50 700 Td [%s -520 %s] TJ ET" % (
            b" -210 ".join(b"(%c)" % letter for letter in b"SEA"),
            b" -210 ".join(b"(%c)" % letter for letter in b"WALL"),
        )
        assert paragraphs(pdf(spread)) == ["SEA WALL"]

    def test_words_placed_one_by_one(self) -> None:
        texts = [Text(50, 700, "Nobody"), Text(86, 700, "was"), Text(108, 700, "hurt.")]
        assert paragraphs(pdf(page(texts))) == ["Nobody was hurt."]


class TestGuards:
    def refused(self, data: bytes) -> str:
        began = time.perf_counter()
        with pytest.raises(SourceError) as refusal:
            list(extracted(data, "page.pdf"))
        assert time.perf_counter() - began < 20
        sentence = str(refusal.value)
        assert sentence.startswith("page.pdf ")
        assert "\n" not in sentence
        assert ": " in sentence
        return sentence

    def test_scan(self) -> None:
        assert "OCR" in self.refused(pdf(b"0 0 m 10 10 l S"))

    def test_some_pages_are_pictures(self) -> None:
        article = read(pdf(page(column(50, LEFT[:3])), b"0 0 m 10 10 l S"))
        assert article.notes == ("without text, perhaps pictures: page 2",)

    def test_letters_that_cannot_be_told(self) -> None:
        assert "letters" in self.refused(
            pdf(b"BT /F 10 Tf 50 700 Td (\x01\x02\x03\x04\x05\x06 a) Tj ET")
        )

    @pytest.mark.parametrize("password", ["", "secret"])
    def test_encrypted(self, password: str) -> None:
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(PdfReader(io.BytesIO(pdf(page(column(50, LEFT[:3]))))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        if password:
            assert "password" in self.refused(out.getvalue())
        else:
            assert paragraphs(out.getvalue()) == [STORY[0]]

    def test_damaged_table_of_objects_is_recovered(self) -> None:
        data = pdf(page(column(50, LEFT[:3])))
        assert paragraphs(data.replace(b"startxref\n", b"startxref\n9")) == [STORY[0]]

    def test_something_before_it_is_passed_over(self) -> None:
        data = b"HTTP junk\n" * 5 + pdf(page(column(50, LEFT[:3])))
        assert paragraphs(data) == [STORY[0]]

    def test_cut_anywhere_is_text_or_one_sentence(self) -> None:
        data = pdf(page(column(50, LEFT)), page(column(50, RIGHT)))
        for end in range(5, len(data), 61):
            with contextlib.suppress(SourceError):
                list(extracted(data[:end], "page.pdf"))

    def test_a_changed_byte_anywhere_is_text_or_one_sentence(self) -> None:
        data = pdf(page(column(50, LEFT[:3])))
        for at in range(9, len(data), 7):
            changed = bytearray(data)
            changed[at] ^= 0x15
            with contextlib.suppress(SourceError):
                list(extracted(bytes(changed), "page.pdf"))

    def test_one_bad_page_among_good_ones(self) -> None:
        good = page(column(50, LEFT[:3]))
        data = pdf(good, b"[" * 100_000)
        article = read(data)
        assert article.text == STORY[0]
        assert article.notes == ("damaged and not read: page 2",)

    def test_bomb_in_a_page(self) -> None:
        bomb = zlib.compress(b"BT /F 10 Tf (x) Tj ET\n" + b" " * 100_000_000, 9)
        self.refused(self.with_stream(stream(bomb, b"/Filter /FlateDecode")))

    def test_bomb_in_a_bomb(self) -> None:
        inner = zlib.compress(b" " * 100_000_000, 9)
        bomb = stream(zlib.compress(inner, 9), b"/Filter [/FlateDecode /FlateDecode]")
        self.refused(self.with_stream(bomb))

    def with_stream(self, content: bytes) -> bytes:
        pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
        resources = b"<</Font<</F 4 0 R>>>>"
        one = b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources %s>>" % resources
        root = b"<</Type/Catalog/Pages 2 0 R>>"
        return written([root, pages, one, HELVETICA, content])

    def test_endless_page_tree(self) -> None:
        root = b"<</Type/Catalog/Pages 2 0 R>>"
        self.refused(written([root, b"<</Kids[2 0 R 2 0 R]/Count 99999>>"]))

    def test_too_many_pages(self) -> None:
        root = b"<</Type/Catalog/Pages 2 0 R>>"
        kids = b"3 0 R " * 5_000
        pages = b"<</Type/Pages/Kids[%s]/Count 5000>>" % kids
        self.refused(written([root, pages, b"<</Type/Page/Parent 2 0 R>>"]))

    def test_only_the_first_pages_of_many(self) -> None:
        root = b"<</Type/Catalog/Pages 2 0 R>>"
        kids = b"3 0 R " * 600
        pages = b"<</Type/Pages/Kids[%s]/Count 600>>" % kids
        one = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
            b"/Resources<</Font<</F 4 0 R>>>>>>"
        )
        content = stream(page(column(50, [*LEFT, *RIGHT])))
        data = written([root, pages, one, HELVETICA, content])
        (article,) = extracted(data, "page.pdf")
        assert isinstance(article, Extract)
        assert "only the first 500 of 600 pages were read" in article.notes

    def test_forms_inside_forms(self) -> None:
        def form(n: int) -> bytes:
            more = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "
            more += b"%d 0 R>>>>" % (n + 1)
            return stream(b"/X Do /X Do", more)

        one = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</XObject<</X 5 0 R>>>>>>"
        )
        pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
        forms = [form(n) for n in range(5, 45)]
        root = b"<</Type/Catalog/Pages 2 0 R>>"
        self.refused(written([root, pages, one, stream(b"/X Do"), *forms, HELVETICA]))

    def test_empty(self) -> None:
        self.refused(b"%PDF-1.4\n")

    def test_nothing_is_written_on_the_screen(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.refused(b"%PDF-1.4\n%%EOF")
        assert capfd.readouterr() == ("", "")


class TestRecognition:
    @pytest.mark.parametrize(
        "text",
        ["A report on the %PDF- format of files\n" * 40, "# PDFs\n\nThey are files."],
    )
    def test_an_article_on_pdfs_is_none(self, text: str) -> None:
        padded = "Files are many.\n" * 80 + text
        assert format_of(padded.encode()) != "pdf"

    def test_by_its_bytes(self) -> None:
        assert format_of(pdf(page(column(50, LEFT)))) == "pdf"
