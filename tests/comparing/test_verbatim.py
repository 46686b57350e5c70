"""Where an article has the words of a fact that was not recognised in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsdiff.comparing.verbatim import Echoes
from newsdiff.model import (
    Article,
    Kind,
    Link,
    Mention,
    Pair,
    Role,
    Sentence,
    Side,
    Span,
    State,
)

NAMES = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)


def article(*sentences: str) -> Article:
    """An article of some sentences; "~" before one makes it boilerplate."""
    text, found = "", []
    for sentence in sentences:
        words = sentence.removeprefix("~")
        role = Role.BODY if words == sentence else Role.BOILERPLATE
        start = len(text)
        found.append(
            Sentence(start=start, end=start + len(words), role=role, paragraph=0)
        )
        text += f"{words}\n"
    return Article(
        label="x",
        title=None,
        outlet=None,
        published=None,
        source="x",
        text=text,
        sentences=tuple(found),
    )


def mention(of: Article, words: str, kind: Kind, sentence: int = 0) -> Mention:
    start = of.text.index(words, of.sentences[sentence].start)
    span = Span(start, start + len(words))
    return Mention(kind=kind, span=span, sentence=sentence, key=words, rule="test")


def places(
    kind: Kind,
    words: str,
    a: str,
    *b: str,
    linked: Sequence[tuple[int, State]] = (),
    known: Sequence[tuple[str, Kind]] = (),
) -> list[str]:
    """Where B has the words of a mention of A's only sentence, by what follows it.

    Args:
        kind: Of the mention.
        words: The mention.
        a: The sentence of A.
        b: The sentences of B.
        linked: Sentences of B that A's is linked to.
        known: Mentions of B's first sentence.
    """
    articles = Pair(article(a), article(*b))
    links = [Link(a=0, b=j, state=state, score=0.9) for j, state in linked]
    told = mention(articles.a, words, kind)
    theirs = [mention(articles.b, name, of) for name, of in known]
    there = Echoes.of(articles, links, Pair([told], theirs))
    found = there.places(Side.A, [told, told])
    turned = Echoes.of(
        articles.swapped,
        [Link(a=k.b, b=k.a, state=k.state, score=k.score) for k in links],
        Pair(theirs, [told]),
    )
    assert turned.places(Side.B, [told]) == found
    assert list(found) == sorted(set(found))
    return [articles.b.text[slice(*span)] for span in found]


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_is_sought_in_every_compared_sentence(kind: Kind) -> None:
    assert places(
        kind,
        "Lena Kvist",
        "They met Lena Kvist.",
        "Nobody saw Lena Kvist.",
        "~Photo: Lena Kvist",
        "Then lena  kvist left.",
    ) == ["Lena Kvist", "lena  kvist"]


def test_marks_between_the_words_make_no_difference() -> None:
    told = ("Kvist-Holm Board", "The Kvist-Holm Board met.")
    for there in ("Kvist Holm Board", "Kvist-Holm  BOARD", "Kvist, Holm (Board"):
        assert places(NAMES[1], *told, f"Then the {there}) met.") == [there]
    assert places(NAMES[1], *told, "Then the KvistHolm Board met.") == []


def test_words_inside_other_words_are_others() -> None:
    told = (NAMES[0], "Lena Kvist", "They met Lena Kvist.")
    assert places(*told, "They met Helena Kvist and Lena Kvistholm.") == []
    assert places(*told, "They met Lena Kvist's crew.") == ["Lena Kvist"]


def test_a_name_of_one_word_needs_its_capitals_and_not_the_first_place() -> None:
    told = (NAMES[2], "Water", "They live in Water.")
    assert places(*told, "Then Water rose.") == ["Water"]
    assert places(*told, "The water rose.") == []
    assert places(*told, "Water rose.") == []
    assert places(*told, "Water rose in Water.") == ["Water"]


def test_a_longer_name_may_stand_first() -> None:
    told = (NAMES[2], "Old Water", "They live in Old Water.")
    assert places(*told, "Old water rose.") == ["Old water"]


def test_words_that_are_part_of_a_longer_mention_are_none() -> None:
    told = (NAMES[0], "Lena Kvist", "They met Lena Kvist.")
    there = "The Lena Kvist Bridge fell."
    assert places(*told, there) == ["Lena Kvist"]
    assert places(*told, there, known=[("Lena Kvist Bridge", Kind.PLACE)]) == []
    assert places(*told, there, known=[("The Lena Kvist", Kind.PERSON)]) == []
    assert places(*told, there, known=[("Lena Kvist", Kind.PLACE)]) == ["Lena Kvist"]
    assert places(*told, there, known=[("Kvist Bridge fell", Kind.PLACE)]) == [
        "Lena Kvist"
    ]
    other = "Nobody saw Lena Kvist there."
    assert places(*told, other, known=[("Nobody saw Lena", Kind.PERSON)]) == [
        "Lena Kvist"
    ]
    assert places(*told, there, known=[("Kvist Bridge", Kind.PLACE)]) == ["Lena Kvist"]
    assert places(*told, there, known=[("Lena Kvist Bridge", Kind.QUOTE)]) == [
        "Lena Kvist"
    ]


def test_a_long_quotation_is_sought_everywhere_a_short_one_nowhere() -> None:
    long, short = "we will sail to sea", "we will sail soon"
    for words, found in ((long, [long]), (short, [])):
        told = (Kind.QUOTE, words, f"She said “{words}” there.")
        linked = [(1, State.MATCHED)]
        assert places(*told, "Boats.", f"So {words}.", linked=linked) == found
        assert places(*told, "Boats.", f"So {words}.") == found


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.DATE])
def test_a_number_is_sought_where_the_same_is_told(kind: Kind) -> None:
    told = (kind, "42 members", "The council has 42 members.")
    there = ("It has 42 members.", "All 42 members left.")
    matched, related = (1, State.MATCHED), (0, State.RELATED)
    assert places(*told, *there, linked=[matched, related]) == ["42 members"]
    assert places(*told, *there, linked=[related]) == []
    assert places(*told, *there) == []


def test_a_small_number_is_told_of_anything() -> None:
    for words, found in (("4 members", []), ("4 to 6 members", ["4 to 6 members"])):
        there = f"It has {words}."
        linked = [(0, State.MATCHED)]
        told = (Kind.NUMBER, words, f"The council has {words}.")
        assert places(*told, there, linked=linked) == found, words
    quote = (Kind.QUOTE, "all 42 members", "She said “all 42 members” there.")
    assert places(*quote, "It has all 42 members.", linked=[(0, State.MATCHED)]) == []


def test_a_number_may_stand_first() -> None:
    told = (Kind.NUMBER, "4200", "The council has 4200.")
    assert places(*told, "4200 it has.", linked=[(0, State.MATCHED)]) == ["4200"]


def test_what_has_no_letters_is_nowhere() -> None:
    assert places(NAMES[1], "—", "The — met.", "Then the — met.") == []
