"""What sentences state, as values that can be compared.

Rules and word lists lie in `data/`; every mention has its place in the text and the
name of the rule that found it.

- `mentions_of(article)`: people, organisations, places, numbers, dates, quotations.
  A chain of title and name is one mention of the name; `phrase` spans all of it.
  Nationalities and bodies inside a title are mentions of their own only where the
  article names them nowhere else.
- `make_canonical(mentions, …)`: the same mentions of one or two articles with keys and
  kinds on which they can be grouped: "Sullivan" gets the key of "Jake Sullivan".
- `statements_of(article)`: for every sentence and every quotation who says it, which
  agency carried it, how sure it is (`Certainty`), and whether it is denied. Speakers,
  agencies and certainties are mentions too (kinds attribution and certainty), but they
  are kept apart from `mentions_of`: they tell of statements, not of the event.

Keys. Person: name without initials and suffixes ("kim jong un"; "jon-jr holm" where an
article tells a Jon Holm from his son). Organisation: the name, or the common one
("united nations"). Place: "place:" and the ISO code of a country, or the name;
`resolved` is the country. Number: value and unit ("3 entity", "40%"). Date: what the
words say without the article's day ("tuesday", "--09-05"); `resolved` is the ISO value,
None where the article has no date. Quotation: its words.
"""

from newsdiff.mentions.finder import mentions_of, statements_of
from newsdiff.mentions.identity import make_canonical
from newsdiff.mentions.statements.certainty import Certainty
from newsdiff.mentions.statements.finder import Statement

__all__ = [
    "Certainty",
    "Statement",
    "make_canonical",
    "mentions_of",
    "statements_of",
]
