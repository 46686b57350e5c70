"""What `make_canonical` brings together, and what it keeps apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


def keys(kind: Kind, *articles: Article) -> list[list[str]]:
    """The distinct canonical keys of one kind in each article, in order."""
    found = make_canonical(*(mentions_of(article) for article in articles))
    return [
        list(dict.fromkeys(m.key for m in mentions if m.kind is kind))
        for mentions in found
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Lena Holm spoke.", "On Friday Holm spoke."),
        ("Sen. Charles E. Grantley spoke.", "Sen. Chuck Grantley spoke."),
        ("Then Kim Jong-un left.", "Then Kim Jong Un left."),
        ("President Oleksandr Zelenskyy spoke.", "President Oleksandr Zelensky spoke."),
        ("Ambassador Ana Thomas-Field spoke.", "Ambassador Ana Thomas Field spoke."),
        ("Ambassador Ana Thomas-Field spoke.", "On Friday Thomas-Field spoke."),
        ("Former Rep. Jon Holm Jr. spoke.", "On Friday Rep. Holm Jr. spoke."),
    ],
)
def test_one_person(make: Make, one: str, other: str) -> None:
    first, second = keys(Kind.PERSON, make(one), make(other))
    assert first == second
    assert len(first) == 1


def test_father_and_son_are_two_where_an_article_names_both(make: Make) -> None:
    both = make("Jon Holm met hunters.", "Then Jon Holm Jr. left.", "Later Holm spoke.")
    father, son = make("Mr. Jon Holm met hunters."), make("Mr. Jon Holm Jr. left.")
    assert keys(Kind.PERSON, both, father) == [
        ["jon holm", "jon-jr holm"],
        ["jon holm"],
    ]
    assert keys(Kind.PERSON, both, son)[1] == ["jon-jr holm"]
    assert keys(Kind.PERSON, father, son) == [["jon holm"], ["jon holm"]]
    senior = make("Mr. Jon Holm Sr. left.")
    assert keys(Kind.PERSON, senior, son) == [["jon-sr holm"], ["jon-jr holm"]]


def test_two_people_of_one_name_stay_two(make: Make) -> None:
    article = make("Lena Holm met Erik Holm.", "Lena Holm spoke.", "Then Holm left.")
    assert keys(Kind.PERSON, article) == [["lena holm", "erik holm"]]


def test_a_body_by_its_short_names(make: Make) -> None:
    first, second = keys(
        Kind.ORGANIZATION,
        make("The Senate Fisheries Committee met the National Herring Board."),
        make("The Fisheries Committee met; then the NHB voted."),
    )
    assert first == second


def test_the_other_article_decides_what_a_surname_is(make: Make) -> None:
    unknown = make("Letters to Tarn were found.")
    known = make("Finance Minister Olga Tarn spoke.")
    ((first,), (second,)) = make_canonical(mentions_of(unknown), mentions_of(known))
    assert (first.kind, first.key) == (second.kind, second.key)


def test_weekdays_meet_where_an_article_has_no_date(make: Make) -> None:
    dated, undated = (
        make("He left on Tuesday."),
        make("On Tuesday he left.", published=None),
    )
    assert [m.resolved for m in mentions_of(undated)] == [None]
    first, second = keys(Kind.DATE, dated, undated)
    assert first == second == ["2023-09-05"]


@pytest.mark.parametrize(
    ("dated", "undated", "key"),
    [
        ("He went there last July.", "In July he went there.", "2023-07"),
        ("He left on September 3, 2023.", "On September 3 he left.", "2023-09-03"),
    ],
)
def test_a_month_or_day_without_a_year_is_the_one_the_other_names(
    make: Make, dated: str, undated: str, key: str
) -> None:
    first, second = keys(Kind.DATE, make(dated), make(undated, published=None))
    assert first == second == [key]


def test_the_same_weekday_of_two_weeks_is_two_days(make: Make) -> None:
    first, second = keys(
        Kind.DATE,
        make("He left on Tuesday."),
        make("He left on Tuesday.", published="2023-09-12"),
    )
    assert (first, second) == (["2023-09-05"], ["2023-09-12"])


def test_a_date_and_a_weekday_that_are_one_day(make: Make) -> None:
    first, second = keys(
        Kind.DATE, make("He left on Tuesday."), make("He left on 5 September 2023.")
    )
    assert first == second


def test_a_capital_is_its_state_where_it_speaks_for_it(make: Make) -> None:
    first, second = keys(
        Kind.PLACE, make("They met in Oslo."), make("Talks with Oslo failed.")
    )
    assert first == second == ["place:NO"]


def test_a_bare_number_is_the_one_with_the_noun(make: Make) -> None:
    first, second = keys(
        Kind.NUMBER, make("It hit three entities."), make("Of these, three closed.")
    )
    assert first == second == ["3 entity"]


def test_nothing_but_keys_and_kinds_changes(make: Make) -> None:
    article = make("# Holm Opens Bridge", "Mayor Lena Holm spoke on Friday of 3 ships.")
    before = mentions_of(article)
    (after,) = make_canonical(before)
    assert [(m.span, m.rule, m.resolved) for m in after] == [
        (m.span, m.rule, m.resolved) for m in before
    ]


def test_order_of_the_articles_does_not_matter(make: Make) -> None:
    one = mentions_of(make("Mayor Lena Holm met Sen. Charles Grantley on Friday."))
    other = mentions_of(make("Chuck Grantley met Holm.", published=None))
    assert make_canonical(one, other) == make_canonical(other, one)[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It rose two points.", "It rose 2 percentage points."),
        ("It was 31 degrees there.", "It was 31 degrees Celsius there."),
    ],
)
def test_a_unit_that_is_not_named_in_full(make: Make, one: str, other: str) -> None:
    first, second = keys(Kind.NUMBER, make(one), make(other))
    assert first == second
    alone = keys(Kind.NUMBER, make(one), make("It rose 3 percentage points."))
    assert alone[0] != alone[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It shut on 5/3/2019.", "It shut on 5 March 2019."),
        ("It shut on 5-3-2019.", "It shut on May 3, 2019."),
        ("It lost in FY2019-20.", "It lost in FY20."),
    ],
)
def test_a_date_that_the_other_article_explains(
    make: Make, one: str, other: str
) -> None:
    articles = [make(text, published=None) for text in (one, other)]
    first, second = keys(Kind.DATE, *articles)
    assert first == second
    third = keys(Kind.DATE, articles[0], make("It shut in May.", published=None))
    assert third[0] != third[1]


def test_a_road_is_one_thing_however_it_is_written(make: Make) -> None:
    one, other = make("They shut Highway 9."), make("They shut highway 9.")
    assert keys(Kind.PLACE, one, other)[0] == keys(Kind.PLACE, one, other)[1] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They sought Flight 7702.", "They sought Flight TR7702."),
        ("They sought flight 7702.", "They sought TR 7702."),
        ("It was an Airbus A330.", "It was an Airbus A330-300."),
        ("Tarn Airways Flight TR7702 sank.", "TR7702 sank."),
        ("The train IC 904 stood.", "IC904 stood."),
        ("Tarn Airways Flight TR 7702 sank.", "TR7702 sank."),
        ("It was a Boeing 747.", "It was a 747-8."),
        ("It was a Boeing 737-700.", "It was a Boeing 737."),
        ("It was a Boeing 737 MAX 8.", "It was a 737-MAX."),
        ("A score of goats died.", "20 goats died."),
        ("Three lakh forty thousand people left.", "3,40,000 people left."),
        ("Two crore five lakh people left.", "20.5 million people left."),
        ("Roe admitted two counts of fraud.", "Roe admitted two charges of fraud."),
        ("Adeyo scored twice.", "Adeyo scored two tries."),
    ],
)
def test_one_number_that_is_a_name(make: Make, one: str, other: str) -> None:
    first, second = keys(Kind.NUMBER, make(one), make(other))
    assert first == second
    assert len(first) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They sought Flight 7702.", "They sought Flight TR7703."),
        ("They sought Flight 7702.", "TR7702 and KL7702 met."),
        ("An A330 and an A330-300 met.", "It was an A330-300."),
        ("It was an A330-200.", "It was an A330-300."),
        ("Scores of goats died.", "20 lambs died."),
        ("It was a Boeing 737-700.", "It was a Boeing 747."),
    ],
)
def test_two_numbers_that_are_names(make: Make, one: str, other: str) -> None:
    first, second = keys(Kind.NUMBER, make(one), make(other))
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ship MV Tarnsey sank.", "The Tarnsey sank."),
        ("The tanker MT Sea Kvist sank.", "The tanker Sea Kvist sank."),
        ("The tug HMAS Tarnsey sank.", "The Tarnsey sank."),
        ("They boarded the INS Tarnsey.", "They boarded the Tarnsey."),
    ],
)
def test_one_ship(make: Make, one: str, other: str) -> None:
    articles = make_canonical(mentions_of(make(one)), mentions_of(make(other)))
    first, second = ({m.key for m in found if m.kind.is_name} for found in articles)
    assert first == second


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Kvist Foods closed the plant.", "Kvist said it would.", Kind.ORGANIZATION),
        ("Lena Kvist closed the plant.", "Kvist said it would.", Kind.PERSON),
    ],
)
def test_whoever_speaks_by_one_word(
    make: Make, full: str, short: str, kind: Kind
) -> None:
    one, other = make_canonical(mentions_of(make(full)), mentions_of(make(short)))
    assert [m.kind for m in (*one, *other)] == [kind, kind]
    assert one[0].key == other[0].key
