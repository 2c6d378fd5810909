"""Limits written by hand become semaphores where that is proved, and only there."""

from __future__ import annotations

import pytest

import js2aio

PROGRAM = """
function limiter(max) {{
  let active = 0;
  const waiting = [];
  async function run(job) {{
    {acquire}
    try {{
      return await job();
    }} finally {{
      {release}
    }}
  }}
  {more}
  return run;
}}
const limit = limiter({size});
async function main() {{
  console.log(await limit(async () => 1));
}}
main();
"""
WAIT = "await new Promise((resolve) => waiting.push(resolve));"
PLAIN = f"if (active >= max) {WAIT} active++;"
WAKE = "active--; if (waiting.length > 0) waiting.shift()();"

SEMAPHORES = [
    (PLAIN, WAKE),
    (f"if (max <= active) {{ {WAIT} }} active += 1;", WAKE),
    (f"while (active >= max) {WAIT} ++active;", WAKE),
    (PLAIN, "active -= 1; const next = waiting.shift(); if (next) next();"),
    (PLAIN, "active--; waiting.shift()?.();"),
    (
        f"if (active < max) {{ active++; }} else {{ {WAIT} }}",
        "if (waiting.length) waiting.shift()(); else active--;",
    ),
    (
        f"if (active < max) active++; else {WAIT}",
        "const next = waiting.shift(); if (next) { next(); } else { active--; }",
    ),
]
OTHERS = [
    # the newest goes first
    (PLAIN, "active--; if (waiting.length > 0) waiting.pop()();", "", "2"),
    # one more than the limit
    (f"if (active > max) {WAIT} active++;", WAKE, "", "2"),
    # the counter counts on although the slot is handed over
    (PLAIN, "if (waiting.length) waiting.shift()(); else active--;", "", "2"),
    # others look at the counter or the queue, or change the limit
    (PLAIN, WAKE, "run.active = () => active;", "2"),
    (PLAIN, WAKE, "run.waiting = waiting;", "2"),
    (PLAIN, WAKE, "run.raise = () => { max++; };", "2"),
    # no whole number of slots
    (PLAIN, WAKE, "", "Infinity"),
    (PLAIN, WAKE, "", "2.5"),
    # nobody is woken
    (PLAIN, "active--;", "", "2"),
]


@pytest.mark.parametrize(("acquire", "release"), SEMAPHORES)
def test_is_a_semaphore(acquire: str, release: str) -> None:
    source = PROGRAM.format(acquire=acquire, release=release, more="", size=2)
    code = js2aio.translate(source).code
    assert "asyncio.Semaphore(max)" in code, code
    assert "async with semaphore:" in code, code
    assert "create_future" not in code, code


@pytest.mark.parametrize(("acquire", "release", "more", "size"), OTHERS)
def test_stays_what_it_is(acquire: str, release: str, more: str, size: str) -> None:
    source = PROGRAM.format(acquire=acquire, release=release, more=more, size=size)
    assert "Semaphore" not in js2aio.translate(source).code


def test_what_other_modules_see_stays() -> None:
    source = """
export let active = 0;
const waiting = [];
export async function run(job) {
  if (active >= 2) await new Promise((resolve) => waiting.push(resolve));
  active++;
  try {
    return await job();
  } finally {
    active--;
    if (waiting.length > 0) waiting.shift()();
  }
}
"""
    assert "Semaphore" not in js2aio.translate(source).code
    inside = js2aio.translate(source.replace("export let", "let")).code
    assert "async with semaphore:" in inside, inside


def test_where_each_tick_counts_it_stays() -> None:
    source = PROGRAM.format(acquire=PLAIN, release=WAKE, more="", size=2)
    exact = js2aio.Options(order=js2aio.Order.EXACT)
    assert "Semaphore" not in js2aio.translate(source, options=exact).code
