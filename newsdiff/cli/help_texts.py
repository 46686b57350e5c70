"""What --help and the manual say of each command.

Headings stand at the left edge and end with a colon; what is below them is indented.
"""

from __future__ import annotations

from typing import Final

OPEN_DESCRIPTION: Final = """\
newsdiff lists news articles about one event, lets you choose any two, and shows
sentence by sentence what both tell and what only one of them tells. It works
by keyboard, in a terminal, offline but for addresses that are named; press ?
inside for its keys.

WHAT is a text, a saved page, a feed, a PDF or office document, a mail, an
export of Nexis, Factiva, ProQuest or Europresse, a wire's ninjs, NITF, NewsML
or IPTC 7901, a table (CSV, JSON lines, Parquet), a zip archive or folder of
these, or an address. Its bytes say what it is, not its name. FILE#3 is the
article 3 of a file that holds several.

In a pipe, or with --plain, it prints text: of two articles their comparison, of
more the list and how much each pair shares."""
OPEN_EPILOG: Final = """\
commands:
  newsdiff [WHAT] ...                open articles; without any, a sample story
  newsdiff list [WHAT ...]           print the articles and what pairs share
  newsdiff story [WHAT ...]          print a story in words: what all tell, what
                                     is disputed, who has what alone
  newsdiff desk [WHAT ...]           print who says what in which words, when
  newsdiff compare A B               print one comparison in one of five formats
  newsdiff claim "TEXT" FILE ...     print which articles state a claim
  newsdiff explain A:12 B:7 A B      print why two sentences are linked or not
  newsdiff gold A B ...              print what you have corrected, as gold
  newsdiff schema [story|desk|list]  print the JSON Schema of a comparison, ...
  newsdiff keys                      print the keys of the reader
  newsdiff config path|show          print where settings are, or all of them
  newsdiff completions SHELL         print what makes Tab complete in a shell
  newsdiff help [COMMAND]            print this, or what a command can be given
  Options stand before or behind a command and its files.
  A file or folder named like a command is opened as ./compare, ./claim, ...

examples:
  newsdiff                           look around in a sample story
  newsdiff articles/                 all articles in a folder
  newsdiff https://example.com/story one page, fetched only because it is named
  newsdiff --follow feed.xml         the page of each entry of a feed
  newsdiff nexis.docx export.csv     all articles of an export, of a table
  newsdiff a.txt b.txt | less        two articles, compared as text
  newsdiff - a.txt < b.txt           one article from standard input
  pbpaste | newsdiff                 an article that you have copied
  newsdiff compare a.txt b.txt --format json > diff.json

environment:
  NEWSDIFF_CONFIG  the file of settings, instead of the usual one
  NEWSDIFF_LOG     a file to log to, as --log-file
  NO_COLOR         if not empty, no colours; --color always overrules it
  VISUAL, EDITOR   the editor that e opens an article with

exit codes:
  0    done
  1    differences were found (only with compare --exit-code)
  2    wrong use, an unreadable article, unwritable output, an error of newsdiff
  129  hung up
  130  Ctrl-C
  143  terminated"""
LIST_DESCRIPTION: Final = """\
Prints the articles, each with its date, size and headline, and which share of its
sentences each has in common with each other one. Without any, those of the sample
story."""
LIST_EPILOG: Final = """\
examples:
  newsdiff list articles/
  newsdiff list a.txt b.txt c.txt"""
STORY_DESCRIPTION: Final = """\
Prints a story in words, to be read or read aloud: what all articles tell, what is
disputed, with the version of each, what some tell and who has what alone. All is
said by the texts' own words, quoted, with the numbers of their sentences. "Appears
nowhere" is certain, "tells it too" and "was not found" are probable.

Of articles on several events each event has a page, that of the most articles
first. Without any articles, it is the sample story."""
STORY_EPILOG: Final = """\
examples:
  newsdiff story articles/
  newsdiff story a.txt b.txt c.txt --format html -o story.html
  newsdiff story articles/ --all --format csv > story.csv"""
