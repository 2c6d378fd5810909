"""``--run`` and the real streams: the program's own status, arguments, input, signals.

A stand-in copies Python through, so that only the running is tested.
"""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# The command with translation replaced, as a process of its own.
STAND_IN = """
import sys
import js2aio.api
from js2aio import Diagnostic, Level, Translation
def translate(source, *, filename, options):
    refused = "REFUSED" in source
    found = Diagnostic("J2A001", Level.ERROR, "no", filename, 1, 1, 1, 2)
    return Translation(source, (found,) * refused, (), ())
js2aio.api.translate = translate
from js2aio.cli import main
sys.exit(main())
"""


def js2aio(
    folder: Path, *args: str, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STAND_IN, *args],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, **environment},
    )


def test_the_program_has_its_own_exit_status(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("import sys\nsys.exit(7)\n")
    result = js2aio(tmp_path, "a.js", "--run")
    assert (result.returncode, result.stdout, result.stderr) == (7, "", "")


def test_the_program_gets_what_stands_behind_the_dashes(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(
        "import sys\nprint(sys.argv[1:], sys.stdin.read())\n"
    )
    result = js2aio(tmp_path, "a.js", "--run", "--", "-v", "--", "x y", stdin="typed")
    assert result.stdout == "['-v', '--', 'x y'] typed\n"


def test_the_program_runs_in_the_folder_of_the_caller(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.js").write_text("import os\nprint(os.getcwd())\n")
    assert js2aio(tmp_path, "sub/a.js", "--run").stdout.strip() == str(tmp_path)


def test_the_program_may_come_from_standard_input(tmp_path: Path) -> None:
    assert js2aio(tmp_path, "-", "--run", stdin="print(6 * 7)\n").stdout == "42\n"


def test_the_traceback_of_the_program_shows(tmp_path: Path) -> None:
    (tmp_path / "myTool.js").write_text("value = 1 / 0\n")
    result = js2aio(tmp_path, "myTool.js", "--run")
    assert result.returncode == 1
    assert "my_tool.py" in result.stderr
    assert "value = 1 / 0" in result.stderr


def test_diagnostics_come_first_and_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("import sys  # REFUSED\nsys.exit('the program')\n")
    result = js2aio(tmp_path, "a.js", "--run")
    assert result.returncode == 1
    assert result.stderr.startswith("a.js:1:1: error[J2A001]: no\n")
    assert result.stderr.endswith("the program\n")


def test_a_target_newer_than_this_python(tmp_path: Path) -> None:
    if sys.version_info >= (3, 14):
        pytest.skip("no target is newer than this Python")
    (tmp_path / "a.js").write_text("print(1)\n")
    result = js2aio(tmp_path, "a.js", "--run", "--target", "py314")
    assert (result.returncode, result.stdout) == (2, "")
    assert "older than the target py314" in result.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_are_for_the_program(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "a.js").write_text(
        "import os, signal, sys, time\n"
        "def stop(number, frame):\n    print('stopped', flush=True)\n    sys.exit(5)\n"
        "signal.signal(signal.SIGTERM, stop)\nsignal.signal(signal.SIGINT, stop)\n"
        "print(os.getpid(), flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", STAND_IN, "a.js", "--run"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    program = int(process.stdout.readline())
    time.sleep(0.1)
    process.send_signal(number)
    if number == signal.SIGINT:  # a terminal sends it to both
        os.kill(program, number)
    assert process.stdout.read() == "stopped\n"
    assert process.wait() == 5


def test_a_program_that_a_signal_ends(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("import os\nos.kill(os.getpid(), 9)\n")
    assert js2aio(tmp_path, "a.js", "--run").returncode == 128 + 9


def test_nothing_of_the_program_is_left_behind(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (tmp_path / "a.js").write_text("print(__file__)\n")
    result = js2aio(tmp_path, "a.js", "--run", TMPDIR=str(scratch))
    assert result.stdout.startswith(str(scratch))
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, unbuffered: str) -> None:
    (tmp_path / "a.js").write_text("x = 1\n" * 200_000)
    process = subprocess.Popen(
        [sys.executable, "-c", STAND_IN, "a.js"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.read(12) == b"x = 1\nx = 1\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 128 + signal.SIGPIPE


def test_the_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 'ü\u2028'\n")
    process = subprocess.run(
        [sys.executable, "-c", STAND_IN, "a.js"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert process.stdout == "x = 'ü\u2028'\n".encode()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals(
    tmp_path: Path, environment: dict[str, str], coloured: bool
) -> None:
    (tmp_path / "a.js").write_text("x = 1  # REFUSED\n")
    assert "\x1b" not in js2aio(tmp_path, "a.js").stderr
    ours, theirs = pty.openpty()
    base = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-c", STAND_IN, "a.js"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=False,
        env={**base, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    text = os.read(ours, 65536).decode()
    os.close(ours)
    assert "error[J2A001]" in text
    assert ("\x1b[31m" in text or "\x1b[1;31m" in text) == coloured
