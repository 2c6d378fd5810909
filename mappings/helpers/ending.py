"""The end of a program that waits for what nothing can settle any more."""

from __future__ import annotations

import asyncio
import atexit
import os
import selectors
import sys
import threading


class Waking(selectors.DefaultSelector):
    """Calls back where nothing is left that could wake the loop: no timer, no input."""

    def __init__(self, nothing_left):
        super().__init__()
        self.nothing_left = nothing_left

    def select(self, timeout=None):
        """Wait for input; the loop has one entry of its own."""
        alone = len(self.get_map()) <= 1 and threading.active_count() == 1
        if timeout is None and alone:
            self.nothing_left()
        return super().select(timeout)


def run_to_end(main, code=0):
    """Run the program; where all that is left waits for ever, it ends with this code."""

    def leave():
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    async def run():
        nonlocal code
        await main
        code = 0
        # Node stays alive until all that was started is done.
        while pending := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(pending)

    def make_loop():
        return asyncio.SelectorEventLoop(Waking(leave))

    with asyncio.Runner(loop_factory=make_loop) as runner:
        runner.run(run())
