"""`newsdiff config` and `newsdiff keys`: the settings from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.config import Settings, as_toml, load
from newsdiff.errors import ExitCode
from newsdiff.gathering import Gathered
from newsdiff.tui.app import NewsdiffApp

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file of settings is."""
    path = tmp_path / "own.toml"
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(path))
    return path


def test_the_path_is_printed_whether_or_not_the_file_is_there(
    own: Path, capsys: Captured
) -> None:
    assert main(["config", "path"]) == ExitCode.DONE
    assert capsys.readouterr().out == f"{own}\n"
    assert not own.exists()


def test_the_settings_in_force_are_printed(own: Path, capsys: Captured) -> None:
    own.write_text('view = "unified"\nveiw = 1\n')
    assert main(["config", "show"]) == ExitCode.DONE
    out, err = capsys.readouterr()
    assert out == as_toml(Settings(view="unified"))
    near = 'line 2: "veiw" is no setting; did you mean "view"?'
    assert err == f"newsdiff: {own} {near}\n"


def test_what_the_reader_knows_nothing_of_is_not_in_force(
    own: Path, capsys: Captured
) -> None:
    own.write_text(
        'theme = "drak"\n[keys]\n"diff.swap" = "w"\n"diff.view" = "w"\n'
        '"diff.swop" = "x"\n"diff.find" = "Hyper-Q"\n'
    )
    assert main(["config", "show"]) == ExitCode.DONE
    out, err = capsys.readouterr()
    keys = {"diff.swap": "w", "diff.view": "w"}
    assert out == as_toml(Settings(keys=keys))
    app = NewsdiffApp(Gathered(()), file=load(own))
    assert err.splitlines() == [f"newsdiff: {said}" for said in app._complaints]
    assert len(app._complaints) == 4


def test_keys_are_printed_with_the_persons_own(own: Path, capsys: Captured) -> None:
    own.write_text('[keys]\n"diff.swap" = "w"\n"diff.swop" = "w"\n')
    assert main(["keys"]) == ExitCode.DONE
    out, err = capsys.readouterr()
    (line,) = (line for line in out.splitlines() if line.endswith(" diff.swap"))
    assert line.split() == ["w", "swap", "A", "and", "B", "diff.swap"]
    assert err.count("\n") == 1
    assert "line 3" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "config takes one word"),
        (["where"], 'config does not know "where"'),
        (["shwo"], 'config does not know "shwo" (did you mean "show"?)'),
        (["path", "show"], "config takes one word, but 2 were given"),
    ],
)
def test_config_takes_one_word(
    arguments: list[str], said: str, capsys: Captured
) -> None:
    assert main(["config", *arguments]) == ExitCode.USAGE
    words = f"{said}: newsdiff config path|show"
    assert capsys.readouterr().err == f"newsdiff: {words}\n"


def test_the_help_names_every_setting(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["config", "--help"])
    told = capsys.readouterr().out
    for line in as_toml(Settings()).splitlines():
        assert f"\n  {line.split(' ')[0]}" in told
