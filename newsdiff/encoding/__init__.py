"""What a text means, as vectors: read by an encoder of newsdiff's own.

A text is given as sentences; nothing here knows of articles. The model is loaded once,
when it is first asked for.
"""

from newsdiff.encoding.encoder import (
    Encoded,
    Encoder,
    find_encoder,
    why_words_only,
)

__all__ = ["Encoded", "Encoder", "find_encoder", "why_words_only"]
