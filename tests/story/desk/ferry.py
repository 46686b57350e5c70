"""An invented story that three outlets tell, quoting and dating it each in its way."""

from __future__ import annotations

from newsdiff.engine import Engine
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.story.desk.desk import Desk, make_desk, tie_all

COURIER = """---
outlet: Courier
published: 2024-06-04
---

Ferry runs aground off Kelmsay

The ferry Ostrava Star ran aground off Kelmsay on Monday at 9 p.m. with 214 people on
board, the coast guard said.

"We have never lost a passenger in forty years," Captain Lena Marrick told reporters.

Harbour master Tom Ansell said nobody was on the car deck when water came in.

A spokesman for Northway Lines said the ship would be refloated on Friday.

Officials declined to comment.
"""
TRIBUNE = """---
outlet: Tribune
published: 2024-06-04
---

Passengers taken off stranded ferry

The ferry Ostrava Star ran aground off Kelmsay on Monday at 10 p.m. with 214 people on
board, the coast guard said.

"We have never lost one passenger in thirty years," Captain Lena Marrick told
reporters.

"Nobody was on the car deck when the water came in," said harbour master Tom Ansell.

"I thought we would drown," said Greta Holm, a passenger.
"""
RADIO = """Stranded ferry to be refloated

The ferry Ostrava Star ran aground off Kelmsay with 214 people on board, the coast
guard said.

"We have never lost a passenger in forty years," chief engineer Paul Odd told the
Baltic News Agency.

A spokesman for Northway Lines said the ship would be refloated on Saturday.
"""


def articles() -> list[Article]:
    """The three, read."""
    texts = (("courier.txt", COURIER), ("tribune.txt", TRIBUNE), ("radio.txt", RADIO))
    return [read_text(text, source=name) for name, text in texts]


def desk() -> Desk:
    """Theirs, by words alone."""
    engine = Engine("words")
    return make_desk(tie_all(articles(), engine.compare, engine.tie))
