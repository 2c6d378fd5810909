const half = "\ud83d";
console.log(half.length, half + "\ude00", `[${half}]`);
console.log(half === "😀"[0], JSON.stringify(half));
