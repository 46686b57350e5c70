"""Of many articles one pair, or one article, fails: it is named, the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.aligning.claims import FoundClaim
from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from newsdiff.model import Article, Comparison
from newsdiff.reading import Source
from newsdiff.story.desk.ties import Ties
from tests.story.invented import HERALD, POST, RADIO

Captured = pytest.CaptureFixture[str]
SAID = "newsdiff: herald and post could not be compared: no\u241b memory\n"


class Partly(Engine):
    """An engine that fails at one thing, for some articles."""

    def __init__(self, at: str, *labels: str) -> None:
        super().__init__("words")
        self._at = at
        self._labels = set(labels)

    def _fail(self, at: str, *labels: str) -> None:
        if at == self._at and self._labels <= set(labels):
            message = "no\x1b memory"
            raise ValueError(message)

    def read(self, source: Source) -> Article:
        self._fail("read", Path(source.given).stem)
        return super().read(source)

    def compare(self, a: Article, b: Article) -> Comparison:
        self._fail("compare", a.label, b.label)
        return super().compare(a, b)

    def tie(self, comparison: Comparison) -> Ties:
        self._fail("tie", *(article.label for article in comparison.articles))
        return super().tie(comparison)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        self._fail("claim", article.label)
        return super().find_claim(article, claim)


@pytest.fixture
def train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles of one event in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("post", POST), ("herald", HERALD), ("radio", RADIO)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")


@pytest.mark.usefixtures("train")
@pytest.mark.parametrize(
    ("at", "command", "told"),
    [
        ("compare", "story", "Not compared, because that failed: herald with post."),
        ("compare", "desk", "radio"),
        ("tie", "desk", "radio"),
        ("compare", "list", "1 more pair was not compared"),
    ],
)
def test_a_pair_that_fails_is_named_and_the_rest_is_told(
    capsys: Captured, at: str, command: str, told: str
) -> None:
    engine = Partly(at, "herald", "post")
    assert main([command, "."], engine) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert told in out
    assert err == SAID


@pytest.mark.usefixtures("train")
@pytest.mark.parametrize("command", ["story", "desk", "list"])
def test_where_all_fails_each_is_named(capsys: Captured, command: str) -> None:
    assert main([command, "."], Partly("compare")) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert err.count("could not be compared: no\u241b memory\n") == 3
    assert "Traceback" not in err


@pytest.mark.usefixtures("train")
@pytest.mark.parametrize(
    ("at", "done", "arguments"),
    [
        ("read", "read", ["story", "."]),
        ("claim", "looked through", ["claim", "The train was late.", "."]),
    ],
)
def test_an_article_that_fails_is_named_and_the_others_are_told(
    capsys: Captured, at: str, done: str, arguments: list[str]
) -> None:
    assert main(arguments, Partly(at, "herald")) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert "post" in out
    assert "radio" in out
    assert err.count("\n") == 1
    assert f"could not be {done}: no\u241b memory\n" in err


@pytest.mark.usefixtures("train")
def test_where_no_article_can_be_read_it_is_said(capsys: Captured) -> None:
    assert main(["list", "."], Partly("read")) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == "newsdiff: no article could be read"
