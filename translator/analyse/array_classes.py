"""Classes that extend Array become classes that extend ``list``.

Where they may be told apart is seen here: an own ``push``, ``super.push``, a constructor
that passes arguments to that of Array (``new Array(3)`` is an array of that length), and
what a class inherits from Array itself (``C.from``). Such classes are refused.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Scopes
from .signatures import Signatures


class ArrayClasses:
    """Which classes of a program are such lists; asked for once a class."""

    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        self.scopes = scopes
        self.signatures = signatures
        self.known: dict[n.Class, bool] = {}

    def is_list(self, cls: n.Class) -> bool:
        found = self.known.get(cls)
        if found is None:
            self.known[cls] = False  # a class that extends itself
            found = self.known[cls] = self._is_list(cls)
        return found

    def above(self, cls: n.Class) -> n.Class | None:
        """The class of the program that a class extends, where that is plain to see."""
        parent = cls.super_class
        if not isinstance(parent, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(parent)
        if binding is None or binding.reassigned:
            return None
        found: n.Node | None = binding.node
        if isinstance(found, n.VariableDeclarator):
            found = found.init
        return found if isinstance(found, n.Class) else None

    def _is_list(self, cls: n.Class) -> bool:
        above, parent = self.above(cls), cls.super_class
        if above is not None:
            if not self.is_list(above):
                return False
        elif (
            not isinstance(parent, n.Identifier)
            or parent.name != "Array"
            or parent in self.scopes.binding_of
        ):
            return False
        return (
            all(self._is_plain(m, cls) for m in cls.body.body)
            and self._makes_empty(cls)
            and self._is_used_plainly(cls)
        )

    def _reaches_array(self, cls: n.Class) -> bool:
        """Whether ``super(...)`` is the constructor of Array."""
        above = self.above(cls)
        while above is not None:
            if any(getattr(m, "kind", "") == "constructor" for m in above.body.body):
                return False
            above = self.above(above)
        return True

    def _is_plain(self, member: n.Node, cls: n.Class) -> bool:
        """Whether a member hides none of Array's, and asks for none with ``super``."""
        if isinstance(member, (n.MethodDefinition, n.PropertyDefinition)):
            if member.computed:
                return False
            if (
                not member.static
                and not isinstance(member.key, n.PrivateIdentifier)
                and self._is_of_arrays(member.key)
                and not (
                    isinstance(member, n.MethodDefinition)
                    and member.kind == "constructor"
                )
            ):
                return False
        for node in n.walk(member):
            if isinstance(node, n.Super):
                around = self.scopes.parents.get(node)
                if isinstance(around, n.CallExpression) and around.callee is node:
                    if around.arguments and self._reaches_array(cls):
                        return False
                elif self._is_of_arrays(getattr(around, "property", node)):
                    return False
        return True

    def _is_of_arrays(self, key: n.Node) -> bool:
        name = getattr(key, "name", getattr(key, "value", None))
        return (
            not isinstance(name, str)
            or self.signatures.find("Array", name) is not None
            or name == "constructor"
        )

    def _makes_empty(self, cls: n.Class) -> bool:
        """Whether a constructor of the class is there, or it is given no arguments."""
        if any(getattr(m, "kind", "") == "constructor" for m in cls.body.body):
            return True
        return not self._reaches_array(cls) or not any(
            isinstance(parent, n.NewExpression) and parent.arguments
            for parent in self._uses(cls)
        )

    def _is_used_plainly(self, cls: n.Class) -> bool:
        """Whether the class is not asked for what it has of Array, nor given away."""
        for parent in self._uses(cls):
            if isinstance(parent, n.MemberExpression):
                if parent.computed or getattr(parent.property, "name", "") in (
                    "from", "of", "isArray", "fromAsync", "prototype",
                ):  # fmt: skip
                    return False
            elif not isinstance(
                parent,
                (
                    n.NewExpression, n.Class, n.ExportSpecifier,
                    n.ExportNamedDeclaration, n.ExportDefaultDeclaration,
                ),
            ) and not (
                isinstance(parent, n.BinaryExpression) and parent.operator == "instanceof"
            ):  # fmt: skip
                return False
        return True

    def _uses(self, cls: n.Class) -> list[n.Node]:
        """What stands around the names of a class; the class itself if it has none."""
        names = [cls.id] if cls.id is not None else []
        declared = self.scopes.parents.get(cls)
        if isinstance(declared, n.VariableDeclarator) and isinstance(
            declared.id, n.Identifier
        ):
            names.append(declared.id)
        if not names or not isinstance(
            declared, (n.VariableDeclarator, n.Program, n.BlockStatement)
        ):
            return [cls.body]
        return [
            self.scopes.parents[reference]
            for name in names
            for reference in self.scopes.binding_of[name].references
        ]
