const next = [];
for (let i = 0; i < 3; next.push(() => i), ++i) {}
console.log(next.map((f) => f()));
