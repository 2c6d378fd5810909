try { 5n >>> 2n; console.log("no"); } catch (e) { console.log(e.name); }
let x = 4n;
try { x >>>= 1n; } catch (e) { console.log(e.name, x); }
const m = (b) => { try { return Object(b) >>> 1n; } catch (e) { return e.name; } };
console.log(m(4n));
