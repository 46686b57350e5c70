"""What is said in a transcript, and lines that only look like one."""

from __future__ import annotations

from newsdiff.mentions.values.speeches import find_speeches
from newsdiff.model import Role
from newsdiff.reading.reader import read_text


def speeches(*paragraphs: str) -> list[list[str]]:
    article = read_text("\n\n".join(paragraphs), source="-")
    bodies = [i for i, s in enumerate(article.sentences) if s.role is Role.BODY]
    return [
        [article.text[slice(*span)] for _, span in speech.pieces]
        for speech in find_speeches(article, bodies)
    ]


def test_what_follows_a_speaker_is_said() -> None:
    assert speeches(
        "BERG (voice-over): This is the town of Velm now.",
        "BERG: Minister, when did you know of the flood?",
        "EK: No. We knew in March. We told the mayor.",
        "The door closes.",
    ) == [
        ["This is the town of Velm now."],
        ["We knew in March.", "We told the mayor."],
    ]


def test_speakers_in_small_letters_come_again() -> None:
    assert speeches(
        "The flood in Velm",
        "Ann Berg: When did the river rise?",
        "Bo Ek: It rose on Monday night.",
        "Ann Berg: The town says it was Sunday.",
    ) == [["It rose on Monday night."], ["The town says it was Sunday."]]


def test_a_label_alone_makes_no_transcript() -> None:
    assert speeches("WATCH: The bridge falls into the river.", "It rained.") == []
    assert speeches("Pay: Drivers want more of it.", "Rest: They want it too.") == []


def test_what_itself_quotes_is_left_to_its_marks() -> None:
    assert speeches("BERG: “We knew,” he told us.", "EK: We did not know of it.") == [
        ["We did not know of it."]
    ]
