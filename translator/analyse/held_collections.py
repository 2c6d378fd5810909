"""Classes that extend Map or Set hold one: ``class Counts extends Map`` has a ``#map``.

A dict with methods of its own would be taken for a dict by all that takes one apart, is
false where it is empty, and no key. So the class gets a private field, and those of the
methods that the program mentions, before anything is inferred. What would tell the two
apart (``instanceof Map``, ``Map.prototype``) leaves the class as it is, to be refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..parse import nodes as n
from ..parse import parse
from ..source import SourceText
from .scopes import Scopes

_OF_BOTH = {
    "clear": "clear() { this.#held.clear(); }",
    "size": "get size() { return this.#held.size; }",
    "keys": "keys() { return this.#held.keys(); }",
    "values": "values() { return this.#held.values(); }",
    "entries": "entries() { return this.#held.entries(); }",
}
_METHODS = {
    "Map": {
        "get": "get(key) { return this.#held.get(key); }",
        "set": "set(key, value) { this.#held.set(key, value); return this; }",
        "has": "has(key) { return this.#held.has(key); }",
        "delete": "delete(key) { return this.#held.delete(key); }",
        **_OF_BOTH,
        "forEach": "forEach(callback) "
        "{ this.#held.forEach((value, key) => callback(value, key, this)); }",
        "@@iterator": "*[Symbol.iterator]() { yield* this.#held; }",
    },
    "Set": {
        "add": "add(value) { this.#held.add(value); return this; }",
        "has": "has(value) { return this.#held.has(value); }",
        "delete": "delete(value) { return this.#held.delete(value); }",
        **_OF_BOTH,
        "forEach": "forEach(callback) "
        "{ this.#held.forEach((value) => callback(value, value, this)); }",
        "@@iterator": "*[Symbol.iterator]() { yield* this.#held; }",
    },
}
#: what puts an item in, and gives the collection
_ADDING = {"Map": "set", "Set": "add"}
#: members that would not be those of the class, or that say what it is
_TELLING = frozenset(
    {"species", "groupBy", "union", "intersection", "difference",
     "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"}
)  # fmt: skip
_EXPORTS = (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)
_FIELD_NAMES = ("map", "set", "held", "collection")


@dataclass
class _Use:
    """What a class does with the collection that it is: nodes of its own methods."""

    cls: n.Class
    kind: str
    supers: list[n.CallExpression]
    members: list[n.MemberExpression]
    iterated: list[n.ThisExpression]


def hold_collections(scopes: Scopes) -> bool:
    """Write such classes so; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    found = [
        (cls, parent.name)
        for cls in scopes.parents
        if isinstance(cls, n.Class)
        and isinstance(parent := cls.super_class, n.Identifier)
        and parent.name in _METHODS
        and parent not in scopes.binding_of
    ]
    if not found or _is_told(scopes):
        return False
    taken = {x.name for x in scopes.parents if isinstance(x, n.PrivateIdentifier)}
    changed = False
    for cls, kind in found:
        names = (kind.lower(), *_FIELD_NAMES)
        field = next((name for name in names if name not in taken), None)
        use = _use_of(cls, kind, scopes)
        if field is not None and use is not None:
            _rewrite(use, field, scopes)
            changed = True
    return changed


def _is_told(scopes: Scopes) -> bool:
    """Whether the program can tell such an object from one that holds a collection."""
    for node in scopes.parents:
        if isinstance(node, n.MemberExpression):
            name = getattr(node.property, "name", "")
            owner = getattr(node.object, "name", "")
            if name in _TELLING or (name == "prototype" and owner in _METHODS):
                return True
            if name == "forEach":
                call = scopes.parents.get(node)
                if isinstance(call, n.CallExpression) and len(call.arguments) > 1:
                    return True
        elif isinstance(node, n.BinaryExpression) and node.operator == "instanceof":
            if getattr(node.right, "name", "") in _METHODS:
                return True
        elif isinstance(node, n.Identifier) and node.name == "structuredClone":
            return True
    return False


# -- what the class does -----------------------------------------------------------------


