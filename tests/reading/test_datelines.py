"""The datelines of the wires, and what only looks like one."""

from __future__ import annotations

import pytest

from newsdiff.reading.datelines import wire_tag


@pytest.mark.parametrize(
    "tag",
    [
        "HONG KONG (AP) — ",
        "WASHINGTON — ",
        "AUGUSTA, Me. — ",
        "KYIV, Ukraine (AP) — ",
        "SEOUL, Sept. 5 (Yonhap) -- ",
        "PHILADELPHIA ― ",
        "LONDON (Reuters) - ",
        "Seoul (AFP) – ",
        "ST. LOUIS — ",
        "NEW YORK/LONDON, Sept 5 (Reuters) - ",
        "(Reuters) - ",
        "(CNN) ",
        "CNN — ",
        "HOUSTON - ",
        "BEIJING (AP) _ ",
        "SURABAYA, Indonesia/JAKARTA (Reuters) - ",
        "VELM, Ostland/HARN (Wire) - ",
        "Bradford, 7 June (PA) – ",
        "OTTAWA, Feb. 2, 2022 /CNW/ -- ",
        "OTTAWA, Feb. 2, 2022 (GLOBE NEWSWIRE) -- ",
        "DENVER--(BUSINESS WIRE)--",
        "DENVER, March 12 - ",
        "HARROW BAY — ",
        "COLD SPRINGS — ",
        "MOUNT VELM, Vt. — ",
        "RIO DE JANEIRO — ",
        "KOCHI, June 7 (PTI): ",
        "New Delhi, June 7 (ANI): ",
        "June 7 (Reuters) - ",
        "CANBERRA, Aug 5 AAP - ",
        "HARTFORD, Conn. (WVLM) — ",
        "Port of Spain, Trinidad (AP) — ",
        "UNITED NATIONS, 7 June (Xinhua) -- ",
    ],
)
def test_where_a_story_was_filed_is_a_dateline(tag: str) -> None:
    assert wire_tag(f"{tag}The bridge was closed.") == len(tag)
    assert wire_tag(f"{tag}“No,” she said.") == len(tag)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — The alliance said no.",
        "US - North Korea talks ended.",
        "HONG KONG (AP) — and so on.",
        "Hong Kong — The city said no.",
        "COVID-19 is back.",
        "The BBC (British) — The rest.",
        "(AP) said so.",
        "WASHINGTON The end.",
        "ANTI-WAR protesters filled the square.",
        "ANTI-WAR — The rest.",
        "BREAKING - The bridge fell.",
        "EXCLUSIVE - The bridge fell.",
        "EXCLUSIVE: The bridge fell.",
        "WATCH: The bridge falls.",
        "MR. TARN: The bridge fell.",
        "SENATOR TARN: The bridge fell.",
        "OPINION | The bridge.",
        "STORM DAMAGE — The roof went.",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "PRE-WAR Poland",
        "Jones (Labour) – The member for Velm – left.",
        "Harrow, a town – The largest – fell.",
        "HONG KONG",
        "",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert wire_tag(text) == 0


@pytest.mark.parametrize("tag", ["NEW DELHI: ", "LAHORE: ", "New Delhi: ", "VELM: "])
def test_a_place_and_a_colon_open_a_story(tag: str) -> None:
    assert wire_tag(f"{tag}The bridge was closed.", opening=True) == len(tag)
    assert wire_tag(f"{tag}The bridge was closed.") == 0


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The bridge falls.",
        "WEATHER: Rain comes.",
        "Update: The bridge fell.",
        "Grint: The bridge fell.",
    ],
)
def test_other_words_and_a_colon_open_none(text: str) -> None:
    assert wire_tag(text, opening=True) == 0
