// A Map and a Set with objects as keys.
console.log(new Map([[{ k: 1 }, [2]]]));
console.log(new Set([{ k: 1 }, [2]]));
console.log(new Map(), new Set());
