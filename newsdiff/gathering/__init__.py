"""What a person named → sources: files, folders, archives, addresses, stdin.

The only room of the core that touches files and streams. Which format a file has is for
`formats` to say, what an address gives for `fetching`.
"""

from newsdiff.gathering.files import Freshness, freshness
from newsdiff.gathering.gatherer import (
    PASTED,
    Gathered,
    Item,
    NoArticle,
    Opened,
    Opener,
    find,
    finished,
    gather,
    is_address,
    notices_of,
)
from newsdiff.gathering.pieces import Problem
from newsdiff.gathering.sample import sample_sources
from newsdiff.gathering.single import (
    Rereader,
    original_of,
    read,
    read_again,
    source_of,
)
from newsdiff.gathering.wishes import Wishes

__all__ = [
    "PASTED",
    "Freshness",
    "Gathered",
    "Item",
    "NoArticle",
    "Opened",
    "Opener",
    "Problem",
    "Rereader",
    "Wishes",
    "find",
    "finished",
    "freshness",
    "gather",
    "is_address",
    "notices_of",
    "original_of",
    "read",
    "read_again",
    "sample_sources",
    "source_of",
]
