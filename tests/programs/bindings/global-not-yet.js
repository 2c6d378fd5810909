// A name that is not there before the global object gets it.
try { console.log(flag); } catch (e) { console.log(e.name); }
globalThis.flag = 1;
console.log(flag);
