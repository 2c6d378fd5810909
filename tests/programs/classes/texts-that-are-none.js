class A { toString() { return {}; } valueOf() { return 7; } }
class B { toString() { return 5; } }
class C { toString() { return null; } }
try { console.log(String(new B())); } catch (e) { console.log(e instanceof TypeError); }
try { console.log(`${new C()}`); } catch (e) { console.log(e instanceof TypeError); }
try { console.log(`${new A()}`); } catch (e) { console.log(e instanceof TypeError); }
const o = { toString: null, valueOf() { return 3; } };
console.log(`${o}`);
const p = { toString() { return {}; }, valueOf() { return {}; } };
try { console.log(`${p}`); } catch (e) { console.log(e instanceof TypeError); }
const q = { toString() { return {}; } };
try { console.log(`${q}`, [q].join("-")); } catch (e) { console.log(e instanceof TypeError); }
