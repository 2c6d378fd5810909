"""Translate the users of an in-house library with rules of its own, and show that they work.

    python own_library.py FILE... -o OUT [--verify]

acme-metrics is a JavaScript package of one's own; its Python counterpart, acme_metrics.py,
has the same functions in Python's style. acme_metrics.toml says which becomes which. Calls
of the library that no rule speaks of are listed: they are what is left to be done by hand,
or by one more rule. --verify runs both programs, and compares what they print.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import js2aio

HERE = Path(__file__).parent
RULES = HERE / "acme_metrics.toml"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--verify", action="store_true")
    given = parser.parse_args()

    options = js2aio.Options(mappings=(RULES,), target=js2aio.Target.PY311)
    given.out.mkdir(parents=True, exist_ok=True)
    status = 0
    for path in given.files:
        try:
            translation = js2aio.translate_file(path, options=options)
        except js2aio.Js2aioError as error:
            print(error)
            status = 1
            continue
        ours = [use for use in translation.rules if use.id.startswith("acme-")]
        print(f"{path.name}: {len(ours)} calls of the library")
        for use in ours:
            print(f"  line {use.line}: {use.id}")
        for item in translation.diagnostics:
            if item.level is js2aio.Level.ERROR:
                print(f"  line {item.line}: to be done: {item.message}")
        target = given.out / f"{js2aio.module_name(path.stem)}.py"
        js2aio.write_whole(target, translation.code)
        if given.verify and not verified(path, options):
            status = 1
        if not translation.ok:
            status = 1
    return status


def verified(path: Path, options: js2aio.Options) -> bool:
    """Run the file under Node, and its translation with the Python library."""
    conditions = js2aio.Conditions(environment={"PYTHONPATH": str(HERE)})
    verdict = js2aio.verify(path, options=options, conditions=conditions)
    print(f"  {verdict.status.value}{verdict.message and ': ' + verdict.message}")
    if verdict.comparison is not None:
        for line in verdict.comparison.lines():
            print(f"    {line}")
    return verdict.status is js2aio.Status.SAME


if __name__ == "__main__":
    sys.exit(main())
