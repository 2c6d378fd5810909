"""Runs Python programs, each in a child of this process; a program by itself, see ``batch``.

Reads ``{"files": [...], "seconds": ...}`` from stdin, writes a list of what each file did to
stdout. It imports nothing of js2aio, so that the programs find an interpreter as it starts.
"""

# What translations commonly import: loaded once, for all of them.
import asyncio  # noqa: F401
import datetime  # noqa: F401
import functools  # noqa: F401
import json
import math  # noqa: F401
import os
import random  # noqa: F401
import re  # noqa: F401
import resource
import signal
import sys
import time
import traceback
import types
from contextlib import suppress

OUTPUT_LIMIT = 32 * 1024 * 1024


def main() -> None:
    request = json.load(sys.stdin)
    print(json.dumps([run(file, request["seconds"]) for file in request["files"]]))


def run(file: str, seconds: float) -> dict[str, object]:
    """Run one file; its streams go to files beside it."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        _become(file, seconds)
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)  # what it has left running
    code: int | None = os.waitstatus_to_exitcode(status)
    stopped = {-signal.SIGALRM: "time", -signal.SIGXFSZ: "output"}.get(code or 0, "")
    return {
        "stdout": _read(f"{file}.stdout"),
        "stderr": _read(f"{file}.stderr"),
        "exit_code": None if stopped else code,
        "seconds": time.monotonic() - began,
        "stopped": stopped,
    }


def _read(path: str) -> str:
    with open(path, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        return file.read()


def _become(file: str, seconds: float) -> None:
    """Be the program, and end as an interpreter would. The kernel ends it at its limits."""
    status = 1
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT_LIMIT, OUTPUT_LIMIT))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        for number, name in ((1, "stdout"), (2, "stderr")):
            opened = os.open(f"{file}.{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(opened, number)
            os.close(opened)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(os.path.join(os.path.dirname(file), "work"))
        status = _execute(file)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        os._exit(status)


def _execute(file: str) -> int:
    sys.argv = [file]
    sys.path[0] = os.path.dirname(file)
    module = types.ModuleType("__main__")
    module.__file__ = file
    sys.modules["__main__"] = module
    try:
        with open(file, "rb") as source:
            exec(compile(source.read(), file, "exec"), module.__dict__)
    except SystemExit as end:
        if isinstance(end.code, int):
            return end.code & 0xFF
        if end.code is not None:
            print(end.code, file=sys.stderr)
        return int(end.code is not None)
    except KeyboardInterrupt:
        return 130
    except BaseException as error:
        error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    finally:
        import atexit
        import threading

        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
    return 0


if __name__ == "__main__":
    main()
