"""Random promise programs under Node and, translated, under Python: how many are equal.

    python benchmarks/fuzz.py --kind timers --count 2000 --seed 1

``timers``: the order is decided by timers and calls; programs of the grammar for which that
does not hold are left out and others made. ``microtasks``: programs without timers. ``sync``:
the synchronous language. ``kinds``: one operation on values of any kinds, a program each.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fuzz.choices import Choices  # noqa: E402
from fuzz.compare import Comparison, Kind, Verdict, make, smaller  # noqa: E402

from js2aio import Options  # noqa: E402
from js2aio.options import Target  # noqa: E402

LEFT_OUT = (Kind.UNDECIDED, Kind.INVALID)
_comparisons: list[Comparison] = []


def one(job: tuple[int, str, int, Options, str]) -> tuple[str, Verdict]:
    seed, kind, size, options, python = job
    if not _comparisons:
        _comparisons.append(Comparison(options, python))
    random = Random(seed)
    choices = Choices(random)
    # Small programs, and some large ones.
    source = make(choices, kind, random.choice((size // 4, size // 2, size)))
    return source, _comparisons[0].judge(source, kind == "timers")


def options_of(arguments: argparse.Namespace) -> Options:
    more = {}
    if arguments.order != "default":
        if not hasattr(Options(), "order"):
            sys.exit("this js2aio has no --order")
        from js2aio.options import Order

        more["order"] = Order(arguments.order)
    return Options(target=Target(arguments.target), **more)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--kind", choices=("timers", "microtasks", "sync", "kinds"), default="timers"
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=24)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--order", choices=("default", "exact"), default="default")
    parser.add_argument("--target", default="py311")
    parser.add_argument("--python", default="", help="the interpreter that runs them")
    parser.add_argument("--show", type=int, default=5, help="so many failures, shrunk")
    parser.add_argument("--keep", type=Path, help="a folder for what failed")
    parser.add_argument(
        "--record", type=Path, help="a file for equal ones, with traces"
    )
    arguments = parser.parse_args()

    options = options_of(arguments)
    counts: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    failures: list[tuple[str, Verdict]] = []
    recorded: list[Verdict] = []
    began = time.monotonic()

    def jobs():  # type: ignore[no-untyped-def]
        # Enough of them: the loop below stops when it has what was asked for.
        for number in range(arguments.count * 20):
            seed = arguments.seed * 1_000_003 + number
            yield seed, arguments.kind, arguments.size, options, arguments.python

    with Pool(arguments.jobs) as pool:
        for source, verdict in pool.imap(one, jobs(), chunksize=4):
            if verdict.kind in LEFT_OUT:
                left_out[f"{verdict.kind.value}: {verdict.reason.splitlines()[0]}"] += 1
                if verdict.kind is Kind.INVALID and arguments.show:
                    print(verdict.reason, verdict.source)
                continue
            counts[verdict.kind.value] += 1
            if verdict.kind is Kind.EQUAL and verdict.expected:
                recorded.append(verdict)
            if verdict.kind is not Kind.EQUAL:
                failures.append((source, verdict))
            if verdict.kind is Kind.REFUSED:
                refusals[verdict.reason] += 1
            if sum(counts.values()) >= arguments.count:
                break
        pool.terminate()

    if arguments.record is not None:
        arguments.record.write_text("".join(map(line_of, recorded)), "utf-8")
    total = sum(counts.values())
    print(f"{total} programs in {time.monotonic() - began:.0f} s")
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}  ({100 * count / total:.1f} %)")
    for message, count in refusals.most_common():
        print(f"{count:6} refused: {message}")
    for message, count in left_out.most_common(8):
        print(f"{count:6} left out: {message}")
    report(failures, arguments, options)


def line_of(verdict: Verdict) -> str:
    """A program with its trace, as a line of the corpus."""
    fields = {
        "source": verdict.source,
        "stdout": verdict.expected,
        "code": verdict.exit_code,
    }
    return json.dumps(fields) + "\n"


def report(
    failures: list[tuple[str, Verdict]],
    arguments: argparse.Namespace,
    options: Options,
) -> None:
    """The smallest programs that fail, several of each sort."""
    # What nobody was told of comes first.
    silent = (Kind.DIFFERENT, Kind.CRASHED)
    failures.sort(key=lambda f: (f[1].kind not in silent, len(f[1].source)))
    for name, count in Counter(v.signature for _, v in failures).most_common(30):
        print(f"{count:6} {name}")
    seen: Counter[str] = Counter()
    shown: set[str] = set()
    with Comparison(options, arguments.python) as comparison:
        for source, verdict in failures:
            name = verdict.signature
            if len(shown) >= arguments.show:
                break
            if seen[name] >= 3:
                continue
            seen[name] += 1
            final = smaller(comparison, source, arguments.kind == "timers")
            if final.source in shown:
                continue
            shown.add(final.source)
            print(f"\n==== {name}\n{final.source}---- {final.reason}")
            if arguments.keep is not None:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                path = arguments.keep / f"{len(shown):03}.js"
                path.write_text(final.source, "utf-8")


if __name__ == "__main__":
    main()
