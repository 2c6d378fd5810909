"""The analysis of a program: scopes, types and promise flow, in that order."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ..options import Options
from ..parse import nodes as n
from ..rules import RuleBook
from ..source import SourceText
from . import types as t
from .aliases import replace_aliases
from .bound_functions import bind_as_arrows
from .builtin_values import call_kept_functions
from .commonjs import split_exports
from .constructor_classes import make_classes
from .effects import Effects
from .feature_tests import answer_feature_tests
from .filling import filling_writes
from .flow import Flow
from .global_imports import unify_globals, write_paths
from .global_object import declare_globals
from .held_collections import hold_collections
from .host_iteration import call_entries
from .inference import Inference
from .jsdoc import JsDoc
from .null_tests import join_null_tests
from .object_conversions import call_conversions
from .reflection import write_reflection
from .representation import Representation
from .resolve import resolve
from .scopes import Scopes
from .signatures import Signatures, load_signatures
from .type_tags import ask_types
from .types import Type
from .unsettled import may_wait_for_ever


@dataclass
class Analysis:
    """All that is known of a program before a line of Python is made.

    ``types`` holds the type of each expression, ``targets`` the functions that a call may
    reach; a call in ``unknown_calls`` may reach others too.
    """

    program: n.Program
    scopes: Scopes
    inference: Inference
    effects: Effects
    flow: Flow
    representation: Representation
    types: dict[n.Node, Type] = field(default_factory=dict)

    @property
    def functions(self) -> dict[n.Node, t.FunctionAtom]:
        return self.inference.functions

    @property
    def classes(self) -> dict[n.Node, t.ClassAtom]:
        return self.inference.classes

    @property
    def jsdoc(self) -> JsDoc:
        return self.inference.jsdoc

    @cached_property
    def filling_writes(self) -> set[n.MemberExpression]:
        """The targets of assignments that make an array one element longer."""
        return filling_writes(self.scopes)

    @cached_property
    def may_wait_for_ever(self) -> bool:
        """Whether it may be left waiting for what nothing settles: Node ends then."""
        return may_wait_for_ever(self.scopes, self.inference)

    def type_of(self, node: n.Node) -> Type:
        """The type of an expression; ANY where nothing is known (dead code too)."""
        return self.types.get(node) or t.T_ANY


def infer(
    scopes: Scopes, signatures: Signatures, rulebook: RuleBook | None
) -> Inference:
    """The types of a program."""
    inference = Inference(scopes, signatures)
    inference.rulebook = rulebook
    inference.run()
    return inference


def analyse(
    program: n.Program,
    source: SourceText,
    options: Options | None = None,
    rulebook: RuleBook | None = None,
) -> Analysis:
    """Analyse a parsed program. Never raises for the sake of what the program does."""
    scopes = resolve(program)
    signatures = load_signatures(source.modules)
    if write_paths(scopes):
        scopes = resolve(program)
    if answer_feature_tests(scopes):
        scopes = resolve(program)
    if replace_aliases(scopes, signatures):
        scopes = resolve(program)
    if declare_globals(scopes):
        scopes = resolve(program)
    if call_kept_functions(scopes):
        scopes = resolve(program)
    if write_reflection(scopes):
        scopes = resolve(program)
    if split_exports(scopes):
        scopes = resolve(program)
    if ask_types(scopes):
        scopes = resolve(program)
    if join_null_tests(scopes):
        scopes = resolve(program)
    if bind_as_arrows(scopes):
        scopes = resolve(program)
    if make_classes(scopes):
        scopes = resolve(program)
    if hold_collections(scopes):
        scopes = resolve(program)
    unify_globals(scopes)
    inference = infer(scopes, signatures, rulebook)
    converted = call_conversions(scopes, inference)
    if call_entries(scopes, inference) or converted:
        scopes = resolve(program)
        unify_globals(scopes)
        inference = infer(scopes, signatures, rulebook)
    effects = Effects(scopes, inference)
    representation = Representation(scopes, inference)
    flow = Flow(scopes, inference, effects)
    return Analysis(
        program, scopes, inference, effects, flow, representation, inference.types
    )
