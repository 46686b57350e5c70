"""Compare how news outlets tell the same event.

The public functions are loaded when first used, so that importing the package
(and `newsdiff --version`) costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.aligning import align_sentences
    from newsdiff.aligning.claims.finder import find_claim
    from newsdiff.comparing import compare
    from newsdiff.reading import read, split_sentences

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "align_sentences",
    "compare",
    "find_claim",
    "read",
    "split_sentences",
]

_HOME = {
    "align_sentences": "newsdiff.aligning",
    "compare": "newsdiff.comparing",
    "find_claim": "newsdiff.aligning.claims.finder",
    "read": "newsdiff.reading",
    "split_sentences": "newsdiff.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        message = f"module 'newsdiff' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOME[name]), name)
