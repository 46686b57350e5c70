"""One sentence of what two sentences say in other words and what both have."""

from __future__ import annotations

from newsdiff.model import Article, Pair, Paraphrase, Span
from newsdiff.reading import read_text
from newsdiff.wording.blocks import as_ascii
from newsdiff.wording.reasons import MOST, tell_reason

A = "It would not bode\nwell for Kim. He died there."
B = "That would not reflect positively on Kim. He dies."


def articles() -> Pair[Article]:
    return Pair(A, B).map(lambda text: read_text(text, source="-"))


def paraphrase(
    a: str, b: str, likeness: float = 0.8, *, inflected: bool = False
) -> Paraphrase:
    texts = Pair(A, B)
    starts = texts.map(str.index, Pair(a, b))
    return Paraphrase(
        spans=Pair(
            Span(starts.a, starts.a + len(a)), Span(starts.b, starts.b + len(b))
        ),
        likeness=likeness,
        inflected=inflected,
    )


BODE = paraphrase("bode\nwell", "reflect positively")
DIED = paraphrase("died", "dies", inflected=True)


def test_both_are_told_in_one_sentence() -> None:
    assert tell_reason(articles(), [BODE, DIED], ["Kim", "Pier 33"]) == (
        "Both say it in other words: “bode well” ↔ “reflect positively”; "
        "both have “Kim”, “Pier 33”."
    )
    assert tell_reason(articles(), [BODE], []) == (
        "Both say it in other words: “bode well” ↔ “reflect positively”."
    )


def test_what_is_not_matched_is_not_said_to_be_the_same() -> None:
    told = tell_reason(articles(), [BODE], [], matched=False)
    assert told.startswith("The same in other words: “bode well”")


def test_without_other_words_there_is_nothing_to_tell() -> None:
    assert tell_reason(articles(), [], ["Kim"]) == ""
    assert tell_reason(articles(), [DIED], ["Kim"]) == ""


def test_the_likest_are_named_in_the_order_of_a_and_each_once() -> None:
    words = "It would not for Kim He".split()
    found = [
        paraphrase(word, "That", 0.7 + 0.01 * rank) for rank, word in enumerate(words)
    ]
    told = tell_reason(articles(), [BODE, BODE, *found], [])
    assert told.count("↔") == MOST - 1
    assert told.index("bode") < told.index("Kim") < told.index("He”")


def test_in_ascii_it_has_an_equals_sign() -> None:
    told = tell_reason(articles(), [BODE], [])
    ((_, plain),) = as_ascii([("", told)])
    assert plain.isascii()
    assert '"bode well" = "reflect positively"' in plain
