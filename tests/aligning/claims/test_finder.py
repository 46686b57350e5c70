"""`find_claim`: what is stated, what is not found, and by which sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.goldsets import story
from newsdiff import find_claim
from newsdiff.aligning.claims.finder import (
    FEATURES,
    MAX_SENTENCES,
    MAX_WORDS,
    Claimed,
    claim_features,
    find_claim_in,
)
from newsdiff.aligning.logistic import fitted
from newsdiff.reading import read_text

TEXT = (
    "The bridge in Valona was closed on Monday after engineers found cracks.",
    "Mayor Anna Berg said that the ferry leaves from Pier 14 every hour.",
    "The council has not approved the repairs.",
    "Fishermen complained about the noise.",
    "Berg promised money.",
    "It will come from the harbour fund.",
)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The bridge in Valona was closed.", 0),
        ("Engineers found cracks.", 0),
        ("Engineers have found a crack in the bridge", 0),
        ("The ferry leaves from Pier 14", 1),
        ("the FERRY leaves from pier 14", 1),
        ("The council has not approved the repairs.", 2),
    ],
)
def test_what_is_stated_comes_with_its_sentence(claim: str, sentence: int) -> None:
    found = find_claim(claim, TEXT)
    assert found.state is Claimed.STATED
    assert found.score > fitted("newsdiff.aligning.claims", "claims").least["stated"]
    assert (found.sentences[0], found.nearest) == (sentence, sentence)
    assert not found.missing


@pytest.mark.parametrize("sentence", TEXT)
def test_a_sentence_states_itself(sentence: str) -> None:
    found = find_claim(sentence, TEXT)
    assert found.state is Claimed.STATED
    assert TEXT[found.sentences[0]] == sentence


@pytest.mark.parametrize(
    "claim",
    ["Kim will visit Pier 33", "The airport reopened", "Wolves attacked eleven sheep"],
)
def test_what_is_not_there_has_no_sentence_but_a_closest_one(claim: str) -> None:
    found = find_claim(claim, TEXT)
    assert found.state is Claimed.ABSENT
    assert found.score < 0.5
    assert (found.sentences, found.opposed) == ((), False)
    assert found.nearest in range(len(TEXT))
    assert found.missing


def test_between_the_two_it_is_unclear() -> None:
    found = find_claim("Engineers in Valona found gold", TEXT)
    assert found.state is Claimed.UNCLEAR
    assert found.sentences[0] == 0
    assert "gold" in found.missing
    assert {"Engineers", "Valona"} <= set(found.reason)


def test_a_claim_may_be_told_by_two_neighbours() -> None:
    found = find_claim("Berg promised money from the harbour fund", TEXT)
    assert set(found.sentences[:2]) == {4, 5}


def test_what_is_said_twice_is_found_twice() -> None:
    again = "Police: the bridge in Valona is closed."
    found = find_claim("The bridge in Valona was closed", [*TEXT, again])
    assert set(found.sentences) == {0, len(TEXT)}


def test_there_is_a_limit_to_the_sentences_and_words_that_are_told() -> None:
    told = "Thirty seven angry fishermen of Valona blocked the northern harbour."
    found = find_claim(told, [told] * 20)
    assert len(found.sentences) == MAX_SENTENCES
    assert len(found.reason) == MAX_WORDS


@pytest.mark.parametrize(
    "claim",
    ["The bridge in Valona was not closed", "The council has approved the repairs"],
)
def test_what_is_denied_is_never_stated(claim: str) -> None:
    found = find_claim(claim, TEXT)
    assert (found.state, found.opposed) == (Claimed.UNCLEAR, True)


def test_a_not_elsewhere_in_the_sentence_denies_nothing() -> None:
    text = ["The mayor was not hurt, and engineers found cracks in the bridge."]
    assert find_claim("Engineers found cracks in the bridge", text).opposed is False


def test_words_are_told_in_the_order_of_the_claim() -> None:
    found = find_claim("Nordic divers found cracks near Pier 99", TEXT)
    order = "Nordic divers found cracks near Pier 99".split()
    for words in (found.reason, found.missing):
        assert list(words) == sorted(words, key=order.index)


def test_abbreviations_are_words() -> None:
    text = ["The US imposed sanctions on the harbour."]
    found = find_claim("The EU imposed sanctions on the harbour", text)
    assert "EU" in found.missing


def test_stray_words_of_a_long_text_do_not_state_a_claim() -> None:
    claim = "Anna Berg blocked the northern harbour with eleven boats"
    words = claim.split()
    spread = [f"Nobody expected {word} here." for word in words for _ in range(4)]
    whole = " ".join(f"{word}, nobody expected it." for word in words)
    assert find_claim(claim, spread).score < find_claim(claim, [whole]).score
    assert find_claim(claim, spread).state is not Claimed.STATED


@pytest.mark.parametrize("claim", ["", " ", "?!", "…"])
def test_a_claim_without_words_is_nowhere(claim: str) -> None:
    found = find_claim(claim, TEXT)
    assert (found.state, found.score, found.nearest) == (Claimed.ABSENT, 0.0, None)
    assert set(claim_features(claim, TEXT).values()) == {0.0}


def test_a_text_without_sentences_states_nothing() -> None:
    found = find_claim("The bridge was closed", [])
    assert (found.state, found.score, found.nearest) == (Claimed.ABSENT, 0.0, None)
    assert find_claim("The bridge was closed", [""]).state is Claimed.ABSENT


def test_small_words_are_looked_for_where_there_are_no_others() -> None:
    assert find_claim("It was his", ["It was his.", "Cracks."]).sentences == (0,)


def test_a_word_is_no_statement() -> None:
    assert find_claim("Berg", ["Berg."]).state is Claimed.UNCLEAR
    assert find_claim("Berg spoke", ["Berg spoke."]).state is Claimed.STATED


@pytest.mark.parametrize("sentence", ["桥梁已经关闭。", "Мост закрыт с понедельника."])
def test_any_script_is_found_where_it_is_the_same(sentence: str) -> None:
    assert find_claim(sentence, [*TEXT, sentence]).sentences[0] == len(TEXT)


def test_an_article_s_furniture_states_nothing() -> None:
    article = read_text(
        "Bridge closed\n\nThe bridge in Valona was closed on Monday.\n\n"
        "Subscribe to our newsletter\n\n© 2024 Harbour Post",
        source="a.txt",
    )
    found = find_claim_in(article, "The bridge in Valona was closed")
    assert article.words_of(found.sentences[0]).startswith("The bridge")
    for claim in ("Subscribe to our newsletter", "© 2024 Harbour Post"):
        assert find_claim_in(article, claim).state is not Claimed.STATED


def test_the_packaged_weights_are_those_of_the_features() -> None:
    model = fitted("newsdiff.aligning.claims", "claims")
    assert tuple(model.weights) == tuple(FEATURES)
    assert set(model.least) == {Claimed.STATED, Claimed.UNCLEAR}
    assert 0 < model.least["unclear"] < 0.5 < model.least["stated"] < 1


def test_figures_on_the_sample_hold() -> None:
    gold, paths = story("sample") or pytest.fail("the sample's gold is missing")
    answers = []
    for key, article in gold["articles"].items():
        text = paths[key].read_text("utf-8")
        sentences = [text[s["start"] : s["end"]] for s in article["sentences"]]
        for fact in gold["facts"]:
            said = find_claim(fact["fact"], sentences).state
            answers.append((said, key in fact["evidence"]))
    stated = [true for said, true in answers if said is Claimed.STATED]
    absent = [not true for said, true in answers if said is Claimed.ABSENT]
    assert sum(stated) / len(stated) > 0.87
    assert sum(absent) / len(absent) > 0.94
    assert len(stated) + len(absent) > 0.3 * len(answers)


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=40),
    st.lists(st.text(max_size=60), max_size=6),
)
def test_anything_has_an_answer(claim: str, sentences: list[str]) -> None:
    found = find_claim(claim, sentences)
    assert 0 <= found.score <= 1
    assert (found.state is Claimed.ABSENT) == (not found.sentences)
    assert set(found.sentences) <= set(range(len(sentences)))
    assert len(set(found.sentences)) == len(found.sentences)
    assert found == find_claim(claim, tuple(sentences))
