"""Lines read one after the other, as Node's readline has them."""

import asyncio
import codecs
import io
import os
from collections import deque

from helpers.events import EventEmitter, call_listener
from helpers.promises import exit_on_error
from helpers.streams import read_chunk


class LineReader(EventEmitter):
    """The lines of a file, a stream or standard input; events "line" and "close".

    Questions and prompts are written to `output`, if there is one.
    """

    def __init__(self, source=None, output=None, prompt="> "):
        super().__init__()
        self.source = source
        self.chunks = aiter(source) if hasattr(source, "__aiter__") else None
        self.output = output
        self.prompt_text = prompt
        self.file = None
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        self.lines = deque()  # of the last chunk
        self.rest = ""  # behind its last line
        self.kept = deque()  # lines that nobody wanted yet
        self.questions = deque()
        self.closed = False
        self.iterated = False
        self.task = None

    async def read_line(self):
        """The next line without its end; None when `rest` is all that is left."""
        chunk = b"..."
        while not self.lines and chunk:
            chunk = await self.read()
            text = self.rest + self.decoder.decode(chunk, final=not chunk)
            *lines, self.rest = text.split("\n")
            self.lines.extend(lines)
        return self.lines.popleft() if self.lines else None

    async def read(self):
        """The next bytes; none at the end."""
        if self.chunks is not None:
            chunk = await anext(self.chunks, b"")
            return chunk.encode() if isinstance(chunk, str) else chunk
        if self.file is None:
            self.file = 0 if self.source is None else os.open(self.source, os.O_RDONLY)
        return await read_chunk(self.file)

    async def __aiter__(self):
        self.iterated = True
        if self.task is not None:
            self.task.cancel()
        try:
            while not self.closed and (line := await self.read_line()) is not None:
                self.emit("line", line)
                yield line
            if not self.closed and self.rest:
                self.emit("line", self.rest)
                yield self.rest
        finally:
            self.close()

    def on(self, name, listener, once=False):
        super().on(name, listener, once)
        if name in ("line", "close"):
            self.resume()
        return self

    def question(self, text, callback, failed=None):
        """Ask, and call back with the next line; `failed` gets an error if none comes."""
        self.write(text)
        self.questions.append((callback, failed))
        self.resume()

    def set_prompt(self, text):
        """What `prompt` writes from now on."""
        self.prompt_text = text

    def prompt(self):
        """Write the prompt; the next line is an event as all others."""
        self.write(self.prompt_text)

    def write(self, text):
        """Write text to the output, if there is one."""
        if self.output is not None:
            print(text, end="", flush=True, file=self.output)

    def resume(self):
        """Read on, until there is nobody left who wants a line."""
        if self.closed or self.iterated:
            return
        if self.task is None or self.task.done():
            self.task = asyncio.get_running_loop().create_task(self.pump())
            self.task.add_done_callback(exit_on_error)

    async def pump(self):
        while self.questions or self._events.get("line") or self._events.get("close"):
            if self.kept and self.questions:
                line = self.kept.popleft()
            else:
                line = await self.read_line()
            if line is None:
                if self.rest:
                    self.emit("line", self.rest)
                self.close()
            elif self.questions:
                call_listener(self.questions.popleft()[0], [line])
            elif not self.emit("line", line):
                self.kept.append(line)
            if self.closed and not self.lines:  # whole lines that came are still told
                break

    def close(self):
        """Read no more."""
        if self.closed:
            return
        self.closed = True
        if self.task is not asyncio.current_task() and self.task and not self.lines:
            self.task.cancel()
        for _, failed in self.questions:
            if failed is not None:
                failed(EOFError("no line came for the question"))
        self.questions.clear()
        if self.file:
            os.close(self.file)
        self.emit("close")


async def ask(reader, text):
    """Ask, and wait for the next line; EOFError if none comes."""
    answer = asyncio.get_running_loop().create_future()
    reader.question(text, answer.set_result, answer.set_exception)
    return await answer
