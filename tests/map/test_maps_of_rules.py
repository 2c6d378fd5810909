"""A Map that a rule gives is a dict: iterating it gives pairs, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import js2aio
from js2aio.running import run_python

RULE = """\
[[rule]]
id = "counts"
js = "tally.counts()"
from = { tally = "tally:*" }
python = "dict(a=1, b=2)"
gives = "Map<string, int>"
doc = "A Map from a library."
[[rule.example]]
js = "import tally from 'tally'; console.log(tally.counts().size);"
python = "print(len(dict(a=1, b=2)))"
"""


@pytest.mark.parametrize(
    "use",
    [
        "for (const [name, count] of tally.counts()) console.log(name, count);",
        "const all = tally.counts();\n"
        "for (const [name, count] of all) console.log(name, count);",
        "for (const pair of [...tally.counts()]) console.log(pair[0], pair[1]);",
        "const copy = new Map(tally.counts());\n"
        "copy.forEach((count, name) => console.log(name, count));",
    ],
)
def test_a_map_that_a_rule_gives(tmp_path: Path, use: str) -> None:
    mapping = tmp_path / "tally.toml"
    mapping.write_text(RULE)
    source = f'const tally = require("tally");\n{use}\n'
    options = js2aio.Options(mappings=(mapping,))
    translation = js2aio.translate(source, options=options)
    assert translation.ok, translation.diagnostics
    assert run_python(translation.code).stdout == "a 1\nb 2\n", translation.code
