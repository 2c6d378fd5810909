"""Writes just behind the end of an array: ``dp[i] = ...``, where ``i`` starts at its length.

JavaScript makes such an array longer; in Python that is ``append``. What is asked for here is
seen in the source: a constant array that is written out, with nothing but reads of it between,
and a loop that writes one element in each round, at a counter that only its head changes.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, Scopes


def filling_writes(scopes: Scopes) -> set[n.MemberExpression]:
    """The targets of assignments that surely stand for the place behind the last element."""
    found: set[n.MemberExpression] = set()
    for binding in scopes.bindings:
        array = binding.held
        if (
            isinstance(array, n.ArrayExpression)
            and not binding.captured_by
            and not any(x is None for x in array.elements)
            and not any(isinstance(x, n.SpreadElement) for x in array.elements)
        ):
            found |= _Filling(scopes, binding).writes(len(array.elements))
    return found


class _Filling:
    def __init__(self, scopes: Scopes, binding: Binding) -> None:
        self.scopes = scopes
        self.binding = binding
        self.references = sorted(binding.references, key=lambda x: x.start)

    def writes(self, size: int) -> set[n.MemberExpression]:
        """Which writes fill it from its first length on, up to where something else is done."""
        found: set[n.MemberExpression] = set()
        for statement in self.statements_after():
            within = self.within(statement)
            if isinstance(statement, n.ExpressionStatement):
                target = self.written(statement)
                if target is not None and self.only_read(within, target):
                    if _number(target.property) != size:
                        break
                    found.add(target)
                    size += 1
                    continue
            elif isinstance(statement, n.ForStatement):
                target = self.filled_by(statement, size)
                if target is not None:
                    found.add(target)
                    break
            if not self.only_read(within, None):
                break
        return found

    def statements_after(self) -> list[n.Node]:
        """The statements behind the declaration, in the same list."""
        declaration = self.scopes.parents.get(self.binding.node)
        block = self.scopes.parents.get(declaration) if declaration else None
        if not isinstance(block, (n.BlockStatement, n.Program, n.StaticBlock)):
            return []
        assert declaration is not None
        if not self.only_read(self.within(declaration), None):
            return []
        last = self.references[-1].start if self.references else -1
        return [s for s in block.body if declaration.end <= s.start <= last]

    def within(self, node: n.Node) -> list[n.Identifier]:
        return [r for r in self.references if node.start <= r.start < node.end]

    def only_read(
        self, references: list[n.Identifier], but: n.MemberExpression | None
    ) -> bool:
        """Whether elements and the length are read, and nothing else is done."""
        return all(
            (but is not None and reference is but.object) or self.is_read(reference)
            for reference in references
        )

    def is_read(self, reference: n.Identifier) -> bool:
        member = self.scopes.parents.get(reference)
        if not isinstance(member, n.MemberExpression) or member.object is not reference:
            return False
        if not member.computed and getattr(member.property, "name", "") != "length":
            return False
        above = self.scopes.parents.get(member)
        if isinstance(above, n.CallExpression):
            return above.callee is not member
        return isinstance(above, _READING) or (
            isinstance(above, (n.AssignmentExpression, n.AssignmentPattern))
            and above.right is member
        )

    def written(self, statement: n.Node) -> n.MemberExpression | None:
        """``xs[...]`` of the statement ``xs[...] = value;``."""
        node = getattr(statement, "expression", None)
        if not isinstance(node, n.AssignmentExpression) or node.operator != "=":
            return None
        target = node.left
        if (
            isinstance(target, n.MemberExpression)
            and target.computed
            and isinstance(target.object, n.Identifier)
            and self.scopes.binding_of.get(target.object) is self.binding
        ):
            return target
        return None

    def filled_by(self, loop: n.ForStatement, size: int) -> n.MemberExpression | None:
        """``xs[i]`` of ``for (let i = size; ...; i++) { ... xs[i] = value; ... }``."""
        counter = self.counter(loop, size)
        body = loop.body
        statements = body.body if isinstance(body, n.BlockStatement) else [body]
        if counter is None:
            return None
        for position, statement in enumerate(statements):
            target = self.written(statement)
            if target is None:
                continue
            index = target.property
            if (
                isinstance(index, n.Identifier)
                and self.scopes.binding_of.get(index) is counter
                and not any(map(_goes_on, statements[:position]))
                and self.only_read(self.within(loop), target)
                and (loop.test is None or not self.within(loop.test))
            ):
                return target
            return None
        return None

    def counter(self, loop: n.ForStatement, size: int) -> Binding | None:
        """The variable that a loop counts up from ``size``, and that nothing else changes."""
        if not isinstance(loop.init, n.VariableDeclaration) or loop.init.kind != "let":
            return None
        declarator = loop.init.declarations[0]
        if not isinstance(declarator.id, n.Identifier) or declarator.init is None:
            return None
        counter = self.scopes.binding_of.get(declarator.id)
        if counter is None or _number(declarator.init) != size:
            return None
        update = loop.update
        if not isinstance(update, n.UpdateExpression) or update.operator != "++":
            return None
        changed = update.argument
        heads = (declarator, update)
        if (
            not isinstance(changed, n.Identifier)
            or self.scopes.binding_of.get(changed) is not counter
            or not all(
                any(head.start <= a.start < head.end for head in heads)
                for a in counter.assignments
            )
        ):
            return None
        return counter


def _number(node: n.Node) -> float | None:
    return node.value if isinstance(node, n.NumberLiteral) else None


def _goes_on(statement: n.Node) -> bool:
    """Whether a statement may start the next round of a loop around it."""
    return any(isinstance(node, n.ContinueStatement) for node in n.walk_own(statement))


#: above an element where it is read
_READING = (
    n.BinaryExpression,
    n.LogicalExpression,
    n.ConditionalExpression,
    n.TemplateLiteral,
    n.VariableDeclarator,
    n.ReturnStatement,
    n.ExpressionStatement,
    n.IfStatement,
)
