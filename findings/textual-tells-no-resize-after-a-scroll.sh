#!/bin/sh
# textual 8.2.8: a widget that is made narrower is not told so where something has been
# scrolled before.
#
# Not to be guessed: a scroll leaves Textual's map of the screen to be made when a size is
# asked for, as a widget does that is to be drawn again. Made between a change of style and
# the layout that follows it, the map has the new sizes already; the layout compares with
# it, finds that nothing has changed, and sends no Resize. What was wrapped for the old
# width stays so, cut off at the edge.
set -eu

package=textual==8.2.8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
import asyncio

from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static


class Page(Static):
    told = 0

    def on_resize(self, event):
        self.told += 1


class Reader(App):
    CSS = "Page { height: 90; } #side { width: 20; display: none; }"

    def compose(self):
        with Horizontal():
            with VerticalScroll():
                yield Page("a page of news")
                yield Page("another")
            yield Static("notes", id="side")


async def opened(scrolled):
    app = Reader()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        page, scroll = app.query(Page).first(), app.query_one(VerticalScroll)
        page.told, before = 0, page.size.width
        if scrolled:
            scroll.scroll_to(y=5, animate=False, force=True, immediate=True)
            await pilot.pause()
        app.query_one("#side").styles.display = "block"
        await pilot.pause()
        narrower = before - page.size.width
        print(f"scrolled: {scrolled}: {narrower} cells narrower, told {page.told} times")


for scrolled in (False, True):
    asyncio.run(opened(scrolled))
PYTHON
"$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
scrolled: False: 20 cells narrower, told 1 times
scrolled: True: 20 cells narrower, told 0 times
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether widgets that watch layouts themselves can go." >&2
  exit 1
fi
