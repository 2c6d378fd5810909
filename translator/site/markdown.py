"""A site as Markdown, for MkDocs and GitHub: the same, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Diagnostic
from ..rules.decisions import Decision, load_decisions
from .build import Site
from .outcomes import Outcome
from .primitives import Primitive
from .programs import Program
from .render import STATUS_TEXTS, facts, packs_of, ranges, rule_lines, sentence
from .rule_pages import RulePage, Snippet
from .sides import Sides
from .writer import Folder

# What Markdown would read as more than text. Code in backticks is left as it is.
_SPECIAL = re.compile(r"([\\*_\[\]<>|#`~{}&!])")


def write(site: Site, folder: Folder) -> None:
    """Write all pages of a site."""
    folder.write("index.md", _joined(_index(site)))
    for program in site.programs:
        name = f"programs/{program.page}.md"
        root = "../" * name.count("/")
        folder.write(name, _joined(_program(program, site, root)))
    folder.write("rules/index.md", _joined(_rules(site)))
    for page in site.rules:
        folder.write(f"rules/{page.rule.id}.md", _joined(_rule(page, site)))
    folder.write("primitives.md", _joined(_primitives(site)))


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def plain(text: str) -> str:
    """Text that shows as it is; what stands between backticks is code."""
    parts = re.split(r"`([^`]+)`", " ".join(text.split()))
    return "".join(
        code(part) if at % 2 else _SPECIAL.sub(r"\\\1", part)
        for at, part in enumerate(parts)
    )


def code(text: str) -> str:
    """A piece of code within a line, or within a cell of a table."""
    text = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{marks}{space}{text}{space}{marks}".replace("|", "\\|")


def fence(text: str, language: str = "text") -> str:
    """A block of code; its fence is longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{language}\n{text.rstrip(chr(10))}\n{marks}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown. Nothing where there is no row."""
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", "|---" * len(head) + "|", *lines])


def _link(text: str, target: str) -> str:
    return f"[{plain(text)}]({target})"


def _index(site: Site) -> Iterator[str]:
    yield "# JavaScript beside Python"
    same = site.statuses["same"]
    count = f"{len(site.programs)} programs, translated to asyncio line by line."
    yield f"{count} {same} of them print the same under both." if same else count
    yield f"{_link('Mapping rules', 'rules/index.md')} · {_link('Primitives', 'primitives.md')}"
    yield table(
        ("Program", "What it does", "Result", "Constructs", "Libraries"),
        (
            (
                _link(program.name, f"programs/{program.page}.md"),
                plain(program.description),
                STATUS_TEXTS[program.status],
                ", ".join(map(code, program.short_constructs)),
                ", ".join(map(code, program.libraries)),
            )
            for program in site.programs
        ),
    )


def _program(program: Program, site: Site, root: str) -> Iterator[str]:
    yield f"# {plain(program.name)}"
    yield plain(program.description)
    yield f"{_link('Programs', f'{root}index.md')} · {STATUS_TEXTS[program.status]}"
    if program.sides is None:
        yield fence(f"{program.failure}\n{program.frame}")
        return
    yield "## JavaScript"
    yield fence(program.source, "javascript")
    yield "## Python"
    yield fence(program.code, "python")
    if program.outcome:
        yield "## Output"
        yield from _outputs(program.outcome, program.status, site)
    yield from _said(program.diagnostics)
    yield "## Line by line"
    yield _lines(program.sides, f"{root}rules/")
    yield "## Rules used"
    yield table(
        ("Rule", "Lines", "What it does"),
        (
            (
                _link(rule, f"{root}rules/{rule}.md"),
                ", ".join(map(str, lines)),
                plain(sentence(site.docs.get(rule, ""))),
            )
            for rule, lines in rule_lines(program)
        ),
    ) or "None: everything in it is syntax of the language."


def _outputs(outcome: Outcome, status: str, site: Site) -> Iterator[str]:
    node = "Node, recorded" if outcome.recorded else site.node
    if status == "same":
        yield f"✓ {node} and {site.python} both print, with exit code {outcome.python.exit_code}:"
        yield fence(outcome.python.stdout or "(nothing)")
        return
    yield f"{STATUS_TEXTS[status].capitalize()}."
    for name, run in ((node, outcome.javascript), (site.python, outcome.python)):
        if run is not None:
            yield f"{name}, exit code {run.exit_code}:"
            yield fence(run.stdout or "(nothing)")


def _said(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    if not diagnostics:
        return
    yield "## What js2aio says"
    yield "\n".join(
        f"- line {item.line}: **{item.level.value}** {plain(item.message)}"
        + (f" ({plain(item.hint)})" if item.hint else "")
        for item in diagnostics
    )


def _lines(sides: Sides, rules: str) -> str:
    """Which lines became which, by the statements of the JavaScript."""
    rows: dict[tuple[int, ...], list[int]] = {}
    uses: dict[tuple[int, ...], dict[str, None]] = {}
    for row in sides.rows:
        for line in row.javascript:
            if line.to:
                rows.setdefault(line.to, []).append(line.number)
                names = uses.setdefault(line.to, {})
                names.update((sides.uses[at].rule, None) for at in line.uses)
    return table(
        ("JavaScript", "Python", "Rules"),
        (
            (
                ranges(tuple(lines)),
                ranges(python),
                ", ".join(_link(name, f"{rules}{name}.md") for name in uses[python]),
            )
            for python, lines in rows.items()
        ),
    )


def _rules(site: Site) -> Iterator[str]:
    yield "# Mapping rules"
    yield (
        "What each built-in and each library call becomes. A rule is a pattern of JavaScript "
        "beside a template of Python; of several that fit, the first counts."
    )
    for pack in packs_of(site.rules):
        yield f"## {pack.name}"
        yield plain(pack.doc)
        yield table(
            ("Rule", "JavaScript", "What it does"),
            (
                (
                    _link(page.rule.id, f"{page.rule.id}.md"),
                    code(page.rule.js),
                    plain(sentence(page.rule.doc)),
                )
                for page in pack.pages
            ),
        )


def _rule(page: RulePage, site: Site) -> Iterator[str]:
    rule = page.rule
    yield f"# {rule.id}"
    yield plain(rule.doc)
    yield f"{_link('Rules', 'index.md')} · {page.pack}"
    yield "A call like"
    yield fence(rule.js, "javascript")
    if rule.python is None:
        yield "is refused."
    else:
        yield "becomes"
        yield fence(rule.python.strip("\n"), "python")
    yield table(("", ""), ((name, code(text)) for name, text in facts(rule)))
    if page.decision:
        yield "## Why"
        yield from _decision(page.decision)
    yield "## What differs"
    word, text = page.says
    yield f"**{word}** {plain(text)}" if text else "Nothing: Python does the same."
    for number, example in enumerate(page.examples, 1):
        yield "## Example" + (f" {number}" if len(page.examples) > 1 else "")
        yield from _snippet(example, site, "")
    if page.used_by:
        yield "## Used in"
        yield "\n".join(
            f"- {_link(f'{name}, line {line}', f'../programs/{href}.md')}"
            for name, href, line in page.used_by
        )


def _decision(decision: Decision) -> Iterator[str]:
    yield f"**{plain(decision.takes)}**: {plain(decision.why)}."
    yield "\n".join(
        f"- not {plain(other.name)}: {plain(other.why)}" for other in decision.instead
    )


def _snippet(snippet: Snippet, site: Site, rules: str) -> Iterator[str]:
    yield fence(snippet.source, "javascript")
    if snippet.sides is None:
        yield fence(snippet.failure)
        return
    yield fence(snippet.code, "python")
    if snippet.outcome:
        yield from _outputs(snippet.outcome, snippet.status, site)
    yield _lines(snippet.sides, rules)


def _primitives(site: Site) -> Iterator[str]:
    page = site.primitives
    yield "# asyncio’s primitives"
    yield (
        "gather, wait, create\\_task, TaskGroup, Semaphore: each beside the JavaScript that "
        "leads to it. All of it was translated and executed while this page was built."
    )
    for part in page.parts:
        yield f"## {plain(part.title)}"
        yield plain(part.text)
        for item in part.items:
            yield from _primitive(item, site)
    yield "## gather, wait or TaskGroup"
    yield table(page.choice.head, page.choice.rows)
    yield "## What js2aio takes, and why"
    yield table(
        ("It takes", "because", "and not"),
        (
            (
                plain(each.takes),
                plain(each.why),
                "; ".join(f"**{plain(o.name)}**: {plain(o.why)}" for o in each.instead),
            )
            for each in load_decisions().values()
        ),
    )


def _primitive(item: Primitive, site: Site) -> Iterator[str]:
    yield f"### {plain(item.title)}"
    yield plain(item.text)
    if item.options:
        yield f"Translated with {code(item.options)}:"
    if item.snippet is not None:
        yield from _snippet(item.snippet, site, "rules/")
