"""What a sentence says no to: "did not close", "refused to visit", "nobody came"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.english.events import negates, turns
from newsdiff.english.words import Token, is_function_word

_SCOPE: Final = 4
"""Words behind a negation that it says no to."""
_SUBJECTS: Final = ("no", "nobody", "none", "neither", "nothing")
"""Negations of a subject, which say no to its verb."""
_LIGHT: Final = frozenset(
    "longer lot any going expected likely able allowed due planning supposed".split()
)
"""Words that carry a negation on: "no longer open", "not a lot of", "not going to"."""
_NO_ADVERBS: Final = frozenset(
    "supply reply rely apply imply comply family ally assembly fly multiply".split()
)
_OPENING: Final = frozenset("what that who how why which whether where when".split())
"""Words that open what a negation before them does not reach into."""
_AUXILIARIES: Final = frozenset(
    "will would shall should can could may might must do does did is are was were be "
    "been being has have had to".split()
)
_FINITE: Final = _AUXILIARIES - {"be", "been", "being", "to"}


def find_denier(
    text: str, words: Sequence[Token], n: int, clause_start: int
) -> int | None:
    """Number of the word that says no to word `n`; None where none does.

    It says no to the next word of content: "did not only know" is no denial, and in
    "nobody will be hired" what is denied stands behind the helping verbs.

    Args:
        text: What the words are places in.
        words: The words of the sentence.
        n: Which of them is asked about.
        clause_start: Where its clause begins: no denial reaches into it.
    """
    passed: list[str] = []
    for k in range(n - 1, max(-1, n - 1 - _SCOPE), -1):
        folded = words[k].folded
        if words[k].start < clause_start or "only" in passed:
            break
        if negates(folded) and _says_no(text, words[k]):
            return k if _reaches(passed, folded) else None
        if turns(folded):
            return k if _is_turned(passed, words[n].folded) else None
        passed.append(folded)
    return None


def is_auxiliary(folded: str) -> bool:
    """Whether a word helps a verb: "will", "did", "has been"."""
    return folded in _AUXILIARIES


def is_finite(folded: str) -> bool:
    """Whether a helping verb has a subject before it: "was", "will"; not "be", "to"."""
    return folded in _FINITE


def _says_no(text: str, word: Token) -> bool:
    """Whether it is no "No. 2"."""
    return not (word.text == "No" and text[word.end : word.end + 1] == ".")


def _reaches(passed: Sequence[str], cue: str) -> bool:
    """Whether what stands between a negation and a word carries it on."""
    if not _OPENING.isdisjoint(passed):
        return False
    content = [
        w for w in passed if not (is_function_word(w) or _is_adverb(w) or w in _LIGHT)
    ]
    helped = "any" in passed or (cue in _SUBJECTS and any(map(is_auxiliary, passed)))
    return not content or (helped and len(content) <= 1)


def _is_adverb(folded: str) -> bool:
    return folded.endswith("ly") and folded not in _NO_ADVERBS


def _is_turned(passed: Sequence[str], folded: str) -> bool:
    content = [w for w in passed if not is_function_word(w)]
    return not content and ("to" in passed or folded.endswith("ing"))
