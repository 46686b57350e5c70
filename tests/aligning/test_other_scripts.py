"""What the encoder has no words for is linked by words alone."""

from __future__ import annotations

import pytest

from newsdiff import align_sentences
from newsdiff.aligning.claims.meaning import encode_claim
from newsdiff.encoding import find_encoder

EARTHQUAKE = (
    "На востоке страны произошло землетрясение.",
    "Спасатели разбирают завалы в трёх городах.",
    "Погибли не менее сорока человек.",
)
OPERA = (
    "В театре состоялась премьера новой оперы.",
    "Публика аплодировала певцам двадцать минут.",
    "Билеты на все вечера уже проданы.",
)


@pytest.mark.parametrize("a", [EARTHQUAKE, ("The quake struck at noon.",)])
def test_texts_about_two_things_are_not_linked(a: tuple[str, ...]) -> None:
    assert align_sentences(a, OPERA) == ()


def test_neither_is_a_claim_of_another_script_encoded() -> None:
    encoder = find_encoder()
    assert encoder is not None
    assert encode_claim("Погибли сорок человек.", ("Forty died.",), encoder) is None
    assert encode_claim("Forty died.", EARTHQUAKE, encoder) is None
    assert encode_claim("Forty died.", ("Forty were killed.",), encoder) is not None
