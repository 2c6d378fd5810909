"""The guard words of rules (mappings/README.md): each is true only where it is proved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..analyse import types as t
from ..analyse.narrowing import is_undefined
from ..analyse.sleeps import sleep_executor
from ..analyse.types import may_be_promise
from ..parse import nodes as n
from ..rules.matching import result_of
from .callbacks import is_pair
from .elements import MOST_PLACES
from .library_words import LibraryWords

#: Asked of the mapping and a node.
Word = Callable[[Any, n.Node], bool]

_LITERALS = (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)


class Words(LibraryWords):
    @property
    def words(self) -> dict[str, Word]:
        return _words(type(self))  # type: ignore[arg-type]

    @classmethod
    def make_words(cls) -> dict[str, Word]:
        def atoms(check: Callable[[t.Atom], bool]) -> Word:
            return lambda self, node: self.all_atoms(node, check)

        def looks(count: int) -> Word:
            return lambda self, node: self.is_callback_of(node, count)

        def gives(*kinds: type[t.Atom]) -> Word:
            return lambda self, node: self.gives_only(
                node, lambda a: isinstance(a, kinds)
            )

        return {
            # values
            "@literal": lambda self, node: isinstance(node, _LITERALS),
            "@name": lambda self, node: isinstance(node, n.Identifier),
            "@nonneg": cls.is_nonneg,
            "@maybe_nonneg": lambda self, node: not self.surely_negative(node),
            "@nonzero": lambda self, node: isinstance(node, n.NumberLiteral)
            and node.value != 0,
            "@digits": lambda self, node: self.digits.surely(node),
            "@many_digits": lambda self, node: self.digits.most(node) is not None,
            "@digit_items": lambda self, node: self.digits.items(node),
            "@huge": lambda self, node: (self.constant_number(node) or 0)
            >= MOST_PLACES,
            "@there": cls.is_there,
            "@primitive": lambda self, node: self.is_exactly(node, t.PRIMITIVES),
            "@pure": lambda self, node: self.effects.pure(node),
            "@before_key": cls.may_precede_key,
            "@stable": lambda self, node: self.effects.stable(node),
            "@fresh": cls.is_fresh,
            "@settled": cls.is_settled,
            "@aggregates": lambda self, node: any(
                isinstance(a, t.ErrorAtom) and a.name == "AggregateError"
                for a in self.type_of(node)
            ),
            "@errors_only": lambda self, node: not self.throws_values(),
            "@maybe_error": lambda self, node: any(
                isinstance(a, t.ErrorAtom) for a in self.type_of(node)
            ),
            "@sleep": lambda self, node: self.slept(node) is not None,
            "@never_fails": cls.never_fail,
            "@discarded": cls.is_discarded,
            "@returned": cls.is_returned,
            "@used_besides": cls.is_used_besides,
            "@asked_next": cls.is_asked_next,
            "@timer": cls.is_timer,
            "@cancelled_sleep": lambda self, node: node in self.cancelling.sleeps,
            "@cancels": lambda self, node: node in self.cancelling.aborts,
            "@stops_all": lambda self, node: node in self.cancelling.groups.values(),
            "@timer_task": lambda self, node: node in self.flow.timer_tasks.found,
            "@task": lambda self, node: self.flow.timer_tasks.is_task(node),
            "@maybe_promise": lambda self, node: may_be_promise(
                self.type_of(node) - t.NULLISH
            ),
            "@settled_value": lambda self, node: not may_be_promise(self.type_of(node)),
            "@unchanged": cls.is_unchanged,
            "@spread": lambda self, node: False,
            "@nospread": lambda self, node: not isinstance(node, n.SpreadElement),
            "@bmp": cls.is_bmp,
            "@milliseconds": cls.milliseconds,
            "@awaited": lambda self, node: isinstance(
                self.scopes.parents.get(node), n.AwaitExpression
            ),
            "@hot": lambda self, node: not self.flow.is_cold(node),
            "@lengthy": cls.may_have_length,
            "@sequence": cls.may_be_sequence,
            "@arguments": cls.may_be_arguments,
            "@nullable": lambda self, node: bool(self.type_of(node) & t.NULLISH),
            "@unknown": lambda self, node: t.ANY in self.type_of(node),
            # arrays, Maps, Sets
            "@onekind": cls.one_kind_elements,
            "@samekind": lambda self, node: self.same_kind(node, []),
            "@ordered": lambda self, node: self.all_atoms(
                node, lambda a: isinstance(a, t.SetAtom) and self.set_form(a) != "set"
            ),
            "@unordered": lambda self, node: self.all_atoms(
                node, lambda a: isinstance(a, t.SetAtom) and self.set_form(a) == "set"
            ),
            "@samecollection": cls.same_collection,
            "@objectkeys": cls.has_object_keys,
            "@unknownkeys": cls.has_unknown_keys,
            "@weakkeys": cls.has_weak_keys,
            "@haskey": cls.has_key,
            # objects
            "@unseen_symbol": cls.is_unseen_symbol,
            "@holds_symbols": lambda self, node: not (
                self.type_of(node) & {t.STRING, t.ANY}
            )
            and self.shown_symbols(self.type_of(node), node) is not None,
            "@symbolkeys": lambda self, node: self.may_have_symbol_keys(
                self.type_of(node)
            ),
            "@instance": lambda self, node: self.all_atoms(node, self.is_instance_atom),
            "@class": atoms(lambda a: isinstance(a, t.ClassAtom)),
            "@plainkeys": cls.plain_keys,
            "@plainfields": cls.plain_fields,
            "@plainpublicfields": cls.plain_public_fields,
            "@fields": lambda self, node: is_field(node),
            # callbacks
            "@function": lambda self, node: self.callback_arity(node) is not None,
            "@takes3": cls.takes_three,
            "@callback0": looks(0),
            "@callback1": looks(1),
            "@callback2": looks(2),
            "@callback3": looks(3),
            "@reducer2": lambda self, node: self.is_callback_of(node, 2)
            and self.takes_as_many(node, 2),
            "@reducer3": looks(3),
            "@reducer4": looks(4),
            "@plainparam": cls.plain_param,
            "@destructured": cls.is_destructured,
            "@indexonly": cls.index_only,
            "@inline": cls.is_inline,
            "@inlinebody": cls.is_inline_body,
            "@purecall": cls.is_pure_call,
            "@sync": lambda self, node: not self.gives_promise(node),
            "@async": cls.gives_promise,
            "@gives_array": gives(t.ArrayAtom),
            "@gives_iterable": gives(t.ArrayAtom, t.SetAtom, t.GeneratorAtom),
            "@gives_int": lambda self, node: self.gives_only(
                node, lambda a: a in t.INTEGERS
            ),
            "@pair": cls.gives_pair,
            "@stringpair": cls.gives_text_pair,
            "@pairs": lambda self, node: is_pair(node),
            "@pair_param": cls.takes_pair,
            "@comparator": cls.is_comparator,
            "@ascending": cls.is_ascending,
            "@descending": cls.is_descending,
            "@itself": cls.compares_itself,
            "@sums": cls.sums,
            "@sums_by_index": cls.sums_by_index,
            "@accumulates": cls.accumulates,
            # results
            "@tested": cls.is_tested,
            "@at_inside": cls.at_inside,
            "@dereferenced": cls.is_dereferenced,
            "@pairs_read": cls.pairs_are_read,
            # iterators
            "@endless": cls.is_endless,
            "@noresult": cls.has_no_result,
            **cls.text_words(),
            **cls.library_words(),
        }

    @property
    def words_about(self) -> dict[str, Callable[[n.Node, list[n.Node]], bool]]:
        """Words that look at other captures too: ``@samekind(ARRAY)``."""
        return {"@samekind": self.same_kind}

    def takes_three(self, node: n.Node) -> bool:
        """Whether a callback surely may be called with three arguments."""
        if isinstance(node, n.Function):
            return self.function_arity(node) >= 3
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.FunctionAtom)
            and self.function_arity(a.node) >= 3,
        )

    def milliseconds(self, node: n.Node) -> bool:
        """Whether a delay surely is a number (or left out)."""
        return bool(self.type_of(node))

    def slept(self, node: n.Node) -> n.Node | None:
        """The milliseconds of a call that does nothing but sleep; None of any other node."""
        if isinstance(node, n.NewExpression):
            found = sleep_executor(node)
            return found[0] if found is not None and found[1] is None else None
        if not isinstance(node, n.CallExpression):
            return None
        targets = self.analysis.inference.targets.get(node, set())
        if len(targets) != 1 or node in self.analysis.inference.unknown_calls:
            return None
        (function,) = (atom.node for atom in targets)
        made = result_of(function)
        found = sleep_executor(made) if made is not None else None
        if found is None or found[1] is not None:
            return None
        delay = found[0]
        for position, param in enumerate(function.params):
            if (
                isinstance(param, n.Identifier)
                and isinstance(delay, n.Identifier)
                and param.name == delay.name
                and position < len(node.arguments)
            ):
                return node.arguments[position]
        return None

    def never_fail(self, node: n.Node) -> bool:
        """Whether the promises of an array, made in one place by ``map``, never reject."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        if binding is None or binding.reassigned:
            return False
        declarator = binding.node
        if not isinstance(declarator, n.VariableDeclarator) or not isinstance(
            declarator.init, n.CallExpression
        ):
            return False
        call = declarator.init
        callee = call.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) == "map"
            and len(call.arguments) == 1
            and isinstance(call.arguments[0], n.Function)
        ):
            return False
        made = result_of(call.arguments[0])
        return made is not None and self.handles_errors(made)

    def handles_errors(self, node: n.Node) -> bool:
        """``promise.then(f, g)`` or ``promise.catch(g)`` with handlers that do not throw."""
        if not isinstance(node, n.CallExpression) or not isinstance(
            node.callee, n.MemberExpression
        ):
            return False
        name = getattr(node.callee.property, "name", None)
        handlers = list(node.arguments)
        if not (name == "then" and len(handlers) == 2 or name == "catch" and handlers):
            return False
        return all(
            isinstance(h, n.Function) and self.effects.nothrow(h) for h in handlers
        )

    def may_be_arguments(self, node: n.Node) -> bool:
        """Whether a value may be the ``arguments`` of a function."""
        return any(
            isinstance(a, t.ArrayAtom)
            and isinstance(a.site, n.Function)
            and self.scopes.facts[a.site].uses_arguments
            and not a.site.params
            for a in self.type_of(node)
        )

    def is_discarded(self, node: n.Node) -> bool:
        """Whether nobody looks at what awaiting a promise gives."""
        parent = self.scopes.parents.get(node)
        if not isinstance(parent, n.AwaitExpression):
            return False
        return isinstance(self.scopes.parents.get(parent), n.ExpressionStatement)

    def is_used_besides(self, node: n.Node) -> bool:
        """Whether a variable is read at another place, too."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        return binding is not None and any(
            use is not node
            and not isinstance(self.scopes.parents.get(use), n.VariableDeclarator)
            for use in binding.references
        )

    def is_asked_next(self, node: n.Node) -> bool:
        """Whether the next statement is a loop over the array that awaits each element, and
        catches what one of them throws: then no error stays in its task."""
        parents = self.scopes.parents
        statement = node
        while not isinstance(statement, n.Statement):
            statement = parents[statement]
        siblings = getattr(parents.get(statement), "body", None)
        if not isinstance(node, n.Identifier) or not isinstance(siblings, list):
            return False
        position = siblings.index(statement) + 1
        loop = siblings[position] if position < len(siblings) else None
        if not (
            isinstance(loop, n.ForOfStatement)
            and isinstance(loop.right, n.Identifier)
            and self.scopes.binding_of.get(loop.right) is self.scopes.binding_of[node]
            and isinstance(loop.left, n.VariableDeclaration)
            and isinstance(loop.body, n.BlockStatement)
            and len(loop.body.body) == 1
        ):
            return False
        attempt, element = loop.body.body[0], loop.left.declarations[0].id
        return (
            isinstance(attempt, n.TryStatement)
            and attempt.handler is not None
            and not any(
                isinstance(part, (n.BreakStatement, n.ReturnStatement))
                for part in n.walk(attempt)
            )
            and self.is_awaited_in(attempt.block.body[:1], element)
        )

    def is_awaited_in(self, statements: list[n.Node], element: n.Node) -> bool:
        """Whether a variable is awaited, whatever else happens in the statements."""
        binding = (
            self.scopes.binding_of.get(element)
            if isinstance(element, n.Identifier)
            else None
        )
        return binding is not None and any(
            isinstance(part, n.AwaitExpression)
            and isinstance(part.argument, n.Identifier)
            and self.scopes.binding_of.get(part.argument) is binding
            for statement in statements
            if isinstance(statement, (n.ExpressionStatement, n.VariableDeclaration))
            for part in n.walk(statement)
        )

    def may_have_length(self, node: n.Node) -> bool:
        """Whether a value of several kinds may be text or an array."""
        types = self.type_of(node)
        if types - t.NULLISH <= t.T_STRING:
            return False
        return (
            any(isinstance(a, t.ArrayAtom) or a in (t.STRING, t.ANY) for a in types)
            and "length" not in self.analysis.inference.own_names
        )

    # -- values ------------------------------------------------------------------------------

    def is_unchanged(self, node: n.Node) -> bool:
        """Whether nothing in the program writes to an object."""
        types = self.type_of(node) - t.PRIMITIVES
        if not types or t.ANY in types:
            return False
        facts = self.changes.anywhere()
        return not self.changes.hits(types, facts.written, facts)

    # -- results -----------------------------------------------------------------------------

    def is_tested(self, node: n.Node) -> bool:
        """Whether the code asks at once whether there is a value."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.LogicalExpression):
            return True
        if isinstance(
            parent, (n.IfStatement, n.WhileStatement, n.ConditionalExpression)
        ):
            return parent.test is node
        if isinstance(parent, n.UnaryExpression):
            return parent.operator in ("!", "typeof")
        if isinstance(parent, n.BinaryExpression):
            if parent.operator not in ("===", "!==", "==", "!="):
                return False
            other = parent.right if parent.left is node else parent.left
            if isinstance(other, n.NullLiteral) or is_undefined(
                other, self.scopes.binding_of
            ):
                return True
            return not (
                isinstance(node, n.MemberExpression) and self.nonempty(node.object)
            )
        return isinstance(parent, n.MemberExpression) and parent.optional

    def is_dereferenced(self, node: n.Node) -> bool:
        """Whether a property of the value is read or called at once."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node and not parent.optional
        return (
            isinstance(parent, n.CallExpression)
            and parent.callee is node
            and not parent.optional
        )

    # -- what others know --------------------------------------------------------------------

    def is_timer(self, node: n.Node) -> bool:
        """Whether a value is surely what setTimeout or its kin gave."""
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None or binding.reassigned:
                return False
            declarator = binding.node
            if not isinstance(declarator, n.VariableDeclarator):
                return False
            node = declarator.init or node
        return (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee not in self.scopes.binding_of
            and node.callee.name in ("setTimeout", "setInterval", "setImmediate")
        )

    def gives_promise(self, node: n.Node) -> bool:
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                result = self.analysis.inference.result_of(atom)
                if any(isinstance(a, t.PromiseAtom) for a in result):
                    return True
        return False


@cache
def _words(cls: type[Any]) -> dict[str, Word]:
    """The words of a mapping, made once for all programs."""
    made: dict[str, Word] = cls.make_words()
    return made


def is_field(node: n.Node) -> bool:
    """``name: value`` in an object literal."""
    return (
        isinstance(node, n.Property)
        and node.kind == "init"
        and not node.computed
        and not node.method
        and isinstance(node.key, (n.Identifier, n.StringLiteral))
    )
