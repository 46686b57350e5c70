from __future__ import annotations

import subprocess
import sys
from datetime import date

from newsdiff.grouping import TermKind, key_of, signature
from newsdiff.grouping.signatures import ShownTerm, shown_terms
from newsdiff.grouping.sketches import words_by_sentence
from newsdiff.grouping.terms import weightiest, without_title_case
from tests.grouping.invented import FERRY, QUAKE


def terms(text: str) -> dict[str, str]:
    told = "\n".join(map(without_title_case, text.splitlines()))
    words = [word for sentence in words_by_sentence(told) for word in sentence]
    return {each.term: each.shown for each in weightiest(told, words, 1000)}


def test_names_are_words_with_capitals_inside_sentences() -> None:
    found = terms("Police said that Lena Marrick of Port Derrow spoke. Lena left.")
    assert found["nlena marrick"] == "Lena Marrick"
    assert found["nport derrow"] == "Port Derrow"
    assert "nlena" in found
    assert "nspoke" not in found


def test_a_word_that_opens_a_sentence_is_a_name_only_if_it_is_one_elsewhere() -> None:
    found = terms("Houses burned. Marrick fled. The mayor thanked Rose. Rose wept.")
    assert "whouse" in found
    assert "nmarrick" in found
    assert "nrose" in found
    assert "nhouses" not in found


def test_headlines_in_title_case_make_no_names_of_common_words() -> None:
    found = terms("Captain Questioned After Big Ferry Runs Aground Off Kelmsay")
    assert {"wferry", "waground", "nkelmsay"} <= set(found)
    assert not {"nferry", "nbig", "ncaptain questioned"} & set(found)


def test_numbers_are_told_with_what_they_count() -> None:
    found = terms("It cost $4.2 million; 9,300 people signed, 17 houses fell in 2019.")
    assert found["#4.2m"] == "$4.2 million"
    assert found["#9300"] == "9,300"
    assert found["#9300 people"] == "9,300 people"
    assert found["#17 house"] == "17 houses"
    assert not [term for term in found if term.startswith("#2019")]


def test_days_are_the_same_however_they_are_written() -> None:
    for words in (
        "on June 3 it",
        "on 3 June it",
        "on Jun. 3, 2019 it",
        "on 03 June it",
    ):
        assert "d3 jun" in terms(f"They met {words} rained."), words


def test_possessives_are_shown_without() -> None:
    assert terms("They saw Lena Marrick’s ship.")["nlena marrick"] == "Lena Marrick"


def test_a_signature_is_small_whatever_the_length() -> None:
    short = signature(FERRY["courier"])
    long = signature("\n\n".join([*FERRY.values(), *QUAKE.values()] * 300))
    for one in (short, long):
        kept = len(one.hashes) + len(one.often) + len(one.rare)
        kept += len(one.shown) + len(one.sketch.runs) + len(one.sketch.sentences)
        assert kept < 2600
    assert long.words > 90_000


def test_the_key_is_that_of_the_words() -> None:
    text = FERRY["radio"]
    assert key_of(text) == signature(f"  {text.replace(' ', chr(10))}\n\n").key
    assert key_of(text) != key_of(text + " More.")


def test_days() -> None:
    day = date(2023, 9, 5).toordinal()
    assert signature("A.", published="2023-09-05").day == day
    assert signature("A.", published="2023-09-05T23:30:00+03:00").day == day
    for unsure in (None, "", "2023", "5/9/2023", "2023-02-30"):
        assert signature("A.", published=unsure).day is None


def test_a_headline_given_is_not_told_twice() -> None:
    text = FERRY["tribune"]
    title = text.splitlines()[0]
    body = "\n".join(text.splitlines()[2:])
    assert signature(text, title).hashes == signature(text).hashes
    assert signature(body, title).hashes == signature(text).hashes
    assert signature(text).headline == title
    assert len(signature("word " * 90).headline) <= 140


def test_the_weightiest_terms_can_be_shown() -> None:
    found = list(shown_terms(signature(FERRY["courier"])).values())
    assert ShownTerm(TermKind.NAME, "Ostrava Star") in found[:8]
    assert ShownTerm(TermKind.NUMBER, "214 people") in found


def test_odd_texts_have_signatures() -> None:
    for text in ("", "\n\n", "?", "\ud800 \x00", "42", "É", "ﬀ ǅ", "“ ”" * 99):
        one = signature(text, title=text)
        assert one.key
        assert len(one.often) == len(one.rare) == len(one.hashes) // 4


def test_no_signature_depends_on_the_seed_of_hashes() -> None:
    code = (
        "from newsdiff.grouping import signature;"
        "from tests.grouping.invented import ALL;"
        "print([signature(text) for text in ALL], [signature(t).shown for t in ALL])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
