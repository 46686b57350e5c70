"""Comparison → one HTML page that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from newsdiff.colours import Colours, colours_of
from newsdiff.comparing import Highlight, Highlights, Order, Row
from newsdiff.export.facts import fact_blocks
from newsdiff.export.report import (
    compared_rows,
    labels_of,
    row_by_hand,
    row_heading,
    write_opening,
    write_title,
)
from newsdiff.model import Comparison, Pair, Side
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import Block
from newsdiff.wording.by_hand import ByHand

_LIGHT_DARK: Final = ("light", "dark")
_COLOURS: Final = (
    "--a: {a.strong}; --as: {a.text}; --at: {a.tint}; --b: {b.strong}; --bs: {b.text}; "
    "--bt: {b.tint}; --text: {text}; --page: {page}; --faint: {faint}; --rule: {hatch};"
)
_STYLE: Final = """
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text);
  background: var(--page); max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-top: 2.5rem; }
h3 { font-size: 0.9rem; margin: 1.2rem 0 0.2rem; color: var(--faint); }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  gap: 0 2rem; border-top: 1px solid var(--rule); break-inside: avoid; }
.row h3 { grid-column: 1 / -1; }
.hand { grid-column: 1 / -1; font-weight: 600; font-size: 0.9rem; }
.none { color: var(--faint); font-style: italic; }
p { margin: 0.2rem 0 0.8rem; } .number { color: var(--faint); font-size: 0.8rem; }
.a { --own: var(--a); --only: var(--as); --tint: var(--at); }
.b { --own: var(--b); --only: var(--bs); --tint: var(--bt); }
.number, .passage, .changed { color: var(--own); } .only { color: var(--only); }
.passage { font-weight: bold; }
.changed { text-decoration: underline dotted; text-underline-offset: 0.15em; }
mark { color: var(--own); background: var(--tint); font-weight: bold;
  border-bottom: 2px solid var(--own); print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.key { color: var(--faint); font-size: 0.9rem; } ul { padding-left: 1.2rem; }
@media (max-width: 40rem) { body { margin: 1rem auto; } .row { display: block; } }
@media print { body { font-size: 10pt; max-width: none; margin: 0; padding: 0;
  background: none; }
  h2, h3 { break-after: avoid; } }
"""
_LIT: Final = {
    Highlight.CHANGED: ('<span class="changed">', "</span>"),
    Highlight.PASSAGE: ('<strong class="passage">', "</strong>"),
    Highlight.FACT: ("<mark>", "</mark>"),
}
_KEY: Final = (
    '<p class="key a"><mark>highlighted</mark>: a fact that the other article lacks '
    'or has otherwise; <strong class="passage">bold</strong>: a passage that only one '
    'tells; <span class="changed">underlined</span>: words that differ.</p>'
)


def to_html(
    comparison: Comparison,
    colours: Colours | None = None,
    order: Order = Order.BOTH,
) -> str:
    """The whole comparison as a page, ending with a line feed.

    Args:
        comparison: What to write.
        colours: What it is drawn with; None for light or dark, as its reader likes it.
        order: In whose order the rows stand.
    """
    labels, highlights = labels_of(comparison), Highlights(comparison)
    by_hand = ByHand(comparison)
    name = _safe(write_title(labels))
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{name}</title>",
        f"<style>\n{_variables(colours)}{_STYLE}</style></head>",
        f"<body>\n<h1>{name}</h1>",
        *_paragraphs(write_opening(comparison, labels)),
        "<h2>Sentence by sentence</h2>",
        _KEY,
        *(
            line
            for row in compared_rows(comparison, order)
            for line in _row(row, labels, highlights, by_hand)
        ),
        "<h2>Facts</h2>",
        *_facts(fact_blocks(comparison, labels)),
        "</body>\n</html>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _variables(colours: Colours | None) -> str:
    """The colours by name; on paper they are light."""
    light, dark = map(colours_of, _LIGHT_DARK)
    first = colours or light
    scheme = "light dark" if colours is None else _LIGHT_DARK[colours.dark]
    rules = [f":root {{ color-scheme: {scheme}; {_named(first)} }}"]
    if colours is None:
        dark_rule = f":root {{ {_named(dark)} }}"
        rules.append(
            f"@media screen and (prefers-color-scheme: dark) {{ {dark_rule} }}"
        )
    elif colours.dark:
        rules.append(f"@media print {{ :root {{ {_named(light)} }} }}")
    return "\n".join(rules)


def _named(colours: Colours) -> str:
    """The colours as variables of a style sheet."""
    sides = colours.sides
    return _COLOURS.format(
        a=sides.a,
        b=sides.b,
        text=colours.text,
        page=colours.page,
        faint=colours.faint,
        hatch=colours.hatch,
    )


def _row(
    row: Row, labels: Pair[str], highlights: Highlights, by_hand: ByHand
) -> Iterator[str]:
    yield '<section class="row">'
    yield f"<h3>{_safe(f'{row.mark.value} {row_heading(row, labels)}')}</h3>"
    for side in Side:
        yield f'<div class="{side}">'
        for i in row.sentences[side]:
            words = "".join(map(_lit, highlights.pieces(row, side, i)))
            if row.mark.side is side:
                words = f'<span class="only">{words}</span>'
            yield f'<p><span class="number">{side.name} {i + 1}</span> {words}</p>'
        if row.mark.side is side.other:
            yield f'<p class="none">not found in {_safe(labels[side])}</p>'
        yield "</div>"
    for words in row_by_hand(row, by_hand):
        yield f'<p class="hand">{_safe(words)}</p>'
    yield "</section>"


def _lit(piece: tuple[str, Highlight | None]) -> str:
    """A piece of a sentence with the tags of what is brought out."""
    text, kind = piece
    before, after = _LIT[kind] if kind else ("", "")
    return f"{before}{_safe(text)}{after}"


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for label, text in block:
            name = f"<strong>{label.strip()}</strong> " if label.strip() else ""
            yield f"<p>{name}{_safe(text)}</p>"


def _facts(blocks: Iterable[Block]) -> Iterator[str]:
    for (_, heading), *items in blocks:
        yield f"<h3>{_safe(heading)}</h3>"
        yield "<ul>"
        yield from (f"<li>{_safe(text)}</li>" for _, text in items)
        yield "</ul>"


def _safe(text: str) -> str:
    """Text that is shown as it is."""
    return escape(visible(text))
