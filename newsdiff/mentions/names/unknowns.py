"""What a single word is that no table and no other sentence explains.

Whoever is only called by one unknown word may be a person, a ship, a firm, a village.
The words next to it tell: "in Brask", "a Brask", "Brask resigned".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.lexicon import (
    is_common_word,
    is_given_name,
    is_surname,
    is_title,
)
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.model import Kind, Span

_COMPANY: Final = re.compile(
    r"(?!Ma?c|D[eiu]|L[ea]|O[’']|Van|Von|Fitz)[A-Za-z]*[a-z][A-Z]|.*\.(?:com|org|net)|.*\d"
)

_LOUD: Final = re.compile(r"(?<![\w.])(?!I{2,3}\b|VIII?\b)[A-Z]{3,}(?![\w.]|['’][A-Z])")

_PAIRED: Final = re.compile(r",?\s(?:and|&)\s(?P<other>[A-Z][\w’'-]+)(?!\s[A-Z])")
_REACH: Final = 30
"""Characters before a name in which one that it is paired with may stand."""
_PAIRED_BEFORE: Final = re.compile(r"(?P<other>\b[A-Z][\w’'-]+),?\s(?:and|&)\s$")
_NEXT: Final = re.compile(
    r"\s(?P<word>[a-z]+)(?:\s(?P<further>[a-z]+)(?:\s(?P<last>[a-z]+))?)?"
)
_OWNED: Final = re.compile(r"['’]s\s(?P<word>[a-z]+)")

_ADJECTIVES: Final = ("an", "ese", "ish", "ic")


class Context(NamedTuple):
    """The words around a name, folded; empty where there is none."""

    two_before: str
    before: str
    after: str
    is_owner: bool = False
    """Whether a possessive ending follows."""


def looks_like_body(surface: str) -> bool:
    """Whether a word is written as bodies are: "NHB", "eHerring", "herring.com"."""
    return surface.isupper() or bool(_COMPANY.match(surface))


def is_stressed(surface: str) -> bool:
    """Whether capitals make a word of a name an acronym or loud: "CREDO Action"."""
    return _LOUD.search(surface) is not None


def is_quoted(text: str, name: Span) -> bool:
    """Whether a name stands alone in quotation marks, as films and books do."""
    before, behind = text[max(0, name.start - 1) : name.start], text[name.end :][:1]
    return bool(before and behind) and before in '“"‘' and behind in '”"’'


def is_located(word: str, context: Context) -> bool:
    """Whether what stands around a word says that it names a place.

    "In Brask", "the mayor of Brask", "MP for Brask"; not "confidence in Brask" nor
    "in Braskian robes".
    """
    if context.before in ("of", "for"):
        return context.two_before in _words("territorial")
    if context.is_owner or context.before not in _words("locating"):
        return False
    describes = word.endswith(_ADJECTIVES) and not is_function_word(context.after)
    if describes and context.after:
        return False
    return context.two_before not in _words("believing")


def is_human(context: Context) -> bool:
    """Whether the words next to a name are those next to a person's.

    "Brask resigned", "met Brask", "Brask's lawyers".
    """
    if context.is_owner:
        return context.after in _words("owned")
    return context.after in _words("human") or context.before in _words("meeting")


def speaks_or_is_paired(text: str, end: int, word: str) -> bool:
    """Whether the words beside it show a common word to be a surname.

    "Carver said", "Carver and Voss", "Voss and Carver"; a plural or a title speaks
    without a name.

    Args:
        text: The article's text.
        end: Where the word ends.
        word: The word, folded.
    """
    others = ("organizations", "things", "groups")
    named = is_surname(word) and not (is_title(word) or word.endswith("s"))
    if not named or any(word in word_group("names", group) for group in others):
        return False
    ahead = _NEXT.match(text, end)
    if ahead and ahead["word"] in word_group("names", "speaking"):
        return True
    if word in word_group("names", "places"):
        return False
    start = end - len(word)
    before = _PAIRED_BEFORE.search(text, max(0, start - _REACH), start)
    if pair := before or _PAIRED.match(text, end):
        other = pair["other"].casefold()
        return is_surname(other) and not is_common_word(other)
    return False


def acts(text: str, end: int) -> bool:
    """Whether a verb follows at a place, or one of the small words before it."""
    ahead = _NEXT.match(text, end)
    groups = ("speaking", "before_verbs")
    return ahead is not None and any(
        ahead["word"] in word_group("names", group) for group in groups
    )


def is_person_not_month(text: str, end: int, word: str) -> bool:
    """Whether what follows shows a month's name to be a person's: "May could quit".

    Args:
        text: The article's text.
        end: Where the word ends.
        word: The word, folded.
    """
    if word not in word_group("names", "months"):
        return False
    if owned := _OWNED.match(text, end):
        return owned["word"] in _words("owned")
    ahead = _NEXT.match(text, end)
    if ahead is None:
        return False
    verbs = [verb for verb in ahead.groups() if verb]
    while len(verbs) > 1 and verbs[0] in word_group("names", "before_verbs"):
        verbs = verbs[1:]
        if verbs[0] in _words("acting"):
            return True
    people = word_group("names", "speaking") | _words("human")
    return verbs[0] in people - word_group("names", "growing")


def _employs(context: Context) -> bool:
    """Whether somebody's post is at what is named: "the CEO of Brask"."""
    owning = context.before in ("of", "at", "for")
    return owning and context.two_before in _words("employing")


def kind_of_unknown(word: str, surface: str, context: Context) -> tuple[Kind, str]:
    """The kind of a single word by itself and the words next to it, and the rule.

    Args:
        word: The word, folded.
        surface: As it is written.
        context: What stands around it.
    """
    if word in word_group("names", "organizations"):
        return Kind.ORGANIZATION, "organization-word"
    if looks_like_body(surface):
        return Kind.ORGANIZATION, "acronym" if surface.isupper() else "capitals"
    if is_located(word, context):
        return Kind.PLACE, "located"
    human = is_human(context)
    listed = is_surname(word) or is_given_name(word)
    thing = context.before in ("a", "an") or _employs(context)
    if (thing or (context.before == "the" and not listed)) and not human:
        return Kind.ORGANIZATION, "capital"
    if listed:
        return Kind.PERSON, "name-list"
    person = human and not is_common_word(word)
    return (Kind.PERSON if person else Kind.ORGANIZATION), "capital"


def setting_after(text: str, end: int, following: Sequence[Token]) -> bool:
    """Whether a word in lower case makes a place of the name before it.

    As in "the Brask river"; not in "Brask, river" or "the Brask city council".

    Args:
        text: The article's text.
        end: Where the name ends.
        following: The words behind it.
    """
    if not following or text[end : following[0].start] != " ":
        return False
    further = following[1].text if len(following) > 1 else ""
    headed = is_title(further) or further in word_group("names", "organizations")
    return following[0].text in _words("settings") and not headed


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("names")[group]["words"].split())
