"""What a single unknown word is, by the words next to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.mentions.names.unknowns import (
    Context,
    is_human,
    is_located,
    is_person_not_month,
    speaks_or_is_paired,
)
from newsdiff.model import Article, Kind

Make = Callable[..., Article]
PERSON, BODY, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They said that Brimvold resigned.", PERSON),
        ("They met Brimvold there.", PERSON),
        ("They read Brimvold's memoir.", PERSON),
        ("They bought a Brimvold there.", BODY),
        ("They say the Brimvold sank.", BODY),
        ("They read of Brimvold there.", BODY),
        ("They have a stake in Brimvold.", BODY),
        ("They met the CEO of Brimvold.", BODY),
        ("They heard an engineer at Brimvold.", BODY),
        ("They live in Brimvold.", PLACE),
        ("They live near Brimvold.", PLACE),
        ("The police in Brimvold said so.", PLACE),
        ("The mayor of Brimvold said so.", PLACE),
        ("They met the mayor of Brimvold.", PLACE),
        ("They met the MP for Brimvold.", PLACE),
        ("They left the town of Brimvold.", PLACE),
    ],
)
def test_the_words_next_to_it_tell(make: Make, sentence: str, kind: Kind) -> None:
    assert [m.kind for m in mentions_of(make(sentence))] == [kind]


def test_one_sentence_tells_for_all(make: Make) -> None:
    article = make("They read of Brimvold there.", "Later they met Brimvold again.")
    assert {m.kind for m in mentions_of(article)} == {PERSON}
    article = make("They read of Brimvold there.", "Later they slept in Brimvold.")
    assert {m.kind for m in mentions_of(article)} == {PLACE}


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        ("They swam in the Brimvold river.", "Brimvold river", "place:brimvold river"),
        ("They swam in the River Brimvold.", "River Brimvold", "place:brimvold river"),
        (
            "They left Brimvold province.",
            "Brimvold province",
            "place:brimvold province",
        ),
        ("They left Brimvold Street.", "Brimvold Street", "place:brimvold street"),
        ("They left Brimvold St there.", "Brimvold St", "place:brimvold street"),
    ],
)
def test_a_word_of_place(make: Make, sentence: str, words: str, key: str) -> None:
    article = make(sentence)
    (mention,) = mentions_of(article)
    assert (article.text[slice(*mention.span)], mention.key) == (words, key)


def test_a_council_is_no_place(make: Make) -> None:
    article = make("They sued Brimvold city council.")
    assert PLACE not in {m.kind for m in mentions_of(article)}


def test_a_form_of_a_company_alone_is_no_name(make: Make) -> None:
    assert mentions_of(make("They wrote Ltd there.")) == ()


def test_an_acronym_that_is_a_word_too_needs_its_article(make: Make) -> None:
    assert [m.key for m in mentions_of(make("They said the MOP denied it."))] == ["mop"]
    assert mentions_of(make("They did so in SUCH haste.")) == ()


def test_belief_is_in_no_place() -> None:
    assert is_located("tarn", Context("live", "in", ""))
    assert not is_located("tarn", Context("confidence", "in", ""))
    assert not is_located("tarn", Context("worked", "at", ""))
    assert not is_located("tarn", Context("live", "in", "shop", is_owner=True))
    assert not is_located("tarnian", Context("clad", "in", "robes"))
    assert is_located("tarnian", Context("live", "in", "and"))


def test_what_only_people_do_and_have() -> None:
    assert is_human(Context("", "", "resigned"))
    assert is_human(Context("", "met", ""))
    assert is_human(Context("", "", "lawyer", is_owner=True))
    assert not is_human(Context("", "", "lawyer"))
    assert not is_human(Context("", "", "profits", is_owner=True))


def test_who_speaks_a_line_of_a_transcript_is_a_person(make: Make) -> None:
    article = make("ROTH: It was loud. And it was cold, NADAL added.")
    found = [m for m in mentions_of(article) if m.kind.is_name]
    assert (found[0].kind, found[0].key) == (Kind.PERSON, "roth")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Carver said so", "carver", True),
        ("Carver and Voss left", "carver", True),
        ("Carver, and Voss left", "carver", True),
        ("Carver left", "carver", False),
        ("Field told staff", "field", True),
        ("Field and Voss left", "field", False),
        ("Carver and tools left", "carver", False),
        ("Banks said so", "banks", False),
        ("Judge said so", "judge", False),
        ("Church said so", "church", False),
        ("Farmers and Voss left", "farmers", False),
    ],
)
def test_a_common_word_that_speaks_or_is_paired_is_a_surname(
    text: str, word: str, *, expected: bool
) -> None:
    assert speaks_or_is_paired(text, len(word), word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May could quit.", True),
        ("May said so.", True),
        ("May will not resign.", True),
        ("March has also apologised.", True),
        ("June's lawyer left.", True),
        ("May could be wet.", False),
        ("May was wet.", False),
        ("June grew by 3%.", False),
        ("March's figures fell.", False),
        ("July said so.", False),
        ("May 4 was wet.", False),
    ],
)
def test_a_month_that_acts_is_a_person(text: str, *, expected: bool) -> None:
    word = text.split(maxsplit=1)[0].removesuffix("'s")
    assert is_person_not_month(text, len(word), word.casefold()) is expected


def test_a_month_behind_a_small_word_stays_one(make: Make) -> None:
    (mention,) = mentions_of(make("Rain fell in May."))
    assert mention.kind is Kind.DATE
    names = [m.key for m in mentions_of(make("Olga May left. In short, May said no."))]
    assert names == ["olga may", "may"]


def test_a_month_behind_an_unknown_word_that_acts_is_a_surname(make: Make) -> None:
    assert [m.key for m in mentions_of(make("Fredric March may sue."))] == [
        "fredric march"
    ]
    keys = [m.key for m in mentions_of(make("It snowed in Oslo March 4."))]
    assert "--03-04" in keys


def test_members_of_parliament_have_no_name(make: Make) -> None:
    assert mentions_of(make("She told MPs of it.")) == ()


def test_a_common_word_behind_a_surname_and_and_is_one() -> None:
    text = "Voss and Carver left"
    assert speaks_or_is_paired(text, text.index(" left"), "carver")
    text = "Tools and Carver left"
    assert not speaks_or_is_paired(text, text.index(" left"), "carver")
