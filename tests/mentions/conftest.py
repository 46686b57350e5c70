from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.model import Article, Role, Sentence

Make = Callable[..., Article]


def article(*sentences: str, published: str | None = "2023-09-05") -> Article:
    """An article of the given sentences; "# " before one makes it a headline."""
    roles = [Role.HEADLINE if s.startswith("# ") else Role.BODY for s in sentences]
    texts = [sentence.removeprefix("# ") for sentence in sentences]
    spans, start = [], 0
    for text in texts:
        spans.append((start, start + len(text)))
        start += len(text) + 1
    return Article(
        label="x",
        title=None,
        outlet=None,
        published=published,
        source="x",
        text=" ".join(texts),
        sentences=tuple(
            Sentence(start=s, end=e, role=role, paragraph=0)
            for (s, e), role in zip(spans, roles, strict=True)
        ),
    )


@pytest.fixture
def make() -> Make:
    return article
