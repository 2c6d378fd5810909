"""The guard words of rules (mappings/README.md): each is true only where it is proved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..analyse import types as t
from ..parse import nodes as n
from .callbacks import is_pair
from .elements import MOST_PLACES
from .existence_tests import ExistenceTests

#: Asked of the mapping and a node.
Word = Callable[[Any, n.Node], bool]

_LITERALS = (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)


class Words(ExistenceTests):
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
            "@maybe_length": cls.may_be_length,
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
            "@leaves_receiver": cls.leaves_receiver,
            "@stable": lambda self, node: self.effects.stable(node),
            "@fresh": cls.is_fresh,
            "@aggregates": lambda self, node: any(
                isinstance(a, t.ErrorAtom) and a.name == "AggregateError"
                for a in self.type_of(node)
            ),
            "@errors_only": lambda self, node: not self.throws_values(),
            "@maybe_error": lambda self, node: any(
                isinstance(a, t.ErrorAtom) for a in self.type_of(node)
            ),
            "@own_class": cls.is_own_class,
            "@signed_integer": cls.may_lose_sign,
            "@returned": cls.is_returned,
            "@unchanged": cls.is_unchanged,
            "@spread": lambda self, node: False,
            "@nospread": lambda self, node: not isinstance(node, n.SpreadElement),
            "@bmp": cls.is_bmp,
            "@astral": lambda self, node: self.has_astral,
            "@lengthy": cls.may_have_length,
            "@sequence": cls.may_be_sequence,
            "@arguments": cls.may_be_arguments,
            "@maybe_none": lambda self, node: node not in self.preset
            and bool(self.type_of(node) & t.NULLISH),
            "@maybe_no_error": cls.may_be_no_error,
            "@present": lambda self, node: node in self.preset
            or not self.type_of(node) & t.NULLISH,
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
            "@objectentries": cls.has_object_entries,
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
            "@takesall": cls.may_take_all,
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
            **cls.promise_words(),
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

    def may_take_all(self, node: n.Node) -> bool:
        """Whether a callback of the program may see all arguments that it is given."""
        return any(
            isinstance(a, t.FunctionAtom) and self.takes_all(a.node)
            for a in self.type_of(node)
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
