// Loaded by `node --require` before an instrumented program (see seen.py): `__seen(id,
// value)` notes what the expression `id` gave, and passes it on. The notes are written as
// JSON at exit, to the file that SEEN_OUT names.
"use strict";
const fs = require("node:fs");
const notes = {};
const sites = new WeakMap();
const stopping = process.env.SEEN_STOP === "1";
let stopped = false;
const DEEP = 60;
const BUILTIN = new Map(
  Object.entries({
    Map, Set, Date, RegExp, Promise, WeakMap, WeakSet, WeakRef, Array, Error, TypeError,
    RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError, ArrayBuffer,
    DataView, Uint8Array, URL, URLSearchParams, AbortController, AbortSignal,
  }).map(([name, made]) => [made.prototype, name]),
);
const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

function kindOf(value) {
  if (value === null) return "null";
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "nan";
    if (Object.is(value, -0)) return "negzero";
    if (!Number.isFinite(value)) return "infinite";
    if (!Number.isInteger(value)) return "number";
    if (!Number.isSafeInteger(value)) return "huge";
    return value >= 0 ? "nat" : "int";
  }
  if (typeof value === "function") {
    return /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : "function";
  }
  if (typeof value !== "object") return typeof value;
  const shown = tag(value);
  const proto = Object.getPrototypeOf(value);
  if (Array.isArray(value) && proto === Array.prototype) {
    return "index" in value && "input" in value ? "match" : "array";
  }
  if (shown === "Arguments") return "array";
  if (shown === "Generator" || / Iterator$/.test(shown)) return "iterator";
  if (shown === "AsyncGenerator") return "asynciterator";
  const known = BUILTIN.get(proto);
  if (known !== undefined) return known;
  if (proto === null || proto === Object.prototype) return "object";
  // An error that Node raises is of a class of its own, based on a known one.
  if (value instanceof Error && String(value.code).startsWith("ERR_")) {
    return BUILTIN.get(Object.getPrototypeOf(proto)) ?? "odd";
  }
  const made = Object.getOwnPropertyDescriptor(proto, "constructor");
  return made && typeof made.value === "function" ? `instance ${made.value.name}` : "odd";
}

function note(record, value, depth) {
  const kind = kindOf(value);
  record.kinds[kind] = (record.kinds[kind] || 0) + 1;
  if (depth === 0 || typeof value !== "object" || value === null) return;
  if (record.kinds[kind] > DEEP) return;
  const inner = (name) => (record[name] ??= { kinds: {} });
  if (kind === "array") {
    (record.lengths ??= {})[value.length] = 1;
    for (let i = 0; i < Math.min(value.length, 40); i++) {
      if (!Object.hasOwn(value, i)) {
        record.holes = 1;
        continue;
      }
      note(inner("element"), value[i], depth - 1);
      if (i < 12) note(((record.items ??= [])[i] ??= { kinds: {} }), value[i], depth - 1);
    }
  } else if (kind === "Set") {
    for (const item of [...value].slice(0, 40)) note(inner("element"), item, depth - 1);
  } else if (kind === "Map") {
    for (const [key, item] of [...value].slice(0, 40)) {
      note(inner("key"), key, depth - 1);
      note(inner("value"), item, depth - 1);
    }
  } else if (kind === "object" || kind.startsWith("instance ")) {
    const props = (record.props ??= {});
    const keys = [];
    for (const own of Reflect.ownKeys(value)) {
      const slot = Object.getOwnPropertyDescriptor(value, own);
      let key = own;
      if (typeof own === "symbol") {
        const shared = own.description?.startsWith("Symbol.");
        key = shared ? own.description.replace("Symbol.", "@@") : `@${String(own)}`;
        if (Symbol.keyFor(own) !== undefined) key = `@@for:${Symbol.keyFor(own)}`;
      }
      keys.push(key);
      if (!("value" in slot)) continue;
      if (!Object.hasOwn(props, key)) {
        Object.defineProperty(props, key, {
          value: { kinds: {} }, enumerable: true, configurable: true,
        });
      }
      note(props[key], slot.value, depth - 1);
    }
    const site = sites.get(value);
    if (site !== undefined) {
      const always = (record.always ??= {});
      always[site] = (always[site] || keys).filter((key) => keys.includes(key));
    }
  }
  const site = sites.get(value);
  if (site !== undefined) (record.sites ??= {})[site] = 1;
}

const lacks = (value, needed) => {
  if (needed === 0) return value === undefined;
  if (value === null || value === undefined || typeof value[Symbol.iterator] !== "function") {
    return true;
  }
  const size = Array.isArray(value) || typeof value === "string" ? value.length : value.size;
  return size === undefined || size < needed;
};

// `makes`: the expression makes the object; `needed`: how many elements are taken out of
// the value, 0 where it is an element itself.
globalThis.__seen = (id, value, makes, needed) => {
  if (stopped) return value;
  if (needed !== undefined && stopping && lacks(value, needed)) stopped = true;
  if (makes && typeof value === "object" && value !== null && !sites.has(value)) {
    sites.set(value, id);
  }
  note((notes[id] ??= { kinds: {} }), value, 2);
  return value;
};

process.on("exit", () => {
  fs.writeFileSync(process.env.SEEN_OUT, JSON.stringify(notes));
});
