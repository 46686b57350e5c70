"""What scripts ask for is answered without loading the terminal interface."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest

from tests.cli.conftest import A, B

Modules = Callable[..., set[str]]

PROGRAM = """\
import sys
from newsdiff.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
LISTED = """\
import sys
from newsdiff.gathering import Gathered, sample_sources
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.articles.loader import Loader

def look(loader):
    print(*sorted(sys.modules), file=sys.stderr)
    loader._screen.app.exit()

Loader.read = look
NewsdiffApp(Gathered(sample_sources())).run(headless=True)
"""
"""Opens the reader and looks when the list is drawn, before the others are read."""
HEAVY = {"numpy", "onnxruntime", "newsdiff.encoding"}
"""What only a comparison by meaning needs."""
LIGHT = {
    "--version": ["--version"],
    "--help": ["--help"],
    "wrong": ["compare"],
    "no claim": ["claim"],
    "nothing to explain": ["explain"],
    "no shell": ["completions"],
}
TEXT = {
    "schema": ["schema"],
    "json": ["compare", "a.txt", "b.txt", "--format", "json"],
    "text": ["compare", "a.txt", "b.txt"],
    "claim": ["claim", "The bridge was closed", "a.txt", "b.txt"],
    "claim json": ["claim", "The bridge", "a.txt", "b.txt", "--format", "json"],
    "explain": ["explain", "A:1", "B:1", "a.txt", "b.txt"],
    "explain json": ["explain", "A:1", "B:1", "a.txt", "b.txt", "--format", "json"],
    "open": ["a.txt", "b.txt"],
    "list": ["list"],
    "plain": ["--plain"],
    "markdown": ["compare", "a.txt", "b.txt", "--format", "markdown"],
    "html": ["compare", "a.txt", "b.txt", "--format", "html"],
    "settings": ["config", "show"],
    "completions": ["completions", "bash"],
}


@pytest.fixture(scope="module")
def modules_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., set[str]]:
    """The modules that are loaded when the program has answered; it is asked once."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(A, "utf-8")
    (folder / "b.txt").write_text(B, "utf-8")

    @cache
    def modules(*arguments: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-I", "-c", PROGRAM, *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr, "the program did not come to its end"
        return set(done.stderr.split())

    return modules


@pytest.mark.parametrize(
    "arguments", [*LIGHT.values(), *TEXT.values()], ids=[*LIGHT, *TEXT]
)
def test_no_answer_in_text_loads_the_interface(
    modules_of: Modules, arguments: list[str]
) -> None:
    loaded = modules_of(*arguments)
    assert "newsdiff.cli.main" in loaded
    unwanted = {"textual", "rich", "asyncio", "newsdiff.tui", "newsdiff.layout"}
    assert not loaded & unwanted


def test_a_picture_is_made_without_a_screen(modules_of: Modules) -> None:
    loaded = modules_of("compare", "a.txt", "b.txt", "--format", "svg")
    assert "newsdiff.layout" in loaded
    assert not loaded & {"textual", "asyncio", "newsdiff.tui"}


@pytest.mark.parametrize("arguments", LIGHT.values(), ids=LIGHT)
def test_what_needs_no_engine_loads_none(
    modules_of: Modules, arguments: list[str]
) -> None:
    loaded = modules_of(*arguments)
    unwanted = {"tomllib", "shtab", "sentencex", "newsdiff.reading", "newsdiff.model"}
    assert not loaded & (unwanted | HEAVY)


@pytest.mark.parametrize("command", ["settings", "completions"])
def test_what_compares_nothing_loads_no_encoder(
    modules_of: Modules, command: str
) -> None:
    assert not modules_of(*TEXT[command]) & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [TEXT["text"], TEXT["claim"], TEXT["explain"], TEXT["list"]],
    ids=["compare", "claim", "explain", "list"],
)
def test_by_words_alone_no_encoder_is_loaded(
    modules_of: Modules, arguments: list[str]
) -> None:
    loaded = modules_of(*arguments, "--engine", "words")
    assert not loaded & {"onnxruntime", "newsdiff.encoding.inference"}


def test_the_list_is_drawn_before_anything_compares() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LISTED],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "newsdiff.tui.articles.preparer" in loaded
    assert not loaded & (HEAVY | {"newsdiff.analysis", "newsdiff.comparing"})


@pytest.mark.parametrize(
    "arguments",
    [TEXT["text"], TEXT["open"], TEXT["list"], ["list", "."], ["--plain", "."]],
    ids=["compare", "open", "list", "list a folder", "print a folder"],
)
def test_text_files_load_nothing_that_other_formats_need(
    modules_of: Modules, arguments: list[str]
) -> None:
    loaded = modules_of(*arguments)
    assert "newsdiff.reading" in loaded
    heavy = {"lxml", "trafilatura", "urllib3", "http.client", "ssl", "pypdf"}
    assert not loaded & (heavy | {"newsdiff.fetching", "newsdiff.formats.pages"})


def test_the_version_is_known_without_a_parser(modules_of: Modules) -> None:
    loaded = modules_of("--version")
    assert not loaded & {"argparse", "newsdiff.cli.arguments", "newsdiff.text.visible"}


@pytest.mark.parametrize("arguments", [["--version"], ["compare", "a.txt", "b.txt"]])
def test_a_log_is_loaded_only_where_it_is_asked_for(
    modules_of: Modules, arguments: list[str]
) -> None:
    assert "logging" not in modules_of(*arguments)
    if arguments != ["--version"]:
        assert "logging" in modules_of(*arguments, "--log-file", "x.log")
