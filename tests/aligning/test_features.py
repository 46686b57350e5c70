"""What speaks for and against two sentences telling the same, feature by feature."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.features import (
    FEATURES,
    MOST_CANDIDATES,
    PairFeatures,
)
from newsdiff.aligning.profiles import Heading, Profile, profile, stem
from newsdiff.aligning.terms import terms_of
from newsdiff.model import Pair

Sentences = Sequence[str]
Place = tuple[int, int]

BRIDGE = "Engineers found cracks in the bridge."
FERRY = "Ferries carry cyclists across the lagoon."
CATS = "Cats sleep."
FILLER = [f"Nobody{n} whistled tune{n}." for n in range(24)]
"""Sentences that share no word with any other."""


def read(text: str, heading: Heading = Heading.NONE) -> Profile:
    return profile(text, heading)


def features_of(a: Sequence[Profile], b: Sequence[Profile]) -> PairFeatures:
    return PairFeatures(Pair(terms_of(a), terms_of(b)))


def pair(a: Sentences, b: Sentences) -> PairFeatures:
    return features_of([*map(read, a)], [*map(read, b)])


def named(features: PairFeatures, place: Place = (0, 0)) -> dict[str, float]:
    return features.vector(place)


def vector(a: Sentences, b: Sentences, place: Place = (0, 0)) -> dict[str, float]:
    return named(pair(a, b), place)


def stem_weights(*sentences: str) -> Mapping[str, float]:
    return pair(sentences, []).stem_weights


def candidates(a: Sentences, b: Sentences) -> set[Place]:
    return set(pair(a, b).candidates)


WORDS = (
    "ministers Anna Berg said bridge collapse 12 twelve Tuesday Norwegian harbour the "
    "“we will rebuild it” in of police Norway Oslo river collapsed, warned and cracks "
    "arms-deal 北京 U.S. who"
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
TEXT = st.lists(SENTENCE, min_size=1, max_size=5)
FEW = settings(max_examples=30, deadline=None, derandomize=True)


@FEW
@given(TEXT, TEXT)
def test_a_row_of_the_matrix_is_the_vector_of_its_candidate(
    a: list[str], b: list[str]
) -> None:
    features = pair(a, b)
    assert features.matrix.shape == (len(features.candidates), len(FEATURES))
    for row, place in zip(features.matrix, features.candidates, strict=True):
        assert dict(zip(FEATURES, row.tolist(), strict=True)) == named(features, place)


SHARES = (
    "words",
    "words, share",
    "spelling",
    "spelling, share",
    "word pairs",
    "clause",
    "same names",
    "context",
    "context, further down",
    "distance",
    "later place",
    "earlier place",
    "both at the top",
)
FLAGS = ("other names", "one headline", "both headlines", "subheading", "both quote")


@FEW
@given(TEXT, TEXT)
def test_exchanging_the_articles_changes_no_feature(a: list[str], b: list[str]) -> None:
    there, back = pair(a, b), pair(b, a)
    assert {(j, i) for i, j in there.candidates} == set(back.candidates)
    for i in range(len(a)):
        for j in range(len(b)):
            mine, theirs = named(there, (i, j)), named(back, (j, i))
            assert mine == theirs  # to the last bit
            assert there.reasons((i, j), 4) == back.reasons((j, i), 4)


@FEW
@given(TEXT, TEXT)
def test_likenesses_and_shares_lie_between_0_and_1(a: list[str], b: list[str]) -> None:
    features = pair(a, b)
    for i in range(len(a)):
        for j in range(len(b)):
            found = named(features, (i, j))
            assert all(map(math.isfinite, found.values()))
            for name in SHARES:
                assert 0 <= found[name] <= 1 + 1e-9, name
            for name in FLAGS:
                assert found[name] in (0.0, 1.0), name
            assert found["rarest word"] >= found["second rarest"] >= 0
            assert found["longer"] >= found["shorter"] >= 0
            assert found["later place"] >= found["earlier place"]
            assert 0 <= features.few <= 1


@FEW
@given(SENTENCE.filter(lambda text: bool(read(text).stems)))
def test_a_sentence_is_as_like_itself_as_can_be(text: str) -> None:
    found = vector([text], [text])
    for name in ("words", "words, share", "spelling", "spelling, share", "context"):
        assert found[name] == pytest.approx(1), name
    if read(text).bigrams:
        assert found["word pairs"] == pytest.approx(1)
    assert found["distance"] == 0


def test_sentences_without_a_common_word_have_no_likeness() -> None:
    found = vector([BRIDGE], [CATS])
    names = ("words", "words, share", "rarest word", "second rarest", "only here")
    for name in (*names, "word pairs", "longest run", "clause", "context"):
        assert found[name] == 0, name


def test_the_lead_is_over_the_closest_competitor() -> None:
    a, b = [BRIDGE], ["Engineers found cracks.", FERRY, BRIDGE]
    best, rival, other = (vector(a, b, (0, j)) for j in (2, 0, 1))
    assert best["words"] > rival["words"] > other["words"] == 0
    lead = best["words"] - rival["words"]
    assert best["words, lead"] == pytest.approx(lead)
    assert rival["words, lead"] == pytest.approx(-lead)
    assert other["words, lead"] == pytest.approx(-best["words"])
    assert best["words, share"] == 1
    assert rival["words, share"] == pytest.approx(rival["words"] / best["words"])
    assert other["words, share"] == 0


def test_competitors_are_sought_among_the_sentences_of_both_sides() -> None:
    shorter = "Engineers found cracks."
    for a, b, other in (
        ([BRIDGE], [BRIDGE, shorter], (0, 1)),
        ([BRIDGE, shorter], [BRIDGE], (1, 0)),
    ):
        best, rival = vector(a, b), vector(a, b, other)
        assert best["words, lead"] == pytest.approx(1 - rival["words"])
        assert best["spelling, lead"] == pytest.approx(1 - rival["spelling, share"])
        assert 0 < best["words, lead"] < 1
        assert 0 < best["spelling, lead"] < 1


def test_the_side_lead_is_over_the_weaker_of_the_two_sides_competitors() -> None:
    shorter, shortest = "Engineers found cracks.", "Engineers slept."
    one_side = vector([BRIDGE, shorter], [BRIDGE])
    assert one_side["spelling, side lead"] == pytest.approx(1)
    assert one_side["spelling, lead"] < one_side["spelling, side lead"]
    a, b = [BRIDGE, shorter], [BRIDGE, shortest]
    weak = vector(a, b, (0, 1))
    assert vector(a, b)["spelling, side lead"] == pytest.approx(
        1 - weak["spelling, share"]
    )


def test_the_two_rarest_words_in_common_are_weighed_one_by_one() -> None:
    a, b = ["Divers reached the wreck."], ["The wreck was seen; divers wept."]
    weights = stem_weights(*a, *b)
    both = sorted(weights[stem(word)] for word in ("divers", "wreck"))
    found = vector(a, b)
    assert [found["second rarest"], found["rarest word"]] == pytest.approx(both)
    one = vector(a, ["The wreck was seen."])
    assert (one["rarest word"] > 0, one["second rarest"]) == (True, 0)


def test_a_word_weighs_what_it_does_where_it_weighs_less() -> None:
    alone, chained = "They met Lena.", "They met Lena Kvist."
    weight = stem_weights(alone, chained)["lena"]
    for a, b in ((alone, chained), (chained, alone)):
        found = vector([a], [b])
        assert max(found["rarest word"], found["second rarest"]) == pytest.approx(
            max(0.5 * weight, stem_weights(alone, chained)["met"])
        )
        assert found["names in words"] == pytest.approx(math.log1p(0.5 * weight))


def test_a_word_counts_as_only_here_where_no_other_sentence_has_it() -> None:
    a, b = [BRIDGE, FERRY], ["A bridge fell.", CATS]
    assert vector(a, b)["only here"] > 0
    assert vector([BRIDGE, "The bridge is old."], b)["only here"] == 0
    assert vector(a, ["A bridge fell.", "The bridge is old."])["only here"] == 0


def test_names_in_words_are_what_is_a_name_on_either_side() -> None:
    lower, upper = "We saw orchid.", "We saw Orchid."
    weight = stem_weights(lower, upper)["orchid"]
    assert vector([lower], [lower])["names in words"] == 0
    for a, b in ((lower, upper), (upper, lower)):
        assert vector([a], [b])["names in words"] == pytest.approx(math.log1p(weight))


def test_spelling_is_the_share_of_the_sentence_that_has_less_of_the_other() -> None:
    long = f"{BRIDGE} {FERRY}"
    assert 0 < vector([BRIDGE], [long])["spelling"] < 0.7
    assert vector([BRIDGE], [long])["spelling"] == pytest.approx(
        vector([long], [BRIDGE])["spelling"]
    )
    # Letter runs see through endings that no stem explains.
    assert vector(["Defence won."], ["Defense won."])["spelling"] > 0.4


@pytest.mark.parametrize("one", ["boat boat boat", "They met Lena Kvist.", BRIDGE])
@pytest.mark.parametrize("other", ["boat", "Lena", "A bridge.", f"{BRIDGE} {FERRY}"])
def test_letter_runs_that_few_sentences_have_weigh_more(one: str, other: str) -> None:
    mine, theirs = read(one).grams, read(other).grams
    weight = {
        gram: math.log((2 + 5) / ((gram in mine) + (gram in theirs)))
        for gram in {*mine, *theirs}
    }
    common = sum(weight[g] * min(mine[g], theirs[g]) for g in mine if g in theirs)
    masses = [sum(weight[g] * n for g, n in side.items()) for side in (mine, theirs)]
    dot = sum(weight[g] ** 2 * mine[g] * theirs[g] for g in mine if g in theirs)
    norms = [
        math.hypot(*(weight[g] * n for g, n in side.items())) for side in (mine, theirs)
    ]
    found = vector([one], [other])
    assert found["spelling"] == pytest.approx(common / max(masses))
    assert found["spelling, lead"] == pytest.approx(dot / math.prod(norms))


def test_the_order_of_words_counts_for_word_pairs_and_runs_alone() -> None:
    turned = "The bridge cracks engineers found."
    same, other = vector([BRIDGE], [BRIDGE]), vector([BRIDGE], [turned])
    assert other["words"] == pytest.approx(same["words"])
    assert other["word pairs"] < same["word pairs"]
    assert 0 < other["longest run"] < same["longest run"]


def test_a_run_counts_as_quoted_where_either_sentence_quotes_it() -> None:
    said, plain = "He said “engineers found cracks” there.", BRIDGE
    run = vector([plain], ["Engineers found cracks"])["longest run"]
    for a, b in ((said, plain), (plain, said)):
        found = vector([a], [b])
        assert found["quoted run"] == pytest.approx(run)
        assert found["both quote"] == 0
    assert vector([plain], [plain])["quoted run"] == 0
    apart = vector([f"{said} Boats left port."], ["Boats left port."])
    assert apart["quoted run"] == 0 < apart["longest run"]
    assert vector([said], ["“Cats sleep here,” she said."])["both quote"] == 1


def test_of_several_quotations_the_weightiest_run_counts() -> None:
    long, short = "engineers found deep cracks", "in the bridge"
    one = vector([f"He said “{long}” there."], [f"{long} {short}"])["quoted run"]
    both = f"He said “{short}” and “{long}” there."
    assert vector([both], [f"{long} {short}"])["quoted run"] == pytest.approx(one)
    assert vector([f"{long} {short}"], [both])["quoted run"] == pytest.approx(one)


CLAUSES = [
    "Ferries carry cyclists across the lagoon, and divers reached the sunken wreck.",
    "Divers reached the wreck.",
    "Divers reached the sunken wreck with ferries that carry cyclists to Tarnholm.",
    "Divers slept.",
    CATS,
]


@pytest.mark.parametrize("one", CLAUSES)
@pytest.mark.parametrize("other", CLAUSES)
def test_the_best_covered_clause_of_either_sentence_counts(
    one: str, other: str
) -> None:
    weights = stem_weights(one, other)

    def covered(mine: str, theirs: str) -> Iterator[float]:
        for clause in read(mine).clause_stems:
            told = sum(weights[s] for s in clause if s in read(theirs).stems)
            whole = sum(weights[s] for s in clause)
            yield told / (whole + 2) * min(1.0, told / 4)

    best = max(*covered(one, other), *covered(other, one))
    assert vector([one], [other])["clause"] == pytest.approx(best)


def test_names_of_which_both_have_some_and_none() -> None:
    met = "They met Lena Kvist."
    for other, same, differing in (
        ("Then Lena Kvist left.", 2 / 3, 0.0),
        ("Then Olga Kvist left.", 1 / 4, 0.0),
        ("Then Olga Holm left.", 0.0, 1.0),
        (CATS, 0.0, 0.0),
    ):
        found = vector([met], [other])
        assert found["same names"] == pytest.approx(same), other
        assert found["other names"] == differing, other


def test_context_is_the_likeness_with_half_of_each_neighbour() -> None:
    a = [FERRY, BRIDGE, "Cats sleep on the bridge.", "Cyclists slept."]
    b = ["Engineers slept.", FERRY, BRIDGE]
    weights = stem_weights(*a, *b)

    def near(side: Sentences, k: int) -> str:
        return side[k] if 0 <= k < len(side) else ""

    def window(side: Sentences, at: int) -> dict[str, float]:
        found = dict.fromkeys(weights, 0.0)
        for k, part in ((at - 1, 0.5), (at, 1.0), (at + 1, 0.5)):
            for word, share in read(near(side, k)).stems.items():
                found[word] += part * share * weights[word]
        return found

    features = pair(a, b)
    for i, j in features.candidates:
        one, other = window(a, i), window(b, j)
        dot = sum(one[word] * other[word] for word in weights)
        cosine = dot / (math.hypot(*one.values()) * math.hypot(*other.values()))
        assert named(features, (i, j))["context"] == pytest.approx(cosine)
    assert len(features.candidates) > 5


def test_context_counts_more_the_further_down_the_later_one_stands() -> None:
    a, b = [BRIDGE, FERRY, CATS], [BRIDGE, "Ferries.", "The bridge.", CATS, BRIDGE]
    assert {(0, 2), (0, 4), (1, 1)} <= candidates(a, b)
    for place in candidates(a, b):
        found = vector(a, b, place)
        assert found["context, further down"] == pytest.approx(
            found["context"] * found["later place"]
        )
    assert vector(a, a, (2, 2))["context, further down"] == pytest.approx(1)


def test_neighbours_are_the_sentences_before_and_those_after() -> None:
    a, b = [FERRY, BRIDGE, CATS], [FERRY, "Engineers slept.", CATS]
    assert vector(a, b, (1, 1))["neighbours"] == pytest.approx(2)
    assert vector(a, [*b[:2], "Dogs bark."], (1, 1))["neighbours"] == pytest.approx(1)
    assert vector(a, ["Dogs bark.", *b[1:]], (1, 1))["neighbours"] == pytest.approx(1)
    turned = [CATS, "Engineers slept.", FERRY]
    assert vector(a, turned, (1, 1))["neighbours"] == 0


def test_places_go_from_0_for_the_first_sentence_to_1_for_the_last() -> None:
    found = vector(FILLER[:3], FILLER[10:15], (1, 3))
    assert (found["earlier place"], found["later place"]) == (0.5, 0.75)
    assert found["distance"] == 0.25
    ends = vector(FILLER[:3], FILLER[10:15], (0, 4))
    assert (ends["earlier place"], ends["later place"], ends["distance"]) == (0, 1, 1)
    assert vector([BRIDGE], FILLER[:2], (0, 1))["earlier place"] == 0
    assert vector(FILLER[:2], FILLER[:2], (1, 1))["earlier place"] == 1


def test_the_top_is_the_headline_and_the_lede_of_long_texts_and_fades_below() -> None:
    long = [vector(FILLER, FILLER, (n, 0))["both at the top"] for n in range(4)]
    assert long == pytest.approx([1, 1, math.exp(-0.5), math.exp(-1)])
    assert vector(FILLER, FILLER, (1, 3))["both at the top"] == pytest.approx(long[3])
    assert vector(FILLER[:9], FILLER[:9])["both at the top"] == 0


def test_headings_are_told_apart() -> None:
    kinds = {heading: [read(BRIDGE, heading)] for heading in Heading}
    none, head, sub = (
        kinds[h] for h in (Heading.NONE, Heading.HEADLINE, Heading.SUBHEADING)
    )

    def flags(a: list[Profile], b: list[Profile]) -> tuple[float, ...]:
        found = named(features_of(a, b))
        return tuple(found[n] for n in ("one headline", "both headlines", "subheading"))

    assert flags(none, none) == (0, 0, 0)
    assert flags(head, none) == flags(none, head) == (1, 0, 0)
    assert flags(head, head) == (1, 1, 0)
    assert flags(sub, none) == flags(none, sub) == flags(sub, sub) == (0, 0, 1)
    assert flags(head, sub) == flags(sub, head) == (1, 0, 1)


def test_lengths_and_choice_are_logarithms() -> None:
    found = vector([BRIDGE, CATS], [FERRY, CATS, ""], (0, 1))
    assert found["shorter"] == pytest.approx(math.log(2))
    assert found["longer"] == pytest.approx(math.log(4))
    assert found["choice"] == pytest.approx(math.log(6))
    assert vector([BRIDGE], [BRIDGE])["choice"] == 0
    assert vector([BRIDGE], [""])["shorter"] == 0


def test_texts_are_short_up_to_ninety_pairs_and_long_from_four_hundred() -> None:
    assert pair(FILLER[:9], FILLER[:10]).few == 1
    assert pair(FILLER[:21], FILLER[:20]).few == 0
    between = pair(FILLER[:14], FILLER[:14]).few
    assert between == pytest.approx((6.0 - math.log(196)) / 1.5)
    assert pair([], []).few == 1


def test_candidates_share_a_telling_word() -> None:
    a, b = [BRIDGE, FERRY, CATS], ["The bridge is old.", "It was the one.", FERRY]
    assert candidates(a, b) == {(0, 0), (1, 2)}
    assert candidates([BRIDGE], []) == candidates([], [BRIDGE]) == set()


def test_no_more_than_the_closest_are_candidates_of_both_sentences() -> None:
    # The further down, the more other words stand beside the one in common.
    words = [f"bridge {' '.join(f'w{n}x{k}' for k in range(n))}" for n in range(12)]
    assert candidates(["bridge"], words) == {(0, n) for n in range(12)}
    many = candidates(words, [text.replace("x", "y") for text in words])
    best = set(range(MOST_CANDIDATES))
    assert {(i, j) for i, j in many if i not in best and j not in best} == set()
    assert {(i, j) for i in range(12) for j in range(12) if i in best or j in best} == (
        many
    )


def test_a_word_of_too_many_pairs_of_sentences_makes_no_candidates() -> None:
    side, other = (
        [read(f"bridge {letter}{n}.") for n in range(161)] for letter in "vw"
    )
    assert features_of(side[:160], other[:125]).candidates
    assert not features_of(side[:161], other[:125]).candidates


def test_reasons_are_the_weightiest_words_in_common_as_they_stand() -> None:
    a, b = ["The Bridge had 000 cracks."], ["Cracks in the bridge: 000."]
    features = pair(a, b)
    weights = stem_weights(*a, *b)
    order = ["Cracks", "Bridge"]
    if weights["bridge"] > weights["crack"]:
        order.reverse()
    assert features.reasons((0, 0), 4) == tuple(order)
    assert features.reasons((0, 0), 1) == tuple(order[:1])
    assert pair(a, [CATS]).reasons((0, 0), 4) == ()


def test_a_word_weighs_more_where_it_is_rare_in_english() -> None:
    weights = stem_weights("water estuary zzyzxq qxzzyq")
    assert weights["water"] < weights["estuary"] < weights["zzyzxq"]
    assert weights["zzyzxq"] == weights["qxzzyq"]


def test_a_word_weighs_as_among_twenty_sentences_more_a_name_among_five() -> None:
    rare = math.log(21) * 70 / 50
    assert stem_weights("we saw zzyzxq")["zzyzxq"] == pytest.approx(rare)
    assert stem_weights("we saw Zzyzxq")["zzyzxq"] == pytest.approx(math.log(6) * 1.4)


def test_a_word_weighs_more_where_few_sentences_have_it() -> None:
    weights = stem_weights("zzyzxq fell", "zzyzxq rose", "qxzzyq slept")
    assert 0 < weights["zzyzxq"] < weights["qxzzyq"]


def test_a_name_that_every_sentence_has_tells_less_than_a_word() -> None:
    lower = stem_weights(*["we saw zzyzxq"] * 4)["zzyzxq"]
    upper = stem_weights(*["we saw Zzyzxq"] * 4)["zzyzxq"]
    assert 0 < upper < lower
    assert stem_weights(*["we saw zzyzxq"] * 3, "we saw Zzyzxq")["zzyzxq"] == upper


def test_without_sentences_there_is_nothing_to_weigh() -> None:
    assert stem_weights() == {}
    assert pair([], []).candidates == ()
