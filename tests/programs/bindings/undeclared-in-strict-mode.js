"use strict";
function attempt(f) { try { console.log(f()); } catch (e) { console.log(e.name); } }
attempt(() => { undeclared = 1; return "no"; });
attempt(() => { [undeclared2] = [1]; return "no"; });
attempt(() => { undeclared3 += 1; return "no"; });
