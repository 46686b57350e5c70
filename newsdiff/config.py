"""The settings a person may keep in a file, and what is wrong with that file.

A setting that is missing or makes no sense leaves its default in force. The file is a
person's own: only what is chosen in the reader to hold everywhere is written into it,
and nothing else of it touched (`keep`). Which keys exist is known to the reader, which
checks them itself, with `SettingsFile.at` to name the line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from newsdiff.colours import PALETTES, theme_problem
from newsdiff.own_files import instead_of_file, write_whole

VIEWS: Final = ("auto", "split", "unified")
PRESETS: Final = ("default", "less", "arrows")
ENGINES: Final = ("meaning", "words")
_CONTEXT: Final = range(101)
_LEAST, _MOST = 0.05, 0.99
"""The probabilities from which links can be made."""
_MAX_CHARACTERS: Final = 1_000_000
"""More are no settings, and may never end."""
_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a person wants the reader to be."""

    theme: str = ""
    """Empty: the one used last, or dark."""
    palette: str = PALETTES[0]
    """The colours of A and B."""
    view: str = VIEWS[0]
    context: int = 0
    """Rows in common that stay in sight around a difference when the rest is folded.

    Two outlets rarely tell more than two sentences in a row alike: more would leave
    nothing to fold.
    """
    numbers: bool = True
    ascii: bool = False
    remember: bool = True
    """Whether the reader remembers where it was left."""
    engine: str = ENGINES[0]
    """Whether sentences are compared by words and meaning, or by words alone."""
    matched_from: float = 0.0
    """The probability from which a link is called matched; 0: as it was measured."""
    related_from: float = 0.0
    """The same for a related one."""
    preset: str = PRESETS[0]
    keys: Mapping[str, str] = field(default_factory=lambda: _NO_KEYS)
    """Keys by the name of the binding, several parted by blanks; "" for no key."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A file of settings as it was read."""

    path: Path
    text: str = ""
    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()
    """A sentence for each thing that is wrong: file, line, remedy."""

    def sets(self, name: str) -> bool:
        """Whether the file itself sets something."""
        return _line_of(self.text, name) > 0

    def at(self, name: str, words: str) -> str:
        """A sentence about the place where something is named."""
        line = _line_of(self.text, name)
        where = f" line {line}" if line else ""
        return f"{self.path}{where}: {words}"

    def listed(self, problems: Sequence[str]) -> str:
        """Problems below each other; the file is named once where several are its."""
        start = f"{self.path} line "
        inside = [problem.startswith(start) for problem in problems]
        if sum(inside) < 2:
            return "\n".join(problems)
        short = [
            problem.removeprefix(f"{self.path} ") if is_inside else problem
            for problem, is_inside in zip(problems, inside, strict=True)
        ]
        first = inside.index(True)
        return "\n".join([*short[:first], f"{self.path}", *short[first:]])


def load(path: Path) -> SettingsFile:
    """The settings in a file; without such a file, the defaults."""
    text, why = _read(path)
    if why:
        return _useless(path, why)
    import tomllib

    try:
        return _checked(SettingsFile(path, text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))  # none at the end of the file
        line = place[1] if place else len(text.splitlines())
        return _useless(path, f"is not valid TOML in line {line}", text)
    except (RecursionError, ValueError):  # which Python says of each
        why = "is not valid TOML (nested too deep, or a number too long)"
        return _useless(path, why, text)


def _read(path: Path) -> tuple[str, str]:
    """What stands in a file, and why that is of no use; both empty without a file."""
    if (other := instead_of_file(path)) and str(path) != os.devnull:
        return "", f"is {other}, not a file"
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_MAX_CHARACTERS + 1)
    except FileNotFoundError:
        return "", ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        return "", f"cannot be read ({reason})"
    if len(text) > _MAX_CHARACTERS:
        return "", "is larger than 1 MB, which no settings are"
    return text, ""


def _useless(path: Path, why: str, text: str = "") -> SettingsFile:
    """The defaults instead of a file, and why."""
    return SettingsFile(path, text, problems=(f"{path} {why}: the defaults are used",))


def suggestion(word: str, known: Collection[str], what: str = "") -> str:
    """What to add to a complaint: a known word that is like the given one, if any.

    Args:
        word: What was given.
        known: What it may have been meant for.
        what: What to call that, ending with a blank.
    """
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), 1, 0.6)
    return f'; did you mean {what}"{near[0]}"?' if near else ""


def as_toml(settings: Settings) -> str:
    """Settings as they would stand in a file."""
    lines = [f"{name} = {_written(getattr(settings, name))}" for name in _CHECKS]
    lines += ["", "[keys]"]
    lines += [f"{_quoted(n)} = {_quoted(k)}" for n, k in settings.keys.items()]
    return "".join(f"{line}\n" for line in lines)


