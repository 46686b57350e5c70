"""Gold is in the forms of the project's own annotations, and they can be scored."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.corrections import Corrections, Saying, What, link_place
from newsdiff.corrections.applying import corrected
from newsdiff.export import gold_row, gold_story
from newsdiff.model import Comparison, Pair
from newsdiff.paths import corrections_file
from newsdiff.reading import read_text

ROOT = Path(__file__).parents[2]
EVAL = ROOT.parents[1] / "shared" / "eval"
FILES = Pair("a.txt", "b.txt")
ONE = "Police closed the bridge on Tuesday.\n\nNobody was hurt.\n\nA crane is coming.\n"
OTHER = "Nobody was hurt.\n\nA ferry sails from Pier 33.\n\nThe bridge is closed.\n"


def by_hand(comparison: Comparison) -> Comparison:
    place = link_place(comparison.articles, Pair(4, 12))
    said = [
        Saying(what=What.LINKED, place=place),
        Saying(what=What.NOTED, place=place, words="why"),
    ]
    return corrected(comparison, said)


def test_a_story_has_sentences_alignments_and_facts(bridge: Comparison) -> None:
    made = by_hand(bridge)
    story = json.loads(gold_story(made, FILES))
    assert story["articles"]["A"]["file"] == "a.txt"
    for side, article in zip("AB", made.articles, strict=True):
        sentences = story["articles"][side]["sentences"]
        assert [(s["start"], s["end"]) for s in sentences] == [
            s.span for s in article.sentences
        ]
    assert [4, 12, "same"] in story["alignments"]["A-B"]
    assert [5, 7, "overlap"] in story["alignments"]["A-B"]
    assert len(story["alignments"]["A-B"]) == len(made.links)
    known = {"a": 4, "b": 12, "origin": "person", "checked": False, "note": "why"}
    assert story["by_hand"] == [known]
    for number, fact in enumerate(story["facts"], 1):
        assert fact["id"] == f"F{number:03}"
        for side, places in fact["evidence"].items():
            for start, end, sentence in places:
                span = story["articles"][side]["sentences"][sentence]
                assert span["start"] <= start < end <= span["end"]
    (conflict,) = [f for f in story["facts"] if f["values"]]
    assert conflict["values"] == {"A": "4,000", "B": "6,000"}
    assert conflict["kind"] == "number"


def test_a_row_has_the_compared_sentences_and_what_holds(bridge: Comparison) -> None:
    row = json.loads(gold_row(by_hand(bridge)))
    assert len(row["a"]) == bridge.articles.a.sentence_count
    assert row["a"][3].startswith("Drivers")
    assert row["b"][8].startswith("A diver")
    assert [3, 8] in row["gold"]
    assert row["conflicts"] == [[5, "4,000", 4, "6,000", "number"]]
    assert [8, "Norway"] in row["only_b"]
    for side in "ab":
        for i, phrase in row[f"only_{side}"]:
            assert phrase == "*" or phrase in row[side][i]


def test_only_what_a_person_said_is_wanted(bridge: Comparison) -> None:
    story = json.loads(gold_story(by_hand(bridge), FILES, only_checked=True))
    assert story["alignments"] == {"A-B": [[4, 12, "same"]]}
    assert story["facts"] == []
    assert json.loads(gold_row(bridge, only_checked=True))["gold"] == []


@pytest.fixture
def corrected_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """Two files that were corrected under other names, in another folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", ONE), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text)
    articles = Pair(
        read_text(ONE, source="elsewhere/one.txt"),
        read_text(OTHER, source="elsewhere/other.txt"),
    )
    said = Saying(what=What.LINKED, place=link_place(articles, Pair(2, 1)))
    corrections = Corrections(corrections_file())
    corrections.say(articles, [said])
    corrections.close()
    return tmp_path / "a.txt", tmp_path / "b.txt"


def test_the_command_writes_the_story_and_its_texts(
    corrected_files: tuple[Path, Path],
) -> None:
    a, b = map(str, corrected_files)
    folder = corrected_files[0].parent / "out"
    folder.mkdir()
    file = folder / "gold.json"
    assert main(["gold", a, b, "--engine", "words", "-o", str(file)]) == 0
    story = json.loads(file.read_text("utf-8"))
    assert [2, 1, "same"] in story["alignments"]["A-B"]
    assert (folder / story["articles"]["A"]["file"]).read_text("utf-8") == ONE
    assert (folder / story["articles"]["B"]["file"]).read_text("utf-8") == OTHER


def test_gold_takes_two_articles(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gold", "a.txt"]) == 2
    assert "gold takes two articles, but one was given" in capsys.readouterr().err


@pytest.mark.skipif(not EVAL.is_dir(), reason="the annotations are not here")
@pytest.mark.parametrize("what", ["align", "conflicts", "omissions"])
def test_a_row_is_scored(corrected_files: tuple[Path, Path], what: str) -> None:
    a, b = map(str, corrected_files)
    rows = corrected_files[0].parent / "rows.jsonl"
    command = ["gold", a, b, "--engine", "words", "--format", "row", "-o", str(rows)]
    assert main(command) == 0
    scorer = [sys.executable, str(EVAL / "bench.py"), what, str(rows)]
    done = subprocess.run(scorer, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert '"pairs": 1' in done.stdout


@pytest.mark.skipif(not EVAL.is_dir(), reason="the annotations are not here")
def test_a_story_is_scored(corrected_files: tuple[Path, Path]) -> None:
    a, b = map(str, corrected_files)
    file = corrected_files[0].parent / "gold.json"
    assert main(["gold", a, b, "--engine", "words", "-o", str(file)]) == 0
    newsdiff = f"{sys.executable} -m newsdiff compare {{a}} {{b}} --engine words"
    run = ["--run", f"{newsdiff} --format json"]
    scorer = [sys.executable, str(EVAL / "score.py"), str(file), str(file.parent), *run]
    done = subprocess.run(scorer, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "'f1': 1.0" in done.stdout.splitlines()[0]  # its own gold is all right
