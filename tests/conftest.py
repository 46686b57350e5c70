"""What several folders of tests share, and which tests have which marker.

`bridge` is a pair of articles and its comparison, made by hand: the engine has no part
in it, so that its changes do not alter what layout and screens are tested with.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newsdiff.model import (
    Absence,
    Article,
    Comparison,
    Fact,
    Kind,
    Link,
    Pair,
    Role,
    Sentence,
    Span,
    State,
    Status,
)

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"
MARKED = {
    "tui": ["tui"],
    "process": [
        "process",
        "cli/test_imports.py",
        "cli/test_log.py",
        "cli/test_streams.py",
        "encoding/test_processes.py",
        "project/test_speed.py",
    ],
}
"""The folders and modules whose tests have a marker."""
# How long an example takes tells of the machine, not of newsdiff.
settings.register_profile(
    "newsdiff", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("newsdiff")
Golden = Callable[[str, str], None]
Written = tuple[Role, str]
BODY, PAGE = Role.BODY, Role.BOILERPLATE

A: tuple[Written, ...] = (
    (PAGE, "Home » News » Harbour"),
    (Role.HEADLINE, "Lune bridge closed after engineers find cracks"),
    (BODY, "Police closed the bridge on Tuesday [sic] at 9 p.m."),
    (BODY, "Engineers found cracks up to 12 cm long in two pillars, Anna Berg said."),
    (BODY, "Drivers must take the ferry from Pier 33, [b]which is free[/b]."),
    (BODY, "市长说：“桥梁将关闭三个星期。”然后他离开了会场，没有回答记者的问题。"),
    (BODY, "Around 4,000 cars cross the river here every day."),
    (BODY, "The bridge was last painted in 1987."),
    (BODY, "A note on the rail read \x1b[31mJose\u0301 ❤ 👩‍👩‍👧\x1b[0m\u202e."),
    (BODY, "The council met at noon, heard the engineers and closed all four lanes."),
    (Role.CAPTION, "The bridge in May. (Harbour Post)"),
    (PAGE, "Leave a comment"),
    (PAGE, "© Harbour Post"),
)
B: tuple[Written, ...] = (
    (PAGE, "---"),
    (PAGE, "outlet: River Herald"),
    (PAGE, "---"),
    (Role.DATELINE, "LUNEHAVEN, 3 May"),
    (BODY, "The Lune bridge was last painted in 1987, records show."),
    (BODY, "Police closed the bridge on Tuesday [sic] at 9 p.m."),
    (BODY, "Two pillars have cracks of up to 12 cm, engineer Anna Berg told us."),
    (BODY, "The mayor spoke of several weeks."),
    (BODY, "Some 6,000 cars use the bridge on a working day."),
    (BODY, "Councillors met at noon."),
    (BODY, "They listened to engineers."),
    (BODY, "Then they voted to close every lane."),
    (BODY, "A diver from Norway will look at the foundations next week."),
    (PAGE, "Advertisement"),
)


def article(label: str, told: Sequence[Written], **more: str | None) -> Article:
    text, sentences = "", []
    for paragraph, (role, words) in enumerate(told):
        start = len(text)
        rule = "by-hand" if role is PAGE else None
        sentences.append(
            Sentence(
                start=start,
                end=start + len(words),
                role=role,
                paragraph=paragraph,
                rule=rule,
            )
        )
        text += f"{words}\n\n"
    known = {"title": None, "outlet": None, "published": None, **more}
    return Article(
        label=label,
        source=f"{label}.txt",
        text=text,
        sentences=tuple(sentences),
        title=known["title"],
        outlet=known["outlet"],
        published=known["published"],
    )


def link(a: int, b: int, score: float = 0.9, *, moved: bool = False) -> Link:
    state = State.MATCHED if score > 0.5 else State.RELATED
    return Link(a=a, b=b, state=state, score=score, moved=moved)


def spans(article: Article, words: str | None) -> tuple[Span, ...]:
    if words is None:
        return ()
    start = article.text.index(words)
    return (Span(start, start + len(words)),)


def fact(
    articles: Pair[Article], kind: Kind, a: str | None, b: str | None = None
) -> Fact:
    status = Status.CONFLICT if a and b else Status.ONLY_A if a else Status.ONLY_B
    absence = Absence.MEANING if kind is Kind.CLAIM else Absence.STRING
    return Fact(
        kind=kind,
        status=status,
        absence=None if a and b else absence,
        value=Pair(a, b),
        resolved=Pair(None, None),
        spans=Pair(spans(articles.a, a), spans(articles.b, b)),
    )


# Which tests are run, and where


@cache
def markers_of(path: Path) -> frozenset[str]:
    """The markers of a module or folder of tests."""
    return frozenset(
        marker
        for marker, places in MARKED.items()
        if any(path.is_relative_to(TESTS / place) for place in places)
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives every test its markers before any is chosen by them."""
    for item in items:
        own = markers_of(item.path)
        if not own and item.get_closest_marker("slow") is None:
            own = frozenset({"fast"})
        for marker in own:
            item.add_marker(marker)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The fast tests begin sooner where no other module is imported."""
    fast = config.option.markexpr == "fast"
    return True if fast and markers_of(collection_path) else None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Tests of files that are named are done before other processes have started."""
    named = all(arg.partition("::")[0].endswith(".py") for arg in config.args)
    return 0 if named else None


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Modules and tests live to the end: no garbage is looked for among them again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 1000)  # as the reader does


