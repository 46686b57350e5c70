"""Settings: what is read, what is wrong with a file, and that it stays as it is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newsdiff.config import Settings, SettingsFile, as_toml, keep, load
from newsdiff.paths import config_file, state_file
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.keymap import PRESET_KEYS, key_map, key_table
from newsdiff.tui.keys.names import NO_KEY, shown


def written(folder: Path, text: str) -> SettingsFile:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    found = load(path)
    assert path.read_text("utf-8") == text
    return found


def test_without_a_file_the_defaults_are_used(tmp_path: Path) -> None:
    path = tmp_path / "none" / "config.toml"
    assert load(path) == SettingsFile(path)
    assert list(tmp_path.iterdir()) == []


def test_settings_are_read_and_written_the_same(tmp_path: Path) -> None:
    settings = Settings(
        theme="light",
        palette="green-purple",
        view="unified",
        context=0,
        numbers=False,
        ascii=True,
        remember=False,
        engine="words",
        preset="less",
        keys={"diff.swap": 'w " \\', "app.help": ""},
    )
    found = written(tmp_path, as_toml(settings))
    assert found.settings == settings
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('\nthme = "light"', 'line 2: "thme" is no setting; did you mean "theme"?'),
        ('\n\nxyz = "light"', 'line 3: "xyz" is no setting'),
        ("theme = 3", "line 1: theme must be a name in quotation marks, not 3"),
        (
            'view = "both"',
            'line 1: view must be one of "auto", "split", "unified", not "both"',
        ),
        (
            'engine = "word"',
            'line 1: engine must be one of "meaning", "words", not "word"',
        ),
        ("context = true", "line 1: context must be a number from 0 to 100, not true"),
        ("context = -1", "line 1: context must be a number from 0 to 100, not -1"),
        ('ascii = "yes"', 'line 1: ascii must be true or false, not "yes"'),
        ("keys = 1", "line 1: keys must be a table: [keys]"),
        (
            '[keys]\n"diff.swap" = 1',
            'line 2: write keys in quotation marks: "diff.swap" = "x"',
        ),
    ],
)
def test_what_makes_no_sense_is_said_with_file_line_and_remedy(
    tmp_path: Path, text: str, problem: str
) -> None:
    found = written(tmp_path, f"{text}\n")
    assert found.problems == (f"{found.path} {problem}",)
    assert found.settings == Settings()


def test_the_rest_of_a_file_with_a_mistake_is_used(tmp_path: Path) -> None:
    found = written(tmp_path, 'view = "both"\nnumbers = false\n')
    assert found.settings == Settings(numbers=False)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [('theme = "light"\nview = \n', 2), ("a = 1\na = 2\nb = 1\n", 2), ("\n[keys", 2)],
)
def test_broken_toml_is_one_sentence_with_the_line(
    tmp_path: Path, text: str, line: int
) -> None:
    found = written(tmp_path, text)
    words = f"{found.path} is not valid TOML in line {line}: the defaults are used"
    assert found.problems == (words,)
    assert found.settings == Settings()


@pytest.mark.parametrize(
    "text",
    [
        f"a={'[' * 3000}",
        f"a={'{b=' * 3000}",
        f"keys.{'a.' * 5000}b = 'x'",
        f"context.{'a.' * 5000}b = 1",
        f"a = {'1' * 5000}",
        f"context = 0x{'f' * 5000}",
    ],
    ids=["array", "table", "keys", "name", "digits", "hexadecimal"],
)
def test_what_is_too_deep_or_too_long_is_said(tmp_path: Path, text: str) -> None:
    found = written(tmp_path, text)
    (problem,) = found.problems
    assert problem.startswith(f"{found.path} is not valid TOML (nested too deep, ")
    assert problem.endswith("): the defaults are used")
    assert found.settings == Settings()


def test_a_file_that_never_ends_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("#" * 1_000_001)
    words = "is larger than 1 MB, which no settings are: the defaults are used"
    assert load(path) == SettingsFile(path, problems=(f"{path} {words}",))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_what_is_no_file_is_said_and_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "config.toml"
    os.mkfifo(pipe)
    words = "not a file: the defaults are used"
    assert load(pipe) == SettingsFile(
        pipe, problems=(f"{pipe} is a named pipe, {words}",)
    )
    zero = Path("/dev/zero")
    assert load(zero).problems == (f"{zero} is a device, {words}",)
    assert load(tmp_path).problems == (f"{tmp_path} is a folder, {words}",)
    for path in (pipe, zero, tmp_path):
        assert "holds until you quit" in keep(path, {"matched_from": 0.7})
    assert pipe.is_fifo()


def test_no_settings_at_all_can_be_named_and_nothing_is_kept_there() -> None:
    null = Path(os.devnull)
    assert load(null) == SettingsFile(null)
    assert "keeps nothing" in keep(null, {"matched_from": 0.7})
    assert not null.is_file()


def test_where_several_things_are_wrong_the_file_is_named_once(tmp_path: Path) -> None:
    found = written(tmp_path, 'veiw = 1\nview = "both"\n')
    first, second = (p.removeprefix(f"{found.path} ") for p in found.problems)
    assert found.listed(found.problems[:1]) == found.problems[0]
    assert found.listed([*found.problems, "It rains."]).splitlines() == [
        str(found.path),
        first,
        second,
        "It rains.",
    ]


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"theme = '\xff'")
    problem = f"{path} cannot be read (it is not UTF-8): the defaults are used"
    assert load(path).problems == (problem,)


# Places


def test_variables_name_the_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    assert config_file() == tmp_path / "c" / "newsdiff" / "config.toml"
    assert state_file() == tmp_path / "s" / "newsdiff" / "state.json"
    monkeypatch.setenv("NEWSDIFF_CONFIG", "mine.toml")
    assert config_file() == Path("mine.toml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [None, "", "relative"])
def test_otherwise_they_are_those_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
        if given is not None:
            monkeypatch.setenv(name, given)
    assert tmp_path in config_file().parents
    assert tmp_path in state_file().parents
    if sys.platform == "linux":
        assert config_file() == tmp_path / ".config" / "newsdiff" / "config.toml"
    assert list(tmp_path.iterdir()) == []


# Keys


def changed(**given: object) -> dict[str, str]:
    found, problems = key_map(SettingsFile(Path("c"), settings=Settings(**given)))  # type: ignore[arg-type]
    assert problems == ()
    return dict(found)


def test_without_settings_no_key_is_another() -> None:
    assert changed() == {}


def test_keys_are_read_as_they_are_shown() -> None:
    own = {"diff.swap": "w Ctrl-X ↓ PgDn , ] Shift-Tab F5 shift+a left_curly_bracket"}
    assert changed(keys=own)["diff.swap"] == (
        "w,ctrl+x,down,pagedown,comma,right_square_bracket,shift+tab,f5,A,"
        "left_curly_bracket"
    )


def test_every_key_of_the_table_is_read_as_it_is_shown() -> None:
    for binding in keys.bindings(*keys.GROUPS.values()):
        assert binding.id
        given = " ".join(map(shown, binding.key.split(",")))
        assert binding.id not in changed(keys={binding.id: given})


def test_a_key_that_gets_another_meaning_loses_the_old_one() -> None:
    assert changed(keys={"diff.swap": "j"}) == {"diff.swap": "j", "diff.down": "down"}
    assert changed(keys={"diff.swap": "J"}) == {
        "diff.swap": "J",
        "diff.next-pair": NO_KEY,
    }
    assert changed(keys={"app.help": "x"}) == {
        "app.help": "x",
        "diff.swap": NO_KEY,
        "pairs.swap": NO_KEY,
    }


def test_a_binding_may_be_left_without_a_key() -> None:
    assert changed(keys={"app.suspend": ""}) == {"app.suspend": NO_KEY}


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        ("diff.swop", "w", '"diff.swop" names no key; did you mean "diff.swap"?'),
        ("zzz", "w", '"zzz" names no key; newsdiff keys lists all names'),
        ("diff.swap", "gg", '"gg" is no key: write x, ?, F1, PgDn or Ctrl-X'),
        ("diff.swap", "Strg-X", '"Strg-X" is no key: write x, ?, F1, PgDn or Ctrl-X'),
    ],
)
def test_what_is_no_key_is_said(
    tmp_path: Path, name: str, given: str, problem: str
) -> None:
    found = written(tmp_path, f'[keys]\n"{name}" = "{given}"\n')
    assert key_map(found) == ({}, (f"{found.path} line 2: {problem}",))


def test_two_bindings_with_one_key_are_said(tmp_path: Path) -> None:
    found = written(tmp_path, '[keys]\ndiff.swap = "w"\ndiff.top = "w"\n')
    words = '"diff.swap" and "diff.top" share w: choose another key'
    assert key_map(found)[1] == (f"{found.path} line 3: {words}",)


def test_the_preset_arrows_has_no_letters() -> None:
    found = SettingsFile(Path("c"), settings=Settings(preset="arrows"))
    mapped, problems = key_map(found)
    assert problems == ()
    for binding in keys.bindings(*keys.GROUPS.values()):
        bound = mapped.get(binding.id or "", binding.key)
        assert [k for k in bound.split(",") if len(k) == 1 and k.isalpha()] == []


def test_the_preset_less_has_the_help_of_that_program() -> None:
    mapped = changed(preset="less")
    assert mapped["app.help"] == "h,f1"
    assert "h" not in mapped["diff.previous-change"].split(",")
    assert mapped["diff.find"] == "slash,question_mark"


@pytest.mark.parametrize("preset", PRESET_KEYS)
def test_presets_name_bindings_and_keys_that_there_are(preset: str) -> None:
    names = {binding.id for binding in keys.bindings(*keys.GROUPS.values())}
    assert set(PRESET_KEYS[preset]) <= names
    own = {n: k for n, k in PRESET_KEYS[preset].items() if n.startswith("diff.")}
    assert key_map(SettingsFile(Path("c"), settings=Settings(keys=own)))[1] == ()


def test_own_keys_come_after_the_preset() -> None:
    mapped = changed(preset="arrows", keys={"diff.swap": "w"})
    assert mapped["diff.swap"] == "w"


def test_the_table_of_keys_names_each_binding_once(tmp_path: Path) -> None:
    found = written(tmp_path, '[keys]\n"diff.swap" = "w"\n"app.redraw" = ""\n')
    table, problems = key_table(found)
    assert problems == ()
    names = [line.split()[-1] for line in table.splitlines() if line.startswith("  ")]
    assert names == [b.id for b in keys.bindings(*keys.GROUPS.values())]
    lines = {line.split()[-1]: line.split() for line in table.splitlines() if line}
    assert lines["diff.swap"][0] == "w"
    assert lines["app.redraw"][:2] == ["(no", "key)"]
