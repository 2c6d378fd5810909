"""What streams are made of: sources, stages and targets of chunks, and pipelines of them.

A source is an async iterable; a stage is a function of chunks that gives chunks, as an async
generator function; a target is a coroutine function of chunks.
"""

import asyncio
import codecs
import json
import zlib

from helpers.promises import background
from helpers.streams import Readable, Writable, call_soon


async def file_chunks(path, start=0, end=None, size=65536):
    """The bytes of a file in pieces, from `start` to `end`, which is one of them."""
    with open(path, "rb") as file:
        file.seek(start)
        left = float("inf") if end is None else end + 1 - start
        while chunk := file.read(min(size, left)):
            yield chunk
            left -= len(chunk)


async def text_chunks(chunks, encoding="utf-8"):
    """The text of bytes that come in pieces."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    async for chunk in chunks:
        if text := decoder.decode(chunk):
            yield text
    if rest := decoder.decode(b"", final=True):
        yield rest


async def chunks_of(items):
    """The items of a list or an iterator one after the other, as chunks."""
    if hasattr(items, "__aiter__"):
        async for item in items:
            yield item
    else:
        for item in items:
            yield await item if hasattr(item, "__await__") else item


def into_file(path, mode="wb"):
    """A target that writes a file."""

    async def write(chunks):
        with open(path, mode) as file:
            async for chunk in chunks:
                file.write(chunk.encode() if isinstance(chunk, str) else chunk)

    return write


def through(make):
    """A stage of an object of zlib: `make` makes one, which packs or unpacks."""

    async def stage(chunks):
        machine = make()
        work = getattr(machine, "compress", None) or machine.decompress
        async for chunk in chunks:
            if made := work(chunk.encode() if isinstance(chunk, str) else chunk):
                yield made
        if rest := machine.flush():
            yield rest
        if not getattr(machine, "eof", True):
            error = RuntimeError("unexpected end of file")
            error.code = "Z_BUF_ERROR"
            raise error

    return stage


def packed(wbits):
    """A stage that packs: wbits 31 for gzip, 15 for zlib, -15 for bare deflate."""
    return through(lambda: zlib.compressobj(wbits=wbits))


def unpacked(wbits):
    """A stage that unpacks: wbits 31 for gzip, 15 for zlib, -15 for bare deflate."""
    return through(lambda: zlib.decompressobj(wbits=wbits))


def stage_of(transform, flush=None, objects=False):
    """A stage of a function that calls back with (error, chunk), as Transform has it."""

    async def made_by(function, *args):
        future = asyncio.get_running_loop().create_future()

        def callback(error=None, made=None):
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(made)

        function(*args, callback)
        return as_chunk(await future, objects)

    async def stage(chunks):
        async for chunk in chunks:
            chunk = as_chunk(chunk, objects)
            if (made := await made_by(transform, chunk, "buffer")) is not None:
                yield made
        if flush is not None and (made := await made_by(flush)) is not None:
            yield made

    return stage


def as_chunk(value, objects=False):
    """Text as bytes, as chunks are, except among objects."""
    return value.encode() if isinstance(value, str) and not objects else value


class Transform(Readable):
    """A stream that makes other chunks of those that it is given: by a stage."""

    def __init__(self, stage):
        super().__init__(stage(self.given()))
        self.stage = stage
        self.waiting = asyncio.Queue()

    def __call__(self, chunks):
        return self.stage(chunks)

    async def given(self):
        while (chunk := await self.waiting.get()) is not None:
            yield chunk
            if self.waiting.empty():
                self.emit("drain")
        self.emit("finish")

    def write(self, chunk):
        """Put a chunk at the end; whether there is room for more."""
        self.waiting.put_nowait(chunk)
        return self.waiting.qsize() < 16

    def end(self, chunk=None):
        """Write a last chunk, if there is one; no more come."""
        if chunk is not None:
            self.write(chunk)
        self.waiting.put_nowait(None)
        return self


class FileReader(Readable):
    """A stream of a file; that it cannot be read is an event, whoever listens."""

    def __init__(self, path, encoding=None, **part):
        super().__init__(file_chunks(path, **part), encoding)
        self.path = path
        background(self.look())

    async def look(self):
        await asyncio.sleep(0)
        try:
            open(self.path, "rb").close()
        except OSError as err:
            if not self.taken:
                self.destroyed = True
                self.leave(err)


class FileWriter(Writable):
    """A stream that writes a file, and counts the bytes."""

    def __init__(self, path, mode="wb"):
        super().__init__(self.put, self.close)
        self.path = path
        self.bytes_written = 0
        try:
            self.file = open(path, mode)
        except OSError as err:
            call_soon(self.fail, err)

    async def put(self, chunk):
        self.file.write(chunk)
        self.bytes_written += len(chunk)

    async def close(self):
        self.file.close()


async def into_stream(chunks, target):
    """Give chunks to a stream that is written to, as fast as it takes them; then end it."""
    done = asyncio.get_running_loop().create_future()
    target.once("error", lambda err: done.done() or done.set_exception(err))
    target.once("finish", lambda: done.done() or done.set_result(None))
    async for chunk in chunks:
        if target.write(chunk) is False:
            ready = asyncio.Event()
            target.once("drain", ready.set)
            await asyncio.wait(
                [asyncio.ensure_future(ready.wait()), done],
                return_when=asyncio.FIRST_COMPLETED,
            )
        if done.done():
            break
    target.end()
    await done


async def pipeline(source, *stages):
    """Give the chunks of a source to each stage in turn, and to the target at the end."""
    chunks = chunks_of(source() if callable(source) else source)
    for stage in stages:
        if isinstance(stage, Writable):
            chunks = into_stream(chunks, stage)
        else:
            chunks = stage(chunks)
    return await chunks


def pipeline_back(done, *stages):
    """As `pipeline`, in the background; calls back with an error, or with None."""

    async def run():
        try:
            await pipeline(*stages)
        except Exception as err:
            done(err)
        else:
            done(None)

    background(run())


async def finished(stream):
    """Wait until a stream has ended or finished; its error is raised."""
    done = asyncio.get_running_loop().create_future()
    for name in ("end", "finish", "close"):
        stream.once(name, lambda *_: done.done() or done.set_result(None))
    stream.once("error", lambda err: done.done() or done.set_exception(err))
    await done


async def all_bytes(stream):
    """All that a stream gives."""
    parts = [chunk async for chunk in stream]
    return b"".join(p.encode() if isinstance(p, str) else p for p in parts)


async def all_text(stream):
    """All that a stream gives, as text."""
    return (await all_bytes(stream)).decode(errors="replace")


async def all_json(stream):
    """The value of the JSON that a stream gives."""
    return json.loads(await all_bytes(stream))
