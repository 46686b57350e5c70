#!/bin/sh
# rouge-score 0.1.2: "Sales fell by £1.2 million." and "Sales fell by $1-2 million." are
# the same to ROUGE-1, ROUGE-2 and ROUGE-L, 1.00 of 1; so are a loss and a gain, a sum of
# dollars and a percentage. "U.S. troops left." and "US troops left." are .57 and less.
#
# Not to be guessed: 1.00 reads as "word for word", but all that is no letter or digit is
# a space to it, inside numbers too, so that amounts, for which news texts are compared,
# are what it sees least of. Whoever picks summaries or aligns sentences by it gets the
# wrong sum with full marks. With the stemmer, which is often switched on, "imports" and
# "important" are the same as well. It should keep a number with its sign, its unit and
# its point as one word, and not cut an abbreviation at its points.
set -eu

package=rouge-score==0.1.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package

cat >"$work/seen.py" <<'PYTHON'
from rouge_score.rouge_scorer import RougeScorer

KINDS = ["rouge1", "rouge2", "rougeL"]
PAIRS = (
    ("Sales fell by £1.2 million.", "Sales fell by $1-2 million."),
    ("The balance is $5m.", "The balance is -$5m."),
    ("It lost $5.", "It lost 5%."),
    ("The rate is 4.25%, not 4%.", "The rate is 4%, not 25.4%."),
    ("The imports matter.", "The important matter."),
    ("U.S. troops left.", "US troops left."),
)
for stemming in (False, True):
    scorer = RougeScorer(KINDS, use_stemmer=stemming)
    for one, other in PAIRS:
        scores = scorer.score(one, other)
        told = " ".join(f"{scores[kind].fmeasure:.2f}" for kind in KINDS)
        print("stems" if stemming else "words", told, one, other)
PYTHON
"$work/venv/bin/python" -X utf8 "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
words 1.00 1.00 1.00 Sales fell by £1.2 million. Sales fell by $1-2 million.
words 1.00 1.00 1.00 The balance is $5m. The balance is -$5m.
words 1.00 1.00 1.00 It lost $5. It lost 5%.
words 1.00 0.50 0.86 The rate is 4.25%, not 4%. The rate is 4%, not 25.4%.
words 0.67 0.00 0.67 The imports matter. The important matter.
words 0.57 0.40 0.57 U.S. troops left. US troops left.
stems 1.00 1.00 1.00 Sales fell by £1.2 million. Sales fell by $1-2 million.
stems 1.00 1.00 1.00 The balance is $5m. The balance is -$5m.
stems 1.00 1.00 1.00 It lost $5. It lost 5%.
stems 1.00 0.50 0.86 The rate is 4.25%, not 4%. The rate is 4%, not 25.4%.
stems 1.00 1.00 1.00 The imports matter. The important matter.
stems 0.57 0.40 0.57 U.S. troops left. US troops left.
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
