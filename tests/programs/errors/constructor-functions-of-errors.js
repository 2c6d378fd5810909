const util = require("util");
function Timeout() { this.name = "Timeout"; }
util.inherits(Timeout, Error);
function Late(what) { Error.call(this, what); this.what = what; }
util.inherits(Late, Error);
try { throw new Timeout(); } catch (e) { console.log(e.name, e.message === "", e instanceof Error); }
try { throw new Late("x"); } catch (e) { console.log(e.what, JSON.stringify(e.message), e instanceof Late); }
