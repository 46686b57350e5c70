"""Every theme can be read, and A and B stay apart for whoever sees colours otherwise.

The matrices of colour vision are those of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), for
complete protanopia and deuteranopia, on linear RGB. Contrast is that of WCAG 2.2;
differences are CIE 1976 distances in L*a*b*, of which 2.3 are just noticeable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color
from textual.screen import Screen

from newsdiff.colours import PALETTES
from newsdiff.config import Settings, SettingsFile
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered
from newsdiff.model import Article
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.shared.themes import make_themes
from tests.tui.stocking import stock

READABLE = 4.5
APART = 20.0
Linear = tuple[float, float, float]
Matrix = tuple[Linear, Linear, Linear]
SEEN: dict[str, Matrix] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
OWN = [theme.name for theme in make_themes()]
BOTH = list(product(PALETTES, OWN))


def linear(colour: Color) -> Linear:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return channel(colour.r), channel(colour.g), channel(colour.b)


def luminance(colour: Linear) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: Color, other: Color) -> float:
    low, high = sorted(luminance(linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen_by(colour: Linear, matrix: Matrix) -> Linear:
    r, g, b = (
        min(1.0, max(0.0, sum(f * part for f, part in zip(row, colour, strict=True))))
        for row in matrix
    )
    return r, g, b


def lab(colour: Linear) -> Linear:
    def bend(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    r, g, b = colour
    x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = bend(luminance(colour))
    z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, matrix: Matrix) -> float:
    a, b = (lab(seen_by(linear(Color.parse(c)), matrix)) for c in (one, other))
    return float(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5)


def test_the_measures_are_right() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)
    everything, protan = SEEN["all"], SEEN["protanopia"]
    assert distance("#000000", "#ffffff", everything) == pytest.approx(100, abs=0.1)
    red_and_green = "#cc0000", "#6a5a00"
    assert distance(*red_and_green, protan) < distance(*red_and_green, everything) / 2


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("what", ["", "-text", "-tint"])
def test_the_sides_stay_apart(palette: str, what: str, seen: str) -> None:
    for theme in make_themes(palette):
        a, b = (theme.variables[f"side-{side}{what}"] for side in "ab")
        least = APART if what != "-tint" else APART * 0.75
        assert distance(a, b, SEEN[seen]) >= least, theme.name


# What is really on the screen


@pytest.fixture
def start(
    engine: Engine, four: list[Article], driven: Any
) -> Callable[[Settings], AbstractAsyncContextManager[Any]]:
    def begin(settings: Settings) -> AbstractAsyncContextManager[Any]:
        sources = [Source(given=a.source, text=a.text) for a in four]
        file = SettingsFile(Path("c"), settings=settings)
        app = NewsdiffApp(Gathered(tuple(sources)), file, engine=engine)
        stock(app.shelf, four)
        return driven(app, (160, 40))  # type: ignore[no-any-return]

    return begin


def written(screen: Screen[Any]) -> Iterator[tuple[str, Color, Color]]:
    """Every word on the screen with its colour and that of its ground.

    Where something stands over another screen, which is dimmed, only its own words.
    """
    over = screen.query("#help, #save")
    region = over.first().region if over else screen.region
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style
            if style is None or not re.search(r"\w", segment.text):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            front, ground = (
                Color.from_rich_color(c) for c in (style.color, style.bgcolor)
            )
            yield segment.text, *((ground, front) if style.reverse else (front, ground))


@pytest.mark.parametrize(("palette", "theme"), BOTH)
async def test_every_word_on_every_screen_can_be_read(
    start: Callable[[Settings], AbstractAsyncContextManager[Any]],
    palette: str,
    theme: str,
) -> None:
    async with start(Settings(palette=palette, theme=theme)) as reader:
        for keys in (
            ["space"],
            ["enter", "]", "]"],
            ["i", "j"],
            ["enter"],
            ["i", "slash", *"bridge"],
            ["enter"],
            ["escape", "question_mark"],
            ["escape", "s"],
        ):
            await reader.press(*keys)
            faint = {
                (text.strip(), round(contrast(front, ground), 1))
                for text, front, ground in written(reader.app.screen)
                if contrast(front, ground) < READABLE
            }
            assert faint == set(), keys


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_without_colour_the_chosen_line_is_seen(
    opened: Callable[..., AbstractAsyncContextManager[Any]],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(size=size) as reader:

        def reversed_lines() -> list[str]:
            strips = reader.app.screen._compositor.render_strips()
            return [
                strip.text
                for strip in strips
                if sum(s.cell_length for s in strip if s.style and s.style.reverse) > 20
            ]

        assert [line.split()[0] for line in reversed_lines()] == ["Harbour"]
        await reader.press("j")
        assert [line.split()[0] for line in reversed_lines()] == ["River"]
        await reader.press("k", "enter", "i")
        before = reversed_lines()
        assert len(before) == 1
        await reader.press("j")
        assert len(reversed_lines()) == 1
        assert reversed_lines() != before
