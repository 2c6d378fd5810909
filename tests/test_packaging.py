"""The wheel holds the whole package, under the names that it is installed by."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import sysconfig
import time
import tomllib
import zipfile
from pathlib import Path

import pytest

# What an installed package must be able to do, wherever its files lie.
CHECK = """
import importlib.resources as resources
import sys
import js2aio
assert not {"click", "rich", "black", "jinja2", "esprima"} & set(sys.modules)
files = resources.files("js2aio.mappings")
names = {item.name for item in files.iterdir()}
assert any(name.endswith(".toml") for name in names), names
assert (resources.files("js2aio") / "py.typed").is_file()
translation = js2aio.translate("console.log(6 * 7);")
assert translation.ok, translation.diagnostics
exec(compile(translation.code, "out.py", "exec"), {"__name__": "__main__"})
print(js2aio.__file__)
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy, so that the checkout stays as it is."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE", "translator", "mappings"):
        (source / name).symlink_to(root / name)
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        + ["--disable-pip-version-check", "--wheel-dir", str(out), str(source)],
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_source_and_rule(root: Path, wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"{package}/{path.relative_to(root / folder)}"
        for folder, package in (
            ("translator", "js2aio"),
            ("mappings", "js2aio/mappings"),
        )
        for path in (root / folder).rglob("*")
        if path.suffix in {".py", ".toml", ".jinja", ".typed"}
        and "__pycache__" not in path.parts
    }
    assert expected - held == set()
    assert not any(name.startswith(("translator/", "tests/")) for name in held)


def test_an_installed_wheel_works(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    result = run_check(["-I", "-S"], [site, sysconfig.get_path("purelib")], tmp_path)
    assert result.stdout.splitlines() == ["42", str(site / "js2aio" / "__init__.py")]


def test_this_installation_works(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-I", "-c", CHECK],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[0] == "42"


def test_the_packages_are_all_listed(root: Path) -> None:
    config = tomllib.loads((root / "pyproject.toml").read_text())
    expected = {
        ".".join(("js2aio", *path.parent.relative_to(root / "translator").parts))
        for path in (root / "translator").rglob("__init__.py")
    }
    assert set(config["tool"]["setuptools"]["packages"]) == {
        *expected,
        "js2aio.mappings",
    }


def test_version_starts_no_slower_than_black(tmp_path: Path) -> None:
    ours = [sys.executable, "-m", "js2aio", "--version"]
    blacks = [sys.executable, "-m", "black", "--version"]
    rounds = [(seconds(ours), seconds(blacks)) for _ in range(5)]
    assert statistics.median(own for own, _ in rounds) <= statistics.median(
        other for _, other in rounds
    )


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def run_check(
    flags: list[str], paths: list[Path | str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run CHECK with these folders alone to import from."""
    code = f"import sys; sys.path[:0] = {[str(path) for path in paths]}\n{CHECK}"
    result = subprocess.run(
        [sys.executable, *flags, "-c", code],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    assert result.returncode == 0, result.stderr
    return result


def test_no_public_name_is_that_of_a_module(root: Path) -> None:
    """Importing a module sets it as an attribute of its package: it would hide the name."""
    import js2aio

    modules = {path.stem for path in (root / "translator").iterdir()}
    assert modules.isdisjoint(js2aio.__all__)
