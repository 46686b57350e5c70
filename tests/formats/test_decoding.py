"""Bytes become text, whatever program saved them."""

from __future__ import annotations

import codecs
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import SourceError
from newsdiff.formats.decoding import decode

TEXT = "Die Brücke über den Fjord – “closed”.\n北京说桥关了。\n"
WESTERN = "The café in Århus – “closed” – reopens.\n"
CYRILLIC = "Мост закрыт до весны.\nМэр не ответил.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "mark", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_a_mark_names_the_encoding_and_is_no_text(data: bytes) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == TEXT
    assert decoded.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [WESTERN, CYRILLIC, TEXT, WESTERN * 400])
def test_utf16_is_recognised_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_characters_are_composed() -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    assert apart != TEXT
    assert decode(apart.encode(), "a.txt").text == TEXT


def test_what_is_not_utf8_is_read_as_windows_1252_and_said_so() -> None:
    decoded = decode(WESTERN.encode("cp1252"), "a.txt")
    assert decoded.text == WESTERN
    assert decoded.notes == ("a.txt is not valid UTF-8; it was read as Windows-1252",)


def test_one_bad_byte_behind_a_mark_is_said_too() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"caf\xe9 in town", "a.txt")
    assert decoded.text == "café in town"
    assert "Windows-1252" in decoded.notes[0]


NAMES = "José Muñoz closed the bridge in Århus.\n"


@pytest.mark.parametrize(
    ("bad", "read", "those"),
    [
        (b"caf\xe9", "café", "1 byte, which was"),
        (b"\x93", "“", "1 byte, which was"),
        (b"\x81", "\ufffd", "1 byte, which was"),
        (b"\xed\xa0\x80", "í\xa0€", "3 bytes, which were"),
    ],
)
def test_a_few_bad_bytes_in_utf8_are_read_alone(
    bad: bytes, read: str, those: str
) -> None:
    decoded = decode(NAMES.encode() * 2 + bad + b" in town.", "a.txt")
    assert decoded.text == f"{NAMES * 2}{read} in town."
    note = f"a.txt is UTF-8 but for {those} read as Windows-1252"
    assert decoded.notes == (note,)


@pytest.mark.parametrize("last", ["é", "”", "👩"])
def test_a_file_cut_in_the_middle_of_a_character_stays_utf8(last: str) -> None:
    whole = f"José: {last}".encode()
    decoded = decode(whole[:-1], "a.txt")
    assert decoded.text.startswith("José: ")
    assert "UTF-8 but for" in decoded.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        WESTERN * 20,
        "caf\xe9",
        "The CAFÉ” of RENÉ’S is “closed”, he said – for good…",
        "Über\xa0Öl: «Ê\xa0» été à Orléans",
    ],
)
def test_windows_1252_stays_windows_1252(text: str) -> None:
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert decoded.notes == ("a.txt is not valid UTF-8; it was read as Windows-1252",)


def test_half_a_character_in_utf16_is_lost_and_said_so() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "a b".encode("utf-16-le") + b"x", "a.txt")
    assert decoded.text == "a b\ufffd"
    assert "UTF-16-LE" in decoded.notes[0]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_becomes_a_line_feed(end: str) -> None:
    data = f"one{end}two{end}{end}three{end}".encode()
    assert decode(data, "a.txt").text == "one\ntwo\n\nthree\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1",
        b"%PDF-1.7\nThis looks like text.",
        b"{\\rtf1 This too.}",
        b"PK\x03\x04 and a document",
        b"a story with a \0 in it",
        bytes(range(256)) * 8,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"picture\.txt is .*not a text file: save"):
        decode(data, "picture.txt")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE]
)
def test_what_holds_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt is empty: there is no article"):
        decode(data, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused_in_one_sentence(data: bytes) -> None:
    try:
        decoded = decode(data, "a.txt")
    except SourceError as error:
        said = str(error)
    else:
        said = " ".join(["a.txt is", *decoded.notes])
        assert "\r" not in decoded.text
    assert said.count("a.txt is") <= 2
    assert said.startswith("a.txt is")


@given(
    st.text(min_size=1).filter(
        lambda t: not re.search("[\0\u0300-\u036f]", t) and t.strip()
    )
)
def test_utf8_behind_a_mark_comes_back_as_it_was(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    data = codecs.BOM_UTF8 + text.encode()
    controls = sum(c < " " and c not in "\t\n\x0b\x0c\r\x1b" for c in text)
    if controls == 0:
        assert decode(data, "a.txt").text == plain