@pytest.fixture(autouse=True, scope="session")
def _away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither settings, memory, cache nor terminal of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        for name in (
            "NEWSDIFF_CONFIG",
            "NEWSDIFF_LOG",
            "TEXTUAL_THEME",
            "EDITOR",
            "VISUAL",
            "COLUMNS",  # these two would be believed before the terminal
            "LINES",
        ):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def bridge() -> Comparison:
    """Every mark, every role, every kind of character that is hard to lay out."""
    a = article("Harbour Post", A, title=A[1][1], published="2024-05-03T18:00:00")
    b = article("River [Herald]", B)
    articles = Pair(a, b)
    return Comparison(
        articles=articles,
        links=(
            link(2, 5, 0.99),
            link(3, 6),
            link(9, 10, 0.85),
            link(9, 9, 0.8),
            link(9, 11, 0.75),
            link(6, 8, 0.7),
            link(7, 4, 0.7, moved=True),
            link(5, 7, 0.4),
            link(3, 11, 0.3),
            link(3, 8, 0.25),
            link(3, 4, 0.2),
            link(3, 10, 0.15),
        ),
        nearest=Pair((None,) * len(a.sentences), (None,) * len(b.sentences)),
        facts=(
            fact(articles, Kind.PLACE, "Pier 33"),
            fact(articles, Kind.NUMBER, "4,000", "6,000"),
            fact(articles, Kind.PERSON, "Jose\u0301"),
            fact(articles, Kind.PLACE, None, "Norway"),
            fact(articles, Kind.CLAIM, A[4][1]),
            fact(articles, Kind.CLAIM, None, "on a working day"),
        ),
    )


@pytest.fixture(scope="session")
def told() -> Callable[..., Comparison]:
    """Makes a comparison of any sentences, every n-th of them linked."""

    def make(a: Sequence[Written], b: Sequence[Written], every: int = 2) -> Comparison:
        articles = Pair(article("one", a), article("two", b))
        compared = Pair.each(
            lambda side: [
                i for i, s in enumerate(articles[side].sentences) if s.role.compared
            ]
        )
        pairs = list(zip(compared.a, reversed(compared.b), strict=False))[::every]
        return Comparison(
            articles=articles,
            links=tuple(
                link(i, j, 0.9 if n % 3 else 0.3, moved=n % 4 == 1)
                for n, (i, j) in enumerate(pairs)
            ),
            nearest=Pair((None,) * len(a), (None,) * len(b)),
            facts=(),
        )

    return make


@pytest.fixture
def golden() -> Golden:
    """Compares a text with the one kept in `tests/golden/`.

    NEWSDIFF_WRITE=1 writes the kept one anew instead; where CI is set, never.
    """

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("NEWSDIFF_WRITE"):
            assert "CI" not in os.environ, "goldens are written by hand, and looked at"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text

    return check
