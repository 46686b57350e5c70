from __future__ import annotations

from newsdiff.comparing import compare
from newsdiff.model import Side, State
from newsdiff.reading import read_text
from newsdiff.story.coverage import Carrier, Count, carried_by, counted

STORM = "The storm sank three ferries in the harbour of Valona on Sunday."
A = read_text(f"{STORM}\n\nBees in the valley thrive this year.", source="a")
B = read_text(f"A dull day.\n\n{STORM}", source="b")


def test_a_sentence_is_carried_where_it_is_linked() -> None:
    carried = carried_by(compare(A, B))
    assert carried[0] is not None
    assert (carried[0].sentence, carried[0].state) == (1, State.MATCHED)
    assert carried[1] is None


def test_the_other_side_is_asked_in_the_same_way() -> None:
    there, back = compare(A, B), compare(B, A)
    assert carried_by(there, Side.B) == carried_by(back, Side.A)


def test_related_sentences_are_counted_apart() -> None:
    sure = Carrier(0, State.MATCHED, 0.9, ())
    weak = Carrier(1, State.RELATED, 0.3, ())
    assert counted([(sure,), (weak,), (None,)], 0) == Count(1, 1, 3)
