#!/bin/sh
# htmldate 1.11.0: the day in a box of facts ("Opened: May 27, 1998") is the day of the
# page, although the page says in words above it when it was published.
#
# Not to be guessed: encyclopedias mark such days with the classes of an old microformat
# (bday dtstart published updated), hidden from readers, and htmldate takes "published"
# for the publication, of whatever it is. Asking for the original date, or for no
# extensive search, changes nothing; without the box the day in words is found. A
# day in a row of a table that has a heading of its own (th) is told of the thing that
# the row is about, not of the page.
set -eu

package=htmldate==1.11.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  $package lxml_html_clean

cat >"$work/seen.py" <<'PYTHON'
from htmldate import find_date

BOX = """<table class="infobox"><tr><th scope="row">Opened</th><td>May 27, 1998
<span style="display:none">(<span class="bday dtstart published updated">1998-05-27</span>)
</span></td></tr></table>"""
TEXT = "".join(
    f"<p>The ferry to Holm carries {n} hundred people a day, the harbour master said.</p>"
    for n in range(2, 14)
)

for name, box in (("with the box", BOX), ("without", "")):
    page = f"""<html lang="en"><head><title>The ferry to Holm</title></head><body>
<h1>The ferry to Holm</h1><p>Published 4 March 2024</p>{box}{TEXT}</body></html>"""
    for options in ({}, {"original_date": True}, {"extensive_search": False}):
        print(name, options, find_date(page, **options))
PYTHON
"$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
with the box {} 1998-05-27
with the box {'original_date': True} 1998-05-27
with the box {'extensive_search': False} 1998-05-27
without {} 2024-03-04
without {'original_date': True} 2024-03-04
without {'extensive_search': False} None
SEEN

echo "$package"
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
