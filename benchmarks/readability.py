"""How the output reads, in figures.

    python benchmarks/readability.py examples/js --data DIR

Lines are those that are not blank. Helpers are the definitions from mappings/helpers
that the output holds. Findings are those of ruff's default rules.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from common import Text, files_in, helpers_in, humaneval_tasks, lines_of_code

import js2aio


@dataclass(slots=True)
class Reading:
    """One translated text."""

    name: str
    source: str
    code: str
    helpers: set[str]
    refused: bool


def main() -> int:
    options = _arguments()
    for folder in options.folders:
        report(str(folder), list(files_in([folder])))
    if options.data:
        report("HumanEval-X", humaneval_tasks(options.data))
    return 0


def read(text: Text) -> Reading | None:
    """Translate a text; None where nothing can be produced."""
    try:
        translation = js2aio.translate(text.source, filename=text.name)
        tree = ast.parse(translation.code)
    except (js2aio.Js2aioError, SyntaxError) as error:
        print(f"  left out {text.name}: {str(error).splitlines()[0]}")
        return None
    return Reading(
        text.name, text.source, translation.code, helpers_in(tree), not translation.ok
    )


def report(name: str, texts: list[Text]) -> None:
    """Translate all texts, and print the figures."""
    print(f"{name}: {len(texts)} texts")
    readings = [reading for text in texts if (reading := read(text))]
    if not readings:
        return
    javascript = sum(lines_of_code(r.source) for r in readings)
    python = sum(lines_of_code(r.code) for r in readings)
    helpers = Counter(helper for r in readings for helper in r.helpers)
    plain = sum(not r.helpers for r in readings)
    findings = ruff_findings([r.code for r in readings])
    longest = max(
        (len(line), r.name, number)
        for r in readings
        for number, line in enumerate(r.code.splitlines() or [""], 1)
    )
    per_line = python / max(javascript, 1)
    print(f"  lines of Python to a line of JavaScript {per_line:8.2f}")
    print(
        f"  helpers to 100 lines                    {_per(100, helpers, python):8.2f}"
    )
    print(f"  files without a helper                  {plain / len(readings):8.0%}")
    print(
        f"  ruff findings to 1,000 lines            {_per(1000, findings, python):8.2f}"
    )
    print(f"  longest line                            {longest[0]:8}", end="")
    print(f"  ({longest[1]}, line {longest[2]} of the output)")
    print(
        f"  refused in part                         {sum(r.refused for r in readings):8}"
    )
    for title, counter in (("helpers", helpers), ("ruff", findings)):
        if counter:
            named = (f"{key} {count}" for key, count in counter.most_common(12))
            print(f"  {title}: {', '.join(named)}")


def _per(unit: int, counter: Counter[str], lines: int) -> float:
    return unit * counter.total() / max(lines, 1)


def ruff_findings(codes: list[str]) -> Counter[str]:
    """How often ruff's default rules find something in the programs, by rule."""
    with tempfile.TemporaryDirectory(prefix="js2aio-ruff-") as folder:
        for number, code in enumerate(codes):
            Path(folder, f"program_{number}.py").write_text(code, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache"]
            + ["--exit-zero", "--output-format", "json", folder],
            capture_output=True,
            check=True,
        )
    return Counter(finding["code"] or "syntax" for finding in json.loads(done.stdout))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--data", type=Path, metavar="DIR", help="of HumanEval-X")
    options = parser.parse_args()
    if not (options.folders or options.data):
        parser.error("name a folder, or give --data")
    return options


if __name__ == "__main__":
    sys.exit(main())
