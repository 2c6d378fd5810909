"""The same source gives the same output, however Python's hashes fall."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import js2aio

EXAMPLES = Path(__file__).parents[2] / "examples" / "js"
PROGRAMS = Path(__file__).parents[1] / "programs"
CODE = """\
import sys
import js2aio
for path in sys.argv[1:]:
    translation = js2aio.translate_file(path)
    print(translation.code)
    print(*translation.diagnostics, sep="\\n")
"""


def output(programs: list[str], seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE, *programs],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=200,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
        check=True,
    )
    return done.stdout


def test_same_output_under_each_hash_seed() -> None:
    programs = sorted(str(p) for p in EXAMPLES.glob("*.js"))[::6]
    first, *others = [output(programs, seed) for seed in (0, 1, 4242)]
    assert first
    assert all(other == first for other in others)


def test_same_output_wherever_objects_lie() -> None:
    """Nodes and types are kept in sets by their address: no order may come of that."""
    kept = []
    for path in sorted((PROGRAMS / "functions").glob("*.js")):
        outputs = set()
        for count in (0, 1_000, 7_777, 20_011):
            kept.append([object() for _ in range(count)])
            outputs.add(js2aio.translate_file(path).code)
        assert len(outputs) == 1, path.name
