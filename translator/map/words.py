"""The guard words of rules (mappings/README.md): each is true only where it is proved."""

from __future__ import annotations

from collections.abc import Callable

from ..analyse import types as t
from ..analyse.effects import sleep_executor
from ..analyse.flow import may_be_promise
from ..analyse.narrowing import is_undefined
from ..analyse.types import Type
from ..parse import nodes as n
from ..rules.matching import result_of
from .callbacks import is_pair
from .text_words import TextWords

Word = Callable[[n.Node], bool]

_LITERALS = (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)
_KINDS = (
    t.T_STRING,
    frozenset({t.NAT, t.INT, t.NUMBER}),
    t.T_BOOLEAN,
    t.T_BIGINT,
)
_BY_IDENTITY = (t.InstanceAtom, t.FunctionAtom, t.ClassAtom, t.PromiseAtom, t.ErrorAtom)
#: methods that give a new array, or a new iterator over what they are called on
_MAKING = frozenset(
    {"map", "filter", "slice", "concat", "split", "flat", "flatMap", "toSorted",
     "toReversed", "toSpliced", "with", "toArray", "splice", "matchAll"}
)  # fmt: skip
_ITERATING = frozenset({"values", "keys", "entries", "@@iterator"})
_SAME_ARRAY = frozenset({"sort", "reverse", "fill", "copyWithin"})
_MAKING_STATICS = {
    "Object": frozenset({"keys", "values", "entries"}),
    "Array": frozenset({"from", "of"}),
}


