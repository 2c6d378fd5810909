"use strict";

// Settings from several layers: defaults, a file, the command line.

const defaults = {
  server: { host: "localhost", port: 8080, tls: null },
  logging: { level: "info", targets: ["console"] },
  features: { cache: true, beta: false },
};

const fileConfig = {
  server: { port: 0, tls: { cert: "site.pem" } },
  logging: { targets: ["file", "console"] },
};

const isPlainObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Merge deeply; later layers win, arrays are replaced as a whole. */
function merge(base, ...layers) {
  return layers.reduce((result, layer) => {
    const merged = { ...result };
    for (const [key, value] of Object.entries(layer)) {
      merged[key] = isPlainObject(value) && isPlainObject(merged[key]) ? merge(merged[key], value) : value;
    }
    return merged;
  }, base);
}

/** Reads flags like --server.port=99 and --no-features.cache. */
function parseFlags(argv) {
  const result = {};
  for (const arg of argv) {
    const [, negated, path, text] = arg.match(/^--(no-)?([\w.]+)(?:=(.*))?$/) ?? [];
    if (path === undefined) {
      console.log(`ignored: ${arg}`);
      continue;
    }
    const keys = path.split(".");
    const last = keys.pop();
    let target = result;
    for (const key of keys) {
      target[key] ??= {};
      target = target[key];
    }
    target[last] = text !== undefined ? text : !negated;
  }
  return result;
}

const flags = parseFlags(["--features.beta", "--no-features.cache", "--logging.level=debug", "-x"]);
const config = merge(defaults, fileConfig, flags);

console.log(`port: ${config.server.port || "any free one"}`);
console.log(`port given: ${config.server.port ?? 8080}`);
console.log(`cert: ${config.server?.tls?.cert ?? "none"}, default: ${defaults.server.tls?.cert ?? "none"}`);
console.log(`targets: ${config.logging.targets.join("+")}`);
console.log(`level: ${config.logging.level}, was ${defaults.logging.level}`);
for (const [name, on] of Object.entries(config.features)) {
  console.log(`${name}: ${on ? "on" : "off"}`);
}

const { server: { host, ...rest }, plugins = [] } = config;
console.log(host, Object.keys(rest).join(","), plugins.length);

config.logging.level &&= "trace";
config.server.host ||= "0.0.0.0";
config.server.backlog ??= 511;
console.log(JSON.stringify(config));
