"""The command, with a stand-in for the translation: what goes where, and the statuses."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import js2aio.api
from js2aio import Diagnostic, Level, Options, Translation
from js2aio.cli.main import command
from js2aio.errors import JavaScriptSyntaxError, MappingError

Run = Callable[..., Result]


def finding(level: Level, filename: str, line: int = 1) -> Diagnostic:
    code = {Level.ERROR: "J2A001", Level.WARNING: "J2A101", Level.NOTE: "J2A201"}[level]
    return Diagnostic(code, level, f"a {level.value}", filename, line, 1, line, 4)


def stand_in(
    source: str, *, filename: str = "<string>", options: Options | None = None
) -> Translation:
    """Copies Python through; the words in the source say what else is to happen."""
    if "SYNTAX" in source:
        bad = Diagnostic(
            "J2A900", Level.ERROR, "Unexpected token", filename, 1, 1, 1, 7
        )
        raise JavaScriptSyntaxError(bad, "1 | SYNTAX\n  | ^^^^^^")
    if "MAPPING" in source:
        raise MappingError("own.toml: rule 'x': the pattern does not parse")
    if "CRASH" in source:
        raise ZeroDivisionError("by zero")
    assert options is not None
    found = [
        finding(level, filename) for level in Level if level.name in source.split()
    ]
    code = source.replace("OPTIONS", repr(options))
    return Translation(code, tuple(found), (), ())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setattr(js2aio.api, "translate", stand_in)
    monkeypatch.chdir(tmp_path)

    def invoke(*args: str, **kwargs: object) -> Result:
        return CliRunner().invoke(command, list(args), **kwargs)  # type: ignore[arg-type]

    return invoke


def tree(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    )


# What goes where


def test_a_file_goes_to_stdout(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 'ü'\n")
    result = run("a.js")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "x = 'ü'\n", "")


def test_standard_input(run: Run) -> None:
    result = run("-", input="x = 1 # WARNING \n")
    assert (result.exit_code, result.stdout) == (0, "x = 1 # WARNING \n")
    assert result.stderr.startswith("<stdin>:1:1: warning[J2A101]: a warning\n")


def test_output_into_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    result = run("a.js", "-o", "out.py")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out.py").read_text() == "x = 1\n"
    assert tree(tmp_path) == ["a.js", "out.py"]


def test_an_existing_output_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    out = tmp_path / "out.py"
    out.write_text("before")
    out.chmod(0o750)
    assert run("a.js", "-o", "out.py").exit_code == 0
    assert out.read_text() == "x = 1\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o750


def test_an_output_that_is_a_link_stays_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    (tmp_path / "real.py").write_text("before")
    (tmp_path / "link.py").symlink_to("real.py")
    assert run("a.js", "-o", "link.py").exit_code == 0
    assert (tmp_path / "link.py").is_symlink()
    assert (tmp_path / "real.py").read_text() == "x = 1\n"


def test_a_device_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    assert run("a.js", "-o", os.devnull).exit_code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_failing_write_leaves_what_was_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    (tmp_path / "out.py").write_text("before")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    result = run("a.js", "-o", "out.py")
    assert result.exit_code == 2
    assert result.stderr == "js2aio: error: out.py: No space left on device\n"
    assert tree(tmp_path) == ["a.js", "out.py"]
    assert (tmp_path / "out.py").read_text() == "before"


def test_a_folder_is_mirrored(run: Run, tmp_path: Path) -> None:
    for name in (
        "src/fetchUsers.js",
        "src/lib/HTTPServer.mjs",
        "src/lib/my-queue.test.cjs",
        "src/lib/class.js",
        "src/node_modules/dep/index.js",
        "src/.cache/x.js",
        "src/readme.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"# {name}\n")
    result = run("src", "-o", "out")
    assert (result.exit_code, result.output) == (0, "")
    assert tree(tmp_path / "out") == [
        "fetch_users.py",
        "lib/class_.py",
        "lib/http_server.py",
        "lib/my_queue_test.py",
    ]
    assert (
        tmp_path / "out/lib/http_server.py"
    ).read_text() == "# src/lib/HTTPServer.mjs\n"


def test_names_can_be_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fetchUsers.js").write_text("x = 1\n")
    assert run("fetchUsers.js", "-o", "out/", "--naming", "keep").exit_code == 0
    assert tree(tmp_path / "out") == ["fetchUsers.py"]


def test_two_sources_for_one_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("x = 0\n")
    (tmp_path / "fooBar.js").write_text("x = 1\n")
    (tmp_path / "foo-bar.js").write_text("x = 2\n")
    result = run("b.js", "fooBar.js", "foo-bar.js", "-o", "out")
    assert result.exit_code == 2
    assert (
        "fooBar.js and foo-bar.js would both be written to out/foo_bar.py"
        in result.stderr
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("how", ["same", "symlink", "hard link"])
def test_the_source_is_never_overwritten(run: Run, tmp_path: Path, how: str) -> None:
    source = tmp_path / "a.js"
    source.write_text("x = 1\n")
    output = source
    if how != "same":
        output = tmp_path / "b.js"
        output.symlink_to(source) if how == "symlink" else output.hardlink_to(source)
    result = run("a.js", "-o", str(output))
    assert result.exit_code == 2
    assert "a.js would be overwritten by the output" in result.stderr
    assert source.read_text() == "x = 1\n"


def test_several_files_go_on_after_a_failing_one(run: Run, tmp_path: Path) -> None:
    for name, text in {
        "a.js": "x = 1\n",
        "b.js": "SYNTAX",
        "c.js": "x = 3 # ERROR \n",
        "d.js": "x = 4\n",
    }.items():
        (tmp_path / name).write_text(text)
    result = run("a.js", "b.js", "missing.js", "c.js", "d.js", "-o", "out")
    assert result.exit_code == 2
    assert tree(tmp_path / "out") == ["a.py", "c.py", "d.py"]
    assert result.stderr.splitlines()[:4] == [
        "b.js:1:1: error[J2A900]: Unexpected token",
        "1 | SYNTAX",
        "  | ^^^^^^",
        "js2aio: error: missing.js: no such file",
    ]
    assert result.stderr.splitlines()[-1] == "2 errors in 2 files"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Usage: js2aio"),
        (["folder"], "folder is a folder: -o DIR is needed"),
        (["a.js", "b.js"], "2 files: -o DIR is needed"),
        (["a.js", "b.js", "-o", "b.js"], "b.js is a file: a folder is needed there"),
        (["folder", "-o", "out"], "folder holds no JavaScript file"),
        (["-", "a.js", "-o", "out"], "Standard input needs -o FILE"),
        (["a.js", "-o", "b.py", "--run"], "--run and -o exclude each other"),
        (["a.js", "b.js", "--run"], "--run takes one file"),
        (["a.js", "--targett", "py311"], "--target"),
        (["a.js", "--target", "py27"], "py311"),
        (["a.js", "-o", "nowhere/a.py"], "there is no such folder to write into"),
    ],
)
def test_bad_usage(run: Run, tmp_path: Path, args: list[str], message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.js").write_text("x = 1\n")
    (tmp_path / "b.js").write_text("x = 1\n")
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert tree(tmp_path) == ["a.js", "b.js"]


# Statuses and diagnostics


@pytest.mark.parametrize(
    ("text", "status"),
    [("x", 0), (" NOTE ", 0), (" WARNING ", 0), (" WARNING ERROR ", 1), ("SYNTAX", 2)],
)
def test_the_exit_status(run: Run, tmp_path: Path, text: str, status: int) -> None:
    (tmp_path / "a.js").write_text(text)
    result = run("a.js")
    assert result.exit_code == status
    assert result.stdout == ("" if status == 2 else text)


@pytest.mark.parametrize(
    ("flags", "levels"),
    [
        ([], ["error", "warning"]),
        (["-v"], ["error", "warning", "note"]),
        (["--quiet"], ["error"]),
    ],
)
def test_the_levels_shown(
    run: Run, tmp_path: Path, flags: list[str], levels: list[str]
) -> None:
    (tmp_path / "a.js").write_text(" NOTE WARNING ERROR ")
    lines = run("a.js", *flags).stderr.splitlines()
    assert [
        level for level in Level if any(f" {level.value}[" in s for s in lines)
    ] == [Level(level) for level in levels]
    summary = [line for line in lines if line.endswith(" in 1 file")]
    assert len(summary) == (len(levels) > 1)


def test_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(" NOTE ERROR ")
    (tmp_path / "b.js").write_text("SYNTAX")
    result = run("a.js", "b.js", "missing.js", "-o", "out", "--format", "json")
    assert result.exit_code == 2
    document = json.loads(result.stderr)
    assert document["version"] == 1
    assert [
        (entry["file"], entry["level"], entry["code"], entry["line"])
        for entry in document["diagnostics"]
    ] == [
        ("a.js", "error", "J2A001", 1),
        ("a.js", "note", "J2A201", 1),
        ("b.js", "error", "J2A900", 1),
        ("missing.js", "error", None, None),
    ]
    keys = [
        *("file", "level", "code", "message", "line", "column"),
        *("end_line", "end_column", "hint"),
    ]
    assert all(list(entry) == keys for entry in document["diagnostics"])


def test_json_says_that_there_is_nothing_to_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    result = run("a.js", "--format", "json")
    assert json.loads(result.stderr) == {"version": 1, "diagnostics": []}


def test_a_broken_mapping_ends_the_run(run: Run, tmp_path: Path) -> None:
    for name in ("a.js", "b.js"):
        (tmp_path / name).write_text("MAPPING")
    result = run("a.js", "b.js", "-o", "out")
    assert result.exit_code == 2
    assert result.stderr == (
        "js2aio: error: own.toml: rule 'x': the pattern does not parse\n"
    )


def test_a_bug_is_one_message(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.js").write_text("CRASH")
    result = run("a.js")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        "js2aio: error: internal error, ZeroDivisionError: by zero."
    )
    monkeypatch.setenv("JS2AIO_DEBUG", "1")
    assert isinstance(run("a.js").exception, ZeroDivisionError)


def test_control_characters_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.js").write_text(" ERROR ")
    result = run("a\x1b[2J.js")
    assert "\x1b" not in result.stderr
    assert "a\\x1b[2J.js:1:1" in result.stderr


# Options


def options_in_output(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_options_come_from_the_nearest_pyproject(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "project/src"
    folder.mkdir(parents=True)
    (folder / "a.js").write_text("OPTIONS")
    (folder / "pyproject.toml").write_text("[project]\nname = 'none of ours'\n")
    (tmp_path / "project/pyproject.toml").write_text(
        "[tool.js2aio]\ntarget = 'py312'\nstyle = 'taskgroup'\nnaming = 'keep'\n"
        "mappings = ['own.toml']\n"
    )
    base = Options(
        js2aio.Target.PY312,
        js2aio.Style.TASKGROUP,
        js2aio.Naming.KEEP,
        (tmp_path / "project/own.toml",),
    )
    assert options_in_output(run("project/src/a.js")) == repr(base)
    more = ("--target", "py313", "--naming", "pep8", "--mappings", "mine.toml")
    assert options_in_output(run("project/src/a.js", *more)) == repr(
        Options(
            js2aio.Target.PY313,
            js2aio.Style.TASKGROUP,
            js2aio.Naming.PEP8,
            (tmp_path / "project/own.toml", Path("mine.toml")),
        )
    )


def test_without_a_pyproject_the_defaults_hold(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("OPTIONS")
    assert options_in_output(run("a.js")) == repr(Options())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.js2aio]\ntraget = 'py311'", "no key 'traget'; did you mean 'target'?"),
        ("[tool.js2aio]\ntarget = 'py27'", "target = 'py27' is none of 'py311'"),
        ("[tool.js2aio]\ntarget = ['py311']", "is none of 'py311'"),
        ("[tool.js2aio]\nmappings = 3", "mappings must be a list of paths"),
        ("[tool]\njs2aio = 3", "tool.js2aio must be a table"),
        ("[tool.js2aio", "not valid TOML"),
    ],
)
def test_a_wrong_pyproject(run: Run, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    (tmp_path / "pyproject.toml").write_text(text)
    result = run("a.js", "-o", "out.py")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "out.py").exists()


def test_a_file_called_like_a_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("x = 1\n")
    assert run("./rules").stdout == "x = 1\n"


def test_options_may_stand_before_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1\n")
    assert run("--style", "taskgroup", "--quiet", "a.js").stdout == "x = 1\n"


def test_the_order_is_an_option_and_a_key(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("OPTIONS")
    exact = repr(Options(order=js2aio.Order.EXACT))
    assert options_in_output(run("--order", "exact", "a.js")) == exact
    (tmp_path / "pyproject.toml").write_text("[tool.js2aio]\norder = 'exact'\n")
    assert options_in_output(run("a.js")) == exact
    assert options_in_output(run("--order", "timers", "a.js")) == repr(Options())
    assert "timers" in run("--order", "other", "a.js").stderr


@pytest.mark.parametrize("args", [["--help"], ["a.js", "--help"], ["-v", "--help"]])
def test_help_shows_calls_options_and_commands(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 0
    for word in ("js2aio file.js --run", "--mappings", "--naming", "rules"):
        assert word in result.stdout


@pytest.mark.parametrize("args", [["--version"], ["-v", "--version"]])
def test_version(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"js2aio {js2aio.__version__}"
