"""What a program puts on the prototypes of its functions, statement by statement."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..parse import nodes as n
from .inherits import is_inherits
from .scopes import Binding, Scopes


@dataclass(slots=True, eq=False)
class Piece:
    """A statement that is about a prototype, and what it says.

    ``replaces``: it puts another object there; ``restores``: it sets ``constructor``.
    ``vanishing``: the nodes of it that are left out when it is written as a class.
    """

    statement: n.Node
    members: list[n.MethodDefinition] = field(default_factory=list)
    #: values that all instances share
    shared: list[n.PropertyDefinition] = field(default_factory=list)
    base: n.Expression | None = None
    replaces: bool = False
    restores: bool = False
    #: functions of the program that are methods, and nothing else
    declarations: list[n.FunctionDeclaration] = field(default_factory=list)
    #: a name, and that of the method that is put there under it, too
    again: tuple[str, str] | None = None

    @property
    def is_static(self) -> bool:
        """Whether it is about the function, not about its prototype."""
        return bool(self.members) and all(member.static for member in self.members)

    @property
    def vanishing(self) -> Iterator[n.Node]:
        kept = {id(member.value) for member in self.members}
        kept |= {id(shared.value) for shared in self.shared}
        stack = [self.statement]
        while stack:
            node = stack.pop()
            if id(node) not in kept and node is not self.base:
                yield node
                stack += n.children(node)


def pieces_in(body: list[n.Node], scopes: Scopes) -> dict[Binding, list[Piece]]:
    """The pieces of a list of statements, by the function whose prototype they are about."""
    return _Finder(scopes).find(body)


class _Finder:
    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        #: variables that hold a prototype for good, by the function whose it is
        self.held: dict[Binding, Binding] = {}
        #: declarations that are methods, as expressions
        self.made: dict[n.FunctionDeclaration, n.FunctionExpression] = {}

    def find(self, body: list[n.Node]) -> dict[Binding, list[Piece]]:
        found: dict[Binding, list[Piece]] = {}
        for statement in body:
            piece = self.held_prototype(statement)
            if piece is None and isinstance(statement, n.ExpressionStatement):
                piece = self.piece_of(statement, statement.expression)
            if piece is not None:
                found.setdefault(piece[0], []).append(piece[1])
        for pieces in found.values():
            self.check_again(pieces)
        return found

    def held_prototype(self, statement: n.Node) -> tuple[Binding, Piece] | None:
        """``const proto = Maker.prototype`` of which nothing is done but to put methods there."""
        if (
            not isinstance(statement, n.VariableDeclaration)
            or len(statement.declarations) != 1
        ):
            return None
        declarator = statement.declarations[0]
        maker = self.maker_of(declarator.init)
        if maker is None or not isinstance(declarator.id, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(declarator.id)
        if binding is None or binding.reassigned or binding.early:
            return None
        parents = self.scopes.parents
        for reference in binding.references:
            member = parents[reference]
            put = parents.get(member)
            if not (
                isinstance(member, n.MemberExpression)
                and member.object is reference
                and isinstance(put, n.AssignmentExpression)
                and put.operator == "="
                and put.left is member
                and isinstance(parents.get(put), n.ExpressionStatement)
                and self.method(member.property, member.computed, put.right, "method")
                and parents[parents[put]] is parents[statement]
            ):
                return None
        self.held[binding] = maker
        return maker, Piece(statement)

    def maker_of(self, node: n.Node | None) -> Binding | None:
        """The function that ``Maker.prototype`` names."""
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            return self.held.get(binding) if binding is not None else None
        if not n.is_member(node, "prototype") or not isinstance(
            node.object, n.Identifier
        ):
            return None
        return self.scopes.binding_of.get(node.object)

    # -- statements ----------------------------------------------------------------------

    def piece_of(
        self, statement: n.Node, node: n.Expression
    ) -> tuple[Binding, Piece] | None:
        if isinstance(node, n.AssignmentExpression) and node.operator == "=":
            return self.assigned(statement, node)
        if isinstance(node, n.CallExpression):
            return self.called(statement, node)
        return None

    def assigned(
        self, statement: n.Node, node: n.AssignmentExpression
    ) -> tuple[Binding, Piece] | None:
        left, right = node.left, node.right
        if not isinstance(left, n.MemberExpression):
            return None
        maker = self.maker_of(left)
        if maker is not None and n.is_member(left, "prototype"):
            piece = self.replaced(statement, right, maker)
            return (maker, piece) if piece is not None else None
        maker = self.maker_of(left.object)
        if maker is None:
            return self.static(statement, left, right)
        if n.is_member(left, "constructor"):
            same = (
                isinstance(right, n.Identifier)
                and self.scopes.binding_of.get(right) is maker
            )
            return (maker, Piece(statement, restores=True)) if same else None
        if n.is_member(left, "__proto__"):
            base = self.base_of(right)
            return (maker, Piece(statement, base=base)) if base is not None else None
        if (
            isinstance(right, n.MemberExpression)
            and self.maker_of(right.object) is maker
            and not left.computed
            and not right.computed
        ):
            names = getattr(left.property, "name", ""), getattr(
                right.property, "name", ""
            )
            return maker, Piece(statement, again=names)
        member = self.method(left.property, left.computed, right, "method")
        if member is not None:
            _take_comments(member, statement)
            return maker, self.with_declarations(Piece(statement, [member]))
        shared = self.shared_values(node, maker)
        if not shared:
            return None
        _take_comments(shared[0], statement)
        return maker, Piece(statement, shared=shared)

    def shared_values(
        self, node: n.Expression, maker: Binding
    ) -> list[n.PropertyDefinition]:
        """``Maker.prototype.a = Maker.prototype.b = null``: values, not functions."""
        targets: list[n.MemberExpression] = []
        while isinstance(node, n.AssignmentExpression) and node.operator == "=":
            left = node.left
            if (
                not isinstance(left, n.MemberExpression)
                or left.computed
                or self.maker_of(left.object) is not maker
            ):
                return []
            targets.append(left)
            node = node.right
        if not _is_plain(node) or (len(targets) > 1 and not _is_primitive(node)):
            return []
        return [
            n.PropertyDefinition(
                target.property,
                node if target is targets[-1] else copy.deepcopy(node),
                False,
                False,
                shared=True,
                start=target.start,
                end=node.end,
            )
            for target in reversed(targets)
        ]

    def static(
        self, statement: n.Node, left: n.MemberExpression, right: n.Expression
    ) -> tuple[Binding, Piece] | None:
        """``Maker.make = function () {...}``."""
        maker = (
            self.scopes.binding_of.get(left.object)
            if isinstance(left.object, n.Identifier)
            else None
        )
        member = self.method(left.property, left.computed, right, "method")
        if maker is None or member is None or member.computed:
            return None
        if getattr(left.property, "name", "") in ("prototype", "name", "length"):
            return None
        member.static = True
        _take_comments(member, statement)
        return maker, self.with_declarations(Piece(statement, [member]))

    def replaced(
        self, statement: n.Node, value: n.Expression, maker: Binding
    ) -> Piece | None:
        """``Maker.prototype = ...``: a literal, or an object that inherits from another."""
        if isinstance(value, n.ObjectExpression):
            found = self.members_of(value, maker)
            if found is None:
                return None
            members, restores = found
            piece = Piece(statement, members, replaces=True, restores=restores)
            return self.with_declarations(piece)
        if (
            isinstance(value, n.CallExpression)
            and n.is_member(value.callee, "create")
            and self.is_global(value.callee.object, "Object")
            and 1 <= len(value.arguments) <= 2
        ):
            base = self.base_of(value.arguments[0])
            if base is None:
                return None
            restores = False
            if len(value.arguments) == 2:
                described = value.arguments[1]
                if not isinstance(described, n.ObjectExpression) or not all(
                    isinstance(item, n.Property)
                    and getattr(item.key, "name", "") == "constructor"
                    for item in described.properties
                ):
                    return None
                restores = bool(described.properties)
            return Piece(statement, base=base, replaces=True, restores=restores)
        return None

    def members_of(
        self, node: n.ObjectExpression, maker: Binding
    ) -> tuple[list[n.MethodDefinition], bool] | None:
        members: list[n.MethodDefinition] = []
        restores = False
        for item in node.properties:
            if not isinstance(item, n.Property):
                return None
            if getattr(item.key, "name", "") == "constructor" and not item.computed:
                if not (
                    isinstance(item.value, n.Identifier)
                    and self.scopes.binding_of.get(item.value) is maker
                ):
                    return None
                restores = True
                continue
            kind = "method" if item.kind == "init" else item.kind
            member = self.method(item.key, item.computed, item.value, kind)
            if member is None:
                return None
            member.leading, member.trailing = item.leading, item.trailing
            member.blank_before = True
            members.append(member)
        return members, restores

    def called(
        self, statement: n.Node, node: n.CallExpression
    ) -> tuple[Binding, Piece] | None:
        """``util.inherits(Maker, Base)``, ``Object.defineProperty(Maker.prototype, ...)``."""
        callee = node.callee
        if len(node.arguments) < 2:
            return None
        first, second = node.arguments[:2]
        if is_inherits(callee, self.scopes) and isinstance(first, n.Identifier):
            maker = self.scopes.binding_of.get(first)
            if maker is None or isinstance(second, n.SpreadElement):
                return None
            return maker, Piece(statement, base=second)
        if not isinstance(callee, n.MemberExpression) or not self.is_global(
            callee.object, "Object"
        ):
            return None
        maker = self.maker_of(first)
        if maker is None:
            return None
        if n.is_member(callee, "setPrototypeOf"):
            base = self.base_of(second)
            return (maker, Piece(statement, base=base)) if base is not None else None
        if n.is_member(callee, "defineProperty") and len(node.arguments) == 3:
            members = self.described(second, True, node.arguments[2])
            piece = self.with_declarations(Piece(statement, members))
            return (maker, piece) if members else None
        return None

    def described(
        self, key: n.Node, computed: bool, node: n.Node
    ) -> list[n.MethodDefinition]:
        """The accessors, or the method, that a property descriptor describes."""
        if not isinstance(node, n.ObjectExpression):
            return []
        members: list[n.MethodDefinition] = []
        for item in node.properties:
            name = getattr(getattr(item, "key", None), "name", "")
            if not isinstance(item, n.Property) or item.kind != "init":
                return []
            if name in ("enumerable", "configurable", "writable"):
                continue
            if name not in ("get", "set", "value"):
                return []
            kind = "method" if name == "value" else name
            member = self.method(key, computed, item.value, kind)
            if member is None:
                return []
            members.append(member)
        return members

    # -- parts ---------------------------------------------------------------------------

    def method(
        self, key: n.Node, computed: bool, value: n.Node | None, kind: str
    ) -> n.MethodDefinition | None:
        """A function as a method; None where it is none, or has a name that it uses."""
        if isinstance(value, n.Identifier):
            value = self.declared(value)
        if not isinstance(value, n.FunctionExpression):
            return None
        if value.id is not None:
            inner = self.scopes.binding_of.get(value.id)
            if inner is not None and inner.references:
                return None
        if computed and isinstance(key, n.StringLiteral) and key.value.isidentifier():
            key = n.Identifier(key.value, start=key.start, end=key.end)
            computed = False
        return n.MethodDefinition(
            key, value, kind, computed, False, start=value.start, end=value.end
        )

    def declared(self, name: n.Identifier) -> n.FunctionExpression | None:
        """What a function declaration is that is mentioned here alone, as an expression."""
        binding = self.scopes.binding_of.get(name)
        if (
            binding is None
            or binding.reassigned
            or not isinstance(binding.node, n.FunctionDeclaration)
            or any(reference is not name for reference in binding.references)
        ):
            return None
        function = binding.node
        block = self.scopes.parents.get(function)
        if not isinstance(block, (n.Program, n.BlockStatement)):
            return None
        made = self.made.get(function)
        if made is None:
            made = self.made[function] = n.FunctionExpression(
                None,
                function.params,
                function.body,
                function.is_async,
                function.generator,
                start=function.start,
                end=function.end,
            )
        return made

    def with_declarations(self, piece: Piece) -> Piece:
        """The piece, with the declarations that its methods are, and their comments."""
        values = {id(member.value): member for member in piece.members}
        for declaration, made in self.made.items():
            member = values.get(id(made))
            if member is not None:
                piece.declarations.append(declaration)
                member.leading = [*declaration.leading, *member.leading]
                member.trailing = [*member.trailing, *declaration.trailing]
        return piece

    def base_of(self, node: n.Node) -> n.Expression | None:
        """``Base`` of ``Base.prototype``."""
        if not n.is_member(node, "prototype"):
            return None
        root: n.Node = node.object
        while isinstance(root, n.MemberExpression) and not root.computed:
            root = root.object
        return node.object if isinstance(root, n.Identifier) else None

    def is_global(self, node: n.Node, name: str) -> bool:
        return (
            isinstance(node, n.Identifier)
            and node.name == name
            and node not in self.scopes.binding_of
        )

    def check_again(self, pieces: list[Piece]) -> None:
        """Leave out ``Maker.prototype.on = Maker.prototype.add`` of what is not known."""
        known = {
            member.key.name
            for piece in pieces
            for member in piece.members
            if isinstance(member.key, n.Identifier)
            and member.kind == "method"
            and not member.static
        }
        for piece in list(pieces):
            if piece.again is not None:
                if piece.again[1] in known:
                    known.add(piece.again[0])
                else:
                    pieces.remove(piece)


def _take_comments(member: n.Commented, statement: n.Node) -> None:
    assert isinstance(statement, n.Commented)
    member.leading, member.trailing = statement.leading, statement.trailing
    member.blank_before = statement.blank_before


def _is_plain(node: n.Node) -> bool:
    """Whether a value can be made at any time: a literal, or a literal of such."""
    if isinstance(node, n.ArrayExpression):
        return all(e is not None and _is_plain(e) for e in node.elements)
    return _is_primitive(node)


def _is_primitive(node: n.Node) -> bool:
    if isinstance(node, n.UnaryExpression):
        return isinstance(node.argument, n.NumberLiteral)
    return isinstance(
        node, (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)
    )
