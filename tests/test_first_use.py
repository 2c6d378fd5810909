"""What somebody sees who calls js2aio for the first time, or mistypes a call."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from js2aio.cli.main import command


def run(*args: str, **more: object) -> Result:
    return CliRunner().invoke(command, list(args), **more)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.js").write_text("console.log(1);\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("args", [["--help"], ["help"], ["app.js", "--help"]])
def test_help_begins_with_the_calls(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 0
    calls = result.stdout.splitlines()[:3]
    assert [call.split("  ")[1].strip() for call in calls] == [
        "js2aio file.js",
        "js2aio src/ -o out/",
        "js2aio file.js --run",
    ]


def test_the_three_calls_do_what_help_says(here: Path) -> None:
    assert run("app.js").stdout == "print(1)\n"
    (here / "src").mkdir()
    shutil.copy("app.js", "src")
    assert run("src/", "-o", "out/").exit_code == 0
    assert Path("out/app.py").read_text() == "print(1)\n"
    done = subprocess.run(
        [sys.executable, "-m", "js2aio", "app.js", "--run"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1\n"


@pytest.mark.parametrize("name", sorted(command.commands))
def test_each_command_has_help(name: str) -> None:
    for args in ([name, "--help"], ["help", name]):
        result = run(*args)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: js2aio {name}")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--targett", "py311", "app.js"], "Did you mean '--target'?"),
        (["-target", "py311", "app.js"], "Did you mean '--target'?"),
        (["app.js", "--outptu", "x"], "Did you mean '--output'?"),
        (["-h"], "Did you mean '--help'?"),
        (["app.js", "--recorded"], "it is one of 'js2aio verify'"),
        (["verify", "app.js", "--run"], "it is one of 'js2aio FILE'"),
        (["verify", "app.js", "--acept", "varies"], "Did you mean '--accept'?"),
        (["verfy", "app.js"], "Did you mean 'js2aio verify'?"),
        (["rule"], "Did you mean 'js2aio rules'?"),
        (["ap.js"], "ap.js: no such file; did you mean app.js?"),
        (["app.ts"], "app.ts: no such file; did you mean app.js?"),
        (["verify", "apps.js"], "apps.js: no such file; did you mean app.js?"),
        (["rules", "promise-al1"], "Did you mean promise-al"),
        (["nothing-like-it"], "nothing-like-it: no such file"),
        (["app.js", "--target", "3.11"], "'py311', 'py312'"),
    ],
)
def test_what_was_meant(args: list[str], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_the_help_that_is_named_is_that_of_the_command() -> None:
    assert "Try 'js2aio --help'." in run("app.js", "--nonsense").stderr
    assert "Try 'js2aio verify --help'." in run("verify", "--nonsense").stderr


def test_a_file_is_a_file_whatever_it_is_called() -> None:
    for name in ("verfy", "help", "rule"):
        Path(name).write_text("console.log(2);\n")
        assert run(name).stdout == "print(2)\n"


# What to do next


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("console.log(1);", []),
        ("const x: number = 1;", ["node --check"]),
        ("new Proxy({}, {});", ["change the JavaScript there"]),
        (
            "import { x } from 'lib';\nx(1);",
            ["js2aio rules --help", "NotImplementedError"],
        ),
    ],
)
def test_errors_tell_what_to_do_next(source: str, steps: list[str]) -> None:
    Path("app.js").write_text(source)
    result = run("app.js")
    told = [line for line in result.stderr.splitlines() if line.startswith("next: ")]
    assert len(told) == len(steps)
    assert all(step in line for step, line in zip(steps, told))
    assert "next: " not in run("app.js", "--quiet").stderr
    assert "next: " not in run("app.js", "--format", "json").stderr


def test_the_rule_that_help_shows_is_one(here: Path) -> None:
    text = run("rules", "--help").stdout
    rule = "\n".join(
        line.removeprefix("  ")
        for line in text[text.index("  [[rule]]") :].splitlines()
    )
    Path("own.toml").write_text(rule)
    Path("app.js").write_text('metrics.push("mails", 2);\n')
    result = run("app.js", "--mappings", "own.toml")
    assert result.stdout == 'import metrics\n\nmetrics.push("mails", value=2)\n'


# Completion


def completed(words: str) -> list[str]:
    """What bash is told for a line; a word is complete where a space stands behind it."""
    done = subprocess.run(
        [sys.executable, "-m", "js2aio"],
        env={
            **os.environ,
            "_JS2AIO_COMPLETE": "bash_complete",
            "COMP_WORDS": f"js2aio {words}",
            "COMP_CWORD": str(words.count(" ") + 1),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ver", ["file,ver", "plain,verify"]),
        ("app", ["file,app"]),
        ("--ta", ["plain,--target", "plain,--task-names"]),
        ("app.js --sty", ["plain,--style"]),
        ("app.js --style ", ["plain,gather", "plain,taskgroup"]),
        ("verify --rec", ["plain,--recorded"]),
        ("verify src/a", ["file,src/a"]),
        ("rules promise-race-e", ["plain,promise-race-empty"]),
    ],
)
def test_completion(words: str, expected: list[str]) -> None:
    assert completed(words) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from js2aio.cli import main; main()"],
        env={**os.environ, "_JS2AIO_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_JS2AIO_COMPLETE" in done.stdout
    if shell == "bash" and shutil.which("bash"):
        subprocess.run(["bash", "-n"], input=done.stdout, text=True, check=True)


# Streams that are full or closed


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize(
    "call", ["app.js", "rules", "--help", "verify app.js --recorded"]
)
@pytest.mark.parametrize("where", [">/dev/full", ">&-", "2>&-", "<&-"])
def test_streams_that_do_not_work(call: str, where: str) -> None:
    Path("app.out").write_text("1\n")
    status, stderr = shell(f"{call} {where}")
    assert "Traceback" not in stderr and "internal error" not in stderr
    if where == ">/dev/full":
        assert (status, stderr) == (
            2,
            "js2aio: error: stdout: No space left on device\n",
        )
    elif where != ">&-":
        assert status == 0


def test_standard_input_that_is_closed() -> None:
    expected = (2, "js2aio: error: <stdin>: standard input is closed\n")
    assert shell("- <&-") == expected
    assert shell("verify app.js --stdin - <&-") == expected


def shell(call: str) -> tuple[int, str]:
    done = subprocess.run(
        f"{sys.executable} -m js2aio {call}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr
