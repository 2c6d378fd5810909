"use strict";

// What has no counterpart: every access is observed.
const settings = new Proxy({ colour: "red" }, {
  get: (target, name) => target[name] ?? `no ${String(name)}`,
});
console.log(settings.colour, settings.size);
