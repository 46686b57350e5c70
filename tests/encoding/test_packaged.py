"""Where there is no encoder one sentence says why, and nothing else happens."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from newsdiff.encoding import find_encoder, packaged, why_words_only
from newsdiff.encoding.packaged import FOLDER, load_encoder
from newsdiff.errors import EncoderError

NAMES = ("encoder.onnx", "vocabulary.txt", "encoder.json")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files of the model, each to be taken away or replaced, never written to."""
    for name in NAMES:
        (tmp_path / name).symlink_to(FOLDER / name)
    return tmp_path


def replace(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing was looked for yet."""
    monkeypatch.setattr(packaged, "_found", [])
    return monkeypatch


def problem(folder: Path) -> str:
    with pytest.raises(EncoderError) as caught:
        load_encoder(folder)
    (line,) = str(caught.value).splitlines()
    assert line.startswith("sentences are linked by words only: ")
    return line


def test_the_files_are_those_that_were_packed() -> None:
    assert why_words_only() is None
    found = find_encoder()
    assert found is not None
    assert found is find_encoder()
    told = json.loads((FOLDER / "encoder.json").read_bytes())
    assert found.version.startswith(f"{told['version']}, onnxruntime ")


def test_all_of_it_is_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in NAMES) <= 25_000_000


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_missing(copy: Path, name: str) -> None:
    (copy / name).unlink()
    expected = f"{copy / name} is missing; install newsdiff again"
    assert problem(copy).endswith(expected)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_file_is_cut_off(copy: Path, name: str, kept: float) -> None:
    whole = (copy / name).read_bytes()
    replace(copy / name, whole[: int(len(whole) * kept)])
    assert problem(copy).endswith(f"{name} is damaged; install newsdiff again")


@pytest.mark.parametrize("name", NAMES)
def test_one_byte_is_another(copy: Path, name: str) -> None:
    whole = bytearray((copy / name).read_bytes())
    whole[-9] ^= 1
    replace(copy / name, bytes(whole))
    assert problem(copy).endswith(f"{name} is damaged; install newsdiff again")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_is_in_its_place(copy: Path, name: str) -> None:
    (copy / name).unlink()
    (copy / name).mkdir()
    assert "cannot be read (" in problem(copy)


@pytest.mark.parametrize(
    "told", ["[]", "{}", "null", '{"version": 1}', "\xff", "[" * 100_000]
)
def test_the_settings_say_something_else(copy: Path, told: str) -> None:
    replace(copy / "encoder.json", told.encode("latin-1"))
    assert "encoder.json is damaged" in problem(copy)


def repack(folder: Path, **others: object) -> None:
    """Writes settings that are true of the files as they are now."""
    settings = json.loads((folder / "encoder.json").read_bytes()) | others
    settings.pop("version")
    for name, identity in settings["files"].items():
        data = (folder / name).read_bytes()
        identity["sha256"] = hashlib.sha256(data).hexdigest()
    told = json.dumps(settings, sort_keys=True).encode()
    settings["version"] = hashlib.sha256(told).hexdigest()[:16]
    replace(folder / "encoder.json", json.dumps(settings).encode())


def test_another_format_is_not_read(copy: Path) -> None:
    repack(copy, format=2)
    assert "encoder.json is damaged" in problem(copy)


def test_the_runtime_does_not_take_the_model(copy: Path) -> None:
    replace(copy / "encoder.onnx", b"no model at all")
    repack(copy)
    assert "does not take" in problem(copy)
    assert problem(copy).endswith("run: pip install --upgrade newsdiff")


@pytest.mark.parametrize("package", ["onnxruntime", "numpy"])
def test_the_runtime_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    for name in [n for n in sys.modules if n.partition(".")[0] == "onnxruntime"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    assert "is not installed; run: pip install onnxruntime numpy" in problem(FOLDER)


def test_the_runtime_is_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = "raise OSError('libonnxruntime.so: no such file\\nsecond line')"
    (tmp_path / "onnxruntime.py").write_text(broken, "utf-8")
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    told = "cannot be loaded (libonnxruntime.so: no such file); run: pip install"
    assert told in problem(FOLDER)


def test_the_runtime_is_hollow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "onnxruntime.py").touch()
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert "cannot be loaded (module 'onnxruntime' has no" in problem(FOLDER)


def test_what_fails_is_said_once_and_not_tried_again(
    anew: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    anew.setattr(packaged, "FOLDER", tmp_path)
    assert find_encoder() is None
    said = why_words_only()
    assert said is not None
    assert "is missing" in said
    anew.setattr(packaged, "FOLDER", FOLDER)
    assert find_encoder() is None
    assert why_words_only() == said
