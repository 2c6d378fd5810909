"""Imports are sorted as ruff sorts them."""

import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from js2aio.emit.imports import sort_imports

MODULES = [
    "os",
    "os.path",
    "re",
    "asyncio",
    "numpy",
    "Zope",
    "aiohttp",
    "x2",
    "x10",
    "__future__",
    ".",
    "..",
    ".a",
    "..b",
]


@pytest.mark.parametrize(
    ("statements", "sections"),
    [
        ([], []),
        (["import os", "import os"], [["import os"]]),
        (["import re, os"], [["import os", "import re"]]),
        (
            [
                "from functools import partial",
                "import re",
                "from functools import cache",
            ],
            [["import re", "from functools import cache, partial"]],
        ),
        (
            [
                "import numpy as np",
                "import os",
                "from __future__ import annotations",
                "from . import a",
            ],
            [
                ["from __future__ import annotations"],
                ["import os"],
                ["import numpy as np"],
                ["from . import a"],
            ],
        ),
        (
            ["from typing import Any, TYPE_CHECKING, cast, A"],
            [["from typing import TYPE_CHECKING, A, Any, cast"]],
        ),
        (
            ["from os import path as p", "from os import sep"],
            [["from os import path as p", "from os import sep"]],
        ),
    ],
)
def test_sections(statements, sections):
    assert sort_imports(statements) == sections


def test_other_statements_are_refused():
    with pytest.raises(TypeError, match="not an import"):
        sort_imports(["x = 1"])


NAMES = st.sampled_from(["a", "B", "CD", "Ab", "x2", "x10", "sep", "path"])
PLAIN = st.builds(
    lambda module, alias: f"import {module}" + (f" as {alias}" if alias else ""),
    st.sampled_from([m for m in MODULES if m[0] not in "._"]),
    st.none() | NAMES,
)
FROM = st.builds(
    lambda module, name, alias: f"from {module} import {name}"
    + (f" as {alias}" if alias else ""),
    st.sampled_from([m for m in MODULES if m != "__future__"]),
    NAMES,
    st.none() | NAMES,
)


@st.composite
def several(draw):
    return draw(st.sets(PLAIN | FROM, min_size=1, max_size=12))


@pytest.mark.skipif(
    not shutil.which("ruff", path=f"{sys.prefix}/bin"), reason="needs ruff"
)
def test_ruff_agrees():
    blocks = []

    @given(several())
    def collect(statements):
        blocks.append(statements)

    collect()
    for statements in blocks[:60]:
        text = (
            "\n\n".join("\n".join(section) for section in sort_imports(statements))
            + "\n"
        )
        found = subprocess.run(
            [
                f"{sys.prefix}/bin/ruff",
                "check",
                "--isolated",
                "--select",
                "I",
                "--target-version",
                "py311",
                "--diff",
                "-",
            ],
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.returncode == 0, found.stdout
