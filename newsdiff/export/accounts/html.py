"""Stories in words → one HTML page that needs nothing else, no script, no file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from newsdiff.story.account import Account
from newsdiff.text.visible import visible
from newsdiff.wording.accounts import TITLE, account_lines
from newsdiff.wording.statements import Line, Piece, Style

_STYLE: Final = """
:root { color-scheme: light dark; --text: #23272d; --page: #faf8f3; --faint: #54585f;
  --rule: #cdc8bd; --name: #14508f; }
@media (prefers-color-scheme: dark) { :root { --text: #dfe3e8; --page: #14171b;
  --faint: #a3acba; --rule: #3b424d; --name: #86b7ff; } }
body { font: 1.05rem/1.6 Georgia, "Times New Roman", serif; color: var(--text);
  background: var(--page); max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem;
  border-top: 1px solid var(--rule); padding-top: 1rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 0.3rem; }
p { margin: 0.5rem 0; } .said { padding-left: 2.2rem; position: relative; }
.number { position: absolute; left: 0; color: var(--faint); }
.name { color: var(--name); font-weight: 600; } .place { color: var(--faint); }
section + section { margin-top: 4rem; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; background: none; }
  p { break-inside: avoid; } h2, h3 { break-after: avoid; }
  section + section { break-before: page; } }
"""


def accounts_html(accounts: Sequence[Account]) -> str:
    """The stories as a page, each a section of it, ending with a line feed."""
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(TITLE)}</title>",
        f"<style>{_STYLE}</style></head>",
        "<body>",
        *(line for account in accounts for line in _section(account)),
        "</body>\n</html>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _section(account: Account) -> Iterator[str]:
    yield "<section>"
    for line in account_lines(account):
        yield _line(line)
    yield "</section>"


def _line(line: Line) -> str:
    words = "".join(map(_piece, line.pieces))
    if line.level:
        return f"<h{line.level}>{words}</h{line.level}>"
    if line.number:
        number = f'<span class="number">{line.number}.</span> '
        return f'<p class="said">{number}{words}</p>'
    return f"<p>{words}</p>"


def _piece(piece: Piece) -> str:
    words = escape(visible(piece.text))
    if piece.style in (Style.NAME, Style.PLACE):
        return f'<span class="{piece.style.value}">{words}</span>'
    return words
