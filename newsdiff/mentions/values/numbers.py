"""Numbers with what they count, in digits and in words, as values.

The key is the value with its unit ("3 entity", "2750000000$", "40%"), so that "three
entities" and "3 entities" meet; `bound` tells "more than 40%" from "40%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.values.ages import find_groups, read_age
from newsdiff.mentions.values.amounts import Amount, Form, Line
from newsdiff.mentions.values.bounds import bound_of
from newsdiff.mentions.values.designators import (
    find_codes,
    find_numbered,
    read_designator,
)
from newsdiff.mentions.values.figures import DIGIT, find_figures
from newsdiff.mentions.values.goals import find_goals
from newsdiff.mentions.values.measures import find_marked, is_below, read_measure
from newsdiff.mentions.values.money import read_money
from newsdiff.mentions.values.nouns import find_counted
from newsdiff.mentions.values.ordinals import read_ordinal
from newsdiff.mentions.values.quantities import Quantity, write_plain
from newsdiff.mentions.values.ranges import join_ranges
from newsdiff.mentions.values.scores import find_scores
from newsdiff.mentions.values.shares import read_share
from newsdiff.mentions.values.spelled import find_spelled, forms_of
from newsdiff.model import Kind, Mention, Span

_ONE_OF: Final = re.compile(
    r"\s(?:other\s|more\s)?(?P<noun>[a-z]+)(?=\W|$)", re.IGNORECASE
)
_BELOW: Final = re.compile(r"\s(?:degrees\s)?below\s(?:zero|freezing)\b")
_OTHER_FORMS: Final = re.compile(
    r"[a-z][\s-][IVX]+\b|\bhat[\s-]trick\b|\bbrace\b", re.IGNORECASE
)
"""Roman figures, and words that are numbers in a game."""
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}$")


def find_numbers(
    text: str, words: Sequence[Token], sentence: int, span: Span
) -> Iterator[Mention]:
    """The numbers of a sentence, in order, never overlapping.

    "one" and "first" alone are pronoun and adverb too often to count; "the two" without
    a noun are known already.
    """
    line = Line(text, span, words)
    in_digits = DIGIT.search(text, *span)
    forms = frozenset[Form]().union(*[forms_of(token.folded) for token in words])
    if not in_digits and not forms and not _OTHER_FORMS.search(text, *span):
        return
    amounts = [*find_spelled(line, forms)]
    if in_digits:
        amounts += find_figures(line)
        amounts.sort(key=lambda amount: amount.span)
    whole = [*find_numbered(line), *find_scores(line, amounts)]
    whole += [*find_goals(line), *find_marked(line)]
    if in_digits:
        whole += [*find_codes(line), *find_groups(line)]
    for quantity in join_ranges(line, _read_all(line, amounts, whole)):
        if mention := _mention(line, quantity, sentence):
            yield mention


def _read_all(
    line: Line, amounts: Sequence[Amount], whole: Sequence[Quantity]
) -> list[Quantity]:
    """What the numbers of a sentence are, in order.

    Args:
        line: The sentence.
        amounts: Its numbers.
        whole: What goes before them: scores, names, measures with a form of their own.
    """
    found = _disjoint(whole)
    i = 0
    while i < len(amounts):
        quantity, used = _read(line, amounts, i)
        i += used
        if not any(_overlap(quantity.span, other.span) for other in found):
            found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.span)


def _disjoint(quantities: Sequence[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for one in sorted(quantities, key=lambda q: (q.span.start - q.span.end, q.span)):
        if not any(_overlap(one.span, other.span) for other in kept):
            kept.append(one)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _read(line: Line, amounts: Sequence[Amount], i: int) -> tuple[Quantity, int]:
    """What a number is, and how many numbers were read with it."""
    amount = amounts[i]
    if found := read_share(line, amounts, i):
        if measured := read_measure(line, amounts, i):
            return measured
        return (read_money(line, amount) or found[0], found[1])
    for read in (read_designator, read_age, read_money, read_ordinal):
        if quantity := read(line, amount):
            return quantity, 1
    if measured := read_measure(line, amounts, i):
        return measured
    rule = "vague" if amount.form is Form.VAGUE else "count"
    zero = amount.value == 0 and line.word_before(amount.span.start) in (
        "below",
        "above",
    )
    if amount.form is Form.ORDINAL or zero:  # "ten degrees below zero"
        rule = "none"
    below = is_below(line, amount.span.start) or _BELOW.match(
        line.text, amount.span.end
    )
    value = -abs(amount.value) if below else amount.value
    return Quantity(amount.span, value, rule, scale=amount.scale), 1


def _mention(line: Line, quantity: Quantity, sentence: int) -> Mention | None:
    """A quantity as a mention; None for a pronoun, and for an ordinal of nothing."""
    span, rule = quantity.span, quantity.rule
    if rule == "none":
        return None
    if quantity.name or rule == "score":
        key = quantity.name or (
            f"{write_plain(quantity.value)}-{write_plain(quantity.second or 0)}"
        )
        return Mention(
            kind=Kind.NUMBER, span=span, sentence=sentence, key=key, rule=rule
        )
    unit, phrase = quantity.unit, quantity.phrase
    if unit is None and rule != "ordinal":
        unit, phrase = find_counted(line, span)
    elif unit is not None:
        phrase = _whole(line, quantity)
    if rule == "count" and _is_pronoun(line, span, unit):
        one = _counted_one(line, span)
        if one is None:
            return None
        unit, phrase = one
    value = quantity.value
    if rule == "count" and unit and _GROUPED.fullmatch(line.text[slice(*span)]):
        value = round(value * 1000)  # "12.500 workers": a point between thousands
    return _made(
        line, quantity._replace(value=value, unit=unit, phrase=phrase), sentence
    )


def _made(line: Line, quantity: Quantity, sentence: int) -> Mention:
    span, unit, second = quantity.span, quantity.unit, quantity.second
    label = write_plain(quantity.value)
    if second is not None:
        label = f"{label}/{write_plain(second)}"
    if quantity.rule == "ordinal":
        label = f"{label}th"
    blank = " " if unit and unit[0].isalpha() else ""
    bound = bound_of(line, span, quantity.phrase)
    return Mention(
        kind=Kind.NUMBER,
        span=span,
        sentence=sentence,
        key=f"{label}{blank}{unit or ''}",
        rule=quantity.rule,
        resolved=quantity.value if second is None else label,
        phrase=quantity.phrase,
        unit=unit,
        bound=bound or ("at least" if quantity.rule == "vague" else None),
    )


def _whole(line: Line, quantity: Quantity) -> Span | None:
    """A share or a measure with what it is of: "half of the homes"."""
    of = line.text[quantity.span.end : quantity.span.end + 4] == " of "
    if not of and quantity.rule != "fraction":
        return quantity.phrase
    return find_counted(line, quantity.span)[1] or quantity.phrase


def _is_pronoun(line: Line, span: Span, unit: str | None) -> bool:
    """Whether a number in words counts nothing: "one", "between the two"."""
    if line.text[span.start].isdigit() or not line.text[span.end - 1].isalpha():
        return False
    written = line.text[slice(*span)].casefold()
    if written == "one":
        return unit is None or unit not in word_group("numbers", "casualties")
    if unit or line.before(span.start, 4).lower() != "the ":
        return False
    after = line.words[line.word_at(span.end) :][:1]
    followed = any(line.text[span.end : word.start] == " " for word in after)
    return not followed or is_function_word(after[0].folded)


def _counted_one(line: Line, span: Span) -> tuple[str, Span] | None:
    """What "one" counts: "one person" is a count, "one boat" as good as "a boat"."""
    if line.text[slice(*span)].casefold() != "one":
        return None
    match = _ONE_OF.match(line.text, span.end, line.span.end)
    noun = match and match["noun"].casefold()
    if not match or noun not in word_group("numbers", "ones"):
        return None
    return str(noun), Span(span.start, match.end())
