"""Processes and callbacks as Node has them."""

import asyncio
import subprocess

from helpers.timers import exit_on_error


class ProcessError(Exception):
    """A command failed: its exit status is `code`, what it wrote `stdout` and `stderr`."""

    def __init__(self, command, code, stdout, stderr):
        super().__init__(f"Command failed: {command}\n{stderr}")
        self.code, self.stdout, self.stderr = code, stdout, stderr


async def run_command(*command):
    """Run a command of the shell, or a program with its arguments; what it wrote."""
    start = asyncio.create_subprocess_exec
    if len(command) == 1:
        start = asyncio.create_subprocess_shell
    pipe = asyncio.subprocess.PIPE
    process = await start(*command, stdout=pipe, stderr=pipe)
    stdout, stderr = (data.decode() for data in await process.communicate())
    if process.returncode:
        raise ProcessError(" ".join(command), process.returncode, stdout, stderr)
    return {"stdout": stdout, "stderr": stderr}


def run_sync(*command):
    """Run a command of the shell, or a program with its arguments; the bytes that it wrote."""
    done = subprocess.run(
        command[0] if len(command) == 1 else command,
        shell=len(command) == 1,
        stdout=subprocess.PIPE,
    )
    if done.returncode:
        raise ProcessError(" ".join(command), done.returncode, done.stdout, "")
    return done.stdout


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


def run_back(callback, *command):
    """Run a command in the background; calls back with (error, stdout, stderr)."""

    async def wait():
        try:
            written = await run_command(*command)
        except ProcessError as err:
            callback(err, err.stdout, err.stderr)
        else:
            callback(None, written["stdout"], written["stderr"])

    task = asyncio.get_running_loop().create_task(wait())
    task.add_done_callback(exit_on_error)
