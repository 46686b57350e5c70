"""Build the packaged tables of words and places. Run once; the results are kept.

    pip install symspellpy countryinfo babel && python benchmarks/build_tables.py

Word counts: SymSpell's frequency dictionary (MIT; from Google Books Ngrams, CC BY
3.0, and SCOWL). Countries, capitals, demonyms: countryinfo (MIT) and Unicode CLDR
(Unicode licence) through Babel.
"""

from __future__ import annotations

import json
import math
from importlib.resources import files
from pathlib import Path

from babel import Locale
from countryinfo import all_countries

DATA = Path(__file__).parents[1] / "newsdiff" / "mentions" / "data"
MOST_WORDS = 24_000


def word_classes() -> str:
    """Words grouped by rarity: a line per class, `10 * log10` of how rare."""
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    counts = [line.split() for line in source.read_text("utf-8-sig").splitlines()]
    total = sum(int(count) for _, count in counts)
    classes: dict[int, list[str]] = {}
    for word, count in counts[:MOST_WORDS]:
        rarity = round(10 * math.log10(total / int(count)))
        classes.setdefault(rarity, []).append(word)
    lines = [
        f"{rarity} {' '.join(sorted(classes[rarity]))}" for rarity in sorted(classes)
    ]
    return "\n".join(lines) + "\n"


def countries() -> dict[str, dict[str, list[str]]]:
    """ISO code → names, capital and demonyms of each country."""
    names = Locale("en").territories
    found: dict[str, dict[str, list[str]]] = {}
    for country in all_countries():
        entry = country.info()
        code = entry["ISO"]["alpha2"]
        if code in found and entry["name"] != names.get(code):
            continue  # a part of a country that shares its code (Wales)
        spellings = {entry["name"], names.get(code, entry["name"])}
        found[code] = {
            "names": sorted(name for name in spellings if name.isprintable()),
            "capital": [c for c in (entry.get("capital"),) if isinstance(c, str)],
            "demonyms": [entry["demonym"]] if entry.get("demonym") else [],
        }
    return dict(sorted(found.items()))


def main() -> None:
    """Write both tables."""
    (DATA / "words.txt").write_text(word_classes(), "utf-8")
    text = json.dumps(countries(), ensure_ascii=False, indent=0, sort_keys=True)
    (DATA / "countries.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
