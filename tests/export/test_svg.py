"""The picture: all that the reader shows, in a file that needs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, replace
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import compare
from newsdiff.export import rendered
from newsdiff.export.formats import svg
from newsdiff.layout import LayoutOptions, auto_view, lay_out
from newsdiff.model import Comparison
from newsdiff.reading import read_text
from newsdiff.text.cells import cells
from newsdiff.text.visible import CONTROL
from newsdiff.tui.shared import themes

NASTY = '<b>Bold</b> &amp; ]]> <!-- "x" \' \x1b[31m \x00 \x85 \ufffe \ud83d'


def parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own


def elements(picture: str, tag: str) -> Iterator[ET.Element]:
    return parsed(picture).iter(f"{{http://www.w3.org/2000/svg}}{tag}")


def texts(picture: str) -> list[str]:
    return ["".join(element.itertext()) for element in elements(picture, "text")]


@pytest.mark.parametrize("width", [60, 120])
def test_the_words_are_those_of_the_page(bridge: Comparison, width: int) -> None:
    options = LayoutOptions(width=width, view=auto_view(width), boilerplate=False)
    page = lay_out(bridge, options)
    shown = "".join(run.text for y in range(page.height) for run in page.line(y))
    drawn = "".join(texts(rendered(bridge, "svg", width)))
    assert re.sub(r"[ │╱]", "", shown) in drawn.replace(" ", "")


@pytest.mark.parametrize("width", [20, 60, 100, 120, 180, 1_000])
def test_everything_is_within_the_width(bridge: Comparison, width: int) -> None:
    picture = rendered(bridge, "svg", width)
    root = parsed(picture)
    edge = int(root.attrib["width"])
    assert edge == (min(width, svg.WIDEST) + 4) * 9
    for element in elements(picture, "text"):
        words = "".join(element.itertext())
        length = int(element.attrib["textLength"])
        assert length == cells(words) * 9
        assert int(element.attrib["x"]) + length <= edge
        assert int(element.attrib["y"]) < int(root.attrib["height"])


def test_it_needs_nothing_else(bridge: Comparison) -> None:
    picture = rendered(bridge, "svg")
    known = {"svg", "title", "rect", "text"}
    root = parsed(picture)
    assert {e.tag.rpartition("}")[2] for e in root.iter()} == known
    values = [value for e in root.iter() for value in e.attrib.values()]
    assert not [v for v in values if "url" in v or ":" in v]
    assert re.findall("https?:", picture) == ["http:"]  # the name of the format


def test_a_gap_stands_opposite_what_only_one_has(bridge: Comparison) -> None:
    gaps = [
        int(element.attrib["x"])
        for element in elements(rendered(bridge, "svg"), "text")
        if "".join(element.itertext()) == "– not found"
    ]
    middle = (120 + 4) * 9 // 2
    assert min(gaps) < middle < max(gaps)


def test_facts_are_highlighted_on_their_side(bridge: Comparison) -> None:
    boxes = {
        (element.get("x"), element.get("y")): element.get("fill")
        for element in elements(rendered(bridge, "svg"), "rect")
    }
    found = {}
    for element in elements(rendered(bridge, "svg"), "text"):
        at = element.get("x"), str(int(element.attrib["y"]) - 16)
        found["".join(element.itertext())] = boxes.get(at)
    assert found["Pier 33"] == found["4,000"] == "#cfe2f8"
    assert found["Norway"] == found["6,000"] == "#fbdfbf"


def test_the_colours_are_those_of_the_readers_light_theme() -> None:
    theme = next(
        theme for theme in themes.make_themes() if theme.name == "newsdiff-light"
    )
    light = svg._LIGHT
    own = {light.text, light.page, light.faint, light.hatch}
    own |= {colour for side in light.sides for colour in astuple(side)}
    names = ("a", "a-text", "a-tint", "b", "b-text", "b-tint")
    of_sides = {theme.variables[f"side-{name}"] for name in names}
    grounds = {theme.variables["faint"], theme.variables["hatch"]}
    assert own == of_sides | grounds | {theme.foreground, theme.background}


def test_the_legend_names_the_marks_there_are(bridge: Comparison) -> None:
    *_, legend, _ = texts(rendered(bridge, "svg"))
    said = " ".join(texts(rendered(bridge, "svg"))[-5:]).replace("\u00a0", " ")
    for words in ("≈ reworded", "< only in Harbour Post", "> only in River [Herald]"):
        assert words in said, legend
    assert "≈" not in "".join(texts(rendered(bridge, "svg", only_ascii=True)))


def test_articles_are_only_text() -> None:
    text = f"{NASTY} headline\n\nThe same here.\n\n{NASTY} body in the middle.\n"
    a = replace(
        read_text(text, source="a.txt", label=f"one {NASTY}"),
        title=NASTY,
        published=NASTY,
    )
    b = read_text("The same here.\n", source="b.txt", label="two")
    picture = rendered(compare(a, b), "svg")
    assert not list(elements(picture, "b"))
    assert not CONTROL.search(picture)
    assert "<b>Bold</b> &amp; ]]> <!--" in "".join(texts(picture))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_makes_a_picture(a: str, b: str) -> None:
    one, other = read_text(a, source="a"), read_text(b, source="b")
    picture = rendered(compare(one, other), "svg")
    assert parsed(picture) is not None
    assert not CONTROL.search(picture.replace("\ufe0f", "").replace("\u200d", ""))


def test_it_can_be_drawn(bridge: Comparison) -> None:
    png = bytes(resvg_py.svg_to_bytes(svg_string=rendered(bridge, "svg")))
    assert png.startswith(b"\x89PNG")