def _use_of(cls: n.Class, kind: str, scopes: Scopes) -> _Use | None:
    """None where something stands in the way."""
    use = _Use(cls, kind, [], [], [])
    overridden = _overridden(cls, scopes)
    given = _is_made_with_arguments(cls, scopes)
    for member in cls.body.body:
        for node in _own_code(member):
            parent = scopes.parents.get(node)
            if isinstance(node, n.Super):
                if isinstance(member, n.StaticBlock) or member.static:
                    return None
                if isinstance(parent, n.CallExpression) and parent.callee is node:
                    if not isinstance(scopes.parents[parent], n.ExpressionStatement):
                        return None
                    given |= bool(parent.arguments)
                    use.supers.append(parent)
                elif (
                    isinstance(parent, n.MemberExpression)
                    and not parent.computed
                    and getattr(parent.property, "name", "") in _METHODS[kind]
                ):
                    use.members.append(parent)
                else:
                    return None
            elif isinstance(node, n.ThisExpression):
                if isinstance(parent, n.MemberExpression) and not parent.computed:
                    name = getattr(parent.property, "name", "")
                    called = scopes.parents.get(parent)
                    if (
                        isinstance(parent.property, n.Identifier)
                        and name in _METHODS[kind]
                        and name not in overridden
                        and (name == "size" or isinstance(called, n.CallExpression))
                    ):
                        use.members.append(parent)
                elif isinstance(parent, n.SpreadElement) or (
                    isinstance(parent, n.ForOfStatement) and parent.right is node
                ):
                    use.iterated.append(node)
    if given and _ADDING[kind] in overridden:
        return None  # the constructor of Map calls `set` (ECMA-262 24.1.1.1)
    if "@@iterator" in overridden:
        use.iterated.clear()
    return use


def _own_code(member: n.Node) -> Iterator[n.Node]:
    """The nodes of a member that share its ``this``."""
    if isinstance(member, n.MethodDefinition):
        yield from n.walk_own(member.value.body, arrows=True)
        for param in member.value.params:
            yield from n.walk_own(param, arrows=True)
    else:
        yield from n.walk_own(member, arrows=True)


def _overridden(cls: n.Class, scopes: Scopes) -> set[str]:
    """The names of the members of the class, and of all that may extend it."""
    names: set[str] = set()
    for each in scopes.parents:
        if isinstance(each, n.Class) and _may_extend(each, cls, scopes):
            for member in each.body.body:
                if not isinstance(member, n.StaticBlock) and not member.static:
                    names.add(_name_of(member))
    return names


def _may_extend(each: n.Class, cls: n.Class, scopes: Scopes) -> bool:
    """Whether a class is the other one, or may be based on it."""
    current: n.Node | None = each
    for _ in range(50):
        if current is cls:
            return True
        parent = current.super_class if isinstance(current, n.Class) else None
        if parent is None:
            return current is not None and not isinstance(current, n.Class)
        if not isinstance(parent, n.Identifier):
            return True
        binding = scopes.binding_of.get(parent)
        if binding is None:
            return False
        current = binding.node
        if isinstance(current, n.VariableDeclarator):
            current = current.init
        if binding.reassigned or not isinstance(current, n.Class):
            return True
    return True


def _name_of(member: n.MethodDefinition | n.PropertyDefinition) -> str:
    if member.computed:
        symbol = getattr(getattr(member.key, "property", None), "name", "")
        return f"@@{symbol}"
    return str(getattr(member.key, "name", getattr(member.key, "value", "")))


def _is_made_with_arguments(cls: n.Class, scopes: Scopes) -> bool:
    """Whether arguments of ``new`` may reach Map: the class has no constructor."""
    if any(
        isinstance(m, n.MethodDefinition) and m.kind == "constructor"
        for m in cls.body.body
    ):
        return False
    declared = scopes.parents.get(cls)
    own = [cls.id] if cls.id is not None else []
    if isinstance(declared, n.VariableDeclarator) and isinstance(
        declared.id, n.Identifier
    ):
        own.append(declared.id)
    elif not isinstance(cls, n.ClassDeclaration):
        return True
    for name in own:
        for reference in scopes.binding_of[name].references:
            parent = scopes.parents.get(reference)
            if isinstance(parent, n.NewExpression) and parent.callee is reference:
                if parent.arguments:
                    return True
            elif not (
                isinstance(parent, n.BinaryExpression)
                or (isinstance(parent, n.MemberExpression) and not parent.computed)
            ):
                return True
    return False


