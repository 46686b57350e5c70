#!/bin/sh
# striprtf 0.0.35: a statement that its writer deleted or hid is text, a footnote is not,
# and a name that is written for both old and new programs is gone.
#
# Not to be guessed: Word writes what is deleted under tracked changes as plain text
# behind \deleted, so that an article can say "unsafe" where its writer made it "safe".
# \upr holds the same words twice, in one code page and in Unicode, and both are passed
# over without a sign. It should read the accepted text, and one of the two.
set -eu

package=striprtf==0.0.35
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from striprtf.striprtf import rtf_to_text

FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}}"
for body in (
    r"The wall was {\deleted un}safe.",
    r"Nobody was {\v badly }hurt.",
    r"Boats{\footnote Eleven.} were lost.",
    r"Mr {\upr{Kovac}{\*\ud{Kova\u269c}}} spoke.",
):
    text = rtf_to_text(r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}")
    print(f"{body} -> {text}")
PYTHON
TZ=UTC PYTHONIOENCODING=utf-8 "$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
The wall was {\deleted un}safe. -> The wall was unsafe.
Nobody was {\v badly }hurt. -> Nobody was badly hurt.
Boats{\footnote Eleven.} were lost. -> Boats were lost.
Mr {\upr{Kovac}{\*\ud{Kova\u269c}}} spoke. -> Mr  spoke.
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our reader of rich text can go." >&2
  exit 1
fi
