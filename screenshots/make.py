"""Pictures of the reader on the sample story: SVG and PNG of each view.

usage: python -m screenshots.make [FOLDER]      (default: the folder of this script)

The pictures are driven through the app's own keys. The PNG needs a monospaced font on
the system (DejaVu Sans Mono, for instance); the SVG names the same one.
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resvg_py
from textual.pilot import Pilot

from newsdiff.gathering import Gathered, sample_sources
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.facts_panel import FactsPanel
from newsdiff.tui.shared.themes import DEFAULT, PREFIX
from screenshots.stories import several_stories

FONT: Final = "DejaVu Sans Mono"
FONTS: Final = f"'{FONT}', Menlo, Consolas, monospace"
SHARPNESS: Final = 2
"""Pixels of the PNG for each one of the SVG: crisp on screens of high density."""
WIDE: Final = (120, 36)
CLASSIC: Final = (80, 24)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the keys that lead to it from the list, and the screen's size."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = WIDE
    theme: str = DEFAULT
    fact: str = ""
    """A fact to go to in the facts panel; empty for none."""
    several: bool = False
    """Whether articles on other events are in the list too."""


MARK: Final = ("end", "k", "space", "j", "space")
"""The fourth and the fifth article: Pier 33 and the Slovak citizen."""
NEXT: Final = "right_square_bracket"
OPEN: Final = (*MARK, "enter")
ADDRESS: Final = [
    {":": "colon", "/": "slash", ".": "full_stop"}.get(sign, sign)
    for sign in "https://example.org/news/bridge"
]
PICTURES: Final = (
    Picture("list", MARK),
    Picture("stories", ("j", "j", "equals_sign"), several=True),
    Picture("add", ("a", *ADDRESS), several=True),
    Picture("split", (*OPEN, *[NEXT] * 4)),
    Picture("split-light", (*OPEN, *[NEXT] * 4), theme=f"{PREFIX}light"),
    Picture("unified", (*OPEN, *[NEXT] * 4), CLASSIC),
    Picture("facts", (*OPEN, "i"), fact="Pier 33"),
    Picture("find", (*OPEN, "slash", *"weapons", "enter", "n")),
    Picture("folded", (*OPEN, "Z")),
    Picture("why", (*OPEN, *[NEXT] * 4, "equals_sign")),
    Picture("filter", ("s", "s", "slash", *"warn")),
    Picture("pairs", (*MARK, "p")),
    Picture("coverage", ("end", "c", NEXT, NEXT, NEXT, NEXT, *["j"] * 4)),
    Picture("alone", ("end", "w", *["j"] * 4)),
    Picture("carriers", ("end", "w", *["j"] * 4, "enter")),
    Picture("save", (*OPEN, "s")),
    Picture("commands", (*OPEN, "colon", *"next")),
    Picture("contrast", (*OPEN, *[NEXT] * 4), theme=f"{PREFIX}contrast"),
    Picture("help", (*OPEN, "question_mark")),
)


async def settle(pilot: Pilot[None]) -> None:
    """Waits until nothing is being read, compared or drawn."""
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


async def go_to_fact(pilot: Pilot[None], words: str) -> None:
    """Moves down the facts panel to the fact of these words and to its place."""
    panel = pilot.app.screen.query_one(FactsPanel)
    while panel.current is None or words not in str(panel.current.value):
        if panel.facts.highlighted == panel.facts.option_count - 1:
            message = f"no fact says {words}"
            raise SystemExit(message)
        await pilot.press("j")
    await pilot.press("enter")


def bare(svg: str) -> str:
    """The picture without fonts from the net and without names that differ by run."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*[^;]+;", f"font-family: {FONTS};", svg)
    return re.sub(r"terminal-\d+", "terminal", svg)


async def take(picture: Picture) -> str:
    """Drives the app to one view; returns the SVG of it."""
    sources = several_stories() if picture.several else sample_sources()
    app = NewsdiffApp(Gathered(sources))
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(pilot)
        if picture.fact:
            await go_to_fact(pilot, picture.fact)
            await settle(pilot)
        return bare(app.export_screenshot(title="newsdiff"))


def main() -> None:
    """Makes every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        svg = asyncio.run(take(picture))
        folder.joinpath(f"{picture.name}.svg").write_text(svg, "utf-8")
        png = resvg_py.svg_to_bytes(
            svg_string=svg, zoom=SHARPNESS, font_family=FONT, monospace_family=FONT
        )
        folder.joinpath(f"{picture.name}.png").write_bytes(bytes(png))
        print(folder / f"{picture.name}.png")


if __name__ == "__main__":
    main()
