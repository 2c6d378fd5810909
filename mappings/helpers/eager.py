"""Eager tasks, for `--target py312` and later."""

from __future__ import annotations

import asyncio

from js2aio.mappings.helpers.promises import _BACKGROUND, exit_on_error


def eager_task(awaitable):
    """Start a task whose first part runs now, as that of a JavaScript call does."""
    if not asyncio.iscoroutine(awaitable):
        return asyncio.ensure_future(awaitable)
    return asyncio.eager_task_factory(asyncio.get_running_loop(), awaitable)


def run_in_background(awaitable):
    """Start what nobody waits for; an error in it ends the program, as in Node."""
    task = eager_task(awaitable)
    _BACKGROUND.add(task)
    task.add_done_callback(_BACKGROUND.discard)
    task.add_done_callback(exit_on_error)
    return task