DESK_DESCRIPTION: Final = """\
Prints what the articles of a story quote, with the words that each has otherwise,
whom they quote or cite and how often, named or not, and when they say that things
were, in order of time.
That two quotations are one, and that a sentence retells one, is probable. A day
is told by the article's day of publication; a time that cannot be placed stands
apart. Of articles on several events each event has its own. Without any articles,
it is the sample story."""
DESK_EPILOG: Final = """\
examples:
  newsdiff desk articles/
  newsdiff desk a.txt b.txt c.txt --view sources
  newsdiff desk articles/ --view timeline --format csv -o when.csv"""
COMPARE_DESCRIPTION: Final = """\
Prints one comparison without opening the reader: which sentences of A and B tell
the same, and which names, places, numbers, dates and quotes only one of them has.
"Appears nowhere" is certain: the words are not there. "No sentence was found" is
probable: nothing was recognised as saying it."""
COMPARE_EPILOG: Final = """\
examples:
  newsdiff compare a.txt b.txt
  newsdiff compare - b.txt < a.txt
  newsdiff compare a.txt b.txt --format json > diff.json
  newsdiff compare a.txt b.txt --format html -o diff.html
  newsdiff compare a.txt b.txt --format svg --width 140 -o diff.svg"""
CLAIM_DESCRIPTION: Final = """\
Prints which articles probably state a claim, with the sentences that say so,
which tell it otherwise (another value, the opposite, another speaker), in which
it is unclear, and in which it was not found. It is looked for by its words; its
numbers, dates, names, denials and speaker are checked.
"States it" and "not found" were each right some 85 times in 100 on claims
checked by hand. "Not found" proves no absence."""
CLAIM_EPILOG: Final = """\
examples:
  newsdiff claim "The bridge was closed on Monday" articles/
  newsdiff claim "Nobody was hurt" a.txt b.txt --format json > claim.json"""
EXPLAIN_DESCRIPTION: Final = """\
Prints why two sentences are linked or not: how likely they are to share a
statement, what each feature adds to that, and which other sentence came closest
to each. Sentences have the numbers that newsdiff compare prints."""
EXPLAIN_EPILOG: Final = """\
examples:
  newsdiff explain A:12 B:7 a.txt b.txt
  newsdiff explain A:1 B:1 a.txt b.txt --format json > why.json"""

GOLD_DESCRIPTION: Final = """\
Prints articles as you have corrected them in the reader, pair by pair, as
annotations that others can be measured against: which sentences tell the same,
which facts several tell, one alone, or each otherwise, with their places in the
texts. What you have not touched is as newsdiff found it; --checked leaves that out.

It takes 2 to 26 articles of one event, and each of them is held against each."""
GOLD_EPILOG: Final = """\
examples:
  newsdiff gold a.txt b.txt c.txt -o gold.json
  newsdiff gold a.txt b.txt --checked
  newsdiff gold a.txt b.txt --format row >> rows.jsonl"""

CONFIG_DESCRIPTION: Final = """\
Prints the path of the file of settings, or the settings in force. The file is
yours to write; newsdiff writes into it only thresholds that you move in the reader.
Engine and thresholds hold for every command, the others for the reader alone.
For example:

  theme = "light"          dark, light, contrast, terminal, or one of Textual
  palette = "green-purple" blue-orange (default): the colours of A and B
  view = "unified"         auto (default), split, unified
  context = 3              rows in common around a difference, when folded
  numbers = false          sentence numbers (default true)
  ascii = true             draw with ASCII only (default false)
  remember = false         where you left a story (default true)
  engine = "words"         meaning (default), words: what sentences are compared by
  matched_from = 0.5       from which probability sentences are linked as telling
  related_from = 0.2       the same, and as related (default 0: as measured)
  preset = "less"          default, less, arrows (no letters)

  [keys]                   keys by the name that newsdiff keys prints
  "diff.swap" = "w Ctrl-X" """
COMPLETIONS_DESCRIPTION: Final = """\
Prints a script with which your shell completes the commands, options and files of
newsdiff when you press Tab. Have it read whenever the shell starts."""
COMPLETIONS_EPILOG: Final = """\
examples:
  source <(newsdiff completions bash)      in ~/.bashrc
  eval "$(newsdiff completions zsh)"       in ~/.zshrc, after compinit
  newsdiff completions fish | source       in ~/.config/fish/config.fish"""
