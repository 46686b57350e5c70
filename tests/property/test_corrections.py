"""Whatever a person says: taking it back is having said nothing, and sides mirror."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.corrections import AGREE, About, Corrections, Place, Saying, What
from newsdiff.corrections.applying import corrected
from newsdiff.model import Comparison, Fact, Kind, Pair, Side, Span
from tests.tui.handmade import mirrored


def spans_of(comparison: Comparison, side: Side) -> list[Span]:
    """Sentences and facts of one side: what something can be said of."""
    sentences = [s.span for s in comparison.articles[side].sentences]
    return sentences + [span for f in comparison.facts for span in f.spans[side]]


@st.composite
def said(draw: st.DrawFn, comparison: Comparison) -> list[Saying]:
    spans = Pair.each(lambda side: spans_of(comparison, side))
    facts = [
        Place(about=About.FACT, spans=f.spans, kind=f.kind) for f in comparison.facts
    ]

    def place(about: About) -> Place:
        if about is About.FACT and draw(st.booleans()):
            return draw(st.sampled_from(facts))
        if about is About.SENTENCE:
            side = draw(st.sampled_from(Side))
            one = (draw(st.sampled_from(spans[side])),)
            return Place(about=about, spans=Pair.on(side, one, ()))
        both = Pair(*((draw(st.sampled_from(own)),) for own in spans))
        kind = draw(st.sampled_from([None, *Kind])) if about is About.FACT else None
        return Place(about=about, spans=both, kind=kind)

    made = []
    for _ in range(draw(st.integers(0, 8))):
        what = draw(st.sampled_from([w for w in What if w is not What.COMPARED]))
        abouts = {What.LINKED: [About.LINK], What.SAME_FACT: [About.FACT]}
        about = draw(st.sampled_from(abouts.get(what, list(About))))
        made.append(
            Saying(
                what=what,
                place=place(about),
                holds=draw(st.booleans()),
                words=draw(st.sampled_from(["", "why?", AGREE])),
            )
        )
    return made


def in_any_order(comparison: Comparison) -> tuple[object, ...]:
    """What is equal of two comparisons that differ in the order of equals."""

    def key(fact: Fact) -> str:
        return repr(fact)

    return (
        comparison.articles,
        comparison.links,
        comparison.nearest,
        sorted(comparison.facts, key=key),
        comparison.said,
        comparison.parted,
    )


@given(data=st.data())
def test_sides_mirror(bridge: Comparison, data: st.DataObject) -> None:
    sayings = data.draw(said(bridge))
    one = corrected(bridge, sayings)
    other = corrected(mirrored(bridge), [s.swapped for s in sayings])
    turned = mirrored(other)
    turned_parted = tuple(link.swapped for link in other.parted)
    assert in_any_order(one)[:4] == in_any_order(turned)[:4]
    assert one.parted == turned_parted
    assert one.said == other.said.swapped


@given(data=st.data())
def test_what_is_taken_back_was_not_said(
    bridge: Comparison, data: st.DataObject
) -> None:
    acts = data.draw(st.lists(said(bridge).filter(bool), max_size=4))
    with TemporaryDirectory() as folder:
        corrections = Corrections(Path(folder) / "c.sqlite")
        seen = [corrections.corrected(bridge)]
        for act in acts:
            corrections.say(bridge.articles, act)
            seen.append(corrections.corrected(seen[-1]))
        for before in reversed(seen[:-1]):
            assert corrections.undo(bridge.articles)
            assert corrections.corrected(seen[-1]) == before
        assert corrections.corrected(seen[-1]) is bridge
        for after in seen[1:]:
            corrections.redo(bridge.articles)
            assert corrections.corrected(bridge) == after
        corrections.close()


@given(data=st.data())
def test_every_sentence_and_fact_is_whole(
    bridge: Comparison, data: st.DataObject
) -> None:
    made = corrected(bridge, data.draw(said(bridge)))
    assert len({link.sentences for link in made.links}) == len(made.links)
    for side in Side:
        linked = {link.index(side) for link in made.links}
        for i, near in enumerate(made.nearest[side]):
            assert near is None or i not in linked
    for fact in made.facts:
        alone = fact.status.side
        assert alone is None or not fact.spans[alone.other]
        assert alone is not None or all(fact.spans)
        assert (fact.absence is None) == (alone is None)
