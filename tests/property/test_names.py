"""No text of titles, suffixes, initials and names raises."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.comparing import compare
from newsdiff.reading import read_text

PARTS = (
    "Sr. Jr Jr. Sr III II IV Esq PhD M.D. MP KC OBE FRS Rt Hon Mr Mrs. Dr. Lord Sir "
    "Dame Rev. Prof Det Sgt Capt. Gov. Rep. Mayor Minister General J. K. J.K. JK A. O’ "
    "Lena Ivo Ruth Kvist Tarn Holm-Kvist García Øst al-Tarn de la van der von bin El "
    "UN TUC NATO U.N. B.B.C. & and of the The for , . ; ( ) ' ‘ ’ “ ” \" - – said the "
    "third (D-Iowa) (Tarn) 'Red' “Red” (TUC) Bank University River Mt. St. Ltd plc "
    "Norway Norwegian American Georgia MV Flight 12"
).split()
SENTENCE = st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map(" ".join)
TEXT = st.lists(SENTENCE, min_size=1, max_size=3).map(". ".join)
FAST = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@FAST
@given(TEXT, TEXT)
def test_any_names_can_be_compared(a: str, b: str) -> None:
    found = compare(read_text(a, source="a"), read_text(b, source="b"))
    for fact in found.facts:
        assert fact.value.a or fact.value.b


@FAST
@given(TEXT)
def test_names_are_told_once_by_a_text_and_itself(text: str) -> None:
    article = read_text(text, source="a")
    alone = [f for f in compare(article, article).facts if f.kind.is_name]
    assert all(fact.spans.a and fact.spans.b for fact in alone)
