"""``translate_many``: with each executor the same results, in the order of the sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

import js2aio
from js2aio import Options, SourceResult, Target, translate_many

# Of different lengths, so that they are not ready in their order.
TEXTS = [
    "console.log(1);\n" * 60,
    "let a = ;",
    "console.log(2);\n",
    "new Proxy({}, {});\n",
    "console.log(3);\n" * 10,
]


@contextmanager
def dask() -> Iterator[Executor]:
    """A real cluster on this machine: a scheduler, and two workers in processes."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=50,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor()


EXECUTORS: dict[str, Callable[[], AbstractContextManager[Any]]] = {
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(2),
    "dask": dask,
}


def described(result: SourceResult) -> tuple[object, ...]:
    code = result.translation.code if result.translation is not None else None
    return result.filename, result.source, code, repr(result.error), result.ok


@pytest.fixture
def sources(tmp_path: Path) -> list[Path | tuple[str, str]]:
    found: list[Path | tuple[str, str]] = []
    for number, text in enumerate(TEXTS):
        path = tmp_path / f"{number}.js"
        path.write_text(text)
        found.append(path)
    (tmp_path / "latin.js").write_bytes(b"'\xff'")
    return [
        *found,
        tmp_path / "nowhere.js",
        tmp_path / "latin.js",
        ("text.js", TEXTS[2]),
    ]


@pytest.mark.parametrize("name", EXECUTORS)
def test_each_executor_gives_the_same(
    name: str, sources: list[Path | tuple[str, str]]
) -> None:
    expected = [described(result) for result in translate_many(sources)]
    with EXECUTORS[name]() as executor:
        found = list(translate_many(sources, executor=executor))
    assert [described(result) for result in found] == expected
    kinds = [type(result.error).__name__ for result in found]
    assert kinds == [
        *("NoneType", "JavaScriptSyntaxError", "NoneType", "NoneType", "NoneType"),
        *("UnreadableSourceError", "UnreadableSourceError", "NoneType"),
    ]
    assert [result.ok for result in found] == [
        *(True, False, True, False, True),
        *(False, False, True),
    ]
    assert found[2].result() == js2aio.translate(TEXTS[2], filename=found[2].filename)
    with pytest.raises(js2aio.JavaScriptSyntaxError) as caught:
        found[1].result()
    assert caught.value.diagnostic.line == 1


def test_options_for_all_and_for_each() -> None:
    text = "const t = Promise.any([]);\nt.catch(() => console.log(1));\n"
    pairs = [("a.js", text), ("b.js", text)]
    py312 = Options(target=Target.PY312)
    both = [r.result().code for r in translate_many(pairs, options=py312)]
    assert both == [js2aio.translate(text, options=py312).code] * 2
    each = translate_many(
        pairs, options=lambda name: py312 if name == "a.js" else Options()
    )
    assert [r.result().code for r in each] == [both[0], js2aio.translate(text).code]


def test_a_mapping_that_is_not_valid_is_an_error_of_each(tmp_path: Path) -> None:
    options = Options(mappings=(tmp_path / "nowhere.toml",))
    found = list(translate_many([("a.js", ""), ("b.js", "")], options=options))
    assert [type(each.error) for each in found] == [js2aio.MappingError] * 2


class Deadly(ProcessPoolExecutor):
    """A pool whose worker dies of a source."""

    def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
        if args[0].filename == "deadly.js":
            return super().submit(os._exit, 7)
        return super().submit(function, *args, **more)


def test_the_end_of_a_worker_is_an_error_of_what_was_lost() -> None:
    names = ["a.js", "deadly.js", "b.js"]
    with Deadly(1) as pool:
        results = translate_many([(name, TEXTS[2]) for name in names], executor=pool)
        found = [next(results)]
        found += results
    assert [each.filename for each in found] == names
    assert isinstance(found[1].error, js2aio.InternalError)
    assert "deadly.js: the worker gave no result: BrokenProcessPool" in str(
        found[1].error
    )


class Counting(ThreadPoolExecutor):
    submitted = 0

    def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
        self.submitted += 1
        return super().submit(lambda read, _: read, *args, **more)


def test_not_all_is_handed_out_at_once_and_the_rest_is_cancelled() -> None:
    read = []

    def many() -> Iterator[tuple[str, str]]:
        for number in range(10_000):
            read.append(number)
            yield f"{number}.js", ""

    with Counting(1) as pool:
        results = translate_many(many(), executor=pool)
        assert pool.submitted == 0
        assert next(results).filename == "0.js"
        assert len(read) == pool.submitted < 1000
        results.close()  # type: ignore[attr-defined]


def test_without_an_executor_each_is_translated_when_it_is_asked_for() -> None:
    read = []

    def few() -> Iterator[tuple[str, str]]:
        for number in range(3):
            read.append(number)
            yield f"{number}.js", ""

    results = translate_many(few())
    assert read == []
    next(results)
    assert read == [0]
