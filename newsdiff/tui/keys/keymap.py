"""A person's own keys: presets, the `[keys]` of the settings, and what they replace.

Textual ignores unknown bindings and lets a key mean two things; here both are found
out beforehand and said.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from newsdiff.config import SettingsFile, suggestion
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.names import NAMES, NO_KEY, shown
from newsdiff.tui.keys.sections import Section

_LESS: Final = {
    "app.help": "h F1",
    "diff.previous-change": "[ left",
    "diff.find": "/ ?",
}
"""In the pager less, h is the help and ? looks for something."""
_ARROWS: Final = {
    "app.back": "backspace",
    "app.quit": "ctrl+q",
    "app.theme": "F9",
    "list.mark": "space",
    "list.quit": "backspace",
    "list.reload": "F5",
    "diff.next-pair": "shift+right",
    "diff.previous-pair": "shift+left",
    "diff.facts": "F2",
    "diff.view": "F3",
    "diff.swap": "F4",
    "diff.reload": "F5",
    "diff.fold-all": "F6",
    "diff.next-match": "F7",
    "diff.previous-match": "F8",
    "diff.follow": "F10",
    "list.pairs": "F2",
    "list.sort": "F3",
}
"""What has only letters otherwise; the rest is in the list of all commands."""
PRESET_KEYS: Final = {"less": _LESS, "arrows": _ARROWS}
"""Keys that presets give, by the name of the binding, as a person would write them."""
_WRITTEN: Final = {
    name.casefold(): key
    for key, name in (
        *NAMES.items(),
        *((name, shown(name)) for name in ("up", "down", "left", "right")),
    )
}
_MODIFIERS: Final = ("ctrl", "shift", "alt")
_KNOWN: Final = frozenset(key.value for key in Keys)

Map = Mapping[str, str]
"""Keys by the name of the binding, parted by commas as Textual has it; NO_KEY for
none. Only bindings whose keys are not those of the table."""


def key_map(file: SettingsFile) -> tuple[Map, tuple[str, ...]]:
    """The keys that are not as in the table, and what is wrong with those given.

    Args:
        file: The settings; the preset comes first, then the person's own keys.
    """
    table = {
        b.id: b.key.split(",") for b in keys.bindings(*keys.GROUPS.values()) if b.id
    }
    taken: dict[str, list[str]] = _preset(file.settings.preset, table)
    own, problems = _own(file, table)
    taken.update(own)
    result = table | taken
    for name, wanted in taken.items():
        for other in _rivals(name, result):
            if other not in taken:
                result[other] = [key for key in result[other] if key not in wanted]
    for name in own:
        for other in _rivals(name, own):
            twice = set(own[name]) & set(own[other])
            if other > name and twice:
                words = f'"{name}" and "{other}" share {shown(min(twice))}'
                problems.append(file.at(other, f"{words}: choose another key"))
    changed = {
        name: ",".join(bound) or NO_KEY
        for name, bound in result.items()
        if bound != table[name]
    }
    return changed, tuple(problems)


def applied(sections: Iterable[Section], changed: Map) -> tuple[Section, ...]:
    """Sections with a person's keys; a binding without a key is left out."""
    return tuple(
        Section(title, tuple(b for b in bound if b.key != NO_KEY))
        for title, kept in sections
        if (bound := [_bound(b, changed) for b in kept])
    )


def key_table(file: SettingsFile) -> tuple[str, tuple[str, ...]]:
    """Every key as text, with the person's own; and what is wrong with those."""
    changed, problems = key_map(file)
    rows = [
        (group, key_of(b, changed), b.description, b.id or "")
        for group, sections in keys.GROUPS.items()
        for section in sections
        for b in section.bindings
    ]
    shown = [max(len(row[column]) for row in rows) for column in range(4)]
    lines, last = [], ""
    for group, names, what, name in rows:
        if group != last:
            lines += ["", group] if last else [group]
            last = group
        lines.append(f"  {names:<{shown[1]}}  {what:<{shown[2]}}  {name}")
    return "".join(f"{line}\n" for line in lines), (*file.problems, *problems)


def key_of(binding: Binding, changed: Map) -> str:
    """The keys of a binding as they are shown."""
    return " ".join(map(shown, _bound(binding, changed).key.split(",")))


def _bound(binding: Binding, changed: Map) -> Binding:
    return binding.with_key(changed.get(binding.id or "", binding.key))


def _preset(name: str, table: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What a preset changes."""
    taken = {
        binding: [key for written in given.split() if (key := _key(written))]
        for binding, given in PRESET_KEYS.get(name, {}).items()
    }
    if name == "arrows":
        bare = {n: [k for k in bound if len(k) > 1] for n, bound in table.items()}
        taken = {n: k for n, k in bare.items() if k != table[n]} | taken
    return taken


def _own(
    file: SettingsFile, table: Mapping[str, list[str]]
) -> tuple[dict[str, list[str]], list[str]]:
    own: dict[str, list[str]] = {}
    problems = []
    for name, given in file.settings.keys.items():
        if name not in table:
            near = suggestion(name, table) or "; newsdiff keys lists all names"
            problems.append(file.at(name, f'"{name}" names no key{near}'))
            continue
        read = {written: _key(written) for written in given.split()}
        unknown = [written for written, key in read.items() if not key]
        if unknown:
            words = f'"{unknown[0]}" is no key: write x, ?, F1, PgDn or Ctrl-X'
            problems.append(file.at(name, words))
        else:
            own[name] = list(read.values())
    return own, problems


def _rivals(name: str, others: Iterable[str]) -> list[str]:
    """Bindings that would answer to the same key at the same time and place."""
    place = name.partition(".")[0]
    return [
        other
        for other in others
        if other != name and place in (other.partition(".")[0], "app")
    ]


def _key(written: str) -> str:
    """A key as Textual names it, from the way a person writes it; "" for none."""
    parts = written.replace("-", "+").split("+") if len(written) > 1 else [written]
    *modifiers, name = parts
    modifiers = [modifier.casefold() for modifier in modifiers]
    if not name or any(m not in _MODIFIERS for m in modifiers):
        return ""
    if modifiers == ["shift"] and len(name) == 1:
        return name.upper()
    if name in _WRITTEN:
        base = _WRITTEN[name]
    elif len(name) == 1:
        base = _character_to_key(name.lower() if modifiers else name)
    else:
        base = _WRITTEN.get(name.casefold(), name.casefold())
        if base not in _KNOWN and not _is_character(base):
            return ""
    return "+".join([*modifiers, base])


def _is_character(name: str) -> bool:
    """Whether this is the name of a character: "question_mark"."""
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True
