"""The helpers for iterators; all expected values are what Node 20 gives."""

from __future__ import annotations

import pytest

from js2aio.mappings.helpers.iterators import (
    generator_next,
    generator_return,
    generator_throw,
    iterator_next,
    take,
    unpack,
)


def step(value, done=False):
    return {"value": value, "done": done}


def test_next():
    iterator = iter([1])
    assert iterator_next(iterator) == step(1)
    assert iterator_next(iterator) == step(None, True)


def test_generator():
    log = []

    def generate():
        try:
            a = yield 1
            log.append(a)
            return (yield a * 2)
        finally:
            log.append("closed")

    generator = generate()
    assert generator_next(generator, 99) == step(1)
    assert generator_next(generator, 5) == step(10)
    assert generator_next(generator, 7) == step(7, True)
    assert iterator_next(generator) == step(None, True)
    generator = generate()
    assert iterator_next(generator) == step(1)
    assert generator_return(generator, 4) == step(4, True)
    assert iterator_next(generator) == step(None, True)
    assert log == [5, "closed", "closed"]


def test_throw():
    def generate():
        try:
            yield 1
        except RuntimeError as error:
            yield f"caught {error}"
        return 3

    generator = generate()
    next(generator)
    assert generator_throw(generator, RuntimeError("x")) == step("caught x")
    assert iterator_next(generator) == step(3, True)


def test_take_closes():
    log = []

    def generate():
        try:
            yield from range(9)
        finally:
            log.append("closed")

    taken = take(generate(), 2)
    assert [next(taken), next(taken)] == [0, 1]
    assert log == []
    assert next(taken, "end") == "end"
    assert log == ["closed"]
    assert list(take(iter("ab"), 5)) == ["a", "b"]


def test_unpack():
    log = []

    def generate():
        try:
            yield from range(2)
        finally:
            log.append("closed")

    assert unpack(generate(), 1) == [0]
    assert log == ["closed"]
    generator = generate()
    assert unpack(generator, 4) == [0, 1, None, None]
    assert unpack(generator, 1) == [None]
    assert unpack("abc", 2) == ["a", "b"]
    with pytest.raises(TypeError):
        unpack(None, 0)
