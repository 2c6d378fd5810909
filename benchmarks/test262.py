"""Tests of tc39/test262, translated and executed: which pass, are refused, are wrong.

    python benchmarks/test262.py --test262 DIR --area built-ins/Promise
    python benchmarks/test262.py --test262 DIR --area language built-ins/Map --sample 5

DIR is a checkout of tc39/test262. Each test becomes one program with a harness of our own
(``test262_harness.js``). ``--sample 5`` takes one test in five: which, its name alone
decides, so that the same tests are compared before and after a change. The exit status
is 1 if a test fails and js2aio had not said so.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, replace
from multiprocessing import Pool
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fuzz.compare import HERE as HOSTS  # noqa: E402
from fuzz.compare import Host  # noqa: E402
from test262_verdicts import (  # noqa: E402
    ASYNC_END,
    BAD,
    MEANINGS,
    NOT_CLAIMED,
    SYNC_END,
    Outcome,
    Verdict,
    frontmatter,
    judge,
    kind_of,
    program,
)

from js2aio import Options  # noqa: E402
from js2aio.options import Order  # noqa: E402
from js2aio.running import find_node, run_node  # noqa: E402

NODE_TIMEOUT = 10
_hosts: list[Host] = []


def execute(code: str) -> Outcome:
    """Run a program in a process of its own, forked from one that stays."""
    if not _hosts:
        _hosts.append(Host(sys.executable, str(HOSTS / "python_host.py")))
    answer = _hosts[0].ask({"code": code})
    if "invalid" in answer:
        return Outcome("", str(answer["invalid"]), 70)
    return Outcome(answer["stdout"], answer["stderr"], answer["code"])


def check(job: tuple[Path, Path, Order]) -> Verdict:
    path, folder, order = job
    name = path.relative_to(folder).as_posix()
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    verdict = judge(name, text, Options(order=order), execute)
    if verdict.status not in ("wrong", "loud"):
        return verdict
    features = frontmatter(text).features & NOT_CLAIMED
    if features and verdict.status == "wrong":
        verdict = replace(verdict, reason=f"{verdict.reason} ({', '.join(features)})")
    if _as_under_node(path, text, verdict):
        return Verdict(name, "passed")
    if order is Order.TIMERS:
        # What raises does not differ by its order alone.
        told = "Test262Error:" in verdict.reason
        exact = judge(name, text, Options(order=Order.EXACT), execute) if told else None
        if exact is not None and exact.status == "passed":
            return replace(verdict, status="order")
    return verdict


def _as_under_node(path: Path, text: str, verdict: Verdict) -> bool:
    """Whether the test comes to its end, and the program then fails, under Node, too.

    Unhandled rejections end Node with status 1; test262 lets them pass.
    """
    if find_node() is None or not verdict.reason.startswith("exit code 1"):
        return False
    source, _ = program(text, frontmatter(text))
    done = run_node(source, NODE_TIMEOUT)
    return done.exit_code == 1 and any(
        line in (ASYNC_END, SYNC_END) for line in done.stdout.splitlines()
    )


def tests_of(options: argparse.Namespace) -> list[Path]:
    """The tests of the areas, all or one in so many; ``_FIXTURE`` marks what is no test."""
    folder = options.test262 / "test"
    paths: dict[Path, None] = {}
    for area in options.area or ["built-ins/Promise"]:
        root = folder / area
        found = [root] if root.is_file() else sorted(root.rglob("*.js"))
        if not found:
            sys.exit(f"no tests in {root}")
        paths.update(dict.fromkeys(p for p in found if "_FIXTURE" not in p.name))

    def taken(path: Path) -> bool:
        number = crc32(path.relative_to(folder).as_posix().encode())
        return number % options.sample == options.seed % options.sample

    return [path for path in paths if options.sample < 2 or taken(path)]


def report(verdicts: list[Verdict], show: str, depth: int) -> None:
    """Print the table by folder, the reasons of the refused, and what went wrong."""
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        folder = verdict.name.split("/")[:-1][:depth]
        folders["/".join(folder)][verdict.status] += 1
    total = Counter(verdict.status for verdict in verdicts)
    kinds = [kind for kind in MEANINGS if total[kind]]
    width = max(map(len, folders), default=5)
    print(f"{'':{width}} {'tests':>6}" + "".join(f"{kind:>15}" for kind in kinds))
    for folder, counts in [*sorted(folders.items()), ("all", total)]:
        number = counts.total()
        cells = (f"{counts[k]:6} ({counts[k] / number:5.1%})" for k in kinds)
        print(f"{folder:{width}} {number:6} " + " ".join(f"{c:>14}" for c in cells))
    print()
    for kind in kinds:
        print(f"{total[kind]:6} {kind:8} {MEANINGS[kind]}")
    executed = len(verdicts) - total["refused"] - total["broken"]
    silent = total["wrong"]
    print(f"\nsilently wrong: {silent} of {executed} that were executed", end="")
    print(f" ({silent / (executed or 1):.2%})")
    _reasons("Why refused:", verdicts, "refused")
    _reasons("What is silently wrong:", verdicts, "wrong")
    for verdict in verdicts:
        if verdict.status in BAD or verdict.status == show or show == "all":
            print(f"\n{verdict.status}: {verdict.name}\n    {verdict.reason}")


def _reasons(title: str, verdicts: list[Verdict], status: str) -> None:
    """Print how often each reason was given for a verdict, the most frequent first."""
    reasons = Counter(kind_of(v.reason) for v in verdicts if v.status == status)
    print(f"\n{title}")
    for reason, count in reasons.most_common():
        print(f"{count:6} {reason}")


def main() -> int:
    options = _arguments()
    order = Order(options.order)
    folder = options.test262 / "test"
    jobs = [(path, folder, order) for path in tests_of(options)]
    began = time.monotonic()
    with Pool(options.jobs) as pool:
        verdicts = list(_progress(pool.imap(check, jobs, chunksize=4), len(jobs)))
    report(verdicts, options.show, options.depth)
    print(f"\n{len(verdicts)} tests in {time.monotonic() - began:.0f} s")
    if options.json:
        document = json.dumps([asdict(verdict) for verdict in verdicts], indent=1)
        options.json.write_text(document + "\n", "utf-8")
    return int(any(verdict.status in BAD for verdict in verdicts))


def _progress(verdicts: Iterator[Verdict], number: int) -> Iterator[Verdict]:
    for count, verdict in enumerate(verdicts, 1):
        if sys.stderr.isatty():
            print(f"\r{count} of {number}", end="", file=sys.stderr)
        yield verdict


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("--test262", type=Path, required=True, metavar="DIR", help="a checkout of it")
    add("--area", nargs="+", action="extend", help="folders of test/")
    add("--sample", type=int, default=1, metavar="N", help="only one in so many")
    add("--seed", type=int, default=0, help="which of the N samples")
    add("--depth", type=int, default=3, help="of the folders in the table")
    add(
        "--show", default="", metavar="KIND", help="name the tests of this verdict, too"
    )
    add("--jobs", type=int, default=2, help="how many at a time")
    add("--order", choices=[o.value for o in Order], default=Order.TIMERS.value)
    add("--json", type=Path, metavar="FILE", help="write all verdicts")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