class Words(TextWords):
    @property
    def words(self) -> dict[str, Word]:
        found: dict[str, Word] | None = self.__dict__.get("_words")
        if found is None:
            found = self.__dict__["_words"] = self.make_words()
        return found

    def make_words(self) -> dict[str, Word]:
        def atoms(check: Callable[[t.Atom], bool]) -> Word:
            return lambda node: self.all_atoms(node, check)

        def looks(count: int) -> Word:
            return lambda node: self.is_callback_of(node, count)

        def gives(*kinds: type[t.Atom]) -> Word:
            return lambda node: self.gives_only(node, lambda a: isinstance(a, kinds))

        return {
            # values
            "@literal": lambda node: isinstance(node, _LITERALS),
            "@name": lambda node: isinstance(node, n.Identifier),
            "@nonneg": self.is_nonneg,
            "@nonzero": lambda node: isinstance(node, n.NumberLiteral)
            and node.value != 0,
            "@primitive": lambda node: self.is_exactly(node, t.PRIMITIVES),
            "@pure": self.effects.pure,
            "@stable": self.effects.stable,
            "@fresh": self.is_fresh,
            "@settled": self.is_settled,
            "@aggregates": lambda node: any(
                isinstance(a, t.ErrorAtom) and a.name == "AggregateError"
                for a in self.type_of(node)
            ),
            "@maybe_error": lambda node: any(
                isinstance(a, t.ErrorAtom) for a in self.type_of(node)
            ),
            "@sleep": lambda node: self.slept(node) is not None,
            "@never_fails": self.never_fail,
            "@discarded": self.is_discarded,
            "@settled_value": lambda node: not may_be_promise(self.type_of(node)),
            "@unchanged": self.is_unchanged,
            "@spread": lambda node: False,
            "@nospread": lambda node: not isinstance(node, n.SpreadElement),
            "@bmp": self.is_bmp,
            "@milliseconds": self.milliseconds,
            "@hot": lambda node: not self.flow.is_cold(node),
            "@lengthy": self.may_have_length,
            # arrays, Maps, Sets
            "@onekind": self.one_kind_elements,
            "@samekind": lambda node: self.same_kind(node, []),
            "@ordered": atoms(
                lambda a: isinstance(a, t.SetAtom) and self.set_form(a) != "set"
            ),
            "@unordered": atoms(
                lambda a: isinstance(a, t.SetAtom) and self.set_form(a) == "set"
            ),
            "@samecollection": self.same_collection,
            "@objectkeys": self.has_object_keys,
            "@unknownkeys": self.has_unknown_keys,
            "@weakkeys": self.has_weak_keys,
            "@haskey": self.has_key,
            # objects
            "@instance": atoms(self.is_instance_atom),
            "@class": atoms(lambda a: isinstance(a, t.ClassAtom)),
            "@plainkeys": self.plain_keys,
            "@plainfields": self.plain_fields,
            "@fields": is_field,
            # callbacks
            "@function": lambda node: self.callback_arity(node) is not None,
            "@callback0": looks(0),
            "@callback1": looks(1),
            "@callback2": looks(2),
            "@callback3": looks(3),
            "@reducer2": looks(2),
            "@reducer3": looks(3),
            "@reducer4": looks(4),
            "@plainparam": self.plain_param,
            "@destructured": self.is_destructured,
            "@indexonly": self.index_only,
            "@inline": self.is_inline,
            "@inlinebody": self.is_inline_body,
            "@purecall": self.is_pure_call,
            "@sync": lambda node: not self.gives_promise(node),
            "@async": self.gives_promise,
            "@gives_array": gives(t.ArrayAtom),
            "@gives_iterable": gives(t.ArrayAtom, t.SetAtom, t.GeneratorAtom),
            "@gives_int": lambda node: self.gives_only(node, lambda a: a in t.INTEGERS),
            "@pair": self.gives_pair,
            "@stringpair": self.gives_text_pair,
            "@pairs": is_pair,
            "@pair_param": self.takes_pair,
            "@comparator": self.is_comparator,
            "@ascending": self.is_ascending,
            "@descending": self.is_descending,
            "@itself": self.compares_itself,
            "@sums": self.sums,
            "@accumulates": self.accumulates,
            # results
            "@tested": self.is_tested,
            "@dereferenced": self.is_dereferenced,
            "@pairs_read": self.pairs_are_read,
            # iterators
            "@endless": self.is_endless,
            "@noresult": self.has_no_result,
            **self.text_words(),
        }

    @property
    def words_about(self) -> dict[str, Callable[[n.Node, list[n.Node]], bool]]:
        """Words that look at other captures too: ``@samekind(ARRAY)``."""
        return {"@samekind": self.same_kind}

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

    def is_discarded(self, node: n.Node) -> bool:
        """Whether nobody looks at what awaiting a promise gives."""
        parent = self.scopes.parents.get(node)
        if not isinstance(parent, n.AwaitExpression):
            return False
        return isinstance(self.scopes.parents.get(parent), n.ExpressionStatement)

    def may_have_length(self, node: n.Node) -> bool:
        """Whether a value of several kinds may be text or an array."""
        types = self.type_of(node)
        if types - t.NULLISH <= t.T_STRING:
            return False
        return any(
            isinstance(a, t.ArrayAtom) or a in (t.STRING, t.ANY) for a in types
        ) and "length" not in self.analysis.inference.own_names

    def all_atoms(self, node: n.Node, check: Callable[[t.Atom], bool]) -> bool:
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(check(a) for a in types)

    # -- values ------------------------------------------------------------------------------

    def is_fresh(self, node: n.Node) -> bool:
        """Whether an array or iterator was just made and nobody else holds it."""
        if isinstance(node, n.ArrayExpression):
            return True
        if isinstance(node, n.AwaitExpression):
            return self.flow.is_combinator(node.argument)
        if isinstance(node, n.NewExpression):
            return self.is_global_name(node.callee, "Array")
        if not isinstance(node, n.CallExpression):
            return False
        callee = node.callee
        if self.is_global_name(callee, "Array"):
            return True
        if not isinstance(callee, n.MemberExpression):
            return self.makes_generator(node)
        owner = callee.object
        name = self.analysis.inference.property_name(callee.property, callee.computed)
        if isinstance(owner, n.Identifier) and owner not in self.scopes.binding_of:
            return name in _MAKING_STATICS.get(owner.name, ())
        types = self.type_of(owner) - t.NULLISH
        if t.only(types, t.GeneratorAtom):
            # An iterator over the same source: fresh if that one is.
            return name in ("map", "filter", "flatMap", "drop") and self.is_fresh(owner)
        known = bool(types) and all(
            isinstance(a, (t.ArrayAtom, t.SetAtom, t.MapAtom)) or a is t.STRING
            for a in types
        )
        if not known and name in self.analysis.inference.own_names:
            return False
        if name in _SAME_ARRAY:
            return self.is_fresh(owner)
        if name in _MAKING or name in _ITERATING:
            return known or name in _MAKING
        return self.makes_generator(node)

    def makes_generator(self, node: n.CallExpression) -> bool:
        """A call of a generator function that has nothing to clean up at its end."""
        targets = self.analysis.inference.targets.get(node)
        if not targets or node in self.analysis.inference.unknown_calls:
            return False
        return all(
            f.node.generator
            and not any(isinstance(x, n.TryStatement) for x in n.walk(f.node.body))
            for f in targets
        )

    def is_global_name(self, node: n.Node, name: str) -> bool:
        return (
            isinstance(node, n.Identifier)
            and node.name == name
            and node not in self.scopes.binding_of
        )

    def is_unchanged(self, node: n.Node) -> bool:
        """Whether nothing in the program writes to an object."""
        types = self.type_of(node) - t.PRIMITIVES
        if not types or t.ANY in types:
            return False
        facts = self.changes.anywhere()
        return not self.changes.hits(types, facts.written, facts)

    # -- kinds of elements -------------------------------------------------------------------

    def one_kind(self, types: Type) -> bool:
        """Values of one primitive kind without NaN: Python's == is JavaScript's ===."""
        if not types or any(types <= kind for kind in _KINDS):
            return True
        return all(
            isinstance(a, _BY_IDENTITY)
            or isinstance(a, t.ObjectAtom)
            and self.representation.is_instance(a)
            for a in types
        )

    def element_kinds(self, types: Type) -> Type | None:
        """The types of elements, keys and members; None of anything else."""
        found: Type = t.NEVER
        for atom in types - t.NULLISH:
            if isinstance(atom, (t.ArrayAtom, t.SetAtom)):
                found |= atom.elem.types
            elif isinstance(atom, t.MapAtom):
                found |= atom.key.types
            else:
                return None
        return found

    def one_kind_elements(self, node: n.Node) -> bool:
        known = self.type_of(node) - t.NULLISH
        types = self.element_kinds(known)
        return bool(known) and types is not None and self.one_kind(types)

    def same_kind(self, node: n.Node, others: list[n.Node]) -> bool:
        """Whether a value and the elements of the receiver are of one kind."""
        if not others:
            call = self.scopes.parents.get(node)
            if not (
                isinstance(call, n.CallExpression)
                and isinstance(call.callee, n.MemberExpression)
            ):
                return False
            others = [call.callee.object]
        types = self.type_of(node)
        for other in others:
            elements = self.element_kinds(self.type_of(other))
            if elements is None:
                return False
            types = types | elements
        if types >= t.NULLISH:
            return False  # both are None in Python
        return self.one_kind(types - t.NULLISH)

    # -- Maps and Sets -----------------------------------------------------------------------

    def set_form(self, atom: t.Atom) -> str:
        """How a Set is held: ``object`` (an ObjectMap), ``dict`` or ``set``."""
        if self.representation.has_object_keys(atom):
            return "object"
        return "dict" if self.representation.is_ordered(atom) else "set"

    def same_collection(self, node: n.Node) -> bool:
        """Whether the argument of a set method is held as the receiver is."""
        call = self.enclosing_call(node)
        if call is None or not isinstance(call.callee, n.MemberExpression):
            return False
        types = (self.type_of(node) | self.type_of(call.callee.object)) - t.NULLISH
        return (
            t.only(types, t.SetAtom) and len({self.set_form(atom) for atom in types}) == 1
        )

    def has_object_keys(self, node: n.Node) -> bool:
        return any(
            isinstance(a, (t.MapAtom, t.SetAtom))
            and self.representation.has_object_keys(a)
            for a in self.type_of(node)
        )

    def has_unknown_keys(self, node: n.Node) -> bool:
        return any(
            isinstance(a, (t.MapAtom, t.SetAtom))
            and self.representation.has_unknown_keys(a)
            for a in self.type_of(node)
        )

    def has_weak_keys(self, node: n.Node) -> bool:
        """Whether all keys are instances of classes of the program."""
        types = self.type_of(node) - t.NULLISH
        keys = self.element_kinds(types)
        return bool(types) and bool(keys) and all(map(self.is_plain_instance, keys or ()))

    def is_plain_instance(self, atom: t.Atom) -> bool:
        """An instance whose class has no base but classes of the program."""
        if not isinstance(atom, t.InstanceAtom):
            return False
        cls = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return False
            if not cls.bases.types:
                return True
            if len(cls.bases.types) > 1:
                return False
            (cls,) = cls.bases.types  # type: ignore[assignment]
        return False

    # -- objects -----------------------------------------------------------------------------

    def is_instance_atom(self, atom: t.Atom) -> bool:
        return (
            isinstance(atom, (t.InstanceAtom, t.ErrorAtom))
            or isinstance(atom, t.ObjectAtom)
            and self.representation.is_instance(atom)
        )

    def plain_keys(self, node: n.Node) -> bool:
        """Whether no key of an object looks like an array index (those come first)."""
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(
            isinstance(atom, t.ObjectAtom)
            and not any(name.isdigit() for name in atom.props)
            and not atom.dynamic.types
            and not atom.keys.types
            for atom in types
        )

    def plain_fields(self, node: n.Node) -> bool:
        """Whether the fields of an instance are public and have the same names in Python."""
        return self.all_atoms(node, self.has_plain_fields)

    def has_plain_fields(self, atom: t.Atom) -> bool:
        names: set[str] = set()
        if isinstance(atom, t.ObjectAtom):
            if atom.accessors:  # they are among the keys in JavaScript
                return False
            names |= set(atom.props)
        elif not isinstance(atom, t.InstanceAtom) or not self.is_plain_instance(atom):
            return False
        else:
            cls: t.Atom | None = atom.cls
            while isinstance(cls, t.ClassAtom):
                names |= set(cls.instance.props)
                cls = next(iter(cls.bases.types), None)
        return all(
            not name.startswith("#") and self.attribute(name) == name for name in names
        )

    # -- results -----------------------------------------------------------------------------

    def is_tested(self, node: n.Node) -> bool:
        """Whether the code asks at once whether there is a value."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.LogicalExpression):
            return True
        if isinstance(parent, (n.IfStatement, n.WhileStatement, n.ConditionalExpression)):
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

    # -- iterators ---------------------------------------------------------------------------

    def is_endless(self, node: n.Node) -> bool:
        """A generator that never ends, and that nobody ends."""
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.GeneratorAtom)
            and isinstance(a.site, n.Function)
            and never_ends(a.site),
        ) and self.is_only_stepped(node)

    def is_only_stepped(self, node: n.Node) -> bool:
        if not isinstance(node, n.Identifier):
            return isinstance(node, n.CallExpression)
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return False
        for reference in binding.references:
            member = self.scopes.parents.get(reference)
            if not (
                isinstance(member, n.MemberExpression)
                and member.object is reference
                and getattr(member.property, "name", None) == "next"
            ):
                return False
        return True

    def has_no_result(self, node: n.Node) -> bool:
        """An iterator that returns no value at its end."""
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.GeneratorAtom)
            and not a.is_async
            and a.result.types <= t.T_UNDEFINED,
        )

    # -- what others know --------------------------------------------------------------------

    def gives_promise(self, node: n.Node) -> bool:
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                result = self.analysis.inference.result_of(atom)
                if any(isinstance(a, t.PromiseAtom) for a in result):
                    return True
        return False


def is_field(node: n.Node) -> bool:
    """``name: value`` in an object literal."""
    return (
        isinstance(node, n.Property)
        and node.kind == "init"
        and not node.computed
        and not node.method
        and isinstance(node.key, (n.Identifier, n.StringLiteral))
    )


def never_ends(function: n.Function) -> bool:
    """Whether the body comes to a loop that only an error leaves."""
    body = function.body
    if not isinstance(body, n.BlockStatement):
        return False
    if any(isinstance(x, n.ReturnStatement) for x in own_nodes(body)):
        return False
    for statement in body.body:
        if isinstance(statement, n.WhileStatement):
            test: n.Node | None = statement.test
        elif isinstance(statement, n.ForStatement):
            test = statement.test
        else:
            continue
        if test is None or (isinstance(test, n.BooleanLiteral) and test.value):
            if not any(isinstance(x, n.BreakStatement) for x in own_nodes(statement.body)):
                return True
    return False


def own_nodes(node: n.Node) -> list[n.Node]:
    """The nodes below, without those of inner functions."""
    found: list[n.Node] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, n.Function) and current is not node:
            continue
        found.append(current)
        stack.extend(n.children(current))
    return found

