"""Two spellings of one word are one; other words stay apart."""

from __future__ import annotations

import pytest

from newsdiff.english.spelling import spell

SAME = """
colour color colourful colorful harbourside harborside neighbours neighbors centred
centered theatres theaters kilometres kilometers defence defense offences offenses
licences licenses practising practicing programmes programs organise organize
organisations organizations analysed analyzed recognising recognizing travelled
traveled travellers travelers cancelled canceled labelling labeling fuelled fueled
jewellery jewelry catalogues catalogs grey gray ploughed plowed sceptical skeptical
judgement judgment ageing aging foetal fetal paediatrician pediatrician anaesthetic
anesthetic towards toward whilst while naïve naive café cafe São Sao manoeuvres
maneuvers
"""
OTHER = """
rise raise tour tore four for metal medal prise prize hall hal filled filed story
storm desert dessert cheek check principal principle your yore planned planed canvas
canvass
"""


def _pairs(words: str) -> list[tuple[str, str]]:
    listed = words.split()
    return list(zip(listed[::2], listed[1::2], strict=True))


@pytest.mark.parametrize(("british", "american"), _pairs(SAME))
def test_two_spellings_are_one(british: str, american: str) -> None:
    assert spell(british) == spell(american)
    assert spell(british.upper()) == spell(american)


@pytest.mark.parametrize(("one", "other"), _pairs(OTHER))
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert spell(one) != spell(other)


@pytest.mark.parametrize("word", ["", "a", "É", "’s", "北京"])
def test_any_word_has_a_spelling(word: str) -> None:
    assert spell(spell(word)) == spell(word)
