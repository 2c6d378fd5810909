"""The pages of the mapping rules: their examples are translated and executed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from ..api import translate
from ..errors import Js2aioError
from ..explanations import explain
from ..options import Options, Order, Style, Target
from ..parse import parse
from ..rules import Rule, load_rules
from ..rules.decisions import Decision, decision_for
from ..running.batch import Script
from ..source import SourceText
from .outcomes import Outcome, run_snippets, verdict_on
from .sides import Sides, sides

# How many examples one call in another process translates.
_PORTION = 25


@dataclass(slots=True)
class Snippet:
    """JavaScript of a few lines, with what became of it."""

    source: str
    script: Script
    code: str = ""
    sides: Sides | None = None
    constructs: tuple[str, ...] = ()
    failure: str = ""
    outcome: Outcome | None = None

    @property
    def status(self) -> str:
        """As that of a program."""
        if self.sides is None:
            return "failed"
        return verdict_on(self.outcome, self.sides.diagnostics)


@dataclass(slots=True)
class RulePage:
    """A rule with its examples; ``used_by``: names of programs, and their pages."""

    rule: Rule
    examples: list[Snippet]
    used_by: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def decision(self) -> Decision | None:
        return decision_for(self.rule.id)

    @property
    def pack(self) -> str:
        return self.rule.pack.name

    @property
    def says(self) -> tuple[str, str]:
        """Whether Python differs, in a word, and how: ``same`` tells that it does not."""
        rule = self.rule
        for word, text in (
            ("refused", rule.refuse),
            ("warning", rule.warning),
            ("note", rule.note),
        ):
            if text:
                return word, text
        return "same", ""


def translate_snippet(source: str, options: Options) -> Snippet:
    """Translate a few lines as a program of their own."""
    text = SourceText(source.strip("\n") + "\n", "example.js")
    snippet = Snippet(text.text, Script(text.text))
    try:
        tree = parse(text)
        if tree.source_type == "module":
            snippet.script = Script(text.text, ".mjs")
        translation = translate(text.text, filename=text.filename, options=options)
        snippet.code = translation.code
        snippet.sides = sides(translation, text, load_rules(options.mappings))
        snippet.constructs = tuple(each.takes for each in explain(translation))
    except Js2aioError as error:
        snippet.failure = str(error)
    return snippet


def options_for(rule: Rule, mappings: tuple[Path, ...] = ()) -> Options:
    """The options under which a rule is used."""
    return Options(
        target=Target(rule.target) if rule.target else Target.PY311,
        style=Style(rule.style) if rule.style else Style.GATHER,
        order=Order(rule.order) if rule.order else Order.TIMERS,
        mappings=mappings,
    )


def rule_pages(
    rules: Sequence[Rule],
    mappings: tuple[Path, ...],
    executor: Executor,
    timeout: float,
    done: Callable[[int], None] = lambda _: None,
) -> list[RulePage]:
    """A page for each rule; the examples are translated by ``executor``, then run.

    ``done`` is called with the number of examples that are translated.
    """
    jobs = [
        (example.js, options_for(rule, mappings))
        for rule in rules
        for example in rule.examples
    ]
    portions = [jobs[at : at + _PORTION] for at in range(0, len(jobs), _PORTION)]
    snippets: list[Snippet] = []
    for part in executor.map(_translate_portion, portions):
        snippets += part
        done(len(part))
    translated = [each for each in snippets if not each.failure]
    outcomes = run_snippets([(each.script, each.code) for each in translated], timeout)
    for snippet, outcome in zip(translated, outcomes):
        snippet.outcome = outcome
    rest = iter(snippets)
    return [RulePage(rule, [next(rest) for _ in rule.examples]) for rule in rules]


def _translate_portion(jobs: Sequence[tuple[str, Options]]) -> list[Snippet]:
    return [translate_snippet(source, options) for source, options in jobs]
