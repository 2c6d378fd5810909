"""Many programs at once do what each does by itself."""

from __future__ import annotations

import os

import pytest

from js2aio.running import batch, run_node, run_python
from js2aio.running.batch import Script, run_node_batch, run_python_batch

PYTHON = [
    "print('one')",
    "import sys\nprint('two')\nsys.exit(3)",
    "raise ValueError('three')",
    "import sys\nsys.exit('four')",
    "import asyncio\n\nasync def main():\n    await asyncio.sleep(0.01)\n    print(5)\n\n"
    "if __name__ == '__main__':\n    asyncio.run(main())",
    "import os, sys\nprint(os.listdir('.'), sys.argv[1:], __name__)",
    "open('left.txt', 'w').write('x')",
    "import atexit\natexit.register(print, 'at the end')",
    "print(input())",
    "import threading, time\n"
    "threading.Thread(target=lambda: (time.sleep(0.05), print('later'))).start()",
]

JAVASCRIPT = [
    Script("console.log('one');"),
    Script("process.stdout.write('two\\n', () => console.log('written'));"),
    Script("console.log('three'); process.exitCode = 3;"),
    Script("console.log('four'); process.exit(4);"),
    Script("throw new Error('five');"),
    Script("Promise.reject(new Error('six'));"),
    Script("setTimeout(() => console.log('seven'), 10);"),
    Script("console.log(await Promise.resolve('eight'));", ".mjs"),
    Script("await new Promise(() => {});", ".mjs"),
    Script("console.group('g'); console.log(1); console.count(); globalThis.x = 1;"),
    Script("console.log(typeof x); console.count();"),
    Script("process.chdir('..'); console.log(1);"),
    Script("let let = 1;"),
]


def test_python_programs_do_what_they_do_alone() -> None:
    together = run_python_batch(PYTHON, 20)
    alone = [run_python(code) for code in PYTHON]
    for code, one, other in zip(PYTHON, together, alone, strict=True):
        assert (one.stdout, one.exit_code) == (other.stdout, other.exit_code), code
    assert "ValueError: three" in together[2].stderr
    assert "fork_each" not in together[2].stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_python_programs_have_limits() -> None:
    slow, loud, fine = run_python_batch(
        ["while True: pass", "while True: print('x' * 1000000)", "print(1)"], 3
    )
    assert (slow.exit_code, slow.stopped) == (None, "time")
    assert loud.exit_code != 0 and len(loud.stdout) < 64 * 1024 * 1024
    assert (fine.stdout, fine.exit_code) == ("1\n", 0)


@pytest.mark.node
def test_javascript_programs_do_what_they_do_alone(node: str) -> None:
    together = run_node_batch(JAVASCRIPT, 20)
    assert together is not None
    for script, one in zip(JAVASCRIPT, together, strict=True):
        other = run_node(script.text, suffix=script.suffix)
        assert (one.stdout, one.exit_code) == (other.stdout, other.exit_code), script


@pytest.mark.node
def test_a_javascript_program_without_an_end_holds_up_no_other(
    node: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_GRACE", 3.0)
    scripts = [Script("setInterval(() => {}, 1000);"), Script("console.log(1);")]
    endless, fine = run_node_batch(scripts, 2, processes=1) or []
    assert endless.exit_code is None
    assert fine.stdout == "1\n"


def test_none_at_all() -> None:
    assert run_python_batch([]) == []
    assert run_node_batch([]) in ([], None)
