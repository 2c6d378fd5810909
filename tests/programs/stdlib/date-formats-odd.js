// Parts that CLDR puts together in an order of its own: "2024 (day: 5)".
const d = new Date(Date.UTC(2024, 0, 5));
console.log(d.toLocaleDateString("en-US", { year: "numeric", day: "numeric", timeZone: "UTC" }));
