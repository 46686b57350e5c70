"""What a block at the top says of an article, and what only looks like one."""

from __future__ import annotations

import pytest

from newsdiff.model import Role
from newsdiff.reading import read_text
from newsdiff.reading.front_matter import FrontMatter, find_front_matter

STORY = "The bridge was closed on Monday.\n"
OTHER_KEYS = "# a comment\nauthor: Jane Doe\ntags:\n  - bridge\n- oslo\n\n"


def test_the_four_keys_are_read() -> None:
    block = (
        "---\ntitle: Bridge closed: why?\noutlet:  Daily   Post \n"
        "published: 2023-09-05\nurl: https://example.com/a?b=c:d\n---\n"
    )
    assert find_front_matter(block + STORY) == FrontMatter(
        title="Bridge closed: why?",
        outlet="Daily Post",
        published="2023-09-05",
        url="https://example.com/a?b=c:d",
        end=len(block),
    )


@pytest.mark.parametrize(
    "block",
    [
        "---\nTitle: Bridge closed\n---\n",
        '---\ntitle: "Bridge closed"\n---\n',
        "---\ntitle: 'Bridge closed'\n--- \n",
        f"---\n{OTHER_KEYS}title: Bridge closed\ntitle: said twice\n---\n",
    ],
    ids=["capital", "quoted", "single", "unknown keys"],
)
def test_other_ways_to_write_it(block: str) -> None:
    front = find_front_matter(block + STORY)
    assert (front.title, front.end) == ("Bridge closed", len(block))


def test_a_quotation_in_a_title_keeps_its_marks() -> None:
    front = find_front_matter("---\ntitle: 'Closed' is a word she 'hates'x\n---\n")
    assert front.title == "'Closed' is a word she 'hates'x"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "---\ntitle: never closed\n\n" + STORY,
        "---\n" + STORY + "---\nMore of the story.\n",
        "---\n\n---\n" + STORY,
        "---\nauthor: Jane Doe\n---\n" + STORY,
        " ---\ntitle: not at the top\n---\n",
        "--- title: x\n---\n",
        "---\n" + "key: value\n" * 41 + "title: x\n---\n",
        "---",
        "---\n",
        "",
    ],
)
def test_what_is_no_front_matter_is_the_story(text: str) -> None:
    assert find_front_matter(text) == FrontMatter()


def test_it_may_end_the_file() -> None:
    assert find_front_matter("---\ntitle: A\n---").end == len("---\ntitle: A\n---")


def test_its_lines_are_shown_and_not_compared() -> None:
    article = read_text("---\noutlet: Daily Post\n---\n" + STORY, source="a/b.txt")
    roles = [(s.role, s.rule) for s in article.sentences]
    assert roles == [(Role.BOILERPLATE, "front-matter")] * 3 + [(Role.BODY, None)]
    assert article.label == article.outlet == "Daily Post"


def test_what_it_says_goes_before_what_the_text_says() -> None:
    article = read_text(
        "---\ntitle: The given title\npublished: 5 September 2023\n---\n"
        "Bridge closed\n\n4 May 2020\n\nThe bridge was closed, the police said.\n",
        source="a.txt",
    )
    assert article.title == "The given title"
    assert article.published == "2023-09-05"


def test_a_date_nobody_can_read_leaves_the_text_to_say_it() -> None:
    article = read_text(
        "---\npublished: soon\ntitle: A\n---\n4 May 2020\n\n" + STORY, source="a"
    )
    assert article.published == "2020-05-04"
