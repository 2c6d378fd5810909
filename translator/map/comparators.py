"""Callbacks that compare, sum up or fill: what they say of their items."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree.trivia import bind
from ..rules.matching import same
from .inlined import result_expression
from .inlining import Inlining

_ORDERED_NUMBERS = t.NUMBERS - {t.NAN}


@dataclass(frozen=True, slots=True)
class SortTerm:
    """``descending``: the largest comes first; ``collated``: text in dictionary order."""

    key: n.Node
    descending: bool
    collated: bool


@dataclass(frozen=True, slots=True)
class SortKey:
    """What a comparator compares, of its first parameter: terms, one after the other.

    Terms of another direction than ``descending`` are numbers, which are negated.
    """

    terms: tuple[SortTerm, ...]
    descending: bool


class Comparators(Inlining):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._sort_keys: dict[n.Node, SortKey | None] = {}
        self._accumulates: dict[n.Node, bool] = {}

    # -- comparators -----------------------------------------------------------------------

    def elements_of(self, node: n.Node) -> Type:
        """What the array holds whose method gets the callback."""
        call = self.scopes.parents.get(node)
        if isinstance(call, n.CallExpression) and isinstance(
            call.callee, n.MemberExpression
        ):
            return self.analysis.inference.iterated(self.type_of(call.callee.object))
        return t.T_ANY

    def is_comparator(self, node: n.Node) -> bool:
        """Takes two and gives numbers; undefined, which is never compared, is not there."""
        functions = self.functions_of(node)
        if not functions or any(
            len(f.params) != 2
            or any(
                isinstance(p, (n.RestElement, n.AssignmentPattern)) for p in f.params
            )
            for f in functions
        ):
            return False
        elements = self.elements_of(node)
        if not elements or elements & {t.UNDEFINED, t.ANY}:
            return False
        return self.gives_only(node, lambda a: a in t.NUMBERS) and self.keeps_length(
            node
        )

    def is_ascending(self, node: n.Node) -> bool:
        found = self.sort_key(node)
        return found is not None and not found.descending

    def is_descending(self, node: n.Node) -> bool:
        found = self.sort_key(node)
        return found is not None and found.descending

    def compares_itself(self, node: n.Node) -> bool:
        """A comparator of the elements themselves, not of something about them."""
        found = self.sort_key(node)
        return (
            found is not None
            and len(found.terms) == 1
            and not found.terms[0].collated
            and isinstance(found.terms[0].key, n.Identifier)
            and isinstance(node, n.Function)
            and isinstance(node.params[0], n.Identifier)
        )

    def sort_key(self, function: n.Node) -> SortKey | None:
        """What a comparator compares, and in which direction; None where it is no key."""
        if function not in self._sort_keys:
            self._sort_keys[function] = self._sort_key(function)
        return self._sort_keys[function]

    def _sort_key(self, function: n.Node) -> SortKey | None:
        if not isinstance(function, n.Function) or len(function.params) != 2:
            return None
        call = self.scopes.parents.get(function)
        if not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
            and getattr(call.callee.property, "name", None) in ("sort", "toSorted")
        ):
            return None
        elements = self.elements_of(function)
        if not elements or elements & {t.UNDEFINED, t.ANY}:
            return None
        if not self.is_inline(function):
            return None
        mapping = self.twins(function.params[0], function.params[1])
        if mapping is None:
            return None
        terms: list[SortTerm] = []
        results = alternatives(result_expression(function))
        if any(map(never_equal, results[:-1])):
            return None
        for result in results:
            term = self.sort_term(result, elements, mapping)
            if term is None:
                return None
            terms.append(term)
        return self.sort_key_of(terms)

    def sort_term(
        self, result: n.Node, elements: Type, twins: dict[Binding, Binding]
    ) -> SortTerm | None:
        """What one comparison compares."""
        collated = self.collated(result)
        pair = collated or self.compared(result, elements)
        if pair is None:
            return None
        small, large = pair
        for key, other, descending in ((small, large, False), (large, small, True)):
            if self.mirrors(key, other, twins):
                if not self.is_sort_key(key):
                    return None
                return SortTerm(key, descending, collated is not None)
        return None

    def collated(self, result: n.Node) -> tuple[n.Node, n.Node] | None:
        """``a.name.localeCompare(b.name)``."""
        if (
            isinstance(result, n.CallExpression)
            and isinstance(result.callee, n.MemberExpression)
            and getattr(result.callee.property, "name", "") == "localeCompare"
            and len(result.arguments) == 1
            and self.is_exactly(result.callee.object, t.T_STRING)
            and self.is_exactly(result.arguments[0], t.T_STRING)
        ):
            return result.callee.object, result.arguments[0]
        return None

    def sort_key_of(self, terms: list[SortTerm]) -> SortKey | None:
        """Numbers are negated where some terms go up and others down."""
        for descending in (False, True):
            turned = [term for term in terms if term.descending is not descending]
            if len(turned) < len(terms) and all(
                self.is_exactly(term.key, _ORDERED_NUMBERS) for term in turned
            ):
                return SortKey(tuple(terms), descending)
        return None

    def is_sort_key(self, key: n.Node) -> bool:
        types = self.type_of(key)
        return (
            bool(types)
            and any(types <= kind for kind in (_ORDERED_NUMBERS, t.T_STRING))
            and self.effects.pure(key)
        )

    def compared(self, result: n.Node, elements: Type) -> tuple[n.Node, n.Node] | None:
        """The operands of a comparison, the one first that comes first if it is smaller."""
        if isinstance(result, n.BinaryExpression) and result.operator == "-":
            if self.is_number(result.left) and self.is_number(result.right):
                return result.left, result.right
            return None
        if not isinstance(result, n.ConditionalExpression):
            return None
        test, less = result.test, sign(result.consequent)
        if not isinstance(test, n.BinaryExpression) or test.operator not in ("<", ">"):
            return None
        small, large = test.left, test.right
        if test.operator == ">":
            small, large = large, small
        rest = result.alternate
        if isinstance(rest, n.ConditionalExpression):
            # a < b ? -1 : a > b ? 1 : 0
            if not (sign(rest.alternate) == 0 and self.opposite(test, rest.test)):
                return None
            more = sign(rest.consequent)
        else:
            more = sign(rest)
            if less == 1 and not elements <= t.PRIMITIVES:
                return None  # equal ones would change places
        if (less, more) == (-1, 1):
            return small, large
        if (less, more) == (1, -1):
            return large, small
        return None

    def opposite(self, test: n.BinaryExpression, other: n.Node) -> bool:
        """``a > b`` or ``b < a`` beside ``a < b``."""
        if not isinstance(other, n.BinaryExpression):
            return False
        flipped = {"<": ">", ">": "<"}[test.operator]
        if other.operator == flipped:
            return same(test.left, other.left) and same(test.right, other.right)
        return (
            other.operator == test.operator
            and same(test.left, other.right)
            and same(test.right, other.left)
        )

    def twins(self, first: n.Node, second: n.Node) -> dict[Binding, Binding] | None:
        """The names of two parameters of the same shape."""
        names = list(pattern_names(first)), list(pattern_names(second))
        if type(first) is not type(second) or len(names[0]) != len(names[1]):
            return None
        if isinstance(first, n.ObjectPattern):
            assert isinstance(second, n.ObjectPattern)
            keys = [
                [
                    self.analysis.inference.property_name(p.key, p.computed)
                    for p in pattern.properties
                    if isinstance(p, n.Property)
                ]
                for pattern in (first, second)
            ]
            if keys[0] != keys[1]:
                return None
        if isinstance(first, n.ArrayPattern):
            assert isinstance(second, n.ArrayPattern)
            if [e is None for e in first.elements] != [
                e is None for e in second.elements
            ]:
                return None
        return {
            self.scopes.binding_of[a]: self.scopes.binding_of[c] for a, c in zip(*names)
        }

    def mirrors(
        self, key: n.Node, other: n.Node, twins: dict[Binding, Binding]
    ) -> bool:
        """Whether ``key`` is about the first parameter as ``other`` about the second."""
        stack: list[tuple[n.Node, n.Node]] = [(key, other)]
        seen = False
        while stack:
            a, c = stack.pop()
            if type(a) is not type(c):
                return False
            if isinstance(a, n.Identifier):
                assert isinstance(c, n.Identifier)
                binding, twin = self.scopes.binding_of.get(
                    a
                ), self.scopes.binding_of.get(c)
                if binding in twins:
                    if twins[binding] is not twin:
                        return False
                    seen = True
                elif binding is not twin or a.name != c.name or twin in twins.values():
                    return False
                continue
            if isinstance(a, n.Function) or not same_shape(a, c):
                return False
            ours, theirs = list(n.children(a)), list(n.children(c))
            if len(ours) != len(theirs):
                return False
            stack.extend(zip(ours, theirs))
        return seen

    # -- reducers --------------------------------------------------------------------------

    def sums(self, node: n.Node) -> bool:
        return bool(self.sum_terms(node)) and len(getattr(node, "params", ())) == 2

    def sums_by_index(self, node: n.Node) -> bool:
        """``(acc, x, i) => acc + x * weights[i]``."""
        return bool(self.sum_terms(node)) and not self.sums(node)

    def sum_terms(self, function: n.Node) -> list[n.Node]:
        """``(acc, x) => acc + E``: what is added, all integers; else nothing."""
        if not isinstance(function, n.Function) or len(function.params) not in (2, 3):
            return []
        first = function.params[0]
        if (
            not isinstance(function.params[-1], n.Identifier)
            and len(function.params) == 3
        ):
            return []
        if not isinstance(first, n.Identifier) or not self.is_inline(function):
            return []
        binding = self.scopes.binding_of[first]
        terms: list[n.Node] = []
        current = result_expression(function)
        while isinstance(current, n.BinaryExpression) and current.operator == "+":
            terms.insert(0, current.right)
            current = current.left
        if not isinstance(current, n.Identifier) or len(binding.references) != 1:
            return []
        if self.scopes.binding_of.get(current) is not binding:
            return []
        if not all(self.is_exactly(term, t.INTEGERS) for term in terms):
            return []
        return terms if self.keeps_length(function) else []

    def accumulates(self, function: n.Node) -> bool:
        """Statements about the first parameter, which is then returned."""
        known = self._accumulates.get(function)
        if known is None:
            known = self._accumulates[function] = self._find_accumulates(function)
        return known

    def _find_accumulates(self, function: n.Node) -> bool:
        if (
            not isinstance(function, n.Function)
            or function.is_async
            or function.generator
        ):
            return False
        body, facts = function.body, self.scopes.facts[function]
        call = self.scopes.parents.get(function)
        if not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
            and getattr(call.callee.property, "name", None) == "reduce"
            and len(call.arguments) == 2
        ):
            return False
        if not function.params or not isinstance(body, n.BlockStatement):
            return False
        first = function.params[0]
        if len(body.body) < 2 or not isinstance(first, n.Identifier):
            return False
        last = body.body[-1]
        if isinstance(function, n.FunctionExpression) and (
            facts.uses_this or facts.uses_arguments
        ):
            return False
        if not (
            isinstance(last, n.ReturnStatement)
            and len(facts.returns) == 1
            and isinstance(last.argument, n.Identifier)
            and not last.leading
        ):
            return False
        binding = self.scopes.binding_of[first]
        return (
            self.scopes.binding_of.get(last.argument) is binding
            and not binding.reassigned
            and not self.has_closures(function)
            and all(self.is_loop_target(p) for p in function.params)
        )

    def accumulator(self, function: n.Function) -> ast.expr:
        """The variable that a reduction fills: the one that it is assigned to, if any."""
        first = function.params[0]
        assert isinstance(first, n.Identifier)
        binding = self.scopes.binding_of[first]
        call = self.scopes.parents.get(function)
        owner = self.scopes.parents.get(call) if call is not None else None
        if (
            isinstance(owner, n.VariableDeclarator)
            and owner.init is call
            and isinstance(owner.id, n.Identifier)
        ):
            target = self.scopes.binding_of[owner.id]
            self.fn.assigned.add(target)
            name = ast.Name(target.name, ast.Load())
            bind(name, target)
            self.stand_in(first, name)
            return name
        self.placed[binding] = self.fn
        self.fn.assigned.add(binding)
        if call is not None:
            self.spans[binding] = call
        return bind(ast.Name(binding.name, ast.Load()), binding)


def alternatives(result: n.Node) -> list[n.Node]:
    """The comparisons of ``a.x - b.x || a.y - b.y``: each counts where those before give 0."""
    if isinstance(result, n.LogicalExpression) and result.operator == "||":
        return [*alternatives(result.left), *alternatives(result.right)]
    return [result]


def never_equal(result: n.Node) -> bool:
    """``a < b ? -1 : 1``: what would stand behind it never counts."""
    return isinstance(result, n.ConditionalExpression) and not isinstance(
        result.alternate, n.ConditionalExpression
    )


def sign(node: n.Node) -> int | None:
    """The sign of a number literal."""
    if isinstance(node, n.UnaryExpression) and node.operator == "-":
        inner = sign(node.argument)
        return None if inner is None else -inner
    if isinstance(node, n.NumberLiteral):
        return (node.value > 0) - (node.value < 0)
    return None


def same_shape(a: n.Node, c: n.Node) -> bool:
    """Whether two nodes are the same but for the nodes below them."""
    for name in ("operator", "value", "name", "computed", "optional", "raw", "cooked",
                 "pattern", "flags", "kind", "prefix"):  # fmt: skip
        left, right = getattr(a, name, None), getattr(c, name, None)
        if isinstance(left, n.Node) or isinstance(right, n.Node):
            continue
        if left != right or type(left) is not type(right):
            return False
    return True
