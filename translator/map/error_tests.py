"""``instanceof`` of JavaScript's own classes of errors.

Python itself raises other classes than JavaScript for the same mistake, and has one class,
ValueError, for two of JavaScript's.
"""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .shown_formats import ShownFormats

#: what makes a SyntaxError, by itself
_PARSERS = frozenset({"JSON", "RegExp"})


class ErrorTests(ShownFormats):
    def error_test(self, name: str, value: n.Node) -> ast.expr | None:
        """``value instanceof name``; None where the plain class says it."""
        if name == "TypeError" and not self.only_own_errors(value):
            kinds = [b.name(k) for k in ("TypeError", "AttributeError", "LookupError")]
            return b.call("isinstance", self.expr(value), b.tuple_(kinds))
        if name == "RangeError" and self.raises_other_errors(value):
            return self.helper("is_range_error", self.expr(value))
        if name == "SyntaxError":
            if self.makes_syntax_errors or "RegExp" in self.parsers:
                return self.helper("is_syntax_error", self.expr(value))
            self.use("json")
            decoding = b.dotted("json.JSONDecodeError")
            return b.call("isinstance", self.expr(value), decoding)
        return None

    def raises_other_errors(self, value: n.Node) -> bool:
        """Whether a value may be a SyntaxError, which is a ValueError in Python, too; or what
        a division of bigints raises."""
        if self.only_own_errors(value):
            return any(
                isinstance(a, t.ErrorAtom)
                and a.name == "SyntaxError"
                or isinstance(a, t.InstanceAtom)
                and self.analysis.inference.extends_error(a, "SyntaxError")
                for a in self.type_of(value)
            )
        return (
            self.makes_syntax_errors
            or bool(self.parsers)
            or any(t.BIGINT in types for types in self.analysis.types.values())
        )

    @cached_property
    def parsers(self) -> frozenset[str]:
        """The globals that the program uses and that raise SyntaxErrors."""
        return frozenset(_PARSERS & set(self.scopes.globals))

    @cached_property
    def makes_syntax_errors(self) -> bool:
        """Whether the program makes such errors itself: it does more than to ask for them."""
        return any(
            not isinstance(parent := self.scopes.parents.get(use), n.BinaryExpression)
            or parent.operator != "instanceof"
            for use in self.scopes.globals.get("SyntaxError", ())
        )

    def only_own_errors(self, node: n.Node) -> bool:
        """Whether a value is no error that Python itself may have raised."""
        if not isinstance(node, n.Identifier):
            return all(isinstance(a, t.Prim) for a in self.type_of(node))
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return False
        made = binding.node
        return (
            binding.kind in ("const", "let", "var")
            and isinstance(made, n.VariableDeclarator)
            and isinstance(made.init, n.NewExpression)
            and not binding.reassigned
        )
