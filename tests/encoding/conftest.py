"""The packaged encoder, a text, and how two encoded texts are told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest

from newsdiff.encoding import Encoded, Encoder, find_encoder

SENTENCES = (
    "Police closed the bridge on Tuesday at 9 p.m.",
    "Engineers found cracks up to 12 cm long in two pillars, Anna Berg said.",
    "It will stay closed for three weeks.",
    "Drivers must take the ferry from Pier 33, which is free.",
)
Bits = Callable[[Encoded], dict[str, tuple[str, bytes]]]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    found = find_encoder()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def bits() -> Bits:
    """Everything of encoded sentences, to the last bit."""

    def of(encoded: Encoded) -> dict[str, tuple[str, bytes]]:
        arrays = {one.name: getattr(encoded, one.name) for one in fields(encoded)}
        return {n: (f"{a.dtype} {a.shape}", a.tobytes()) for n, a in arrays.items()}

    return of
