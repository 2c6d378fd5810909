// One function for arrays of several kinds.
function norm(v) { let s = 0; for (let i = 0; i < v.length; i++) s += v[i] * v[i]; return Math.sqrt(s); }
console.log(norm(new Float64Array([3, 4])), norm([3, 4]), norm(Uint8Array.of(6, 8)));

