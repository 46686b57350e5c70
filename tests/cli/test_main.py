"""Every command that reads or compares articles does so through the engine it gets."""

from __future__ import annotations

import pytest

from newsdiff.aligning.claims import FoundClaim
from newsdiff.aligning.explaining import Explanation, NotCompared
from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from newsdiff.model import Article, Comparison, Pair
from newsdiff.reading import Source


class Listening(Engine):
    """Notes what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def read(self, source: Source) -> Article:
        self.asked.append(f"read {source.given}")
        return super().read(source)

    def compare(self, a: Article, b: Article) -> Comparison:
        self.asked.append(f"compare {a.label} {b.label}")
        return super().compare(a, b)

    def explain(
        self, articles: Pair[Article], a: int, b: int
    ) -> Explanation | NotCompared:
        self.asked.append(f"explain {a} {b}")
        return super().explain(articles, a, b)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        self.asked.append(f"claim {article.label}")
        return super().find_claim(article, claim)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["list", "a.txt", "b.txt"], ["compare a b"]),
        (["list", "a.txt"], []),
        (["--plain", "a.txt", "b.txt"], ["compare a b"]),
        (["compare", "a.txt", "b.txt"], ["compare a b"]),
        (["claim", "The bridge was closed", "a.txt", "b.txt"], ["claim a", "claim b"]),
        (["explain", "A:2", "B:1", "a.txt", "b.txt"], ["explain 1 0"]),
        (["schema"], []),
        (["config", "path"], []),
    ],
    ids=lambda given: " ".join(given) or "nothing",
)
def test_the_engine_is_asked(arguments: list[str], asked: list[str]) -> None:
    engine = Listening()
    assert main(arguments, engine) == ExitCode.DONE
    read = [f"read {name}" for name in arguments if name.endswith(".txt")]
    assert engine.asked == [*read, *asked]
