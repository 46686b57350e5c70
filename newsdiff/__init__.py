"""Compare how news outlets tell the same event.

What `__all__` names is the library; docs/library.md shows it at work. Each name is
loaded when first used, so that importing the package (and `newsdiff --version`) costs
next to nothing.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newsdiff.aligning import align_sentences
    from newsdiff.aligning.claims import FoundClaim, find_claim
    from newsdiff.comparing import Row, compare, rows_of
    from newsdiff.errors import NewsdiffError, SourceError, UsageError
    from newsdiff.export import to_json
    from newsdiff.gathering import read
    from newsdiff.model import Article, Comparison, Fact, Link, Pair, Sentence, Side
    from newsdiff.reading import read_text, split_sentences

__version__ = "0.1.0"

_THREADS_OF_NUMPY: Final = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What says how many threads numpy multiplies with, on Linux and Windows, on macOS."""

# One, unless a person wants more: for products as small as ours two take seven times as
# long. It must be said before numpy is loaded, and is of no concern to onnxruntime.
for _name in _THREADS_OF_NUMPY:
    os.environ.setdefault(_name, "1")

__all__ = [
    "Article",
    "Comparison",
    "Fact",
    "FoundClaim",
    "Link",
    "NewsdiffError",
    "Pair",
    "Row",
    "Sentence",
    "Side",
    "SourceError",
    "UsageError",
    "__version__",
    "align_sentences",
    "compare",
    "find_claim",
    "read",
    "read_text",
    "rows_of",
    "split_sentences",
    "to_json",
]

_HOMES = {
    "newsdiff.aligning": ("align_sentences",),
    "newsdiff.aligning.claims": ("FoundClaim", "find_claim"),
    "newsdiff.comparing": ("Row", "compare", "rows_of"),
    "newsdiff.errors": ("NewsdiffError", "SourceError", "UsageError"),
    "newsdiff.export": ("to_json",),
    "newsdiff.model": (
        *("Article", "Comparison", "Fact", "Link", "Pair", "Sentence", "Side"),
    ),
    "newsdiff.gathering": ("read",),
    "newsdiff.reading": ("read_text", "split_sentences"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    message = f"module 'newsdiff' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
