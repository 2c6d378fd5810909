"""docs/migrate.md: its code runs, and what it says that scripts print is what they print."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import js2aio

PAGE = Path(__file__).parent.parent / "docs" / "migrate.md"
TEXT = PAGE.read_text("utf-8")


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """The examples, with the library where npm would put it."""
    examples = root / "examples" / "migrate"
    for name in ("repository", "acme-metrics"):
        shutil.copytree(examples / name, tmp_path / name)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "acme-metrics").rename(tmp_path / "node_modules" / "acme-metrics")
    shutil.copy(tmp_path / "repository/src/jobs/nightly.js", tmp_path)
    return tmp_path


@pytest.mark.node
@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", TEXT, re.S))
def test_the_code_runs(folder: Path, code: str, node: str) -> None:
    script = folder / "script.py"
    script.write_text(code)
    subprocess.run([sys.executable, script], cwd=folder, check=True, timeout=120)


CALLS = re.findall(r"^    \$ python (.+)\n((?:    (?!\$).+\n)+)", TEXT, re.M)


@pytest.mark.node
@pytest.mark.parametrize(("call", "output"), CALLS)
def test_the_scripts_print_what_the_page_says(
    root: Path, folder: Path, call: str, output: str, node: str
) -> None:
    script, *arguments = call.replace("'", "").split()
    done = subprocess.run(
        [sys.executable, root / "examples" / "migrate" / script, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    assert done.stdout == re.sub("^    ", "", output, flags=re.M)


def test_there_are_calls_and_each_status_is_told() -> None:
    assert len(CALLS) == 2
    table = re.findall(r"^\| `(\w+)` \| ", TEXT[TEXT.index("| status |") :], re.M)
    assert sorted(table) == sorted(status.value for status in js2aio.Status)


def test_each_name_of_the_table_is_there() -> None:
    table = TEXT[TEXT.index("| name |") : TEXT.index("A `Translation` has")]
    names = re.findall(r"^\| `(\w+)|`, `(\w+)\(", table, re.M)
    found = [one or other for one, other in names]
    assert len(found) == 8
    assert all(hasattr(js2aio, name) for name in found)
