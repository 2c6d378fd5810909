"""What templates derive of callbacks that are called, of replacements and of patterns."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of
from ..pytree.walk import walk
from .guards import Guards

_GIVING_TEXT = frozenset(
    {"String", "encodeURIComponent", "encodeURI", "decodeURIComponent", "decodeURI"}
)
#: Methods of patterns that are functions of ``re`` and of ``regex`` too.
_OF_RE = frozenset(
    {"search", "match", "fullmatch", "sub", "split", "findall", "finditer"}
)


class TextParts(Guards):
    def derive_text(self, node: n.Node, path: str) -> ast.expr | None:
        """``F.of(2)``, ``F.replaced``, ``NEW.replacement``, ``X.compiled`` and their kin."""
        if (code := self.typed_part(node, path)) is not None:
            return code
        if path == "replaced":
            return self.replaced_by(node)
        if path.startswith("of("):
            return self.taking(node, int(path[3:-1]))
        if path.startswith("call("):
            texts: tuple[str, ...] = ast.literal_eval(f"({path[5:-1]},)")
            return self.applied(node, [template_tree(text) for text in texts])
        if path == "replacement":
            text = self.replacement(node)
            assert text is not None
            return ast.Constant(text, "r" if "\\" in text else None)
        if path == "quoted":
            return b.const(getattr(node, "name", ""))
        if path == "compiled":
            made = self.scopes.parents[node]
            source, flags = self.regexps.known(made) or (None, "")
            assert source is not None
            return self.made_regexp(made, source, flags)
        if path == "is_pattern":
            return self.tested_for_pattern(self.expr(node))
        if path == "source":
            source, _ = self.regexps.known(node) or (None, "")
            return b.const(source or "(?:)")
        if path == "flags":
            _, flags = self.regexps.known(node) or (None, "")
            return b.const("".join(sorted(flags)))
        if path.startswith("has("):
            _, flags = self.regexps.known(node) or (None, "")
            return b.const(ast.literal_eval(path[4:-1]) in flags)
        return None

    # -- callbacks -------------------------------------------------------------------------

    def taking(self, node: n.Node, count: int) -> ast.expr:
        """A callback as a function that may be given so many arguments."""
        if isinstance(node, n.Function):
            value = self.function_value(node)
            if self.function_arity(node) >= count or takes_all(node):
                return value
            found: ast.arguments | None = None
            if isinstance(value, ast.Lambda):
                found = value.args
            elif self.block and isinstance(self.block[-1], ast.FunctionDef):
                found = self.block[-1].args
            if (
                found is not None
                and found.vararg is None  # not of a function that looks at `arguments`
                and len(found.args) < count
            ):
                found.vararg = self.swallowing(node)
                name_rounds(found, len(node.params))
            return value
        most = 0
        for atom in self.type_of(node):
            if not isinstance(atom, t.FunctionAtom):
                most = 1
            elif self.takes_all(atom.node):
                return self.expr(node)
            else:
                most = max(most, len(atom.node.params))
        if most >= count:
            return self.expr(node)
        parameters = []
        for position in range(most):
            binding = self.comprehended_temp(self.param_name(node, position), node)
            parameters.append(self.param(binding))
        values: list[ast.expr] = []
        for parameter in parameters:
            name = ast.Name(parameter.arg, ast.Load())
            bind(name, binding_of(parameter))
            values.append(name)
        made = self.call_builtin_with(node, lambda i: values[i])
        body = b.call(self.expr(node), *values) if made is None else made
        lambda_ = b.lambda_(parameters, body)
        assert isinstance(lambda_, ast.Lambda)
        lambda_.args.vararg = self.swallowing(node)
        return lambda_

    def swallowing(self, node: n.Node) -> ast.arg:
        """``*rest``: what a function is given and does not look at."""
        return self.param(self.comprehended_temp("rest", node))

    def applied(self, node: n.Node, values: list[ast.expr]) -> ast.expr:
        """A callback called with expressions of the template, written out where it can be."""
        inlined = self.inlined(node)
        function = inlined.function
        if function is not None and inlined.inline:
            bound = list(zip(function.params, values))
            for param, value in bound:
                self.stand_in(param, value)
            try:
                return inlined.part(lambda: self.expr(inlined.result))
            finally:
                for param, _ in bound:
                    self.stand_out(param)
        made = self.call_builtin_with(node, lambda i: values[i])
        if made is not None:
            return made
        arity = self.callback_arity(node)
        return b.call(
            self.expr(node), *values[: len(values) if arity is None else arity]
        )

    def replaced_by(self, node: n.Node) -> ast.expr:
        """What a callback of ``replace`` makes of a match, as text."""
        values = [template_tree(text) for text in self.given_to_replacer(node) or ()]
        inlined = self.inlined(node)
        value = self.applied(node, values)
        if inlined.inline:
            return self.text_of(value, self.type_of(inlined.result), inlined.result)
        if self.builtin_reference(node) in _GIVING_TEXT:
            return value
        return self.text_of(value, self.result_types(node), node)

    def result_types(self, node: n.Node) -> t.Type:
        """What calls of a callback give."""
        found: t.Type = t.NEVER
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                found |= self.analysis.inference.result_of(atom) or t.T_UNDEFINED
            else:
                found |= t.T_ANY
        return found

    # -- patterns --------------------------------------------------------------------------

    def bind_parameters(self, value: ast.expr, node: n.Node) -> None:
        """Parameters of a template's lambda get names that are its own."""
        for part in walk(value):
            if not isinstance(part, ast.Lambda):
                continue
            for parameter in part.args.args:
                if hasattr(parameter, "binding"):
                    continue
                binding = self.comprehended_temp(parameter.arg, node)
                bind(parameter, binding)
                for name in walk(part.body):
                    if (
                        isinstance(name, ast.Name)
                        and name.id == parameter.arg
                        and not hasattr(name, "binding")
                    ):
                        bind(name, binding)

    def without_compile(
        self,
        value: ast.expr | None,
        trees: dict[str, ast.expr | list[ast.expr] | None],
        nodes: dict[str, n.Node],
    ) -> ast.expr | None:
        """``re.search(p, x)`` for ``re.compile(p).search(x)`` of a pattern in the call."""
        if value is None:
            return None
        for name, node in nodes.items():
            if isinstance(node, n.RegExpLiteral):
                tree = trees.get(name)
                if isinstance(tree, ast.Call) and tree.func is not None:
                    return shortened(value, tree)
        return value


