"""Between which bounds the arguments of a parameter are."""

from __future__ import annotations

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..rules.matching import key_name
from .dominance import Dominance
from .intervals import ANY_NUMBER, NONE, Interval


class ArgumentRanges(Dominance):
    def argument_range(self, binding: Binding) -> Interval:
        """What covers a parameter's arguments, where all calls of the function are seen."""
        function = binding.function
        if not isinstance(function, n.Function) or binding.node not in function.params:
            return ANY_NUMBER
        position = function.params.index(binding.node)
        calls = self.all_calls(function)
        if calls is None:
            return self.position_range(function) if position == 1 else ANY_NUMBER
        total = NONE
        for call in calls:
            if any(isinstance(a, n.SpreadElement) for a in call.arguments):
                return ANY_NUMBER
            if position < len(call.arguments):
                given = call.arguments[position]
                if self.constant_number(given) is None:
                    total |= self.range_of(given)
                else:
                    # One of many that could be given: its sign is what is taken from it.
                    total |= (
                        Interval(0) if self.range_of(given).low >= 0 else ANY_NUMBER
                    )
        return total

    def position_range(self, function: n.Function) -> Interval:
        """What covers the positions that ``Array.from({ length: N }, f)`` gives its callback
        (ECMA-262 23.1.2.1)."""
        call = self.scopes.parents.get(function)
        if not (
            isinstance(call, n.CallExpression)
            and function.id is None
            and not self.scopes.facts[function].uses_arguments
            and len(call.arguments) == 2
            and self.scopes.static_of(call, "Array") == "from"
            and isinstance(made := call.arguments[0], n.ObjectExpression)
            and len(made.properties) == 1
            and isinstance(length := made.properties[0], n.Property)
            and key_name(length.key) == "length"
            and not length.computed
        ):
            return ANY_NUMBER
        return Interval(0, max(self.range_of(length.value).high - 1, 0))

    def all_calls(self, function: n.Function) -> list[n.CallExpression] | None:
        """The calls of a function that is only ever called by its name."""
        name: n.Node | None = None
        if isinstance(function, n.FunctionDeclaration):
            name = function.id
        else:
            declarator = self.scopes.parents.get(function)
            if isinstance(declarator, n.VariableDeclarator):
                name = declarator.id
        binding = (
            self.scopes.binding_of.get(name) if isinstance(name, n.Identifier) else None
        )
        atom = self.analysis.functions.get(function)
        if (
            binding is None
            or binding.reassigned
            or atom is None
            or atom.escapes
            or atom in self.analysis.inference.called_from_outside
            or self.scopes.facts[function].uses_arguments
        ):
            return None
        calls: list[n.CallExpression] = []
        for use in binding.references:
            call = self.scopes.parents.get(use)
            if isinstance(call, n.CallExpression) and call.callee is use:
                calls.append(call)
            elif use is not name:
                return None
        return calls
