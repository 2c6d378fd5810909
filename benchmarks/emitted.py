"""The emitted code beside code that a person wrote: how much longer it takes.

    python benchmarks/emitted.py [--runs N] [NAME...]

Each pair in ``benchmarks/emitted`` is a JavaScript program and the Python that one would
write by hand: coroutines there, algorithms in the folder of that name. Both Python programs
run in this process, turn by turn, so that what else the machine does concerns both; the
ratio is the median of those of the turns. They must print the same.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import js2aio

FOLDER = Path(__file__).with_name("emitted")

Program = Callable[[], None]


def main() -> int:
    options = _arguments()
    for folder in (FOLDER, FOLDER / "algorithms"):
        sources = sorted(folder.glob("*.js"))
        if options.names:
            sources = [source for source in sources if source.stem in options.names]
        if sources:
            report(sources, options.runs)
    return 0


def report(sources: list[Path], runs: int) -> None:
    """Run the pairs of a set, and print how they compare."""
    print(sources[0].parent.name)
    width = max(len(source.stem) for source in sources)
    ratios = []
    for source in sources:
        emitted = program(js2aio.translate_file(source).code, f"{source.stem}.js")
        written = program(source.with_suffix(".py").read_text(), f"{source.stem}.py")
        turns = compare(emitted, written, runs)
        first, second = map(statistics.median, zip(*turns))
        ratio = statistics.median(one / other for one, other in turns)
        ratios.append(ratio)
        print(
            f"  {source.stem:{width}}  emitted {first * 1000:7.1f} ms"
            f"  written {second * 1000:7.1f} ms  ratio {ratio:.2f}"
        )
    median = statistics.median(ratios)
    print(f"  largest ratio: {max(ratios):.2f}, median: {median:.2f}")


def program(code: str, name: str) -> Program:
    """A program as a function that runs it whole, as ``__main__``."""
    compiled = compile(code, name, "exec", dont_inherit=True)
    return lambda: exec(compiled, {"__name__": "__main__"})


def compare(emitted: Program, written: Program, runs: int) -> list[tuple[float, float]]:
    """The seconds of both programs at each turn; they print the same."""
    turns: list[tuple[float, float]] = []
    for turn in range(runs + 1):
        # The first turn warms up; who goes first changes from turn to turn.
        order = (emitted, written) if turn % 2 else (written, emitted)
        (one, printed), (other, also_printed) = map(timed, order)
        if printed != also_printed:
            sys.exit(f"they print {printed!r} and {also_printed!r}")
        if turn:
            turns.append((one, other) if turn % 2 else (other, one))
    return turns


def timed(each: Program) -> tuple[float, str]:
    """How long a run takes, and what it prints."""
    gc.collect()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        start = time.perf_counter()
        each()
        seconds = time.perf_counter() - start
    asyncio.set_event_loop(None)
    return seconds, printed.getvalue()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="of the pairs")
    parser.add_argument("--runs", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
