"""Many articles → stories: which of them tell of one event, and why.

Each article leaves a small `Signature` (rare names, numbers, dates and words), so that
the texts themselves need not be kept. `group` makes stories of signatures, one article
more joins by `Stories.with_articles`; a person's corrections are kept as `Corrections`
and respected. `copies` says which articles of a story are the same text, or one
agency's copy; `why`, `why_apart` and `name_of` explain. Pure functions and frozen
values: nothing depends on the order in which articles come.
"""

from newsdiff.grouping.copying import Copy, Likeness, copies
from newsdiff.grouping.corrections import Correction, Corrections, Pinned
from newsdiff.grouping.grouper import are_several, group
from newsdiff.grouping.naming import StoryName, name_of
from newsdiff.grouping.reasons import Apart, Because, Cause, Shared, why, why_apart
from newsdiff.grouping.signatures import Signature, key_of, signature
from newsdiff.grouping.stories import Stories, Story
from newsdiff.grouping.terms import TermKind

__all__ = [
    "Apart",
    "Because",
    "Cause",
    "Copy",
    "Correction",
    "Corrections",
    "Likeness",
    "Pinned",
    "Shared",
    "Signature",
    "Stories",
    "Story",
    "StoryName",
    "TermKind",
    "are_several",
    "copies",
    "group",
    "key_of",
    "name_of",
    "signature",
    "why",
    "why_apart",
]
