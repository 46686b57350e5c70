"""Comparison → one HTML page that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from newsdiff.comparing import Row
from newsdiff.export.facts import fact_blocks
from newsdiff.export.report import (
    compared_rows,
    labels_of,
    row_heading,
    write_opening,
    write_title,
)
from newsdiff.model import Comparison, Kind, Pair, Side, Span, Status
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import Block

_STYLE: Final = """
:root { color-scheme: light dark; --a: #14508f; --b: #8f4708; --text: #23272d;
  --page: #faf8f3; --faint: #54585f; --rule: #cdc8bd; --at: #cfe2f8; --bt: #fbdfbf; }
@media (prefers-color-scheme: dark) { :root { --a: #86b7ff; --b: #f5a65b;
  --text: #dfe3e8; --page: #14171b; --faint: #a3acba; --rule: #3b424d;
  --at: #1b3d6b; --bt: #5a3510; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text);
  background: var(--page); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
h3 { font-size: 0.9rem; margin: 1.2rem 0 0.2rem; color: var(--faint); }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem;
  border-top: 1px solid var(--rule); }
.row h3 { grid-column: 1 / -1; }
.none { color: var(--faint); font-style: italic; }
p { margin: 0.2rem 0 0.8rem; } .number { color: var(--faint); font-size: 0.8rem; }
mark { color: inherit; background: var(--at); border-bottom: 2px solid var(--a); }
.b mark { background: var(--bt); border-color: var(--b); }
.a .number { color: var(--a); } .b .number { color: var(--b); }
@media (max-width: 40rem) { .row { display: block; } }
"""


def to_html(comparison: Comparison) -> str:
    """The whole comparison as a page, ending with a line feed."""
    labels = labels_of(comparison)
    marked = Pair.each(lambda side: _marked(comparison, side))
    name = _safe(write_title(labels))
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{name}</title>",
        f"<style>{_STYLE}</style></head>",
        f"<body>\n<h1>{name}</h1>",
        *_paragraphs(write_opening(comparison, labels)),
        "<h2>Sentence by sentence</h2>",
        *(
            line
            for row in compared_rows(comparison)
            for line in _row(comparison, row, labels, marked)
        ),
        "<h2>Facts</h2>",
        *_facts(fact_blocks(comparison, labels)),
        "</body>\n</html>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _row(
    comparison: Comparison, row: Row, labels: Pair[str], marked: Pair[list[Span]]
) -> Iterator[str]:
    yield '<section class="row">'
    yield f"<h3>{_safe(f'{row.mark.value} {row_heading(row, labels)}')}</h3>"
    for side in Side:
        yield f'<div class="{side}">'
        for i in row.sentences[side]:
            words = _sentence(comparison, side, i, marked[side])
            yield f'<p><span class="number">{side.name} {i + 1}</span> {words}</p>'
        if row.mark.side is side.other:
            yield f'<p class="none">not found in {_safe(labels[side])}</p>'
        yield "</div>"
    yield "</section>"


def _sentence(comparison: Comparison, side: Side, i: int, spans: list[Span]) -> str:
    """A sentence in which the facts of this side alone are brought out."""
    article = comparison.articles[side]
    at, last = article.sentences[i].span
    parts = []
    for start, end in spans:
        if at <= start < end <= last:
            parts += [
                _safe(article.text[at:start]),
                f"<mark>{_safe(article.text[start:end])}</mark>",
            ]
            at = end
    return "".join([*parts, _safe(article.text[at:last])])


def _marked(comparison: Comparison, side: Side) -> list[Span]:
    """Names, numbers, dates and quotations that only this side has, in order."""
    return sorted(
        span
        for fact in comparison.facts
        if fact.status in (side.only, Status.CONFLICT) and fact.kind is not Kind.CLAIM
        for span in fact.spans[side]
    )


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
