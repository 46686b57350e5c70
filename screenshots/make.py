"""Pictures of the reader on the sample story, a PNG of each view.

usage: python -m screenshots.make [FOLDER]      (default: the folder of this script)

The pictures are driven through the app's own keys. The PNG needs a monospaced font on
the system, DejaVu Sans Mono. `shown.json` keeps of each picture what it shows, as a
digest of the screen's characters and their looks, and the digest of the PNG made of
that: tests/project/test_pictures.py notices a picture that is older than its screen.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import resvg_py
from textual.pilot import Pilot

from newsdiff.colours import PREFIX
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered, sample_sources
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.facts_panel import FactsPanel
from newsdiff.tui.shared.themes import DEFAULT

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


@dataclass(frozen=True, slots=True)
class Taken:
    """A view as a picture, and what it shows as a digest."""

    svg: str
    screen: str


MARK: Final = ("end", "k", "space", "j", "space")
"""The fourth and the fifth article: Pier 33 and the Slovak citizen."""
HEADED: Final = ("end", "k", "k", "space", "j", "j", "space", "enter")
"""The third beside the fifth, which both have a headline."""
NEXT: Final = "right_square_bracket"
OPEN: Final = (*MARK, "enter")
NOTE: Final = ("A", *"ask", "space", *"Sullivan", "enter")
LIGHT: Final = f"{PREFIX}light"
PICTURES: Final = (
    Picture("pair", HEADED),
    Picture("pair-light", HEADED, theme=LIGHT),
    Picture("list", MARK),
    Picture("search", ("slash", *"shoigu", "enter", "end")),
    Picture("facts", (*OPEN, "i"), fact="Pier 33"),
    Picture("coverage", ("end", "c")),
    Picture("desk", ("Q",), theme=LIGHT),
    Picture("story", ("S",)),
    Picture("corrections", (*OPEN, *[NEXT] * 3, "C", NEXT, *NOTE)),
    Picture("alone", ("end", "w", *["j"] * 4), theme=LIGHT),
    Picture("unified", (*OPEN, *[NEXT] * 4), CLASSIC),
)
SHOWN: Final = Path(__file__).parent / "shown.json"


async def settle(pilot: Pilot[None]) -> None:
    """Waits until nothing is being read, compared or drawn."""
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


async def go_to_fact(pilot: Pilot[None], words: str) -> None:
    """Moves down the facts panel to the fact of these words and to its place."""
    panel = pilot.app.screen.query_one(FactsPanel)
    while panel.current is None or words not in panel.current.value:
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


def digest(data: bytes) -> str:
    """What tells some bytes from others."""
    return sha256(data).hexdigest()


def looks(app: NewsdiffApp) -> str:
    """What stands on the screen, each stretch of one look with its colours."""
    # What a terminal would be sent; Textual has no public name for it.
    lines = app.screen._compositor.render_strips()  # noqa: SLF001
    return "\n".join(
        "".join(f"{piece.text}\x1f{piece.style}\x1f" for piece in line.simplify())
        for line in lines
    )


async def take(picture: Picture, engine: Engine) -> Taken:
    """Drives the app to one view."""
    app = NewsdiffApp(Gathered(sample_sources()), engine=engine)
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(pilot)
        if picture.fact:
            await go_to_fact(pilot, picture.fact)
            await settle(pilot)
        svg = bare(app.export_screenshot(title="newsdiff"))
        return Taken(svg, digest(looks(app).encode()))


def take_all() -> Iterator[tuple[Picture, Taken]]:
    """All pictures; what is corrected for one is in no other."""
    engine = Engine()
    for picture in PICTURES:
        with TemporaryDirectory() as folder:
            own = engine
            if picture.name == "corrections":
                own = Engine(corrections=Path(folder) / "corrections.sqlite")
            yield picture, asyncio.run(take(picture, own))


def drawn(svg: str) -> bytes:
    """The picture as a PNG."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=SHARPNESS, font_family=FONT, monospace_family=FONT
    )
    return bytes(png)


def main() -> None:
    """Makes every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHOWN.parent
    folder.mkdir(parents=True, exist_ok=True)
    shown = {}
    for picture, taken in take_all():
        png = resvg_py.svg_to_bytes(
            svg_string=taken.svg,
            zoom=SHARPNESS,
            font_family=FONT,
            monospace_family=FONT,
        )
        folder.joinpath(f"{picture.name}.png").write_bytes(bytes(png))
        shown[picture.name] = {"screen": taken.screen, "png": digest(bytes(png))}
        print(folder / f"{picture.name}.png")
    (folder / SHOWN.name).write_text(json.dumps(shown, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
