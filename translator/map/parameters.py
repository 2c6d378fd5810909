"""The parameters of functions, and what they take apart at the start of the body."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from .patterns import Patterns


class Parameters(Patterns):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the names of functions' ``arguments``
        self.arguments_names: dict[n.Node, Binding] = {}

    def arguments_of(self, node: n.Function, this: str | None) -> ast.arguments:
        """The parameters; what they take apart becomes the first statements."""
        atom = self.analysis.functions.get(node)
        if atom is not None and atom.given is not None:
            return self.all_arguments(node, atom, this)
        args: list[ast.arg | str] = [this] if this is not None else []
        defaults: list[ast.expr] = []
        vararg: str | ast.arg | None = self.surplus(node)
        prologue: list[tuple[n.Node, Binding]] = []
        for position, param in enumerate(node.params):
            if isinstance(param, n.RestElement):
                vararg = self.rest_parameter(param, prologue)
                continue
            if param in self.cancelling.params:
                continue
            default: ast.expr | None = None
            target = param
            if isinstance(param, n.AssignmentPattern):
                target = param.left
                default = b.const(None)
                if (
                    isinstance(target, n.Identifier)
                    and self.is_constant(param.right)
                    and not self.needs_default_test(node, position)
                ):
                    default = self.expr(param.right)
                    param = target
            if isinstance(target, n.Identifier):
                binding = self.scopes.binding_of[target]
                if self.named_again(node, position, target.name):
                    binding = self.temp("_", "param")
            else:
                name = self.pattern_param_name(node, param, target, position)
                binding = self.temp(name, "param")
            args.append(self.param(binding))
            if default is None and (self.may_be_missing(node, position) or defaults):
                default = b.const(None)
            if default is not None:
                defaults.append(default)
            if not isinstance(param, n.Identifier):
                prologue.append((param, binding))
        if not node.params and not isinstance(node, n.ArrowFunctionExpression):
            mentions = self.scopes.arguments_of(node)
            if mentions:
                binding = self.arguments_names[node] = self.temp("args", "param")
                binding.references.extend(mentions)
                vararg = self.param(binding)
                if not self.only_read(binding):
                    rest = n.RestElement(mentions[0], start=node.start, end=node.start)
                    prologue.append((rest, binding))
        for param, binding in prologue:
            self.param_prologue(param, binding)
        made = b.arguments(args, defaults=defaults)
        if isinstance(vararg, str):
            made.vararg = ast.arg(vararg)
        elif vararg is not None:
            made.vararg = vararg
        return made

    def named_again(self, node: n.Function, position: int, name: str) -> bool:
        """Whether a later parameter has the same name, as sloppy functions may have it:
        the last one counts."""
        return any(
            isinstance(later, n.Identifier) and later.name == name
            for later in node.params[position + 1 :]
        )

    def simple_arguments(self, node: n.Function) -> ast.arguments:
        args: list[ast.arg | str] = []
        defaults: list[ast.expr] = []
        vararg: str | ast.arg | None = self.surplus(node)
        for position, param in enumerate(node.params):
            if isinstance(param, n.RestElement):
                vararg = self.rest_parameter(param, [])
                continue
            if param in self.cancelling.params:
                continue
            target = param.left if isinstance(param, n.AssignmentPattern) else param
            assert isinstance(target, n.Identifier)
            binding = self.scopes.binding_of[target]
            if self.named_again(node, position, target.name):
                binding = self.temp("_", "param")
            args.append(self.param(binding))
            if isinstance(param, n.AssignmentPattern):
                defaults.append(self.expr(param.right))
            elif self.may_be_missing(node, position) or defaults:
                defaults.append(b.const(None))
        made = b.arguments(args, defaults=defaults)
        if vararg is not None:
            made.vararg = ast.arg(vararg) if isinstance(vararg, str) else vararg
        return made

    def pattern_param_name(
        self, node: n.Function, param: n.Node, target: n.Node, position: int
    ) -> str:
        """A name for a parameter that is taken apart: that of what the calls give."""
        default = "options" if isinstance(target, n.ObjectPattern) else "items"
        atom = self.analysis.functions.get(node)
        if atom is None or param is not target:
            return default
        names: set[str] = set()
        for call in atom.calls:
            arguments = getattr(call, "arguments", ())
            if position >= len(arguments) or any(
                isinstance(a, n.SpreadElement) for a in arguments
            ):
                return default
            argument = arguments[position]
            if isinstance(argument, n.MemberExpression) and not argument.computed:
                argument = argument.property
            if not isinstance(argument, n.Identifier):
                return default
            names.add(argument.name)
        own = {name.name for p in node.params for name in pattern_names(p)}
        if len(names) != 1 or names & own or len(min(names)) < 3:
            return default
        name = names.pop()
        mentioned = {x.name for x in n.walk(node.body) if isinstance(x, n.Identifier)}
        return default if name in mentioned else name

    def surplus(self, node: n.Function) -> str | None:
        atom = self.analysis.functions.get(node)
        if atom is not None and self.takes_surplus(atom):
            return "_"
        return None

    def rest_parameter(
        self, param: n.RestElement, prologue: list[tuple[n.Node, Binding]]
    ) -> ast.arg:
        target = param.argument
        if isinstance(target, n.Identifier):
            binding = self.scopes.binding_of[target]
            if not self.only_read(binding):
                prologue.append((param, binding))
            return self.param(binding)
        binding = self.temp("args", "param")
        prologue.append((target, binding))
        return self.param(binding)

    def only_read(self, binding: Binding) -> bool:
        """Whether a rest array is only iterated, spread, indexed and measured."""
        if binding.reassigned:
            return False
        for reference in binding.references:
            parent = self.scopes.parents.get(reference)
            if isinstance(parent, (n.SpreadElement, n.ForOfStatement)):
                continue
            if isinstance(parent, n.MemberExpression) and parent.object is reference:
                above = self.scopes.parents.get(parent)
                if isinstance(above, n.UpdateExpression) or (
                    isinstance(above, n.AssignmentExpression) and above.left is parent
                ):
                    return False
                if parent.computed:
                    continue
                name = parent.property.name  # type: ignore[attr-defined]
                if name in ("length", "map", "filter", "reduce", "forEach", "some", "every",
                            "find", "join", "includes"):  # fmt: skip
                    continue
            return False
        return True

    def param_prologue(self, param: n.Node, binding: Binding) -> None:
        """Statements at the start of a body: defaults and patterns of a parameter."""
        if isinstance(param, n.RestElement):
            self.emit(
                b.assign(self.target(binding), b.call("list", self.load(binding)))
            )
            return
        if isinstance(param, n.AssignmentPattern):
            types = self.analysis.types.get(param, t.T_ANY)
            if t.NULL in types:
                self.warn(
                    param,
                    "null and undefined are both None in Python: null takes the default too",
                )
            block: list[ast.stmt] = []
            with self.into(block):
                value = self.expr(param.right)
                block.append(b.assign(self.target(binding), value))
            self.emit(b.if_(b.compare(self.load(binding), "is", b.const(None)), block))
            param = param.left
        if not isinstance(param, n.Identifier):
            self.assign_pattern(param, self.load(binding), declare=True)

    # -- defaults ------------------------------------------------------------------------

    def is_constant(self, node: n.Node) -> bool:
        return isinstance(
            node,
            (
                n.StringLiteral,
                n.NumberLiteral,
                n.BooleanLiteral,
                n.NullLiteral,
                n.BigIntLiteral,
            ),
        ) or (
            isinstance(node, n.UnaryExpression)
            and node.operator == "-"
            and isinstance(node.argument, n.NumberLiteral)
        )

    def may_be_missing(self, node: n.Function, position: int) -> bool:
        """Whether some call leaves a parameter out."""
        atom = self.analysis.functions.get(node)
        if atom is None:
            return False
        if atom.min_args is not None and position >= atom.min_args:
            return True
        return atom.escapes and position in self.analysis.jsdoc.optional_params(node)

    def needs_default_test(self, node: n.Function, position: int) -> bool:
        """Whether undefined may be passed for a parameter that has a default."""
        atom = self.analysis.functions.get(node)
        return atom is not None and position in atom.undefined_args

    # -- arguments -----------------------------------------------------------------------

    def all_arguments(
        self, node: n.Function, atom: t.FunctionAtom, this: str | None
    ) -> ast.arguments:
        """``*args`` for a function that looks at its ``arguments``; its parameters are the
        first of them, None where there are fewer."""
        mentions = self.scopes.arguments_of(node)
        binding = self.arguments_names[node] = self.temp("args", "param")
        binding.references.extend(mentions)
        made = b.arguments([this] if this is not None else [])
        made.vararg = self.param(binding)
        if not self.only_read(binding):
            rest = n.RestElement(mentions[0], start=node.start, end=node.start)
            self.param_prologue(rest, binding)
        targets: list[ast.expr] = []
        for param in node.params:
            assert isinstance(param, n.Identifier)
            targets.append(self.target(self.scopes.binding_of[param]))
        count = len(targets)
        known = atom.min_args if not atom.escapes and atom.min_args is not None else 0
        given = self.load(binding)
        value: ast.expr
        if count == 1:
            value = b.index(given, 0)
            if not known:
                value = b.cond(self.load(binding), value, b.const(None))
            self.emit(b.assign(targets[0], value))
            return made
        missing = max(0, count - known)
        value = given
        if missing:
            value = b.tuple_([b.star(given), *[b.const(None)] * missing])
        exact = atom.max_args == count and all(
            isinstance(call, (n.CallExpression, n.NewExpression))
            and not any(isinstance(a, n.SpreadElement) for a in call.arguments)
            for call in atom.calls
        )
        if missing or atom.escapes or not exact:
            targets.append(b.star(self.target(self.temp("_", "param"))))
        self.emit(b.assign(b.tuple_(targets), value))
        return made

    def arguments_object(self, node: n.Identifier) -> ast.expr:
        function: n.Node = self.scopes.enclosing_function(node)
        while isinstance(function, n.ArrowFunctionExpression):
            function = self.scopes.facts[function].parent  # type: ignore[assignment]
        binding = self.arguments_names.get(function)
        if binding is None:
            raise self.refuse(
                node,
                "`arguments` in a function with parameters",
                "use a rest parameter (...args)",
            )
        return self.load(binding)
