"""What the packaged encoder gives: its form, its meaning, and always the same."""

from __future__ import annotations

from time import process_time

import numpy as np
import pytest

from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.encoding import Encoded, Encoder
from newsdiff.encoding.inference import Network
from tests.encoding.conftest import SENTENCES, Bits

LONGEST = 254
"""Tokens of a sentence in a window of 256."""


@pytest.fixture(scope="module")
def encoded(encoder: Encoder) -> Encoded:
    return encoder.encode(SENTENCES)


def check(encoded: Encoded, sentences: list[str] | tuple[str, ...]) -> None:
    """Whether it has the form that is promised."""
    total = int(encoded.starts[-1])
    assert encoded.sentences.shape == (len(sentences), 384)
    assert encoded.tokens.shape == (total, 96)
    assert encoded.weights.shape == (total,)
    assert encoded.spans.shape == (total, 2)
    kinds = {"sentences": "float32", "tokens": "float16", "weights": "float32"}
    kinds |= {"starts": "int32", "spans": "int32"}
    assert {name: str(getattr(encoded, name).dtype) for name in kinds} == kinds
    assert encoded.starts[0] == 0
    assert (np.diff(encoded.starts) >= 1).all()
    if total:
        lengths = np.linalg.norm(encoded.sentences, axis=1)
        assert np.abs(lengths - 1).max() < 1e-5
        lengths = np.linalg.norm(encoded.tokens.astype("f4"), axis=1)
        assert np.abs(lengths - 1).max() < 1e-3
        assert encoded.weights.min() > 0
    for i, sentence in enumerate(sentences):
        spans = encoded.spans[encoded.starts[i] : encoded.starts[i + 1]]
        assert (spans[:, 0] >= 0).all()
        assert (spans[:, 0] <= spans[:, 1]).all()
        assert (spans[:, 1] <= len(sentence)).all()
        assert (np.diff(spans[:, 0]) >= 0).all()


def test_its_form_is_what_is_promised(encoded: Encoded) -> None:
    check(encoded, SENTENCES)
    first = encoded.spans[: encoded.starts[1]]
    words = [SENTENCES[0][start:end] for start, end in first]
    assert words == "Police closed the bridge on Tuesday at 9 p . m .".split()


def test_nothing_of_it_can_be_changed(encoded: Encoded) -> None:
    with pytest.raises(ValueError, match="read-only"):
        encoded.tokens[0] = 1


def test_what_means_the_same_is_near(encoder: Encoder) -> None:
    one, same, other = (
        encoder.encode([sentence]).sentences[0]
        for sentence in (
            "The bridge was closed after cracks were found.",
            "Engineers discovered fissures, so the crossing has been shut.",
            "The football club signed a striker from Spain.",
        )
    )
    assert one @ same > one @ other + 0.2


def test_a_sentence_is_understood_by_those_before_it(encoder: Encoder) -> None:
    alone = encoder.encode([SENTENCES[2]]).sentences[0]
    after = encoder.encode(SENTENCES).sentences[2]
    assert 0.3 < alone @ after < 0.999


def test_the_same_text_has_the_same_vectors_to_the_bit(
    encoder: Encoder, encoded: Encoded, bits: Bits
) -> None:
    encoder.encode(["Another text.", *SENTENCES[::-1], "市长说"])
    assert bits(encoder.encode(list(SENTENCES))) == bits(encoded)


@pytest.mark.parametrize(
    "sentences",
    [
        [],
        ["Yes"],
        [""],
        ["   ", "\u200b", "..."],
        ["—", "***", "12:30"],
        ["Der Bürgermeister schloss die Brücke.", "Мост закрыт.", "市长说桥梁将关闭。"],
        ["\ud800 a lone half of a pair", "\x00", "e\u0301" * 50, "👩‍👩‍👧"],
        ["[CLS] [SEP] [MASK] ##ing"],
        ["x" * 5000],
    ],
    ids=lambda sentences: ascii(sentences[:1])[:24],
)
def test_whatever_it_is_has_vectors(encoder: Encoder, sentences: list[str]) -> None:
    check(encoder.encode(sentences), sentences)


def test_a_sentence_without_a_word_is_one_token_of_no_characters(
    encoder: Encoder,
) -> None:
    encoded = encoder.encode(["", "\u200b"])
    assert encoded.starts.tolist() == [0, 1, 2]
    assert encoded.spans.tolist() == [[0, 0], [0, 0]]


def test_of_a_long_sentence_the_first_tokens_have_vectors(encoder: Encoder) -> None:
    text = ["Short.", "word " * 40_000, "After."]
    began = process_time()
    encoded = encoder.encode(text)
    assert process_time() - began < 5
    check(encoded, text)
    assert np.diff(encoded.starts).tolist() == [2, LONGEST, 2]
    assert encoded.spans[1 + LONGEST].tolist() == [LONGEST * 5 - 5, LONGEST * 5 - 1]


def test_two_hundred_thousand_characters(encoder: Encoder) -> None:
    words = "bridge closed engineers cracks pillars " * 128
    text = [f"{i} {words}"[:5000] for i in range(40)]
    began = process_time()
    encoded = encoder.encode(text)
    assert process_time() - began < 10
    check(encoded, text)


def test_nobody_waits_longer_than_a_window(encoder: Encoder) -> None:
    asked: list[int] = []

    def unwanted() -> bool:
        asked.append(0)
        return len(asked) > 101  # the hundred sentences are cut, one window is read

    with cancel_when(unwanted), pytest.raises(CancelledWorkError):
        encoder.encode(["The bridge was closed after cracks were found."] * 100)


def test_heads_come_with_the_model(encoder: Encoder) -> None:
    assert isinstance(encoder, Network)
    assert set(encoder.settings.heads) >= {"score"}
