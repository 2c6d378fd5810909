"""Lines read one after the other, as Node's readline has them."""

import asyncio
import sys

from helpers.events import EventEmitter, call_listener
from helpers.timers import exit_on_error


class LineReader(EventEmitter):
    """The lines of a file, or of standard input; events "line" and "close"."""

    def __init__(self, path=None):
        super().__init__()
        self.path = path
        self.file = None
        self.answers = []
        self.closed = False
        self.task = None

    async def read_line(self):
        """The next line without its end; None after the last one."""
        if self.file is None:
            self.file = sys.stdin
            if self.path is not None:
                self.file = open(self.path, encoding="utf-8", errors="replace")
        line = await asyncio.to_thread(self.file.readline)
        return line.removesuffix("\n") if line else None

    async def __aiter__(self):
        while not self.closed and (line := await self.read_line()) is not None:
            yield line

    def on(self, name, listener, once=False):
        super().on(name, listener, once)
        if name == "line":
            self.resume()
        return self

    def question(self, text, callback):
        """Print the text, and call back with the next line."""
        print(text, end="", flush=True)
        self.answers.append(callback)
        self.resume()

    def resume(self):
        """Read on, until there is nobody left who wants a line."""
        if self.task is None or self.task.done():
            self.task = asyncio.get_running_loop().create_task(self.pump())
            self.task.add_done_callback(exit_on_error)

    async def pump(self):
        while not self.closed and (self.answers or self.listener_count("line")):
            line = await self.read_line()
            if line is None:
                self.close()
            elif self.answers:
                call_listener(self.answers.pop(0), [line])
            elif not self.closed:
                self.emit("line", line)

    def close(self):
        """Read no more."""
        if not self.closed:
            self.closed = True
            self.emit("close")


async def ask(reader, text):
    """Print the text, and wait for the next line."""
    print(text, end="", flush=True)
    return await reader.read_line()


class StandardInput(EventEmitter):
    """Standard input: all of it in one "data" event, then "end"."""

    task = None

    def on(self, name, listener, once=False):
        super().on(name, listener, once)
        if self.task is None:
            self.task = asyncio.get_running_loop().create_task(self.pump())
            self.task.add_done_callback(exit_on_error)
        return self

    async def pump(self):
        data = await asyncio.to_thread(sys.stdin.buffer.read)
        if data:
            self.emit("data", data.decode(errors="replace"))
        self.emit("end")


STDIN = StandardInput()
