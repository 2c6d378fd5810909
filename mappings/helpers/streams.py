"""Streams as Node has them: chunks to listeners, to loops and to other streams."""

import asyncio
import codecs
import os
import sys
from collections import deque

from helpers.events import EventEmitter
from helpers.promises import background


async def read_chunk(file):
    """The next bytes of an open file: what is there, at most 64 KiB; none at its end."""
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    try:
        loop.add_reader(file, ready.set)
    except PermissionError:  # a file on a disk, which is always ready
        return os.read(file, 65536)
    except NotImplementedError:  # Windows: a thread waits
        return await asyncio.to_thread(os.read, file, 65536)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(file)
    return os.read(file, 65536)


def call_soon(function, *args):
    """Call a function when the code that runs now has ended; an error ends the program."""

    async def call():
        await asyncio.sleep(0)
        function(*args)

    background(call())


async def input_chunks():
    """Standard input, as it comes."""
    while chunk := await read_chunk(0):
        yield chunk


class Readable(EventEmitter):
    """Chunks of an async iterator: events "data", then "end" and "close", or a loop.

    With an encoding the chunks are text.
    """

    def __init__(self, source, encoding=None):
        super().__init__()
        self.source = source
        self.decoder = None
        self.task = None
        self.taken = self.destroyed = False
        self.flowing, self.done = asyncio.Event(), asyncio.Event()
        if encoding:
            self.set_encoding(encoding)

    def set_encoding(self, encoding):
        """From now on chunks are text."""
        self.decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        return self

    async def __aiter__(self):
        self.taken = True
        try:
            async for chunk in self.source:
                if self.decoder and isinstance(chunk, bytes):
                    chunk = self.decoder.decode(chunk)
                if chunk != "":
                    yield chunk
            if self.decoder and (rest := self.decoder.decode(b"", final=True)):
                yield rest
        finally:
            self.destroyed = True
            self.done.set()

    def on(self, name, listener, once=False):
        super().on(name, listener, once)
        if name == "data":
            self.resume()
        return self

    def resume(self):
        """Read, whether anybody listens or not."""
        self.flowing.set()
        if self.task is None:
            self.task = background(self.pump())
        return self

    def pause(self):
        """Give no more chunks until `resume`."""
        self.flowing.clear()
        return self

    def destroy(self, error=None):
        """Give no more chunks."""
        if not self.destroyed:
            self.destroyed = True
            self.flowing.set()
            call_soon(self.leave, error)
        return self

    def leave(self, error=None):
        if error is not None:
            self.emit("error", error)
        self.emit("close")

    async def pump(self):
        await asyncio.sleep(0)  # who listens from this turn on hears all
        if self.destroyed:
            return
        chunks = aiter(self)
        while True:
            try:
                chunk = await anext(chunks)
            except StopAsyncIteration:
                break
            except Exception as err:
                self.leave(err)
                return
            await self.flowing.wait()
            if self.destroyed:
                return
            self.emit("data", chunk)
        await self.flowing.wait()
        self.emit("end")
        self.leave()

    def pipe(self, target):
        """Give all chunks to another stream, and end that too."""
        if not isinstance(target, EventEmitter):  # a function of chunks
            background(target(self))
            return target

        def give(chunk):
            if target.write(chunk) is False:
                self.pause()

        self.on("data", give)
        target.on("drain", self.resume)
        self.on("end", lambda: target.end())
        return target


class Writable(EventEmitter):
    """Gives chunks to an async function, one after the other; `finish` is called last.

    Events "drain", "finish" and "close".
    """

    def __init__(self, take, finish=None, limit=16384):
        super().__init__()
        self.take = take
        self.finish = finish
        self.limit = limit
        self.chunks = deque()
        self.waiting = 0  # bytes that are not written yet
        self.full = False
        self.task = None
        self.ending = False
        self.failed = False

    def write(self, chunk, done=None):
        """Put a chunk at the end; whether there is room for more."""
        if self.ending:
            error = RuntimeError("write after end")
            error.code = "ERR_STREAM_WRITE_AFTER_END"
            call_soon(self.fail, error)
            return False
        if isinstance(chunk, str):
            chunk = chunk.encode()
        self.chunks.append((chunk, done))
        self.waiting += len(chunk)
        self.full = self.full or self.waiting >= self.limit
        self.resume()
        return self.waiting < self.limit

    def end(self, chunk=None, done=None):
        """Write a last chunk, if there is one, then finish."""
        if chunk is not None:
            self.write(chunk)
        if done is not None:
            self.once("finish", done)
        self.ending = True
        self.resume()
        return self

    def resume(self):
        if self.task is None or self.task.done():
            self.task = background(self.pump())

    async def pump(self):
        await asyncio.sleep(0)
        while self.chunks and not self.failed:
            chunk, done = self.chunks.popleft()
            try:
                await self.take(chunk)
            except Exception as err:
                self.fail(err)
                return
            self.waiting -= len(chunk)
            if done is not None:
                done()
            if self.full and not self.chunks and not self.ending:
                self.full = False
                self.emit("drain")
        if self.ending and not self.failed:
            self.failed = True  # it takes no more
            if self.finish is not None:
                await self.finish()
            self.emit("finish")
            self.emit("close")

    def fail(self, error):
        self.failed = True
        self.emit("error", error)
        self.emit("close")


STDIN = Readable(input_chunks())


def put_text(text, name="stdout"):
    """Write text; that there is room for more, as always."""
    getattr(sys, name).write(text)
    return True


def write_bytes(data, name="stdout"):
    """Write bytes behind the text that was written before; that there is room for more."""
    file = getattr(sys, name)
    file.flush()
    file.buffer.write(data)
    file.buffer.flush()
    return True


def output_stream(name):
    """What the program writes to, "stdout" or "stderr", as a stream that never ends."""

    async def write(chunk):
        write_bytes(chunk, name)

    stream = Writable(write)
    stream.end = lambda *_: stream
    return stream


STDOUT = output_stream("stdout")
STDERR = output_stream("stderr")
