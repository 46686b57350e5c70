"""`newsdiff completions SHELL`: what Tab offers, asked of the shells themselves."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import shtab

from newsdiff.cli.arguments import COMMANDS, open_parser
from newsdiff.cli.completions import make_completions
from newsdiff.cli.main import main
from newsdiff.cli.program_arguments import SHELLS
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]

# What a person has typed, and what one more Tab offers.
OFFERED = {
    "": set(COMMANDS),
    "comp": {"compare", "completions"},
    "my-st": {"my-story"},
    "a.txt b": {"b.txt"},
    "--col": {"--color"},
    "--color ": {"auto", "always", "never"},
    "--theme d": {"dark"},
    "list ": {"a.txt", "b.txt", "my-story"},
    "compare a.txt b": {"b.txt"},
    "compare a.txt b.txt --format ma": {"markdown"},
    "compare -o my": {"my-story"},
    "compare a.txt b.txt --ex": {"--exit-code"},
    "claim text a": {"a.txt"},
    "sto": {"story"},
    "story --format c": {"csv"},
    "story -o my": {"my-story"},
    "config ": {"path", "show"},
    "schema s": {"story"},
    "completions z": {"zsh"},
}
BASH = """\
source ./script
complete -p newsdiff >&2
while IFS= read -r line; do
    read -ra COMP_WORDS <<< "newsdiff $line"
    [[ $line == "" || $line == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
    _shtab_newsdiff 2> /dev/null
    # Where a function offers nothing, -o default has readline offer files.
    ((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
    echo "${COMPREPLY[*]}"
done
"""
FISH = (
    'source ./script; while read -L line; complete -C "newsdiff $line"; echo ---; end'
)


def shell(name: str, program: str, given: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of a shell, if that is here."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run(
        [found, "-c", program], input=given, capture_output=True, text=True, check=True
    )


@pytest.fixture
def typed(folder: Path) -> str:
    """All that is typed; a folder that it is typed in."""
    (folder / "my-story").mkdir()
    return "".join(f"{line}\n" for line in OFFERED)


def test_bash(folder: Path, typed: str) -> None:
    (folder / "script").write_text(make_completions("bash"))
    done = shell("bash", BASH, typed)
    registered = "complete -o bashdefault -o default -F _shtab_newsdiff newsdiff\n"
    assert done.stderr == registered
    answers = [set(line.split()) - {"script"} for line in done.stdout.splitlines()]
    assert dict(zip(OFFERED, answers, strict=True)) == OFFERED


def test_fish(folder: Path, typed: str) -> None:
    (folder / "script").write_text(make_completions("fish"))
    done = shell("fish", FISH, typed)
    answers = [
        {line.partition("\t")[0].rstrip("/") for line in answer.split("\n")}
        for answer in done.stdout.split("---\n")[:-1]
    ]
    for line, answer in zip(OFFERED, answers, strict=True):
        assert answer >= OFFERED[line], line


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "tcsh"])
def test_a_shell_can_read_its_script(folder: Path, name: str) -> None:
    (folder / "script").write_text(make_completions(name))
    shell(name, "source ./script" if name == "tcsh" else f"{name} -n ./script", "")


def words() -> Iterator[str]:
    """The long name of every option, and the name of every command."""
    yield from COMMANDS
    for parser in (open_parser(), *(make() for make in COMMANDS.values())):
        for action in parser._actions:
            yield from (s for s in action.option_strings if s.startswith("--"))


@pytest.mark.parametrize("name", SHELLS)
def test_every_shell_knows_every_word(name: str, capsys: Captured) -> None:
    assert main(["completions", name]) == ExitCode.DONE
    script = capsys.readouterr().out
    assert script.endswith("\n")
    assert [word for word in words() if word.lstrip("-") not in script] == []


def test_the_shells_are_those_of_the_library() -> None:
    assert set(SHELLS) <= set(shtab.SUPPORTED_SHELLS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "takes one word:"),
        (["ksh"], 'does not know "ksh" (did you mean "zsh"?):'),
        (["bahs"], 'does not know "bahs" (did you mean "bash"?):'),
        (["elvish!"], 'does not know "elvish!"'),
        (["bash", "zsh"], "takes one word, but 2 were given:"),
    ],
)
def test_another_shell_is_refused(
    given: list[str], said: str, capsys: Captured
) -> None:
    assert main(["completions", *given]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"newsdiff: completions {said}")
    assert "newsdiff completions bash|zsh|" in captured.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_one(name: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == ExitCode.DONE
    assert capsys.readouterr().out.startswith(f"usage: newsdiff {name}")
    assert f"  newsdiff {name}" in open_parser().format_help()
