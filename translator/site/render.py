"""What the templates of both formats share: filters, and the environment of Jinja."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..files import module_name
from ..rules import Rule
from ..rules.decisions import decision_for
from .highlight import highlight
from .programs import Program
from .rule_pages import RulePage
from .sides import Sides

if TYPE_CHECKING:
    from jinja2 import Environment

STATUS_TEXTS = {
    "same": "same output",
    "different": "outputs differ",
    "loud": "raises, as it says",
    "warned": "differs, as it says",
    "alone": "Python executed",
    "unrun": "not executed",
    "refused": "partly refused",
    "failed": "not translated",
}


@cache
def environment() -> Environment:
    """The templates of HTML pages: everything is escaped unless it is Markup."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        lines=ranges,
        why=why_data,
        sentence=sentence,
        coloured=coloured,
        status_text=STATUS_TEXTS.__getitem__,
        basename=lambda name: name.rpartition("/")[2],
        python_name=python_name,
        prose=prose,
        without_paths=without_paths,
        one_line=lambda text: " ".join(text.split()),
        rule_lines=rule_lines,
    )
    return made


def ranges(numbers: tuple[int, ...]) -> str:
    """Numbers in order as text: 3 to 5, 8."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(
        str(first) if first == last else f"{first} to {last}" for first, last in parts
    )


def sentence(text: str) -> str:
    """The first sentence, on one line."""
    joined = " ".join(text.split())
    found = re.match(r".*?[.!?](?=\s|$)", joined)
    return found[0] if found else joined


def without_paths(text: str) -> str:
    """What a program wrote to stderr, without the folder that it was executed in."""
    return re.sub(r"(?:file://)?/[^\s\"':]*/js2aio-[^\s\"':]*/", "", text)


def prose(text: str) -> Markup:
    """Text in which what stands between backticks is code."""
    parts = re.split(r"`([^`]+)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if at % 2 else part
        for at, part in enumerate(parts)
    )


def coloured(text: str, language: str) -> Markup:
    """A piece of code with syntax colours."""
    return Markup("\n").join(highlight(text.strip("\n"), language))


def python_name(name: str) -> str:
    """What the Python file for a JavaScript file is called, without its folder."""
    return f"{module_name(name.rpartition('/')[2].rpartition('.')[0])}.py"


@dataclass(frozen=True, slots=True)
class PackOfRules:
    """The rules of one file of rules."""

    name: str
    doc: str
    pages: list[RulePage]


def packs_of(pages: Iterable[RulePage]) -> list[PackOfRules]:
    """Rules by the file that they stand in."""
    ordered = sorted(pages, key=lambda page: (page.pack, page.rule.id))
    found = []
    for name, group in groupby(ordered, key=lambda page: page.pack):
        members = list(group)
        found.append(PackOfRules(name, members[0].rule.pack.doc, members))
    return found


def why_data(sides: Sides, root: str, docs: Mapping[str, str]) -> Markup:
    """What the script of a page says of a line: JSON that is safe within <script>."""
    entries = why_entries(sides, docs)
    for use in entries["uses"]:
        use["href"] = f"{root}rules/{use['rule']}.html"
    return script_json(entries)


def why_entries(sides: Sides, docs: Mapping[str, str]) -> dict[str, list[Any]]:
    """The rules, decisions and diagnostics that lines name by their index."""
    uses: list[dict[str, Any]] = []
    for use in sides.uses:
        entry: dict[str, Any] = {
            "rule": use.rule,
            "doc": sentence(docs.get(use.rule, "")),
            "at": [use.line, use.column, use.end_line, use.end_column],
        }
        decision = decision_for(use.rule)
        if decision is not None:
            entry.update(takes=decision.takes, why=decision.why)
        uses.append(entry)
    return {
        "uses": uses,
        "decisions": [{"takes": d.takes, "why": d.why} for d in sides.decisions],
        "said": [
            {"level": d.level.value, "message": d.message} for d in sides.diagnostics
        ],
    }


def script_json(data: object) -> Markup:
    """JSON in which nothing ends the element or begins a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def rule_lines(program: Program) -> list[tuple[str, list[int]]]:
    """The rules that a program uses, by name, each with its lines."""
    lines: dict[str, dict[int, None]] = {}
    for use in program.sides.uses if program.sides else ():
        lines.setdefault(use.rule, {})[use.line] = None
    return [(rule, list(lines[rule])) for rule in sorted(lines)]


def facts(rule: Rule) -> list[tuple[str, str]]:
    """What holds for a rule beside its pattern and template, in words."""
    where = [f"{key} is {' or '.join(guards)}" for key, guards in rule.where.items()]
    found = [
        ("Only where", "; ".join(where)),
        ("Only as", ", ".join(rule.context)),
        ("Imported", ", ".join(f"{n} from {m}" for n, m in rule.from_.items())),
        ("Style", rule.style or ""),
        ("Order", rule.order or ""),
        ("From target", rule.target or ""),
        ("Gives", rule.gives or ""),
        ("Imports", ", ".join(rule.imports)),
        ("Helpers", ", ".join(rule.helpers)),
        ("Packages", ", ".join(rule.requires)),
        ("Defined in", rule.source_file.replace("\\", "/").rpartition("/")[2]),
    ]
    return [(name, text) for name, text in found if text]
