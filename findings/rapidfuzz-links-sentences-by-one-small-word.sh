#!/bin/sh
# RapidFuzz 3.14.6: WRatio, by which process.extract ranks, gives 85.5 of 100 or more to
# any two sentences that share one word, be it "of", where one is one and a half to eight
# times as long as the other. A sentence of the same event and of like length has 65 and
# comes behind them.
#
# Not to be guessed: by its name it is a weighted mean of several measures, but it is the
# greatest of them, and one of these sets the shared words against the shared words as
# soon as there are any, which is always 100. Whether that one counts depends on lengths
# alone: two words more make 85.5 of 47. So a headline is nearest to whatever long
# sentence has one of its small words, and a threshold of 80, fit for names, lets all of
# them through. It should weigh how much is shared. For sentences, token_ratio does.
set -eu

package=rapidfuzz==3.14.6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from rapidfuzz import fuzz, process

HEADLINE = "The mayor of Velm resigned."
SENTENCES = (
    "Mayor of Velm steps down.",
    "A strike of bakers in Kroy ended after 14 days of talks.",
    "Some strikes by bakers in Kroy ended after 14 days without talks.",
    "A strike of bakers in Kroy ended.",
    "A long strike of all bakers in Kroy ended.",
)
for scorer in (fuzz.WRatio, fuzz.token_ratio):
    print(scorer.__name__)
    for sentence, score, _ in process.extract(HEADLINE, SENTENCES, scorer=scorer):
        print(f"{score:.1f} {sentence}")
PYTHON
"$work/venv/bin/python" "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
WRatio
85.5 A strike of bakers in Kroy ended after 14 days of talks.
85.5 A long strike of all bakers in Kroy ended.
65.4 Mayor of Velm steps down.
46.7 A strike of bakers in Kroy ended.
36.7 Some strikes by bakers in Kroy ended after 14 days without talks.
token_ratio
57.7 Mayor of Velm steps down.
43.3 A strike of bakers in Kroy ended.
40.6 A long strike of all bakers in Kroy ended.
37.5 A strike of bakers in Kroy ended after 14 days of talks.
28.3 Some strikes by bakers in Kroy ended after 14 days without talks.
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
