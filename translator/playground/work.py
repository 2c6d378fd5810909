"""What the playground's page asks for: a translation, and both programs executed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

from ..api import Translation, translate
from ..diagnostics import Diagnostic
from ..errors import JavaScriptSyntaxError, Js2aioError
from ..options import Naming, Options, Order, Style, Target
from ..parse import parse
from ..rules import load_rules
from ..running import Run, Stop, find_node, run_node, run_python
from ..site.render import why_entries
from ..site.sides import Line, Sides, sides
from ..source import SourceText

FILENAME = "program.js"
# Characters of an output that the page shows.
SHOWN = 100_000


def options_of(chosen: dict[str, Any]) -> Options:
    """The options as the page sends them. Raises ``ValueError``."""
    return Options(
        target=Target(chosen.get("target", Target.PY311)),
        style=Style(chosen.get("style", Style.GATHER)),
        order=Order(chosen.get("order", Order.TIMERS)),
        naming=Naming(chosen.get("naming", Naming.PEP8)),
        task_names=chosen.get("task_names") is True,
    )


def translated(source: str, options: Options) -> dict[str, Any]:
    """A translation with its lines, as JSON. ``failure`` tells why there is none."""
    text = SourceText(source, FILENAME)
    try:
        translation = translate(source, filename=FILENAME, options=options)
    except JavaScriptSyntaxError as error:
        return {"failure": error.diagnostic.message, "said": [_said(error.diagnostic)]}
    except Js2aioError as error:
        return {"failure": str(error), "said": []}
    return {
        "code": translation.code,
        **_lines(sides(translation, text, load_rules(options.mappings))),
        "said": [_said(item) for item in translation.diagnostics],
    }


def _lines(shown: Sides) -> dict[str, Any]:
    docs = {rule.id: rule.doc for rule in load_rules().rules}
    python = []
    for row in shown.rows:
        for group in row.python:
            helper = group.helpers[0] if group.helpers else ""
            python += [
                {"html": str(line.html), "helper": helper, **_links(line)}
                for line in group.lines
            ]
    return {
        "javascript": [_links(line) for row in shown.rows for line in row.javascript],
        "python": python,
        "why": why_entries(shown, docs),
    }


def _links(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "to": line.to,
        "uses": line.uses,
        "decisions": line.decisions,
        "said": line.said,
    }


def _said(item: Diagnostic) -> dict[str, Any]:
    return {**asdict(item), "level": item.level.value}


def executed(
    source: str, options: Options, timeout: float, stop: Stop
) -> dict[str, Any]:
    """What the program prints under Node and, translated, under Python, as JSON.

    ``javascript`` is null where Node is not installed. Both run at the same time.
    """
    try:
        translation = translate(source, filename=FILENAME, options=options)
        module = parse(SourceText(source)).source_type == "module"
    except Js2aioError as error:
        return {"failure": str(error)}
    with ThreadPoolExecutor(2) as pool:
        python = pool.submit(run_python, translation.code, timeout, stop=stop)
        node = (
            pool.submit(
                run_node,
                source,
                timeout,
                suffix=".mjs" if module else ".js",
                stop=stop,
            )
            if find_node()
            else None
        )
        shown = node.result() if node else None
        return {
            "javascript": shown and _run(shown),
            "python": _run(python.result()),
            "verdict": _verdict(shown, python.result(), translation),
        }


def _run(run: Run) -> dict[str, Any]:
    return {
        "stdout": _cut(run.stdout),
        "stderr": _cut(run.stderr),
        "exit_code": run.exit_code,
        "stopped": run.stopped,
        "seconds": round(run.seconds, 2),
    }


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}\n... and more"


def _verdict(node: Run | None, python: Run, translation: Translation) -> str:
    if not translation.ok:
        return "refused"
    if node is None:
        return "alone"
    same = (node.stdout, node.exit_code) == (python.stdout, python.exit_code)
    return "same" if same and node.exit_code is not None else "different"
