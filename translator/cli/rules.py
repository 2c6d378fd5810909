"""``js2aio rules [NAME]``."""

from __future__ import annotations

import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ..report import is_terminal
from .choices import format_option, mappings_option
from .config import Settings
from .output import write_stdout

if TYPE_CHECKING:
    from ..rules import Rule


def _ids(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The ids of rules, for a shell."""
    from ..rules import load_rules

    found = (rule.id for rule in load_rules().rules)
    return [CompletionItem(name) for name in found if name.startswith(incomplete)]


EPILOG = """\
A rule of your own is a JavaScript pattern beside a template of the Python for it, in a
file that --mappings names ($X: one piece of code, $$$XS: any number):

\b
[[rule]]
id = "metrics-push"
js = "metrics.push($NAME, $VALUE)"
python = "metrics.push({{ NAME }}, value={{ VALUE }})"
imports = ["metrics"]
doc = "Sends one value to the collector."
[[rule.example]]
js = 'metrics.push("jobs", 1);'
python = "import metrics\\n\\nmetrics.push('jobs', value=1)"
"""


@click.command("rules", epilog=EPILOG)
@click.argument("name", required=False, shell_complete=_ids)
@mappings_option("A file of own rules, to be listed with the others.")
@format_option("text is tab-separated where stdout is no terminal.")
@click.help_option("--help")
def rules(name: str | None, mappings: tuple[Path, ...], format_: str) -> int:
    """Show the mapping rules, or one of them with its page.

    NAME is the id of a rule, or a part of the ids or patterns to list.
    """
    from ..rules import load_rules

    options = Settings(mappings=mappings).options_in(Path())
    book = load_rules(options.mappings)
    one = book.get(name) if name is not None else None
    shown = [one] if one is not None else _matching(book.rules, name or "")
    if not shown:
        close = get_close_matches(name or "", [rule.id for rule in book.rules])
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        raise click.UsageError(f"No rule is called {name!r}.{hint}")
    if format_ == "json":
        document = {"version": 1, "rules": [_entry(rule) for rule in shown]}
        write_stdout(json.dumps(document, indent=2) + "\n")
    elif is_terminal(sys.stdout):
        _show_styled(shown, page=one is not None)
    elif one is not None:
        write_stdout(_page(one))
    else:
        write_stdout("".join("\t".join(_row(rule)) + "\n" for rule in shown))
    return 0


def _matching(found: tuple[Rule, ...], text: str) -> list[Rule]:
    text = text.casefold()
    return sorted(
        (rule for rule in found if text in f"{rule.id}\n{rule.js}".casefold()),
        key=lambda rule: rule.id,
    )


def _row(rule: Rule) -> list[str]:
    """The id, the pattern, what it becomes and the first line of the page."""
    becomes = "(refused)" if rule.python is None else rule.python
    cells = (rule.id, rule.js, becomes, rule.doc.strip().partition("\n")[0])
    return [" ".join(cell.split()) for cell in cells]


def _entry(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "pack": rule.pack.name,
        "js": rule.js,
        "python": rule.python,
        "refuse": rule.refuse,
        "doc": rule.doc,
        "where": {key: list(guards) for key, guards in rule.where.items()},
        "context": list(rule.context),
        "style": rule.style,
        "order": rule.order,
        "target": rule.target,
        "gives": rule.gives,
        "imports": list(rule.imports),
        "helpers": list(rule.helpers),
        "requires": list(rule.requires),
        "note": rule.note,
        "warning": rule.warning,
        "examples": [
            {"js": example.js, "python": example.python} for example in rule.examples
        ],
        "file": rule.source_file,
    }


def _facts(rule: Rule) -> list[tuple[str, str]]:
    """What holds for a rule beside its pattern and template, in words."""
    where = [f"{key} is {' or '.join(guards)}" for key, guards in rule.where.items()]
    facts = [
        ("where", "; ".join(where)),
        ("only as", ", ".join(rule.context)),
        ("style", rule.style or ""),
        ("order", rule.order or ""),
        ("from target", rule.target or ""),
        ("gives", rule.gives or ""),
        ("imports", ", ".join(rule.imports)),
        ("helpers", ", ".join(rule.helpers)),
        ("packages", ", ".join(rule.requires)),
        ("note", rule.note or ""),
        ("warning", rule.warning or ""),
        ("refused", rule.refuse or ""),
        ("defined in", rule.source_file),
    ]
    return [(name, text) for name, text in facts if text]


def _page(rule: Rule) -> str:
    parts = [rule.id, "=" * len(rule.id), "", rule.doc.strip(), ""]
    parts += ["JavaScript", "", _indented(rule.js), ""]
    if rule.python is not None:
        parts += ["Python", "", _indented(rule.python), ""]
    parts += [f"{name}: {text}" for name, text in _facts(rule)]
    for example in rule.examples:
        parts += ["", "Example", "", _indented(example.js), "", "becomes", ""]
        parts += [_indented(example.python)]
    return "\n".join(parts) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip().splitlines())


def _show_styled(shown: list[Rule], *, page: bool) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.syntax import Syntax
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)

    def code(text: str, language: str) -> Text:
        syntax = Syntax("", language, theme="ansi_dark", background_color="default")
        coloured = syntax.highlight(text.strip())
        coloured.rstrip()
        return coloured

    if not page:
        table = Table("Rule", "JavaScript", "Python", "")
        for rule in shown:
            name, js, python, doc = _row(rule)
            becomes = Text(python, style="dim" if rule.python is None else "")
            bold = Text(name, style="bold")
            table.add_row(bold, code(js, "javascript"), becomes, Text(doc))
        console.print(table)
        return
    (rule,) = shown
    console.print(Text(rule.id, style="bold"), Text(rule.doc.strip()), sep="\n\n")
    console.print(Padding(code(rule.js, "javascript"), (1, 4)))
    if rule.python is not None:
        console.print("becomes")
        console.print(Padding(code(rule.python, "jinja"), (1, 4)))
    for name, text in _facts(rule):
        console.print(Text.assemble((f"{name}: ", "bold"), text))
    for example in rule.examples:
        console.print(Text("\nExample", style="bold"))
        console.print(Padding(code(example.js, "javascript"), (1, 4)))
        console.print("becomes")
        console.print(Padding(code(example.python, "python"), (1, 4)))
