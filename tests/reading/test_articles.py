"""A whole article: nothing is lost, limits are said, labels are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.gathering import read, sample_sources
from newsdiff.model import Article, Role
from newsdiff.reading import read_text, unique_labels
from newsdiff.reading.cutting import MAX_TOLD, REPEATED
from newsdiff.reading.reader import MAX_CHARACTERS, MAX_SENTENCES
from newsdiff.reading.segmenting import MAX_BLOCK

STORIES = sorted((Path(__file__).parents[3] / "shared" / "stories").glob("*/*.txt"))
LINES = st.sampled_from(
    [
        "---",
        "title: Bridge closed",
        "Bridge closed for six months",
        "# Bridge closed",
        "OSLO (AP) — The bridge was closed. “We had no choice. None,” she said.",
        "Home » World » Bridge closed for six months",
        "5/9/2023-|Last update: 5/9/202309:15 PM (Mecca Time)",
        "Trending News",
        "Leave a Comment",
        "Anna Berg (left) (Reuters)",
        '[responsivevoice_button x="y"]',
        "“",
        "   ",
        "\t\x0c\u2028 a",
        "The bridge was built in 1968 and has been mended four times since it opened.",
    ]
)
ANY_ARTICLE = st.one_of(
    st.text(max_size=400), st.lists(LINES, max_size=12).map("\n".join)
)


def nothing_is_lost(article: Article) -> bool:
    """Whether every character is in one sentence or in the blanks between two."""
    at = 0
    for sentence in article.sentences:
        assert at <= sentence.start < sentence.end
        assert not article.text[at : sentence.start].strip()
        words = article.text[sentence.start : sentence.end]
        assert words == words.strip()
        assert (sentence.rule is not None) == (sentence.role is Role.BOILERPLATE)
        at = sentence.end
    numbers = [sentence.paragraph for sentence in article.sentences]
    return not article.text[at:].strip() and numbers == sorted(numbers)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(ANY_ARTICLE)
def test_every_character_is_in_one_sentence_or_blank(text: str) -> None:
    article = read_text(text, source="a.txt")
    assert article.text == text
    assert nothing_is_lost(article)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_every_character_of_a_real_story(path: Path) -> None:
    article = read(path)
    assert nothing_is_lost(article)
    assert article.sentence_count > 5
    assert article.notes == ()


def test_every_character_of_the_sample() -> None:
    for source in sample_sources():
        assert nothing_is_lost(read_text(source.text, source=source.given))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Oslo said so. " * (MAX_SENTENCES + 20),
        "The mayor of Oslo said so.\n" * (MAX_SENTENCES + 20),
        "The mayor of Oslo said so on every day of the year and in all weathers. "
        * 9000,
        "word " * MAX_CHARACTERS,
        "x" * 2 * MAX_CHARACTERS,
        "\n" * MAX_CHARACTERS + "The mayor said so.\n" * (MAX_SENTENCES + 1),
    ],
    ids=["one line", "many lines", "many words", "no end", "no blank", "late start"],
)
def test_past_the_limits_it_is_said_what_is_left_out(text: str) -> None:
    article = read_text(text, source="long.txt")
    assert nothing_is_lost(article)
    rest = [s for s in article.sentences if s.rule == "beyond-limit"]
    compared = [s for s in article.sentences if s.role.compared]
    assert 0 < len(compared) <= MAX_SENTENCES
    assert compared[-1].end - compared[0].start <= MAX_CHARACTERS + MAX_BLOCK
    assert max(s.end - s.start for s in article.sentences) <= MAX_BLOCK
    said = (
        f"long is longer than {MAX_SENTENCES:,} sentences or {MAX_CHARACTERS:,} "
        f"characters: its last {rest[-1].end - rest[0].start:,} characters are shown "
        "but not compared"
    )
    assert article.notes[0] == said


def test_a_text_within_the_limits_is_compared_to_its_end() -> None:
    text = " ".join(f"The mayor said so {n} times." for n in range(MAX_SENTENCES))
    article = read_text(text, source="a.txt")
    assert (article.sentence_count, article.notes) == (MAX_SENTENCES, ())


def test_a_text_that_repeats_itself_is_compared_a_few_times() -> None:
    text = "The mayor said so.\n" * (MAX_TOLD + 5) + "He left.\n"
    article = read_text(text, source="long.txt")
    assert nothing_is_lost(article)
    assert article.sentence_count == MAX_TOLD + 1
    assert [s.rule for s in article.sentences[MAX_TOLD:-1]] == [REPEATED] * 5
    said = (
        f"long repeats itself: 5 sentences that stand in it more than {MAX_TOLD} "
        "times are shown but not compared again"
    )
    assert article.notes == (said,)


def test_a_million_short_lines_are_not_a_million_sentences() -> None:
    article = read_text("a\n" * 1_000_000, source="a.txt")
    assert len(article.sentences) < MAX_SENTENCES + 1_000
    assert nothing_is_lost(article)


def test_a_page_without_a_story_is_said() -> None:
    article = read_text("Leave a Comment\n\nShare\n", source="page.txt")
    assert article.notes == (
        (
            "page has no sentence to compare: every line of it was taken for a menu, "
            "teaser, form or date of a web page; save or name the article itself"
        ),
    )


def test_labels_are_told_apart() -> None:
    texts = [read_text("It was so.", source=s) for s in ("x/a.txt", "y/a.txt", "a 2")]
    assert [a.label for a in unique_labels(texts)] == ["a", "a 2", "a 2 2"]


def test_the_label_is_the_outlet_or_the_stem() -> None:
    assert read_text("It was so.", source="x/daily.post.txt").label == "daily.post"
    assert read_text("It was so.", source="002_b153af23b14aa822.txt").label == "002"
    assert read_text("It was so.", source="2024-123456.txt").label == "2024-123456"
    assert read_text("It was so.", source="-").label == "stdin"
    assert read_text("It was so.", source="a", label="Daily").label == "Daily"


GERMAN = (
    "Der Kanzler sagte am Dienstag in Berlin, dass 4.000 Autos die Brücke benutzen. "
    "Die Polizei sperrte sie am Abend. Was geschah, war nicht zu erfahren.\n"
)
DUTCH = (
    "De minister is dinsdag in Den Haag van plan om de wet aan te passen, was te "
    "horen. Of dat lukt, is nog niet zeker, zei hij. Er was veel te doen.\n"
)
CHINESE = "市长说：“桥梁将关闭三个星期。”然后他离开了会场，没有回答记者的问题。" * 4


@pytest.mark.parametrize("text", [GERMAN, DUTCH, CHINESE, GERMAN.upper()])
def test_another_language_is_said(text: str) -> None:
    (note,) = read_text(text, source="a.txt").notes
    assert note.startswith("a does not read like English: it is compared by names")


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Tote.\n",
        "Police closed it at once and said that nobody was hurt in the crash.\n" * 2,
        "Police closed the bridge and said that engineers were coming.\n".upper() * 2,
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_not(text: str) -> None:
    assert read_text(text, source="a.txt").notes == () or not text
