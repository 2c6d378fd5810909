"""What is taken for JavaScript, and what is not."""

from __future__ import annotations

import pytest

from js2aio.errors import JavaScriptSyntaxError
from js2aio.parse import parse
from js2aio.parse.regexp import regexp_error
from js2aio.source import SourceText

VALID = r"""
a ||= b; a &&= b; a.b ??= c
class A { #x; has(o) { return #x in o } }
class A { x = super.y; z = () => super.w(); n = new.target }
class A { static { this.x = 1 } static {} }
class A { if() {} for = 1; static while() {} get delete() { return 1 } in; of }
class A extends (class {}) {}
function f() { return new.target }
try {} catch {} finally {}
`${async}` + `${(() => { let { a } = b; return a })()}`
`a${{ b: `c` }.b}d${(() => { return `x${1}` })()}`
throw `a${b}`
for (const of of of) ;
for (let of of xs) ;
for (async of => {}; false;) ;
for (const x of async () => {}) ;
for (var i = [a in b]; ;) break
async () => { for await (const { x } of y) ; }
async (x) => x; async x => x; async ({ a, b = 1 }, [c], ...d) => {}
f(async x => x, async (y) => y, async function* g() {})
async(...a); async.x(y); new async; async`x`; async++
(a, b,) => {}; f(a, b,)
var async = 1, get, set, of, yield, let, static, await
a.if.class.enum.null.function.await.yield
({ if: 1, class: 2, enum: 3, get for() { return 1 } })
({ async = 1, get = 2 } = {})
[a, , b] = c; [a = 1, [b, ...c]] = d; ({ a: b.c, d: e[0], ...f.g } = h)
function f({ a, b: { c } = {}, ...d } = {}, [e, , g = 1, ...h] = [], ...{ length }) {}
function* g() { yield; yield a; yield* b; (yield); f(yield, yield a); yield import('x') }
a: for (;;) continue a; b: { break b }
if (a) function f() {}
using(x); using.y; using = 1; using
let = 1; let + 1; let.x
x = y /z/ w; /=/.test(a); [/a/, /b/g]
a <!--b
<!-- html comment
{} /re/g
const { a = 1, b: { c = 2 } = {}, ...rest } = obj
import('x', { with: { type: 'json' } })
export default class {}
export default async (x) => { await x };
export default async
import { default as x, if as y } from 'z'
export * as default from 'x'
return 1
@
""".strip().splitlines()[:-1]

INVALID = r"""
-1 ** 2
await x ** 2
class A { constructor() {} constructor() {} }
class A { get constructor() {} }
class A { constructor = 1 }
class A { static prototype() {} }
class A { #constructor }
class A { a b }
class A { static { return } }
class A { x = await y }
({ #x: 1 })
({ get x })
({ get x(a) {} })
({ async *x: 1 })
({ __proto__: a, __proto__: b })
({ a b })
1__0
1_
01n
1.5n
0b2
3in []
a?.b = 1
a ?? b || c
a = b => c =>
function f() { await x }
async () => { ({ m() { await x } }) }
export {}; return
import.meta = 1
const a
const a = 1; let a
let a; { } var a
class A {} class A {}
switch (a) { case 1: let x; case 2: let x }
'use strict'; with (a) {}
'use strict'; 010
`\u`
'\x1'
/(/
/a/gg
break
""".strip().splitlines()


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    parse(SourceText(text))


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text: str) -> None:
    with pytest.raises(JavaScriptSyntaxError):
        parse(SourceText(text))


@pytest.mark.parametrize(
    "literal",
    [
        r"/a{,5}/",
        r"/{/",
        r"/}/",
        r"/]/",
        r"/a{1/",
        r"/x{1,2}?/",
        r"/[\w-a]/",
        r"/\k/",
        r"/\k<a>/",
        r"/(?<a>.)\k<a>/",
        r"/(?=a)*/",
        r"/\1(a)/",
        r"/(a)\1/u",
        r"/\c/",
        r"/[\c]/",
        r"/[]/",
        r"/[^]/",
        r"/\x1/",
        r"/\u12/",
        r"/\u{1F600}/u",
        r"/\p{Script=Greek}/u",
        r"/[\ud83d\ude00-\ud83d\ude10]/u",
        r"/[\-]/u",
        r"/[[a-z]&&[aeiou]]/v",
        r"/[\q{abc|d}]/v",
        r"/\-/",
        r"/\8/",
        r"/(?<=a)b(?<!c)d/",
        r"/()/",
        r"/|/",
        r"/(?:)*/",
        r"/[a-]/",
        r"/[-a]/",
        r"/a+?b*?c??/",
        r"/(?<$a>.)/",
    ],
)
def test_valid_regular_expressions(literal: str) -> None:
    pattern, flags = literal[1:].rsplit("/", 1)
    assert regexp_error(pattern, flags) is None


@pytest.mark.parametrize(
    "literal",
    [
        r"/(/",
        r"/)/",
        r"/a**/",
        r"/?/",
        r"/a|*/",
        r"/a{2}{3}/",
        r"/{1}/",
        r"/a{2,1}/",
        r"/[b-a]/",
        r"/^*/",
        r"/\b+/",
        r"/(?a)/",
        r"/(?<1>.)/",
        r"/(?<a>.)(?<a>.)/",
        r"/\k<a>(?<b>.)/",
        r"/(?<=a)*/",
        r"/(?=a)*/u",
        r"/\2(a)/u",
        r"/\-/u",
        r"/\c/u",
        r"/\01/u",
        r"/\x1/u",
        r"/[\w-a]/u",
        r"/{/u",
        r"/]/u",
        r"/\u{110000}/u",
        r"/a/x",
        r"/a/gg",
        r"/a/uv",
        r"/(?:/",
    ],
)
def test_invalid_regular_expressions(literal: str) -> None:
    pattern, flags = literal[1:].rsplit("/", 1)
    assert regexp_error(pattern, flags) is not None
