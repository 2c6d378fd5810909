"""Deep, long and large sources: a result or a clear refusal, in bounded time."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from js2aio.deep import run_deep
from js2aio.errors import Js2aioError, SourceTooDeepError
from js2aio.parse import nodes as N
from js2aio.parse import parse
from js2aio.source import SourceText

MANY = 5_000

DEEP = {
    "arrays": "[" * MANY + "]" * MANY,
    "parentheses": "(" * MANY + "1" + ")" * MANY,
    "blocks": "{" * MANY + "}" * MANY,
    "calls in calls": "f(" * MANY + ")" * MANY,
    "functions": "function f(){" * MANY + "}" * MANY,
    "objects": "x=" + "{a:" * MANY + "1" + "}" * MANY,
    "templates": "`${" * MANY + "1" + "}`" * MANY,
    "patterns": "[" * MANY + "a" + "]" * MANY + "=b",
    "conditions": "a?b:" * MANY + "c",
    "not closed": "[" * 20 * MANY,
    "a pattern of a regular expression": "/" + "(" * MANY + ")" * MANY + "/",
}

LONG = {
    "a sum": "+".join(["1"] * 20_000),
    "members": "a" + ".b" * MANY,
    "calls": "a" + ".b()" * MANY,
    "optional members": "a" + "?.b" * MANY,
    "else if": "if(a)b;" + "else if(a)b;" * MANY,
    "statements": "a;\n" * 20_000,
    "comments": "// a\n" * 20_000 + "f(" + "/* b */ c,\n" * 10_000 + ")",
    "one string": "'" + "\\n" * 500_000 + "'",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_sources(name: str) -> None:
    before = time.process_time()
    try:
        parse(SourceText(DEEP[name]))
    except Js2aioError as error:
        assert len(str(error)) < 1_000
    assert time.process_time() - before < 20


@pytest.mark.parametrize("name", LONG)
def test_long_sources(name: str) -> None:
    before = time.process_time()
    program = parse(SourceText(LONG[name]))
    assert program.body
    assert time.process_time() - before < 30


def test_ordinary_depth() -> None:
    parse(SourceText("(" * 300 + "1" + ")" * 300))
    parse(SourceText("f(() => {" * 100 + "})" * 100))


def test_the_limit_is_put_back() -> None:
    before = sys.getrecursionlimit(), threading.stack_size()
    inside = run_deep(sys.getrecursionlimit)
    assert inside > before[0]
    assert (sys.getrecursionlimit(), threading.stack_size()) == before


def test_what_is_raised_comes_out() -> None:
    def fail() -> None:
        raise KeyError("a")

    with pytest.raises(KeyError):
        run_deep(fail)

    def recurse() -> None:
        recurse()

    with pytest.raises(SourceTooDeepError):
        run_deep(recurse)


def test_a_run_within_a_run_stays_in_its_thread() -> None:
    outer, inner = run_deep(
        lambda: (threading.get_ident(), run_deep(threading.get_ident))
    )
    assert outer == inner != threading.get_ident()


def test_many_threads_at_once() -> None:
    before = sys.getrecursionlimit()
    results: list[N.Program | Js2aioError] = []

    def work(text: str) -> None:
        try:
            results.append(parse(SourceText(text)))
        except Js2aioError as error:
            results.append(error)

    texts = ["(" * 200 + "1" + ")" * 200, "[" * MANY, "a;" * 100, "let a b"] * 4
    threads = [threading.Thread(target=work, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == len(texts)
    assert sum(isinstance(result, N.Program) for result in results) == 8
    assert sys.getrecursionlimit() == before