def with_values(text: str, values: Mapping[str, float]) -> str:
    """The text of a file of settings that sets numbers; 0 takes the line out.

    Args:
        text: The file as it is, which is valid.
        values: Names of settings, and what they are to be.
    """
    lines = text.splitlines(keepends=True)
    for name, value in values.items():
        pattern = re.compile(rf"\s*[\"']?{name}[\"']?\s*=")
        header = next((n for n, s in enumerate(lines) if s.lstrip()[:1] == "["), None)
        top, rest = lines[:header], lines[len(lines[:header]) :]
        own = [f"{name} = {value:.2f}\n"] if value else []
        at = next((n for n, line in enumerate(top) if pattern.match(line)), None)
        if at is not None:
            top[at : at + 1] = own
        elif own:
            if top and not top[-1].endswith("\n"):
                top[-1] += "\n"
            top += own
        lines = [*top, *rest]
    return "".join(lines)


def keep(path: Path, values: Mapping[str, float]) -> str:
    """Writes numbers into a file of settings, all of it or nothing.

    Returns:
        What went wrong, in a sentence; empty where nothing did.
    """
    before = load(path)
    if str(path) == os.devnull:
        return f"{path} keeps nothing; what you chose holds until you quit"
    if before.text == "" and before.problems:
        return f"{before.problems[0]}; what you chose holds until you quit"
    text = with_values(before.text, values)
    if text == before.text:
        return ""
    try:
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        reason = error.strerror or error
        return (
            f"{path} cannot be written: {reason}; what you chose holds until you quit"
        )
    return ""


def _written(value: object) -> str:
    """A value as it would stand in a file."""
    if isinstance(value, str):
        return _quoted(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _checked(file: SettingsFile, given: Mapping[str, object]) -> SettingsFile:
    """Takes over what makes sense and says what does not."""
    problems = []
    taken: dict[str, object] = {}
    for name, value in given.items():
        if name == "keys":
            continue
        if name not in _CHECKS:
            near = suggestion(name, [*_CHECKS, "keys"])
            problems.append(file.at(name, f'"{name}" is no setting{near}'))
        elif wanted := _CHECKS[name](value):
            words = f"{name} must be {wanted}, not {_written(value)}"
            problems.append(file.at(name, words))
        elif name == "theme" and (unknown := theme_problem(str(value))):
            problems.append(file.at(name, unknown))
        else:
            taken[name] = value
    keys = given.get("keys", {})
    if isinstance(keys, Mapping):
        bound, wrong = _keys(file, keys)
        taken["keys"], problems = bound, [*problems, *wrong]
    else:
        problems.append(file.at("keys", "keys must be a table: [keys]"))
    settings = replace(Settings(), **taken)  # type: ignore[arg-type] # all checked
    return replace(file, settings=settings, problems=tuple(problems))


def _keys(
    file: SettingsFile, given: Mapping[str, object]
) -> tuple[dict[str, str], list[str]]:
    """The key map, and a sentence for each entry that is none."""
    bound, wrong = {}, []
    for name, value in _flat(given):
        if isinstance(value, str):
            bound[name] = value
        elif isinstance(value, list) and all(isinstance(key, str) for key in value):
            bound[name] = " ".join(value)
        else:
            words = f'write keys in quotation marks: "{name}" = "x"'
            wrong.append(file.at(name, words))
    return bound, wrong


def _flat(
    given: Mapping[str, object], before: str = ""
) -> Iterator[tuple[str, object]]:
    """Entries with whole names: `diff.swap` without quotation marks is a table."""
    for name, value in given.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _line_of(text: str, name: str) -> int:
    """The first line that sets a name, from 1; 0 where none does."""
    last = name.rpartition(".")[2]
    for wanted in (name, last):
        pattern = rf"""^\s*(?:[\w.-]*\.)?["']?{re.escape(wanted)}["']?\s*(?:=|\])"""
        header = rf"^\s*\[\s*{re.escape(wanted)}\s*\]"
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(pattern, line) or re.match(header, line):
                return number
    return 0


def _one_of(known: Collection[str]) -> Callable[[object], str]:
    words = ", ".join(f'"{name}"' for name in known)
    return lambda value: "" if value in known else f"one of {words}"


def _boolean(value: object) -> str:
    return "" if isinstance(value, bool) else "true or false"


def _text(value: object) -> str:
    return "" if isinstance(value, str) else "a name in quotation marks"


def _number(value: object) -> str:
    right = isinstance(value, int) and not isinstance(value, bool)
    return "" if right and value in _CONTEXT else f"a number from 0 to {_CONTEXT[-1]}"


def _probability(value: object) -> str:
    right = isinstance(value, int | float) and not isinstance(value, bool)
    inside = right and (value == 0 or _LEAST <= float(value) <= _MOST)  # type: ignore[arg-type]
    return "" if inside else f"0, or a number from {_LEAST} to {_MOST}"


_CHECKS: Final[Mapping[str, Callable[[object], str]]] = {
    "theme": _text,
    "palette": _one_of(PALETTES),
    "view": _one_of(VIEWS),
    "context": _number,
    "numbers": _boolean,
    "ascii": _boolean,
    "remember": _boolean,
    "engine": _one_of(ENGINES),
    "matched_from": _probability,
    "related_from": _probability,
    "preset": _one_of(PRESETS),
}
"""What each setting must be, in words; "" where a value is right."""
