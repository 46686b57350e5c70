"""The text export can be read from top to bottom, at any width, on any terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import Mark, compare
from newsdiff.engine import Engine
from newsdiff.export import story, story_text, to_text
from newsdiff.gathering import sample_sources
from newsdiff.model import Article, Comparison, Link, Pair, State
from newsdiff.reading import parse, read_text, unique_labels
from newsdiff.story import shares
from newsdiff.text.columns import columns
from newsdiff.text.visible import CONTROL, visible
from newsdiff.wording.blocks import ASCII
from newsdiff.wording.wrapping import hang

ANY = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="ab 北京。」é\u0301\u200d👩\xa0-", max_size=200),
)


def list_of(articles: Sequence[Article]) -> str:
    """The list of some articles, with what is found of their pairs."""
    return story_text(articles, shares.summarise(articles, Engine().compare))


@settings(deadline=None, derandomize=True)
@given(ANY, st.integers(min_value=12, max_value=100))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    text = visible(text)
    lines = list(hang(text, width, "  A 1   "))
    clinging = 2 * max((len(run) for run in text.split()), default=0)
    for line in lines:
        assert columns(line) <= max(width, 8 + min(clinging, width - 8))
        assert line == line.rstrip()
    joined = "".join(lines).replace("  A 1", "", 1)
    assert "".join(joined.split()) == "".join(text.split())
    assert all(line.startswith(" " * 8) for line in lines[1:])


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 20, ["one two"]),
        ("", 20, [""]),
        ("北京说桥关了。", 6, ["北京说", "桥关", "了。"]),
        ("北京 bridge 北京", 11, ["北京 bridge", "北京"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a 5\xa0km b", 5, ["a", "5\xa0km", "b"]),
    ],
)
def test_lines_are_broken_where_a_reader_expects(
    text: str, width: int, lines: list[str]
) -> None:
    assert list(hang(text, width)) == lines


@pytest.mark.parametrize("width", [20, 21, 33, 80, 1000, 10**9])
def test_widths_from_narrow_to_endless(comparison: Comparison, width: int) -> None:
    text = to_text(comparison, width)
    assert max(map(columns, text.splitlines())) <= width
    words = to_text(comparison, 80).split()
    assert text.split() == words


def test_every_compared_sentence_is_there_once() -> None:
    for one, other in combinations(sample_sources(), 2):
        comparison = compare(parse(one), parse(other))
        lines = " ".join(to_text(comparison).split())
        rows = lines[: lines.index("Only in ")]
        for article in comparison.articles:
            for i, sentence in enumerate(article.sentences):
                words = " ".join(article.words_of(i).split())
                assert (f" {i + 1} {words}" in rows) is sentence.role.compared


def test_it_ends_with_one_line_feed_and_has_no_blank_at_a_line_end(
    comparison: Comparison,
) -> None:
    text = to_text(comparison)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_what_was_noted_of_an_article_is_in_the_text(comparison: Comparison) -> None:
    noted = replace(comparison.articles.a, notes=("it was read as Windows-1252",))
    changed = replace(comparison, articles=Pair(noted, comparison.articles.b))
    assert "Note: it was read as Windows-1252." in to_text(changed)


def test_certain_and_probable_are_worded_differently(comparison: Comparison) -> None:
    text = " ".join(to_text(comparison).split())
    assert "“Pier 14” appears nowhere in Fjord Post. (B 2)" in text
    assert "No sentence of valona was found to say what these say: A 7." in text


@settings(deadline=None, derandomize=True, max_examples=60)
@given(ANY.filter(str.strip), ANY.filter(str.strip), st.text(min_size=1, max_size=20))
def test_nothing_that_hides_or_commands_gets_out(a: str, b: str, name: str) -> None:
    text = f"---\noutlet: {name}\ntitle: {b}\n---\n{a}"
    one, other = unique_labels(
        [read_text(text, source=name), read_text(b, source=f"x/{name}.txt")]
    )
    for out in (to_text(compare(one, other)), list_of([one, other])):
        assert visible(out) == out.replace("\n", " ")
        out.encode()


HOSTILE = (
    "\x1b[2J\x1b]0;x\x07\x9b31m\u202e\u2066\u200b\ufeff\u2060\U000e0041"
    "\ud83d\x85\x7f\x00\r"
)


def test_a_hostile_name_and_text_are_harmless() -> None:
    article = read_text(
        f"---\noutlet: O{HOSTILE}\ntitle: T{HOSTILE}\n---\nHe said{HOSTILE} no.",
        source=f"name{HOSTILE}",
    )
    for out in (to_text(compare(article, article)), list_of([article])):
        assert not CONTROL.search(out)
        assert "\ud83d" not in out
        assert "\x1b" not in out


def test_brackets_are_words(comparison: Comparison) -> None:
    assert "Berg said [sic]." in to_text(comparison)


def test_a_list_of_many_articles_has_every_pair_in_order() -> None:
    articles = [parse(source) for source in sample_sources()]
    lines = list_of(articles).splitlines()
    pairs = [line.split("  ")[0] for line in lines if "%" in line]
    assert pairs == [f"{i} and {j}" for i, j in combinations(range(1, 6), 2)]
    assert lines[-1] == "To read one pair: newsdiff compare FILE FILE"


def groups_of(text: str, heading: str) -> dict[str, str]:
    """What a list says below a heading, by who tells it, in one line each."""
    _, told = text.split(f"{heading}\n")
    return {
        group.split(":\n")[0]: " ".join(group.split(":\n")[1].split())
        for group in re.split(r"\n(?=\S)", told.strip())
        if ":\n" in group
    }


def test_a_list_says_who_tells_which_fact() -> None:
    text = list_of([parse(source) for source in sample_sources()])
    groups = groups_of(text, "by who was found to tell it:")
    assert "Jake Sullivan" in groups["all"]
    assert "Pier 33" in groups["only Gulf daily (4)"].split("; ")
    assert "Slovak citizen" in groups["only World service (5)"].split("; ")
    assert "; Pier 33;" not in "".join(
        values for name, values in groups.items() if "4" not in name
    )
    told = text.split("Told otherwise:")[1]
    assert max(map(len, told.splitlines())) <= story.WIDTH


def test_a_list_has_claims_and_who_alone_makes_them_first() -> None:
    text = list_of([parse(source) for source in sample_sources()])
    groups = groups_of(text, "by who was found to tell it:")
    only = groups["only World service (5)"]
    assert "- At the United Nations last week, a joint statement by the" in only
    alone = [name.startswith("only ") for name in groups]
    assert alone == sorted(alone, reverse=True)


def test_a_list_says_what_is_word_for_word_and_who_carries_one_text() -> None:
    copied = "The ferry sank near the old pier. All on board were saved. {} said so."
    more = "A second boat came at noon. It had a crane on board. Nobody was hurt there."
    texts = [f"{copied.format(name)} {more}" for name in ("Berg", "Moe")]
    texts.append("The ferry is late today, the harbour says.")
    text = list_of([read_text(t, source=f"{n}.txt") for n, t in enumerate(texts)])
    told = " ".join(text.split())
    assert "evidence of a common source, never a verdict" in told
    assert "1 and 2 at most 18 words in a row, 4 sentences the same" in told
    assert "1 and 2 share much of their text: counted together" in told
    assert "1 and 2, which carry one text" in told


def test_a_list_says_first_what_is_told_otherwise_and_by_whom() -> None:
    text = list_of([parse(source) for source in sample_sources()])
    told = " ".join(text.split("Told otherwise:\n")[1].split())
    agency = "Carried by another agency or outlet. 4: TASS news agency; 5: Interfax"
    assert agency in told


def test_without_all_pairs_nothing_is_said_of_facts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = [parse(source) for source in sample_sources()]
    monkeypatch.setattr(shares, "MAX_PAIRS", 3)
    text = list_of(articles)
    assert "7 more pairs were not compared" in text
    assert "who was found to tell" not in text


def test_one_article_has_nothing_to_compare_with() -> None:
    text = list_of([read_text("The bridge was closed.", source="a.txt")])
    assert text == (
        "1  a (4 words · 1 sentence)\n   The bridge was closed.\n\n"
        "There is nothing to compare with: name a second article.\n"
    )


def linked(sentences: int, links: int) -> Comparison:
    """Two articles of so many sentences, the first `links` of them linked."""
    text = " ".join(f"Bridge {i} closed." for i in range(sentences))
    found = [
        Link(a=i, b=i, state=State.MATCHED, score=1, reason=()) for i in range(links)
    ]
    return Comparison(
        articles=Pair(read_text(text, source="a"), read_text(text, source="b")),
        links=tuple(found),
        nearest=Pair((None,) * sentences, (None,) * sentences),
        facts=(),
    )


@pytest.mark.parametrize(
    ("links", "share"),
    [(250, "100%"), (249, "over 99%"), (125, "50%"), (1, "under 1%"), (0, "0%")],
)
def test_a_share_is_all_or_nothing_only_where_it_is(links: int, share: str) -> None:
    both = linked(250, links)
    words = f"{share.capitalize()} of a's sentences and {share} of b's are told"
    assert words in to_text(both, 200)
    summaries = shares.summarise([*both.articles], lambda *_: both)
    listed = story_text([*both.articles], summaries)
    assert f"\n1 and 2  a {share}, b {share}\n" in listed


def articles_of(n: int) -> list[str]:
    return [f"The bridge number {i} was closed on Monday." for i in range(n)]


@pytest.mark.parametrize(("limit", "value"), [("MAX_PAIRS", 4), ("MAX_WORK", 4)])
def test_past_a_limit_it_is_said_how_many_pairs_are_left_out(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(shares, limit, value)
    read = [read_text(text, source=str(i)) for i, text in enumerate(articles_of(5))]
    text = list_of(read)
    assert text.count("%, ") == 4
    assert "6 more pairs were not compared: name fewer articles, or one pair" in text


def test_the_first_pair_is_compared_whatever_it_costs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shares, "MAX_WORK", 0)
    read = [read_text(text, source=str(i)) for i, text in enumerate(articles_of(3))]
    text = list_of(read)
    assert "1 and 2  0 " in text
    assert "2 more pairs were not compared" in text


def test_what_has_a_link_is_never_said_to_have_no_sentence() -> None:
    one = """The bridge over the fjord was closed on Monday, Anna Berg said.

The mayor of Velm paid old debts of the town and flew home."""
    other = """The bridge over the fjord was closed on Monday after a gale had wrecked
both engines of a huge tanker, Anna Berg said.

Ferries run every twenty minutes from the pier in the harbour."""
    found = compare(read_text(one, source="one"), read_text(other, source="other"))
    linked = {link.b + 1 for link in found.links}
    lines = to_text(found).replace("\n    ", " ").splitlines()
    said = [line for line in lines if "No sentence of one" in line]
    assert linked
    assert said
    assert not any(f"B {n}" in line for n in linked for line in said)
    assert any("one was not found to say" in line for line in lines)


def test_every_mark_has_a_sign_in_ascii() -> None:
    assert all(mark.value.translate(ASCII).isascii() for mark in Mark)
    assert len({mark.value.translate(ASCII) for mark in Mark}) == len(Mark)
