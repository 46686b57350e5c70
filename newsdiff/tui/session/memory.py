"""Where the reader was left, kept from one time to the next.

The file is read once and written at the end, all of it or nothing. What cannot be
understood in it is said, and then it is left as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from newsdiff.model import Pair, SentencePlace, Side
from newsdiff.own_files import instead_of_file, write_whole
from newsdiff.reading import Source
from newsdiff.tui.session.listing import SortBy, Sorting

_VERSION: Final = 1
_STORIES: Final = 50
"""Stories that are remembered, the last ones."""
_CORRECTED: Final = ("moved", "split", "merged")
"""What a person does to stories; `grouping` is loaded for three articles only."""
_CORRECTIONS: Final = 500
"""Corrections of stories that are remembered."""
_PLACES: Final = 100
"""Pairs of one story whose place is remembered, the last ones."""


@dataclass(slots=True)
class Bookmark:
    """Where a story was left, by the places of its articles in the list."""

    pair: Pair[int] | None = None
    """The pair looked at last."""
    places: dict[frozenset[int], tuple[int, int]] = field(default_factory=dict)
    """By pair, whichever side is A: the article and its sentence looked at last."""
    choices: dict[str, Any] = field(default_factory=dict)
    """What was chosen otherwise than the settings have it."""
    sorting: Sorting = field(default_factory=Sorting)
    """The order of the list."""

    def note(self, pair: Pair[int], place: SentencePlace) -> None:
        """A pair is left at a place."""
        self.pair = pair
        self.places.pop(frozenset(pair), None)
        self.places[frozenset(pair)] = pair[place[0]], place[1]

    def place(self, pair: Pair[int]) -> SentencePlace | None:
        """Where a pair was left."""
        place = self.places.get(frozenset(pair))
        if place is None:
            return None
        article, sentence = place
        return (Side.A if pair.a == article else Side.B), sentence


class Memory:
    """The file of all stories.

    Args:
        path: Where it is, or would be.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data: dict[str, Any] = {"version": _VERSION, "stories": []}
        self.problem = ""
        """What is wrong with the file, in a sentence."""
        self._load()

    def _load(self) -> None:
        if other := instead_of_file(self._path):
            self._give_up(f" is {other}, not a file", f"the {other.split()[-1]}")
            return
        try:
            data = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return
        except NotADirectoryError:
            parents = (p for p in self._path.parents if p.exists() and not p.is_dir())
            blocked = next(parents, self._path)
            self.problem = (
                f"{blocked} is {instead_of_file(blocked) or 'a file'}, not a folder; "
                "nothing is remembered until you remove it"
            )
        except json.JSONDecodeError as error:
            self._give_up(f" is not valid JSON in line {error.lineno}")
        except (OSError, UnicodeDecodeError) as error:
            self._give_up(f": {getattr(error, 'strerror', None) or 'not UTF-8'}")
        else:
            if _is_sound(data):
                self._data = data
            else:
                self._give_up(" is of another version or damaged")

    def _give_up(self, why: str, what: str = "the file") -> None:
        self.problem = (
            f"{self._path}{why}; nothing is remembered until you remove {what}"
        )

    @property
    def theme(self) -> str:
        """The theme chosen last; empty where none was."""
        return str(self._data.get("theme", ""))

    def bookmark(self, sources: Sequence[Source]) -> Bookmark:
        """Where a story was left; nowhere, for one that is new."""
        names = _names(sources)
        story = next((s for s in self._data["stories"] if _same(s, names)), None)
        if story is None:
            return Bookmark()
        at = {name: i for i, name in enumerate(names)}
        bookmark = Bookmark(choices=dict(story["choices"]))
        if (sorting := story.get("sorting")) is not None:
            bookmark.sorting = Sorting(SortBy(sorting[0]), sorting[1])
        if story["pair"]:
            bookmark.pair = Pair(*(at[name] for name in story["pair"]))
        for a, b, name, sentence in story["places"]:
            bookmark.places[frozenset((at[a], at[b]))] = at[name], sentence
        return bookmark

    def is_legend_gone(self, *, only_ascii: bool) -> bool:
        """Whether a person has put away what the marks say, as they are drawn."""
        return self._data.get(_legend(only_ascii=only_ascii)) == "gone"

    def put_legend_away(self, *, only_ascii: bool) -> None:
        """It does not come by itself any more, to be written.

        Marks in ASCII are others: who knows one kind has not seen the other.
        """
        self._data[_legend(only_ascii=only_ascii)] = "gone"

    @property
    def corrections(self) -> list[dict[str, Any]]:
        """What a person has said of which articles tell of one event."""
        return list(self._data.get("stories of articles", ()))

    def keep(self, corrections: Sequence[dict[str, Any]]) -> None:
        """Notes what a person has said of them, the last ones, to be written."""
        if corrections:
            self._data["stories of articles"] = [*corrections][-_CORRECTIONS:]

    def save(self, sources: Sequence[Source], bookmark: Bookmark, theme: str) -> str:
        """Writes where a story was left; other stories are kept.

        Returns:
            What went wrong, in a sentence; empty where nothing did.
        """
        names = _names(sources)
        if self.problem:
            return ""
        if not names or (bookmark == Bookmark() and not theme):
            kept = self.corrections or "gone" in self._data.values()
            return self._write(self._data) if kept else ""
        others = [s for s in self._data["stories"] if not _same(s, names)]
        story = {
            "articles": sorted(names),
            "pair": [names[i] for i in bookmark.pair] if bookmark.pair else None,
            "choices": bookmark.choices,
            "sorting": [bookmark.sorting.by, bookmark.sorting.backwards],
            "places": [
                [*sorted(names[i] for i in pair), names[article], sentence]
                for pair, (article, sentence) in [*bookmark.places.items()][-_PLACES:]
            ],
        }
        data = {**self._data, "stories": [*others, story][-_STORIES:]}
        if theme:
            data["theme"] = theme
        return self._write(data)

    def _write(self, data: Mapping[str, Any]) -> str:
        text = json.dumps(data, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, f"{text}\n")
        except OSError as error:
            reason = error.strerror or error
            return f"{self._path} cannot be written: {reason}; your place is forgotten"
        return ""


