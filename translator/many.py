"""Many sources with any ``concurrent.futures.Executor``: ``translate_many``."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from .api import InternalError, Translation, read_source, translate
from .errors import Js2aioError
from .options import Options

# So many sources are handed out before the first result is waited for: enough for a large
# cluster, and a whole repository is not held in memory.
_AHEAD = 512

Source = str | os.PathLike[str] | tuple[str, str]


@dataclass(frozen=True, slots=True)
class SourceResult:
    """What became of one source: its ``translation``, or the ``error`` that there is none for.

    ``source`` is its text, empty where it could not be read.
    """

    filename: str
    source: str = ""
    translation: Translation | None = None
    error: Js2aioError | None = None

    @property
    def ok(self) -> bool:
        """Whether it was translated, and nothing was refused."""
        return self.translation is not None and self.translation.ok

    def result(self) -> Translation:
        """The translation; raises the error where there is none."""
        if self.translation is None:
            raise self.error or Js2aioError(f"{self.filename}: not translated")
        return self.translation


def translate_many(
    sources: Iterable[Source],
    *,
    executor: Executor | None = None,
    options: Options | Callable[[str], Options] | None = None,
) -> Iterator[SourceResult]:
    """Translate sources, and give their results in the same order, each when it is ready.

    A source is the path of a file, or a pair of a filename and a text. Files are read here,
    so that workers need not see them; the mapping files of the options, workers do read.
    ``options`` are for all of them, or a function that gives those for a filename. Without
    an ``executor`` they are translated here, one after the other.

    The executor is any of ``concurrent.futures``, or one that behaves so (that of a Dask
    client: ``client.get_executor()``); js2aio must be installed where it runs. It is used,
    and not shut down. Nothing is handed out before the first result is asked for; where the
    iterator is closed early, what was not begun is cancelled.

    What is wrong with a source is its ``error``, any ``Js2aioError`` that ``translate`` and
    ``translate_file`` raise, and the others go on. So does a worker's sudden end: it is an
    ``InternalError`` of each source that was lost by it.
    """
    work = _submit(executor) if executor is not None else _here
    waiting: deque[tuple[SourceResult, Future[SourceResult] | None]] = deque()
    try:
        for source in sources:
            read = _read(source)
            if read.error is not None:
                waiting.append((read, None))
            else:
                chosen = options(read.filename) if callable(options) else options
                waiting.append((read, work(read, chosen)))
            if executor is None or len(waiting) >= _AHEAD:
                yield _outcome(*waiting.popleft())
        while waiting:
            yield _outcome(*waiting.popleft())
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


_Work = Callable[[SourceResult, Options | None], "Future[SourceResult]"]


def _submit(executor: Executor) -> _Work:
    def submit(read: SourceResult, options: Options | None) -> Future[SourceResult]:
        return executor.submit(_translated, read, options)

    return submit


def _here(read: SourceResult, options: Options | None) -> Future[SourceResult]:
    done: Future[SourceResult] = Future()
    done.set_result(_translated(read, options))
    return done


def _read(source: Source) -> SourceResult:
    if isinstance(source, tuple):
        name, text = source
        return SourceResult(name, text)
    name = os.fspath(source)
    try:
        return SourceResult(name, read_source(source))
    except Js2aioError as error:
        return SourceResult(name, error=error)


def _translated(read: SourceResult, options: Options | None) -> SourceResult:
    """In the worker: an error is a value, so that it travels like one."""
    try:
        made = translate(read.source, filename=read.filename, options=options)
    except Js2aioError as error:
        return SourceResult(read.filename, read.source, error=error)
    return SourceResult(read.filename, read.source, made)


def _outcome(read: SourceResult, future: Future[SourceResult] | None) -> SourceResult:
    if future is None:
        return read
    try:
        return future.result()
    except Exception as error:
        # Not of the translation: a worker ended, or a connection did.
        lost = InternalError(
            f"{read.filename}: the worker gave no result: {type(error).__name__}: {error}"
        )
        lost.__cause__ = error
        return SourceResult(read.filename, read.source, error=lost)
