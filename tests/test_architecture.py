"""The stages are one-way: import-linter's contract in pyproject.toml holds."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

CONTRACT_LAYERS = (
    "cli",
    "report",
    "api",
    "emit",
    "map",
    "analyse",
    "rules",
    "parse",
    "errors",
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contract that stands in a folder, which can be imported from."""
    command = (
        f"import sys; sys.path.insert(0, {str(folder)!r}); "
        "from importlinter.cli import lint_imports_command as run; run()"
    )
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )


def test_no_stage_imports_a_later_one(root: Path) -> None:
    result = lint(root)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_contract_names_the_stages_in_their_order(root: Path) -> None:
    config = tomllib.loads((root / "pyproject.toml").read_text())
    layers = " ".join(config["tool"]["importlinter"]["contracts"][0]["layers"])
    places = [layers.index(f"js2aio.{name})") for name in CONTRACT_LAYERS]
    assert places == sorted(places)


def test_every_module_of_the_package_stands_in_a_layer(root: Path) -> None:
    config = tomllib.loads((root / "pyproject.toml").read_text())
    layers = " ".join(config["tool"]["importlinter"]["contracts"][0]["layers"])
    modules = {
        path.stem
        for path in (root / "translator").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    missing = {
        name for name in modules - {"__init__"} if f"(js2aio.{name})" not in layers
    }
    assert not missing, "add them to [tool.importlinter] in pyproject.toml"


def test_the_contract_catches_a_stage_that_reaches_forward(tmp_path: Path) -> None:
    package = tmp_path / "broken"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "parse.py").write_text("from . import emit\n")
    (package / "emit.py").write_text("")
    (tmp_path / ".importlinter").write_text(
        "[importlinter]\nroot_package = broken\n"
        "[importlinter:contract:1]\nname = order\ntype = layers\n"
        "layers =\n    broken.emit\n    (broken.map)\n    broken.parse\n"
    )
    result = lint(tmp_path)
    assert result.returncode == 1
    assert "broken.parse -> broken.emit" in result.stdout
