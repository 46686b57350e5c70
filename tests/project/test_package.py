"""What the package declares is what it needs, and what it ships is whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

import newsdiff

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = SETTINGS["project"]
OWN = {"newsdiff", "benchmarks", "tests", "screenshots"}
NEVER_SHIPPED = {".pyc", ".pyo"}


def names(requirements: Iterable[str]) -> set[str]:
    return {plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in requirements}


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def imported(folder: str) -> set[str]:
    """The other packages that the modules of a folder import, wherever they do."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    tops = {module.partition(".")[0] for module in found}
    return tops - sys.stdlib_module_names - OWN


installed = cache(packages_distributions)
"""The packages of this environment by what is imported of them."""


def distributions(modules: set[str]) -> set[str]:
    """The packages to install for some imports; what is unknown stays as it is."""
    known = installed()
    return {plain(name) for m in modules for name in known.get(m, [m])[:1]}


def test_what_newsdiff_imports_is_declared() -> None:
    optional = PROJECT["optional-dependencies"]["parquet"]
    declared = names([*PROJECT["dependencies"], *optional])
    assert distributions(imported("newsdiff")) <= declared


def test_what_the_tests_import_is_declared() -> None:
    extra = PROJECT["optional-dependencies"]["dev"]
    declared = names([*PROJECT["dependencies"], *extra])
    assert distributions(imported("tests")) <= declared


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    required = [line for line in lines if re.match(r'  "[\w-]+>=', line)]
    extras = PROJECT["optional-dependencies"].values()
    assert len(required) == len(PROJECT["dependencies"]) + sum(map(len, extras))
    assert [line for line in required if "  # " not in line] == []


def test_the_version_is_a_literal() -> None:
    module = ast.parse((ROOT / "newsdiff" / "__init__.py").read_text("utf-8"))
    values = [
        node.value.value
        for node in module.body
        if isinstance(node, ast.Assign)
        and [ast.unparse(target) for target in node.targets] == ["__version__"]
        and isinstance(node.value, ast.Constant)
    ]
    assert values == [newsdiff.__version__]


def test_the_changelog_tells_of_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[^]]*)\]", log, re.MULTILINE)
    assert released[0] == newsdiff.__version__


def git(*arguments: str) -> str:
    """What git says of this checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    command = ["git", *arguments]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True
    ).stdout.decode()


def test_a_release_has_the_tag_of_its_version_and_a_day() -> None:
    tags = git("tag", "--points-at").split()
    if numbers := [tag for tag in tags if re.match(r"v\d", tag)]:
        assert numbers == [f"v{newsdiff.__version__}"]
        log = (ROOT / "CHANGELOG.md").read_text("utf-8")
        heading = rf"^## \[{re.escape(newsdiff.__version__)}\] - \d{{4}}-\d\d-\d\d$"
        assert re.search(heading, log, re.MULTILINE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the source distribution of this checkout."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: pip install --editable '.[dev]'")
    folder = tmp_path_factory.mktemp("dist")
    build = "-m", "hatchling", "build", "--directory", str(folder)
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    with ZipFile(next(built.glob("*.whl"))) as wheel:
        shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
        licences = [name for name in wheel.namelist() if name.endswith("/LICENSE")]
    kept = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newsdiff").rglob("*")
        if path.is_file() and path.suffix not in NEVER_SHIPPED
    }
    manual = f"newsdiff-{newsdiff.__version__}.data/data/share/man/man1/newsdiff.1"
    assert shipped == kept | {manual}
    assert len(licences) == 1


def test_the_source_distribution_holds_the_repository(built: Path) -> None:
    tracked = git("ls-files", "-z").split("\0")
    gone = git("ls-files", "-z", "--deleted").split("\0")
    new = git("ls-files", "-z", "--others", "--exclude-standard").split("\0")
    with tarfile.open(next(built.glob("*.tar.gz"))) as source:
        shipped = {name.partition("/")[2] for name in source.getnames()}
    assert set(tracked) - set(gone) <= shipped
    assert shipped - set(tracked) - set(new) == {"PKG-INFO"}
