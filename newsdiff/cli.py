"""Arguments, streams and exit codes. The only module that prints.

stdout carries the result and nothing else; everything said to the person goes to
stderr. Nothing heavy is imported before it is known to be needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsdiff import __version__
from newsdiff.errors import ExitCode, NewsdiffError, SourceError, UsageError

if TYPE_CHECKING:
    import argparse

    from newsdiff.model import Article
    from newsdiff.reading import Gathered

_EPILOG: Final = """\
commands:
  newsdiff [FILE… | FOLDER… | -]    open articles; without any, the sample story
  newsdiff compare A B              one comparison as text or JSON
  newsdiff schema                   the JSON Schema of that JSON
A file or folder named like a command is reached as ./compare.

exit codes: 0 done · 1 differences found (only with --exit-code) ·
  2 wrong use or unreadable input · 129, 130, 143 ended by hang-up, Ctrl-C, SIGTERM
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs newsdiff; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except NewsdiffError as error:
        _say(str(error))
        code = ExitCode.USAGE
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone: nothing is left to say, and Python's own flush at
        # exit must not complain about it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.DONE
    return int(code)


def _use_utf8() -> None:
    """The same bytes whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _say(sentence: str) -> None:
    from newsdiff.visible import visible

    print(f"newsdiff: {visible(sentence)}", file=sys.stderr)


def _run(arguments: list[str]) -> ExitCode | int:
    match arguments:
        case ["compare", *rest]:
            return _compare(_compare_parser().parse_args(rest))
        case ["schema", *rest]:
            _parser("newsdiff schema", "Print the JSON Schema.").parse_args(rest)
            from newsdiff.export import schema

            print(schema(), end="")
            return ExitCode.DONE
        case _:
            return _open(_open_parser().parse_args(arguments))


def _parser(prog: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    import argparse

    return argparse.ArgumentParser(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _open_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "newsdiff",
        "Compare how news outlets tell the same event, sentence by sentence.",
        _EPILOG,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="FILE",
        help="text or Markdown files, folders of them, or - for standard input",
    )
    parser.add_argument(
        "--plain", action="store_true", help="print text instead of opening the reader"
    )
    parser.add_argument(
        "--version", action="store_true", help="print the version and stop"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="with --version: of all parts"
    )
    return parser


def _compare_parser() -> argparse.ArgumentParser:
    parser = _parser("newsdiff compare", "Compare two articles without a terminal.")
    parser.add_argument("a", metavar="A", help="a file, or - for standard input")
    parser.add_argument("b", metavar="B", help="a file")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--width", type=int, default=80, metavar="N", help="columns of the text (80)"
    )
    parser.add_argument(
        "--exit-code", action="store_true", help="end with 1 where the articles differ"
    )
    return parser


def _compare(options: argparse.Namespace) -> ExitCode:
    from newsdiff.comparing import compare, rows_of
    from newsdiff.reading import unique_labels

    if options.a == options.b == "-":
        message = "standard input holds one article: name a file for the other"
        raise UsageError(message)
    comparison = compare(*unique_labels([*_read_both(options.a, options.b)]))
    for article in comparison.articles:
        for note in article.notes:
            _say(note)
    if options.format == "json":
        from newsdiff.export import to_json

        print(to_json(comparison), end="")
    else:
        from newsdiff.export import to_text

        print(to_text(comparison, options.width), end="")
    differ = any(row.mark.is_change for row in rows_of(comparison))
    return ExitCode.DIFFERENT if options.exit_code and differ else ExitCode.DONE


def _read_both(a: str, b: str) -> tuple[Article, Article]:
    """Both articles; what is wrong with either is said before giving up."""
    from newsdiff.reading import read

    found: list[Article] = []
    problems: list[str] = []
    for given in (a, b):
        try:
            found.append(read(given))
        except SourceError as problem:
            problems.append(str(problem))
    if problems:
        for sentence in problems[:-1]:
            _say(sentence)
        raise SourceError(problems[-1])
    return found[0], found[1]


def _open(options: argparse.Namespace) -> ExitCode | int:
    if options.version:
        _print_version(verbose=options.verbose)
        return ExitCode.DONE
    from newsdiff.reading import Gathered, gather, sample_sources

    given = options.articles
    gathered = gather(given) if given else Gathered(sample_sources())
    if not gathered.sources:
        for sentence in gathered.problems[:-1]:
            _say(sentence)
        raise SourceError(gathered.problems[-1])
    if options.plain or not _has_terminal():
        return _print_story(gathered)
    from newsdiff.tui import run

    return run(gathered.sources, gathered.problems)


def _print_version(*, verbose: bool) -> None:
    print(__version__)
    if verbose:
        import platform
        from importlib.metadata import version

        print(f"Textual {version('textual')}")
        print(f"Rich {version('rich')}")
        print(f"Python {platform.python_version()}")
        print(platform.platform())


def _has_terminal() -> bool:
    """Whether a screen can be drawn and keys can be read; prepares the keyboard.

    Articles may have come by standard input: then the keyboard is opened anew.
    """
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return False
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # empty means unset; Textual takes it as set
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.__stdin__ = sys.stdin  # type: ignore[misc] # Textual reads keys from this one
    return True


def _print_story(gathered: Gathered) -> ExitCode:
    """The articles without a screen: one comparison, or the list and its shares."""
    from newsdiff.comparing import compare
    from newsdiff.export import story_text, to_text
    from newsdiff.reading import parse, unique_labels

    articles = unique_labels([parse(source) for source in gathered.sources])
    for sentence in (*gathered.problems, *(n for a in articles for n in a.notes)):
        _say(sentence)
    if len(articles) == 2:
        print(to_text(compare(*articles)), end="")
    else:
        print(story_text(articles), end="")
    return ExitCode.DONE