def _names(sources: Sequence[Source]) -> list[str]:
    """The files of a story; none where an article has no file."""
    if any(source.stamp is None for source in sources):
        return []
    names = [_named(source) for source in sources]
    return names if len(set(names)) == len(names) else []


def _named(source: Source) -> str:
    path = str(Path(source.given).absolute())
    return f"{path}#{source.part}" if source.part else path


def _same(story: Mapping[str, Any], names: Sequence[str]) -> bool:
    return bool(names) and story["articles"] == sorted(names)


def _is_sound(data: object) -> bool:
    """Whether this is what `save` writes."""
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        return False
    stories, said = data.get("stories"), data.get("stories of articles", [])
    if not isinstance(said, list) or not all(map(_is_correction, said)):
        return False
    return isinstance(stories, list) and all(map(_is_story, stories))


def _is_story(story: object) -> bool:
    if not isinstance(story, dict):
        return False
    articles, pair, places = (story.get(k) for k in ("articles", "pair", "places"))
    if not isinstance(articles, list) or not isinstance(places, list):
        return False
    known = {name for name in articles if isinstance(name, str)}
    return (
        isinstance(story.get("choices"), dict)
        and _is_sorting(story.get("sorting"))
        and (pair is None or _is_pair(pair, known))
        and all(
            isinstance(place, list)
            and len(place) == 4
            and _is_pair(place[:2], known)
            and place[2] in place[:2]
            and isinstance(place[3], int)
            for place in places
        )
    )


def _is_correction(said: object) -> bool:
    if not isinstance(said, dict) or said.get("what") not in _CORRECTED:
        return False
    lists = [said.get(part) for part in ("together", "apart", "moved")]
    return all(
        isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        for keys in lists
    )


def _is_sorting(sorting: object) -> bool:
    """An order, or none in what an older newsdiff wrote."""
    return sorting is None or (
        isinstance(sorting, list)
        and len(sorting) == 2
        and sorting[0] in list(SortBy)
        and isinstance(sorting[1], bool)
    )


def _is_pair(pair: object, known: set[str]) -> bool:
    return (
        isinstance(pair, list)
        and len(pair) == 2
        and all(isinstance(name, str) and name in known for name in pair)
    )


def _legend(*, only_ascii: bool) -> str:
    """What is kept of the marks is called by how they are drawn."""
    return "legend in ascii" if only_ascii else "legend"
