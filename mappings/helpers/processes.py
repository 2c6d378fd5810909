"""Processes and callbacks as Node has them."""

import asyncio
import errno
import signal
import subprocess
import sys

from helpers.events import EventEmitter
from helpers.promises import background
from helpers.streams import Readable, Writable
from helpers.timers import exit_on_error

_FILES = {"pipe": subprocess.PIPE, "ignore": subprocess.DEVNULL, "inherit": None}


class ProcessError(Exception):
    """A command failed: its exit status is `code`, what it wrote `stdout` and `stderr`."""

    def __init__(self, command, code, stdout, stderr):
        written = stderr if isinstance(stderr, str) else stderr.decode()
        super().__init__(f"Command failed: {command}" + (written and f"\n{written}"))
        self.code = self.status = code
        self.stdout, self.stderr = stdout, stderr


def spawn_error(command, err, call="spawn"):
    """There is no such program, or it cannot be run: the error that Node has."""
    code = errno.errorcode[err.errno]
    error = RuntimeError(f"{call} {command} {code}")
    error.code, error.path, error.syscall = code, command, f"{call} {command}"
    return error


async def run_command(*command, **options):
    """Run a command of the shell, or a program with its arguments; what it wrote."""
    start = asyncio.create_subprocess_exec
    if len(command) == 1:
        start = asyncio.create_subprocess_shell
    pipe = asyncio.subprocess.PIPE
    try:
        process = await start(*command, stdout=pipe, stderr=pipe, **options)
    except OSError as err:
        raise spawn_error(command[0], err) from None
    stdout, stderr = (data.decode() for data in await process.communicate())
    if process.returncode:
        raise ProcessError(" ".join(command), process.returncode, stdout, stderr)
    return {"stdout": stdout, "stderr": stderr}


def run_program(*command):
    """Run a program with its arguments, of which there may be none; what it wrote."""
    return run_command(*command) if len(command) > 1 else run_command(*command, "")


def with_files(options, stdio, input):
    """The options of a program with those for its three files, and what it reads."""
    kinds = [stdio] * 3 if isinstance(stdio, str) else stdio
    files = {"stdout": _FILES[kinds[1]], "stderr": _FILES[kinds[2]]}
    if input is not None:
        files["input"] = input.encode() if isinstance(input, str) else input
    return options | files


def run_sync(*command, stdio=("pipe", "pipe", "inherit"), input=None, **options):
    """Run a command of the shell, or a program with its arguments; the bytes that it writes.

    `stdio`: what its three files are, "pipe", "inherit" or "ignore".
    """
    options = with_files(options, stdio, input)
    sys.stdout.flush()
    try:
        done = subprocess.run(
            command[0] if len(command) == 1 else command,
            shell=len(command) == 1,
            **options,
        )
    except OSError as err:
        raise spawn_error(command[0], err, "spawnSync") from None
    if done.returncode:
        text = " ".join(command)
        raise ProcessError(text, done.returncode, done.stdout, done.stderr or b"")
    return done.stdout


def spawn_sync(command, args=(), *, stdio="pipe", input=None, shell=False, **options):
    """Run a program to its end: a CompletedProcess, or `error` says why it did not start."""
    options = with_files(options, stdio, input)
    sys.stdout.flush()
    try:
        done = subprocess.run(
            " ".join([command, *args]) if shell else [command, *args],
            shell=shell,
            **options,
        )
        done.error = None
    except OSError as err:
        done = subprocess.CompletedProcess([command, *args], None)
        done.error = spawn_error(command, err, "spawnSync")
    return done


def exit_status(done):
    """The exit status of a process that is done; None where a signal ended it."""
    code = done.returncode
    return None if code is None or code < 0 else code


def exit_signal(done):
    """The name of the signal that ended a process; None where none did."""
    code = done.returncode
    return signal.Signals(-code).name if code is not None and code < 0 else None


def deliver(callback, awaitable):
    """Wait in the background, then call back with (error) or (None, result), as in Node."""

    async def wait():
        try:
            result = await awaitable
        except Exception as err:
            callback(err, None)
        else:
            callback(None, result)

    task = asyncio.get_running_loop().create_task(wait())
    task.add_done_callback(exit_on_error)


def run_back(callback, *command, **options):
    """Run a command in the background; calls back with (error, stdout, stderr)."""

    async def wait():
        try:
            written = await run_command(*command, **options)
        except Exception as err:
            callback(err, getattr(err, "stdout", ""), getattr(err, "stderr", ""))
        else:
            callback(None, written["stdout"], written["stderr"])

    task = asyncio.get_running_loop().create_task(wait())
    task.add_done_callback(exit_on_error)


class ChildProcess(EventEmitter):
    """A process that is started: events "spawn", "exit" and "close", or "error".

    `stdio`: what its three files are, "pipe", "inherit" or "ignore".
    """

    def __init__(self, command, *args, stdio="pipe", **options):
        super().__init__()
        kinds = [stdio] * 3 if isinstance(stdio, str) else stdio
        self.process = None
        self.exit_code = self.signal_code = None
        self.killed = False
        self.started = asyncio.Event()
        self.stdin = self.stdout = self.stderr = None
        if kinds[0] == "pipe":
            self.stdin = Writable(self.write, self.finish)
        if kinds[1] == "pipe":
            self.stdout = Readable(self.chunks("stdout"))
        if kinds[2] == "pipe":
            self.stderr = Readable(self.chunks("stderr"))
        for name, kind in zip(("stdin", "stdout", "stderr"), kinds):
            options[name] = _FILES[kind]
        sys.stdout.flush()
        background(self.run(command, args, options))

    @property
    def pid(self):
        """The number of the process, once it runs."""
        return self.process and self.process.pid

    def kill(self, name="SIGTERM"):
        """Send a signal, at once or when the process runs; whether it is there."""
        if self.exit_code is not None or self.signal_code is not None:
            return False
        self.killed = True
        background(self.send(getattr(signal, name)))
        return True

    async def send(self, number):
        await self.started.wait()
        if self.process and self.process.returncode is None:
            self.process.send_signal(number)

    async def write(self, chunk):
        await self.started.wait()
        if self.process:
            self.process.stdin.write(chunk)
            await self.process.stdin.drain()

    async def finish(self):
        await self.started.wait()
        if self.process:
            self.process.stdin.close()

    async def chunks(self, name):
        await self.started.wait()
        while self.process and (chunk := await getattr(self.process, name).read(65536)):
            yield chunk

    async def run(self, command, args, options):
        await asyncio.sleep(0)  # who listens from this turn on hears all
        start = asyncio.create_subprocess_exec
        if options.pop("shell", False):
            start = asyncio.create_subprocess_shell
            command, args = " ".join([command, *args]), ()
        try:
            self.process = await start(command, *args, **options)
        except OSError as err:
            self.started.set()
            self.emit("error", spawn_error(command, err))
            self.emit("close", -err.errno, None)
            return
        self.started.set()
        self.emit("spawn")
        code = await self.process.wait()
        if code < 0:
            self.signal_code = signal.Signals(-code).name
        else:
            self.exit_code = code
        for stream in filter(None, (self.stdout, self.stderr)):
            if not stream.taken:
                stream.resume()  # nobody reads it
            await stream.done.wait()
        self.emit("exit", self.exit_code, self.signal_code)
        self.emit("close", self.exit_code, self.signal_code)
