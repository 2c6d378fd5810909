// Properties of the global object are variables of the whole program.
globalThis.counter = 1;
globalThis.config = { debug: true };
global.registry = global.registry || [];
function f() {
  globalThis.counter++;
  registry.push(counter);
}
f();
f();
console.log(globalThis.counter, counter, config.debug, global.counter, registry);
console.log(typeof globalThis.setTimeout, globalThis.config === config);
