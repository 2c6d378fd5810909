"""The example in README.md is a file of examples/js, what js2aio makes of it, and what both print."""

from __future__ import annotations

import re
from pathlib import Path

import js2aio

_EXAMPLE = re.compile(
    r"(?<=<!-- README-EXAMPLE: )(examples/js/[\w.-]+)(, [^\n]*-->\n)(.*?)(?=\n<!-- /README-EXAMPLE -->)",
    re.DOTALL,
)


def shown(root: Path, example: str) -> str:
    """What README.md has to show of an example."""
    path = root / example
    source = path.read_text(encoding="utf-8")
    name = path.name.split("-", 1)[1]
    code = js2aio.translate(source, filename=example).code
    printed = path.with_suffix(".out").read_text(encoding="utf-8")
    return f"""
**{name}**

```js
{source.rstrip()}
```

**`js2aio {name}`**

```python
{code.rstrip()}
```

**`node {name}`** and **`js2aio {name} --run`** both print

```text
{printed.rstrip()}
```
"""


def test_the_example_is_what_comes_out(root: Path, update_node: bool) -> None:
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    found = _EXAMPLE.search(text)
    assert found is not None
    wanted = shown(root, found[1])
    if update_node:
        start, end = found.span(3)
        readme.write_text(text[:start] + wanted + text[end:], encoding="utf-8")
    else:
        assert found[3] == wanted, "record it anew with pytest --update-node"
