console.log(0 || "a", "" || 0, null || undefined, 1 && 2, 0 && 2, "" && 1, [] && "list", {} || 1);
console.log(null ?? 0, 0 ?? 1, !!"false", !"", !0, !"0", !null, !NaN, ![]);
const pick = (a, b) => a || b;
console.log(pick([], "other").length, pick({}, 1) === 1, pick("", "x"), pick(-0, 5), pick(0n, 6), pick(NaN, 7));
