"""The built-in functions that Node has, for programs that ask before they call one.

The names are those of ECMA-262's 14th edition (2023) and of Node 20's own globals. What came
later is in none of the tables: whether it is there depends on the version of Node.
"""

from __future__ import annotations

_STATIC = {
    "Array": "from isArray of",
    "BigInt": "asIntN asUintN",
    "Buffer": "alloc allocUnsafe byteLength compare concat from isBuffer isEncoding",
    "Date": "UTC now parse",
    "Error": "captureStackTrace",
    "JSON": "parse stringify",
    "Math": "abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 "
    "floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt "
    "tan tanh trunc",
    "Number": "isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
    "Object": "assign create defineProperties defineProperty entries freeze fromEntries "
    "getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames "
    "getOwnPropertySymbols getPrototypeOf hasOwn is isExtensible isFrozen isSealed keys "
    "preventExtensions seal setPrototypeOf values",
    "Promise": "all allSettled any race reject resolve",
    "Reflect": "apply construct defineProperty deleteProperty get getOwnPropertyDescriptor "
    "getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf",
    "String": "fromCharCode fromCodePoint raw",
    "Symbol": "for keyFor",
    "console": "assert count countReset debug dir error group groupCollapsed groupEnd info "
    "log table time timeEnd timeLog trace warn",
    "crypto": "getRandomValues randomUUID",
    "performance": "mark measure now",
    "process": "cwd exit hrtime memoryUsage nextTick on once uptime",
}
_METHODS = {
    "Array": "at concat copyWithin entries every fill filter find findIndex findLast "
    "findLastIndex flat flatMap forEach includes indexOf join keys lastIndexOf map pop push "
    "reduce reduceRight reverse shift slice some sort splice toReversed toSorted toSpliced "
    "unshift values with",
    "Function": "apply bind call",
    "Object": "hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf",
    "Promise": "catch finally then",
    "String": "at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed "
    "lastIndexOf localeCompare match matchAll normalize padEnd padStart repeat replace "
    "replaceAll search slice split startsWith substr substring toLowerCase toUpperCase "
    "toWellFormed trim trimEnd trimStart valueOf",
}
FUNCTIONS: frozenset[tuple[str, ...]] = frozenset(
    [(owner, name) for owner, names in _STATIC.items() for name in names.split()]
    + [
        (owner, "prototype", name)
        for owner, names in _METHODS.items()
        for name in names.split()
    ]
)
#: What browsers, workers, loaders and other engines have, and Node has not.
ELSEWHERE = frozenset(
    "Bun Deno HTMLElement WorkerGlobalScope XMLHttpRequest alert define document "
    "importScripts jQuery location self window".split()
)
#: What a CommonJS module has, and an ES module has not.
OF_COMMONJS = frozenset("__dirname __filename exports module require".split())
