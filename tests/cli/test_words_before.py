"""Where options stand, `newsdiff help`, and themes that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from newsdiff.cli.arguments import COMMANDS, open_parser
from newsdiff.cli.main import main
from newsdiff.cli.options import command_of
from newsdiff.colours import OF_TEXTUAL, SHORT, THEMES, theme_problem
from newsdiff.config import load
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]
WORDS = ("--engine", "words")


@pytest.mark.parametrize(
    ("given", "name", "rest"),
    [
        ("list a", "list", "a"),
        ("--engine words list a", "list", "--engine words a"),
        ("--ascii list", "list", "--ascii"),
        ("--format=json compare a b", "compare", "--format=json a b"),
        ("-o x compare a b", "compare", "-o x a b"),
        ("-ox compare a b", "compare", "-ox a b"),
        ("--theme list a", "", "--theme list a"),
        ("a list", "", "a list"),
        ("- list", "", "- list"),
        ("-- list", "", "-- list"),
        ("--engine", "", "--engine"),
        ("--plain ./list", "", "--plain ./list"),
        ("", "", ""),
    ],
)
def test_the_first_word_that_is_no_option_is_the_command(
    given: str, name: str, rest: str
) -> None:
    assert command_of(given.split(), {*COMMANDS}) == (name, rest.split())


@pytest.mark.parametrize(
    "given",
    [
        ["compare", "a.txt", "b.txt"],
        ["list", "a.txt", "b.txt"],
        ["claim", "Nobody was hurt", "a.txt", "b.txt"],
        ["explain", "A:1", "B:1", "a.txt", "b.txt"],
    ],
    ids=lambda given: given[0],
)
@pytest.mark.usefixtures("folder")
def test_options_stand_before_or_behind(given: list[str], capsys: Captured) -> None:
    options = ["--engine", "words", "--format", "json"]
    printed = set()
    for arguments in (
        [*options, *given],
        [given[0], *options, *given[1:]],
        [*given, *options],
        [*given[:-1], *options, given[-1]],
    ):
        assert main(arguments) == ExitCode.DONE
        printed.add(capsys.readouterr())
    assert len(printed) == 1


def test_what_a_command_does_not_take_it_refuses_there_too(capsys: Captured) -> None:
    assert main(["--plain", "schema"]) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert err == (
        "newsdiff: unrecognized arguments: --plain; see newsdiff schema --help\n"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_the_option_says(name: str, capsys: Captured) -> None:
    assert main(["help", name]) == ExitCode.DONE
    told = capsys.readouterr()
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert told == capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["--help", name])
    assert told == capsys.readouterr()


def test_help_alone_is_of_newsdiff(capsys: Captured) -> None:
    assert main(["help"]) == ExitCode.DONE
    assert capsys.readouterr().out == open_parser().format_help()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["lst"], 'there is no command "lst"; did you mean "list"?'),
        (["frobnicate"], 'there is no command "frobnicate": there are list, '),
        (["list", "keys"], "help takes one command, but 2 were given"),
    ],
)
def test_help_for_what_is_no_command(
    given: list[str], said: str, capsys: Captured
) -> None:
    assert main(["help", *given]) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"newsdiff: {said}")


def test_the_themes_are_known_without_textual() -> None:
    assert set(OF_TEXTUAL) == set(BUILTIN_THEMES)
    assert all(name in THEMES for name in SHORT.values())


@pytest.mark.parametrize(
    "given",
    [["a.txt"], ["--plain", "a.txt"], ["a.txt", "b.txt"], []],
    ids=" ".join,
)
@pytest.mark.usefixtures("folder")
def test_a_theme_that_is_none_is_refused(given: list[str], capsys: Captured) -> None:
    for arguments in ([*given, "--theme", "drak"], ["--theme=drak", *given]):
        assert main(arguments) == ExitCode.USAGE
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"newsdiff: --theme: {theme_problem('drak')}\n"
    assert '(did you mean "dark"?): there are dark, light, contrast, ' in err
    assert "nord" in err


def test_so_is_one_in_the_settings(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder / "own.toml"
    own.write_text('\ntheme = "nope"\n')
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(own))
    said = f"newsdiff: {own} line 2: {theme_problem('nope')}\n"
    for arguments in (["compare", "a.txt", "b.txt"], ["list", "a.txt"], ["a.txt"]):
        assert main(arguments) == ExitCode.DONE
        assert capsys.readouterr().err == said
    assert main(["config", "show"]) == ExitCode.DONE
    out, err = capsys.readouterr()
    assert err == said
    assert out.startswith('theme = ""\n')
    assert load(own).settings.theme == ""