# -- the class that holds one --------------------------------------------------------------


def _rewrite(use: _Use, field: str, scopes: Scopes) -> None:
    cls = use.cls
    parent = cls.super_class
    assert parent is not None
    at = parent.start, parent.end

    def held() -> n.MemberExpression:
        return n.MemberExpression(
            n.ThisExpression(start=at[0], end=at[1]),
            n.PrivateIdentifier(field, start=at[0], end=at[1]),
            False,
            False,
            start=at[0],
            end=at[1],
        )

    for member in use.members:
        member.object = held()
        call = scopes.parents[member]
        name = getattr(member.property, "name", "")
        if name == _ADDING[use.kind] and not isinstance(
            scopes.parents[call], n.ExpressionStatement
        ):
            assert isinstance(call, n.CallExpression)
            this = n.ThisExpression(start=call.start, end=call.end)
            pair = n.SequenceExpression([call, this], start=call.start, end=call.end)
            scopes.replace(call, pair)
    for this in use.iterated:
        scopes.replace(this, held())
    for call in use.supers:
        made = n.NewExpression(parent, call.arguments, start=call.start, end=call.end)
        put = n.AssignmentExpression("=", held(), made, start=call.start, end=call.end)
        scopes.replace(call, put)
    cls.super_class = None
    cls.held = use.kind
    own = {_name_of(m) for m in cls.body.body if not isinstance(m, n.StaticBlock)}
    texts = [f"#{field};"] if use.supers else []
    if not use.supers:
        filled = _is_made_with_arguments(cls, scopes)
        texts.append(
            f"#{field}; constructor(items) {{ this.#{field} = new {use.kind}(items); }}"
            if filled
            else f"#{field} = new {use.kind}();"
        )
    asked = _asked(scopes, field)
    texts += [
        text.replace("#held", f"#{field}")
        for name, text in _METHODS[use.kind].items()
        if name not in own and (asked is None or name in asked)
    ]
    members = _members(" ".join(texts), at)
    first = len(members) - len(texts) + 1  # the field, perhaps a constructor
    cls.body.body[:0] = members[:first]
    cls.body.body += members[first:]


def _members(
    text: str, at: tuple[int, int]
) -> list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock]:
    """Members of a class, all of them at the place of what they stand for."""
    program = parse(SourceText(f"class C {{ {text} }}", "members.js"))
    (cls,) = program.body
    assert isinstance(cls, n.Class)
    for member in cls.body.body:
        for node in n.walk(member):
            node.start, node.end = at
    return cls.body.body


def _asked(scopes: Scopes, field: str) -> set[str] | None:
    """The members that the program asks objects for; None: any."""
    names: set[str] = set()
    for node in n.walk(scopes.program):
        if isinstance(node, _EXPORTS) or getattr(node, "name", "") in (
            "module",
            "exports",
        ):
            return None  # others may ask for anything
        if isinstance(node, n.MemberExpression):
            owner = node.object
            if isinstance(owner, n.MemberExpression) and (
                getattr(owner.property, "name", "") == field
            ):
                continue
            if not node.computed:
                names.add(getattr(node.property, "name", ""))
            elif isinstance(node.property, n.StringLiteral):
                names.add(node.property.value)
            elif isinstance(scopes.parents.get(node), n.CallExpression):
                return None
        elif isinstance(node, (n.ForOfStatement, n.SpreadElement, n.ArrayPattern)):
            names.add("@@iterator")
        elif isinstance(node, (n.CallExpression, n.NewExpression)) and node.arguments:
            names.add("@@iterator")
    return names
