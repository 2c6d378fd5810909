"""How the time of each stage grows with a program: four times as long is linear.

    python benchmarks/scaling.py [--small 150] [--shape NAME ...]

Each shape repeats one thing that real files hold many times: callbacks that name their
parameter alike, loops, methods, links of a chain. A stage that takes 16 times as long for
four times the program goes through it once for each of its parts. Seconds of the processor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

STAGES = ("parse", "analyse", "map", "emit")
GROWTH = 4
#: What is shown with a mark: halfway to quadratic.
SUSPECT = 8.0


def _lines(row: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: "\n".join(map(row, range(count)))


def _within(before: str, row: Callable[[int], str], after: str) -> Callable[[int], str]:
    return lambda count: f"{before}\n{_lines(row)(count)}\n{after}"


SHAPES: dict[str, Callable[[int], str]] = {
    "calls": _lines(
        lambda i: f"const v{i} = [{i}, 2].map((x) => x * {i});\nconsole.log(v{i}[0]);"
    ),
    "functions": _lines(
        lambda i: f"function f{i}(a) {{\n  let t = 0;\n  for (const x of a) t += x;\n"
        f"  return t;\n}}\nconsole.log(f{i}([{i}]));"
    ),
    "loops": _within(
        "function f(a) {\n  let t = 0;\n  let i;",
        lambda i: f"  for (i = {i}; i < a.length; i++) {{\n    t += a[i];\n  }}",
        "  return t;\n}\nconsole.log(f([1, 2, 3]));",
    ),
    "branches": lambda count: "let s = process.argv.length;\n"
    + "if (s > 1) {\n  s += 1;\n} else " * (count // 3)
    + "{\n  s = 0;\n}\nconsole.log(s);",
    "links": lambda count: "let s = process.argv[2];\ns = s"
    + ".trim().toUpperCase()" * (count // 3)
    + ";\nconsole.log(s);",
    "conditions": lambda count: "let s = process.argv.length;\nconst b = s"
    + " && s" * count
    + ";\nconsole.log(b);",
    "methods": _within(
        "class C {\n  n = 0;",
        lambda i: f"  m{i}(a) {{\n    this.n += a;\n    return this.n;\n  }}",
        "}\nconsole.log(new C().m1(2));",
    ),
    "classes": _lines(
        lambda i: f"class C{i} {{\n  constructor(a) {{\n    this.a = a;\n  }}\n"
        f"  get x() {{\n    return this.a;\n  }}\n}}\nconsole.log(new C{i}({i}).x);"
    ),
    "properties": _within(
        "const o = {};",
        lambda i: f"o.k{i} = {i};\nconsole.log(o.k{i});",
        "console.log(Object.keys(o).length);",
    ),
    "callers": _within(
        "function f0(x) {\n  return x;\n}",
        lambda i: f"function f{i + 1}(x) {{\n  return f{i}(x) + 1;\n}}",
        "console.log(f9(1));",
    ),
    "closures": _within(
        "let n = 0;",
        lambda i: f"const g{i} = () => {{\n  n += {i};\n  return () => n;\n}};\ng{i}();",
        "console.log(n);",
    ),
    "handlers": _within(
        "let n = 0;",
        lambda i: f"try {{\n  n += JSON.parse('{i}');\n}} catch (error) {{\n"
        "  console.log(error.message);\n}",
        "console.log(n);",
    ),
    "awaits": _lines(
        lambda i: f"async function f{i}(a) {{\n  await null;\n  return a + {i};\n}}\n"
        f"f{i}(1).then((x) => console.log(x));"
    ),
    "chains": _lines(
        lambda i: f"Promise.resolve({i}).then((x) => x + 1).then((y) => console.log(y));"
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--small", type=int, default=150, metavar="N")
    parser.add_argument("--shape", action="append", choices=SHAPES)
    options = parser.parse_args()
    from js2aio.deep import run_deep

    print(f"{'':12}" + "".join(f"{stage:>16}" for stage in STAGES))
    for name in options.shape or SHAPES:
        made = SHAPES[name]
        run_deep(lambda: stages(made(20)))  # what is loaded at the first use
        small, large = (
            run_deep(lambda: best(made(count)))
            for count in (options.small, options.small * GROWTH)
        )
        print(f"{name:12}", end="")
        for one, four in zip(small, large):
            mark = "!" if four / one >= SUSPECT else " "
            print(f"{four * 1000:7.0f} ms {four / one:4.1f}{mark}", end="")
        print(flush=True)
    return 0


def best(source: str) -> list[float]:
    """Seconds of each stage, the least of two runs."""
    return [min(pair) for pair in zip(stages(source), stages(source))]


def stages(source: str) -> list[float]:
    """Seconds that each stage takes for a program."""
    from js2aio import Options
    from js2aio.analyse import analyse
    from js2aio.emit import emit
    from js2aio.garbage import collector_at_rest
    from js2aio.map import map_program
    from js2aio.parse import parse
    from js2aio.rules import load_rules
    from js2aio.source import SourceText

    options, rulebook = Options(), load_rules(())
    text = SourceText(source, "program.js")
    seconds: list[float] = []

    def timed(run: Callable[[], T]) -> T:
        start = time.process_time()
        value = run()
        seconds.append(time.process_time() - start)
        return value

    with collector_at_rest():
        program = timed(lambda: parse(text))
        analysis = timed(lambda: analyse(program, text, options, rulebook))
        mapped = timed(lambda: map_program(program, analysis, rulebook, text, options))
        timed(lambda: emit(mapped.module, options, formatted=False))
    return seconds


if __name__ == "__main__":
    sys.exit(main())
