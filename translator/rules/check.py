"""The whole check of a rule book, which loading does not do: it takes a second.

Used by the tests, and for the user's own files when they ask for it.
"""

from __future__ import annotations

import ast
import builtins
import itertools
import re
from collections.abc import Callable, Iterator, Mapping

from ..errors import MappingError
from ..options import Order, Style, Target
from .book import RuleBook
from .helpers import HelperLibrary
from .keys import pattern_key
from .parsed import Parsed
from .schema import METAVARIABLE, Rule
from .substitute import Tree
from .template import Captured

Translate = Callable[[str, Rule], str]

_LENGTHS = (2, 1, 0)
_ANSWERS_TRIED = 64
# The forms of what Promise.allSettled gives.
_SETTLED = ("results", "objects")


def check_rules(
    book: RuleBook, translate: Translate | None = None, *, file: str | None = None
) -> list[str]:
    """All problems of the rules of a book, each as one sentence; none is good.

    ``file`` is the ``source_file`` of the rules to look at; without it, it is all rules.

    Looked at are the pattern, the template in all its shapes, the type expressions, the
    names of helpers and imports, and with ``translate`` (JavaScript in, the whole
    Python out) the examples, compared after black.
    """
    problems: list[str] = []
    libraries: dict[int, HelperLibrary] = {id(book.helpers): book.helpers}
    for rule in book.rules:
        if file is not None and rule.source_file != file:
            continue
        libraries[id(rule.library)] = rule.library
        problems += _rule_problems(rule)
        problems += _key_problems(book, rule)
        if translate is not None:
            problems += _example_problems(rule, translate)
    for library in libraries.values():
        problems += _helper_problems(library)
    return list(dict.fromkeys(problems))


def _key_problems(book: RuleBook, rule: Rule) -> Iterator[str]:
    """The key of a rule was made from text: does it lead to the rule?"""
    if book.key_of(rule) != pattern_key(rule.js, rule.from_):
        yield str(rule.error("write 'id' and 'js' first, each on one line"))
    try:
        if rule not in book.candidates(rule.pattern):
            yield str(rule.error(f"no node leads to it: {book.key_of(rule)!r}"))
    except MappingError:
        return  # of the pattern, which is reported already


def _rule_problems(rule: Rule) -> Iterator[str]:
    try:
        _ = rule.pattern, rule.guards, rule.gives_type
        for name in set(rule.where) - set(rule.metavariables) - {"_"}:
            yield str(rule.error(f"'where' names {name}, which the pattern has not"))
        for name in set(rule.from_) - _identifiers(rule.js):
            yield str(rule.error(f"'from' names {name}, which the pattern has not"))
        kinds: dict[str, set[str]] = {}
        for match in METAVARIABLE.finditer(rule.js):
            kinds.setdefault(match[2], set()).add(match[1])
        for name in (name for name, seen in kinds.items() if len(seen) > 1):
            yield str(rule.error(f"${name} and $$${name} in one pattern"))
        if rule.python is not None:
            yield from _template_problems(rule)
    except MappingError as error:
        yield str(error)


def _identifiers(js: str) -> set[str]:
    found, word = set(), ""
    for char in js + " ":
        if char.isalnum() or char in "_$":
            word += char
        else:
            found.add(word)
            word = ""
    return found


def _template_problems(rule: Rule) -> Iterator[str]:
    lists = [name for name, is_list in rule.metavariables.items() if is_list]
    seen: set[int] = set()
    for lengths in itertools.product(_LENGTHS, repeat=len(lists)):
        for target, style, order, settled in itertools.product(
            Target, Style, Order, _SETTLED
        ):
            context = {
                "target": target.version,
                "style": style.value,
                "order": order.value,
                "settled": settled,
            }
            if not rule.allows(
                context=next(iter(rule.context), "value"),
                style=style.value,
                target=target.version,
                order=order.value,
            ):
                continue
            captured = _dummies(rule, dict(zip(lists, lengths, strict=True)))
            try:
                for parsed in _renderings(rule, captured, context):
                    if id(parsed) not in seen:
                        seen.add(id(parsed))
                        rule.template.filled(parsed, captured, _derive)
                        yield from _name_problems(rule, parsed)
            except MappingError as error:
                if any(rule.where.get(n) for n, c in zip(lists, lengths) if c < 2):
                    continue  # a guard may say how many there are
                yield str(error)
    for name in sorted(set(rule.metavariables) - rule.used - set(rule.where)):
        if len(re.findall(rf"\${name}\b", rule.js)) == 1:
            yield str(
                rule.error(
                    f"the template drops ${name}; name it $_{name} if that is meant"
                )
            )


def _dummies(rule: Rule, lengths: Mapping[str, int]) -> Captured:
    return {
        name: [None] * lengths[name] if is_list else None
        for name, is_list in rule.metavariables.items()
    }


def _derive(name: str, path: str) -> Tree:
    """Some tree for what a template derives."""
    if path == "statements" or path.startswith(("settled", "piped")):
        return [ast.Pass()]
    return ast.Name("captured", ast.Load())


def _renderings(
    rule: Rule, captured: Captured, extra: Mapping[str, object]
) -> Iterator[Parsed]:
    """The results for all ways to answer what the template asks, up to a number."""
    waiting: list[tuple[bool, ...]] = [()]
    for _ in range(_ANSWERS_TRIED):
        if not waiting:
            return
        answers = waiting.pop()
        asked = _Answers(answers)
        parsed = rule.template.parsed(captured, asked, extra)
        given = tuple(asked.given.values())
        waiting += ((*given[:at], True) for at in range(len(answers), len(given)))
        yield parsed


class _Answers:
    """Facts that answer new questions as told, and with no after that."""

    def __init__(self, answers: tuple[bool, ...]) -> None:
        self.answers = answers
        self.given: dict[tuple[str, str], bool] = {}

    def __call__(self, name: str, predicate: str) -> bool:
        at = len(self.given)
        answer = at < len(self.answers) and self.answers[at]
        return self.given.setdefault((name, predicate), answer)


def _name_problems(rule: Rule, parsed: Parsed) -> Iterator[str]:
    bound = {
        alias.asname or alias.name.split(".")[0]
        for statement in parsed.imports
        for node in ast.parse(statement).body
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    for name in sorted(parsed.loaded - bound - parsed.helpers):
        if not hasattr(builtins, name) and name not in ("__file__", "__name__"):
            yield str(
                rule.error(
                    f"the template uses {name!r}, which is no builtin, no helper and "
                    "not among 'imports'"
                )
            )


def _helper_problems(library: HelperLibrary) -> Iterator[str]:
    try:
        for name in sorted(library.names):
            helper = library.get(name)
            for other in helper.unknown:
                yield f"helper {name!r} uses {other!r}, which it has not got"
            first = helper.source.lstrip()
            public = not helper.is_constant and not name.startswith("_")
            if public and '"""' not in first:
                yield f"helper {name!r} has no docstring"
            library.closure([name])
    except MappingError as error:
        yield str(error)


def _example_problems(rule: Rule, translate: Translate) -> Iterator[str]:
    for example in rule.examples:
        try:
            found = _formatted(translate(example.js, rule))
            wanted = _formatted(example.python)
        except Exception as error:
            message = f"example {example.js!r}: {type(error).__name__}: {error}"
            yield str(rule.error(message))
            continue
        if found != wanted:
            yield str(
                rule.error(
                    f"example {example.js!r} translates to\n{found}instead of\n{wanted}"
                )
            )


def _formatted(python: str) -> str:
    import black

    return black.format_str(python.strip() + "\n", mode=black.Mode())
