"""Running programs: limits, scratch folders, and that both interpreters get the same."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from js2aio.errors import NodeNotFoundError
from js2aio.running import Run, Scratch, Stop, process, run_node, run_python

ECHO_PYTHON = """\
import os, sys
print(sys.argv[1:], sys.stdin.read(), os.environ["WHAT"], os.getcwd(), sep="|")
"""
ECHO_NODE = """\
const args = process.argv.slice(2).map((arg) => `'${arg}'`).join(", ");
const stdin = require("fs").readFileSync(0, "utf8");
console.log(`[${args}]|${stdin}|${process.env.WHAT}|${process.cwd()}`);
"""


@pytest.mark.node
def test_both_get_the_same(node: str) -> None:
    given = {
        "arguments": ["a b", "--c"],
        "stdin": "é\n".encode(),
        "environment": {"WHAT": "it"},
    }
    with Scratch() as scratch:
        one = run_node(ECHO_NODE, folder=scratch.fresh(), **given)  # type: ignore[arg-type]
        two = run_python(ECHO_PYTHON, folder=scratch.fresh(), **given)  # type: ignore[arg-type]
    assert one.stdout.startswith("['a b', '--c']|é\n|it|/"), one
    assert one == two


def test_stdin_is_empty_unless_given() -> None:
    assert run_python("print(input())").exit_code == 1
    assert run_python("print(input())", stdin=b"1\n").stdout == "1\n"


def test_a_program_need_not_read_its_stdin() -> None:
    assert run_python("print(1)", stdin=b"x" * 5_000_000).stdout == "1\n"


def test_nothing_of_the_environment_changes_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONOPTIMIZE", "2")
    monkeypatch.setenv("NODE_OPTIONS", "--nonsense")
    monkeypatch.setenv("NODE_ENV", "production")
    code = "import os; print(*(k for k in os.environ if k[:4] in ('PYTH', 'NODE')))"
    assert sorted(run_python(code).stdout.split()) == ["NODE_ENV", "PYTHONUTF8"]


def test_files_that_are_written_changed_and_removed(tmp_path: Path) -> None:
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name)
    code = (
        "import os, pathlib\n"
        "os.makedirs('new/folder')\n"
        "pathlib.Path('new/folder/file').write_bytes(bytes([255]))\n"
        "pathlib.Path('changed').write_text('other')\n"
        "pathlib.Path('kept').write_text('kept')\n"
        "os.remove('gone')\n"
        "os.symlink('kept', 'link')\n"
    )
    with Scratch(tmp_path) as scratch:
        done = run_python(code, folder=scratch.fresh())
        again = scratch.fresh()
        assert sorted(path.name for path in again.iterdir()) == [
            "changed",
            "gone",
            "kept",
        ]
    assert done.files == {
        "changed": b"other",
        "gone": None,
        "link": b"-> kept",
        "new/folder/file": b"\xff",
    }
    assert not again.exists()
    assert (tmp_path / "gone").read_text() == "gone"


def test_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = run_python("open('x', 'w').write('y')")
    assert done.files == {"x": b"y"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
@pytest.mark.parametrize("own", ["pass", "time.sleep(60)"])
def test_what_a_program_has_begun_ends_with_it(tmp_path: Path, own: str) -> None:
    """Even where it holds stdout open; and nobody waits for it."""
    beat = tmp_path / "beat"
    child = (
        "import time, pathlib\n"
        f"while True: pathlib.Path({str(beat)!r}).write_text(str(time.time())); "
        "time.sleep(0.05)"
    )
    code = (
        "import subprocess, sys, time, os\n"
        f"subprocess.Popen([sys.executable, '-c', {child!r}])\n"
        f"while not os.path.exists({str(beat)!r}): time.sleep(0.01)\n"
        f"print('begun', flush=True)\n{own}\n"
    )
    done = run_python(code, timeout=5)
    assert done.stdout == "begun\n"
    assert (done.exit_code, done.stopped) == (None, "time")
    last = beat.read_text()
    time.sleep(0.3)
    assert beat.read_text() == last


def test_a_flood_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "OUTPUT_LIMIT", 1_000_000)
    done = run_python("while True: print('x' * 1000)", timeout=30)
    assert (done.exit_code, done.stopped) == (None, "output")
    assert 900_000 < len(done.stdout) <= 1_000_000
    assert done.seconds < 20


def test_stop_ends_what_runs_and_what_begins_later() -> None:
    stop = Stop()
    done: list[Run] = []

    def work() -> None:
        for _ in range(2):
            done.append(run_python("import time; time.sleep(60)", 50, stop=stop))

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.3)
    stop()
    thread.join(20)
    assert [run.exit_code for run in done] == [-9, -9]


def test_a_missing_node_is_said(tmp_path: Path) -> None:
    with pytest.raises(NodeNotFoundError, match="nowhere is not installed"):
        run_node("1", node=str(tmp_path / "nowhere"))


def test_output_that_is_no_utf_8() -> None:
    code = "import sys; sys.stdout.buffer.write(bytes([65, 255, 10]))"
    assert run_python(code).stdout == "A\\xff\n"


def test_the_signal_that_ended_it_is_told() -> None:
    if os.name == "nt":
        pytest.skip("no signals")
    assert run_python("import os; os.kill(os.getpid(), 9)").exit_code == -9
