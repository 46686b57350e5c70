"""What a reader takes along: copies, reports, the sources themselves."""

from __future__ import annotations

import os
import shlex
import subprocess
import webbrowser
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from textual.app import App, SuspendNotSupported

from newsdiff.comparing import Row
from newsdiff.export.formats.text import row_block
from newsdiff.layout import Entry, Fold
from newsdiff.model import Comparison, Pair, Side
from newsdiff.wording.blocks import as_text
from newsdiff.wording.phrases import mark_words

CLIPBOARD: Final = 74_000
"""Bytes, as they are sent, that the clipboards of common terminals take."""
_ENDLESS: Final = 1_000_000
"""Columns of a text whose lines end where its sentences do."""


def row_text(comparison: Comparison, entry: Entry, labels: Pair[str]) -> str:
    """A row, or all that a fold stands for, as text to paste."""
    if isinstance(entry, Row) and any(entry.sentences):
        return as_text([row_block(comparison, entry, labels)], _ENDLESS)
    lines = [("", _said_of(entry, labels))]
    for side in Side:
        article = comparison.articles[side]
        lines += [
            (f"  {side.name} {i + 1}  ", article.words_of(i))
            for i in entry.sentences[side]
        ]
    return as_text([lines], _ENDLESS)


def _said_of(entry: Entry, labels: Pair[str]) -> str:
    """What stands over the sentences of a fold."""
    if isinstance(entry, Fold) and entry.is_filter:
        return entry.what
    if isinstance(entry, Fold) and any(entry.reworded):
        whole = entry.reworded == entry.sentences.map(len)
        return f"{entry.what}, {'' if whole else 'some '}reworded"
    return mark_words(entry.mark, labels)


def row_name(entry: Entry) -> str:
    """Which sentences a row has: "A 3, B 5-6"."""
    parts = [
        f"{side.name} {numbers[0] + 1}{f'-{numbers[-1] + 1}' if numbers[1:] else ''}"
        for side in Side
        if (numbers := entry.sentences[side])
    ]
    return ", ".join(parts)


def fits_clipboard(text: str) -> bool:
    """Whether terminals take a text of this size."""
    return len(b64encode(text.encode("utf-8", "replace"))) <= CLIPBOARD


def find_browser() -> webbrowser.BaseBrowser | None:
    """The person's browser; None where there is none."""
    try:
        return webbrowser.get()
    except webbrowser.Error:
        return None


def runs_in_terminal(browser: webbrowser.BaseBrowser) -> bool:
    """Whether a browser needs the terminal for as long as it runs."""
    return isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )


def open_all(browser: webbrowser.BaseBrowser, addresses: Sequence[str]) -> str:
    """Opens addresses; returns what went wrong, in a sentence."""
    failed = [address for address in addresses if not browser.open(address)]
    return f"the browser did not open {', '.join(failed)}" if failed else ""


def edit(app: App[None], path: Path) -> str:
    """Opens a file in the editor and waits; returns what went wrong, in a sentence."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return "no editor is named: set EDITOR, for example to nano"
    try:
        with app.suspend():
            done = subprocess.run([*shlex.split(editor), str(path)], check=False)  # noqa: S603 - the person's own editor
    except SuspendNotSupported:
        return "an editor cannot be opened in this terminal"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return f"the editor {editor} cannot be started: {reason}"
    return "" if done.returncode == 0 else f"{editor} ended with {done.returncode}"
