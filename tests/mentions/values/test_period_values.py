"""Quarters, halves, financial years, decades, centuries: from the text to the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


def dates(article: Article) -> list[str]:
    return [m.key for m in mentions_of(article) if m.kind is Kind.DATE]


@pytest.mark.parametrize(
    "forms",
    [
        ("Q2", "second quarter", "2Q", "second-quarter", "three months to June 30"),
        ("Q3 2021", "third quarter of 2021", "3Q21", "2021's third quarter"),
        ("H1", "first half", "six months to June"),
        ("H2 2015", "second half of 2015", "2H15"),
        ("FY2019", "fiscal 2019", "FY19", "financial year 2019", "2019 financial year"),
        ("FY2019-20", "fiscal 2019/20", "financial year 2019–2020"),
        ("2012-13", "2012–13", "2012/13", "2012-2013", "2012 to 2013"),
        ("1990s", "nineties", "’90s", "'90s"),
        ("17th century", "seventeenth century", "17th-century"),
        ("3rd of May", "third of May", "3 May", "May 3", "May 3rd", "May the third"),
        ("3 May 2015", "3-May-15", "03.05.2015", "2015-05-03", "May 3, 2015"),
        ("3 May to 2 June", "May 3 to June 2", "May 3 until June 2"),
        ("4-29 Feb", "February 4 to 29", "4 to 29 February", "Feb. 4-29"),
        ("4-28 Feb 1066", "February 4 to 28, 1066"),
        ("May 1066", "May, 1066"),
    ],
)
def test_one_stretch_in_many_forms(make: Make, forms: tuple[str, ...]) -> None:
    found = {tuple(dates(make(f"It was in the {form} there."))) for form in forms}
    assert len(found) == 1, found
    assert all(len(one) == 1 for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They moved in '97.", ["1997"]),
        ("The team of ’68 met.", ["1968"]),
        ("It ran from the 5th to the 9th of May.", ["--05-05/--05-09"]),
        ("It ran from the 5th of May to the 9th of June.", ["--05-05/--06-09"]),
        ("They won in '66, '70 and '74.", ["1966", "1970", "1974"]),
        ("They won in ’66, ’70, ’74 or ’82.", ["1966", "1970", "1974", "1982"]),
        ("They won in 1966, '70 and '74.", ["1966", "1970", "1974"]),
        ("He ran it in '08-'11.", ["2008/2011"]),
        ("He ran it in ’84–’85.", ["1984/1985"]),
        ("He ran it in 1984-'85.", ["1984/1985"]),
        ("He said '40 boats' and no more.", []),
        ("It was granted in the year 1204.", ["1204"]),
        ("It was granted in 1204, they said.", ["1204"]),
        ("It ran between 2019 and 2021.", ["2019/2021"]),
        ("They came in 1204 boats.", []),
        ("A quarter-final was lost.", []),
        ("The first quarter-final was lost.", []),
        ("She is in her nineties.", []),
        ("It was said ’68 times.", []),
        ("Theresa May may quit.", []),
        ("June Carver and April Voss march.", []),
        ("Julian August led the march.", []),
        ("Augusta shut its gates.", []),
        ("They marched in May.", ["--05"]),
        ("In May 250 boats came.", ["--05"]),
        ("ON 4 MARCH IT RAINED.", ["--03-04"]),
    ],
)
def test_years_and_months_and_what_is_none(
    make: Make, text: str, expected: list[str]
) -> None:
    assert dates(make(text, published=None)) == expected


def test_a_run_over_new_year_ends_in_the_year_it_gives(make: Make) -> None:
    for text in ("Dec. 30 to Jan. 2, 2024", "30 December to 2 January 2024"):
        assert dates(make(f"It ran from {text}.")) == ["2023-12-30/2024-01-02"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("in Q3 FY21", ["FY2021-Q3"]),
        ("in the third quarter of fiscal 2021", ["FY2021-Q3"]),
        ("in AD 79", ["0079"]),
        ("in 79 CE", ["0079"]),
        ("in 44 B.C.", ["-0044"]),
        ("in nineteen eighty-four", ["1984"]),
        ("in the 1920's", ["192X"]),
        ("in the 19th Century", ["century 19"]),
        ("in the April-June period", ["Q2"]),
        ("in the three months to end-June", ["Q2"]),
        ("by end-June", ["late --06"]),
        ("in the 20th Century Fox film", []),
        ("with nineteen eighty-foot masts", []),
    ],
)
def test_years_and_parts_of_them(make: Make, written: str, expected: list[str]) -> None:
    assert dates(make(f"They sold it {written}.", published=None)) == expected
