"""Words in pieces: the same ones, at the same places, as BERT's tokenizer gives.

`pieces.json` holds what the tokenizer of the base model made of some texts.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from newsdiff.encoding.packaged import FOLDER
from newsdiff.encoding.wordpiece import WordPiece

KNOWN = json.loads(Path(__file__).with_name("pieces.json").read_text("utf-8"))
VOCABULARY = (FOLDER / "vocabulary.txt").read_text("utf-8").split("\n")[:-1]
ALL = 1_000_000


@pytest.fixture(scope="module")
def words() -> WordPiece:
    pieces = {piece: number for number, piece in enumerate(VOCABULARY)}
    return WordPiece(pieces, pieces["[UNK]"])


@pytest.fixture
def few() -> WordPiece:
    return WordPiece({"un": 1, "##do": 2, "##able": 3, "undo": 4, ".": 5, "é": 6}, 0)


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: ascii(row["text"][:20]))
def test_pieces_are_those_of_the_base_model(
    words: WordPiece, row: dict[str, Any]
) -> None:
    cut = words.cut(row["text"], ALL)
    assert [[VOCABULARY[p.id], p.start, p.end] for p in cut] == row["pieces"]


def test_the_longest_piece_is_taken_first(few: WordPiece) -> None:
    assert few.cut("undoable.", ALL) == [(4, 0, 4), (3, 4, 8), (5, 8, 9)]


def test_a_word_that_cannot_be_made_is_one_unknown(few: WordPiece) -> None:
    assert few.cut("undoing .", ALL) == [(0, 0, 7), (5, 8, 9)]


@pytest.mark.parametrize("sign", "₽₺▲")
def test_an_unknown_sign_does_not_take_its_word_with_it(
    words: WordPiece, sign: str
) -> None:
    cut = words.cut(f"to {sign}250m", ALL)
    assert [VOCABULARY[p.id] for p in cut] == ["to", "[UNK]", "250", "##m"]
    assert [p[1:] for p in cut] == [(0, 2), (3, 4), (4, 7), (7, 8)]


def test_no_more_pieces_are_made_than_asked_for(few: WordPiece) -> None:
    assert few.cut("undo undoable", 2) == [(4, 0, 4), (4, 5, 9)]


def test_a_text_cannot_write_the_marks_of_a_window(words: WordPiece) -> None:
    cut = words.cut("[SEP] [CLS] [UNK]", ALL)
    assert [VOCABULARY[p.id] for p in cut][:4] == ["[", "sep", "]", "["]
    assert words.cut("[UNK]", ALL)[0].end == 1


def test_letters_of_other_scripts_are_unknown(words: WordPiece) -> None:
    cut = words.cut("Привет 市长 in Oslo", ALL)
    found = [(VOCABULARY[p.id], p.start, p.end) for p in cut]
    unknown = [("[UNK]", 0, 6), ("[UNK]", 7, 8), ("[UNK]", 8, 9)]
    assert found == [*unknown, ("in", 10, 12), ("oslo", 13, 17)]


@pytest.mark.parametrize("unit", ["x", "市", "a.", "é", "word ", "\u200b", "\n"])
def test_two_hundred_thousand_characters_take_no_time(
    words: WordPiece, unit: str
) -> None:
    text = unit * (200_000 // len(unit))
    began = process_time()
    cut = words.cut(text, 254)
    assert process_time() - began < 2
    assert len(cut) <= 254
