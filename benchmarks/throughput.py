"""Lines a second for each stage, and what they cost beside parsing and beside black.

    python benchmarks/throughput.py examples/js --data DIR
    python benchmarks/throughput.py --startup

Each stage is timed over all texts together, in seconds of the processor; the best of the
runs counts. The ratios are to esprima alone on the same JavaScript, and to black alone on
the Python that came out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from common import Text, files_in, humaneval_tasks

T = TypeVar("T")

STAGES = ("esprima", "parse", "analyse", "map", "emit", "black")
OWN_STAGES = ("parse", "analyse", "map", "emit")


class Stopwatch:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def time(self, stage: str, function: Callable[..., T], *args: Any, **kw: Any) -> T:
        start = time.process_time()
        try:
            return function(*args, **kw)
        finally:
            self.seconds[stage] += time.process_time() - start


def main() -> int:
    options = _arguments()
    if options.startup:
        startup(options.startup_runs)
    collections: dict[str, list[Text]] = {}
    for folder in options.folders:
        collections[str(folder)] = list(files_in([folder]))
    if options.data:
        collections["HumanEval-X"] = humaneval_tasks(options.data)
    for name, texts in collections.items():
        measure(name, texts, options.runs)
    return 0


def measure(name: str, texts: list[Text], runs: int) -> None:
    """Time all stages over the texts, and print the table."""
    from js2aio.deep import run_deep
    from js2aio.rules import load_rules

    start = time.process_time()
    load_rules(())
    first_load = time.process_time() - start

    usable, python_lines = run_deep(lambda: _usable(texts))
    lines = sum(text.source.count("\n") + 1 for text in usable)
    print(f"{name}: {len(usable)} of {len(texts)} texts, {lines} lines")
    if not usable:
        return
    rounds = [run_deep(lambda: one_round(usable)) for _ in range(runs)]
    best = {stage: min(r.seconds[stage] for r in rounds) for stage in STAGES}

    for stage in STAGES:
        count = python_lines if stage == "black" else lines
        milliseconds = best[stage] * 1000
        rate = count / best[stage]
        ratio = best[stage] / best["esprima"]
        print(f"  {stage:8} {milliseconds:9.1f} ms {rate:10.0f} lines/s {ratio:6.2f} x")
    own = sum(best[stage] for stage in OWN_STAGES)
    together = own + best["black"]
    print(f"  without black {lines / own:.0f} lines/s", end=", ")
    print(f"with black {lines / together:.0f} lines/s")
    print(
        f"  all stages without black: {own / best['esprima']:.2f} x esprima alone",
        end="",
    )
    print(f", {own / best['black']:.2f} x black alone")
    print(f"  first load of the rules: {first_load * 1000:.1f} ms")


def one_round(texts: list[Text]) -> Stopwatch:
    """Every stage once over every text, each under the conditions of a translation."""
    from js2aio.garbage import collector_at_rest

    watch = Stopwatch()
    for text in texts:
        with collector_at_rest():
            translate(text, watch)
    return watch


def translate(text: Text, watch: Stopwatch) -> str:
    """One text through all stages; the Python before black."""
    import black

    from js2aio import Options, Target
    from js2aio.analyse import analyse
    from js2aio.emit import emit
    from js2aio.map import map_program
    from js2aio.parse import parse
    from js2aio.rules import load_rules
    from js2aio.source import SourceText

    options = Options()
    rulebook = load_rules(())
    source = SourceText(text.source, text.name)
    watch.time("esprima", _esprima_alone, source.text, text.name)
    program = watch.time("parse", parse, source)
    analysis = watch.time("analyse", analyse, program, source, options, rulebook)
    mapped = watch.time(
        "map", map_program, program, analysis, rulebook, source, options
    )
    emitted = watch.time("emit", emit, mapped.module, options, formatted=False)
    mode = black.Mode(target_versions={black.TargetVersion[Target.PY311.name]})
    watch.time("black", black.format_str, emitted.code, mode=mode)
    return emitted.code


def _esprima_alone(text: str, name: str) -> object:
    import esprima

    code = "//" + text[2:] if text.startswith("#!") else text
    settings = {"range": True, "comment": True}
    if name.endswith(".mjs"):
        return esprima.parseModule(code, settings)
    return esprima.parseScript(code, settings)


def _usable(texts: list[Text]) -> tuple[list[Text], int]:
    """The texts that go through all stages, esprima's own parser among them.

    This is the round that warms up, too. Also how many lines of Python came out.
    """
    usable = []
    lines = 0
    for text in texts:
        try:
            code = translate(text, Stopwatch())
        except Exception as error:  # noqa: BLE001 - each one is shown
            summary = (str(error).splitlines() or [""])[0]
            print(f"  left out {text.name}: {type(error).__name__}: {summary}")
        else:
            usable.append(text)
            lines += code.count("\n")
    return usable, lines


def startup(runs: int) -> None:
    """Compare ``js2aio --version`` with ``black --version``, turn by turn."""
    commands = {name: [_program(name), "--version"] for name in ("js2aio", "black")}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name} --version: {median * 1000:.0f} ms (median of {runs})")
    print(f"ratio: {medians['js2aio'] / medians['black']:.2f}")


def _program(name: str) -> str:
    """A program beside this interpreter, else on the path."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed")
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--data", type=Path, metavar="DIR", help="of HumanEval-X")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--startup", action="store_true", help="time --version, too")
    parser.add_argument("--startup-runs", type=int, default=15, metavar="N")
    options = parser.parse_args()
    if not (options.folders or options.data or options.startup):
        parser.error("name a folder, or give --data or --startup")
    return options


if __name__ == "__main__":
    sys.exit(main())