def takes_all(node: n.Function) -> bool:
    return any(isinstance(p, n.RestElement) for p in node.params)


def template_tree(text: str) -> ast.expr:
    """An expression in the names of a template."""
    tree = ast.parse(text, mode="eval").body
    for part in walk(tree):
        if isinstance(part, ast.Name):
            part.of_template = True  # type: ignore[attr-defined]
    return tree


def shortened(value: ast.expr, compiled: ast.Call) -> ast.expr:
    """The value with a method of a pattern that is compiled there as a function of its module."""
    if not (
        isinstance(compiled.func, ast.Attribute)
        and compiled.func.attr == "compile"
        and isinstance(compiled.func.value, ast.Name)
        and compiled.func.value.id in ("re", "regex")
    ):
        return value
    for part in walk(value):
        if (
            isinstance(part, ast.Call)
            and isinstance(part.func, ast.Attribute)
            and part.func.value is compiled
            and part.func.attr in _OF_RE
        ):
            pattern, *flags = compiled.args
            part.func = b.attr(compiled.func.value, part.func.attr)
            part.args.insert(0, pattern)
            part.keywords += [ast.keyword("flags", flag) for flag in flags]
            break
    return value


def name_rounds(args: ast.arguments, own: int) -> None:
    """What stands for the round of a loop behind the own parameters: given by name alone."""
    while len(args.args) > own:
        args.kwonlyargs.insert(0, args.args.pop())
        args.kw_defaults.insert(0, args.defaults.pop())
