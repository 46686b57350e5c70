#!/bin/sh
# dateparser 1.5.0: search_dates finds "The Sun" and "March on" in plain English and
# makes days of them, "2nd" alone is a month, and "Friday" is the Friday before.
#
# Not to be guessed: an article ("The") does not keep it from reading an abbreviated
# weekday, and an ordinal of one digit is taken for a month of the current year. In
# news text a newspaper, a march and a second-placed team become dates, and these
# differ between two articles that say the same. It should need a day, a month or a
# year beside such words, or tell how sure it is. A weekday always means the past: of
# what "will be held on Friday" it names the week before.
set -eu

package=dateparser==1.5.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from datetime import datetime

import dateparser
from dateparser.search import search_dates

SETTINGS = {"RELATIVE_BASE": datetime(2024, 5, 15)}  # a Wednesday

for text in (
    "The Sun said that 14 boats sank.",
    "They march on Velm in a second.",
    "The mayor may go to Velm.",
):
    found = search_dates(text, languages=["en"], settings=SETTINGS) or []
    print(text, [(words, str(day.date())) for words, day in found])
for text in ("2nd", "Friday"):
    print(text, dateparser.parse(text, settings=SETTINGS).date())
PYTHON
TZ=UTC "$work/venv/bin/python" -W ignore "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
The Sun said that 14 boats sank. [('The Sun', '2024-05-12')]
They march on Velm in a second. [('march on', '2024-03-15'), ('in a second', '2024-05-15')]
The mayor may go to Velm. [('may', '2024-05-15')]
2nd 2024-02-15
Friday 2024-05-10
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
