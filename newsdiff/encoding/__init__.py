"""Text as vectors: what a small neural network reads out of sentences.

Sentences go in, numbers come out; nothing here knows of articles, links or facts. The
model lies in `model/`, built by `benchmarks/pack_encoder.py`. What is heavy (numpy,
onnxruntime) is imported when an encoder is first asked for, and where it cannot be had
there is none: `why_words_only` says why.
"""

from newsdiff.encoding.cache import CachedEncoder
from newsdiff.encoding.encoded import Encoded, Encoder
from newsdiff.encoding.packaged import find_encoder, why_words_only

__all__ = [
    "CachedEncoder",
    "Encoded",
    "Encoder",
    "find_encoder",
    "why_words_only",
]
