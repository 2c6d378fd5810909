"""Mapping that may be undone: the state before it, and the way back."""

from __future__ import annotations

import ast

from .context import FunctionContext
from .library_parts import LibraryParts


class Attempts(LibraryParts):
    def saved_state(self) -> SavedState:
        return (
            self.block,
            len(self.block),
            self.fn,
            set(self.helpers),
            set(self.imports),
            len(self.diagnostics),
            set(self.reported),
            len(self.rule_uses),
            len(self.contexts),
            self.statement_line,
            len(self.fn.before_loops),
        )

    def restore_state(self, state: SavedState) -> None:
        self.block, length, self.fn, self.helpers, self.imports = state[:5]
        del self.block[length:]
        diagnostics, self.reported, uses, contexts, self.statement_line = state[5:10]
        del self.diagnostics[diagnostics:]
        del self.rule_uses[uses:]
        del self.contexts[contexts:]
        del self.fn.before_loops[state[10] :]


SavedState = tuple[
    list[ast.stmt],
    int,
    FunctionContext,
    set[str],
    set[str],
    int,
    set[tuple[str, int, str]],
    int,
    int,
    int,
    int,
]
