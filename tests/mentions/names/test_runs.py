"""Runs of words that may be one name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import tokens
from newsdiff.mentions.names.casing import Casing, name_tokens
from newsdiff.mentions.names.runs import Run, RunFinder

FEW = settings(max_examples=120, deadline=None, derandomize=True)


def found(*sentences: str) -> tuple[str, list[Run]]:
    """The text of some sentences, and the runs of the last of them."""
    text = "\n".join(sentences)
    lines, start = [], 0
    for sentence in sentences:
        inside = tokens(text, start, start + len(sentence))
        lines.append(name_tokens(text, inside))
        start += len(sentence) + 1
    return text, list(RunFinder(text, Casing(text, lines)).runs(lines[-1]))


def runs(*sentences: str) -> list[str]:
    """The words of each run of the last sentence."""
    text, every = found(*sentences)
    return [text[slice(*run.text_span(run.units))] for run in every]


def units(sentence: str) -> list[list[tuple[str, bool]]]:
    """The units of each run, and whether a table knows them."""
    text, every = found(sentence)
    return [
        [(text[slice(*run.text_span([u]))], not u.is_word) for u in run.units]
        for run in every
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Lena Kvist and left.", "Lena Kvist"),
        ("They met Lena, Olga and Kvist.", "Lena|Olga|Kvist"),
        ("They met Mayor Lena Kvist; Holm left.", "Mayor Lena Kvist|Holm"),
        ("They met nobody there.", ""),
        ("", ""),
    ],
)
def test_neighbours_with_capitals_are_a_run(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Omar al-Kvist and left.", "Omar al-Kvist"),
        ("They met Mayor al-Kvist there.", "Mayor al-Kvist"),
        ("They met al-Kvist there.", "al-Kvist"),
        ("They met Omar al-dente there.", "Omar"),
        ("They met Omar the-Kvist there.", "Omar"),
    ],
)
def test_a_name_may_end_with_an_article_and_its_capital(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Robert 'Bob' Kvist there.", "Robert 'Bob' Kvist"),
        ("They met Robert “The Eel” Kvist there.", "Robert “The Eel” Kvist"),
        ("They met Robert (Bob) Kvist there.", "Robert (Bob) Kvist"),
        ("They met Lord (Bob) Kvist there.", "Lord (Bob) Kvist"),
        ("They met Robert (Norway) Kvist there.", "Robert|Norway|Kvist"),
        ("They met Robert (TUC) Kvist there.", "Robert|TUC|Kvist"),
        ("They met Robert (Labour) Mayor Kvist.", "Robert|Labour|Mayor Kvist"),
        ("The Herring Board (Tarn) Kvist sold it.", "Herring Board|Tarn|Kvist"),
        ("They met Robert 'bob' Kvist there.", "Robert|Kvist"),
    ],
)
def test_a_nickname_stands_inside_a_name(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They say Carl Kvist the third wanted it.", "Carl Kvist the third"),
        ("They met King Carl the Third there.", "King Carl the Third"),
        ("They gave Carl Kvist the third prize.", "Carl Kvist"),
        ("They gave Carl Kvist the prize.", "Carl Kvist"),
        ("They made Kvist the third mayor.", "Kvist"),
    ],
)
def test_which_of_one_name_somebody_is(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sued Kvist & Daughters there.", "Kvist & Daughters"),
        ("They met Carl Kvist KC, and left.", "Carl Kvist KC"),
        ("They met Carl Kvist, MD, there.", "Carl Kvist, MD"),
        ("They met Carl Kvist, Ph.D., there.", "Carl Kvist, Ph.D."),
        ("They met Carl Kvist, Holm and Tarn.", "Carl Kvist|Holm|Tarn"),
        ("They saw Tarn and Holm Police there.", "Tarn and Holm Police"),
        ("They saw Norway and Holm Police there.", "Norway|Holm Police"),
        ("They met Carl Kvist of Tarn there.", "Carl Kvist|Tarn"),
        ("They met Carl d'Kvist and Omar el-Holm.", "Carl d'Kvist|Omar el-Holm"),
    ],
)
def test_what_joins_a_name(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


def test_what_a_table_knows_is_one_unit() -> None:
    assert units("They met White House Aide Kvist of the United Nations.") == [
        [("White House", True), ("Aide", False), ("Kvist", False)],
        [("United Nations", True)],
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met the Bank of Tarnholm.", "Bank of Tarnholm"),
        ("We met the Tribunal for Tarnholm.", "Tribunal for Tarnholm"),
        ("We met the Tribunal for the Sea there.", "Tribunal|Sea"),
        ("We met the Secretary of the Treasury.", "Secretary of the Treasury"),
        ("We met the Minister of Trade.", "Minister of Trade"),
        ("We met Kvist of Tarnholm.", "Kvist|Tarnholm"),
        ("We met Holm of Norway.", "Holm|Norway"),
        ("We met the Bank of it.", "Bank"),
        ("We met the Congress of Norway.", "Congress of Norway"),
        ("We met the Fish and Wildlife Service.", "Fish and Wildlife Service"),
        ("We met the Fish and Wildlife people.", "Fish|Wildlife"),
        ("We met the Ministry of Trade and Water.", "Ministry of Trade and Water"),
        ("We met the Trade Board and Water Board.", "Trade Board|Water Board"),
        ("We met Lena and Olga Board.", "Lena|Olga Board"),
        ("We met Minister and Water Board.", "Minister|Water Board"),
        ("We met the Fish and Norway Board.", "Fish|Norway Board"),
        ("We met Lena van Kvist there.", "Lena van Kvist"),
        ("We met Lena van der Kvist there.", "Lena van der Kvist"),
        ("We met Lena van it.", "Lena"),
        ("We met Minister von Kvist there.", "Minister|Kvist"),
        ("We met Lena van der", "Lena"),
        ("We met Lena van der it.", "Lena"),
        ("We heard the Voice of Norway there.", "Voice of Norway"),
        ("We met at Pier 33 there.", "Pier 33"),
        ("We met at Pier 3333 there.", "Pier"),
        ("We met Kvist 33 there.", "Kvist"),
    ],
)
def test_small_words_join_what_is_one_name(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Gregory A. Kvist there.", "Gregory A. Kvist"),
        ("We met Gregory A. kvist there.", "Gregory"),
        ("We met Sen. Kvist there.", "Sen. Kvist"),
        ("We saw St. Zzyzxq there.", "St. Zzyzxq"),
        ("We met Zzyzxq. Kvist left.", "Zzyzxq|Kvist"),
        ("We met Lena Kvist, Jr. there.", "Lena Kvist, Jr"),
        ("We met Lena Kvist, Holm there.", "Lena Kvist|Holm"),
        ("We saw the Women's Bank there.", "Women's Bank"),
        ("We saw Kvist's Bank there.", "Kvist|Bank"),
        ("We saw the Women's Kvist there.", "Women|Kvist"),
        ("We saw Kvist (Holm) there.", "Kvist|Holm"),
        ("We saw Kvist  Holm there.", "Kvist|Holm"),
    ],
)
def test_marks_part_two_names_but_for_initials_titles_and_suffixes(
    text: str, names: str
) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then I left and I'm here.", ""),
        ("They left on Monday in June.", ""),
        ("They met April Holm there.", "April Holm"),
        ("They left in April Holm.", "Holm"),
        ("They met March Holm there.", "Holm"),
        ("They met April Norway there.", "Norway"),
        ("They met Mayor April Zzyzxq.", "Mayor April Zzyzxq"),
        ("They met The Kvist and An Holm.", "Kvist|Holm"),
        ("They asked the WHO and Him.", "WHO"),
    ],
)
def test_pronouns_calendar_and_small_words_are_no_names(text: str, names: str) -> None:
    assert "|".join(runs(text)) == names


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        (["Water rose."], ""),
        (["Zzyzxq rose."], "Zzyzxq"),
        (["Mayor Kvist left."], "Mayor Kvist"),
        (["Former Mayor Kvist left."], "Former Mayor Kvist"),
        (["Mayor Monday left."], ""),
        (["Mayor."], ""),
        (["Bank of."], ""),
        (["Meanwhile Water rose."], "Water"),
        (["Affordable Mayor left."], "Mayor"),
        (["Lake Zzyzxq froze."], "Lake Zzyzxq"),
        (["Bank of Tarnholm paid."], "Bank of Tarnholm"),
        (["Bank of the Tarnholm paid."], "Bank|Tarnholm"),
        (["Critics of Kvist left."], "Kvist"),
        (["Water of Tarnholm rose."], "Tarnholm"),
        (["Affordable Water Act passed."], "Affordable Water Act"),
        (["Sadly Water rose."], "Water"),
        (["Three Winters passed."], "Winters"),
        (["Meanwhile Kvist left."], "Kvist"),
        (["We saw Water.", "Water rose."], "Water"),
    ],
)
def test_the_first_word_of_a_sentence_needs_a_reason(
    sentences: list[str], names: str
) -> None:
    assert "|".join(runs(*sentences)) == names


@pytest.mark.parametrize(
    ("sentences", "known"),
    [
        (["They went to Turkey."], True),
        (["Turkey agreed."], True),
        (["We ate turkey.", "Turkey agreed."], False),
        (["House prices rose."], False),
        (["House."], False),
        (["House Speaker Kvist left."], True),
        (["They asked the House.", "House rose."], True),
        (["US prices rose."], True),
        (["WHO doctors came."], True),
        (["Who came?"], False),
        (["Republicans left."], True),
        (["They went to TARNHOLM."], False),
        (["In OSLO they left."], True),
        (["In HONG KONG they left."], True),
    ],
)
def test_a_known_name_is_meant_unless_it_may_be_a_word(
    sentences: list[str], known: bool
) -> None:
    _, every = found(*sentences)
    assert any(not unit.is_word for run in every for unit in run.units) == known


def test_a_city_that_is_a_name_too_is_meant_after_a_word_of_place() -> None:
    assert units("They live in Jackson now.") == [[("Jackson", True)]]
    assert units("They met Jackson now.") == [[("Jackson", False)]]
    assert units("They believe in Jackson Kvist now.") == [
        [("Jackson", False), ("Kvist", False)]
    ]
    assert units("They live near Jackson.") == [[("Jackson", True)]]


def test_a_state_s_abbreviation_needs_its_full_stop() -> None:
    assert units("They left Ariz. for good.") == [[("Ariz", True)]]
    assert units("They left Ariz Kvist there.") == [[("Ariz", False), ("Kvist", False)]]


def test_what_is_longer_than_twelve_units_is_cut() -> None:
    words = [f"Zzyz{letter}q" for letter in "abcdefghijklmn"]
    first, rest = runs(f"They saw {' '.join(words)} there.")
    assert first.split() == words[:12]
    assert rest.split() == words[12:]


PARTS = (
    "Lena Kvist the of and for Bank Board Norway White House in Jackson Mayor I April "
    "van der Pier 33 al-Holm WHO Jr. , . “ ” 's & A. Fish Ariz. Turkey said"
).split()


@FEW
@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_runs_follow_each_other_and_begin_and_end_with_a_name(parts: list[str]) -> None:
    _, every = found(" ".join(parts))
    end = 0
    for run in every:
        assert run.units
        for unit in run.units:
            assert end <= unit.first < unit.end <= len(run.words)
            end = unit.end
        first, last = run.words[run.units[0].first], run.words[run.units[-1].end - 1]
        assert first.text[0].isupper() or first.text.startswith("al-")
        assert not last.text[0].islower() or last.text.startswith("al-")
