"""Node's Buffers that the program writes to, by the place where each is made.

One that is never written to is held as ``bytes``. One that is written to is a
``bytearray``, and what shares its memory (``slice`` and ``subarray``: Node's docs,
buffer.html) a ``memoryview``. Where a Buffer that is written to was made must be known.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Scopes

#: Methods that write to the Buffer that they are called on.
_WRITING = frozenset("fill reverse set sort swap16 swap32 swap64 write".split())
#: Functions that write to their first argument.
_FILLING = frozenset({"getRandomValues", "randomFill", "randomFillSync"})
_SHARING = frozenset({"slice", "subarray"})


class WrittenBuffers:
    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.inference = inference
        self.scopes = scopes
        #: where each was made; None of what is given to callbacks or comes out of promises
        self.makers: dict[t.Atom, n.Node | None] = {}
        for key, atom in inference.sites.items():
            if is_buffer(atom):
                site = key[-1] if isinstance(key, tuple) else None
                made = isinstance(site, (n.CallExpression, n.NewExpression))
                self.makers[atom] = site if made else None
        self.written: set[t.Atom] = set()
        #: those that share the memory of another one that is written to
        self.views: set[t.Atom] = set()
        if self.makers:
            self.find()

    def find(self) -> None:
        for node in self.scopes.parents:
            for target in self.targets(node):
                self.written.update(self.buffers(target))
        if not self.written:
            return
        shared = [
            (self.buffers(node), self.buffers(node.callee.object))
            for node in self.scopes.parents
            if isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and self.name(node.callee) in _SHARING
        ]
        count = -1
        while count != len(self.written):
            count = len(self.written)
            for views, owners in shared:
                if (views | owners) & self.written:
                    self.written |= views | owners
                    self.views |= views

    def targets(self, node: n.Node) -> Iterator[n.Node]:
        """What a node writes to, as a place in an object."""
        target: n.Node | None = None
        if isinstance(node, n.AssignmentExpression):
            target = node.left
        elif isinstance(node, n.UpdateExpression):
            target = node.argument
        elif isinstance(node, n.CallExpression):
            callee = node.callee
            if not isinstance(callee, n.MemberExpression):
                if isinstance(callee, n.Identifier) and callee.name in _FILLING:
                    yield from node.arguments[:1]
                return
            name = self.name(callee)
            if writes_bytes(name):
                yield callee.object
            elif name == "copy" or name in _FILLING:
                yield from node.arguments[:1]
        if isinstance(target, n.MemberExpression) and target.computed:
            yield target.object

    def name(self, member: n.MemberExpression) -> str:
        return self.inference.property_name(member.property, member.computed) or ""

    def buffers(self, node: n.Node) -> set[t.Atom]:
        return {a for a in self.inference.types.get(node, t.NEVER) if is_buffer(a)}

    def is_written(self, node: n.Node) -> bool:
        """Whether a value may be a Buffer that something writes to."""
        return bool(self.buffers(node) & self.written)

    def is_view(self, node: n.Node) -> bool:
        """Whether a value may be held as a ``memoryview``."""
        return bool(self.buffers(node) & self.views)

    def is_made_by(self, node: n.Node) -> bool:
        """Whether a call makes a Buffer, with memory of its own, that is written to."""
        return any(
            self.makers[a] is node and a not in self.views
            for a in self.buffers(node) & self.written
        )

    def takes_writes(self, node: n.Node) -> bool:
        """Whether a value surely is a Buffer that can be written to in Python."""
        types = self.inference.types.get(node, t.NEVER) - t.NULLISH
        return bool(types) and all(
            is_buffer(a) and a in self.written and self.makers[a] is not None
            for a in types
        )


def writes_bytes(name: str) -> bool:
    """Whether a method of that name writes to the Buffer that it is called on."""
    return name in _WRITING or name[:5] == "write"


def is_buffer(atom: t.Atom) -> bool:
    return isinstance(atom, t.HostAtom) and atom.name == "node.Buffer"
