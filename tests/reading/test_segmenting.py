"""Where sentences end. A case is one text with "|" at each boundary."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff.model import Span
from newsdiff.reading import split_sentences
from newsdiff.reading.quoting import MAX_QUOTATION, quotations
from newsdiff.reading.segmenting import ENDS, MAX_BLOCK, sentence_spans

OUTLETS = Path(__file__).parents[3] / "shared" / "eval" / "outlets_dev.jsonl"

QUOTATIONS = [
    "He said, “Go home. Now!”| She left.",
    'He said, "Go home. Now!"| She left.',
    "“We came. We saw. We left.”| The end.",
    "‘We came. We saw.’| The end.",
    "He said: 'We came. We saw.'| The end.",
    "“Why not?” she asked.| “No reason.”",
    "“Why?” Mr. Fox asked.| “I do not know.”",
    '"Why?" Obama said.| "I did."',
    "“Is this it?” Anna Berg, the mayor, asked.",
    "“Is it over?”| Anna Berg said that it was.",
    "“I did it.”| He added, “And well.”",
    "“I did.” Mr. Fox said.| He left.",
    "“I did it,” he said.| “And well.”",
    "He called it “a shame.”| They agreed.",
    "He asked (“Who? Me?”) and left.| So did she.",
    "“He told me ‘No. Never.’ and left,” she said.| He did.",
    "«Nous irons. Demain.»| Elle partit.",
    "Er sagte: „Nein. Niemals.“| Dann ging er.",
    "他说：「好。走吧。」|然后他走了。",
    "“真的吗？”他问。|她点头。",
    'The film "Who? Me!" opens today.| It is short.',
    'A slip: it is wrong." Perry said.| They left.',
    "'Close it!' Ek shouted, and left.| She stayed.",
    '"Why now?" Berg wondered aloud.| "Now!" Ek cried.',
    "“Is it safe?”| Asked by a reporter, he said no.",
    "They moved to 's-Gravenhage in '97.| They called it 'the barn'.| It burned.",
    "He paused... for... thought.| Then he left.",
]
ABBREVIATIONS = [
    "The U.S. Senate voted.| The U.K. did not.",
    "Mr. Fox met Ms. You and Dr. He.| They left.",
    "George W. Bush and J. K. Rowling met J.R.R. Tolkien.| In 1950 they did.",
    "It costs $3.5 million.| Then it cost 4.2.",
    "It opens at 9 a.m. Tuesday in Boston, Mass. in the rain.| She came.",
    "It opens at 9 a.m. Eastern time.| She came at 5 p.m.| He did not.",
    "He left at 5 p.m.| “It was late,” he said.",
    "Sen. Chuck Grassley, R-Iowa.| He is a farmer.",
    "Harry Reid, D-Nev.| Kyl said so.",
    "Rep. Bruce Braley (D-Iowa) spoke.| Sen. Tom Harkin did not.",
    "No. 5 is alive.| I said no.| He left.",
    "It fell on Jan. 5 and again on Sept. 9.| It stood in May.",
    "She works for Apple Inc. in Cork.| He bought Acme Corp.| Then he sold it.",
    "It lies in Washington, D.C.| The president lives there.",
    "Martin Luther King Jr. (1929–1968) spoke.| They heard him.",
    "Gen. David H. Petraeus et al. agreed.| So did I.",
    "The St. Lawrence froze.| Ft. Myers did not.",
    "He ate vitamin C.| The doctor said so.",
    "The works belong to Dunn, Hale & Co.| It shut in May.",
    "At 5 a.m. Mr. Ek left.| She left at 6 P.M.| Mrs. Roe stayed.",
    "Shortly before 5 a.m. Ann Lee left.",
    "He left at 7 p.m.| Bo Ek stayed.",
    "See p. 5, vol. 2, ch. 4 and fig. 3.| It ends there.",
    "Lt. Gov. Ann Lee and Atty. Gen. Bo Ek met Det. Insp. Roe.| They left.",
    "He works for Velm Pty. Ltd. in Harn.| It is on Fifth Ave.| Nobody came.",
    "It was the Ph.D.'s job.| She is an M.D.: a surgeon.",
    "1. It starts on Monday.| 2. Buses will stop.",
    "(a) It starts on Monday.| It was No. 1.| He won.",
]
OTHERS = [
    "See https://example.com/a.B?c=D. Next www.x.org/Foo.| Then go.",
    "Write to a.B@c.De.Fg today.| Or not.",
    "Visit FoxNews.com.| Then leave.",
    "Yahoo! said so.| Jeopardy! host left.",
    "First part.|Second sentence here.|Third one.",
    "iPhone sales rose.| eBay fell.",
    "THE ARMY SAID NO.| THE PRESIDENT SAID YES!| MR. SMITH LEFT.",
    "the army left.| the senate voted.| ok.",
    "no punctuation at all in this one",
    "He left...| Then he came back.",
    "Wait…| She did.",
    "(He left. Then came back.)| Then it rained.",
    "It is about money!: how to get some.| Buy it.",
    "He was born in 1950.| He died.",
    "This is it, he said. to be clear.| It was.",
    "Das ist alles.| Mehr nicht.",
    "La presidenta dijo que no.| El jefe se fue.",
    "Это первое.| Это второе.",
    "مرحبا.| كيف حالك؟| أنا بخير.",
    "यह पहला है।| यह दूसरा है।",
    "北京举行了阅兵式。|数千名士兵参加。",
]


@pytest.mark.parametrize("case", [*QUOTATIONS, *ABBREVIATIONS, *OTHERS])
def test_sentences_end_where_they_should(case: str) -> None:
    assert split_sentences(case.replace("|", "")) == tuple(
        part.strip() for part in case.split("|")
    )


def test_a_wrapped_paragraph_is_cut_like_one_line() -> None:
    text = (
        "The bridge over the fjord was closed on Monday by\n"
        "Mr. Olsen of the council. Ferries will run from the\n"
        "old pier until it is mended, as he said.\n"
    )
    assert split_sentences(text) == (
        "The bridge over the fjord was closed on Monday by\nMr. Olsen of the council.",
        "Ferries will run from the\nold pier until it is mended, as he said.",
    )


def test_a_quotation_that_never_ends_quotes_nothing() -> None:
    text = "“We did it. We won. " + "Then we left. " * 200
    assert len(split_sentences(text)) > 190
    closed = "“We did it. " + "x" * MAX_QUOTATION + ". We left.” The end."
    assert len(split_sentences(closed)) > 2


def test_one_stray_mark_spoils_one_quotation() -> None:
    text = 'It is "wrong. He said, "Go. Now." She left. He asked, "Why? Me?" and left.'
    assert split_sentences(text)[1:] == (
        'He said, "Go. Now."',
        "She left.",
        'He asked, "Why? Me?" and left.',
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("It’s the dogs’ day in the ’90s.", []),
        ("‘It’s the dogs’ day,’ he said.", ["‘It’s the dogs’ day,’"]),
        ("the '90s. 'Yes,' he said", ["'Yes,'"]),
        ("Home » World » Story", []),
        ('said—"no"—and', ['"no"']),
        ("He said “one “two” three”.", ["“two”"]),
        ('"', []),
    ],
)
def test_quotations_are_found(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@pytest.mark.parametrize(
    "text",
    [
        "x" * (3 * MAX_BLOCK),
        "word " * MAX_BLOCK,
        "“We say so. " * MAX_BLOCK,
        "“ " * MAX_BLOCK,
        '"' * (3 * MAX_BLOCK),
        "A. " * MAX_BLOCK,
        "。" * (2 * MAX_BLOCK),
        ("x" * 700 + " ") * 20,
        "He said so. " * 900 + "“" + "y. " * 3000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_paragraph_is_cut_without_losing_a_character(text: str) -> None:
    spans = list(sentence_spans(text, Span(0, len(text))))
    assert max(span.end - span.start for span in spans) <= MAX_BLOCK
    cut = "".join(text[start:end] for start, end in spans)
    assert "".join(cut.split()) == "".join(text.split())
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in spans)


def test_a_block_is_not_cut_inside_a_sentence() -> None:
    sentence = "Mr. Olsen of the council said that the bridge would be closed by May."
    text = " ".join([sentence] * 200)
    assert split_sentences(text) == (sentence,) * 200


PIECES = st.sampled_from(
    [
        *"“”\"'‘’.!?…,;:()[]«»„「」。 \n\t",
        "Mr.",
        "U.S.",
        "a.m.",
        "He",
        "said",
        "北京",
        "3.5",
    ]
)
ANY_LINE = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@settings(deadline=None, derandomize=True)
@given(ANY_LINE)
@example("\x1c\x1d a. B\x85c")
@example("“A. B” “C. D")
def test_every_character_is_in_one_sentence_or_blank(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text, Span(0, len(text))):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@settings(deadline=None, derandomize=True)
@given(ANY_LINE)
def test_no_quotation_is_ever_cut(text: str) -> None:
    text = text[:MAX_BLOCK].replace("\n", " ")
    ends = {end for _, end in sentence_spans(text, Span(0, len(text)))}
    for start, end in quotations(text):
        assert not any(start < cut < end for cut in ends - {len(text.rstrip())})


@pytest.mark.skipif(not OUTLETS.exists(), reason="the evaluation sets are not here")
def test_joined_sentences_of_many_outlets_are_found_again() -> None:
    found = joined = right = 0
    with OUTLETS.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for sentences in {tuple(row[side]) for row in rows for side in "ab"}:
        # What ends without a mark, a headline, cannot be told from what follows; and
        # the set cuts quotations, which must not be.
        words = [" ".join(s.split()) for s in sentences]
        text = " ".join(words)
        quoted = quotations(text)
        expected, at = set(), 0
        for sentence in words[:-1]:
            at += len(sentence)
            inside = any(start < at < end for start, end in quoted)
            if sentence.rstrip("”’\"')")[-1:] in ".!?…" and not inside:
                expected.add(at)
            at += 1
        ends = {end for _, end in sentence_spans(text, Span(0, len(text)))}
        ends.discard(len(text))
        found += len(ends)
        joined += len(expected)
        right += len(ends & expected)
    assert right / found > 0.98
    assert right / joined > 0.98


def test_the_segmenter_ends_sentences_only_at_marks_that_are_looked_for() -> None:
    from sentencex import get_sentence_boundaries

    every = (chr(code) for code in range(0x20, sys.maxunicode + 1))
    for char in (char for char in every if not ENDS.match(char)):
        assert len(get_sentence_boundaries("en", f"It is{char} And it was")) == 1, char


@pytest.mark.parametrize("blank", ["\xa0", "\u2009", "\u202f", "\u3000"])
def test_blanks_of_other_alphabets_beside_initials_are_blanks(blank: str) -> None:
    text = f"A J{blank}. Smith said so. He left."
    assert " ".join(split_sentences(text)).replace(blank, " ").count("Smith") == 1
