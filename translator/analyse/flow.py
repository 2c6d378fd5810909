"""Promise flow: which functions become coroutines, which promises are cold, which hot.

Cold is a promise that is consumed on the spot, where a bare call (a coroutine that has not
started) does the same; all others are hot: they are under way when the expression has been
evaluated. See DESIGN section 3.
"""

from __future__ import annotations

from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .awaited_later import AwaitedLater
from .cancellation import Cancellation
from .effects import Effects
from .first_waits import FirstWaits
from .inference import Inference
from .kept_promises import KeptPromises
from .overtaking import Overtaking
from .scopes import Binding, Scopes
from .sleeps import sleep_executor
from .sudden_exits import SuddenExits
from .timer_tasks import TimerTasks
from .types import is_promise

_CHAIN = frozenset({"then", "catch", "finally"})
_TIMERS = frozenset({"setTimeout", "setInterval", "setImmediate", "queueMicrotask"})
#: "props" is one of bluebird's
_COMBINATORS = frozenset({"all", "allSettled", "race", "any", "props"})


def literal_items(call: n.CallExpression) -> list[n.Node]:
    """What stands in ``Promise.all([...])``."""
    array = call.arguments[0] if call.arguments else None
    if not isinstance(array, n.ArrayExpression):
        return []
    return [e for e in array.elements if e is not None]


