"""Libraries: each way to import them, and what there is no rule for."""

from __future__ import annotations

import pytest

import js2aio

USE = """
async function load(id) {
  return id;
}
async function main() {
  const limit = pLimit(2);
  console.log((await Promise.all([1, 2].map((id) => limit(() => load(id))))).length);
}
main();
"""


@pytest.mark.parametrize(
    ("imported", "called"),
    [
        ('import pLimit from "p-limit";', "pLimit"),
        ('import atMost from "p-limit";', "atMost"),
        ('import { default as pLimit } from "p-limit";', "pLimit"),
        ('import * as limits from "p-limit";', "limits.default"),
        ('const pLimit = require("p-limit");', "pLimit"),
        ('const pLimit = require("p-limit").default;', "pLimit"),
        ('const { default: pLimit } = require("p-limit");', "pLimit"),
        ('const limits = require("p-limit");', "limits.default"),
    ],
)
def test_each_form_of_import(imported: str, called: str) -> None:
    translation = js2aio.translate(f"{imported}\n{USE.replace('pLimit', called)}")
    assert translation.ok, translation.diagnostics
    assert "limit = asyncio.Semaphore(2)" in translation.code
    assert "async with limit:" in translation.code
    assert "p-limit" not in translation.code and "p_limit" not in translation.code


@pytest.mark.parametrize(
    ("imported", "made", "used", "line"),
    [
        ('import { Mutex } from "async-mutex";', "new Mutex()", "it.isLocked()", 2),
        ('import { Mutex } from "async-mutex";', "new Mutex()", "it.cancel()", 3),
        ('import pLimit from "p-limit";', "pLimit(2)", "it.activeCount", 3),
        ('import pLimit from "p-limit";', "pLimit(2)", "it.unheardOf()", 3),
        ('import pLimit from "p-limit";', "pLimit(2)", "it(...[1])", 3),
        ('import PQueue from "p-queue";', "new PQueue({ timeout: 5 })", "it.size", 2),
        ('import PQueue from "p-queue";', "new PQueue()", "it.on('idle', f)", 3),
        ('import pRetry from "p-retry";', "pRetry(f, { signal: s })", "it", 2),
        ('import { rangeDelay } from "delay";', "rangeDelay(1, 2)", "it", 2),
    ],
)
def test_refused_where_it_stands(
    imported: str, made: str, used: str, line: int
) -> None:
    body = f"{imported}\nconst it = {made};\nconsole.log({used});\n"
    translation = js2aio.translate(body + "async function f() {}\nconst s = 1;\n")
    if used == "it.isLocked()":
        assert translation.ok
        return
    errors = [d for d in translation.diagnostics if d.level is js2aio.Level.ERROR]
    assert line in [error.line for error in errors], translation.diagnostics
