"""The parts of the speed benchmark work, on tiny inputs; nothing is timed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed import (
    OPENED,
    PROSE,
    in_turn,
    middle,
    theme_change,
    width_change,
)
from benchmarks.speed_comparing import apart, largest_pair, leafing, long_pair
from benchmarks.speed_reading import READING, write_files
from benchmarks.speed_screen import first_frame
from benchmarks.speed_table import Row, table
from benchmarks.speed_terminal import Terminal
from benchmarks.speed_texts import pair_of_texts
from newsdiff.comparing import compare
from newsdiff.reading import read_text

pytest.importorskip("pty", reason="pseudo-terminals are for Linux and macOS")


def test_generated_articles_have_as_many_sentences_as_asked_for() -> None:
    assert pair_of_texts(30) == pair_of_texts(30)
    a, b = (read_text(text, source="-") for text in pair_of_texts(30))
    assert (a.sentence_count, b.sentence_count) == (30, 30)


def test_generated_articles_have_something_in_common() -> None:
    a, b = (read_text(text, source="-") for text in pair_of_texts(30))
    assert 0.2 < compare(a, b).linked_share.a < 1


def test_comparisons_are_measured_in_a_process_of_their_own() -> None:
    assert apart(largest_pair, None, False).keys() == {"first", "again"}
    assert apart(leafing, 3).keys() == {"new", "known"}
    assert apart(long_pair, 5)["peak"] > 1


def test_a_folder_is_filled_with_articles_and_read(tmp_path: Path) -> None:
    write_files(tmp_path, 7)
    command = [sys.executable, "-P", str(READING), str(tmp_path)]
    done = json.loads(subprocess.check_output(command))
    assert done["articles"] == len([*tmp_path.iterdir()]) == 7
    assert done["milliseconds"] > 0


def test_the_first_frame_is_of_the_whole_pair() -> None:
    assert apart(first_frame, 12, 1)["rows"] >= 8


def test_a_program_in_a_terminal_is_seen_and_answers() -> None:
    program = "print(f'{6 * 7} ready'); print(input() * 2); input()"
    with Terminal((sys.executable, "-c", program)) as terminal:
        assert terminal.seconds_to("42 ready") > 0
        assert terminal.memory() > 1
        terminal.press("ab\r")
        assert terminal.seconds_to("abab") > 0


@pytest.mark.parametrize("app", ["newsdiff", "bare"])
def test_long_prose_takes_another_theme_and_another_width(app: str) -> None:
    with Terminal((*PROSE, app, "4")) as terminal:
        assert terminal.seconds_to(OPENED) > 0
        assert theme_change(terminal, 2) > 0
        assert width_change(terminal, 2) > 0


def test_measurements_are_taken_in_turn_and_the_first_is_left_out() -> None:
    order = iter(range(8))
    assert in_turn(3, lambda: next(order), lambda: next(order)) == [4, 5]


def test_each_figure_has_its_median() -> None:
    figures = iter([{"a": 1.0, "b": 9.0}, {"a": 3.0, "b": 8.0}, {"a": 2.0, "b": 7.0}])
    assert middle(3, lambda: next(figures)) == {"a": 2.0, "b": 8.0}


def test_a_row_tells_whether_the_ratio_is_met() -> None:
    rows = [
        Row("launch", 300, "ms", 200, "bare", 1.3),
        Row("launch", 250, "ms", 200, "bare", 1.3),
        Row("memory", 9.96, "MB", most=60),
        Row("reading", 9.96, "MB"),
    ]
    assert list(table(rows))[2:] == [
        "| launch | 300 ms | 200 ms: bare | 1.50 | ≤ 1.3 | missed |",
        "| launch | 250 ms | 200 ms: bare | 1.25 | ≤ 1.3 | met |",
        "| memory | 10.0 MB |  |  | ≤ 60 MB | met |",
        "| reading | 10.0 MB |  |  |  |  |",
    ]
