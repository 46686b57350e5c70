"""Money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    "forms",
    [
        ("$4.2 billion", "$4.2bn", "$4.2B", "US$4.2bn", "USD 4.2bn", "4.2 bln dlrs"),
        ("€2.5m", "EUR 2.5 million", "2.5 million euros", "2,500,000 euros"),
        ("£5k", "£5,000", "GBP 5,000", "£ 5000"),
        ("Rs 7.5 lakh", "Rs. 750,000", "₹7,50,000", "750,000 rupees", "INR 7.5 lakh"),
        ("₹80 crore", "Rs 800 million", "80 crore rupees", "Rs 80 cr"),
        ("Rs 2 lakh crore", "₹2 trillion"),
        ("45 cents", "$0.45", "45 cts", "45¢", "forty-five cents"),
        ("80p", "£0.80", "80 pence"),
        ("A$3m", "3 million Australian dollars", "AUD 3m"),
        ("CHF3m", "3 million Swiss francs", "SFr 3m"),
        ("7.3 billion riyals", "7.3bn rials"),
        ("¥50 billion", "50 billion yen"),
        ("300 kroner", "300 krone", "NOK 300"),
        ("$3 trillion", "$3tn", "$3T"),
    ],
)
def test_one_sum_in_many_forms(key: Key, forms: tuple[str, ...]) -> None:
    found = {key(f"The gate cost {form} in all.") for form in forms}
    assert len(found) == 1, found


def test_other_currencies_are_other_sums(key: Key) -> None:
    signs = ("$5", "€5", "£5", "A$5", "C$5", "Rs 5", "¥5", "5 francs", "5 cents")
    assert len({key(f"The gate cost {sign} in all.") for sign in signs}) == len(signs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hall will cost 350,000 pounds.", "350000£"),
        ("She paid 40 pounds for it.", "40£"),
        ("The parcel weighed 40 pounds.", "18.1436948 kilogram"),
        ("They found 40 pounds of flour.", "18.1436948 kilogram"),
        ("They owe 2 million pounds.", "2000000£"),
        ("It cost millions of dollars.", "2000000$"),
        ("It cost 12 of us dear.", "12"),
    ],
)
def test_pounds_are_money_where_money_is_meant(
    key: Key, text: str, expected: str
) -> None:
    assert key(text) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Can$5m", "5000000 C$"),
        ("Aus$5m", "5000000 A$"),
        ("DM5m", "5000000 mark"),
        ("5 mln stg", "5000000£"),
    ],
)
def test_signs_of_agencies(
    key: Callable[[str], str], written: str, expected: str
) -> None:
    assert key(f"It cost {written} then.") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("$US4m", "4000000$"),
        ("$A4m", "4000000 A$"),
        ("DKr40", "40 krone"),
        ("SKr40", "40 krona"),
        ("SR40", "40 riyal"),
        ("M$40", "40 ringgit"),
        ("40,000 won", "40000 won"),
    ],
)
def test_signs_in_front_and_behind(
    key: Callable[[str], str], written: str, expected: str
) -> None:
    assert key(f"They counted {written} then.") == expected


def test_who_won_is_no_money(key: Callable[[str], str]) -> None:
    assert key("The two won medals.") == "2 medal"
