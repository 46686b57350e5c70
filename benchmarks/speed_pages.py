"""How long a web page takes, beside what trafilatura alone takes for its text.

    python -m benchmarks.speed_pages [--times N]

The pages are those of the tests with the furniture of real ones: scripts, styles, menus
and links to other stories, 150 to 200 KB each. Both read each page in turn, in one
process; shown are medians of CPU time over all pages.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from trafilatura import bare_extraction

from benchmarks.speed_table import Row, table
from newsdiff.formats.web.pages import article_of
from tests.formats.page_shapes import SHAPES, STORY

LIMIT = 1.3
SENTENCES = 5
"""How often each paragraph is told, in other words."""
SCRIPT = (
    "<script>var data = " + '{"key": [1, 2, 3], "text": "words"},' * 1500 + "</script>"
)
STYLE = "<style>" + ".a-class > .another { margin: 0 auto; color: #123456 }\n" * 500
LINKS = "".join(
    f'<li class="item item-{n}"><a href="/section/{n}"><span>Section '
    f"{n}</span></a></li>"
    for n in range(150)
)
CARDS = "".join(
    f'<div class="card"><a href="/story/{n}"><img src="{n}.jpg" '
    f'alt=""><h3>Another story '
    f"of today, number {n}</h3></a><p>Its first sentence says what happened "
    f"in few words."
    "</p></div>"
    for n in range(60)
)


def realistic(html: str) -> bytes:
    """A page of a test with as much around and in it as real ones have."""
    for text in STORY:
        again = " ".join(f"{text[:-1]}, for the {n}th time." for n in range(SENTENCES))
        html = html.replace(text, again)
    html = html.replace("</head>", f"{SCRIPT}{STYLE}</style></head>")
    html = html.replace("<body", "<body data-page='1'", 1)
    furniture = f"<nav><ul>{LINKS}</ul></nav>"
    after = f'<section class="more-stories">{CARDS}</section><footer>{LINKS}</footer>'
    return html.replace("</body>", f"{furniture}{after}{SCRIPT}</body>").encode()


def milliseconds(function: Callable[[], object]) -> float:
    """The CPU time of a call."""
    begin = time.process_time()
    function()
    return (time.process_time() - begin) * 1000


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    pages = [realistic(shape.html) for shape in SHAPES.values()]
    for page in pages:
        article_of(page, name="page")
        bare_extraction(page)
    ours, text, whole = [], [], []
    for page in pages * times:
        ours.append(milliseconds(partial(article_of, page, name="page")))
        text.append(milliseconds(partial(bare_extraction, page)))
        with_metadata = partial(bare_extraction, page, with_metadata=True)
        whole.append(milliseconds(with_metadata))
    mine = median(ours)
    with_all = "trafilatura with title, date and author"
    rows = [
        Row(
            "a web page", mine, "ms", median(text), "trafilatura, its text only", LIMIT
        ),
        Row("a web page", mine, "ms", median(whole), with_all, LIMIT),
    ]
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
