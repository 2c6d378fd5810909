"""The examples of docs/order.md do what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.running import run_node, run_python

from js2aio import Options, Order, translate

PAGE = Path(__file__).parent.parent / "docs" / "order.md"
_BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, dict[str, str]]]:
    """Each program, with what the page says of it: "text exact" and so on."""
    found: list[tuple[str, dict[str, str]]] = []
    for language, mode, text in _BLOCK.findall(PAGE.read_text("utf-8")):
        if language == "js":
            found.append((text, {}))
        else:
            found[-1][1][f"{language} {mode}"] = text
    return found


def printed(source: str, order: Order) -> str:
    translation = translate(source, options=Options(order=order))
    assert translation.diagnostics == ()
    outcome = run_python(translation.code)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


@pytest.mark.parametrize("number", range(len(examples())))
def test_example(number: int) -> None:
    source, said = examples()[number]
    exact = said.get("text exact", said.get("text both"))
    assert exact is not None
    assert printed(source, Order.EXACT) == exact
    timers = said.get("text timers", said.get("text both"))
    if timers is not None:
        assert printed(source, Order.TIMERS) == timers
    if "python exact" in said:
        code = translate(source, options=Options(order=Order.EXACT)).code
        for paragraph in said["python exact"].split("\n\n\n"):
            assert paragraph.strip() in code


@pytest.mark.node
@pytest.mark.parametrize("number", range(len(examples())))
def test_node_prints_what_the_page_says(number: int, node: str) -> None:
    source, said = examples()[number]
    if "setImmediate" in source:
        pytest.skip("Node leaves this to chance")
    outcome = run_node(source)
    assert outcome.stdout == said.get("text exact", said.get("text both"))


def test_there_are_examples() -> None:
    assert len(examples()) >= 6
