"""Every block of statements.txt, and what a statement promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.mentions import Certainty, make_canonical, mentions_of, statements_of
from newsdiff.model import Article, Kind, Mention
from newsdiff.reading import read_text

Make = Callable[..., Article]
LABELLED = Path(__file__).with_name("statements.txt").read_text("utf-8")


def blocks() -> list[tuple[list[str], list[str]]]:
    found = []
    for block in LABELLED.split("\n\n")[1:]:
        lines = block.strip().splitlines()
        sentences = [line for line in lines if line[:2] in ("# ", "- ")]
        expected = [line for line in lines if line[:2] not in ("# ", "- ")]
        found.append(([s.removeprefix("- ") for s in sentences], expected))
    return found


def told(article: Article) -> list[str]:
    lines = []
    for s in statements_of(article):
        parts = (s.speaker, s.agency, s.certainty, s.denial)
        if s.is_quote or any(parts):
            keys = " | ".join(part.key if part else "-" for part in parts)
            lines.append(f"{'q' if s.is_quote else 's'} {s.sentence} {keys}")
    return lines


@pytest.mark.parametrize(
    ("sentences", "expected"), blocks(), ids=lambda part: part[0][:40] if part else "-"
)
def test_who_says_what(make: Make, sentences: list[str], expected: list[str]) -> None:
    assert told(make(*sentences)) == expected


def test_every_compared_sentence_has_one_statement_and_quotations_follow_it(
    make: Make,
) -> None:
    article = make(
        "# A headline stands here", "It rained.", "“It rained a lot,” he said."
    )
    kinds = [(s.sentence, s.is_quote) for s in statements_of(article)]
    assert kinds == [(0, False), (1, False), (2, False), (2, True)]


def test_what_is_stated_plainly_counts_as_confirmed(make: Make) -> None:
    plain, hedged = statements_of(make("It rained.", "It may rain."))
    assert plain.certainty is None
    assert (plain.level, hedged.level) == (Certainty.CONFIRMED, Certainty.MAY)
    assert Certainty.CONFIRMED > Certainty.SAID > Certainty.EXPECTED > Certainty.MAY
    assert Certainty.MAY > Certainty.REPORTED > Certainty.SPECULATION


def test_speakers_and_cues_are_mentions_with_places(make: Make) -> None:
    article = make("Tomas Varga said the port may close.")
    (statement,) = statements_of(article)
    speaker, cue = statement.speaker, statement.certainty
    assert isinstance(speaker, Mention)
    assert isinstance(cue, Mention)
    assert (speaker.kind, cue.kind) == (Kind.ATTRIBUTION, Kind.CERTAINTY)
    assert article.text[slice(*speaker.span)] == "Tomas Varga"
    assert article.text[slice(*cue.span)] == "may"


def test_speakers_are_one_across_two_articles(make: Make) -> None:
    full = make("Foreign Minister Tomas Varga spoke.")
    short = make("The port is closed, Varga said.")
    _, mentions = make_canonical(mentions_of(full), mentions_of(short))
    alone, together = statements_of(short), statements_of(short, mentions)
    assert [s.speaker and s.speaker.key for s in (*alone, *together)] == [
        "varga",
        "tomas varga",
    ]


def test_statements_are_no_mentions(make: Make) -> None:
    kinds = {m.kind for m in mentions_of(make("Officials said it may rain in Malta."))}
    assert kinds == {Kind.PLACE}


def test_everyone_who_speaks_in_a_sentence_is_named_with_the_verb(make: Make) -> None:
    article = make("Lena Holm said it was safe, as Norway believes that it rained.")
    voices = [
        (voice.source.key, article.text[voice.verb.start : voice.verb.end])
        for voice in statements_of(article)[0].voices
    ]
    assert voices == [("lena holm", "said"), ("place:NO", "believes")]


def speakers(text: str) -> list[tuple[str, str]]:
    """Whose each quotation of an article is, and by which rule."""
    found = statements_of(read_text(text, source="a"))
    return [(s.speaker.key, s.speaker.rule) for s in found if s.is_quote and s.speaker]


def test_whoever_was_just_quoted_speaks_on_over_paragraphs() -> None:
    text = (
        "“We count the sheep twice a day,” said farmer Ada Lund. “The fence was new, "
        "but it did not hold.\n\n“Nobody will sleep until Sunday.\n\n"
        "“I ask walkers to stay away.”"
    )
    assert speakers(text) == [("ada lund", "given-name")] * 4


def test_a_quotation_of_another_paragraph_is_only_guessed() -> None:
    text = "“We count the sheep,” said Ada Lund.\n\n“It did not hold.”"
    assert speakers(text)[1] == ("ada lund", "last-speaker")
    text = "Ada Lund said it was late. “The fence did not hold.”"
    assert speakers(text) == [("ada lund", "last-speaker")]


def test_an_agency_that_signs_a_report_is_not_whom_it_quotes() -> None:
    text = "“We count the sheep,” said Ada Lund.\n\n“The fence was new.” — Reuters"
    assert speakers(text)[1] == ("ada lund", "last-speaker")
