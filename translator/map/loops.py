"""Loops, labels and switch."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import is_code
from .context import FunctionContext, Loop
from .stand_ins import singular
from .statements import Statements, leaves

_PROTOCOL_NAMES = ("@@iterator", "@@asyncIterator")
_CHANGING = frozenset(
    "push pop shift unshift splice sort reverse fill copyWithin delete clear".split()
)


class Loops(Statements):
    _label: str | None = None

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._closed: dict[n.Node, bool] = {}

    def labeled(self, node: n.LabeledStatement) -> None:
        body = node.body
        if isinstance(
            body,
            (n.ForStatement, n.ForOfStatement, n.ForInStatement, n.WhileStatement, n.DoWhileStatement),
        ):
            self._label = node.label
            self.statement(body)
            return
        # A labelled block: a loop of one round, which `break` leaves.
        loop = Loop(node, node.label, is_loop=False)
        self.fn.loops.append(loop)
        made = self.body(body)
        self.fn.loops.pop()
        self.emit(b.while_(b.const(True), [*made, ast.Break()]))
        self.after_loop(loop)

    def take_label(self) -> str | None:
        label, self._label = self._label, None
        return label

    def loop_body(self, loop: Loop, body: n.Node) -> list[ast.stmt]:
        if self.needs_call(loop, body):
            return self.body_as_call(loop, body)
        self.fn.loops.append(loop)
        try:
            return self.body(body)
        finally:
            self.fn.loops.pop()

    # -- rounds with variables of their own --------------------------------------------------

    def round_names(self, loop: Loop, body: n.Node) -> list[Binding]:
        """The variables that a loop's body declares, in its blocks."""
        return [
            binding
            for binding in self.scopes.bindings
            if binding.scope.loop is not None
            and binding.scope.node is not loop.node
            and body.start <= binding.scope.node.start < body.end
            and binding.function is self.scopes.enclosing_function(loop.node)
        ]

    def kept_closures(self, binding: Binding) -> list[n.Function]:
        """The closures over a variable that outlive the call that they are given to."""
        found: list[n.Function] = []
        for inner in binding.captured_by:
            function: n.Node = inner
            while self.scopes.facts[function].parent is not binding.function:
                function = self.scopes.facts[function].parent  # type: ignore[assignment]
            if isinstance(function, n.Function) and not self.called_at_once(function):
                found.append(function)
        return found

    def needs_call(self, loop: Loop, body: n.Node) -> bool:
        """Whether closures keep a variable of the round that changes after they are made."""
        if not any(
            binding.scope.loop is loop.node
            and self.assigned_in_body(binding)
            and any(not self.settled_before(binding, f) for f in self.kept_closures(binding))
            for binding in self.round_names(loop, body)
            if binding.captured_by and binding.kind in ("let", "const")
        ):
            return False
        stack: list[n.Node] = [body]
        while stack:
            current = stack.pop()
            if isinstance(current, (n.ReturnStatement, n.BreakStatement, n.YieldExpression)):
                return False
            if isinstance(current, n.ContinueStatement) and current.label is not None:
                return False
            if not isinstance(current, n.Function):
                stack.extend(n.children(current))
        return True

    def body_as_call(self, loop: Loop, body: n.Node) -> list[ast.stmt]:
        """The body as a local function that each round calls: its variables are new ones."""
        waits = any(
            isinstance(x, n.AwaitExpression) or isinstance(x, n.ForOfStatement) and x.is_await
            for x in own_nodes(body)
        )
        context = FunctionContext("function", None, self.fn, is_async=waits)
        head = [
            binding
            for binding in self.scopes.bindings
            if binding.scope.node is loop.node
            and binding.kind in ("let", "const")
            and any(body.start <= r.start < body.end for r in binding.references)
        ]
        name = self.temp("one_round", "function")
        for binding in self.round_names(loop, body):
            self.placed[binding] = context
            if binding.scope.loop is loop.node:
                self.fresh.add(binding)
        with self.entering(context):
            self.fn.loops.append(Loop(loop.node, loop.label, is_loop=True, is_call=True))
            made = self.body(body)
        tree = b.function(
            name.name, [self.param_like(h) for h in head], made, is_async=waits
        )
        tree.binding = name  # type: ignore[union-attr]
        context.tree = tree
        self.emit(tree)
        call: ast.expr = b.call(self.load(name), *[self.load(h) for h in head])
        return [b.expr(b.await_(call) if waits else call)]

    # -- break and continue ------------------------------------------------------------------

    def break_statement(self, node: n.BreakStatement) -> None:
        target = self.jump_target(node, node.label, "break")
        innermost = self.innermost_python_loop()
        if target is innermost:
            self.emit(ast.Break())
            return
        if target.break_flag is None:
            target.break_flag = self.temp(f"{target.label or 'loop'}_done")
        self.emit(b.assign(self.target(target.break_flag), b.const(True)))
        self.emit(ast.Break())
        self.mark_between(target, "break")

    def continue_statement(self, node: n.ContinueStatement) -> None:
        target = self.jump_target(node, node.label, "continue")
        innermost = self.innermost_python_loop()
        if target.is_call:
            self.emit(b.ret())
            return
        if target is innermost:
            self.emit(*self.copies(target.update or []))
            self.emit(ast.Continue())
            return
        if target.continue_flag is None:
            target.continue_flag = self.temp(f"{target.label or 'loop'}_next")
        self.emit(b.assign(self.target(target.continue_flag), b.const(True)))
        self.emit(ast.Break())
        self.mark_between(target, "continue")

    def copies(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        import copy

        return [copy.deepcopy(s) for s in statements]

    def innermost_python_loop(self) -> Loop | None:
        for loop in reversed(self.fn.loops):
            if loop.python_loop:
                return loop
        return None

    def mark_between(self, target: Loop, kind: str) -> None:
        """Loops between the jump and its target are left by flags, one after the other."""
        for loop in reversed(self.fn.loops):
            if loop is target:
                break
            if loop.passes is None:
                loop.passes = []
            if (target, kind) not in loop.passes:
                loop.passes.append((target, kind))

    def jump_target(self, node: n.Node, label: str | None, kind: str) -> Loop:
        for loop in reversed(self.fn.loops):
            if label is not None:
                if loop.label == label:
                    return loop
            elif loop.is_loop or (
                kind == "break" and isinstance(loop.node, n.SwitchStatement)
            ):
                return loop
        raise self.refuse(node, f"{kind} outside of what this translation knows")

    def after_loop(self, loop: Loop) -> None:
        """Behind an inner loop: go on leaving the outer ones whose flags are set."""
        for target, kind in loop.passes or ():
            innermost = self.innermost_python_loop()
            flag = target.break_flag if kind == "break" else target.continue_flag
            assert flag is not None
            jump: list[ast.stmt]
            if kind == "break" or target is not innermost:
                jump = [ast.Break()]
            else:
                jump = [*self.copies(target.update or []), ast.Continue()]
            self.emit(b.if_(self.load(flag), jump))

    def with_flags(self, loop: Loop, body: list[ast.stmt]) -> list[ast.stmt]:
        """The flags of a loop that inner loops set, reset where they have to be."""
        if loop.continue_flag is not None:
            body = [b.assign(self.target(loop.continue_flag), b.const(False)), *body]
        if loop.break_flag is not None:
            self.emit(b.assign(self.target(loop.break_flag), b.const(False)))
        return body

    # -- for -----------------------------------------------------------------------------------

    def for_statement(self, node: n.ForStatement) -> None:
        label = self.take_label()
        if self.counting_loop(node, label):
            return
        if node.init is not None:
            if isinstance(node.init, n.VariableDeclaration):
                self.variables(node.init)
            else:
                self.effect(node.init)
        update: list[ast.stmt] = []
        if node.update is not None:
            with self.into(update):
                self.effect(node.update)
        loop = Loop(node, label, is_loop=True, update=update)
        condition: list[ast.stmt] = []
        test: ast.expr = b.const(True)
        if node.test is not None:
            with self.into(condition):
                test = self.test(node.test)
        body = self.loop_body(loop, node.body)
        if condition:
            body = [*condition, b.if_(b.negate(test), [ast.Break()]), *body]
            test = b.const(True)
        if not leaves(node.body):
            body = [s for s in body if not isinstance(s, ast.Pass)] + update
        body = self.with_flags(loop, body)
        self.emit(b.while_(test, body or [ast.Pass()]))
        self.after_loop(loop)

    def counting_loop(self, node: n.ForStatement, label: str | None) -> bool:
        """``for (let i = a; i < b; i++)`` as ``for i in range(a, b)``."""
        init, test, update = node.init, node.test, node.update
        if not (
            isinstance(init, n.VariableDeclaration)
            and len(init.declarations) == 1
            and isinstance(init.declarations[0].id, n.Identifier)
            and init.declarations[0].init is not None
            and isinstance(test, n.BinaryExpression)
            and isinstance(test.left, n.Identifier)
        ):
            return False
        binding = self.scopes.binding_of[init.declarations[0].id]
        start_node = init.declarations[0].init
        if self.scopes.binding_of.get(test.left) is not binding:
            return False
        step = self.step_of(update, binding)
        if step is None or step == 0:
            return False
        if test.operator not in (("<", "<=", "!==") if step > 0 else (">", ">=")):
            return False
        if test.operator == "!==" and step != 1:
            return False
        if not (self.is_integer(start_node) and self.is_bound(test.right, node)):
            return False
        if any(
            a.start >= node.body.start and a.start < node.body.end
            for a in binding.assignments
        ) or binding.assigned_in_closure:
            return False
        if init.kind == "var" and any(
            r.start >= node.end or r.start < node.start for r in binding.references
        ):
            return False
        loop = Loop(node, label, is_loop=True)
        start = self.expr(start_node)
        stop = self.expr(test.right)
        if not self.is_integer(test.right):
            self.use("math")
            stop = b.call("math.ceil" if test.operator in ("<",) else "math.floor", stop)
        if test.operator == "<=":
            stop = shift(stop, 1)
        elif test.operator == ">=":
            stop = shift(stop, -1)
        target = self.target(binding)
        enumerated = self.enumerated(node, binding, start, step, test)
        body = self.loop_body(loop, node.body)
        del enumerated
        arguments = [stop]
        if not (isinstance(start, ast.Constant) and start.value == 0) or step != 1:
            arguments.insert(0, start)
        if step != 1:
            arguments.append(b.unary("-", b.const(-step)) if step < 0 else b.const(step))
        body = self.with_flags(loop, body)
        self.emit(b.for_(target, b.call("range", *arguments), body))
        self.after_loop(loop)
        return True

    def enumerated(
        self, node: n.ForStatement, binding: Binding, start: ast.expr, step: int, test: n.Node
    ) -> None:
        return None

    def step_of(self, update: n.Node | None, binding: Binding) -> int | None:
        if isinstance(update, n.UpdateExpression):
            target, step = update.argument, 1 if update.operator == "++" else -1
        elif isinstance(update, n.AssignmentExpression) and update.operator in ("+=", "-="):
            target = update.left
            if not isinstance(update.right, n.NumberLiteral) or not isinstance(
                update.right.value, int
            ):
                if (
                    isinstance(update.right, n.Identifier)
                    and update.operator == "+="
                ):
                    return None
                return None
            step = update.right.value if update.operator == "+=" else -update.right.value
        else:
            return None
        if not isinstance(target, n.Identifier):
            return None
        return step if self.scopes.binding_of.get(target) is binding else None

    def is_bound(self, node: n.Node, loop: n.ForStatement) -> bool:
        """Whether a loop's limit stays the same while it runs."""
        types = self.type_of(node)
        if not types or not types <= t.NUMBERS - {t.NAN}:
            return False
        return self.unchanged(node, loop)

    def unchanged(self, node: n.Node, loop: n.ForStatement) -> bool:
        if isinstance(node, n.NumberLiteral):
            return True
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None:
                return node.name == "Infinity" and False
            return not binding.reassigned or (
                not binding.assigned_in_closure
                and not any(
                    loop.body.start <= a.start < loop.body.end for a in binding.assignments
                )
            )
        if isinstance(node, n.BinaryExpression):
            return self.unchanged(node.left, loop) and self.unchanged(node.right, loop)
        if isinstance(node, n.UnaryExpression) and node.operator == "-":
            return self.unchanged(node.argument, loop)
        if isinstance(node, n.MemberExpression) and not node.computed:
            if isinstance(node.property, n.Identifier) and node.property.name == "length":
                obj = node.object
                if self.is_string(obj):
                    return self.unchanged_value(obj, loop)
                return self.unchanged_value(obj, loop) and not self.resized_in(obj, loop)
            return False
        if isinstance(node, n.CallExpression):
            callee = node.callee
            return (
                isinstance(callee, n.MemberExpression)
                and isinstance(callee.object, n.Identifier)
                and callee.object.name == "Math"
                and callee.object not in self.scopes.binding_of
                and all(self.unchanged(a, loop) for a in node.arguments)
            )
        return False

    def unchanged_value(self, node: n.Node, loop: n.ForStatement) -> bool:
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None and node.name == "arguments":
                return True
            return binding is not None and (
                not binding.reassigned
                or (
                    not binding.assigned_in_closure
                    and not any(
                        loop.body.start <= a.start < loop.body.end
                        for a in binding.assignments
                    )
                )
            )
        if isinstance(node, n.ThisExpression):
            return True
        if isinstance(node, n.MemberExpression):
            key_ok = (
                self.unchanged_key(node.property, loop) if node.computed else True
            )
            if not key_ok or not self.unchanged_value(node.object, loop):
                return False
            return not self.member_assigned(node, loop)
        return False

    def unchanged_key(self, node: n.Node, loop: n.ForStatement) -> bool:
        return isinstance(node, n.NumberLiteral) or (
            isinstance(node, n.Identifier) and self.unchanged_value(node, loop)
        )

    def member_assigned(self, node: n.MemberExpression, loop: n.ForStatement) -> bool:
        """Whether the loop assigns a member of that name, or calls what might."""
        name = getattr(node.property, "name", None)
        for inner in n.walk(loop.body):
            if isinstance(inner, n.AssignmentExpression) and isinstance(
                inner.left, n.MemberExpression
            ):
                if node.computed or inner.left.computed:
                    if node.computed and inner.left.computed:
                        return not self.deeper(inner.left, node)
                    continue
                if getattr(inner.left.property, "name", None) == name:
                    return True
            if isinstance(inner, (n.CallExpression, n.AwaitExpression)) and not node.computed:
                targets = self.analysis.inference.targets.get(inner)
                if targets or isinstance(inner, n.AwaitExpression):
                    return True
        return False

    def deeper(self, target: n.MemberExpression, node: n.MemberExpression) -> bool:
        """``grid[i][j] = x`` does not change which array ``grid[i]`` is."""
        return isinstance(target.object, n.MemberExpression)

    def resized_in(self, node: n.Node, loop: n.ForStatement) -> bool:
        """Whether the loop may change the length of an array."""
        arrays = {a for a in self.type_of(node) if isinstance(a, t.ArrayAtom)}
        if not arrays:
            return True
        for inner in n.walk(loop.body):
            if isinstance(inner, n.CallExpression):
                callee = inner.callee
                if isinstance(callee, n.MemberExpression) and isinstance(
                    callee.property, n.Identifier
                ):
                    if callee.property.name in _CHANGING:
                        touched = self.type_of(callee.object)
                        if t.ANY in touched or touched & arrays:
                            return True
                targets = self.analysis.inference.targets.get(inner)
                if targets and any(self.function_resizes(f.node, arrays) for f in targets):
                    return True
            elif isinstance(inner, n.AssignmentExpression):
                left = inner.left
                if isinstance(left, n.MemberExpression):
                    name = getattr(left.property, "name", None)
                    if name == "length" and self.type_of(left.object) & arrays:
                        return True
                    if left.computed and self.type_of(left.object) & arrays:
                        if self.grows_array(left):
                            return True
            elif isinstance(inner, n.AwaitExpression):
                if any(a.site in self.analysis.inference.resized for a in arrays):
                    return True
        return False

    def function_resizes(self, node: n.Function, arrays: set[t.ArrayAtom]) -> bool:
        for inner in n.walk(node.body):
            if isinstance(inner, n.CallExpression) and isinstance(
                inner.callee, n.MemberExpression
            ):
                name = getattr(inner.callee.property, "name", None)
                if name in _CHANGING and self.type_of(inner.callee.object) & (
                    arrays | {t.ANY}
                ):
                    return True
        return False

    # -- for of, for in ---------------------------------------------------------------------------

    def for_of(self, node: n.ForOfStatement) -> None:
        label = self.take_label()
        loop = Loop(node, label, is_loop=True)
        types = self.type_of(node.right)
        source = self.loop_source(node, types)
        target, prologue = self.loop_target(node)
        body = self.loop_body(loop, node.body)
        body = self.with_flags(loop, prologue + body)
        is_async = node.is_await and self.is_async_iterable(types)
        if node.is_await and not is_async:
            body = self.await_items(target, types, body)
        if self.must_close(node, types):
            items = self.temp("items")
            name = "aclosing" if is_async else "closing"
            self.use(f"from contextlib import {name}")
            if any(self.tells_iterator(a) for a in types):
                source = b.call("aiter" if is_async else "iter", source)
            inner = b.for_(target, self.load(items), body, is_async=is_async)
            self.emit(
                b.with_(
                    [(b.call(name, source), self.target(items))], [inner], is_async=is_async
                )
            )
        else:
            self.emit(b.for_(target, source, body, is_async=is_async))
        self.after_loop(loop)

    # -- closing what a loop leaves early -------------------------------------------------

    def must_close(self, node: n.ForOfStatement, types: t.Type) -> bool:
        """Whether the loop may leave a generator that has something to do at its end.

        JavaScript closes it at once (ECMA-262 7.4.11, IteratorClose), Python when it is
        collected.
        """
        if any(self.tells_iterator(a) for a in types):
            return self.leaves_early(node)
        generators = [a for a in types if isinstance(a, t.GeneratorAtom)]
        if not generators or not any(
            isinstance(a.site, n.Function) and self.has_cleanup(a.site, set())
            for a in generators
        ):
            return False
        return self.leaves_early(node)

    def tells_iterator(self, atom: t.Atom) -> bool:
        """Whether an iterator written by hand has a ``return`` method to be told by."""
        if not isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
            return False
        inference = self.analysis.inference
        for name in _PROTOCOL_NAMES:
            for function in inference.property_of(atom, name, self.analysis.program):
                if not isinstance(function, t.FunctionAtom):
                    continue
                for made in inference.result_of(function):
                    if isinstance(made, t.ObjectAtom) and "return" in made.props:
                        return True
                    if isinstance(made, t.InstanceAtom) and inference.has_method(
                        made, "return"
                    ):
                        return True
        return False

    def has_cleanup(self, function: n.Function, seen: set[n.Node]) -> bool:
        """Whether closing a generator runs a ``finally`` of it, or of one that it reads."""
        if function in seen:
            return False
        seen.add(function)
        for inner in n.walk(function.body):
            if isinstance(inner, n.TryStatement) and inner.finalizer is not None:
                return True
            source: n.Node | None = None
            if isinstance(inner, n.ForOfStatement):
                source = inner.right
            elif isinstance(inner, n.YieldExpression) and inner.delegate:
                source = inner.argument
            if source is None:
                continue
            for atom in self.type_of(source):
                if isinstance(atom, t.GeneratorAtom) and isinstance(atom.site, n.Function):
                    if self.has_cleanup(atom.site, seen):
                        return True
        return False

    def leaves_early(self, node: n.ForOfStatement) -> bool:
        """Whether a loop may end before what it reads: break, return, an error, a close."""
        stack: list[n.Node] = [node.body]
        while stack:
            current = stack.pop()
            if isinstance(current, (n.BreakStatement, n.ReturnStatement, n.ThrowStatement)):
                return True
            if isinstance(current, n.ContinueStatement) and current.label is not None:
                return True
            if isinstance(current, n.Function):
                continue
            if isinstance(current, (n.CallExpression, n.NewExpression)):
                if not self.effects._nothrow_call(current):
                    return True
            elif isinstance(current, n.YieldExpression):
                function = self.scopes.enclosing_function(node)
                if self.closed_early(function):
                    return True
            stack.extend(n.children(current))
        return False

    def closed_early(self, function: n.Node) -> bool:
        """Whether somebody stops reading a generator before its end."""
        known = self._closed.get(function)
        if known is not None:
            return known
        self._closed[function] = False
        result = False
        for node, types in self.analysis.types.items():
            if not any(isinstance(a, t.GeneratorAtom) and a.site is function for a in types):
                continue
            parent = self.scopes.parents.get(node)
            if isinstance(parent, n.ForOfStatement) and parent.right is node:
                result = result or self.leaves_early(parent)
            elif isinstance(parent, n.MemberExpression):
                name = getattr(parent.property, "name", None)
                result = result or name in ("return", "throw", "take", "find", "some")
            elif isinstance(parent, n.ArrayPattern):
                result = True
        self._closed[function] = result
        return result

    def await_items(
        self, target: ast.expr, types: t.Type, body: list[ast.stmt]
    ) -> list[ast.stmt]:
        """``for await`` over an array of promises: each is awaited in turn."""
        items = self.analysis.inference.iterated(types)
        if not any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in items):
            return body
        if not isinstance(target, ast.Name):
            raise self.refuse(self.analysis.program, "for await with a pattern over promises")
        read = ast.Name(target.id, ast.Load())
        read.binding = target.binding  # type: ignore[attr-defined]
        value: ast.expr = read
        if not all(isinstance(a, t.PromiseAtom) for a in items):
            value = self.helper("awaited", read)
        write = ast.Name(target.id, ast.Store())
        write.binding = target.binding  # type: ignore[attr-defined]
        return [b.assign(write, b.await_(value)), *body]

    def is_async_iterable(self, types: t.Type) -> bool:
        known = types - t.NULLISH
        sync = all(
            isinstance(a, (t.ArrayAtom, t.SetAtom, t.MapAtom))
            or a is t.STRING
            or (isinstance(a, t.GeneratorAtom) and not a.is_async)
            for a in known
        )
        return not (known and sync)

    def loop_source(self, node: n.ForOfStatement, types: t.Type) -> ast.expr:
        """What a loop iterates: Python raises where a dict or set changes meanwhile."""
        right, view = node.right, ""
        if (
            isinstance(right, n.CallExpression)
            and isinstance(right.callee, n.MemberExpression)
            and not right.callee.computed
            and not right.optional
        ):
            view = getattr(right.callee.property, "name", "")
            if view in ("keys", "entries", "values"):
                right = right.callee.object
                types = self.type_of(right)
        known = types - t.NULLISH
        if known and all(isinstance(a, (t.MapAtom, t.SetAtom)) for a in known):
            maps = t.only(known, t.MapAtom)
            keys = not maps or self.keys_only(node) or view == "keys"
            if view == ("values" if maps else "entries"):
                return self.iterable(node.right)
            facts = self.changes.during([node.body])
            if self.changes.hits(types, facts.resized, facts):
                value = self.expr(right)
                if not self.deletes_item(node, known):
                    return self.helper("live_keys" if keys else "live_items", value)
                return b.call("list", value if keys else b.call(b.attr(value, "items")))
            if keys and maps:
                return self.expr(right)
        return self.iterable(node.right)

    def keys_only(self, node: n.ForOfStatement) -> bool:
        """``for (const [key] of map)``."""
        left = node.left
        pattern = left.declarations[0].id if isinstance(left, n.VariableDeclaration) else left
        return (
            isinstance(pattern, n.ArrayPattern)
            and len(pattern.elements) == 1
            and isinstance(pattern.elements[0], n.Identifier)
            and t.only(self.type_of(node.right) - t.NULLISH, t.MapAtom)
        )

    def deletes_item(self, node: n.ForOfStatement, types: t.Type) -> bool:
        """Whether all that a loop changes is that it deletes the item where it stands."""
        names = set(pattern_names(
            node.left.declarations[0].id
            if isinstance(node.left, n.VariableDeclaration)
            else node.left
        ))  # fmt: skip
        bindings = {self.scopes.binding_of.get(name) for name in names}
        own: list[n.CallExpression] = []
        for inner in n.walk(node.body):
            if (
                isinstance(inner, n.CallExpression)
                and isinstance(inner.callee, n.MemberExpression)
                and getattr(inner.callee.property, "name", None) == "delete"
                and len(inner.arguments) == 1
                and isinstance(inner.arguments[0], n.Identifier)
                and self.scopes.binding_of.get(inner.arguments[0]) in bindings
                and self.type_of(inner.callee.object) & types
            ):
                own.append(inner)
        if not own:
            return False
        stack: list[n.Node] = [node.body]
        rest: list[n.Node] = []
        while stack:
            current = stack.pop()
            if current in own:
                continue
            if isinstance(current, (n.CallExpression, n.NewExpression)):
                rest.append(current)
                continue
            stack.extend(n.children(current))
        facts = self.changes.during(rest)
        return not self.changes.hits(types, facts.resized, facts)

    def loop_target(
        self, node: n.ForOfStatement | n.ForInStatement
    ) -> tuple[ast.expr, list[ast.stmt]]:
        """The target of a ``for``, and what takes the value apart at the body's start."""
        left = node.left
        pattern = (
            left.declarations[0].id if isinstance(left, n.VariableDeclaration) else left
        )
        prologue: list[ast.stmt] = []
        if isinstance(pattern, n.Identifier):
            binding = self.scopes.binding_of.get(pattern)
            if binding is not None and not binding.references and isinstance(
                left, n.VariableDeclaration
            ):
                return b.store(b.name("_")), prologue
            return self.name_target(pattern), prologue
        if isinstance(node, n.ForOfStatement) and self.keys_only(node):
            assert isinstance(pattern, n.ArrayPattern)
            return self.array_target(pattern.elements[0]), prologue
        if isinstance(pattern, n.ArrayPattern) and self.simple_tuple(pattern):
            return b.tuple_([self.array_target(e) for e in pattern.elements]), prologue
        item = self.temp(self.round_name(node, pattern))
        with self.into(prologue):
            self.assign_pattern(pattern, self.load(item), declare=True)
        return self.target(item), prologue

    def round_name(self, node: n.ForOfStatement | n.ForInStatement, pattern: n.Node) -> str:
        """A name for what a round of a loop takes apart: of orders, an order."""
        source = node.right
        if isinstance(source, n.AwaitExpression):
            source = source.argument
        if isinstance(source, n.MemberExpression) and not source.computed:
            source = source.property  # type: ignore[assignment]
        if not isinstance(source, n.Identifier):
            return "item"
        name = singular(source.name)
        taken = {x.name for x in self.scopes.bindings}
        return "item" if name in taken or name == source.name else name

    def simple_tuple(self, pattern: n.ArrayPattern) -> bool:
        if not all(e is None or isinstance(e, n.Identifier) for e in pattern.elements):
            return False
        return self.exact_length(self.pattern_type(pattern), len(pattern.elements))

    def for_in(self, node: n.ForInStatement) -> None:
        label = self.take_label()
        loop = Loop(node, label, is_loop=True)
        types = self.type_of(node.right) - t.NULLISH
        value = self.expr(node.right)
        source: ast.expr
        if types and all(isinstance(a, t.ArrayAtom) for a in types):
            source = b.call("map", b.name("str"), b.call("range", b.call("len", value)))
        elif types and all(self.is_instance_atom(a) for a in types):
            source = b.call("list", b.call("vars", value))
        elif self.plain_keys(node.right):
            source = b.call("list", value) if self.assigns_items(node) else value
        else:
            source = self.helper("own_keys", value)
        target, prologue = self.loop_target(node)
        body = self.loop_body(loop, node.body)
        body = self.with_flags(loop, prologue + body)
        self.emit(b.for_(target, source, body))
        self.after_loop(loop)

    def assigns_items(self, node: n.ForInStatement) -> bool:
        return any(
            (isinstance(x, n.UnaryExpression) and x.operator == "delete")
            or (isinstance(x, n.AssignmentExpression) and isinstance(x.left, n.MemberExpression))
            for x in n.walk(node.body)
        )

    # -- while -----------------------------------------------------------------------------------

    def while_statement(self, node: n.WhileStatement) -> None:
        loop = Loop(node, self.take_label(), is_loop=True)
        condition: list[ast.stmt] = []
        with self.into(condition):
            test = self.test(node.test)
        body = self.loop_body(loop, node.body)
        if condition:
            body = [*condition, b.if_(b.negate(test), [ast.Break()]), *body]
            test = b.const(True)
        if isinstance(test, ast.Constant) and test.value:
            test = b.const(True)
        body = self.with_flags(loop, body)
        self.emit(b.while_(test, body))
        self.after_loop(loop)

    def do_while(self, node: n.DoWhileStatement) -> None:
        label = self.take_label()
        condition: list[ast.stmt] = []
        with self.into(condition):
            test = self.test(node.test)
        again = test
        if not condition and not isinstance(test, ast.Constant):
            again = self.negated(node.test)
        else:
            again = b.negate(test)
        end = [*condition, b.if_(again, [ast.Break()])]
        loop = Loop(node, label, is_loop=True, update=end)
        body = [s for s in self.loop_body(loop, node.body) if not isinstance(s, ast.Pass)]
        if not (isinstance(test, ast.Constant) and test.value is False and not body):
            body = body + end
        body = self.with_flags(loop, body)
        self.emit(b.while_(b.const(True), body))
        self.after_loop(loop)

    # -- switch -----------------------------------------------------------------------------------

    def switch(self, node: n.SwitchStatement) -> None:
        chains = self.case_chains(node)
        if chains is None:
            self.switch_by_flags(node)
            return
        loop = Loop(node, None, is_loop=False, python_loop=False)
        subject = self.expr(node.discriminant)
        is_true = isinstance(subject, ast.Constant) and subject.value is True
        if not is_true and not self.repeats(node, any(len(c) > 1 for c in chains)):
            subject = self.spill(subject, "subject")
        made: list[tuple[ast.expr | None, list[ast.stmt]]] = []
        self.fn.loops.append(loop)
        try:
            for chain in chains:
                tests = [test for group in chain for test in group[0]]
                body: list[ast.stmt] = []
                for position, (own, statements) in enumerate(chain):
                    part: list[ast.stmt] = []
                    case = self.scopes.parents.get(own[0]) if own[0] is not None else None
                    for wanted in [case] if case is not None else self.default_of(node, own):
                        with self.into(part):
                            self.comments_before(wanted)
                    part = [*part, *self.statements(statements)]
                    if position < len(chain) - 1:
                        reached = self.reaches(node, subject, chain, position)
                        part = [b.if_(reached, part)] if any(is_code(s) for s in part) else part
                    body.extend(part)
                if not any(is_code(s) for s in body):
                    body.append(ast.Pass())
                made.append((self.case_test(node, subject, tests), body))
        finally:
            self.fn.loops.pop()
        orelse: list[ast.stmt] = []
        for test, body in reversed(made):
            if test is None and all(isinstance(s, ast.Pass) for s in body):
                continue
            orelse = body if test is None else [b.if_(test, body, orelse)]
        self.emit(*orelse)

    def default_of(self, node: n.SwitchStatement, tests: list[n.Node | None]) -> list[n.Node]:
        return [case for case in node.cases if case.test is None] if None in tests else []

    def repeats(self, node: n.SwitchStatement, falls: bool) -> bool:
        """Whether the value that is switched on may be read for each test anew."""
        value = node.discriminant
        if not isinstance(value, (n.Identifier, n.MemberExpression)):
            return False
        if falls and not self.effects.stable(value):
            if not isinstance(value, n.Identifier):
                return False
            binding = self.scopes.binding_of.get(value)
            return binding is not None and not binding.assigned_in_closure and not any(
                node.start <= a.start < node.end for a in binding.assignments
            )
        return self.effects.pure(value)

    def reaches(
        self,
        node: n.SwitchStatement,
        subject: ast.expr,
        chain: list[tuple[list[n.Node | None], list[n.Node]]],
        position: int,
    ) -> ast.expr:
        """Within cases that fall through: whether one of them is among those that run."""
        before = [test for group in chain[: position + 1] for test in group[0]]
        test = self.case_test(node, subject, before)
        if test is not None:
            return test
        behind = [test for group in chain[position + 1 :] for test in group[0]]
        later = self.case_test(node, subject, behind)
        assert later is not None
        return b.negate(later)

    def case_test(
        self, node: n.SwitchStatement, subject: ast.expr, tests: list[n.Node | None]
    ) -> ast.expr | None:
        if any(test is None for test in tests):
            return None
        types = self.type_of(node.discriminant)
        if isinstance(subject, ast.Constant) and subject.value is True:
            return b.or_(*(self.test(test) for test in tests if test is not None))
        if len(tests) > 1 and all(isinstance(x, n.StringLiteral) for x in tests):
            return b.compare(
                subject, "in", b.tuple_([self.expr(x) for x in tests if x is not None])
            )
        tested = [
            self.compare_equal(
                subject,
                self.expr(test),
                types,
                self.type_of(test),
                True,
                True,
                (node.discriminant, test),
            )
            for test in tests
            if test is not None
        ]
        return self.one_of(tested) or b.or_(*tested)

    def one_of(self, tests: list[ast.expr]) -> ast.expr | None:
        """``x == a or x == b`` as ``x in (a, b)``, for names and constants."""
        values: list[ast.expr] = []
        first: ast.expr | None = None
        for test in tests:
            if not (
                isinstance(test, ast.Compare)
                and len(test.ops) == 1
                and isinstance(test.ops[0], ast.Eq)
                and isinstance(test.left, ast.Name)
                and isinstance(test.comparators[0], (ast.Constant, ast.Name))
            ):
                return None
            if first is None:
                first = test.left
            elif getattr(first, "binding", None) is not getattr(test.left, "binding", None):
                return None
            values.append(test.comparators[0])
        if first is None or len(values) < 2 or getattr(first, "binding", None) is None:
            return None
        return b.compare(first, "in", b.tuple_(values))

    def case_chains(
        self, node: n.SwitchStatement
    ) -> list[list[tuple[list[n.Node | None], list[n.Node]]]] | None:
        """The cases as branches: each a chain of cases of which one falls into the next.

        None where a ``break`` in the middle needs a loop that it can leave.
        """
        chains: list[list[tuple[list[n.Node | None], list[n.Node]]]] = []
        chain: list[tuple[list[n.Node | None], list[n.Node]]] = []
        tests: list[n.Node | None] = []
        for position, case in enumerate(node.cases):
            tests.append(case.test)
            last = position == len(node.cases) - 1
            body = case.consequent
            if not body and not last:
                continue
            if len(body) == 1 and isinstance(body[0], n.BlockStatement):
                body = body[0].body
            ends = last or bool(body) and leaves(body[-1])
            if body and is_break(body[-1]):
                body = body[:-1]
            elif body and isinstance(body[-1], n.BlockStatement) and body[-1].body:
                if is_break(body[-1].body[-1]):
                    body = [*body[:-1], *body[-1].body[:-1]]
            kept = self.without_breaks(body, ends)
            if kept is None:
                return None
            chain.append((tests, kept))
            tests = []
            if ends:
                chains.append(chain)
                chain = []
        defaults = [c for c in chains if any(None in group[0] for group in c)]
        if defaults and defaults[0] is not chains[-1] or any(len(c) > 1 for c in chains):
            if not all(c.test is None or self.effects.pure(c.test) for c in node.cases):
                return None
        return [c for c in chains if c not in defaults] + defaults

    def without_breaks(self, body: list[n.Node], ends: bool) -> list[n.Node] | None:
        """``if (a) break; rest`` as ``if (a) {} else { rest }``; None where that is no help."""
        for position, statement in enumerate(body):
            if not self.breaks_switch(statement):
                continue
            if not (
                ends
                and isinstance(statement, n.IfStatement)
                and statement.alternate is None
            ):
                return None
            inner = statement.consequent
            first = inner.body if isinstance(inner, n.BlockStatement) else [inner]
            if not first or not is_break(first[-1]):
                return None
            rest = self.without_breaks(body[position + 1 :], ends)
            if rest is None or any(self.breaks_switch(s) for s in first[:-1]):
                return None
            parents = self.scopes.parents
            start, end = statement.start, body[-1].end
            test = statement.test
            empty = not first[:-1]
            made: n.Statement
            if empty and not rest:
                made = n.ExpressionStatement(test, None, start=start, end=end)
                parents[test] = made
            else:
                if empty:
                    test = n.UnaryExpression("!", test, start=test.start, end=test.end)
                    parents[statement.test] = test
                inside = rest if empty else first[:-1]
                then = n.BlockStatement(inside, start=start, end=end)
                blocks = [then]
                if rest and not empty:
                    blocks.append(n.BlockStatement(rest, start=start, end=end))
                other = blocks[1] if len(blocks) > 1 else None
                made = n.IfStatement(test, then, other, start=start, end=end)
                parents[test] = made
                for block in blocks:
                    parents[block] = made
                    for child in block.body:
                        parents[child] = block
            made.leading = statement.leading
            made.blank_before = statement.blank_before
            parents[made] = parents[statement]
            return [*body[:position], made]
        return body

    def breaks_switch(self, node: n.Node) -> bool:
        """Whether a statement holds a ``break`` that leaves the switch."""
        stack = [node]
        while stack:
            current = stack.pop()
            if isinstance(current, n.BreakStatement) and current.label is None:
                return True
            if isinstance(
                current,
                (
                    n.Function,
                    n.ForStatement,
                    n.ForOfStatement,
                    n.ForInStatement,
                    n.WhileStatement,
                    n.DoWhileStatement,
                    n.SwitchStatement,
                    n.Expression,
                ),
            ):
                continue
            stack.extend(n.children(current))
        return False

    def switch_by_flags(self, node: n.SwitchStatement) -> None:
        """Cases that fall through: one loop of one round, and a flag that says "in"."""
        subject = self.spill(self.expr(node.discriminant), "subject")
        matched = self.temp("matched")
        if any(c.test is None for c in node.cases[:-1]):
            raise self.refuse(node, "a default above other cases, with fall-through")
        if self.continues(node):
            raise self.refuse(
                node, "continue inside of a switch with fall-through"
            )
        loop = Loop(node, None, is_loop=False)
        body: list[ast.stmt] = [b.assign(self.target(matched), b.const(False))]
        self.fn.loops.append(loop)
        try:
            for case in node.cases:
                made = self.statements(case.consequent)
                if case.test is None:
                    body.extend(made)
                    continue
                test = self.case_test(node, subject, [case.test])
                assert test is not None
                body.append(
                    b.if_(
                        b.or_(self.load(matched), test),
                        [b.assign(self.target(matched), b.const(True)), *made],
                    )
                )
        finally:
            self.fn.loops.pop()
        self.emit(b.while_(b.const(True), [*body, ast.Break()]))
        self.after_loop(loop)

    def continues(self, node: n.Node) -> bool:
        stack: list[n.Node] = list(n.children(node))
        while stack:
            current = stack.pop()
            if isinstance(current, n.ContinueStatement):
                return True
            if isinstance(
                current,
                (n.Function, n.ForStatement, n.ForOfStatement, n.ForInStatement,
                 n.WhileStatement, n.DoWhileStatement, n.Expression),
            ):  # fmt: skip
                continue
            stack.extend(n.children(current))
        return False


def own_nodes(node: n.Node) -> Iterator[n.Node]:
    """The nodes of some code, without those of the functions inside."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if not isinstance(current, n.Function):
            stack.extend(n.children(current))


def is_break(node: n.Node) -> bool:
    return isinstance(node, n.BreakStatement) and node.label is None


def shift(value: ast.expr, by: int) -> ast.expr:
    """``value + by``, folded where it is a number."""
    if isinstance(value, ast.Constant) and isinstance(value.value, int):
        return b.const(value.value + by) if value.value + by >= 0 else b.unary(
            "-", b.const(-(value.value + by))
        )
    if isinstance(value, ast.BinOp) and isinstance(value.right, ast.Constant):
        if isinstance(value.op, ast.Sub) and value.right.value == by:
            return value.left
    return b.binop(value, "+" if by > 0 else "-", b.const(abs(by)))
