"""What classes may hold in JavaScript that Python's would quietly do otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ..analyse import types as t
from ..parse import nodes as n
from .static_members import StaticMembers
from .syntax import is_static_accessor


class ClassChecks(StaticMembers):
    def check_class(self, node: n.Class) -> None:
        """Refuse members that have no counterpart, and constructors that would throw."""
        outer = self.private_names_around(node)
        for member in node.body.body:
            if isinstance(member, n.StaticBlock):
                continue
            self.check_member(member, outer)
            if isinstance(member, n.MethodDefinition) and member.kind == "constructor":
                self.check_returns(member, derived=node.super_class is not None)
                if node.super_class is not None:
                    self.check_super_call(member)
                    if not node.of_function:
                        self.check_this_before_super(member)
            if is_static_accessor(member) and any(
                isinstance(x, n.Super) for x in n.walk(member.value)  # type: ignore[arg-type]
            ):
                raise self.refuse(member, "super in a static accessor")

    def check_shown_fields(self, node: n.Class, atom: t.ClassAtom) -> None:
        """Warn of fields that are listed or shown, and have another name in Python."""
        if atom.instance not in self.representation.listed:
            return
        methods = atom.members.keys() | atom.setters.keys()
        shown = self.kept_attributes - methods
        for name in atom.instance.props:
            if name in shown and name[0] not in "#@" and self.attribute(name) != name:
                self.warn(
                    node,
                    f"{name} is called {self.attribute(name)} in Python, and listed so",
                )

    def check_member(
        self,
        member: n.MethodDefinition | n.PropertyDefinition,
        outer: dict[str | None, str],
    ) -> None:
        name = self.analysis.inference.property_name(member.key, member.computed)
        private = isinstance(member.key, n.PrivateIdentifier)
        self.check_shown_member(member, name)
        if name is not None and not private and name.startswith("#"):
            raise self.refuse(member, f"{name!r} as a public name")
        if name == "prototype" and member.static:
            raise self.refuse(member, "a static member called prototype")
        if name == "constructor" and member.static:
            raise self.refuse(member, "a static member called constructor")
        if private and name in outer:
            both = {outer[name], kind_of(member)}
            if both != {"field"}:
                raise self.refuse(
                    member, f"a private name {name} within a class that has it, too"
                )

    def private_names_around(self, node: n.Class) -> dict[str | None, str]:
        """The private names of the classes that a class stands in, with what they are."""
        names: dict[str | None, str] = {}
        current = self.scopes.parents.get(node)
        while current is not None:
            if isinstance(current, n.Class):
                names |= {
                    f"#{member.key.name}": kind_of(member)
                    for member in current.body.body
                    if not isinstance(member, n.StaticBlock)
                    and isinstance(member.key, n.PrivateIdentifier)
                }
            current = self.scopes.parents.get(current)
        return names

    def check_returns(self, constructor: n.MethodDefinition, derived: bool) -> None:
        """A constructor that returns an object makes ``new`` give that one; in a class that
        extends one, what is no object is a TypeError."""
        for found in self.scopes.facts[constructor.value].returns:
            value = getattr(found, "argument", None)
            if value is not None and not (
                isinstance(value, n.ThisExpression)
                or self.is_exactly(value, t.T_UNDEFINED if derived else t.PRIMITIVES)
            ):
                raise self.refuse(found, "a constructor that returns a value")

    def check_super_call(self, constructor: n.MethodDefinition) -> None:
        """A derived class whose constructor does not call ``super`` has no ``this``."""
        calls = [x for x in own_code(constructor.value) if is_super_call(x)]
        returns = any(
            isinstance(x, n.ReturnStatement) and x.argument is not None
            for x in own_code(constructor.value)
        )
        if not calls and not returns:
            raise self.refuse(
                constructor, "a constructor without super() in a class that extends one"
            )
        for call in calls:
            if self.scopes.enclosing_function(call) is not constructor.value:
                raise self.refuse(call, "super() within an arrow function")

    def check_this_before_super(self, constructor: n.MethodDefinition) -> None:
        code = list(own_code(constructor.value))
        calls = [node.start for node in code if is_super_call(node)]
        first = min(calls, default=constructor.end)
        for node in code:
            if isinstance(node, n.ThisExpression) and node.start < first:
                raise self.refuse(node, "`this` before super() is called")


def kind_of(member: n.MethodDefinition | n.PropertyDefinition) -> str:
    """Whether a member is a field, or one of a method and the accessors."""
    if isinstance(member, n.PropertyDefinition) and not member.static:
        return "field"
    return getattr(member, "kind", "static field")


def is_super_call(node: n.Node) -> bool:
    return isinstance(node, n.CallExpression) and isinstance(node.callee, n.Super)


def own_code(function: n.Node) -> Iterator[n.Node]:
    """The nodes of a function, and of the arrow functions in it, which share ``super``."""
    stack = list(n.children(function))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, n.Class):
            if node.super_class is not None:
                stack.append(node.super_class)
        elif isinstance(node, n.ArrowFunctionExpression) or not isinstance(
            node, n.Function
        ):
            stack.extend(n.children(node))
