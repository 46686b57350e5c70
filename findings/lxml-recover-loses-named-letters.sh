#!/bin/sh
# lxml 6.1.3: of agency XML that writes letters by the names of HTML ("caf&eacute;"),
# recover=True loses the letters without a word, and without it the document is refused.
#
# Not to be guessed: NITF documents name a DTD that gives these names their meaning, and
# nobody loads it over a network. With resolve_entities=False the document is read, but
# `string()` of XPath and method="text" lose the letters too, while `itertext()` gives
# the name as written. Look for nodes of etree.Entity and put the letter there yourself
# (html.entities.html5 has them).
set -eu

package=lxml==6.1.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from lxml import etree

NITF = b'<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><p>A caf&eacute; in K&ouml;ln</p></nitf>'

for settings in ({}, {"recover": True}, {"resolve_entities": False}):
    print(settings)
    try:
        root = etree.fromstring(NITF, etree.XMLParser(**settings))
    except etree.XMLSyntaxError as error:
        print("  refused:", error.msg)
        continue
    print("  itertext:", "".join(root.itertext()))
    print("  string():", root.xpath("string()"))
    print("  as text: ", etree.tostring(root, method="text").decode())
PYTHON
TZ=UTC "$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
{}
  refused: Entity 'eacute' not defined, line 1, column 56
{'recover': True}
  itertext: A caf in Kln
  string(): A caf in Kln
  as text:  A caf in Kln
{'resolve_entities': False}
  itertext: A caf&eacute; in K&ouml;ln
  string(): A caf in Kln
  as text:  A caf in Kln
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
