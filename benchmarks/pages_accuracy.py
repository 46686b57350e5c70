"""How much of a page's story is found, and how much else: words, beside trafilatura.

    python -m benchmarks.pages_accuracy [FOLDER]

Without a folder: the invented pages of tests/formats/page_shapes.py. With one: a
checkout of github.com/scrapinghub/article-extraction-benchmark, 181 real pages; shown
are the means over pages, of chains of four words, as its own evaluation has them.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import mean

from trafilatura import bare_extraction

from newsdiff.errors import SourceError
from newsdiff.formats.web.pages import article_of
from newsdiff.model import Role
from tests.formats.page_shapes import SHAPES

Page = tuple[bytes, str]
"""A page, and its story."""


def ours(html: bytes) -> str:
    """The story without headline and captions: none of the gold has them."""
    try:
        article = article_of(html, name="page")
    except SourceError:
        return ""
    dropped = (Role.HEADLINE, Role.CAPTION, Role.DATELINE)
    blocks = [block for block in article.blocks if block.role not in dropped]
    return "\n".join(article.text[b.span.start : b.span.end] for b in blocks)


def theirs(html: bytes) -> str:
    """What trafilatura alone gives."""
    document = bare_extraction(html.decode("utf-8", errors="replace"))
    return "" if document is None or isinstance(document, dict) else document.text or ""


def invented() -> Iterator[Page]:
    """The pages of the tests."""
    for shape in SHAPES.values():
        story = [text for text in shape.paragraphs if text not in shape.captions]
        yield shape.html.encode(), "\n".join(story)


def real(folder: Path) -> Iterator[Page]:
    """The pages of a checkout."""
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, truth in gold.items():
        packed = (folder / "html" / f"{name}.html.gz").read_bytes()
        yield gzip.decompress(packed), truth["articleBody"]


def chains(text: str, length: int) -> Counter[tuple[str, ...]]:
    """The chains of so many words that a text has; a shorter text is one."""
    words = re.findall(r"\w+", text)
    ends = range(max(1, len(words) - length + 1))
    return Counter(tuple(words[at : at + length]) for at in ends if words)


def figures(
    pages: Iterable[Page], read: Callable[[bytes], str], length: int
) -> tuple[float, float]:
    """Precision and recall, the means over pages."""
    precision, recall = [], []
    for html, story in pages:
        wanted, found = chains(story, length), chains(read(html), length)
        right = (wanted & found).total()
        precision.append(right / found.total() if found else 0.0)
        recall.append(right / max(1, wanted.total()))
    return mean(precision), mean(recall)


def main() -> None:
    """Prints the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    pages = list(real(folder) if folder else invented())
    print(f"{len(pages)} pages       precision  recall     F1")
    for name, read in (("newsdiff", ours), ("trafilatura", theirs)):
        precision, recall = figures(pages, read, 4 if folder else 1)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:<14} {precision:9.4f} {recall:9.4f} {f1:7.4f}")


if __name__ == "__main__":
    main()
