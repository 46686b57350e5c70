"""The reader: screens, widgets and themes. Knows nothing about news.

A folder a screen (`articles`, `diff`, `article`, `story`), what several of them have in
common in `shared`, `sharing`, `keys` and `session`.
"""

from newsdiff.tui.runner import run

__all__ = ["run"]
