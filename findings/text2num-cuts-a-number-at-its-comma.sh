#!/bin/sh
# text2num 3.1.0: alpha2digit turns "two thousand, one hundred and three" into two
# numbers, leaves the half of "half a million" standing before 1000000, and writes the
# year "nineteen ninety seven" as two numbers.
#
# Not to be guessed: the comma that English writes inside a number in words ends it,
# and what is left reads as if it were right: "half a 1000000 people". Whoever takes
# numbers from the result has 2000 and 103 for 2103, and a million for half of it. It
# should go on behind a comma where the parts fall in size, and keep its hands off a
# magnitude whose factor it does not know.
set -eu

package=text2num==3.1.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from text_to_num import alpha2digit

for text in (
    "two thousand, one hundred and three people",
    "half a million people",
    "three and a half years",
    "in nineteen ninety seven",
    "one in five boats",
):
    print(f"{text} -> {alpha2digit(text, 'en')}")
PYTHON
TZ=UTC "$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
two thousand, one hundred and three people -> 2000, 103 people
half a million people -> half a 1000000 people
three and a half years -> 3 and a half years
in nineteen ninety seven -> in 19 97
one in five boats -> one in 5 boats
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
