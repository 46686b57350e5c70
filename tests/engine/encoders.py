"""An encoder for tests: it counts, waits or fails, and its vectors mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

import numpy as np

from newsdiff.cancellation import cancellable, report
from newsdiff.encoding import Encoded


class StandIn:
    """Encodes in the place of the packaged one."""

    def __init__(self) -> None:
        self.version = uuid4().hex
        self.texts: list[tuple[str, ...]] = []
        """The texts that were asked for, the last one last."""
        self.before: Callable[[str], object] = lambda _: None
        """What is to happen, in the thread, before each sentence."""

    def encode(self, sentences: Sequence[str]) -> Encoded:
        self.texts.append(tuple(sentences))
        for number, sentence in enumerate(cancellable(sentences), 1):
            self.before(sentence)
            report(number / len(sentences))
        n = len(sentences)
        return Encoded(
            sentences=np.ones((n, 1), np.float32),
            tokens=np.ones((n, 1), np.float16),
            weights=np.ones(n, np.float32),
            starts=np.arange(n + 1, dtype=np.int32),
            spans=np.zeros((n, 2), np.int32),
            head=np.zeros(10),
        )
