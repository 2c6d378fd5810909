"""The scripts of examples/migrate, run as they are; what they write is executed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from js2aio import Options, sources_in, translate, translate_many
from js2aio.rules import Rule, check_rules, load_rules
from js2aio.running import run_python

WORD_COUNT = "the 3\nand 2\ndog 1\n"
MIRRORS = "taken: near\na b\n"
NIGHTLY = """\
index rebuilt
mails: no connection
documents: 3
index.ok: 1
mails.failed: 1
nights: 1
"""


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "examples" / "migrate"


def run(script: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, script, *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def check_translated(out: Path) -> None:
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*"))
    assert files == ["src", "src/mirrors.py", "src/word_count.py"]
    assert run_python((out / "src/word_count.py").read_text()).stdout == WORD_COUNT
    assert run_python((out / "src/mirrors.py").read_text()).stdout == MIRRORS


def check_told(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[-1] == "2 of 4 translated"
    assert "src/wordCount.js -> src/word_count.py" in lines
    left = [line.partition(": left alone: ") for line in lines if "left alone" in line]
    assert {name for name, _, _ in left} == {"src/watched.js", "src/jobs/nightly.js"}
    assert all(reason.startswith("line ") for _, _, reason in left)


def test_a_repository_is_walked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["-o", out, "--match", "src/*", "--skip", "*.test.js", "--jobs", "2"]
    script = folder / "translate_repository.py"
    check_told(run(script, folder / "repository", *arguments))
    check_translated(out)


def test_a_repository_is_walked_by_a_dask_cluster(folder: Path, tmp_path: Path) -> None:
    from distributed import LocalCluster

    out = tmp_path / "out"
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        done = run(
            folder / "translate_repository.py",
            *(folder / "repository", "-o", out, "--match", "src/*"),
            *("--dask", cluster.scheduler_address),
        )
    check_told(done)
    check_translated(out)


@pytest.mark.node
def test_the_users_of_an_own_library(folder: Path, tmp_path: Path, node: str) -> None:
    # Where Node finds the library, as npm would put it.
    shutil.copytree(folder / "acme-metrics", tmp_path / "node_modules" / "acme-metrics")
    program = shutil.copy(folder / "repository/src/jobs/nightly.js", tmp_path)
    done = run(folder / "own_library.py", program, "-o", tmp_path / "out", "--verify")
    assert done.stdout.splitlines() == [
        "nightly.js: 5 calls of the library",
        *(
            f"  line {line}: {name}"
            for line, name in [
                (9, "acme-increment-by"),
                (20, "acme-timed"),
                (23, "acme-timed"),
                (27, "acme-increment"),
                (28, "acme-snapshot"),
            ]
        ),
        "  same",
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_what_an_own_library_becomes(folder: Path, tmp_path: Path) -> None:
    done = run(
        folder / "own_library.py",
        *(folder / "repository/src/jobs/nightly.js", folder / "nowhere.js"),
        *("-o", tmp_path),
    )
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("nowhere.js: no such file")
    code = (tmp_path / "nightly.py").read_text()
    ran = run_python(code, environment={"PYTHONPATH": str(folder)})
    assert (ran.stdout, ran.exit_code) == (NIGHTLY, 0)


def test_a_report_of_what_is_refused(folder: Path) -> None:
    done = run(folder / "refusals.py", folder / "repository", "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, "")
    table = done.stdout
    assert "a Proxy has no" in table and "src/watched.js:4" in table
    paths = list(sources_in(folder / "repository"))
    ready = sum(result.ok for result in translate_many(paths))
    assert 2 <= ready < len(paths) == 5
    share = f"{ready} of 5 files would be translated whole ({ready / 5:.0%})."
    assert table.splitlines()[-1] == share


def test_a_report_of_an_empty_folder(folder: Path, tmp_path: Path) -> None:
    done = run(folder / "refusals.py", tmp_path)
    assert done.stdout == "0 of 0 files would be translated whole.\n"


def test_the_rules_of_the_own_library_do_what_their_examples_say(folder: Path) -> None:
    path = folder / "acme_metrics.toml"
    book = load_rules((path,))
    options = Options(mappings=(path,))

    def translated(source: str, rule: Rule) -> str:
        return translate(source, options=options).code

    found = check_rules(book, translated, file=str(path))
    assert found == []