class Flow(SuddenExits, AwaitedLater):
    def __init__(self, scopes: Scopes, inference: Inference, effects: Effects) -> None:
        super().__init__()
        self.scopes = scopes
        self.inference = inference
        self.effects = effects
        self._coroutine: dict[n.Node, bool] = {}
        self._cold_params: dict[Binding, bool] = {}
        self._concurrent: bool | None = None
        #: where a coroutine may go on although its caller should
        self.first_waits = FirstWaits(self)
        #: whether a task that begins a moment later would be overtaken
        self.overtaking = Overtaking(self)
        #: controllers whose abort cancels a task
        self.cancellation = Cancellation(self)
        #: timers that become tasks
        self.timer_tasks = TimerTasks(self)
        #: who attaches to promises that are kept
        self.kept_promises = KeptPromises(self)

    @cached_property
    def waits(self) -> dict[n.Node, list[n.Node]]:
        """The places where each function waits, in the order of the source."""
        found: dict[n.Node, list[n.Node]] = {}
        for node in self.inference.types:
            if isinstance(node, n.AwaitExpression):
                found.setdefault(self.scopes.enclosing_function(node), []).append(node)
        for waits in found.values():
            waits.sort(key=lambda wait: wait.start)
        return found

    # -- functions -------------------------------------------------------------------

    def is_coroutine(self, node: n.Node) -> bool:
        """Whether a function becomes ``async def`` (and is no generator)."""
        known = self._coroutine.get(node)
        if known is None:
            self._coroutine[node] = False
            known = self._coroutine[node] = self._decide(node)
        return known

    def _decide(self, node: n.Node) -> bool:
        if not isinstance(node, n.Function) or node.generator:
            return False
        if node.is_async:
            return True
        parent = self.scopes.parents.get(node)
        if isinstance(parent, (n.MethodDefinition, n.Property)) and parent.kind in (
            "get",
            "set",
            "constructor",
        ):
            return False
        atom = self.inference.functions.get(node)
        if atom is None or not is_promise(atom.result.types):
            return False
        if self.throws_at_call(node):
            return (
                all(
                    isinstance(self.scopes.parents.get(call), n.AwaitExpression)
                    for call in atom.calls
                )
                and not atom.escapes
            )
        return True

    def throws_at_call(self, node: n.Function) -> bool:
        """A function without ``async`` whose own ``throw`` leaves it before any promise."""
        return bool(self.scopes.facts[node].throws)

    # -- expressions -------------------------------------------------------------------

    def is_cold(self, node: n.Node) -> bool:
        """Whether a promise is consumed where it is made."""
        parent = self.scopes.parents.get(node)
        if parent is None:
            return False
        if isinstance(parent, n.AwaitExpression):
            return True
        if isinstance(parent, n.ReturnStatement):
            return self.is_coroutine(self.scopes.enclosing_function(parent))
        if isinstance(parent, n.ArrowFunctionExpression) and parent.body is node:
            return True
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            above = self.scopes.parents.get(parent)
            if (
                isinstance(above, n.CallExpression)
                and above.callee is parent
                and isinstance(parent.property, n.Identifier)
                and parent.property.name in _CHAIN
            ):
                return self.is_cold(above)
            return False
        if isinstance(parent, n.ConditionalExpression) and parent.test is not node:
            return self.is_cold(parent)
        if isinstance(parent, n.ChainExpression):
            return self.is_cold(parent)
        if isinstance(parent, n.SequenceExpression):
            return parent.expressions[-1] is node and self.is_cold(parent)
        if isinstance(parent, n.ArrayExpression):
            above = self.scopes.parents.get(parent)
            return (
                isinstance(above, n.CallExpression)
                and self.is_combinator(above)
                and self.is_cold(above)
                and self.order_allows(parent, node)
                and (
                    self.begins_quietly(node)
                    or not self.first_waits.starts_late(above)
                    and not self._handled_before(parent, node)
                    and not self._overtaken(parent, node)
                )
            )
        if isinstance(parent, n.Property) and parent.value is node:
            literal = self.scopes.parents.get(parent)
            above = self.scopes.parents.get(literal) if literal is not None else None
            return (
                isinstance(literal, n.ObjectExpression)
                and isinstance(above, n.CallExpression)
                and self.is_combinator(above)
                and self.is_cold(above)
                and all(
                    isinstance(p, n.Property) and not p.computed
                    for p in literal.properties
                )
            )
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            if self.is_combinator(parent):
                return self.is_cold(parent)
            return self.cold_argument(parent, node)
        return False

    def order_allows(self, array: n.ArrayExpression, node: n.Node) -> bool:
        """Whether an element may start after the elements behind it were evaluated."""
        position = next(i for i, e in enumerate(array.elements) if e is node)
        for element in array.elements[position + 1 :]:
            if element is None:
                continue
            if isinstance(element, (n.CallExpression, n.NewExpression)):
                parts: list[n.Node] = list(element.arguments)
                if isinstance(element.callee, n.MemberExpression):
                    parts.append(element.callee.object)
                if not self._begins_later(element):
                    parts = [element]
                if isinstance(element, n.NewExpression):
                    # An executor runs where it stands.
                    if (
                        isinstance(node, n.NewExpression)
                        or self._executor_quiet(element)
                        or self.begins_quietly(node)
                    ):
                        continue
                    return False
            else:
                parts = [element]
            if not all(self.effects.pure(part) for part in parts):
                return False
        return True

    def _handled_before(self, array: n.ArrayExpression, node: n.Node) -> bool:
        """Whether a handler of an element in front may run before this one has begun."""
        for element in array.elements:
            if element is node:
                return False
            if element is not None and self.handles_at_once(element):
                return True
        return False

    def handles_at_once(self, element: n.Node) -> bool:
        """Whether a chain, or one in a combinator, may hold what is done already."""
        if not isinstance(element, n.CallExpression):
            return False
        if self.is_combinator(element):
            return any(map(self.handles_at_once, literal_items(element)))
        return (
            isinstance(element.callee, n.MemberExpression)
            and getattr(element.callee.property, "name", None) in _CHAIN
            and (
                self.first_waits.may_be_done(element.callee.object)
                or self._is_made_settled(element.callee.object)
                or self.handles_at_once(element.callee.object)
            )
        )

    def _is_made_settled(self, node: n.Node) -> bool:
        """``Promise.resolve(value)``: done already where its chain is a task."""
        return self.scopes.static_of(node, "Promise") in ("resolve", "reject")

    def _overtaken(self, array: n.ArrayExpression, node: n.Node) -> bool:
        """Whether an element behind could begin before this one has."""
        if not self._begins_deep(node):
            return False
        position = next(i for i, e in enumerate(array.elements) if e is node)
        return not all(
            e is None or self.effects.pure(e) or self.begins_quietly(e)
            for e in array.elements[position + 1 :]
        )

    def _begins_deep(self, node: n.Node) -> bool:
        """Whether a coroutine makes the tasks in which the parts of an element begin.

        ``asyncio.gather`` makes its tasks where it is called; a chain behind it is a
        coroutine that calls it, and so is what stands for ``Promise.race`` and its kin.
        """
        if not isinstance(node, n.CallExpression) or self.begins_quietly(node):
            return False
        chain = False
        while (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and getattr(node.callee.property, "name", None) in _CHAIN
        ):
            chain = True
            node = node.callee.object
        if not isinstance(node, n.CallExpression) or not self.is_combinator(node):
            return False
        name = getattr(getattr(node.callee, "property", None), "name", None)
        return (
            chain or name != "all" or any(map(self._begins_deep, literal_items(node)))
        )

    def _begins_later(self, element: n.CallExpression | n.NewExpression) -> bool:
        """Whether an element of a combinator is a coroutine, which has not begun."""
        if not is_promise(self.inference.types.get(element, t.NEVER)):
            return False
        targets = self.inference.targets.get(element)
        if not targets or element in self.inference.unknown_calls:
            return True
        return all(self.is_coroutine(f.node) for f in targets)

    def is_combinator(self, node: n.Node) -> bool:
        """``Promise.all(...)`` and its kin, of the global Promise; functions of libraries."""
        if not isinstance(node, n.CallExpression):
            return False
        types = self.inference.types.get(node.callee, t.NEVER)
        if t.only(types, t.ModuleAtom):
            return all(self.inference.says(a, "consumes") for a in types)
        return self.scopes.static_of(node, "Promise") in _COMBINATORS

    def cold_argument(self, call: n.CallExpression, node: n.Node) -> bool:
        """An argument that the called function consumes at once."""
        targets = self.inference.targets.get(call)
        if not targets or call in self.inference.unknown_calls:
            return False
        if any(isinstance(a, n.SpreadElement) for a in call.arguments):
            return False
        if not self.is_cold(call):
            return False
        position = next(i for i, a in enumerate(call.arguments) if a is node)
        if not all(self.effects.pure(a) for a in call.arguments[position + 1 :]):
            return False
        return all(self.cold_param(f.node, position) for f in targets)

    def cold_param(self, function: n.Function, position: int) -> bool:
        if position >= len(function.params) or not self.is_coroutine(function):
            return False
        param = function.params[position]
        if not isinstance(param, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(param)
        if binding is None:
            return False
        known = self._cold_params.get(binding)
        if known is None:
            self._cold_params[binding] = False
            known = self._cold_params[binding] = self._consumed_at_once(
                binding, function
            )
        return known

    def _consumed_at_once(self, binding: Binding, function: n.Function) -> bool:
        references = binding.references
        if len(references) != 1 or binding.captured_by or binding.reassigned:
            return False
        (reference,) = references
        if not self.is_cold(reference):
            return False
        body = function.body
        if not isinstance(body, n.BlockStatement):
            return True
        # Nothing that can be seen may happen before the promise is consumed.
        for statement in body.body:
            if statement.start <= reference.start < statement.end:
                return isinstance(
                    statement,
                    (n.ReturnStatement, n.ExpressionStatement, n.VariableDeclaration),
                )
            if isinstance(statement, n.FunctionDeclaration):
                continue
            if isinstance(statement, n.VariableDeclaration) and all(
                d.init is None
                or self.effects.pure(d.init)
                or isinstance(d.init, n.NewExpression)
                for d in statement.declarations
            ):
                continue
            return False
        return False

    # -- giving way ------------------------------------------------------------------------

    @property
    def concurrent(self) -> bool:
        """Whether anything may run beside the main line: what order awaits have matters."""
        if self._concurrent is None:
            self._concurrent = False  # as long as it is not known
            self._concurrent = any(self._runs_beside(node) for node in self._calls())
        return self._concurrent

    def _calls(self) -> list[n.Node]:
        return [
            node
            for node in self.inference.types
            if isinstance(node, (n.CallExpression, n.NewExpression))
        ]

    def _runs_beside(self, node: n.Node) -> bool:
        if isinstance(node, n.CallExpression):
            if self.is_combinator(node):
                return True
            callee = node.callee
            if isinstance(callee, n.Identifier) and callee.name in _TIMERS:
                parent = self.scopes.enclosing_function(node)
                maker = self.scopes.parents.get(parent)
                return not (maker is not None and sleep_executor(maker) is not None)
        if not is_promise(self.inference.types[node]) or self.is_cold(node):
            return False
        statement = self.scopes.parents.get(node)
        last = self.scopes.program.body[-1] if self.scopes.program.body else None
        if isinstance(node, n.NewExpression):
            return sleep_executor(node) is None or not self.is_cold(node)
        return statement is not last

    # -- starting ------------------------------------------------------------------------

    def starts_quietly(self, node: n.Node) -> bool:
        """Whether a hot promise may start a moment later without anybody seeing it."""
        return self.is_quiet(node) and not self.overtaking.may_happen(node)

    def is_quiet(self, node: n.Node) -> bool:
        """Whether the first part of what makes a promise does nothing that anybody sees."""
        if isinstance(node, n.CallExpression):
            targets = self.inference.targets.get(node)
            if targets and node not in self.inference.unknown_calls:
                return all(self.effects.quiet_start(f.node) for f in targets)
            return self.effects.is_delay(node)
        if isinstance(node, n.NewExpression):
            return self._executor_quiet(node)
        return False

    def _executor_quiet(self, node: n.NewExpression) -> bool:
        """Whether all that making a promise does is to start a timer."""
        executor = node.arguments[0] if node.arguments else None
        if not is_promise(self.inference.types.get(node, t.NEVER)):
            return True
        if not isinstance(executor, n.ArrowFunctionExpression):
            return False
        call: n.Node = executor.body
        if isinstance(call, n.BlockStatement) and len(call.body) == 1:
            call = call.body[0]
        if isinstance(call, n.ExpressionStatement):
            call = call.expression
        return (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.Identifier)
            and call.callee.name == "setTimeout"
            and call.callee not in self.scopes.binding_of
            and all(self.effects.pure(a) for a in call.arguments)
        )

    def begins_quietly(self, node: n.Node) -> bool:
        """The same of a chain of handlers: of the promise that it begins with."""
        while (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and getattr(node.callee.property, "name", None) in _CHAIN
        ):
            node = node.callee.object
        if self.is_combinator(node):
            assert isinstance(node, n.CallExpression)
            items = node.arguments[0] if node.arguments else None
            if isinstance(items, n.ArrayExpression):
                return all(
                    e is None or self.effects.pure(e) or self.begins_quietly(e)
                    for e in items.elements
                )
            return isinstance(items, n.Identifier)
        return self.is_quiet(node) or isinstance(node, n.Identifier)

    def cannot_fail(self, node: n.Node) -> bool:
        """Whether a promise surely is not rejected."""
        return self.effects._nothrow_value(node)
