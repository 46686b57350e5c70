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
EVAL = ROOT.parent / "shared" / "eval"
FILES = ("a.txt", "b.txt")
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
    story = json.loads(gold_story({(0, 1): made}, FILES))
    assert story["articles"]["A"]["file"] == "a.txt"
    for side, article in zip("AB", made.articles, strict=True):
        sentences = story["articles"][side]["sentences"]
        assert [(s["start"], s["end"]) for s in sentences] == [
            s.span for s in article.sentences
        ]
    assert [4, 12, "same"] in story["alignments"]["A-B"]
    assert [5, 7, "overlap"] in story["alignments"]["A-B"]
    assert len(story["alignments"]["A-B"]) == len(made.links)
    known = {"origin": "person", "checked": False, "note": "why"}
    assert story["by_hand"] == [{"pair": "A-B", "a": 4, "b": 12, **known}]
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
    story = json.loads(gold_story({(0, 1): by_hand(bridge)}, FILES, only_checked=True))
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


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "gold takes two or more articles: newsdiff gold A B ..."),
        (["a.txt"], "gold takes 2 to 26 articles, but one was given"),
        (["-", "-"], "standard input holds one article: name files for the others"),
        (["many"], "gold takes 2 to 26 articles, but 27 were given"),
    ],
)
def test_gold_takes_some_articles(
    corrected_files: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    said: str,
) -> None:
    many = corrected_files[0].parent / "many"
    many.mkdir()
    for n in range(27):
        (many / f"{n}.txt").write_text(f"{n} boats sank.\n")
    assert main(["gold", *given, "--engine", "words"]) == 2
    assert capsys.readouterr() == ("", f"newsdiff: {said}\n")


THREE = (
    (
        "Police closed the bridge on Tuesday.\n\nFive people were hurt in Marrow.\n\n"
        "A crane is coming.\n"
    ),
    (
        "Police closed the bridge on Tuesday.\n\nThree people were hurt in Marrow.\n\n"
        "A ferry sails from Pier 33.\n"
    ),
    (
        "Police closed the bridge on Tuesday.\n\nFive people were hurt in Marrow.\n\n"
        "A ferry sails from Pier 33.\n"
    ),
)


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of three articles of one event."""
    monkeypatch.chdir(tmp_path)
    for name, text in zip("xyz", THREE, strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
    return ["x.txt", "y.txt", "z.txt", "--engine", "words"]


def test_what_several_pairs_say_of_one_thing_is_one_fact(
    three: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gold", *three]) == 0
    story = json.loads(capsys.readouterr().out)
    assert [*story["articles"]] == ["A", "B", "C"]
    assert [*story["alignments"]] == ["A-B", "A-C", "B-C"]
    facts = {fact["fact"]: fact for fact in story["facts"]}
    assert len(facts) == len(story["facts"])
    (hurt,) = [fact for fact in story["facts"] if fact["values"]]
    assert [*hurt["evidence"]] == ["A", "B", "C"]
    assert hurt["values"]["A"] == hurt["values"]["C"] != hurt["values"]["B"]
    assert [*facts["Pier 33"]["evidence"]] == ["B", "C"]
    (ferry,) = [f for f in story["facts"] if f["fact"].startswith("A ferry")]
    assert [*ferry["evidence"]] == ["B", "C"]
    (crane,) = [f for f in story["facts"] if f["fact"].startswith("A crane")]
    assert [*crane["evidence"]] == ["A"]


def test_a_row_is_of_a_pair(
    three: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gold", *three, "--format", "row"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["x/y", "x/z", "y/z"]


def test_corrections_can_be_left_out(
    corrected_files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files = [*map(str, corrected_files), "--engine", "words"]
    assert main(["gold", *files, "--checked"]) == 0
    assert json.loads(capsys.readouterr().out)["alignments"]["A-B"] == [[2, 1, "same"]]
    assert main(["gold", *files, "--checked", "--no-corrections"]) == 0
    assert json.loads(capsys.readouterr().out)["alignments"]["A-B"] == []
    for command in ("list", "story", "compare", "desk"):
        assert main([command, *files, "--no-corrections"]) == 0
        without = capsys.readouterr().out
        main([command, *files])
        with_them = capsys.readouterr().out
        assert (without == with_them) == (command == "desk")


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


@pytest.mark.skipif(not EVAL.is_dir(), reason="the annotations are not here")
def test_a_story_of_three_is_scored(three: list[str], tmp_path: Path) -> None:
    file = tmp_path / "gold.json"
    assert main(["gold", *three, "-o", str(file)]) == 0
    newsdiff = f"{sys.executable} -m newsdiff compare {{a}} {{b}} --engine words"
    run = ["--run", f"{newsdiff} --format json --no-corrections"]
    scorer = [sys.executable, str(EVAL / "score.py"), str(file), str(tmp_path), *run]
    done = subprocess.run(scorer, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = {s[:16].strip(): s[17:] for s in done.stdout.splitlines()}
    assert "'f1': 1.0" in figures["link"]
    assert "'false alarms': 0.0, 'balanced': 1.0" in figures["omission"]
    assert figures["conflict"].startswith("{'p': 1.0, 'r': 1.0")
