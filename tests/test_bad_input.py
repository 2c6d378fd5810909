"""Whatever comes in: a result or one clear error, in bounded time and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

import js2aio
from js2aio import Js2aioError, Translation

LEVELS = 5_000


def command(
    folder: Path, *args: str, data: bytes = b"", seconds: float = 60
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "js2aio", *args],
        cwd=folder,
        input=data,
        capture_output=True,
        check=False,
        timeout=seconds,
    )


def one_message(result: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on stderr of a run that gave nothing."""
    text = result.stderr.decode()
    assert result.returncode == 2, text
    assert result.stdout == b""
    assert "Traceback" not in text
    (line,) = text.splitlines()
    return line


# Files


def test_a_missing_file(tmp_path: Path) -> None:
    message = one_message(command(tmp_path, "none.js"))
    assert message == "js2aio: error: none.js: no such file"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    result = command(tmp_path, "src")
    assert result.returncode == 2
    assert b"src is a folder: -o DIR is needed" in result.stderr
    with pytest.raises(Js2aioError, match="is a folder, not a file"):
        js2aio.translate_file(tmp_path)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a();\nb('\xff');\n", "not UTF-8: the first wrong byte, 0xff, is in line 2"),
        ("a();".encode("utf-16"), "not UTF-8: it looks like UTF-16"),
        (b"a('\xed\xa0\x80');", "not UTF-8: the first wrong byte, 0xed, is in line 1"),
    ],
)
def test_a_file_that_is_not_utf_8(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.js").write_bytes(data)
    assert f"a.js: {reason}" in one_message(command(tmp_path, "a.js"))
    assert f"<stdin>: {reason}" in one_message(command(tmp_path, "-", data=data))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("a();")
    (tmp_path / "a.js").chmod(0)
    message = one_message(command(tmp_path, "a.js"))
    assert message == "js2aio: error: a.js: Permission denied"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("let a = 1;")
    (tmp_path / "out.py").write_text("before")
    (tmp_path / "out.py").chmod(0o444)
    message = one_message(command(tmp_path, "a.js", "-o", "out.py"))
    assert message == "js2aio: error: out.py: Permission denied"
    assert (tmp_path / "out.py").read_text() == "before"


def test_a_device_that_cannot_take_the_output(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full")
    (tmp_path / "a.js").write_text("let a = 1;")
    message = one_message(command(tmp_path, "a.js", "-o", str(full)))
    assert message == "js2aio: error: /dev/full: No space left on device"
    with full.open("wb") as stream:
        result = subprocess.run(
            [sys.executable, "-m", "js2aio", "a.js"],
            cwd=tmp_path,
            stdout=stream,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert b"js2aio: error: stdout: No space left on device\n" == result.stderr


def test_a_name_that_is_no_name(tmp_path: Path) -> None:
    with pytest.raises(Js2aioError, match="not a path"):
        js2aio.translate_file("a\0b.js")
    strange = os.fsdecode(b"caf\xe9.js")
    (tmp_path / strange).write_text("let a = 1;")
    assert command(tmp_path, strange).returncode == 0


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "// nothing\n", "#!/bin/node\n"])
def test_a_file_without_a_program(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.js").write_text(text)
    result = command(tmp_path, "a.js", "--run")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


# Texts


@pytest.mark.parametrize(
    "text",
    [
        *("a\0b", "\x1b[2J", "\ufffe", "\u2028", "const a =", "}", "`${", "/(/"),
        *("'\\u{110000}'", "/*", "'", "\ud800", "let a = '\ud800';", "\u202e"),
        *("import x from", "await", "a" * 100_000, "🙂", "const a = 0b2;", "\\u0000"),
    ],
)
def test_strange_text_is_an_error_or_a_result(text: str) -> None:
    try:
        translation = js2aio.translate(text, filename="strange.js")
    except Js2aioError as error:
        message = str(error)
        assert message.startswith("strange.js:")
        assert "internal error" not in message
        assert message.isprintable() or all(
            char.isprintable() or char == "\n" for char in message
        )
    else:
        compile(translation.code.encode(), "strange.py", "exec")


# Depth and size


@pytest.mark.parametrize(
    ("opening", "middle", "closing"),
    [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("f(", "1", ")"),
        ("!", "1", ""),
        ("1 + ", "1", ""),
        ("a = ", "1", ""),
        ("a ? 1 : ", "1", ""),
        ("{", "", "}"),
        ("if (a) ", "b;", ""),
        ("() => ", "1", ""),
        ("function f() { ", "", "}"),
        ("new ", "X", ""),
        ("`${", "1", "}`"),
        ("async () => { await ", "1", "}"),
    ],
)
def test_deep_nesting(opening: str, middle: str, closing: str) -> None:
    bounded(opening * LEVELS + middle + closing * LEVELS)


@pytest.mark.parametrize("link", [".a", "[0]", "()", ".then(f)", " + 1", ", 1", "?.a"])
def test_long_chains(link: str) -> None:
    bounded("x" + link * LEVELS)


def bounded(source: str) -> Translation | None:
    """The translation, or None where there was one clear error; both within a minute of the processor."""
    start = time.process_time()
    try:
        return js2aio.translate(source, filename="deep.js")
    except Js2aioError as error:
        message = str(error)
        assert message.startswith("deep.js")
        assert "internal error" not in message, message[:300]
        assert len(message) < 2_000
        return None
    finally:
        assert time.process_time() - start < 60


def test_five_megabytes(tmp_path: Path) -> None:
    # Dense code takes black some minutes; the size is what this is about.
    piece = "total += f(1, 'two', [3, total]);  // " + "one of very many " * 120 + "\n"
    source = "let total = 0;\nfunction f(a, b, c) { return a; }\n"
    source += piece * (5_000_000 // len(piece))
    (tmp_path / "big.js").write_text(source)
    result = subprocess.run(
        [sys.executable, "-m", "js2aio", "big.js", "-o", "big.py"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=600,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_AS, (12 * 2**30, 12 * 2**30)
        ),
    )
    assert b"Traceback" not in result.stderr
    assert b"internal error" not in result.stderr
    assert result.returncode in {0, 2}
    assert (tmp_path / "big.py").exists() == (result.returncode == 0)


def test_one_line_of_five_megabytes(tmp_path: Path) -> None:
    text = "x" * 5_000_000
    (tmp_path / "big.js").write_text(f"const a = '{text}';\nconsole.log(a.length);\n")
    result = command(tmp_path, "big.js", "--run", seconds=120)
    assert (result.returncode, result.stdout) == (0, b"5000000\n"), result.stderr[:500]
