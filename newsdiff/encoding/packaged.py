"""The encoder that comes with newsdiff, or the reason why there is none.

All of its files are looked at before any is used: a model that is not the one that was
packed would give other results without a word.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from newsdiff.encoding.encoded import Encoder
from newsdiff.errors import EncoderError
from newsdiff.log import note, note_failure

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, SessionOptions

    from newsdiff.encoding.inference import Network

FOLDER: Final = Path(__file__).parent / "model"
FORMAT: Final = 1
"""Of `encoder.json`: another one cannot be read."""
THREADS: Final = 2
_AGAIN: Final = "install newsdiff again"
_lock: Final = Lock()


@dataclass(frozen=True, slots=True)
class _Found:
    encoder: Encoder | None = None
    problem: str | None = None


_found: list[_Found] = []
"""What was found, once it was looked for."""


def find_encoder() -> Encoder | None:
    """The encoder that comes with newsdiff; None where it cannot be had.

    It is looked for once, which takes some 200 ms; other threads wait for the first.
    """
    return _look().encoder


def why_words_only() -> str | None:
    """One sentence that says why there is no encoder; None where there is one."""
    return _look().problem


def _look() -> _Found:
    with _lock:
        if not _found:
            try:
                _found.append(_Found(encoder=load_encoder(FOLDER)))
            except EncoderError as error:
                note_failure("loading the encoder", error)
                _found.append(_Found(problem=str(error)))
        return _found[0]


def load_encoder(folder: Path) -> Network:
    """The encoder of some files, as `benchmarks/pack_encoder.py` writes them.

    Raises:
        EncoderError: A file is missing, unreadable or not what was packed, or
            onnxruntime cannot be loaded or does not take the model.
    """
    settings = _settings(folder / "encoder.json")
    for name, identity in settings["files"].items():
        _check(folder / name, identity)
    session = _session(folder / "encoder.onnx")
    network = _network(session, folder / "vocabulary.txt", settings)
    note("the encoder is %s, %s", network.version, folder)
    return network


def _settings(path: Path) -> dict[str, Any]:
    """What `encoder.json` says, its version checked against the rest of it."""
    try:
        settings = json.loads(path.read_bytes())
        version = settings.pop("version")
        told = json.dumps(settings, sort_keys=True).encode()
        known = settings["format"] == FORMAT
    except OSError as error:
        raise _unreadable(path, error) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(path) from error
    if not known or version != hashlib.sha256(told).hexdigest()[:16]:
        raise _damaged(path)
    return {**settings, "version": version}


def _check(path: Path, identity: dict[str, Any]) -> None:
    """Whether a file is the one that was packed."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error
    if digest != identity["sha256"]:
        raise _damaged(path)


def _unreadable(path: Path, error: OSError) -> EncoderError:
    if isinstance(error, FileNotFoundError):
        return _problem(f"{path} is missing", _AGAIN)
    return _problem(f"{path} cannot be read ({error.strerror})", _AGAIN)


def _damaged(path: Path) -> EncoderError:
    return _problem(f"{path} is damaged", _AGAIN)


def _problem(what: str, remedy: str) -> EncoderError:
    return EncoderError(f"sentences are linked by words only: {what}; {remedy}")


def _session(path: Path) -> InferenceSession:
    """The model, loaded by onnxruntime."""
    # From release 1.28 or 1.29 on it would report its use to its makers.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = _options()
    except Exception as error:  # what a broken build raises is unknown
        missing = isinstance(error, ModuleNotFoundError)
        state = "is not installed" if missing else f"cannot be loaded ({_first(error)})"
        what = f"the package onnxruntime {state}"
        raise _problem(what, "run: pip install onnxruntime numpy") from error
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # its errors have no base of their own
        release = getattr(onnxruntime, "__version__", "of an unknown release")
        what = f"onnxruntime {release} does not take {path} ({_first(error)})"
        raise _problem(what, "run: pip install --upgrade newsdiff") from error


def _options() -> SessionOptions:
    """How the model is run."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # nothing may be written over a screen
    # Where lengths differ from run to run, what was planned for one is no use.
    options.enable_mem_pattern = False
    # The weights are made floats once, and whole numbers never reckoned with.
    levels = onnxruntime.GraphOptimizationLevel
    options.graph_optimization_level = levels.ORT_ENABLE_BASIC
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def _first(error: Exception) -> str:
    """The first line of what an error says."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _network(
    session: InferenceSession, vocabulary: Path, settings: dict[str, Any]
) -> Network:
    import onnxruntime

    from newsdiff.encoding.inference import Network, Settings
    from newsdiff.encoding.wordpiece import WordPiece

    pieces = vocabulary.read_text("utf-8").split("\n")[:-1]
    special = settings["special"]
    known = Settings(
        version=f"{settings['version']}, onnxruntime {onnxruntime.__version__}",
        limit=settings["limit"],
        lead=settings["lead"],
        width=settings["width"],
        dimensions=settings["dimensions"],
        heads=settings["heads"],
        **special,
    )
    numbers = {piece: row for row, piece in enumerate(pieces)}
    return Network(session, WordPiece(numbers, known.unknown), known)
