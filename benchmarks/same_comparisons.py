"""Whether two checkouts say the same of the same articles, to the last bit.

    PYTHONPATH=ONE python -P benchmarks/same_comparisons.py store FILE
    PYTHONPATH=OTHER python -P benchmarks/same_comparisons.py check FILE

Pairs are those of the sample, of every story at hand and of the annotated sets, and
some of made-up articles, in both orders, by meaning and by words. Everything about a
comparison is looked at: probabilities, links, what came closest, facts and rows.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from itertools import islice, permutations
from pathlib import Path

from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.comparing import compare_analysed, rows_of
from newsdiff.comparing.comparer import align_analysed
from newsdiff.encoding import CachedEncoder, find_encoder
from newsdiff.gathering import gather, sample_sources
from newsdiff.model import Article, Pair, Side
from newsdiff.paths import vectors_folder
from newsdiff.reading import parse, read_text

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
SETS = (
    *("outlets_dev", "outlets2_dev", "ecb_dev", "ecb2_dev"),
    *("omissions_dev", "superpal_dev", "aesop_dev"),
)
OF_EACH = 8
"""Pairs of an annotated set."""
MADE_UP = ((40, 1), (40, 2), (150, 3), (1000, 4))
"""Sentences of each of two made-up articles, and the seed of their words."""


def pairs() -> Iterator[tuple[str, list[Article]]]:
    """Articles that are compared, each with each, and a name for them."""
    yield "sample", [parse(source) for source in sample_sources()]
    for folder in sorted((SHARED / "stories").glob("*/")):
        yield folder.name, [parse(one) for one in gather([str(folder)]).sources]
    for name in SETS:
        lines = (SHARED / "eval" / f"{name}.jsonl").read_text("utf-8").splitlines()
        chosen = lines[:: max(1, len(lines) // OF_EACH)]
        for n, line in enumerate(islice(chosen, OF_EACH)):
            one = json.loads(line)
            texts = ["\n\n".join(one[side]) for side in ("a", "b")]
            yield f"{name} {n}", [read_text(text, source="-") for text in texts]
    sys.path.insert(0, str(HERE.parent))
    from benchmarks.speed_texts import pair_of_texts

    for sentences, seed in MADE_UP:
        made_up = pair_of_texts(sentences, seed)
        yield f"made up {sentences}", [read_text(text, source="-") for text in made_up]


def described(articles: Pair[AnalysedArticle]) -> Iterator[tuple[str, str]]:
    """Everything that is said of two articles, by what it is about."""
    aligned = align_analysed(articles)
    yield "probabilities", repr(sorted(aligned.probabilities.items()))
    yield "weights", repr(sorted(aligned.stem_weights.items()))
    found = compare_analysed(articles)
    yield "links", repr(found.links)
    yield "nearest", repr(found.nearest)
    yield "facts", repr(found.facts)
    yield "rows", repr([rows_of(found, order) for order in Side])


def digests() -> Iterator[tuple[str, str]]:
    """What is said of every pair, in short."""
    found = find_encoder()
    encoder = CachedEncoder(found, vectors_folder()) if found else None
    for name, articles in pairs():
        for by in (encoder, None):
            known = [analyse(one, by) for one in articles]
            for a, b in permutations(range(len(known)), 2):
                for what, said in described(Pair(known[a], known[b])):
                    key = f"{name}, {a} and {b}, {'meaning' if by else 'words'}: {what}"
                    yield key, hashlib.sha256(said.encode()).hexdigest()


def main(what: str, file: str) -> int:
    """Stores what is said, or says what has changed; 1 where anything has."""
    found = dict(digests())
    if what == "store":
        Path(file).write_text(json.dumps(found, indent=1), "utf-8")
        print(f"{len(found)} stored")
        return 0
    before = json.loads(Path(file).read_text("utf-8"))
    keys = found.keys() | before.keys()
    changed = [key for key in sorted(keys) if found.get(key) != before.get(key)]
    print(*changed, f"{len(found)} compared, {len(changed)} changed", sep="\n")
    return int(bool(changed))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
