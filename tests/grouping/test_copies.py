from __future__ import annotations

from newsdiff.grouping import Copy, Likeness, copies, signature
from tests.grouping.invented import ALL, FERRY, QUAKE

AGENCY = """Engineers found cracks in two pillars of the Lune bridge on Monday morning.
Mayor Anna Berg closed it to lorries at noon, and to all cars from Tuesday on.
About 14,000 cars cross the bridge on a working day, the roads office said.
The bridge was opened in 1931 and was last mended eleven years ago.
Berg said that a ferry would run every twenty minutes until the autumn.
Shopkeepers on the east bank fear for their trade in the summer months.
A second report on the pillars is expected by the end of next week."""
SENTENCES = AGENCY.splitlines()


def one(texts: list[str], **about: str) -> list[Copy]:
    return list(copies([signature(text, **about) for text in texts]))


def test_the_same_text_whatever_its_white_space() -> None:
    (copy,) = one([FERRY["radio"], FERRY["radio"].replace(" ", "\n")])
    assert (copy.a, copy.b, copy.likeness, copy.share) == (0, 1, Likeness.SAME, 1)


def test_a_version_says_which_is_longer_and_which_is_later() -> None:
    old = " ".join(f"word{n} stands at place {n}." for n in range(150))
    new = old + " Five more words came later."
    each = [
        signature(new, "Headline", "2024-03-02"),
        signature(old, "Headline", "2024-03-01"),
    ]
    (copy,) = copies(each)
    assert copy.likeness is Likeness.NEARLY
    assert copy.share >= 0.9
    assert (copy.longer, copy.later) == (0, 0)


def test_copy_of_an_agency_is_marked_with_its_name_and_the_share() -> None:
    wire = "KELMSAY (Reuters) - " + "\n".join(SENTENCES)
    paper = "\n".join(
        ["Bridge shut", *SENTENCES[1:4], "Our reporter saw a long queue there."]
    )
    (copy,) = one([paper, wire])
    assert copy.likeness is Likeness.AGENCY
    assert copy.agencies == ("Reuters",)
    assert copy.credited == (False, True)
    assert copy.sentences == 3
    assert copy.share == 0.75


def test_agencies_that_both_credit_come_before_those_of_one() -> None:
    each = [
        "\n".join(["Bridge shut", "With AFP, Reuters", *SENTENCES[:5]]),
        "\n".join(["Lune bridge closed", "© AFP", *SENTENCES[2:]]),
    ]
    (copy,) = one(each)
    assert copy.agencies == ("AFP",)
    assert copy.credited == (True, True)


def test_the_same_sentences_without_an_agency_are_shared() -> None:
    each = ["\n".join(["Bridge shut", *SENTENCES[:5]]), "\n".join(SENTENCES[2:])]
    (copy,) = one(each)
    assert copy.likeness is Likeness.SHARED
    assert copy.agencies == ()


def test_what_only_tells_the_same_is_no_copy() -> None:
    assert one(ALL) == []


def test_one_quotation_in_both_is_no_copy() -> None:
    quoted = "“We need tents and water before the night comes,” Governor Okan said."
    assert one([f"{text}\n{quoted}" for text in QUAKE.values()]) == []


def test_empty_texts() -> None:
    assert [copy.likeness for copy in one(["", ""])] == [Likeness.SAME]
    assert one(["", FERRY["radio"]]) == []


def test_order_changes_only_the_places() -> None:
    each = ["\n".join(["Bridge shut", *SENTENCES[:5]]), "\n".join(SENTENCES[2:])]
    (copy,), (mirror,) = one(each), one(each[::-1])
    assert (copy.likeness, copy.share, copy.sentences) == (
        mirror.likeness,
        mirror.share,
        mirror.sentences,
    )
    assert copy.longer != mirror.longer
