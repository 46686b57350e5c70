"""`newsdiff explain A:12 B:7 FILE FILE`: why two sentences are linked or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff.aligning import meaning
from newsdiff.aligning.feature_groups import Group
from newsdiff.aligning.features import FEATURES
from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from tests.aligning.meanings import Meanings

Captured = pytest.CaptureFixture[str]
FILES = ["a.txt", "b.txt"]


def said(capsys: Captured, *arguments: str) -> str:
    assert main(["explain", *arguments]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.usefixtures("folder")
def test_a_linked_pair_in_words(capsys: Captured) -> None:
    out = said(capsys, "A:2", "B:1", *FILES, "--engine", "words")
    decision, pair, verdict, rivals, more = out.split("\n\n")
    assert decision.startswith("Both have “")
    assert "--table" in more
    assert pair.startswith("A 2, a\n  The bridge in Valona was closed on Monday")
    assert "\nB 1, b\n  Engineers found cracks" in pair
    assert verdict.startswith("Probability that both share a statement: ")
    assert ", matched: they tell the same" in verdict.replace("\n", " ")
    assert rivals.startswith("A 2 has no other candidate.\n")
    assert "\nBest other candidate of B 1: " in rivals
    assert rivals.endswith("\n  A 1    Bridge in Valona closed")
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("folder")
def test_the_table_has_every_feature_below_what_it_is_about(capsys: Captured) -> None:
    out = said(capsys, "A:2", "B:1", *FILES, "--engine", "words", "--table")
    words = " ".join(out.split())
    for group in Group:
        assert f"{group.value}, of which:" in words
    for name, told in FEATURES.items():
        assert f"{name}: {told}" in words
    assert words.count("where the sum starts") == 1
    found = json.loads(
        said(capsys, "A:2", "B:1", *FILES, "--engine", "words", "--format", "json")
    )
    sums = {one["name"]: one["part"] for one in found["groups"]}
    for name, total in sums.items():
        parts = [f["part"] for f in found["features"] if f["group"] == name]
        assert sum(parts) == pytest.approx(total, abs=0.01)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("folder")
def test_a_pair_that_was_not_looked_at_is_explained_too(capsys: Captured) -> None:
    out = " ".join(said(capsys, "A:3", "B:2", *FILES, "--engine", "words").split())
    assert out.startswith("They are too far apart to be looked at: they share no ")
    assert ", not linked (" in out
    assert "They were not looked at as a pair" in out
    assert "B 2 has no other candidate." in out


@pytest.mark.usefixtures("folder")
def test_the_same_sentence_needs_no_weighing(capsys: Captured) -> None:
    out = said(capsys, "A:3", "B:3", "a.txt", "a.txt")
    assert "Probability that both share a statement: 100%, matched" in out
    assert out.startswith("Both read the same, word for word, which settles it.")
    assert "Weighed, it would be " in out


@pytest.mark.usefixtures("folder")
def test_json(capsys: Captured) -> None:
    out = said(capsys, "A:2", "B:1", *FILES, "--format", "json")
    found = json.loads(out)
    assert found["schema"] == "newsdiff/explanation/1"
    assert (found["compared"], found["state"]) == (True, "matched")
    assert [a["sentence"] for a in found["articles"]] == [1, 0]
    told = {f["name"]: f["meaning"] for f in found["features"]}
    assert told == FEATURES | meaning.FEATURES
    assert found["score"] >= found["least"]["matched"] > found["least"]["related"]
    assert found["reason"]
    assert set(found["runner_up"]) == {"a", "b"}


@pytest.mark.usefixtures("folder")
def test_sides_may_come_in_any_order_and_case(capsys: Captured) -> None:
    outputs = {said(capsys, *pair, *FILES) for pair in (["A:2", "B:1"], ["b:1", "a:2"])}
    assert len(outputs) == 1


def test_page_furniture_is_said_to_be_left_out(folder: Path, capsys: Captured) -> None:
    (folder / "c.txt").write_text("The bridge is closed.\n\nLeave a comment\n")
    out = said(capsys, "A:1", "B:2", "a.txt", "c.txt")
    assert "\n\nB 2 is boilerplate (rule " in out
    assert "it is not compared, so nothing was weighed." in " ".join(out.split())
    assert "log-odds" not in out
    out = said(capsys, "A:1", "B:2", "a.txt", "c.txt", "--format", "json")
    found = json.loads(out)
    assert found["compared"] is False
    assert found["articles"][1]["role"] == "boilerplate"
    assert found["articles"][1]["rule"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (["A:4", "B:1"], "a has 3 sentences, A:1 to A:3: there is no A:4"),
        (["A:0", "B:1"], "a has 3 sentences, A:1 to A:3: there is no A:0"),
        (["A:1", "B:3"], "b has 2 sentences, B:1 to B:2: there is no B:3"),
        (
            ["A:9" + "9" * 5_000, "B:1"],
            "a has 3 sentences, A:1 to A:3: there is no A:999999999",
        ),
    ],
)
def test_a_sentence_that_is_not_there(
    capsys: Captured, pair: list[str], sentence: str
) -> None:
    assert main(["explain", *pair, *FILES]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"newsdiff: {sentence}\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["A:1", "B:1", "a.txt"],
        ["A:1", *FILES],
        ["A:1", "A:2", *FILES],
        ["A", "B1", *FILES],
        ["1A", "B1", *FILES],
        ["A:", "B:1", *FILES],
        ["A:-1", "B:1", *FILES],
        ["A:²", "B:1", *FILES],
        ["C:1", "B:1", *FILES],
        ["A:1", "B:1", "-", "-"],
        ["A:1", "B:1", *FILES, "a.txt"],
        ["A:1", "B:1", "none.txt", "b.txt"],
    ],
)
def test_wrong_use(capsys: Captured, arguments: list[str]) -> None:
    assert main(["explain", *arguments]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


@pytest.mark.usefixtures("folder")
def test_a_sentence_is_named_as_the_reader_names_it_too(capsys: Captured) -> None:
    assert main(["explain", "A:1", "B:1", *FILES]) == ExitCode.DONE
    first = capsys.readouterr().out
    assert main(["explain", "A1", "b1", *FILES]) == ExitCode.DONE
    assert capsys.readouterr().out == first


def test_a_file_of_that_name_is_pointed_to(folder: Path, capsys: Captured) -> None:
    (folder / "explain").write_text("The bridge is closed.")
    assert main(["explain"]) == ExitCode.USAGE
    assert capsys.readouterr().err.endswith("is opened as ./explain)\n")


def test_text_is_data(folder: Path, capsys: Captured) -> None:
    (folder / "x.txt").write_text(
        "The \x1b[31mbridge\u202e [b]closed[/b] it.\n", "utf-8"
    )
    for form in ("text", "json"):
        out = said(capsys, "A:1", "B:1", "x.txt", "x.txt", "--format", form)
        assert not set("\x1b\u202e") & set(out)
        assert "[b]closed[/b]" in out


def test_help(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["explain", "--help"])
    assert ended.value.code == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("usage: newsdiff explain ")
    assert max(map(len, out.splitlines())) <= 80


def test_lines_that_are_not_compared_are_counted_apart(
    folder: Path, capsys: Captured
) -> None:
    (folder / "c.txt").write_text("The bridge is closed.\n\nLeave a comment\n")
    assert main(["explain", "A:3", "B:1", "c.txt", "a.txt"]) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "newsdiff: c has 2 lines, A:1 to A:2, 1 of them sentences that are compared: "
        "there is no A:3\n"
    )


@pytest.mark.usefixtures("folder")
def test_what_both_say_in_other_words_comes_first(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = Meanings({"closed shut": 0.9})
    monkeypatch.setattr(Engine, "_encoder", lambda _: encoder)
    Path("c.txt").write_text("The bridge in Valona was shut on Monday.\n", "utf-8")
    out = said(capsys, "A:2", "B:1", "a.txt", "c.txt")
    told = " ".join(out.partition("\n\n")[0].split())
    assert told.startswith("Both say it in other words: “closed” ↔ “shut”; both have “")
    assert "In both: " not in told
    found = json.loads(said(capsys, "A:2", "B:1", "a.txt", "c.txt", "--format", "json"))
    (one,) = found["paraphrases"]
    assert (one["a"]["text"], one["b"]["text"]) == ("closed", "shut")
